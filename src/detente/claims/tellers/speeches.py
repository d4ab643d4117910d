"""Speeches over several sentences and paragraphs: what one cue brings in beyond its own sentence.

A quotation belongs to one teller from its opening to its closing mark. One without a cue of its own goes on with the
last speaker, also after a paragraph break. A paragraph that opens with a name and a colon is all theirs, as in an
interview, and so is a paragraph without marks after "He added:".
"""

from __future__ import annotations

from dataclasses import replace

from detente.claims.claim import Span
from detente.claims.document import Attribution, Document, Sentence
from detente.claims.tellers.quotations import WHOLE, quotation_at, quotation_kind, with_marks

REACH = 2
"""Sentences within which a quotation without a cue goes on with the last speaker."""
TURN = ":"
"""The cue of a turn: a name and a colon."""


def spoken_on(document: Document, attributions: list[Attribution]) -> list[Attribution]:
    """The attributions with all that their speakers go on to say; those that bring in nothing are left out."""
    found = [_whole_turn(document, a) for a in attributions]
    for quotation in document.quotations:
        found = [_with_whole(document, a, quotation) for a in found]
    for quotation in document.quotations:
        found = _continued(document, found, quotation)
    found = [_with_paragraph_after(document, a) for a in found]
    return [with_quotation_marks(document, a) for a in found if a.content]


def _whole_turn(document: Document, attribution: Attribution) -> Attribution:
    """A turn of a conversation with the rest of its paragraph."""
    told = document.sentences[attribution.sentence]
    opens = attribution.sentence == 0 or document.sentences[attribution.sentence - 1].paragraph != told.paragraph
    if not _is_turn(attribution) or not opens:
        return attribution
    last = max((s for s in document.sentences if s.paragraph == told.paragraph), key=lambda s: s.index)
    if last == told:
        return attribution
    return _more(attribution, (told.span[1], last.span[1]), "the paragraph goes on with them")


def _is_turn(attribution: Attribution) -> bool:
    return attribution.tellers[-1].cue == TURN


def _with_whole(document: Document, attribution: Attribution, quotation: Span) -> Attribution:
    """Lets whoever tells a part of a quotation tell the whole of it, over sentences and paragraphs."""
    start, end = document.sentences[attribution.sentence].span
    part = (max(start, quotation[0]), min(end, quotation[1]))
    longer = quotation[0] < start or quotation[1] > end
    if _is_turn(attribution) or not longer or part[0] >= part[1]:
        return attribution
    if attribution.extent(part) < WHOLE * (part[1] - part[0] - 2):
        return attribution
    return _more(attribution, quotation, "the quotation goes on over its sentences")


def _continued(document: Document, attributions: list[Attribution], quotation: Span) -> list[Attribution]:
    """Gives a quotation that nobody is said to tell to the last speaker before it."""
    sentence = document.sentence_at(quotation[0])
    if sentence is None or quotation[0] - sentence.span[0] > 2 or any(_tells(a, quotation) for a in attributions):
        return attributions
    last = _last_speaker(document, attributions, sentence, quotation[0])
    if last is None:
        return attributions
    first = last.content[0][0] if last.content else quotation[0]
    parted = sentence.paragraph != document.sentences[last.sentence].paragraph
    why = f"the quotation goes on after the {'paragraph break' if parted else 'cue'}"
    return [
        _more(a, quotation, why) if a is last or (a.sentence == last.sentence and a.holds(first)) else a
        for a in attributions
    ]


def _tells(attribution: Attribution, quotation: Span) -> bool:
    """Whether an attribution tells a quotation from outside, or from its opening, not as one quoted within it."""
    outside = not quotation[0] <= attribution.cue_spans[0][0] < quotation[1]
    return attribution.extent(quotation) > 0 and (outside or _is_turn(attribution))


def _last_speaker(
    document: Document, attributions: list[Attribution], sentence: Sentence, position: int
) -> Attribution | None:
    """Who spoke in quotes last, within reach and in this paragraph or, where a quotation opens it, the one before.

    Who only tells something beside a quotation ("... ," she said, adding that ...) is passed over.
    """
    latest: int | None = None
    for attribution in reversed(attributions):
        told = document.sentences[attribution.sentence]
        reached = attribution.content[-1][1] if attribution.content else told.span[1]
        quoted = quotation_at(document.quotations, attribution.cue_spans[0][0]) is not None
        if told.index > sentence.index or reached > position or (quoted and not _is_turn(attribution)):
            continue
        if latest not in {None, told.index}:
            return None
        latest = told.index
        last = document.sentence_at(reached - 1) or told
        near = sentence.index - last.index <= REACH and sentence.paragraph - last.paragraph <= 1
        spoken = not attribution.content or quotation_kind(document.quotations, attribution.content) != "indirect"
        if near and spoken:
            return attribution
    return None


def _with_paragraph_after(document: Document, attribution: Attribution) -> Attribution:
    """One that opens a speech with a colon and no marks has the next paragraph."""
    told = document.sentences[attribution.sentence]
    if attribution.content or not told.text.rstrip().endswith(":"):
        return attribution
    after = [s for s in document.sentences[told.index + 1 :] if s.paragraph == told.paragraph + 1]
    if not after:
        return attribution
    return _more(attribution, (after[0].span[0], after[-1].span[1]), "the paragraph after the colon is theirs")


def _more(attribution: Attribution, span: Span, why: str) -> Attribution:
    """An attribution that tells a further stretch, stretches that touch made one."""
    joined: list[Span] = []
    for start, end in sorted((*attribution.content, span)):
        if joined and start <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    reasons = attribution.why if why in attribution.why else f"{attribution.why}; {why}"
    return replace(attribution, content=tuple(joined), why=reasons)


def with_quotation_marks(document: Document, attribution: Attribution) -> Attribution:
    """An attribution whose content has the marks of the quotations that begin or end with it."""
    return replace(attribution, content=tuple(_marked(document, span) for span in attribution.content))


def _marked(document: Document, span: Span) -> Span:
    text, (first, last) = document.report.text, span
    for quotation in document.quotations:
        start, end = with_marks(text, quotation)
        if quotation[0] <= span[0] < quotation[1] and not text[quotation[0] : span[0]].strip():
            first = start
        if quotation[0] < span[1] <= quotation[1] and not text[span[1] : quotation[1]].strip(" ,.!?…"):
            last = end
    return first, last
