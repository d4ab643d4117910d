"""How soon a record of a million events answers: ties, first and later pages of lists, one more report joined.

The events, and a claim that tells each, are generated and written straight into the tables. Parties, types, words and
tellers are as uneven as in the news: a few have most of it. `make bench` prints the figures with those of `run.py`.
"""

from __future__ import annotations

import argparse
import datetime as dt
import gc
import json
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import accumulate, islice
from pathlib import Path
from typing import Any

from rich.console import Console
from run import table
from sqlalchemy import Connection, insert

from detente.claims.claim import Claim, Happened, Party, Trigger
from detente.claims.outcome import Reading
from detente.events.assembly import event_of
from detente.events.sources import Told
from detente.knowledge.countries import countries
from detente.knowledge.plover import FRONTS, TYPES, quad
from detente.record import Record
from detente.record.inserting import insert_many
from detente.record.schema import (
    claim_pairs,
    claim_words,
    claims,
    event_pairs,
    event_parties,
    events,
    parties,
    report_words,
    reports,
    tellers,
    voices,
)
from detente.record.tie_months import add
from detente.reports import Report
from detente.reports.copies import fingerprint

EVENTS = 1_000_000
AT_ONCE = 10_000
FIRST_DAY, DAYS = dt.date(1995, 1, 1), 365 * 28
PAGE = 50
QUERIES = 300
"""Of each kind; the 99th percentile is of these."""
FACTUALITY, STATUS = ("CT+", "PR+", "PS+", "CT-", "Uu", "PR-", "PS-"), ("single-sourced", "corroborated", "disputed")
SECTORS = ("GOV", "", "MIL", "CVL", "OPP", "REB")
TELLERS = tuple(f"agency {number}" for number in range(2_000))
VOCABULARY = tuple(f"word{number}" for number in range(20_000))
NOW = dt.date(2023, 1, 2)

Row = dict[str, Any]
Figures = dict[str, float]


class Uneven:
    """Values of which the first are drawn far more often than the last."""

    def __init__(self, rng: random.Random, values: tuple[str, ...]) -> None:
        self.rng, self.values = rng, values
        self.weights = list(accumulate(1 / (rank + 1) for rank in range(len(values))))

    def some(self, number: int) -> list[str]:
        """So many of them."""
        return self.rng.choices(self.values, cum_weights=self.weights, k=number)

    def one(self) -> str:
        """One of them."""
        return self.some(1)[0]


@dataclass
class World:
    """What is drawn from, for rows and for queries."""

    rng: random.Random

    def __post_init__(self) -> None:
        codes = [code for code, country in countries().items() if country.kind != "former"]
        self.rng.shuffle(codes)
        self.parties = Uneven(self.rng, tuple(codes))
        self.types = Uneven(self.rng, tuple(TYPES))
        self.fronts = Uneven(self.rng, tuple(FRONTS))
        self.factuality = Uneven(self.rng, FACTUALITY)
        self.status = Uneven(self.rng, STATUS)
        self.sectors = Uneven(self.rng, SECTORS)
        self.tellers = Uneven(self.rng, TELLERS)
        self.words = Uneven(self.rng, VOCABULARY)

    def day(self) -> dt.date:
        """Any day."""
        return FIRST_DAY + dt.timedelta(self.rng.randrange(DAYS))


def main() -> None:
    """Writes the record, asks it and prints the figures."""
    arguments = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    arguments.add_argument("--events", type=int, default=EVENTS, help="how many events the record holds")
    arguments.add_argument("--record", help="where it is written, and used again if it is there (default: nowhere)")
    arguments.add_argument("--json", action="store_true", help="print the figures as JSON")
    given = arguments.parse_args()
    found = measured(given.events, given.record)
    if given.json:
        print(json.dumps(found, indent=1))
    else:
        Console().print(table({"a large record": found}))


def measured(number: int, address: str | None = None) -> Figures:
    """All figures."""
    with tempfile.TemporaryDirectory() as folder, Record(address or Path(folder) / "million.sqlite") as record:
        world = World(random.Random(1))
        if record.count_reports() == 0:
            fill(record, world, number)
        world.rng.seed(record.count_reports())  # nothing is asked or added twice where a record is used again
        return {"events": number, **answers(record, world)}


