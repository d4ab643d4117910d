"""Reports in: plain text, HTML and JSON lines, each to one `Report` with a date.

`sources` finds the files and picks the reader of each form; `dating` knows the three ways to give a date.
"""

from detente.reports.options import ReadingOptions
from detente.reports.report import Report
from detente.reports.sources import read_reports

__all__ = ["ReadingOptions", "Report", "read_reports"]
