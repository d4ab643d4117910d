"""GraphML: well-formed whatever the names, every edge between nodes that are there."""

import io
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.events.event import Participant
from detente.exchange.exports.graph import NAMESPACE, clean, write_events, write_ties

NS = {"g": NAMESPACE}


def drawn(write, events):
    """Nodes and edges of what is written, each with its data by name."""
    out = io.BytesIO()
    write(iter(events), out)
    root = ET.fromstring(out.getvalue())
    names = {key.get("id"): key.get("attr.name") for key in root.findall("g:key", NS)}

    def held(element):
        return {names[data.get("key")]: data.text for data in element.findall("g:data", NS)}

    nodes = {node.get("id"): held(node) for node in root.iterfind(".//g:node", NS)}
    edges = [(edge.get("source"), edge.get("target"), held(edge)) for edge in root.iterfind(".//g:edge", NS)]
    assert {end for edge in edges for end in edge[:2]} == set(nodes)
    return nodes, edges


def test_ties_are_summed(own_event, imported_event):
    later = own_event.model_copy(update={"type": "SANCTION", "quad": "material conflict", "id": "e_1"})
    nodes, edges = drawn(write_ties, [own_event, later, imported_event])
    assert nodes["JPN"] == {"name": "Japan", "kind": "state"}
    assert nodes["WHO"] == {"name": "World Health Organization", "kind": "IGO"}
    assert [edge[:2] for edge in edges] == [("AUS", "VUT"), ("JPN", "VUT"), ("KEN", "WHO")]
    assert edges[1][2] == {
        "events": "2", "verbal_cooperation": "0", "material_cooperation": "1", "verbal_conflict": "0",
        "material_conflict": "1", "first": "2023-09-08", "last": "2023-09-08",
    }  # fmt: skip


def test_events_are_edges(own_event, imported_event):
    _, edges = drawn(write_events, [own_event, imported_event])
    assert [edge[:2] for edge in edges] == [("JPN", "VUT"), ("AUS", "VUT"), ("KEN", "WHO")]
    assert (edges[2][2]["type"], edges[2][2]["origin"]) == ("CONSULT", "gdelt2")


@pytest.mark.parametrize("name", ['<&>"', "a\x00b\x0bc", "]]>", "\ud800", "ünïcode 漢字"])
def test_hostile_names_do_no_harm(own_event, name):
    parties = (Participant(role="actor", name=name), Participant.model_construct(role="recipient", name="x"))
    event = own_event.model_copy(update={"parties": parties})
    nodes, _ = drawn(write_ties, [event])
    assert {held["name"] for held in nodes.values()} == {clean(name), "x"}


@given(st.text())
def test_what_is_cleaned_can_be_read_as_xml(text):
    ET.fromstring(f"<a>{clean(text).replace('&', '&amp;').replace('<', '&lt;')}</a>")
