"""The record: where reports and claims are kept, and what can be asked of them.

Only this package touches the database. `schema` holds the tables, `migrations` their history, `store` what is kept,
`query` what is asked.
"""

from detente.record.query import ClaimFilter, ClaimList
from detente.record.store import Kept, Record

__all__ = ["ClaimFilter", "ClaimList", "Kept", "Record"]
