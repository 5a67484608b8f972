"""The fields of records, and the JSON Schema that they make."""

from __future__ import annotations

import inspect
import json
import tomllib
from dataclasses import fields
from pathlib import Path
from typing import Any, get_args

import factex
from factex import records
from factex.extraction import Extraction
from writers.markdown import code, first_sentence, page, table

DOCS = Path(__file__).resolve().parents[1]

DESCRIBED = (records.Fact, records.Article, Extraction, records.Evidence)
"""The records whose fields have a meaning in docs/fields.toml."""


def field_page() -> str:
    """The fields of the records, with their types from the code and their meaning from docs/fields.toml.

    Raises ValueError when a field has no meaning there, or a meaning no field.
    """
    meanings = tomllib.loads((DOCS / "fields.toml").read_text(encoding="utf-8"))
    parts = []
    for record in DESCRIBED:
        own = meanings[record.__name__]
        properties = [name for name, member in vars(record).items() if isinstance(member, property)]
        expected = [field.name for field in fields(record)] + properties
        if sorted(own) != sorted(expected):
            odd = sorted(set(own) ^ set(expected))
            msg = f"docs/fields.toml and {record.__name__} differ in {odd}: expected one meaning for each field"
            raise ValueError(msg)
        types = {field.name: str(field.type) for field in fields(record)}
        types |= {name: str(inspect.signature(vars(record)[name].fget).return_annotation) for name in properties}
        rows = ((code(name), code(types[name]), own[name].strip().replace("\n", " ") + choices(types[name])) for name in expected)
        parts.append(f"## {record.__name__}\n\n{first_sentence(record.__doc__)}\n\n" + table(("field", "type", "meaning"), rows))
    parts.append("## Columns of tables\n\n" + column_table())
    return page(
        "Fields",
        "Every field of the records that factex gives. How a person would fill them in from an article is told in "
        "[What a fact means](meaning.md). All offsets are half-open and count code points.\n",
        *parts,
    )


def column_table() -> str:
    """The columns of a table of facts, with their Arrow types."""
    from factex.views import arrow

    rows = ((code(column.name), code(str(column.type))) for column in arrow.schema())
    return "What `to_pandas` and the Arrow stream of an extraction hold, one row a fact.\n\n" + table(
        ("column", "Arrow type"), rows
    )


def choices(annotation: str) -> str:
    """For a type that is a closed set, its members."""
    named = getattr(records, annotation.removesuffix(" | None"), None)
    members = get_args(named)
    return f" One of {', '.join(code(each) for each in members)}." if members and all(isinstance(m, str) for m in members) else ""


def schema_page() -> str:
    """The JSON Schema of an extraction, and its keys as tables."""
    schema = factex.json_schema()
    intro = (
        "What `Extraction.to_json` writes, and each line of JSON Lines, as a JSON Schema (draft 2020-12): {download}`schema.json`, "
        "which `factex.json_schema()` gives too. Keys that are not described may be added; those that are described will stay.\n"
    )
    parts = [intro]
    for name, each in [("Extraction", schema), *schema["$defs"].items()]:
        rows = [
            (code(key), schema_type(kind), "yes" if key in each["required"] else "no") for key, kind in each["properties"].items()
        ]
        parts.append(f"## {name}\n\n{table(('key', 'type', 'required'), rows)}")
    return page("The JSON Schema", *parts)


def schema_type(kind: dict[str, Any]) -> str:
    """A type of the schema in words."""
    if "$ref" in kind:
        name = kind["$ref"].rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    if "anyOf" in kind:
        return " or ".join(dict.fromkeys(schema_type(each) for each in kind["anyOf"]))
    if "enum" in kind or "const" in kind:
        return ", ".join(code(json.dumps(each)) for each in kind.get("enum", [kind.get("const")]))
    if kind.get("type") == "array":
        return f"list of {schema_type(kind['items'])}"
    names = kind["type"] if isinstance(kind["type"], list) else [kind["type"]]
    said = " or ".join(names)
    return f"{said}: {kind['description']}" if "description" in kind else said
