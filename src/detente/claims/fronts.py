"""On which front: PLOVER's contexts from the words of an act's own clause."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from spacy.tokens import Token

from detente.claims.syntax import is_verb
from detente.knowledge.fronts import DEFAULTS, contexts

BROAD = frozenset({"diplomatic", "economic", "military"})
"""Contexts whose words are everywhere in such news: a narrower one beside them goes first."""


def contexts_of(trigger: Token, words: Iterable[Token]) -> tuple[str, ...]:
    """The contexts that the act's words speak of, the strongest first."""
    scope = {*_scope(trigger), *words}
    spoken = [token.lemma_.lower() for token in scope] + [token.lower_ for token in scope]
    spoken += [token.text for token in scope if token.is_upper]
    ordered = sorted(scope, key=lambda token: token.i)
    spoken += [f"{a.lower_} {b.lower_}" for a, b in pairwise(ordered) if b.i == a.i + 1]
    said = set(spoken)
    counted = [(len(context.words & said), context.name) for context in contexts()]
    order = [context.name for context in contexts()]
    ranked = sorted(((n, name) for n, name in counted if n), key=lambda c: (c[1] in BROAD, -c[0], order.index(c[1])))
    return tuple(name for _, name in ranked[:3])


def _scope(trigger: Token) -> list[Token]:
    """The words of the act's own phrase: below its trigger, without clauses that only surround it."""
    head = trigger
    return [token for token in head.subtree if not _in_other_clause(token, head)]


def _in_other_clause(token: Token, head: Token) -> bool:
    while token not in {head, token.head}:
        if (
            is_verb(token)
            and token.dep_ in {"ccomp", "advcl", "parataxis", "conj"}
            and token.head == head
            and head.pos_ == "VERB"
        ):
            return True
        token = token.head
    return False


def front_of(type_: str, found: tuple[str, ...], *, domestic: bool) -> str:
    """The front that the strongest context belongs to, else the type's own."""
    if domestic:
        return "domestic"
    fronts = {context.name: context.front for context in contexts()}
    return fronts[found[0]] if found else DEFAULTS.get(type_, "diplomatic")
