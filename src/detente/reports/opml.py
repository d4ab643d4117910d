"""OPML: the lists of feeds that feed readers write."""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from detente.errors import ReportError


def feeds_of(path: Path) -> list[str]:
    """The addresses of the feeds in a list, each once, in its order.

    Raises:
        ReportError: it is no such list, or names no feed.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=False)
    try:
        root = etree.fromstring(path.read_bytes(), parser)
    except OSError as fault:
        raise ReportError(str(path), f"cannot be read ({(fault.strerror or '').lower()})", "check the path") from None
    except etree.XMLSyntaxError as fault:
        raise ReportError(
            str(path), f"is no OPML ({fault.msg})", "give the list as your feed reader exports it"
        ) from None
    written = (outline.get("xmlUrl") for outline in root.iter("outline"))
    found = list(dict.fromkeys(address.strip() for address in written if address))
    if not found:
        raise ReportError(str(path), "names no feed (no outline with an xmlUrl)", "give a list of feeds in OPML")
    return found
