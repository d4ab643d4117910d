"""Resolving references back: "he", "its Beirut embassy", "the two sides", "the Asian country", "Kim".

Sentences are walked in order with what has been spoken of so far. The nearest fitting party wins, subjects before
others, and nothing is guessed across more than three sentences: a wrong party is worse than a missing one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from spacy.tokens import Token

from detente.claims.document import Document, Mention, Sentence
from detente.knowledge.countries import bodies, countries
from detente.knowledge.people import by_family, holding, known_as
from detente.knowledge.references import anaphor, continent_words

HE_OR_SHE = frozenset({"he", "she", "him", "her", "his"})
IT = frozenset({"it", "its"})
THEY = frozenset({"they", "them", "their"})
SPEAKER = frozenset({"i", "we", "us", "our", "my", "me"})
REACH = 3
"""How many sentences back a reference may look."""


@dataclass
class _Told:
    """What the report has spoken of so far."""

    people: dict[str, Mention] = field(default_factory=dict)
    """By each part of a name that may be used alone later."""
    by_sentence: list[list[Mention]] = field(default_factory=list)


def resolve_references(document: Document) -> None:
    """Replaces every mention that refers back by one that says whom it means; drops those that stay unknown."""
    told = _Told()
    for sentence in document.sentences:
        told.by_sentence.append([])
        for mention in sentence.in_order():
            resolved = _resolve(document, sentence, mention, told)
            sentence.mentions[mention.root] = resolved
            if resolved.known or resolved.person:
                told.by_sentence[-1].append(resolved)
            _remember(resolved, told)
        _join_leaders(sentence, told)


def _remember(mention: Mention, told: _Told) -> None:
    if mention.person is None:
        return
    for part in (mention.person, *mention.person.split()):
        known = told.people.get(part)
        if known is None or (mention.known and not known.known):
            told.people[part] = mention


def _resolve(document: Document, sentence: Sentence, mention: Mention, told: _Told) -> Mention:
    token = sentence.token(mention.root)
    if mention.kind == "pronoun":
        return _pronoun(sentence, mention, token, told)
    if mention.kind == "anaphor":
        return _anaphor(sentence, mention, token, told)
    if mention.person and not mention.known:
        return _person(document, mention, token, told)
    if mention.owner_pronoun is not None and not mention.known:
        return _owned(sentence, mention, told)
    if mention.owner_pronoun is None and "counterpart" in mention.text.lower():
        return _counterpart(mention, told)
    return mention


def _person(document: Document, mention: Mention, token: Token, told: _Told) -> Mention:
    """A person named without country: spoken of before, or known by the family name at the report's date."""
    name = mention.person or ""
    earlier = told.people.get(name) or (told.people.get(name.split()[-1]) if len(name.split()) == 1 else None)
    if earlier is not None and earlier.known:
        return _as(mention, earlier)
    if len(name.split()) > 1:
        return mention
    tenure = known_as(name, document.published)
    if tenure is None and mention.office is not None:
        tenure = holding(
            tuple(t for t in by_family().get(name, ()) if t.term.holds(document.published)), document.published
        )
    if tenure is None or (token.ent_type_ not in {"PERSON", ""} and mention.office is None):
        return mention
    body = bodies().get(tenure.country)
    return replace(
        mention,
        person=tenure.person,
        country=body.country if body else tenure.country,
        organisation=tenure.country if body else None,
        office=tenure.office or mention.office,
        sector=tenure.sector,
    )


def _as(mention: Mention, earlier: Mention) -> Mention:
    """A mention that means the same party as an earlier one."""
    return replace(
        mention,
        country=earlier.country,
        organisation=earlier.organisation,
        sector=earlier.sector,
        office=earlier.office or mention.office,
        person=earlier.person,
        role=mention.role or earlier.role,
        host=mention.host or earlier.host,
        refers_to=earlier.text if earlier.kind == "role" else earlier.refers_to or earlier.text,
        also=tuple(replace(other, root=mention.root, span=mention.span, text=mention.text) for other in earlier.also),
    )


def _candidates(sentence: Sentence, before: int, told: _Told) -> Iterator[Mention]:
    """What may be meant, the likeliest first: subjects then others, this sentence then earlier ones."""
    here = [m for m in told.by_sentence[-1] if m.root < before]
    yield from _subjects_first(sentence, here)
    for back in range(2, min(REACH + 2, len(told.by_sentence) + 1)):
        yield from sorted(told.by_sentence[-back], key=lambda m: (_rank_back.get(m.kind, 1), m.root))


_rank_back = {"name": 0, "pronoun": 0, "role": 0, "anaphor": 1, "owner": 2}


def _subjects_first(sentence: Sentence, mentions: list[Mention]) -> list[Mention]:
    def rank(mention: Mention) -> tuple[int, int]:
        label = sentence.token(mention.root).dep_
        return (
            0 if label in {"nsubj", "nsubjpass"} else 2 if label in {"pobj", "poss", "amod", "compound"} else 1,
            -mention.root,
        )

    return sorted(mentions, key=rank)


