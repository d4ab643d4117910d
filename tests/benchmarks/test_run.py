"""The benchmarks run, and their figures are of what they say."""

import gzip
import json

import run


def test_politics_are_the_examples_each_time_under_ids_of_their_own():
    rows = run.politics()
    assert len({row["id"] for row in rows}) == len(rows)
    assert len({row["text"] for row in rows}) * run.TIMES == len(rows)


def test_both_sides_of_a_comparison_read_all_articles(tmp_path, monkeypatch):
    monkeypatch.setattr(run, "ROUNDS", 1)
    figures = run.speed(run.politics()[:3], tmp_path)
    assert figures["articles"] == 3
    assert min(figures.values()) > 0


def test_general_news_are_taken_at_even_distances(tmp_path):
    path = tmp_path / "news.jsonl.gz"
    with gzip.open(path, "wt") as lines:
        lines.writelines(json.dumps({"id": n, "date": "1987-02-26", "text": "Rain."}) + "\n" for n in range(1_200))
    rows = run.general(path, run.ITEMS)
    assert (len(rows), rows[1]["id"]) == (run.ITEMS, 2)


def test_figures_come_as_a_table_or_as_json(monkeypatch, capsys):
    found = {"start": {"s to the first claim": 1.5}}
    monkeypatch.setattr(run, "measured", lambda: found)
    monkeypatch.setattr("sys.argv", ["run.py", "--json"])
    run.main()
    assert json.loads(capsys.readouterr().out) == found
    monkeypatch.setattr("sys.argv", ["run.py"])
    run.main()
    assert "1.5" in capsys.readouterr().out
