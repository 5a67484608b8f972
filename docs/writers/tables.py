"""The tables of words in factex/data."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from writers.markdown import code, contents, page, table

ROOT = Path(__file__).resolve().parents[2]


def tables() -> Iterator[tuple[str, str]]:
    """One page for each table in factex/data, and one that lists them."""
    rows = []
    paths = sorted((ROOT / "factex" / "data").glob("*.toml"))
    for path in paths:
        written = path.read_text(encoding="utf-8")
        content = tomllib.loads(written)
        head = " ".join(line.lstrip("# ") for line in leading_comment(written))
        what = head.partition(" Source: ")[0]
        rows.append((f"[{path.stem}]({path.stem}.md)", what, str(sum(size(each) for each in content.values()))))
        notes = comments(written)
        sections = (f"## {key}\n\n{notes.get(key, '')}\n\n{show(value)}" for key, value in content.items())
        yield f"reference/tables/{path.stem}.md", page(f"Table: {path.stem}", head, *sections)
    yield (
        "reference/tables/index.md",
        page(
            "Word tables",
            "The words factex knows are rows of tables in `factex/data`, not code. Each opens with its source and date. "
            "Currency names come from Babel (CLDR) and units from pint; the tables hold what news adds to them.\n",
            table(("table", "what it holds", "rows"), rows),
            contents(f"{path.stem} <{path.stem}>" for path in paths),
        ),
    )


def leading_comment(written: str) -> Iterator[str]:
    """The comment at the head of a file."""
    for line in written.splitlines():
        if not line.startswith("#"):
            return
        yield line


def comments(written: str) -> dict[str, str]:
    """The comments above the parts of a table, by the key of the part."""
    above: list[str] = []
    found = {}
    for line in written[len("\n".join(leading_comment(written))) :].splitlines():
        if line.startswith("#"):
            above.append(line.lstrip("# "))
            continue
        key = re.match(r"\[*([\w.-]+)\]*(?: =|$)", line)
        if key and above:
            found.setdefault(key[1].partition(".")[0], " ".join(above))
        above = []
    return found


def size(value: Any) -> int:
    """The number of rows of a part of a table."""
    if isinstance(value, dict):
        return sum(size(each) if isinstance(each, dict | list) else 1 for each in value.values())
    return len(value) if isinstance(value, list) else 1


def show(value: Any) -> str:
    """A part of a table: words in a line, pairs and records as a Markdown table."""
    if isinstance(value, dict) and value and all(isinstance(each, dict) for each in value.values()):
        columns = list(dict.fromkeys(column for each in value.values() for column in each))
        return table(["", *columns], ([code(key), *(inline(each.get(c)) for c in columns)] for key, each in value.items()))
    if isinstance(value, dict):
        return table(("", ""), ((code(key), inline(each)) for key, each in value.items()))
    if isinstance(value, list) and value and all(isinstance(each, dict) for each in value):
        columns = list(dict.fromkeys(column for each in value for column in each))
        return table(columns, ([inline(each.get(c)) for c in columns] for each in value))
    return inline(value) + "\n"


def inline(value: Any) -> str:
    """A value in one line."""
    if value is None:
        return ""
    if isinstance(value, list):
        return ", ".join(inline(each) for each in value)
    if isinstance(value, dict):
        return "; ".join(f"{key}: {inline(each)}" for key, each in value.items())
    return code(str(value))
