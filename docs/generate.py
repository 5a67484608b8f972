"""Write the pages of the documentation that follow from the code, so that they cannot disagree with it.

    python docs/generate.py                       write them
    python docs/generate.py --check               write nothing; exit 1 and name the pages that are out of date
    python docs/generate.py --scores FILE         first take over factex's scores from FILE, a JSON object
                                                  "benchmark | measure" -> percent

Written are docs/reference/{api,rules,tables}/*, docs/reference/{fields,schema,errors,command,cleaning}.md,
docs/explanation/scores.md, and in CHANGELOG.md and README.md the lines between `<!-- scores -->` and `<!-- end of scores -->`.
"""

from __future__ import annotations

import argparse
import importlib
import inspect
import json
import re
import sys
import tomllib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import MISSING, fields, is_dataclass
from itertools import groupby
from pathlib import Path
from types import ModuleType
from typing import Any, get_args

import factex
from factex import errors, frames, grammars, records
from factex.cleaning import examples
from factex.extraction import Extraction

DOCS = Path(__file__).resolve().parent
ROOT = DOCS.parent
NOTE = "<!-- Written by docs/generate.py: change the code it describes, or that script, and run it again. -->\n"
MARKS = re.compile(r"(<!-- scores -->\n).*?(<!-- end of scores -->)", re.DOTALL)

ROOMS = (grammars, frames)
"""The packages with rules."""

DESCRIBED = (records.Fact, records.Article, Extraction, records.Evidence)
"""The records whose fields have a meaning in docs/fields.toml."""

BESIDE = {
    "Converted": "factex.views.conversion.Converted",
    "Evidence": "factex.records.Evidence",
    "Explanation": "factex.views.explanation.Explanation",
    "FactexComponent": "factex.component.FactexComponent",
    "Statement": "factex.views.statements.Statement",
}
"""What users meet that is not in `factex` itself: name of the page to the full name."""


# Markdown


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


# Rules


def rules() -> Iterator[tuple[str, str]]:
    """One page for each module of rules, and one that lists them."""
    overview = []
    for room in ROOMS:
        found = (*room.RULES, *getattr(room, "COUNTED_RULES", ()))
        for name, group in groupby(found, key=lambda rule: rule.name.partition(".")[0]):
            members = list(group)
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


# Cleaning


def cleaning_page() -> str:
    """What cleaning does, by its examples."""

    def rows(found: Iterable[examples.Example]) -> Iterator[tuple[str, ...]]:
        return ((each.behaviour, code(visible(each.source)), code(visible(each.text))) for each in found)

    head = ("behaviour", "source", "text")
    return page(
        "Cleaning",
        "What happens to the markup of an article on its way to plain text, by example; the tests run each line. Line ends are "
        "shown as `⏎`, tabs as `⇥`, and other characters that one cannot see by their code points.\n",
        "## HTML\n",
        table(head, rows(examples.MARKUP)),
        "## Plain text\n",
        table(head, rows(examples.PLAIN)),
    )


def visible(text: str) -> str:
    """*text* with what one cannot see made visible."""
    signs = {"\n": "⏎", "\t": "⇥"}
    return "".join(signs.get(c) or (c if c.isprintable() else f"\\u{ord(c):04x}") for c in text)


# Word tables


def tables() -> Iterator[tuple[str, str]]:
    """One page for each table in factex/data, and one that lists them."""
    rows = []
    paths = sorted((ROOT / "factex" / "data").glob("*.toml"))
    for path in paths:
        written = path.read_text(encoding="utf-8")
        content = tomllib.loads(written)
        head = " ".join(line.lstrip("# ") for line in leading_comment(written))
        rows.append((f"[{path.stem}]({path.stem}.md)", head, str(sum(size(each) for each in content.values()))))
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


# Fields, errors, the command, the API


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


def api() -> Iterator[tuple[str, str]]:
    """One page for each public name, and one that lists them."""
    names = {name: f"factex.{name}" for name in factex.__all__} | BESIDE
    rows = []
    for name, full in names.items():
        thing = resolve(full)
        directive = directive_for(thing)
        options = ":members:\n:special-members: __init__\n" if directive == "autoclass" else ""
        if directive == "autoexception":
            options = ":show-inheritance:\n"
        rows.append((f"[`{full}`]({name}.md)", first_sentence(thing.__doc__)))
        yield f"reference/api/{name}.md", page(name, f"```{{eval-rst}}\n.. {directive}:: {full}\n{indent(options)}```\n")
    yield (
        "reference/api/index.md",
        page(
            "The Python API",
            "Import factex; everything in the first table is there. Importing it loads no model.\n",
            table(("name", "what it is"), rows),
            contents(names),
        ),
    )


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


