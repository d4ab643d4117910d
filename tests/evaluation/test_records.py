"""PLOVER's gold standard records, in the shapes they come in."""

import json

import pytest

from detente.errors import GoldError
from detente.evaluation.matching import GoldEvent
from detente.evaluation.records import party_code, read_records

PLAIN = {
    "id": "r1",
    "text": "Russia bombed Ukraine.",
    "date": "2023-09-09",
    "source": "RUSMIL",
    "target": "UKR",
    "event": "ASSAULT",
}
EVENT = GoldEvent("r1", "Russia bombed Ukraine.", "2023-09-09", frozenset({"RUS"}), frozenset({"UKR"}), "ASSAULT")


@pytest.fixture
def written(tmp_path):
    def to(content):
        path = tmp_path / "gold.json"
        path.write_text(
            content if isinstance(content, str) else json.dumps(content, ensure_ascii=False), encoding="utf-8"
        )
        return path

    return to


@pytest.mark.parametrize(
    "content",
    [
        [PLAIN],
        {"records": [PLAIN]},
        PLAIN,
        json.dumps(PLAIN) + "\n\n",
        [{**PLAIN, "date": "20230909"}],
        [{**PLAIN, "source": {"code": "RUSMIL"}, "target": [{"name": "Ukraine"}]}],
        [
            {
                "id": "r1",
                "text": PLAIN["text"],
                "date": "2023-09-09",
                "events": [{"actor": "Russia", "recipient": "Ukraine", "type": "assault-aerial"}],
            }
        ],
        [{"ID": "", **PLAIN, "event": "FIGHT"}],
    ],
)
def test_one_record_in_many_shapes(written, content):
    assert read_records(written(content)).events == (EVENT,)


def test_a_text_with_a_line_separator_stays_one_record(written):
    row = {**PLAIN, "text": "Russia bombed\u2028Ukraine."}
    two = "\n".join(json.dumps(row, ensure_ascii=False) for _ in range(2))
    assert len(read_records(written(two)).events) == 2


def test_several_parties(written):
    (event,) = read_records(written([{**PLAIN, "source": "USA;GBR", "target": ["IGOUNO", "Syria"]}])).events
    assert (event.actors, event.recipients) == (frozenset({"USA", "GBR"}), frozenset({"UN", "SYR"}))


@pytest.mark.parametrize(
    ("code", "ours"),
    [
        ("USAGOV", "USA"),
        ("RUSMIL", "RUS"),
        ("IGOUNO", "UN"),
        ("IGOWSTNAT", "NATO"),
        ("PALHAM", "HAMAS"),
        ("ROMGOV", "ROU"),
        ("North Korea", "PRK"),
        ("nobody known", None),
    ],
)
def test_the_codes_of_older_sets(code, ours):
    assert party_code(code) == ours


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("{broken", "is not JSON"),
        ("[" * 100_000, "is not JSON"),
        ("[]", "holds no record"),
        ([{"text": "No event."}], "holds no record"),
        ([{**PLAIN, "date": "2023-02-30"}], "record 1: there is no date '2023-02-30'"),
    ],
)
def test_a_file_of_another_shape_is_one_error(written, content, said):
    with pytest.raises(GoldError, match=said):
        read_records(written(content))


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(GoldError, match="cannot be read"):
        read_records(tmp_path / "missing.json")


def test_a_party_that_is_not_known_is_met_by_nobody_and_one_not_said_by_anybody(written):
    unknown, unsaid = read_records(written([{**PLAIN, "target": "Kenia"}, {**PLAIN, "target": "---"}])).events
    assert unknown.recipients == {"?Kenia"}
    assert unsaid.recipients is None


def test_a_record_without_a_type_of_plover_is_left_out_and_said(written):
    records = read_records(written([PLAIN, {**PLAIN, "event": "ACUSE"}]))
    assert records.events == (EVENT,)
    assert records.left_out == ("record 2 has no PLOVER type: 'ACUSE'",)
