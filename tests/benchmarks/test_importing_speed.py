"""The benchmark of importing measures one and the same rows on both sides."""

import sqlite3

from importing import TABLES, importing, repeat

LINES = [
    "set\tdate\tsource\trelation\tcameo\ttarget\n",
    "x\t2014-08-09\tMalta\tvisit\t042\tItaly\n",
    "x\t2014-08-10\tMalta\tsay\t010\tItaly\n",
    "x\t2014-08-11\tItaly\tthank\t051\tMalta\n",
]


def test_rows_are_repeated_in_earlier_years(tmp_path):
    (tmp_path / "set.tsv").write_text("".join(LINES))
    repeat(tmp_path / "set.tsv", tmp_path / "more.tsv", 5)
    lines = (tmp_path / "more.tsv").read_text().splitlines()
    assert [line.split("\t")[1] for line in lines[1:]] == [
        "2014-08-09", "2014-08-10", "2014-08-11", "2013-08-09", "2013-08-10",
    ]  # fmt: skip


def test_the_bare_insert_puts_in_what_was_imported(tmp_path):
    (tmp_path / "set.tsv").write_text("".join(LINES))
    figures = importing(tmp_path / "set.tsv", tmp_path, 6)
    assert figures["events"] == 4
    assert figures["bare executemany, events/s"] > 0 < figures["peak MB"]
    tables = TABLES
    held = [
        [sqlite3.connect(tmp_path / name).execute(f"SELECT * FROM {table}").fetchall() for table in tables]
        for name in ("imported.sqlite", "bare.sqlite")
    ]
    assert held[0] == held[1]
