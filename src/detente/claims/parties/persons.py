"""Which person a name alone means, and who held the office that a mention names.

"Brown" is whom the report called so before; else who is in a leading office of that name on the report's date, unless
the report speaks of another Brown. "The Egyptian president" is who held the office on that date.
"""

from __future__ import annotations

import re
from dataclasses import replace

from detente.claims.document import Mention, Sentence
from detente.claims.parties.told import LEADING, Told, as_before, words_of
from detente.knowledge.countries import bodies, countries
from detente.knowledge.people import Tenure, by_family, by_person, held_before, holder, known_as
from detente.knowledge.roles import roles
from detente.knowledge.words import words

HEADS = frozenset({"head of state", "head of government"})
TITLES_OF_LEADERS = HEADS | {"officer"}
"""Ranks whose titles may stand before a leader's name in place of the office ("Col. Gaddafi"; not "Governor")."""
ONE_HOLDER = words("offices of one holder")
ARTICLES = words("definite determiners")
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")


def resolve_person(_sentence: Sentence, mention: Mention, told: Told) -> Mention:
    """A person named without country: spoken of before, or known by the family name at the report's date."""
    name = mention.person or ""
    if name in told.people:
        earlier = told.called(name)
        return as_before(mention, earlier) if earlier is not None and earlier.known else mention
    if len(name.split()) > 1:
        return mention
    tenure = _by_family_name(mention, name, told)
    return _in_office(mention, tenure) if tenure is not None else mention


def _by_family_name(mention: Mention, name: str, told: Told) -> Tenure | None:
    day = told.document.published
    if mention.office is None:
        tenure = known_as(name, day)
        return tenure if tenure is not None and not _is_someone_else(told.document.report.text, name, tenure) else None
    office = mention.role.office if mention.role else None
    titled = [t for t in by_family().get(name, ()) if _normal(t.office) == office]
    now = [t for t in titled if t.term.holds(day)]
    if now:
        return now[0] if len({t.person for t in now}) == 1 else None
    rank = mention.role.rank if mention.role else None
    return (known_as(name, day) if rank in TITLES_OF_LEADERS else None) or held_before(titled, day)


def _is_someone_else(text: str, family: str, tenure: Tenure) -> bool:
    """Whether the report gives that family name to another ("Hugo Brown, an analyst")."""
    own = {part for form in (tenure.person, *tenure.aliases) for part in form.split()}
    for match in re.finditer(rf"(?<=[\w,] )([A-Z][\w.'’-]+) {re.escape(family)}\b", text):
        before = match.group(1)
        if before not in own and before.lower() not in roles() and f"{before} {family}" not in by_person():
            return not _is_nationality(before)
    return False


def _is_nationality(word: str) -> bool:
    return any(word in country.adjectives for country in countries().values())


def _in_office(mention: Mention, tenure: Tenure) -> Mention:
    body = bodies().get(tenure.country)
    return replace(
        mention,
        person=tenure.person,
        country=body.country if body else tenure.country,
        organisation=tenure.country if body else None,
        office=tenure.office or mention.office,
        sector=tenure.sector,
    )


def leader_called(name: str, told: Told) -> tuple[str, str] | None:
    """Whom a family name before a noun means ("the Obama administration"): the person and the state."""
    if name in told.people:
        earlier = told.called(name)
        return (earlier.person, earlier.country) if earlier and earlier.person and earlier.country else None
    tenure = known_as(name, told.document.published)
    return (tenure.person, tenure.country) if tenure is not None and tenure.country in countries() else None


def full_name(mention: Mention, told: Told) -> Mention:
    """A person of known country named by the family name alone ("U.S. President Bush"), with the full name."""
    name = mention.person or ""
    if " " in name:
        return mention
    day = told.document.published
    held = [t for t in by_family().get(name, ()) if t.country == mention.code and t.term.holds(day)]
    return replace(mention, person=held[0].person) if len({t.person for t in held}) == 1 else mention


def as_leader(mention: Mention, told: Told) -> Mention:
    """A head of state or government without a name ("the Egyptian leader") as the one the report has named."""
    role = mention.role
    if role is None or role.rank not in HEADS or mention.kind != "role" or mention.person or mention.plural:
        return mention
    known = {m.person: m for m in told.people.values() if m and m.code == mention.code and m.office in LEADING}
    if mention.code is None or len(known) != 1:
        return mention
    person, earlier = next(iter(known.items()))
    return replace(mention, person=person, refers_to=words_of(earlier))


def has_holder(code: str, mention: Mention, told: Told) -> bool:
    """Whether a state has somebody in an office of one holder on the report's day ("the emir")."""
    office = mention.role.office if mention.role else None
    return office in ONE_HOLDER and holder(code, office or "", told.document.published) is not None


def with_holder(sentence: Sentence, mention: Mention, told: Told) -> Mention:
    """An office of one holder ("the Egyptian president") with who held it on the report's date.

    Not where the sentence speaks of another year, or of the next or a former holder.
    """
    role, code, day = mention.role, mention.code, told.document.published
    if role is None or role.office not in ONE_HOLDER or code is None or mention.person or mention.plural:
        return mention
    if mention.kind != "role" or not _is_the_present_one(sentence, mention):
        return mention
    if any(int(year.group()) != day.year for year in _YEAR.finditer(sentence.text)):
        return mention
    tenure = holder(code, role.office, day)
    return replace(mention, person=tenure.person) if tenure is not None else mention


def _is_the_present_one(sentence: Sentence, mention: Mention) -> bool:
    """Whether an article or an owner stands before the office, and nothing that could change whom it means."""
    head = sentence.token(mention.root)
    names = {token.i for token in head.lefts if token.dep_ in {"det", "poss"} or token.text[0].isupper()}
    title = mention.role.noun if mention.role else ""
    changes = [t for t in head.lefts if t.i not in names and t.lower_ not in title and not t.is_punct]
    given = any(t.lower_ in ARTICLES or t.dep_ == "poss" for t in head.lefts)
    return given and not changes


def _normal(office: str) -> str:
    """The office that several titles name ("premier" and "prime minister")."""
    role = roles().get(office)
    return role.office or office if role is not None else office
