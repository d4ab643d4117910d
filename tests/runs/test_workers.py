"""Several processes read as one would, whatever happens to one of them."""

import datetime as dt
import os
import signal
import time

import pytest

from detente.errors import DetenteError, ReportError
from detente.reports import Remark, Report, SetAside
from detente.runs.alone import Alone, attempt
from detente.runs.choice import ReaderChoice
from detente.runs.limits import Limits
from detente.runs.outcome import Unchanged
from detente.runs.workers import Workers

CHOICE = ReaderChoice(domestic=False, threshold=0.5)
DAY = dt.date(2023, 9, 9)
COUNTRIES = ("Kenya", "Chile", "Japan", "Egypt", "Norway")
READER = "a reader that knows its last words"


class Scripted:
    """Stands for a reader: what a report says is what happens to the process that reads it."""

    version = READER

    def read_report(self, report):
        match report.text:
            case "die":
                os.kill(os.getpid(), signal.SIGKILL)
            case "hang":
                time.sleep(60)
            case "swell":
                return bytearray(200_000_000)
            case "break":
                raise KeyError("no such word")
        return SetAside(report.id, report.text)


class ScriptedChoice:
    def make(self):
        return Scripted()


class NoReader:
    def make(self):
        raise DetenteError("the model", "is not there", "fetch it")


def never(_report, _version):
    return False


def reports(*texts):
    return [Report(f"{number}.txt", text, DAY) for number, text in enumerate(texts)]


def read(found, *, number=2, choice=None, is_kept=never, limits=None):
    with Workers(choice or ScriptedChoice(), number, limits) as workers:
        return list(workers.read(found, is_kept))


def test_they_read_what_one_process_reads_in_the_same_order():
    found = reports(*(f"{a} bombed {b} on Tuesday." for a in COUNTRIES for b in COUNTRIES if a != b))
    found.insert(3, Remark("wire", "text from “Body”"))
    found.insert(9, ReportError("b.txt", "is empty", "remove it"))
    told = read(found, choice=CHOICE)
    alone = list(Alone(CHOICE).read(found, never))
    assert [str(one) for one in told] == [str(one) for one in alone]


def test_a_report_that_is_kept_already_is_not_sent():
    told = read(reports("die", "fine"), is_kept=lambda report, version: version == READER and report.text == "die")
    assert told == [Unchanged("0.txt"), SetAside("1.txt", "fine")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("die", "ends the process that reads it"),
        ("hang", "takes more than 0.5 seconds"),
        ("swell", "needs more memory"),
        ("break", "cannot be read (KeyError: 'no such word')"),
    ],
)
def test_a_poisoned_report_is_left_out_and_the_rest_is_read(text, said):
    texts = [f"report {number}" for number in range(50)]
    texts[20] = text
    told = read(reports(*texts), limits=Limits(seconds=0.5, bytes=100_000_000))
    error = told.pop(20)
    assert isinstance(error, ReportError)
    assert str(error).startswith("20.txt: ")
    assert said in str(error)
    assert told == [SetAside(f"{number}.txt", f"report {number}") for number in range(50) if number != 20]


def test_a_worker_that_is_killed_is_replaced_and_nothing_is_lost():
    texts = [f"report {number}" for number in range(400)]
    with Workers(ScriptedChoice(), 2) as workers:
        told = []
        for outcome in workers.read(reports(*texts), never):
            told.append(outcome)
            if len(told) in {50, 200}:
                os.kill(workers._workers[0].process.pid, signal.SIGKILL)
    assert told == [SetAside(f"{number}.txt", text) for number, text in enumerate(texts)]


def test_no_more_is_taken_from_the_input_than_a_few_chunks():
    taken = []

    def endless():
        for number in range(100_000):
            taken.append(number)
            yield Report(f"{number}.txt", "fine", DAY)

    with Workers(ScriptedChoice(), 2) as workers:
        outcomes = workers.read(endless(), never)
        for _ in range(100):
            next(outcomes)
        assert len(taken) < 300


def test_a_reader_that_cannot_be_loaded_is_told():
    with pytest.raises(DetenteError, match="the model is not there; fetch it"):
        read(reports("fine"), choice=NoReader())


def test_a_reader_that_fails_on_one_report_fails_on_that_alone():
    assert isinstance(attempt(Scripted(), reports("break")[0]), ReportError)
