"""What an act's own sentence leaves to what was told before: "condemned the downing", "Seoul threatened retaliation".

A sentence of running news seldom names both sides again. Four things are read from what was told before, each only
where it can mean one thing: a noun that speaks of an act told before ("the downing", "the American embargo") tells it
again, between the same parties; who judges such an act ("condemned the downing") does so to whoever did it; what is
done in one breath with another act is done to the same party ("broke off relations with Chad and closed its embassy");
and an answer to what one party did goes to that party ("Estonia demanded an apology. Moscow refused").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from spacy.tokens import Token

from detente.claims.claim import Factuality
from detente.claims.dates.governing import date_of
from detente.claims.document import Document, Mention, Sentence
from detente.claims.factuality.value import reality
from detente.claims.parties.told import words_of
from detente.claims.places.toponyms import located
from detente.claims.relations.lexical import NEAR
from detente.claims.relations.relation import Relation
from detente.claims.syntax import is_verb, patients, prepositional, subjects
from detente.knowledge.act_nouns import ActNoun, act_nouns
from detente.knowledge.lexicon import lexicon
from detente.knowledge.modality import commitments
from detente.knowledge.plover import CONFLICTUAL
from detente.knowledge.words import words

REACH = 4
"""How many sentences back a noun may speak of an act."""
BESIDE = 2
"""How many sentences back the other of two parties may be that the report is about."""
SURE_ENOUGH = 0.5
"""What is less sure is not looked back to."""
JUDGES_AN_ACT = frozenset({"ACCUSE", "SUPPORT", "REJECT", "PROTEST", "REQUEST", "THREATEN", "CONCEDE"})
"""Types whose recipient may be whoever did the act that they speak of."""
ANSWERS = frozenset({"ACCUSE", "REJECT", "THREATEN", "PROTEST", "REQUEST", "CONCEDE", "SANCTION"})
"""Types by which a party answers what was done or said to it."""
IN_ONE_BREATH = ANSWERS | {"ASSAULT", "COERCE"}
"""Types done to the same party as what stands in one sentence with them."""
CONCERNING = ("for", "at", "over", "to", "of", "against", "about", "on")
JUDGED, ON_ITS_SOIL, SAME_BREATH, ANSWERED, BETWEEN_TWO, AGAIN = 0.8, 0.8, 0.75, 0.65, 0.6, 0.85
"""How sure each reading is, as a share of what it rests on: set by hand, then compared with what of them is right in
running news (`docs/errors/discourse.md`)."""
_DETERMINERS = words("definite determiners")
_ANOTHER = words("not the one told")
_CLAUSES = frozenset({"relcl", "acl", "appos"})
_JOINED = frozenset({"conj", "advcl", "xcomp"})
RESTING = ("on", "at", "in", "near", "into", "over", "inside")
_NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC"})


@dataclass(frozen=True, slots=True)
class Earlier:
    """An act that has been told, with its sentence."""

    sentence: Sentence
    relation: Relation

    @property
    def codes(self) -> frozenset[str | None]:
        """Its parties."""
        return _codes((*self.relation.actors, *self.relation.recipients))

    @property
    def sides(self) -> tuple[frozenset[str | None], frozenset[str | None]]:
        """Who did it and to whom."""
        return _codes(self.relation.actors), _codes(self.relation.recipients)

    @property
    def nouns(self) -> list[Token]:
        """The nouns among the words that told it."""
        words = (self.sentence.token(index) for index in (self.relation.trigger, *self.relation.words))
        return [token for token in words if token.pos_ == "NOUN" and token.lemma_.lower() in act_nouns()]

    @property
    def lemmas(self) -> set[str]:
        """The words that told it."""
        return {self.sentence.token(index).lemma_.lower() for index in (self.relation.trigger, *self.relation.words)}


def completed(
    document: Document, sentences: Sequence[Sentence], found: Sequence[list[Relation]]
) -> Iterator[tuple[Sentence, Relation]]:
    """The relations with those that were open and are filled from what is told before, and the acts told again."""
    echoes = Echoes(document)
    for sentence, relations in zip(sentences, found, strict=True):
        whole = [relation for relation in relations if not relation.open]
        echoes.remember(sentence, whole)
        for relation in relations:
            if not relation.open or _is_read(relation, whole):
                continue
            filled = echoes.filled(sentence, relation)
            echoes.remember(sentence, [filled or relation])
            whole += [filled] if filled is not None else []
        whole += echoes.told_again(sentence, whole)
        yield from ((sentence, relation) for relation in sorted(whole, key=lambda relation: relation.trigger))


def _is_read(relation: Relation, whole: Sequence[Relation]) -> bool:
    """Whether something is read at the words of an open relation already."""
    mine = _codes(relation.actors)
    near = (other for other in whole if abs(relation.trigger - other.trigger) < NEAR)
    return any(not mine.isdisjoint(_codes((*other.actors, *other.recipients))) for other in near)


@dataclass
class Echoes:
    """The acts of a report up to the sentence under reading."""

    document: Document
    told: list[Earlier] = field(default_factory=list)
    """In the order of the report; those that stay open have known actors only."""

    def remember(self, sentence: Sentence, relations: Sequence[Relation]) -> None:
        """Takes in what a sentence tells."""
        self.told += [Earlier(sentence, relation) for relation in relations if relation.confidence >= SURE_ENOUGH]

    def filled(self, sentence: Sentence, relation: Relation) -> Relation | None:
        """An open relation with the recipient that the report has named before; None where that is not plain."""
        found = self._judging(sentence, relation) or self._on_its_soil(sentence, relation)
        if found is not None or _speaks_of_others(sentence, relation):
            return found
        return (
            self._in_one_breath(sentence, relation)
            or self._answering(sentence, relation)
            or self._between_two(sentence, relation)
        )

    def told_again(self, sentence: Sentence, read: Sequence[Relation]) -> Iterator[Relation]:
        """The acts of which the nouns of a sentence speak again as of facts."""
        taken = {index for relation in read for index in (relation.trigger, *relation.words)}
        for noun in sentence.tokens():
            earlier = self._meant(sentence, noun) if noun.i not in taken else None
            if earlier is None or earlier.relation.open:
                continue
            if _is_told_by_its_words(noun, earlier) and _is_fact(noun):
                yield _again(sentence, noun, earlier)

    def _judging(self, sentence: Sentence, relation: Relation) -> Relation | None:
        """Who judges an act does so to whoever did it; who apologises for it, to whom it was done."""
        if relation.type not in JUDGES_AN_ACT:
            return None
        for noun in _objects(sentence.token(relation.trigger)):
            earlier = self._meant(sentence, noun)
            parties = _addressed(earlier, relation) if earlier is not None else ()
            if earlier is not None and parties:
                return _with(relation, parties, noun, (JUDGED, _is_the_act(noun, earlier)))
        return None

    def _on_its_soil(self, sentence: Sentence, relation: Relation) -> Relation | None:
        """An attack on a place is one on the state that it lies in, where the report speaks of that state too."""
        if relation.type != "ASSAULT":
            return None
        mine = _codes(relation.actors)
        spoken = {m.code for s in self.document.sentences for m in s.mentions.values() if m.known} - mine
        below = _aims(sentence.token(relation.trigger))
        for found in located(self.document):
            country = found.place.country
            if found.sentence == sentence.index and country in spoken and not below.isdisjoint(found.tokens):
                at = sentence.token(found.tokens[-1])
                there = Mention(at.i, found.place.span, found.place.text, "name", country=country)
                return _with(relation, (there,), at, (ON_ITS_SOIL, f"it lies in {country}"))
        return None

    def _in_one_breath(self, sentence: Sentence, relation: Relation) -> Relation | None:
        """What is done in one sentence with another act of the same party, joined to it, is done to the same."""
        verb = sentence.token(relation.trigger)
        above = {verb.head.i, *(t.i for t in verb.head.children if t.dep_ == "dobj")} if verb.dep_ in _JOINED else set()
        mine = _codes(relation.actors)
        for earlier in reversed(self.told):
            other = earlier.relation
            here = earlier.sentence.index == sentence.index and not above.isdisjoint({other.trigger, *other.words})
            if here and relation.type in IN_ONE_BREATH and mine & _codes(other.actors) and other.type in CONFLICTUAL:
                parties = tuple(party for party in other.recipients if party.code not in mine)
                return _with(relation, parties, verb, (SAME_BREATH, f"as “{_words(earlier)}”")) if parties else None
        return None

    def _answering(self, sentence: Sentence, relation: Relation) -> Relation | None:
        """What a party does about what was done to it in the sentence before, it does to whoever did that."""
        trigger, mine = sentence.token(relation.trigger), _codes(relation.actors)
        before = [e for e in self.told if e.sentence.index == sentence.index - 1 and e.relation.type in CONFLICTUAL]
        doers = {p.code: (p, e) for e in before if mine & _codes(e.relation.recipients) for p in e.relation.actors}
        named = {
            m.code for s in (sentence, *self.document.before(sentence.index, 1)) for m in s.mentions.values() if m.known
        }
        if relation.type not in ANSWERS or len(doers) != 1 or not named <= mine | set(doers):
            return None
        [(party, earlier)] = doers.values()
        return _with(relation, (party,), trigger, (ANSWERED, f"it answers “{_words(earlier)}”"))

    def _between_two(self, sentence: Sentence, relation: Relation) -> Relation | None:
        """What one of two parties does to nobody named is done to the other, where the report names only those two."""
        mine = _codes(relation.actors)
        spoken = self.document.sentences[: sentence.index + 1]
        others = {m.code for s in spoken for m in s.mentions.values() if m.known} - mine
        near = [e for e in self.told if sentence.index - BESIDE <= e.sentence.index and e.codes == mine | others]
        unknown = any(not mention.known for mention in sentence.mentions.values())
        verb = sentence.token(relation.trigger)
        if relation.type not in ANSWERS or len(others) != 1 or not near or unknown or _is_aside(verb):
            return None
        parties = [p for p in (*near[-1].relation.actors, *near[-1].relation.recipients) if p.code in others]
        why = "the report has spoken of nobody else"
        return _with(relation, tuple(parties[:1]), verb, (BETWEEN_TWO, why))

    def _meant(self, sentence: Sentence, noun: Token) -> Earlier | None:
        """The act told before that a noun speaks of; none where acts between different parties can be meant."""
        kind = act_nouns().get(noun.lemma_.lower()) if noun.pos_ == "NOUN" else None
        if kind is None or not _is_definite(noun):
            return None
        above = {token.i for token in noun.ancestors}
        before = [e for e in self.told if e.sentence.index != sentence.index or e.relation.trigger not in above]
        if kind.is_any:
            before = [e for e in before if e.sentence.index == before[-1].sentence.index >= sentence.index - 1]
        fitting = [e for e in _fitting(kind, before) if _is_as_many(noun, e) and self._agrees(sentence, noun, e)]
        if len({earlier.sides for earlier in fitting}) != 1 or fitting[-1].sentence.index < sentence.index - REACH:
            return None
        return fitting[-1]

    def _agrees(self, sentence: Sentence, noun: Token, earlier: Earlier) -> bool:
        """Whether the parties and days that a noun's own phrase names are those of an act."""
        own = {token.i for token in _own_phrase(noun)}
        named = {m.code for m in sentence.mentions.values() if m.known and m.root in own}
        if not named <= earlier.codes:
            return False
        start, end = sentence.characters(noun.left_edge, noun.right_edge)
        days = [t.value for t in self.document.times if start <= t.span[0] < end and t.value.start and t.value.end]
        if not days:
            return True
        then = date_of(self.document, earlier.sentence, earlier.sentence.token(earlier.relation.trigger), "past")
        first, last = then.happened.start, then.happened.end
        return (
            first is None or last is None or any(d.start <= last and first <= d.end for d in days if d.start and d.end)
        )


