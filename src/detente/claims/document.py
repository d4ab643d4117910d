"""The document that the stages of reading share and add to.

As spaCy's components read and write one `Doc`, the stages here read and write one `Document`: sentences first,
then the mentions of parties in them, the expressions of time, the places, the tellers. Each stage is a function
of the document, so each can be tried on a single sentence.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from spacy.tokens import Span as ParsedSpan
from spacy.tokens import Token

from detente.claims.claim import Happened, NamedPlace, Span, Teller
from detente.knowledge.names import NameHit
from detente.knowledge.roles import Role
from detente.reports.report import Report

_TURN = re.compile(r"^[\"“]?(?:[A-Z.'’-]+ )*([A-Z][A-Z'’-]+):", re.MULTILINE)
MentionKind = Literal["name", "role", "owner", "pronoun", "anaphor", "occasion"]


@dataclass(frozen=True, slots=True)
class Mention:
    """Words in a sentence that stand for a party, or will once a reference is resolved.

    `kind`: a `name` ("Sudan", "Putin"), a `role` ("Russian troops", "officials"), an `owner` that only modifies
    another noun ("Russian" in "Russian gas", "Israel's" in "Israel's airstrikes"), a `pronoun`, an `anaphor`
    ("the two sides", "the Asian country") or an `occasion` whose host acts ("the event did not feature ...").
    """

    root: int
    """Index of the head token in its parsed text."""
    span: Span
    text: str
    kind: MentionKind
    country: str | None = None
    organisation: str | None = None
    sector: str | None = None
    office: str | None = None
    person: str | None = None
    role: Role | None = None
    plural: bool = False
    definite: bool = False
    named_by: str | None = None
    """The kind of name that gives the country ("capital", "adjective" ...)."""
    owner_pronoun: int | None = None
    """The possessive pronoun that owns a role ("its" in "its Pyongyang embassy"), not yet resolved."""
    host: str | None = None
    """The country in which an institution abroad stands."""
    refers_to: str | None = None
    also: tuple[Mention, ...] = ()
    """Further parties of a reference to several ("the two sides")."""

    @property
    def code(self) -> str | None:
        """The code that identifies the party: a country's, else an organisation's."""
        return self.country or self.organisation

    @property
    def known(self) -> bool:
        """Whether the mention stands for a known party."""
        return self.country is not None or self.organisation is not None

    @property
    def human(self) -> bool:
        """Whether "he" or "she" can refer to it."""
        return self.person is not None or (self.role is not None and self.role.person)


@dataclass
class Sentence:
    """One parsed sentence and what has been found in it."""

    index: int
    parsed: ParsedSpan
    offset: int
    """What to add to a token's `idx` for its place in the report's text."""
    paragraph: int
    hits: list[NameHit] = field(default_factory=list)
    mentions: dict[int, Mention] = field(default_factory=dict)
    """By the index of the head token."""

    @cached_property
    def span(self) -> Span:
        """Its characters in the report's text."""
        return (self.offset + self.parsed.start_char, self.offset + self.parsed.end_char)

    @cached_property
    def text(self) -> str:
        """Its words as written."""
        return str(self.parsed.text)

    def tokens(self) -> Iterator[Token]:
        """Its tokens in order."""
        return iter(self.parsed)

    def token(self, index: int) -> Token:
        """The token with that index in its parsed text."""
        return self.parsed.doc[index]

    def at(self, start: int, end: int) -> ParsedSpan | None:
        """The tokens that cover these characters of the report's text."""
        found = self.parsed.doc.char_span(start - self.offset, end - self.offset, alignment_mode="expand")
        return found if found is not None and len(found) else None

    def characters(self, first: Token, last: Token) -> Span:
        """The characters in the report from one token to another, both included."""
        return (self.offset + first.idx, self.offset + last.idx + len(last.text))

    def in_order(self) -> list[Mention]:
        """The mentions from left to right."""
        return sorted(self.mentions.values(), key=lambda mention: mention.root)


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that say when, and the days they mean, seen from the report's date."""

    span: Span
    text: str
    value: Happened
    kind: Literal["DATE", "TIME", "DURATION", "SET"]
    timex: str
    """TimeML's TIMEX3 value."""
    why: str
    """Why these days, in words that follow the expression: "the last Friday before the report's date"."""


@dataclass(frozen=True, slots=True)
class Located:
    """A name in a sentence, the place it means, and why that one."""

    sentence: int
    tokens: range
    """Indices of its tokens in their parsed text."""
    place: NamedPlace
    why: str


@dataclass(frozen=True, slots=True)
class Occasion:
    """A gathering that has a host and a day and can be spoken of again ("the parade", "the event")."""

    sentence: int
    root: int
    noun: str
    host: Mention | None
    happened: Happened | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Words in a report and the chain of those who tell them, from the outlet inwards."""

    content: tuple[Span, ...]
    """The stretches that are told, in order; the words that only say who tells them lie between."""
    tellers: tuple[Teller, ...]
    parties: tuple[Mention | None, ...]
    """The party behind each teller, where one is known."""
    cue: int | None
    sentence: int
    order: int = 1
    """Among those who tell the same words: 0 for who passes them on, 1 for who speaks, 2 for who is cited."""
    source: tuple[Span, ...] = ()
    """Who tells it as written, with modifiers and appositions; empty where nobody is named."""
    cue_spans: tuple[Span, ...] = ()
    """The words that bring it in, with auxiliaries and particles."""
    why: str = ""
    """How it was found, in words."""

    def holds(self, position: int) -> bool:
        """Whether a character of the report lies in what is told."""
        return any(start <= position < end for start, end in self.content)

    def extent(self, within: Span) -> int:
        """How many characters of a stretch are told."""
        return sum(max(0, min(end, within[1]) - max(start, within[0])) for start, end in self.content)


@dataclass
class Document:
    """A report under reading."""

    report: Report
    sentences: list[Sentence] = field(default_factory=list)
    times: list[TimeExpression] = field(default_factory=list)
    occasions: list[Occasion] = field(default_factory=list)
    attributions: list[Attribution] = field(default_factory=list)
    quotations: list[Span] = field(default_factory=list)
    places: list[Located] | None = None
    """None until a claim asks: most reports state none."""

    @property
    def published(self) -> dt.date:
        """The report's date, from which every "yesterday" and every office is reckoned."""
        return self.report.published

    @cached_property
    def speakers(self) -> frozenset[str]:
        """Those in whose names, in capitals and with a colon, several paragraphs open: "KELLY: ..."."""
        counted = Counter(_TURN.findall(self.report.text))
        return frozenset(name for name, count in counted.items() if count > 1)

    def before(self, index: int, within: int) -> list[Sentence]:
        """The sentences before one, the nearest first."""
        return self.sentences[max(0, index - within) : index][::-1]

    def sentence_at(self, position: int) -> Sentence | None:
        """The sentence that holds a character of the report."""
        return next((s for s in self.sentences if s.span[0] <= position < s.span[1]), None)
