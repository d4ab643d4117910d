"""Both databases give the same answers to the same 200 generated queries, and they are those that the filters mean.

What a filter means is said here once more, as plainly as can be, over all claims and events in memory.
"""

import datetime as dt
import random

import pytest

from detente.claims.claim import Happened
from detente.claims.outcome import Reading
from detente.record import ClaimFilter, EventFilter, Record, event_query, query
from detente.record.words import wanted_words, words
from detente.reports import Report
from handmade import build_claim, build_party

CODES = ("FRA", "DEU", "RUS", "UKR", "NATO", "HEZBOLLAH")
TYPES = ("AGREE", "CONSULT", "ASSAULT", "SANCTION", "OBSERVE")
FRONTS = ("diplomatic", "military", "economic")
FACTUALITY = ("CT+", "CT+", "CT+", "PS+", "CT-", "Uu")
SECTORS = (None, None, "GOV", "MIL")
TELLERS = ("KCNA", "Élysée", "state media", "100% Wire", "the ministry")
WORDS = (
    "the",
    "minister",
    "visited",
    "Zürich",
    "U.S.",
    "embargo",
    "embargoes",
    "talks",
    "on",
    "grain",
    "cafés",
    "1994",
)
TEXTS = ("talks", "embargo*", '"the minister"', "zurich", "u.s. grain", '"on grain" cafe*', "CAFÉS 1994", "nowhere")
DAYS = [dt.date(2023, 1, 1) + dt.timedelta(days) for days in range(0, 120, 3)]
QUERIES = 100
"""Of claims, and as many of events."""


def a_claim(rng, number):
    report = f"reports/{rng.choice('aBcÄ')}{number // 3}.txt"
    last = rng.choice(DAYS)
    first = last - dt.timedelta(rng.choice((0, 0, 0, 1, 6, 40)))
    ends = rng.choice([(first, last)] * 6 + [(None, None), (first, None), (None, last)])
    some = [code for code in CODES if rng.random() < 0.3] or ["FRA"]
    cut = rng.randint(1, len(some))
    claim = build_claim(
        rng.choice(TYPES),
        day="2023-01-01",
        report_id=report,
        id=f"c_{rng.getrandbits(64):016x}",
        published=dt.date(2023, 5, 1),
        front=rng.choice(FRONTS),
        factuality=rng.choice(FACTUALITY),
        told_by=tuple(rng.sample(TELLERS, rng.choice((0, 0, 1, 2)))),
        sentence=" ".join(rng.choices(WORDS, k=8)) + f" {number}.",
        happened=Happened(start=ends[0], end=ends[1], precision="day", text=f"then {number}"),
    )
    sides = [tuple(a_party(code, rng.choice(SECTORS)) for code in side) for side in (some[:cut], some[cut:])]
    return claim.model_copy(update={"actors": sides[0], "recipients": sides[1]})


def a_party(code, sector):
    party = build_party(code, sector)
    return party.model_copy(update={"country": "LBN"}) if code == "HEZBOLLAH" else party


def readings():
    rng = random.Random(5)
    found = {}
    for number in range(180):
        claim = a_claim(rng, number)
        found.setdefault(claim.report_id, []).append(claim)
    for name, held in found.items():
        text = " ".join(claim.sentence for claim in held) + " Büro" * (len(held) == 1)
        yield Reading(Report(name, text, dt.date(2023, 5, 1), "Example Wire"), tuple(held), "coder 1")


class Both:
    """The same record on both databases, and all that is in it."""

    def __init__(self, here, there):
        self.here, self.there = here, there
        self.claims, self.events = here.claims(), here.events()
        self.reports = {reading.report.id: reading.report.text for reading in readings()}
        self.sentences = {claim.id: claim.sentence for claim in self.claims}


@pytest.fixture(scope="module")
def both(server, tmp_path_factory):
    addresses = tmp_path_factory.mktemp("same") / "r.sqlite", server.new_database()
    with Record(addresses[0]) as here, Record(addresses[1]) as there:
        for reading in readings():
            here.keep(reading)
            there.keep(reading)
        yield Both(here, there)


def a_query(rng, kind):
    code = lambda: rng.choice((*CODES, "France", "rus/mil", "DEU/GOV", "LBN"))  # noqa: E731
    values = {
        "actor": code,
        "recipient": code,
        "pair": lambda: (code(), code()),
        "type": lambda: rng.choice(TYPES),
        "front": lambda: rng.choice(FRONTS),
        "since": lambda: rng.choice(DAYS),
        "until": lambda: rng.choice(DAYS),
        "factuality": lambda: rng.choice(FACTUALITY),
        "text": lambda: rng.choice(TEXTS),
        "told_by": lambda: rng.choice(("kcna", "élys", "media", "100%", "i", "_")),
        "report_text": lambda: rng.choice((*TEXTS, "buro")),
        "status": lambda: rng.choice(("corroborated", "single-sourced", "disputed")),
        "happened": lambda: True,
    }
    names = [name for name in kind.__dataclass_fields__ if name in values]
    return {name: values[name]() for name in rng.sample(names, rng.choice((0, 1, 1, 2, 2, 3)))}


