"""The roll-ups of ties: how many events of each kind a month held between two parties.

They are kept in the transaction that writes or deletes the events. Events told only as denied are not in them.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, and_, delete, func, insert, select

from detente.record.inserting import inserting, run_many
from detente.record.schema import event_pairs, tie_months

DENIED = ("CT-", "PR-", "PS-")
"""The factuality of what is told only as not so."""
KEY = tuple(column.name for column in tie_months.primary_key)
Cell = tuple[Any, ...]
"""One count's pair, month, front, type and way, in the order of `KEY`."""


def add(connection: Connection, pairs: Iterable[Mapping[str, Any]]) -> None:
    """Adds events, however many, by the rows of their pairs."""
    cells = Counter(_cell(row) for row in pairs if row["factuality"] not in DENIED)
    new = inserting(connection, tie_months)
    more = new.on_conflict_do_update(index_elements=KEY, set_={"events": tie_months.c.events + new.excluded.events})
    rows = [{**dict(zip(KEY, cell, strict=True)), "events": number} for cell, number in cells.items()]
    run_many(connection, more, rows)


def cells_of(connection: Connection, event_ids: Sequence[str]) -> set[Cell]:
    """The counts that these events are in."""
    rows = connection.execute(select(event_pairs).where(event_pairs.c.id.in_(event_ids)))
    return {_cell(row._asdict()) for row in rows}


def recount(connection: Connection, cells: Iterable[Cell]) -> None:
    """Counts anew, from the events that are left."""
    for cell in sorted(cells):
        key = dict(zip(KEY, cell, strict=True))
        connection.execute(delete(tie_months).where(and_(*(tie_months.c[name] == key[name] for name in KEY))))
        left = connection.execute(
            select(func.count()).where(
                event_pairs.c.day.between(key["month"], end_of_month(key["month"])),
                event_pairs.c.factuality.not_in(DENIED),
                *(event_pairs.c[name] == key[name] for name in KEY if name != "month"),
            )
        ).scalar_one()
        if left:
            connection.execute(insert(tie_months).values(**key, events=left))


def end_of_month(day: dt.date) -> dt.date:
    """The last day of a day's month."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def _cell(row: Mapping[str, Any]) -> Cell:
    return tuple(row["day"].replace(day=1) if name == "month" else row[name] for name in KEY)
