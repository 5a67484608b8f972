"""The walk: from any HTML to text, in one pass, with the place of every character in the markup.

Tokens tile the markup: a tag, a comment or a stretch of text begins where the last one ended, whether or not anything is
closed as it should be. So there is no tree to build, nothing to nest too deep, and each character knows where it came from.
All state is a few flags and arrays of numbers; time and memory grow with the length of the markup and nothing else.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable

from factex.cleaning.ends import Ends
from factex.cleaning.lines import CLOSING, LINE, OPENING, Lines
from factex.cleaning.notes import note_end
from factex.cleaning.tags import BLOCKS, DROPPED, RAW, VOID, is_hidden, may_be_hidden

# A tag ends at the first ">" outside the quotes of a value; a quote that is never closed is no quote. All quantifiers are
# possessive, and what should end with ">" may end with the markup, so that no failed attempt is ever tried twice.
_TOKEN = re.compile(
    r"<(?:"
    r"(?P<open>[a-zA-Z][^\s/>]*+)(?P<attributes>(?:[^>\"'=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+')?+|[\"'])*+)>?"
    r"|/(?P<close>[a-zA-Z][^\s/>]*+)[^>]*+>?"
    r"|(?P<comment>!--)"
    r"|!\[CDATA\["
    r"|[!?/][^>]*+>?"
    r"|\Z"
    r")|\]\]>"
)

TOLD = frozenset(("h1", "html", "link", "meta", "script", "time", "title"))
"""The tags that tell of the article: `Walk.marks`."""

# Elements that need no closing tag, so that opening one does not mean to go deeper.
_UNCLOSED = VOID | frozenset(("body", "dd", "dt", "head", "html", "li", "option", "p", "tbody", "td", "tfoot", "th", "thead", "tr"))

DEEPEST, LONGEST_TAG, MOST_TAGS, LARGEST = 250, 100_000, 20_000, 10_000_000
"""Elements in one another, characters in a tag, tags, and characters in all, that a parser that builds a tree can bear."""

MARKS = 2_000
"""How many tags that tell of the article are noted at most."""


def walk(markup: str, *, keep_hidden: bool = False, keep_lines: bool = False) -> Walk:
    """Walk over *markup*: its whole text, without what a reader does not see unless *keep_hidden*.

    *keep_lines*: line ends are line ends, as in `<pre>`.
    """
    done = Walk(markup, keep_hidden=keep_hidden, keep_lines=keep_lines)
    done.run()
    return done


class Walk(Lines):
    """One pass over markup.

    After `run`, `text` is what was read, `source_map` where it stands, `layout` its lines. `marks`: the tags that tell of the
    article (name, start and end in the markup); `dated`: those whose attributes may name a date (start of the attributes, end
    of the tag). `dropped`: the starts and ends of the elements that were dropped. `deepest`: how many elements stand in one
    another at most; `longest_tag`: the most characters of attributes; `tags`: how many start tags there are.
    """

    def __init__(self, markup: str, *, keep_hidden: bool = False, keep_lines: bool = False) -> None:
        super().__init__(markup, keep_lines=keep_lines)
        self.marks: list[tuple[str, int, int]] = []
        self.dated: list[tuple[int, int]] = []
        self.dropped = array("I")
        self.deepest = self.longest_tag = self.tags = self._depth = 0
        self._keep_hidden = keep_hidden
        self._ends = Ends(markup)
        self._missing: set[str] = set()  # marks that do not occur any more

    def run(self) -> None:
        """Read all tokens."""
        markup = self.markup
        search = _TOKEN.search
        place = 0
        while (token := search(markup, place)) is not None:
            start, end = token.span()
            if start > place:
                self.read(place, start)
            kind = token.lastgroup
            if kind in ("attributes", "open"):
                end = self._open(token)
            elif kind == "close":
                self._close(token["close"], end)
            elif kind == "comment":
                end = self._comment(end)
            place = end
        if place < len(markup):
            self.read(place, len(markup))

    @property
    def is_bearable(self) -> bool:
        """Whether other libraries can be given the page: they hang, or say nothing, where too much is too deep or too long."""
        return self.deepest <= DEEPEST and self.longest_tag <= LONGEST_TAG and self.tags < MOST_TAGS and len(self.markup) <= LARGEST

    def without(self, spans: Iterable[tuple[int, int]] = ()) -> str:
        """The markup without the elements that were dropped, and without *spans* of it."""
        kept, place = [], 0
        for start, end in sorted([*zip(self.dropped[::2], self.dropped[1::2], strict=True), *spans]):
            if end > place:
                kept.append(self.markup[place:start] if start > place else "")
                place = end
        return "".join((*kept, self.markup[place:]))

    # Tags

    def _open(self, token: re.Match[str]) -> int:
        """A start tag; gives where to go on reading: behind the element, if it is dropped."""
        name, source = token["open"], token["attributes"]
        if not name.islower():
            name = name.lower()
        self.tags += 1
        hints = source.lower() if source else ""
        if name in TOLD and len(self.marks) < MARKS:
            self.marks.append((name, token.start(), token.end()))
        if ("date" in hints or "publi" in hints) and len(self.dated) < MARKS:
            self.dated.append((token.start("attributes"), token.end()))
        if (end := self._dropped_until(name, token, hints)) is not None:
            if self.tags < MOST_TAGS:
                self.dropped.extend((token.start(), end))
            if name in BLOCKS or name == "noscript":
                self.part(LINE)
            return end
        if name not in _UNCLOSED:
            self._depth += 1
            self.deepest = max(self.deepest, self._depth)
        self.longest_tag = max(self.longest_tag, len(source))
        opening = OPENING.get(name)
        if opening is not None:
            opening(self, name, token.start())
        return token.end()

    def _close(self, name: str, end: int) -> None:
        if not name.islower():
            name = name.lower()
        if name not in _UNCLOSED and self._depth:
            self._depth -= 1
        closing = CLOSING.get(name)
        if closing is not None:
            closing(self, name, end)

    def _dropped_until(self, name: str, token: re.Match[str], hints: str) -> int | None:
        """Where the element that *token* opens ends, if a reader does not read it; None for one that is kept."""
        source = token["attributes"]
        if name in DROPPED or (hints and not self._keep_hidden and may_be_hidden(hints) and is_hidden(name, source)):
            return self._end_of(name, token)
        if name == "sup" or (name == "a" and "#" in hints):
            return note_end(self.markup, name, hints, token.end(), "" if self._separator else self.last)
        return None

    def _end_of(self, name: str, token: re.Match[str]) -> int | None:
        """Where the element that *token* opens ends; None if it is never closed, and then it is no element to drop."""
        if name in ("script", "style"):
            # What follows a script that is never closed is its code: the page was cut off inside it.
            return self._ends.of_raw(name, token.end()) or len(self.markup)
        if name in VOID or token[0].endswith("/>"):
            return token.end()
        return self._ends.of_raw(name, token.end()) if name in RAW else self._ends.of(name, token.end())

    def _comment(self, start: int) -> int:
        """Where the comment ends that begins at *start*; one that is never closed ends with its first ">"."""
        for mark, shift in (("-->", -2), (">", 0)):
            if mark not in self._missing:
                end = self.markup.find(mark, start + shift)
                if end >= 0:
                    return end + len(mark)
                self._missing.add(mark)
        return start
