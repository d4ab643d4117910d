"""Which expression of time a claim stands under, and what is assumed where none does.

The expression nearest to the act within its own clause counts; one that dates only the telling ("said on Monday"),
another happening ("condemned Friday's attack") or an earlier one of the kind ("the first since 2011") does not.
Where the report gives no day, the claim is dated "on or shortly before the report", and says so by its precision
and its empty words.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Span as ParsedSpan
from spacy.tokens import Token

from detente.claims.claim import Happened
from detente.claims.dates.links import Link, distance, linked
from detente.claims.document import Document, Occasion, Sentence, TimeExpression
from detente.claims.syntax import ancestors, governing_verb, is_verb
from detente.knowledge.countries import countries
from detente.knowledge.modality import commitments
from detente.knowledge.words import words

SHORTLY = dt.timedelta(days=2)
"""How far before its report an undated happening of the news is taken to lie."""
YEAR = dt.timedelta(days=365)
CONSECUTIVE = dt.timedelta(days=3)
"""How far apart two days joined by "and" are one happening ("on Tuesday and Wednesday")."""
_ENDS_A_CLAUSE = frozenset({"relcl", "parataxis", "ccomp", "advcl", "acl"})
_BOUNDARY = _ENDS_A_CLAUSE | {"conj", "csubj"}
_MODIFIES = frozenset({"nmod", "compound", "poss", "nummod", "amod", "npadvmod"})
_ABOUT = frozenset({"of", "for", "over", "about", "against"})
_HAPPENS = words("takes place")
_LIGHT = words("light verbs for a day")
_COMPARING = words("compares with before")
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_OF_TIME = words("parts of time")
_JOINS = re.compile(r"\s*(?P<word>to|and|until|till|through|-|–|—|/)\s*(?:on\s+)?(?:the\s+)?", re.IGNORECASE)
_DATELINE = re.compile(r"\W*[A-Z][A-Z.’'-]+[^.;:\n]{0,60}?(?:\([^)\n]{2,40}\)\s*)?\s(?:--?|–|—|_)\s")
_COMPARED_WITHIN = 12
"""How many words before "since" an ordinal or a superlative may stand that compares with the time before."""


@dataclass(frozen=True, slots=True)
class Dated:
    """When something happened and why that is thought."""

    happened: Happened
    why: str


@dataclass(frozen=True, slots=True)
class _Candidate:
    """An expression of time seen from an act: the head of its words, the link between, the steps up and down."""

    expression: TimeExpression
    root: Token
    link: Link | None
    steps: int


def date_of(document: Document, sentence: Sentence, trigger: Token, tense: str) -> Dated:
    """The days of an act, from its own words, the occasion it belongs to, another act, or the report's date."""
    candidate = _governing(document, sentence, trigger)
    occasion = _occasion(document, sentence, trigger)
    if candidate is not None and not (occasion and candidate.expression.value.start is None):
        return _from_expression(document, sentence, trigger, candidate)
    if occasion is not None and occasion.happened is not None:
        return _from_occasion(document, sentence, trigger, occasion)
    known = tense != "future" and _is_background(trigger)
    told = _telling(document, sentence, trigger) if tense != "future" and not known else None
    return (
        _from_main_clause(document, sentence, trigger, tense)
        or (_from_telling(document, told) if told is not None else None)
        or (_known_already(document) if known else _assumed(document, tense))
    )


# The expression that governs


def _governing(document: Document, sentence: Sentence, trigger: Token) -> _Candidate | None:
    """The expression with the fewest steps to the act, none of them into another clause."""
    found = [c for e in _expressions(document, sentence) if (c := _candidate(document, sentence, trigger, e))]
    return min(found, key=lambda c: (c.steps, abs(c.root.i - trigger.i)), default=None)


def _expressions(document: Document, sentence: Sentence) -> Iterator[TimeExpression]:
    """The expressions of a sentence that have days, but for those of a dateline."""
    start, end = sentence.span
    dateline = _DATELINE.match(sentence.text) if sentence.index == 0 else None
    start += dateline.end() if dateline else 0
    for expression in document.times:
        dated = expression.value.start is not None or expression.value.end is not None
        if start <= expression.span[0] < end and expression.kind != "SET" and dated:
            yield expression


