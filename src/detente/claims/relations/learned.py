"""The relation reader: the model's opinion of each pair, with the lexicon's reading of the syntax.

The lexicon gives exact triggers and constructions, the model what it has learned of all the ways in which a thing is
said. Where both agree a relation is sure; what the lexicon alone reads stands unless the model is sure of the
contrary; what the model alone reads must be sure.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from detente.claims.document import Document, Mention, Sentence
from detente.claims.relations.heads import NONE
from detente.claims.relations.lexical import MUTUAL, LexicalReader
from detente.claims.relations.model import Opinion, RelationModel
from detente.claims.relations.named import named
from detente.claims.relations.relation import PairJudgement, Relation
from detente.knowledge.plover import EXTENSION

Pair = tuple[int, int | None]
ALONE = 0.6
"""How sure the model must be of a relation that the lexicon does not read."""
DOUBTED = (0.25, 0.85)
"""Between which probabilities a pair gets a second look, with the pair marked."""
HELPERS = frozenset({"aux", "auxpass", "prt", "prep", "neg", "mark", "det", "advmod", "punct", "case", "cc"})
"""Words that stand beside a trigger's head."""


class LearnedReader:
    """Reads relations with the model and the lexicon together."""

    def __init__(self, model: RelationModel) -> None:
        self.model = model
        self.lexicon = LexicalReader()
        self.name = f"{self.lexicon.name} / {model.heads.name}"

    def relations(self, document: Document, sentence: Sentence) -> list[Relation]:
        """The relations between the parties of a sentence, in the order of the text."""
        stated = self.lexicon.relations(document, sentence)
        passage = self.model.read(sentence.text)
        parties = named(sentence, passage.parties())
        spans = [(m.span[0] - sentence.offset, m.span[1] - sentence.offset) for m in parties]
        opinions = self.model.all_pairs(passage, spans)
        places = {mention.root: index for index, mention in enumerate(parties)}
        kept = [_weighed(relation, opinions, places) for relation in stated]
        told = {pair for relation in stated for pair in _pairs(relation, places)}
        alone = {pair: opinion for pair, opinion in opinions.items() if pair not in told}
        return sorted([*kept, *_added(sentence, parties, alone)], key=lambda relation: relation.trigger)

    def judge(self, sentence: Sentence, source: Mention | None, target: Mention | None) -> PairJudgement:
        """The likeliest type of what `source` did to or with `target`."""
        spans = [m.span if m is not None else None for m in (source, target)]
        opinion = self.model.pair(sentence.text, spans[0], spans[1])
        lexical = self.lexicon.judge(sentence, source, target)
        scores = {
            name: math.log(max(value, 1e-6)) + (WORTH * lexical.confidence if name == lexical.type else 0)
            for name, value in opinion.types.items()
            if name not in {NONE, EXTENSION}
        }
        total = sum(math.exp(score) for score in scores.values())
        best = max(scores, key=lambda name: scores[name])
        trigger = sentence.text[slice(*opinion.trigger)] if opinion.trigger else None
        return PairJudgement(best, math.exp(scores[best]) / total, lexical.trigger if best == lexical.type else trigger)


WORTH = 2.0
"""What the lexicon's word is worth in a judgement, in nats at full confidence."""


def _pairs(relation: Relation, places: dict[int, int]) -> list[Pair]:
    """The pairs of a relation by the places of their parties; those of other sentences have none."""
    actors = [places.get(party.root) for party in relation.actors]
    others = actors if relation.reciprocal else [places.get(party.root) for party in relation.recipients]
    if not relation.recipients and not relation.reciprocal:
        return [(a, None) for a in actors if a is not None]
    return [(a, b) for a in actors for b in others if a is not None and b is not None and a != b]


def _weighed(relation: Relation, opinions: dict[Pair, Opinion], places: dict[int, int]) -> Relation:
    """A relation of the lexicon with what the model thinks of it."""
    known = [opinions[pair] for pair in _pairs(relation, places) if pair in opinions]
    if not known:
        return relation
    chance = max(opinion.types[relation.type] for opinion in known)
    return replace(
        relation, confidence=agreed(relation.confidence, chance), why=(*relation.why, f"model: {chance:.2f}")
    )


def agreed(lexical: float, chance: float) -> float:
    """How sure a relation is that the lexicon reads with some confidence and the model holds for so likely."""
    score = 1.0 + 3.0 * (lexical - 0.7) + 0.7 * _logit(chance)
    return 1 / (1 + math.exp(-score))


def _logit(chance: float) -> float:
    bounded = min(max(chance, 1e-4), 1 - 1e-4)
    return math.log(bounded / (1 - bounded))


def _added(sentence: Sentence, parties: Sequence[Mention], opinions: dict[Pair, Opinion]) -> list[Relation]:
    """The relations that the model reads alone, pairs of one type at one trigger together."""
    groups: dict[tuple[str, int], list[Pair]] = defaultdict(list)
    for pair, opinion in opinions.items():
        type_, trigger = opinion.best, _trigger(sentence, opinion)
        if type_ != NONE and opinion.types[type_] >= ALONE and trigger is not None:
            groups[type_, trigger.i].append(pair)
    return [
        relation
        for (type_, trigger), pairs in groups.items()
        for relation in _grouped(sentence, parties, opinions, (type_, trigger, pairs))
    ]


def _grouped(
    sentence: Sentence, parties: Sequence[Mention], opinions: dict[Pair, Opinion], group: tuple[str, int, list[Pair]]
) -> list[Relation]:
    type_, trigger, pairs = group
    both = [pair for pair in pairs if pair[1] is not None and pair[::-1] in pairs] if type_ in MUTUAL else []
    found: list[Relation] = []
    if both:
        together = sorted({place for pair in both for place in pair if place is not None})
        found.append(_relation(sentence, parties, (type_, trigger, together, []), [opinions[pair] for pair in both]))
    by_recipients: dict[int | None, list[int]] = defaultdict(list)
    for actor, recipient in pairs:
        if (actor, recipient) not in both:
            by_recipients[recipient].append(actor)
    sides: dict[tuple[int, ...], list[int]] = defaultdict(list)
    for recipient, actors in by_recipients.items():
        sides[tuple(actors)] += [recipient] if recipient is not None else []
    for several, recipients in sides.items():
        said = [opinions[pair] for pair in pairs if pair[0] in several and (pair[1] in recipients or not recipients)]
        found.append(_relation(sentence, parties, (type_, trigger, list(several), recipients), said))
    return found


def _relation(
    sentence: Sentence,
    parties: Sequence[Mention],
    read: tuple[str, int, list[int], list[int]],
    opinions: Sequence[Opinion],
) -> Relation:
    type_, trigger, actors, recipients = read
    sure = min(opinion.types[type_] for opinion in opinions)
    return Relation(
        sentence=sentence.index,
        trigger=trigger,
        words=(trigger,),
        type=type_,
        mode=opinions[0].mode_of(type_),
        actors=tuple(parties[place] for place in actors),
        recipients=tuple(parties[place] for place in recipients),
        reciprocal=not recipients and len(actors) > 1 and type_ in MUTUAL,
        confidence=sure,
        why=(f"the model reads {type_} ({sure:.2f}) at “{sentence.token(trigger).text}”",),
    )


def _trigger(sentence: Sentence, opinion: Opinion) -> Token | None:
    """The head of the words that the model points at."""
    if opinion.trigger is None:
        return None
    at = sentence.parsed.doc.char_span(*opinion.trigger, alignment_mode="expand")
    if at is None or not len(at):
        return None
    token = at.root
    while token.dep_ in HELPERS and token.head != token:
        token = token.head
    return token
