"""Judging a pair that is given: which act of the sentence is the one between these two?

Used where the parties are already known (evaluation on marked sentences, checking by hand). Each act is ranked by
how well its frame puts the source in the actor's place and the target in the recipient's.
"""

from __future__ import annotations

from spacy.tokens import Token

from detente.claims.document import Mention, Sentence
from detente.claims.relations.arguments import DEPTH, light_verb, slot_tokens
from detente.claims.relations.composition import Act, acts
from detente.claims.relations.relation import PairJudgement
from detente.claims.relations.triggers import loose_trigger_at
from detente.claims.syntax import ancestors, is_verb
from detente.knowledge.plover import COOPERATIVE, EXTENSION

BEYOND_THE_PHRASE = frozenset({"inner", "host", "teller", "addressee"})
"""Slots that no token of the act's own phrase fills."""
HARDLY = 3.0
"""A fit below which an act hardly has to do with the pair."""
LOOSE = 1.0
"""What a guess from one word is worth less than a whole pattern."""
LEAST, MOST = 0.05, 0.95
"""The bounds of a judgement's confidence."""
FALLBACK = "CONSULT"
"""What a pair with no trigger between them is called, with confidence near nothing."""


def judge_pair(sentence: Sentence, source: Mention | None, target: Mention | None) -> PairJudgement:
    """The type of the act that fits the pair best; where hardly any does, of a word that often states an act."""
    best = _best(acts(sentence), source, target)
    if best is None or best[0] < HARDLY:
        loose = _best(acts(sentence, loose_trigger_at), source, target)
        if loose is not None and (best is None or loose[0] - LOOSE > best[0]):
            best = (loose[0] - LOOSE, loose[1])
    if best is None:
        return PairJudgement(FALLBACK, LEAST, None, 0.5)
    fit, act = best
    sure = max(LEAST, min(MOST, fit / 10))
    cooperation = 0.5 + sure / 2 if act.type in COOPERATIVE else 0.5 - sure / 2
    return PairJudgement(act.type, sure, " ".join(word.text for word in act.words), cooperation)


def _best(found: list[Act], source: Mention | None, target: Mention | None) -> tuple[float, Act] | None:
    ranked = [(_fit(act, source, target), act) for act in found if act.type != EXTENSION]
    return max(ranked, key=lambda pair: pair[0], default=None)


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
        for token in slot_tokens(slot, act.found, act.frame) if slot not in BEYOND_THE_PHRASE else ():
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
