"""What the tests of reading share lies beside them: `spoken` (parties in a line), `telling` (who tells what)."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
