"""Boilerplate: what newsrooms put around and into their articles, by the names of its boxes and by its words."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from factex.cleaning.layout import Layout
from factex.cleaning.tags import attributes
from factex.data import table

LONGEST = 400
"""Characters of a line from which on it is not looked at for words of boilerplate."""

_BOXES = frozenset(("aside", "nav", "footer", "form", "header"))


@lru_cache(4096)
def _cached(name: str, source: str) -> str:
    found = attributes(source)
    return f"{name} {found.get('class', '')} {re.sub(r'[0-9]+', '', found.get('id', ''))}"


def signature(layout: Layout, markup: str, element: int) -> str:
    """The tag name, class and id of an element, without the numbers that make an id unique."""
    place = layout.places[element]
    name = layout.names[element]
    if not element or markup[place : place + 1] != "<":
        return name
    end = markup.find(">", place, place + 1000)
    return _cached(name, markup[place + 1 + len(name) : end if end > 0 else place + 1000])


def is_boilerplate(line: str) -> bool:
    """Whether a line is one that newsrooms put around their articles, such as "Read more: Profits fall"."""
    return len(line) < LONGEST and _lines().fullmatch(line) is not None


@lru_cache(4096)
def is_box(own: str, *, by_name: bool = True) -> bool:
    """Whether an element of this signature is a box of something else inside an article, by its tag (*by_name*) or its class."""
    return (by_name and own.partition(" ")[0] in _BOXES) or _words("boxes").search(own) is not None


@lru_cache(4096)
def is_told(own: str) -> bool:
    """Whether an element of this signature is a box of the article's own: facts and figures told aside."""
    return _words("told").search(own) is not None


@cache
def _lines() -> re.Pattern[str]:
    return re.compile("|".join(table("boilerplate")["lines"]), re.IGNORECASE)


@cache
def _words(names: str) -> re.Pattern[str]:
    """Any of the *names* of boxes as a word of a class or an id."""
    return re.compile(rf"(?<![a-z])(?:{'|'.join(table('boilerplate')[names])})(?![a-z])", re.IGNORECASE)
