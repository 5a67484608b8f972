"""Measure speed again and write its page in the documentation, docs/explanation/speed.md.

    python benchmarks/page.py                                  stages and peers, some minutes
    python benchmarks/page.py --python PEERS/bin/python        with the peers that an environment of their own has
    python benchmarks/page.py --soak                           the soak too, an hour or so
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
    parser.add_argument("--soak", action="store_true")
    parser.add_argument("--take", action="append", default=[], metavar="NAME=FILE", help="shipped, made, news, peers or soak")
    options = parser.parse_args()
    found = json.loads(FIGURES.read_text(encoding="utf-8")) if FIGURES.exists() else {"stages": {}}
    if options.take:
        for name, _, path in (each.partition("=") for each in options.take):
            place = found if name in ("peers", "soak") else found["stages"]
            place[name] = json.loads(Path(path).read_text(encoding="utf-8"))
    else:
        found["stages"]["shipped"] = measured("stages.py")
        found["stages"]["made"] = measured("stages.py", "--made", "200")
        found["peers"] = measured("peers.py", "--python", options.python)
        if options.soak:
            found["soak"] = measured("soak.py")
    FIGURES.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    subprocess.run([sys.executable, str(ROOT / "docs" / "generate.py")], check=True)


if __name__ == "__main__":
    main()
