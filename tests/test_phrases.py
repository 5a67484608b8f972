"""Phrases of news English state the numbers that phrases.txt says, and no others."""

import re
from decimal import Decimal
from pathlib import Path

import pytest

from factex.records import NUMERIC_KINDS

LINES = [
    line for line in (Path(__file__).parent / "phrases.txt").read_text(encoding="utf-8").splitlines() if line and line[0] != "#"
]
MODIFIERS = {"~": "approx", ">": "more_than", "<": "less_than", ">=": "equal_or_more", "<=": "equal_or_less", None: None}
MARKS = re.compile(r"(?P<modifier>~|[<>]=?)|(?P<move>[+-](?:by|to|from))|/(?P<per>[\w,]+)|(?P<equivalent>=)")


def parsed(line):
    """The text of a line, its spans, and the fields that each must have."""
    written, _, rest = line.partition(" ->")
    spans = [(m.start() - 2 * k, m.end() - 2 * k - 2) for k, m in enumerate(re.finditer(r"\[[^\]]*\]", written))]
    return re.sub(r"[\[\]]", "", written), spans, [fields(part) for part in rest.split(";") if part.strip()]


def fields(part):
    """What "money 5 USD +to /share" asks for."""
    kind, amount, *words = part.split()
    marks = {}
    while words and len(words) > 1 and (found := MARKS.fullmatch(words[-1])):
        words.pop()
        marks |= {name: value for name, value in found.groupdict().items() if value}
    move = marks.get("move")
    return {
        "kind": kind,
        "amount": amount,
        "unit": None if words == ["-"] else " ".join(words),
        "modifier": MODIFIERS[marks.get("modifier")],
        "change": move and {"+": "increase", "-": "decrease"}[move[0]],
        "role": move and move[1:],
        "per": marks["per"].replace("_", " ") if "per" in marks else None,
        "equivalent": "equivalent" in marks,
    }


def found(fact):
    """The same of a fact."""
    amount = shown(fact.amount) if fact.amount is not None else f"{shown(fact.low)}..{shown(fact.high)}"
    return {
        "kind": fact.kind,
        "amount": "none" if amount == ".." else amount,
        "equivalent": fact.equivalent is not None,
        **{name: getattr(fact, name) for name in ("unit", "modifier", "change", "role", "per")},
    }


def shown(number):
    """A number without zeros at its end, cut to four places where it has many."""
    if number is None:
        return ""
    if Decimal("0.001") < abs(number) < 10**9:
        number = round(number, 4)
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


@pytest.fixture(scope="module")
def extracted(extractor):
    """What is found in each line."""
    return dict(zip(LINES, extractor.extract_many([parsed(line)[0] for line in LINES], format="text"), strict=True))


@pytest.mark.parametrize("line", LINES)
def test_states_these_numbers(extracted, line):
    """Spans and fields are those of the line."""
    text, spans, expected = parsed(line)
    facts = [fact for fact in extracted[line].facts if fact.kind in NUMERIC_KINDS]
    assert extracted[line].article.text == text
    assert [(fact.start, fact.end) for fact in facts] == spans
    assert [found(fact) for fact in facts] == expected
