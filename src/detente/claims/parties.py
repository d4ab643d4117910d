"""Finding who a sentence speaks of: names, nationalities, offices and those who act for a state.

A mention is built around the head of a noun phrase. Modifiers say whom it belongs to ("Ethiopian troops",
"Israel's army", "the president of France"), titles and appositions say in what office ("Liu Guozhong, vice premier
of the State Council"). What only modifies something that does not act ("Russian gas") stays an owner, which
nominal events use ("the Russian attack"). References back are left for `references`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from spacy.tokens import Token

from detente.claims.document import Document, Mention, Sentence
from detente.claims.syntax import conjuncts
from detente.knowledge.countries import at, bodies
from detente.knowledge.names import Name, NameHit, NameKind
from detente.knowledge.people import by_person, holding
from detente.knowledge.references import anaphor
from detente.knowledge.roles import Role, longest_role, sector_of_modifier
from detente.knowledge.words import words

MODIFIERS = frozenset({"amod", "compound", "nmod", "poss", "nummod", "npadvmod"})
BELONGING = frozenset({"of", "from", "for"})
PRONOUNS = words("pronouns")
PLURAL_PRONOUNS = words("plural pronouns")
_ONLY_QUALIFIES = re.compile(
    r"[-‐–](?:backed|supported|funded|financed|made|built|born|occupied|held|controlled|brokered|mediated|sponsored|"
    r"owned|based|style|speaking|linked|aligned|trained|supplied|bound|hosted|flagged|designed|administered)\b"
)
NAMES_A_PARTY: tuple[NameKind, ...] = (
    "country",
    "capital",
    "adjective",
    "people",
    "seat",
    "organisation",
    "group",
    "person",
)


@dataclass(frozen=True, slots=True)
class Found:
    """A name hit with the token that heads it."""

    hit: NameHit
    name: Name
    root: Token
    first: Token
    last: Token


def find_parties(document: Document) -> None:
    """Adds to every sentence the mentions that its own words identify or that refer back."""
    for sentence in document.sentences:
        _SentenceParties(document, sentence).find()


class _SentenceParties:
    """The work on one sentence: hits by head, roles by head, then one mention a noun phrase."""

    def __init__(self, document: Document, sentence: Sentence) -> None:
        self.document = document
        self.sentence = sentence
        self.found: dict[int, Found] = {}
        self.inside: dict[int, Found] = {}
        self.roles: dict[int, tuple[Role, int]] = {}
        self.absorbed: set[int] = set()

    def find(self) -> None:
        self._locate_names()
        self._locate_roles()
        heads = [token for token in self.sentence.tokens() if self._is_head(token)]
        built = {head.i: self._mention(head) for head in heads}
        for head in heads:
            self._join_apposition(head, built)
            self._join_title(head, built)
        for root, mention in built.items():
            if root not in self.absorbed:
                self.sentence.mentions[root] = mention
        for found in self.found.values():
            if found.root.i not in built and found.root.i not in self.absorbed:
                self.sentence.mentions[found.root.i] = self._named(found)
        self._add_references()

    def _locate_names(self) -> None:
        text = self.document.report.text
        for hit in self.sentence.hits:
            name = hit.reading(*NAMES_A_PARTY, day=self.document.published)
            tokens = self.sentence.at(hit.start, hit.end)
            if name is None or tokens is None or _ONLY_QUALIFIES.match(text, hit.end):
                continue
            found = Found(hit, name, tokens.root, tokens[0], tokens[-1])
            self.found[tokens.root.i] = found
            for token in tokens:
                self.inside[token.i] = found

    def _locate_roles(self) -> None:
        for token in self.sentence.tokens():
            if token.pos_ not in {"NOUN", "PROPN", "ADJ"} or token.i in self.inside:
                continue
            words: list[str] = []
            for earlier in reversed(
                list(self.sentence.parsed.doc[max(self.sentence.parsed.start, token.i - 4) : token.i + 1])
            ):
                if earlier.is_punct and earlier.text not in {"-", "'"}:
                    break
                words.insert(0, earlier.text)
            role = longest_role(words) or longest_role([token.lemma_.lower()])
            if role is not None:
                self.roles[token.i] = role

    def _is_head(self, token: Token) -> bool:
        """Whether a token heads a phrase that can act: an acting noun, a person, or a name that stands alone."""
        if token.pos_ not in {"NOUN", "PROPN", "ADJ", "NUM", "X"} and token.i not in self.found:
            return False
        found = self.found.get(token.i)
        if found is not None and found.name.kind != "adjective" and not self._modifies(token):
            return True
        if found is not None and found.name.kind == "person" and token.dep_ != "poss":
            return not self._modifies(token)
        if token.i in self.roles and not self._is_title(token):
            return True
        return found is None and self._is_unknown_person(token)

    def _modifies(self, token: Token) -> bool:
        return token.dep_ in MODIFIERS and token.head.i not in self.inside_of(token)

    def inside_of(self, token: Token) -> set[int]:
        """The tokens of the name that a token is part of."""
        found = self.inside.get(token.i)
        return {i for i, other in self.inside.items() if other is found} if found else set()

    def _is_title(self, token: Token) -> bool:
        """A title before a name or another noun ("President Mubarak", "defence ministry official")."""
        return (
            token.dep_ in {"compound", "nmod", "amod"}
            and token.head.pos_ in {"NOUN", "PROPN"}
            and token.head.i > token.i
        )

    def _is_unknown_person(self, token: Token) -> bool:
        if token.pos_ != "PROPN" or token.i in self.inside or token.dep_ in {"compound", "amod"}:
            return False
        titled = any(child.i in self.roles and child.dep_ in {"compound", "nmod", "amod"} for child in token.children)
        return titled or token.ent_type_ == "PERSON"

    def _mention(self, head: Token) -> Mention:
        found = self.found.get(head.i)
        mention = self._named(found) if found else self._unnamed(head)
        role = self._role_of(head)
        if role is not None:
            mention = replace(
                mention,
                role=role,
                sector=self._sector(mention, head, role),
                office=mention.office or (role.noun if role.person else None),
                plural=mention.plural or role.plural,
            )
        if mention.kind != "owner":
            mention = self._with_owner(mention, head)
        return replace(mention, span=self._span(head), text=self._text(self._span(head)))

    @staticmethod
    def _sector(mention: Mention, head: Token, role: Role) -> str | None:
        """An office's sector, a modifier's ("military", "rebel"), else the noun's own."""
        if mention.person and mention.sector:
            return mention.sector
        modified = (sector_of_modifier(t.lower_) for t in head.lefts if t.dep_ in {"amod", "compound", "nmod"})
        return next((sector for sector in modified if sector), None) or role.sector or mention.sector

    def _role_of(self, head: Token) -> Role | None:
        if head.i in self.roles:
            return self.roles[head.i][0]
        titles = [
            child.i for child in head.lefts if child.i in self.roles and child.dep_ in {"compound", "nmod", "amod"}
        ]
        return self.roles[max(titles)][0] if titles else None

    def _named(self, found: Found) -> Mention:
        span = (found.hit.start, found.hit.end)
        base = Mention(root=found.root.i, span=span, text=found.hit.text, kind="name", named_by=found.name.kind)
        name = found.name
        if found.root.dep_ in {"poss", "amod", "compound", "nmod", "npadvmod"} and found.root.head.pos_ in {
            "NOUN",
            "PROPN",
            "ADJ",
            "VERB",
        }:
            base = replace(base, kind="owner", owner_of=found.root.head.i)
        if name.kind in {"organisation", "group"}:
            body = bodies()[name.key]
            return replace(base, organisation=name.key, country=body.country, sector=name.sector)
        if name.kind == "person":
            return self._person(base, name.key)
        plural = name.kind == "people" and found.root.tag_ == "NNS"
        return replace(base, country=at(name.key, self.document.published), sector=name.sector, plural=plural)

    def _person(self, base: Mention, form: str) -> Mention:
        tenure = holding(by_person()[form], self.document.published)
        if tenure is None:
            return base
        over = not tenure.term.holds(self.document.published)
        body = bodies().get(tenure.country)
        return replace(
            base,
            person=tenure.person,
            office=f"former {tenure.office}" if over and tenure.office else tenure.office or None,
            sector="ELI" if over and tenure.sector == "GOV" else tenure.sector,
            organisation=body.code if body else None,
            country=body.country if body else tenure.country or None,
        )

    def _unnamed(self, head: Token) -> Mention:
        person = None
        if head.pos_ == "PROPN" and head.i not in self.roles:
            given = [
                t.text
                for t in head.lefts
                if t.dep_ == "compound" and t.pos_ == "PROPN" and t.i not in self.roles and t.i not in self.inside
            ]
            person = " ".join([*given, head.text])
        return Mention(
            root=head.i,
            span=(0, 0),
            text="",
            kind="name" if person else "role",
            person=person,
            plural=head.tag_ in {"NNS", "NNPS"},
            definite=any(
                c.lower_ in {"the", "this", "that", "these", "those", "both"} or c.dep_ == "poss" for c in head.lefts
            ),
        )

    def _with_owner(self, mention: Mention, head: Token) -> Mention:
        """Adds whom a phrase belongs to: nationality, possessor, "of Ethiopia", or a pronoun still to be resolved."""
        owners = [owner for owner in self._owners(head) if owner.root.i != head.i]
        abroad = mention.role is not None and mention.role.abroad
        pronoun = next((c.i for c in head.lefts if c.dep_ == "poss" and c.pos_ == "PRON"), None)
        counterpart = any(o.name.kind == "adjective" for o in owners)
        if pronoun is not None and not counterpart:
            mention = replace(mention, owner_pronoun=pronoun)
        for owner in owners:
            self.absorbed.add(owner.root.i)
            name = self._named(owner)
            place_only = abroad and owner.name.kind == "capital" and owner.root.dep_ != "poss"
            if place_only:
                mention = replace(mention, host=name.country)
            elif mention.country is None and mention.organisation is None and mention.owner_pronoun is None:
                mention = replace(mention, country=name.country, organisation=name.organisation, named_by=name.named_by)
                if mention.sector is None or (not mention.sector and name.sector):
                    mention = replace(mention, sector=name.sector)
            elif mention.organisation is None and name.organisation and not mention.person:
                mention = replace(mention, organisation=name.organisation)
        if abroad or (mention.office or "").endswith(("ambassador", "envoy", "consul", "diplomat")):
            mention = replace(mention, host=mention.host or self._stands_in(head))
        return mention

    def _owners(self, head: Token, depth: int = 0) -> list[Found]:
        """Names that a phrase belongs to, the closest first."""
        found: list[Found] = []
        for child in head.children:
            if child.dep_ in MODIFIERS and child.i < head.i:
                if child.i in self.found:
                    found.append(self.found[child.i])
                if depth < 3 and (child.dep_ != "poss" or child.i not in self.found):
                    found += self._owners(child, depth + 1)
            elif child.dep_ == "prep" and child.lower_ in BELONGING and depth < 3 and self._belongs_by(head, child):
                for grandchild in child.children:
                    if grandchild.dep_ != "pobj":
                        continue
                    if grandchild.i in self.found:
                        found.append(self.found[grandchild.i])
                    elif grandchild.i in self.roles or grandchild.lower_ in {
                        "council",
                        "ministry",
                        "republic",
                        "state",
                    }:
                        found += self._owners(grandchild, depth + 1)
                        self.absorbed.add(grandchild.i)
        found += self._right_after(head) if depth == 0 and not found and head.i in self.roles else []
        for other in conjuncts(head)[1:]:
            if depth == 0 and not found and head.i in self.roles and other.i in self.roles:
                found += [
                    owner for owner in self._owners(other, 2) if owner.root.dep_ == "amod" and owner.root.i < head.i
                ]
        return found

    def _right_after(self, head: Token) -> list[Found]:
        """The owner in "top officials from Beijing", wherever the parser hangs "from"."""
        following = self.sentence.parsed.doc[head.i + 1 : min(head.i + 5, self.sentence.parsed.end)]
        if not len(following) or following[0].lower_ not in {"from", "of"}:
            return []
        return [self.found[t.i] for t in following[1:] if t.i in self.found and t.head == following[0]]

    def _belongs_by(self, head: Token, preposition: Token) -> bool:
        if head.i not in self.roles and not (head.i in self.found and self.found[head.i].name.kind == "person"):
            return False
        if preposition.lower_ == "for":
            return self.roles.get(head.i) is not None and self.roles[head.i][0].noun.startswith(
                ("spokes", "negotiator", "envoy")
            )
        return True

    def _stands_in(self, head: Token) -> str | None:
        for child in head.children:
            if child.dep_ == "prep" and child.lower_ in {"in", "to"}:
                for grandchild in child.children:
                    if grandchild.i in self.found:
                        return self._named(self.found[grandchild.i]).country
        return None

    def _join_apposition(self, head: Token, built: dict[int, Mention]) -> None:
        if head.i in self.absorbed:
            return
        for child in head.children:
            other = built.get(child.i)
            if child.dep_ != "appos" or other is None:
                continue
            mine = built[head.i]
            if mine.known and other.known and mine.code != other.code and not mine.person:
                continue
            if not (mine.person or other.person or (mine.role and not mine.known)):
                continue
            built[head.i] = replace(
                mine,
                country=mine.country or other.country,
                organisation=mine.organisation or (other.organisation if not mine.country else None),
                sector=other.sector if not mine.sector else mine.sector,
                office=mine.office or other.office,
                person=mine.person or other.person,
                role=mine.role or other.role,
                owner_pronoun=mine.owner_pronoun if mine.known else mine.owner_pronoun or other.owner_pronoun,
            )
            self.absorbed.add(child.i)

    def _join_title(self, head: Token, built: dict[int, Mention]) -> None:
        """Lets a person absorb a title that the parser leaves beside the name: "his close ally Kim Jong-un"."""
        person = built[head.i]
        found = self.found.get(head.i)
        if person.person is None or head.i in self.absorbed:
            return
        first = found.first.i if found is not None else min(t.i for t in head.subtree if t.i <= head.i)
        title = built.get(first - 1)
        if title is None or title.kind != "role" or title.root in self.absorbed:
            return
        built[head.i] = replace(person, role=person.role or title.role, office=person.office or title.office)
        self.absorbed.add(title.root)

    def _add_references(self) -> None:
        for token in self.sentence.tokens():
            if token.i in self.sentence.mentions or token.i in self.absorbed:
                continue
            if token.pos_ == "PRON" and token.lower_ in PRONOUNS:
                self._add(token, "pronoun")
            elif (
                anaphor(token.lemma_.lower(), plural=token.tag_ == "NNS")
                and token.pos_ == "NOUN"
                and token.dep_ != "compound"
            ):
                self._add(token, "anaphor")
        for mention in list(self.sentence.mentions.values()):
            token = self.sentence.token(mention.root)
            paired = any(child.lower_ in {"two", "both"} for child in token.lefts)
            bare = mention.kind == "role" and not mention.known and (mention.owner_pronoun is None or paired)
            if bare and mention.definite and anaphor(token.lemma_.lower(), plural=token.tag_ == "NNS"):
                self.sentence.mentions[mention.root] = replace(mention, kind="anaphor")

    def _add(self, token: Token, kind: str) -> None:
        span = self._span(token)
        self.sentence.mentions[token.i] = Mention(
            root=token.i,
            span=span,
            text=self._text(span),
            kind="pronoun" if kind == "pronoun" else "anaphor",
            plural=token.tag_ == "NNS" or token.lower_ in PLURAL_PRONOUNS,
            definite=kind == "pronoun"
            or any(c.lower_ in {"the", "these", "those", "this", "both", "that"} for c in token.children),
        )

    def _span(self, head: Token) -> tuple[int, int]:
        left = head
        for child in head.lefts:
            if child.dep_ in {"det", "poss", "amod", "compound", "nummod", "nmod", "quantmod", "predet"}:
                left = min((left, child.left_edge), key=lambda token: token.i)
        right = head
        found = self.found.get(head.i)
        if found is not None:
            left = min((left, found.first), key=lambda token: token.i)
            right = max((right, found.last), key=lambda token: token.i)
        return self.sentence.characters(left, right)

    def _text(self, span: tuple[int, int]) -> str:
        return self.document.report.text[span[0] : span[1]]
