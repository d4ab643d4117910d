"""Who says so: the chain of tellers from the outlet inwards, and what each of them tells.

Cues are verbs with a clause or a quotation ("said that ...", "..., said X"), "according to", "as quoted by",
nouns and adverbs ("reportedly"). A quotation without a cue of its own goes on with its last speaker.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from spacy.tokens import Token

from detente.claims.claim import Quotation, Span, Teller, TellerKind
from detente.claims.document import Attribution, Document, Mention, Sentence
from detente.claims.quotations import quotation_at
from detente.claims.references import SPEAKER
from detente.claims.syntax import is_passive, is_verb, prepositional, subjects
from detente.knowledge.modality import commitments
from detente.knowledge.tables import rows
from detente.knowledge.words import words

ANONYMOUS = words("anonymous sources")
MEDIA = words("media nouns")
_MENTIONS_ONLY = words("object is no content")
_OBJECT_IS_CONTENT = words("object is content")
_TELLS_A_GERUND = words("tells a gerund")
_RAISES = words("raises its subject")


def find_tellers(document: Document) -> None:
    """Adds the attributions of every sentence, then lets "we" and "I" mean their speakers."""
    for sentence in document.sentences:
        found = [a for token in sentence.tokens() for a in _attributions(document, sentence, token)]
        if not found:
            continued = _continued(document, sentence)
            found = [continued] if continued else []
        document.attributions += found
        _resolve_speakers(document, sentence)


def _attributions(document: Document, sentence: Sentence, token: Token) -> list[Attribution]:
    if token.lower_ == "according" and token.dep_ == "prep":
        return _attribution(document, sentence, token, prepositional(token, "to"), sentence.span)
    if (token.lemma_.lower(), "a") in commitments() and token.dep_ == "advmod":
        teller = Teller(
            text=token.text,
            span=sentence.characters(token, token),
            name="unnamed",
            kind="anonymous",
            cue=token.text,
            quotation="indirect",
        )
        return [
            Attribution(
                sentence.characters(token.head.left_edge, token.head.right_edge),
                (teller,),
                (None,),
                token.i,
                sentence.index,
            )
        ]
    if not is_verb(token) or (token.lemma_.lower(), "v") not in commitments():
        return []
    if token.lemma_ in {"quote", "cite"}:
        return _quoting(document, sentence, token)
    content = _content(document, sentence, token)
    speakers = subjects(token)
    if content is None or not speakers:
        return []
    return _attribution(document, sentence, token, speakers, content)


def _quoting(document: Document, sentence: Sentence, verb: Token) -> list[Attribution]:
    """The attribution in "KCNA quoted Kim as saying ..." and in "..., as quoted by the Kremlin"."""
    if is_passive(verb) or verb.tag_ == "VBN":
        speakers = prepositional(verb, "by", agents=True)
        above = verb.head if is_verb(verb.head) else verb.head.head
        return (
            _attribution(document, sentence, verb, speakers, sentence.characters(above.left_edge, above.right_edge))
            if speakers
            else []
        )
    speakers = subjects(verb)
    return (
        _attribution(document, sentence, verb, speakers, sentence.characters(verb, verb.right_edge)) if speakers else []
    )


def _content(document: Document, sentence: Sentence, verb: Token) -> Span | None:
    """What a cue introduces: its clause, else the quotation beside it, else the sentence that it is set into."""
    if _set_into(verb):
        return sentence.span
    clauses = _told_clauses(verb)
    if clauses:
        return _clause_content(sentence, verb, clauses)
    objects = [c for c in verb.children if c.dep_ in {"dobj", "oprd"} and verb.lemma_ not in _MENTIONS_ONLY]
    quoted = _quotation_in(document, sentence)
    if objects and (quoted is not None or verb.lemma_ in _OBJECT_IS_CONTENT):
        return sentence.characters(objects[0].left_edge, objects[0].right_edge)
    return quoted if quoted is not None else _sentence_around(sentence, verb)


def _set_into(verb: Token) -> bool:
    """Whether a cue is set into its sentence: "..., officials said, ...", "as the ministry put it"."""
    if verb.dep_ == "parataxis":
        return True
    as_clause = verb.dep_ == "advcl" and any(c.lower_ == "as" for c in verb.children)
    return as_clause and not any(c.dep_ == "dobj" for c in verb.children)


def _told_clauses(verb: Token) -> list[Token]:
    clauses = [c for c in verb.children if c.dep_ in {"ccomp", "xcomp", "pcomp"} and c.i != verb.i]
    if verb.lemma_ in _TELLS_A_GERUND:
        clauses += [g for c in verb.children if c.dep_ == "prep" for g in c.children if g.dep_ == "pcomp"]
    return clauses


def _clause_content(sentence: Sentence, verb: Token, clauses: list[Token]) -> Span | None:
    if verb.lemma_ in _RAISES and all(c.dep_ == "xcomp" for c in clauses):
        return None
    first = min((c.left_edge for c in clauses), key=lambda t: t.i)
    last = max((c.right_edge for c in clauses), key=lambda t: t.i)
    return sentence.span if first.i < verb.i else sentence.characters(first, last)


def _sentence_around(sentence: Sentence, verb: Token) -> Span | None:
    """The whole sentence where the cue follows a comma or a closing quote and hangs below it."""
    left = verb.left_edge.i
    if left <= sentence.parsed.start or verb.dep_ == "ROOT":
        return None
    return sentence.span if sentence.parsed.doc[left - 1].text in {",", "”", '"'} else None


def _quotation_in(document: Document, sentence: Sentence) -> Span | None:
    start, end = sentence.span
    inside = [q for q in document.quotations if q[0] < end and start < q[1]]
    return (max(start, inside[0][0]), min(end, inside[-1][1])) if inside else None


def _attribution(
    document: Document, sentence: Sentence, cue: Token, speakers: list[Token], content: Span
) -> list[Attribution]:
    chains = [_teller(document, sentence, speaker, cue, content) for speaker in speakers[:1]]
    if not chains:
        return []
    tellers, parties = zip(*chains, strict=True)
    inherited = _inherited(document, sentence, parties[0])
    passed_on = cue.lower_ == "according" or cue.lemma_ in {"quote", "cite"}
    return [
        Attribution(content, (*inherited[0], *tellers), (*inherited[1], *parties), cue.i, sentence.index, passed_on)
    ]


def _inherited(
    document: Document, sentence: Sentence, party: Mention | None
) -> tuple[tuple[Teller, ...], tuple[Mention | None, ...]]:
    """Who passed on the same speaker's quotation a sentence ago also passes on its continuation."""
    if party is None or _quotation_in(document, sentence) is None or party.kind != "pronoun":
        return (), ()
    for earlier in reversed(document.attributions):
        if sentence.index - earlier.sentence > 1 or earlier.sentence == sentence.index:
            continue
        last = earlier.parties[-1]
        if last is not None and last.person is not None and last.person == party.person:
            outer = [
                a
                for a in document.attributions
                if a.sentence == earlier.sentence
                and a is not earlier
                and a.content[0] <= earlier.content[0]
                and earlier.content[1] <= a.content[1]
                and a.parties[-1] is not None
                and a.parties[-1].code == party.code
            ]
            tellers = (*(t for a in outer for t in a.tellers), *earlier.tellers[:-1])
            return tellers, (*(p for a in outer for p in a.parties), *earlier.parties[:-1])
    return (), ()


