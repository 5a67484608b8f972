"""Durations and ages."""

from __future__ import annotations

import re
from decimal import Decimal

from factex.grammar import rule
from factex.grammars.timewords import NUMBER, NUMBER_STARTS, UNIT, VAGUE, VAGUE_STARTS, amount, number, timex_duration, unit
from factex.readings import Reading
from factex.readings.temporal import Duration

_LENGTH = rf"(?:{NUMBER}(?: and (?:a|one)[ -]half| and a quarter)?|{VAGUE}|an?\b|half an?\b)"
_FRAME = r"(?:(?:the |these |those |its |their |his |her |our |any |at least the )?(?:past|last|next|coming|following|previous|preceding|first|final|subsequent|recent|latest|ensuing|remaining|opening|intervening|entire|full|same) |the |another |an additional |these |those )"
_INSIDE = r"(?:full |more |additional |further |consecutive |straight |calendar |business |working |trading |long |short |whole |solid |or so |other |extra |successive |entire |single )"


# "a year" is a length after these; elsewhere it is the unit of a rate: "$5 a year".
_LASTING = re.compile(
    r"(?:\b(?:for|in|within|than|over|under|about|around|nearly|almost|takes?|took|last|lasts|lasted|after|least|of|spent|spend|waited|half|roughly|approximately|to|quite|barely|only|just|like|once) |^)$",
    re.IGNORECASE,
)


@rule(
    rf"(?P<frame>{_FRAME})?(?:(?P<low>{NUMBER})(?: to | or |[-–]| ?- ?)(?P<high>{NUMBER})|(?P<number>{_LENGTH}))(?P<hyphen> ?-? ?)(?:{_INSIDE}){{0,2}}(?P<unit>{UNIT})(?P<rest> and a half| and (?P<number2>{_LENGTH}) (?P<unit2>{UNIT})|,? (?P<number3>{NUMBER}) (?P<unit3>{UNIT}))?(?:[ -]long\b)?",
    starts=(
        *NUMBER_STARTS,
        *VAGUE_STARTS,
        "a",
        "an",
        "half",
        "the",
        "past",
        "last",
        "next",
        "coming",
        "following",
        "previous",
        "preceding",
        "first",
        "final",
        "subsequent",
        "these",
        "those",
        "another",
        "its",
        "their",
        "his",
        "her",
        "our",
        "any",
        "latest",
        "recent",
        "entire",
    ),
    reads={
        "28-minute": Duration("PT28M"),
        "five years": Duration("P5Y"),
        "two and a half years": Duration("P2.5Y"),
        "an hour and a half": Duration("PT1.5H"),
        "the past two months": Duration("P2M"),
        "a few weeks": Duration("PXW"),
        "the next few days": Duration("PXD"),
        "1 year and 3 months": Duration("P1Y3M"),
        "two to three weeks": Duration("PXW", Decimal(2), Decimal(3), "week"),
        "two decades": Duration("P20Y"),
    },
    refuses=["a year-end party", "years", "the year", "28-minuteman", "a Hundred Years' War"],
)
def so_many_units(match: re.Match[str]) -> Reading | None:
    """A number of units of time, exact or vague, one unit or two, or a range of them."""
    name = unit(match["unit"])
    after = match.string[match.end() : match.end() + 6].lower()
    if after.startswith(("-end", "-old", " old", "-ag", "-earl", "' war", "’ war")):
        return None
    if match["low"]:
        return Duration(timex_duration(None, name), number(match["low"]), number(match["high"]), name)
    much = amount(match["number"])
    if match["number"].lower() in ("a", "an") and not (
        match["frame"] or match["rest"] or _LASTING.search(match.string, max(0, match.start() - 14), match.start())
    ):
        return None
    if "-" in match["hyphen"] and match["number"].lower() in ("a", "an"):
        return None
    timex = timex_duration(much, name)
    rest = (match["rest"] or "").strip().lower()
    if rest == "and a half" and much is not None:
        return Duration(timex_duration(much + Decimal("0.5"), name))
    if rest:
        more = timex_duration(amount(match["number2"] or match["number3"]), unit(match["unit2"] or match["unit3"]))
        return Duration(timex + (more.removeprefix("PT") if "T" in timex else more.removeprefix("P")))
    return Duration(timex)


