"""What one number takes over from another: its kind and unit, or the noun of what it counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from factex.data import currencies
from factex.grammars.bare import Bare
from factex.readings import Count, Money, Numeral, NumericReading, Percent, Quantity, Reading
from factex.records import Mention


def counted_before(earlier: Sequence[Mention]) -> str | None:
    """The noun of the last of the numbers before that counts one."""
    counts = (other.reading for other in reversed(earlier) if isinstance(other.reading, Count))
    return next((reading.noun for reading in counts if reading.noun is not None), None)


def like(bare: Bare, other: Reading) -> Mention | None:
    """The number with the kind and unit of *other*; None where that has none to share, as with a part: "a fifth or 20%"."""
    taken = with_unit_of(other, bare.reading) if bare.reading.form != "part" or isinstance(other, Count) else None
    return None if taken is None else replace(bare.mention, reading=taken)


def near(other: Reading, number: Decimal) -> bool:
    """Whether two numbers differ by less than a factor of twenty."""
    amount: Decimal | None = getattr(other, "amount", None)
    return amount is not None and amount != 0 and Decimal("0.05") < abs(number / amount) < 20


def with_unit_of(other: Reading, own: Numeral) -> NumericReading | None:
    """The kind and unit of *other* with the number of *own*; no percentage of a thousand, no count of nothing.

    Nor is a sum followed by one a thousand times as small: "assets of $33 billion, down from 426".
    """
    number = own.amount or own.high or own.low
    match other:
        case Money(amount=Decimal() as sum_) if number is not None and not abs(sum_) / 1000 <= abs(number) <= abs(sum_) * 100_000:
            return None
        case Money(currency=currency) if currency in _HUNDREDTHS:
            return _hundredths(other, own)
        case Percent() if number is None or number >= 1000:
            return None
        case Money() | Percent() | Quantity() | Count(noun=str()):
            return replace(other, amount=own.amount, low=own.low, high=own.high)
    return None


_HUNDREDTHS = currencies.minor() | {"c", "p", "¢"}


def _hundredths(other: Money, own: Numeral) -> Money | None:
    """Pence after pence: "to 210 pence from 265". Cents may lead to dollars: 45.20 is no cents, and 45 after 3 may be both."""
    if other.currency not in ("pence", "p"):
        if own.amount is None or other.amount is None or own.amount.as_tuple().exponent == -2:
            return replace(other, amount=own.amount, low=own.low, high=own.high)
        if not Decimal("0.2") < own.amount / (100 * other.amount) < 5:
            return None
    amount, low, high = (None if each is None else each / 100 for each in (own.amount, own.low, own.high))
    return replace(other, amount=amount, low=low, high=high)
