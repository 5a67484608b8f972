"""The tables of words: where they come from, their order, and that their codes and units exist."""

import tomllib
from importlib.resources import files

import pytest
from babel import Locale

TABLES = {
    entry.name: entry for entry in sorted(files("factex.data").iterdir(), key=lambda e: e.name) if entry.name.endswith(".toml")
}


def lists(table, path=()):
    """The lists in a table, however deep, with the keys that lead to them."""
    for key, value in table.items():
        if isinstance(value, dict):
            yield from lists(value, (*path, key))
        elif isinstance(value, list):
            yield ".".join((*path, key)), value


def mappings(table, path=()):
    """The tables whose values are all strings or numbers, with the keys that lead to them."""
    if table and not any(isinstance(value, dict | list) for value in table.values()):
        yield ".".join(path), table
    for key, value in table.items():
        if isinstance(value, dict):
            yield from mappings(value, (*path, key))


@pytest.mark.parametrize("name", TABLES)
def test_says_where_it_comes_from(name):
    """A table opens with its source, its licence and its date."""
    head = TABLES[name].read_text(encoding="utf-8").partition("\n\n")[0]
    for part in ("Source: ", "Licence: ", "Date: "):
        assert part in head.replace("\n# ", " ")


@pytest.mark.parametrize("name", TABLES)
def test_is_sorted_and_without_doubles(name):
    """Lists of words and keys of mappings stand in the order of their characters, each once; `scripts/refresh.py` sorts them."""
    table = tomllib.loads(TABLES[name].read_text(encoding="utf-8"))
    for path, words in lists(table):
        assert words == sorted(set(words)), path
    for path, mapping in mappings(table):
        assert list(mapping) == sorted(mapping), path


def test_currencies_and_countries_exist():
    """Every code is one of ISO 4217 or ISO 3166, by CLDR; in place of a code may stand a noun whose meaning the article decides."""
    known = Locale("en")
    table = tomllib.loads(TABLES["currencies.toml"].read_text(encoding="utf-8"))
    assert set(table["defaults"].values()) <= set(known.currencies)
    for path in ("signs", "names", "minor"):
        assert {code for code in table[path].values() if not code.islower()} <= set(known.currencies), path
    assert set(table["countries"].values()) <= set(known.territories)
    assert set(tomllib.loads(TABLES["domains.toml"].read_text(encoding="utf-8"))["countries"].values()) <= set(known.territories)
