"""A brief as Markdown, as a page of HTML and as a Word document; the last two can show a chart below the title."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document as WordDocument
from docx.shared import Inches
from markdown_it import MarkdownIt

from detente.claims.claim import Claim
from detente.events.event import Event
from detente.ties.brief import Brief, Cited, Told

if TYPE_CHECKING:
    from detente.ties.charts import Chart

STYLE = (
    "body{font:1rem/1.5 serif;max-width:44rem;margin:2rem auto;padding:0 1rem}"
    "h1,h2{font-family:sans-serif}@media(prefers-color-scheme:dark){body{background:#111;color:#ddd}}"
    "figure{margin:1rem 0;background:#fff}figure svg{max-width:100%;height:auto}"
)
PAGE_WIDTH = Inches(6)
_SPECIAL = str.maketrans({character: f"\\{character}" for character in "\\`*_[]<>#|~$&"})


def markdown(brief: Brief) -> str:
    """The brief as CommonMark; words of reports are escaped."""
    return "\n".join(_lines(brief)) + "\n"


def _lines(brief: Brief) -> Iterator[str]:
    yield f"# {_escaped(brief.title)}"
    if not brief.phases:
        yield from ("", "The record has no event between them.")
    for phase in brief.phases:
        yield from ("", f"## {phase.heading}", "", " ".join(_cited(told) for told in phase.sentences))
    if brief.disputed:
        yield from ("", "## Disputed", "", *(f"- {_cited(told)}" for told in brief.disputed))
    if brief.cited:
        yield from ("", "## Sources", "")
        yield from (f"{number}. {_escaped(source(held))}" for number, held in enumerate(brief.cited, 1))


def _cited(told: Told) -> str:
    return f"{_escaped(told.words)} {_escaped(cites(told))}"


def _escaped(words: str) -> str:
    return words.translate(_SPECIAL)


def cites(told: Told) -> str:
    """The numbers of a sentence's sources, runs of them shortened: "[1-3, 7]"."""
    runs: list[list[int]] = []
    for number in told.cites:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    shown = (f"{run[0]}" if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)
    return f"[{', '.join(shown)}]"


def source(cited: Cited) -> str:
    """A source as the list at the end names it."""
    return _row(cited) if isinstance(cited, Event) else _sentence(cited)


def _row(event: Event) -> str:
    """The row of a data set: the set, its release, the row, the set's code for it, and the id of the event."""
    origin = event.origin
    assert origin is not None
    code = f", coded {origin.code}" if origin.code else ""
    return f"{origin.set}, {origin.version}, row {' '.join(origin.row.split())}{code} ({event.id})"


def _sentence(claims: Sequence[Claim]) -> str:
    """A sentence of a report: outlet, day, words, report, and the ids of the claims that stand in it."""
    first = claims[0]
    words = " ".join(first.sentence.split())
    ids = ", ".join((first.report_id, *(claim.id for claim in claims)))
    return f"{first.outlet or 'Unnamed outlet'}, {first.published.isoformat()}: “{words}” ({ids})"


def html(brief: Brief, chart: Chart | None = None) -> str:
    """The brief as a page that stands alone, without scripts."""
    render = MarkdownIt("commonmark", {"html": False})
    heading, *lines = _lines(brief)
    body = render.render(heading) + _figure(chart) + render.render("\n".join(lines))
    title = render.renderInline(_escaped(brief.title))
    return (
        f'<!doctype html>\n<html lang="en">\n<head><meta charset="utf-8"><title>{title}</title>'
        f"<style>{STYLE}</style></head>\n<body>\n{body}</body>\n</html>\n"
    )


def _figure(chart: Chart | None) -> str:
    if chart is None:
        return ""
    from detente.ties.pictures import svg

    return f"<figure>{svg(chart)}</figure>\n"


def docx(brief: Brief, chart: Chart | None = None) -> bytes:
    """The brief as a Word document."""
    page = WordDocument()
    page.add_heading(brief.title, 0)
    if chart is not None:
        _add_picture(page, chart)
    for phase in brief.phases:
        page.add_heading(phase.heading, 1)
        page.add_paragraph(" ".join(f"{told.words} {cites(told)}" for told in phase.sentences))
    if brief.disputed:
        page.add_heading("Disputed", 1)
        for told in brief.disputed:
            page.add_paragraph(f"{told.words} {cites(told)}", style="List Bullet")
    page.add_heading("Sources", 1)
    for number, held in enumerate(brief.cited, 1):
        page.add_paragraph(f"[{number}] {source(held)}")
    written = io.BytesIO()
    page.save(written)
    return _of_no_time(written)


def _of_no_time(document: io.BytesIO) -> bytes:
    """A Word document without the time at which it was packed, so that the same brief is the same file."""
    packed = io.BytesIO()
    with ZipFile(document) as held, ZipFile(packed, "w", ZIP_DEFLATED) as kept:
        for name in held.namelist():
            kept.writestr(ZipInfo(name), held.read(name), ZIP_DEFLATED)
    return packed.getvalue()


def _add_picture(page: Any, chart: Chart) -> None:  # noqa: ANN401 (Word's own document)
    """The chart as wide as the page, with its description for those who cannot see it."""
    from detente.ties.pictures import png

    picture = page.add_picture(io.BytesIO(png(chart)), width=PAGE_WIDTH)
    picture._inline.docPr.set("descr", chart.to_dict()["description"])
