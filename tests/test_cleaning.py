"""Cleaning: markup becomes text, and every character knows where it came from."""

import tomllib
import unicodedata
from pathlib import Path

import pytest

import factex

EXAMPLES = tomllib.loads((Path(__file__).parents[1] / "docs" / "cleaning.toml").read_text(encoding="utf-8"))


def rows(part):
    """The examples of a part of the table, each with its behaviour as id."""
    return pytest.mark.parametrize(("source", "text"), [pytest.param(*row, id=name) for name, row in EXAMPLES[part].items()])


@rows("markup")
def test_markup(source, text):
    """A row of the table of cleaning for markup."""
    assert factex.read(source, format="html").text == text


@rows("plain")
def test_plain(source, text):
    """A row of the table of cleaning for plain text."""
    assert factex.read(source, format="text").text == text


@rows("markup")
def test_source_span_holds_the_same_characters(source, text):
    """The markup behind each character of the text is read as that character."""
    article = factex.read(source, format="html")
    for place, character in enumerate(article.text):
        start, end = article.source_span(place, place + 1)
        assert 0 <= start < end <= len(source)
        if not character.isspace():
            behind = factex.read(f"<p>{article.markup[start:end]}</p>", format="html").text
            assert behind == character or unicodedata.normalize("NFKC", character).replace("−", "-") == behind


def test_half_of_a_surrogate_pair():
    """It is no character, and becomes the one that stands for those."""
    assert factex.read("5\ud83d%", format="html").text == "5\ufffd%"


def test_source_span_refuses_offsets_outside_the_text():
    """Offsets that are none of the text's are an error, not a wrong place."""
    article = factex.read("<p>Sales rose 3%.", format="html")
    with pytest.raises(IndexError, match="do not fit a text of 14 characters"):
        article.source_span(3, 15)
    with pytest.raises(IndexError, match="do not fit a text of 5 characters"):
        factex.read("Sales", format="text").source_span(-1, 2)
