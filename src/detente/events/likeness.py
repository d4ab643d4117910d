"""How likely two claims tell of one happening: evidence for and against, weighed.

Some things rule it out whatever else is alike: no party in common, types that no happening is told by, days that
the texts tell apart. Of the rest each piece of evidence has a weight in `knowledge/data/likeness.csv`, fitted on groups
of reports written for it (`training/joining.py`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import cache
from math import exp

from detente.events.sketch import Side, Sketch
from detente.knowledge.distances import kilometres
from detente.knowledge.plover import kindred
from detente.knowledge.tables import rows

SLACK = dt.timedelta(days=1)
"""What two tellings may differ by, through time zones and late evenings."""
REACH = 45
"""Days that the ends of two windows may lie apart: "this year" and "on Monday" are no telling of one happening."""
SAME_TOWN_KM = 40
Evidence = dict[str, float]


def likeness(one: Sketch, other: Sketch) -> float:
    """The probability that two claims tell of one happening, 0 where something rules it out."""
    found = evidence(one, other)
    if found is None:
        return 0.0
    weighed = weights()
    return 1 / (1 + exp(-sum(weighed[name] * value for name, value in found.items())))


@cache
def weights() -> dict[str, float]:
    """What each piece of evidence counts for."""
    return {row["evidence"]: float(row["weight"]) for row in rows("likeness")}


def evidence(one: Sketch, other: Sketch) -> Evidence | None:
    """All that speaks for and against two claims telling of one happening; None where something rules it out."""
    if told_apart(one, other) or not _may_meet(one, other):
        return None
    return (
        {"always": 1.0}
        | _what(one, other)
        | _who(one, other)
        | _when(one, other)
        | _where(one, other)
        | _words(one, other)
    )


def told_apart(one: Sketch, other: Sketch) -> bool:
    """Whether the texts tell two claims apart: by their days, as earlier than what is told, as by others."""
    if one.first > other.last + SLACK or other.first > one.last + SLACK:
        return True
    if one.report_id != other.report_id:
        return False
    if one.implied != other.implied or (one.one_day and other.one_day and one.first != other.first):
        return True
    return _same_act(one, other) and _of_others(one, other)


def _of_others(one: Sketch, other: Sketch) -> bool:
    """Whether two claims read at the same words are of several who did the same: "attended by A and by B"."""
    actors = one.actors.known, other.actors.known
    swapped = actors[0] & other.recipients.known or actors[1] & one.recipients.known
    return all(actors) and not actors[0] & actors[1] and not swapped


def _may_meet(one: Sketch, other: Sketch) -> bool:
    if abs((one.last - other.last).days) > REACH or not one.found_by & other.found_by:
        return False
    if _same_act(one, other):
        return True
    if one.type != other.type and frozenset((one.type, other.type)) not in kindred():
        return False
    if one.mutual or other.mutual:
        return True
    return _agree(one.actors.known, other.actors.known) and _agree(one.recipients.known, other.recipients.known)


def _agree(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two sides can be the same: some state or body is on both, or one names none."""
    return not one or not other or bool(one & other)


def _same_act(one: Sketch, other: Sketch) -> bool:
    """Whether two claims were read at the same words."""
    return one.report_id == other.report_id and one.act[0] < other.act[1] and other.act[0] < one.act[1]


def _what(one: Sketch, other: Sketch) -> Evidence:
    same = one.type == other.type
    modes = bool(one.mode and other.mode)
    return {
        "same type": float(same),
        "kindred type": 0.0 if same else kindred().get(frozenset((one.type, other.type)), 0.0),
        "same trigger": float(one.trigger == other.trigger),
        "same mode": float(modes and one.mode == other.mode),
        "another mode": float(modes and one.mode != other.mode),
        "one is not real": float(one.unreal != other.unreal),
        "same words of the act": float(_same_act(one, other)),
        "same sentence": float(one.report_id == other.report_id and one.span == other.span),
        "same report": float(one.report_id == other.report_id and one.span != other.span),
    }


def _who(one: Sketch, other: Sketch) -> Evidence:
    if one.mutual or other.mutual:
        sides = [(one.actors | one.recipients, other.actors | other.recipients)]
    else:
        sides = [(one.actors, other.actors), (one.recipients, other.recipients)]
    persons = any(_differ(a.persons, b.persons) for a, b in sides)
    sectors = any(_differ(a.sectors, b.sectors) for a, b in sides)
    return {
        "parties shared": _mean_shared([(a, b) for a, b in sides if a.found_by and b.found_by] or sides),
        "a side unknown": float(any(not a.known or not b.known for a, b in sides)),
        "acting otherwise": float(len(sides) > 1 and not _agree(one.actors.codes, other.actors.codes)),
        "same person": float(any(a.persons & b.persons for a, b in sides)),
        "another person": float(persons),
        "another person meets": float(persons and one.type == other.type == "CONSULT"),
        "another sector": float(sectors),
        "another sector in one report": float(sectors and one.report_id == other.report_id),
    }


def _differ(one: frozenset[tuple[str, str]], other: frozenset[tuple[str, str]]) -> bool:
    """Whether some party has persons, or sectors, named in both claims, and none of them twice."""
    shared = {code for code, _ in one} & {code for code, _ in other}
    return any(not {p for p in one if p[0] == code} & {p for p in other if p[0] == code} for code in shared)


def _mean_shared(sides: Sequence[tuple[Side, Side]]) -> float:
    return sum(_shared(one.codes, other.codes) for one, other in sides) / len(sides)


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one | other else 1.0


def _when(one: Sketch, other: Sketch) -> Evidence:
    apart = max((one.first - other.last).days, (other.first - one.last).days, 0)
    return {
        "same day": float(one.one_day and other.one_day and one.first == other.first),
        "next day": float(one.one_day and other.one_day and one.first != other.first),
        "windows apart": float(apart > 0 and not (one.one_day and other.one_day)),
        "both dated": float(one.dated and other.dated),
        "published apart": min(abs((one.published - other.published).days), 14) / 7,
    }


def _where(one: Sketch, other: Sketch) -> Evidence:
    towns = one.point is not None and other.point is not None
    near = towns and kilometres(one.point or (0, 0), other.point or (0, 0)) <= SAME_TOWN_KM
    lands = bool(one.country and other.country)
    return {
        "same place": float(near or bool(one.place and one.place == other.place)),
        "another place": float(towns and not near),
        "another country": float(lands and one.country != other.country),
    }


def _words(one: Sketch, other: Sketch) -> Evidence:
    shared = len(one.words & other.words)
    least = min(len(one.words), len(other.words))
    numbers = bool(one.numbers and other.numbers)
    exact = not one.roughly and not other.roughly
    return {
        "words shared": shared / least if least else 0.0,
        "same number": float(numbers and bool(one.numbers & other.numbers)),
        "another number": float(numbers and exact and not one.numbers & other.numbers),
    }
