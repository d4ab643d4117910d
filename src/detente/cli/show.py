"""`detente show`: one claim with the words that prove it, or one event with all the claims that tell it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from detente.cli.console import out
from detente.cli.options import RECORD_FILE, RecordOption

if TYPE_CHECKING:
    from detente.claims.claim import Claim, Party, Place
    from detente.events.event import Event, Source
    from detente.reports import Report

EXAMPLES = (
    "Examples:  [bold]detente show c_5f0c[/]  ·  [bold]detente show e_9a31[/]  ·  "
    "[bold]NO_COLOR=1 detente show c_5f0c | less[/]"
)
COLOURS = {
    "actor": "bold blue",
    "recipient": "bold yellow",
    "trigger": "bold green",
    "time": "magenta",
    "place": "cyan",
    "teller": "underline",
}


def show(
    shown: Annotated[
        str,
        typer.Argument(metavar="ID", help="A claim's or an event's id, or how it begins.", show_default=False),
    ],
    record: RecordOption = RECORD_FILE,
) -> None:
    """Show a claim with the words that prove it and the reason for each choice, or an event with all that tell it."""
    from detente.record import Record

    with Record(record, must_exist=True) as kept:
        if shown.startswith("e_"):
            event, claims = kept.event(shown)
            show_event(kept.with_precedents(event), claims)
        else:
            claim, report = kept.claim(shown)
            show_claim(claim, report, kept.reviews(claim.id))


def show_event(event: Event, claims: list[Claim]) -> None:
    """Prints an event: who tells it and on whose word, who denies it, what was corrected, precedents, claims."""
    from detente.claims.markup import headline
    from detente.cli.events import when

    best = min(claims, key=lambda claim: (claim.factuality != event.factuality, -claim.confidence), default=None)
    out.print(Text(headline(best) if best else _headline(event), style="bold"), soft_wrap=True)
    out.print(Text(f"{event.status}, {when(event)}  ·  {event.id}", style="dim"), soft_wrap=True)
    for source in event.sources:
        out.print(Text(f"  told by {_source_words(source)}"), soft_wrap=True)
    for line in _event_lines(event):
        out.print(Text(f"  {line}"), soft_wrap=True)
    for claim in claims:
        head = f"{claim.id[:10]}  {claim.published.isoformat()}  {claim.factuality.value}  "
        out.print(Text(head, style="dim").append(" ".join(claim.sentence.split()), style="default"), soft_wrap=True)


def _headline(event: Event) -> str:
    """An event that no claim tells, in one line."""
    from detente.cli.claims import who
    from detente.cli.events import when

    whom = f" → {who(event.recipients)}" if event.recipients else ""
    return f"{who(event.actors)} {event.type}{whom} · {when(event)} · {event.factuality}"


def _source_words(source: Source) -> str:
    own = ", ".join(source.outlets or source.reports)
    words = f"{own} on the word of {', '.join(source.word_of)}" if source.word_of else own
    party = f", a party to it ({', '.join(source.sides)})" if source.sides else ""
    return words + party + (", state media only" if source.state_media else "")


def _event_lines(event: Event) -> Iterator[str]:
    if event.origin:
        origin = event.origin
        yield f"imported from {origin.set} ({origin.version}), row {origin.row}" + (
            f", which codes it {origin.code}" if origin.code else ""
        )
    if event.denied_by:
        yield f"denied by {', '.join(event.denied_by)}"
    for change in event.changes:
        yield f"{change.what}: first {change.before}, {change.now} as of {change.published.isoformat()}"
    for precedent in event.precedents:
        found = (*((precedent.claim,) if precedent.claim else ()), *precedent.events)
        behind = f" ({', '.join(id_[:10] for id_ in found)})" if found else ""
        yield f"{precedent.words}{behind}"


def show_claim(claim: Claim, report: Report, reviews: list[tuple[str, str, str | None]]) -> None:
    """Prints a claim: its sentence with the evidence marked, its fields, and why each was chosen."""
    from detente.claims.markup import headline

    out.print(Text(headline(claim), style="bold"), soft_wrap=True)
    out.print(Text(f"{_source(report)}, {claim.published.isoformat()}  ·  {claim.id}", style="dim"), soft_wrap=True)
    out.print(Padding(marked(claim, report), (1, 2)))
    out.print(_legend(claim))
    out.print(_fields(claim))
    for reason in claim.because:
        out.print(Text(f"  because {reason}", style="dim"), soft_wrap=True)
    for reviewer, verdict, note in reviews:
        out.print(f"  {reviewer} found it {verdict}" + (f": {note}" if note else ""), markup=False)


def _source(report: Report) -> str:
    """The report's outlet, with who runs it where that is a state; else its id."""
    from detente.knowledge.outlets import outlet_named

    known = outlet_named(report.outlet)
    run_by = f" (state media, {known.country})" if known is not None and known.state_media else ""
    return f"{report.outlet or report.id}{run_by}"


