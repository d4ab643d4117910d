"""Events as they come from sets, invented by hypothesis: what each form carries must come back from it."""

import datetime as dt

from hypothesis import strategies as st

from detente.claims.claim import Factuality, Happened, Place, Quantity
from detente.events.event import Event, Origin, Participant
from detente.exchange.cameo import Coding, codes
from detente.exchange.imports.coded import NOWHERE, event_id, front
from detente.exchange.parties import icews_sector, sector_of_icews
from detente.knowledge.countries import countries
from detente.knowledge.plover import EXTENSION, TYPES, modes, quad

CODINGS = [entry for entry in codes().values() if entry.coding and len(entry.code) > 2]
SECTORS = [sector for sector in ("GOV", "MIL", "COP", "REB", "MED", "CVL") if sector_of_icews(icews_sector(sector))]
words = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=12)
names = st.lists(words, min_size=1, max_size=3).map(" ".join).filter(lambda name: name not in {"NA", "NULL", "None"})
days = st.dates(dt.date(1900, 1, 1), dt.date(2030, 12, 31))


@st.composite
def parties(draw, role):
    """A party with a state or none."""
    return Participant(
        role=role,
        name=f"Dr. {draw(names)} Xx",
        country=draw(st.none() | st.sampled_from(sorted(countries()))),
        sector=draw(st.none() | st.sampled_from(SECTORS)),
    )


@st.composite
def places(draw):
    return Place(
        text=(name := draw(names.filter(lambda n: n not in {"none", "nan", "N/A", "-99"}))),
        span=NOWHERE,
        name=name,
        lat=draw(st.none() | st.floats(-90, 90)),
        lon=draw(st.none() | st.floats(-180, 180)),
        country=draw(st.none() | st.sampled_from(sorted(countries()))),
    )


@st.composite
def coded_events(draw):
    """An event as a row of ICEWS gives it: one acts upon one, on a day, by a code."""
    entry = draw(st.sampled_from(CODINGS))
    sides = draw(parties("actor")), draw(parties("recipient"))
    return _event(draw, entry.coding, sides, draw(days), code=entry.code, row=str(draw(st.integers(1, 10**9))))


@st.composite
def plover_events(draw):
    """An event with all that PLOVER can say."""
    type_ = draw(st.sampled_from([type_ for type_ in TYPES if type_ != EXTENSION]))
    mode = draw(st.none() | st.sampled_from(modes().get(type_, ("meet",))))
    contexts = draw(st.lists(st.sampled_from(["legal", "economic", "election"]), max_size=3, unique=True))
    sides = (
        *draw(st.lists(parties("actor"), min_size=1, max_size=3)),
        *draw(st.lists(parties("recipient"), max_size=2)),
    )
    event = _event(draw, Coding(type_, mode, tuple(contexts)), sides, draw(days), code=None, row=draw(names))
    return event.model_copy(
        update={
            "place": draw(st.none() | places()),
            "quantity": draw(st.none() | st.just(Quantity(text="12 boats", span=NOWHERE, number=12, unit="boats"))),
            "factuality": draw(st.sampled_from(list(Factuality))),
            "auxiliary": tuple(draw(st.lists(st.sampled_from(["future", "hypothetical"]), unique=True))),
            "reciprocal": draw(st.booleans()),
            "confidence": draw(st.none() | st.floats(0, 1)),
            "first_told": draw(days),
        }
    )


def _event(draw, coding, sides, day, *, code, row):
    origin = Origin(set="icews", version="set.tsv", row=row, code=code)
    domestic = len({side.role for side in sides}) > 1 and len({side.country for side in sides}) == 1
    return Event(
        id=event_id(origin),
        type=coding.type,
        mode=coding.mode,
        contexts=coding.contexts,
        front=front(coding, domestic and sides[0].country is not None),
        quad=quad(coding.type),
        parties=sides,
        happened=Happened(start=day, end=day, precision="day"),
        first_told=day,
        place=draw(st.none() | places()),
        factuality=Factuality.CERTAIN,
        status="imported",
        sources=(),
        claims=(),
        confidence=None,
        origin=origin,
    )
