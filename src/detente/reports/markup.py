"""A piece of HTML as text, for what feeds and archives hold in place of a page."""

from __future__ import annotations

from lxml import etree, html

BLOCKS = (
    "p",
    "div",
    "br",
    "li",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "blockquote",
    "tr",
    "figure",
    "article",
    "section",
)
UNSEEN = ("script", "style", "iframe", "noscript", "template")


def text_of(markup: str) -> str:
    """The text of a piece of HTML, its paragraphs parted by blank lines."""
    if "<" not in markup and "&" not in markup:
        return markup.strip()
    try:
        piece = html.fragment_fromstring(markup, create_parent="div")
    except (etree.LxmlError, ValueError, AssertionError):
        return ""
    etree.strip_elements(piece, *UNSEEN, with_tail=False)
    for block in piece.iter(*BLOCKS):
        block.text = f"\n\n{block.text or ''}"
        block.tail = f"\n\n{block.tail or ''}"
    paragraphs = (" ".join(part.split()) for part in str(piece.text_content()).split("\n\n"))
    return "\n\n".join(part for part in paragraphs if part)
