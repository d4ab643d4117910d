"""What a report has spoken of so far, as its sentences are walked in order: the memory that references look into."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from detente.claims.document import Document, Mention, Sentence
from detente.claims.syntax import conjuncts
from detente.knowledge.people import by_person
from detente.knowledge.words import words

REACH = 3
"""How many of the sentences that were read a reference may look back."""
FAR = 500
"""Characters of sentences that were not read, beyond which nothing is looked for."""
LEADING = words("heads and ministers")
SEVERAL = "; "
"""Between the words of several parties that one mention refers to."""
_RANK = {"owner": 2, "anaphor": 1}
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_LOW = frozenset({"pobj", "poss", "amod", "compound"})
PLACES = words("resting prepositions")

Spoken = tuple[Sentence, Mention]


@dataclass
class Told:
    """The mentions of the report up to the one under reading, and its people by each name they may go by later."""

    document: Document
    people: dict[str, Mention | None] = field(default_factory=dict)
    """None: two people of that name."""
    by_sentence: list[list[Mention]] = field(default_factory=list)

    def begin(self) -> None:
        """Goes on to the next sentence."""
        self.by_sentence.append([])

    def add(self, mention: Mention) -> None:
        """Takes in a resolved mention."""
        self.by_sentence[-1].append(mention)
        if mention.person is not None:
            self._remember(mention, mention.person)

    def _remember(self, mention: Mention, person: str) -> None:
        for form in {person, *person.split(), *called_later(person)}:
            known = self.people.get(form, mention)
            if known is None:
                continue
            if known.person == person:
                self.people[form] = mention if mention.known and not known.known else known
            elif form != person:
                self.people[form] = _the_one_meant(known, mention)

    def called(self, name: str) -> Mention | None:
        """Who goes by that name; None where nobody does, or two do."""
        return self.people.get(name)

    def candidates(self, sentence: Sentence, before: int) -> Iterator[Spoken]:
        """What may be meant, the likeliest first: subjects then others, this sentence then earlier ones."""
        here = [m for m in self.by_sentence[-1] if m.root < before]
        yield from ((sentence, m) for m in sorted(here, key=lambda m: _rank_here(sentence, m)))
        yield from self.earlier()

    def earlier(self) -> Iterator[Spoken]:
        """What the sentences before this one spoke of, the nearest sentence first."""
        for back in range(2, min(REACH + 2, len(self.by_sentence) + 1)):
            there = self.document.sentences[len(self.by_sentence) - back]
            if self._is_far(there):
                return
            ranked = sorted(self.by_sentence[-back], key=lambda m: (_RANK.get(m.kind, 0), m.root))
            yield from ((there, mention) for mention in ranked)

    def _is_far(self, there: Sentence) -> bool:
        """Whether much that was not read lies between a sentence and the one under reading."""
        sentences = self.document.sentences[there.index : len(self.by_sentence)]
        read = sum(sentence.span[1] - sentence.span[0] for sentence in sentences)
        return sentences[-1].span[1] - there.span[0] - read > FAR

    def nearest_first(self, before: int) -> Iterator[list[Spoken]]:
        """The mentions of this sentence before a token, then those of the sentences before it."""
        for back in range(1, min(REACH + 1, len(self.by_sentence)) + 1):
            there = self.document.sentences[len(self.by_sentence) - back]
            if self._is_far(there):
                return
            yield [(there, m) for m in self.by_sentence[-back] if back > 1 or m.root < before]


def called_later(person: str) -> set[str]:
    """The names by which a report may go on to call somebody whom it has named in full."""
    held = by_person().get(person, ())
    return {form for t in held for form in (*t.family, *(alias.split()[-1] for alias in (t.person, *t.aliases)))}


def _the_one_meant(known: Mention, mention: Mention) -> Mention | None:
    """Whom a name shared by two people means: the one in a leading office, or nobody."""
    leading = [m for m in (known, mention) if m.office in LEADING]
    return leading[0] if len(leading) == 1 else None


def _rank_here(sentence: Sentence, mention: Mention) -> tuple[int, int]:
    label = sentence.token(mention.root).dep_
    return (0 if label in _SUBJECTS else 2 if label in _LOW else 1, -mention.root)


def as_before(mention: Mention, earlier: Mention) -> Mention:
    """A mention that means the same party as an earlier one."""
    return replace(
        mention,
        country=earlier.country,
        organisation=earlier.organisation,
        sector=earlier.sector,
        office=earlier.office or mention.office,
        person=earlier.person,
        role=mention.role or earlier.role,
        host=mention.host or earlier.host,
        refers_to=words_of(earlier),
        also=tuple(replace(other, root=mention.root, span=mention.span, text=mention.text) for other in earlier.also),
    )


def together(mention: Mention, parties: list[Mention]) -> Mention:
    """A mention that means several earlier parties at once."""
    first, *rest = parties
    also = tuple(replace(as_before(mention, other), also=()) for other in rest)
    meant = dict.fromkeys(words for party in parties for words in words_of(party).split(SEVERAL))
    return replace(as_before(mention, first), also=also, refers_to=SEVERAL.join(meant))


def words_of(mention: Mention) -> str:
    """The words that named the party which an earlier mention stands for."""
    return mention.text if mention.kind == "role" else mention.refers_to or mention.text


def distinct(mentions: Iterable[Mention]) -> list[Mention]:
    """The known parties among some mentions and those beside them, each once."""
    found: dict[str, Mention] = {}
    for mention in mentions:
        for party in (mention, *mention.also):
            if party.code:
                found.setdefault(party.code, party)
    return list(found.values())


def compound(sentence: Sentence, mention: Mention) -> list[Mention]:
    """The parties that a mention is joined to by "and", itself among them.

    The parser takes the second of a list of names for an apposition of the first ("Egypt, Bahrain and Kuwait").
    """
    head = sentence.token(mention.root)
    while head.dep_ in {"conj", "appos"}:
        head = head.head
    beside = [token for child in head.children if child.dep_ == "appos" for token in conjuncts(child)]
    joined = [sentence.mentions.get(token.i) for token in (*conjuncts(head), *beside)]
    return distinct(party for party in joined if party is not None)


def is_place(sentence: Sentence, mention: Mention) -> bool:
    """Whether a mention only says where ("in Geneva")."""
    token = sentence.token(mention.root)
    return token.dep_ == "pobj" and token.head.lower_ in PLACES
