"""Select: which lines of a full page are its article.

trafilatura, in its precision mode, says where the article is; it is asked for nothing else, since it loses numbers and
paragraph ends that the walk keeps. Its longer lines, found again among the lines of the walk, are *anchors*. The elements
that hold most of them are the *frame* of the article, and what stands in the frame between anchors belongs to it too,
unless it looks like what newsrooms put there: links to other articles, boxes, bylines.
"""

from __future__ import annotations

from array import array
from collections import Counter

from factex.cleaning.anchors import LONG, anchors, is_in, key
from factex.cleaning.boilerplate import is_boilerplate, is_box, signature
from factex.cleaning.layout import MOST_LINES
from factex.cleaning.links import domain, target
from factex.cleaning.places import BESIDE, DECLARED, HEADINGS, OUTSIDE, Elements
from factex.cleaning.walk import Walk

SHORT = 12
"""Letters and digits from which on a line is told by its words within the article's frame."""

SHARE = 0.3
"""The part of what the element with most of the anchors' text holds that others must hold to belong to the frame."""

LINKED = 0.8
"""The part of a line that is linked where it is a link to something else, and no sentence of the article."""

MOST_TEXT = 400_000
"""A page with more characters of text is no article: all of it is kept."""


def article_lines(walked: Walk, url: str | None = None) -> list[bool]:
    """For each line of a walked page, which was fetched from *url*, whether it belongs to the article.

    Those of a fragment do, but for boxes and links to other articles. The list is empty where a page shows no article, or none
    but its lines can be told.
    """
    if len(walked.layout.line_starts) > MOST_LINES or not walked.is_bearable or not walked.length:
        return []
    if not walked.layout.is_page:
        return _unboxed(walked)
    blocks = anchors(walked) if walked.length <= MOST_TEXT else []
    return _Page(walked, blocks, url).chosen() if blocks else []


def _unboxed(walked: Walk) -> list[bool]:
    """For each line of a fragment, whether it is neither in a box of something else nor a link to another article."""
    layout = walked.layout
    boxed = array("b", [0])
    for element in range(1, len(layout.parents)):
        own = signature(layout, walked.markup, element)
        boxed.append(boxed[layout.parents[element]] or is_box(own, by_name=False))
    rows = zip(walked.text.split("\n"), layout.line_elements, layout.line_links, strict=True)
    return [not boxed[element] and not (links * 3 > len(line) and is_boilerplate(line)) for line, element, links in rows]


class _Page:
    """The lines of a page with what tells those of its article from the others."""

    def __init__(self, walked: Walk, blocks: list[str], url: str | None) -> None:
        self.domain = domain(url or "")
        self.lines = walked.text.split("\n")
        self.keys = [key(line) for line in self.lines]
        self.layout, self.markup = walked.layout, walked.markup
        whole, exact = "\n".join(blocks), set(blocks)
        self.known = {n for n, words in enumerate(self.keys) if words in exact or (len(words) >= SHORT and is_in(words, whole))}
        self.anchors = [n for n in sorted(self.known) if len(self.keys[n]) >= LONG and not self._is_heading(n)]
        self.anchors = [n for n in self.anchors if not is_boilerplate(self.lines[n])]
        elements = Elements(self.layout, self.markup)
        self.homes = [elements.home(element) for element in self.layout.line_elements]
        self.signatures = [elements.signature(home) for home in self.homes]
        frame = self._frame()
        beside = {self.layout.parents[self.homes[n]] for n in self.anchors if self.signatures[n] in frame}
        places = elements.places(frame, beside)
        self.places = [places[element] for element in self.layout.line_elements]
        self.core = [n for n in self.anchors if self.places[n].depth == 0 and not self.places[n].is_boxed]

    def _frame(self) -> set[str]:
        """The signatures of the elements that hold a good part of the anchors' text."""
        weights: Counter[str] = Counter()
        for number in self.anchors:
            weights[self.signatures[number]] += len(self.lines[number])
        most = max(weights.values(), default=0)
        return {signature for signature, weight in weights.items() if weight >= SHARE * most}

    def chosen(self) -> list[bool]:
        """For each line, whether it belongs to the article."""
        if not self.core:
            return self._known_rows()
        first, last = self._reach(self.core[0], -1), self._reach(self.core[-1], 1)
        wanted = [first <= n <= last and self._belongs(n) for n in range(len(self.lines))]
        self._drop_loose_headings(wanted)
        self._drop_repeats(wanted)
        return wanted

    def _known_rows(self) -> list[bool]:
        """The lines that are known, and with a row of a table those beside it, which are too short to be known."""
        wanted = [n in self.known for n in range(len(self.lines))]
        for numbers in (range(1, len(wanted)), range(len(wanted) - 2, -1, -1)):
            for n in numbers:
                beside = n - numbers.step
                wanted[n] = wanted[n] or (wanted[beside] and "\t" in self.lines[n] and "\t" in self.lines[beside])
        return wanted

    def _reach(self, start: int, step: int) -> int:
        """How far the article goes on before its first or behind its last anchor: as long as lines of the frame do."""
        far = start
        for number in range(start + step, len(self.lines) if step > 0 else -1, step):
            if self._extends(number):
                far = number
        return far

    def _extends(self, number: int) -> bool:
        """Whether a line beyond the outermost anchors is still of the article."""
        place = self.places[number]
        if place.is_boxed or is_boilerplate(self.lines[number]) or self._is_heading(number):
            return False
        if place.depth == 0:
            is_told = number in self.known or self._is_prose(number)
            return not place.is_caption and (
                is_told or (self.homes[number] == self.homes[self.core[-1]] and not self._is_linked(number))
            )
        if place.depth < DECLARED or place.is_told:
            return place.depth > 0 and (number in self.known or place.is_quoted or place.is_told) and not self._is_linked(number)
        return place.depth < BESIDE and number in self.anchors and self._is_prose(number)

    def _belongs(self, number: int) -> bool:
        """Whether a line between the first and the last of the article is of it."""
        place = self.places[number]
        if place.is_caption and not self._is_sentence(number):
            return False
        if self._name(number) == "h1" or place.is_boxed or is_boilerplate(self.lines[number]):
            return False
        if number in self.known:
            return True
        if place.depth == OUTSIDE:
            return False
        if place.depth == 0:
            return not self._is_linked(number) or self._leads_elsewhere(number)
        told = place.is_told and not self._is_linked(number)
        return told or place.is_quoted or (place.depth < DECLARED and self._is_prose(number))

    def _is_prose(self, number: int) -> bool:
        return len(self.keys[number]) >= 2 * LONG and self.layout.line_links[number] * 3 < len(self.lines[number])

    def _is_sentence(self, number: int) -> bool:
        """Whether a caption says more than whose picture it is, which takes names alone."""
        line = self.lines[number]
        return sum(map(str.islower, line.split())) > 2 or line.rstrip("\"'”’)]").endswith((".", "!", "?", "。"))

    def _is_linked(self, number: int) -> bool:
        return self.layout.line_links[number] >= LINKED * len(self.lines[number])

    def _leads_elsewhere(self, number: int) -> bool:
        """Whether a linked line leads to another site: it is a reference, and no article of the newsroom's own."""
        address = target(self.markup, self.layout.line_targets[number])
        return "://" in address and domain(address) != self.domain

    def _is_heading(self, number: int) -> bool:
        return self._name(number) in HEADINGS

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
        for number, words in enumerate(self.keys):
            if wanted[number] and len(words) >= LONG:
                wanted[number] = seen.setdefault(words, self.signatures[number]) == self.signatures[number]
