"""Times so far from another: two years ago, three days later, the year-ago quarter, the 1988 period."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import cast

from factex.grammar import DIGIT, led_by, rule
from factex.grammars.timewords import (
    LENGTH,
    LENGTH_STARTS,
    NUMBER,
    QUARTER,
    UNIT,
    UNIT_FORMS,
    YEAR,
    amount,
    ordinal,
    timex_duration,
    unit,
)
from factex.readings import Reading
from factex.readings.temporal import Duration, Grain, Part, Reference, Relative, Shift, Within, Year

_STARTS = (*LENGTH_STARTS, "year", "yr", "years", "months", "weeks", "days", "hours", "minutes", "decades", "centuries")
_END = r"(?=[.,;:?!)”\"—–]|$|\n| (?:and|but|while|at|by|in|as)\b)"


@rule(
    rf"(?P<number>(?:{LENGTH} )?)(?:more |full |long |short )?(?P<bare>(?P<unit>{UNIT})"
    rf"(?P<rest> and a half| or so| or more)?(?P<also>(?:(?:(?:,|,? and) {LENGTH}| {NUMBER}) {UNIT}){{0,2}})"
    rf"(?:(?:['’]s?)? (?P<time>time)\b| (?P<how>ago|earlier|later|hence|from now|from today|in the future|down the road"
    rf"|afterwards?|previously|prior{_END}|before(?: that)?{_END}|after(?: that)?{_END}|back{_END}"
    rf"|on(?:{_END}|(?= (?:he|I|it(?= (?!and\b|or\b)\w)|she|they|we)\b)))))"
    r"(?! than\b)",
    starts=_STARTS,
    needs=UNIT_FORMS,
    reads={
        "two years ago": Shift(amount("two"), "year", forward=False),
        "a year earlier": Shift(amount("one"), "year", forward=False, origin="story"),
        "three days later": Shift(amount("three"), "day", forward=True, origin="story"),
        "a week or so ago": Shift(amount("one"), "week", forward=False),
        "in [two weeks' time]": Shift(amount("two"), "week", forward=True),
    },
    refuses=["two years", "a year on the road", "days on end", "two days before the vote", "of two weeks' time"],
)
def units_away(match: re.Match[str]) -> Reading | dict[str, Reading] | None:
    """So long ago, from now, earlier or later; "a" is left out where companies compare."""
    lasts = (match["how"] or "").lower() == "from today" and match.string.endswith("for ", 0, match.start())
    lasts = lasts or match.string.endswith("average of ", 0, match.start())  # of what came later each time
    if lasts or (match["time"] and not led_by(match, _IN, 8)):
        return None  # "for three days from today"
    how, words = (match["how"] or "from now").lower().removesuffix(" that"), match["number"].strip()
    if not words and how not in ("ago", "later", "earlier"):
        return None
    number = amount(words)
    one = (number or 0) > 1 if words else led_by(match, _SUM, 9) is not None
    if one and match["bare"].lower() in _BARE:
        return {"bare": Shift(amount("one"), "year", forward=False, origin="anchor" if how == "ago" else "story")}
    forward = how in _AHEAD or how in ("later", "after", "afterward", "afterwards", "on")
    now = how in _AHEAD or how in ("ago", "back")
    if (match["rest"] or "").strip().lower() == "and a half" and number is not None:
        number += amount("half a") or 0
    also = tuple((amount(each[1]) or Decimal(0), unit(each[2])) for each in _ALSO.finditer(match["also"]))
    if also and words in ("a", "an", "A", "An") and unit(match["unit"]) == "second":
        return None  # "a second three days later"
    if number is not None and number >= _AGES:
        return Reference("FUTURE_REF" if forward else "PAST_REF")
    return Shift(number, unit(match["unit"]), forward, "anchor" if now else "story", also)


_IN = re.compile(r"\b(?:in|within) $", re.IGNORECASE)
_AHEAD = ("hence", "from now", "from today", "in the future", "down the road")
_BARE = ("year ago", "year earlier", "yr ago", "yr earlier")
_SUM = re.compile(r"(?:\d|[bmr]illion|cents?|dollars|euros|pence) $", re.IGNORECASE)
_ALSO = re.compile(rf"({LENGTH}) ({UNIT})", re.IGNORECASE)
_AGES = 1_000_000
"""So many years back there is no year to name."""


_LEAD = (
    r"(?P<same>(?:very )?same|like)|(?:comparable |corresponding )?(?P<ago>year[- ](?:ago|earlier)|prior-year|previous-year"
    rf"|(?:previous |prior )?corresponding|comparable)|(?:fiscal (?:year )?)?(?P<of>{YEAR})"
)
_PART = (
    rf"(?P<fiscal>fiscal )?(?:(?P<nth>{QUARTER})[ -]quarter|(?P<number>nine|six|three) months"
    r"|(?P<unit>quarter|period|half|month|week|weekend|da(?:te|y))(?!-))"
)
_BEFORE = r"last year|(?:a|one|the) year (?:ago|earlier|before|previously)|the (?:previous|prior|preceding|last) year"


@rule(
    rf"(?:the |(?:that |this )(?!{YEAR}|fiscal))?(?:{_LEAD})(?:[ -]{_PART})?"
    rf"(?: (?:of |in )?(?P<before>{_BEFORE})| (?:of |in )(?P<own>fiscal (?:year )?)?(?P<year>{YEAR}))?",
    starts=(
        *("the", "that", "this", "very", "same", "like", "year", "prior", "previous"),
        *("corresponding", "comparable", "fiscal", DIGIT),
    ),
    needs=["same", "like", "ago", "earlier", "prior", "previous", "corresponding", "comparable", "quarter", "period"],
    reads={
        "the [year-earlier] figure": Shift(amount("one"), "year", forward=False, origin="story"),
        "the year-earlier third quarter": Shift(amount("one"), "year", forward=False, origin=Part("quarter", 3)),
        "the same month last year": Shift(amount("one"), "year", forward=False, origin=Relative("month", 0, following=True)),
        "the same period of 2023": Within(Relative("quarter", 0, following=True), Year(2023)),
        "the 1988 third quarter": Within(Part("quarter", 3), Year(1988)),
        "fiscal 2015 second-quarter": Within(Part("quarter", 2, fiscal=True), Year(2015)),
    },
    refuses=["comparable", "the like", "the same quarter", "the same time last year", "the 1988 election"],
)
def part_of_another_year(match: re.Match[str]) -> Reading | dict[str, Reading] | None:
    """The year-ago quarter, the same quarter last year, the 1988 period: the part of another year that companies compare with."""
    name, year = (match["unit"] or "").lower().replace("date", "day"), match["year"] or match["of"]
    fiscal = any((match["fiscal"], match["own"], match["of"] and "fiscal" in match[0].lower()))
    if match["of"] and not (name in ("quarter", "period") or match["nth"]):
        return None  # the 1988 election
    if match["same"] and not (name and (match["before"] or match["year"])):
        return None  # the same quarter as before
    if match["number"]:
        return Duration(timex_duration(amount(match["number"]), "month"))
    if not (name or match["nth"]):
        return {"ago": Shift(amount("one"), "year", forward=False, origin="story")} if "-" in match["ago"] else None
    if match["nth"]:
        part: Part | Relative = Part("quarter", ordinal(match["nth"]), fiscal=fiscal)
    else:
        part = Relative(cast("Grain", "quarter" if name == "period" else name), 0, following=True, fiscal=fiscal)
    if year:
        return Within(part, Year(int(year)))
    return Shift(amount("one"), "year", forward=False, origin="story" if name == "period" else part)
