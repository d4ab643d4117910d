"""Checking a record by hand: which claims to look at, the sheet to fill, and what the verdicts say of the whole.

How good a reader is on gold says little of how good it is on one's own archive; a sample of one's own record does.
"""

from detente.audit.drawing import Drawn, draw
from detente.audit.precision import Precision, precisions
from detente.audit.sheet import read_sheet, sheet

__all__ = ["Drawn", "Precision", "draw", "precisions", "read_sheet", "sheet"]
