"""Rules with their examples, and the cleaning of markup by its examples."""

from __future__ import annotations

import importlib
import tomllib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from factex import frames, grammars
from writers.markdown import code, contents, first_sentence, page, plain, short, table

DOCS = Path(__file__).resolve().parents[1]

ROOMS = (grammars, frames)
"""The packages with rules."""


def rules() -> Iterator[tuple[str, str]]:
    """One page for each module of rules, and one that lists them."""
    overview = []
    for room in ROOMS:
        found = (*room.RULES, *getattr(room, "COUNTED_RULES", ()))
        groups: dict[str, list[Any]] = {}  # rules of two modules may alternate
        for rule in found:
            groups.setdefault(rule.name.partition(".")[0], []).append(rule)
        for name, members in groups.items():
            module = importlib.import_module(f"{room.__name__}.{name}")
            folder = room.__name__.partition(".")[2]
            overview.append((f"{folder}/{name}", module, members))
            yield f"reference/rules/{folder}/{name}.md", rule_page(name, module, members)
    yield "reference/rules/index.md", rule_index(overview)


def rule_page(name: str, module: ModuleType, members: list[Any]) -> str:
    """The rules of one module, each with what it reads and refuses."""
    return page(f"Rules: {name}", plain(module.__doc__), *(rule_section(rule) for rule in members))


def rule_section(rule: Any) -> str:
    """One rule: what it is for, its examples, its near misses."""
    parts = [f"## {rule.name}\n", plain(rule.doc) + "\n"]
    if getattr(rule, "pos", None):
        parts.append(f"The first word must be one of {', '.join(sorted(rule.pos))} (Universal Dependencies).\n")
    parts.append(table(("reads", "as"), ((code(text), read_as(reading)) for text, reading in rule.reads.items())))
    if rule.refuses:
        parts.append(f"Refuses {', '.join(code(text) for text in rule.refuses)}.\n")
    return "\n".join(parts)


def read_as(reading: Any) -> str:
    """What a rule makes of an example: a reading, several, or the fields of a frame."""
    if isinstance(reading, dict):
        return "; ".join(f"{key}: {code(str(value))}" for key, value in reading.items())
    return "<br>".join(code(short(each)) for each in (reading if isinstance(reading, tuple) else (reading,)))


def rule_index(overview: list[tuple[str, ModuleType, list[Any]]]) -> str:
    """The list of modules with their numbers of rules and examples."""

    def modules(folder: str) -> str:
        rows = []
        for name, module, members in overview:
            if name.startswith(folder):
                examples = sum(len(rule.reads) + len(rule.refuses) for rule in members)
                rows.append(
                    (f"[{name.partition('/')[2]}]({name}.md)", first_sentence(module.__doc__), str(len(members)), str(examples))
                )
        return table(("module", "what it reads", "rules", "examples"), rows)

    return page(
        "Rules",
        "Every rule with the examples it must read and the near misses it must refuse; the tests run them all. Where an "
        "example has brackets, they mark the mention. `Fact.rule` and `Evidence.rule` name the rule that did the work.\n",
        "## Rules that find mentions\n",
        "In order of precedence: of the matches that begin at one place the longest wins, of equal ones the first.\n",
        modules("grammars/"),
        "## Rules that fill frames\n",
        modules("frames/"),
        contents(f"{name.partition('/')[2]} <{name}>" for name, _, _ in overview),
    )


def cleaning_page() -> str:
    """What cleaning does, by its examples."""
    examples = tomllib.loads((DOCS / "cleaning.toml").read_text(encoding="utf-8"))

    def examples_of(part: str) -> str:
        rows = ((behaviour, code(visible(source)), code(visible(text))) for behaviour, (source, text) in examples[part].items())
        return table(("behaviour", "source", "text"), rows)

    return page(
        "Cleaning",
        "What happens to the markup of an article on its way to plain text, by example; the tests run each line. Line ends are "
        "shown as `⏎`, tabs as `⇥`, and other characters that one cannot see by their code points.\n",
        "## HTML\n",
        examples_of("markup"),
        "## Between the paragraphs of a page\n",
        "On a full page the article has to be found first. Each of these stands between two paragraphs of it, on `paper.example`; "
        "nothing is left of those whose text is empty.\n",
        examples_of("page"),
        "## Plain text\n",
        examples_of("plain"),
    )


def visible(text: str) -> str:
    """*text* with what one cannot see made visible."""
    signs = {"\n": "⏎", "\t": "⇥"}
    return "".join(signs.get(c) or (c if c.isprintable() else f"\\u{ord(c):04x}") for c in text)
