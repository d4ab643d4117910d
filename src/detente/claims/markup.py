"""A report with its claims marked in place, as HTML for notebooks.

Everything from a report is hostile text and is escaped.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from detente.claims.claim import Claim, Span
from detente.reports.report import Report

STYLES = {
    "actor": "#bfdbfe",
    "recipient": "#fde68a",
    "trigger": "#bbf7d0",
    "time": "#e9d5ff",
    "place": "#fbcfe8",
    "teller": "#e5e7eb",
}


def marks(claim: Claim) -> list[tuple[Span, str]]:
    """The spans of a claim's evidence with what each is, in the order of the text, none inside another."""
    found: list[tuple[Span, str]] = [(claim.trigger.span, "trigger")]
    found += [(party.span, "actor") for party in claim.actors]
    found += [(party.span, "recipient") for party in claim.recipients]
    if claim.happened.span:
        found.append((claim.happened.span, "time"))
    if claim.place:
        found.append((claim.place.span, "place"))
    found += [(teller.span, "teller") for teller in claim.told_by]
    kept: list[tuple[Span, str]] = []
    for span, what in found:
        if not any(span[0] < other[1] and other[0] < span[1] for other, _ in kept):
            kept.append((span, what))
    return sorted(kept)


def reading_html(report: Report, claims: Sequence[Claim]) -> str:
    """The claims of a report as a list, each with its sentence and the evidence coloured."""
    found = f"{len(claims)} claim{'' if len(claims) == 1 else 's'}"
    head = f"<h4>{escape(report.title or report.id)} · {report.published.isoformat()} · {found}</h4>"
    return f"<div class='detente'>{head}{''.join(_claim_html(report, claim) for claim in claims)}</div>"


def _claim_html(report: Report, claim: Claim) -> str:
    at, parts = claim.span[0], []
    for (start, end), what in marks(claim):
        if start < at or end > claim.span[1]:
            continue
        parts.append(escape(report.text[at:start]))
        style = f"background:{STYLES[what]};color:#111"
        parts.append(f"<mark style='{style}' title='{what}'>{escape(report.text[start:end])}</mark>")
        at = end
    parts.append(escape(report.text[at : claim.span[1]]))
    why = escape("; ".join(claim.because))
    return f"<p><b>{escape(headline(claim))}</b><br>{''.join(parts)}<br><small>{why}</small></p>"


def headline(claim: Claim) -> str:
    """A claim in one line: who, what, whom, when, how surely."""
    actors = " + ".join(_label(p.code, p.sector) for p in claim.actors)
    recipients = " + ".join(_label(p.code, p.sector) for p in claim.recipients)
    whom = f" → {recipients}" if recipients else ""
    when = claim.happened.start.isoformat() if claim.happened.start else "…"
    if claim.happened.end != claim.happened.start:
        when += f"/{claim.happened.end.isoformat() if claim.happened.end else '…'}"
    return f"{actors} {claim.type}{whom} · {when} · {claim.factuality}"


def _label(code: str | None, sector: str | None) -> str:
    return f"{code or '?'} {sector}" if sector else code or "?"
