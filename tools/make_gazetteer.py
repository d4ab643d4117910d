"""Makes `knowledge/data/gazetteer.tsv.xz` from GeoNames' dump (download.geonames.org/export/dump, CC BY 4.0).

    python tools/make_gazetteer.py FOLDER

FOLDER holds `cities500.txt` and `admin2Codes.txt` as GeoNames publishes them. Districts have no coordinates in that
dump: they take the middle of the towns in them.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from statistics import median

from detente.knowledge.place_table import Row, folded, write

WELL_KNOWN = 100_000
"""Inhabitants from which a town is also known by its other names ("Bombay", "Leningrad")."""
CAPITALS = frozenset({"PPLC", "PPLG"})
GONE = frozenset({"PPLQ", "PPLW", "PPLH", "PPLCH"})


def towns(dump: Path) -> Iterator[tuple[Row, str, list[str]]]:
    """Every town with the code of its district and its other names."""
    for line in (dump / "cities500.txt").read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if cells[7] in GONE:
            continue
        kind = "capital" if cells[7] in CAPITALS else "quarter" if cells[7] == "PPLX" else "town"
        where = (float(cells[4]), float(cells[5]))
        names = [name for name in cells[3].split(",") if name]
        row = Row(cells[1], kind, int(cells[0]), *where, cells[8], cells[10], int(cells[14]), len(names))
        yield row, ".".join((cells[8], cells[10], cells[11])), names


def other_names(row: Row, names: list[str]) -> Iterator[Row]:
    """A large town by what else it is called in Latin letters, but not by "City of" before its name."""
    if row.population < WELL_KNOWN and row.kind != "capital":
        return
    own = folded(row.name)
    seen = {own}
    for name in names:
        if own in folded(name):
            continue
        if name.isascii() and name[:1].isupper() and len(name) > 3 and not name.isupper() and folded(name) not in seen:
            seen.add(folded(name))
            yield replace(row, name=name, kind="once")


def districts(dump: Path, inside: dict[str, list[Row]]) -> Iterator[Row]:
    """Every district that has a town, unless it is called as one of its towns is."""
    for line in (dump / "admin2Codes.txt").read_text(encoding="utf-8").splitlines():
        code, name = line.split("\t")[:2]
        held = inside.get(code, [])
        if not held or folded(name) in {folded(town.name) for town in held}:
            continue
        country, region, _ = code.split(".", 2)
        whole = sum(town.population for town in held if town.kind != "quarter")
        lat, lon = median(t.lat for t in held), median(t.lon for t in held)
        number = line.split("\t")[3]
        yield Row(name, "district", int(number) if number else None, lat, lon, country, region, whole)


def main(dump: Path) -> None:
    """Reads the dump and writes the table."""
    found: list[Row] = []
    inside: dict[str, list[Row]] = defaultdict(list)
    for row, district, names in towns(dump):
        inside[district].append(row)
        found += [row, *other_names(row, names)]
    write((*found, *districts(dump, inside)))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
