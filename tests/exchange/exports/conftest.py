"""An event of our own, told by one outlet, and one that was imported."""

import datetime as dt

import pytest

from detente.claims.claim import Factuality, Happened, Place
from detente.events.event import Event, Origin, Participant

DAY = dt.date(2019, 3, 4)


@pytest.fixture
def own_event(record, make_claim, make_reading):
    told = {"told_by": ("Korean Central News Agency",), "outlet": "Example Wire"}
    record.keep(make_reading(make_claim("AID", ("JPN", "AUS"), ("VUT",), **told)))
    return record.events()[0]


@pytest.fixture
def imported_event():
    return Event(
        id="e_00000000000000ff",
        type="CONSULT",
        mode="visit",
        front="diplomatic",
        quad="verbal cooperation",
        parties=(
            Participant(role="actor", name="NAIROBI", country="KEN", sector="GOV"),
            Participant(role="recipient", name="World Health Organization", organisation="WHO", sector="IGO"),
        ),
        happened=Happened(start=DAY, end=DAY, precision="day"),
        first_told=DAY,
        place=Place(text="Geneva", span=(0, 0), name="Geneva", lat=46.2, lon=6.1, country="CHE"),
        factuality=Factuality.CERTAIN,
        status="imported",
        sources=(),
        claims=(),
        confidence=None,
        origin=Origin(set="gdelt2", version="20190304.export.CSV", row="77", code="042"),
    )