def marked(claim: Claim, report: Report) -> Text:
    """The claim's sentence with its evidence in colour."""
    from detente.claims.markup import marks

    start, end = claim.span
    text = Text(report.text[start:end])
    for span, what in marks(claim):
        if start <= span[0] and span[1] <= end:
            text.stylize(COLOURS[what], span[0] - start, span[1] - start)
    return text


def _legend(claim: Claim) -> Text:
    from detente.claims.markup import marks

    present = dict.fromkeys(what for _, what in marks(claim))
    legend = Text("  ")
    for what in present:
        legend.append(what, COLOURS[what]).append("  ")
    return legend


def _fields(claim: Claim) -> Table:
    rows = Table(box=None, show_header=False, padding=(0, 2))
    for name, value in _values(claim):
        if value:
            rows.add_row(Text(name, style="dim"), Text(value))
    return rows


def _values(claim: Claim) -> list[tuple[str, str]]:
    happened = claim.happened
    place = claim.place
    when = happened.precision if happened.text else f"{happened.precision}: the report names no day"
    sure = (f"{claim.factuality.value} ({_in_words(claim.factuality.name)})", *claim.auxiliary)
    return [
        ("type", f"{claim.type}{f' ({claim.mode})' if claim.mode else ''}, {claim.quad or 'no quad'}"),
        ("front", f"{claim.front}{f' ({chr(44).join(claim.contexts)})' if claim.contexts else ''}"),
        ("actors", "; ".join(_party_words(p) for p in claim.actors)),
        ("recipients", "; ".join(_party_words(p) for p in claim.recipients)),
        ("happened", f"{happened.start or '…'} to {happened.end or '…'} ({when})"),
        ("place", _place_words(place) if place else ""),
        ("told by", " → ".join(f"{t.name} ({t.kind}, {t.quotation})" for t in claim.told_by) or "the report itself"),
        ("quote", f"“{claim.quote.text}”" if claim.quote else ""),
        ("factuality", ", ".join(sure)),
        ("quantity", claim.quantity.text if claim.quantity else ""),
        ("commemorates", f"{claim.commemorates.what} {claim.commemorates.year or ''}" if claim.commemorates else ""),
        ("counted", f"“{claim.counted.text}”" if claim.counted else ""),
        ("implied by", claim.implied_by or ""),
        ("confidence", f"{claim.confidence:.2f}"),
    ]


def _in_words(name: str) -> str:
    return name.lower().replace("_", " ")


def _party_words(party: Party) -> str:
    fields = (party.name, party.country, party.organisation, party.sector, party.office)
    return ", ".join(value for value in fields if value)


def _place_words(place: Place) -> str:
    known = f" (GeoNames {place.geonames_id})" if place.geonames_id else ""
    return ", ".join(value for value in (place.name, place.country) if value) + known
