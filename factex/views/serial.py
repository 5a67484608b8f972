"""Extractions as dicts and JSON, and back without loss: decimals as strings, dates in ISO 8601.

The shape is that of the classes: the keys of a fact are the fields of `Fact`. Its JSON Schema is `schema.json_schema()`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any, TypeVar

from factex.errors import SourceError
from factex.extraction import Extraction
from factex.records import Article, Evidence, Fact, SourceMap

VERSION = 1
"""The version of the shape; a higher one may have keys that this one does not know."""

Record = TypeVar("Record", Article, Evidence, Fact, SourceMap)


def to_dict(extraction: Extraction) -> dict[str, Any]:
    """The extraction as plain dicts, lists, strings, integers and booleans."""
    return {"version": VERSION, **plain(extraction)}


def to_json(extraction: Extraction, *, indent: int | None = None) -> str:
    """The extraction as JSON; on one line unless *indent* is given."""
    return json.dumps(to_dict(extraction), ensure_ascii=False, indent=indent)


def facts_to_json(facts: Iterable[Fact]) -> str:
    """Facts alone, as a JSON array."""
    return json.dumps([plain(fact) for fact in facts], ensure_ascii=False)


@lru_cache
def facts_from_json(text: str) -> tuple[Fact, ...]:
    """The facts that `facts_to_json` wrote."""
    return tuple(_record(Fact, each) for each in json.loads(text))


def plain(value: Any) -> Any:  # noqa: ANN401  (fields have many types)
    """A field's value as JSON has it."""
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    return [plain(each) for each in value]


def from_json(text: str | bytes) -> Extraction:
    """The extraction that `to_json` wrote. Raises SourceError for anything else."""
    try:
        data = json.loads(text)
    except (RecursionError, ValueError, TypeError) as error:
        msg = f"{str(text)[:40]!r} is no JSON: expected what Extraction.to_json() writes ({error})"
        raise SourceError(msg) from error
    return from_dict(data)


def from_dict(data: Mapping[str, Any]) -> Extraction:
    """The extraction that `to_dict` gave. Raises SourceError for anything else."""
    try:
        if data["version"] > VERSION:
            msg = f"it has version {data['version']}, this factex reads up to {VERSION}: update factex"
            raise ValueError(msg)  # noqa: TRY301  (one handler words every error)
        return Extraction(
            _record(Article, data["article"]),
            facts=tuple(_record(Fact, each) for each in data["facts"]),
            evidence=tuple(tuple(_record(Evidence, each) for each in of_fact) for of_fact in data["evidence"]),
            error=data["error"],
        )
    except (ArithmeticError, AttributeError, KeyError, TypeError, ValueError) as error:
        msg = f"{str(data)[:40]!r} is no extraction: expected what Extraction.to_dict() gives ({type(error).__name__}: {error})"
        raise SourceError(msg) from error


def _record(kind: type[Record], data: Mapping[str, Any]) -> Record:
    return kind(**{key: READERS[key](value) if value is not None and key in READERS else value for key, value in data.items()})


def _moment(text: str) -> date | datetime:
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)


READERS: dict[str, Callable[[Any], Any]] = {
    "amount": Decimal,
    "low": Decimal,
    "high": Decimal,
    "begin": _moment,
    "finish": _moment,
    "published": _moment,
    "modified": _moment,
    "authors": tuple,
    "kinds": tuple,
    "source_map": lambda data: _record(SourceMap, data),
    "text_starts": tuple,
    "source_starts": tuple,
    "source_ends": tuple,
}
"""What turns the plain value of a field back into its own type, by the field's name; others are as they are."""