def _candidate(document: Document, sentence: Sentence, trigger: Token, expression: TimeExpression) -> _Candidate | None:
    tokens = sentence.at(*expression.span)
    steps = steps_between(tokens.root, trigger) if tokens is not None else None
    if tokens is None or steps is None:
        return None
    link = linked(document, sentence, tokens.root, trigger)
    if (_dates_another(tokens.root, trigger) and link is None) or _compares(sentence, tokens):
        return None
    ahead = expression.value.start is not None and expression.value.start > document.published
    if ahead and any(_intended(token, trigger) for token in ancestors(tokens.root)):
        return None
    return _Candidate(expression, tokens.root, link, steps)


def steps_between(root: Token, trigger: Token) -> int | None:
    """How far up from an expression, then down, the act lies; None where a clause lies between."""
    ups: dict[int, int] = {trigger.i: 0}
    token, steps = trigger, 0
    while token.head != token and not _heads_own_clause(token):
        token = token.head
        steps += 1
        ups[token.i] = steps
    token, down = root, 0
    while token.i not in ups:
        if token.head == token or (_closes_clause(token) and not _tells_when(token, trigger)):
            return None
        token = token.head
        down += 1
    return down + 2 * ups[token.i]


def _closes_clause(token: Token) -> bool:
    """Whether an expression below a token dates only what stands there: a clause of its own, an apposition."""
    if token.dep_ == "appos" or _is_content(token):
        return True
    own_subject = token.dep_ == "pcomp" and any(c.dep_ in {"nsubj", "nsubjpass"} for c in token.children)
    return is_verb(token) and (token.dep_ in _BOUNDARY or own_subject)


def _tells_when(verb: Token, noun: Token) -> bool:
    """Whether a clause says when what its noun names took place: "the talks held on Monday"."""
    return verb.head == noun and verb.dep_ in {"relcl", "acl"} and verb.lemma_ in _HAPPENS


def _heads_own_clause(verb: Token) -> bool:
    if not is_verb(verb):
        return False
    joined = verb.dep_ == "conj" and any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children)
    return joined or (verb.dep_ in _ENDS_A_CLAUSE and not _only_accompanies(verb)) or _is_content(verb)


def _only_accompanies(verb: Token) -> bool:
    """Whether a participle shares its main clause's day: "severed relations on Monday, accusing it of ..."."""
    own = any(child.dep_ in {"mark", "nsubj", "nsubjpass"} for child in verb.children)
    return verb.dep_ == "advcl" and verb.tag_ == "VBG" and not own


def _is_content(verb: Token) -> bool:
    """Whether a verb is what an accusation or the like is about: "accused Iran of shelling it in May"."""
    return verb.dep_ == "pcomp" and verb.head.lower_ in _ABOUT


def _intended(token: Token, trigger: Token) -> bool:
    """Whether a verb is the infinitive of what an act is about: "agreed to withdraw by Friday"."""
    return token.dep_ == "xcomp" and is_verb(token) and token != trigger and trigger in ancestors(token)


def _dates_another(root: Token, trigger: Token) -> bool:
    """Whether an expression belongs to a noun that is not the act ("the 2015 deal", "Friday's attack")."""
    noun = _noun_dated(root)
    if noun is None or noun == trigger or noun in trigger.conjuncts:
        return False
    carries = trigger.lemma_ in _LIGHT or noun.dep_ in {"nsubj", "nsubjpass"}
    return not (noun.head == trigger and carries)


def _noun_dated(root: Token) -> Token | None:
    """The noun that an expression stands before, or after "of"."""
    if root.dep_ == "pobj" and root.head.lower_ == "of":
        noun = root.head.head
        return noun if noun.pos_ in {"NOUN", "PROPN"} and noun.lemma_.lower() not in _OF_TIME else None
    noun = root.head
    if root.dep_ not in _MODIFIES or noun.pos_ not in {"NOUN", "PROPN"} or noun.i < root.i:
        return None
    while noun.dep_ == "compound":
        noun = noun.head
    return noun


