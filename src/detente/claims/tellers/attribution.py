"""Who says so: the chain of tellers from the outlet inwards, and what each of them tells.

`cues` finds the words that bring in what is told, `speakers` says who tells it. Here the two are joined over the
whole report: a quotation belongs to one teller from its opening to its closing mark, one without a cue of its own
goes on with the last speaker, and who passed on a speaker's words also passes on their continuation.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from detente.claims.claim import Quotation, Span, Teller, TellerKind
from detente.claims.document import Attribution, Document, Mention, Sentence
from detente.claims.parties.pronouns import HE_OR_SHE, SPEAKER
from detente.claims.tellers.cues import FoundCue, cues_in
from detente.claims.tellers.quotations import with_marks
from detente.claims.tellers.speakers import Speaker, speaker_at
from detente.claims.tellers.stances import stances_in
from detente.claims.tellers.wording import cue_words, source_of

_INSTITUTIONS: frozenset[TellerKind] = frozenset({"state", "organisation", "group", "media", "collective"})
_PEOPLE: frozenset[TellerKind] = frozenset({"person", "anonymous", "state"})
_GOES_ON = {"it": _INSTITUTIONS, "they": frozenset({"anonymous", "collective"}), "he": _PEOPLE, "she": _PEOPLE}
"""Which tellers of the sentence before a pronoun can mean, by their kind."""
REACH = 2
"""Sentences within which a quotation without a cue goes on with the last speaker."""
WHOLE = 0.8
"""Share of a stretch in quotation marks from which it counts as speech, not as the report's own sentence."""


def find_tellers(document: Document) -> None:
    """Adds the attributions of the report, then lets "we" and "I" mean their speakers."""
    for sentence in document.sentences:
        document.attributions += [_attribution(document, sentence, cue) for cue in cues_in(document, sentence)]
    _complete_quotations(document)
    _continue_quotations(document)
    document.attributions = [_with_marks(document, a) for a in document.attributions if a.content]
    document.attributions = [_passed_on(document, a) for a in document.attributions]
    for sentence in document.sentences:
        _resolve_speakers(document, sentence)


def find_attributions(document: Document) -> list[Attribution]:
    """All that the report attributes, tellings and stances, in order; `find_tellers` must have been there.

    What stands inside another's words is theirs to attribute and left out.
    """
    found = list(document.attributions)
    for sentence in document.sentences:
        told = frozenset(a.cue for a in document.attributions if a.sentence == sentence.index and a.cue is not None)
        stances = (_attribution(document, sentence, cue) for cue in stances_in(document, sentence, told))
        found += [_with_marks(document, stance) for stance in stances if stance.content]
    outermost = [a for a in found if not any(_is_inside(a, other) for other in found)]
    return sorted(outermost, key=lambda a: (a.sentence, a.cue_spans))


def _is_inside(attribution: Attribution, other: Attribution) -> bool:
    start = attribution.cue_spans[0][0]
    return other is not attribution and other.holds(start) and not attribution.holds(other.cue_spans[0][0])


def _attribution(document: Document, sentence: Sentence, cue: FoundCue) -> Attribution:
    word = "according to" if cue.token.lower_ == "according" else cue.token.text
    quotation = _quotation_kind(document, cue.content)
    words = cue_words(sentence, cue.token)
    if cue.speakers:
        speaker = speaker_at(document, sentence, cue.speakers[0])
        speaker = _meant(document, sentence, cue.speakers[0], speaker)
        teller = Teller(
            text=speaker.text, span=speaker.span, name=speaker.name, country=speaker.country,
            kind=speaker.kind, cue=word, quotation=quotation,
        )  # fmt: skip
        written = source_of(sentence, cue.token, cue.speakers)
        return Attribution(
            cue.content, (teller,), (speaker.mention,), cue.token.i, sentence.index, cue.order, written, words
        )
    span = sentence.characters(cue.token, cue.token)
    unnamed = Teller(text=word, span=span, name="unnamed", kind="anonymous", cue=word, quotation=quotation)
    return Attribution(cue.content, (unnamed,), (None,), cue.token.i, sentence.index, cue.order, (), words)


