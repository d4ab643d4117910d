"""Words that say how sure something is: speech cues, embedding predicates and modals, as tables.

`embedding.csv` gives each predicate's signature: the FactBank value it lends to what stands under it when it is
affirmed and when it is negated ("managed to": CT+ and CT-; "failed to": CT- and CT+).
"""

from __future__ import annotations

from functools import cache

from detente.knowledge.tables import rows


@cache
def commitments() -> dict[tuple[str, str], str]:
    """How far a teller stands behind what a cue introduces, by the cue's lemma and part of speech."""
    return {(row["cue"], row["pos"]): row["commitment"] for row in rows("speech")}


@cache
def signatures() -> dict[tuple[str, str], tuple[str, str]]:
    """The values that an embedding predicate lends, affirmed and negated."""
    return {(row["word"], row["pos"]): (row["affirmed"], row["negated"]) for row in rows("embedding")}


@cache
def modals() -> dict[str, tuple[str, str | None]]:
    """The value and the auxiliary mode of each modal verb or adverb."""
    return {row["word"]: (row["value"], row["auxiliary"] or None) for row in rows("modals")}