def queries(kind):
    """As many queries as are wanted, no two alike."""
    rng = random.Random(11)
    found = {}
    while len(found) < QUERIES:
        query = a_query(rng, kind)
        found[repr(query)] = query
    return list(found.values())


def codes(party):
    return {party.country, party.organisation} - {None}


def is_meant(written, party):
    code, _, sector = written.partition("/")
    return {"France": "FRA"}.get(code, code.upper()) in codes(party) and (not sector or party.sector == sector.upper())


def among(written, side):
    return any(is_meant(written, party) for party in side)


def is_between(one, other, whole):
    if whole.recipients:
        across = [(whole.actors, whole.recipients), (whole.recipients, whole.actors)]
        return any(among(one, side) and among(other, far) for side, far in across)
    return any(is_meant(one, a) and is_meant(other, b) for a in whole.actors for b in whole.actors if a is not b)


def says(asked, text):
    return all(pattern.strip("%") in f" {words(text)} " for pattern in wanted_words(asked).patterns())


MEANING = {
    "actor": lambda value, whole, _: among(value, whole.actors),
    "recipient": lambda value, whole, _: among(value, whole.recipients),
    "pair": lambda value, whole, _: is_between(*value, whole),
    "type": lambda value, whole, _: whole.type == value,
    "front": lambda value, whole, _: whole.front == value,
    "factuality": lambda value, whole, _: whole.factuality == value,
    "status": lambda value, whole, _: whole.status == value,
    "happened": lambda _value, whole, _: not whole.factuality.endswith("-"),
    "since": lambda value, whole, _: day_of(whole) >= value,
    "until": lambda value, whole, _: (whole.happened.start or day_of(whole)) <= value,
    "told_by": lambda value, whole, _: any(value in teller.name.casefold() for teller in whole.told_by),
    "text": lambda value, _whole, texts: any(says(value, text) for text in texts[0]),
    "report_text": lambda value, _whole, texts: says(value, texts[1]),
}


def day_of(whole):
    undated = whole.published if hasattr(whole, "published") else whole.first_told
    return whole.happened.end or whole.happened.start or undated


def meant(query, found, texts):
    held = [whole for whole in found if all(MEANING[name](v, whole, texts(whole)) for name, v in query.items())]
    return {whole.id for whole in held}


def paged(ask, query, limit):
    """The ids of all pages, one after the other."""
    after, ids = None, []
    while True:
        part = ask(**query, after=after, limit=limit)
        ids.append([whole.id for whole in part])
        after = part.last
        if after is None:
            return ids


def check_claims(both, query):
    found = [claim.id for claim in both.here.claims(**query)]
    assert found == [claim.id for claim in both.there.claims(**query)]
    assert set(found) == meant(query, both.claims, lambda claim: ([claim.sentence], both.reports[claim.report_id]))
    pages = paged(both.here.claims, query, 30)
    assert pages == paged(both.there.claims, query, 30)
    assert sorted(id_ for page in pages for id_ in page) == sorted(found)


def check_events(both, query):
    found = [event.id for event in both.here.events(**query)]
    assert found == [event.id for event in both.there.events(**query)]
    assert set(found) == meant(query, both.events, lambda event: ([both.sentences[id_] for id_ in event.claims], ""))
    pages = paged(both.here.events, query, 30)
    assert pages == paged(both.there.events, query, 30)
    assert [id_ for page in pages for id_ in page] == found


@pytest.mark.parametrize("query", queries(ClaimFilter), ids=repr)
def test_claims(both, query):
    check_claims(both, query)


@pytest.mark.parametrize("query", queries(EventFilter), ids=repr)
def test_events(both, query):
    check_events(both, query)


def test_what_is_common_is_found_on_another_way_and_the_same(both, monkeypatch):
    for module, name in ((query, "COMMON"), (query, "COMMON_ELSEWHERE"), (event_query, "COMMON_ELSEWHERE")):
        monkeypatch.setattr(module, name, 1)
    for kind, check in ((ClaimFilter, check_claims), (EventFilter, check_events)):
        for asked in queries(kind):
            if {"text", "report_text", "told_by"} & set(asked):
                check(both, asked)


def test_most_queries_find_something(both):
    asked = [(both.here.claims, query) for query in queries(ClaimFilter)]
    asked += [(both.here.events, query) for query in queries(EventFilter)]
    assert sum(len(ask(**query)) > 0 for ask, query in asked) > 0.6 * len(asked)
