"""A brief: the chronology of a tie, in sentences that each name their sources.

Nothing is told that no claim tells and no imported row codes. Events lie in phases, parted by silence; in each phase
the events come in the order of their days, with the words of the surest claim or the code of the row, on whose word it
is, who denies it, and what precedents it has. Disputed events are set out again with both sides. The same record gives
the same brief.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from detente.claims.claim import Claim, Span
from detente.events.event import Event, Participant
from detente.events.numerals import span
from detente.events.sources import DENIALS, word
from detente.knowledge.countries import name_in_text
from detente.knowledge.plover import CONFLICTUAL, COOPERATIVE
from detente.knowledge.tables import rows

SILENCE = dt.timedelta(days=60)
"""Without events for so long, a new phase begins."""


Cited = tuple[Claim, ...] | Event
"""What a sentence rests on: the claims that stand in one sentence of a report, or an event that was imported."""


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence and the numbers of the sources that it rests on."""

    words: str
    cites: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Phase:
    """A stretch of a tie: its heading, and its sentences."""

    heading: str
    sentences: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """A brief on a tie. `cited` has the sources in the order of their numbers from 1."""

    title: str
    phases: tuple[Phase, ...]
    disputed: tuple[Told, ...]
    cited: tuple[Cited, ...]


def brief(a: str, b: str, events: Sequence[Event], claims: Mapping[str, Claim]) -> Brief:
    """The brief on two parties from the events between them and the claims that tell these, by id."""
    told = [
        event
        for event in sorted(events, key=lambda e: (e.day, e.happened.start or e.day, e.id))
        if event.origin is not None or any(c in claims for c in event.claims)
    ]
    cited = _sources(told, claims)
    numbers = {id_: number for number, held in enumerate(cited, 1) for id_ in _ids(held)}
    return Brief(
        title=title(a, b),
        phases=tuple(_phase(phase, claims, numbers) for phase in _phases(told)),
        disputed=tuple(s for e in told if e.status == "disputed" for s in _both_sides(e, claims, numbers)),
        cited=tuple(cited),
    )


def title(a: str, b: str) -> str:
    """Two parties, each given by its code, as a heading names them: "The United States and China"."""
    return f"{_capital(_name(a))} and {_name(b)}"


def _sources(events: Sequence[Event], claims: Mapping[str, Claim]) -> list[Cited]:
    """Imported events, and claims of one sentence of a report together, in the order in which they are told."""
    found: dict[str | tuple[str, Span], Event | list[Claim]] = {}
    for event in events:
        if event.origin is not None:
            found[event.id] = event
        for claim in (claims[claim] for claim in event.claims if claim in claims):
            held = found.setdefault((claim.report_id, claim.span), [])
            assert isinstance(held, list)
            held.append(claim)
    return [held if isinstance(held, Event) else tuple(held) for held in found.values()]


def _ids(cited: Cited) -> Iterator[str]:
    yield from (cited.id,) if isinstance(cited, Event) else (claim.id for claim in cited)


def _phases(events: Sequence[Event]) -> list[list[Event]]:
    found: list[list[Event]] = []
    for event in events:
        if found and event.day - found[-1][-1].day < SILENCE:
            found[-1].append(event)
        else:
            found.append([event])
    return found


def _phase(events: Sequence[Event], claims: Mapping[str, Claim], numbers: Mapping[str, int]) -> Phase:
    sentences = [_overview(events, numbers)] if len(events) > 1 else []
    said = ""
    for event in events:
        when = _when(event)
        sentences.append(_sentence(event, claims, numbers, "" if when == said else when))
        said = when
    return Phase(_heading(events), tuple(sentences))


def _heading(events: Sequence[Event]) -> str:
    first, last = events[0].day, events[-1].day
    same_month, same_year = (first.year, first.month) == (last.year, last.month), first.year == last.year
    began = "" if same_month else f"{first:%B} to " if same_year else f"{first:%B %Y} to "
    return f"{began}{last:%B %Y}"


def _overview(events: Sequence[Event], numbers: Mapping[str, int]) -> Told:
    happened = [event for event in events if event.factuality not in DENIALS]
    sides = [(name, sum(e.type in types for e in happened)) for name, types in _SIDES]
    counted = " and ".join(f"{number} of {name}" for name, number in sides if number)
    days = (events[-1].day - events[0].day).days
    over = f"within {span(days)}" if days else "on one day"
    other = len(events) - sum(number for _, number in sides)
    rest = f"{', ' if counted else ''}{other} of neither" if other else ""
    return Told(
        f"The record has {len(events)} events {over}: {counted}{rest}.",
        _cites(events, numbers),
    )


