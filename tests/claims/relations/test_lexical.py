"""Who did what to whom, beyond the single rows of the lexicon: how acts are put together and whose they are."""

from __future__ import annotations

import pytest

from detente import Reader
from detente.claims.claim import Claim, Party
from detente.claims.relations.lexical import LexicalReader

DAY = "2019-06-03"


def codes(parties: tuple[Party, ...]) -> str:
    return "+".join(sorted({party.country or party.organisation or party.name for party in parties}))


def in_short(claim: Claim) -> str:
    """A claim as `TYPE A > B`, `TYPE A+B` where it is reciprocal or nobody receives it."""
    whom = codes(claim.recipients)
    return f"{claim.type} {codes(claim.actors)}" + (f" > {whom}" if whom else "")


def read(reader: Reader, text: str) -> list[str]:
    return [in_short(claim) for claim in reader.read(text, date=DAY).claims if claim.implied_by is None]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Malta will not lift its embargo on Libya.", "REJECT MLT > LBY"),
        ("Spain denied that it had threatened Algeria.", "THREATEN ESP > DZA"),
        ("Turkey announced a halt to its shelling of Syria.", "RETREAT TUR > SYR"),
        ("India ended its aid to Nepal.", "SANCTION IND > NPL"),
        ("Peru said that Chile must hand over the charts.", "REQUEST PER > CHL"),
        ("Japan will send rice to Laos.", "AGREE JPN > LAO"),
        ("Canada will impose sanctions on Belarus.", "THREATEN CAN > BLR"),
        ("Turkey is willing to help Iraq.", "AGREE TUR > IRQ"),
        ("Hungary is reluctant to support Ukraine.", "REJECT HUN > UKR"),
        ("Uganda promised to send 400 soldiers to Somalia.", "AGREE UGA > SOM"),
        ("Suriname failed to reach an agreement with Guyana.", "REJECT SUR > GUY"),
    ],
)
def test_words_above_an_act_make_it_another(reader: Reader, text: str, wanted: str) -> None:
    assert wanted in read(reader, text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Brazil condemned Israel's bombing of Lebanon.", "ACCUSE BRA > ISR"),
        ("North Korea rejected the sanctions that the United Nations imposed on it.", "REJECT PRK > UN"),
        ("Armenia fired a dozen missiles at an Azerbaijani town.", "ASSAULT ARM > AZE"),
        ("Two Kenyan reporters were arrested in Uganda.", "COERCE UGA > KEN"),
        ("American missiles are being sent to Saudi Arabia.", "AID USA > SAU"),
        ("Russian troops were withdrawn from Syria.", "RETREAT RUS > SYR"),
        ("The sinking of an Argentine cruiser by Britain cost hundreds of lives.", "ASSAULT GBR > ARG"),
        ("China held live-fire drills near Taiwan.", "MOBILIZE CHN > TWN"),
        ("Clashes broke out between Indian troops and Pakistani rangers.", "ASSAULT IND+PAK"),
        ("Egypt, Bahrain and Kuwait severed ties with Qatar.", "SANCTION BHR+EGY+KWT > QAT"),
        ("In Vienna, Iran and the United States signed an agreement.", "SUPPORT IRN+USA"),
        ("Nicaragua cut its ties with Ecuador on Saturday in solidarity with Mexico.", "SANCTION NIC > ECU"),
        ("Sudan deployed troops along its border with Ethiopia.", "MOBILIZE SDN > ETH"),
        ("The British prime minister is on a visit to India.", "CONSULT GBR > IND"),
        ("An Israeli delegation left for Cairo on Sunday.", "CONSULT ISR > EGY"),
        ("Israel and Jordan exchanged fire. Both countries agreed to a truce.", "AGREE ISR+JOR"),
    ],
)
def test_parties_are_found_where_they_stand(reader: Reader, text: str, wanted: str) -> None:
    assert wanted in read(reader, text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "“We will strengthen our ties on all fronts,” Xi Jinping said in a message to Kim Jong-un.",
            "AGREE CHN > PRK",
        ),
        ("Kenya's plan meets the needs of farmers on both shores, the Ugandan president said.", "SUPPORT UGA > KEN"),
    ],
)
def test_a_speech_has_a_speaker_and_an_addressee(reader: Reader, text: str, wanted: str) -> None:
    assert wanted in read(reader, text)


@pytest.mark.parametrize(
    "text",
    [
        "A bombing in Somalia killed three Kenyans.",
        "The Peruvian senator's opposition to Peru's ban on flights from Chile grew.",
        "Brazil condemned the bombing of Lebanon.",
        "Germany condemned the attack on the Iranian embassy in Beirut.",
        "Kenya said the role of the United Nations must be strengthened.",
        "The French president called on Friday for calm.",
        "Syria and Iraq praised a plan to plant trees.",
    ],
)
def test_nobody_is_made_a_party_who_is_none(reader: Reader, text: str) -> None:
    assert read(reader, text) == []


def test_mexico_broke_off_relations_and_raided_nobody(reader: Reader) -> None:
    assert read(reader, "Mexico broke off relations with Ecuador within hours of the raid.") == ["SANCTION MEX > ECU"]


def test_one_act_is_claimed_once(reader: Reader) -> None:
    assert read(reader, "Sudan and Chad agreed on Monday to reopen their border.") == ["AGREE SDN+TCD"]


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan teachers went on strike over pay.",
        "The Kenyan transport minister resigned.",
        "Serbia eased its lockdown on Monday.",
    ],
)
def test_what_stays_within_a_state_is_kept_only_if_asked_for(reader: Reader, text: str) -> None:
    assert read(reader, text) == []
    assert [claim.front for claim in Reader(domestic=True, relations=LexicalReader()).read(text, date=DAY).claims] == [
        "domestic"
    ]


def test_a_trigger_ends_before_its_party(reader: Reader) -> None:
    (claim,) = reader.read("Ethiopia's foreign minister met his Egyptian counterpart.", date=DAY).claims
    assert claim.trigger.text == "met"


def test_a_bare_office_is_named_for_its_state_and_a_person_for_himself(reader: Reader) -> None:
    (claim,) = reader.read("The French president met Angela Merkel on Sunday.", date=DAY).claims
    assert [party.name for party in claim.actors] == ["France", "Angela Merkel"]


def test_a_refusal_is_certain(reader: Reader) -> None:
    (claim,) = reader.read("Malta will not lift its embargo on Libya.", date=DAY).claims
    assert (claim.type, claim.factuality, claim.auxiliary) == ("REJECT", "CT+", ())


def test_what_lies_after_the_report_is_future(reader: Reader) -> None:
    claims = reader.read("The Kenyan president visits Uganda on Thursday.", date=DAY).claims
    assert [(claim.factuality, claim.auxiliary) for claim in claims] == [("PR+", ("future",))]
