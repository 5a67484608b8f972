"""Measure speed again and write its page in the documentation, docs/explanation/speed.md.

    python benchmarks/page.py                                  stages and peers, some minutes
    python benchmarks/page.py --python PEERS/bin/python        with the peers that an environment of their own has
    python benchmarks/page.py --only processes length soak stream     what is named; the last two take an hour or so each
    python benchmarks/page.py --take soak=FILE                 take over what a benchmark wrote with --json

What is not measured again keeps its figures, which are in docs/speed.json.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FIGURES = ROOT / "docs" / "speed.json"

BENCHMARKS = {
    "shipped": ["stages.py"],
    "made": ["stages.py", "--made", "200"],
    "news": ["stages.py"],
    "peers": ["peers.py"],
    "processes": ["processes.py"],
    "length": ["length.py"],
    "soak": ["soak.py"],
    "stream": ["soak.py", "--tiny", "--documents", "100000", "--processes", "1"],
}
"""What writes the figures of each name; the real pages of "news" are not ours to ship, so they can only be taken over."""


def measured(script: str, *arguments: str) -> object:
    """What a benchmark writes."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "figures.json"
        subprocess.run([sys.executable, str(ROOT / "benchmarks" / script), *arguments, "--json", str(path)], check=True)
        return json.loads(path.read_text(encoding="utf-8"))


def main() -> None:
    """Measure, write the figures, write the page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--python", default=sys.executable)
    own = [name for name in BENCHMARKS if name != "news"]
    parser.add_argument("--only", nargs="+", choices=own, default=["shipped", "made", "peers"])
    parser.add_argument("--take", action="append", metavar="NAME=FILE", help=", ".join(BENCHMARKS))
    options = parser.parse_args()
    figures: dict[str, object] = {}
    if options.take:
        for name, _, path in (each.partition("=") for each in options.take):
            if name not in BENCHMARKS:
                parser.error(f"--take {name}: expected one of {', '.join(BENCHMARKS)}")
            figures[name] = json.loads(Path(path).read_text(encoding="utf-8"))
    else:
        for name in options.only:
            figures[name] = measured(*BENCHMARKS[name], *(["--python", options.python] if name == "peers" else []))
    found = json.loads(FIGURES.read_text(encoding="utf-8")) if FIGURES.exists() else {"stages": {}}
    for name, each in figures.items():
        place = found["stages"] if BENCHMARKS[name][0] == "stages.py" else found
        place[name] = each
    FIGURES.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    subprocess.run([sys.executable, str(ROOT / "docs" / "generate.py")], check=True)


if __name__ == "__main__":
    main()
