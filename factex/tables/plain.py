"""Plain text: a row is a name and its figures, parted by spaces."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factex.tables.cells import Cell, Head

_LONGEST = 1_000  # a line with more characters is no row
_REACH = 50  # so many lines above a row are looked at for the head of a column
_AMOUNT = re.compile(r"[-+−–]?[$€£]?\d[\d.,]*%?")
_ENDS = frozenset("0123456789%")  # how a row of figures ends, and a sentence does not


def cell(text: str, offset: int) -> Cell | None:
    """The heads of a number in a row of plain text, which is a name and two figures at least."""
    begin, end = text.rfind("\n", 0, offset) + 1, text.find("\n", offset)
    line = text[begin : end if end >= 0 else len(text)].rstrip()
    start, place = _figures(line) if line[-1:] in _ENDS else None, offset - begin
    if start is None or place < start:
        return None
    head, figures = Head(line[:start].strip(), begin), line[start:].split()
    from_right = len(figures) - len(line[start:place].split()) - 1
    if line[place - 1] != " ":
        from_right += 1  # the sign or the currency before the number belongs to it
    for above in _above(text, begin):
        if _figures(above.rstrip()) is not None:
            continue
        names = re.sub(r" %", "\u00a0%", above.strip()).split(" ") if len(above) <= _LONGEST else []
        if len(names) <= len(figures) or re.search(r"[\d.!?]", above):
            break
        return Cell(head, (Head(names[-1 - from_right].replace("\u00a0", " ")),))
    return Cell(head)


def _figures(line: str) -> int | None:
    """Where the figures begin that a row of plain text ends with; None for a line that is not a name and two figures at least."""
    if "\t" in line or len(line) > _LONGEST or not re.match(r"[^\W\d]", line):
        return None
    place, count = len(line), 0
    for word in reversed(line.split(" ")):
        if _AMOUNT.fullmatch(word) is None:
            break
        place, count = place - len(word) - 1, count + 1
    return place if count > 1 else None


def _above(text: str, begin: int) -> Iterator[str]:
    """The lines above the one that begins at *begin*, the nearest first."""
    end = begin
    while end and text[end - 1] == "\n":
        end -= 1
    for _ in range(_REACH):
        start = text.rfind("\n", 0, end) + 1
        yield text[start:end]
        if not start:
            return
        end = start - 1
