"""The claim: one happening as one report tells it, with the words that prove it.

The fields and their JSON form are the one shape that `detente read --out -`, the record, the exports and
the API share. Terms are PLOVER 0.8's (type, mode, contexts, auxiliary modes), FactBank's (factuality),
ISO 3166-1 alpha-3, ISO 8601 and GeoNames'. Spans are `[start, end)` in code points of the report's text.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from enum import StrEnum
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

Span = tuple[int, int]


class Value(BaseModel):
    """A plain frozen value; unknown keys are an error, so that a mistyped gold file is noticed."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Factuality(StrEnum):
    """FactBank's values (Saurí & Pustejovsky 2009): certainty and polarity, as the report tells it."""

    CERTAIN = "CT+"
    PROBABLE = "PR+"
    POSSIBLE = "PS+"
    CERTAINLY_NOT = "CT-"
    PROBABLY_NOT = "PR-"
    POSSIBLY_NOT = "PS-"
    UNKNOWN = "Uu"


Auxiliary = Literal["historical", "future", "hypothetical", "negation"]
Quotation = Literal["direct", "indirect", "mixed"]
Precision = Literal[
    "minute", "hour", "part of day", "day", "weekend", "week", "month", "season", "year", "decade", "vague"
]
Use = Literal["place", "government", "people", "name"]
ImpliedBy = Literal["ordinal", "since", "anniversary", "resumption"]
TellerKind = Literal["state", "organisation", "group", "person", "media", "anonymous", "collective"]


class Trigger(Value):
    """The word or words that state the happening."""

    text: str
    span: Span


class Party(Value):
    """Who acts or is acted upon, in the report's words and as an entry of the knowledge.

    `country` is an ISO 3166-1 alpha-3 code, the former code of a state that is no more (SUN, YUG), or null
    for those that belong to no one state; `organisation` is the code of an international organisation or
    group in `knowledge/data`. `sector` is PLOVER's (GOV, MIL, PAR ...).
    """

    text: str
    span: Span
    name: str
    country: str | None = None
    organisation: str | None = None
    sector: str | None = None
    office: str | None = None
    person: str | None = None
    refers_to: str | None = None
    """The earlier words that this mention refers back to ("he" -> "Vladimir Putin")."""

    @property
    def code(self) -> str | None:
        """The code of its state, else of its organisation or group."""
        return self.country or self.organisation


class Happened(Value):
    """When: a closed range of days, how precise it is, and the words it came from (null: the report's date)."""

    start: dt.date | None
    end: dt.date | None
    precision: Precision
    text: str | None = None
    span: Span | None = None


class Place(Value):
    """Where: a name and, where it is known, its GeoNames id and WGS 84 coordinates in degrees."""

    text: str
    span: Span
    name: str
    geonames_id: int | None = None
    lat: float | None = None
    lon: float | None = None
    country: str | None = None


class NamedPlace(Place):
    """A place as a report names it anywhere, whether or not anything happened there."""

    stands_for: Use = "place"
    """`government` where the name acts as one ("Paris expelled two envoys"), `people` where it is a nationality or a
    people ("French"), `name` where it is a part of the name of something else ("the University of Paris")."""

    def as_place(self) -> Place:
        """The place by itself, as a claim that stands at it holds it."""
        return Place(**self.model_dump(exclude={"stands_for"}))


class Teller(Value):
    """One link in the chain of tellers, from the outlet inwards."""

    text: str
    span: Span
    name: str
    country: str | None = None
    kind: TellerKind
    cue: str | None = None
    quotation: Quotation


class Quote(Value):
    """The quoted words that the claim stands in or brings with it."""

    text: str
    span: Span


class Quantity(Value):
    """A number that belongs to the happening."""

    text: str
    span: Span
    number: float
    unit: str


class Commemorates(Value):
    """What an observance looks back on, and the year an ordinal implies."""

    what: str
    country: str | None = None
    year: int | None = None


class Counted(Value):
    """Its place among others of its kind as the report states it: "the second such visit in six weeks"."""

    text: str
    span: Span
    number: int
    earlier: Happened
    """When the one before lay: since the start of it they are counted, or, for a first, then the last one was."""
    round: bool
    """Whether that is counted in round numbers ("in six weeks"), and not from a day ("since March", "this year")."""


class Claim(Value):
    """One happening as one report tells it."""

    id: str
    report_id: str
    outlet: str | None = None
    published: dt.date
    sentence: str
    span: Span
    trigger: Trigger
    type: str
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    front: str
    quad: str | None
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...] = ()
    reciprocal: bool = False
    happened: Happened
    place: Place | None = None
    told_by: tuple[Teller, ...] = ()
    quote: Quote | None = None
    factuality: Factuality = Factuality.CERTAIN
    auxiliary: tuple[Auxiliary, ...] = ()
    quantity: Quantity | None = None
    commemorates: Commemorates | None = None
    counted: Counted | None = None
    implied_by: ImpliedBy | None = None
    confidence: float = Field(ge=0.0, le=1.0)
    reader: str
    because: tuple[str, ...] = ()
    """Why each choice was made, in words, for `detente show`."""

    def to_json(self) -> str:
        """One line of JSON with every field of the design, nulls included."""
        return self.model_dump_json()

    @property
    def parties(self) -> tuple[Party, ...]:
        """Actors and recipients together, in that order."""
        return self.actors + self.recipients


def claim_id(report_id: str, trigger: Span, type_: str, parties: str) -> str:
    """The id of a claim: a hash of report, span, type and parties, so that reading twice adds nothing."""
    digest = hashlib.sha256(f"{report_id}\x1f{trigger[0]}-{trigger[1]}\x1f{type_}\x1f{parties}".encode())
    return f"c_{digest.hexdigest()[:16]}"
