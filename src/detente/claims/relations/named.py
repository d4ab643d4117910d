"""Who is named in a sentence: the parties that the knowledge finds, and the words that the model takes for parties.

The knowledge knows states, offices and organisations; the model has learned what a party looks like ("the families
of nine miners"). Where both see the same words, the knowledge says who it is.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from detente.claims.document import Mention, Sentence
from detente.claims.relations.model import Named

REFERS = frozenset({"name", "role", "pronoun", "anaphor"})
"""Kinds of mention that are parties by themselves; an owner is one only with what it owns."""
SPOKEN_OF = frozenset({"pronoun", "anaphor"})
"""Kinds that the model was not shown as parties: it was taught on sentences that stand alone."""


def named(sentence: Sentence, tagged: Iterable[Named]) -> list[Mention]:
    """The parties of a sentence from left to right, each once."""
    known = [mention for mention in sentence.in_order() if mention.known]
    found: list[Mention] = []
    covered: set[int] = set()
    for words in tagged:
        span = (words.span[0] + sentence.offset, words.span[1] + sentence.offset)
        inside = [mention for mention in known if _overlap(mention, span)]
        covered.update(mention.root for mention in inside)
        party = _party(sentence, span, words.sector, inside)
        if party is not None:
            found.append(party)
    found += [m for m in known if m.root not in covered and m.kind in SPOKEN_OF and _stands_alone(sentence, m)]
    return sorted(found, key=lambda mention: mention.span)


def _overlap(mention: Mention, span: tuple[int, int]) -> bool:
    return mention.span[0] < span[1] and mention.span[1] > span[0]


def _stands_alone(sentence: Sentence, mention: Mention) -> bool:
    """Whether a mention stands in the sentence and not as the owner of something else ("its ports")."""
    here = sentence.span[0] <= mention.span[0] < sentence.span[1]
    return here and sentence.token(mention.root).dep_ != "poss"


def _party(sentence: Sentence, span: tuple[int, int], sector: str, inside: list[Mention]) -> Mention | None:
    """The mention at some words: the one at their head, else one that their owner makes known, else an unknown one."""
    tokens = sentence.at(*span)
    if tokens is None:
        return None
    root = tokens.root
    own = [mention for mention in inside if mention.kind in REFERS]
    if own:
        return next((mention for mention in own if mention.root == root.i), own[0])
    text = sentence.parsed.doc.text[span[0] - sentence.offset : span[1] - sentence.offset]
    bare = Mention(root=root.i, span=span, text=text, kind="role", sector=sector)
    if not inside:
        return bare
    owner = inside[0]
    return replace(bare, country=owner.country, organisation=owner.organisation, named_by=owner.named_by)
