"""Whether a weekday lies ahead of its report or behind it, from the words around: one case a sentence."""

import pytest

AHEAD = [
    "It will be open until Sunday.",
    "The army will have left by Sunday.",
    "The vote is due Sunday.",
    "The vote, due on Sunday, will decide it.",
    "They are meeting on Sunday.",
    "They are to meet on Sunday.",
    "The ban takes effect on Sunday.",
    "Voters choose a president on Sunday.",
    "He must leave by Sunday.",
    "He has been told to leave by Sunday.",
    "They agreed to meet on Sunday.",
    "The court set a hearing for Sunday.",
    "A rally called for Sunday was banned.",
    "Rain is forecast for Sunday.",
    "He said the talks would resume on Sunday.",
    "Officials expect a deal by Sunday.",
    "He hopes for a deal by Sunday.",
    "Unless he yields by Sunday, war will follow.",
    "He leaves for Paris on Sunday.",
    "The summit, which opens on Sunday, is the first.",
    "He wants them out by Sunday.",
    "They have until Sunday to decide.",
    "He gave them until Sunday to decide.",
    "He urged people to rally on Sunday.",
    "She promised an answer by Sunday.",
]
BEHIND = [
    "The army left on Sunday.",
    "The army has left, officials said Sunday.",
    "It was closed until Sunday.",
    "The siege lasted until Sunday.",
    "They had met on Sunday.",
    "A blast Sunday has killed ten.",
    "Sunday's blast will hurt trade.",
    "He says they met on Sunday.",
    "The talks held on Sunday will be followed by more.",
    "He told reporters Sunday that he will resign.",
    "He announced Sunday plans to resign.",
    "Officials said Sunday they would resign.",
    "In a statement Sunday, he says he will resign.",
    "He agreed Sunday to step down.",
    "He vowed Sunday to fight.",
    "He apologised for Sunday's attack.",
]


@pytest.mark.parametrize("text", AHEAD)
def test_what_is_to_come_lies_after_the_report(times, text):
    assert [t.timex for t in times(text, "1998-02-04") if t.text == "Sunday"] == ["1998-02-08"]


@pytest.mark.parametrize("text", BEHIND)
def test_what_has_been_lies_before_the_report(times, text):
    assert [t.timex for t in times(text, "1998-02-04") if t.text == "Sunday"] == ["1998-02-01"]
