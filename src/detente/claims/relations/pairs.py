"""Judging a pair that is given: which act of the sentence is the one between these two?

Used where the parties are already known (evaluation on marked sentences, checking by hand). Each act is ranked by
how well its frame puts the source in the actor's place and the target in the recipient's.
"""

from __future__ import annotations

from spacy.tokens import Token

from detente.claims.document import Mention
from detente.claims.relations.arguments import DEPTH, light_verb, slot_tokens
from detente.claims.relations.composition import Act
from detente.claims.relations.relation import PairJudgement
from detente.claims.syntax import ancestors, is_verb

BEYOND_THE_PHRASE = frozenset({"inner", "host", "teller", "addressee"})
"""Slots that no token of the act's own phrase fills."""
FALLBACK = "CONSULT"
"""What a pair with no trigger between them is called, with confidence near nothing."""


def judge_pair(acts: list[Act], source: Mention | None, target: Mention | None) -> PairJudgement:
    """The type of the act that fits the pair best."""
    ranked = sorted(((_fit(act, source, target), act) for act in acts), key=lambda pair: -pair[0])
    if not ranked:
        return PairJudgement(FALLBACK, 0.05, None)
    best, act = ranked[0]
    return PairJudgement(act.type, max(0.05, min(0.95, best / 10)), " ".join(word.text for word in act.words))


def _fit(act: Act, source: Mention | None, target: Mention | None) -> float:
    actors = _place(act, act.frame.actors, source)
    recipients = _place(act, act.frame.recipients, target)
    if act.frame.arrow == "<>":
        swapped = _place(act, act.frame.recipients, source) + _place(act, act.frame.actors, target)
        together = _place(act, act.frame.actors, source) + _place(act, act.frame.actors, target)
        between = _place(act, act.frame.recipients, source) + _place(act, act.frame.recipients, target)
        fit = max(actors + recipients, swapped, together, between)
    else:
        fit = actors + recipients
    return fit + 0.4 * min(act.specificity, 5) + _clause(act, source, target) - 0.3 * _height(act.found.head)


def _place(act: Act, slots: tuple[str, ...], party: Mention | None) -> float:
    """How directly a party stands in one of the slots: 4 at its head, less with each step, 0 outside."""
    return _place_of(act, slots, party.root) if party is not None else 0.0


def _place_of(act: Act, slots: tuple[str, ...], root: int) -> float:
    for order, slot in enumerate(slots):
        if slot == "inner" and act.inner is not None:
            inner = max(
                _place_of(act.inner, act.inner.frame.recipients, root),
                _place_of(act.inner, act.inner.frame.actors, root),
            )
            if inner:
                return inner - 0.5
            continue
        for token in slot_tokens(slot, act.found) if slot not in BEYOND_THE_PHRASE else ():
            steps = _steps_down(token, root)
            if steps is not None:
                return max(1.0, 4.0 - 0.6 * steps - 0.2 * order)
    return 0.0


def _steps_down(token: Token, root: int) -> int | None:
    """How many steps below a token another stands; None where it does not."""
    below = token.doc[root]
    steps = 0
    while below != token:
        if below.head == below or steps > 2 * DEPTH:
            return None
        below = below.head
        steps += below.pos_ != "ADP"
    return steps


def _clause(act: Act, source: Mention | None, target: Mention | None) -> float:
    """A little for each of the pair that the act's own clause holds."""
    head = act.found.head if is_verb(act.found.head) else light_verb(act.found.head) or act.found.head
    inside = {token.i for token in head.subtree}
    return sum(0.7 for party in (source, target) if party is not None and party.root in inside)


def _height(token: Token) -> int:
    return sum(1 for above in ancestors(token) if is_verb(above))
