"""JSON-LD in the terms of PROV-O: which entity each event was derived from, and whose word that is.

An event of ours is derived from what its sources say; each of these is attributed to those who say it, and derived
from the reports in which they do. An imported event is derived from the row of its set, and attributed to nobody: the
sets do not publish who told them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import IO, Any
from urllib.parse import quote

from detente.events.event import Event, Participant, Source

CONTEXT = {
    "prov": "http://www.w3.org/ns/prov#",
    "schema": "https://schema.org/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "plover": "urn:plover:",
    "detente": "urn:detente:",
    "wasDerivedFrom": {"@id": "prov:wasDerivedFrom", "@type": "@id"},
    "wasAttributedTo": {"@id": "prov:wasAttributedTo", "@type": "@id"},
    "hadMember": {"@id": "prov:hadMember", "@type": "@id"},
    "actor": {"@id": "plover:actor", "@type": "@id"},
    "recipient": {"@id": "plover:recipient", "@type": "@id"},
    "eventType": {"@id": "plover:eventType", "@type": "@vocab"},
    "eventMode": "plover:eventMode",
    "context": "plover:context",
    "startDate": {"@id": "schema:startDate", "@type": "xsd:date"},
    "endDate": {"@id": "schema:endDate", "@type": "xsd:date"},
    "location": "schema:location",
    "name": "schema:name",
    "latitude": "schema:latitude",
    "longitude": "schema:longitude",
    "addressCountry": "schema:addressCountry",
    "factuality": "detente:factuality",
    "status": "detente:status",
    "deniedBy": "detente:deniedBy",
    "version": "schema:version",
}
"""What the short names of the file mean."""
SHARED = tuple(f"detente:{kind}:" for kind in ("party", "named", "teller", "report", "set"))
"""How the ids of what several events have in common begin."""
Node = dict[str, Any]


def write_jsonld(events: Iterable[Event], out: IO[bytes]) -> None:
    """Writes one document, a node a line."""
    out.write(f'{{"@context": {json.dumps(CONTEXT)},\n"@graph": [\n'.encode())
    between = b""
    for node in _once(node for event in events for node in nodes_of(event)):
        out.write(between + json.dumps(node, ensure_ascii=False).encode("utf-8", "replace"))
        between = b",\n"
    out.write(b"\n]}\n")


def _once(nodes: Iterable[Node]) -> Iterator[Node]:
    """All nodes, those that several events share the first time only."""
    seen: set[str] = set()
    for node in nodes:
        if not node["@id"].startswith(SHARED):
            yield node
        elif node["@id"] not in seen:
            seen.add(node["@id"])
            yield node


def nodes_of(event: Event) -> Iterator[Node]:
    """The event, who takes part, and where its telling comes from."""
    place = event.place
    yield _without_nothing(
        {
            "@id": f"detente:event:{event.id}",
            "@type": ["prov:Entity", "schema:Event"],
            "eventType": f"plover:{event.type}",
            "eventMode": event.mode,
            "context": list(event.contexts),
            "startDate": event.happened.start and event.happened.start.isoformat(),
            "endDate": event.happened.end and event.happened.end.isoformat(),
            "actor": [_party_id(party) for party in event.actors],
            "recipient": [_party_id(party) for party in event.recipients],
            "location": place and _without_nothing(
                {
                    "@type": "schema:Place", "name": place.name, "latitude": place.lat, "longitude": place.lon,
                    "addressCountry": place.country,
                }
            ),
            "factuality": event.factuality.value,
            "status": event.status,
            "deniedBy": list(event.denied_by),
            "wasDerivedFrom": [
                *(_source_id(event, number) for number in range(1, len(event.sources) + 1)),
                *([_row_id(event)] if event.origin else []),
            ],
        }
    )  # fmt: skip
    for party in event.parties:
        yield {"@id": _party_id(party), "@type": "prov:Agent", "name": party.name}
    for number, source in enumerate(event.sources, 1):
        yield from _telling(_source_id(event, number), source)
    yield from _row(event)


def _telling(source_id: str, source: Source) -> Iterator[Node]:
    """What one source says: the claims in which it does, on whose word, and in which reports."""
    tellers = [f"detente:teller:{_part(name)}" for name in (*source.word_of, *source.outlets)]
    reports = [f"detente:report:{_part(report)}" for report in source.reports]
    yield {
        "@id": source_id,
        "@type": ["prov:Entity", "prov:Collection"],
        "hadMember": [f"detente:claim:{claim}" for claim in source.claims],
        "wasAttributedTo": tellers,
        "wasDerivedFrom": reports,
        "factuality": source.factuality.value,
    }
    for teller, name in zip(tellers, (*source.word_of, *source.outlets), strict=True):
        yield {"@id": teller, "@type": "prov:Agent", "name": name}
    for claim in source.claims:
        yield {"@id": f"detente:claim:{claim}", "@type": "prov:Entity"}
    for report in reports:
        yield {"@id": report, "@type": "prov:Entity"}


def _row(event: Event) -> Iterator[Node]:
    origin = event.origin
    if origin is not None:
        set_id = f"detente:set:{_part(origin.set)}:{_part(origin.version)}"
        yield {"@id": _row_id(event), "@type": "prov:Entity", "name": origin.row, "wasDerivedFrom": [set_id]}
        yield {"@id": set_id, "@type": "prov:Entity", "name": origin.set, "version": origin.version}


def _source_id(event: Event, number: int) -> str:
    return f"detente:source:{event.id}:{number}"


def _row_id(event: Event) -> str:
    return f"detente:row:{event.id}"


def _party_id(party: Participant) -> str:
    kind = "party" if party.code else "named"
    parts = (party.code or party.name, party.sector, party.person)
    return f"detente:{kind}:{':'.join(_part(part) for part in parts if part)}"


def _part(text: str) -> str:
    """A part of an identifier; lone surrogates, which no text should hold, are replaced."""
    return quote(text.encode("utf-8", "replace"), safe="")


def _without_nothing(node: Node) -> Node:
    return {key: value for key, value in node.items() if value is not None and value != []}
