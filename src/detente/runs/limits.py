"""How much one report may cost, so that a poisoned one cannot hold up or bring down the rest."""

from __future__ import annotations

import sys
from dataclasses import dataclass

KIBIBYTE = 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """The longest report that is allowed, a million characters, stays below both on a slow machine."""

    seconds: float = 60
    bytes: int = 2_000_000_000
    """Memory beyond what the loaded reader takes."""

    def hold_memory(self) -> None:
        """Makes this process refuse more memory from now on; where the system has no such limit, nothing."""
        if sys.platform != "linux":
            return
        import resource

        loaded = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * KIBIBYTE
        _, hardest = resource.getrlimit(resource.RLIMIT_DATA)
        wanted = loaded + self.bytes
        most = wanted if hardest == resource.RLIM_INFINITY else min(wanted, hardest)
        resource.setrlimit(resource.RLIMIT_DATA, (most, hardest))
