"""Who says so: the chain of tellers from the outlet inwards, and what each of them tells.

`cues` finds the words that bring in what is told, `speakers` says who tells it, `speeches` how far they speak. Here
they are joined over the whole report, and who passed on a speaker's words also passes on their continuation.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from detente.claims.claim import Span, Teller, TellerKind
from detente.claims.document import Attribution, Document, Mention, Sentence
from detente.claims.parties.pronouns import HE_OR_SHE, SPEAKER
from detente.claims.tellers.asides import FoundCue
from detente.claims.tellers.cues import cues_in
from detente.claims.tellers.quotations import quotation_kind
from detente.claims.tellers.speakers import Speaker, speaker_at
from detente.claims.tellers.speeches import spoken_on, with_quotation_marks
from detente.claims.tellers.stances import stances_in
from detente.claims.tellers.wording import cue_words, source_of

_INSTITUTIONS: frozenset[TellerKind] = frozenset({"state", "organisation", "group", "media", "collective"})
_PEOPLE: frozenset[TellerKind] = frozenset({"person", "anonymous", "state"})
_GOES_ON = {"it": _INSTITUTIONS, "they": frozenset({"anonymous", "collective"}), "he": _PEOPLE, "she": _PEOPLE}
"""Which tellers of the sentence before a pronoun can mean, by their kind."""


def find_tellers(document: Document) -> None:
    """Adds the attributions of the report, then lets "we" and "I" mean their speakers."""
    for sentence in document.sentences:
        document.attributions += [_attribution(document, sentence, cue) for cue in cues_in(document, sentence)]
    document.attributions = spoken_on(document, document.attributions)
    document.attributions = [_passed_on(document, a) for a in document.attributions]
    for sentence in document.sentences:
        _resolve_speakers(document, sentence)


def find_attributions(document: Document) -> list[Attribution]:
    """All that the report attributes, tellings and stances, in order; `find_tellers` must have been there.

    What stands inside another's words is theirs to attribute and left out.
    """
    found = list(document.attributions)
    for sentence in document.sentences:
        for cue in stances_in(document, sentence):
            stance = with_quotation_marks(document, _attribution(document, sentence, cue))
            found = _with_stance(document, found, stance) if stance.content else found
    outermost = [a for a in found if not any(_is_inside(a, other) for other in found)]
    return sorted(outermost, key=lambda a: (a.sentence, a.cue_spans))


def _with_stance(document: Document, found: list[Attribution], stance: Attribution) -> list[Attribution]:
    """The attributions and a stance; where its cue tells in the report's words, that is a part of what it is about."""
    told = next((a for a in found if (a.sentence, a.cue) == (stance.sentence, stance.cue)), None)
    if told is None:
        return [*found, stance]
    quoted = quotation_kind(document.quotations, told.content) != "indirect"
    if quoted or not all(stance.extent(span) == span[1] - span[0] for span in told.content):
        return found
    return [replace(a, content=stance.content, cue_spans=stance.cue_spans) if a is told else a for a in found]


def _is_inside(attribution: Attribution, other: Attribution) -> bool:
    start = attribution.cue_spans[0][0]
    named = any(first <= start < last for first, last in other.source)
    held = other.holds(start) and not attribution.holds(other.cue_spans[0][0])
    return other is not attribution and (named or held)


def _attribution(document: Document, sentence: Sentence, cue: FoundCue) -> Attribution:
    words = cue_words(sentence, cue.token, cue.content)
    source = source_of(sentence, cue.token, cue.speakers, cue.content)
    teller, party = _teller(document, sentence, cue)
    return Attribution(
        cue.content, (teller,), (party,), cue.token.i, sentence.index, cue.order, source, words,
        _why(document.report.text, teller, words, cue.place),
    )  # fmt: skip


def _teller(document: Document, sentence: Sentence, cue: FoundCue) -> tuple[Teller, Mention | None]:
    word = "according to" if cue.token.lower_ == "according" else cue.token.text
    quotation = quotation_kind(document.quotations, cue.content)
    if not cue.speakers:
        span = sentence.characters(cue.token, cue.token)
        return Teller(text=word, span=span, name="unnamed", kind="anonymous", cue=word, quotation=quotation), None
    speaker = speaker_at(document, sentence, cue.speakers[0])
    speaker = _meant(document, sentence, cue.speakers[0], speaker)
    teller = Teller(
        text=speaker.text, span=speaker.span, name=speaker.name, country=speaker.country,
        kind=speaker.kind, cue=word, quotation=quotation,
    )  # fmt: skip
    return teller, speaker.mention


def _why(text: str, teller: Teller, words: tuple[Span, ...], place: str) -> str:
    """The choice of a teller in words: “officials” is the source of “said”, which brings in the clause."""
    cue = text[words[0][0] : words[-1][1]]
    if teller.name == "unnamed":
        return f"“{cue}” brings in {place} and names nobody"
    meant = "" if teller.name in {teller.text, "unnamed"} else f" ({teller.name})"
    return f"“{teller.text}”{meant} is the source of “{cue}”, which brings in {place}"


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


def _passed_on(document: Document, attribution: Attribution) -> Attribution:
    """The attribution under whoever passed on the same speaker's words a sentence ago ("he said" after "as quoted")."""
    party = attribution.parties[-1]
    sentence = document.sentences[attribution.sentence]
    if (
        party is None
        or party.kind != "pronoun"
        or quotation_kind(document.quotations, attribution.content) == "indirect"
    ):
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
    sentence = document.sentence_at(position)
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
    kind = quotation_kind(document.quotations, tuple(_within(attribution.content, sentence.span)))
    tellers = tuple(t.model_copy(update={"quotation": kind}) for t in attribution.tellers)
    return replace(attribution, tellers=tellers)


def _within(content: tuple[Span, ...], span: Span) -> Iterator[Span]:
    for start, end in content:
        if start < span[1] and span[0] < end:
            yield max(start, span[0]), min(end, span[1])
