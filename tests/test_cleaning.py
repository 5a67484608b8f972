"""Cleaning: markup becomes text, and every character knows where it came from."""

import unicodedata

import pytest

import factex
from factex.cleaning.examples import MARKUP, PLAIN


@pytest.mark.parametrize(("behaviour", "source", "text"), [pytest.param(*row, id=row.behaviour) for row in MARKUP])
def test_markup(behaviour, source, text):
    """A row of the table of cleaning for markup."""
    assert factex.read(source, format="html").text == text


@pytest.mark.parametrize(("behaviour", "source", "text"), [pytest.param(*row, id=row.behaviour) for row in PLAIN])
def test_plain(behaviour, source, text):
    """A row of the table of cleaning for plain text."""
    assert factex.read(source, format="text").text == text


@pytest.mark.parametrize(("behaviour", "source", "text"), [pytest.param(*row, id=row.behaviour) for row in MARKUP])
def test_source_span_holds_the_same_characters(behaviour, source, text):
    """The markup behind each character of the text is read as that character."""
    article = factex.read(source, format="html")
    for place, character in enumerate(article.text):
        start, end = article.source_span(place, place + 1)
        assert 0 <= start < end <= len(source)
        if not character.isspace():
            behind = factex.read(f"<p>{article.markup[start:end]}</p>", format="html").text
            assert behind == character or unicodedata.normalize("NFKC", character).replace("−", "-") == behind


def test_source_span_refuses_offsets_outside_the_text():
    """Offsets that are none of the text's are an error, not a wrong place."""
    article = factex.read("<p>Sales rose 3%.", format="html")
    with pytest.raises(IndexError, match="do not fit a text of 14 characters"):
        article.source_span(3, 15)
    with pytest.raises(IndexError, match="do not fit a text of 5 characters"):
        factex.read("Sales", format="text").source_span(-1, 2)
