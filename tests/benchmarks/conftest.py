"""What the benchmarks measure is held to its bounds here; they lie beside the package, in `benchmarks/`."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))
