"""The event: one happening in the world as all its claims tell it, with who tells it and who disputes it.

Its JSON form is what `detente events --format jsonl`, the API and the exports share.
"""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import Field

from detente.claims.claim import Auxiliary, Counted, Factuality, Happened, Place, Quantity, Value

Status = Literal["corroborated", "disputed", "single-sourced", "imported"]
Role = Literal["actor", "recipient"]
What = Literal["number", "place", "day", "factuality"]


class Participant(Value):
    """A party of an event, under the codes that parties of claims have."""

    role: Role
    name: str
    country: str | None = None
    organisation: str | None = None
    sector: str | None = None
    office: str | None = None
    person: str | None = None

    @property
    def code(self) -> str | None:
        """The code of its state, else of its organisation or group."""
        return self.country or self.organisation


class Source(Value):
    """Those who tell an event on one word: outlets and copies of one text, and all who rest on the same teller.

    Two sources are independent: no outlet, no text and no named teller is common to both.
    """

    outlets: tuple[str, ...]
    reports: tuple[str, ...]
    claims: tuple[str, ...]
    word_of: tuple[str, ...] = ()
    """The named tellers on whose word it is told, or none: the outlets tell it themselves."""
    sides: tuple[str, ...] = ()
    """Codes of those of the event's own parties whose word, or whose state media's, this is."""
    state_media: bool = False
    """Whether nobody but state media tells it here."""
    factuality: Factuality
    """The surest that is said here."""


class Change(Value):
    """What a later claim says otherwise than an earlier one: first said, later corrected."""

    published: dt.date
    claim: str
    what: What
    before: str
    now: str


class Stated(Value):
    """An event's place among others of its kind as one claim states it."""

    claim: str
    counted: Counted


class Precedent(Value):
    """What the record says of an event's place among earlier ones, in words, and the events that it rests on."""

    words: str
    events: tuple[str, ...] = ()
    claim: str | None = None
    """The claim that states such a place, where it is held against the record."""
    agrees: bool | None = None
    """Whether the record agrees with that claim; null where it does not reach back far enough to tell."""


class Origin(Value):
    """The row of a data set that an event comes from."""

    set: str
    version: str
    """The release of the set: the name of its file, where its rows do not say."""
    row: str
    """The set's own id of the row; all that the row says, where rows have none."""
    code: str | None = None
    """What the set itself calls it, in its own codes (CAMEO's)."""


class Event(Value):
    """One happening, told by one or more claims, or taken from a data set.

    `claims` are in the order in which they were published. `happened` is the narrowest range of days that agrees with
    the surest claims. What comes from a data set is `imported`: it has an `origin`, and neither claims nor sources,
    because nobody here has seen who tells it.
    """

    id: str
    type: str
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    front: str
    quad: str | None
    parties: tuple[Participant, ...]
    reciprocal: bool = False
    happened: Happened
    first_told: dt.date
    place: Place | None = None
    quantity: Quantity | None = None
    factuality: Factuality
    auxiliary: tuple[Auxiliary, ...] = ()
    status: Status
    sources: tuple[Source, ...]
    denied_by: tuple[str, ...] = ()
    """Who says that it is not so."""
    claims: tuple[str, ...]
    changes: tuple[Change, ...] = ()
    counted: tuple[Stated, ...] = ()
    """What the claims say of its place among others: "the second such visit in six weeks"."""
    presupposed: bool = False
    """Whether no claim states it, and reports only presuppose it by such words."""
    precedents: tuple[Precedent, ...] = ()
    confidence: float | None = Field(ge=0.0, le=1.0)
    """Null for what was imported without one."""
    origin: Origin | None = None

    @property
    def actors(self) -> tuple[Participant, ...]:
        """Who acts."""
        return tuple(party for party in self.parties if party.role == "actor")

    @property
    def recipients(self) -> tuple[Participant, ...]:
        """Who is acted upon."""
        return tuple(party for party in self.parties if party.role == "recipient")

    @property
    def day(self) -> dt.date:
        """The day it is counted under: the last on which it may have happened, else the day it was first told."""
        return self.happened.end or self.happened.start or self.first_told

    def to_json(self) -> str:
        """One line of JSON with every field, nulls included."""
        return self.model_dump_json()
