"""Whole articles with all their facts: tests/corpus/*.toml.

A file gives `source` (as a user would hand it in) or the path of a `file` of this repository, perhaps `published` and
`format`, the expected fields of the article, and every fact in text order. A fact gives the fields of its record that are
not None; a list holds the acceptable values, with "" for None. Fields that follow from others (offsets, `sentence`,
`begin`, `finish`, `grain`, `rule`) are compared where they are given. A fact marked `optional` may be missing.
`fails` of a fact names its fields that are still wrong, or "text" where the mention is not found: the test of each must fail
(strict xfail), so that a fix is noticed; `pytest tests/test_corpus.py --drop-fixed` takes what is right now off the lists.
`known_spurious` are the texts of facts that are still found and should not be.
"""

import re
import tomllib
from dataclasses import fields
from decimal import Decimal
from pathlib import Path

import pytest

from factex import Fact

ROOT = Path(__file__).parents[1]
FILES = {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(Path(__file__).parent.glob("corpus/*.toml"))}
DERIVED = {"start", "end", "sentence", "begin", "finish", "grain", "rule"}
COMPARED = [field.name for field in fields(Fact) if field.name not in DERIVED]
INDEX = {"equivalent"}


def source_of(case):
    """What a user would hand in."""
    return ROOT / case["file"] if "file" in case else case["source"]


@pytest.fixture(scope="module")
def extractions(extractor):
    """The extraction of each file, made once."""
    return {
        name: extractor.extract(source_of(case), published=case.get("published"), format=case.get("format"))
        for name, case in FILES.items()
    }


def rows():
    """One row a fact for the fields that are right, and one for each that is known to be wrong."""
    made = []
    for name, case in FILES.items():
        for number, fact in enumerate(case["facts"]):
            identity, failing = f"{name}: {number} {fact['text']}", fact.get("fails", [])
            if "text" not in failing:
                rest = [field for field in [*COMPARED, *(DERIVED & fact.keys())] if field not in failing]
                made.append(pytest.param(name, number, rest, id=identity))
            known = pytest.mark.xfail(
                strict=True, reason="known failure; if it is right now, run with --drop-fixed", raises=AssertionError
            )
            made += [pytest.param(name, number, [field], id=f"{identity} ({field})", marks=known) for field in failing]
    return made


def partner(facts, fact):
    """The text of the fact that this one restates."""
    return None if fact.equivalent is None else facts[fact.equivalent].text


def found_for(case, facts, number):
    """The fact with the text of the numbered expected one: of several with this text, the one at its turn."""
    text = case["facts"][number]["text"]
    turn = sum(fact["text"] == text for fact in case["facts"][:number])
    same = [fact for fact in facts if fact.text == text]
    return same[turn] if turn < len(same) else None


@pytest.mark.parametrize(("name", "number", "fields"), rows())
def test_fact(extractions, name, number, fields, request):
    """These fields of the fact are right."""
    facts = extractions[name].facts
    expected = FILES[name]["facts"][number]
    fact = found_for(FILES[name], facts, number)
    if fact is None and expected.get("optional"):
        return
    assert fact is not None, [f.text for f in facts]
    wrong = {}
    for field in fields:
        value = partner(facts, fact) if field in INDEX else getattr(fact, field)
        wanted = expected.get(field, False if field == "fiscal" else "CT+" if field == "factuality" else None)
        if not any(same(value, each) for each in (wanted if isinstance(wanted, list) else [wanted])):
            wrong[field] = f"{value!r}, expected {wanted!r}"
    if not wrong and fields[0] in expected.get("fails", []) and request.config.getoption("--drop-fixed"):
        drop(name, number, fields[0])
    assert wrong == {}


def drop(name, number, field):
    """Take a field that is right now off the `fails` of a fact, in its file."""
    path = Path(__file__).parent / "corpus" / f"{name}.toml"
    head, *facts = path.read_text(encoding="utf-8").split("[[facts]]\n")
    facts[number] = re.sub(rf'(^fails = \[.*?)"{field}"(?:, )?', r"\1", facts[number], flags=re.MULTILINE)
    facts[number] = re.sub(r"^fails = \[\]\n", "", facts[number].replace(", ]", "]"), flags=re.MULTILINE)
    path.write_text("[[facts]]\n".join([head, *facts]), encoding="utf-8")


def same(value, wanted):
    """Whether a field has the wanted value; TOML writes None as "", and decimals and dates as strings."""
    if wanted in ("", None):
        return value is None
    if isinstance(value, Decimal):
        return value == Decimal(wanted)
    return value == wanted or str(value) == wanted


@pytest.mark.parametrize("name", FILES)
def test_nothing_is_spurious(extractions, name):
    """Every fact found is one that the file lists."""
    listed = [fact["text"] for fact in FILES[name]["facts"]]
    found = [fact.text for fact in extractions[name].facts]
    assert [text for text in found if text not in listed] == FILES[name].get("known_spurious", [])
    assert [text for text in listed if found.count(text) > listed.count(text)] == []


@pytest.mark.parametrize("name", FILES)
def test_article(extractions, name):
    """The article's own fields are right."""
    article = extractions[name].article
    for field, wanted in FILES[name].get("article", {}).items():
        assert str(getattr(article, field)) == wanted
