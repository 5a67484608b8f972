"""Tables: what the row and the column of a number are headed.

Cells are parted by tabs where the source was a table; in plain text a row is a name and its figures.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_ROW = re.compile(r"(?P<head>[^\W\d][^\t\n]*?)(?P<figures>(?: [-+−–]?[$€£]?\d[\d.,]*%?){2,})")
_FIGURE = re.compile(r"[-+−–]?[$€£]?\d[\d.,]*\s?(?:%|[a-zA-Z]{0,3})")
_ENDS = frozenset("0123456789%")  # how a row of figures ends, and a sentence does not


@dataclass(frozen=True, slots=True)
class Cell:
    """`row` and `column`: the heads of a cell; `column` is None where no line above names it."""

    row: str
    column: str | None


def cell(text: str, offset: int) -> Cell | None:
    """The heads of the cell of *text* with the character at *offset*; None outside of tables."""
    begin = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    line = text[begin : end if end >= 0 else len(text)]
    if "\t" in line:
        return _of_tabs(text, begin, line, offset - begin)
    line = line.rstrip()
    row = _ROW.fullmatch(line) if line[-1:] in _ENDS else None
    return _of_spaces(text, begin, row, offset - begin) if row is not None else None


def _of_tabs(text: str, begin: int, line: str, place: int) -> Cell | None:
    column = line.count("\t", 0, place)
    cells = line.split("\t")
    row = next((each.strip() for each in cells if each.strip() and not _is_figure(each)), "")
    if column == 0 or not row or row == cells[column].strip():
        return None
    head = ""
    for above in reversed(text[:begin].rstrip("\n").split("\n")[-50:]):
        names = above.split("\t")
        if len(names) <= column:
            break
        if names[column].strip() and not _is_figure(names[column]):
            head = names[column].strip()
    return Cell(row, head or None)


def _of_spaces(text: str, begin: int, row: re.Match[str], place: int) -> Cell | None:
    if place < row.start("figures"):
        return None
    figures = row["figures"].split()
    from_right = len(figures) - len(row["figures"][: place - row.start("figures")].split()) - 1
    if row["figures"][place - row.start("figures") - 1] != " ":
        from_right += 1  # the sign or the currency before the number belongs to it
    for above in reversed(text[:begin].rstrip("\n").split("\n")[-50:]):
        if _ROW.fullmatch(above.rstrip()):
            continue
        names = re.sub(r" %", "\u00a0%", above.strip()).split(" ")
        if len(names) <= len(figures) or re.search(r"[\d.!?]", above):
            break
        return Cell(row["head"].strip(), names[-1 - from_right].replace("\u00a0", " "))
    return Cell(row["head"].strip(), None)


def _is_figure(text: str) -> bool:
    return _FIGURE.fullmatch(text.strip()) is not None
