"""A record of an earlier version, opened by this one: nothing is lost, and all of it is found as if it were new."""

import datetime as dt

import pytest
from alembic import command
from sqlalchemy import column, create_engine, insert
from sqlalchemy import table as named

from detente.events.assembly import event_of
from detente.events.sources import Told
from detente.record import Record, engine
from detente.reports.copies import fingerprint


@pytest.fixture(params=["sqlite", "postgresql"])
def empty(request, tmp_path):
    """The address of a database with nothing in it."""
    return (
        str(tmp_path / "old.sqlite") if request.param == "sqlite" else request.getfixturevalue("server").new_database()
    )


def write_as(revision, address, rows):
    """Makes a record of an earlier version, with these rows."""
    config = engine._config()
    with create_engine(engine._url(address)).begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
        for name, row in rows:
            connection.execute(insert(named(name, *map(column, row))).values(**row))


@pytest.fixture
def old(empty, make_claim):
    """A record of the first version: a report and its claim."""
    claim = make_claim("AGREE", ("FRA",), ("DEU",), sentence="They signed in Zürich.", told_by=("AFP",), sector="GOV")
    day = dt.date(2023, 9, 8)
    report = {
        "id": "a.txt",
        "published": dt.date(2023, 9, 9),
        "text": "They signed at last.",
        "digest": "",
        "reader": "old",
    }
    row = {
        "id": claim.id, "report_id": "a.txt", "position": 0, "published": claim.published, "type": "AGREE",
        "front": "diplomatic", "factuality": "CT+", "happened_start": day, "happened_end": day, "day": day,
        "confidence": 0.9, "sentence": claim.sentence, "json": claim.to_json(),
    }  # fmt: skip
    write_as("0001", empty, [("reports", report), ("claims", row)])
    return empty, claim


@pytest.mark.parametrize(
    "filters",
    [
        {}, {"pair": ("DEU", "FRA")}, {"actor": "FRA/GOV"}, {"told_by": "afp"}, {"text": "zurich"},
        {"report_text": "at last"}, {"until": dt.date(2023, 9, 8)},
    ],
)  # fmt: skip
def test_its_claims_are_found(old, filters):
    address, claim = old
    with Record(address) as record:
        assert list(record.claims(**filters)) == [claim]


def test_its_claims_are_joined_and_its_ties_are_counted(old):
    address, claim = old
    with Record(address) as record:
        assert [event.claims for event in record.events(pair=("FRA", "DEU"))] == [(claim.id,)]
        assert [(count.type, count.count) for count in record.tie_counts("FRA", "DEU")] == [("AGREE", 1)]
    with Record(address) as record:
        assert len(record.tie_counts("FRA", "DEU", by="year")) == 1


def test_its_events_stay_and_imported_ones_may_stand_beside_them(empty, make_claim):
    claim = make_claim("CONSULT", ("KEN",), ("TZA",))
    event = event_of([Told(claim, fingerprint("They met."))])
    row = {
        "id": event.id, "type": "CONSULT", "front": "diplomatic", "quad": event.quad, "factuality": "CT+",
        "status": event.status, "sources": 1, "first_day": event.day, "day": event.day, "confidence": 0.9,
        "json": event.to_json(),
    }  # fmt: skip
    write_as("0002", empty, [("events", row)])
    imported = event.model_copy(update={"id": "e_1", "confidence": None, "status": "imported"})
    with Record(empty) as record:
        assert list(record.events(pair=("TZA", "KEN"))) == [event]
        assert record.add_imported([event, imported]) == 1
        assert [count.count for count in record.tie_counts("KEN", "TZA")] == [2]


def test_the_tables_are_those_that_the_code_knows_on_a_server_too(server):
    from sqlalchemy import inspect

    from detente.record.schema import metadata

    address = server.new_database()
    Record(address).close()
    found = inspect(create_engine(engine._url(address)))
    for table in metadata.sorted_tables:
        made = {made["name"] for made in found.get_columns(table.name)} - {"vector"}
        assert made == set(table.columns.keys())
        assert {index["name"] for index in found.get_indexes(table.name)} >= {index.name for index in table.indexes}
