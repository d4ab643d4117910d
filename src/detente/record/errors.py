"""What the database says, told as the record's own errors with a remedy."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from pydantic import ValidationError
from sqlalchemy.exc import DatabaseError, OperationalError, SQLAlchemyError

from detente.errors import RecordError

LOST = (
    "the connection to the server was lost",
    "see that the server runs and run the same command again; what was kept is safe",
)
REMEDIES = (
    ("disk is full", "the disk is full", "free some space and run the same command again; what was kept is safe"),
    (
        "disk i/o error",
        "the disk cannot be written (full, or a file size limit)",
        "free some space and run the same command again; what was kept is safe",
    ),
    ("readonly", "the record cannot be written", "check the permissions of the file and its folder"),
    ("unable to open", "the record cannot be opened", "check that the folder exists and can be written"),
    ("not a database", "the file is not a record", "give another file with --record"),
    ("malformed", "the record is damaged", "restore it from a backup, or read the reports into a new one"),
    ("locked", "another process has held the record for too long", "wait for it to end and run the same command again"),
    (
        "lock timeout",
        "another process has held the record for too long",
        "wait for it to end and run the same command again",
    ),
    ("closed the connection", *LOST),
    ("terminating connection", *LOST),
    ("connection is lost", *LOST),
    ("connection is closed", *LOST),
    ("authentication failed", "the server does not know this user or password", "check the user and the password"),
    ("no password supplied", "the server wants a password", "give it in the URL, in PGPASSWORD or in ~/.pgpass"),
    ("does not exist", "there is no such database or user", "make it with createdb or createuser, or check the URL"),
    ("permission denied", "the user may not do this in the database", "let its owner GRANT it, or give another user"),
    ("read-only transaction", "the server only lets you read", "give the address of the primary server"),
    ("could not extend file", "the server's disk is full", "free some space there and run the same command again"),
    ("too many clients", "the server has no connection left", "try again later, or raise max_connections there"),
    ("too many connections", "the server has no connection left", "try again later, or raise max_connections there"),
    ("nul (0x00)", "the report holds a NUL character, which the server cannot keep", "take it out of the text"),
    ("connection failed", "the server cannot be reached", "see that it runs, and check host and port in the URL"),
    ("failed to resolve host", "the server cannot be reached", "check the host in the URL"),
    ("connection timeout", "the server cannot be reached", "see that it runs, and check host and port in the URL"),
)


@contextmanager
def told(where: str) -> Iterator[None]:
    """Turns what the database raises into a `RecordError` about `where`."""
    try:
        yield
    except (OperationalError, DatabaseError) as fault:
        said = " ".join(str(fault.orig).lower().split())
        for words, what, remedy in REMEDIES:
            if words in said:
                raise RecordError(where, what, remedy) from fault
        raise RecordError(where, f"the database failed ({said})", "check the record with --record") from fault
    except ImportError as fault:
        raise RecordError(
            where, f"needs the package {fault.name}, which is not installed", "pip install 'detente[postgres]'"
        ) from fault
    except ValidationError as fault:
        raise RecordError(
            where, f"holds a claim of another shape ({fault.title})", "read its reports again into a new record"
        ) from fault
    except SQLAlchemyError as fault:
        raise unusable(where, fault) from fault


def unusable(where: str, fault: Exception) -> RecordError:
    """The error of an address that means no database."""
    first = str(fault).splitlines()[0]
    remedy = "give a file, or a URL such as sqlite:///claims.sqlite or postgresql://user@host/claims"
    return RecordError(where, f"the address cannot be used ({first})", remedy)
