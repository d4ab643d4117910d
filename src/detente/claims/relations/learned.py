"""The relation reader: the model's opinion of each pair, with the lexicon's reading of the syntax.

The lexicon gives exact triggers and constructions, the model what it has learned of all the ways in which a thing is
said. Where both agree a relation is sure; what the lexicon alone reads stands unless the model is sure of the
contrary; what the model alone reads must be sure.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from spacy.tokens import Token

from detente.claims.document import Document, Mention, Sentence
from detente.claims.relations.encoder import one_thread
from detente.claims.relations.forms import Span
from detente.claims.relations.heads import NONE, WITNESS, Array, degree, labels, softmax
from detente.claims.relations.lexical import MUTUAL, NEAR, LexicalReader
from detente.claims.relations.model import Opinion, Passage, RelationModel
from detente.claims.relations.model_file import Heads
from detente.claims.relations.named import SPOKEN_OF, named
from detente.claims.relations.relation import PairJudgement, Relation
from detente.knowledge.plover import COOPERATIVE, EXTENSION

Pair = tuple[int, int | None]
ALONE = 0.4
"""How sure the model must be of a relation that the lexicon does not read."""
DOUBTED = (0.3, 0.7)
"""A pair gets a second look, marked, if some relation is likelier than the first and no type is likelier than the
second."""
ANOTHER = 0.2
"""How likely a type is at least that the lexicon reads, of what the model takes for likely at all, where the model
points at other words: it names one type for a pair, and two things may have been done."""
SPOKEN_OF_SHARE = 0.72
"""What the lexicon's word is worth at least where a party is only referred to: two in three of those that the model
denies are right, counted on the stories and the development groups."""
DENIED = 0.15
"""Below which the model denies what the lexicon reads, and its own reading of the same pair counts too."""
HELPERS = frozenset({"aux", "auxpass", "prt", "prep", "neg", "mark", "det", "advmod", "punct", "case", "cc"})
"""Words that stand beside a trigger's head."""


