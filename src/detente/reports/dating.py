"""When a report was published: its header, its dateline, its page or the user say so, and nothing is guessed."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from detente.errors import ReportError, UndatedError

_DATELINE_WAY = "begin {} with a dateline (“GENEVA, Nov. 21, 1985 - ...”), or give --date YYYY-MM-DD"
TEXT_WAYS = "start its first line with “ date YYYY-MM-DD ”, " + _DATELINE_WAY.format("it")
"""The three ways to give a text a date, for the error that says there is none."""
LINE_WAYS = "give it a date field (--field date=NAME where yours is called otherwise), " + _DATELINE_WAY.format(
    "its text"
)
"""The three ways to give a line of JSON a date."""
PAGE_WAYS = "save it with the metadata that state its date, " + _DATELINE_WAY.format("its article")
"""The three ways to give a page a date."""
EXPORT_WAYS = "export it with its day, or give --date YYYY-MM-DD"
"""How to give an article of an export a date."""
FEED_WAYS = "give --date YYYY-MM-DD, or leave out feeds whose items carry no date"
"""How to give an item of a feed a date."""
EARLIEST = dt.date(1500, 1, 1)
LONGEST_DATELINE = 200
"""Characters looked at for a dateline; more would let a hostile text take hours."""
_HEADER = re.compile(r"\s*date[ \t:]+(?P<date>\d{4}-\d{1,2}-\d{1,2})(?!\d)(?:T[\d:.Z+-]+)?[ \t]*\n*\s?", re.IGNORECASE)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|"
    r"Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DATELINE = re.compile(
    r"\s*(?P<place>[A-Z][A-Z.’' -]+(?:,\s*[A-Z][\w.’' -]+?)??)(?:,\s*|\s*\(\s*|\s+)"
    rf"(?:{_MONTH}\s+(?P<day>\d{{1,2}}),?|"
    rf"(?P<day2>\d{{1,2}})\s+{_MONTH.replace('month', 'month2')},?)\s*(?P<year>\d{{4}})?\s*\)?"
    r"\s*(?:\([^)\n]{2,60}\)|[A-Z][\w ./&-]{1,30}?)?\s*(?:--+|[-–—:])\s*",
    re.IGNORECASE,
)
_DATE_LINE = re.compile(
    r"\s*(?:date[ \t:]+)?(?:[MTWFS][a-z]+day,?[ \t]+)?"
    r"(?:(?P<iso>\d{4}-\d{1,2}-\d{1,2})|"
    rf"(?P<day2>\d{{1,2}})[ \t]+{_MONTH.replace('month', 'month2')},?[ \t]+(?P<year2>\d{{4}})|"
    rf"{_MONTH}[ \t]+(?P<day>\d{{1,2}}),?[ \t]+(?P<year>\d{{4}}))[ \t]*\r?\n\s*",
    re.IGNORECASE,
)
"""A first line that holds a date and nothing else."""
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_WRITTEN_DAY = re.compile(
    rf"\s*(?:{_WEEKDAY},?\s+)?(?:{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})|"
    rf"(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s+{_MONTH.replace('month', 'month2')},?\s+(?P<year2>\d{{4}}))"
    rf"(?:,?\s+{_WEEKDAY})?(?:,?\s+\d{{1,2}}[:.]\d\d[\w :.+-]{{0,20}})?\s*",
    re.IGNORECASE,
)
"""A day with its month in words, as people and news databases write it, and nothing else but an hour."""
_YEAR_FIRST = re.compile(r"\s*(?P<year>\d{4})(?P<sign>[/.]?)(?P<month>\d{2})(?P=sign)(?P<day>\d{2})(?!\d)")
_TWO_WAYS = re.compile(r"\s*\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})(?!\d)")
_HEADLINE = re.compile(r"\s*(?P<headline>[^\n]{3,200}?)[ \t]*\r?\n\s*(?=\S)")
_PLACE_ONLY = re.compile(
    r"\s*(?P<place>[A-Z][A-Z.’' -]{2,40}(?:,\s*[A-Z][\w.’' ]{2,30})?)\s*(?:\([^)\n]{2,60}\)\s*)?(?:--+|[–—]|\s-)\s+"
)

_NAMES_A_TOWN = re.compile(r"[A-Z’'-]*[A-Z]{4}")
"""A first word too long for the abbreviation of a state ("U.S. - Japan talks")."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A text with the date and the dateline's place that stood before it.

    The header is no part of the text, nor is a headline that stood above its dateline.
    """

    text: str
    published: dt.date | None
    place: str | None
    headline: str | None = None


def take_date(text: str, where: str) -> Dated:
    """Takes a ` date YYYY-MM-DD` header off a text, or reads its dateline, also below a headline.

    Raises:
        ReportError: the header's date does not exist.
    """
    header = _HEADER.match(text)
    if header is not None:
        rest = text[header.end() :]
        return Dated(rest, parse_date(header["date"], where), dateline(rest)[1])
    line = _DATE_LINE.match(text[:LONGEST_DATELINE])
    if line is not None:
        rest = text[line.end() :]
        return Dated(rest, _day_of(line, where), dateline(rest)[1])
    published, place = dateline(text)
    return Dated(text, published, place) if published else _below_headline(text) or Dated(text, None, place)


def _day_of(line: re.Match[str], where: str) -> dt.date:
    if line["iso"]:
        return parse_date(line["iso"], where)
    month = _MONTHS.index((line["month"] or line["month2"])[:3].lower()) + 1
    return parse_date(f"{line['year'] or line['year2']}-{month}-{line['day'] or line['day2']}", where)


def _below_headline(text: str) -> Dated | None:
    """The text below a headline, where a dateline with a year opens it."""
    above = _HEADLINE.match(text[: 2 * LONGEST_DATELINE])
    published, place = dateline(text[above.end() :]) if above is not None else (None, None)
    if above is None or published is None:
        return None
    return Dated(text[above.end() :], published, place, above["headline"].strip())


def dateline(text: str) -> tuple[dt.date | None, str | None]:
    """The date (where it has a year) and the place of a dateline."""
    text = text[: LONGEST_DATELINE + 100].lstrip()[:LONGEST_DATELINE]
    found = _DATELINE.match(text)
    if found is None or not found["place"].split(",")[0].isupper():
        place = _PLACE_ONLY.match(text)
        return None, _place(place["place"]) if place else None
    if not found["year"]:
        return None, _place(found["place"])
    month = _MONTHS.index((found["month"] or found["month2"])[:3].lower()) + 1
    try:
        return dt.date(int(found["year"]), month, int(found["day"] or found["day2"])), _place(found["place"])
    except ValueError:
        return None, _place(found["place"])


def dateline_end(text: str) -> int:
    """Where the dateline that opens a text ends, 0 where there is none.

    A place in capitals is enough ("GENEVA - ..."); one in small letters needs a day ("Mexico City, April 29 - ...").
    """
    opening = text[: LONGEST_DATELINE + 100]
    white = len(opening) - len(opening.lstrip())
    opening = opening.lstrip()[:LONGEST_DATELINE]
    found = _DATELINE.match(opening)
    if found is not None and all(word[:1].isupper() for word in found["place"].split()) and _is_dash(found.group()):
        return white + found.end()
    place = _PLACE_ONLY.match(opening)
    if place is None or not _NAMES_A_TOWN.match(place["place"]) or opening[place.end() :][:1].islower():
        return 0
    return white + place.end()


def _is_dash(written: str) -> bool:
    return written.rstrip()[-1] in "-–—"


def _place(written: str) -> str:
    return ", ".join(part.strip().title() if part.strip().isupper() else part.strip() for part in written.split(","))


def is_written_day(written: str) -> bool:
    """Whether a text is a day with its month in words: "September 9, 2023 Saturday", "9 September 2023 02:15 GMT"."""
    return _WRITTEN_DAY.fullmatch(written[:LONGEST_DATELINE]) is not None


def written_day(written: str, where: str) -> dt.date | None:
    """The day that a text is, its month in words or its year first; None where there is no text.

    Raises:
        ReportError: there is no such day, or it lies in the future.
    """
    if not written.strip():
        return None
    found = _WRITTEN_DAY.fullmatch(written[:LONGEST_DATELINE])
    if found is None:
        return _in_digits(written, where)
    month = _MONTHS.index((found["month"] or found["month2"])[:3].lower()) + 1
    day = f"{found['year'] or found['year2']}-{month}-{found['day'] or found['day2']}"
    return parse_date(day, where)


def _in_digits(written: str, where: str) -> dt.date:
    if _TWO_WAYS.match(written):
        what = f"its date {written.strip()[:40]!r} may mean two days"
        raise ReportError(where, what, 'say its form in a file of field names: date_format = "%d/%m/%Y"')
    found = _YEAR_FIRST.match(written)
    return parse_date("{year}-{month}-{day}".format(**found.groupdict()) if found else written, where)


def formed_day(written: str, form: str, where: str) -> dt.date:
    """The day of a date in a form of the user's own.

    Args:
        written: the date as it stands in the input.
        form: its form, as `strptime` writes forms: `%d/%m/%Y`.
        where: how an error names the place.

    Raises:
        ReportError: it is not of that form, there is no such day, or it lies in the future.
    """
    try:
        day = dt.datetime.strptime(written.strip(), form).date()
    except ValueError:
        what = f"there is no date {written.strip()[:40]!r} of the form {form}"
        raise ReportError(where, what, "correct the date, or the form in the file given with --fields") from None
    return parse_date(day.isoformat(), where)


def parse_date(written: str, where: str) -> dt.date:
    """A date written `YYYY-MM-DD`, alone or at the start of an ISO 8601 time.

    Raises:
        ReportError: there is no such day, or it lies in the future.
    """
    found = re.match(r"\s*(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)", written)
    try:
        day = dt.date(*(int(part) for part in found.groups())) if found else None
    except ValueError:
        day = None
    if day is None or day < EARLIEST:
        raise ReportError(where, f"there is no date {written.strip()[:40]!r}", "write an existing day as YYYY-MM-DD")
    return not_in_future(day, where)


def not_in_future(day: dt.date, where: str) -> dt.date:
    """The day itself.

    Raises:
        ReportError: the day lies after tomorrow (tomorrow is today somewhere).
    """
    if day > dt.date.today() + dt.timedelta(days=1):
        raise ReportError(where, f"its date {day.isoformat()} lies in the future", "correct the date")
    return day


def require_date(found: dt.date | None, given: dt.date | None, where: str, ways: str) -> dt.date:
    """The report's own date, else the one the user gave.

    Raises:
        UndatedError: there is neither; `ways` says how to give one.
        ReportError: it lies in the future.
    """
    if found is None and given is None:
        raise UndatedError(where, "has no date", ways)
    return not_in_future(found or given or dt.date.min, where)
