"""How a sentence and its parties are written for the encoder.

Two forms share one encoder. *Plain*, the sentence stands as it is and each party is where its pieces are, so that one
reading serves all pairs; as a *marked pair*, one party is marked as source and one as target, for a second look. The
marks are pieces of the vocabulary that no text uses.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tokenizers import Tokenizer

LONGEST = 160
"""The most pieces that are read of a sentence, the marks among them."""
SOURCE = ("[unused1]", "[unused2]")
TARGET = ("[unused3]", "[unused4]")
START, END = "[CLS]", "[SEP]"
Span = tuple[int, int]
Range = tuple[int, int]
"""Pieces from the first to before the last."""
WHOLE: Range = (0, 1)
"""The piece that begins the sentence; it stands for a party that is not there, or lies beyond the longest sentence."""


@dataclass(frozen=True, slots=True)
class Form:
    """A sentence in pieces: their ids, each one's characters (None for marks), and the pieces of each party."""

    ids: tuple[int, ...]
    characters: tuple[Span | None, ...]
    parties: tuple[Range, ...] = ()

    def pieces(self, span: Span) -> Range:
        """The pieces of some characters; `WHOLE` where they lie beyond the longest sentence."""
        inside = covered(self.characters, span)
        return (inside[0], inside[-1] + 1) if inside else WHOLE


def covered(pieces: Sequence[Span | None], span: Span) -> list[int]:
    """The places of the pieces that share characters with a span."""
    return [place for place, at in enumerate(pieces) if at and at[0] < span[1] and at[1] > span[0]]


def number(tokenizer: Tokenizer, piece: str) -> int:
    """The number of a piece that the vocabulary is known to hold."""
    found: int | None = tokenizer.token_to_id(piece)
    assert found is not None, piece
    return found


def plain(tokenizer: Tokenizer, text: str, parties: Sequence[Span]) -> Form:
    """The sentence as it is, with where its parties are."""
    encoded = tokenizer.encode(text, add_special_tokens=False)
    ids = (number(tokenizer, START), *encoded.ids[: LONGEST - 2], number(tokenizer, END))
    characters = (None, *encoded.offsets[: LONGEST - 2], None)
    form = Form(ids, characters)
    return replace(form, parties=tuple(form.pieces(span) for span in parties))


def marked_pair(tokenizer: Tokenizer, text: str, source: Span | None, target: Span | None) -> Form:
    """The sentence with one source and one target between marks; `parties` has their pieces, the marks with them."""
    encoded = tokenizer.encode(text, add_special_tokens=False)
    before: dict[int, list[str]] = {}
    after: dict[int, list[str]] = {}
    for span, (opening, closing) in ((source, SOURCE), (target, TARGET)):
        inside = covered(encoded.offsets, span) if span else []
        if inside:
            before.setdefault(inside[0], []).append(opening)
            after.setdefault(inside[-1], []).insert(0, closing)
    written: list[tuple[str | int, Span | None]] = [(START, None)]
    for piece, (id_, at) in enumerate(zip(encoded.ids, encoded.offsets, strict=True)):
        written += [(mark, None) for mark in before.get(piece, ())]
        written.append((id_, at))
        written += [(mark, None) for mark in after.get(piece, ())]
    written = [*written[: LONGEST - 1], (END, None)]
    places = {mark: index for index, (mark, _) in enumerate(written) if isinstance(mark, str)}
    parties = tuple(
        (places[opening], places[closing] + 1) if opening in places and closing in places else WHOLE
        for opening, closing in (SOURCE, TARGET)
    )
    ids = tuple(number(tokenizer, piece) if isinstance(piece, str) else piece for piece, _ in written)
    return Form(ids, tuple(at for _, at in written), parties)
