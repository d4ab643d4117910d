"""The format in which people mark sentences for the relation reader; `training/guide.md` describes it.

A file is parsed strictly: whatever is not as the guide says is an error that names the file and the line, since a
mark that is silently dropped would teach the reader the opposite of what its writer meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from detente.claims.relations.heads import AUXILIARY, FACTUALITY, SECTORS, labels
from detente.errors import MarkError
from detente.knowledge.countries import bodies, countries
from detente.knowledge.plover import TYPES, modes

TOGETHER = frozenset({"AGREE", "CONSULT", "COOPERATE", "SUPPORT", "ASSAULT", "RETREAT"})
"""Types that parties can do with each other, written with `&`."""
HEADINGS = ("theme", "pair", "writer")
NO_CODE = "~"
Span = tuple[int, int]

_HEADING = re.compile(r"#\s*(\w+):\s*(.*\S)\s*$")
_MARK = re.compile(
    r"\[(?P<number>\d+) (?P<code>\S+) (?P<sector>\S+)\|(?P<party>[^\[\]{}|]+)\]"
    r"|\{(?P<letter>[a-z])\|(?P<trigger>[^\[\]{}|]+)\}"
)
_LINE = re.compile(
    r"(?P<actors>\d+(?:\+\d+)*|\d+(?: & \d+)+)(?: > (?P<recipients>-|\d+(?:\+\d+)*))? "
    r"(?P<type>[A-Z]+)(?:/(?P<mode>[a-z-]+))? (?P<trigger>[a-z])(?P<rest>(?: \S+)*)"
)


@dataclass(frozen=True, slots=True)
class MarkedParty:
    """A party of a marked sentence: its number there, its code (None: none), its sector, its characters."""

    number: int
    code: str | None
    sector: str
    span: Span


@dataclass(frozen=True, slots=True)
class MarkedRelation:
    """What the parties of a marked sentence did, by their numbers; `reciprocal` ones are all actors."""

    actors: tuple[int, ...]
    recipients: tuple[int, ...]
    reciprocal: bool
    type: str
    mode: str | None
    trigger: Span
    contexts: tuple[str, ...]
    factuality: str
    auxiliary: tuple[str, ...]
    tellers: tuple[int, ...]

    def pairs(self) -> Iterator[tuple[int, int]]:
        """The ordered pairs of parties that the relation holds between."""
        for actor in self.actors:
            for recipient in self.actors if self.reciprocal else self.recipients:
                if actor != recipient:
                    yield actor, recipient

    def pairs_or_alone(self) -> list[tuple[int, int | None]]:
        """The ordered pairs; of what is done to nobody named, each actor with nobody."""
        pairs: list[tuple[int, int | None]] = list(self.pairs())
        return pairs or [(actor, None) for actor in self.actors]


@dataclass(frozen=True, slots=True)
class MarkedSentence:
    """A sentence as it stands in a report, and what people read in it."""

    theme: str
    line: int
    text: str
    parties: tuple[MarkedParty, ...]
    relations: tuple[MarkedRelation, ...]

    def between(self, source: int, target: int | None) -> tuple[MarkedRelation, ...]:
        """The relations of one party to another, or to nobody named."""
        return tuple(relation for relation in self.relations if (source, target) in relation.pairs_or_alone())

    def types(self) -> dict[tuple[int, int], str]:
        """The type of each ordered pair of parties that has one; the first line given wins."""
        found: dict[tuple[int, int], str] = {}
        for relation in self.relations:
            for pair in relation.pairs():
                found.setdefault(pair, relation.type)
        return found


def read_marked(path: Path) -> list[MarkedSentence]:
    """The marked sentences of a file.

    Raises:
        MarkError: the file cannot be read, or a line is not as the guide says.
    """
    try:
        written = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as fault:
        raise MarkError(str(path), f"cannot be read ({fault})", "give a UTF-8 text file") from fault
    return list(_Marks(path.name if path.parent == Path() else str(path)).read(written))


def read_corpus(folder: Path) -> list[MarkedSentence]:
    """The marked sentences of every `.txt` file of a folder, by file name.

    Raises:
        MarkError: there is no such file, or a line of one is not as the guide says.
    """
    paths = sorted(folder.glob("*.txt"))
    if not paths:
        raise MarkError(
            str(folder), "holds no marked sentences", "give a folder of .txt files as training/guide.md has"
        )
    return [sentence for path in paths for sentence in read_marked(path)]


def read_split(folder: Path, development: Path) -> tuple[list[MarkedSentence], list[MarkedSentence]]:
    """The training part and the development part of a corpus: the files that `development` names, a line each.

    Raises:
        MarkError: a file is missing or is not as the guide says.
    """
    named = set(development.read_text(encoding="utf-8").split()) if development.is_file() else set()
    missing = sorted(name for name in named if not (folder / f"{name}.txt").is_file())
    if not named or missing:
        what = f"names {missing[0]!r}, which is no file of {folder}" if missing else "names no file"
        raise MarkError(
            str(development), what, "name the files of the development part without their .txt, a line each"
        )
    paths = sorted(folder.glob("*.txt"))
    train = [sentence for path in paths if path.stem not in named for sentence in read_marked(path)]
    return train, [sentence for path in paths if path.stem in named for sentence in read_marked(path)]


class _Marks:
    """Parses one file, remembering where it is for the sake of its errors."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.line = 0

    def read(self, written: str) -> Iterator[MarkedSentence]:
        headings: dict[str, str] = {}
        entry: list[tuple[int, str]] = []
        for self.line, line in enumerate([*written.split("\n"), ""], 1):
            if line.startswith("#"):
                found = _HEADING.match(line)
                if found:
                    headings.setdefault(found[1], found[2])
            elif line.strip():
                entry.append((self.line, line))
            elif entry:
                yield self._sentence(entry, headings)
                entry = []

    def _fault(self, what: str, remedy: str) -> MarkError:
        return MarkError(f"{self.name}:{self.line}", what, remedy)

    def _sentence(self, entry: list[tuple[int, str]], headings: dict[str, str]) -> MarkedSentence:
        first, written = entry[0]
        self.line = first
        missing = [name for name in HEADINGS if name not in headings]
        if missing:
            raise self._fault(f"comes before a line “# {missing[0]}: …”", "begin the file with theme, pair and writer")
        if written != written.strip():
            raise self._fault("a sentence begins or ends with a blank", "begin it at the margin; indent its relations")
        text, parties, triggers = self._unmarked(written)
        lines = entry[1:]
        if not lines:
            raise self._fault("the sentence has no line of relations", "write them below it, or “  none”")
        relations: list[MarkedRelation] = []
        for self.line, line in lines:
            if line == "  none" and len(lines) == 1:
                continue
            relations.append(self._relation(line, {party.number for party in parties}, triggers))
        self.line = first
        unused = sorted(set(triggers) - {letter for _, line in lines for letter in _trigger_of(line)})
        if unused:
            raise self._fault(f"trigger {unused[0]!r} is in no relation", "give its relation or take its mark away")
        return MarkedSentence(headings["theme"], first, text, parties, tuple(relations))

    def _unmarked(self, written: str) -> tuple[str, tuple[MarkedParty, ...], dict[str, Span]]:
        text, at = "", 0
        parties: list[MarkedParty] = []
        triggers: dict[str, Span] = {}
        for mark in _MARK.finditer(written):
            text += self._plain(written[at : mark.start()])
            words = mark["party"] or mark["trigger"]
            if words != words.strip():
                raise self._fault(f"a mark holds blanks at its ends: {mark[0]!r}", "put them outside it")
            span = (len(text), len(text) + len(words))
            if mark["letter"]:
                if mark["letter"] in triggers:
                    raise self._fault(f"two triggers are {mark['letter']!r}", "give each its own letter")
                triggers[mark["letter"]] = span
            else:
                parties.append(self._party(mark, span, {party.number for party in parties}))
            text += words
            at = mark.end()
        text += self._plain(written[at:])
        return text, tuple(parties), triggers

    def _plain(self, words: str) -> str:
        strange = re.search(r"[\[\]{}|]", words)
        if strange:
            raise self._fault(
                f"{strange[0]!r} stands outside a mark near {words.strip()[:30]!r}",
                "write [1 FRA GOV|words] for a party, {a|words} for a trigger; marks do not nest",
            )
        return words

    def _party(self, mark: re.Match[str], span: Span, numbers: set[int]) -> MarkedParty:
        number, code, sector = int(mark["number"]), mark["code"], mark["sector"]
        if number in numbers:
            raise self._fault(f"two parties are number {number}", "give each its own number")
        if code != NO_CODE and code not in countries() and code not in bodies():
            raise self._fault(f"no country or organisation has the code {code!r}", "give its code, or ~ for none")
        if sector not in SECTORS:
            raise self._fault(f"no sector is {sector!r}", f"one of: {' '.join(sorted(SECTORS))}")
        return MarkedParty(number, None if code == NO_CODE else code, sector, span)

    def _relation(self, line: str, numbers: set[int], triggers: dict[str, Span]) -> MarkedRelation:
        found = _LINE.fullmatch(line[2:]) if line.startswith("  ") else None
        if found is None:
            raise self._fault(
                f"not a relation: {line.strip()[:60]!r}",
                "write “  1 > 2 ACCUSE/allege a economic CT+ by 3”, or “  none”",
            )
        type_, mode, trigger = found["type"], found["mode"], found["trigger"]
        together = "&" in found["actors"]
        actors = tuple(int(number) for number in re.findall(r"\d+", found["actors"]))
        recipients = tuple(int(number) for number in re.findall(r"\d+", found["recipients"] or ""))
        if type_ not in TYPES:
            raise self._fault(f"no type is {type_!r}", f"one of: {' '.join(TYPES)}")
        if mode is not None and mode not in modes().get(type_, ()):
            raise self._fault(f"{type_} has no mode {mode!r}", f"one of: {' '.join(modes().get(type_, ('none',)))}")
        if together == (found["recipients"] is not None):
            raise self._fault("a relation is either “1 > 2” or “1 & 2”", "write “1 > -” where nobody is acted on")
        if together and type_ not in TOGETHER:
            raise self._fault(f"{type_} is not done together", "write two lines, “1 > 2” and “2 > 1”")
        unknown = sorted({*actors, *recipients} - numbers)
        if unknown or set(actors) & set(recipients):
            raise self._fault(
                f"party {unknown[0] if unknown else actors[0]} is not marked, or acts on itself", "mend it"
            )
        if trigger not in triggers:
            raise self._fault(f"trigger {trigger!r} is not marked", "mark it as {a|words}")
        return self._qualified(
            found["rest"].split(), numbers, (actors, recipients, together, type_, mode, triggers[trigger])
        )

    def _qualified(
        self,
        words: list[str],
        numbers: set[int],
        core: tuple[tuple[int, ...], tuple[int, ...], bool, str, str | None, Span],
    ) -> MarkedRelation:
        contexts: tuple[str, ...] = ()
        tellers: tuple[int, ...] = ()
        factuality, auxiliary = "CT+", list[str]()
        while words:
            word = words.pop(0)
            if word in FACTUALITY:
                factuality = word
            elif word in AUXILIARY:
                auxiliary.append(word)
            elif word == "by" and words:
                tellers = self._tellers(words.pop(0), numbers)
            elif set(word.split(",")) <= set(labels().contexts):
                contexts = tuple(word.split(","))
            else:
                raise self._fault(f"{word!r} is no context, factuality, auxiliary or “by 3”", "see training/guide.md")
        return MarkedRelation(*core, contexts, factuality, tuple(auxiliary), tellers)

    def _tellers(self, written: str, numbers: set[int]) -> tuple[int, ...]:
        if not re.fullmatch(r"\d+(,\d+)*", written) or not {int(n) for n in written.split(",")} <= numbers:
            raise self._fault(f"{written!r} are not numbers of parties", "write “by 3” or “by 3,4”, outermost first")
        return tuple(int(number) for number in written.split(","))


def _trigger_of(line: str) -> str:
    found = _LINE.fullmatch(line[2:])
    return found["trigger"] if found else ""
