"""Types measured: with the pair given, end to end on texts, and on marked sentences."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from detente.cli.console import err, out
from detente.cli.evaluate import figures
from detente.cli.evaluate.files import write_jsonl, write_tsv
from detente.cli.evaluate.options import AsJson, Errors, Gold, Predictions
from detente.errors import GoldError

if TYPE_CHECKING:
    from detente.claims.claim import Claim
    from detente.evaluation.matching import GoldEvent, Match
    from detente.evaluation.scores import Scores
    from detente.reports import Report

RELATIONS = (
    "Columns: sentence, marked_sentence, source, target, gold_root (15 roots; "
    "CONCEDE and RETREAT are YIELD) or gold_binary (0 cooperation, 1 conflict), optionally uid.  ·  Example:  "
    "[bold]detente evaluate relations gold.tsv --predictions said.tsv[/]"
)
CLAIMS = (
    "JSON: PLOVER gold standard records (text, date, source, target, event). "
    "JSONL: claims as `detente read --out -` writes them.  ·  Example:  "
    "[bold]detente evaluate claims corrected.jsonl --errors wrong.tsv[/]"
)
SENTENCES = (
    "Sentences marked as training/guide.md says, in a file or a folder of .txt files.  ·  Example:  "
    "[bold]detente evaluate sentences training/corpus --only training/development.txt[/]"
)


def relations(gold: Gold, errors: Errors = None, predictions: Predictions = None, as_json: AsJson = False) -> None:
    """Types with the pair given: a TSV of sentences with a marked source and target."""
    from detente.claims.reading import Reader
    from detente.evaluation.relations import judge, read_gold, scores

    judged = list(judge(read_gold(gold), Reader()))
    wrong = [j for j in judged if j.root != j.gold.root]
    write_tsv(
        errors,
        ("uid", "gold", "predicted", "confidence", "trigger", "sentence"),
        ((j.gold.uid, j.gold.root, j.root, f"{j.confidence:.3f}", j.trigger or "", j.gold.sentence) for j in wrong),
    )
    write_tsv(predictions, ("uid", "root", "confidence"), ((j.gold.uid, j.root, f"{j.confidence:.4f}") for j in judged))
    _report(scores(judged), as_json=as_json)


def claims(gold: Gold, errors: Errors = None, predictions: Predictions = None, as_json: AsJson = False) -> None:
    """Claims end to end, from plain text: who did what to whom."""
    from detente.claims.reading import Reader
    from detente.evaluation.matching import match
    from detente.evaluation.scores import score

    reader = Reader(domestic=True)
    matches: list[Match] = []
    claimed: list[tuple[str, Claim]] = []
    for texts, events in _groups(gold):
        found = reader.read_report(texts).claims
        matches += match(events, found)
        claimed += [(events[0].uid if events else texts.id, claim) for claim in found]
    wrong = [m for m in matches if m.types[0] != m.types[1]]
    write_tsv(
        errors, ("uid", "gold", "gold_parties", "predicted", "predicted_parties", "text"), (_wrong(m) for m in wrong)
    )
    write_jsonl(predictions, (_prediction(uid, claim) for uid, claim in claimed))
    _report(score(m.types for m in matches), as_json=as_json)


def sentences(
    gold: Gold,
    only: Annotated[
        Path | None, typer.Option("--only", metavar="FILE", help="Take only the files of the folder named in it.")
    ] = None,
    errors: Errors = None,
    predictions: Predictions = None,
    as_json: AsJson = False,
) -> None:
    """Marked sentences end to end: parties found, direction and type right, with precision and recall by threshold."""
    from detente.claims.reading import THRESHOLD, Reader
    from detente.evaluation.scores import score
    from detente.training.end_to_end import at_threshold, curve, outcomes
    from detente.training.marks import read_corpus, read_marked, read_split

    if only is not None:
        marked = read_split(gold, only)[1]
    else:
        marked = read_corpus(gold) if gold.is_dir() else read_marked(gold)
    found = outcomes(marked, Reader(domestic=True, threshold=0))
    kept = at_threshold(found, THRESHOLD)
    rows = [
        (f"{o.sentence.theme}:{o.sentence.line}", o.gold or "", o.read or "", f"{o.confidence:.2f}", *o.pair)
        for o in kept
    ]
    header = ("sentence", "gold", "predicted", "confidence", "source", "target")
    write_tsv(errors, header, (row for row in rows if row[1] != row[2]))
    write_tsv(predictions, header, (row for row in rows if row[2]))
    points = curve(found)
    _report(score((o.gold, o.read) for o in kept), as_json=as_json, more={"curve": [asdict(point) for point in points]})
    if not as_json:
        out.print("threshold  precision  recall     F1")
        for point in points:
            out.print(f"{point.threshold:9.2f} {point.precision:10.3f} {point.recall:7.3f} {point.f1:6.3f}")


def _groups(gold: Path) -> Iterable[tuple[Report, Sequence[GoldEvent]]]:
    """The texts of a gold file, each with its events."""
    import datetime as dt

    from detente.evaluation.claim_lines import read_claim_lines
    from detente.evaluation.records import read_records
    from detente.reports import Report

    if gold.suffix.lower() in {".jsonl", ".ndjson"} and '"report_id"' in _first_line(gold):
        yield from read_claim_lines(gold)
        return
    records = read_records(gold)
    for why in records.left_out:
        err.print(f"left out: {why}", soft_wrap=True, markup=False)
    for (text, date), held in groupby(
        sorted(records.events, key=lambda e: (e.text, e.date)), key=lambda e: (e.text, e.date)
    ):
        same = list(held)
        published = dt.date.fromisoformat(date) if date else dt.date(2000, 1, 1)
        yield Report(f"{gold.name}#{same[0].uid}", text, published), same


def _first_line(gold: Path) -> str:
    try:
        with gold.open(encoding="utf-8-sig") as lines:
            return lines.readline()
    except (OSError, UnicodeDecodeError) as fault:
        raise GoldError(str(gold), f"cannot be read ({fault})", "give a UTF-8 file") from fault


def _wrong(found: Match) -> tuple[str, ...]:
    gold, claim = found.gold, found.claim
    return (
        gold.uid if gold else "",
        gold.type if gold else "",
        f"{_said(gold.actors)}>{_said(gold.recipients)}" if gold else "",
        claim.type if claim else "",
        f"{_codes(claim, 'actors')}>{_codes(claim, 'recipients')}" if claim else "",
        claim.sentence if claim else gold.text if gold else "",
    )


def _said(parties: frozenset[str] | None) -> str:
    return "(any)" if parties is None else "|".join(sorted(parties))


def _codes(claim: Claim, side: str) -> str:
    return "|".join(p.code or p.name for p in (claim.actors if side == "actors" else claim.recipients))


def _prediction(uid: str, claim: Claim) -> dict[str, Any]:
    return {
        "id": uid, "text": claim.sentence, "date": claim.published.isoformat(), "source": _codes(claim, "actors"),
        "target": _codes(claim, "recipients"), "event": claim.type, "confidence": claim.confidence,
    }  # fmt: skip


def _report(scores: Scores, *, as_json: bool, more: dict[str, Any] | None = None) -> None:
    if as_json:
        figures.as_json(scores.as_json() | (more or {}))
    else:
        figures.print_types(scores)
