"""Importing factex is light."""

import subprocess
import sys

import pytest

HEAVY = ("spacy", "pint", "babel", "dateparser", "trafilatura", "pandas", "pyarrow", "holidays", "lxml", "rich", "jiter", "click")


def loaded(statement):
    """The heavy packages that a fresh interpreter has loaded after *statement*."""
    code = f"{statement}; import sys; print(*(set({HEAVY!r}) & sys.modules.keys()))"
    return set(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60).stdout.split())


def test_importing_factex_loads_nothing_heavy():
    """`import factex` leaves the models, the parsers and the tables on the disk."""
    assert loaded("import factex") == set()


def test_reading_needs_no_model():
    """An article is read without spaCy."""
    assert "spacy" not in loaded("import factex; factex.read('Sales rose 3%.', format='text')")


@pytest.mark.parametrize("module", ["factex.pipeline", "factex.grammars", "factex.cli"])
def test_rooms_load_no_model(module):
    """The rooms import spaCy when they first parse, not before."""
    assert loaded(f"import {module}") & {"spacy", "pandas", "pyarrow", "trafilatura", "dateparser"} == set()


def test_importing_factex_is_quick():
    """The best of five takes less than 0.15 s more than an empty interpreter with the same standard library."""
    before = "import dataclasses, datetime, decimal, re, time, typing"
    code = f"{before}; t = time.perf_counter(); import factex; print(time.perf_counter() - t)"
    times = [
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60).stdout
        for _ in range(5)
    ]
    assert min(map(float, times)) < 0.15
