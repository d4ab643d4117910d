"""The cues that a name means a place, and those that it means something else, each seen on one mention.

They are what a reader goes by who does not know the place: the words around it, what the tagger of names took it for,
what else in the report bears the name. `CUES` gives each its points.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from spacy.tokens import Token

from detente.claims.places.spotting import INSTITUTIONS, LANDFORMS_BEFORE, Spotted
from detente.knowledge.words import words

TITLES = words("person titles")
GIVEN = words("given names")
SPEAKS = words("speaks")
STREETS = words("streets")
ORDINARY = words("ordinary names")
DWELLERS = words("dwellers")
NEAR = words("near the place")
SUFFERS = words("happens to a place")
AFTER = words("place words after")
BEFORE = words("place words before")
WELL_KNOWN = frozenset({"country", "region", "feature"})
SAINT = frozenset({"st", "st.", "saint"})
OTHER_THINGS = ("DATE", "WORK_OF_ART", "EVENT", "LAW", "PRODUCT", "TIME")
FAMOUS = 60
"""Names in the world's languages from which a town is famous."""
GREAT, SMALL = 300_000, 3_000
"""Inhabitants from which a town is a great city, and below which a place is a hamlet."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A name with what the report says elsewhere: the family names of its people."""

    name: Spotted
    people: frozenset[str]


@dataclass(frozen=True, slots=True)
class Cue:
    """A sign that a name is a place's (points above nought) or is not (below)."""

    points: float
    what: str
    holds: Callable[[Seen], bool]


def _labelled(*labels: str) -> Callable[[Seen], bool]:
    def holds(seen: Seen) -> bool:
        given = Counter(token.ent_type_ for token in _tokens(seen.name))
        return given.most_common(1)[0][0] in labels

    return holds


def _tokens(name: Spotted) -> list[Token]:
    return list(name.sentence.parsed.doc[name.first.i : name.last.i + 1])


def _is_well_known(seen: Seen) -> bool:
    if _is_of_ordinary_words(seen) and not any(p.kind in {"country", "feature"} for p in seen.name.readings):
        return False
    return any(place.kind in WELL_KNOWN for place in seen.name.readings)


def _is_great(seen: Seen) -> bool:
    return max((place.population for place in seen.name.readings if place.is_town), default=0) > GREAT


def _is_famous(seen: Seen) -> bool:
    return any(place.known_as >= FAMOUS for place in seen.name.readings)


def _is_hamlet(seen: Seen) -> bool:
    return max((place.population for place in seen.name.readings), default=0) < SMALL and bool(seen.name.readings)


def _says_its_kind(seen: Seen) -> bool:
    """As in "X County", "Lake X", "the X River", "X counties"."""
    inside = [token.lower_ for token in _tokens(seen.name)]
    after = seen.name.after()
    if seen.name.shares_noun:
        return True
    if len(inside) > 1 and (inside[-1] in AFTER or inside[0] in LANDFORMS_BEFORE):
        return True
    return after is not None and after.lower_ in AFTER


def _is_qualified(seen: Seen) -> bool:
    return seen.name.within is not None


def _follows_kind(seen: Seen) -> bool:
    """As in "the city of X", "the province of X"."""
    one, two = seen.name.before(), seen.name.before(2)
    phrase = f"{two.lower_ if two else ''} {one.lower_ if one else ''}".strip()
    return phrase in BEFORE


def _follows_preposition(seen: Seen) -> bool:
    before = seen.name.before()
    if before is not None and before.lower_ in {"the", "nearby", "downtown", "suburban", "central", "rural"}:
        before = seen.name.before(2)
    if before is not None and before.lower_ in NEAR:
        return True
    first = _first_of_list(seen.name.last)
    return first != seen.name.last and first.dep_ == "pobj" and first.head.lower_ in NEAR


def _first_of_list(token: Token) -> Token:
    while token.dep_ == "conj" and token.head != token:
        token = token.head
    return token


def _is_weakly_brought_in(seen: Seen) -> bool:
    before = seen.name.before()
    return before is not None and before.lower_ in {"of", "to", "between", "nearby", "downtown"}


def _undergoes(seen: Seen) -> bool:
    """Whether it is the object of a verb that happens to places: "visited X", "floods hit X"."""
    last = seen.name.last
    return last.dep_ == "dobj" and last.head.lemma_ in SUFFERS


def _has_dwellers(seen: Seen) -> bool:
    after = seen.name.after()
    return after is not None and after.lower_ in DWELLERS


