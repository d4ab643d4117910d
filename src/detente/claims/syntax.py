"""Questions about a parse that several readers ask: who is the subject, what is the object, what hangs on "with".

All answers are logical, not only written: the subject of a passive is its agent, that of an infinitive is the
subject or object of the verb above, that of a relative clause is what it modifies. Labels are those of spaCy's
English models (ClearNLP dependencies).
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from detente.knowledge.words import words

SUBJECTS = frozenset({"nsubj", "csubj", "expl"})
PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})
RELATIVE_WORDS = frozenset({"who", "which", "that", "whom"})
OBJECT_CONTROL = words("object control")


def is_verb(token: Token) -> bool:
    """Whether a token heads a clause as a verb (an auxiliary does not)."""
    return token.pos_ == "VERB" or (token.pos_ == "AUX" and token.dep_ not in {"aux", "auxpass"})


def is_passive(verb: Token) -> bool:
    """Whether a verb stands in the passive, also as a bare participle after a noun ("troops sent by Moscow")."""
    if any(child.dep_ in PASSIVE_SUBJECTS or child.dep_ == "auxpass" for child in verb.children):
        return True
    if any(child.dep_ == "agent" for child in verb.children):
        return True
    if verb.tag_ != "VBN" or is_main_after_all(verb):
        return False
    return verb.dep_ in {"acl", "advcl"} and not any(c.dep_ == "aux" for c in verb.children)


def is_main_after_all(verb: Token) -> bool:
    """Whether what the parser hangs on a sentence's root noun is its main verb: "An Israeli team left for Cairo."."""
    noun = verb.head
    if verb.dep_ != "acl" or noun.head != noun or noun.pos_ not in {"NOUN", "PROPN"} or verb.i < noun.i:
        return False
    return verb.tag_ == "VBD" or (verb.tag_ == "VBN" and any(child.dep_ == "dobj" for child in verb.children))


def conjuncts(token: Token) -> list[Token]:
    """A token and what is joined to it by "and", a comma or "as well as"."""
    found = [token]
    for child in token.children:
        if child.dep_ == "conj" or _heads_list(child):
            found.extend(conjuncts(child))
    return found


def _heads_list(apposition: Token) -> bool:
    """Whether what the parser takes for an apposition is the second of a list: "Egypt, Bahrain and Kuwait"."""
    names = apposition.dep_ == "appos" and apposition.pos_ == "PROPN" and apposition.head.pos_ == "PROPN"
    return names and any(child.dep_ == "conj" and child.pos_ == "PROPN" for child in apposition.children)


def subjects(verb: Token, depth: int = 0) -> list[Token]:
    """The heads of a verb's logical subject; none where nobody is said to do it."""
    if depth > 6:
        return []
    if is_passive(verb):
        agents = prepositional(verb, "by", agents=True)
        if agents:
            return agents
        return []
    own = [child for child in verb.children if child.dep_ in SUBJECTS]
    if own:
        return _without_relative(own[-1], verb)
    return _inherited(verb, depth)


def _without_relative(subject: Token, verb: Token) -> list[Token]:
    if subject.lower_ in RELATIVE_WORDS and verb.dep_ == "relcl":
        return conjuncts(verb.head)
    return conjuncts(subject)


def _inherited(verb: Token, depth: int) -> list[Token]:
    """The subject that a verb without one of its own takes over from above."""
    head = verb.head
    if head == verb:
        return _after_fronted_place(verb)
    if verb.dep_ == "pcomp" and head.dep_ in {"prep", "agent"}:
        return _governor_subject(head.head, depth)
    if is_main_after_all(verb):
        return conjuncts(head)
    if verb.dep_ in {"acl", "relcl"}:
        return _noun_modified(verb, head, depth)
    if verb.dep_ == "xcomp" and head.pos_ in {"ADJ", "NOUN"}:
        return subjects(head.head, depth + 1) if is_verb(head.head) else []
    return _from_verb_above(verb, head, depth)


def _after_fronted_place(verb: Token) -> list[Token]:
    """The subject in "In Vienna, Iran and Iraq signed ...", which the parser joins to the place."""
    for preposition in verb.lefts:
        if preposition.dep_ != "prep":
            continue
        places = [child for child in preposition.children if child.dep_ == "pobj"]
        joined = [child for place in places for child in place.children if child.dep_ == "conj"]
        for first in joined:
            if first.left_edge.nbor(-1).text == ",":
                return conjuncts(first)
    return []


