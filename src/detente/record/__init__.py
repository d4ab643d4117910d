"""The record: where reports, claims and events are kept, and what can be asked of them.

Only this package touches the database. `engine` opens it and `schema` holds its tables, `migrations` their history.
`store` keeps reports and answers; what it writes goes through `claim_writing` and `event_writing`, with `keys` (what
claims and events are found by) and `tie_months` (the roll-ups of ties), and `joining` says how new claims meet those
that are kept. What is asked is read by `query`, `event_query` and `tie_counts` (with `member_counts` for what the
members of a body did), found by `walking` and `search`. `auditing` keeps what people found of a sample.
"""

from detente.record.auditing import VERDICTS, Judged, Stratum, Verdict
from detente.record.event_query import EventFilter, EventList
from detente.record.query import ClaimFilter, ClaimList
from detente.record.store import Kept, Record
from detente.record.tie_counts import TieFilter

__all__ = [
    "VERDICTS",
    "ClaimFilter",
    "ClaimList",
    "EventFilter",
    "EventList",
    "Judged",
    "Kept",
    "Record",
    "Stratum",
    "TieFilter",
    "Verdict",
]
