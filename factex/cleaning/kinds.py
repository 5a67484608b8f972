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
    return [found[element] for element in layout.line_elements]


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
    """The kind of each line of plain text, as the marks of Markdown before it and its cells say.

    The first rows of a table, behind a blank line or above a rule, are heads as far as they have no figures.
    """
    found: list[LineKind] = []
    places, length = written.source_map, written.length
    offset = last = 0
    is_between = False
    for line in written.text.split("\n"):
        place, end = places.source_span(offset, offset + len(line), length)
        begin = source.rfind("\n", 0, place) + 1
        mark = source[begin:place].lstrip() + line[:6]
        beside = found[-1:] if _BLANK.search(source, last, begin) is None else []
        kind: LineKind = "row" if "\t" in line else "paragraph"
        if kind == "row" and is_head(line.split("\t")):
            ruled = (stop := source.find("\n", end) + 1) > 0 and is_rule(source[stop : source.find("\n", stop)])
            kind = "head" if ruled or not beside or (beside == ["head"] and line.startswith("\t")) else "row"
        if kind == "row" and beside == ["paragraph"] and is_between:
            found[-1] = "row"  # a line between two rows parts the table and does not end it
        is_between = beside == ["row"]
        found.append(next((kind for pattern, kind in _MARKS if pattern.match(mark)), kind))
        offset, last = offset + len(line) + 1, end
    return found


_BLANK = re.compile(r"\n[ \t\r]*+\n")