_PLURAL = r"(?:seconds|minutes|hours|days|weeks|months|years|decades|centuries|millennia)"


@rule(
    rf"(?:(?:in |for |over |after |within |of |take |took |takes |spent |spend |spanning |during |a matter of )(?P<inside>(?:a matter of )?(?:many |long )?(?P<unit>{_PLURAL}))|(?P<vague>(?:(?:the |these |those )?(?:past|last|next|coming|following|previous|recent|subsequent|early|intervening) )(?P<unit_b>{_PLURAL})))(?! (?:old|ago|later|earlier|before|after|since)\b|-|['’])",
    starts=(
        "in",
        "for",
        "over",
        "after",
        "within",
        "of",
        "take",
        "took",
        "takes",
        "spent",
        "spend",
        "spanning",
        "during",
        "the",
        "these",
        "those",
        "past",
        "last",
        "next",
        "coming",
        "following",
        "previous",
        "recent",
        "subsequent",
        "a",
    ),
    reads={
        "for [decades]": Duration("PXDE"),
        "recent weeks": Duration("PXW"),
        "the coming years": Duration("PXY"),
        "in [a matter of weeks]": Duration("PXW"),
    },
    refuses=["decades-old", "the days of old", "for years-long", "for days' work"],
)
def vague_units(match: re.Match[str]) -> dict[str, Reading]:
    """Years, months, days without a number, where they say how long."""
    group = "inside" if match["inside"] else "vague"
    return {group: Duration(timex_duration(None, unit(match["unit"] or match["unit_b"])))}


@rule(
    rf"(?P<bare>{_PLURAL}|month|year|week|day|decade)[ -]long",
    starts=(
        "months",
        "years",
        "weeks",
        "days",
        "decades",
        "month",
        "year",
        "week",
        "day",
        "decade",
        "hours",
        "centuries",
        "minutes",
    ),
    reads={"months-long": Duration("PXM"), "day-long": Duration("P1D")},
    refuses=["long days", "year-longer"],
)
def unit_long(match: re.Match[str]) -> Duration:
    """Months-long, year-long."""
    word = match["bare"].lower()
    return Duration(timex_duration(None if word.endswith("s") else Decimal(1), unit(word)))


@rule(
    rf"(?P<number>{NUMBER}(?: and (?:a|one)[ -]half)?)[ -](?P<unit>years?|months?|weeks?|days?|hours?)(?:[ -]old|s? of age)(?:s\b)?",
    starts=(*NUMBER_STARTS,),
    reads={
        "three years old": Duration("P3Y", age=True),
        "a [43-year-old] man": Duration("P43Y", age=True),
        "26 years of age": Duration("P26Y", age=True),
    },
    refuses=["three years", "old", "years old"],
)
def age(match: re.Match[str]) -> Duration:
    """How old somebody or something is."""
    return Duration(timex_duration(amount(match["number"]), unit(match["unit"])), age=True)


@rule(
    r"(?:aged?|ages) (?P<age>(?P<number>\d{1,3}))(?: (?:to|and|-) (?P<age2>(?P<number2>\d{1,3})))?|(?P<over>(?P<number_b>\d\d) or (?:older|above|over|younger|under))",
    starts=("aged", "age", "ages", "0"),
    reads={
        "aged [26]": Duration("P26Y", age=True),
        "ages [18] to [25]": (Duration("P18Y", age=True), Duration("P25Y", age=True)),
        "26 or older": Duration("P26Y", age=True),
    },
    refuses=["age", "aged care", "26 or so"],
)
def age_in_years(match: re.Match[str]) -> dict[str, Reading]:
    """An age without its unit: aged 26, 18 or older."""
    if match["over"]:
        return {"over": Duration(f"P{match['number_b']}Y", age=True)}
    ages = {"age": Duration(f"P{match['number']}Y", age=True)}
    return ages | ({"age2": Duration(f"P{match['number2']}Y", age=True)} if match["age2"] else {})
