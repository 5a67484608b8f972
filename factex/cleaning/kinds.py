"""Kinds: what each line of a cleaned text is in its source, a paragraph, a heading, a caption and so on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import cast

from factex.cleaning.boilerplate import signature
from factex.cleaning.drawn import is_rule
from factex.cleaning.layout import Layout
from factex.cleaning.lines import CELLS
from factex.cleaning.walk import Walk
from factex.cleaning.writer import Writer
from factex.data import table
from factex.records import LineKind
from factex.tables import is_head

_KINDS = cast("dict[str, LineKind]", table("html")["kinds"])

# What stands before a line of Markdown or is its first mark.
_MARKS: tuple[tuple[re.Pattern[str], LineKind], ...] = (
    (re.compile(r"#{1,6} "), "heading"),
    (re.compile(r">"), "quote"),
    (re.compile(r"(?:[-*•+]|\d{1,3}[.)]) "), "item"),
)


def markup_kinds(walked: Walk) -> list[LineKind]:
    """The kind of each line of a walk, that of the innermost element that has one; nothing where there are too many lines."""
    layout = walked.layout
    if len(layout.line_starts) != walked.text.count("\n") + 1:
        return []
    found: list[LineKind] = ["paragraph"]
    heads = frozenset(_heads(layout))
    for element in range(1, len(layout.parents)):
        kind = "head" if element in heads else _KINDS.get(layout.names[element])
        if kind is None and "caption" in signature(layout, walked.markup, element):
            kind = "caption"
        found.append(kind or found[layout.parents[element]])
    kinds = [found[element] for element in layout.line_elements]
    if "\t" in walked.text and "pre" in layout.names:
        _find_rows(walked.markup, walked, kinds)
    return kinds


def _heads(layout: Layout) -> Iterator[int]:
    """The cells that head the columns of a table: those in its head, and those of rows where all but the first are headings."""
    rows: dict[int, list[int]] = {}
    for element, name in enumerate(layout.names):
        if name in CELLS:
            rows.setdefault(layout.parents[element], []).append(element)
    for row, cells in rows.items():
        names = [layout.names[each] for each in cells]
        if layout.names[layout.parents[row]] == "thead" or "td" not in names[len(names) > 1 :]:
            yield from cells


def plain_kinds(source: str, written: Writer) -> list[LineKind]:
    """The kind of each line of plain text, as the marks of Markdown before it and its cells say."""
    found: list[LineKind] = []
    offset = 0
    for line in written.text.split("\n"):
        place = written.source_map.source_span(offset, offset, written.length)[0]
        mark = source[source.rfind("\n", 0, place) + 1 : place].lstrip() + line[:6]
        found.append(next((kind for pattern, kind in _MARKS if pattern.match(mark)), "paragraph"))
        offset += len(line) + 1
    _find_rows(source, written, found)
    return found


def _find_rows(source: str, written: Writer, kinds: list[LineKind]) -> None:
    """Make rows of the lines with cells, which text draws.

    The first rows of a table, behind a blank line or above a rule, are heads as far as they have no figures.
    """
    places, length = written.source_map, written.length
    offset = last = 0
    is_between = False
    for number, line in enumerate(written.text.split("\n")):
        place, end = places.source_span(offset, offset + len(line), length)
        begin = source.rfind("\n", 0, place) + 1
        beside = kinds[number - 1] if number and _BLANK.search(source, last, begin) is None else None
        if kinds[number] in _DRAWING and "\t" in line:
            ruled = (stop := source.find("\n", end) + 1) > 0 and is_rule(source[stop : source.find("\n", stop)])
            opens = ruled or beside is None or (beside == "head" and line.startswith("\t"))
            kinds[number] = "head" if opens and is_head(line.split("\t")) else "row"
            if beside in _DRAWING and is_between and kinds[number] == "row":
                kinds[number - 1] = "row"  # a line between two rows parts the table and does not end it
        is_between = beside == "row"
        offset, last = offset + len(line) + 1, end


_DRAWING = ("paragraph", "preformatted")
_BLANK = re.compile(r"\n[ \t\r]*+\n")
