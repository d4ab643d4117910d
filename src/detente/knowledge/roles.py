"""Offices and agent nouns: which common nouns act for a state, and as what PLOVER sector.

"Foreign minister" acts for a government, "troops" for an army, "fishermen" for nobody but themselves; the tables
`offices.csv` and `agents.csv` say which.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from detente.knowledge.tables import rows, several

LONGEST = 7
"""The most tokens a title has ("minister of state for foreign affairs")."""


@dataclass(frozen=True, slots=True)
class Role:
    """What a common noun acts as."""

    noun: str
    """The noun in the singular, written out ("general" for "Gen.")."""
    sector: str
    office: str | None
    rank: str | None
    plural: bool
    person: bool
    """One human being who can be "he" or "she" later."""
    abroad: bool
    """An institution that stands in another's country: embassy, consulate, mission."""
    thing: bool = False
    """A vehicle or a weapon, which acts for whose it is but is not spoken of as if it belonged to a state."""

    @property
    def title(self) -> str | None:
        """The office as a party's: of one holder, or of several who are named by it ("the foreign ministers")."""
        return self.noun if self.office and (not self.plural or self.rank in RANKS_OF_SEVERAL) else None


STATE_SECTORS = frozenset({"GOV", "MIL", "LEG", "COP", "JUD", "SPY", "OPP", "REB", "PTY"})
"""Sectors whose bare nouns ("the army", "the prime minister") belong to the state that is spoken of."""
RANKS_OF_SEVERAL = frozenset({"head of state", "head of government", "minister"})
THINGS = frozenset({"vehicle", "weapon"})
ABROAD = frozenset({"embassy", "consulate", "mission", "legation", "consulate general", "compound"})


@cache
def roles() -> dict[str, Role]:
    """Every title and agent noun, lower case, singular and plural, with what it acts as."""
    found: dict[str, Role] = {}
    for row in rows("agents"):
        person = row["mode_of_reference"] == "people"
        for form, plural in ((row["noun"], False), (row["plural"], True)):
            if form:
                found[form.lower()] = Role(
                    noun=row["noun"].lower(),
                    sector=row["sector"],
                    office=None,
                    rank=None,
                    plural=plural,
                    person=person and not plural,
                    abroad=row["noun"] in ABROAD,
                    thing=row["mode_of_reference"] in THINGS,
                )
    for row in rows("offices"):
        singular = (row["title"], *several(row["aliases"]))
        for form, plural in [(f, False) for f in singular] + [(f, True) for f in several(row["plural"])]:
            noun = row["title"] if plural or "." in form else form
            found[form.lower()] = Role(
                noun, row["sector"], row["office"] or None, row["rank"] or None, plural, not plural, False
            )
    return found


@cache
def _modifiers() -> dict[str, str]:
    return {row["word"]: row["sector"] for row in rows("sector_modifiers")}


def sector_of_modifier(word: str) -> str | None:
    """The sector that an adjective lends to whom it describes ("military", "rebel")."""
    return _modifiers().get(word)
