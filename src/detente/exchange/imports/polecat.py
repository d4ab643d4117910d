"""POLECAT's files, and others that NGEC writes in their shape: PLOVER already, so only names have to be found."""

from __future__ import annotations

from functools import lru_cache

from detente.errors import ExchangeError
from detente.events.event import Event, Origin, Participant, Role
from detente.exchange.cameo import Coding
from detente.exchange.imports.coded import Coded, day, event, known, on, place, release
from detente.exchange.imports.rows import Coder, Row, RowError
from detente.exchange.parties import REMEMBERED, Known, body_named, named, sector_of_noun
from detente.knowledge.plover import TYPES, modes

NEEDED = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Contexts", "Actor Name", "Actor Country",
    "Primary Actor Sector", "Actor Title", "Recipient Name", "Recipient Country", "Primary Recipient Sector",
    "Recipient Title", "Placename", "City", "Country", "Latitude", "Longitude", "GeoNames ID", "Publication Date",
    "Version",
)  # fmt: skip
"""The columns that are read, of POLECAT's forty; in which order they stand is all the same."""
Cells = dict[str, str]


def coder(first: Row, path: str) -> Coder:
    """What reads the rows below the header.

    Raises:
        ExchangeError: the header is none of POLECAT's.
    """
    header = [cell.strip() for cell in first.cells]
    missing = [name for name in NEEDED if name not in header]
    if missing:
        raise ExchangeError(path, f"has no column {missing[0]!r}", "name a file of POLECAT with its header")
    places = {name: header.index(name) for name in NEEDED}
    file = release(path)

    def of_row(row: Row) -> Event:
        if len(row.cells) != len(header):
            raise RowError(f"has {len(row.cells)} columns, not {len(header)}")
        return _event({name: row.cells[at] for name, at in places.items()}, file)

    return Coder(of_row, headed=True)


def _event(cells: Cells, file: str) -> Event:
    if not known(cells["Event ID"]):
        raise RowError("has no Event ID")
    told = known(cells["Publication Date"])
    parties = (_party(cells, "Actor", "actor"), _party(cells, "Recipient", "recipient"))
    return event(
        Coded(
            what=_coding(cells["Event Type"], cells["Event Mode"], cells["Contexts"]),
            parties=tuple(party for side in parties for party in side),
            happened=on(day(cells["Event Date"])),
            origin=Origin(set="polecat", version=known(cells["Version"]) or file, row=cells["Event ID"]),
            first_told=day(told) if told else None,
            place=place(
                known(cells["Placename"]) or known(cells["City"]),
                _country(cells["Country"]),
                cells["Latitude"],
                cells["Longitude"],
                cells["GeoNames ID"],
            ),
        )
    )


@lru_cache(maxsize=REMEMBERED)
def _coding(type_: str, mode: str, contexts: str) -> Coding:
    """Type, mode and contexts; a mode that PLOVER 0.8 does not have for the type is left out.

    Raises:
        RowError: there is no such type.
    """
    known_type = type_.strip().upper()
    if known_type not in TYPES:
        raise RowError(f"type {type_!r} is none of PLOVER's")
    known_mode = known(mode).lower()
    named_contexts = (part.strip().lower().replace(" ", "_") for part in contexts.split(";") if known(part))
    return Coding(
        known_type,
        known_mode if known_mode in modes().get(known_type, ()) else None,
        tuple(dict.fromkeys(named_contexts)),
    )


def _party(cells: Cells, side: str, role: Role) -> tuple[Participant, ...]:
    """Whom a side names; where several are, their names, states and sectors stand in the same order."""
    columns = (f"{side} Name", f"{side} Country", f"Primary {side} Sector", f"{side} Title")
    names, states, sectors, titles = ([part.strip() for part in cells[column].split(";")] for column in columns)
    several = max(len(names), len(states))
    found = (
        _named(role, *(known(held[number]) if number < len(held) else "" for held in (names, states, sectors, titles)))
        for number in range(several)
    )
    return tuple(party for party in found if party is not None)


@lru_cache(maxsize=REMEMBERED)
def _named(role: Role, name: str, state: str, sector: str, title: str) -> Participant | None:
    body = body_named(name) or Known()
    country = _country(state) or body.country
    called = name or state
    if not called:
        return None
    one_word = sector.split(",", maxsplit=1)[0].strip().upper()
    sector_known = one_word if len(one_word) == len("GOV") else body.sector or sector_of_noun(name)
    return named(Known(country, body.organisation, sector_known, title or None), called, role)


@lru_cache(maxsize=REMEMBERED)
def _country(written: str) -> str | None:
    body = body_named(known(written)) if known(written) else None
    return body.country if body is not None and body.organisation is None else None
