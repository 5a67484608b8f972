"""Anchors: what trafilatura takes for the article of a page, in a form that is found again among the lines of the walk."""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from factex.cleaning.layout import Layout
from factex.cleaning.walk import Walk

if TYPE_CHECKING:
    from lxml.etree import _Element
    from trafilatura.settings import Extractor

LONG = 40
"""Letters and digits from which on a line is told by its words alone."""

FEW = 600
"""Characters below which an article is taken for one that was not found, unless they are half of the page."""

_NO_WORD = re.compile(r"[\W_]+")
_NO_ARTICLE = frozenset(("aside", "footer", "menu", "nav"))


def anchors(walked: Walk) -> list[str]:
    """The keys of the blocks of the article in a walked page; nothing where it shows no article."""
    return [found for block in _extracted(_outline(walked), walked.length) if (found := key(block))]


def key(text: str) -> str:
    """The letters and digits of *text*: what two cleanings of one page agree on."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    return _NO_WORD.sub("", text)


def is_in(key: str, whole: str) -> bool:
    """Whether *whole* holds *key*, or half of the pieces of a long one: trafilatura drops words out of the middle of lines."""
    if key in whole or len(key) < LONG:
        return key in whole
    pieces = [key[i : i + LONG // 2] for i in range(0, len(key) - LONG // 2 + 1, LONG // 2)]
    return sum(piece in whole for piece in pieces) * 2 > len(pieces)


def _outline(walked: Walk) -> str:
    """The markup of a page without what is no article for sure: elements with no text but links, and the boxes of HTML."""
    layout = walked.layout
    unlinked = array("I", bytes(4 * len(layout.parents)))
    ends = [*layout.line_starts[1:], walked.length]
    for element, links, start, end in zip(layout.line_elements, layout.line_links, layout.line_starts, ends, strict=True):
        unlinked[element] += max(0, end - start - 1 - links)
    for element in range(len(unlinked) - 1, 0, -1):
        unlinked[layout.parents[element]] += unlinked[element]
    # A parser in C takes a NUL for the end of the page.
    return walked.without(_without_article(layout, unlinked)).replace("\0", "")


def _without_article(layout: Layout, unlinked: array[int]) -> Iterator[tuple[int, int]]:
    """Where the elements stand that hold no article; in a table, the text of a whole row counts for its first cell."""
    tables = array("b", [0])
    for element in range(1, len(layout.parents)):
        is_row = tables[layout.parents[element]]
        tables.append(is_row or layout.names[element] == "table")
        if layout.ends[element] and (layout.names[element] in _NO_ARTICLE or not (is_row or unlinked[element])):
            yield layout.places[element], layout.ends[element]


def _extracted(markup: str, length: int) -> list[str]:
    """The blocks of the article in *markup* as trafilatura sees them, and the items and cells in them.

    *length* is that of the page's text: where its own rules find little of it, trafilatura asks other extractors too.
    """
    body = _body(markup, fast=True)
    if body is None or len("".join(body.itertext())) < max(min(FEW, length // 2), length // 10):
        body = _body(markup, fast=False)
    if body is None:
        return []
    return ["".join(part.itertext()) for block in body for part in (block, *block.iter("item", "cell", "p"))]


def _body(markup: str, *, fast: bool) -> _Element | None:
    from trafilatura import bare_extraction
    from trafilatura.settings import Document

    document = bare_extraction(markup, options=_options(fast=fast))
    return document.body if isinstance(document, Document) else None


@cache
def _options(*, fast: bool) -> Extractor:
    from trafilatura.settings import Extractor

    return Extractor(fast=fast, precision=True, comments=False, tables=True)
