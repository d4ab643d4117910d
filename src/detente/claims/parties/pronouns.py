"""Whom "he", "it" and "they" mean: the nearest fitting party, subjects before others.

One who fits but is no known party ends the search: the pronoun means them, and they are nobody the record knows.
"""

from __future__ import annotations

from spacy.tokens import Token

from detente.claims.document import Mention, Sentence
from detente.claims.parties.told import Told, as_before, compound, distinct, is_place, together
from detente.claims.syntax import governing_verb, subjects

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
HE_OR_SHE = frozenset({"he", "she", "him", "her", "his"})
IT = frozenset({"it", "its"})
UNKNOWN = frozenset({"", "PERSON", "ORG"})
"""What the parser takes a name for that may be a person's."""
SPEAKER = frozenset({"i", "we", "us", "our", "my", "me"})


def resolve_pronoun(sentence: Sentence, mention: Mention, told: Told) -> Mention:
    """The mention as the party that its pronoun means; unchanged where that stays unknown."""
    word = sentence.token(mention.root).lower_
    if word in SPEAKER:
        return mention
    if word not in HE_OR_SHE | IT:
        return _several(sentence, mention, told)
    fits = _is_person if word in HE_OR_SHE else _is_institution
    barred = _own_subjects(sentence, mention)
    for where, candidate in told.candidates(sentence, mention.root):
        here = where.index == sentence.index
        if here and candidate.root in barred:
            continue
        if not here and _another_may_be_meant(sentence, mention, people=word in HE_OR_SHE):
            return mention
        if word in IT and (is_place(where, candidate) or not (here or _goes_on(sentence, mention, where, candidate))):
            continue
        if fits(candidate) and len(compound(where, candidate)) < 2:
            return as_before(mention, candidate) if candidate.known else mention
    return mention


def _another_may_be_meant(sentence: Sentence, mention: Mention, *, people: bool) -> bool:
    """Whether the sentence itself has one to whom a pronoun may refer, though nobody the record knows.

    For "he" a name that is nobody's so far ("Stone said he had met the king"), for "its" the owner of what acts
    ("Japan's constitution keeps its forces at home").
    """
    before = [t for t in sentence.tokens() if t.i < mention.root]
    if people:
        return any(t.dep_ in SUBJECTS and t.pos_ == "PROPN" and _is_nobody_so_far(sentence, t) for t in before)
    return any(t.dep_ == "poss" and t.head.dep_ in SUBJECTS and t.i in sentence.mentions for t in before)


def _is_nobody_so_far(sentence: Sentence, name: Token) -> bool:
    """Whether a name may be a person's and is neither a known party's nor an outlet's; the parser often says ORG."""
    at = sentence.offset + name.idx
    listed = any(hit.start <= at < hit.end for hit in sentence.hits)
    mention = sentence.mentions.get(name.i)
    return not listed and name.ent_type_ in UNKNOWN and (mention is None or not mention.known)


def _goes_on(sentence: Sentence, mention: Mention, where: Sentence, candidate: Mention) -> bool:
    """Whether "it" can take up a party of an earlier sentence: both subjects, and "it" does something.

    Elsewhere "it" is mostly no party at all ("It was late", "They read about it").
    """
    token = sentence.token(mention.root)
    acts = token.dep_ == "poss" or (token.dep_ in SUBJECTS and token.head.lemma_ != "be")
    return acts and where.token(candidate.root).dep_ in SUBJECTS


def _own_subjects(sentence: Sentence, mention: Mention) -> set[int]:
    """Who acts in the pronoun's own clause: "the Council imposed sanctions on it" is never on itself."""
    token = sentence.token(mention.root)
    verb = governing_verb(token)
    if verb is None or token.dep_ not in {"dobj", "pobj", "dative"}:
        return set()
    return {subject.i for subject in subjects(verb)}


def _is_person(candidate: Mention) -> bool:
    return candidate.human and not candidate.plural


def _is_institution(candidate: Mention) -> bool:
    if candidate.kind in {"owner", "anaphor", "pronoun"} and not candidate.known:
        return False
    return not candidate.human and not candidate.plural and candidate.kind != "owner"


def _several(sentence: Sentence, mention: Mention, told: Told) -> Mention:
    """Whom "they" means: a plural, parties joined by "and", two people met, or the institution that is the subject."""
    barred = _own_subjects(sentence, mention)
    for where, candidate in told.candidates(sentence, mention.root):
        if candidate.kind == "owner" or (where.index == sentence.index and candidate.root in barred):
            continue
        joined = compound(where, candidate)
        if len(joined) > 1:
            return together(mention, joined)
        if candidate.plural or candidate.also:
            return as_before(mention, candidate) if candidate.known else mention
        if where.index < sentence.index:
            return _met(mention, told, where)
        if _is_institution(candidate) and where.token(candidate.root).dep_ == "nsubj":
            return as_before(mention, candidate) if candidate.known else mention
    return mention


def _met(mention: Mention, told: Told, where: Sentence) -> Mention:
    """The two people of the sentence before ("Sadat received Begin. They ...")."""
    people = [m for m in told.by_sentence[where.index] if m.person is not None]
    pair = distinct(people)
    return together(mention, pair) if len(pair) == 2 and len({m.person for m in people}) == 2 else mention
