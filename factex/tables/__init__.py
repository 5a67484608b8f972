"""Tables: what the row and the columns of a number are headed, and what is said of all of its numbers.

Cells are parted by tabs where the source was a table; in plain text a row is a name and its figures.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from factex.records import LineKind
from factex.tables import plain
from factex.tables.cells import (
    SCALE,
    SIGN,
    Cell,
    Head,
    is_change,
    is_figure,
    is_head,
    is_time,
    is_unit,
    month_of,
    named,
    note,
    parted,
)

__all__ = ["SCALE", "SIGN", "Cell", "Head", "Tables", "is_change", "is_head", "is_time", "is_unit", "month_of", "note", "parted"]

_LONGEST = 4_000  # a line with more characters is no row
_LONGEST_TITLE = 100
_NAMES = 3  # in one of so many columns at the left stand the names of the rows
_TITLES = 3  # so many lines above a table may say what it is of

_ONLY_SIGN = re.compile(rf"{SIGN}|%")
# How a cell writes its number: a sign before, or a unit behind.
_SHAPE = re.compile(rf"^[(~±+<>–−-]{{0,2}}(?P<sign>{SIGN})? ?\d[\d.,]*\)?[ -]?(?P<unit>%|[^\W\d]*)")


@dataclass(slots=True)
class _Row:
    begin: int
    cells: list[str]
    is_head: bool = False
    lost: int = 0  # so many tabs before an empty corner are lost, as they are in plain text

    def head(self, column: int) -> Head | None:
        """What this row of heads has over a *column*: its cell, or that to the left of it that spans it."""
        place = min(column, len(self.cells) - 1)
        while place > 0 and not self.cells[place].strip():
            place -= 1
        return self.at(place) if place > 0 else None

    def name(self, column: int) -> int | None:
        """The place of the cell that heads the row: the first from *column* on that is no figure."""
        cells = enumerate(map(str.strip, self.cells))
        names = (i for i, each in cells if i >= column and each and not is_figure(each) and not _ONLY_SIGN.fullmatch(each))
        return next(names, None)

    def at(self, place: int) -> Head:
        written = self.cells[place]
        begin = self.begin + len("\t".join(self.cells[:place])) + (place > 0) - self.lost
        return Head(written.strip(), begin + len(written) - len(written.lstrip()))


@dataclass(slots=True)
class _Table:
    titles: list[str]
    rows: list[_Row] = field(default_factory=list)
    heads: int = 0  # so many rows at the top are heads
    alike: bool = True
    signs: dict[int, str] = field(default_factory=dict)  # of columns
    apart: bool = False  # whether signs stand in cells of their own
    names: int = 0  # the column that heads the rows: the first of text, but for one where different rows have the same

    def settle(self, *, marked: bool) -> None:
        """Find the heads, once all rows are there. *marked*: whether the markup says which rows are heads."""
        rows = self.rows
        if (
            len(rows) > 1
            and len(rows[0].cells) < len(rows[1].cells)
            and all(is_time(each) or month_of(each) for each in rows[0].cells)
        ):
            rows[0] = _Row(rows[0].begin, ["", *rows[0].cells], rows[0].is_head, lost=1)
        if marked and rows[0].is_head:
            self.heads = next((i for i, row in enumerate(rows) if not row.is_head), len(rows))
        elif is_head(rows[0].cells) and not self._is_list():
            self.heads = 1
            while self.heads < len(rows) - 1 and _goes_on(rows[self.heads - 1], rows[self.heads]):
                self.heads += 1
        self.names = next((i for i in range(_NAMES) if self._is_distinct(i)), 0)
        shapes: dict[int, set[str]] = {}
        for row in rows[self.heads :]:
            for column, written in enumerate(row.cells[1:], 1):
                shapes.setdefault(column, set()).add(_shape(written))
        self.alike = all(len(each - {""}) < 2 for each in shapes.values())
        for row in rows[self.heads :]:
            for column, written in enumerate(row.cells[1:], 1):
                if (found := re.match(rf"\(?({SIGN})", written.strip())) is not None:
                    self.apart = self.apart or found[0] == written.strip()
                    self.signs.setdefault(column, found[1])

    def _is_distinct(self, column: int) -> bool:
        cells = [row.cells[column].strip() for row in self.rows[self.heads :] if len(row.cells) > column]
        return not any(map(is_figure, cells)) and len(set(cells)) == len(cells)

    def _is_list(self) -> bool:
        """Whether this is a list of attributes and their values, which has no heads: two columns, and what differs in unit."""
        rows = self.rows
        if not rows[0].cells[0].strip() or any(len(row.cells) > 2 for row in rows):
            return False
        return len({_shape(row.cells[1]) for row in rows[1:] if len(row.cells) > 1}) > 1

    def sign(self, row: _Row, column: int) -> str | None:
        """The sign that stands in a cell of its own beside a number."""
        beside = (row.cells[place].strip() for place in (column - 1, column + 1) if 0 < place < len(row.cells))
        return next((each for each in beside if _ONLY_SIGN.fullmatch(each)), None)

    def _above(self, column: int) -> Iterator[_Row]:
        """The rows of heads over a *column*: below a head of its own, those that end before it are of others."""
        own = False
        for each in self.rows[: self.heads]:
            reaches = len(each.cells) > column
            if reaches or not own:
                yield each
            own = own or (reaches and bool(each.cells[column].strip()))

    def cell(self, row: _Row, name: int, column: int) -> Cell:
        heads = self.rows[: self.heads]
        columns = [head for each in self._above(column) if (head := each.head(column)) is not None]
        corners = [each.cells[0].strip() for each in reversed(heads) if each.cells[0].strip()]
        return Cell(
            row.at(name),
            tuple(columns),
            title=named(self.titles[0]) if self.titles else None,
            notes=(*corners, *self.titles),
            sign=self.sign(row, column),
            sign_above=self.signs.get(column) or self.signs.get(column - 1),
            apart=self.apart,
            alike=self.alike,
            corner=named(corners[0]) if corners else None,
        )


class Tables:
    """The tables of a *text*. *kinds*: what each line is in its source, if that is known."""

    def __init__(self, text: str, kinds: Sequence[LineKind] = ()) -> None:
        self.text = text
        self._rows: list[tuple[_Row, _Table]] = []
        if "\t" in text:
            self._read(kinds)
        self._begins = [row.begin for row, _ in self._rows]

    def _read(self, kinds: Sequence[LineKind]) -> None:
        begin, marked = 0, "head" in kinds
        above: list[str] = []  # the lines since the last row
        current: _Table | None = None
        tables: list[_Table] = []
        lines = self.text.split("\n")
        for line, kind in zip(lines, kinds or ["row"] * len(lines), strict=True):
            if "\t" in line and len(line) <= _LONGEST:
                row = _Row(begin, line.split("\t"))
                row.is_head = kind == "head" and is_head(row.cells)
                if current is None or _begins(row, current.rows[-1], above):
                    current = _Table([*reversed(above[-_TITLES:])])
                    tables.append(current)
                current.rows.append(row)
                above = []
            elif not _is_title(line) or kind in ("item", "quote"):
                above, current = [], None
            else:
                above.append(line.strip())
                if kind not in ("row", "head"):
                    current = None
            begin += len(line) + 1
        for each in tables:
            each.settle(marked=marked)
            self._rows += [(row, each) for row in each.rows]

    def is_row(self, offset: int) -> bool:
        """Whether the character at *offset* stands in a row of a table whose cells are known."""
        return self._row(offset) is not None

    def _row(self, offset: int) -> tuple[_Row, _Table] | None:
        number = bisect_right(self._begins, offset) - 1 if self._begins else -1
        return self._rows[number] if number >= 0 and self.text.find("\n", self._begins[number], offset) < 0 else None

    def cell(self, offset: int) -> Cell | None:
        """The heads of the cell with the character at *offset*; None outside of tables and in a head."""
        found = self._row(offset)
        if found is None:
            return plain.cell(self.text, offset)
        row, its = found
        column = self.text.count("\t", row.begin, offset)
        name = row.name(its.names)
        return None if name is None or name == column or row in its.rows[: its.heads] else its.cell(row, name, column)


def _begins(row: _Row, last: _Row, above: list[str]) -> bool:
    """Whether a row begins a table of its own behind the *last* row, with these lines between them."""
    if row.is_head or len(above) > 1:
        return not last.is_head
    if not is_head(row.cells) or is_head(last.cells):
        return False
    return bool(above) or (len(row.cells) != len(last.cells) and not any(c.isdecimal() for c in "".join(row.cells)))


def _goes_on(row: _Row, following: _Row) -> bool:
    """Whether the heads in a row go on in the *following* one: "Three months ended" over "June 30"."""
    if not is_head(following.cells) or row.cells[0].strip():
        return False
    return not following.cells[0].strip() or note(following.cells[0].strip()) != following.cells[0].strip()


def _shape(text: str) -> str:
    """The unit in which a cell writes its number, as far as it does; nothing without a number, or where nothing tells."""
    found = _SHAPE.match(text.strip())
    if found is None:
        return "" if text.strip() in {"", "-", "–", "—"} or _ONLY_SIGN.fullmatch(text.strip()) else "words"
    return "number" if found["sign"] or not found["unit"] else found["unit"]


def _is_title(line: str) -> bool:
    """Whether a line above a table says what its figures are, as no sentence does."""
    return len(line) <= _LONGEST_TITLE and line.strip()[-1:] not in {".", "!", "?", "”", '"', ""}
