"""The reader as a spaCy component, for people who already have a pipeline: `nlp.add_pipe("detente")`.

The report's date is given in the component's config, or, for each text, as `doc._.published` on a `Doc` made with
`nlp.make_doc`. The claims are then in `doc._.claims`.
"""

from __future__ import annotations

import datetime as dt

from spacy.language import Language
from spacy.tokens import Doc

from detente.errors import DetenteError
from detente.reports.report import Report

COMPONENT = "the spaCy component detente"
NEEDS = ("tagger", "parser", "lemmatizer")


class ClaimsComponent:
    """Adds `doc._.claims` to a parsed `Doc`."""

    def __init__(self, nlp: Language, date: str | None, *, domestic: bool) -> None:
        from detente.claims.reading import Reader

        self.date = _day(date) if date else None
        self.reader = Reader(domestic=domestic, parsed_by=nlp)

    def __call__(self, doc: Doc) -> Doc:
        """Reads the claims of one `Doc`."""
        published = doc._.published or self.date
        if published is None:
            raise DetenteError(
                COMPONENT,
                "has no date",
                'give nlp.add_pipe("detente", config={"date": "YYYY-MM-DD"}) or set doc._.published',
            )
        doc._.claims = self.reader.read_parsed(doc, Report(id="doc", text=doc.text, published=published)).claims
        return doc


def _day(date: str) -> dt.date:
    try:
        return dt.date.fromisoformat(date)
    except ValueError:
        raise DetenteError(COMPONENT, f"is given {date!r}, which is no date", 'write it as "YYYY-MM-DD"') from None


@Language.factory("detente", default_config={"date": None, "domestic": False})
def build(nlp: Language, name: str, date: str | None, domestic: bool) -> ClaimsComponent:  # noqa: ARG001
    """The component, as spaCy's factories are called."""
    missing = [pipe for pipe in NEEDS if pipe not in nlp.pipe_names]
    if missing:
        raise DetenteError(
            COMPONENT,
            f"finds no {', '.join(missing)} in the pipeline",
            "load en_core_web_sm or a larger English model",
        )
    if not Doc.has_extension("claims"):
        Doc.set_extension("claims", default=())
        Doc.set_extension("published", default=None)
    return ClaimsComponent(nlp, date, domestic=domestic)
