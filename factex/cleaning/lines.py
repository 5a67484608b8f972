"""Lines: text between the tags of markup as lines, cells and words, whatever white space stands in it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import cast

from factex.cleaning.characters import (
    KEPT_SPACES,
    NOTE,
    ORDINALS,
    RAISED_SIGNS,
    SUBSCRIPT,
    SUPERSCRIPT,
    SUPERSCRIPT_LETTERS,
    decoded,
    decoded_twice,
    visible,
)
from factex.cleaning.drawn import separators
from factex.cleaning.layout import Layout
from factex.cleaning.tags import BLOCKS, VOID
from factex.cleaning.writer import Writer

# What stands in the text between tags, besides printable characters and single spaces, that cannot be copied as it is.
_PIECE = re.compile(
    r"(?P<space>(?:[\s\xa0\x1c-\x1f\x85\u2028\u2029]|&nbsp;?+|&(?:#160|#x0*+a0|thinsp|#8201|#x2009|#8239|#x202f|ensp|emsp|\#10|\#13|\#9);)++)"
    r"|(?P<twice>&amp;(?:\#[0-9]{2,6}|[a-zA-Z][a-zA-Z0-9]{1,31});)"
    r"|(?P<entity>&(?:\#[0-9]{1,8}|\#[xX][0-9a-fA-F]{1,7}|[a-zA-Z][a-zA-Z0-9]{1,31});?)"
    r"|(?P<invisible>[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]++)"
    r"|(?P<surrogate>[\ud800-\udfff])"
    r"|(?P<shortcode>\[embed\][^\[\]<>]{0,400}+\[/embed\]"
    r"|\[(?:/[a-z][\w-]{2,40}|(?:caption|gallery|embed|audio|video|playlist|toc|ads?|adsense|contact-form-7)|[a-z]+(?:[_-][a-z0-9]+)++)\]"
    r"|\[[a-z][\w-]{1,40}\s[^\[\]<>=]{1,200}=[^\[\]<>]{1,800}\])"
    rf"|(?P<note>{NOTE})",
)

CELLS = frozenset(("td", "th"))
ROWS = frozenset(("caption", "table", "tbody", "tfoot", "thead", "tr"))

# What American prices raise: the point says that they go on.
_CENTS = re.compile(r"[.,]\d\d")

NOTHING, SPACE, TAB, LINE = range(4)

_SPANS = {
    name: re.compile(rf"<[^<>]{{0,400}}?\s{name}\s{{0,2}}=\s{{0,2}}[\"']?(\d{{1,3}})", re.IGNORECASE)
    for name in ("colspan", "rowspan")
}
_CELL_END = re.compile(r"</?t[dhr]\b", re.IGNORECASE)
_DATUM_END = re.compile(r"</?d[dlt]\b", re.IGNORECASE)
_TINY, _SMALL = 100, 400
"""So many characters of markup end a datum of a list at the latest, and a cell with a head or a figure from its first block on."""
# A row of three cells at least, the first two small ones: a table of figures.
_ROW = re.compile(r"<tr\b(?:(?:(?!</?t[dhr]\b).){0,400}+</?t[dh]\b){5}", re.IGNORECASE | re.DOTALL)
WIDEST, TALLEST, COLUMNS = 20, 100, 50
"""How many columns and rows a cell is taken to span at most, and in how many columns of a table it takes rows."""


class Lines(Writer):
    """The text of *markup* in the making: told of its tags and given what stands between them, in order.

    `layout`: where its lines stand. *keep_lines*: line ends of the markup are line ends, as in `<pre>`.
    """

    def __init__(self, markup: str, *, keep_lines: bool) -> None:
        super().__init__()
        self.markup = markup
        self.layout = Layout()
        self._separator = LINE
        self._at_cell_edge = False
        self._row_start = self._tabs = 0  # of the row: where it begins, tabs that are due
        self._column = self._next_column = 0  # of its last cell, and behind it
        self._from_above: dict[int, int] = {}  # columns that a cell of a row above takes: for how many rows
        self._has_columns = self._is_narrow = False  # of the row, of its cell
        self._term = -1  # where the name of a datum ended
        self._link: int | None = None
        self._script: dict[int, int] | None = None
        self._pre = int(keep_lines)

    # Tags

    def open_block(self, name: str, start: int) -> None:
        """A block element opens: what follows begins a line."""
        if name not in CELLS and name not in ROWS and self._lays_out(start):
            self._tabs = 0
        if name in VOID:
            self.part(LINE)
            return
        self.layout.open(name, start)
        if name == "pre":
            self._pre += 1
        elif name in CELLS:
            self._open_cell(start)
        elif name == "tr":
            self._has_columns = _ROW.match(self.markup, start) is not None
            self._from_above = {column: rows - 1 for column, rows in self._from_above.items() if rows > 1}
        self._break_block(name)
        if name == "dd" and self.length == self._term and _DATUM_END.search(self.markup, start + len("<dd"), start + _TINY):
            self._separator = TAB  # "<dt>Sales</dt><dd>$5 million" is a row

    def close_block(self, name: str, end: int) -> None:
        """A block element closes, and what is still open inside it. It ends a line even if it was never opened."""
        self.layout.close(name, end)
        if name == "dt":
            self._term = self.length
        if name == "pre":
            self._pre = max(0, self._pre - 1)
        self._break_block(name)

    def open_inline(self, name: str, start: int) -> None:
        """A link opens, or raised or lowered characters, which must not run into the number before them."""
        if name == "a":
            self._link = start
        else:
            self._script = SUPERSCRIPT if name == "sup" else SUBSCRIPT

    def close_inline(self, name: str, end: int) -> None:  # noqa: ARG002
        """A link closes, which cannot stand in another one, or back on the line."""
        if name == "a":
            self._link = None
        else:
            self._script = None

    # Text

    def _open_cell(self, start: int) -> None:
        """A cell of a table opens, in the first column that neither the cells before it nor those above it take."""
        column = self._next_column
        while column in self._from_above:
            column += 1
        self._tabs += column - self._column
        self._is_narrow = self._has_columns and _CELL_END.search(self.markup, start + len("<td"), start + _SMALL) is not None
        width, height = self._spanned(start, "colspan", WIDEST), self._spanned(start, "rowspan", TALLEST)
        self._column, self._next_column = column, column + width
        if height > 1:
            self._from_above |= dict.fromkeys(range(column, min(column + width, COLUMNS)), height)

    def _spanned(self, start: int, name: str, most: int) -> int:
        span = _SPANS[name].match(self.markup, start)
        return min(int(span[1]), most) if span else 1

    def _break_block(self, name: str) -> None:
        """Part what stands before and behind the edge of a block element."""
        if name in CELLS:
            self._separator = TAB if self.length > self._row_start else LINE
            self._at_cell_edge = True
        elif name in ROWS:
            self._separator, self._at_cell_edge, self._row_start = LINE, False, self.length
            self._column = self._next_column = self._tabs = 0
            self._is_narrow = False
            if name == "table":
                self._from_above.clear()
        else:
            self.part(LINE)

    def part(self, separator: int) -> None:
        """Part what follows from what came before. A block at the edge of a table cell parts no more than the cell does.

        In the cells of a table of figures lines end where there is no room: "June 30,<br>2025".
        """
        if not self._at_cell_edge:
            self._separator = max(self._separator, SPACE if self._is_narrow else separator)

    def _lays_out(self, start: int) -> bool:
        """Whether a block begins the first words of a row, and more than a figure: a table that lays out a page has no columns."""
        first = self._at_cell_edge and self.length <= self._row_start
        return first and self._tabs > 0 and _CELL_END.search(self.markup, start, start + _SMALL) is None

    def read(self, start: int, end: int) -> None:
        """The text between two tags, which may draw tables in `<pre>`."""
        place = start
        for begin, stop, meant in separators(self.markup[start:end]) if self._pre else ():
            if start + begin >= place:
                self._read(place, start + begin)
                place = start + stop
                if meant:
                    self.part(LINE if meant[0] == "\n" else TAB)
                    self._tabs = meant.count("\t")
        self._read(place, end)

    def _read(self, start: int, end: int) -> None:
        node = self.markup[start:end]
        if node.isprintable() and "&" not in node and "[" not in node and "  " not in node:
            self._copy(node, start, end)
            return
        place = 0
        for piece in _PIECE.finditer(node):
            begin, stop = piece.span()
            if begin > place:
                self._copy(node[place:begin], start + place, start + begin)
            place = stop
            kind = piece.lastgroup
            if kind == "space":
                self._space(piece[0], node[stop : stop + 1], start + begin, start + stop)
            elif kind == "entity":
                self._entity(piece[0], start + begin)
            elif kind == "twice":
                self._entity_of_entity(piece[0], start + begin)
            elif kind == "surrogate":
                self._write("\ufffd", start + begin, start + stop)
        if place < len(node):
            self._copy(node[place:], start + place, end)

    def _space(self, source: str, following: str, start: int, end: int) -> None:
        """White space is one space, but a no-break or narrow space inside a number is part of the number."""
        space = source if len(source) == 1 else decoded(source)
        if space in KEPT_SPACES and following.isdigit() and self.last.isdigit() and not self._separator:
            self._write(space, start, end)
        elif self._pre and "\n" in space:
            self.part(LINE)
        elif not self._separator:
            self._separator = SPACE

    def _entity(self, source: str, start: int) -> None:
        meant, end = decoded(source), start + len(source)
        if meant == source:
            self._copy(source, start, end)
        elif meant.isspace():
            self._separator = max(self._separator, SPACE)
        elif meant.isprintable() or (meant := visible(meant)):
            for character in meant:  # a few entities stand for two
                self._write(character, start, end)

    def _entity_of_entity(self, source: str, start: int) -> None:
        """What was encoded twice on its way into the page is read as what it was at first."""
        meant, end = decoded_twice(source), start + len(source)
        if meant is None:
            self._write("&", start, start + len("&amp;"))
            self._copy(source[len("&amp;") :], start + len("&amp;"), end)
        elif meant.isspace():
            self._separator = max(self._separator, SPACE)
        elif meant.isprintable():
            self._write(meant, start, end)

    def _copy(self, text: str, start: int, end: int) -> None:
        """Write text that has no white space but single spaces, which are still to be told from the edges of lines."""
        if text.startswith(" "):
            if not self._separator:
                self._separator = SPACE
            start += 1
        if text.endswith(" "):
            if end - start <= 0:
                return
            self._write(text[len(text) - (end - start) : -1], start, end - 1)
            self._separator = SPACE
        elif end > start:
            self._write(text[len(text) - (end - start) :], start, end)

    def _write(self, text: str, start: int, end: int) -> None:
        """Append *text*, which stands at markup[start:end], behind the separator that is due."""
        if self._separator:
            self._write_separator(start)
        if self._script is not None:
            text = self._lowered(text)
        self._at_cell_edge = False
        self.append(text, start, end)
        if self._link is not None:
            self.layout.link(len(text), self._link)

    def _write_separator(self, start: int) -> None:
        before = self.source_end
        if self._separator == LINE or not self.length:
            if self.length:
                self.append("\n", before, start)
            self.layout.begin_line(self.length)
        elif self._separator == SPACE:
            self.append(" ", before, start)
        elif not self._tabs:
            self.append("\t", before, start)
        for _ in range(self._tabs):
            self.append("\t", before, start)
        self._separator, self._tabs = NOTHING, 0

    def _lowered(self, text: str) -> str:
        """Raised or lowered text in characters that say so: 2024 with footnote 3 is 2024³, CO2 stays CO2, the 5th stays 5th."""
        if self._script is SUBSCRIPT:
            return text.translate(SUBSCRIPT) if self.last.isdigit() or self.last in ("⁄", "/") else text
        if text.lower() in ORDINALS or _CENTS.fullmatch(text):
            return text
        if text.lower() in RAISED_SIGNS:
            return RAISED_SIGNS[text.lower()]
        if len(text) == 1 and self.last.isdigit():
            return text.translate(SUPERSCRIPT_LETTERS)
        return text.translate(SUPERSCRIPT)


_Handler = Callable[["Lines", str, int], None]
_INLINE = ("a", "sup", "sub")
OPENING: dict[str, _Handler] = {
    **dict.fromkeys((*BLOCKS, "br"), cast("_Handler", Lines.open_block)),
    **dict.fromkeys(_INLINE, cast("_Handler", Lines.open_inline)),
}
CLOSING: dict[str, _Handler] = {
    **dict.fromkeys(BLOCKS, cast("_Handler", Lines.close_block)),
    **dict.fromkeys(_INLINE, cast("_Handler", Lines.close_inline)),
    "br": Lines.open_block,  # however it is written
}
