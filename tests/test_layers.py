"""Data flows one way: what each module of the package imports, wherever in the module it does so."""

import ast
from pathlib import Path

import pytest

import factex

PACKAGE = Path(factex.__file__).parent
BELOW = {"errors", "readings", "data", "records", "grammar", "tables"}
"""What every stage stands on."""

MAY_IMPORT = {
    "errors": set(),
    "readings": set(),
    "data": {"errors"},
    "records": {"errors", "readings", "data", "views"},  # views for their looks in a notebook, when it asks
    "garbage": set(),
    "grammar": {"errors", "garbage", "readings", "records"},
    "tables": {"records"},
    # The stages, in the order in which an article passes them; none knows another.
    "sources": BELOW,
    "cleaning": BELOW | {"sources"},  # it takes what sources opened
    "annotation": BELOW,
    "grammars": BELOW,
    "values": BELOW,
    "frames": BELOW,
    "workers": {"garbage"},
    "extraction": {"errors", "records", "views"},
    "views": {"errors", "readings", "data", "records", "extraction", "corpus"},
    "corpus": {"errors", "records", "extraction", "views"},
    "pipeline": BELOW
    | {"additions", "sources", "cleaning", "annotation", "grammars", "values", "frames", "garbage", "workers", "extraction"},
    "additions": BELOW | {"grammars"},
    "component": {"errors", "records", "additions", "pipeline", "views"},
    "cli": {"", "documents", "extraction", "views", "run", "sources"},
    # Collections and clusters.
    "batches": {"errors", "extraction", "pipeline", "records", "sources", "views", "workers"},
    "documents": {"errors", "sources", "views"},
    "shards": {"", "batches", "documents", "errors", "sources", "views", "workers"},
    "spark": {"batches", "errors", "workers"},
    "run": {"", "errors", "shards", "sources", "workers"},
    "": {"errors", "records", "extraction", "corpus", "pipeline", "values", "views", "sources", "workers"},
    "__main__": {"cli"},
}
"""For each room, the rooms it may import; "" is the package itself."""


def room(module):
    """The room of a module: "factex.values.times" is in "values", "factex" itself in ""."""
    return module.split(".")[1] if "." in module else ""


def imported(path):
    """The factex modules that a file imports, inside functions and for types too."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.split(".")[0] == "factex")
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name}: {node.module}: expected an absolute import"
            if node.module == "factex":
                yield from (
                    f"factex.{alias.name}" if room(f"factex.{alias.name}") in MAY_IMPORT else "factex" for alias in node.names
                )
            elif node.module.startswith("factex."):
                yield node.module


FILES = sorted(PACKAGE.rglob("*.py"))


@pytest.mark.parametrize("path", FILES, ids=[str(path.relative_to(PACKAGE)) for path in FILES])
def test_imports_only_from_upstream(path):
    """A module imports its own room and those that its room stands on."""
    own = path.relative_to(PACKAGE).parts[0].removesuffix(".py").replace("__init__", "")
    assert own in MAY_IMPORT, f"{own} is a new room: say in MAY_IMPORT what it may import"
    assert {room(module) for module in imported(path)} - {own} <= MAY_IMPORT[own]
