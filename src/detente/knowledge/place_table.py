"""The table of towns and districts: some 284,000 rows that cost no start-up and little memory.

It is GeoNames' (CC BY 4.0), sorted by name, compressed in the package (`data/gazetteer.tsv.xz`) and held in memory as
the bytes that it is; a name is found by halving. `tools/make_gazetteer.py` makes it anew from GeoNames' dump.
"""

from __future__ import annotations

import lzma
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from detente.knowledge.tables import DATA

FILE = DATA / "gazetteer.tsv.xz"
Settled = Literal["town", "capital", "quarter", "district", "once"]
"""What a row's name names: a town, the capital of a state, a part of a town, a district (county, second-level
region), or a town by another name than its own."""
_LETTERS = str.maketrans("ØøŁłĐđıßÆæŒœÞþ’‘`ʼʻ", "OoLlDdisAaOoTt'''''")
_SHORT = {"st": "saint", "ste": "sainte", "ft": "fort", "mt": "mount"}
_SHORT_WORD = re.compile(r"(?<!\S)(ste?|ft|mt)\.?(?=\s)")


@dataclass(frozen=True, slots=True)
class Row:
    """A town or district as the table has it: ISO alpha-2 country, GeoNames' code of its first-level region."""

    name: str
    kind: Settled
    geonames_id: int | None
    lat: float
    lon: float
    country: str
    region: str
    population: int
    known_as: int = 0
    """By how many names GeoNames knows it in the world's languages: a measure of its fame."""

    def line(self) -> bytes:
        """The row as it is written, the name by which it is sorted before it."""
        key = folded(self.name)
        number = self.geonames_id or ""
        cells = (key, "" if self.name == key.title() else self.name, self.kind[0], number, f"{self.lat:.3f}")
        return "\t".join(
            map(str, (*cells, f"{self.lon:.3f}", self.country, self.region, self.population or "", self.known_as or ""))
        ).encode()

    @classmethod
    def of(cls, line: bytes) -> Row:
        """The row that a line was written from."""
        key, name, kind, number, lat, lon, country, region, population, known_as = line.decode().split("\t")
        return cls(
            name or key.title(),
            _KINDS[kind],
            int(number) if number else None,
            float(lat),
            float(lon),
            country,
            region,
            int(population or 0),
            int(known_as or 0),
        )


_KINDS: dict[str, Settled] = {"t": "town", "c": "capital", "q": "quarter", "d": "district", "o": "once"}


def plain(name: str) -> str:
    """A name without accents and with blanks for hyphens: "Sao Tome", "Port au Prince"."""
    if name.isascii():
        return name.replace("-", " ")
    letters = unicodedata.normalize("NFKD", name.translate(_LETTERS))
    return "".join(c for c in letters if not unicodedata.combining(c)).replace("-", " ")


def folded(name: str) -> str:
    """What every spelling of a name has in common: "St. Louis" and "SAINT LOUIS" are "saint louis"."""
    small = _SHORT_WORD.sub(lambda word: _SHORT[word[1]], plain(name).lower())
    return " ".join(small.replace("'", "").replace(".", "").split())


@lru_cache(maxsize=20_000)
def rows_named(key: str) -> tuple[Row, ...]:
    """The towns and districts of a folded name."""
    table, wanted = _table(), key.encode() + b"\t"
    low, high = 0, len(table)
    while low < high:
        middle = max(low, table.rfind(b"\n", 0, (low + high) // 2) + 1)
        if table[middle : middle + len(wanted)] < wanted:
            low = table.find(b"\n", middle) + 1
        else:
            high = middle
    found: list[Row] = []
    while table.startswith(wanted, low):
        end = table.find(b"\n", low)
        found.append(Row.of(table[low:end]))
        low = end + 1
    return tuple(found)


def write(rows: Iterable[Row]) -> None:
    """Writes the table, sorted as it is searched."""
    lines = sorted({row.line() for row in rows}, key=lambda line: (line.partition(b"\t")[0] + b"\t", line))
    with lzma.open(FILE, "wb", preset=9 | lzma.PRESET_EXTREME) as packed:
        packed.writelines(line + b"\n" for line in lines)


@cache
def _table() -> bytes:
    with lzma.open(FILE) as packed:
        return packed.read()
