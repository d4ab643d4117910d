"""The record: where reports, claims and events are kept, and what can be asked of them.

Only this package touches the database. `schema` holds the tables, `migrations` their history, `store` what is kept,
`joining` how new claims meet those that are kept, `query` and `event_query` what is asked.
"""

from detente.record.event_query import EventFilter, EventList
from detente.record.query import ClaimFilter, ClaimList
from detente.record.store import Kept, Record

__all__ = ["ClaimFilter", "ClaimList", "EventFilter", "EventList", "Kept", "Record"]