_SIDES = (("cooperation", COOPERATIVE), ("conflict", CONFLICTUAL))


def _sentence(event: Event, claims: Mapping[str, Claim], numbers: Mapping[str, int], when: str) -> Told:
    """An event in a sentence; its day is left out where the sentence before has it."""
    who = _who(event)
    subject = f"{when} {who}" if when else _capital(who)
    parts = [f"{subject} {_did(event)}{_in_its_words(event, claims)}", *_qualified(event, claims)]
    parts += [precedent.words for precedent in event.precedents if precedent.events or precedent.claim]
    return Told("; ".join(parts) + ".", _cites([event], numbers))


def _in_its_words(event: Event, claims: Mapping[str, Claim]) -> str:
    """The words of the surest claim, or what the set that an event comes from calls it."""
    if event.origin is not None:
        return f" (coded {event.origin.code})" if event.origin.code else ""
    best = min((claims[c] for c in event.claims if c in claims), key=lambda c: (c.factuality != event.factuality, c.id))
    return f" (“{best.trigger.text}”)"


def _cites(events: Sequence[Event], numbers: Mapping[str, int]) -> tuple[int, ...]:
    return tuple(sorted({numbers[id_] for event in events for id_ in (event.id, *event.claims) if id_ in numbers}))


def _qualified(event: Event, claims: Mapping[str, Claim]) -> Iterator[str]:
    """How surely it is said, on whose word, and who denies it."""
    if event.factuality in DENIALS:
        yield "this is told only as not so"
    elif "future" in event.auxiliary:
        yield "this was said to lie ahead"
    elif event.factuality != "CT+":
        yield f"this is said to be less than certain ({event.factuality.value})"
    tellers = [teller.name for c in event.claims if c in claims and (teller := word(claims[c])) is not None]
    if tellers and event.status != "disputed":
        yield f"on the word of {_listed(list(dict.fromkeys(tellers)))}"
    if event.denied_by and event.factuality not in DENIALS:
        yield f"{_listed([_name(name) for name in event.denied_by])} denied it"
    if event.status == "corroborated":
        yield f"{len(event.sources)} independent sources tell it"


def _both_sides(event: Event, claims: Mapping[str, Claim], numbers: Mapping[str, int]) -> Iterator[Told]:
    """What each source of a disputed event says, in its own words."""
    for source in event.sources:
        told = [claims[claim] for claim in source.claims if claim in claims]
        for claim in told[:1]:
            who = _listed(list(source.word_of or source.outlets or source.reports))
            verb = "say that it is not so" if source.factuality in DENIALS else "say that it is"
            quoted = " ".join(claim.sentence.split())
            yield Told(f"{who} {verb}: “{quoted}”", (numbers[claim.id],))


def _who(event: Event) -> str:
    return _listed([_party(party) for party in event.actors]) or "Somebody"


def _did(event: Event) -> str:
    row = _verbs().get((event.type, event.mode or ""), _verbs()[event.type, ""])
    others = _listed([_party(party) for party in event.recipients])
    if not others:
        return row[1] if len(event.actors) > 1 else row[0].format(b="others")
    return row[0].format(b=others)


@cache
def _verbs() -> dict[tuple[str, str], tuple[str, str]]:
    return {(row["type"], row["mode"]): (row["verb"], row["both"]) for row in rows("verbs")}


def _party(party: Participant) -> str:
    named = _name(party.code) if party.code else party.name
    return f"{party.person} of {named}" if party.person else named


def _name(code: str) -> str:
    name, _, sector = code.partition("/")
    return name_in_text(name) + (f" ({sector})" if sector else "")


def _when(event: Event) -> str:
    """The days of an event; where a report names no day it lies at or before its date, while a set says all."""
    happened = event.happened
    start, end = happened.start, happened.end
    if start is not None and start == end:
        return f"On {_day(start)}"
    if happened.text is None and end is not None and event.origin is None:
        return f"On or shortly before {_day(end)}"
    if start is not None and end is not None:
        return f"Between {_day(start)} and {_day(end)}"
    day = start or end
    return f"{'From' if start else 'Before'} {_day(day)}" if day else "At an unknown time"


def _day(day: dt.date) -> str:
    return f"{day.day} {day:%B %Y}"


def _listed(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)


def _capital(words_: str) -> str:
    return words_[:1].upper() + words_[1:]
