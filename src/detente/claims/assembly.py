"""From a relation to a claim: when, where, who says so, how surely, how many, on which front.

Each question is answered by the module named for it; this one only asks them in turn and keeps the reasons.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from detente.claims.claim import Auxiliary, Claim, Factuality, Party, Quote, Span, Teller, Trigger, claim_id
from detente.claims.dates.governing import Dated, date_of, historical
from detente.claims.document import Attribution, Document, Mention, Sentence
from detente.claims.factuality.value import Reality, reality
from detente.claims.fronts import contexts_of, front_of
from detente.claims.implied.commemorations import commemorated
from detente.claims.implied.presupposed import Implied, implied_by, is_first_to
from detente.claims.parties.occasions import acting
from detente.claims.places.governing import place_of
from detente.claims.quantities import quantity_of
from detente.claims.relations.relation import Relation
from detente.claims.tellers.attribution import chain
from detente.claims.tellers.quotations import quotation_at
from detente.knowledge.countries import bodies, countries
from detente.knowledge.modality import commitments
from detente.knowledge.plover import quad

LONG_AGO = 365
"""Days before the report from which a happening counts as historical."""


REACHES_OUT = frozenset({"OBSERVE", "MOBILIZE", "RETREAT", "SANCTION", "COOPERATE"})
"""Types that concern other states even where no recipient is named: an embargo, a parade, a missile test; concessions
do where they have a front, as borders and sanctions that are eased."""
REFUSED = Reality(Factuality.CERTAIN, (), ("“not” is part of what was said: the refusal is certain",))


@dataclass(frozen=True, slots=True)
class _Told:
    tellers: tuple[Teller, ...]
    attributions: tuple[Attribution, ...]


def claims_of(document: Document, sentence: Sentence, relation: Relation, reader: str) -> Iterator[Claim]:
    """The claim that a relation states, then those that it presupposes."""
    trigger = sentence.token(relation.trigger)
    told = _told(document, sentence, trigger)
    real = _as_told(REFUSED if relation.refused else reality(trigger), sentence, told)
    dated = _dated(document, sentence, relation, trigger, real)
    real = _as_dated(real, dated, document.published)
    implied = tuple(implied_by(document, sentence, relation))
    counted = next((behind.counted for behind in implied if behind.counted), None)
    yield _stated(document, sentence, relation, reader, (told, real, dated)).model_copy(update={"counted": counted})
    for behind in implied:
        yield _presupposed(document, sentence, relation, reader, (told, behind))


def _told(document: Document, sentence: Sentence, trigger: Token) -> _Told:
    attributions = tuple(chain(document, sentence, trigger))
    tellers: list[Teller] = []
    for teller in (t for a in attributions for t in a.tellers):
        if not tellers or tellers[-1].name != teller.name:
            tellers.append(teller)
    return _Told(tuple(tellers), attributions)


def _as_told(real: Reality, sentence: Sentence, told: _Told) -> Reality:
    """What a teller denies is certainly not so for them, whatever the words below say."""
    for attribution in told.attributions:
        if attribution.cue is None or attribution.sentence != sentence.index:
            continue
        cue = sentence.token(attribution.cue)
        if commitments().get((cue.lemma_.lower(), "v")) == "denies" and not real.factuality.endswith("-"):
            return Reality(
                Factuality.CERTAINLY_NOT, (*real.auxiliary, "negation"), (*real.why, f"“{cue.text}” denies it")
            )
    return real


def _as_dated(real: Reality, dated: Dated, published: dt.date) -> Reality:
    """What lies after the report's day is still to come, and at most probable."""
    start = dated.happened.start
    if start is None or start <= published or "future" in real.auxiliary:
        return real
    probable = {Factuality.CERTAIN: Factuality.PROBABLE, Factuality.CERTAINLY_NOT: Factuality.PROBABLY_NOT}
    value = probable.get(real.factuality, real.factuality)
    return Reality(value, (*real.auxiliary, "future"), (*real.why, "its day lies after the report's"))


