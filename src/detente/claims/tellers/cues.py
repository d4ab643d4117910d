"""Finding the words that bring in what somebody tells: their speakers and where their content stands.

Cues are the verbs and nouns of `knowledge/data/speech.csv`; where the content of each may stand is asked in
`contents`. "As quoted by" has a rule of its own; what stands beside a clause without a verb is found in `asides`.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from detente.claims.claim import Span
from detente.claims.document import Document, Sentence
from detente.claims.syntax import conjuncts, is_passive, is_verb, negated, patients, prepositional, subjects
from detente.claims.tellers.asides import FoundCue, asides_at, headlines, passes_on
from detente.claims.tellers.contents import Content, content_of, cue_at, without
from detente.claims.tellers.wording import spans
from detente.knowledge.modality import Cue
from detente.knowledge.words import words

UNNAMED_PASSIVES = words("told by nobody")
UTTERANCES = words("utterances")
_UNREAL = words("unreal auxiliaries")
_UNOWNED = words("tellings of nobody")
_GIVES = words("gives a stance")
_CARRIES = words("carries a telling")
CLOSING = "\"”»'"
"""Marks that may follow the end mark of a quoted sentence."""
SPEAKS_FOR_ITSELF = frozenset({"i", "we", "you", "us", "me"})
"""Whose "I think" is no news of who says so."""


def cues_in(document: Document, sentence: Sentence) -> Iterator[FoundCue]:
    """The cues of a sentence from left to right."""
    yield from headlines(document, sentence)
    for token in sentence.tokens():
        yield from _at(document, sentence, token)


def _at(document: Document, sentence: Sentence, token: Token) -> Iterator[FoundCue]:
    if asides := asides_at(sentence, token):
        yield from asides
    elif token.lemma_.lower() in {"quote", "cite"} and is_verb(token):
        yield from _quoting(document, sentence, token)
    elif is_verb(token):
        cue = cue_at(token, "v")
        if cue is not None and _is_said(token):
            yield from _verbal(document, sentence, token, cue)
    elif token.pos_ == "NOUN" and (cue := cue_at(token, "n")) is not None:
        yield from _nominal(sentence, token)


def _is_said(verb: Token) -> bool:
    """Whether a cue is told to have been said: not "did not say", "could say", "it is too early to say"."""
    unreal = any(c.dep_ == "aux" and c.lower_ in _UNREAL for c in verb.children)
    bare = verb.dep_ in {"xcomp", "advcl", "acl", "relcl", "ccomp"} and any(c.lower_ == "to" for c in verb.lefts)
    carried = verb.head.lemma_.lower() in _CARRIES and is_verb(verb.head)
    return not negated(verb) and not unreal and (not bare or carried)


def _quoting(document: Document, sentence: Sentence, verb: Token) -> Iterator[FoundCue]:
    """Who passes on another's words: "KCNA quoted Kim as saying ...", "..., as quoted by the Kremlin"."""
    if passes_on(verb):
        return
    if is_passive(verb):
        speakers = prepositional(verb, "by", agents=True)
        above = verb if verb.head == verb else verb.head if is_verb(verb.head) else verb.head.head
        if speakers:
            yield FoundCue(verb, tuple(speakers), spans(sentence, without(above.subtree, *speakers)), order=0)
    elif verb.tag_ == "VBG" and not prepositional(verb, "as"):
        yield from _citing(document, sentence, verb)
    elif speakers := subjects(verb):
        yield from _quoted_after(sentence, verb, tuple(speakers))


def _quoted_after(sentence: Sentence, verb: Token, speakers: tuple[Token, ...]) -> Iterator[FoundCue]:
    """The words that somebody quotes another for, after the verb or before it ("..., KCNA quoted him as saying")."""
    before = [c for c in verb.lefts if c.dep_ == "ccomp"]
    saying = [c for preposition in verb.children if preposition.lower_ == "as" for c in preposition.children]
    if not before:
        yield FoundCue(verb, speakers, spans(sentence, (t for t in verb.subtree if t.i > verb.i)), order=0)
        return
    told = spans(sentence, before[0].subtree)
    yield FoundCue(verb, speakers, told, "the clause before it", order=0)
    if saying and patients(verb):
        yield FoundCue(saying[0], tuple(patients(verb)), told, "the clause before it")


def _citing(document: Document, sentence: Sentence, verb: Token) -> Iterator[FoundCue]:
    """The source that a teller cites tells the same, further in: "Reuters reported, citing officials"."""
    teller = verb.head if is_verb(verb.head) else verb.head.head
    cue = cue_at(teller, "v") if teller != verb else None
    content = content_of(document, sentence, teller, cue) if cue is not None else Content()
    if patients(verb) and content.tokens:
        yield FoundCue(
            verb, tuple(patients(verb)), spans(sentence, content.tokens), "what is told on its word", order=2
        )


