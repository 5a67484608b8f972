"""Lengths and weights in several numbers: feet and inches, the sides of a rectangle, the marks of feet and inches."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from factex.data import table, units
from factex.grammar import DIGIT, led_by, rule
from factex.grammars import numbers
from factex.grammars.numbers import DIGITS, NUMBER
from factex.grammars.quantities import UNIT, UNITS, written_unit
from factex.readings import Quantity

_PAIRS = {
    ("foot", "inch"): 12, ("pound", "ounce"): 16, ("stone", "pound"): 14, ("meter", "centimeter"): 100, ("yard", "foot"): 3,
    ("mile", "yard"): 1760, ("kilometer", "meter"): 1000, ("kilogram", "gram"): 1000, ("meter", "millimeter"): 1000,
}  # fmt: skip
_MARKS_BEHIND = [DIGIT + mark for mark in "'’′\"”″"]
_PART = written_unit({name for pair in _PAIRS for name in pair})


@rule(
    rf"(?P<number>{NUMBER})(?P<big>{_PART})(?:,? and |, | |-)?(?P<rest>{NUMBER})(?P<small>{_PART}|['’′](?!\w))"
    rf"(?:(?:,? and |, | )?(?P<third>{NUMBER})(?P<least>{_PART}))?",
    starts=numbers.STARTS,
    needs=UNITS,
    reads={
        "5 feet 10 inches": Quantity(Decimal(70), "inch"),
        "6ft 2in": Quantity(Decimal(74), "inch"),
        "14st 6lb": Quantity(Decimal(202), "pound"),
        "ten pounds and three ounces": Quantity(Decimal(163), "ounce"),
        "3 yards, 2 feet and 6 inches": Quantity(Decimal(138), "inch"),
    },
    refuses=["5 feet and 10 miles", "5 feet 10 people"],
)
def two_units(match: re.Match[str]) -> Quantity | None:
    """A length or weight in two or three units, of which the smallest one keeps it exact."""
    parts = [(match["number"], match["big"]), (match["rest"], match["small"]), (match["third"], match["least"])]
    total, above = Decimal(0), None
    for written, words in parts:
        if not written:
            continue
        number, unit = numbers.value(written), "foot" if words[0] in "'’′" else units.meaning(words)
        factor = 1 if above is None else _PAIRS.get((above, unit or ""))
        if unit is None or factor is None or total % 1:  # "at 14.2 metres, 30cm above the mark"
            return None
        total, above = total * factor + number, unit
    return None if above is None else Quantity(total, above)


@rule(
    rf"(?P<feet>{NUMBER})(?:[ -](?:foot|feet|ft)[ -](?P<inches>1[01]|[2-9]|one|two|three|four|five|six|seven|eight|nine|ten|eleven)"
    r"(?: in\b(?=[,;:).]|$))?|['’′] ?(?P<quoted>1[01]|\d)(?:½)?(?:\"|”|″|''|’’))(?!-|\.?\d)",
    starts=numbers.STARTS,
    needs=["foot", "feet", "ft", *_MARKS_BEHIND],
    reads={
        "6-foot-2": Quantity(Decimal(74), "inch"),
        "He is [6-foot-2].": Quantity(Decimal(74), "inch"),
        "six-foot-two": Quantity(Decimal(74), "inch"),
        "6'2\"": Quantity(Decimal(74), "inch"),
    },
    refuses=["a 6-foot 15-pound", "the '90s", "6 feet"],
)
def height(match: re.Match[str]) -> Quantity | None:
    """A person's height in feet and inches."""
    feet, inches = numbers.value(match["feet"]), numbers.value(match["inches"] or match["quoted"])
    return Quantity(feet * 12 + inches, "inch") if 1 <= feet <= 9 else None


@rule(
    rf"(?:(?P<low>{DIGITS})(?:[-–]| to ))?(?P<number>{DIGITS})(?P<mark>''|’’|['’′]|[\"”″])(?!\w|[-–] ?\d| ?\d)"
    r"(?=(?P<way> (?:deep|high|long|tall|thick|wide)\b)?)",
    starts=[DIGIT, "."],
    needs=_MARKS_BEHIND,
    reads={
        "an altitude of [30'] when": Quantity(Decimal(30), "foot"),
        'a [55"] screen': Quantity(Decimal(55), "inch"),
        "a depth of [12’]": Quantity(Decimal(12), "foot"),
        "5''": Quantity(Decimal(5), "inch"),
    },
    refuses=["in the '90s", 'She said "it was 12" and left', "the top 10's", "in the 45' minute", "of '45'"],
)
def marks(match: re.Match[str]) -> Quantity | None:
    """Feet and inches by their marks; what closes a quotation is none, and feet need a word for a length beside them."""
    inches = match["mark"] not in tuple("'’′")
    before = _INCHES.sub("", match.string[max(0, match.start() - 300) : match.start()].rpartition("\n")[2])
    if inches and match["mark"] in '"”' and (before.count('"') % 2 or before.count("“") > before.count("”")):
        return None
    if not inches and not (match["way"] or _LENGTH_OF.search(before)):
        return None
    unit = "inch" if inches else "foot"
    if match["low"]:
        low, high = numbers.value(match["low"]), numbers.value(match["number"])
        return Quantity(None, unit, low, high) if low < high else None
    return Quantity(numbers.value(match["number"]), unit)


