"""Holidays by name."""

from __future__ import annotations

import re
from decimal import Decimal

from factex.data import currencies, table
from factex.grammar import followed_by, led_by, rule, telling
from factex.grammars.numbers import either
from factex.grammars.timewords import WHICH, WHICH_STARTS, YEAR, which
from factex.readings import Reading
from factex.readings.temporal import WEEKDAYS, Every, Holiday, Part, Relative, Shift, TemporalReading, Within, Year

_ROWS = table("holidays")["holiday"]
_OBSERVED = table("observances")["observances"]
_NAMES: dict[str, str] = {name: name for name in _OBSERVED} | {name: key for key, entry in _ROWS.items() for name in entry["names"]}
# Names that are common words unless they are written as names.
_CAPITAL = frozenset(_OBSERVED) | {name for entry in _ROWS.values() if entry.get("capital") for name in entry["names"]}
_PATTERN = either(_NAMES).replace("'", "['’]")
# Weekdays are in most articles, and tell no holiday.
_TELLING = telling(re.sub(rf" (?:{'|'.join(WEEKDAYS)})$", "", name) for name in _NAMES)
_FIRST = {re.split(r"[^a-z]", name)[0] for name in _NAMES}


@rule(
    rf"(?P<before>(?:the )?(?:week-?end|eve) of )?(?:(?P<which>{WHICH}) |the (?=fourth)|(?P<quant>each|every) )?"
    rf"(?P<name>{_PATTERN})(?![-\w]|['’]s? (?:party|tree|bank))(?P<rest>(?: (?P<year>{YEAR}))? (?:week-?end|week)\b| eve\b)?",
    starts={*_FIRST, *WHICH_STARTS, "the", "weekend", "week", "eve", "each", "every"},
    needs=_TELLING,
    reads={
        "Christmas": Holiday("Christmas"),
        "next Thanksgiving": Holiday("Thanksgiving", "next"),
        "every Christmas": Every("XXXX-12-25", "EVERY"),
        "Labor Day weekend": Within(Part("weekend", 1), Holiday("Labor Day")),
        "Labor Day 2021 weekend": Within(Part("weekend", 1), Within(Holiday("Labor Day"), Year(2021))),
    },
    refuses=["the hottest May day", "Christmas-tree sellers", "Easters", "this day", "Thanksgivings"],
)
def holiday(match: re.Match[str]) -> Reading | None:
    """A holiday, or its weekend or week; whose it is where a country stands beside it."""
    name = _plain(match["name"])
    if (
        match.string.endswith(_CALLED, 0, match.start())
        or match["name"] == "May day"  # a day in May, as in "the hottest May day"
        or followed_by(match, _PLACE)
        or (name in _CAPITAL and not all(word[0].isupper() for word in match["name"].split() if len(word) > 3))
        or (name == "lent" and followed_by(match, _LENDS) and _OPENS.search(match.string, 0, match.start()))
    ):
        return None
    if match["quant"]:
        fixed = None if match["rest"] else _ROWS.get(_NAMES[name], {}).get("day")
        return Every(f"XXXX-{fixed}" if fixed else "P1Y", match["quant"].upper())
    found: TemporalReading = Holiday(_NAMES[name], which(match["which"]), _country(match))
    rest = (match["before"] or match["rest"] or "").strip().lower()
    if match["year"]:
        found, rest = Within(found, Year(int(match["year"]))), rest[5:]
    if not rest:
        return found
    if "eve" in rest:
        return Shift(Decimal(1), "day", forward=False, origin=found)
    return Within(Part("weekend", 1) if "end" in rest else Relative("week", 0), found)


@rule(
    r"(?P<whole>(?P<the>the )?(?P<name>new year))(?!['’]|-| of\b)",
    starts=("the", "new"),
    needs=["year"],
    reads={
        "in [the new year]": Within(Relative("year", 0), Holiday("New Year's Day")),
        "over [New Year]": Holiday("New Year's Day"),
    },
    refuses=["a new year", "the new year-long course", "Happy New Year", "the Thai New Year", "the new year of study"],
)
def new_year(match: re.Match[str]) -> dict[str, Reading] | None:
    """The year that begins with the next New Year's Day, or has just begun with the last; without its article the day itself."""
    found = Holiday("New Year's Day")
    if match["name"] == "New Year" and (followed_by(match, _FEAST) or (not match["the"] and led_by(match, _AT, 8))):
        return {"name": found}
    if not match["the"]:
        return None
    return {"whole": found if led_by(match, _OVER, 8) else Within(Relative("year", 0), found)}


_FEAST = re.compile(r" (?:bash|break|celebrations?|concert|festivities|fireworks|holidays?|message|parade|party|speech)\b")
_OVER = re.compile(r"\bover $", re.IGNORECASE)
_AT = re.compile(r"\b(?:after|at|before|by|during|for|over|since) $", re.IGNORECASE)
# Names that hold a holiday's: Easter Island, Good Friday Agreement, Yom Kippur War.
_PLACE = re.compile(
    r" (?-i:Island|Islands|Inc|Ltd|Accords?|Agreement|Campaign|Carol|Massacre|Offensive|Rebellion|Rising|Uprising|War)\b"
)
# The verb at the head of a sentence: "Lent by the museum".
_LENDS = re.compile(r" (?:by|from|out|to)\b")
_OPENS = re.compile(r"(?:^|[.!?:;\n][\"'”’]?\s*)[\"'“‘(]?$")
_CALLED = ("Operation ", "Project ")
_OWNER = re.compile(r"\b(?P<words>(?:[A-Z][a-z]+ )?[A-Z][a-z]+)(?:['’]s?)? $")
_OWNER_AFTER = re.compile(r" (?:in|of) (?P<words>[A-Z][a-z]+(?: [A-Z][a-z]+)?)")


def _country(match: re.Match[str]) -> str | None:
    """The ISO 3166 code of the country that stands beside the name, for holidays that several countries keep."""
    row = _ROWS.get(_NAMES[_plain(match["name"])], {})
    if not ("local" in row or "abroad" in row or len(_OBSERVED.get(_plain(match["name"]), ())) > 1):
        return None
    owner = led_by(match, _OWNER, 32) or followed_by(match, _OWNER_AFTER)
    if owner is None:
        return None
    known, words = currencies.countries(), owner["words"].split()
    return next((known[name] for name in (owner["words"], words[-1], words[0]) if name in known), None)


def _plain(words: str) -> str:
    """The name in the table that these words write: spaces and hyphens may stand for each other."""
    name = words.lower().replace("’", "'").replace("\u00a0", " ")
    return name if name in _NAMES else next(known for known in _NAMES if known.replace("-", " ") == name.replace("-", " "))
