"""A user's sentences: those marked by hand, and claims that a person has corrected.

Corrected claims are JSON lines as `detente claims --format jsonl` writes them. All claims of one sentence together say
what it holds; a claim whose `type` a person has set to `none` says that its parties have no relation.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from detente.claims.claim import Claim, Party
from detente.claims.relations.heads import NONE, SECTORS
from detente.errors import MarkError
from detente.knowledge.plover import modes
from detente.training.marks import MarkedParty, MarkedRelation, MarkedSentence, read_corpus, read_marked

Span = tuple[int, int]


def read_domain(folder: Path) -> list[MarkedSentence]:
    """The marked sentences and the corrected claims of a folder.

    Raises:
        MarkError: there are none, or a line is not as it must be.
    """
    files = sorted(folder.glob("*.jsonl"))
    if not files:
        return read_corpus(folder)
    marked = [sentence for path in sorted(folder.glob("*.txt")) for sentence in read_marked(path)]
    return marked + [sentence for path in files for sentence in read_reviewed(path)]


def read_reviewed(path: Path) -> list[MarkedSentence]:
    """The sentences of a file of corrected claims, each once, with what their claims say.

    Raises:
        MarkError: the file cannot be read, or a line is no claim.
    """
    by_sentence: dict[tuple[str, Span], list[tuple[Claim, bool]]] = defaultdict(list)
    for claim, so in _claims(path):
        by_sentence[claim.report_id, claim.span].append((claim, so))
    return [_sentence(path.stem, claims) for claims in by_sentence.values()]


def _claims(path: Path) -> Iterator[tuple[Claim, bool]]:
    """The claims of a file, each with whether it is one: its type may be `none`."""
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as fault:
        raise MarkError(str(path), f"cannot be read ({fault})", "give a UTF-8 file of JSON lines") from fault
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            held: dict[str, Any] = json.loads(line)
            so = held.get("type") != NONE
            yield Claim.model_validate(held if so else {**held, "type": "CONSULT", "mode": None}), so
        except (ValueError, AttributeError, ValidationError) as fault:
            raise MarkError(
                f"{path}:{number}", "is no claim", "give lines as `detente claims --format jsonl` writes them"
            ) from fault


def _sentence(theme: str, claims: Sequence[tuple[Claim, bool]]) -> MarkedSentence:
    first = claims[0][0]
    start, end = first.span
    parties = [p for claim, _ in claims for p in (*claim.actors, *claim.recipients) if start <= p.span[0] < end]
    numbers = {span: number for number, span in enumerate(dict.fromkeys(p.span for p in parties), 1)}
    marked = {p.span: MarkedParty(numbers[p.span], p.code, sector_of(p), _within(p.span, start)) for p in parties}
    relations = tuple(relation_of(claim, numbers, start) for claim, so in claims if so)
    return MarkedSentence(theme, 0, first.sentence, tuple(marked.values()), tuple(r for r in relations if r.actors))


def sector_of(party: Party) -> str:
    """The sector of a party, or the government's where it has none of those that are marked."""
    return party.sector if party.sector in SECTORS else "GOV"


def _within(span: Span, start: int) -> Span:
    return span[0] - start, span[1] - start


def relation_of(claim: Claim, numbers: Mapping[Span, int], start: int) -> MarkedRelation:
    """A claim as a relation between the parties that have numbers, in a text that begins at some character."""

    def places(parties: Sequence[Party]) -> tuple[int, ...]:
        return tuple(numbers[party.span] for party in parties if party.span in numbers)

    return MarkedRelation(
        places(claim.actors),
        places(claim.recipients),
        claim.reciprocal,
        claim.type,
        claim.mode if claim.mode in modes().get(claim.type, ()) else None,
        _within(claim.trigger.span, start),
        (),
        claim.factuality.value,
        tuple(claim.auxiliary),
        (),
    )
