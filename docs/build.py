"""Bring the generated pages up to date and build the documentation into docs/_build/html.

    python docs/build.py

Needs no network. A warning is an error.
"""

import sys
from pathlib import Path

import generate
from sphinx.cmd.build import main as sphinx

DOCS = Path(__file__).parent


def main() -> int:
    """Write the generated pages, then the site."""
    generate.write()
    return sphinx(["-W", "--keep-going", "-q", "-b", "html", str(DOCS), str(DOCS / "_build" / "html")])


if __name__ == "__main__":
    sys.exit(main())
