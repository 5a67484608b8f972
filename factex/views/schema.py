"""The JSON Schema of what `Extraction.to_json` writes, made from the classes themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import MISSING, fields
from datetime import date, datetime
from decimal import Decimal
from types import NoneType, UnionType
from typing import Any, Literal, get_args, get_origin, get_type_hints

from factex.records import Article, Evidence, Fact, SourceMap
from factex.views.serial import VERSION

_DAY = r"\d{4}-\d\d-\d\d"
_SCALARS: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    NoneType: {"type": "null"},
    Decimal: {"type": "string", "pattern": r"^-?\d+(\.\d+)?$", "description": "a decimal number in plain notation"},
    date: {"type": "string", "pattern": f"^{_DAY}$", "description": "ISO 8601 date"},
    datetime: {"type": "string", "pattern": f"^{_DAY}T", "description": "ISO 8601 date and time"},
}
_RECORDS = (Article, Fact, Evidence, SourceMap)


def json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of one extraction, as `Extraction.to_dict` and a line of JSON Lines have it.

    It describes version `version` of the shape: keys that are not described may be added, those that are will stay.
    """
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Extraction",
        "description": "An article and the facts found in it, in text order.",
        "type": "object",
        "properties": {
            "version": {"const": VERSION},
            "article": _reference(Article),
            "facts": {"type": "array", "items": _reference(Fact)},
            "evidence": {"type": "array", "items": {"type": "array", "items": _reference(Evidence)}},
            "error": {"type": ["string", "null"]},
        },
        "required": ["version", "article", "facts", "evidence", "error"],
        "$defs": {record.__name__: _object(record) for record in _RECORDS},
    }


def _object(record: type) -> dict[str, Any]:
    hints = get_type_hints(record)
    return {
        "type": "object",
        "description": (record.__doc__ or "").partition("\n")[0],
        "properties": {field.name: _type(hints[field.name]) for field in fields(record)},
        "required": [field.name for field in fields(record) if field.default is MISSING],
    }


def _reference(record: type) -> dict[str, Any]:
    return {"$ref": f"#/$defs/{record.__name__}"}


def _type(hint: Any) -> dict[str, Any]:  # noqa: ANN401  (type hints are of many types)
    """The schema of a field with this type."""
    if hint in _RECORDS:
        return _reference(hint)
    if get_origin(hint) is Literal:
        return {"enum": list(get_args(hint))}
    if get_origin(hint) in (tuple, Sequence):
        return {"type": "array", "items": _type(get_args(hint)[0])}
    if isinstance(hint, UnionType) or get_origin(hint) is not None:
        return _either([_type(each) for each in get_args(hint)])
    return _SCALARS[hint]


def _either(kinds: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """One of several types; None is added to the type or the values of the other where there is but one."""
    first, *rest = kinds
    if rest == [_SCALARS[NoneType]] and "type" in first and first["type"] != "array":
        return {**first, "type": [first["type"], "null"]}
    if rest == [_SCALARS[NoneType]] and "enum" in first:
        return {"enum": [*first["enum"], None]}
    return {"anyOf": list(kinds)}
