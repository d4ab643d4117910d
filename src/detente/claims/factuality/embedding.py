"""Under which predicate an act stands: the way from its word up the sentence, one step at a time.

Each step goes to the word that can say whether the act happened ("failed to attack", "no evidence that", "unlikely
that", "an attack is possible"), and says how the act hangs on it, which decides what the predicate lends it.
"""

from __future__ import annotations

from spacy.tokens import Token

from detente.claims.factuality.clauses import is_clause, over_clause
from detente.claims.factuality.mood import commands
from detente.claims.factuality.phrases import over_phrase
from detente.claims.factuality.step import Step, onward
from detente.claims.syntax import is_verb


def step_over(token: Token) -> Step | None:
    """The predicate that a word stands under, if it has a say."""
    if token.head == token:
        return None
    if token.dep_ == "conj":
        goes_on = not commands(token) and (is_verb(token) or not is_verb(token.head))
        return onward(token.head) if goes_on else None
    return over_clause(token) if is_clause(token) else over_phrase(token)
