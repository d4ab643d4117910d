"""Finding the triggers of a sentence: where the words of the lexicon stand, with the nouns they ask for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from detente.claims.syntax import conjuncts, is_verb, patients, prepositional
from detente.knowledge.lexicon import Pattern, Pos, Shifter, Trigger, lexicon
from detente.knowledge.words import words

PARTITIVES = words("partitives")
NEAR = 6
"""How many words after its head an adjective may complete a trigger ("held the Somali government responsible")."""
OBLIGATION = words("obligation")
SAYS_NOTHING_ALONE = words("says nothing alone")
BEFORE_NOUNS = frozenset({"compound", "amod", "nmod"})
_LITERAL_LABELS = BEFORE_NOUNS | frozenset(
    {"prt", "prep", "advmod", "agent", "dative", "mark", "aux", "npadvmod", "acomp", "advcl", "oprd"}
)


@dataclass(frozen=True, slots=True)
class Found:
    """A pattern found at a token: the tokens it covers and the preposition whose object is `it`."""

    head: Token
    words: tuple[Token, ...]
    preposition: Token | None


@dataclass(frozen=True, slots=True)
class TriggerHit:
    """A trigger of the lexicon found in a sentence."""

    trigger: Trigger
    found: Found


@dataclass(frozen=True, slots=True)
class ShifterHit:
    """A shifter of the lexicon found at a token."""

    shifter: Shifter
    found: Found


def part_of_speech(token: Token) -> Pos | None:
    """Which list of the lexicon a token is looked up in."""
    if token.pos_ == "VERB" or (is_verb(token) and token.lemma_ != "be"):
        return "v"
    if token.pos_ in {"NOUN", "PROPN"} and token.dep_ != "compound":
        return "n"
    return "a" if token.pos_ == "ADJ" else None


def trigger_at(token: Token) -> TriggerHit | None:
    """The most specific trigger that a token heads."""
    return next(triggers_at(token), None)


def triggers_at(token: Token) -> Iterator[TriggerHit]:
    """All triggers that a token heads, the most specific first."""
    pos = part_of_speech(token)
    for trigger in lexicon().triggers.get((token.lemma_.lower(), pos), ()) if pos is not None else ():
        found = match(token, trigger.pattern)
        if found is not None:
            yield TriggerHit(trigger, found)


def loose_trigger_at(token: Token) -> TriggerHit | None:
    """The commonest trigger that a token heads, whatever else it asks for: a guess, where nothing fits whole."""
    pos = part_of_speech(token)
    known = lexicon().triggers.get((token.lemma_.lower(), pos), ()) if pos is not None else ()
    held = [trigger for trigger in known if trigger.pattern.complement != "MUST"]
    if not held or token.lemma_.lower() in SAYS_NOTHING_ALONE:
        return None
    types = [trigger.type for trigger in held]
    commonest = max(held, key=lambda trigger: types.count(trigger.type))
    return TriggerHit(commonest, Found(token, (token,), None))


def shifter_at(token: Token, type_: str) -> ShifterHit | None:
    """The most specific shifter that a token heads and that changes this type."""
    pos = part_of_speech(token)
    if pos is None:
        return None
    for shifter in lexicon().shifters.get((token.lemma_.lower(), pos), ()):
        if type_ in shifter.over:
            found = match(token, shifter.pattern)
            if found is not None:
                return ShifterHit(shifter, found)
    return None


def match(head: Token, pattern: Pattern) -> Found | None:
    """Whether a pattern stands at a token; None where a word, a noun or a complement it asks for is missing."""
    words = [head]
    preposition: Token | None = None
    for literal in pattern.literals:
        word = _literal(words, literal)
        if word is None:
            return None
        words.append(word)
        preposition = word
    if pattern.nouns is not None:
        nouns = _objects(head, preposition) if preposition is not None else patients(head)
        noun = next((n for n in nouns for n in _inner_nouns(n) if _is_one_of(n, pattern.nouns)), None)
        if noun is None or not _followed(head, noun, pattern.follows):
            return None
        words.append(noun)
    if pattern.complement is not None and not _COMPLEMENTS[pattern.complement](head, preposition):
        return None
    return Found(head, tuple(sorted(words, key=lambda token: token.i)), preposition)


def _followed(head: Token, noun: Token, preposition: str | None) -> bool:
    """Whether the preposition that a pattern asks for after its object hangs on it or on its verb."""
    return preposition is None or bool(prepositional(head, preposition) or prepositional(noun, preposition))


def _has_that_clause(head: Token, _preposition: Token | None) -> bool:
    """Whether a clause says what: a verb's, or a noun's ("the charge that Israel ...")."""
    clauses = [child for child in head.children if child.dep_ in {"ccomp", "acl", "relcl"}]
    return any(c.dep_ == "ccomp" or any(w.lower_ == "that" and w.dep_ == "mark" for w in c.children) for c in clauses)


def _has_demand(head: Token, _preposition: Token | None) -> bool:
    """Whether a clause says what must or should be done."""
    clauses = [child for child in head.children if child.dep_ == "ccomp"]
    return any(word.dep_ == "aux" and word.lower_ in OBLIGATION for clause in clauses for word in clause.children)


def _stands_alone(head: Token, _preposition: Token | None) -> bool:
    """Whether a verb has no object: who returned, not what was returned."""
    return not (is_verb(head) and patients(head))


def _is_one_of(noun: Token, wanted: frozenset[str]) -> bool:
    """Whether a noun is of a class; `money` holds every sum, `@person` every name of a person, `*` everything."""
    if "money" in wanted and (noun.ent_type_ == "MONEY" or any(child.tag_ == "$" for child in noun.children)):
        return True
    if "@person" in wanted and noun.ent_type_ == "PERSON":
        return True
    return noun.lemma_.lower() in wanted or ("*" in wanted and noun.pos_ in {"NOUN", "PROPN"})


def _is_time(preposition: Token) -> bool:
    """Whether a preposition only dates ("called on Friday" is no call on anybody)."""
    return any(child.ent_type_ in {"DATE", "TIME"} for child in preposition.children if child.dep_ == "pobj")


def _literal(words: list[Token], literal: str) -> Token | None:
    """A word that must go with a trigger's head: a particle, a preposition, a word before a noun, or one next to it."""
    for owner in reversed(words):
        for child in owner.children:
            if child.lower_ == literal and _goes_with(child):
                return child
    head, last = words[0], words[-1]
    for patient in patients(head) if head.pos_ == "VERB" else ():
        for child in patient.children:
            if child.lower_ == literal and child.dep_ == "prep":
                return child
    near = head.doc[last.i + 1 : last.i + 1 + NEAR]
    if len(near) and near[0].lower_ == literal and near[0].pos_ in {"ADP", "ADV", "PART", "SCONJ"}:
        return near[0]
    beside = (token for token in near if token.lower_ == literal and token.pos_ == "ADJ")
    below = (token for token in head.subtree if token.lower_ == literal and token.dep_ in BEFORE_NOUNS)
    return next(beside, None) or next(below, None)


