"""Gold as JSON lines: one text or one word in its sentence a line, as `../shared/data/README.md` documents the shapes.

Further fields are ignored, so that a published set can be given as it is.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError

from detente.errors import GoldError


def _day(written: object) -> object:
    """The day of a time: creation times are given to the minute at times."""
    return written[:10] if isinstance(written, str) else written


Day = Annotated[dt.date, BeforeValidator(_day)]
"""A date, also where a time of day is written after it."""


UNDATED = dt.date(2000, 1, 1)
"""From where a text without a date is seen, by what hardly hangs on it."""


class GoldLine(BaseModel):
    """What every line holds: an id, and the text that offsets count characters of."""

    model_config = ConfigDict(frozen=True)

    id: str
    text: str


Line = TypeVar("Line", bound=GoldLine)


def read_lines(path: Path, shape: type[Line]) -> list[Line]:
    """The lines of a gold file.

    Raises:
        GoldError: no such file, no line in it, or a line of another shape (named with what is wrong with it).
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as fault:
        raise GoldError(str(path), f"cannot be read ({fault})", "give a UTF-8 file of JSON lines") from fault
    found = [_line(line, shape, f"{path}:{number}") for number, line in enumerate(lines, 1) if line.strip()]
    if not found:
        raise GoldError(str(path), "holds no line", f"give JSON lines with {_fields(shape)}")
    return found


def _line(line: str, shape: type[Line], where: str) -> Line:
    try:
        return shape.model_validate_json(line)
    except ValidationError as fault:
        first = fault.errors()[0]
        place = ".".join(map(str, first["loc"]))
        what = f"{place}: {first['msg']}" if place else first["msg"]
        raise GoldError(where, f"has another shape ({what})", f"give JSON with {_fields(shape)}") from fault


def _fields(shape: type[BaseModel]) -> str:
    required: dict[str, Any] = {name: field for name, field in shape.model_fields.items() if field.is_required()}
    return ", ".join(required)
