"""Facts as Arrow tables, one row a fact, one column a field: the door to pandas, polars, duckdb and Parquet."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Mapping
from dataclasses import fields
from datetime import date, datetime, time
from decimal import ROUND_HALF_EVEN, Context, Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from factex.errors import FactexWarning
from factex.records import Fact
from factex.views.extras import extra

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

DIGITS, PLACES = 38, 18
"""Decimals have up to 38 digits, 18 of them after the point, which is what Arrow, polars and duckdb share."""

_STEP = Decimal(1).scaleb(-PLACES)
_CONTEXT = Context(prec=DIGITS, rounding=ROUND_HALF_EVEN)

COLUMNS: dict[str, str] = {
    "start": "int64",
    "end": "int64",
    "amount": "decimal",
    "low": "decimal",
    "high": "decimal",
    "begin": "timestamp",
    "finish": "timestamp",
    "fiscal": "bool",
    "equivalent": "int64",
}
"""The types of the columns that hold no strings."""

FIELDS = tuple(field.name for field in fields(Fact))


def schema(documents: Iterable[str] = ()) -> pa.Schema:
    """The columns of a table of facts, after those of its *documents* if it has any."""
    pa = extra("pyarrow", "arrow", "an Arrow table")
    types = {"decimal": pa.decimal128(DIGITS, PLACES), "timestamp": pa.timestamp("us"), "int64": pa.int64(), "bool": pa.bool_()}
    types |= {"published": types["timestamp"], "document": types["int64"]}
    of_documents = [pa.field(name, types.get(name, pa.string())) for name in documents]
    return pa.schema([*of_documents, *(pa.field(name, types.get(COLUMNS.get(name, ""), pa.string())) for name in FIELDS)])


def table(facts: Iterable[Fact], documents: Mapping[str, list[Any]] | None = None) -> pa.Table:
    """The facts as a table. *documents*: further columns in front, with one value a fact."""
    pa = extra("pyarrow", "arrow", "an Arrow table")
    facts = tuple(facts)
    columns = {name: [_cell(COLUMNS.get(name), getattr(fact, name)) for fact in facts] for name in FIELDS}
    return pa.table({**(documents or {}), **columns}, schema=schema(documents or ()))


def to_pandas(table: pa.Table) -> pd.DataFrame:
    """The table as a DataFrame with Arrow dtypes: decimals stay exact, and what is missing is <NA>."""
    pandas = extra("pandas", "pandas", "a DataFrame")
    frame: pd.DataFrame = table.to_pandas(types_mapper=pandas.ArrowDtype)
    return frame


def _cell(column: str | None, value: Any) -> Any:  # noqa: ANN401  (fields have many types)
    if value is None or column is None:
        return value
    if column == "decimal":
        return _decimal(value)
    return wall_clock(value) if column == "timestamp" else value


def _decimal(value: Decimal) -> Decimal | None:
    """The decimal with 18 places; only fractions such as a third have more, and are rounded."""
    try:
        return value.quantize(_STEP, context=_CONTEXT)
    except InvalidOperation:
        msg = f"the number {value} has no place in a table: expected less than 10**{DIGITS - PLACES}; read it from the fact itself"
        warnings.warn(msg, FactexWarning, stacklevel=2)
        return None


def wall_clock(moment: date | datetime | None) -> datetime | None:
    """The day and time as the article's clock shows them; a day is its midnight. Arrow columns have one zone or none."""
    if moment is None or isinstance(moment, datetime):
        return None if moment is None else moment.replace(tzinfo=None)
    return datetime.combine(moment, time.min)