def _meant(document: Document, sentence: Sentence, head: Token, speaker: Speaker) -> Speaker:
    """Whom "it added" or "they said" means: who told something a sentence ago, sooner than who else was named."""
    fitting = _GOES_ON.get(head.lower_, frozenset())
    known = speaker.kind == "person" and head.lower_ in HE_OR_SHE
    for earlier in reversed(document.attributions):
        if known or not fitting or sentence.index - earlier.sentence > 1:
            return speaker
        last = earlier.tellers[-1]
        if earlier.sentence < sentence.index and last.kind in fitting:
            return Speaker(speaker.text, speaker.span, last.name, last.country, last.kind, earlier.parties[-1])
    return speaker


def _quotation_kind(document: Document, content: tuple[Span, ...]) -> Quotation:
    size = sum(end - start for start, end in content)
    quoted = sum(max(0, min(q[1], end) - max(q[0], start)) for start, end in content for q in document.quotations)
    return "indirect" if not quoted else "direct" if quoted >= WHOLE * size else "mixed"


def _complete_quotations(document: Document) -> None:
    """Lets whoever tells a part of a quotation tell the whole of it, over sentences and paragraphs."""
    for quotation in document.quotations:
        for index, attribution in enumerate(document.attributions):
            start, end = document.sentences[attribution.sentence].span
            part = (max(start, quotation[0]), min(end, quotation[1]))
            longer = quotation[0] < start or quotation[1] > end
            if longer and part[0] < part[1] and attribution.extent(part) >= WHOLE * (part[1] - part[0] - 2):
                document.attributions[index] = replace(attribution, content=_joined(attribution.content, quotation))


def _continue_quotations(document: Document) -> None:
    """Gives a quotation that nobody is said to tell to the last speaker before it."""
    for quotation in document.quotations:
        sentence = _sentence_at(document, quotation[0])
        if sentence is None or any(_tells(document, a, quotation) for a in document.attributions):
            continue
        opens = quotation[0] - sentence.span[0] <= 2
        last = _last_speaker(document, sentence, quotation[0]) if opens else None
        if last is None:
            continue
        first = last.content[0][0] if last.content else quotation[0]
        for index, attribution in enumerate(document.attributions):
            if attribution is last or (attribution.sentence == last.sentence and attribution.holds(first)):
                document.attributions[index] = replace(attribution, content=_joined(attribution.content, quotation))


def _tells(document: Document, attribution: Attribution, quotation: Span) -> bool:
    """Whether an attribution tells a quotation from outside, not as one who is quoted within it."""
    return attribution.extent(quotation) > 0 and not quotation[0] <= attribution.cue_spans[0][0] < quotation[1]


def _last_speaker(document: Document, sentence: Sentence, position: int) -> Attribution | None:
    """Who spoke in quotes last, within reach and in this paragraph or, where a quotation opens it, the one before."""
    for attribution in reversed(document.attributions):
        told = document.sentences[attribution.sentence]
        reached = attribution.content[-1][1] if attribution.content else told.span[1]
        if told.index > sentence.index or reached > position:
            continue
        last = _sentence_at(document, reached - 1) or told
        near = sentence.index - last.index <= REACH and sentence.paragraph - last.paragraph <= 1
        spoken = not attribution.content or _quotation_kind(document, attribution.content) != "indirect"
        return attribution if near and spoken else None
    return None


def _joined(content: tuple[Span, ...], quotation: Span) -> tuple[Span, ...]:
    """A content with a quotation added, stretches that touch made one."""
    joined: list[Span] = []
    for start, end in sorted((*content, quotation)):
        if joined and start <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def _with_marks(document: Document, attribution: Attribution) -> Attribution:
    return replace(attribution, content=tuple(_marked(document, span) for span in attribution.content))