def _pronoun(sentence: Sentence, mention: Mention, token: Token, told: _Told) -> Mention:
    word = token.lower_
    if word in SPEAKER:
        return mention
    for candidate in _candidates(sentence, mention.root, told):
        if word in HE_OR_SHE:
            fits = candidate.human and not candidate.plural
        elif word in IT:
            fits = (
                not candidate.human
                and not candidate.plural
                and candidate.kind != "owner"
                and _is_institution(candidate)
            )
        else:
            fits = candidate.plural or bool(candidate.also) or _is_institution(candidate)
        if fits and candidate.known:
            return _as(mention, candidate)
    return mention


def _is_institution(mention: Mention) -> bool:
    return mention.known and mention.person is None


def _owned(sentence: Sentence, mention: Mention, told: _Told) -> Mention:
    """The party of "its embassy", "his foreign minister": it belongs to whom the pronoun means."""
    pronoun = sentence.token(mention.owner_pronoun or 0)
    owner = _pronoun(
        sentence, Mention(root=pronoun.i, span=mention.span, text=pronoun.text, kind="pronoun"), pronoun, told
    )
    if not owner.known:
        return mention
    return replace(mention, country=owner.country, organisation=owner.organisation, refers_to=owner.refers_to)


def _counterpart(mention: Mention, told: _Told) -> Mention:
    """The party of "his Egyptian counterpart": it holds the office of the one who is compared."""
    other = next((m for m in told.by_sentence[-1] if m.office and m.root < mention.root), None)
    return replace(mention, office=other.office, sector=other.sector) if other else mention


def _anaphor(sentence: Sentence, mention: Mention, token: Token, told: _Told) -> Mention:
    meant = anaphor(token.lemma_.lower(), plural=mention.plural)
    if not mention.definite:
        return mention
    if meant in {"pair", "people"} and (mention.plural or any(c.lower_ in {"two", "both"} for c in token.children)):
        counted = any(c.lower_ in {"two", "both", "neighbouring", "neighboring"} for c in token.lefts)
        pair = _pair(told, people=meant == "people") if counted else None
        if pair is None:
            return mention
        first, second = pair
        combined = replace(
            _as(mention, first), also=(replace(second, root=mention.root, span=mention.span, text=mention.text),)
        )
        return replace(combined, refers_to=f"{first.refers_to or first.text}; {second.refers_to or second.text}")
    if meant == "state":
        return _single_state(mention, token, told)
    if meant == "body":
        for candidate in _candidates(sentence, mention.root, told):
            if candidate.organisation and not candidate.person and candidate.kind != "owner":
                return _as(mention, candidate)
    return mention


def _pair(told: _Told, *, people: bool) -> tuple[Mention, Mention] | None:
    """The two distinct parties last spoken of together."""
    for back in range(1, min(REACH, len(told.by_sentence)) + 1):
        firsts: dict[str, Mention] = {}
        for mention in told.by_sentence[-back]:
            for party in (mention, *mention.also):
                if party.code and (party.person or not people):
                    firsts.setdefault(party.code, party)
        if len(firsts) == 2:
            first, second = firsts.values()
            return first, second
        if len(firsts) > 2:
            return None
    return None


def _single_state(mention: Mention, token: Token, told: _Told) -> Mention:
    """The state of "the country", "the Asian country": the last spoken of, on that continent if one is named."""
    modifiers = [child for child in token.lefts if child.dep_ in {"amod", "compound", "nmod"}]
    continents = {continent_words()[m.text] for m in modifiers if m.text in continent_words()}
    if modifiers and not continents and any(m.pos_ in {"PROPN"} for m in modifiers):
        return mention
    recent = [m for told_there in reversed(told.by_sentence[-REACH - 1 :]) for m in reversed(told_there)]
    named = {m.code for m in recent if m.country}
    for candidate in recent:
        country = countries().get(candidate.country or "")
        if country is None:
            continue
        if continents and (country.continent not in continents or country.code == "RUS"):
            continue
        if continents or len(named) == 1 or candidate.person is None:
            return replace(
                mention, country=candidate.country, sector=None, refers_to=candidate.refers_to or candidate.text
            )
    return mention


def _join_leaders(sentence: Sentence, told: _Told) -> None:
    """Puts the leader of "the Chinese delegation led by Liu Guozhong" beside what he leads, of its country."""
    for mention in sentence.in_order():
        verb = sentence.token(mention.root).head.head
        group = sentence.mentions.get(verb.head.i)
        if mention.person is None or group is None or not group.known or group.root == mention.root:
            continue
        if verb.lemma_ not in {"lead", "head"} or verb.dep_ != "acl":
            continue
        led = mention if mention.known else _of_group(mention, group)
        sentence.mentions[mention.root] = led
        if led.code == group.code:
            sentence.mentions[group.root] = replace(group, also=(*group.also, replace(led, root=group.root)))
        if led is not mention:
            told.by_sentence[-1].append(led)
            for part in (led.person or "", (led.person or "").split()[-1]):
                told.people[part] = led


def _of_group(mention: Mention, group: Mention) -> Mention:
    return replace(
        mention, country=group.country, organisation=group.organisation, sector=mention.sector or group.sector
    )