def _dated(document: Document, sentence: Sentence, relation: Relation, trigger: Token, real: Reality) -> Dated:
    if relation.tells_again is not None:
        told, at = document.sentences[relation.tells_again[0]], relation.tells_again[1]
        return date_of(document, told, told.token(at), "past")
    dated = date_of(document, sentence, trigger, "future" if "future" in real.auxiliary else "past")
    if dated.happened.span is not None and dated.happened.start is not None:
        return dated
    gathering = acting(document, sentence, relation.actors)
    if gathering is not None and gathering.happened is not None:
        return Dated(gathering.happened, f"the day of the {gathering.noun}")
    codes = [p.country for p in (*relation.actors, *relation.recipients) if p.country]
    if any(_is_gone(code, document.published) for code in codes):
        begun = [p.country for p in relation.recipients if p.country] if is_first_to(trigger) else []
        return historical(document, codes, begun)
    return dated


def _is_gone(code: str, day: dt.date) -> bool:
    """Whether a state had ceased to be by that day."""
    country = countries().get(code)
    return country is not None and country.kind == "former" and country.term.end is not None and country.term.end < day


def _stated(
    document: Document, sentence: Sentence, relation: Relation, reader: str, qualified: tuple[_Told, Reality, Dated]
) -> Claim:
    told, real, dated = qualified
    trigger = sentence.token(relation.trigger)
    located = place_of(document, sentence, trigger)
    contexts = contexts_of(
        trigger,
        [sentence.token(p.root) for p in relation.actors if sentence.parsed.start <= p.root < sentence.parsed.end],
    )
    span = _trigger_span(sentence, relation)
    actors, recipients = _parties(relation.actors), _parties(relation.recipients)
    auxiliary: tuple[Auxiliary, ...] = real.auxiliary
    if dated.happened.end is not None and (document.published - dated.happened.end).days > LONG_AGO:
        auxiliary = (*auxiliary, "historical")
    why = [
        *relation.why,
        *(_why_party(m) for m in (*relation.actors, *relation.recipients) if m.refers_to),
        f"when: {dated.why}",
        *real.why,
    ]
    if located:
        why.append(f"where: {located.why}")
    why += [f"told: {a.why}" for a in told.attributions]
    return Claim(
        id=claim_id(document.report.id, span, relation.type, _identity(actors, recipients)),
        report_id=document.report.id,
        outlet=document.report.outlet,
        published=document.published,
        sentence=document.report.text[slice(*sentence.span)],
        span=sentence.span,
        trigger=Trigger(text=document.report.text[slice(*span)], span=span),
        type=relation.type,
        mode=relation.mode,
        contexts=contexts,
        front=front_of(relation.type, contexts, domestic=_domestic(relation, contexts)),
        quad=quad(relation.type),
        actors=actors,
        recipients=recipients,
        reciprocal=relation.reciprocal,
        happened=dated.happened,
        place=located.place.as_place() if located else None,
        told_by=told.tellers,
        quote=_quote(document, sentence, trigger),
        factuality=real.factuality,
        auxiliary=auxiliary,
        quantity=quantity_of(document, sentence, trigger),
        commemorates=commemorated(document, sentence, trigger) if relation.type == "OBSERVE" else None,
        confidence=round(relation.confidence, 2),
        reader=reader,
        because=tuple(why),
    )


def _trigger_span(sentence: Sentence, relation: Relation) -> Span:
    """The characters of the trigger: its head and the words beside it, up to a party that stands between."""
    parties = {party.root for party in (*relation.actors, *relation.recipients)} - {relation.trigger}
    words = [index for index in relation.words if index not in parties]
    between = [m.root for m in sentence.mentions.values() if m.kind != "pronoun" and m.root not in words]
    barred = parties.union(between)
    first = last = relation.trigger
    for index in sorted(words):
        if index > last and barred.isdisjoint(range(last + 1, index)):
            last = index
    for index in sorted(words, reverse=True):
        if index < first and barred.isdisjoint(range(index + 1, first)):
            first = index
    return sentence.characters(sentence.token(first), sentence.token(last))


