"""Readings of numbers: money, percents, quantities and counts.

Each has `amount`, or `low` and `high` for a range or a vague multiple ("hundreds of": low 200), or none of them for
"a few" and "several".
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal


def plain(number: Decimal) -> Decimal:
    """The same number in plain notation and without the zeros that a scale left: 6500000, not 6500000.0 or 65E+5."""
    text = format(number, "f")
    return Decimal(text.rstrip("0").rstrip(".") if "." in text else text)


@dataclass(frozen=True, slots=True)
class Money:
    """An amount of money in its main unit. `currency` as written: "$", "US$", "won", "Australian dollars", "GBP".

    `code`: what it means, where the rule knows that already; else the context decides.
    """

    amount: Decimal | None
    currency: str
    low: Decimal | None = None
    high: Decimal | None = None
    code: str | None = None


@dataclass(frozen=True, slots=True)
class Percent:
    """A share in hundredths, a difference of two such shares, or one in ten-thousandths."""

    amount: Decimal | None
    unit: Literal["percent", "percentage_point", "basis_point"] = "percent"
    low: Decimal | None = None
    high: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount of a physical unit, by pint's name of it."""

    amount: Decimal | None
    unit: str
    low: Decimal | None = None
    high: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number whose noun only the parse can tell: it becomes a Count or nothing.

    `form`: "exact", or "part" for a fraction ("a third"), "vague" for "hundreds" and "several".
    """

    amount: Decimal | None
    low: Decimal | None = None
    high: Decimal | None = None
    form: Literal["exact", "part", "vague"] = "exact"


@dataclass(frozen=True, slots=True)
class Count:
    """A number of things. `noun`: the lemma of the counted noun phrase, None for a bare ratio or fraction."""

    amount: Decimal | None
    noun: str | None = None
    low: Decimal | None = None
    high: Decimal | None = None


NumericReading = Money | Percent | Quantity | Numeral | Count
