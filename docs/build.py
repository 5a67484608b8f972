"""Bring the generated pages up to date and build the documentation, notebooks included, into docs/_build/html.

    python docs/build.py

Needs no network. A warning is an error.
"""

import shutil
import sys
from pathlib import Path

import generate
from sphinx.cmd.build import main as sphinx

DOCS = Path(__file__).resolve().parent


def main() -> int:
    """Write the generated pages, then the site."""
    generate.write()
    for notebook in (DOCS.parent / "notebooks").glob("*.ipynb"):
        shutil.copy(notebook, DOCS / "notebooks")
    return sphinx(["-W", "--keep-going", "-q", "-b", "html", str(DOCS), str(DOCS / "_build" / "html")])


if __name__ == "__main__":
    sys.exit(main())
