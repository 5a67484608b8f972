"""Facts as rows of plain text, for CSV: one row a fact, the columns of its document first."""

from __future__ import annotations

import csv
from dataclasses import fields
from datetime import date, datetime
from decimal import Decimal
from typing import TextIO

from factex.extraction import Extraction
from factex.records import Fact

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


def cell(value: str | int | bool | Decimal | date | datetime | None) -> str:  # noqa: FBT001  (a cell's value, not an option)
    """A field as text: decimals in plain notation, dates in ISO 8601, "true" and "false"."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return format(value, "f")
    return value.isoformat() if isinstance(value, date) else str(value)
