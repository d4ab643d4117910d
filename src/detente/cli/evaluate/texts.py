"""Running text measured: who says so, how surely, when and where, and which claims tell of one happening."""

from __future__ import annotations

from typing import Annotated

import typer

from detente.cli.evaluate import figures
from detente.cli.evaluate.files import write_jsonl, write_tsv
from detente.cli.evaluate.options import AsJson, Errors, Gold, Predictions

ATTRIBUTION = (
    "JSON lines: id, text, attributions (source, cue and content as lists of [start, end]), optionally date and each "
    "attribution's source_head.  ·  Example:  [bold]detente evaluate attribution gold.jsonl --errors wrong.tsv[/]"
)
FACTUALITY = (
    "JSON lines: id, text, event (s, e), value from -3 to 3, optionally set.  ·  Example:  "
    "[bold]detente evaluate factuality gold.jsonl --set UW[/]"
)
DATES = (
    "JSON lines: id, text, dct (the text's date), timexes (s, e, type, value).  ·  Example:  "
    "[bold]detente evaluate dates gold.jsonl --json[/]"
)
PLACES = (
    "JSON lines: id, text, toponyms (s, e, lat, lon, optionally geonames_id and country_name).  ·  Example:  "
    "[bold]detente evaluate places gold.jsonl --errors wrong.tsv[/]"
)
EVENTS = (
    "Groups of reports with the words of each happening marked, in a file or a folder of .txt files.  ·  Example:  "
    "[bold]detente evaluate events tests/happenings --errors wrong.tsv[/]"
)


def attribution(gold: Gold, errors: Errors = None, predictions: Predictions = None, as_json: AsJson = False) -> None:
    """Attributions in running text: who says it, by which words, and what is told."""
    from detente.claims.reading import Reader
    from detente.evaluation.attributions import GoldAttributions, read, score, wrong
    from detente.evaluation.gold_lines import read_lines

    texts = list(read(read_lines(gold, GoldAttributions), Reader()))
    write_tsv(errors, ("id", "what", "source", "cue", "content"), wrong(texts))
    write_jsonl(
        predictions,
        (
            {
                "id": text.gold.id,
                "text": text.gold.text,
                "attributions": [told.model_dump(exclude_none=True) for told in text.predicted],
            }
            for text in texts
        ),
    )
    scores = score(texts)
    if as_json:
        figures.as_json(scores.as_json())
        return
    found = {"attributions": scores.found} | {f"{role}'s tokens": found for role, found in scores.token.items()}
    found |= {f"{role}, in part": found for role, found in scores.partial.items()}
    found |= {f"{role}, wholly": found for role, found in scores.exact.items()}
    shares = scores.as_json()
    figures.print_found(
        "what",
        found,
        {"source's head found": shares["source_head_found"], "no source, rightly": shares["no_source_agreed"]},
    )


def factuality(
    gold: Gold,
    only: Annotated[str | None, typer.Option("--set", metavar="NAME", help="Take only one set of the file.")] = None,
    errors: Errors = None,
    predictions: Predictions = None,
    as_json: AsJson = False,
) -> None:
    """How surely events are said to have happened, with the event's word given."""
    from detente.claims.reading import Reader
    from detente.evaluation.factuality import GoldEvent, judge, of_set, score, wrong
    from detente.evaluation.gold_lines import read_lines

    judged = list(judge(of_set(read_lines(gold, GoldEvent), only, str(gold)), Reader()))
    write_tsv(errors, ("id", "word", "gold", "predicted", "why", "text"), wrong(judged))
    write_jsonl(
        predictions,
        (event.gold.model_dump() | {"value": event.degree, "factuality": event.said.factuality} for event in judged),
    )
    scores = score(judged)
    if as_json:
        figures.as_json(scores.as_json())
        return
    found = {"did not happen": scores.signs[-1], "open": scores.signs[0], "happened": scores.signs[1]}
    figures.print_found(
        "sign",
        found | {"not a fact": scores.not_factual},
        {
            "Pearson": scores.pearson,
            "mean error": scores.mean_error,
            "signs right": scores.accuracy,
            "macro-F1": scores.macro_f1,
        },
    )


def dates(gold: Gold, errors: Errors = None, predictions: Predictions = None, as_json: AsJson = False) -> None:
    """Expressions of time in running text: found, and their TIMEX3 values."""
    from detente.claims.reading import Reader
    from detente.evaluation.gold_lines import read_lines
    from detente.evaluation.times import GoldTimes, read, score, wrong

    texts = list(read(read_lines(gold, GoldTimes), Reader()))
    write_tsv(errors, ("id", "words", "gold", "predicted", "context"), wrong(texts))
    write_jsonl(
        predictions,
        (
            text.gold.model_dump(mode="json") | {"timexes": [timex.model_dump() for timex in text.predicted]}
            for text in texts
        ),
    )
    scores = score(texts)
    if as_json:
        figures.as_json(scores.as_json())
        return
    shares = scores.as_json()
    figures.print_found(
        "extent",
        {"overlapping": scores.relaxed, "equal": scores.strict},
        {"types right": shares["type_acc"], "values right": shares["value_acc"], "value F1": scores.value_f1},
    )


def places(gold: Gold, errors: Errors = None, predictions: Predictions = None, as_json: AsJson = False) -> None:
    """Places in running text: found, and resolved to where they are."""
    from dataclasses import asdict

    from detente.claims.reading import Reader
    from detente.evaluation.gold_lines import read_lines
    from detente.evaluation.places import GoldPlaces, read, score, wrong

    texts = list(read(read_lines(gold, GoldPlaces), Reader()))
    write_tsv(errors, ("id", "words", "what", "km_off", "context"), wrong(texts))
    write_jsonl(
        predictions,
        (
            {"id": text.gold.id, "text": text.gold.text, "toponyms": [asdict(place) for place in text.predicted]}
            for text in texts
        ),
    )
    scores = score(texts)
    if as_json:
        figures.as_json(scores.as_json())
        return
    shares = scores.as_json()
    figures.print_found(
        "name",
        {"overlapping": scores.overlap, "equal": scores.strict},
        {
            "within 161 km": shares["acc161"],
            "country right": shares["country_acc"],
            "GeoNames id right": shares["geonames_id_acc"],
            "found and within 161 km": shares["end_to_end161"],
        },
    )


def events(gold: Gold, errors: Errors = None, predictions: Predictions = None, as_json: AsJson = False) -> None:
    """Claims joined to events: groups of reports whose happenings are marked, read, joined and compared by B-cubed."""
    from detente.claims.reading import Reader
    from detente.evaluation.happenings import joined_claims, read_claims, read_groups, score, wrong

    marked = read_claims(read_groups(gold), Reader(domestic=True, threshold=0))
    found = joined_claims(marked)
    header = ("what", "happening", "other_happening", "claim", "other_claim", "sentence", "other_sentence")
    write_tsv(errors, header, wrong(marked, found))
    write_jsonl(
        predictions,
        (
            {"event": n, "claims": [{"id": i, "happening": marked.happenings.get(i)} for i in e]}
            for n, e in enumerate(found)
        ),
    )
    scores = score(marked, found)
    if as_json:
        figures.as_json(scores.as_json())
        return
    figures.print_rates(
        {
            "B-cubed precision": scores.precision,
            "recall": scores.recall,
            "F1": scores.f1,
            "F1 with nothing joined": score(marked, [[claim.id] for claim in marked.claims]).f1,
        },
        f"{scores.claims} claims of {scores.happenings} happenings in {scores.events} events; "
        f"claims were read at {scores.read} of {scores.told} marks",
    )
