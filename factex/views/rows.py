"""Facts as rows of plain text, for CSV: one row a fact, the columns of its document first."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from datetime import date, datetime
from decimal import Decimal
from typing import Any, TextIO

from factex.errors import SourceError
from factex.extraction import Extraction
from factex.records import Fact
from factex.views import serial

FIELDS = tuple(field.name for field in fields(Fact))
COLUMNS = ("source", "title", "published", "url", *FIELDS)


class Writer:
    """Writes extractions to a CSV file that was opened with `newline=""`."""

    def __init__(self, file: TextIO) -> None:
        self._writer = csv.writer(file)
        self._writer.writerow(COLUMNS)

    def write(self, source: str, extraction: Extraction) -> None:
        """Write the facts of *source*; what a fact leaves open is an empty cell."""
        article = extraction.article
        document = [source, article.title or "", cell(article.published), article.url or ""]
        self._writer.writerows([*document, *(cell(getattr(fact, name)) for name in FIELDS)] for fact in extraction.facts)


def write(file: TextIO, documents: Mapping[str, list[Any]], facts: Iterable[Fact]) -> None:
    """Write a table of *facts* to a file that was opened with `newline=""`; *documents*: columns before theirs."""
    writer = csv.writer(file)
    writer.writerow((*documents, *FIELDS))
    for row, fact in enumerate(facts):
        writer.writerow([*(cell(column[row]) for column in documents.values()), *(cell(getattr(fact, name)) for name in FIELDS)])


def read(file: TextIO) -> Iterator[Fact]:
    """The facts in a CSV file of ours that was opened with `newline=""`; other columns do not matter."""
    table = csv.DictReader(file)
    missing = [name for name in FIELDS if name not in (table.fieldnames or ())]
    if missing:
        msg = f"the table has no column {', '.join(missing)}: expected all of {', '.join(FIELDS)}"
        raise SourceError(msg)
    for number, row in enumerate(table, 1):
        try:
            yield Fact(**{name: _value(name, row[name]) for name in FIELDS})
        except (ArithmeticError, TypeError, ValueError) as error:
            msg = f"row {number} is no fact: expected a row that factex wrote ({type(error).__name__}: {error})"
            raise SourceError(msg) from error


_NEVER_OPEN = frozenset({"text", "sentence", "rule"})


def _value(name: str, text: str) -> Any:  # noqa: ANN401  (fields have many types)
    """The value of the field *name* that `cell` wrote as *text*."""
    if text == "" and name not in _NEVER_OPEN:
        return None
    if name in ("start", "end", "equivalent"):
        return int(text)
    if name == "fiscal":
        return text == "true"
    return serial.READERS[name](text) if name in serial.READERS else text


def cell(value: str | int | bool | Decimal | date | datetime | None) -> str:  # noqa: FBT001  (a cell's value, not an option)
    """A field as text: decimals in plain notation, dates in ISO 8601, "true" and "false"."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return format(value, "f")
    return value.isoformat() if isinstance(value, date) else str(value)
