"""Tables drawn in plain text: by the bars of Markdown, or by columns of spaces."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

_LONGEST = 400  # a line with more characters is none of a drawn table
_HANGING = 8  # so far a head may reach out to the left of the first column of figures
_WIDEST = 24  # a cell with more characters, but for the first, is text that was set to fill its lines

_RULE = re.compile(r"[ \t]*\|?(?:[ \t]*:?-{2,}:?[ \t]*\|)*(?:[ \t]*:?-{2,}:?[ \t]*)?$")
_BARS = re.compile(r"[ \t]*+(?:(?<!\\)\|[ \t]*+)++")
# Two spaces stand behind a sentence as well, and in a cell behind the sign of its currency; dots may lead to a figure.
_GAP = re.compile(r"(?<=[^\s$€£])(?:(?<=[^.!?:;,]) {2,}|(?: ?\.){3,} +| {3,})(?=[^\s)%])")
_CELL = re.compile(r"\S+(?: \S+)*")
_DASHES = re.compile(r"[-=_ \t]*+")

Separator = tuple[int, int, str]
"""A stretch of a drawn table, and what parts the words around it: tabs between cells, a line end between rows, nothing inside."""


def separators(source: str) -> list[Separator]:
    """What parts the cells of the tables drawn in *source*, and the lines that only draw, in order."""
    if "|" not in source and "   " not in source and "\n\t" not in source:
        return []
    lines, begin = [], 0
    for line in source.split("\n"):
        lines.append((begin, line.removesuffix("\r")))
        begin += len(line) + 1
    return sorted({*_barred(lines), *_cornered(lines), *_aligned(lines)})


def is_rule(line: str) -> bool:
    """Whether a line draws the rule below the heads of a Markdown table."""
    return "|" in line and "--" in line and len(line) <= _LONGEST and _RULE.match(line) is not None


def _barred(lines: list[tuple[int, str]]) -> Iterator[Separator]:
    """Of tables in Markdown: the line above a rule has the heads, and those below it go on while they have bars."""
    inside = False
    for (begin, line), (_, rule) in pairwise([*lines, (0, "")]):
        if inside and not ("|" in line and len(line) <= _LONGEST):
            inside = False
        elif inside and is_rule(line):
            yield (begin, begin + len(line), "")
        elif inside or ("|" in line and is_rule(rule)):
            inside = True
            yield (begin, begin, "\n")
            yield (begin + len(line), begin + len(line), "\n")
            last = len(line.rstrip())
            for bars in _BARS.finditer(line):
                start, end = bars.span()
                tabs = "\n" + "\t" * (bars[0].count("|") - 1) if start == 0 else "\t" * bars[0].count("|")
                yield (begin + start, begin + end, "" if end >= last else tabs)


def _cornered(lines: list[tuple[int, str]]) -> Iterator[Separator]:
    """Of the heads of a table with tabs, whose corner is empty."""
    for (begin, line), (_, row) in pairwise(lines):
        if line.startswith("\t") and "\t" in row.strip():
            corner = len(line) - len(line.lstrip("\t"))
            yield (begin, begin + corner, "\n" + "\t" * corner)


@dataclass(slots=True)
class _Line:
    """A line that may be one of a table of columns, with the gaps between its cells; none in one that is no row."""

    begin: int
    text: str
    gaps: list[tuple[int, int]]

    @property
    def end(self) -> int:
        return self.begin + len(self.text)

    @property
    def has_figures(self) -> bool:
        return any(map(str.isdecimal, self.text))

    @property
    def only_draws(self) -> bool:
        return _DASHES.fullmatch(self.text) is not None

    def figures(self) -> list[tuple[int, int]]:
        """Where the cells behind the first begin and end."""
        ends = [*(start for start, _ in self.gaps[1:]), len(self.text.rstrip())]
        return [(begin, end) for (_, begin), end in zip(self.gaps, ends, strict=True)]


def _aligned(lines: list[tuple[int, str]]) -> Iterator[Separator]:
    """Of columns parted by spaces, whose lines stand together; none of them has bars."""
    for is_other, group in groupby(lines, key=lambda line: not line[1].strip() or "|" in line[1]):
        if not is_other:
            yield from _columns([_Line(begin, text, _gaps(text)) for begin, text in group])


def _columns(block: list[_Line]) -> Iterator[Separator]:
    """Of a table in a *block* of lines: two rows at least with as many short cells, and numbers in all but the first."""
    (count, _), *_ = Counter(len(line.gaps) for line in block if line.gaps).most_common(1) or [(0, 0)]
    rows = [line for line in block if len(line.gaps) == count]
    if not count or len(rows) < 2 or not all(line.has_figures for line in rows[1:]):
        return
    cells = [*zip(*(row.figures() for row in rows), strict=True)]
    columns = [(min(start for start, _ in column), max(end for _, end in column)) for column in cells]
    for line in block:
        if line.only_draws:
            yield (line.begin, line.end, "")
        elif len(line.gaps) == count:
            yield (line.begin, line.begin, "\n")
            yield from ((line.begin + start, line.begin + end, "\t") for start, end in line.gaps)
            yield (line.end, line.end, "\n")
        else:
            yield from _placed(line, columns)


def _placed(line: _Line, columns: list[tuple[int, int]]) -> Iterator[Separator]:
    """Of a line with fewer cells than the table has *columns*, by what they stand over: "Three months ended" over two years."""
    cells = [cell.span() for cell in _CELL.finditer(line.text)] if len(line.text) <= _LONGEST else []
    over = [next((i for i, (left, right) in enumerate(columns, 1) if start < right and end > left), 0) for start, end in cells]
    named = bool(over) and over[0] == 0 and cells[0][1] <= columns[0][0]
    heads = over[named:]
    if not heads or 0 in heads or len(set(heads)) < len(heads) or (not named and cells[0][0] < columns[0][0] - _HANGING):
        yield from ((line.begin, line.begin, "\n"), (line.end, line.end, "\n"))
        return
    place, last = line.begin, 0
    for (start, end), column in zip(cells, over, strict=True):
        yield (place, line.begin + start, ("" if place > line.begin else "\n") + "\t" * (column - last))
        place, last = line.begin + end, column
    yield (place, line.end, "\n")


def _gaps(line: str) -> list[tuple[int, int]]:
    """The gaps between the cells that a line may have; none in one that is no row."""
    if len(line) > _LONGEST or "  " not in line:
        return []
    gaps = [gap.span() for gap in _GAP.finditer(line)]
    ends = [*(start for start, _ in gaps[1:]), len(line.rstrip())]
    wide = any(end - start > _WIDEST for (_, start), end in zip(gaps, ends, strict=bool(gaps)))
    return [] if wide or not any(end - start > 2 for start, end in gaps) else gaps
