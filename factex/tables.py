"""Tables: what the row and the column of a number are headed.

Cells are parted by tabs where the source was a table; in plain text a row is a name and its figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from factex.data import table

_AMOUNT = re.compile(r"[-+−–]?[$€£]?\d[\d.,]*%?")
_SCALES = "|".join(table("numbers")["scales"])
_FIGURE = re.compile(rf"[-+−–]?[A-Z]{{0,3}}[$€£¥₩₹]?\d[\d.,]*(?:\s(?:{_SCALES})\b)?\s?(?:%|[a-zA-Z]{{0,3}})", re.IGNORECASE)
_ENDS = frozenset("0123456789%")  # how a row of figures ends, and a sentence does not
_LONGEST, _LONGEST_ROW = 4_000, 1_000  # a line with more characters is no row of a table, or none of plain text
_YEAR = re.compile(r"(?:19|20)\d\d")
_LONGEST_TITLE = 100
_REACH = 50  # so many lines above are looked at for the head of a column


@dataclass(frozen=True, slots=True)
class Cell:
    """`row` and `column`: the heads of a cell; `column` is None where no line above names it.

    `title`: the line above the table, if that is no sentence; `place`: the offset of the head of the column; `corner`: the
    first cell of the row of heads.
    """

    row: str
    column: str | None
    title: str | None = None
    place: int | None = field(default=None, compare=False)
    corner: str | None = field(default=None, compare=False)


def cell(text: str, offset: int) -> Cell | None:
    """The heads of the cell of *text* with the character at *offset*; None outside of tables."""
    begin = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    line = text[begin : end if end >= 0 else len(text)]
    if "\t" in line:
        return _of_tabs(text, begin, line, offset - begin) if len(line) <= _LONGEST else None
    line = line.rstrip()
    figures = _figures(line) if line[-1:] in _ENDS else None
    return _of_spaces(text, begin, line, figures, offset - begin) if figures is not None else None


_UNIT = re.compile(r"(?: \((?:in )?(?P<inside>[^()]{1,24})\)|, (?:in )?(?P<after>[^,()]{1,24}))$")


def parted(head: str) -> tuple[str, str | None]:
    """What a head names, and the unit that it may give in brackets or behind a comma: "Sales" and "$m" of "Sales ($m)"."""
    found = _UNIT.search(head)
    return (head, None) if found is None else (head[: found.start()], found["inside"] or found["after"])


def _figures(line: str) -> int | None:
    """Where the figures begin that a row of plain text ends with; None for a line that is not a name and two figures at least."""
    if "\t" in line or len(line) > _LONGEST_ROW or not re.match(r"[^\W\d]", line):
        return None
    place, count = len(line), 0
    for word in reversed(line.split(" ")):
        if _AMOUNT.fullmatch(word) is None:
            break
        place, count = place - len(word) - 1, count + 1
    return place if count > 1 else None


def _above(text: str, begin: int) -> Iterator[tuple[int, str]]:
    """The lines above the one that begins at *begin*, with where they begin, the nearest first."""
    end = begin
    while end and text[end - 1] == "\n":
        end -= 1
    for _ in range(_REACH):
        start = text.rfind("\n", 0, end) + 1
        yield start, text[start:end]
        if not start:
            return
        end = start - 1


def _of_tabs(text: str, begin: int, line: str, place: int) -> Cell | None:
    column = line.count("\t", 0, place)
    cells = line.split("\t")
    row = next((each.strip() for each in cells if each.strip() and not _is_figure(each)), "")
    if column == 0 or not row or row == cells[column].strip():
        return None
    head = title = corner = place_of_head = None
    for start, above in _above(text, begin):
        names = above.split("\t")
        if len(names) <= column:
            title = above.strip() if len(names) == 1 and _is_title(above) else None
            break
        name = names[column].strip()
        # A row that has no figures but years has the heads of the columns.
        if name and (not _is_figure(name) or all(_YEAR.fullmatch(each.strip()) or not _is_figure(each) for each in names)):
            head, corner, place_of_head = name, names[0].strip(), start + len("\t".join(names[:column])) + (column > 0)
    return Cell(row, head, title, place_of_head, corner)


def _is_title(line: str) -> bool:
    """Whether a line above a table says what its figures are, as no sentence does."""
    return len(line) <= _LONGEST_TITLE and line.strip()[-1:] not in {".", "!", "?", "”", '"', ""}


def _of_spaces(text: str, begin: int, line: str, start: int, place: int) -> Cell | None:
    if place < start:
        return None
    head, figures = line[:start].strip(), line[start:].split()
    from_right = len(figures) - len(line[start:place].split()) - 1
    if line[place - 1] != " ":
        from_right += 1  # the sign or the currency before the number belongs to it
    for _, above in _above(text, begin):
        if _figures(above.rstrip()) is not None:
            continue
        names = re.sub(r" %", "\u00a0%", above.strip()).split(" ") if len(above) <= _LONGEST_ROW else []
        if len(names) <= len(figures) or re.search(r"[\d.!?]", above):
            break
        return Cell(head, names[-1 - from_right].replace("\u00a0", " "))
    return Cell(head, None)


def _is_figure(text: str) -> bool:
    return _FIGURE.fullmatch(text.strip()) is not None
