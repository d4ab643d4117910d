"""What an event is, from the claims that tell it."""

import datetime as dt

from detente.claims.claim import Factuality, Happened, Party, Place, Quantity
from detente.events.assembly import event_of
from detente.events.sources import Told
from detente.reports.copies import fingerprint
from handmade import build_claim


def told(report, *, day="2023-09-08", recipients=("MLI",), number=None, place=None, published=9, **fields):
    if number:
        fields["quantity"] = Quantity(text=f"{number} dead", span=(0, 4), number=number, unit="dead")
    if place:
        fields["place"] = Place(text=place, span=(0, 4), name=place)
    date = dt.date(2023, 9, published)
    claim = build_claim("ASSAULT", ("FRA",), recipients, day=day, report_id=report, published=date, **fields)
    return Told(claim, fingerprint(f"the text of report {report} is like no other {report * 3}"))


def test_the_first_telling_names_it_whatever_comes_after():
    first, later = told("b"), told("a", published=11)
    assert event_of([later, first]).id == event_of([first]).id
    assert event_of([later, first]).claims == (first.claim.id, later.claim.id)


def test_the_surest_claim_says_what_and_who():
    unsure = told("a", factuality=Factuality.POSSIBLE, recipients=("MLI", "NER"))
    event = event_of([unsure, told("b"), told("c")])
    assert event.factuality == "CT+"
    assert [(party.role, party.code) for party in event.parties] == [("actor", "FRA"), ("recipient", "MLI")]


def test_the_days_that_all_tellings_allow():
    vague = Happened(start=dt.date(2023, 9, 4), end=dt.date(2023, 9, 10), precision="week", text="this week")
    event = event_of([told("a", happened=vague), told("b", day="2023-09-08")])
    assert (event.happened.start, event.happened.end) == (dt.date(2023, 9, 8), dt.date(2023, 9, 8))
    assert event.day == dt.date(2023, 9, 8)


def test_a_person_named_once_is_known_in_the_event():
    named = Party(text="Macron", span=(0, 6), name="Emmanuel Macron", country="FRA", person="Emmanuel Macron")
    assert event_of([told("a"), told("b")]).actors[0].person is None
    claim = told("b").claim.model_copy(update={"actors": (named,)})
    assert event_of([told("a"), Told(claim, told("b").text)]).actors[0].person == "Emmanuel Macron"


def test_what_was_corrected_later():
    event = event_of(
        [told("a", number=37, place="Gao"), told("b", number=28, published=10), told("c", place="Kidal", published=12)]
    )
    assert [(change.what, change.before, change.now) for change in event.changes] == [
        ("number", "37 dead", "28 dead"),
        ("place", "Gao", "Kidal"),
    ]
    assert event.quantity.number == 28


def test_a_denial_is_named_and_does_not_undo_it():
    denied = told("b", factuality=Factuality.CERTAINLY_NOT, outlet="Radio Gao")
    event = event_of([told("a"), denied])
    assert (event.factuality, event.status, event.denied_by) == ("CT+", "disputed", ("Radio Gao",))
