"""Which states a body had on a day: the United Kingdom was one of the European Union's until 31 January 2020."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from detente.knowledge.countries import bodies
from detente.knowledge.tables import Term, rows, term


def members(code: str) -> Mapping[str, tuple[Term, ...]]:
    """The states of a body and the terms for which they are of it; none where the code is no body's with states."""
    return _dated().get(code) or _undated().get(code, {})


@cache
def _dated() -> Mapping[str, Mapping[str, tuple[Term, ...]]]:
    found: dict[str, dict[str, tuple[Term, ...]]] = defaultdict(dict)
    for row in rows("memberships"):
        of_body = found[row["body"]]
        of_body[row["country"]] = (*of_body.get(row["country"], ()), term(row))
    return dict(found)


@cache
def _undated() -> Mapping[str, Mapping[str, tuple[Term, ...]]]:
    return {body.code: dict.fromkeys(body.members, (Term(),)) for body in bodies().values()}
