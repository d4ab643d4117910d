"""Reports in: whatever form a user's news is in, each text to one `Report` with a date.

`sources` finds what the user names and `opening` opens it; `forms` picks the reader of each form; `dating` knows the
ways to give a date.
"""

from detente.reports.found import Found, Remark, SetAside
from detente.reports.options import ReadingOptions
from detente.reports.report import Report
from detente.reports.sources import read_reports

__all__ = ["Found", "ReadingOptions", "Remark", "Report", "SetAside", "read_reports"]
