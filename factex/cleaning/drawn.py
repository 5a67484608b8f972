"""Tables drawn in plain text: by the bars of Markdown, or by columns of spaces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

_LONGEST = 400  # a line with more characters is none of a drawn table
_WIDEST = 24  # a cell with more characters, but for the first, is text that was set to fill its lines

_RULE = re.compile(r"[ \t]*\|?(?:[ \t]*:?-{2,}:?[ \t]*\|)*(?:[ \t]*:?-{2,}:?[ \t]*)?$")
_BARS = re.compile(r"[ \t]*+(?:(?<!\\)\|[ \t]*+)++")
_GAP = re.compile(r"(?<=[^\s.!?:;,]) {2,}(?=\S)")

Separator = tuple[int, int, str]
"""A stretch of a drawn table, and what parts the words around it: tabs between cells, a line end between rows, nothing inside."""


def separators(source: str) -> list[Separator]:
    """What parts the cells of the tables drawn in *source*, and the lines that only draw, in order."""
    if "|" not in source and "   " not in source:
        return []
    lines, begin = [], 0
    for line in source.split("\n"):
        lines.append((begin, line.removesuffix("\r")))
        begin += len(line) + 1
    return sorted({*_barred(lines), *_aligned(lines)})


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


def _aligned(lines: list[tuple[int, str]]) -> Iterator[Separator]:
    """Of columns parted by spaces: lines beside each other with as many gaps, short cells and numbers in all but the first."""
    rows = ((begin, line, _gaps(line)) for begin, line in lines)
    for count, group in groupby(rows, key=lambda row: len(row[2])):
        found = list(group)
        if count and len(found) > 1 and all(any(map(str.isdecimal, line)) for _, line, _ in found[1:]):
            for begin, line, gaps in found:
                yield (begin, begin, "\n")
                yield from ((begin + start, begin + end, "\t") for start, end in gaps)
                yield (begin + len(line), begin + len(line), "\n")


def _gaps(line: str) -> list[tuple[int, int]]:
    """The gaps between the cells that a line may have; none in one that is no row."""
    if len(line) > _LONGEST or "  " not in line:
        return []
    gaps = [gap.span() for gap in _GAP.finditer(line)]
    ends = [*(start for start, _ in gaps[1:]), len(line.rstrip())]
    wide = any(end - start > _WIDEST for (_, start), end in zip(gaps, ends, strict=bool(gaps)))
    return [] if wide or not any(end - start > 2 for start, end in gaps) else gaps
