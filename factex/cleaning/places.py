"""Places: where in a page's layout its lines stand, seen from the elements that hold the article."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache
from typing import NamedTuple

from factex.cleaning.boilerplate import is_box, is_told, signature
from factex.cleaning.layout import Layout
from factex.data import table

CLIMB = 40
"""How many elements are looked at on the way from a line to the element of the layout that it stands in."""

HEADINGS = frozenset(name for name, kind in table("html")["kinds"].items() if kind == "heading")
_TABLES = frozenset(("caption", "table"))  # a table in a figure is none of its captions, and what a table is called is no picture's
LEAVES = HEADINGS | frozenset(table("html")["elements"]["leaves"])
"""What stands in a line's own element or around it without being a part of the page's layout."""

OUTSIDE, DECLARED, BESIDE = -1, 100, 200
"""Depths of elements outside of the frame: anywhere; in what the page declares to be the article; beside the frame."""

_BODY = re.compile(r"<[^<>]{0,400}?itemprop=[\"']?articleBody\b")


class Place(NamedTuple):
    """Where in the page an element stands.

    `depth`: how many elements of the layout part it from the frame; from DECLARED and from BESIDE on for one that stands
    there, or OUTSIDE. The others: whether it is in a box of something else, in a quote, in a caption, in a box of facts.
    """

    depth: int
    is_boxed: bool = False
    is_quoted: bool = False
    is_caption: bool = False
    is_told: bool = False


class Elements:
    """The elements of a page by what tells them from each other."""

    def __init__(self, layout: Layout, markup: str) -> None:
        self.layout, self._markup = layout, markup
        self._own = cache(lambda element: signature(layout, markup, element))

    def home(self, element: int) -> int:
        """The element of the page's layout that *element* is or stands in."""
        for _ in range(CLIMB):
            if self.layout.names[element] not in LEAVES:
                break
            element = self.layout.parents[element]
        return element

    def signature(self, element: int) -> str:
        """What the elements that hold parts of one article have in common: their tags and classes, and their parents'."""
        found = []
        for _ in range(3):
            found.append(self._own(element))
            element = self.layout.parents[element]
        return " < ".join(found)

    def places(self, frame: Collection[str], beside: Collection[int]) -> list[Place]:
        """The place of each element. *frame*: signatures of those that hold the article; *beside*: the parents of those."""
        declared = set(self._declared())
        found = [Place(OUTSIDE)]
        for element in range(1, len(self.layout.parents)):
            parent = self.layout.parents[element]
            name, around = self.layout.names[element], found[parent]
            is_leaf = name in LEAVES
            if not is_leaf and self.signature(element) in frame:
                found.append(Place(0))
                continue
            if around.depth == OUTSIDE and (parent in declared or parent in beside):
                around = Place(DECLARED if parent in declared else BESIDE)
            own = self._own(element)
            told = around.is_told or is_told(own)
            found.append(
                Place(
                    around.depth + 1 if around.depth != OUTSIDE and not is_leaf else around.depth,
                    is_boxed=around.is_boxed or is_box(own, by_name=not told),
                    is_quoted=around.is_quoted or name == "blockquote",
                    is_caption=name not in _TABLES and (around.is_caption or name in ("figure", "figcaption") or "caption" in own),
                    is_told=told,
                )
            )
        return found

    def _declared(self) -> Iterator[int]:
        """The elements that the page declares to be the body of an article (schema.org)."""
        if "articleBody" in self._markup:
            for element, place in enumerate(self.layout.places):
                if _BODY.match(self._markup, place):
                    yield element
