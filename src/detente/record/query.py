"""What can be asked of a record's claims, and what it gives back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select

from detente.claims.claim import Claim, Factuality
from detente.errors import QueryError
from detente.knowledge.countries import code_of
from detente.knowledge.plover import FRONTS, TYPES
from detente.record.schema import claims, parties, tellers

if TYPE_CHECKING:
    import polars as pl


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
        yield claims.c.type == known(wanted.type.upper(), TYPES, "type")
    if wanted.front:
        yield claims.c.front == known(wanted.front.lower(), FRONTS, "front")
    if wanted.since:
        yield func.coalesce(claims.c.happened_end, claims.c.published) >= wanted.since
    if wanted.until:
        yield func.coalesce(claims.c.happened_start, claims.c.happened_end, claims.c.published) <= wanted.until
    if wanted.told_by:
        yield _told_by(wanted.told_by)
    if wanted.factuality:
        yield claims.c.factuality == known(wanted.factuality, [value.value for value in Factuality], "factuality")
    if wanted.text:
        yield claims.c.sentence.icontains(wanted.text, autoescape=True)


def known(value: str, existing: Sequence[str], what: str) -> str:
    """A value of those that exist.

    Raises:
        QueryError: it is none of them.
    """
    if value not in existing:
        raise QueryError(f"{what} {value!r}", "does not exist", f"one of: {', '.join(existing)}")
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
        """One claim, or those of a slice as such a list again."""
        return ClaimList(self._found[index]) if isinstance(index, slice) else self._found[index]

    def to_polars(self) -> pl.DataFrame:
        """One row a claim; parties and tellers as lists, times as dates."""
        from detente.record.flat import frame

        return frame(self._found)

    def to_csv(self) -> str:
        """One line a claim, several values of one cell parted by `|`."""
        from detente.record.flat import to_csv

        return to_csv(self.to_polars())

    def __repr__(self) -> str:
        return f"<{len(self)} claim{'' if len(self) == 1 else 's'}>"
