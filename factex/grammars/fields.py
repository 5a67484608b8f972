"""Symbols of units that mean one only in their own field: 35 kn of wind, 150 kn for a ticket, 10 F of a capacitor."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cache

from factex.data import currencies, table
from factex.grammar import DIGIT, rule
from factex.grammars.numbers import SCALE, Amount, either
from factex.grammars.spreads import read, spread
from factex.readings import Money, Quantity

_FIELDS: Mapping[str, Mapping[str, list[str]]] = table("fields")
_NEAR = 100
"""How far from the number a word of its field may stand, in characters."""


@rule(
    spread(SCALE, end=rf"[ \u00a0]?(?-i:{either(_FIELDS)})(?![^\W_]|[-.]\w)"),
    starts=[DIGIT],
    needs=_FIELDS,
    reads={
        "winds of [35 kn]": Quantity(Decimal(35), "knot"),
        "the ticket cost [150 kn]": Money(Decimal(150), "HRK"),
        "bread costs [18 R] in Johannesburg": Money(Decimal(18), "ZAR"),
        "a dose of [0.5 R]": Quantity(Decimal("0.5"), "roentgen"),
        "a circuit of [10-15 A]": Quantity(None, "ampere", Decimal(10), Decimal(15)),
    },
    refuses=["35 kn", "the 5 A roads", "a magnet for 12 T-shirts", "a temperature of 40 Kelvins"],
)
def symbol_in_its_field(match: re.Match[str]) -> Money | Quantity | Mapping[str, Money | Quantity] | None:
    """A number and a symbol whose field a word nearby tells; the nearest word decides between two."""

    def make(amount: Amount, symbol: str) -> Money | Quantity | None:
        unit = _meaning(symbol.strip(" \u00a0"), match)
        if unit is None:
            return None
        exact, low, high = amount
        return Money(exact, unit, low, high) if unit in currencies.codes() else Quantity(exact, unit, low, high)

    return read(match, make)


def _meaning(symbol: str, match: re.Match[str]) -> str | None:
    """The unit or currency whose field the word nearest to the number belongs to, None without one."""
    start, end = match.span()
    words = [(max(start - found.end(), found.start() - end), found.lastgroup or "")
             for found in _words(symbol).finditer(match.string, max(0, start - _NEAR), end + _NEAR)
             if found.end() <= start or found.start() >= end]  # fmt: skip
    return min(words)[1] if words else None


@cache
def _words(symbol: str) -> re.Pattern[str]:
    """The words of each field in which a symbol means something, in groups named by what it means."""
    fields = _FIELDS[symbol].items()
    return re.compile("|".join(rf"(?P<{unit}>\b(?:{'|'.join(map(re.escape, words))}))" for unit, words in fields), re.IGNORECASE)
