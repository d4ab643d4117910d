"""From marked sentences to what the network is shown: forms, pairs and the right answers.

Every ordered pair of parties is an example, its swap too, so that the reader must learn who acts. Words are hidden
and parties are renamed at random, so that neither a country nor a name becomes a clue to a type.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from tokenizers import Tokenizer

from detente.claims.relations.forms import SOURCE, TARGET, WHOLE, Form, Range, covered, marked_pair, number, plain
from detente.claims.relations.heads import BEGINS, GOES_ON, NONE, OUTSIDE, labels
from detente.training.marks import MarkedParty, MarkedRelation, MarkedSentence

RENAMED = 0.25
"""How often a sentence's parties get the words of other parties of their sector."""
HIDDEN_PARTY = 0.12
"""How often a piece of a party's words is hidden."""
HIDDEN_WORD = 0.04
"""How often any other piece is hidden."""
FURTHER_PAIR = 0.25
"""How often a second pair of a sentence, mostly one without a relation, is shown marked."""
ONE_SIDE = 0.08
"""How often a source is shown marked with nobody as target."""
MASK = "[MASK]"


@dataclass(frozen=True, slots=True)
class PairExample:
    """A pair in a form and its right answers; `types` holds the share of each type, the rest is None if unrelated."""

    source: Range
    target: Range
    types: tuple[float, ...]
    mode: int
    contexts: tuple[float, ...] | None
    factuality: int
    auxiliary: tuple[float, ...]
    trigger: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """One sequence for the encoder and the pairs that are judged in it.

    In the plain form `tags` says of each piece whether a party begins at it, goes on, or neither, and `sectors` has
    the pieces of each party with its sector; with a pair marked both are empty.
    """

    ids: tuple[int, ...]
    pairs: tuple[PairExample, ...]
    tags: tuple[int, ...] = ()
    sectors: tuple[tuple[Range, int], ...] = ()


def single(tokenizer: Tokenizer, sentence: MarkedSentence) -> Example:
    """All ordered pairs of a sentence, and each party with nobody, from the plain form."""
    form = plain(tokenizer, sentence.text, [party.span for party in sentence.parties])
    place = {party.number: pieces for party, pieces in zip(sentence.parties, form.parties, strict=True)}
    seen = {number: pieces for number, pieces in place.items() if pieces != WHOLE}
    pairs = [
        _example(form, seen[a], seen.get(b or 0, WHOLE), sentence.between(a, b))
        for a in seen
        for b in (*seen, None)
        if a != b
    ]
    sectors = labels().sectors
    return Example(
        form.ids,
        tuple(pairs),
        _tags(len(form.ids), list(seen.values())),
        tuple((seen[p.number], sectors.index(p.sector)) for p in sentence.parties if p.number in seen),
    )


def _tags(length: int, parties: Sequence[Range]) -> tuple[int, ...]:
    tags = [OUTSIDE] * length
    for first, last in parties:
        tags[first:last] = [BEGINS, *[GOES_ON] * (last - first - 1)]
    return tuple(tags)


def marked(tokenizer: Tokenizer, sentence: MarkedSentence, rng: random.Random) -> list[Example]:
    """Some pairs of a sentence, each with its own form: a related one, at times a further, its swap, one side alone."""
    parties = {party.number: party for party in sentence.parties}
    related = list(dict.fromkeys(pair for relation in sentence.relations for pair in relation.pairs_or_alone()))
    if not related:
        return []
    a, b = rng.choice(related)
    shown = [(a, b)]
    others = [(a, b) for a in parties for b in parties if a != b]
    if others and rng.random() < FURTHER_PAIR:
        shown.append(rng.choice([*others, (b, a)] if b is not None else others))
    if b is not None and rng.random() < ONE_SIDE:
        shown.append((a, None))
    return [_marked(tokenizer, sentence, parties, a, b) for a, b in shown]


def _marked(
    tokenizer: Tokenizer, sentence: MarkedSentence, parties: dict[int, MarkedParty], a: int, b: int | None
) -> Example:
    form = marked_pair(tokenizer, sentence.text, parties[a].span, parties[b].span if b is not None else None)
    between = sentence.between(a, b)
    if b is None and not between:
        between = tuple(relation for relation in sentence.relations if a in relation.actors)
    source, target = form.parties
    return Example(form.ids, (_example(form, source, target, between),))