def answers(record: Record, world: World) -> Figures:
    """Milliseconds of each kind of question: the median, and what 99 of 100 answers stay under."""
    asked: dict[str, Callable[[], object]] = {
        "tie by month": lambda: record.tie_counts(*world.parties.some(2), by="month"),
        "tie by week": lambda: record.tie_counts(*world.parties.some(2), by="week"),
        "page of events": lambda: record.events(**event_query(world), limit=PAGE),
        "page of claims": lambda: record.claims(**claim_query(world), limit=PAGE),
        "a later page of events": lambda: record.events(**later(world), limit=PAGE),
        "one more report joined": lambda: record.keep(one_more(world)),
    }
    for question in asked.values():
        question()
    gc.freeze()  # what the libraries hold is not searched again and again while the answers are made
    figures: Figures = {}
    for name, question in asked.items():
        spent = answered(question)
        figures[f"{name}, median ms"] = round(spent[len(spent) // 2], 1)
        figures[f"{name}, p99 ms"] = round(spent[int(len(spent) * 0.99) - 1], 1)
    return figures


def answered(question: Callable[[], object]) -> list[float]:
    """Milliseconds of processor time of each answer, the quickest first; other work on the machine tells less so."""
    spent = []
    for _ in range(QUERIES):
        began = time.process_time()
        question()
        spent.append((time.process_time() - began) * 1000)
    return sorted(spent)


def later(world: World) -> Row:
    """A list of events that goes on after some day within it."""
    query = event_query(world)
    return {**query, "after": (min(world.day(), query.get("until", NOW)), "e")}


def event_query(world: World) -> Row:
    """One to four filters of a list of events."""
    return drawn(world, {**filters(world), "status": world.status.one})


def claim_query(world: World) -> Row:
    """One to four filters of a list of claims."""
    return drawn(
        world,
        {
            **filters(world),
            "told_by": world.tellers.one,
            "text": lambda: " ".join(world.words.some(world.rng.choice((1, 2)))),
        },
    )


def filters(world: World) -> dict[str, Callable[[], object]]:
    """What both lists may be filtered by."""
    return {
        "actor": world.parties.one,
        "recipient": world.parties.one,
        "pair": lambda: tuple(world.parties.some(2)),
        "type": world.types.one,
        "front": world.fronts.one,
        "factuality": world.factuality.one,
        "since": world.day,
        "until": world.day,
    }


def drawn(world: World, ways: dict[str, Callable[[], object]]) -> Row:
    """Some filters with a value each."""
    query = {name: ways[name]() for name in world.rng.sample(list(ways), world.rng.choice((1, 2, 2, 3, 4)))}
    if {"since", "until"} <= set(query):
        query["since"], query["until"] = sorted((query["since"], query["until"]))
    return query


def one_more(world: World) -> Reading:
    """A report of today's with three claims."""
    name = f"new/{world.rng.getrandbits(60):x}"
    told = tuple(a_claim(world, name, place, world.parties.some(2), world.day()) for place in range(3))
    return Reading(Report(name, told[0].sentence, NOW, "Example Wire"), told, "generated")


def a_claim(world: World, report: str, place: int, sides: list[str], day: dt.date) -> Claim:
    """A claim as the reader makes them."""
    actor, recipient = (
        (Party(text="They", span=(0, 4), name=code, country=code, sector=world.sectors.one() or None),)
        for code in sides
    )
    sentence = " ".join(world.words.some(15))
    type_ = world.types.one()
    return Claim(
        id=f"c_{world.rng.getrandbits(64):016x}",
        report_id=report,
        published=NOW,
        sentence=sentence,
        span=(place * 200, place * 200 + len(sentence)),
        trigger=Trigger(text="met", span=(place * 200 + 5, place * 200 + 8)),
        type=type_,
        front=world.fronts.one(),
        quad=quad(type_),
        actors=actor,
        recipients=recipient,
        happened=Happened(start=day, end=day, precision="day", text="then"),
        factuality=world.factuality.one(),
        confidence=0.9,
        reader="generated",
    )


def fill(record: Record, world: World, number: int) -> None:
    """Writes so many events, and a claim of each, straight into the tables."""
    sample = a_claim(world, "r", 0, ["FRA", "DEU"], NOW)
    text = fingerprint(sample.sentence)
    shapes = sample.to_json(), event_of([Told(sample, text)]).to_json()
    rows = generated(world, number, sample, shapes)
    with record._engine.begin() as connection:
        connection.execute(insert(voices), [{"name": name} for name in TELLERS])
    done = 0
    while batch := list(islice(rows, AT_ONCE)):
        with record._engine.begin() as connection:
            write(connection, batch, text.to_bytes())
        done += len(batch)
        print(f"\r{done:,} of {number:,} events", end="", file=sys.stderr, flush=True)
    with record._engine.connect() as connection:
        connection.exec_driver_sql("ANALYZE")
    print(file=sys.stderr)


def write(connection: Connection, batch: list[tuple[Row, Row, Row]], text: bytes) -> None:
    """Writes claims and events with all that they are found by."""
    told = sorted({claim["report_id"] for claim, _, _ in batch})
    common = {"published": NOW, "text": "Generated.", "digest": "", "reader": "generated", "fingerprint": text}
    whose = [{**claim, **asked} for claim, _, asked in batch]
    what = [{**event, **asked} for _, event, asked in batch]
    for kept, rows in (
        (reports, [{"id": name, **common} for name in told]),
        (report_words, [{"id": name, "words": "generated"} for name in told]),
        (claims, whose),
        (parties, [side for row in whose for side in sides_of(row)]),
        (claim_pairs, [pair_of(row) for row in whose]),
        (tellers, [{**row, "name": row["teller"], "country": None} for row in whose]),
        (claim_words, whose),
        (events, what),
        (event_parties, [side for row in what for side in sides_of(row)]),
        (event_pairs, [pair_of(row) for row in what]),
    ):
        insert_many(connection, kept, rows)
    add(connection, [pair_of(row) for row in what])


def sides_of(row: Row) -> Iterator[Row]:
    """The rows of its two parties."""
    for role in ("actor", "recipient"):
        yield {**row, "role": role, "code": row[role], "sector": row["sector"]}


def pair_of(row: Row) -> Row:
    """The row of its pair."""
    one, other = sorted((row["actor"], row["recipient"]))
    return {**row, "one": one, "other": other, "way": ">" if one == row["actor"] else "<"}


def generated(world: World, number: int, sample: Claim, shapes: tuple[str, str]) -> Iterator[tuple[Row, Row, Row]]:
    """Rows of claims and events, and what both are filtered by, in the order of their days as an archive has them."""
    for at in range(number):
        actor, recipient = world.parties.some(2)
        day = FIRST_DAY + dt.timedelta(DAYS * at // number)
        id_ = f"{world.rng.getrandbits(64):016x}"
        asked = {
            "type": world.types.one(),
            "front": world.fronts.one(),
            "factuality": world.factuality.one(),
            "status": world.status.one(),
            "first_day": day - dt.timedelta(world.rng.choice((0, 0, 0, 0, 1, 6, 30))),
            "day": day,
            "actor": actor,
            "recipient": recipient,
            "sector": world.sectors.one(),
            "confidence": 0.9,
        }
        claim = {
            "id": f"c_{id_}",
            "report_id": f"report/{at // 4}",
            "position": at % 4,
            "published": day,
            "json": shapes[0].replace(sample.id, f"c_{id_}"),
            "event_id": f"e_{id_}",
            "neighbourhood": f"c_{id_}",
            "words": " ".join(world.words.some(15)),
            "teller": world.tellers.one(),
        }
        event = {
            "id": f"e_{id_}",
            "quad": quad(asked["type"]),
            "sources": 1,
            "json": shapes[1].replace(sample.id, f"c_{id_}"),
        }
        yield claim, event, asked


if __name__ == "__main__":
    main()