def _fitting(kind: ActNoun, told: Sequence[Earlier]) -> list[Earlier]:
    """The acts that a noun can speak of: told by a word of its family, else of a type that it names."""
    if kind.is_any:
        return list(told)
    akin = [earlier for earlier in told if kind.words & earlier.lemmas]
    return akin or [earlier for earlier in told if earlier.relation.type in kind.types]


def _is_as_many(noun: Token, earlier: Earlier) -> bool:
    """Whether a plural speaks of an act that was several: "tested three bombs", "carried out tests"; one act is one."""
    trigger = earlier.sentence.token(earlier.relation.trigger)
    plural = noun.tag_ == "NNS"
    if earlier.nouns:
        return plural == any(token.tag_ == "NNS" for token in earlier.nouns)
    return not plural or any(token.tag_ == "NNS" for token in patients(trigger))


def _is_told_by_its_words(noun: Token, earlier: Earlier) -> bool:
    """Whether a noun says nothing of an act that its first words did not: its family, its number, what it is like."""
    trigger = earlier.sentence.token(earlier.relation.trigger)
    told_by = [trigger] if trigger.lemma_.lower() not in lexicon().light_verbs else earlier.nouns
    if act_nouns()[noun.lemma_.lower()].words.isdisjoint({token.lemma_.lower() for token in told_by}):
        return False
    said = {token.lemma_.lower() for token in earlier.sentence.tokens()}
    like = [t for t in noun.lefts if t.dep_ in {"amod", "compound", "nummod"} and t.ent_type_ not in _NAMES | {"DATE"}]
    return all(token.lemma_.lower() in said for token in like)