def _example(form: Form, source: Range, target: Range, relations: Sequence[MarkedRelation]) -> PairExample:
    known = labels()
    share = [0.0] * len(known.types)
    for relation in relations:
        share[known.types.index(relation.type)] += 1 / len(relations)
    if not relations:
        share[known.types.index(NONE)] = 1.0
        return PairExample(source, target, tuple(share), 0, None, 0, (), ())
    first = relations[0]
    mode = f"{first.type}/{first.mode}" if first.mode else NONE
    return PairExample(
        source,
        target,
        tuple(share),
        known.modes.index(mode),
        tuple(float(context in first.contexts) for context in known.contexts),
        known.factuality.index(first.factuality),
        tuple(float(word in first.auxiliary) for word in known.auxiliary),
        tuple(sorted({piece for relation in relations for piece in covered(form.characters, relation.trigger)})),
    )


def hidden(example: Example, tokenizer: Tokenizer, rng: random.Random) -> Example:
    """The example with some of its pieces hidden, those of parties more often."""
    mask = number(tokenizer, MASK)
    kept = {number(tokenizer, mark) for mark in (*SOURCE, *TARGET)} | {example.ids[0], example.ids[-1]}
    named = {place for pair in example.pairs for place in (*range(*pair.source), *range(*pair.target))}
    rates = (HIDDEN_PARTY if place in named else HIDDEN_WORD for place in range(len(example.ids)))
    ids = (
        mask if id_ not in kept and rng.random() < rate else id_ for id_, rate in zip(example.ids, rates, strict=True)
    )
    return replace(example, ids=tuple(ids))


class Renaming:
    """Gives parties the words of other parties of the same sector."""

    def __init__(self, sentences: Iterable[MarkedSentence]) -> None:
        self.words: dict[str, list[str]] = defaultdict(list)
        for sentence in sentences:
            for party in sentence.parties:
                self.words[party.sector].append(sentence.text[slice(*party.span)])

    def __call__(self, sentence: MarkedSentence, rng: random.Random) -> MarkedSentence:
        """The sentence with its parties renamed, and all spans where they now lie."""
        if _overlapping(sentence):
            return sentence
        text, at = "", 0
        moved: dict[int, int] = {}
        parties: dict[int, MarkedParty] = {}
        for party in sorted(sentence.parties, key=lambda party: party.span):
            start, end = party.span
            moved |= {place: len(text) + place - at for place in range(at, start + 1)}
            text += sentence.text[at:start]
            name = self._name(party, sentence.text[start:end], rng, at_start=start == 0)
            parties[party.number] = replace(party, span=(len(text), len(text) + len(name)))
            text += name
            at = end
        moved |= {place: len(text) + place - at for place in range(at, len(sentence.text) + 1)}
        relations = tuple(
            replace(relation, trigger=(moved[relation.trigger[0]], moved[relation.trigger[1]]))
            for relation in sentence.relations
        )
        renamed = tuple(parties[party.number] for party in sentence.parties)
        return replace(sentence, text=text + sentence.text[at:], parties=renamed, relations=relations)

    def _name(self, party: MarkedParty, words: str, rng: random.Random, *, at_start: bool) -> str:
        possessive = words.endswith(("'s", "s'"))
        for _ in range(4):
            name = rng.choice(self.words[party.sector])
            if name.endswith(("'s", "s'")) == possessive:
                return name[0].upper() + name[1:] if at_start else name
        return words


def _overlapping(sentence: MarkedSentence) -> bool:
    spans = sorted([party.span for party in sentence.parties] + [relation.trigger for relation in sentence.relations])
    return any(a != b and a[1] > b[0] for a, b in pairwise(spans))


def epoch(
    sentences: Sequence[MarkedSentence], tokenizer: Tokenizer, renaming: Renaming, rng: random.Random
) -> list[Example]:
    """One round: each sentence as it is and with pairs marked, with words hidden and parties renamed."""
    found: list[Example] = []
    for sentence in sentences:
        for form in ("single", "marked"):
            shown = renaming(sentence, rng) if rng.random() < RENAMED else sentence
            made = [single(tokenizer, shown)] if form == "single" else marked(tokenizer, shown, rng)
            found += [hidden(example, tokenizer, rng) for example in made if example.pairs]
    return found