def _owns_institution(seen: Seen) -> bool:
    """As in "X Police Department", "X High School"."""
    after = seen.name.after()
    return after is not None and after.text[0].isupper() and after.lower_ in INSTITUTIONS


def _is_dateline(seen: Seen) -> bool:
    name = seen.name
    if not name.text.isupper() or len(name.text) < 4:
        return False
    following = [token.text for step in range(1, 6) if (token := name.after(step)) is not None]
    return any(text in {"-", "--", "—", "–", ":"} or text.startswith("(") for text in following)


def _is_shouted(seen: Seen) -> bool:
    """Whether it stands in capitals, but is no dateline and no abbreviation with full stops ("U.S.")."""
    text = seen.name.text
    return text.isupper() and len(text) > 3 and "." not in text and not _is_dateline(seen)


def _is_acronym(seen: Seen) -> bool:
    """A short word in capitals among words that are not."""
    name = seen.name
    if not _is_shouted(seen) or len(name.text) > 5:
        return False
    around = [token for token in (name.before(), name.after(), name.after(2)) if token is not None and token.is_alpha]
    return not any(token.is_upper for token in around)


def _follows_title(seen: Seen) -> bool:
    before = seen.name.before()
    return before is not None and before.lower_ in TITLES and not seen.name.text.isupper()


def _follows_given_name(seen: Seen) -> bool:
    before = seen.name.before()
    if before is not None and _is_initial(before):
        before = seen.name.before(2)
    return before is not None and before.text[0].isupper() and before.lower_ in GIVEN


def _is_initial(token: Token) -> bool:
    return len(token.text) == 2 and token.text[0].isupper() and token.text[1] == "."


def _precedes_family_name(seen: Seen) -> bool:
    """A given name before a family name, "Paris Hilton"; "Charlotte police" is none."""
    after = seen.name.after()
    alone = seen.name.first == seen.name.last and seen.name.first.lower_ in GIVEN
    if not alone or after is None or after.pos_ != "PROPN" or not after.text[0].isupper():
        return False
    return after.lower_ not in INSTITUTIONS and after.lower_ not in AFTER and after.lower_ not in STREETS


def _is_in_person(seen: Seen) -> bool:
    """Whether the words before or after belong to one person's name with it."""
    name = seen.name
    if name.first.ent_type_ != "PERSON" or _says_its_kind(seen):
        return False
    before, after = name.before(), name.after()
    left = before is not None and before.ent_type_ == "PERSON" and name.first.ent_iob_ == "I"
    right = after is not None and after.ent_type_ == "PERSON" and after.ent_iob_ == "I" and after.text[0].isupper()
    return left or (right and after is not None and after.lower_ not in AFTER | INSTITUTIONS)


def _is_known_person(seen: Seen) -> bool:
    return seen.name.text in seen.people


def _is_given_name(seen: Seen) -> bool:
    return seen.name.first == seen.name.last and seen.name.first.lower_ in GIVEN


def _speaks(seen: Seen) -> bool:
    verb = seen.name.last.head
    return not _is_well_known(seen) and seen.name.last.dep_ == "nsubj" and verb.lemma_ in SPEAKS


def _has_age(seen: Seen) -> bool:
    """As in "X, 34,"."""
    comma, number = seen.name.after(), seen.name.after(2)
    return comma is not None and comma.text == "," and number is not None and number.text.isdigit()


def _is_street(seen: Seen) -> bool:
    """As in "X Street", "X and Y streets", "Main Street"."""
    after = seen.name.after()
    if len(_tokens(seen.name)) > 1 and seen.name.last.lower_ in STREETS:
        return True
    return after is not None and after.lower_ in STREETS and (after.text[0].isupper() or after.lower_.endswith("s"))


def _is_ordinary_word(seen: Seen) -> bool:
    """Whether the name is one word that the news mostly uses otherwise."""
    return seen.name.first == seen.name.last and _is_ordinary(seen.name.first)


def _is_of_ordinary_words(seen: Seen) -> bool:
    tokens = _tokens(seen.name)
    return len(tokens) > 1 and all(map(_is_ordinary, tokens))


def _is_ordinary(token: Token) -> bool:
    return token.lower_ in ORDINARY or token.lower_ in INSTITUTIONS or token.lower_ in TITLES


def _is_saints(seen: Seen) -> bool:
    """As in "St. Patrick's Day", "St. John's Church"."""
    before, after = seen.name.before(), seen.name.after()
    if before is not None and before.lower_ in SAINT:
        return True
    return seen.name.first.lower_ in SAINT and after is not None and after.text in {"'s", "’s"}


