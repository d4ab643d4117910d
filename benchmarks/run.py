"""What `make bench` measures here: memory, articles a second against plain spaCy, the sift, the start, importing.

`docs/benchmarks.md` says how to read the figures. `--json` prints them for machines.
"""

from __future__ import annotations

import argparse
import datetime as dt
import gzip
import importlib
import importlib.util
import json
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any

from importing import importing
from memory import COMMAND, EXAMPLES, watched, write_archive
from rich.console import Console
from rich.table import Table
from sift import loss

from detente import Reader, Record, Report
from detente.claims.reading import MODELS
from detente.claims.relations.encoder import one_thread
from detente.claims.relations.model import RelationModel
from detente.reports import ReadingOptions, read_reports
from detente.training.marks import MarkedSentence, read_corpus

NEWS = EXAMPLES.parents[1] / "shared" / "data" / "news_reuters.jsonl.gz"
WORLD = NEWS.with_name("news_wikinews.jsonl")
CODED = NEWS.with_name("events_icews14.tsv")
ROWS = 1_250_000
"""Rows of coded events: a million are left when mere statements are left out."""
ARTICLES = 60
"""Articles of world news, the first of the file."""
ITEMS = 500
"""Items of general news, taken at even distances."""
SIFTED = 2_500
"""Items of general news that are read with every sentence too: few of them hold a claim."""
CORPUS = EXAMPLES.parent / "training" / "corpus"
PIECES = 30
SENTENCES = 150
TIMES = 8
"""How often the examples are repeated."""
ROUNDS = 3
"""Each side is timed so often, in turn, and its best counts: whatever else the machine does only slows it down."""

Rows = list[dict[str, str]]
Figures = dict[str, float]


def main() -> None:
    """Measures everything and prints it."""
    arguments = argparse.ArgumentParser(description="Measures memory, speed and start on this machine.")
    arguments.add_argument("--json", action="store_true", help="print the figures as JSON")
    as_json = bool(arguments.parse_args().json)
    found = measured()
    if as_json:
        print(json.dumps(found, ensure_ascii=False, indent=1))
    else:
        Console().print(table(found))


