"""Units: what is written, pint's names for it, and the one pint registry, in Decimal."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from factex.data import table

if TYPE_CHECKING:
    import pint

PERCENTS = {"percent": "percent", "percentage_point": "percent", "basis_point": "basis_point"}
"""Units of shares, and pint's names for them."""


def _plurals(name: str) -> tuple[str, ...]:
    """A name with its regular plural, of its head in "barrel of oil"; a plural stays as it is."""
    if (name.endswith((".", "s", "feet")) and not name.endswith(("inches", "gauss"))) or " of " in name:
        return (name,)
    return (name, f"{name}es" if name.endswith(("s", "x", "z", "ch", "sh")) else f"{name}s")


@cache
def names() -> dict[str, str]:
    """Each unit written in words, in lower case, to pint's name: "kilometres", "square feet", "watt hours"."""
    rows = table("units")
    found = {form: unit for unit, forms in rows["names"].items() for name in forms for form in _plurals(name)}
    for unit, forms in rows["prefixable"].items():
        for name in forms:
            found |= dict.fromkeys(_plurals(name), unit)
            found |= {prefix + form: prefix + unit for prefix in rows["prefixes"]["words"] for form in _plurals(name)}
    found |= dict.fromkeys(("foot", "feet"), "foot") | dict.fromkeys(
        ("calorie", "calories", "kilocalorie", "kilocalories"), "kilocalorie"
    )
    for form, unit in list(found.items()):
        if unit in rows["powers"]["units"] and not form.endswith("."):
            found |= {f"{square} {form}": f"{unit} ** 2" for square in rows["powers"]["squares"]}
            found |= {f"{cube} {form}": f"{unit} ** 3" for cube in rows["powers"]["cubes"]}
            found |= {f"{form} squared": f"{unit} ** 2", f"{form} cubed": f"{unit} ** 3"}
    return found


@cache
def symbols() -> dict[str, str]:
    """Each symbol of a unit, case and all, to pint's name: "km", "MW", "ft²"."""
    rows = table("units")
    found = {symbol: unit for unit, forms in rows["symbols"].items() for symbol in forms}
    for symbol, unit in list(found.items()):
        if unit in rows["powers"]["units"] and symbol.isalpha():
            for power, words, signs in ((2, rows["powers"]["squares"], "²2"), (3, rows["powers"]["cubes"], "³3")):
                led = [f"{word}{space}{symbol}" for word in words for space in (" ", "") if space or word.endswith(".")]
                found |= dict.fromkeys([*(symbol + sign for sign in signs), *led], f"{unit} ** {power}")
    found |= {form: unit for unit, forms in rows["powers"].items() if " " in unit for form in forms}
    return found | {symbol: unit for unit, powers in rows["multiples"].items() for symbol in powers}


def multiple(written: str) -> Decimal:
    """How many of its unit a symbol stands for: "bcf" is a billion cubic feet; 1 for most."""
    written = written.strip(" -\u00a0")
    power = next((powers[written] for powers in table("units")["multiples"].values() if written in powers), 0)
    return Decimal(10) ** power


@cache
def rates() -> frozenset[str]:
    """The units that one unit over another makes, in pint's way: "mile / hour"."""
    return frozenset(f"{above} / {below}" for below, row in table("units")["rates"].items() for above in row)


PERIODS = {"hr": "hour", "h": "hour", "hour": "hour", "s": "second", "sec": "second", "second": "second", "day": "day",
           "d": "day", "minute": "minute", "min": "minute"}  # fmt: skip


def meaning(written: str) -> str | None:
    """Pint's name of a unit as written, None if it is none.

    >>> meaning("kilometres"), meaning("MW"), meaning("miles per hour")
    ('kilometer', 'megawatt', 'mile_per_hour')
    """
    written = re.sub(r"[\u00a0 -]+", " ", written.strip(" -\u00a0"))
    if written in symbols():
        return symbols()[written]
    if (name := names().get(written.lower())) is not None:
        return name
    above, joint, below = (*re.split(r"( ?/ ?| per | an? )", written, maxsplit=1), "", "")[:3]
    top, bottom = meaning(above) if joint else None, PERIODS.get(below.lower().rstrip(".")) or (meaning(below) if below else None)
    rate = f"{top} / {bottom}"
    return {"mile / hour": "mile_per_hour"}.get(rate, rate) if rate in rates() else None


@cache
def registry() -> pint.UnitRegistry[Decimal]:
    """Pint's registry with exact numbers, a unit for each currency and what pint lacks; made on first use.

    Each currency is a dimension of its own, so that adding dollars to euros raises `pint.DimensionalityError`.
    """
    import pint

    from factex.data import currencies

    made: pint.UnitRegistry[Decimal] = pint.UnitRegistry(non_int_type=Decimal)
    made.define("basis_point = 0.0001")
    made.define("ppb = 1e-9")
    made.define("brake_horsepower = horsepower")
    made.define("quintal = 100 kilogram")
    for code in sorted(currencies.codes()):
        made.define(f"{code} = [currency_{code}]")
    return made


def define(unit: str, definition: str) -> None:
    """Give pint a unit of the user's own: `define("smoot", "67 inch")`. It is known in the whole process from then on.

    Raises ValueError where the unit is known to mean something else, or where pint does not understand the definition.
    """
    import pint

    if unit in registry():
        if registry().Quantity(Decimal(1), unit) != registry().Quantity(definition):
            known = registry().Quantity(Decimal(1), unit).to_base_units()
            msg = f"{unit!r} already is {known}: expected another name for {definition!r}"
            raise ValueError(msg)
        return
    try:
        registry().define(f"{unit} = {definition}")
        registry().Quantity(Decimal(1), unit).to_base_units()
    except (pint.PintError, ValueError, TypeError, AttributeError) as error:
        msg = f"pint cannot read {definition!r} as what one {unit} is: expected a number and a unit it knows, as in '67 inch'"
        raise ValueError(msg) from error


def knows(unit: str) -> bool:
    """Whether pint knows all units in *unit*: not those of the user's own tables that this process has not loaded."""
    import pint

    try:
        registry().parse_units(unit)
    except (pint.PintError, ValueError):
        return False
    return True


_DURATION = re.compile(r"P(?:(\d+(?:\.\d+)?)(DE|CE|[YMWD]))?(?:T(\d+(?:\.\d+)?)([HMS]))?")
_DATES = {"Y": "year", "M": "month", "W": "week", "D": "day", "DE": "decade", "CE": "century"}
_TIMES = {"H": "hour", "M": "minute", "S": "second"}


def quantity(kind: str, amount: Decimal | None, unit: str | None, timex: str | None) -> pint.Quantity[Decimal] | None:
    """The pint quantity of a fact with these fields, or None; see `Fact.quantity`."""
    if kind == "duration":
        found = _DURATION.fullmatch(timex or "")
        if found is None or not (found[1] or found[3]) or (found[1] and found[3]):
            return None
        amount, unit = (Decimal(found[1]), _DATES[found[2]]) if found[1] else (Decimal(found[3]), _TIMES[found[4]])
    elif kind not in ("money", "percent", "quantity"):
        return None
    if amount is None or unit is None:
        return None
    known, name = registry(), PERCENTS.get(unit, unit)
    if kind == "money" and name not in known:  # a currency of the user's own
        known.define(f"{name} = [currency_{name}]")
    return None if kind == "quantity" and not knows(name) else known.Quantity(amount, name)