# Quotes behind numbers before the first that opens a quotation.
_INCHES = re.compile(r'\A(?:[^"]*\d")+')


_LENGTH_OF = re.compile(rf"\b{numbers.either(table('counted')['lengths'])} of (?:about |around |nearly |over )?$", re.IGNORECASE)
_BY = r"(?: ?[x×] ?| by |-by-)"


@rule(
    rf"(?P<a>{DIGITS}){_BY}(?:(?P<b>{DIGITS}){_BY})?(?P<last>(?P<d>{DIGITS})(?P<unit>{UNIT}))",
    starts=[DIGIT],
    needs=["x", "×", "by"],
    reads={
        "[39] by [40 inches]": (Quantity(Decimal(39), "inch"), Quantity(Decimal(40), "inch")),
        "a [3] x [4] x [5-metre] pit": tuple(Quantity(Decimal(n), "meter") for n in (3, 4, 5)),
    },
    refuses=["5 by 40 people", "4x4", "fell 39 by 2030", "6 x 330ml cans"],
)
def dimensions(match: re.Match[str]) -> Mapping[str, Quantity] | None:
    """Length, width and height with the unit at the end."""
    unit = units.meaning(match["unit"])
    if unit is None or unit not in _SIDES:
        return None
    found = {group: numbers.value(match[group]) for group in "abd" if match[group]}
    return {"last" if group == "d" else group: Quantity(number, unit) for group, number in found.items()}


# What has a length and a width; of other units there are so many times as much: 6 x 330ml.
_SIDES = frozenset({*table("moves")["ways"]["words"], "micrometer", "millimeter", "nanometer", "pixel"})
_SIDE = r"(?:[1-9]\d{2,3}|\d,\d{3})"


@rule(
    rf"(?P<a>{_SIDE})(?: ?[x×] ?| by )(?P<b>{_SIDE})(?![\d,.]\d|[^\W_])",
    starts=[DIGIT],
    needs=["x", "×", "by"],
    reads={
        "a [2,880] x [1,800] display": (Quantity(Decimal(2880), "pixel"), Quantity(Decimal(1800), "pixel")),
        "a resolution of [1920]x[1080].": (Quantity(Decimal(1920), "pixel"), Quantity(Decimal(1080), "pixel")),
    },
    refuses=["won the 400x100 relay", "a 1920x1080 board", "1920 x 1080 mm screens"],
)
def resolution(match: re.Match[str]) -> Mapping[str, Quantity] | None:
    """How many pixels a screen has across and down, where a screen or a picture stands near."""
    near = match.string[max(0, match.start() - _REACH) : match.end() + _REACH]
    return {side: Quantity(numbers.value(match[side]), "pixel") for side in "ab"} if _SCREEN.search(near) else None


_REACH = 50
_SCREEN = re.compile(
    r"\b(?:camera|display|LCD|monitor|O?LED|panel|picture|projector|resolution|screen|video|webcam)s?\b", re.IGNORECASE
)


_RACES = r"[ -](?:[a-z]+ )?(?:courses?|events?|fun|jogs?|races?|runs?|runners?|trails?|walks?|walkers?)\b"


@rule(
    rf"(?P<number>\d{{1,2}})-?k(?P<race>(?={_RACES}))?(?![^\W_])",
    starts=[DIGIT],
    needs=["k"],
    reads={"a [5K] charity run": Quantity(Decimal(5), "kilometer"), "she ran a [10k].": Quantity(Decimal(10), "kilometer")},
    refuses=["5K followers", "paid 10k.", "a 4K screen", "5kg runs"],
)
def race(match: re.Match[str]) -> Quantity | None:
    """The length of a race by foot, in kilometres."""
    run = match["race"] is not None or led_by(match, _RAN, 24)
    return Quantity(Decimal(match["number"]), "kilometer") if run else None


_RAN = re.compile(r"\b(?:jog|ran|run|running|walk)(?: (?:a|an|her|his|in|my|the|their))*(?: [a-z]+)? $", re.IGNORECASE)
