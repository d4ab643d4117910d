"""Mending the lemmas that spaCy's rules get wrong: for them "staged" is a form of "stag", "hoping" of "hop".

The forms are kept in `knowledge/data/lemmas.csv`. They are mended on the parsed text and not in the pipeline, so that
a user's own pipeline reads the same.
"""

from __future__ import annotations

from functools import cache

from spacy.tokens import Doc

from detente.knowledge.tables import rows


def mended(doc: Doc) -> Doc:
    """The text with the lemmas of its verbs mended."""
    for token in doc:
        if token.lower_ in _lemmas() and token.pos_ == "VERB":
            token.lemma_ = _lemmas()[token.lower_]
    return doc


@cache
def _lemmas() -> dict[str, str]:
    return {row["form"]: row["lemma"] for row in rows("lemmas")}
