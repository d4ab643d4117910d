"""GraphML for network tools (Gephi, igraph, networkx): parties as nodes, ties or single events as directed edges."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import IO
from xml.sax.saxutils import XMLGenerator
from xml.sax.xmlreader import AttributesImpl

from detente.events.event import Event, Participant
from detente.exchange.exports.dyads import dyads
from detente.knowledge.countries import bodies, countries, name_of
from detente.knowledge.plover import QUADS

NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
NODE = {"name": "string", "kind": "string"}
TIE = {"events": "int", **{quad.replace(" ", "_"): "int" for quad in QUADS}, "first": "string", "last": "string"}
EVENT = {
    "type": "string", "mode": "string", "front": "string", "quad": "string", "start": "string", "end": "string",
    "status": "string", "origin": "string",
}  # fmt: skip
_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML may hold."""
Attributes = dict[str, str | int | None]


@dataclass(frozen=True, slots=True)
class Node:
    """A party."""

    id: str
    attributes: Attributes


@dataclass(frozen=True, slots=True)
class Edge:
    """One party acting upon another."""

    id: str
    source: str
    target: str
    attributes: Attributes


@dataclass
class Tie:
    """The events from one party to another, summed."""

    counts: Counter[str] = field(default_factory=Counter)
    days: list[str] = field(default_factory=list)

    def add(self, event: Event) -> None:
        """Counts an event in."""
        self.counts.update(("events", *([event.quad.replace(" ", "_")] if event.quad else [])))
        day = event.day.isoformat()
        self.days = [min([*self.days, day]), max([*self.days, day])]

    def attributes(self) -> Attributes:
        """What its edge says."""
        return {name: self.counts[name] for name in TIE if TIE[name] == "int"} | {
            "first": self.days[0],
            "last": self.days[1],
        }


def write_ties(events: Iterable[Event], out: IO[bytes]) -> None:
    """Writes the network of ties: one edge for each who acts upon whom, with counts by quad."""
    nodes: dict[str, Node] = {}
    ties: dict[tuple[str, str], Tie] = {}
    for event in events:
        for one, other in dyads(event):
            a, b = _node(one), _node(other)
            nodes |= {a.id: a, b.id: b}
            ties.setdefault((a.id, b.id), Tie()).add(event)
    edges = (Edge(f"{a}>{b}", a, b, tie.attributes()) for (a, b), tie in sorted(ties.items()))
    _write(chain(sorted(nodes.values(), key=lambda node: node.id), edges), TIE, out)


def write_events(events: Iterable[Event], out: IO[bytes]) -> None:
    """Writes every event as an edge for each who acts upon whom; a node stands before its first edge."""
    _write(_each_event(events), EVENT, out)


def _each_event(events: Iterable[Event]) -> Iterator[Node | Edge]:
    seen: set[str] = set()
    for event in events:
        for number, (one, other) in enumerate(dyads(event), 1):
            ends = _node(one), _node(other)
            for node in ends:
                if node.id not in seen:
                    seen.add(node.id)
                    yield node
            yield Edge(f"{event.id}.{number}", ends[0].id, ends[1].id, _of_event(event))


def _of_event(event: Event) -> Attributes:
    return {
        "type": event.type,
        "mode": event.mode,
        "front": event.front,
        "quad": event.quad,
        "start": (event.happened.start or event.day).isoformat(),
        "end": event.day.isoformat(),
        "status": event.status,
        "origin": event.origin.set if event.origin else None,
    }


def _node(party: Participant) -> Node:
    """A party's node: its code, or its name where it has none."""
    code = party.code
    if code is None:
        return Node(f"name:{party.name}", {"name": party.name, "kind": "named"})
    known = countries().get(code) or bodies().get(code)
    return Node(code, {"name": name_of(code), "kind": known.kind if known else None})


def _write(elements: Iterable[Node | Edge], edge: dict[str, str], out: IO[bytes]) -> None:
    text = io.TextIOWrapper(out, encoding="utf-8", errors="xmlcharrefreplace", newline="\n", write_through=True)
    xml = XMLGenerator(text, "utf-8", short_empty_elements=True)
    xml.startDocument()
    xml.startElement("graphml", AttributesImpl({"xmlns": NAMESPACE}))
    for domain, columns in (("node", NODE), ("edge", edge)):
        for name, kind in columns.items():
            key = {"id": f"{domain}_{name}", "for": domain, "attr.name": name, "attr.type": kind}
            _element(xml, "key", key, {})
    xml.startElement("graph", AttributesImpl({"id": "detente", "edgedefault": "directed"}))
    for element in elements:
        if isinstance(element, Node):
            _element(xml, "node", {"id": element.id}, element.attributes)
        else:
            ends = {"id": element.id, "source": element.source, "target": element.target}
            _element(xml, "edge", ends, element.attributes)
    xml.endElement("graph")
    xml.endElement("graphml")
    xml.endDocument()
    text.detach()


def _element(xml: XMLGenerator, name: str, own: dict[str, str], attributes: Attributes) -> None:
    xml.startElement(name, AttributesImpl({key: clean(value) for key, value in own.items()}))
    for key, value in attributes.items():
        if value is not None:
            xml.startElement("data", AttributesImpl({"key": f"{name}_{key}"}))
            xml.characters(clean(str(value)))
            xml.endElement("data")
    xml.endElement(name)


def clean(text: str) -> str:
    """Text without the characters that no XML may hold."""
    return _NOT_XML.sub("\ufffd", text)