def _is_fact(noun: Token) -> bool:
    """Whether nothing above a noun denies what it speaks of or leaves it open."""
    denied = any(commitments().get((above.lemma_.lower(), "v")) == "denies" for above in noun.ancestors)
    return not denied and reality(noun).factuality is Factuality.CERTAIN


def _is_definite(noun: Token) -> bool:
    """Whether a noun speaks of something known: "the raid", "Tuesday's raid", "its raid", but not "another raid"."""
    before = list(noun.lefts)
    if any(child.lower_ in _ANOTHER for child in before):
        return False
    return any(child.lower_ in _DETERMINERS or child.dep_ == "poss" for child in before)


def _speaks_of_others(sentence: Sentence, relation: Relation) -> bool:
    """Whether the place of an open relation's recipient is taken by somebody, though nobody known, or is denied.

    "The president urged voters to stay at home" is addressed to them, as whatever asks somebody to do something is, and
    what is only denied is no answer.
    """
    verb = sentence.token(relation.trigger)
    if not is_verb(verb) or commitments().get((verb.lemma_.lower(), "v")) == "denies":
        return True
    if relation.type == "REQUEST" and any(child.dep_ in {"ccomp", "xcomp"} for child in verb.children):
        return True
    doers = {t.i for subject in subjects(verb) for t in subject.subtree}
    below = [token for token in verb.subtree if token.i not in doers]
    taken = [m for m in sentence.mentions.values() if not m.known and m.root in {token.i for token in below}]
    known = [m for m in sentence.mentions.values() if m.known]
    names = [t for t in below if t.ent_type_ in _NAMES and not any(_covers(sentence, m, t) for m in known)]
    return bool(taken or names)