def _is_no_name(seen: Seen) -> bool:
    """Whether the tagger takes the word for no name, and it has its capital from standing first."""
    return all(token.pos_ not in {"PROPN", "NOUN", "ADJ"} for token in _tokens(seen.name))


def _is_noun_at_start(seen: Seen) -> bool:
    name = seen.name
    return name.first == name.last and name.first.pos_ in {"NOUN", "ADJ"} and not name.is_people


def _is_people(seen: Seen) -> bool:
    return seen.name.is_people


def _is_short(seen: Seen) -> bool:
    if len(seen.name.text) > 2 or any(place.kind == "country" for place in seen.name.readings):
        return False
    return not _follows_comma_name(seen)


def _follows_comma_name(seen: Seen) -> bool:
    """A region after the name of a place in it: "Paris, TX"."""
    comma, name = seen.name.before(), seen.name.before(2)
    return comma is not None and comma.text == "," and name is not None and name.text[0].isupper()


def _ends_address(seen: Seen) -> bool:
    """As in "12 Ash St., X"."""
    comma, street = seen.name.before(), seen.name.before(2)
    if comma is not None and comma.text == "." and street is not None:
        comma, street = street, seen.name.before(3)
    return comma is not None and comma.text == "," and street is not None and street.lower_ in STREETS


CUES = (
    Cue(4, "a place that holds it is written after it", _is_qualified),
    Cue(3, "it says what kind of place it is", _says_its_kind),
    Cue(3, "the kind of place stands before it", _follows_kind),
    Cue(3, "it opens the report as a dateline", _is_dateline),
    Cue(3, "it is a country, a region or a known landform", _is_well_known),
    Cue(3, "it is a people", _is_people),
    Cue(2, "a preposition of place brings it in", _follows_preposition),
    Cue(0.5, "a preposition brings it in", _is_weakly_brought_in),
    Cue(1.5, "it is what one visits, leaves or strikes", _undergoes),
    Cue(2, "those who live there follow", _has_dwellers),
    Cue(1.5, "an institution there follows", _owns_institution),
    Cue(2, "the tagger of names takes it for a place", _labelled("GPE", "LOC")),
    Cue(0.5, "the tagger of names takes it for a building", _labelled("FAC")),
    Cue(0.5, "it is a great city", _is_great),
    Cue(1.5, "it is known the world over", _is_famous),
    Cue(-0.5, "no place so called is of any size", _is_hamlet),
    Cue(2, "a street stands before it, as in an address", _ends_address),
    Cue(0.5, "a name and a comma stand before it", _follows_comma_name),
    Cue(-1.5, "the tagger of names takes it for a person", _labelled("PERSON")),
    Cue(-1, "the tagger of names takes it for something else", _labelled(*OTHER_THINGS)),
    Cue(-4, "a title stands before it", _follows_title),
    Cue(-4, "a given name stands before it", _follows_given_name),
    Cue(-4, "a family name follows it", _precedes_family_name),
    Cue(-4, "it is a part of a person's name", _is_in_person),
    Cue(-3, "a person of that name is in the report", _is_known_person),
    Cue(-1, "it is a given name", _is_given_name),
    Cue(-1.5, "it speaks", _speaks),
    Cue(-3, "an age follows it", _has_age),
    Cue(-7, "a street is so called", _is_street),
    Cue(-7, "it is an ordinary word", _is_ordinary_word),
    Cue(-3, "it is made of ordinary words", _is_of_ordinary_words),
    Cue(-4, "a saint is meant, not the town", _is_saints),
    Cue(-5, "it is no name", _is_no_name),
    Cue(-2, "it is a common noun", _is_noun_at_start),
    Cue(-2, "it is written in capitals", _is_shouted),
    Cue(-2, "it is an acronym", _is_acronym),
    Cue(-6, "it has two letters and follows no town", _is_short),
)  # fmt: skip


def points(seen: Seen) -> float:
    """What all cues together say for a name."""
    return sum(cue.points for cue in CUES if cue.holds(seen))


def is_local(name: Spotted) -> bool:
    """Whether a name is spoken of as a town's: with those who live there, its institutions, as "the town of X"."""
    seen = Seen(name, frozenset())
    return _has_dwellers(seen) or _owns_institution(seen) or _follows_kind(seen) or _ends_address(seen)
