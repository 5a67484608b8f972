"""Percents, percentage points and basis points."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Literal

from factex.grammar import led_by, rule
from factex.grammars import numbers
from factex.grammars.movewords import MOVES
from factex.grammars.numbers import FEW, NUMBER, SCALE, VAGUE, WORDS, Amount, either
from factex.grammars.spreads import read, spread
from factex.readings import Percent

_POINT = r"(?:percentage|percent|per cent|%)[ \u00a0-]?(?:points?|pts?\b)|pp(?:ts?)?\b|%-pts?\b"
_BASIS = r"basis[ -]points?|bps?\b"
_PERCENT = r"%|(?:per[ \u00a0-]?cents?|percentage|pct|pc)\b"
_NEEDED = (
    *("%", "percent", "percents", "per", "percentage", "pct", "pc", "pp", "ppt", "ppts", "basis", "bp", "bps"),
    *(whole + part for whole in ("percent", "percentage") for part in ("point", "points", "pt", "pts")),
)
UNIT = rf"(?:[ \u00a0-]?(?:of a(?:n entire)? )?(?:{_POINT}|{_BASIS}|{_PERCENT}))"


@rule(
    rf"(?P<share>(?P<number>{NUMBER}) ?(?:{_PERCENT})) \((?P<points>[+−–-]\d{{1,2}}(?:\.\d)?)\)",
    starts=numbers.STARTS,
    needs=_NEEDED,
    reads={"[45%] ([+2])": (Percent(Decimal(45)), Percent(Decimal(2), "percentage_point"))},
    refuses=["45 (+2)", "45% (2)"],
)
def share_and_gain(match: re.Match[str]) -> Mapping[str, Percent]:
    """A share and by how many points it has changed, as polls put it behind."""
    return {"share": Percent(numbers.value(match["number"])), "points": Percent(numbers.value(match["points"]), "percentage_point")}


@rule(
    spread(SCALE, end=UNIT),
    starts=numbers.STARTS,
    needs=_NEEDED,
    reads={
        "26%": Percent(Decimal(26)),
        "5-7%": Percent(None, "percent", Decimal(5), Decimal(7)),
        "between [10 and 12%]": Percent(None, "percent", Decimal(10), Decimal(12)),
        "expects [3% to 5%]": Percent(None, "percent", Decimal(3), Decimal(5)),
        "rose [0.1%] to [4.1%]": (Percent(Decimal("0.1")), Percent(Decimal("4.1"))),
        "the note added [3] to [3.98%]": (Percent(Decimal(3), "basis_point"), Percent(Decimal("3.98"))),
    },
    refuses=["a percentage of", "the per cent sign", "5 points", "24/7 %"],
)
def number_then_percent(match: re.Match[str]) -> Percent | Mapping[str, Percent] | None:
    """A number or a range and percent, percentage points or basis points."""

    def make(amount: Amount, words: str) -> Percent:
        return Percent(amount.amount, _unit(words), amount.low, amount.high)

    if match["last"] and _YIELD.fullmatch(match[0]) and led_by(match, _MOVED, 16):
        return {"head": make(Amount(numbers.value(match["first"])), "bp"), "tail": make(Amount(numbers.value(match["last"])), "%")}
    return read(match, make)


# A yield and how far it moved, in basis points: "the ten-year note added 3 to 3.98%"; but "will grow 2 to 2.25%".
_YIELD = re.compile(r"\d{1,2}(?:\.\d)? to \d\d?\.(?!25|50|75)\d{2,3}(?:%| per ?cent)")
_MOVED = re.compile(rf"\b{either(MOVES - {'by', 'from'})} $", re.IGNORECASE)


@rule(
    r"\((?P<number>\d[\d,]*(?:\.\d+)?)\) ?%",
    starts=["("],
    needs=["%"],
    reads={"Margin [(1.2)%]": Percent(Decimal("-1.2"))},
    refuses=["45 (1.2%)", "note (1) 5%"],
)
def loss(match: re.Match[str]) -> Percent:
    """A share below zero, as accountants write it."""
    return Percent(-numbers.value(match["number"]))


@rule(
    r"(?:(?:an?|one|full|one full|a full)[ -]percentage[ -]point|a full point"
    r"|(?:(?:an?|one)[ -])?(?:quarter|half|three-quarters?)(?:(?:[ -]of)?[ -]an?)?[ -](?:percentage[ -])?point)",
    starts=["a", "an", "one", "full", "quarter", "half", "three"],
    needs=["point"],
    reads={
        "[a quarter-point] cut": Percent(Decimal("0.25"), "percentage_point"),
        "half a point": Percent(Decimal("0.5"), "percentage_point"),
        "a percentage point": Percent(Decimal(1), "percentage_point"),
        "fell [a full point]": Percent(Decimal(1), "percentage_point"),
        "one-half percentage point": Percent(Decimal("0.5"), "percentage_point"),
    },
    refuses=["a point", "a half-pointed", "two quarter points"],
)
def part_of_a_point(match: re.Match[str]) -> Percent:
    """A quarter, half or whole percentage point, as central banks move rates."""
    parts = {"three": Decimal("0.75"), "quarter": Decimal("0.25"), "half": Decimal("0.5")}
    amount = next((part for word, part in parts.items() if word in match[0].lower()), Decimal(1))
    return Percent(amount, "percentage_point")


_PARTS = either(form for word in WORDS["fractions"] for form in (word, f"{word}s"))


@rule(
    rf"(?P<part>(?:an?|one|two|three|four|five|seven|nine)[ -]{_PARTS}) of (?:one |1 ?)(?:percentage point|percent|per cent|pct|%)",
    starts=["a", "an", "one", "two", "three", "four", "five", "seven", "nine"],
    needs=_NEEDED,
    reads={
        "three-tenths of one percent": Percent(Decimal("0.3")),
        "one-half of 1 percentage point": Percent(Decimal("0.5"), "percentage_point"),
    },
    refuses=["three-tenths of one person", "three of one percent"],
)
def part_of_one_percent(match: re.Match[str]) -> Percent:
    """A fraction of one percent, as older prose spells out small shares."""
    return Percent(numbers.value(match["part"]), "percentage_point" if match[0].lower().endswith("point") else "percent")


@rule(
    rf"(?:{VAGUE}|{FEW})(?: of)?(?=[ \u00a0-])(?P<unit>{UNIT})",
    starts=numbers.VAGUE_STARTS,
    needs=_NEEDED,
    reads={
        "a few percent": Percent(None),
        "several percentage points": Percent(None, "percentage_point"),
        "hundreds of basis points": Percent(None, "basis_point", Decimal(200)),
    },
    refuses=["a percent", "a few people"],
)
def few_percent(match: re.Match[str]) -> Percent:
    """A vague number of percent."""
    return Percent(None, _unit(match["unit"]), numbers.vague(match[0]).low)


def _unit(words: str) -> Literal["percent", "percentage_point", "basis_point"]:
    words = words.lower()
    if "b" in words:
        return "basis_point"
    return "percentage_point" if "pp" in words or "pt" in words or "point" in words else "percent"
