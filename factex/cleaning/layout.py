"""Layout: the block elements of markup, and in which of them each line of its text stands."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field

from factex.cleaning.tags import BLOCKS

MOST_LINES, MOST_ELEMENTS = 10_000, 20_000
"""A page with more lines or block elements is no article: what comes after them is not noted."""

REACH = 50
"""How many open elements a closing tag is matched against, innermost first."""

# The names that are kept: one string each, and not one for each tag.
_NAMES = {name: name for name in BLOCKS}

# An element closes these by opening, if they are the ones it stands in: paragraphs and list items need no closing tag.
_CLOSES = {"li": ("li",), "dt": ("dt", "dd"), "dd": ("dt", "dd"), "tr": ("td", "th", "tr"), "td": ("td", "th"), "th": ("td", "th")}


@dataclass(slots=True)
class Layout:
    """Where the lines of a walked page stand, for the selection of its article.

    `line_starts`: offset of each line in the text; `line_elements`: the innermost block element it begins in;
    `line_links`: how many of its characters are linked; `line_targets`: where the tag of its first link stands in the markup, 0
    if there is none. `parents`, `names`, `places`, `ends`: for each block element its parent element, its tag name, where its
    start tag stands in the markup and where the element ends there, 0 if it is not closed. Element 0 is the page.
    """

    line_starts: array[int] = field(default_factory=lambda: array("I"))
    line_elements: array[int] = field(default_factory=lambda: array("I"))
    line_links: array[int] = field(default_factory=lambda: array("I"))
    line_targets: array[int] = field(default_factory=lambda: array("I"))
    parents: array[int] = field(default_factory=lambda: array("I", [0]))
    names: list[str] = field(default_factory=lambda: ["html"])
    places: array[int] = field(default_factory=lambda: array("I", [0]))
    ends: array[int] = field(default_factory=lambda: array("I", [0]))
    _open: array[int] = field(default_factory=lambda: array("I"))

    @property
    def is_page(self) -> bool:
        """Whether the markup is that of a whole page, and no fragment."""
        return not {"html", "head", "body"}.isdisjoint(self.names[1:5])

    def open(self, name: str, start: int) -> None:
        """The block element *name* opens, whose tag stands at *start*."""
        if len(self.parents) > MOST_ELEMENTS:
            return
        stack, closes = self._open, _CLOSES.get(name, ())
        while stack and ((innermost := self.names[stack[-1]]) == "p" or innermost in closes):
            self.ends[stack.pop()] = start
        self.parents.append(stack[-1] if stack else 0)
        stack.append(len(self.names))
        self.names.append(_NAMES[name])
        self.places.append(start)
        self.ends.append(0)

    def close(self, name: str, end: int) -> None:
        """The block element *name* closes, whose closing tag ends at *end*, and with it what is still open inside it."""
        stack = self._open
        for depth in range(1, min(len(stack), REACH) + 1):
            if self.names[stack[-depth]] == name:
                for element in stack[-depth:]:
                    self.ends[element] = end
                del stack[-depth:]
                break

    def begin_line(self, offset: int) -> None:
        """A line begins at *offset* of the text."""
        if len(self.line_starts) <= MOST_LINES:
            self.line_starts.append(offset)
            self.line_elements.append(self._open[-1] if self._open else 0)
            self.line_links.append(0)
            self.line_targets.append(0)

    def link(self, length: int, place: int) -> None:
        """*length* characters of the line are linked, by the tag at *place*."""
        self.line_links[-1] += length
        self.line_targets[-1] = self.line_targets[-1] or place
