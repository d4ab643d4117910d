"""Every table can be read, and every row says where it comes from."""

import re
import shutil

import pytest

from detente.errors import KnowledgeError
from detente.knowledge.tables import DATA, Term, fingerprint, rows, several, term

TABLES = sorted(str(path.relative_to(DATA).with_suffix("")) for path in DATA.rglob("*.csv"))
DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")


@pytest.mark.parametrize("table", TABLES)
def test_rows_have_the_cells_of_the_header_and_a_source(table):
    found = rows(table)
    assert found, "an empty table"
    assert all(row["source"] for row in found), [row for row in found if not row["source"]][:3]


@pytest.mark.parametrize("table", TABLES)
def test_dates_are_iso_8601_and_terms_do_not_end_before_they_start(table):
    for row in rows(table):
        if not {"start", "end"} <= row.keys():
            continue
        assert all(not row[cell] or DATE.fullmatch(row[cell]) for cell in ("start", "end")), row
        held = term(row)
        assert held.start is None or held.end is None or held.start <= held.end, row


@pytest.mark.parametrize("table", TABLES)
def test_a_cell_with_several_values_repeats_none(table):
    for row in rows(table):
        for column, cell in row.items():
            values = several(cell)
            assert len(values) == len(set(values)), (column, row)


def test_a_year_and_a_month_count_from_their_first_to_their_last_day():
    held = term({"start": "1984", "end": "1984-02"})
    assert (str(held.start), str(held.end)) == ("1984-01-01", "1984-02-29")


def test_an_open_term_holds_on_every_day():
    day = term({"start": "2001-02-03", "end": ""}).start
    assert day is not None
    assert Term().holds(day)


def test_a_missing_table_says_what_to_do():
    with pytest.raises(KnowledgeError, match="install detente again"):
        rows("no such table")


def test_the_fingerprint_differs_where_any_file_does(tmp_path, monkeypatch):
    shutil.copytree(DATA, tmp_path / "data")
    monkeypatch.setattr("detente.knowledge.tables.DATA", tmp_path / "data")
    assert fingerprint.__wrapped__() == fingerprint()
    with (tmp_path / "data" / "lexicon" / "nouns.csv").open("a", encoding="utf-8") as table:
        table.write("\n")
    assert fingerprint.__wrapped__() != fingerprint()
