"""Quantities: numbers with a physical unit."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping
from decimal import Decimal

from factex.data import table, units
from factex.grammar import DIGIT, followed_by, led_by, rule, telling, text_before
from factex.grammars import numbers
from factex.grammars.numbers import FEW, LETTER_SCALE, NUMBER, VAGUE, Amount, either
from factex.grammars.spreads import read, spread
from factex.readings import Quantity
from factex.readings.numeric import plain

_AMBIGUOUS = table("units")["ambiguous"]
_PERIODS = either((*units.PERIODS, *(f"{name}s" for name in units.PERIODS)))
_GLUED = _AMBIGUOUS["glued"]


def _clear(forms: Mapping[str, str]) -> dict[str, str]:
    """Those that are units wherever they stand; "in." and "in²" are so only behind a digit, as is "in"."""
    return {form: unit for form, unit in forms.items() if form.rstrip(".23²³") not in _GLUED}


_WORDS, _CLEAR = _clear(units.names()), _clear(units.symbols())
_NAMES, _SYMBOLS = either(_WORDS), either(_CLEAR)
_BELOW = frozenset(unit.partition(" ")[0] for unit in table("units")["rates"])


def written_unit(meant: Container[str] | None = None) -> str:
    """A pattern for a unit after a number: any, or one of those *meant*, by their names in pint."""

    def written(forms: Mapping[str, str] | Iterable[str]) -> str:
        return either(form for form in forms if meant is None or units.meaning(form) in meant)

    return (
        rf"(?:[ \u00a0]?-?(?:(?:of an?|fewer|more) )?(?:{written(_WORDS)}|(?-i:{written(_CLEAR)}))|(?<=\d)[ \u00a0-]?in[.23²³]"
        rf"|(?<=\d)(?-i:{written(_GLUED)})|(?<=\d)[ \u00a0](?-i:{written(_AMBIGUOUS['spaced'])})"
        r"|(?:(?<=illion)|(?<=mln))[ \u00a0]t(?![ -]shirt))"
        r"(?![^\W_]|(?-i:-[A-Z])|\.\w)"
    )


UNIT = written_unit()
UNITS = telling(form.partition(" per ")[0] for form in (*_WORDS, *_CLEAR)).union(DIGIT + each.lower() for each in _GLUED) | {"t"}


def _below(forms: Mapping[str, str]) -> str:
    """A pattern for those units, or powers of them, that others are over."""
    return either(form for form, unit in forms.items() if unit.partition(" ")[0] in _BELOW)


_OVER = rf"(?:(?: ?/ ?| per |-per-)(?:{_below(_WORDS)}|{_PERIODS}|(?-i:{_below(_CLEAR)}))| an? (?:{_PERIODS}))(?![^\W_])"


@rule(
    rf"(?<!\bl/)(?P<plain>{spread(LETTER_SCALE, end=UNIT)})(?P<over>{_OVER})?",
    starts=numbers.STARTS,
    needs=UNITS,
    reads={
        "2.3 GW": Quantity(Decimal("2.3"), "gigawatt"),
        "60 miles per hour": Quantity(Decimal(60), "mile_per_hour"),
        "10-12 cm": Quantity(None, "centimeter", Decimal(10), Decimal(12)),
        "4.2 million t": Quantity(Decimal(4200000), "metric_ton"),
        "between [5 and 7 miles]": Quantity(None, "mile", Decimal(5), Decimal(7)),
        "rose from [3m] to [5m]": (Quantity(Decimal(3), "meter"), Quantity(Decimal(5), "meter")),
        "a storm with a pressure of [976mb]": Quantity(Decimal(976), "millibar"),
    },
    refuses=["100 people", "F-16s", "6pm", "5G", "Mpg (l/100km)"],
)
def number_then_unit(match: re.Match[str]) -> Quantity | Mapping[str, Quantity] | None:
    """A number or a range and a unit, and a second unit where the two make one ("miles per hour")."""
    over = match["over"] or ""
    known = not over or units.meaning(_unit((match["outer"] or match["inner"]) + over)) is not None

    def make(amount: Amount, words: str) -> Quantity | None:
        unit = units.meaning(_unit(words + over if known else words))
        unit = "kilometric_ton" if words.strip() == "kt" and "tonne" in match.string else unit
        unit = "millibar" if words.strip() == "mb" and _is_pressure(match.string, amount) else unit
        if words.strip() in units.symbols() and _in_a_name(match, words.strip(), amount):
            return None
        factor = units.multiple(words)
        exact, low, high = (None if each is None else each if factor == 1 else plain(each * factor) for each in amount)
        return None if unit is None else Quantity(exact, unit, low, high)

    reading = read(match, make)
    return {"plain": reading} if not known and isinstance(reading, Quantity) else reading


_PREFIX = re.compile(r"(?:^|[^\w-])(?:about|mid|non|pre|sub|super|then|ultra)-$", re.IGNORECASE)


def _in_a_name(match: re.Match[str], symbol: str, amount: Amount) -> bool:
    """Whether a number with the symbol of a unit is part of a code or an ordinal: "SCP-173 m", "PA 23456 F", "12 F-16s", "21st"."""
    if symbol == "st" and amount.amount is not None and amount.amount % 10 == 1 and amount.amount % 100 != 11:
        return True  # 1st, 21st
    if symbol == "MT" and (amount.amount or 0) < 1000:  # 10 MT may be millions of them
        return True
    if symbol == "Mt" and _MOUNT.match(match.string, match.end()):
        return True
    if len(symbol) == 1 and _MODEL.match(match.string, match.end()):
        return True
    before = match.string[max(0, match.start() - 8) : match.start()]
    if before.endswith("-") and before[-2:-1].isalnum() and not _PREFIX.search(before):
        return True
    return symbol in ("C", "F") and (amount.amount is None or amount.amount >= 5000) and amount.high is None


def _is_pressure(text: str, amount: Amount) -> bool:
    """Whether a number of mb is the pressure of the air, which hardly leaves these bounds, and the text tells of weather."""
    return amount.amount is not None and 850 <= amount.amount <= 1085 and _WEATHER.search(text) is not None


_WEATHER = re.compile(r"\b(?:barometer|cyclone|gust|hurricane|isobar|pressure|storm|typhoon|wind)s?\b", re.IGNORECASE)
_MOUNT = re.compile(r"\.? [A-Z][a-z]")
_MODEL = re.compile(r"-\d")


def _unit(words: str) -> str:
    return re.sub(r"^[ -]?(?:of an?|fewer|more) ", "", words)


@rule(
    rf"(?P<number>{NUMBER})[ -]?(?:litres?|liters?|l|(?P<power>kwh|kilowatt[ -]hours?))"
    r"(?: ?/ ?| per )100 ?(?:km|kilometres|kilometers)",
    starts=numbers.STARTS,
    needs=["km", "kilometres", "kilometers"],
    reads={
        "5.5 litres per 100 km": Quantity(Decimal("0.055"), "liter / kilometer"),
        "6l/100km": Quantity(Decimal("0.06"), "liter / kilometer"),
        "15 kWh/100 km": Quantity(Decimal("0.15"), "kilowatt_hour / kilometer"),
    },
    refuses=["5.5 litres per 10 km"],
)
def fuel_consumption(match: re.Match[str]) -> Quantity:
    """Litres or kilowatt hours per 100 kilometres, as so many per kilometre."""
    return Quantity(numbers.value(match["number"]) / 100, "kilowatt_hour / kilometer" if match["power"] else "liter / kilometer")


@rule(
    r"(?<!/)(?:(?P<city>\d\d)/)?(?P<highway>\d\d)/(?P<last>\d\d[ -]?mpg)",
    starts=[DIGIT],
    needs=["mpg"],
    reads={
        "rated at [28]/[36]/[31 mpg]": tuple(Quantity(Decimal(n), "mile / gallon") for n in (28, 36, 31)),
        "gets [19]/[26 mpg]": (Quantity(Decimal(19), "mile / gallon"), Quantity(Decimal(26), "mile / gallon")),
    },
    refuses=["12/2024 mpg", "12 mpg"],
)
def miles_in_and_out_of_town(match: re.Match[str]) -> Mapping[str, Quantity]:
    """The fuel economy of a car in town, on the highway and of both, in a line."""
    return {where: Quantity(Decimal(found[:2]), "mile / gallon") for where, found in match.groupdict().items() if found}


@rule(
    rf"(?P<number>{NUMBER})(?P<unit>(?:[ -]degrees?|°)(?: ?(?:celsius|centigrade|fahrenheit|[cf]))?) below (?:zero|freezing)",
    starts=numbers.STARTS,
    needs=["below"],
    reads={"20 degrees below zero": Quantity(Decimal(-20), "degree"), "5°C below zero": Quantity(Decimal(-5), "degree_Celsius")},
    refuses=["20 degrees below normal"],
)
def below_zero(match: re.Match[str]) -> Quantity | None:
    """A temperature so many degrees below zero; below freezing, in Fahrenheit, is no such number."""
    unit = units.meaning(match["unit"])
    other_zero = unit != "degree_Celsius" and match[0].lower().endswith("freezing")
    return None if unit is None or other_zero else Quantity(-numbers.value(match["number"]), unit)


_PARTS = ("half", "quarter", "third", "fourth", "fifth", "eighth", "tenth")
_SOME = ("one", "two", "three", "four", "five", "seven", "nine")


@rule(
    rf"(?P<part>(?:an? (?=[a-z]+ ))?{either(_PARTS)}|{either(_SOME)}[ -]{either(_PARTS)}s?(?= of an? ))"
    rf"(?:[ -]of(?: an?)?)?[ -](?P<unit>{_NAMES})(?![^\W_])",
    starts=["a", "an", *_PARTS, *_SOME],
    needs=UNITS,
    reads={
        "a [half-mile] race": Quantity(Decimal("0.5"), "mile"),
        "half liter": Quantity(Decimal("0.5"), "liter"),
        "a quarter pound": Quantity(Decimal("0.25"), "pound"),
        "a tenth of a gallon": Quantity(Decimal("0.1"), "gallon"),
        "three-fifths of a mile": Quantity(Decimal("0.6"), "mile"),
    },
    refuses=["half the miles", "a third milestone", "the third degree", "the fourth bar"],
)
def part_of_a_unit(match: re.Match[str]) -> Quantity | None:
    """A fraction of a unit. "The third mile" is the one after the second: the ordinals need their "of"."""
    words = match["part"].lower()
    if not re.search("half|quarter", words) and not re.search(r"[ -]of\b", match[0].lower()):
        return None
    unit = units.meaning(match["unit"])
    return None if unit is None else Quantity(numbers.value(words), unit)


WHOLE_UNITS = frozenset({
    "acre", "centimeter", "foot", "gallon", "gram", "hectare", "inch", "kilogram", "kilometer", "liter", "meter", "metric_ton",
    "mile", "milligram", "milliliter", "millimeter", "nautical_mile", "ounce",
})  # fmt: skip
"""The units that people have one of."""

# "A mile" is a length after these; elsewhere it is the unit of a rate: "$5 a mile".
_MEASURED = re.compile(
    r"\b(?:about|almost|around|barely|just|least|less than|more than|nearly|only|over|roughly|under|within) $", re.IGNORECASE
)
_DIMENSION = re.compile(
    r" (?:ahead|apart|away|deep|from|high|in length|long|north|of (?:ice|mud|rain|snow|water)|south|east|west|tall|thick|wide)\b",
    re.IGNORECASE,
)


@rule(
    rf"an? (?P<unit>{_NAMES}|(?-i:{_SYMBOLS}))(?![^\W_]|[-.]\w)(?: and (?P<part>an? (?:half|quarter|third))\b(?!-))?",
    starts=["a", "an"],
    needs=UNITS,
    reads={
        "about [a kilometre] of road": Quantity(Decimal(1), "kilometer"),
        "walked more than [a mile]": Quantity(Decimal(1), "mile"),
        "stood [a metre] apart": Quantity(Decimal(1), "meter"),
        "a millilitre": Quantity(Decimal(1), "milliliter"),
        "swam [a mile and a half]": Quantity(Decimal("1.5"), "mile"),
    },
    refuses=["$5 a mile", "ran a mile", "ran a mile and a half-lap", "about a bar"],
)
def one_unit(match: re.Match[str]) -> Quantity | None:
    """One of a unit and a part, or one alone where the words beside it measure, or in a cell: more than a mile, a metre apart."""
    unit = units.meaning(match["unit"])
    if match["part"]:
        return None if unit is None else Quantity(1 + numbers.value(match["part"]), unit)
    measured = led_by(match, _MEASURED, 12) or followed_by(match, _DIMENSION) or match.string == match[0]
    return Quantity(Decimal(1), unit) if unit in WHOLE_UNITS and measured and not led_by(match, _RATED, 24) else None


_RATED = re.compile(r"(?:\d|[$£€%]|\b(?:cents|dollars|euros|pounds|rupees|times)) (?:[a-z]+ )?$")


@rule(
    rf"(?P<scale>hundred|thousand|million|billion)(?P<unit> {_NAMES})(?![^\W_])",
    starts=["hundred", "thousand", "million", "billion"],
    needs=UNITS,
    reads={
        "[thousand litres] of milk": Quantity(Decimal(1000), "liter"),
        "million tonnes": Quantity(Decimal(1_000_000), "metric_ton"),
    },
    refuses=["many thousand litres", "thousand people", "per thousand litres"],
)
def bare_scale(match: re.Match[str]) -> Quantity | None:
    """A scale without an article, as Indian and African papers write: thousand litres."""
    before = text_before(match, 12).split()
    unit = units.meaning(match["unit"])
    return None if unit is None or _NO_ONE.intersection(before[-1:]) else Quantity(numbers.value(match["scale"]), unit)


_NO_ONE = frozenset({"every", "few", "half", "hundred", "many", "million", "per", "several", "thousand"})


@rule(
    rf"(?P<plain>(?P<number>{VAGUE}|{FEW})(?: of)?(?P<unit>[ -](?:{_NAMES}|(?-i:(?=\w\w){_SYMBOLS}))(?![^\W_])))(?P<over>{_OVER})?",
    starts=numbers.VAGUE_STARTS,
    needs=UNITS,
    reads={
        "hundreds of miles": Quantity(None, "mile", Decimal(200)),
        "a few inches": Quantity(None, "inch"),
        "several thousand tonnes": Quantity(None, "metric_ton"),
        "hundreds of MW": Quantity(None, "megawatt", Decimal(200)),
    },
    refuses=["hundreds of people", "a few people"],
)
def vague_quantity(match: re.Match[str]) -> Quantity | Mapping[str, Quantity] | None:
    """A vague multiple or a few of a unit."""
    rate = units.meaning(match["unit"] + match["over"]) if match["over"] else None
    unit = rate or units.meaning(match["unit"])
    reading = None if unit is None else Quantity(None, unit, numbers.vague(match["number"]).low)
    return {"plain": reading} if rate is None and reading else reading
