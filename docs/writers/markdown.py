"""Pieces of Markdown."""

from __future__ import annotations

import inspect
from collections.abc import Iterable
from dataclasses import MISSING, fields, is_dataclass
from typing import Any

NOTE = "<!-- Written by docs/generate.py: change the code it describes, or that script, and run it again. -->\n"


def code(text: str) -> str:
    """*text* as code, also in the cell of a table."""
    text = text.replace("|", "\\|")
    if "`" in text:
        return f"`` {text} ``"
    return f"`{text}`" if text.strip() else "` `"


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A Markdown table."""
    head = list(head)
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def page(title: str, *parts: str) -> str:
    """A page from its title and its parts, without the empty ones."""
    return "\n".join([NOTE, f"# {title}\n", *(part.rstrip() + "\n" for part in parts if part)])


def contents(names: Iterable[str]) -> str:
    """The hidden table of contents that puts pages under this one."""
    return "```{toctree}\n:hidden:\n\n" + "\n".join(names) + "\n```\n"


def plain(docstring: str | None) -> str:
    """A docstring as Markdown."""
    return inspect.cleandoc(docstring or "")


def first_sentence(docstring: str | None) -> str:
    """The first paragraph of a docstring on one line."""
    return " ".join(plain(docstring).split("\n\n")[0].split())


def short(value: Any) -> str:
    """A reading as people would write it: only the fields that differ from their defaults."""
    if isinstance(value, tuple):
        return ", ".join(short(each) for each in value)
    if not is_dataclass(value) or isinstance(value, type):
        return str(value) if type(value).__name__ == "Decimal" else repr(value)
    said = []
    for field in fields(value):
        own = getattr(value, field.name)
        if field.default is MISSING:
            said.append(short(own))
        elif own != field.default:
            said.append(f"{field.name}={short(own)}")
    return f"{type(value).__name__}({', '.join(said)})"
