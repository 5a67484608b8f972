"""Select: which lines of a full page are its article.

trafilatura, in its precision mode, says where the article is; it is asked for nothing else, since it loses numbers and
paragraph ends that the walk keeps. Its longer lines, found again among the lines of the walk, are *anchors*. The elements
that hold most of them are the *frame* of the article, and what stands in the frame between anchors belongs to it too,
unless it looks like what newsrooms put there: links to other articles, boxes, bylines.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from factex.cleaning.tags import attributes
from factex.cleaning.walk import MOST_LINES, Layout, Walk
from factex.cleaning.writer import Writer
from factex.data import table

if TYPE_CHECKING:
    from lxml.etree import _Element

LONG = 40
"""Letters and digits from which on a line is told by its words alone."""

FEW = 600
"""Characters below which an article is taken for one that was not found."""

SHORT = 12
"""Letters and digits from which on a line is told by its words within the article's frame."""

SHARE = 0.3
"""The part of what the element with most of the anchors' text holds that others must hold to belong to the frame."""

LINKED = 0.8
"""The part of a line that is linked where it is a link to something else, and no sentence of the article."""

CLIMB = 40
"""How many elements are looked at on the way from a line to the frame."""

MOST_TEXT = 1_000_000
"""A page with more characters of text is no article: all of it is kept."""

_NO_WORD = re.compile(r"[\W_]+")
_HEADING = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
# What stands in a line's own element or around it without being a part of the page's layout.
_LEAVES = (
    _HEADING
    | frozenset(
        (
            "p",
            "li",
            "ul",
            "ol",
            "dl",
            "dt",
            "dd",
            "blockquote",
            "pre",
            "figcaption",
            "figure",
            "td",
            "th",
            "tr",
            "tbody",
            "thead",
            "tfoot",
        )
    )
    | frozenset(("table", "caption", "center", "hgroup", "summary", "address"))
)

_NO_ARTICLE = frozenset(("aside", "footer", "menu", "nav"))
_BOXES = frozenset(("aside", "nav", "footer", "form", "header"))


def article(walked: Walk) -> Writer | None:
    """The article of a walked page; all of it where the markup is a fragment, None where a page shows no article."""
    if not walked.layout.is_page or not walked.length:
        chosen = _unboxed(walked)
        return _joined(walked, chosen) if any(chosen) and not all(chosen) else walked
    chosen = select(walked)
    return _joined(walked, chosen) if any(chosen) else None


def _joined(walked: Walk, chosen: list[bool]) -> Writer:
    """The chosen lines of a walked page."""
    written = Writer()
    starts = [*walked.layout.line_starts, walked.length + 1]
    for (start, stop), wanted in zip(pairwise(starts), chosen, strict=True):
        if wanted:
            written.copy(walked, start, stop - 1)
    return written


def _unboxed(walked: Walk) -> list[bool]:
    """For each line of a fragment, whether it is neither in a box of something else nor a link to another article."""
    layout = walked.layout
    if not walked.is_bearable or not MOST_LINES >= len(layout.line_starts) == walked.text.count("\n") + 1:
        return []
    boxed = array("b", [0])
    for element in range(1, len(layout.parents)):
        own = signature(layout, walked.markup, element)
        boxed.append(boxed[layout.parents[element]] or _boxes().search(own) is not None)
    rows = zip(walked.text.split("\n"), layout.line_elements, layout.line_links, strict=True)
    return [not boxed[element] and not (links * 3 > len(line) and _lines().fullmatch(line)) for line, element, links in rows]


def select(walked: Walk) -> list[bool]:
    """For each line of a page, whether it belongs to the article; nothing where it shows no article."""
    if len(walked.layout.line_starts) > MOST_LINES or walked.length > MOST_TEXT or not walked.is_bearable:
        return []
    lines = walked.text.split("\n")
    blocks = [key for block in _extracted(_outline(walked), walked.length) if (key := _key(block))]
    return _Page(walked, lines, blocks).chosen() if blocks else []


def _outline(walked: Walk) -> str:
    """The markup of a page without what is no article for sure: elements with no text but links, and the boxes of HTML."""
    layout = walked.layout
    unlinked = array("I", bytes(4 * len(layout.parents)))
    ends = [*layout.line_starts[1:], walked.length]
    for element, links, start, end in zip(layout.line_elements, layout.line_links, layout.line_starts, ends, strict=True):
        unlinked[element] += max(0, end - start - 1 - links)
    for element in range(len(unlinked) - 1, 0, -1):
        unlinked[layout.parents[element]] += unlinked[element]
    return walked.without(_without_article(layout, unlinked))


