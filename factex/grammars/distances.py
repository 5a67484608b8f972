"""Times so far from another: two years ago, three days later, the year-ago quarter, the 1988 period."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import cast

from factex.grammar import led_by, rule
from factex.grammars.timewords import (
    LENGTH,
    LENGTH_STARTS,
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
    rf"(?P<rest> and a half| or so| or more)?(?P<also>(?:(?:,|,? and)? {LENGTH} {UNIT}){{0,2}})"
    rf" (?P<how>ago|earlier|later|hence|from now|from today|in the future|down the road|afterwards?|previously|prior{_END}"
    rf"|before(?: that)?{_END}|after(?: that)?{_END}|back{_END}"
    rf"|on(?:{_END}|(?= (?:he|I|it|she|they|we)\b))))"
    r"(?! than\b)",
    starts=_STARTS,
    needs=UNIT_FORMS,
    reads={
        "two years ago": Shift(amount("two"), "year", forward=False),
        "a year earlier": Shift(amount("one"), "year", forward=False, origin="story"),
        "three days later": Shift(amount("three"), "day", forward=True, origin="story"),
        "a week or so ago": Shift(amount("one"), "week", forward=False),
        "66 million years ago": Reference("PAST_REF"),
    },
    refuses=["two years", "ago", "a year on the road", "days on end", "two days before the vote"],
)
def units_away(match: re.Match[str]) -> Reading | dict[str, Reading] | None:
    """So long ago, from now, earlier or later; "a" is left out where companies compare."""
    how, words = match["how"].lower().removesuffix(" that"), match["number"].strip()
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
    if number is not None and number >= _AGES:
        return Reference("FUTURE_REF" if forward else "PAST_REF")
    return Shift(number, unit(match["unit"]), forward, "anchor" if now else "story", also)


_AHEAD = ("hence", "from now", "from today", "in the future", "down the road")
_BARE = ("year ago", "year earlier", "yr ago", "yr earlier")
_SUM = re.compile(r"(?:\d|[bmr]illion|cents?|dollars|euros|pence) $", re.IGNORECASE)
_ALSO = re.compile(rf"({LENGTH}) ({UNIT})", re.IGNORECASE)
_AGES = 1_000_000
"""So many years back there is no year to name."""


@rule(
    rf"(?:in|within) (?P<inside>(?P<number>{LENGTH}) (?P<unit>{UNIT})['’]?s? time)",
    starts=("in", "within"),
    needs=["time"],
    reads={"in [two weeks' time]": Shift(amount("two"), "week", forward=True)},
    refuses=["in two weeks", "in time"],
)
def units_of_time_ahead(match: re.Match[str]) -> dict[str, Reading]:
    """In two weeks' time: so long from now."""
    return {"inside": Shift(amount(match["number"]), unit(match["unit"]), forward=True)}


@rule(
    rf"(?P<the>the )?(?:comparable |corresponding )?(?P<ago>year[- ](?:ago|earlier)|prior-year|previous-year|corresponding"
    rf"|comparable)(?P<what> (?:fiscal )?(?:(?P<nth>{QUARTER}) quarter|(?P<number>nine|six|three) months|"
    rf"(?P<unit>quarter|period|half|month|week)))?(?: (?:last year|a year (?:ago|earlier|before)|"
    rf"(?:of |in )?the previous year))?",
    starts=("the", "year", "prior", "previous", "corresponding", "comparable"),
    needs=["ago", "earlier", "prior", "previous", "corresponding", "comparable"],
    reads={
        "the year-ago quarter": Shift(amount("one"), "year", forward=False, origin=Relative("quarter", 0, following=True)),
        "the year ago quarter": Shift(amount("one"), "year", forward=False, origin=Relative("quarter", 0, following=True)),
        "the [year-earlier] figure": Shift(amount("one"), "year", forward=False, origin="story"),
        "the year-earlier third quarter": Shift(amount("one"), "year", forward=False, origin=Part("quarter", 3)),
    },
    refuses=["comparable", "the like", "a year"],
)
def same_period_last_year(match: re.Match[str]) -> Reading | dict[str, Reading] | None:
    """The year-ago quarter: the same part of the year before, as companies compare."""
    one = amount("one")
    if match["number"]:
        return Duration(timex_duration(amount(match["number"]), "month"))
    if match["nth"]:
        return Shift(one, "year", forward=False, origin=Part("quarter", ordinal(match["nth"])))
    if not match["unit"]:
        return {"ago": Shift(one, "year", forward=False, origin="story")} if "-" in match["ago"] else None
    name = match["unit"].lower()
    if name == "period":
        return Shift(one, "year", forward=False, origin="story")
    return Shift(one, "year", forward=False, origin=Relative(cast("Grain", name), 0, following=True))


@rule(
    rf"(?:the |that |this )?(?:very )?same (?P<fiscal>fiscal )?(?P<unit>quarter|period|half|month|week|weekend|day)(?: (?:of |in )?"
    rf"(?:last year|(?:a|one|the) year (?:ago|earlier|before|previously)|the (?:previous|prior|preceding|last) year)| (?:of |in )"
    rf"(?P<year>{YEAR}))(?!-|['’]s)",
    starts=("the", "that", "this", "very", "same"),
    needs=["same"],
    reads={
        "this same weekend last year": Shift(amount("one"), "year", forward=False, origin=Relative("weekend", 0, following=True)),
        "the same month last year": Shift(amount("one"), "year", forward=False, origin=Relative("month", 0, following=True)),
        "the same period a year earlier": Shift(amount("one"), "year", forward=False, origin="story"),
        "the same period of 2023": Within(Relative("quarter", 0, following=True), Year(2023)),
    },
    refuses=["the same quarter", "the same time last year", "the same period of time"],
)
def same_part_of_another_year(match: re.Match[str]) -> Reading:
    """The same quarter last year, the same period of 2023."""
    name = match["unit"].lower()
    same = Relative(cast("Grain", "quarter" if name == "period" else name), 0, following=True, fiscal=bool(match["fiscal"]))
    if match["year"]:
        return Within(same, Year(int(match["year"])))
    return Shift(amount("one"), "year", forward=False, origin="story" if name == "period" else same)


@rule(
    rf"(?P<start>the )?(?P<year>{YEAR}) (?P<what>(?P<nth>{QUARTER}) quarter|quarter|period)",
    starts=("the", "0"),
    needs=["quarter", "period"],
    reads={
        "the 1988 third quarter": Within(Part("quarter", 3), Year(1988)),
        "the 1988 period": Within(Relative("quarter", 0, following=True), Year(1988)),
    },
    refuses=["the 1988 election", "the 1988 periods"],
)
def period_of_year(match: re.Match[str]) -> Reading:
    """The 1988 third quarter; the 1988 period: the same part of that year as the one in hand."""
    year = Year(int(match["year"]))
    if match["nth"]:
        return Within(Part("quarter", ordinal(match["nth"])), year)
    return Within(Relative("quarter", 0, following=True), year)
