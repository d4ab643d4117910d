"""Rows like ICEWS's: one for each actor and each that it acts upon, with CAMEO's code for what happened.

What was imported with a code of CAMEO gets that code again. In what several do with each other, each acts upon each.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from typing import IO

from detente.claims.claim import Place
from detente.events.event import Event, Participant
from detente.exchange.cameo import Cameo, Coding, cameo, code_for
from detente.exchange.cells import in_one_line, safe
from detente.exchange.exports.dyads import dyads
from detente.exchange.imports.icews import FULL
from detente.exchange.parties import country_named, icews_sector
from detente.knowledge.countries import countries

NOTHING = "NA"
UNTOLD = 3
"""Columns of story, sentence and publisher: ours are in the claims, which such a row has no room for."""
Pair = tuple[Participant | None, Participant | None]


def write_icews(events: Iterable[Event], out: IO[bytes]) -> None:
    """Writes a header and the rows, without quoting, as ICEWS does."""
    text = io.TextIOWrapper(out, encoding="utf-8", errors="replace", newline="\n", write_through=True)
    writer = csv.writer(text, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE, quotechar=None)
    writer.writerow(FULL)
    for event in events:
        writer.writerows(rows_of(event))
    text.detach()


def rows_of(event: Event) -> Iterator[list[str]]:
    """The rows of an event; none where CAMEO has no code for it."""
    entry = _code(event)
    if entry is None:
        return
    pairs = list(_pairs(event, turned=entry.coding is not None and entry.coding.turned))
    for number, (source, target) in enumerate(pairs, 1):
        cells = [
            _id(event) + (f".{number}" if len(pairs) > 1 else ""),
            event.day.isoformat(),
            *_party(source),
            entry.name,
            entry.code,
            f"{entry.goldstein:g}",
            *_party(target),
            *[NOTHING] * UNTOLD,
            *_place(event.place),
        ]
        yield [in_one_line(cell) for cell in cells]


def _code(event: Event) -> Cameo | None:
    """The code that the event came with, if it still says what happened; else the one that says most."""
    coding = Coding(event.type, event.mode, event.contexts)
    own = cameo(event.origin.code) if event.origin and event.origin.code else None
    if own is not None and own.coding is not None:
        same = (own.coding.type, own.coding.mode, own.coding.contexts) == (event.type, event.mode, event.contexts)
        return own if same else code_for(coding)
    return code_for(coding) or code_for(Coding(event.type, None, ()))


def _pairs(event: Event, *, turned: bool) -> Iterator[Pair]:
    """Who stands first and second in each row; whoever is alone has nobody beside them."""
    alone: list[Pair] = [(party, None) if party.role == "actor" else (None, party) for party in event.parties]
    for one, other in list(dyads(event)) or alone:
        yield (other, one) if turned else (one, other)


def _id(event: Event) -> str:
    """ICEWS's own number where it comes from there."""
    origin = event.origin
    return origin.row if origin and origin.set == "icews" and origin.row.isdecimal() else event.id


def _party(party: Participant | None) -> tuple[str, str, str]:
    if party is None:
        return NOTHING, NOTHING, NOTHING
    sector = icews_sector(party.sector) if party.sector else NOTHING
    return safe(party.name), sector, _country(party.country)


def _place(place: Place | None) -> tuple[str, ...]:
    """City, district, province, country and coordinates."""
    if place is None:
        return (NOTHING,) * 6
    lat, lon = (NOTHING if axis is None else str(axis) for axis in (place.lat, place.lon))
    return safe(place.name), NOTHING, NOTHING, _country(place.country), lat, lon


def _country(code: str | None) -> str:
    """A state's name; its code, where another has the same name."""
    if code is None or code not in countries():
        return NOTHING
    name = countries()[code].name
    return name if country_named(name) == code else code
