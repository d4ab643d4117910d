"""Finding who a sentence speaks of: names, nationalities, offices and those who act for a state.

A mention is built around the head of a noun phrase. Modifiers say whom it belongs to (`belonging`), titles and
appositions say in what office ("Liu Guozhong, vice premier of the State Council"). What only modifies something that
does not act ("Russian gas") stays an owner, which nominal events use ("the Russian attack"). References back are left
for `references`.
"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from detente.claims.document import Document, Mention, Sentence
from detente.claims.parties.belonging import Belonging, Owner, is_possessive_reference, refers_back
from detente.claims.parties.naming import MODIFIERS, Found, Spotted, named, spot
from detente.claims.parties.told import called_later
from detente.knowledge.countries import bodies
from detente.knowledge.people import in_office
from detente.knowledge.references import anaphor, halves, together
from detente.knowledge.roles import Role, sector_of_modifier
from detente.knowledge.words import words

PRONOUNS = words("pronouns")
PLURAL_PRONOUNS = words("plural pronouns")
DEFINITE = words("definite determiners")
KIN = words("kin")
HONORIFICS = words("honorifics")
ALSO_WORDS = words("family names that are words")
PLACES = frozenset({"GPE", "LOC", "FAC", "DATE"})
REPRESENTS_ABROAD = ("ambassador", "envoy", "consul", "diplomat")
LEFT_OF_HEAD = frozenset({"det", "poss", "amod", "compound", "nummod", "nmod", "quantmod", "predet"})
TITLES = frozenset({"compound", "nmod", "amod"})


def find_parties(document: Document) -> None:
    """Adds to every sentence the mentions that its own words identify or that refer back."""
    called = set(_called_later(document))
    for sentence in document.sentences:
        _SentenceParties(document, sentence, called).find()
        called |= _introduced(sentence)


def _called_later(document: Document) -> frozenset[str]:
    """The names by which the report may call people: those it names in full, and who leads a state on its day."""
    readings = [hit.reading("person") for sentence in document.sentences for hit in sentence.hits]
    named_in_full = {form for reading in readings if reading for form in called_later(reading.key)}
    leading = {family for family in in_office(document.published) if family.lower() not in ALSO_WORDS}
    return frozenset(named_in_full | leading)


def _introduced(sentence: Sentence) -> set[str]:
    """The last names of those whom a sentence names in full with their office ("Peruvian minister Carla Ocampo")."""
    people = [m.person.split() for m in sentence.mentions.values() if m.person and m.role is not None]
    return {names[-1] for names in people if len(names) > 1 and names[-1].lower() not in ALSO_WORDS}


class _SentenceParties:
    """The work on one sentence: names and roles by head, then one mention a noun phrase."""

    def __init__(self, document: Document, sentence: Sentence, called: set[str]) -> None:
        self.document = document
        self.sentence = sentence
        self.called = called
        self.spotted: Spotted = spot(document, sentence)
        self.belonging = Belonging(self.spotted)
        self.absorbed = self.belonging.absorbed

    def find(self) -> None:
        heads = [token for token in self.sentence.tokens() if self._is_head(token)]
        built = {head.i: self._mention(head) for head in heads}
        for head in heads:
            self._join_apposition(head, built)
            self._join_title(head, built)
            self._join_name_behind_owner(head, built)
        for root, mention in built.items():
            if root not in self.absorbed:
                self.sentence.mentions[root] = mention
        for found in self.spotted.names.values():
            if found.root.i not in built and found.root.i not in self.absorbed:
                self.sentence.mentions[found.root.i] = self._bare_name(named(self.spotted, found), found.root)
        self._add_halves()
        self._add_references()

    def _is_head(self, token: Token) -> bool:
        """Whether a token heads a phrase that can act: an acting noun, a person, or a name that stands alone."""
        found = self.spotted.names.get(token.i)
        if token.pos_ not in {"NOUN", "PROPN", "ADJ", "NUM", "X"} and found is None:
            return False
        if found is not None and found.name.kind != "adjective" and not self._modifies(token):
            return True
        if token.i in self.spotted.roles and not self._is_title(token):
            return True
        return found is None and self._is_unknown_person(token)

    def _modifies(self, token: Token) -> bool:
        return token.dep_ in MODIFIERS and token.head.i not in self.spotted.same_name(token)

    def _is_title(self, token: Token) -> bool:
        """A title before a name or another noun ("President Mubarak", "defence ministry official")."""
        return token.dep_ in TITLES and token.head.pos_ in {"NOUN", "PROPN"} and token.head.i > token.i

    def _is_unknown_person(self, token: Token) -> bool:
        if token.i in self.spotted.inside or token.dep_ in {"compound", "amod"}:
            return False
        if token.text in self.called and token.pos_ in {"PROPN", "NOUN"}:
            return token.ent_type_ not in PLACES
        titled = any(child.i in self.spotted.roles and child.dep_ in TITLES for child in token.children)
        beside = token.dep_ == "appos" and _is_of_one(self.spotted.role(token.head)) and token.ent_type_ not in PLACES
        return token.pos_ == "PROPN" and (titled or beside or token.ent_type_ == "PERSON")

    def _mention(self, head: Token) -> Mention:
        found = self.spotted.names.get(head.i)
        mention = named(self.spotted, found) if found else self._unnamed(head)
        role = self._role_of(head)
        if role is not None:
            mention = replace(
                mention,
                role=role,
                sector=self._sector(mention, head, role),
                office=mention.office or role.title,
                plural=mention.plural or role.plural,
            )
        span = self._span(head)
        if mention.kind != "owner":
            owners = self.belonging.owners(head)
            mention = self._with_owner(mention, head, owners)
            span = self._with_tail(span, head, owners)
        also = tuple(replace(other, span=span, text=self._text(span)) for other in mention.also)
        return replace(mention, span=span, text=self._text(span), also=also)

    def _sector(self, mention: Mention, head: Token, role: Role) -> str | None:
        """An office's sector, a modifier's ("military", "rebel"), else the noun's own."""
        if mention.person and mention.sector:
            return mention.sector
        first = self.spotted.roles[head.i].first if head.i in self.spotted.roles else head
        modifiers = (t.lower_ for t in head.lefts if t.dep_ in TITLES and t.i < first.i)
        lent = (sector_of_modifier(word) for word in modifiers)
        return next((sector for sector in lent if sector), None) or role.sector or mention.sector

    def _role_of(self, head: Token) -> Role | None:
        if head.i in self.spotted.roles:
            return self.spotted.role(head)
        found = self.spotted.names.get(head.i)
        if found is not None and found.name.kind != "person":
            return None
        titles = [child.i for child in head.lefts if child.i in self.spotted.roles and child.dep_ in TITLES]
        return self.spotted.roles[max(titles)].role if titles else None

    def _unnamed(self, head: Token) -> Mention:
        person = None
        if (head.pos_ == "PROPN" or head.text in self.called) and head.i not in self.spotted.roles:
            known = {*self.spotted.roles, *self.spotted.inside}
            given = [t.i for t in head.lefts if _is_given_name(t) and t.i not in known]
            person = head.doc[min([*given, head.i]) : head.i + 1].text
        return Mention(
            root=head.i,
            span=(0, 0),
            text="",
            kind="name" if person else "role",
            person=person,
            plural=head.tag_ in {"NNS", "NNPS"},
            definite=any(c.lower_ in DEFINITE or c.dep_ == "poss" for c in head.lefts),
        )

    def _bare_name(self, mention: Mention, root: Token) -> Mention:
        """A name as it stands; a nationality with an article is the people or their state ("the French")."""
        if mention.named_by != "adjective" or mention.kind == "owner":
            return mention
        span = self._span(root)
        return replace(mention, span=span, text=self._text(span), plural=True)

    def _with_owner(self, mention: Mention, head: Token, owners: list[Owner]) -> Mention:
        """Adds whom a phrase belongs to: nationality, possessor, "of Ethiopia", or a pronoun still to be resolved."""
        if self.belonging.is_relational(head):
            return replace(mention, definite=any(child.lower_ in DEFINITE for child in head.lefts))
        pronoun = next((child.i for child in head.lefts if is_possessive_reference(child)), None)
        if pronoun is not None and not self.belonging.is_named_apart(head, owners):
            mention = replace(mention, owner_pronoun=pronoun)
        for owner in owners:
            mention = self._owned_by(mention, owner, head)
        noun = mention.office or (mention.role.noun if mention.role else "")
        if _is_abroad(mention) or noun.endswith(REPRESENTS_ABROAD):
            host = self.belonging.host(head)
            mention = replace(mention, host=mention.host or (named(self.spotted, host).country if host else None))
        return mention

    def _owned_by(self, mention: Mention, owner: Owner, head: Token) -> Mention:
        name = named(self.spotted, owner.name)
        if _is_abroad(mention) and owner.name.name.kind == "capital" and owner.name.root.dep_ != "poss":
            return replace(mention, host=name.country)
        if mention.country is None and mention.organisation is None and mention.owner_pronoun is None:
            if mention.role is not None and mention.role.noun in KIN and self._is_leader(name, owner, head):
                mention = replace(mention, sector="ELI")
            owned = self._given(mention, name)
            beside = (self._given(mention, named(self.spotted, other)) for other in owner.beside)
            return replace(owned, also=tuple(other for other in beside if other.code != owned.code))
        if mention.organisation is None and name.organisation and not mention.person:
            return replace(mention, organisation=name.organisation)
        body = bodies().get(mention.organisation or "")
        if body is not None and body.kind == "group" and mention.country is None:
            return replace(mention, country=name.country)
        return mention

    @staticmethod
    def _given(mention: Mention, owner: Mention) -> Mention:
        """The phrase as its owner's."""
        return replace(
            mention,
            country=owner.country,
            organisation=owner.organisation,
            named_by=owner.named_by,
            sector=mention.sector or owner.sector,
        )

    def _is_leader(self, name: Mention, owner: Owner, head: Token) -> bool:
        """Whether the owner holds an office ("the wife of the Cuban president")."""
        between = (self.spotted.role(token) for token in self.belonging.between(head, owner.name))
        return name.person is not None or any(role is not None and role.office for role in between)

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
            if mine.person and other.person and mine.person != other.person:
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
        found = self.spotted.names.get(head.i)
        if person.person is None or head.i in self.absorbed:
            return
        first = found.first.i if found is not None else min(t.i for t in head.subtree if t.i <= head.i)
        title = built.get(first - 1)
        if title is None or title.kind != "role" or title.root in self.absorbed:
            return
        built[head.i] = replace(person, role=person.role or title.role, office=person.office or title.office)
        if not person.known:
            built[head.i] = replace(
                built[head.i], country=title.country, organisation=title.organisation, sector=title.sector
            )
        self.absorbed.add(title.root)

    def _join_name_behind_owner(self, head: Token, built: dict[int, Mention]) -> None:
        """Gives an office the name that follows its owner or host: "the president of Slovenia Janez Novak"."""
        mine = built[head.i]
        if mine.person or not _is_of_one(mine.role):
            return
        behind = [t for c in head.children if c.dep_ == "prep" and c.lower_ in {"of", "to"} for t in c.children]
        for token in behind:
            other = built.get(token.i)
            before = [child for child in token.lefts if child.dep_ == "compound" and child.i in self.spotted.names]
            if before and other is not None and other.person and other.code in {None, mine.code}:
                span = (mine.span[0], max(mine.span[1], other.span[1]))
                built[head.i] = replace(mine, person=other.person, span=span, text=self._text(span))
                self.absorbed |= {token.i, *(child.i for child in before)}

    def _add_halves(self) -> None:
        """Adds the half that shares its noun with the other ("North and South Korea"), and both of "the two Koreas"."""
        mentions = self.sentence.mentions
        for found in self.spotted.names.values():
            code = named(self.spotted, found).country
            other = self._half_before(found, code)
            for root, mention in list(mentions.items()) if other else []:
                covers = mention.span[0] <= found.hit.start < mention.span[1]
                if covers and not mention.also and not mention.person and mention.code in {None, code}:
                    beside = replace(mention, country=other)
                    mentions[root] = replace(mention, country=code, also=(beside,))
        for token in self.sentence.tokens():
            if token.text in together() and token.i not in mentions:
                span = self._span(token)
                first, second = (
                    Mention(token.i, span, self._text(span), "name", country=code) for code in together()[token.text]
                )
                mentions[token.i] = replace(first, also=(second,))

    def _half_before(self, found: Found, code: str | None) -> str | None:
        """The state of "North" where "and South Korea" follows."""
        first = found.first
        if first.i - 2 < self.sentence.parsed.start or first.nbor(-1).lower_ != "and":
            return None
        pairs = halves(first.nbor(-2).lower_)
        return next((half for half, other in pairs if other == code and first.lower_ != first.nbor(-2).lower_), None)

    def _add_references(self) -> None:
        for token in self.sentence.tokens():
            if token.i in self.sentence.mentions or token.i in self.absorbed:
                continue
            if token.pos_ == "PRON" and token.lower_ in PRONOUNS:
                self._add(token, "pronoun")
            elif refers_back(token):
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
            definite=kind == "pronoun" or any(c.lower_ in DEFINITE for c in token.children),
        )

    def _span(self, head: Token) -> tuple[int, int]:
        """The characters of a phrase from its first modifier to its head, or to the end of its name."""
        left = head
        for child in head.lefts:
            if child.dep_ in LEFT_OF_HEAD:
                left = min((left, child.left_edge), key=lambda token: token.i)
        right = head
        found = self.spotted.names.get(head.i)
        if found is not None:
            left = min((left, found.first), key=lambda token: token.i)
            right = max((right, found.last), key=lambda token: token.i)
        elif head.i in self.spotted.roles:
            right = self.spotted.roles[head.i].last
        return self.sentence.characters(left, right)

    def _with_tail(self, span: tuple[int, int], head: Token, owners: list[Owner]) -> tuple[int, int]:
        """The phrase with the owner that follows it ("the emir of Kuwait")."""
        names = [name for owner in owners for name in (owner.name, *owner.beside) if name.root.i > head.i]
        last = [t for name in names for t in (name.last, *self.belonging.between(head, name))]
        if not last:
            return span
        return (span[0], self.sentence.characters(head, max(last, key=lambda token: token.i))[1])

    def _text(self, span: tuple[int, int]) -> str:
        return self.document.report.text[span[0] : span[1]]


def _is_of_one(role: Role | None) -> bool:
    """Whether a role is one person's: whoever is named beside it holds it."""
    return role is not None and role.person and not role.plural


def _is_given_name(token: Token) -> bool:
    return token.dep_ == "compound" and token.pos_ == "PROPN" and token.lower_ not in HONORIFICS


def _is_abroad(mention: Mention) -> bool:
    return mention.role is not None and mention.role.abroad
