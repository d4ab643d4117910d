"""A file of field names: what it may say, and what reading does with it."""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.errors import MappingError
from detente.reports.mapping import FieldNames, read_mapping


def test_names_and_the_form_of_dates():
    assert mapping('text = "body"\noutlet = "source.name"\ndate_format = "%d/%m/%Y"') == FieldNames(
        {"text": "body", "outlet": "source.name"}, "%d/%m/%Y"
    )


def mapping(written, path=Path("/tmp")):
    file = path / "fields.toml"
    file.write_bytes(written if isinstance(written, bytes) else written.encode("utf-8", "surrogatepass"))
    return read_mapping(file)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("text: body", r"fields\.toml: is no TOML \(.*; write lines such as text = "),
        (b"\xff\xfe", r"is no TOML \("),
        ('colour = "red"', r"says something of 'colour'; name only text, date, id, title, outlet and date_format"),
        ("text = 5", r"says something of 'text'"),
    ],
)
def test_a_file_that_says_something_else_is_one_error(tmp_path, written, said):
    with pytest.raises(MappingError, match=said):
        mapping(written, tmp_path)


def test_a_file_that_is_not_there_is_one_error(tmp_path):
    with pytest.raises(MappingError, match=r"none\.toml: cannot be read \(no such file or directory\)"):
        read_mapping(tmp_path / "none.toml")


@given(st.text())
def test_any_text_is_a_mapping_or_an_error(tmp_path_factory, written):
    try:
        mapping(written, tmp_path_factory.getbasetemp())
    except MappingError:
        return


def test_dates_of_the_user_s_form(write, read):
    write("news.csv", "date,text\n09/08/2023,They met.\n2023-08-09,They left.\n")
    report, error = read("news.csv", date_format="%d/%m/%Y")
    assert report.published == dt.date(2023, 8, 9)
    assert str(error).startswith("news.csv:3: there is no date '2023-08-09' of the form %d/%m/%Y; correct the date")
