"""What of a claim is compared with other claims: who, what, when, where and in which words."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import cached_property

from spacy.lang.en.stop_words import STOP_WORDS

from detente.claims.claim import Claim, Party, Span

STEM = 5
"""Letters of a word that are compared, so that "bombed" meets "bombing"."""
ONE_DAY = frozenset({"minute", "hour", "part of day", "day"})
"""Precisions that name a day."""
AT_SOME_TIME = dt.timedelta(days=60)
"""How far back a happening is looked for of which it is only said that it was before."""
_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"\d[\d,.]*\d|\d")


@dataclass(frozen=True, slots=True)
class Side:
    """Those who act, or are acted upon. Persons and sectors are pairs with the code of their party."""

    codes: frozenset[str]
    """Codes of states and bodies; names, where there is none."""
    known: frozenset[str]
    """The codes alone."""
    persons: frozenset[tuple[str, str]]
    sectors: frozenset[tuple[str, str]]

    @classmethod
    def of(cls, *parties: Party) -> Side:
        """The side that some parties form."""
        coded = [(party.code or party.name.lower(), party) for party in parties]
        return cls(
            frozenset(code for code, _ in coded),
            frozenset(code for code, party in coded if party.code),
            frozenset((code, party.person) for code, party in coded if party.person),
            frozenset((code, party.sector) for code, party in coded if party.sector),
        )

    def __or__(self, other: Side) -> Side:
        """Both together."""
        return Side(
            self.codes | other.codes,
            self.known | other.known,
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
    unreal: bool
    """Whether it is planned, feared, possible or denied, not told as done."""
    implied: bool
    """Whether no words state it: what a sentence presupposes."""

    @cached_property
    def words(self) -> frozenset[str]:
        """Of its sentence; only looked at where all else lets two claims meet, which few do."""
        return _words(self.claim)

    @property
    def known(self) -> frozenset[str]:
        """The codes of states and bodies on both sides."""
        return self.actors.known | self.recipients.known

    @property
    def parties(self) -> frozenset[str]:
        """The codes of both sides."""
        return self.actors.codes | self.recipients.codes


def sketch(claim: Claim) -> Sketch:
    """What is compared of a claim."""
    last = claim.happened.end or claim.happened.start or claim.published
    first = claim.happened.start or last - (AT_SOME_TIME if claim.happened.end else dt.timedelta())
    place = claim.place
    return Sketch(
        claim=claim,
        id=claim.id,
        report_id=claim.report_id,
        published=claim.published,
        span=claim.span,
        type=claim.type,
        mode=claim.mode,
        mutual=claim.reciprocal or claim.type == "CONSULT",
        actors=Side.of(*claim.actors),
        recipients=Side.of(*claim.recipients),
        first=first,
        last=last,
        one_day=claim.happened.precision in ONE_DAY and first == last,
        dated=claim.happened.text is not None,
        country=place.country if place else None,
        point=(place.lat, place.lon) if place and place.lat is not None and place.lon is not None else None,
        place=place.name if place else None,
        trigger=stem(claim.trigger.text.split()[0]) if claim.trigger.text.split() else "",
        act=claim.trigger.span,
        numbers=frozenset(_NUMBER.findall(claim.quantity.text)) if claim.quantity else frozenset(),
        unreal=claim.factuality != "CT+",
        implied=claim.implied_by is not None,
    )


def stem(word: str) -> str:
    """The beginning of a word, in lower case."""
    return word.lower()[:STEM]


def _words(claim: Claim) -> frozenset[str]:
    """The stems of what a claim's sentence says besides who its parties are."""
    parties = {word for party in claim.parties for word in _WORD.findall(f"{party.text} {party.name}".lower())}
    said = (word for word in _WORD.findall(claim.sentence.lower()) if word not in STOP_WORDS and word not in parties)
    return frozenset(stem(word) for word in said if len(word) > 2)
