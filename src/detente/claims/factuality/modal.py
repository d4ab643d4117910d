"""The modal words beside a verb: "may", "would have", "reportedly", and what "would" is in indirect speech."""

from __future__ import annotations

from spacy.tokens import Token

from detente.knowledge.modality import Signature, modals

PLACES = frozenset({"aux", "advmod", "prep", "npadvmod"})


def modals_beside(verb: Token) -> list[tuple[str, Signature]]:
    """The modal words beside a verb, each with what it lends."""
    perfect = any(child.lower_ == "have" and child.dep_ == "aux" for child in verb.children)
    told = verb.dep_ == "ccomp" or any(c.dep_ == "parataxis" for c in verb.children)
    found: list[tuple[str, Signature]] = []
    for child in verb.children:
        if child.dep_ not in PLACES or (child.dep_ == "aux" and child.tag_ != "MD"):
            continue
        written = [f"{child.lower_} have"] if perfect and child.dep_ == "aux" else []
        written += [f"told {child.lower_}"] if told else []
        written += [" ".join(t.lower_ for t in child.subtree), child.lower_]
        form = next((form for form in written if form in modals()), None)
        if form is not None:
            found.append((form if form.endswith(" have") else child.text, modals()[form]))
    return found
