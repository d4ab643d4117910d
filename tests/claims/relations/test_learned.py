"""The model and the lexicon together: a sentence, and what is read from it."""

import pytest

from detente import Reader
from detente.claims.claim import Claim, Party

DAY = "2019-06-03"


@pytest.fixture(scope="module")
def domestic() -> Reader:
    return Reader(domestic=True)


def names(parties: tuple[Party, ...]) -> str:
    return "+".join(sorted(party.country or party.organisation or party.name for party in parties))


def in_short(claim: Claim) -> str:
    whom = names(claim.recipients)
    return f"{claim.type} {names(claim.actors)}" + (f" > {whom}" if whom else "")


def read(reader: Reader, text: str) -> list[str]:
    return [in_short(claim) for claim in reader.read(text, date=DAY).claims if claim.implied_by is None]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Senegal took Gambia to task over the felled teak.", "ACCUSE SEN > GMB"),
        ("The Seychelles turned a blind eye to Malta's protests.", "REJECT SYC > MLT"),
        ("Uganda has turned a deaf ear to Kenya's pleas for maize.", "REJECT UGA > KEN"),
    ],
)
def test_the_model_reads_what_no_row_of_the_lexicon_says(shipped, text, wanted):
    assert wanted in read(shipped, text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Malta will not lift its embargo on Libya.", "REJECT MLT > LBY"),
        ("Japan will send rice to Laos.", "AGREE JPN > LAO"),
        ("Ethiopian jets attacked an Eritrean garrison at dawn on Tuesday.", "ASSAULT ETH > ERI"),
        ("Brazil condemned Israel's bombing of Lebanon.", "ACCUSE BRA > ISR"),
        ("Egypt, Bahrain and Kuwait severed ties with Qatar.", "SANCTION BHR+EGY+KWT > QAT"),
        ("In Vienna, Iran and the United States signed an agreement.", "SUPPORT IRN+USA"),
    ],
)
def test_what_the_lexicon_reads_rightly_stays(shipped, text, wanted):
    assert wanted in read(shipped, text)


@pytest.mark.parametrize(
    "text",
    [
        "Brazil beat Argentina by two goals to one in Belo Horizonte.",
        "The president of Peru flew home from a holiday in Ecuador.",
        "Shares fell in Japan and South Korea on Friday.",
        "Poland and Portugal are members of the European Union.",
    ],
)
def test_nothing_is_read_where_nothing_was_done(shipped, text):
    assert read(shipped, text) == []


def test_parties_of_no_known_state_are_kept_only_with_what_is_domestic(shipped, domestic):
    text = "The families of nine drowned miners sued a diamond company, South African newspapers said."
    assert read(shipped, text) == []
    assert any(said.startswith("ACCUSE") for said in read(domestic, text))


def test_a_claim_says_what_the_model_thinks(shipped):
    [claim] = shipped.read("Senegal took Gambia to task over the felled teak.", date=DAY).claims
    assert any("model" in why for why in claim.because)
    assert 0.5 <= claim.confidence <= 1


def test_the_reader_names_its_model(shipped):
    assert "relations 2026" in shipped.version
