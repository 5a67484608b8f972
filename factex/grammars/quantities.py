"""Quantities: numbers with a physical unit."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from factex.data import table, units
from factex.grammar import rule
from factex.grammars import numbers
from factex.grammars.numbers import FEW, NUMBER, SCALE, VAGUE, amounts, either, moves, spread
from factex.readings import Quantity

_AMBIGUOUS = table("units")["ambiguous"]
_CLEAR = [symbol for symbol in units.symbols() if symbol not in _AMBIGUOUS["glued"]]
_NAMES = either(units.names())
_PERIODS = either((*units.PERIODS, *(f"{name}s" for name in units.PERIODS)))
UNIT = (
    rf"(?:[ \u00a0-]?(?:of an? )?(?:{_NAMES}|(?-i:{either(_CLEAR)}))|(?<=\d)(?-i:{either(_AMBIGUOUS['glued'])})"
    rf"|(?<=\d)[ \u00a0](?-i:{either(_AMBIGUOUS['spaced'])}))(?![^\W_])"
)
_OVER = rf"(?:(?: ?/ ?| per |-per-)(?:{_NAMES}|{_PERIODS}|(?-i:{either(_CLEAR)}))| an? (?:{_PERIODS}))(?![^\W_])"


@rule(
    rf"(?P<plain>{spread(SCALE, end=UNIT)})(?P<over>{_OVER})?",
    starts=numbers.STARTS,
    reads={
        "2.3 GW": Quantity(Decimal("2.3"), "gigawatt"),
        "300 miles": Quantity(Decimal(300), "mile"),
        "5 million barrels": Quantity(Decimal(5_000_000), "oil_barrel"),
        "40 mph": Quantity(Decimal(40), "mile_per_hour"),
        "37 degrees Celsius": Quantity(Decimal(37), "degree_Celsius"),
        "640bhp": Quantity(Decimal(640), "horsepower"),
        "a [5-kilometer] run": Quantity(Decimal(5), "kilometer"),
        "half a mile": Quantity(Decimal("0.5"), "mile"),
        "ten square feet": Quantity(Decimal(10), "foot ** 2"),
        "60 miles per hour": Quantity(Decimal(60), "mile_per_hour"),
        "120 km/h": Quantity(Decimal(120), "kilometer / hour"),
        "1.2 million barrels a day": Quantity(Decimal(1_200_000), "oil_barrel / day"),
        "[two tonnes] a day": Quantity(Decimal(2), "metric_ton"),
        "10-12 cm": Quantity(None, "centimeter", Decimal(10), Decimal(12)),
        "between [5 and 7 miles]": Quantity(None, "mile", Decimal(5), Decimal(7)),
        "-40°F": Quantity(Decimal(-40), "degree_Fahrenheit"),
        "1.5mm": Quantity(Decimal("1.5"), "millimeter"),
        "500mg": Quantity(Decimal(500), "milligram"),
        "28 pound-feet": Quantity(Decimal(28), "foot_pound"),
    },
    refuses=["100 people", "F-16s", "6pm", "5G", "the top 10 in Europe", "miles", "about 20 a share"],
)
def number_then_unit(match: re.Match[str]) -> Quantity | Mapping[str, Quantity] | None:
    """A number or a range and a unit, and a second unit where the two make one ("miles per hour")."""
    written = match["outer"] or match["inner"]
    over = match["over"]
    unit = units.meaning(written + over) if over else None
    whole = unit is not None
    unit = unit or units.meaning(re.sub(r"^[ -]?of an? ", "", written))
    amount = amounts(match)
    if amount is None or unit is None:
        return None
    if moves(match) and match["inner"] and not over:
        first, last = numbers.value(match["first"]), numbers.value(match["last"])
        return {"head": Quantity(first, units.meaning(match["inner"]) or unit), "tail": Quantity(last, unit)}
    reading = Quantity(amount.amount, unit, amount.low, amount.high)
    return reading if whole or not over else {"plain": reading}


_PAIRS = {
    ("foot", "inch"): 12,
    ("pound", "ounce"): 16,
    ("stone", "pound"): 14,
    ("meter", "centimeter"): 100,
    ("yard", "foot"): 3,
    ("mile", "yard"): 1760,
    ("kilometer", "meter"): 1000,
    ("kilogram", "gram"): 1000,
}


@rule(
    rf"(?P<number>{NUMBER})(?P<big>{UNIT})(?:,? and |, | |-)?(?P<rest>{NUMBER})(?P<small>{UNIT})",
    starts=numbers.STARTS,
    reads={
        "5 feet 10 inches": Quantity(Decimal(70), "inch"),
        "6ft 2in": Quantity(Decimal(74), "inch"),
        "ten pounds and three ounces": Quantity(Decimal(163), "ounce"),
    },
    refuses=["5 feet and 10 miles", "5 feet 10 people"],
)
def two_units(match: re.Match[str]) -> Quantity | None:
    """A length or weight in two units, of which the smaller one keeps it exact."""
    big, small = units.meaning(match["big"]), units.meaning(match["small"])
    factor = _PAIRS.get((big or "", small or ""))
    above, below = numbers.value(match["number"]), numbers.value(match["rest"])
    if factor is None or small is None or above is None or below is None or not below < factor:
        return None
    return Quantity(above * factor + below, small)


@rule(
    rf"(?P<feet>{NUMBER})(?:[ -](?:foot|feet|ft)[ -](?P<inches>1[01]|[2-9]|one|two|three|four|five|six|seven|eight|nine|ten|eleven)"
    r"|['’′] ?(?P<quoted>1[01]|\d)(?:½)?(?:\"|”|″|''|’’))(?![-\d.])",
    starts=numbers.STARTS,
    reads={
        "6-foot-2": Quantity(Decimal(74), "inch"),
        "six-foot-two": Quantity(Decimal(74), "inch"),
        "6'2\"": Quantity(Decimal(74), "inch"),
    },
    refuses=["a 6-foot 15-pound", "the '90s", "6 feet"],
)
def height(match: re.Match[str]) -> Quantity | None:
    """A person's height in feet and inches."""
    feet, inches = numbers.value(match["feet"]), numbers.value(match["inches"] or match["quoted"])
    return None if feet is None or inches is None or not 1 <= feet <= 9 else Quantity(feet * 12 + inches, "inch")


