"""What of a claim is compared with other claims: who, what, when, where and in which words."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from spacy.lang.en.stop_words import STOP_WORDS

from detente.claims.claim import Claim, Party, Place, Span
from detente.knowledge.gazetteer import places_named
from detente.knowledge.words import words

STEM = 5
"""Letters of a word that are compared, so that "bombed" meets "bombing"."""
ONE_DAY = frozenset({"minute", "hour", "part of day", "day"})
"""Precisions that name a day."""
AT_SOME_TIME = dt.timedelta(days=60)
"""How far back a happening is looked for of which it is only said that it was before."""
WIDE = frozenset({"country", "region"})
"""Kinds of places in which a happening has no one spot."""
ROUGHLY = words("counts roughly")
_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"\d[\d,.]*\d|\d")


@dataclass(frozen=True, slots=True)
class Side:
    """Those who act, or are acted upon. Persons and sectors are pairs with the code of their party."""

    codes: frozenset[str]
    """Codes of states and bodies; where nobody has one, the country of the act, else names."""
    known: frozenset[str]
    """The codes that are given."""
    found_by: frozenset[str]
    """The codes that are given; where there is none, the country of the act: gunmen are of where they strike."""
    persons: frozenset[tuple[str, str]]
    sectors: frozenset[tuple[str, str]]

    @classmethod
    def of(cls, parties: Sequence[Party], host: str | None) -> Side:
        """The side that some parties form, in an act that a country is host to."""
        coded = [(party.code or party.name.lower(), party) for party in parties]
        known = frozenset(code for code, party in coded if party.code)
        hosted = frozenset({host} if host and parties and not known else ())
        return cls(
            known or hosted or frozenset(party.name.lower() for party in parties),
            known,
            known or hosted,
            frozenset((code, party.person) for code, party in coded if party.person),
            frozenset((code, party.sector) for code, party in coded if party.sector),
        )

    def __or__(self, other: Side) -> Side:
        """Both together."""
        return Side(
            self.codes | other.codes,
            self.known | other.known,
            self.found_by | other.found_by,
            self.persons | other.persons,
            self.sectors | other.sectors,
        )


@dataclass(frozen=True)
class Sketch:
    """A claim for comparing. `first` and `last` are the days between which it happened."""

    claim: Claim

    id: str
    report_id: str
    published: dt.date
    span: Span
    type: str
    mode: str | None
    mutual: bool
    """Whether it does not matter much who is told as acting: A receives B, B visits A."""
    actors: Side
    recipients: Side
    first: dt.date
    last: dt.date
    one_day: bool
    dated: bool
    """Whether words say when."""
    country: str | None
    point: tuple[float, float] | None
    place: str | None
    trigger: str
    act: Span
    """The characters of the words that state it."""
    numbers: frozenset[str]
    roughly: bool
    """Whether the numbers are no exact count: "at least 40"."""
    unreal: bool
    """Whether it is planned, feared, possible or denied, not told as done."""
    implied: bool
    """Whether no words state it: what a sentence presupposes."""

    @cached_property
    def words(self) -> frozenset[str]:
        """Of its sentence; only looked at where all else lets two claims meet, which few do."""
        return _words(self.claim)

    @property
    def found_by(self) -> frozenset[str]:
        """The codes of states and bodies on both sides, and of the states in which they act."""
        return self.actors.found_by | self.recipients.found_by

    @property
    def parties(self) -> frozenset[str]:
        """The codes of both sides."""
        return self.actors.codes | self.recipients.codes


def sketch(claim: Claim) -> Sketch:
    """What is compared of a claim."""
    last = claim.happened.end or claim.happened.start or claim.published
    first = claim.happened.start or last - (AT_SOME_TIME if claim.happened.end else dt.timedelta())
    place, host = claim.place, host_of(claim)
    return Sketch(
        claim=claim,
        id=claim.id,
        report_id=claim.report_id,
        published=claim.published,
        span=claim.span,
        type=claim.type,
        mode=claim.mode,
        mutual=claim.reciprocal or claim.type == "CONSULT",
        actors=Side.of(claim.actors, host),
        recipients=Side.of(claim.recipients, host),
        first=first,
        last=last,
        one_day=claim.happened.precision in ONE_DAY and first == last,
        dated=claim.happened.text is not None,
        country=place.country if place else None,
        point=_point(place) if place else None,
        place=place.name if place else None,
        trigger=stem(claim.trigger.text.split()[0]) if claim.trigger.text.split() else "",
        act=claim.trigger.span,
        numbers=frozenset(_NUMBER.findall(claim.quantity.text)) if claim.quantity else frozenset(),
        roughly=claim.quantity is not None and not ROUGHLY.isdisjoint(claim.quantity.text.lower().split()),
        unreal=claim.factuality != "CT+",
        implied=claim.implied_by is not None,
    )


def host_of(claim: Claim) -> str | None:
    """The country of an act that nobody of a known state or body does, or suffers: of gunmen, of schoolgirls."""
    unknown = any(side and not any(party.code for party in side) for side in (claim.actors, claim.recipients))
    return claim.place.country if claim.place and unknown else None


def _point(place: Place) -> tuple[float, float] | None:
    """Where a place lies; None for a country or a region, whose middle is far from most that happens in it."""
    if place.lat is None or place.lon is None:
        return None
    point = place.lat, place.lon
    wide = any(named.kind in WIDE and (named.lat, named.lon) == point for named in places_named(place.name))
    return None if wide else point


def stem(word: str) -> str:
    """The beginning of a word, in lower case."""
    return word.lower()[:STEM]


def _words(claim: Claim) -> frozenset[str]:
    """The stems of what a claim's sentence says besides which states and bodies its parties are."""
    coded = (party for party in claim.parties if party.code)
    parties = {word for party in coded for word in _WORD.findall(f"{party.text} {party.name}".lower())}
    said = (word for word in _WORD.findall(claim.sentence.lower()) if word not in STOP_WORDS and word not in parties)
    return frozenset(stem(word) for word in said if len(word) > 2)