def _teller(
    document: Document, sentence: Sentence, speaker: Token, cue: Token, content: Span
) -> tuple[Teller, Mention | None]:
    mention = sentence.mentions.get(speaker.i)
    outlet = next(
        (
            h
            for h in sentence.hits
            if h.reading("outlet")
            and (found := sentence.at(h.start, h.end)) is not None
            and any(t in speaker.subtree for t in found)
        ),
        None,
    )
    span = (
        mention.span
        if mention
        else sentence.characters(speaker.left_edge if speaker.left_edge.i > speaker.i - 6 else speaker, speaker)
    )
    text = document.report.text[span[0] : span[1]]
    kind, name = _kind(speaker, mention, outlet.names[0].key if outlet else None)
    country = mention.country if mention else None
    if outlet is not None:
        country = _outlet_countries().get(outlet.reading("outlet").key)  # type: ignore[union-attr]
    cue_text = "according to" if cue.lower_ == "according" else cue.text
    return Teller(
        text=text,
        span=span,
        name=name or text,
        country=country,
        kind=kind,
        cue=cue_text,
        quotation=_quotation_kind(document, content),
    ), mention


@cache
def _outlet_countries() -> dict[str, str | None]:
    return {row["name"]: row["country"] or None for row in rows("outlets")}


def _kind(speaker: Token, mention: Mention | None, outlet: str | None) -> tuple[TellerKind, str | None]:
    """What sort of teller a speaker is, and the name it is known by where it is known."""
    noun = speaker.lemma_.lower()
    if outlet is not None or noun in MEDIA:
        return "media", outlet
    if mention is None:
        return ("anonymous" if noun in ANONYMOUS else "collective"), None
    return _kind_of_party(mention, unnamed=noun in ANONYMOUS)


