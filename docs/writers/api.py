"""Public names, errors and the command."""

from __future__ import annotations

import importlib
import inspect
from collections.abc import Iterator
from typing import Any

import factex
from factex import errors
from writers.markdown import code, contents, first_sentence, page, plain, table

BESIDE = {
    "BatchExtractor": "factex.batches.BatchExtractor",
    "Converted": "factex.views.conversion.Converted",
    "Count": "factex.readings.Count",
    "Decoy": "factex.readings.Decoy",
    "Evidence": "factex.records.Evidence",
    "Explanation": "factex.views.explanation.Explanation",
    "FactexComponent": "factex.component.FactexComponent",
    "Interval": "factex.values.intervals.Interval",
    "Money": "factex.readings.Money",
    "Percent": "factex.readings.Percent",
    "Quantity": "factex.readings.Quantity",
    "Rule": "factex.grammar.Rule",
    "Statement": "factex.views.statements.Statement",
    "batches.schema": "factex.batches.schema",
    "grammar.rule": "factex.grammar.rule",
    "shards.run": "factex.shards.run",
    "spark.extract": "factex.spark.extract",
}
"""What users meet that is not in `factex` itself: name of the page to the full name."""


def api() -> Iterator[tuple[str, str]]:
    """One page for each public name, and one that lists them."""
    own = {name: f"factex.{name}" for name in factex.__all__}
    for name, full in (own | BESIDE).items():
        thing = resolve(full)
        directive = directive_for(thing)
        options = ":members:\n:inherited-members:\n:special-members: __init__\n" if directive == "autoclass" else ""
        if directive == "autoexception":
            options = ":show-inheritance:\n"
        yield f"reference/api/{name}.md", page(name, f"```{{eval-rst}}\n.. {directive}:: {full}\n{indent(options)}```\n")
    yield (
        "reference/api/index.md",
        page(
            "The Python API",
            "Import factex; everything in the first table is there. Importing it loads no model.\n",
            listed(own),
            "What you meet beside it: what these give back, what own rules are made of, what runs whole collections.\n",
            listed(BESIDE),
            contents(own | BESIDE),
        ),
    )


def listed(names: dict[str, str]) -> str:
    """A table of names, each leading to its page."""
    rows = ((f"[`{full}`]({name}.md)", first_sentence(resolve(full).__doc__)) for name, full in names.items())
    return table(("name", "what it is"), rows)


def resolve(full: str) -> Any:
    """The object of this full name."""
    module, _, name = full.rpartition(".")
    return getattr(importlib.import_module(module), name)


def directive_for(thing: Any) -> str:
    """The autodoc directive that documents this object."""
    if not isinstance(thing, type):
        return "autofunction"
    return "autoexception" if issubclass(thing, Exception) else "autoclass"


def indent(text: str) -> str:
    """*text* as the options of a directive."""
    return "".join(f"   {line}\n" for line in text.splitlines())


def error_page() -> str:
    """The tree of exceptions."""
    tree = plain(errors.__doc__).split("\n\n")
    classes = [each for each in vars(errors).values() if isinstance(each, type) and each.__module__ == errors.__name__]
    rows = ((f"[{each.__name__}](api/{each.__name__}.md)" if each.__name__ in factex.__all__ else code(each.__name__),
             ", ".join(base.__name__ for base in each.__bases__), first_sentence(each.__doc__)) for each in classes)  # fmt: skip
    return page(
        "Errors",
        "Every error that factex raises on purpose is a `FactexError`, and also of the built-in class that code without "
        "factex in mind would catch.\n",
        f"```text\n{inspect.cleandoc(tree[1])}\n```\n",
        table(("class", "is a", "when"), rows),
        "`extract` and `read` raise; `extract_many` does not stop for one bad source: its `Extraction` has the message in "
        "`error`, and no facts.\n",
        *tree[2:],
    )


def command_page() -> str:
    """The help of the command."""
    from click.testing import CliRunner

    from factex.cli import main

    shown = CliRunner().invoke(main, ["--help"], prog_name="factex", terminal_width=100).output
    return page(
        "The command",
        "`factex`, or `python -m factex`. How to use it: [Work from the command line](../howto/command-line.md).\n",
        f"```text\n{shown.rstrip()}\n```\n",
    )
