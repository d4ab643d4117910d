"""Finding every known name in a text in one pass.

An Aho-Corasick automaton over all names of the knowledge: countries, nationalities, capitals, seats of
government, organisations, groups, people in office, outlets and places. Sifting, party mentions, tellers and
places all start from its hits, so the text is walked once.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from ahocorasick_rs import AhoCorasick

from detente.knowledge.countries import bodies, countries
from detente.knowledge.people import by_person
from detente.knowledge.tables import Term, rows, several, term

NameKind = Literal[
    "country", "adjective", "people", "capital", "seat", "organisation", "group", "person", "outlet", "place"
]
PREFERENCE: tuple[NameKind, ...] = (
    "country", "capital", "adjective", "people", "seat", "person", "organisation", "group", "outlet", "place",
)  # fmt: skip
ONLY_IN_TERM: frozenset[NameKind] = frozenset({"capital", "seat"})
"""Kinds that stand for a government only while it sits there."""
KINDS = ("state", "territory", "de-facto", "former")


@dataclass(frozen=True, slots=True)
class Name:
    """One reading of a string: what kind of name, and the code or canonical name it stands for."""

    kind: NameKind
    key: str
    sector: str | None = None
    term: Term = field(default_factory=Term)
    rank: int = 0
    """Among readings of one kind: states before territories before states that are no more."""


@dataclass(frozen=True, slots=True)
class NameHit:
    """A name found in a text: its characters and its readings, the likeliest first."""

    start: int
    end: int
    text: str
    names: tuple[Name, ...]

    def reading(self, *kinds: NameKind, day: dt.date | None = None) -> Name | None:
        """The likeliest reading of one of these kinds; one that is valid on the day goes before one that is not.

        A report of today may speak of the Soviet Union, but "Aden" no longer stands for the government of South Yemen.
        """
        fitting = [name for name in self.names if name.kind in kinds]
        valid = [name for name in fitting if day is None or name.term.holds(day)]
        past = [name for name in fitting if name.kind not in ONLY_IN_TERM]
        return next(iter(valid or past), None)


@dataclass(frozen=True, slots=True)
class Namesake:
    """A phrase that looks like a party and is none, with the words that must stand near for it to hold."""

    text: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    why: str
    """What it is instead."""

    def holds(self, text: str, start: int, end: int) -> bool:
        """Whether the phrase at these characters is the namesake."""
        if not self.before and not self.after:
            return True
        left, right = text[max(0, start - 60) : start], text[end : end + 60]
        return any(w in left for w in self.before) or any(w in right for w in self.after)


@dataclass(frozen=True)
class Names:
    """The automaton with what each of its patterns stands for."""

    automaton: AhoCorasick
    patterns: tuple[str, ...]
    readings: dict[str, tuple[Name, ...]]
    namesakes: dict[str, tuple[Namesake, ...]]

    def find(self, text: str) -> list[NameHit]:
        """All names in a text, longest first at each place, none inside another, namesakes left out."""
        spans = sorted(
            (
                (start, end, self.patterns[index])
                for index, start, end in self.automaton.find_matches_as_indexes(text, overlapping=True)
                if _stands_alone(text, start, end)
            ),
            key=lambda span: (span[0], -span[1]),
        )
        hits: list[NameHit] = []
        taken = -1
        for start, end, pattern in spans:
            if start < taken:
                continue
            namesake = any(n.holds(text, start, end) for n in self.namesakes.get(pattern, ()))
            if namesake:
                taken = end
            elif pattern in self.readings:
                hits.append(NameHit(start, end, pattern, self.readings[pattern]))
                taken = end
        return hits

    def namesakes_in(self, text: str, *why: str) -> list[tuple[int, int]]:
        """The characters of the namesakes in a text that are one of these things ("person")."""
        found = (
            (start, end, self.namesakes.get(self.patterns[index], ()))
            for index, start, end in self.automaton.find_matches_as_indexes(text, overlapping=True)
            if _stands_alone(text, start, end)
        )
        return [
            (start, end)
            for start, end, meant in found
            if any(n.why in why and n.holds(text, start, end) for n in meant)
        ]


def _stands_alone(text: str, start: int, end: int) -> bool:
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return not (before.isalnum() or before in "_@#") and not (after.isalnum() or after == "_")


@cache
def names() -> Names:
    """The automaton over the whole knowledge, built once a process."""
    readings: dict[str, set[Name]] = defaultdict(set)
    for form, name in _all_names():
        for written in {form, _unapostrophed(form)}:
            readings[written].add(name)
    readings.pop("", None)
    namesakes: dict[str, list[Namesake]] = defaultdict(list)
    for row in rows("namesakes"):
        namesake = Namesake(row["text"], several(row["context_left"]), several(row["context_right"]), row["why"])
        namesakes[namesake.text].append(namesake)
    patterns = tuple(sorted({*readings, *namesakes}))
    return Names(
        AhoCorasick(list(patterns)),
        patterns,
        {form: tuple(sorted(found, key=_preference)) for form, found in readings.items()},
        {form: tuple(found) for form, found in namesakes.items()},
    )


def _preference(name: Name) -> tuple[int, int, str]:
    return PREFERENCE.index(name.kind), name.rank, name.key


def _unapostrophed(form: str) -> str:
    return form.replace("'", "’")


def _all_names() -> list[tuple[str, Name]]:
    found: list[tuple[str, Name]] = []
    for country in countries().values():
        forms: tuple[tuple[NameKind, tuple[str, ...], str | None], ...] = (
            ("country", (country.name, *country.aliases), None),
            ("adjective", country.adjectives, None),
            ("people", country.people, "CVL"),
            ("capital", country.capitals, "GOV"),
        )
        rank = KINDS.index(country.kind)
        found += [
            (form, Name(kind, country.code, sector, country.term, rank))
            for kind, written, sector in forms
            for form in written
        ]
    for body in bodies().values():
        kind: NameKind = "group" if body.kind == "group" else "organisation"
        found += [(form, Name(kind, body.code, body.sector)) for form in (body.name, *body.aliases)]
    found += [
        (form, Name("seat", row["country"], row["sector"], term(row)))
        for row in rows("seats")
        for form in (row["name"], *several(row["aliases"]))
    ]
    found += [(form, Name("person", form)) for form in by_person() if " " in form or len(form) > 4]
    found += [
        (form, Name("outlet", row["name"]))
        for row in rows("outlets")
        for form in (row["name"], *several(row["aliases"]))
    ]
    found += [
        (form, Name("place", row["name"])) for row in rows("places") for form in (row["name"], *several(row["aliases"]))
    ]
    return [(form, name) for form, name in found if len(form) > 1 and re.search(r"\w", form)]
