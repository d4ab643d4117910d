"""What the tests of dates share: the expressions of time of a text, as its parse shows them."""

import datetime as dt

import pytest

from detente.claims.dates.expressions import find_times
from detente.claims.document import Document, Sentence
from detente.claims.reading import parser
from detente.claims.sentences.cutting import cut
from detente.reports.report import Report


@pytest.fixture(scope="session")
def times():
    """Finds the expressions of time in a text of a day: each with its words, its days and TimeML's value."""

    def find(text: str, date: str):
        document = Document(Report("a.txt", text, dt.date.fromisoformat(date), None))
        for index, place in enumerate(cut(text)):
            parsed = parser()(text[place.start : place.end])[:]
            document.sentences.append(Sentence(index, parsed, place.start, place.paragraph))
        find_times(document)
        return document.times

    return find
