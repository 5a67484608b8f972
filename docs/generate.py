"""Write the pages of the documentation that follow from the code, so that they cannot disagree with it.

    python docs/generate.py                       write them
    python docs/generate.py --check               write nothing; exit 1 and name the pages that are out of date
    python docs/generate.py --scores FILE         first take over factex's scores from FILE, a JSON object
                                                  "benchmark | measure" -> percent

Written are docs/reference/{api,rules,tables}/*, docs/reference/{fields,schema,errors,command,cleaning}.md,
docs/explanation/scores.md, and in CHANGELOG.md, README.md and docs/explanation/comparison.md the lines between
`<!-- scores -->` and `<!-- end of scores -->`, or of another part that MARKED names.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path

from writers.api import api, command_page, error_page
from writers.fields import field_page, schema_page
from writers.markdown import NOTE
from writers.rules import cleaning_page, rules
from writers.scores import behind, headlines, score_page, take_scores
from writers.speed import speed_page
from writers.tables import tables

import factex

DOCS = Path(__file__).resolve().parent
ROOT = DOCS.parent
MARKED = {"scores": headlines, "behind": behind}
"""What stands between marks in pages that are otherwise written by hand."""
MARKS = re.compile(rf"<!-- ({'|'.join(MARKED)}) -->\n.*?<!-- end of \1 -->", re.DOTALL)


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
        "explanation/speed.md": speed_page,
    }
    made |= {name: write_page() for name, write_page in single.items()}
    found = {DOCS / name: text for name, text in made.items()}
    for path in (ROOT / "CHANGELOG.md", ROOT / "README.md", DOCS / "explanation" / "comparison.md"):
        found[path] = MARKS.sub(marked, path.read_text(encoding="utf-8"))
    return found


def marked(match: re.Match[str]) -> str:
    """A marked part with what belongs into it."""
    return f"<!-- {match[1]} -->\n\n{MARKED[match[1]]()}\n<!-- end of {match[1]} -->"


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
