"""Times counted from another time: last year, the next day, two years ago, a week after Christmas."""

from __future__ import annotations

import re

from factex.grammar import rule
from factex.grammars.timewords import (
    NUMBER,
    NUMBER_STARTS,
    ORDINAL,
    ORDINAL_STARTS,
    UNIT,
    VAGUE,
    VAGUE_STARTS,
    amount,
    ordinal,
    timex_duration,
    unit,
)
from factex.readings import Reading
from factex.readings.temporal import Duration, Every, Nth, Part, Relative, Shift

_CALENDAR = r"(?:day|weekend|week|fortnight|month|quarter|season|half|year|decade|century|period|session)"
_OFFSETS = {
    "last": -1, "past": -1, "previous": -1, "preceding": -1, "prior": -1, "latest": -1, "this past": -1, "most recent": -1,
    "this": 0, "current": 0, "that": 0, "same": 0, "that same": 0, "this same": 0, "the same": 0, "very same": 0, "this very": 0,
    "next": 1, "coming": 1, "following": 1, "subsequent": 1, "upcoming": 1, "this coming": 1, "succeeding": 1,
}  # fmt: skip
_FROM_STORY = {
    "previous",
    "preceding",
    "prior",
    "that",
    "same",
    "that same",
    "this same",
    "the same",
    "very same",
    "following",
    "subsequent",
    "succeeding",
}
_WORDS = "|".join(sorted(_OFFSETS, key=len, reverse=True))


@rule(
    rf"(?P<the>the |its |their |our )?(?P<word>{_WORDS}) (?P<kind>calendar |fiscal |financial |business |trading |school |academic )?(?P<unit>{_CALENDAR})(?!-|['’]s (?:old|time))",
    starts=("the", "its", "their", "our", *{word.split()[0] for word in _OFFSETS}),
    reads={
        "last year": Relative("year", -1),
        "this week": Relative("week", 0),
        "next month": Relative("month", 1),
        "the following day": Relative("day", 1, following=True),
        "the current quarter": Relative("quarter", 0),
        "the next day": Relative("day", 1, following=True),
        "last fiscal year": Relative("year", -1, fiscal=True),
    },
    refuses=["last years", "the next man", "this day-to-day work", "next"],
)
def unit_from_now(match: re.Match[str]) -> Reading | None:
    """This week, last year and their like; with previous, following and "the next" counted from the time in hand."""
    word, name = match["word"].lower(), match["unit"].lower()
    the = (match["the"] or "").strip().lower()
    if name == "season":
        return None
    if name in ("period", "session"):
        name = "quarter" if name == "period" else "day"
    of = match.string.startswith(" of", match.end())
    if word == "last" and the and of:
        return Nth(-1, name)
    if word == "past" or (word == "last" and the == "the" and name != "quarter"):
        return Duration(timex_duration(amount("one"), name)) if name not in ("weekend", "half") else Relative(name, -1)
    if name == "fortnight":
        return Duration("P2W")
    fiscal = (match["kind"] or "").strip().lower() in ("fiscal", "financial")
    following = word in _FROM_STORY or (word == "next" and (bool(the) or name == "day"))
    return Relative(name, _OFFSETS[word], following, fiscal)


@rule(
    r"(?:the|that) (?P<kind>fiscal |financial )?(?P<unit>quarter|year|month|week|day|weekend|night|decade)(?P<how> just ended| before| after| prior| earlier)?(?!-|['’]s|,? \d| (?:of|to|off|one|old|round|end|when|after|in which)\b)",
    starts=("the", "that"),
    reads={
        "the quarter": Relative("quarter", 0, following=True),
        "the year before": Relative("year", -1, following=True),
        "the weekend": Relative("weekend", 0, following=True),
    },
    refuses=["the day of reckoning", "the years", "the year-end", "the quarterback"],
)
def unit_in_hand(match: re.Match[str]) -> Reading | None:
    """The quarter, the year before: counted from the time the text speaks of."""
    how = (match["how"] or "").strip().lower()
    offset = {"before": -1, "prior": -1, "earlier": -1, "after": 1}.get(how, 0)
    name = match["unit"].lower()
    if name == "night":
        return None
    return Relative(name, offset, True, bool(match["kind"]))


_LENGTH = rf"(?:{NUMBER}(?: and (?:a|one)[ -]half| and a quarter)?|{VAGUE}|an?\b|half an?\b)"


