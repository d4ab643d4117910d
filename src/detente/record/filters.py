"""What claims and events are both asked for: parties, type, front, factuality, days, and which page of the list."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from detente.claims.claim import Factuality
from detente.errors import QueryError
from detente.knowledge.plover import FRONTS, TYPES
from detente.record.walking import Cursor, Wanted, WantedParty


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """The filters that both have.

    Parties are codes or names ("PRK", "North Korea", "NATO"), optionally with a sector ("RUS/MIL"). `after` is where
    the page before ended.
    """

    actor: str | None = None
    recipient: str | None = None
    pair: tuple[str, str] | None = None
    type: str | None = None
    front: str | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    factuality: str | None = None
    after: Cursor | None = None
    limit: int | None = None

    def wanted(self, values: Mapping[str, str], *, happened: bool = False) -> Wanted:
        """The same for a walk, which is over rows with some values.

        Raises:
            QueryError: a party that does not exist.
        """
        return Wanted(
            actor=WantedParty.named(self.actor) if self.actor else None,
            recipient=WantedParty.named(self.recipient) if self.recipient else None,
            pair=(WantedParty.named(self.pair[0]), WantedParty.named(self.pair[1])) if self.pair else None,
            values=values,
            since=self.since,
            until=self.until,
            happened=happened,
            after=self.after,
            limit=self.limit,
        )

    def values(self) -> Iterator[tuple[str, str]]:
        """The columns that must hold a value, with it.

        Raises:
            QueryError: a type, front or factuality that does not exist.
        """
        if self.type:
            yield "type", known(self.type.upper(), TYPES, "type")
        if self.front:
            yield "front", known(self.front.lower(), FRONTS, "front")
        if self.factuality:
            yield "factuality", known(self.factuality, [value.value for value in Factuality], "factuality")


def known(value: str, existing: Sequence[str], what: str) -> str:
    """A value of those that exist.

    Raises:
        QueryError: it is none of them.
    """
    if value not in existing:
        raise QueryError(f"{what} {value!r}", "does not exist", f"one of: {', '.join(existing)}")
    return value
