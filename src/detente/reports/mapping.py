"""A file that says what the fields of an input are called: `text = "body"`, one line a field, in TOML."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from detente.errors import MappingError

OURS = ("text", "date", "id", "title", "outlet")
FORM = "date_format"


@dataclass(frozen=True, slots=True)
class FieldNames:
    """What our fields are called, and the form of their dates (as `strptime` writes forms) where it is a usual one."""

    names: Mapping[str, str] = field(default_factory=dict)
    date_format: str | None = None


def read_mapping(path: Path) -> FieldNames:
    """The names that a file gives.

    Raises:
        MappingError: it cannot be read, or says something else.
    """
    try:
        said = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as fault:
        what = f"cannot be read ({(fault.strerror or '').lower()})"
        raise MappingError(str(path), what, "check the path and its permissions") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise MappingError(str(path), f"is no TOML ({fault})", 'write lines such as text = "body"') from None
    unknown = [name for name, value in said.items() if name not in {*OURS, FORM} or not isinstance(value, str)]
    if unknown:
        what = f"says something of {', '.join(map(repr, unknown))}"
        raise MappingError(str(path), what, f"name only {', '.join(OURS)} and {FORM}, each as a text in quotes")
    return FieldNames({name: value for name, value in said.items() if name != FORM}, said.get(FORM))