def _kind_of_party(mention: Mention, *, unnamed: bool) -> tuple[TellerKind, str | None]:
    if mention.person is not None:
        return "person", mention.person
    if unnamed and mention.role is not None and not mention.role.person:
        return "anonymous", None
    if mention.organisation is not None and mention.country is None:
        return "organisation", mention.organisation
    name = None if mention.kind == "role" else mention.refers_to
    if not mention.known:
        return "collective", name
    return ("group" if mention.organisation else "state"), name


def _quotation_kind(document: Document, content: Span) -> Quotation:
    inside = [q for q in document.quotations if q[0] < content[1] and content[0] < q[1]]
    if not inside:
        return "indirect"
    quoted = sum(min(q[1], content[1]) - max(q[0], content[0]) for q in inside)
    return "direct" if quoted >= 0.8 * (content[1] - content[0]) else "mixed"


def _continued(document: Document, sentence: Sentence) -> Attribution | None:
    """A sentence wholly in quotes with no cue goes on with the last direct speaker."""
    start, end = sentence.span
    inside = quotation_at(document.quotations, (start + end) // 2)
    if inside is None or inside[0] > start + 2 or not document.attributions:
        return None
    last = document.attributions[-1]
    if sentence.index - last.sentence > 2 or last.tellers[-1].quotation == "indirect":
        return None
    tellers = tuple(t.model_copy(update={"quotation": "direct"}) for t in last.tellers)
    return Attribution((start, end), tellers, last.parties, None, sentence.index)


def _resolve_speakers(document: Document, sentence: Sentence) -> None:
    for mention in list(sentence.mentions.values()):
        token = sentence.token(mention.root)
        if mention.kind != "pronoun" or token.lower_ not in SPEAKER or mention.known:
            continue
        attribution = innermost(document, mention.span[0])
        party = attribution.parties[-1] if attribution else None
        if party is not None and party.known:
            sentence.mentions[mention.root] = replace(
                party,
                root=mention.root,
                span=mention.span,
                text=mention.text,
                kind="pronoun",
                refers_to=party.refers_to or party.text,
                owner_of=None,
            )


def innermost(document: Document, position: int) -> Attribution | None:
    """The attribution with the shortest content that holds a character."""
    holding = [a for a in document.attributions if a.content[0] <= position < a.content[1]]
    return min(holding, key=lambda a: a.content[1] - a.content[0], default=None)


def chain(document: Document, sentence: Sentence, trigger: Token) -> list[Attribution]:
    """The attributions that a trigger stands in, the outermost first; its own cue is not one of them."""
    position = sentence.offset + trigger.idx
    own = {trigger.i, *(t.i for t in trigger.children if t.dep_ in {"aux", "prt"})}
    holding = [
        a
        for a in document.attributions
        if a.content[0] <= position < a.content[1]
        and (a.cue is None or a.sentence != sentence.index or a.cue not in own)
    ]
    return sorted(holding, key=lambda a: (-(a.content[1] - a.content[0]), not a.passed_on))