def _goes_with(child: Token) -> bool:
    if _is_time(child):
        return False
    return child.dep_ in _LITERAL_LABELS or child.pos_ in {"ADP", "ADV", "PART"}


def _objects(head: Token, preposition: Token) -> list[Token]:
    found = [t for child in preposition.children if child.dep_ in {"pobj", "dobj"} for t in conjuncts(child)]
    return found or patients(head)


def _inner_nouns(noun: Token) -> list[Token]:
    """A noun, and what it only measures: "a round of talks", "an end to sanctions"."""
    found = [noun]
    if noun.lemma_.lower() in PARTITIVES:
        for child in noun.children:
            if child.dep_ == "prep" and child.lower_ in {"of", "to"}:
                found += [
                    inner
                    for grandchild in child.children
                    if grandchild.dep_ == "pobj"
                    for inner in conjuncts(grandchild)
                ]
    return found


def _has_infinitive(head: Token, preposition: Token | None) -> bool:
    owners = [head] if preposition is None else [preposition, head]
    if any(child.dep_ in {"xcomp", "pcomp"} for owner in owners for child in owner.children):
        return True
    if any(c.dep_ == "ccomp" and any(x.lower_ == "to" and x.dep_ == "aux" for x in c.children) for c in head.children):
        return True
    if head.pos_ == "NOUN":
        return any(child.dep_ in {"acl", "relcl"} and child.tag_ in {"VB", "VBG"} for child in head.children)
    return any(
        child.dep_ in {"advcl"} and any(c.lower_ == "to" and c.dep_ == "aux" for c in child.children)
        for child in head.children
    ) or any(g.dep_ == "pcomp" for child in head.children if child.dep_ == "prep" for g in child.children)


_COMPLEMENTS: dict[str, Callable[[Token, Token | None], bool]] = {
    "TO": _has_infinitive,
    "THAT": _has_that_clause,
    "MUST": _has_demand,
    "ALONE": _stands_alone,
}
