"""What the tests of reading share lies beside them: `spoken` (parties in a line), `telling` (who tells what)."""

import sys
from pathlib import Path

import pytest

from detente import Reader
from detente.claims.relations.lexical import LexicalReader

sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture(scope="session")
def reader() -> Reader:
    """One that reads relations with the lexicon alone, so that a new model changes no test of dates or tellers."""
    return Reader(relations=LexicalReader())


@pytest.fixture(scope="session")
def shipped() -> Reader:
    """The reader as users have it, with the model."""
    return Reader()
