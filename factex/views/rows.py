"""Facts as rows of plain text, for CSV: one row a fact, the columns of its document first."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import fields
from typing import Any, TextIO

from factex.errors import SourceError
from factex.records import Fact
from factex.views import serial

FIELDS = tuple(field.name for field in fields(Fact))
DOCUMENT = ("source", "title", "published", "url")


class Writer:
    """Writes facts to a CSV file that was opened with `newline=""`; *columns*: those of their documents, which come first."""

    def __init__(self, file: TextIO, columns: Iterable[str] = DOCUMENT) -> None:
        self._writer = csv.writer(file)
        self._writer.writerow((*columns, *FIELDS))

    def write(self, document: Iterable[Any], facts: Iterable[Fact]) -> None:
        """Write facts of one *document*; what is open is an empty cell."""
        before = [cell(value) for value in document]
        self._writer.writerows([*before, *(cell(getattr(fact, name)) for name in FIELDS)] for fact in facts)


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


def cell(value: Any) -> str:  # noqa: ANN401
    """A field as text: decimals in plain notation, dates in ISO 8601, "true" and "false"."""
    plain = serial.plain(value)
    return "" if plain is None else str(plain).lower() if isinstance(plain, bool) else str(plain)
