"""Ages: durations that say how old somebody or something is."""

from __future__ import annotations

import re
from decimal import Decimal

from factex.grammar import DIGIT, rule
from factex.grammars.spreads import between
from factex.grammars.timewords import NUMBER, NUMBER_STARTS, amount, timex_duration, unit
from factex.readings import Reading
from factex.readings.temporal import Duration, Modified

_UPWARDS = ("older", "above", "over", "up")
_UNIT = r"(?:years?|months?|weeks?|days?)(?! (?:after|ago|before|earlier|later)\b)"


@rule(
    rf"(?:(?P<first>(?P<low>{NUMBER}))(?P<joint>[ -]?-? ?(?:to|and|or)[ -]| ?[-–] ?))?(?P<age>(?P<number>{NUMBER}(?: and "
    rf"(?:a|one)[ -]half)?|an?(?= [a-z]+ old\b))[ -]"
    r"(?P<unit>years?|yrs?|months?|weeks?|days?|hours?|decades?|centur(?:y|ies))(?:[ -]olds?|['’]? of age)"
    r"(?: (?:or|and) (?P<mod>older|above|over|up|younger|under)(?! \d))?)",
    starts=(*NUMBER_STARTS, "a", "an"),
    needs=["old", "olds", "age"],
    reads={
        "three years old": Duration("P3Y", age=True),
        "a [43-year-old] man": Duration("P43Y", age=True),
        "26 years of age": Duration("P26Y", age=True),
        "a century old": Duration("P100Y", age=True),
        "10 years old or younger": Modified(Duration("P10Y", age=True), "equal_or_less"),
        "an [8,000- to 9,000-year-old] canoe": Duration("PXY", Decimal(8_000), Decimal(9_000), "year", age=True),
        "[6]- and [8-year-olds]": (Duration("P6Y", age=True), Duration("P8Y", age=True)),
    },
    refuses=["three years", "old", "years old"],
)
def age(match: re.Match[str]) -> Reading | dict[str, Reading]:
    """How old, with the unit."""
    name = unit(match["unit"])
    if match["first"] and (span := _range(match, match["low"], match["number"], match["joint"], name)) is not None:
        return span
    found: dict[str, Reading] = {"age": _aged(match["number"], match["mod"], name)}
    if match["first"]:
        found["first"] = Duration(timex_duration(amount(match["low"]), name), age=True)
    return found


@rule(
    r"(?:(?:(?P<side>over|under|above|below) the )?(?:aged?|ages)(?: of| between| from| (?P<beyond>over|under|above|below))?"
    r"|as (?P<as>old|young) as) "
    rf"(?P<range>(?P<age>(?P<number>{NUMBER})(?: (?P<unit>{_UNIT}))?"
    rf"(?:(?: (?:or|and) (?P<mod>older|above|over|up|younger|under)(?! \d))|(?P<plus>\+)(?!\w))?)"
    rf"(?:(?:, (?P<age3>(?P<number3>{NUMBER})),?(?= and ))?"
    rf"(?P<joint> to | and | or | ?[-–] ?)(?P<age2>(?P<number2>{NUMBER})(?: (?P<unit2>{_UNIT}))?))?)"
    r"(?! (?:percent|per cent|million|old|(?:years?|months?|weeks?|days?) old)\b|%)",
    starts=("aged", "age", "ages", "over", "under", "above", "below", "as"),
    needs=["age", "aged", "ages", "young", "old"],
    reads={
        "aged [26]": Duration("P26Y", age=True),
        "aged [28], [34] and [51]": tuple(Duration(f"P{years}Y", age=True) for years in (28, 34, 51)),
        "aged [65+]": Modified(Duration("P65Y", age=True), "equal_or_more"),
        "under the age of [5]": Modified(Duration("P5Y", age=True), "less_than"),
        "over the age of [65]": Modified(Duration("P65Y", age=True), "more_than"),
        "girls as young as [nine] worked": Modified(Duration("P9Y", age=True), "equal_or_more"),
    },
    refuses=["age", "aged care", "ages ago", "as old as time", "as young as 9 years old"],
)
def age_in_years(match: re.Match[str]) -> dict[str, Reading]:
    """An age in years unless it gives its unit, or the range of two: aged 26, ages 18 to 25, aged six months."""
    first = unit(match["unit"] or match["unit2"] or "year")
    second = unit(match["unit2"] or match["unit"] or "year")
    found: dict[str, Reading] = {"age": _aged(match["number"], match["mod"] or (match["plus"] and "up"), first)}
    if match["age2"] and not (match["age3"] or match["mod"]) and first == second:
        span = _range(match, match["number"], match["number2"], match["joint"], first)
        if span is not None:
            return {"range": span}
    if match["as"]:
        found["age"] = _aged(match["number"], "up" if match["as"].lower() == "young" else "down", first)
    if side := match["side"] or match["beyond"]:
        beyond = side.lower() in ("over", "above")
        found["age"] = Modified(_aged(match["number"], None, first), "more_than" if beyond else "less_than")
    for group, number in (("age3", match["number3"]), ("age2", match["number2"])):
        if match[group]:
            found[group] = _aged(number, None, second)
    return found


@rule(
    r"(?P<number>[1-9]\d|(?:(?<=children )|(?<=kids ))[1-9]) (?:or|and) (?P<mod>older|above|over|younger|under)(?! [\d$£€])"
    r"|(?-i:(?P<side>over|under)-(?P<years>[1-9]\d)s)",
    starts=[DIGIT, "over", "under"],
    needs=["older", "above", "over", "younger", "under"],
    reads={
        "26 or older": Modified(Duration("P26Y", age=True), "equal_or_more"),
        "kids [5 and under]": Modified(Duration("P5Y", age=True), "equal_or_less"),
        "free for [over-65s]": Modified(Duration("P65Y", age=True), "more_than"),
    },
    refuses=["26 or so", "5 or over", "26 or over 30", "over 65s", "the Under-21s won"],
)
def age_and_beyond(match: re.Match[str]) -> Reading:
    """26 or older, 65 and over; over-65s, as Britons write: with a capital they are a team."""
    if match["side"]:
        return Modified(_aged(match["years"], None, "year"), "more_than" if match["side"] == "over" else "less_than")
    return _aged(match["number"], match["mod"], "year")


def _range(match: re.Match[str], low: str, high: str, joint: str, name: str) -> Duration | None:
    """The range of two ages, which "and" makes of them after "between" only; None where they are two ages."""
    ends = between(low, high)
    two = joint.strip(" -") == "and" and _BETWEEN.search(match.string, max(0, match.start() - 20), match.end("joint")) is None
    return None if ends[0] >= ends[1] or two else Duration(timex_duration(None, name), *ends, name, age=True)


_BETWEEN = re.compile(r"\bbetween (?:the ages? of )?(?:\S+ )?[\w.]+-? and $", re.IGNORECASE)


def _aged(number: str, mod: str | None, name: str) -> Duration | Modified:
    found = Duration(timex_duration(amount(number), name), age=True)
    return found if mod is None else Modified(found, "equal_or_more" if mod.lower() in _UPWARDS else "equal_or_less")
