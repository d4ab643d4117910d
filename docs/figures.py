"""Measures the figures that the pages quote and keeps them in `figures.json`.

Run by `make docs`. The gold lies outside the repository; where it is not there, the figures stay as they were.
"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from generated import FIGURES

ROOT = Path(__file__).parent.parent
GOLD = ROOT.parent / "shared" / "data" / "plv_train.tsv"


def relations(gold: Path) -> dict[str, Any]:
    """What `detente evaluate relations` says of a gold file."""
    from detente import Reader
    from detente.evaluation.relations import judge, read_gold, scores

    reader = Reader()
    judged = list(judge(read_gold(gold), reader))
    return {"file": gold.name, "reader": reader.version, **scores(judged).as_json()}


def parts() -> list[dict[str, Any]]:
    """What each part of the relation reader adds."""
    sys.path.insert(0, str(ROOT / "benchmarks"))
    from ablation import measured

    return [asdict(row) for row in measured()]


def sentences() -> dict[str, Any]:
    """Reading end to end on the development part, by threshold."""
    from detente import Reader
    from detente.training.end_to_end import curve, outcomes
    from detente.training.marks import read_split

    _, development = read_split(ROOT / "training" / "corpus", ROOT / "training" / "development.txt")
    found = outcomes(development, Reader(domestic=True, threshold=0))
    return {"sentences": len(development), "curve": [asdict(p) | {"f1": p.f1} for p in curve(found)]}


def texts(folder: Path) -> dict[str, Any]:
    """Who says so, how surely, when and where: `detente evaluate` on the running text of a folder of gold."""
    from detente import Reader
    from detente.evaluation import attributions, factuality, places, times
    from detente.evaluation.gold_lines import read_lines

    reader = Reader()
    told = list(attributions.read(read_lines(folder / "polnear_dev.jsonl", attributions.GoldAttributions), reader))
    dated = list(times.read(read_lines(folder / "timex_aquaint.jsonl", times.GoldTimes), reader))
    placed = list(places.read(read_lines(folder / "lgl.jsonl", places.GoldPlaces), reader))
    events = read_lines(folder / "factuality_dev.jsonl", factuality.GoldEvent)
    judged = {name: list(factuality.judge([e for e in events if e.set == name], reader)) for name in ("UW", "UDS_IH2")}
    return {
        "attribution": attributions.score(told).as_json(),
        "dates": times.score(dated).as_json(),
        "places": places.score(placed).as_json(),
        "factuality": {name: factuality.score(found).as_json() for name, found in judged.items()},
    }


def joining() -> dict[str, Any]:
    """Claims joined to events on the groups of reports that no weight was fitted on."""
    from detente import Reader
    from detente.evaluation.happenings import joined_claims, read_claims, read_groups, score

    marked = read_claims(read_groups(ROOT / "tests" / "happenings"), Reader(domestic=True, threshold=0))
    alone = score(marked, [[claim.id] for claim in marked.claims])
    return score(marked, joined_claims(marked)).as_json() | {"alone": round(alone.f1, 4)}


def knowledge() -> dict[str, int]:
    """How much the tables hold."""
    from detente.knowledge.countries import countries
    from detente.knowledge.lexicon import lexicon
    from detente.knowledge.people import LEADERS
    from detente.knowledge.tables import rows

    return {
        "triggers": sum(map(len, lexicon().triggers.values())),
        "shifters": sum(map(len, lexicon().shifters.values())),
        "countries": len(countries()),
        "organisations": len(rows("organisations")),
        "groups": len(rows("groups")),
        "terms of office": sum(len(rows(table)) for table in LEADERS),
        "outlets": len(rows("outlets")),
    }


def main() -> None:
    """Measures what can be measured here and writes it down."""
    gold = Path(sys.argv[1]) if len(sys.argv) > 1 else GOLD
    held = json.loads(FIGURES.read_text(encoding="utf-8")) if FIGURES.is_file() else {}
    held["knowledge"] = knowledge()
    held["sentences"] = sentences()
    held["joining"] = joining()
    if gold.is_file():
        held["relations"] = relations(gold)
        held["sides"] = relations(gold.with_name("aw_train.tsv"))
        held["parts"] = parts()
        held["texts"] = texts(gold.parent)
    else:
        print(f"{gold} is not here: the figures of relations stay as they were")
    FIGURES.write_text(json.dumps(held, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
