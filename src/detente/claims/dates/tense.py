"""The tense around an expression of time: "on Friday" is the next Friday where the verb looks ahead.

What looks ahead besides "will" is data: verbs whose infinitive lies in the future ("plan to"), verbs that set a day
("scheduled for Friday"), verbs that put one off ("postponed until Friday"), and words before the day itself ("as
early as Friday").
"""

from __future__ import annotations

from spacy.tokens import Span as ParsedSpan
from spacy.tokens import Token

from detente.claims.dates.calendar import Tense
from detente.claims.document import Sentence
from detente.claims.relations.composition import is_future
from detente.claims.syntax import governing_verb, is_verb
from detente.knowledge.words import words

_LOOKS_AHEAD = words("looks ahead")
_SETS_A_DAY = words("sets a day ahead")
_PUTS_OFF = words("puts off")
_GATHERINGS = words("timetabled nouns")
_TIMETABLED = words("timetabled")
_TAKEN = words("taken on a day")
_GIVES_TIME = words("gives time")
_PRESENT = frozenset({"VBZ", "VBP"})
_MODALS = words("modals of the future")


def tense_around(sentence: Sentence, start: int, end: int) -> Tense:
    """The tense of the verb that an expression hangs on, as far as it tells past from future."""
    tokens = sentence.at(start, end)
    if tokens is None:
        return "past"
    if _before_a_noun(tokens.root):
        return "past"
    verb = tokens.root if is_verb(tokens.root) else governing_verb(tokens.root)
    before = _before(sentence, tokens)
    if _as_soon_as(before) or _meant_for(tokens.root) or _set_ahead(tokens, verb, before) or _still_runs(verb, before):
        return "future"
    return _tense(verb) if verb is not None else "present"


def _before_a_noun(root: Token) -> bool:
    """Whether an expression names what has been: "the November 27 accord"; a gathering can lie ahead with its verb."""
    noun = root.head
    named = root.dep_ in {"compound", "nmod", "nummod", "amod"} and noun.pos_ in {"NOUN", "PROPN"} and noun.i > root.i
    return named and noun.lemma_.lower() not in _GATHERINGS


def _before(sentence: Sentence, tokens: ParsedSpan) -> list[str]:
    first = max(sentence.parsed.start, tokens.start - 3)
    return [token.lower_ for token in tokens.doc[first : tokens.start]]


def _as_soon_as(before: list[str]) -> bool:
    """“as early as Friday”, “no later than Friday”, “due Friday”."""
    return before[-3:] in (["as", "early", "as"], ["as", "soon", "as"], ["no", "later", "than"]) or before[-1:] == [
        "due"
    ]


def _set_ahead(tokens: ParsedSpan, verb: Token | None, before: list[str]) -> bool:
    """“scheduled a meeting for Friday”, “postponed until Friday”, “a vote planned on Friday”."""
    if verb is None:
        return False
    if verb.lemma_ in _PUTS_OFF:
        return before[-1:] in (["until"], ["till"], ["to"], ["for"])
    told = before[-1:] == ["on"] and verb.dep_ == "ROOT" and any(c.dep_ == "ccomp" for c in verb.children)
    return verb.lemma_ in _SETS_A_DAY and tokens.start > verb.i and not told


def _meant_for(root: Token) -> bool:
    """“a rally called for Friday”, “forecast for Friday”."""
    return root.dep_ == "pobj" and root.head.lower_ == "for" and root.ent_type_ != "ORG"


def _still_runs(verb: Token | None, before: list[str]) -> bool:
    """“has until Friday to reply”, “wants them out by Friday”: what runs now ends ahead."""
    if verb is None or before[-1:] not in (["until"], ["till"], ["by"]):
        return False
    if verb.lemma_ in _LOOKS_AHEAD or (before[-1:] != ["by"] and verb.lemma_ in _GIVES_TIME):
        return True
    perfect = before[-1:] != ["by"] and any(c.dep_ == "aux" and c.tag_ in _PRESENT for c in verb.children)
    return verb.tag_ in _PRESENT or perfect


def _tense(verb: Token) -> Tense:
    if is_future(verb) or _modal(verb) or _intended(verb) or _will_have(verb):
        return "future"
    auxiliaries = [c for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    if verb.tag_ in {"VBD", "VBN"} or any(c.tag_ == "VBD" or c.lemma_ == "have" for c in auxiliaries):
        return "past"
    if verb.dep_ in {"xcomp", "advcl", "pcomp"} and is_verb(verb.head):
        return _tense(verb.head)
    if verb.tag_ == "VBG" and any(c.lower_ in {"is", "are"} for c in auxiliaries):
        return "future"
    if verb.tag_ in _PRESENT and (verb.lemma_ in _TIMETABLED or _takes_effect(verb)):
        return "future"
    return "present"


def _will_have(verb: Token) -> bool:
    """“will have left by Friday”."""
    return any(c.dep_ == "aux" and c.lower_ in {"will", "wo", "'ll", "’ll"} for c in verb.children)


def _takes_effect(verb: Token) -> bool:
    """“takes effect on Friday”, “takes office on Friday”."""
    return verb.lemma_ == "take" and any(c.dep_ == "dobj" and c.lower_ in _TAKEN for c in verb.children)


def _modal(verb: Token) -> bool:
    """Whether a verb may happen: "could strike on Friday"."""
    auxiliaries = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    return bool(auxiliaries & _MODALS) and "have" not in auxiliaries


def _intended(verb: Token) -> bool:
    """Whether a verb is an infinitive that something looks ahead to: "plans to meet", "an agreement to meet"."""
    if verb.tag_ != "VB" or not any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children):
        return False
    if verb.dep_ in {"acl", "relcl"} and verb.head.pos_ == "NOUN":
        return True
    return verb.dep_ in {"xcomp", "ccomp"} and verb.head.lemma_ in _LOOKS_AHEAD | _SETS_A_DAY
