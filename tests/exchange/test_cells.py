"""Cells are safe in a spreadsheet, and come back as they were."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.exchange.cells import in_one_line, plain, safe


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", '=HYPERLINK("http://x";"y")'])
def test_what_a_spreadsheet_would_run_is_marked(cell):
    assert safe(cell) == "'" + cell


@pytest.mark.parametrize("cell", ["", "Peru", "'Abd al-Rahman", "3 = 3", "a-b"])
def test_what_it_would_not_run_is_left(cell):
    assert safe(cell) == cell


@given(st.text())
def test_a_cell_goes_there_and_back(cell):
    assert plain(safe(cell)) == cell


def test_a_cell_without_quoting_stands_in_one_line():
    assert in_one_line("a\tb\nc  d") == "a b c d"