def measured() -> dict[str, Figures]:
    """All figures, in groups."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        found = {
            "memory": memory(folder),
            "start": start(),
            "relation model": relation_model(),
            "politics": speed(politics(), folder),
            "politics, sift": sift(politics(times=1)),
        }
        if NEWS.is_file():
            found["general news"] = speed(general(NEWS, ITEMS), folder)
            found["general news, sift"] = sift(general(NEWS, SIFTED))
        if WORLD.is_file():
            found["world news"] = speed(world(WORLD, ARTICLES), folder)
            found["world news, sift"] = sift(world(WORLD))
        if CODED.is_file():
            found["importing"] = importing(CODED, folder, ROWS)
        return found


def memory(folder: Path) -> Figures:
    """Megabytes of `detente read` on a thousand reports."""
    write_archive(folder / "archive.jsonl")
    held = watched(folder / "archive.jsonl", folder / "claims.jsonl")
    return {"peak MB": round(held.peak), "growth MB": round(held.growth)}


def start() -> Figures:
    """Seconds from the start of the command to its first claim."""
    return {"s to the first claim": round(min(_first_claim() for _ in range(ROUNDS)), 2)}


def _first_claim() -> float:
    line = [*COMMAND, "read", str(EXAMPLES / "lahore-1999.txt"), "--out", "-"]
    began = time.perf_counter()
    with subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as running:
        assert running.stdout is not None
        assert running.stdout.readline(), "no claim was read"
        return time.perf_counter() - began


def relation_model() -> Figures:
    """Sentences of 30 pieces that the relation model reads in a second of one core, with all pairs of their parties."""
    model = RelationModel()
    sentences = [s for s in read_corpus(CORPUS) if s.parties]
    fitting = [s for s in sentences if len(model.encoder.tokenizer.encode(s.text).ids) == PIECES][:SENTENCES]
    seconds = min(_judged(model, fitting) for _ in range(ROUNDS))
    return {"sentences": len(fitting), "sentences/s": round(len(fitting) / seconds)}


def _judged(model: RelationModel, sentences: list[MarkedSentence]) -> float:
    """Processor seconds of reading sentences whose parties are given."""
    began = time.process_time()
    with one_thread():
        for sentence, passage in zip(sentences, model.read([s.text for s in sentences]), strict=True):
            model.all_pairs(passage, [party.span for party in sentence.parties])
    return time.process_time() - began


def politics(times: int = TIMES) -> Rows:
    """The reports of `examples/`, several times over, each under an id of its own."""
    found = [r for r in read_reports([str(EXAMPLES)], options=ReadingOptions()) if isinstance(r, Report)]
    return [
        {"id": f"{number}/{report.id}", "date": report.published.isoformat(), "text": report.text}
        for number in range(times)
        for report in found
    ]


def general(path: Path, number: int) -> Rows:
    """Items of a file of general news, most of them commodities and companies."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        items = [json.loads(line) for line in lines]
    return _rows(items[:: max(1, len(items) // number)][:number])


def world(path: Path, number: int | None = None) -> Rows:
    """The first articles of a file of world news, or all."""
    return _rows([json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()[:number]])


def _rows(items: list[dict[str, str]]) -> Rows:
    return [{"id": item["id"], "date": item["date"], "text": item["text"]} for item in items]


def speed(rows: Rows, folder: Path) -> Figures:
    """Articles a second from file to record, and through spaCy's pipes alone; the first as a multiple of the second.

    Processor time is what counts, so that other work on the machine tells less.
    """
    archive = folder / "articles.jsonl"
    archive.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    reader, plain = Reader(), spacy_alone()
    pairs = [(_to_record(archive, folder, reader), _through(plain, rows)) for _ in range(ROUNDS)]
    ours, theirs = (len(rows) / min(seconds) for seconds in zip(*pairs, strict=True))
    return {
        "articles": len(rows),
        "Détente articles/s": round(ours, 1),
        "spaCy articles/s": round(theirs, 1),
        "ratio": round(ours / theirs, 2),
    }


def sift(rows: Rows) -> Figures:
    """How many sentences the parser is spared, and how many claims that costs."""
    reports = (Report(row["id"], row["text"], dt.date.fromisoformat(row["date"])) for row in rows)
    return loss(reports, Reader()).figures()


def spacy_alone() -> Any:  # noqa: ANN401 (spaCy has no types here)
    """The same model as the reader's, with all its pipes and nothing added."""
    name = next(name for name in MODELS if importlib.util.find_spec(name))
    return importlib.import_module(name).load()


def _to_record(archive: Path, folder: Path, reader: Reader) -> float:
    """Processor seconds of the whole path: the file, the reports, the claims, a new record."""
    with tempfile.TemporaryDirectory(dir=folder) as fresh, Record(Path(fresh) / "claims.sqlite") as record:
        began = time.process_time()
        for report in read_reports([str(archive)], options=ReadingOptions()):
            assert isinstance(report, Report), report
            record.keep(reader.read_report(report))
        return time.process_time() - began


def _through(plain: Any, rows: Rows) -> float:  # noqa: ANN401
    """Processor seconds of spaCy's pass over the texts."""
    began = time.process_time()
    for _ in plain.pipe(row["text"] for row in rows):
        pass
    return time.process_time() - began


def table(found: dict[str, Figures]) -> Table:
    """The figures, a line each."""
    rows = Table(box=None, pad_edge=False, header_style="bold")
    for name, justify in (("measured", "left"), ("figure", "left"), ("value", "right")):
        rows.add_column(name, justify=justify)  # type: ignore[arg-type]
    for group, figures in found.items():
        for name, value in figures.items():
            rows.add_row(group, name, f"{value:,}")
    return rows


if __name__ == "__main__":
    main()