def _without_article(layout: Layout, unlinked: array[int]) -> Iterator[tuple[int, int]]:
    """Where the elements stand that hold no article; in a table, the text of a whole row counts for its first cell."""
    tables = array("b", [0])
    for element in range(1, len(layout.parents)):
        is_row = tables[layout.parents[element]]
        tables.append(is_row or layout.names[element] == "table")
        if layout.ends[element] and (layout.names[element] in _NO_ARTICLE or not (is_row or unlinked[element])):
            yield layout.places[element], layout.ends[element]


def _key(text: str) -> str:
    """The letters and digits of *text*: what two cleanings of one page agree on."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    return _NO_WORD.sub("", text)


def _extracted(markup: str, length: int) -> list[str]:
    """The blocks of the article in *markup* as trafilatura sees them, and the items and cells in them.

    *length* is that of the page's text: where its own rules find little of it, trafilatura asks other extractors too.
    """
    body = _body(markup, fast=True)
    if body is None or len("".join(body.itertext())) < max(FEW, length // 10):
        body = _body(markup, fast=False)
    if body is None:
        return []
    return ["".join(part.itertext()) for block in body for part in (block, *block.iter("item", "cell", "p"))]


def _body(markup: str, *, fast: bool) -> _Element | None:
    from trafilatura import bare_extraction
    from trafilatura.settings import Document

    document = bare_extraction(
        markup, favor_precision=True, include_comments=False, include_tables=True, with_metadata=False, fast=fast
    )
    return document.body if isinstance(document, Document) else None


def _is_in(key: str, whole: str) -> bool:
    """Whether *whole* holds *key*, or half of the pieces of a long one: trafilatura drops words out of the middle of lines."""
    if key in whole or len(key) < LONG:
        return key in whole
    pieces = [key[i : i + LONG // 2] for i in range(0, len(key) - LONG // 2 + 1, LONG // 2)]
    return sum(piece in whole for piece in pieces) * 2 > len(pieces)


class _Page:
    """The lines of a page with what tells those of its article from the others."""

    def __init__(self, walked: Walk, lines: list[str], blocks: list[str]) -> None:
        self.lines = lines
        self.keys = [_key(line) for line in lines]
        self.layout, self.markup = walked.layout, walked.markup
        self._signature = cache(self._signature_of)
        self._own_signature = cache(self._own_signature_of)
        self._places: dict[int, _Place] = {}
        whole = "\n".join(blocks)
        exact = set(blocks)
        self.known = {n for n, key in enumerate(self.keys) if key in exact or (len(key) >= SHORT and _is_in(key, whole))}
        self.anchors = [n for n in sorted(self.known) if len(self.keys[n]) >= LONG and not self._is_heading(n)]
        self.anchors = [n for n in self.anchors if not self._is_boilerplate(n)]
        self.frame = self._frame()

    def _frame(self) -> set[str]:
        """The signatures of the elements that hold a good part of the anchors' text."""
        weights: Counter[str] = Counter()
        for number in self.anchors:
            weights[self._signature(self._home(number))] += len(self.lines[number])
        most = max(weights.values(), default=0)
        return {signature for signature, weight in weights.items() if weight >= SHARE * most}

    def chosen(self) -> list[bool]:
        """For each line, whether it belongs to the article."""
        places = [self._place(element) for element in self.layout.line_elements]
        core = [n for n in self.anchors if places[n].depth == 0 and not places[n].is_boxed]
        if not core:
            return [n in self.known for n in range(len(self.lines))]
        first, last = self._reach(core[0], -1), self._reach(core[-1], 1)
        wanted = [first <= n <= last and self._belongs(n, places[n]) for n in range(len(self.lines))]
        self._drop_loose_headings(wanted)
        self._drop_repeats(wanted)
        return wanted

    def _reach(self, start: int, step: int) -> int:
        """How far the article goes on before its first or behind its last anchor: as long as lines of the frame do."""
        far = start
        for number in range(start + step, len(self.lines) if step > 0 else -1, step):
            place = self._place(self.layout.line_elements[number])
            if place.is_boxed or self._is_boilerplate(number) or self._is_heading(number):
                continue
            if (place.depth == 0 and (number in self.known or self._is_prose(number)) and not place.is_caption) or (
                place.depth > 0 and (number in self.known or place.is_quoted) and not self._is_linked(number)
            ):
                far = number
        return far

    def _belongs(self, number: int, place: _Place) -> bool:
        """Whether a line between the first and the last of the article is of it."""
        if self._name(number) == "h1" or place.is_boxed or self._is_boilerplate(number):
            return False
        if number in self.known:
            return True
        if place.is_caption or place.depth < 0:
            return False
        if place.depth == 0:
            return not self._is_linked(number)
        return place.is_quoted or self._is_prose(number)

    def _is_prose(self, number: int) -> bool:
        return len(self.keys[number]) >= 2 * LONG and self.layout.line_links[number] * 3 < len(self.lines[number])

    def _is_linked(self, number: int) -> bool:
        return self.layout.line_links[number] >= LINKED * len(self.lines[number])

    def _is_boilerplate(self, number: int) -> bool:
        line = self.lines[number]
        return len(line) < 400 and _lines().fullmatch(line) is not None

    def _is_heading(self, number: int) -> bool:
        return self._name(number) in _HEADING

    def _name(self, number: int) -> str:
        return self.layout.names[self.layout.line_elements[number]]

    def _drop_loose_headings(self, wanted: list[bool]) -> None:
        """Headings with nothing under them go, and those above the first paragraph: they are the title once more."""
        follows = precedes = False
        for number in reversed(range(len(wanted))):
            if wanted[number] and self._is_heading(number) and not follows:
                wanted[number] = False
            follows = follows or wanted[number]
        for number, is_wanted in enumerate(wanted):
            precedes = precedes or (is_wanted and not self._is_heading(number))
            wanted[number] = is_wanted and precedes

    def _drop_repeats(self, wanted: list[bool]) -> None:
        """Of a long line that the layout shows at several places, the first is kept."""
        seen: dict[str, str] = {}
        for number, key in enumerate(self.keys):
            if wanted[number] and len(key) >= LONG:
                where = self._signature(self._home(number))
                wanted[number] = seen.setdefault(key, where) == where

    def _home(self, number: int) -> int:
        """The element of the page's layout that a line stands in."""
        element = self.layout.line_elements[number]
        for _ in range(CLIMB):
            if self.layout.names[element] not in _LEAVES:
                break
            element = self.layout.parents[element]
        return element

    def _place(self, element: int) -> _Place:
        """Where an element stands: as its parent does, and deeper by what it is itself."""
        way = []
        while element not in self._places:
            way.append(element)
            if not element:
                break
            element = self.layout.parents[element]
        for step in reversed(way):
            self._places[step] = self._step(step)
        return self._places[way[0] if way else element]

    def _step(self, element: int) -> _Place:
        name, own = self.layout.names[element], self._own_signature(element)
        if name not in _LEAVES and self._signature(element) in self.frame:
            return _Place(0, is_boxed=False, is_quoted=False, is_caption=False)
        if not element:
            return _Place(-1, is_boxed=False, is_quoted=False, is_caption=False)
        around = self._places[self.layout.parents[element]]
        return _Place(
            around.depth + 1 if around.depth >= 0 and name not in _LEAVES else around.depth,
            is_boxed=around.is_boxed or _is_box(own),
            is_quoted=around.is_quoted or name == "blockquote",
            is_caption=around.is_caption or name in ("figure", "figcaption") or "caption" in own,
        )

    def _own_signature_of(self, element: int) -> str:
        return signature(self.layout, self.markup, element)

    def _signature_of(self, element: int) -> str:
        """What the elements that hold parts of one article have in common: their tags and classes, and their parents'."""
        found = []
        for _ in range(3):
            found.append(self._own_signature(element))
            element = self.layout.parents[element]
        return " < ".join(found)


class _Place(NamedTuple):
    """Where in the page an element stands.

    `depth`: how many elements of the layout part it from the frame, -1 outside of it. The others: whether it is in a box of
    something else, in a quote, in a caption.
    """

    depth: int
    is_boxed: bool
    is_quoted: bool
    is_caption: bool


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


@cache
def _lines() -> re.Pattern[str]:
    return re.compile("|".join(table("boilerplate")["lines"]), re.IGNORECASE)


@lru_cache(4096)
def _is_box(own: str) -> bool:
    """Whether an element of this signature is a box of something else inside an article."""
    return own.partition(" ")[0] in _BOXES or _boxes().search(own) is not None


@cache
def _boxes() -> re.Pattern[str]:
    words = "|".join(table("boilerplate")["boxes"])
    return re.compile(rf"(?<![a-z])(?:{words})(?![a-z])", re.IGNORECASE)
