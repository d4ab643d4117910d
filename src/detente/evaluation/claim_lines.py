"""Gold in our own claim format: JSON lines as `detente read --out -` writes them, corrected by a person.

A report is read again from its file where the claim's `report_id` still names one, else from the gold sentences.
"""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

from pydantic import ValidationError

from detente.claims.claim import Claim
from detente.errors import GoldError
from detente.evaluation.matching import GoldEvent
from detente.reports import ReadingOptions, Report, read_reports


def read_claim_lines(path: Path) -> list[tuple[Report, list[GoldEvent]]]:
    """The reports that gold claims stand in, each with its events.

    Raises:
        GoldError: a line is no claim.
    """
    claims = [_claim(line, f"{path}:{number}") for number, line in enumerate(_lines(path), 1) if line.strip()]
    if not claims:
        raise GoldError(str(path), "holds no claim", "give lines as `detente read --out -` writes them")
    claims.sort(key=lambda claim: claim.report_id)
    return [
        (_report(list(held)), [_event(c) for c in claims if c.report_id == name and c.type != "OBSERVE"])
        for name, held in groupby(claims, key=lambda c: c.report_id)
    ]


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as fault:
        raise GoldError(str(path), f"cannot be read ({fault})", "give a UTF-8 file of JSON lines") from fault


def _claim(line: str, where: str) -> Claim:
    try:
        return Claim.model_validate_json(line)
    except ValidationError as fault:
        first = fault.errors()[0]
        raise GoldError(
            where,
            f"is no claim ({'.'.join(map(str, first['loc']))}: {first['msg']})",
            "give lines as `detente read --out -` writes them",
        ) from fault


def _report(claims: list[Claim]) -> Report:
    first = claims[0]
    file = first.report_id.partition("#")[0]
    if Path(file).is_file():
        for found in read_reports([file], options=ReadingOptions(date=first.published)):
            if isinstance(found, Report) and found.id == first.report_id:
                return found
    sentences = dict.fromkeys(claim.sentence for claim in sorted(claims, key=lambda c: c.span))
    return Report(first.report_id, "\n\n".join(sentences), first.published, first.outlet)


def _event(claim: Claim) -> GoldEvent:
    actors = frozenset(p.code or p.name for p in claim.actors)
    recipients = frozenset(p.code or p.name for p in claim.recipients)
    return GoldEvent(claim.id, claim.sentence, claim.published.isoformat(), actors, recipients, claim.type)