def _from_verb_above(verb: Token, head: Token, depth: int) -> list[Token]:
    joined = verb.dep_ == "conj"
    if not (is_verb(head) or (joined and head.pos_ == "AUX")) or verb.dep_ not in {"conj", "xcomp", "ccomp", "advcl"}:
        return []
    if verb.dep_ in {"xcomp", "ccomp"} and head.lemma_.lower() in OBJECT_CONTROL and (controlled := patients(head)):
        return controlled
    if is_passive(head) and not (joined and is_passive(verb)):
        return patients(head)
    return subjects(head, depth + 1)


def _noun_modified(verb: Token, noun: Token, depth: int) -> list[Token]:
    if verb.tag_ == "VBG":
        return conjuncts(noun)
    if noun.dep_ == "attr" and is_verb(noun.head):
        return subjects(noun.head, depth + 1)
    owner = [child for child in noun.children if child.dep_ == "poss"]
    if owner:
        return owner
    return _governor_subject(noun, depth)


def _governor_subject(token: Token, depth: int) -> list[Token]:
    while not is_verb(token):
        if token.head == token:
            return []
        token = token.head
    return patients(token) if is_passive(token) else subjects(token, depth + 1)


def patients(verb: Token) -> list[Token]:
    """The heads of a verb's logical object: what is written after it, or the subject of its passive."""
    return _passive_patients(verb) if is_passive(verb) else _active_patients(verb)


def _passive_patients(verb: Token) -> list[Token]:
    written = [child for child in verb.children if child.dep_ in PASSIVE_SUBJECTS]
    if written:
        return _without_relative(written[0], verb)
    if verb.dep_ == "acl":
        return conjuncts(verb.head)
    if not is_verb(verb.head):
        return []
    if verb.dep_ == "conj" and is_passive(verb.head):
        return patients(verb.head)
    if verb.dep_ in {"xcomp", "advcl"}:
        return patients(verb.head) if is_passive(verb.head) else subjects(verb.head)
    return []


def _active_patients(verb: Token) -> list[Token]:
    written = [child for child in verb.children if child.dep_ in {"dobj", "obj", "dative"} and child.pos_ != "ADP"]
    direct = [child for child in written if child.dep_ != "dative"] or written
    if direct:
        return _without_relative(direct[1] if _is_double(direct) else direct[0], verb)
    if verb.dep_ == "conj" and is_verb(verb.head) and verb.head.i < verb.i and not is_passive(verb.head):
        return []
    if verb.dep_ == "relcl" and any(c.dep_ in SUBJECTS for c in verb.children):
        return conjuncts(verb.head)
    later = [child for child in verb.children if child.dep_ == "conj" and is_verb(child)]
    if later and not any(child.dep_ in {"prep", "ccomp", "xcomp"} for child in verb.children):
        return patients(later[0])
    return []


def _is_double(objects: list[Token]) -> bool:
    """Whether a verb has a receiver and an object side by side: "sent Pakistan two million doses"."""
    return len(objects) > 1 and objects[0].right_edge.i + 1 == objects[1].left_edge.i


def datives(verb: Token) -> list[Token]:
    """The receiver in "gave Egypt the loan", also where the parser makes it a first object."""
    written = [child for child in verb.children if child.dep_ == "dative"]
    objects = [child for child in verb.children if child.dep_ in {"dobj", "obj"}]
    receivers = [found for child in written for found in (_objects(child) if child.pos_ == "ADP" else conjuncts(child))]
    return receivers or (conjuncts(objects[0]) if _is_double(objects) else [])


def prepositional(token: Token, word: str, *, agents: bool = False) -> list[Token]:
    """The heads of what hangs on a token by a preposition ("with", "to", "on" ...)."""
    labels = {"prep", "agent", "dative", "prt"} if word != "by" or agents else {"prep", "agent"}
    return [
        found for child in token.children if child.dep_ in labels and child.lower_ == word for found in _objects(child)
    ]


def _objects(preposition: Token) -> list[Token]:
    found: list[Token] = []
    for child in preposition.children:
        if child.dep_ in {"pobj", "pcomp"}:
            found.extend(conjuncts(child))
        elif child.dep_ == "prep" or (child.dep_ == "conj" and child.pos_ == "ADP"):
            found.extend(_objects(child))
    return found


def ancestors(token: Token) -> Iterator[Token]:
    """The governors of a token, the nearest first."""
    while token.head != token:
        token = token.head
        yield token


def governing_verb(token: Token) -> Token | None:
    """The nearest verb above a token."""
    return next((above for above in ancestors(token) if is_verb(above)), None)


def negated(token: Token) -> bool:
    """Whether a token is negated on the spot ("did not attack", "no talks")."""
    return any(
        child.dep_ == "neg"
        or (child.lower_ in {"no", "never", "neither", "nor"} and child.dep_ in {"det", "advmod", "preconj"})
        for child in token.children
    )
