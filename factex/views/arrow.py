"""Facts as Arrow tables, one row a fact, one column a field: the door to pandas, polars, duckdb and Parquet.

The last column, `exact`, makes them lossless: where a column cannot hold the value of a field (a third has no end, a
timestamp no offset), it has that value as JSON (`{"begin": "2025-04-09T14:30:00+09:00"}`); else it is null.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time
from decimal import ROUND_HALF_EVEN, Context, Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from factex.errors import SourceError, warn
from factex.readings.numeric import plain
from factex.records import Fact
from factex.views import serial
from factex.views.extras import extra
from factex.views.rows import FIELDS

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

DIGITS, PLACES = 38, 18
"""Decimals have up to 38 digits, 18 of them after the point, which is what Arrow, polars and duckdb share."""

_STEP = Decimal(1).scaleb(-PLACES)
_CONTEXT = Context(prec=DIGITS, rounding=ROUND_HALF_EVEN)

COLUMNS = (
    dict.fromkeys(("start", "end", "equivalent"), "int64")
    | dict.fromkeys(("amount", "low", "high"), "decimal")
    | dict.fromkeys(("begin", "finish"), "timestamp")
    | {"fiscal": "bool"}
)
"""The types of the columns that hold no strings."""

EXACT = "exact"
NAMES = (*FIELDS, EXACT)
"""The columns of a table of facts, in their order."""


def schema(documents: Iterable[str] = ()) -> pa.Schema:
    """The columns of a table of facts, after those of its *documents* if it has any."""
    pa = extra("pyarrow", "arrow", "an Arrow table")
    types = {"decimal": pa.decimal128(DIGITS, PLACES), "timestamp": pa.timestamp("us"), "int64": pa.int64(), "bool": pa.bool_()}
    types |= {"published": types["timestamp"], "document": types["int64"], "statement": types["int64"]}
    of_documents = [pa.field(name, types.get(name, pa.string())) for name in documents]
    return pa.schema([*of_documents, *(pa.field(name, types.get(COLUMNS.get(name, ""), pa.string())) for name in NAMES)])


def table(facts: Iterable[Fact], documents: Mapping[str, list[Any]] | None = None) -> pa.Table:
    """The facts as a table. *documents*: further columns in front, with one value a fact."""
    pa = extra("pyarrow", "arrow", "an Arrow table")
    facts = tuple(facts)
    columns = {name: [_cell(COLUMNS.get(name), getattr(fact, name)) for fact in facts] for name in FIELDS}
    columns[EXACT] = [_exact(fact, {name: columns[name][row] for name in _INEXACT}) for row, fact in enumerate(facts)]
    return pa.table({**(documents or {}), **columns}, schema=schema(documents or ()))


def facts(stream: Any) -> tuple[Fact, ...]:  # noqa: ANN401  (whatever has an Arrow stream)
    """The facts of a table that `table` made and others may have filtered, sorted or stored, one for each row."""
    pa = extra("pyarrow", "arrow", "reading a table")
    try:
        found = pa.table(stream)
    except TypeError as error:
        msg = f"a source of type {type(stream).__name__} is no table: expected a path, or a table with an Arrow stream"
        raise SourceError(msg) from error
    missing = [name for name in NAMES if name not in found.column_names]
    if missing:
        msg = f"the table has no column {', '.join(missing)}: expected all of {', '.join(NAMES)}; keep them when you select columns"
        raise SourceError(msg)
    return tuple(_fact(row) for row in found.select(NAMES).to_pylist())


def _fact(row: dict[str, Any]) -> Fact:
    """A row as the fact it was made of."""
    exact = json.loads(row.pop(EXACT) or "{}")
    for name, kind in _INEXACT.items():
        if name in exact:
            row[name] = serial.READERS[name](exact[name])
        elif row[name] is not None:
            row[name] = plain(row[name]) if kind == "decimal" else row[name].date()
    return Fact(**row)


def to_pandas(table: pa.Table, facts: Sequence[Fact], quantity: str | None = None) -> pd.DataFrame:
    """The table of *facts* as a DataFrame with Arrow dtypes: decimals stay exact, and what is missing is <NA>.

    *quantity*: a unit, for a further column of that name with the amounts in it.
    """
    pandas = extra("pandas", "pandas", "a DataFrame")
    frame: pd.DataFrame = table.to_pandas(types_mapper=pandas.ArrowDtype)
    if quantity is not None:
        from factex.views.conversion import column

        frame["quantity"] = column(facts, quantity)
    return frame


def _cell(column: str | None, value: Any) -> Any:  # noqa: ANN401  (fields have many types)
    if value is None or column is None:
        return value
    if column == "decimal":
        return _decimal(value)
    return wall_clock(value) if column == "timestamp" else value


_INEXACT = {name: kind for name, kind in COLUMNS.items() if kind in ("decimal", "timestamp")}
"""The columns that cannot hold every value of their field."""


def _exact(fact: Fact, cells: Mapping[str, Any]) -> str | None:
    """In JSON, those of its fields that are not what `_fact` makes of their cell."""
    values = ((name, getattr(fact, name), cell) for name, cell in cells.items())
    lost = {
        name: serial.plain(value)
        for name, value, cell in values
        if isinstance(value, datetime) or (isinstance(value, Decimal) and value != cell)
    }
    return json.dumps(lost) if lost else None


def _decimal(value: Decimal) -> Decimal | None:
    """The decimal with 18 places; only fractions such as a third have more, and are rounded."""
    try:
        return value.quantize(_STEP, context=_CONTEXT)
    except InvalidOperation:
        warn(f"the number {value} has no place in a table: expected less than 10**{DIGITS - PLACES}; it is in the column {EXACT!r}")
        return None


def wall_clock(moment: date | datetime | None) -> datetime | None:
    """The day and time as the article's clock shows them; a day is its midnight. Arrow columns have one zone or none."""
    if moment is None or isinstance(moment, datetime):
        return None if moment is None else moment.replace(tzinfo=None)
    return datetime.combine(moment, time.min)