def _verbal(document: Document, sentence: Sentence, verb: Token, cue: Cue) -> Iterator[FoundCue]:
    content = content_of(document, sentence, verb, cue)
    before = () if content.tokens else _quoted_before(document, sentence, verb, cue)
    if not content.tokens and not before and not _opens_quotation(sentence, verb, cue):
        return
    speakers = tuple(speakers_of(verb))
    if not speakers and not (is_passive(verb) and verb.lemma_.lower() in UNNAMED_PASSIVES):
        return
    if speakers and speakers[0].lower_ in SPEAKS_FOR_ITSELF:
        return
    apart = [speaker for speaker in speakers if verb not in speaker.subtree]
    inside = {t.i for speaker in apart for t in speaker.subtree}
    told = spans(sentence, (t for t in content.tokens if t.i not in inside))
    yield FoundCue(verb, speakers, before or told, "the quotation before it" if before else content.place)


def speakers_of(verb: Token) -> list[Token]:
    """Who says it: the verb's subject, or the one who is quoted as saying it."""
    above = verb.head.head if verb.dep_ == "pcomp" and verb.head.lower_ == "as" else verb
    if above.lemma_.lower() in {"quote", "cite"}:
        return patients(above)
    return subjects(verb) or ([] if is_passive(verb) else _after_quotation(verb) or _hung_elsewhere(verb))


def _after_quotation(verb: Token) -> list[Token]:
    """A speaker after the verb that the parser takes for its object: "“...,” read a statement by the ministry"."""
    fronted = any(c.dep_ == "ccomp" for c in verb.lefts)
    return [c for c in verb.rights if c.dep_ == "dobj"] if fronted else []


def _hung_elsewhere(verb: Token) -> list[Token]:
    """A speaker just before its verb that the parser takes for part of something else: "..., an official told us"."""
    loose = [c for c in verb.lefts if c.dep_ in {"dep", "npadvmod", "nmod"} and c.pos_ in {"NOUN", "PROPN"}]
    if loose:
        return loose[-1:]
    before = verb.i - 1
    while before > 0 and verb.doc[before].is_punct:
        before -= 1
    appositions = [t for t in verb.subtree if t.dep_ == "appos" and t.right_edge.i == before]
    return appositions[:1]


def _quoted_before(document: Document, sentence: Sentence, verb: Token, cue: Cue) -> tuple[Span, ...]:
    """The quotation that a sentence of its own only tells the speaker of: "“Who will pay?” the minister asked."."""
    if "quotation" not in cue.takes or verb.dep_ != "ROOT" or sentence.index == 0:
        return ()
    last = document.sentences[sentence.index - 1]
    closed = last.paragraph == sentence.paragraph and last.text.rstrip(CLOSING).endswith(("?", "!"))
    ending = [q for q in document.quotations if last.span[1] - 2 <= q[1] <= last.span[1]]
    return (ending[-1],) if closed and ending else ()


def _opens_quotation(sentence: Sentence, verb: Token, cue: Cue) -> bool:
    bare = verb.dep_ == "ROOT" and not any(c.dep_ == "xcomp" for c in verb.children)
    return "quotation" in cue.takes and bare and sentence.text.rstrip(' "“').endswith(":")


def _nominal(sentence: Sentence, noun: Token) -> Iterator[FoundCue]:
    """What a noun brings in: "Seoul's announcement that ...", "said in a report that ...", "rumours that ..."."""
    clauses = [c for c in noun.children if c.dep_ in {"acl", "ccomp"} and any(m.lower_ == "that" for m in c.children)]
    speakers = owners_of(noun) or _said_in(noun) or given_by(noun)
    if clauses and (speakers or noun.lemma_.lower() in _UNOWNED):
        yield FoundCue(noun, tuple(speakers[:1]), spans(sentence, (t for c in clauses for t in c.subtree)))


def _said_in(noun: Token) -> list[Token]:
    """Who said something in an utterance to which the parser gives what is told: "said in a report that ..."."""
    verb = noun.head.head
    inside = noun.dep_ == "pobj" and is_verb(verb) and cue_at(verb, "v") is not None and _is_said(verb)
    return subjects(verb) if inside else []


def given_by(noun: Token) -> list[Token]:
    """Who has or gives what a noun names: "the mayor made the claim that ...", "voters have doubts about ..."."""
    verb = noun.head
    return subjects(verb) if noun.dep_ == "dobj" and verb.lemma_.lower() in _GIVES else []


def owners_of(noun: Token) -> list[Token]:
    """Whose words an utterance is: "the ministry's statement", "a statement by the ministry", "a KCNA report"."""
    owned = [c for c in noun.children if c.dep_ == "poss" and c.lower_ not in {"its", "his", "her", "their"}]
    by = [t for word in ("by", "from") for t in prepositional(noun, word)]
    modifiers = [c for c in noun.lefts if c.dep_ in {"compound", "nmod"} or (c.dep_ == "amod" and c.ent_type_)]
    pronouns = [c for c in noun.children if c.dep_ == "poss"]
    return owned or by or [t for m in modifiers for t in conjuncts(m)] or pronouns or prepositional(noun, "of")
