"""Facts as a table for the terminal."""

from __future__ import annotations

import io
from typing import TextIO

from rich import box
from rich.console import Console, Group
from rich.table import Table
from rich.text import Text

from factex.extraction import Extraction
from factex.views import words

WIDTH = 120
"""Columns of the text that `to_text` gives; a terminal is as wide as it is."""


def render(extraction: Extraction) -> Group:
    """The title, date and address of the article above the table of its facts, for a rich console to print."""
    article = extraction.article
    head = [Text(part) for part in (article.title, words.moment(article.published), article.url) if part]
    made = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for column in words.COLUMNS:
        made.add_column(column, overflow="fold")
    for fact in extraction.facts:
        made.add_row(*(Text(cell) for cell in words.row(fact)))
    return Group(*head, made)


def show(extraction: Extraction, file: TextIO) -> None:
    """Print the table to *file*: in colours and as wide as the screen if it is a terminal, as plain text if not."""
    if not file.isatty():
        print(to_text(extraction), file=file)
        return
    Console(file=file).print(render(extraction))


def to_text(extraction: Extraction, *, width: int = WIDTH) -> str:
    """The table as plain text without colours, at most *width* columns wide."""
    console = Console(file=io.StringIO(), width=width, color_system=None, force_terminal=False)
    with console.capture() as capture:
        console.print(render(extraction) if extraction.error is None else repr(extraction), markup=False, highlight=False)
    return "\n".join(line.rstrip() for line in capture.get().splitlines()).strip("\n")