def _is_aside(verb: Token) -> bool:
    """Whether an act is only mentioned beside another: "as soon as Japan complies", "if Chad allowed it"."""
    return any(token.dep_ == "advcl" for token in (verb, *verb.ancestors))


def _covers(sentence: Sentence, mention: Mention, token: Token) -> bool:
    return mention.span[0] <= sentence.offset + token.idx < mention.span[1]


def _aims(verb: Token) -> set[int]:
    """The words of what a verb is done to and of where."""
    held = [*patients(verb), *(t for word in RESTING for t in prepositional(verb, word))]
    return {token.i for head in held for token in head.subtree}


def _own_phrase(noun: Token) -> Iterator[Token]:
    """The words of a noun's phrase but for clauses that hang on it."""
    yield noun
    for child in noun.children:
        if child.dep_ not in _CLAUSES and child.dep_ != "conj":
            yield from _own_phrase(child)


def _objects(trigger: Token) -> Iterator[Token]:
    """What an act is about, and what that is about in turn ("an end to the attacks")."""
    first = [*patients(trigger), *(t for word in CONCERNING for t in prepositional(trigger, word))]
    for token in first:
        yield token
        yield from (t for word in CONCERNING for t in prepositional(token, word))


def _addressed(earlier: Earlier, relation: Relation) -> tuple[Mention, ...]:
    """The parties of an act to whom a judgement of it is addressed; nobody, where one's own act is judged."""
    mine = _codes(relation.actors)
    did, suffered = earlier.relation.actors, earlier.relation.recipients
    if relation.type == "CONCEDE":
        return tuple(party for party in suffered if party.code not in mine)
    if not mine.isdisjoint(_codes(did)):
        return ()
    if relation.type == "REQUEST" and earlier.relation.type not in CONFLICTUAL:
        return ()
    return tuple(party for party in did if party.known)


def _with(relation: Relation, recipients: tuple[Mention, ...], at: Token, sure: tuple[float, str]) -> Relation:
    share, why = sure
    return replace(
        relation,
        recipients=tuple(replace(party, root=at.i) for party in recipients),
        confidence=relation.confidence * share,
        why=(*relation.why, f"to “{'”, “'.join(words_of(party) for party in recipients)}”: {why}"),
        beyond=True,
        open=False,
    )


def _again(sentence: Sentence, noun: Token, earlier: Earlier) -> Relation:
    """An act as the noun that speaks of it again tells it."""
    told = earlier.relation
    return replace(
        told,
        sentence=sentence.index,
        trigger=noun.i,
        words=(noun.i,),
        actors=tuple(replace(party, root=noun.i) for party in told.actors),
        recipients=tuple(replace(party, root=noun.i) for party in told.recipients),
        confidence=told.confidence * AGAIN,
        why=(_is_the_act(noun, earlier),),
        beyond=True,
        refused=False,
        tells_again=told.tells_again or (earlier.sentence.index, told.trigger),
    )


def _is_the_act(noun: Token, earlier: Earlier) -> str:
    phrase = noun.doc[noun.left_edge.i : noun.i + 1].text
    return f"“{phrase}” is the act told by “{_words(earlier)}”"


def _words(earlier: Earlier) -> str:
    return " ".join(earlier.sentence.token(index).text for index in sorted(earlier.relation.words))


def _codes(parties: Sequence[Mention]) -> frozenset[str | None]:
    return frozenset(party.code for party in parties)