def _compares(sentence: Sentence, tokens: ParsedSpan) -> bool:
    """Whether "since" only says how long nothing like the act had been: "for the first time since 2011"."""
    above = [tokens.root, *list(ancestors(tokens.root))[:3]]
    since = next((t for t in above if t.lower_ == "since"), None)
    if since is None:
        return False
    before = [t for t in sentence.tokens() if since.i - _COMPARED_WITHIN <= t.i < since.i]
    last_comma = max((t.i for t in before if t.text in {",", ";"} and t.i < since.i - 1), default=-1)
    clause = [t for t in before if t.i > last_comma]
    return any(t.tag_ in {"JJS", "RBS"} or t.lower_ in _COMPARING for t in clause)


# From the expression to the days


def _from_expression(document: Document, sentence: Sentence, trigger: Token, candidate: _Candidate) -> Dated:
    expression = candidate.expression
    joined = _joined(document, sentence, trigger, candidate)
    if joined is not None:
        return Dated(joined, f"“{joined.text}”: from the first to the last ({_told(joined)})")
    value, link = expression.value, candidate.link
    why = f"“{expression.text}”: {expression.why} ({_told(value)})"
    if link is None:
        return Dated(value, why)
    moved = link.move(value, document.published)
    return Dated(moved, f"{why}; “{link.words}” it is {_told(moved)}")


def _told(value: Happened) -> str:
    """The days as one reads them, open sides as "…"."""
    start, end = (day.isoformat() if day else "…" for day in (value.start, value.end))
    return start if start == end else f"{start} to {end}"


def _joined(document: Document, sentence: Sentence, trigger: Token, candidate: _Candidate) -> Happened | None:
    """The range from one expression to the next or from the one before: "from 3 to 5 May", "Tuesday and Wednesday"."""
    index = document.times.index(candidate.expression)
    for first, second in ((index, index + 1), (index - 1, index)):
        if first < 0 or second == len(document.times):
            continue
        other = sentence.at(*document.times[first + second - index].span)
        if other is not None and steps_between(other.root, trigger) is not None:
            value = _range(document.report.text, document.times[first], document.times[second])
            if value is not None:
                return value
    return None


def _range(text: str, first: TimeExpression, second: TimeExpression) -> Happened | None:
    start, end = first.value.start, second.value.end
    between = _JOINS.fullmatch(text[first.span[1] : second.span[0]])
    if (
        between is None
        or start is None
        or end is None
        or start > end
        or {first.kind, second.kind} & {"DURATION", "SET"}
    ):
        return None
    opened = re.search(r"\bbetween\s+(?:the\s+)?$", text[max(0, first.span[0] - 14) : first.span[0]], re.IGNORECASE)
    if between["word"].lower() == "and" and not opened and end - start > CONSECUTIVE:
        return None
    span = (first.span[0], second.span[1])
    coarser = max((first.value, second.value), key=_length)
    return Happened(start=start, end=end, precision=coarser.precision, text=text[slice(*span)], span=span)


def _length(value: Happened) -> int:
    return (value.end - value.start).days if value.start and value.end else 0


# Occasions, other acts, and what is assumed


def _occasion(document: Document, sentence: Sentence, trigger: Token) -> Occasion | None:
    """The dated gathering that an act is, takes part in, or is set beside."""
    near = {trigger.i, trigger.head.i, *(token.i for token in trigger.subtree)}
    for occasion in document.occasions:
        if occasion.sentence == sentence.index and occasion.root in near and occasion.happened is not None:
            return occasion
    return None


def _from_occasion(document: Document, sentence: Sentence, trigger: Token, occasion: Occasion) -> Dated:
    happened = occasion.happened
    assert happened is not None
    link = linked(document, sentence, sentence.token(occasion.root), trigger)
    if link is None:
        return Dated(happened, f"the day of the {occasion.noun}: {happened.text or happened.start}")
    moved = replace(link, of_a_happening=True).move(happened, document.published)
    return Dated(moved, f"{link.words} the {occasion.noun} of {happened.start}")


def _from_main_clause(document: Document, sentence: Sentence, trigger: Token, tense: str) -> Dated | None:
    """The days of an act that another followed by so long: "struck back a week after Iran attacked"."""
    for token in (trigger, *ancestors(trigger)):
        word = _after_or_before(token)
        main = _main(token) if word is not None else None
        length = distance(document, sentence, word) if word is not None else None
        if word is not None and main is not None and length is not None:
            seen = date_of(document, sentence, main, tense).happened
            value = length.from_(seen, later=word.lower_ == "before").model_copy(update={"text": None, "span": None})
            return Dated(value, f"so long “{word.text}” it came “{main.text}”: {value.start} to {value.end}")
        if is_verb(token):
            return None
    return None


