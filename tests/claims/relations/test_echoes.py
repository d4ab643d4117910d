"""What a sentence leaves to what was told before it: whose act "the raid" was, who is answered, who is meant too."""

from __future__ import annotations

import pytest

from detente import Reader
from detente.claims.claim import Claim

DAY = "2019-06-03"


def in_short(claim: Claim) -> str:
    """A claim as `word: TYPE A > B`."""
    sides = ("+".join(sorted({p.country or p.name for p in side})) for side in (claim.actors, claim.recipients))
    return f"{claim.trigger.text}: {claim.type} " + " > ".join(side for side in sides if side)


def read(reader: Reader, text: str) -> list[str]:
    return [in_short(claim) for claim in reader.read(text, date=DAY).claims if claim.implied_by is None]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Omani gunners shelled a Yemeni port. Jordan condemned the attack.", "condemned: ACCUSE JOR > OMN"),
        ("Belgium expelled two Rwandan diplomats. France denounced the move.", "denounced: ACCUSE FRA > BEL"),
        ("Peru accused Chile of poisoning wells. Santiago dismissed the charge.", "dismissed: REJECT CHL > PER"),
        ("Omani gunners shelled a Yemeni port. Muscat apologised for the attack.", "apologised: CONCEDE OMN > YEM"),
    ],
)
def test_who_judges_an_act_does_so_to_whoever_did_it(reader: Reader, text: str, wanted: str) -> None:
    assert wanted in read(reader, text)


@pytest.mark.parametrize(
    ("text", "unwanted"),
    [
        ("Omani gunners shelled a Yemeni port. Jordan condemned another attack.", "condemned: ACCUSE JOR > OMN"),
        ("Omani gunners shelled a Yemeni port. Jordan condemned the attack on Sudan.", "condemned: ACCUSE JOR > OMN"),
        ("Omani gunners shelled a Yemeni port. Muscat praised the attack.", "praised: SUPPORT OMN > YEM"),
    ],
)
def test_another_act_is_not_the_one_that_was_told(reader: Reader, text: str, unwanted: str) -> None:
    assert unwanted not in read(reader, text)


def test_a_noun_tells_an_act_again_on_its_own_day(reader: Reader) -> None:
    text = "Omani gunners shelled a Yemeni port on Friday. Yemeni divers came on Sunday after the bombardment."
    first, again = reader.read(text, date=DAY).claims
    assert in_short(again) == "bombardment: ASSAULT OMN > YEM"
    assert again.happened.start == first.happened.start
    assert "“the bombardment” is the act told by “shelled”" in again.because


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Togo suspended its trade with Ghana and demanded compensation.", "demanded compensation: REQUEST TGO > GHA"),
        ("Nepal demanded an apology from Bhutan. The Bhutanese government refused.", "refused: REJECT BTN > NPL"),
    ],
)
def test_who_is_meant_too_and_who_is_answered(reader: Reader, text: str, wanted: str) -> None:
    assert wanted in read(reader, text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ethiopia protested. Eritrean planes bombed a school in Mekele.", ["bombed: ASSAULT ERI > ETH"]),
        ("Kenya watched. Eritrean planes bombed a school in Mekele.", []),
    ],
)
def test_an_attack_on_a_place_is_one_on_its_state_if_the_report_names_it(
    reader: Reader, text: str, wanted: list[str]
) -> None:
    assert [line for line in read(reader, text) if "ASSAULT" in line] == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Nepal demanded an apology from Bhutan. The Bhutanese government urged voters to stay calm.",
        "Nepal demanded an apology from Bhutan. The Bhutanese government denied that it had erred.",
        "Nepal demanded an apology from Bhutan. India watched. Sri Lanka refused.",
    ],
)
def test_what_is_said_to_others_is_no_answer(reader: Reader, text: str) -> None:
    assert read(reader, text) == ["demanded an apology: REQUEST NPL > BTN"]