@rule(
    rf"(?P<a>{NUMBER}), (?:(?P<b>{NUMBER}), )?(?:(?P<c>{NUMBER}),? )?(?:and|or) (?P<last>(?P<d>{NUMBER}{SCALE}?)(?P<unit>{UNIT}))",
    starts=numbers.STARTS,
    reads={"[5], [10] and [15 miles]": tuple(Quantity(Decimal(n), "mile") for n in (5, 10, 15))},
    refuses=["In 2019, 2020 and 7 miles", "5, 6 and 7 people"],
)
def listed_quantities(match: re.Match[str]) -> Mapping[str, Quantity] | None:
    """Numbers in a list that share the unit of the last one."""
    found = {group: numbers.value(match[group]) for group in "abcd" if match[group]}
    unit = units.meaning(match["unit"])
    if unit is None or any(number is None or 1900 <= number <= 2100 for number in found.values()):
        return None
    return {"last" if group == "d" else group: Quantity(number, unit) for group, number in found.items()}


@rule(
    rf"(?P<plain>(?P<number>{VAGUE}|{FEW})(?: of)?(?P<unit>[ -]{_NAMES}(?![^\W_])))(?P<over>{_OVER})?",
    starts=numbers.VAGUE_STARTS,
    reads={
        "hundreds of miles": Quantity(None, "mile", Decimal(200)),
        "a few inches": Quantity(None, "inch"),
        "several thousand tonnes": Quantity(None, "metric_ton"),
    },
    refuses=["hundreds of people", "a few people"],
)
def vague_quantity(match: re.Match[str]) -> Quantity | Mapping[str, Quantity] | None:
    """A vague multiple or a few of a unit."""
    unit = units.meaning(match["unit"] + match["over"]) if match["over"] else None
    plain = unit is None
    unit = unit or units.meaning(match["unit"])
    reading = None if unit is None else Quantity(None, unit, numbers.vague(match["number"]).low)
    return {"plain": reading} if plain and reading else reading
