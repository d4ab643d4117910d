"""The sheet that a person fills: a claim a line in words, with its sentence and room for a verdict and a note.

It is CSV for any spreadsheet, and comes back as one saves it: with a mark of its encoding, or with semicolons.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from detente.audit.drawing import Drawn
from detente.claims.claim import Claim, Party
from detente.errors import SheetError
from detente.exchange.cells import in_one_line, plain, safe
from detente.record import VERDICTS, Verdict

COLUMNS = ("id", "claim", "sentence", "report", "outlet", "published", "type", "of", "verdict", "note")
"""`of` is how many claims there were of the type and outlet, for which those drawn stand."""
NEEDED = ("id", "of", "verdict")
DELIMITERS = ",;\t"


def sheet(drawn: Iterable[tuple[Drawn, Claim]]) -> str:
    """The sheet of a sample, without verdicts."""
    written = io.StringIO()
    lines = csv.writer(written)
    lines.writerow(COLUMNS)
    for one, claim in drawn:
        told = (in_words(claim), claim.sentence, claim.report_id, claim.outlet or "")
        lines.writerow(
            [one.claim_id, *(safe(in_one_line(cell)) for cell in told), claim.published, claim.type, one.claims, "", ""]
        )
    return written.getvalue()


def in_words(claim: Claim) -> str:
    """What is to be judged, in one line: who, the type and its words, whom, when, told by whom, how surely."""
    whom = "each other" if claim.reciprocal else _names(claim.recipients)
    happened = claim.happened
    days = " to ".join(dict.fromkeys(str(day or "…") for day in (happened.start, happened.end)))
    told = " → ".join(teller.name for teller in claim.told_by) or "the report"
    what = f"{claim.type} (“{claim.trigger.text}”)" + (f" {whom}" if whom else "")
    return f"{_names(claim.actors)} {what}; {days}; told by {told}; {claim.factuality.value}"


def _names(parties: Iterable[Party]) -> str:
    return ", ".join(party.name + (f" {party.sector}" if party.sector else "") for party in parties)


def read_sheet(path: Path) -> list[Verdict]:
    """The verdicts of a filled sheet; lines without one are not judged yet.

    Raises:
        SheetError: the file cannot be read, is no sheet, or a verdict is none of right, wrong and unsure.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as fault:
        raise SheetError(str(path), f"cannot be read ({(fault.strerror or str(fault)).lower()})", "") from fault
    except UnicodeDecodeError as fault:
        raise SheetError(str(path), "is not in UTF-8", "save it as CSV UTF-8") from fault
    head = text.partition("\n")[0]
    lines = csv.DictReader(io.StringIO(text), delimiter=max(DELIMITERS, key=head.count))
    if not set(NEEDED) <= set(lines.fieldnames or ()):
        raise SheetError(str(path), f"lacks a column of {', '.join(NEEDED)}", "fill a sheet of `detente audit draw`")
    return list(_verdicts(lines, path))


def _verdicts(lines: csv.DictReader[str], path: Path) -> Iterator[Verdict]:
    for line in lines:
        given = (line["verdict"] or "").strip().lower()
        if given:
            yield _verdict(line, given, f"{path}:{lines.line_num}")


def _verdict(line: Mapping[str, str | None], given: str, where: str) -> Verdict:
    if given not in VERDICTS:
        raise SheetError(where, f"verdict {given!r} does not exist", f"one of: {', '.join(VERDICTS)}")
    of = (line["of"] or "").strip()
    if not of.isdecimal() or not int(of):
        raise SheetError(where, f"{of!r} is no number of claims", "leave the column `of` as it was drawn")
    note = plain((line.get("note") or "").strip())
    return Verdict(claim_id=(line["id"] or "").strip(), verdict=given, note=note or None, of=int(of))
