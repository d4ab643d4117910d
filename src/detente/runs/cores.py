"""How many cores a process may use: a share of a machine is not the whole of it."""

from __future__ import annotations

import os


def all_cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