def _after_or_before(token: Token) -> Token | None:
    """The "after" or "before" that brings in a clause or a noun."""
    if is_verb(token):
        return next((c for c in token.children if c.dep_ == "mark" and c.lower_ in {"after", "before"}), None)
    return token.head if token.dep_ == "pobj" and token.head.lower_ in {"after", "before"} else None


def _main(token: Token) -> Token | None:
    """The act that a clause or a noun after "after" is set beside; its conjunct where the parse turns them about."""
    if not is_verb(token):
        return token.head.head
    joined = next((c for c in token.children if c.dep_ == "conj" and is_verb(c)), None)
    return token.head if token.head != token else joined


def _telling(document: Document, sentence: Sentence, trigger: Token) -> TimeExpression | None:
    """The expression that dates the saying of what an act is told in."""
    clause = trigger
    while clause.head != clause and clause.dep_ != "ccomp":
        clause = clause.head
    if clause.dep_ != "ccomp" or (clause.head.lemma_.lower(), "v") not in commitments():
        return None
    candidate = _governing(document, sentence, clause.head)
    return candidate.expression if candidate is not None else None


def _from_telling(document: Document, told: TimeExpression) -> Dated:
    """What was told on a day happened on it or shortly before."""
    start, end = told.value.start, told.value.end
    if start is None or end is None:
        return _assumed(document, "past")
    if told.value.precision in {"day", "part of day"}:
        start -= SHORTLY
    value = Happened(start=start, end=min(end, document.published), precision="vague", text=told.text, span=told.span)
    return Dated(value, f"no day given; told “{told.text}”, so on or shortly before it")


def _assumed(document: Document, tense: str) -> Dated:
    published = document.published
    if tense == "future":
        value = Happened(start=published, end=None, precision="vague")
        return Dated(value, "in the future, no day given: on or after the report's date")
    value = Happened(start=published - SHORTLY, end=published, precision="vague")
    return Dated(value, "no day given: on or shortly before the report's date")


def _known_already(document: Document) -> Dated:
    value = Happened(start=None, end=document.published, precision="vague")
    return Dated(value, "no day given: told as known already, so at some time before the report")


def _is_background(trigger: Token) -> bool:
    """Whether an act is told as known: "the girls whom they had abducted", "the treaty that both signed"."""
    verb = trigger if is_verb(trigger) else governing_verb(trigger)
    if verb is None:
        return False
    if verb.dep_ == "acl" and verb.tag_ == "VBN":
        return _is_definite(verb.head)
    if any(child.lower_ == "had" and child.dep_ == "aux" for child in verb.children):
        return True
    said = verb.tag_ == "VBD" or any(c.dep_ == "auxpass" and c.tag_ == "VBD" for c in verb.children)
    return verb.dep_ == "relcl" and said and verb.doc[verb.left_edge.i - 1].text != ","


def _is_definite(noun: Token) -> bool:
    """Whether a noun is spoken of as known: "the girls", "those", "its envoy"."""
    determined = noun.lower_ in _DEFINITE or any(child.lower_ in _DEFINITE for child in noun.children)
    return determined or any(child.dep_ == "poss" for child in noun.children)


def historical(document: Document, codes: list[str], begun: list[str]) -> Dated:
    """The years in which a state that is no more could act upon the others named.

    `begun`: those that were founded shortly before, as a state is before another is the first to recognise it.
    """
    starts = [countries()[code].term.start for code in codes if code in countries()]
    ends = [countries()[code].term.end for code in codes if code in countries()]
    start = max((day for day in starts if day), default=None)
    end = min((day for day in ends if day and day < document.published), default=None)
    if start and end and start > end:
        start = None
    founded = max((day for code in begun if code in countries() if (day := countries()[code].term.start)), default=None)
    if founded is not None:
        value = Happened(start=founded, end=founded + YEAR, precision="vague")
        return Dated(value, f"the first recognition of a state, soon after its founding on {founded}")
    value = Happened(start=start, end=end, precision="vague")
    return Dated(value, f"in the past, while all named existed: {start or '…'} to {end or '…'}")
