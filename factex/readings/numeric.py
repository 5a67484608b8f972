"""Readings of numbers: money, percents, quantities and counts."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Money:
    """An amount of money in its main unit. `currency` as written: "$", "US$", "won", "Australian dollars", "GBP"."""

    amount: Decimal | None
    currency: str
    low: Decimal | None = None
    high: Decimal | None = None


NumericReading = Money