class LearnedReader:
    """Reads relations with the model and the lexicon together.

    Args:
        model: the encoder and its heads.
        domestic: ask the model also about sentences that name fewer than two known parties and in which the lexicon
            reads nothing; what it may read there stays within one state.
    """

    def __init__(self, model: RelationModel, *, domestic: bool = False) -> None:
        self.model = model
        self.domestic = domestic
        self.lexicon = LexicalReader()
        self.name = f"{self.lexicon.name} / {model.heads.name}"

    def relations(self, document: Document, sentences: Sequence[Sentence]) -> list[list[Relation]]:
        """The relations between the parties of each sentence, in the order of the text."""
        with one_thread():
            return self._relations(document, sentences)

    def _relations(self, document: Document, sentences: Sequence[Sentence]) -> list[list[Relation]]:
        stated = self.lexicon.relations(document, sentences)
        asked = [place for place, sentence in enumerate(sentences) if _whole(stated[place]) or self._concerns(sentence)]
        passages = self.model.read([sentences[place].text for place in asked])
        for place, passage in zip(asked, passages, strict=True):
            stated[place] = self._read(sentences[place], passage, stated[place])
        return stated

    def _concerns(self, sentence: Sentence) -> bool:
        """Whether a sentence in which the lexicon reads nothing can hold something between known parties."""
        return self.domestic or len({mention.code for mention in sentence.in_order() if mention.known}) > 1

    def _read(self, sentence: Sentence, passage: Passage, stated: list[Relation]) -> list[Relation]:
        parties = [party for party in named(sentence, passage.parties()) if self.domestic or party.known]
        spans = [(m.span[0] - sentence.offset, m.span[1] - sentence.offset) for m in parties]
        first = {
            pair: said for pair, said in self.model.all_pairs(passage, spans).items() if self._apart(parties, pair)
        }
        places = {mention.root: index for index, mention in enumerate(parties)}
        read = [
            (pair, relation.type) for relation in _whole(stated) for pair in _pairs(relation, places) if pair in first
        ]
        contested = {pair for pair, type_ in read if first[pair].types[type_] < 0.5}
        opinions = self._looked_again(sentence.text, spans, first, contested)
        kept = [self._weighed(sentence, relation, opinions, places) for relation in stated]
        told: dict[Pair, list[Relation]] = defaultdict(list)
        for relation in _whole(kept):
            for pair in _pairs(relation, places) if _holds(relation) else ():
                told[pair].append(relation)
        alone = {
            pair: opinion
            for pair, opinion in opinions.items()
            if all(_is_elsewhere(sentence, opinion, relation) for relation in told[pair])
        }
        added = [self._sure(relation) for relation in _added(sentence, parties, alone)]
        return sorted([*kept, *added], key=lambda relation: relation.trigger)

    def _apart(self, parties: Sequence[Mention], pair: Pair) -> bool:
        """Whether two parties are not of one state, or, where that is asked for too, not one party twice."""
        if pair[1] is None:
            return True
        one, other = parties[pair[0]], parties[pair[1]]
        if one.code != other.code:
            return True
        return self.domestic and not SPOKEN_OF & {one.kind, other.kind}

    def _weighed(
        self, sentence: Sentence, relation: Relation, opinions: dict[Pair, Opinion], places: dict[int, int]
    ) -> Relation:
        """A relation of the lexicon with what the model thinks of it.

        The model is not asked about acts of nobody to nobody named, and of those whose parties stand elsewhere: it has
        learned from sentences that stand alone. For the same reason what it holds against those who are only referred
        to ("it captured ten soldiers") weighs little.
        """
        known = [opinions[pair] for pair in _pairs(relation, places) if pair in opinions]
        if not known or relation.beyond or not (relation.recipients or relation.reciprocal):
            return relation
        nearest = max(known, key=lambda opinion: opinion.types[relation.type])
        chance, related = nearest.types[relation.type], 1 - nearest.types[NONE]
        if _is_elsewhere(sentence, nearest, relation):
            chance = max(chance, ANOTHER * related)
        why = (*relation.why, f"the model holds this for {_said(chance)}")
        sure = self._sure(replace(relation, lexical=relation.confidence, chance=chance, related=related, why=why))
        if not any(party.kind in SPOKEN_OF for party in (*relation.actors, *relation.recipients)):
            return sure
        return replace(sure, confidence=max(sure.confidence, SPOKEN_OF_SHARE * relation.confidence))

    def _sure(self, relation: Relation) -> Relation:
        """A relation with the confidence that what the lexicon and the model say of it is worth."""
        assert relation.chance is not None
        assert relation.related is not None
        calibration = self.model.heads.calibration
        sure = calibration.confidence(relation.lexical, relation.chance, relation.related)
        return replace(relation, confidence=sure)

    def _looked_again(
        self, text: str, spans: Sequence[Span], first: dict[Pair, Opinion], contested: set[Pair]
    ) -> dict[Pair, Opinion]:
        """The opinions, those in doubt averaged with what the model says when it sees the pair marked.

        In doubt are pairs that the model is unsure of, and those where it contests what the lexicon reads.
        """
        doubted = [
            (pair, (spans[pair[0]], spans[pair[1]]))
            for pair, opinion in first.items()
            if pair[1] is not None and 1 - opinion.types[NONE] > DOUBTED[0]
            if pair in contested or opinion.types[opinion.best] < DOUBTED[1]
        ]
        second = self.model.pairs(text, [both for _, both in doubted])
        return first | {pair: first[pair].with_second(said) for (pair, _), said in zip(doubted, second, strict=True)}

    def opinion(self, text: str, source: Span | None, target: Span | None) -> Opinion:
        """What the model says of one pair in both forms; where one side is unnamed, with the other marked."""
        [marked] = self.model.pairs(text, [(source, target)])
        if source is None or target is None:
            return marked
        [passage] = self.model.read([text])
        first = self.model.all_pairs(passage, [source, target]).get((0, 1))
        return first.with_second(marked) if first else marked

    def judge(self, sentence: Sentence, source: Mention | None, target: Mention | None) -> PairJudgement:
        """The likeliest type of what `source` did to or with `target`."""
        spans = [mention.span if mention is not None else None for mention in (source, target)]
        opinion = self.opinion(sentence.text, spans[0], spans[1])
        lexical = self.lexicon.judge(sentence, source, target)
        scores = log_chances(opinion) + np.float32(self.model.heads.calibration.heard) * testified(
            self.model.heads, lexical.type, lexical.confidence
        )
        scores[[labels().types.index(name) for name in (NONE, EXTENSION)]] = -np.inf
        chances = dict(zip(labels().types, softmax(scores).tolist(), strict=True))
        best = max(chances, key=lambda name: chances[name])
        pointed = sentence.text[slice(*opinion.trigger)] if opinion.trigger else None
        trigger = lexical.trigger if best == lexical.type else pointed
        return PairJudgement(best, chances[best], trigger, sum(chances[name] for name in COOPERATIVE))


