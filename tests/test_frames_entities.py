"""Entities are written as names: one bearer, without article, title, trade and possessive."""

import pytest

from factex.frames.entities import entity_text
from factex.frames.syntax import Word
from factex.records import Article

NAMES = [
    pytest.param("Sky Prime , Volta", "ORG", 3, "Volta", id="two companies taken for one: the last"),
    pytest.param("Sky Prime , Volta", "ORG", 0, "Sky Prime", id="two companies taken for one: the first"),
    pytest.param("Volta , Inc.", "ORG", 0, "Volta , Inc.", id="a legal form after a comma"),
    pytest.param("the Bank of Norway", "ORG", 1, "Bank of Norway", id="without article"),
    pytest.param("Prime Minister Jonas Holm", "PERSON", 3, "Jonas Holm", id="without title"),
    pytest.param("Drugmaker Sanora", "ORG", 1, "Sanora", id="without trade"),
    pytest.param("Oslo , Norway", "GPE", 0, "Oslo , Norway", id="a place and its country"),
]


@pytest.mark.parametrize(("text", "label", "place", "name"), NAMES)
def test_name(text, label, place, name):
    """The name of the entity that the word at this place is in."""
    words, start = [], 0
    for i, each in enumerate(text.split(" ")):
        words.append(Word(i, each, each.lower(), each.lower(), "PROPN", "NNP", "compound", label, "I", start, start + len(each)))
        words[-1].entity = words
        start += len(each) + 1
    assert entity_text(words[place], Article(text)) == name
