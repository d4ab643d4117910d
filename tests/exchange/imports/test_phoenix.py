"""Phoenix's daily and historical files, and what PETRARCH writes."""

import datetime as dt

import pytest

from detente.errors import ExchangeError

HISTORICAL = (
    "eid,story_date,year,month,day,source,source_root,source_agent,source_others,target,target_root,target_agent,"
    "target_others,code,root_code,quad_class,goldstein,joined_issues,lat,lon,placename,statename,countryname,aid,process"
)


def daily(code="042", **cells):
    filled = {0: "d-1", 1: "20150607", 2: "2015", 3: "6", 4: "7", 5: "PERGOV", 6: "PER", 7: "GOV", 9: "BOL", 10: "BOL"}
    filled |= {13: code, 14: code[:2], 15: "1", 16: "1.9", 18: "-16.5", 19: "-68.15", 20: "La Paz", 21: "Bolivia"}
    filled |= {int(at[1:]): cell for at, cell in cells.items()}
    return "\t".join(filled.get(at, "") for at in range(26))


def test_a_daily_row(imported, record):
    imported("phoenix", daily(), name="events.full.20150607.txt")
    (event,) = record.events()
    assert (event.type, event.mode, event.day) == ("CONSULT", "visit", dt.date(2015, 6, 7))
    assert [(p.country, p.sector) for p in event.parties] == [("PER", "GOV"), ("BOL", None)]
    assert (event.place.name, event.place.country, event.place.lon) == ("La Paz", "BOL", -68.15)
    assert event.origin.model_dump() == {
        "set": "phoenix", "version": "events.full.20150607.txt", "row": "d-1", "code": "042",
    }  # fmt: skip


def test_a_historical_row(imported, record):
    line = '17,7/6/1985,1985,6,7,PERGOV,PER,GOV,,BOL,BOL,,,112,11,3,-2,,-16.5,-68.15,"La Paz, Murillo",,Bolivia,9,x'
    outcome = imported("phoenix", HISTORICAL, line, line.replace("7/6/1985", "1985-06-07"), name="swb.csv")
    (event,) = record.events()
    assert (event.type, event.mode, event.place.name) == ("ACCUSE", "allege", "La Paz, Murillo")
    assert outcome.told == ["'7/6/1985' is no day"]


def test_what_petrarch_writes(imported, record):
    lines = ("20150607\tPERGOV\tBOL\t042\tstory_3\tPETR", "20150607\tPERGOV\t---COP\t173\tstory_3\tPETR")
    imported("phoenix", *lines)
    again = imported("phoenix", *lines, name="other.txt")
    assert (again.added, again.known) == (0, 2)
    assert {event.type for event in record.events()} == {"CONSULT", "COERCE"}


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (daily("---"), "code '---' is none of CAMEO's"),
        (daily("321"), "code '321' is none of CAMEO's"),
        (daily(c5="", c9=""), "names no party"),
        (daily() + "\t", "has 27 columns, not 26"),
    ],
)
def test_bad_rows_are_told(imported, line, why):
    outcome = imported("phoenix", daily(), line)
    assert outcome.told == [why]


def test_another_file_is_refused(imported):
    with pytest.raises(ExchangeError, match="has 2 columns"):
        imported("phoenix", "a\tb")