def log_chances(opinion: Opinion) -> Array:
    """The logarithm of each type's probability, bounded, in the order of the labels."""
    return np.log(np.array([max(opinion.types[name], 1e-6) for name in labels().types], dtype=np.float32))


def testified(heads: Heads, said: str, confidence: float) -> Array:
    """How likely the lexicon is to say this, for each true type: logarithms, in the order of the labels."""
    word: Array = heads.weights[WITNESS][:, labels().types.index(said), degree(confidence)]
    return word


def _whole(relations: list[Relation]) -> list[Relation]:
    """Those that lack no party."""
    return [relation for relation in relations if not relation.open]


def _is_elsewhere(sentence: Sentence, opinion: Opinion, relation: Relation) -> bool:
    """Whether the model points at an act of its own, not at the words around a trigger of the lexicon."""
    pointed = _trigger(sentence, opinion)
    return pointed is not None and all(abs(pointed.i - word) >= NEAR for word in (relation.trigger, *relation.words))


def _holds(relation: Relation) -> bool:
    """Whether the model leaves a relation of the lexicon standing, so that it reads no other between the same two."""
    return relation.chance is None or relation.chance >= DENIED


def _pairs(relation: Relation, places: dict[int, int]) -> list[Pair]:
    """The pairs of a relation by the places of their parties; those of other sentences have none."""
    actors = [places.get(party.root) for party in relation.actors]
    others = actors if relation.reciprocal else [places.get(party.root) for party in relation.recipients]
    if not relation.recipients and not relation.reciprocal:
        return [(a, None) for a in actors if a is not None]
    return [(a, b) for a in actors for b in others if a is not None and b is not None and a != b]


LIKELY = ((0.8, "very likely"), (0.5, "likely"), (0.2, "possible"), (0.0, "unlikely"))


def _said(chance: float) -> str:
    """A probability in words."""
    return next(words for least, words in LIKELY if chance >= least)


def _added(sentence: Sentence, parties: Sequence[Mention], opinions: dict[Pair, Opinion]) -> list[Relation]:
    """The relations that the model reads alone, pairs of one type at one trigger together."""
    groups: dict[tuple[str, int], list[Pair]] = defaultdict(list)
    for pair, opinion in opinions.items():
        type_, trigger = opinion.best, _trigger(sentence, opinion)
        if type_ != NONE and opinion.types[type_] >= ALONE and trigger is not None:
            groups[type_, trigger.i].append(pair)
    aimed = {(type_, actor) for (type_, _), pairs in groups.items() for actor, other in pairs if other is not None}
    for (type_, _), pairs in groups.items():
        pairs[:] = [pair for pair in pairs if pair[1] is not None or (type_, pair[0]) not in aimed]
    return [
        relation
        for (type_, trigger), pairs in groups.items()
        if pairs
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
        chance=sure,
        related=min(1 - opinion.types[NONE] for opinion in opinions),
        why=(f"the model reads {type_} at “{sentence.token(trigger).text}” and holds it for {_said(sure)}",),
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
