"""What can be asked of a record's claims, and what it gives back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import polars as pl
from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select

from detente.claims.claim import Claim, Factuality
from detente.errors import QueryError
from detente.knowledge.countries import code_of
from detente.knowledge.plover import FRONTS, TYPES
from detente.record.schema import claims, parties, tellers


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """Which claims are meant.

    Parties are codes or names ("PRK", "North Korea", "NATO"), optionally with a sector ("RUS/MIL").
    """

    actor: str | None = None
    recipient: str | None = None
    pair: tuple[str, str] | None = None
    type: str | None = None
    front: str | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    told_by: str | None = None
    factuality: str | None = None
    text: str | None = None
    limit: int | None = None


def selection(wanted: ClaimFilter) -> Select[tuple[str]]:
    """The statement that finds the claims, in the order of their days, then of the text.

    Raises:
        QueryError: a type, front, factuality or party that does not exist.
    """
    statement = select(claims.c.json).where(*_conditions(wanted))
    statement = statement.order_by(claims.c.day, claims.c.published, claims.c.report_id, claims.c.position)
    return statement.limit(wanted.limit) if wanted.limit is not None else statement


def _conditions(wanted: ClaimFilter) -> Iterator[ColumnElement[bool]]:
    if wanted.actor:
        yield _has_party(wanted.actor, "actor")
    if wanted.recipient:
        yield _has_party(wanted.recipient, "recipient")
    if wanted.pair:
        yield _between(*wanted.pair)
    if wanted.type:
        yield claims.c.type == _known(wanted.type.upper(), TYPES, "type")
    if wanted.front:
        yield claims.c.front == _known(wanted.front.lower(), FRONTS, "front")
    if wanted.since:
        yield func.coalesce(claims.c.happened_end, claims.c.published) >= wanted.since
    if wanted.until:
        yield func.coalesce(claims.c.happened_start, claims.c.happened_end, claims.c.published) <= wanted.until
    if wanted.told_by:
        yield _told_by(wanted.told_by)
    if wanted.factuality:
        yield claims.c.factuality == _known(wanted.factuality, [value.value for value in Factuality], "factuality")
    if wanted.text:
        yield claims.c.sentence.icontains(wanted.text, autoescape=True)


def _known(value: str, known: Sequence[str], what: str) -> str:
    if value not in known:
        raise QueryError(f"{what} {value!r}", "does not exist", f"one of: {', '.join(known)}")
    return value


def _has_party(written: str, role: str | None) -> ColumnElement[bool]:
    code, _, sector = written.partition("/")
    party = code_of(code)
    conditions = [parties.c.claim_id == claims.c.id, or_(parties.c.country == party, parties.c.organisation == party)]
    if role is not None:
        conditions.append(parties.c.role == role)
    if sector:
        conditions.append(parties.c.sector == sector.upper())
    return exists().where(and_(*conditions))


def _between(one: str, other: str) -> ColumnElement[bool]:
    """Both take part, and not on the same side unless the claim is reciprocal."""
    together = and_(
        _has_party(one, "actor"),
        _has_party(other, "actor"),
        ~exists().where(and_(parties.c.claim_id == claims.c.id, parties.c.role == "recipient")),
    )
    across = or_(
        and_(_has_party(one, "actor"), _has_party(other, "recipient")),
        and_(_has_party(other, "actor"), _has_party(one, "recipient")),
    )
    return or_(together, across)


def _told_by(written: str) -> ColumnElement[bool]:
    named = tellers.c.name.icontains(written, autoescape=True)
    with suppress(QueryError):
        named = or_(named, tellers.c.country == code_of(written))
    return exists().where(and_(tellers.c.claim_id == claims.c.id, named))


class ClaimList(Sequence[Claim]):
    """Claims as found, in order."""

    def __init__(self, found: Sequence[Claim]) -> None:
        self._found = tuple(found)

    def __len__(self) -> int:
        return len(self._found)

    def __getitem__(self, index: Any) -> Any:  # noqa: ANN401
        return self._found[index]

    def to_polars(self) -> pl.DataFrame:
        """One row a claim; parties and tellers as lists, times as dates."""
        return pl.DataFrame([flat(claim) for claim in self._found], schema=COLUMNS)

    def to_csv(self) -> str:
        """One line a claim, several values of one cell parted by `|`."""
        lists = [pl.col(name).list.join("|") for name in _LISTS]
        return self.to_polars().with_columns(lists).write_csv()

    def __repr__(self) -> str:
        return f"<{len(self)} claims>"


def flat(claim: Claim) -> dict[str, Any]:
    """A claim as one row: what a table, a CSV file or a data frame holds."""
    return {
        "id": claim.id,
        "report_id": claim.report_id,
        "outlet": claim.outlet,
        "published": claim.published,
        "type": claim.type,
        "mode": claim.mode,
        "quad": claim.quad,
        "front": claim.front,
        "contexts": list(claim.contexts),
        "actors": [p.country or p.organisation or p.name for p in claim.actors],
        "actor_sectors": [p.sector or "" for p in claim.actors],
        "actor_names": [p.name for p in claim.actors],
        "recipients": [p.country or p.organisation or p.name for p in claim.recipients],
        "recipient_sectors": [p.sector or "" for p in claim.recipients],
        "recipient_names": [p.name for p in claim.recipients],
        "reciprocal": claim.reciprocal,
        "happened_start": claim.happened.start,
        "happened_end": claim.happened.end,
        "precision": claim.happened.precision,
        "place": claim.place.name if claim.place else None,
        "place_country": claim.place.country if claim.place else None,
        "geonames_id": claim.place.geonames_id if claim.place else None,
        "told_by": [teller.name for teller in claim.told_by],
        "quote": claim.quote.text if claim.quote else None,
        "factuality": claim.factuality.value,
        "auxiliary": list(claim.auxiliary),
        "quantity": claim.quantity.text if claim.quantity else None,
        "implied_by": claim.implied_by,
        "confidence": claim.confidence,
        "trigger": claim.trigger.text,
        "sentence": claim.sentence,
        "reader": claim.reader,
    }


_LISTS = (
    "contexts",
    "actors",
    "actor_sectors",
    "actor_names",
    "recipients",
    "recipient_sectors",
    "recipient_names",
    "told_by",
    "auxiliary",
)
_KINDS: dict[str, Any] = {
    **dict.fromkeys(_LISTS, pl.List(pl.String)),
    **dict.fromkeys(("published", "happened_start", "happened_end"), pl.Date),
    "reciprocal": pl.Boolean,
    "confidence": pl.Float64,
    "geonames_id": pl.Int64,
}
_NAMES = (
    "id",
    "report_id",
    "outlet",
    "published",
    "type",
    "mode",
    "quad",
    "front",
    "contexts",
    "actors",
    "actor_sectors",
    "actor_names",
    "recipients",
    "recipient_sectors",
    "recipient_names",
    "reciprocal",
    "happened_start",
    "happened_end",
    "precision",
    "place",
    "place_country",
    "geonames_id",
    "told_by",
    "quote",
    "factuality",
    "auxiliary",
    "quantity",
    "implied_by",
    "confidence",
    "trigger",
    "sentence",
    "reader",
)
COLUMNS: dict[str, Any] = {name: _KINDS.get(name, pl.String) for name in _NAMES}