@rule(
    rf"(?P<number>(?:{_LENGTH} )?)(?:more )?(?P<unit>{UNIT})(?: and (?:a half|(?P<number2>{_LENGTH}) (?P<unit2>{UNIT})))? (?P<how>ago|earlier|before|later|after|afterwards?|hence|from now|from today|from then|prior|previously|back|on|down the road|from yesterday|from tomorrow)(?! (?:than|from|in|on|this|the|of|a|that|next|last|an|his|her|its|their|to|it|he|she|they|we|I|you)\b)",
    starts=(
        *NUMBER_STARTS,
        *VAGUE_STARTS,
        "a",
        "an",
        "half",
        "years",
        "months",
        "weeks",
        "days",
        "hours",
        "minutes",
        "decades",
        "centuries",
    ),
    reads={
        "two years ago": Shift(amount("two"), "year", forward=False),
        "a year earlier": Shift(amount("one"), "year", False, "story"),
        "three days later": Shift(amount("three"), "day", True, "story"),
        "years ago": Shift(None, "year", forward=False),
    },
    refuses=["two years", "ago", "a year on the road", "days on end"],
)
def units_away(match: re.Match[str]) -> Reading | None:
    """So long ago, from now, earlier or later."""
    how = match["how"].lower()
    number = amount(match["number"].strip())
    if how in ("on", "back", "before", "after", "previously") and not match["number"].strip():
        return None
    forward = how in (
        "later",
        "after",
        "afterward",
        "afterwards",
        "hence",
        "from now",
        "from today",
        "from then",
        "on",
        "down the road",
        "from tomorrow",
    )
    now = how in ("ago", "hence", "from now", "from today", "back", "down the road")
    if " and a half" in match[0].lower() and number is not None and not match["number2"] and "half" not in match["number"]:
        number += amount("half a")
    return Shift(number, unit(match["unit"]), forward, "anchor" if now else "story")


@rule(
    rf"(?:in|within) (?P<inside>(?P<number>{_LENGTH}) (?P<unit>{UNIT})['’]? time)",
    starts=("in", "within"),
    reads={"in [two weeks' time]": Shift(amount("two"), "week", forward=True)},
    refuses=["in two weeks", "in time"],
)
def units_of_time_ahead(match: re.Match[str]) -> dict[str, Reading]:
    """In two weeks' time: so long from now."""
    return {"inside": Shift(amount(match["number"]), unit(match["unit"]), forward=True)}


@rule(
    r"(?:(?:the|its|their|a) )?(?:year-ago|year-earlier|prior-year|previous-year|corresponding|comparable|like)(?: (?P<fiscal>fiscal )?(?P<unit>quarter|period|half|month|week))?(?: (?P<last>last year|a year (?:ago|earlier)|(?:of )?the previous year|a year before|in the previous year))?",
    starts=("the", "its", "their", "a", "year", "prior", "previous", "corresponding", "comparable", "like"),
    reads={
        "the year-ago quarter": Shift(amount("one"), "year", False, Relative("quarter", 0, following=True)),
        "year-earlier": Shift(amount("one"), "year", False, "story"),
    },
    refuses=["comparable", "the like", "a year"],
)
def same_period_last_year(match: re.Match[str]) -> Reading | None:
    """The year-ago quarter: the same part of the year before, as companies compare."""
    if not match["unit"] and not re.search(r"year-", match[0], re.IGNORECASE):
        return None
    if not match["unit"] or match["unit"].lower() == "period":
        return Shift(amount("one"), "year", False, "story")
    return Shift(amount("one"), "year", False, Relative(match["unit"].lower(), 0, following=True))


@rule(
    rf"the (?P<nth>{ORDINAL}|final|opening) (?P<unit>day|week|weekend|month|year|decade)(?!s|-|['’])",
    starts=("the",),
    reads={"the first year": Nth(1, "year"), "the final day": Nth(-1, "day"), "the second week": Nth(2, "week")},
    refuses=["the first years", "the first yearling", "the first-day rush"],
)
def nth_unit(match: re.Match[str]) -> Nth:
    """The nth day, week, month or year of something."""
    word = match["nth"].lower()
    return Nth(1 if word == "opening" else ordinal(word), match["unit"].lower())


@rule(
    r"(?P<now>year[- ]to[- ]date|the year to date|so far this year|month[- ]to[- ]date|quarter[- ]to[- ]date)",
    starts=("year", "the", "month", "quarter", "so"),
    reads={"year-to-date": Relative("year", 0), "month-to-date": Relative("month", 0)},
    refuses=["the year", "so far"],
)
def to_date(match: re.Match[str]) -> Relative:
    """The year to date is the year."""
    return Relative(next(u for u in ("year", "month", "quarter") if u in match[0].lower()), 0)