# Scores


def score_rows() -> list[dict[str, Any]]:
    """The rows of docs/scores.json: benchmark, measure, what it is, the best peer, the peer's score and ours."""
    rows: list[dict[str, Any]] = json.loads((DOCS / "scores.json").read_text(encoding="utf-8"))["rows"]
    return rows


def score_tables() -> str:
    """A table a benchmark, factex beside the best peer."""
    parts = []
    for name, group in groupby(score_rows(), key=lambda row: row["benchmark"]):
        rows = (
            (row["what"], percent(row["factex"]), percent(row["score"], row.get("elsewhere", False)), row["peer"]) for row in group
        )
        parts.append(f"**{name}**\n\n" + table(("measure", "factex", "best peer", "which"), rows))
    return "\n".join(parts)


def headlines() -> str:
    """The rows that tell most, in one table: for README and the changelog."""
    rows = (
        (row["benchmark"], row["what"], percent(row["factex"]), percent(row["score"], row.get("elsewhere", False)), row["peer"])
        for row in score_rows()
        if row.get("headline")
    )
    return table(("benchmark", "measure", "factex", "best peer", "which"), rows)


def percent(score: float | None, elsewhere: bool = False) -> str:
    """A score as it stands in a table; an asterisk where it was measured elsewhere."""
    return "–" if score is None else f"{score:.1f}" + ("\\*" if elsewhere else "")


def score_page() -> str:
    """The scores, with what they are."""
    facts = json.loads((DOCS / "scores.json").read_text(encoding="utf-8"))
    return page("Scores", facts["intro"], score_tables(), facts["outro"])


def take_scores(path: Path) -> None:
    """Put factex's own scores from *path* into docs/scores.json; rows that it lacks keep theirs."""
    measured = json.loads(path.read_text(encoding="utf-8"))
    facts = json.loads((DOCS / "scores.json").read_text(encoding="utf-8"))
    for row in facts["rows"]:
        row["factex"] = round(measured.get(row["key"], row["factex"] or 0), 1) if row["key"] in measured else row["factex"]
    (DOCS / "scores.json").write_text(json.dumps(facts, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


# All pages


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


def pages() -> dict[Path, str]:
    """Every generated file with its content."""
    made: dict[str, str] = {}
    for many in (rules, tables, api):
        made |= many()
    single: dict[str, Callable[[], str]] = {
        "reference/fields.md": field_page,
        "reference/errors.md": error_page,
        "reference/schema.md": schema_page,
        "reference/schema.json": lambda: json.dumps(factex.json_schema(), indent=2) + "\n",
        "reference/command.md": command_page,
        "reference/cleaning.md": cleaning_page,
        "explanation/scores.md": score_page,
    }
    made |= {name: write_page() for name, write_page in single.items()}
    found = {DOCS / name: text for name, text in made.items()}
    for path in (ROOT / "CHANGELOG.md", ROOT / "README.md"):
        written = path.read_text(encoding="utf-8") if path.exists() else ""
        if MARKS.search(written):
            found[path] = MARKS.sub(lambda match: f"{match[1]}\n{headlines()}\n{match[2]}", written)
    return found


def stale() -> list[Path]:
    """The files that are out of date, and those that nothing writes any more."""
    made = pages()
    old = [path for path, text in made.items() if not path.exists() or path.read_text(encoding="utf-8") != text]
    return old + [path for path in generated() if path not in made]


def generated() -> list[Path]:
    """The files under docs/ that this script wrote."""
    return [path for path in DOCS.rglob("*.md") if path.read_text(encoding="utf-8").startswith(NOTE)]


def write() -> None:
    """Bring the generated files up to date and remove those that nothing writes any more."""
    made = pages()
    for path in generated():
        if path not in made:
            path.unlink()
    for path, text in made.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def main() -> int:
    """Write or check."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--scores", type=Path, metavar="FILE")
    options = parser.parse_args()
    if options.scores:
        take_scores(options.scores)
    if not options.check:
        write()
        return 0
    old = stale()
    for path in old:
        print(f"out of date: {path.relative_to(ROOT)}; run `python docs/generate.py`")
    return 1 if old else 0


if __name__ == "__main__":
    sys.exit(main())
