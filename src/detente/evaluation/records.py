"""PLOVER's gold standard records: texts, each with a date, a source, a target and the event between them.

The JSON may be a list, an object that holds one, or one object a line. Source and target are codes ("USAGOV",
"IGOUNO"), names, objects with either, or lists of them; type names of earlier drafts are read as 0.8's.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from detente.errors import GoldError, QueryError
from detente.evaluation.matching import GoldEvent
from detente.knowledge.countries import bodies, code_of, countries
from detente.knowledge.plover import OLDER_NAMES, TYPES
from detente.knowledge.tables import rows

TEXT = ("text", "sentence", "event_text", "eventtext", "story", "content")
DATE = ("date", "story_date", "storydate", "event_date", "eventdate", "published")
TYPE = ("event", "type", "event_type", "eventtype", "root", "plover", "gold_root")
SOURCE = ("source", "actor", "actors", "source_code", "sourcecode")
TARGET = ("target", "recipient", "recipients", "target_code", "targetcode")
CODES = (
    "code",
    "actorcode",
    "actor_code",
    "country",
    "countrycode",
    "resolved",
    "actorresolved",
    "actor_resolved",
    "actortext",
    "actor_text",
    "text",
    "name",
)


@dataclass(frozen=True, slots=True)
class Records:
    """The gold events of a file, and why the others are left out."""

    events: tuple[GoldEvent, ...]
    left_out: tuple[str, ...]


def read_records(path: Path) -> Records:
    """The gold events of a file of records; those without a text or a known type are left out and said.

    Raises:
        GoldError: no JSON, or no record that can be used.
    """
    found: list[GoldEvent] = []
    left_out: list[str] = []
    for number, row in enumerate(_rows(path), 1):
        for event in _events(row, number, path):
            if isinstance(event, str):
                left_out.append(event)
            else:
                found.append(event)
    if not found:
        why = f" that can be used ({left_out[0]})" if left_out else ""
        raise GoldError(str(path), f"holds no record{why}", "give objects with text, date, source, target and event")
    return Records(tuple(found), tuple(left_out))


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    try:
        written = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as fault:
        raise GoldError(str(path), f"cannot be read ({fault})", "give a UTF-8 JSON file") from fault
    try:
        held = json.loads(written)
    except (ValueError, RecursionError):
        try:
            held = [json.loads(line) for line in written.split("\n") if line.strip()]
        except (ValueError, RecursionError) as fault:
            raise GoldError(str(path), f"is not JSON ({fault})", "give a JSON list, or one object a line") from fault
    if isinstance(held, dict):
        lists = [value for value in held.values() if isinstance(value, list)]
        held = lists[0] if lists and _get(held, TEXT) is None else [held]
    yield from (row for row in held if isinstance(row, dict))


def _get(row: dict[str, Any], names: tuple[str, ...]) -> Any:  # noqa: ANN401
    lower = {key.lower().replace("-", "_"): value for key, value in row.items()}
    return next((lower[name] for name in names if lower.get(name) not in (None, "", [])), None)


def _events(row: dict[str, Any], number: int, path: Path) -> Iterator[GoldEvent | str]:
    """The events of a record, or in their place what keeps one from being used."""
    inner = row.get("events")
    if isinstance(inner, list):
        for event in inner:
            if isinstance(event, dict):
                yield from _events({**{k: v for k, v in row.items() if k != "events"}, **event}, number, path)
        return
    where = f"{path}, record {number}"
    text, date, type_ = _get(row, TEXT), _get(row, DATE), _type(_get(row, TYPE))
    if isinstance(text, dict):
        text = _get(text, TEXT)
    if not isinstance(text, str):
        yield f"record {number} has no text"
        return
    if type_ is None:
        yield f"record {number} has no PLOVER type: {_get(row, TYPE)!r}"
        return
    yield GoldEvent(
        uid=str(row.get("id", row.get("uid", number))),
        text=text.strip(),
        date=_date(date, where),
        actors=_side(_get(row, SOURCE)),
        recipients=_side(_get(row, TARGET)),
        type=type_,
    )


def _type(written: Any) -> str | None:  # noqa: ANN401
    if isinstance(written, dict):
        written = _get(written, TYPE)
    if isinstance(written, list):
        written = written[0] if written else None
    if not isinstance(written, str):
        return None
    name = re.split(r"[-:/ ](?=[a-z])", written.strip())[0].strip().upper()
    name = OLDER_NAMES.get(name, name)
    return name if name in {*TYPES, "YIELD"} else None


def _date(written: Any, where: str) -> str:  # noqa: ANN401
    digits = re.search(r"(\d{4})-?(\d{2})-?(\d{2})", str(written or ""))
    try:
        return dt.date(*(int(part) for part in digits.groups())).isoformat() if digits else ""
    except (ValueError, RecursionError):
        raise GoldError(where, f"there is no date {written!r}", "write an existing day as YYYY-MM-DD") from None


def _side(written: Any) -> frozenset[str] | None:  # noqa: ANN401
    """The parties of a side; None where it is not said."""
    return _codes(written) or None


def _codes(written: Any) -> frozenset[str]:  # noqa: ANN401
    """The codes a source or target means; empty where it is not said."""
    if isinstance(written, list):
        return frozenset(code for item in written for code in _codes(item))
    if isinstance(written, dict):
        return next((codes for name in CODES if (codes := _codes(_get(written, (name,))))), frozenset())
    if not isinstance(written, str):
        return frozenset()
    parts = (part.strip() for part in re.split(r"[|;,/]", written))
    return frozenset(party_code(part) or f"?{part}" for part in parts if part.strip("-* "))


def party_code(written: str) -> str | None:
    """Our code of a party in a gold set: a name, our own code, or one whose first three letters are a country."""
    upper = written.upper().strip("-* ")
    older = _older()
    for size in range(len(upper), 2, -1):
        if upper[:size] in older:
            return older[upper[:size]]
    if upper in bodies():
        return upper
    if upper[:3] in countries() and re.fullmatch(r"[A-Z]{3}(?:[A-Z]{3})*", upper):
        return upper[:3]
    try:
        return code_of(written)
    except QueryError:
        return None


@cache
def _older() -> dict[str, str]:
    return {row["code"]: row["ours"] for row in rows("older_codes")}
