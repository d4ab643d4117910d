"""CSV that a spreadsheet can be trusted with, and Parquet with the types of its columns."""

import csv
import io

import polars as pl

from detente.claims.claim import Place
from detente.events.event import Participant
from detente.exchange.exports import tables
from detente.exchange.exports.tables import write_csv, write_parquet
from detente.record.flat import EVENT_COLUMNS


def written(write, events):
    out = io.BytesIO()
    write(iter(events), out)
    return out.getvalue()


def test_a_line_an_event_with_the_columns_of_a_frame(own_event):
    header, line = csv.reader(io.StringIO(written(write_csv, [own_event]).decode()))
    assert header == list(EVENT_COLUMNS)
    cells = dict(zip(header, line, strict=True))
    assert (cells["type"], cells["actors"], cells["recipients"]) == ("AID", "JPN|AUS", "VUT")
    assert (cells["happened_start"], cells["sources"], cells["origin"]) == ("2023-09-08", "1", "")


def test_hostile_names_do_no_harm(own_event):
    hostile = ('=HYPERLINK("http://example.org","x")', "+1", "a|b", 'c"d\n,e', "-2+3")
    parties = tuple(Participant(role="actor", name=name) for name in hostile)
    event = own_event.model_copy(
        update={"parties": parties[:1], "place": Place(text="x", span=(0, 0), name="@SUM(A1)", lat=-3.5, lon=1.0)}
    )
    others = [own_event.model_copy(update={"parties": (party,)}) for party in parties[1:]]
    rows = list(csv.DictReader(io.StringIO(written(write_csv, [event, *others]).decode())))
    assert [row["actor_names"] for row in rows] == ["'" + hostile[0], "'+1", "a¦b", hostile[3], "'-2+3"]
    assert rows[0]["place"] == "'@SUM(A1)"


def test_parquet_has_types(own_event, imported_event):
    frame = pl.read_parquet(io.BytesIO(written(write_parquet, [own_event, imported_event])))
    assert dict(frame.schema) == EVENT_COLUMNS
    assert frame["actors"].to_list()[0] == ["JPN", "AUS"]
    assert frame["confidence"].to_list() == [0.9, None]
    assert frame["origin"].to_list() == [None, "gdelt2"]
    assert "detente" in pl.read_parquet_metadata(io.BytesIO(written(write_parquet, [own_event])))


def test_many_events_are_written_some_at_a_time(own_event, monkeypatch):
    monkeypatch.setattr(tables, "AT_ONCE", 2)
    assert len(written(write_csv, [own_event] * 5).splitlines()) == 6
    assert len(pl.read_parquet(io.BytesIO(written(write_parquet, [own_event] * 5)))) == 5
