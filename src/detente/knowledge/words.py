"""Closed lists of words that the rules of reading ask about, kept in `knowledge/data/words.csv`.

A linguist edits the list; the rule that asks ("is this a verb whose object does the next thing?") stays as it is.
"""

from __future__ import annotations

from functools import cache
from typing import Literal

from detente.errors import KnowledgeError
from detente.knowledge.tables import rows, several

NumberKind = Literal["count", "scale", "vague", "ordinal", "anniversary"]


@cache
def _lists() -> dict[str, frozenset[str]]:
    return {row["list"]: frozenset(several(row["words"])) for row in rows("words")}


@cache
def numbers(kind: NumberKind) -> dict[str, int]:
    """The numbers that words say, by kind.

    `count` ("twelve"), `scale` ("dozen", "million": they multiply what stands before), `vague` ("several": about how
    many), `ordinal` ("third", "fiftieth") and `anniversary` ("centenary": the years it is of).
    """
    return {row["word"]: int(row["value"]) for row in rows("numbers") if row["kind"] == kind}


def words(name: str) -> frozenset[str]:
    """The words of a list, lower-case lemmas.

    Raises:
        KnowledgeError: there is no list of that name.
    """
    try:
        return _lists()[name]
    except KeyError:
        raise KnowledgeError("knowledge/data/words.csv", f"has no list {name!r}", "add it there") from None
