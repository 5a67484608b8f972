"""What `factex` shows: its public names."""

import subprocess
import sys
from types import ModuleType

import factex


def test_names_are_sorted_and_complete():
    """`__all__` is in order, and holds every name that a user sees which is no module."""
    assert factex.__all__ == sorted(factex.__all__, key=lambda name: (name.islower(), name))
    shown = {name for name, value in vars(factex).items() if not name.startswith("_") and not isinstance(value, ModuleType)}
    own = {name for name in shown if getattr(vars(factex)[name], "__module__", "").startswith("factex")}
    assert own <= set(factex.__all__)


def test_every_name_can_be_had():
    """Names that load the pipeline late are there too, and a name that is not says so."""
    assert all(getattr(factex, name).__doc__ for name in factex.__all__)
    assert not hasattr(factex, "extract_all")
    assert set(factex.__all__) <= set(dir(factex))


def test_help_on_the_package_works():
    """In a fresh interpreter `from factex import *` gives all names."""
    code = "from factex import *; import factex; print(all(name in globals() for name in factex.__all__))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "True"
