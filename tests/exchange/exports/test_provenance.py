"""JSON-LD: an event is derived from what its sources say, and these are attributed to who says it."""

import io
import json

from detente.exchange.exports.provenance import CONTEXT, write_jsonld


def graph(*events):
    out = io.BytesIO()
    write_jsonld(iter(events), out)
    document = json.loads(out.getvalue())
    assert document["@context"] == CONTEXT
    nodes = {node["@id"]: node for node in document["@graph"]}
    assert len(nodes) == len(document["@graph"]), "a node stands twice"
    return nodes


def test_who_says_what(own_event):
    nodes = graph(own_event)
    event = nodes[f"detente:event:{own_event.id}"]
    (source,) = (nodes[link] for link in event["wasDerivedFrom"])
    assert [nodes[link]["name"] for link in source["wasAttributedTo"]] == ["Korean Central News Agency", "Example Wire"]
    assert source["wasDerivedFrom"] == ["detente:report:a.txt"]
    assert source["hadMember"] == [f"detente:claim:{claim}" for claim in own_event.claims]


def test_an_imported_event_is_derived_from_its_row_and_attributed_to_nobody(imported_event):
    nodes = graph(imported_event)
    event = nodes[f"detente:event:{imported_event.id}"]
    (row,) = (nodes[link] for link in event["wasDerivedFrom"])
    (set_,) = (nodes[link] for link in row["wasDerivedFrom"])
    assert (row["name"], set_["name"], set_["version"]) == ("77", "gdelt2", "20190304.export.CSV")
    assert not any("wasAttributedTo" in node for node in nodes.values())


def test_every_link_leads_to_a_node(own_event, imported_event):
    nodes = graph(own_event, imported_event, imported_event.model_copy(update={"id": "e_2"}))
    links = {"wasDerivedFrom", "wasAttributedTo", "hadMember", "actor", "recipient"}
    linked = {link for node in nodes.values() for name in links & node.keys() for link in node[name]}
    assert linked <= nodes.keys()


def test_parties_and_types_are_named(imported_event):
    nodes = graph(imported_event)
    event = nodes[f"detente:event:{imported_event.id}"]
    assert event["eventType"] == "plover:CONSULT"
    assert nodes[event["actor"][0]]["name"] == "NAIROBI"
    assert event["location"]["name"] == "Geneva"