def _presupposed(
    document: Document, sentence: Sentence, relation: Relation, reader: str, qualified: tuple[_Told, Implied]
) -> Claim:
    told, implied = qualified
    actors, recipients, type_ = _parties(implied.actors), _parties(implied.recipients), implied.type
    span = sentence.characters(implied.trigger, implied.trigger)
    contexts = contexts_of(implied.trigger, [sentence.token(relation.trigger)])
    ended = implied.happened.end
    historic: tuple[Auxiliary, ...] = ("historical",) if ended and (document.published - ended).days > LONG_AGO else ()
    return Claim(
        id=claim_id(document.report.id, span, f"{type_}/{implied.by}", _identity(actors, recipients)),
        report_id=document.report.id,
        outlet=document.report.outlet,
        published=document.published,
        sentence=document.report.text[slice(*sentence.span)],
        span=sentence.span,
        trigger=Trigger(text=implied.trigger.text, span=span),
        type=type_,
        mode=implied.mode,
        contexts=contexts,
        front=front_of(type_, contexts, domestic=_domestic(relation, contexts)),
        quad=quad(type_),
        actors=actors,
        recipients=recipients,
        reciprocal=implied.reciprocal,
        happened=implied.happened,
        told_by=told.tellers,
        factuality=Factuality.CERTAIN,
        auxiliary=historic,
        implied_by=implied.by,
        confidence=round(max(0.05, relation.confidence - 0.1), 2),
        reader=reader,
        because=(implied.why,),
    )


def _parties(mentions: tuple[Mention, ...]) -> tuple[Party, ...]:
    return tuple(_party(mention) for mention in mentions)


def _party(mention: Mention) -> Party:
    body = bodies().get(mention.organisation or "")
    country = countries().get(mention.country or "")
    person = mention.person if _is_named(mention) else None
    name = person or (body.name if body else country.name if country else mention.text)
    return Party(
        text=mention.text,
        span=mention.span,
        name=name,
        country=mention.country,
        organisation=mention.organisation,
        sector=mention.sector or None,
        office=mention.office,
        person=mention.person,
        refers_to=mention.refers_to,
    )


def _is_named(mention: Mention) -> bool:
    """Whether the report names the person, here or where the words refer to; a bare office keeps its state's name."""
    words = f"{mention.text} {mention.refers_to or ''}"
    return mention.person is not None and any(part in words for part in mention.person.split() if len(part) > 1)


def _identity(actors: tuple[Party, ...], recipients: tuple[Party, ...]) -> str:
    def names(parties: tuple[Party, ...]) -> str:
        return ",".join(f"{p.code}/{p.name}" for p in parties)

    return f"{names(actors)}>{names(recipients)}"


def _domestic(relation: Relation, contexts: tuple[str, ...]) -> bool:
    """Whether an act stays within one state: between its own parties, or of one party where nothing reaches others.

    A party of no known state counts as of the same state as the other.
    """
    codes = {p.code for p in (*relation.actors, *relation.recipients)} - {None}
    if relation.recipients or relation.reciprocal:
        return len(codes) < 2
    if not codes:
        return True
    if relation.type == "CONCEDE":
        return relation.mode == "resign" or front_of("CONCEDE", contexts, domestic=False) == "diplomatic"
    return relation.type not in REACHES_OUT


def _why_party(mention: Mention) -> str:
    return f"“{mention.text}” refers to “{mention.refers_to}”"


def _quote(document: Document, sentence: Sentence, trigger: Token) -> Quote | None:
    """The quotation that the act stands in, else the one that its own clause brings."""
    position = sentence.offset + trigger.idx
    span: Span | None = quotation_at(document.quotations, position)
    if span is None:
        start, end = sentence.characters(trigger.left_edge, trigger.right_edge)
        span = next((q for q in document.quotations if start <= q[0] and q[1] <= end + 1), None)
    return Quote(text=document.report.text[slice(*span)], span=span) if span else None
