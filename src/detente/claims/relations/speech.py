"""Who speaks and to whom: the parties of an act that its own words leave to the speech around it.

"We will strengthen our bilateral ties", said in a message to Kim, is a promise to him; "this serves the interests of
both peoples" is its speaker's praise. The frames of the lexicon name these places `teller` and `addressee`.
"""

from __future__ import annotations

from spacy.tokens import Token

from detente.claims.document import Attribution, Document, Mention, Sentence
from detente.claims.relations.arguments import parties_at
from detente.claims.syntax import datives, patients, prepositional
from detente.claims.tellers.attribution import innermost
from detente.knowledge.words import words

REACH = 2
"""How many sentences after its opening a speech still has the same addressee."""
_MESSAGES = words("messages")
_MUTUAL = words("mutual")


def speaker(document: Document, sentence: Sentence, trigger: Token) -> tuple[Mention, ...]:
    """The party whose words a trigger stands in."""
    attribution = innermost(document, sentence.offset + trigger.idx)
    party = attribution.parties[-1] if attribution is not None else None
    return (party,) if party is not None and party.known else ()


def addressees(document: Document, sentence: Sentence, trigger: Token) -> tuple[Mention, ...]:
    """To whom the words that a trigger stands in were said, here or where the same speaker began."""
    own = innermost(document, sentence.offset + trigger.idx)
    if own is None:
        return ()
    for attribution in (own, *reversed(document.attributions)):
        if 0 <= own.sentence - attribution.sentence <= REACH and _same_speaker(own, attribution):
            found = _addressed(document.sentences[attribution.sentence], attribution)
            if found:
                return found
    return ()


def _same_speaker(one: Attribution, other: Attribution) -> bool:
    mine, theirs = one.parties[-1], other.parties[-1]
    return mine is not None and theirs is not None and (mine.person, mine.code) == (theirs.person, theirs.code)


def _addressed(sentence: Sentence, attribution: Attribution) -> tuple[Mention, ...]:
    if attribution.cue is None:
        return ()
    cue = sentence.token(attribution.cue)
    heads = [*datives(cue), *prepositional(cue, "to")]
    heads += patients(cue) if cue.lemma_ == "tell" else []
    for preposition in ("in", "by", "during"):
        heads += [t for m in prepositional(cue, preposition) if m.lemma_.lower() in _MESSAGES for t in _partners_of(m)]
    return parties_at(sentence, heads, deep=False)[0]


def _partners_of(message: Token) -> list[Token]:
    return [t for word in ("to", "with") for t in prepositional(message, word)]


def is_mutual(trigger: Token) -> bool:
    """Whether an act's words speak of what its speaker shares with another: "our", "bilateral", "each other"."""
    return any(token.lower_ in _MUTUAL for token in trigger.subtree)
