"""The lexicon: which words state which PLOVER type, and where in the sentence their parties stand.

One CSV file a type under `knowledge/data/lexicon`, one row a trigger with an example that is its test;
`shifters.csv` holds the words that change the type of another ("refused to meet"), `nouns.csv` the classes of
nouns that triggers name in braces, `light_verbs.csv` the verbs that only carry a noun ("hold talks").
`docs/lexicon.md` explains the notation.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import Literal

from detente.errors import KnowledgeError
from detente.knowledge.plover import CONFLICTUAL, COOPERATIVE, TYPES
from detente.knowledge.tables import Row, rows
from detente.knowledge.words import words

Arrow = Literal[">", ">?", "<>", ">*"]
Pos = Literal["v", "n", "a"]
ROLES = frozenset(
    {"subj", "obj", "iobj", "it", "comp", "in-obj", "inner", "agent", "maker", "whom", "host", "teller", "addressee"}
)
"""Slots named for what they are in the sentence; every other slot is a preposition."""
LEXICON = "knowledge/data/lexicon/"
_FRAME = re.compile(r"(?P<actors>[a-z -]*?)\s*(?P<arrow><>|>\?|>\*|>)\s*(?P<recipients>[a-z -]*)")
_WORDS = re.compile(r"\{[^}]*\}|\S+")


COMPLEMENTS = frozenset({"TO", "THAT", "MUST", "ALONE"})
"""What a trigger asks of its clause: an infinitive, a that-clause, one with "must" or "should", no object."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the parties of a trigger stand: slots in the order they are tried."""

    actors: tuple[str, ...]
    arrow: Arrow
    recipients: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pattern:
    """The words of a trigger: its head, what must go with it, and the nouns its object must be one of."""

    written: str
    head: str
    pos: Pos
    literals: tuple[str, ...]
    nouns: frozenset[str] | None
    follows: str | None
    """The preposition that must follow the object ("fire {=missile} at")."""
    complement: Literal["TO", "THAT", "MUST", "ALONE"] | None

    @property
    def specificity(self) -> float:
        """How much a pattern asks for; the more, the surer."""
        asked = 0 if self.nouns is None else 1.5 if "*" in self.nouns else 3
        return 2 * len(self.literals) + asked + 2 * (self.complement is not None) + (self.follows is not None)


@dataclass(frozen=True, slots=True)
class Trigger:
    """A pattern that states a type, with its frame."""

    pattern: Pattern
    type: str
    mode: str | None
    frame: Frame


@dataclass(frozen=True, slots=True)
class Shifter:
    """A pattern that changes the type of the trigger below it."""

    pattern: Pattern
    over: frozenset[str]
    gives: str
    mode: str | None
    frame: Frame


@dataclass(frozen=True)
class Lexicon:
    """All triggers and shifters by head lemma and part of speech, the most specific first."""

    triggers: dict[tuple[str, Pos], tuple[Trigger, ...]]
    shifters: dict[tuple[str, Pos], tuple[Shifter, ...]]
    light_verbs: frozenset[str]


def frame(written: str) -> Frame:
    """Reads `subj > obj with` and the like.

    Raises:
        KnowledgeError: the frame has no arrow or names a slot that does not exist.
    """
    found = _FRAME.fullmatch(written.strip())
    unknown = set(re.findall(r"[a-z-]+", written)) - ROLES - words("slot prepositions")
    if found is None or unknown:
        told = f"no slot {sorted(unknown)[0]!r}" if unknown else "no arrow"
        raise KnowledgeError(LEXICON, f"the frame {written!r} has {told}", "see docs/lexicon.md")
    return Frame(tuple(found["actors"].split()), found["arrow"], tuple(found["recipients"].split()))  # type: ignore[arg-type]


def pattern(written: str, pos: str) -> Pattern:
    """Reads `break off {relations}` and the like."""
    words = _WORDS.findall(written)
    complement = words.pop() if words[-1] in COMPLEMENTS else None
    follows = words.pop() if any(word.startswith("{") for word in words[:-1]) else None
    nouns = _members(words.pop()[1:-1]) if words[-1].startswith("{") else None
    if pos not in {"v", "n", "a"} or not words:
        raise KnowledgeError(LEXICON, f"the trigger {written!r} is {pos!r}, not v, n or a", "mend the row")
    return Pattern(written, words[0], pos, tuple(words[1:]), nouns, follows, complement)  # type: ignore[arg-type]


def _members(written: str) -> frozenset[str]:
    if written.startswith("="):
        return frozenset(written[1:].split("|"))
    try:
        return _classes()[written]
    except KeyError:
        raise KnowledgeError(f"{LEXICON}nouns.csv", f"has no class {{{written}}}", "add it there") from None


@cache
def _classes() -> dict[str, frozenset[str]]:
    return {row["class"]: frozenset(row["members"].split("|")) for row in rows("lexicon/nouns")}


@cache
def lexicon() -> Lexicon:
    """The whole lexicon, read once a process."""
    triggers: dict[tuple[str, Pos], list[Trigger]] = defaultdict(list)
    shifters: dict[tuple[str, Pos], list[Shifter]] = defaultdict(list)
    for type_ in TYPES:
        for row in rows(f"lexicon/{type_.lower()}"):
            trigger = Trigger(pattern(row["trigger"], row["pos"]), type_, row["mode"] or None, frame(row["frame"]))
            triggers[trigger.pattern.head, trigger.pattern.pos].append(trigger)
    for row in rows("lexicon/shifters"):
        shifter = _shifter(row)
        shifters[shifter.pattern.head, shifter.pattern.pos].append(shifter)
    return Lexicon(
        {key: tuple(sorted(found, key=lambda t: -t.pattern.specificity)) for key, found in triggers.items()},
        {key: tuple(sorted(found, key=lambda s: -s.pattern.specificity)) for key, found in shifters.items()},
        frozenset(row["verb"] for row in rows("lexicon/light_verbs")),
    )


def _shifter(row: Row) -> Shifter:
    over: set[str] = set()
    for word in row["over"].split("|"):
        over |= {"cooperative": COOPERATIVE, "conflictual": CONFLICTUAL, "any": frozenset(TYPES)}.get(
            word, frozenset({word})
        )
    return Shifter(
        pattern(row["trigger"], row["pos"]), frozenset(over), row["gives"], row["mode"] or None, frame(row["frame"])
    )
