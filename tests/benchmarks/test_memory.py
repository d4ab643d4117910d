"""Reading a thousand reports takes no more memory than reading a few: under 800 MB, and it does not grow."""

from pathlib import Path

from memory import SETTLED, watched, write_archive

AT_MOST = 800
GROWTH = 40
"""Megabytes by which the last reading may differ: what allocators keep, not what the reader holds."""


def test_memory_is_bounded_and_flat(tmp_path: Path) -> None:
    write_archive(tmp_path / "archive.jsonl")
    held = watched(tmp_path / "archive.jsonl", tmp_path / "claims.jsonl")
    assert held.peak < AT_MOST
    assert held.growth < GROWTH, f"{held.settled:.0f} MB at report {SETTLED}, {held.end:.0f} MB at the end"
