"""Where what a cue brings in stands: its clause, its object, a quotation, the sentence it is set into.

The places are those of `knowledge/data/speech.csv`: a clause ("said that ..."), a gerund or an infinitive, an object
("announced a visit"), a predicate ("called it an act of war"), what stands after a preposition, a quotation, or the
sentence around ("..., officials said").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from detente.claims.document import Document, Sentence
from detente.claims.syntax import SUBJECTS, is_passive, is_verb, patients, subjects
from detente.claims.tellers.quotations import is_name
from detente.knowledge.modality import Cue, cues


@dataclass(frozen=True, slots=True)
class Content:
    """What a cue brings in, and where it stands in words that explain the choice."""

    tokens: tuple[Token, ...] = ()
    place: str = "the words after the colon"


def content_of(document: Document, sentence: Sentence, verb: Token, cue: Cue) -> Content:
    """What a verb tells: its clause, else its object, else the quotation or the sentence it is set into."""
    return next((c for c in _contents(document, sentence, verb, cue.takes) if c.tokens), Content())


def _contents(document: Document, sentence: Sentence, verb: Token, places: frozenset[str]) -> Iterator[Content]:
    """What stands in each place where the content of a cue may stand, the surest first."""
    if "quotation" in places and _beside_mark(verb):
        yield Content(tuple(_quoted_beside(document, sentence, verb)), "the quotation")
    if "aside" in places:
        yield Content(tuple(_around(sentence, verb)), "the sentence around it")
    yield _clausal(document, sentence, verb, places)
    if "predicate" in places and (said := _predicate(verb)):
        yield Content(_in_order(t for h in (*patients(verb), *said) for t in h.subtree), "what something is called")
    if "object" in places:
        told = (t for patient in patients(verb) if verb not in patient.subtree for t in _as_told(patient))
        yield Content(tuple(told), "its object")
    if "quotation" in places:
        yield Content(tuple(_quoted_beside(document, sentence, verb)), "the quotation")
    if places >= {"clause", "quotation"}:
        yield Content(tuple(_after_colon(sentence, verb)), "the words after the colon")


def _clausal(document: Document, sentence: Sentence, verb: Token, places: frozenset[str]) -> Content:
    clauses = [c for c in _clauses(verb, places) if c.i != verb.i]
    if not clauses:
        return Content()
    told = [t for clause in clauses for t in clause.subtree]
    if min(t.i for t in told) < verb.i:
        told += [*_goes_on(document, sentence, verb), *_quoted_beside(document, sentence, verb)]
    return Content(_in_order(told), "the clause" if is_verb(clauses[0]) else "what stands after its preposition")


def _after_colon(sentence: Sentence, verb: Token) -> list[Token]:
    """What follows the colon of a cue: "The ministry announced on Monday: The border is open"."""
    after = list(verb.doc[verb.i + 1 : sentence.parsed.end])
    colon = next((t for t in after if t.text == ":" or is_verb(t)), None)
    told = [t for t in after if colon is not None and t.i > colon.i]
    return told if colon is not None and colon.text == ":" and any(is_verb(t) for t in told) else []


def matter_of(document: Document, sentence: Sentence, verb: Token, places: frozenset[str]) -> Content:
    """What a verb speaks of, wants or judges: its object with all that is said of it, its clause, its quotation."""
    if "aside" in places and (around := _around(sentence, verb)):
        return Content(tuple(around), "the sentence around it")
    heads = _judged(verb, places)
    if heads:
        return Content(_in_order(t for head in heads for t in head.subtree), "what it is about")
    if "quotation" in places:
        return Content(tuple(_quoted_beside(document, sentence, verb)), "the quotation")
    return Content()


def _judged(verb: Token, places: frozenset[str]) -> list[Token]:
    """The heads of what a verb is about; of a passive without a doer only where more than its subject tells of it."""
    objects = [p for p in patients(verb) if verb not in p.subtree]
    under = [c for c in _clauses(verb, places) if c != verb]
    said = _predicate(verb) if "predicate" in places else []
    if is_passive(verb) and not subjects(verb):
        return [*objects, *under, *said] if under or said else []
    if said or (objects and "object" in places):
        return [*objects, *(c.head if c.dep_ in {"pobj", "pcomp"} else c for c in under), *said]
    return under


def _in_order(tokens: Iterable[Token]) -> tuple[Token, ...]:
    return tuple(sorted({t.i: t for t in tokens}.values(), key=lambda t: t.i))


def _as_told(patient: Token) -> list[Token]:
    """An object without what is added after a comma: "announced new curbs, which the council later dropped"."""
    clauses = [c for c in patient.subtree if c.dep_ == "relcl" and c.left_edge.i > 0]
    return without(patient.subtree, *(c for c in clauses if c.doc[c.left_edge.i - 1].text == ","))


def _beside_mark(verb: Token) -> bool:
    """Whether a cue with its speaker follows a closing mark, or comes before a comma or colon and an opening one."""
    at = min((c.left_edge.i for c in verb.lefts if not c.is_punct), default=verb.i) - 1
    while at > 0 and verb.doc[at].is_punct:
        if verb.doc[at].is_quote:
            return True
        at -= 1
    after = verb.doc[verb.i + 1 : verb.i + 3]
    return len(after) > 1 and after[0].text in {",", ":"} and bool(after[1].is_quote)


def _parted_by(verb: Token) -> list[Token]:
    """A sentence parted by a cue to which the parser gives both halves: "The dam, the owner told us, is safe"."""
    first, *others = [c for c in verb.lefts if c.dep_ in {"nsubj", "npadvmod"}] or [verb]
    rest = [
        c
        for c in verb.rights
        if c.dep_ in {"conj", "dep"} and is_verb(c) and not any(d.dep_ in SUBJECTS for d in c.children)
    ]
    parted = others and first.right_edge.nbor().text == "," and rest and rest[0].left_edge.nbor(-1).text == ","
    return [*first.subtree, *rest[0].subtree] if parted else []


def _set_into(verb: Token) -> bool:
    """Whether a cue is set into its sentence: "..., officials said, ...", "as the ministry put it"."""
    if verb.dep_ == "parataxis":
        return True
    if any(c.dep_ in {"ccomp", "xcomp"} for c in verb.children):
        return False
    if verb.dep_ == "advcl":
        bare = all(patient.lower_ == "it" for patient in patients(verb))
        return bare and any(c.lower_ == "as" and c.i < verb.i for c in verb.children)
    return verb.dep_ in {"ccomp", "conj", "dep"} and _after_comma(verb) and not patients(verb)


def _after_comma(verb: Token) -> bool:
    left, right = verb.left_edge.i, verb.right_edge.i + 1
    doc = verb.doc
    closed = right >= len(doc) or doc[right].text in {",", "."} or doc[right].is_quote
    return left > 0 and doc[left - 1].text in {",", "”", '"'} and closed


def _around(sentence: Sentence, verb: Token) -> list[Token]:
    """The rest of the clause that a cue is set into, where it is."""
    if not _set_into(verb):
        return _parted_by(verb)
    above = verb.head
    while above.head != above and not (is_verb(above) and above.dep_ in {"ccomp", "conj", "advcl", "relcl", "ROOT"}):
        above = above.head
    clause = sentence.parsed if above.head == above else above.subtree
    return without(clause, verb)


def _clauses(verb: Token, places: frozenset[str]) -> Iterator[Token]:
    for child in verb.children:
        if child.dep_ in {"ccomp", "xcomp"} and not _parted(child, verb):
            infinitive = any(c.lower_ == "to" and c.dep_ == "aux" for c in child.children)
            gerund = not infinitive and child.dep_ == "xcomp" and _is_gerund(child)
            taken = "infinitive" if infinitive and not is_passive(verb) else "gerund" if gerund else "clause"
            if taken in places:
                yield child
        elif child.dep_ == "prep" and child.lower_ in places:
            yield from (c for c in child.children if c.dep_ in {"pobj", "pcomp"})
    if "of" in places:
        yield from (
            c for p in patients(verb) for prep in p.children if prep.lower_ == "of" for c in prep.children if is_verb(c)
        )


def _is_gerund(verb: Token) -> bool:
    """Whether a verb or the auxiliary before it is a gerund ("denied having met", "resented being told")."""
    return verb.tag_ == "VBG" or any(c.tag_ == "VBG" and c.dep_ in {"aux", "auxpass"} for c in verb.children)


def _parted(clause: Token, verb: Token) -> bool:
    """Whether a semicolon stands between a clause and a cue after it: what is before it has been told by others."""
    return any(token.text == ";" for token in verb.doc[clause.i : verb.i])


def _goes_on(document: Document, sentence: Sentence, verb: Token) -> Iterator[Token]:
    """What is told after the cue of a sentence told before it: "A held talks, officials said, and B joined them".

    After a quotation it is the report that goes on.
    """
    before = sentence.offset + verb.doc[verb.left_edge.i].idx
    if any(start - 2 <= before < end for start, end in document.quotations):
        return
    for child in verb.rights:
        own = any(c.dep_ in {"nsubj", "nsubjpass"} for c in child.children)
        if child.dep_ == "conj" and own and cue_at(child, "v") is None:
            yield from child.subtree


def _predicate(verb: Token) -> list[Token]:
    """What somebody calls something: "called the raid an act of war", "described the talks as useful"."""
    return [c for c in verb.children if c.dep_ == "oprd" or (c.dep_ == "prep" and c.lower_ == "as")]


def _quoted_beside(document: Document, sentence: Sentence, verb: Token) -> list[Token]:
    """The quoted words of the sentence beside the cue, outside its own phrase with its speaker.

    A quotation beyond another clause of the report's own is not beside it.
    """
    start, end = sentence.span
    text = document.report.text
    inside = [q for q in document.quotations if q[0] < end and start < q[1] and not is_name(text[slice(*q)])]
    if not inside or any(q[0] <= sentence.offset + verb.idx < q[1] for q in inside):
        return []
    quoted = {t.i for t in sentence.tokens() if any(q[0] <= sentence.offset + t.idx < q[1] for q in inside)}
    own = {verb.i, *(t.i for s in subjects(verb) for t in s.subtree)}
    barred = [t.i for t in sentence.tokens() if t.i not in quoted and t != verb and _has_own_clause(t)]
    first = max((i for i in barred if i < verb.i), default=-1)
    last = min((i for i in barred if i > verb.i), default=sentence.parsed.end)
    return [verb.doc[i] for i in sorted(quoted - own) if first < i < last]


def _has_own_clause(token: Token) -> bool:
    return is_verb(token) and any(c.dep_ in {"nsubj", "nsubjpass"} for c in token.children)


def cue_at(token: Token, pos: str) -> Cue | None:
    """The cue of telling that a word is, with its particle or adverb ("point out", "make clear") if it has one."""
    return next((cues()[form, pos] for form in forms_of(token) if (form, pos) in cues()), None)


def forms_of(token: Token) -> list[str]:
    """The forms by which a word is looked up, the most specific first."""
    lemma = token.lemma_.lower()
    return [*(f"{lemma} {c.lower_}" for c in token.children if c.dep_ in {"prt", "advmod", "acomp"}), lemma]


def without(tokens: Iterable[Token], *heads: Token) -> list[Token]:
    """Some tokens less the phrases of others."""
    gone = {t.i for head in heads for t in head.subtree}
    return [t for t in tokens if t.i not in gone]
