"""The figures agree with those of the scorer that judges use, on any gold and predictions; skipped without it."""

import importlib.util
import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from detente.claims.claim import Factuality
from detente.claims.factuality.value import Reality
from detente.evaluation import attributions, factuality, places, times

SCORER = Path(__file__).parents[3] / "shared" / "score" / "score.py"
TEXT = "The envoy told Lima's press, on Monday, that 3 towns fell; nobody else said so since May."
RELAXED = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

spans = st.tuples(st.integers(0, len(TEXT) - 2), st.integers(1, 12)).map(lambda at: (at[0], min(len(TEXT), sum(at))))


@pytest.fixture(scope="module")
def scorer():
    if not SCORER.is_file():
        pytest.skip("the judges' scorer is not here")
    spec = importlib.util.spec_from_file_location("score", SCORER)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def agree(ours, theirs):
    """Every figure of ours that is theirs too is the same to the third decimal."""
    for name, value in ours.items():
        if isinstance(value, dict):
            agree(value, theirs[name])
        elif name in theirs:
            assert value == pytest.approx(theirs[name], abs=5e-4), name


def lines(*models):
    return [json.loads(model.model_dump_json()) for model in models]


told = st.builds(
    attributions.Told,
    source=st.lists(spans, max_size=2).map(tuple),
    cue=st.lists(spans, max_size=1).map(tuple),
    content=st.lists(spans, min_size=1, max_size=2).map(tuple),
    source_head=st.none(),
)
headed = told.map(lambda a: a.model_copy(update={"source_head": a.source[0] if a.source else None}))


@RELAXED
@given(st.lists(headed, max_size=4).map(tuple), st.lists(told, max_size=4).map(tuple))
def test_attributions(scorer, gold, predicted):
    line = attributions.GoldAttributions(id="a", text=TEXT, attributions=gold)
    said = line.model_copy(update={"attributions": predicted})
    ours = attributions.score([attributions.AttributedText(line, predicted)]).as_json()
    agree(ours, scorer.score_attribution(lines(line), lines(said)))


timex = st.builds(
    lambda span, type_, value: times.Timex(s=span[0], e=span[1], type=type_, value=value),
    spans,
    st.sampled_from(["DATE", "DURATION"]),
    st.sampled_from(["2001-03-05", "P2W", "2001-05"]),
)
apart = st.lists(timex, max_size=5, unique_by=lambda t: (t.s, t.e)).map(tuple)


@RELAXED
@given(apart, apart)
def test_times(scorer, gold, predicted):
    line = times.GoldTimes(id="a", text=TEXT, dct="2001-03-08", timexes=gold)
    said = line.model_copy(update={"timexes": predicted})
    ours = times.score([times.TimedText(line, predicted)]).as_json()
    (held,) = lines(line)
    held["timexes"] = [row | {"text": TEXT[row["s"] : row["e"]]} for row in held["timexes"]]
    agree(ours, scorer.score_timex([held], lines(said)))


graded = st.tuples(st.floats(-3, 3), st.sampled_from(Factuality))


@RELAXED
@given(st.lists(graded, min_size=3, max_size=12))
def test_factuality(scorer, values):
    word = factuality.EventWord(s=4, e=9)
    judged = [
        factuality.JudgedEvent(factuality.GoldEvent(id=str(n), text=TEXT, event=word, value=v), Reality(said, (), ()))
        for n, (v, said) in enumerate(values)
    ]
    gold = lines(*(event.gold for event in judged))
    said = [{"id": event.gold.id, "value": event.degree} for event in judged]
    ours = factuality.score(judged).as_json()
    theirs = scorer.score_factuality(gold, said)
    agree({k: v for k, v in ours.items() if not (k == "pearson" and theirs[k] is None)}, theirs)


points = st.tuples(st.floats(-60, 60), st.floats(-170, 170))
toponyms = st.builds(
    lambda span, at, country, ident: places.GoldToponym(
        s=span[0], e=span[1], lat=at[0], lon=at[1], country_name=country, geonames_id=ident
    ),
    spans,
    points,
    st.sampled_from(["Peru", "Chile", "United States"]),
    st.sampled_from(["3936456", None]),
)
found = st.builds(
    lambda span, at, country, ident: places.ReadPlace(*span, *at, country, ident),
    spans,
    points,
    st.sampled_from(["PER", "CHL", "USA"]),
    st.sampled_from([3936456, 1, None]),
)


@RELAXED
@given(st.lists(toponyms, max_size=4).map(tuple), st.lists(found, max_size=4).map(tuple))
def test_places(scorer, gold, predicted):
    line = places.GoldPlaces(id="a", text=TEXT, toponyms=gold)
    said = [{"id": "a", "toponyms": [{name: getattr(place, name) for name in place.__slots__} for place in predicted]}]
    ours = places.score([places.LocatedText(line, predicted)]).as_json()
    agree(ours, scorer.score_toponyms(lines(line), said))
