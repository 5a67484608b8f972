"""Ages: durations that say how old somebody or something is."""

from __future__ import annotations

import re

from factex.grammar import DIGIT, rule
from factex.grammars.timewords import NUMBER, NUMBER_STARTS, amount, timex_duration, unit
from factex.readings import Reading
from factex.readings.temporal import Duration, Modified

_UPWARDS = ("older", "above", "over")


@rule(
    rf"(?:(?P<first>(?P<low>{NUMBER}))(?:[ -]?-? ?(?:to|and|or) | ?[-–] ?))?(?P<age>(?P<number>{NUMBER}(?: and "
    rf"(?:a|one)[ -]half)?)[ -](?P<unit>years?|months?|weeks?|days?|hours?|decades?)(?:[ -]olds?|['’]? of age))",
    starts=NUMBER_STARTS,
    needs=["old", "olds", "age"],
    reads={
        "three years old": Duration("P3Y", age=True),
        "a [43-year-old] man": Duration("P43Y", age=True),
        "26 years of age": Duration("P26Y", age=True),
        "a [200,000]- to [260,000-year-old] skull": (Duration("P200000Y", age=True), Duration("P260000Y", age=True)),
        "[18] to [25-year-olds]": (Duration("P18Y", age=True), Duration("P25Y", age=True)),
    },
    refuses=["three years", "old", "years old"],
)
def age(match: re.Match[str]) -> dict[str, Reading]:
    """How old, with the unit."""
    name = unit(match["unit"])
    found: dict[str, Reading] = {"age": Duration(timex_duration(amount(match["number"]), name), age=True)}
    if match["first"]:
        found["first"] = Duration(timex_duration(amount(match["low"]), name), age=True)
    return found


@rule(
    rf"(?:(?P<side>over|under|above|below) the )?(?:aged?|ages)(?: of| between| from)? (?P<age>(?P<number>{NUMBER})(?: years)?"
    rf"(?: or (?P<mod>older|above|over|younger|under))?)"
    rf"(?:(?:, (?P<age3>(?P<number3>{NUMBER})),?(?= and ))?"
    rf"(?: to | and | or | ?[-–] ?)(?P<age2>(?P<number2>{NUMBER})))?(?! (?:percent|per cent|million)|%)",
    starts=("aged", "age", "ages", "over", "under", "above", "below"),
    reads={
        "aged [26]": Duration("P26Y", age=True),
        "aged [28], [34] and [51]": tuple(Duration(f"P{years}Y", age=True) for years in (28, 34, 51)),
        "under the age of [5]": Modified(Duration("P5Y", age=True), "less_than"),
        "over the age of [65]": Modified(Duration("P65Y", age=True), "more_than"),
        "ages [18] to [25]": (Duration("P18Y", age=True), Duration("P25Y", age=True)),
    },
    refuses=["age", "aged care", "ages ago"],
)
def age_in_years(match: re.Match[str]) -> dict[str, Reading]:
    """An age without its unit: aged 26."""
    found: dict[str, Reading] = {"age": _years(match["number"], match["mod"])}
    if match["side"]:
        beyond = match["side"].lower() in ("over", "above")
        found["age"] = Modified(
            Duration(timex_duration(amount(match["number"]), "year"), age=True), "more_than" if beyond else "less_than"
        )
    for group, number in (("age3", match["number3"]), ("age2", match["number2"])):
        if match[group]:
            found[group] = _years(number, None)
    return found


@rule(
    r"(?P<number>[1-9]\d) (?:or|and) (?P<mod>older|above|over|younger|under)(?! [\d$£€])",
    starts=DIGIT,
    needs=["older", "above", "over", "younger", "under"],
    reads={"26 or older": Modified(Duration("P26Y", age=True), "equal_or_more")},
    refuses=["26 or so", "5 or over", "26 or over 30"],
)
def age_and_beyond(match: re.Match[str]) -> Reading:
    """26 or older, 65 and over."""
    return _years(match["number"], match["mod"])


def _years(number: str, mod: str | None) -> Duration | Modified:
    found = Duration(timex_duration(amount(number), "year"), age=True)
    return found if mod is None else Modified(found, "equal_or_more" if mod.lower() in _UPWARDS else "equal_or_less")