def _marked(document: Document, span: Span) -> Span:
    """A stretch with the marks of the quotations that begin or end with it."""
    text, (first, last) = document.report.text, span
    for quotation in document.quotations:
        start, end = with_marks(text, quotation)
        if quotation[0] <= span[0] < quotation[1] and not text[quotation[0] : span[0]].strip():
            first = start
        if quotation[0] < span[1] <= quotation[1] and not text[span[1] : quotation[1]].strip(" ,.!?…"):
            last = end
    return first, last


def _sentence_at(document: Document, position: int) -> Sentence | None:
    return next((s for s in document.sentences if s.span[0] <= position < s.span[1]), None)


def _passed_on(document: Document, attribution: Attribution) -> Attribution:
    """The attribution under whoever passed on the same speaker's words a sentence ago ("he said" after "as quoted")."""
    party = attribution.parties[-1]
    sentence = document.sentences[attribution.sentence]
    if party is None or party.kind != "pronoun" or _quotation_kind(document, attribution.content) == "indirect":
        return attribution
    for earlier in reversed(document.attributions):
        same = earlier.parties[-1]
        if sentence.index - earlier.sentence != 1 or same is None or same.person is None or same.person != party.person:
            continue
        outer = [a for a in document.attributions if a.order == 0 and _encloses(document, a, earlier)]
        return replace(
            attribution,
            tellers=(*(t for a in outer for t in a.tellers), *attribution.tellers),
            parties=(*(p for a in outer for p in a.parties), *attribution.parties),
        )
    return attribution


def _encloses(document: Document, outer: Attribution, inner: Attribution) -> bool:
    if outer is inner or outer.sentence != inner.sentence:
        return False
    span = document.sentences[inner.sentence].span
    return outer.holds(inner.content[0][0]) and outer.extent(span) >= inner.extent(span)


def _resolve_speakers(document: Document, sentence: Sentence) -> None:
    for mention in list(sentence.mentions.values()):
        token = sentence.token(mention.root)
        if mention.kind != "pronoun" or token.lower_ not in SPEAKER or mention.known:
            continue
        attribution = innermost(document, mention.span[0])
        party = attribution.parties[-1] if attribution else None
        if party is not None and party.known:
            sentence.mentions[mention.root] = _meaning(mention, party)


def _meaning(mention: Mention, party: Mention) -> Mention:
    """A "we" or "I" that means its speaker."""
    return replace(
        party,
        root=mention.root,
        span=mention.span,
        text=mention.text,
        kind="pronoun",
        refers_to=party.refers_to or party.text,
    )


def innermost(document: Document, position: int) -> Attribution | None:
    """The attribution that stands nearest to a character of those that hold it."""
    return next(reversed(_holding(document, position)), None)


def _holding(document: Document, position: int) -> list[Attribution]:
    """The attributions that hold a character, the outermost first: who tells most of its sentence, then by order."""
    sentence = _sentence_at(document, position)
    within = sentence.span if sentence is not None else (position, position + 1)
    holding = [a for a in document.attributions if a.holds(position)]
    return sorted(holding, key=lambda a: (-a.extent(within), a.order, a.sentence))


def chain(document: Document, sentence: Sentence, trigger: Token) -> list[Attribution]:
    """The attributions that a trigger stands in, the outermost first; its own cue is not one of them."""
    own = {trigger.i, *(t.i for t in trigger.children if t.dep_ in {"aux", "prt"})}
    holding = _holding(document, sentence.offset + trigger.idx)
    others = (a for a in holding if a.cue is None or a.sentence != sentence.index or a.cue not in own)
    return [_as_quoted(document, sentence, a) for a in others]


def _as_quoted(document: Document, sentence: Sentence, attribution: Attribution) -> Attribution:
    """The attribution with its tellers' quotation as it is in this sentence."""
    kind = _quotation_kind(document, tuple(_within(attribution.content, sentence.span)))
    tellers = tuple(t.model_copy(update={"quotation": kind}) for t in attribution.tellers)
    return replace(attribution, tellers=tellers)


def _within(content: tuple[Span, ...], span: Span) -> Iterator[Span]:
    for start, end in content:
        if start < span[1] and span[0] < end:
            yield max(start, span[0]), min(end, span[1])
