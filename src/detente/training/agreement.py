"""Do two people read the same in a sentence? A tenth of the corpus is marked again by somebody who has not seen it.

`python -m detente.training.agreement blind CORPUS FOLDER` writes that tenth with its parties but without triggers and
relations; `… agreement CORPUS FOLDER` compares what a second reader has written there with the first reading.
"""

from __future__ import annotations

import hashlib
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import permutations
from pathlib import Path

from detente.claims.relations.heads import NONE
from detente.errors import DetenteError, MarkError
from detente.training.marks import NO_CODE, MarkedSentence, read_corpus

ONE_IN = 10
A_FILE = 150
"""How many sentences one file for a second reader holds."""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A pair of parties that two readers read differently."""

    sentence: MarkedSentence
    pair: tuple[int, int]
    first: str
    second: str


@dataclass(frozen=True, slots=True)
class Agreement:
    """Cohen's kappa over all ordered pairs of parties, and over those that both readers relate."""

    pairs: int
    kappa: float
    related: int
    kappa_of_types: float
    disagreements: tuple[Disagreement, ...]


def sampled(sentences: Iterable[MarkedSentence]) -> list[MarkedSentence]:
    """A tenth of the sentences, by their words alone, so that it stays the same when others are added."""
    return [s for s in sentences if int.from_bytes(hashlib.sha256(s.text.encode()).digest()[:4]) % ONE_IN == 0]


def blind(sentence: MarkedSentence) -> str:
    """The sentence with its parties marked and nothing else."""
    text, at = "", 0
    for party in sorted(sentence.parties, key=lambda party: party.span):
        start, end = party.span
        words = sentence.text[start:end]
        text += f"{sentence.text[at:start]}[{party.number} {party.code or NO_CODE} {party.sector}|{words}]"
        at = end
    return text + sentence.text[at:]


def compare(first: Sequence[MarkedSentence], second: Sequence[MarkedSentence]) -> Agreement:
    """How far two readings of the same sentences agree on the type of each ordered pair.

    Raises:
        MarkError: the second reading has no sentence in common with the first.
    """
    again = {sentence.text: sentence for sentence in second}
    both = [(sentence, again[sentence.text]) for sentence in first if sentence.text in again]
    if not both:
        raise MarkError("the second reading", "has no sentence of the first", "mark what “agreement blind” writes")
    readings: list[Disagreement] = []
    for one, other in both:
        mine, theirs = one.types(), other.types()
        readings += [
            Disagreement(one, pair, mine.get(pair, NONE), theirs.get(pair, NONE))
            for pair in permutations([party.number for party in one.parties], 2)
        ]
    types = [(r.first, r.second) for r in readings]
    related = [(a, b) for a, b in types if NONE not in {a, b}]
    return Agreement(
        len(types), kappa(types), len(related), kappa(related), tuple(r for r in readings if r.first != r.second)
    )


def kappa(readings: Sequence[tuple[str, str]]) -> float:
    """Cohen's kappa (1960): agreement beyond what chance would give two readers with these shares of each answer."""
    if not readings:
        return 0.0
    same = sum(a == b for a, b in readings) / len(readings)
    first, second = Counter(a for a, _ in readings), Counter(b for _, b in readings)
    chance = sum(first[name] * second[name] for name in first) / len(readings) ** 2
    return 1.0 if chance == 1 else (same - chance) / (1 - chance)


def write_blind(sentences: Sequence[MarkedSentence], folder: Path) -> None:
    """Write the tenth that a second reader marks, some sentences a file."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, at in enumerate(range(0, len(sentences), A_FILE), 1):
        head = f"# theme: second reading {number}\n# pair: none\n# writer: second reader\n"
        body = "\n\n".join(blind(sentence) for sentence in sentences[at : at + A_FILE])
        (folder / f"second-{number:02}.txt").write_text(f"{head}\n{body}\n", encoding="utf-8")


def report(found: Agreement) -> str:
    """An agreement in words, with what the readers most often see differently."""
    kinds = Counter(tuple(sorted((d.first, d.second))) for d in found.disagreements)
    lines = [
        f"kappa {found.kappa:.3f} over {found.pairs} ordered pairs; "
        f"{found.kappa_of_types:.3f} on the type of {found.related} pairs that both relate",
        *(f"  {count:3} × {one} or {other}" for (one, other), count in kinds.most_common(15)),
    ]
    return "\n".join(lines)


def main(arguments: Sequence[str]) -> int:
    """Write what a second reader marks, or compare what one has marked."""
    try:
        if arguments[:1] == ["blind"]:
            write_blind(sampled(read_corpus(Path(arguments[1]))), Path(arguments[2]))
        else:
            found = compare(read_corpus(Path(arguments[0])), read_corpus(Path(arguments[1])))
            print(report(found))
            for d in found.disagreements if "--all" in arguments else ():
                names = {p.number: d.sentence.text[slice(*p.span)] for p in d.sentence.parties}
                print(f"{d.first} | {d.second} | {names[d.pair[0]]} > {names[d.pair[1]]} | {d.sentence.text}")
    except DetenteError as fault:
        print(fault)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
