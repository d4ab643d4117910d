"""What counts as a word when a record is searched, the same whatever database keeps it.

The words are made here, before any database sees them: letters and digits that stand together, without accents and in
small letters. Neither database's own idea of a word comes in, so both find the same.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from detente.errors import QueryError

_WORD = re.compile(r"[^\W_]+")
_ASKED = re.compile(r'"([^"]*)"|(\S+)')
LONGEST_WORD = 60
"""Characters of a word that count; databases have a limit too."""
LONGEST_TEXT = 200_000
"""Characters of a text in which words are found; what comes later in so long a report is not searched."""


def words(text: str) -> str:
    """The words of a text, parted by blanks."""
    plain = unicodedata.normalize("NFKD", text[:LONGEST_TEXT])
    bare = "".join(char for char in plain if not unicodedata.combining(char)) if not plain.isascii() else plain
    return " ".join(word[:LONGEST_WORD] for word in _WORD.findall(bare.casefold()))


@dataclass(frozen=True, slots=True)
class WantedWords:
    """What a text must hold: words that follow each other, each sequence as one, and beginnings of words."""

    phrases: tuple[str, ...]
    beginnings: tuple[str, ...]

    def patterns(self) -> list[str]:
        """What the words of a text, with a blank before and after them, must be LIKE; all of it."""
        return [f"% {phrase} %" for phrase in self.phrases] + [f"% {start}%" for start in self.beginnings]


def wanted_words(asked: str) -> WantedWords:
    """What is meant by words in any order, a "quoted phrase" and a beginning* of a word.

    Raises:
        QueryError: there is no word in it.
    """
    phrases, beginnings = [], []
    for quoted, single in _ASKED.findall(asked):
        found = words(quoted or single)
        if single.endswith("*") and found and " " not in found:
            beginnings.append(found)
        elif found:
            phrases.append(found)
    if not phrases and not beginnings:
        raise QueryError(f"text {asked!r}", "holds no word", 'give words, a "quoted phrase" or the begin* of one')
    return WantedWords(tuple(phrases), tuple(beginnings))
