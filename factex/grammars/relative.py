"""Times counted from another time: last year, the next day, two years ago, the year-ago quarter."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import cast

from factex.grammar import rule
from factex.grammars.timewords import (
    DAY_NUMBER,
    LENGTH,
    LENGTH_STARTS,
    MONTH,
    ORDINAL,
    ORDINAL_STARTS,
    QUARTER,
    UNIT,
    WEEKDAY,
    YEAR,
    amount,
    ordinal,
    timex_duration,
    unit,
)
from factex.readings import Reading
from factex.readings.temporal import Duration, Grain, Mod, Modified, Nth, Part, Relative, Shift, Within, Year

HELD = Relative("day", 0, following=True)
"""The day in hand, from which "the day after" counts until it is known after what."""

_CALENDAR = r"(?:day|week-?end|week|fortnight|month|quarter|half|year|decade|century|period)"
_OFFSETS = {
    "last": -1, "past": -1, "previous": -1, "preceding": -1, "prior": -1, "latest": -1, "this past": -1, "most recent": -1,
    "this": 0, "current": 0, "that": 0, "same": 0, "that same": 0, "this same": 0, "the same": 0, "very same": 0, "this very": 0,
    "full": 0, "next": 1, "coming": 1, "following": 1, "subsequent": 1, "upcoming": 1, "this coming": 1, "succeeding": 1,
}  # fmt: skip
_FROM_STORY = {
    "previous", "preceding", "prior", "that", "same", "that same", "this same", "the same", "very same", "following", "subsequent",
    "succeeding", "full",
}  # fmt: skip
_OF_TIME = re.compile(rf" (?P<link>of|in) (?:the |this |last |next )?(?:1|20|year|month|quarter|{MONTH})", re.IGNORECASE)
_WORDS = "|".join(sorted(_OFFSETS, key=len, reverse=True))


@rule(
    rf"(?P<the>the )?(?P<word>{_WORDS}) (?P<kind>"
    r"calendar |fiscal |financial |business |trading |school |academic |working |work[ -]?)?"
    rf"(?P<unit>{_CALENDAR})(?: or so\b)?(?!-|['’]s (?:old|time)| end\b)",
    starts=("the", *{word.split()[0] for word in _OFFSETS}),
    reads={
        "last year": Relative("year", -1),
        "this week": Relative("week", 0),
        "next month": Relative("month", 1),
        "the following day": Relative("day", 1, following=True),
        "the current quarter": Relative("quarter", 0),
        "the next day": Relative("day", 1, following=True),
        "last fiscal year": Relative("year", -1, fiscal=True),
        "the past year": Duration("P1Y"),
        "at the end of [past week]": Relative("week", -1),
        "next workweek": Relative("week", 1),
        "the latest period": Relative("quarter", 0, following=True),
        "the next year or so": Relative("year", 1, following=True),
    },
    refuses=["last years", "the next man", "this day-to-day work", "next"],
)
def unit_from_now(match: re.Match[str]) -> Reading | None:
    """This week, last year and their like; with previous, following and "the next" counted from the time in hand."""
    word, name, the = match["word"].lower(), match["unit"].lower().replace("-", ""), bool(match["the"])
    of = _OF_TIME.match(match.string, match.end()) if word == "last" else None
    if of is not None and (of["link"].lower() == "of" or name == "day" or (the and name == "week")):
        return Nth(-1, cast("Grain", name))
    if (word == "full" and not the) or (name == "period" and (not the or word in ("this", "that", "coming", "upcoming", "full"))):
        return None
    if word == "past" and _PART_OF.search(match.string, max(0, match.start() - 20), match.start()):
        return Relative(cast("Grain", name), -1)
    if name == "fortnight" or ((word == "past" or (word == "last" and the)) and name not in ("quarter", "weekend", "half")):
        return Duration(timex_duration(amount("one"), name))
    if name == "period":
        name = "quarter"
    fiscal = (match["kind"] or "").strip().lower() in ("fiscal", "financial")
    if word == "latest":
        return Relative(cast("Grain", name), 0 if name == "quarter" else -1, following=name == "quarter", fiscal=fiscal)
    following = word in _FROM_STORY or (word == "next" and (the or name == "day"))
    return Relative(cast("Grain", name), _OFFSETS[word], following, fiscal)


# "The past week" is a length, but the end of it is of the week before this one.
_PART_OF = re.compile(r"\b(?:beginning|start|middle|end) of (?:the )?$", re.IGNORECASE)


@rule(
    r"the (?P<unit>day|week|weekend|month|year|quarter) (?P<how>after (?:the )?next|before last)",
    starts=("the",),
    reads={"the week after next": Relative("week", 2), "the year before last": Relative("year", -2)},
    refuses=["the week after", "the day after next Friday"],
)
def next_but_one(match: re.Match[str]) -> Relative | None:
    """The week after next."""
    if re.match(r" [A-Z]", match.string[match.end() : match.end() + 2]):
        return None
    return Relative(cast("Grain", match["unit"].lower()), 2 if match["how"].lower().endswith("next") else -2)


@rule(
    rf"(?P<unit>week|weekend|month)(?= of (?:the )?(?:{MONTH}|{DAY_NUMBER}(?:st|nd|rd|th)? (?:of )?{MONTH}))",
    starts=("week", "weekend", "month"),
    reads={"[week] of may": Relative("week", 0, following=True)},
    refuses=["week of protests", "the weekend of Easter"],
)
def unit_of_date(match: re.Match[str]) -> Relative:
    """Week of June 3, without its article: how tables and listings write."""
    return Relative(cast("Grain", match["unit"].lower()), 0, following=True)


@rule(
    rf"the (?P<unit>day|night|week|month|year) (?P<how>after|before|following)(?= (?:last |this )?(?:{WEEKDAY}|{MONTH}"
    rf"|{DAY_NUMBER}(?:st|nd|rd|th)? (?:of )?{MONTH})(?!\w))"
    rf"|the (?P<day>day|week|month|year) (?P<way>after|before)(?= (?:the|an?|his|her|its|their|our"
    r"|(?-i:[A-Z][a-z'’]+))(?!\w))",
    starts=("the",),
    reads={
        "[the day after] Clara left": Shift(Decimal(1), "day", forward=True, origin=HELD),
    },
    refuses=[
        "the day after tomorrow",
        "the day before yesterday",
        "the week after next",
        "the day after.",
        "the year before, he left",
    ],
)
def unit_beside(match: re.Match[str]) -> Shift:
    """The day after, the week before something: a date that follows gives the day, else the text must have told it."""
    forward = (match["how"] or match["way"]).lower() != "before"
    name = (match["unit"] or match["day"]).lower()
    return Shift(Decimal(1), "day" if name == "night" else name, forward, origin=HELD)


@rule(
    r"(?:the|that) (?P<kind>fiscal |financial )?(?P<unit>quarter|year|month|week|day|weekend|decade|period)"
    r"(?P<how> just ended| before| after| prior| earlier)?(?![-\w]|['’]s (?:end|time)|,? \d| (?:of "
    r"(?!1|20|the\b|last\b|this\b|(?-i:[A-Z]))|to(?! (?:about |nearly |almost )?[\d$£€])|off|one|old|round|end|when|after"
    r"|in which|he|she|they|we|I|it)\b)",
    starts=("the", "that"),
    reads={
        "the quarter": Relative("quarter", 0, following=True),
        "the year before": Relative("year", -1, following=True),
        "the weekend": Part("weekend", 1),
        "[the year] ended": Duration("P1Y"),
    },
    refuses=["the day of reckoning", "the years", "the year-end", "the quarterback", "the period"],
)
def unit_in_hand(match: re.Match[str]) -> Reading | None:
    """The quarter, the year before: counted from the time the text speaks of. "The year ended ..." is a length."""
    how, name = (match["how"] or "").strip().lower(), match["unit"].lower()
    fiscal = bool(match["kind"])
    if name in ("year", "month") and re.match(r" end(?:ed|ing)\b", match.string[match.end() : match.end() + 8]):
        return Duration(timex_duration(amount("one"), name))
    if name == "period" or (match[0].lower().startswith("that") and name in ("day", "week") and not how):
        return None if name == "period" else Relative(cast("Grain", name), 0, following=True)
    if name == "weekend" and not how:
        return Part("weekend", 1)
    offset = {"before": -1, "prior": -1, "earlier": -1, "after": 1}.get(how, 0)
    # "The day" of news is the day it reports on, also after talk of another.
    following = offset != 0 or name != "day" or match[0].lower().startswith("that")
    return Relative(cast("Grain", name), offset, following, fiscal)


_STARTS = (*LENGTH_STARTS, "years", "months", "weeks", "days", "hours", "minutes", "decades", "centuries")
_END = r"(?=[.,;:?!)”\"—–]|$|\n| (?:and|but|while|at|by|in|as)\b)"


@rule(
    rf"(?P<number>(?:{LENGTH} )?)(?:more |full )?(?P<unit>{UNIT})(?P<rest> and a half| or so| or more)?(?P<also>(?:"
    rf"(?:,|,? and)? {LENGTH} {UNIT}){{0,2}}) (?P<how>ago|earlier|later|hence|from now|from today|in the future"
    rf"|down the road|afterwards?|previously|prior{_END}|before{_END}|after{_END}|back{_END}|on{_END})(?! than\b)",
    starts=_STARTS,
    reads={
        "two years ago": Shift(amount("two"), "year", forward=False),
        "a year earlier": Shift(amount("one"), "year", forward=False, origin="story"),
        "three days later": Shift(amount("three"), "day", forward=True, origin="story"),
        "two days before": Shift(amount("two"), "day", forward=False, origin="story"),
        "years ago": Shift(None, "year", forward=False),
        "1 month and 21 days ago": Shift(amount("1"), "month", forward=False, also=((Decimal(21), "day"),)),
        "a week or so ago": Shift(amount("one"), "week", forward=False),
    },
    refuses=["two years", "ago", "a year on the road", "days on end", "two days before the vote"],
)
def units_away(match: re.Match[str]) -> Reading | None:
    """So long ago, from now, earlier or later."""
    how, words = match["how"].lower(), match["number"].strip()
    if not words and how not in ("ago", "later", "earlier"):
        return None
    number = amount(words)
    forward = how in (
        "later",
        "after",
        "afterward",
        "afterwards",
        "hence",
        "from now",
        "from today",
        "in the future",
        "on",
        "down the road",
    )
    now = how in ("ago", "hence", "from now", "from today", "in the future", "back", "down the road")
    if (match["rest"] or "").strip().lower() == "and a half" and number is not None:
        number += amount("half a") or 0
    also = tuple((amount(each[1]) or Decimal(0), unit(each[2])) for each in _ALSO.finditer(match["also"]))
    return Shift(number, unit(match["unit"]), forward, "anchor" if now else "story", also)


_ALSO = re.compile(rf"({LENGTH}) ({UNIT})", re.IGNORECASE)


@rule(
    rf"(?:in|within) (?P<inside>(?P<number>{LENGTH}) (?P<unit>{UNIT})['’]?s? time)",
    starts=("in", "within"),
    reads={"in [two weeks' time]": Shift(amount("two"), "week", forward=True)},
    refuses=["in two weeks", "in time"],
)
def units_of_time_ahead(match: re.Match[str]) -> dict[str, Reading]:
    """In two weeks' time: so long from now."""
    return {"inside": Shift(amount(match["number"]), unit(match["unit"]), forward=True)}


@rule(
    rf"(?P<the>the )?(?:comparable |corresponding )?(?P<ago>year-ago|year-earlier|prior-year|previous-year|corresponding"
    rf"|comparable)(?P<what> (?:fiscal )?(?:(?P<nth>{QUARTER}) quarter|(?P<number>nine|six|three) months|"
    rf"(?P<unit>quarter|period|half|month|week)))?(?: (?:last year|a year (?:ago|earlier|before)|"
    rf"(?:of |in )?the previous year))?",
    starts=("the", "year", "prior", "previous", "corresponding", "comparable"),
    reads={
        "the year-ago quarter": Shift(amount("one"), "year", forward=False, origin=Relative("quarter", 0, following=True)),
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
    rf"(?:the |that )?(?:very )?same (?P<fiscal>fiscal )?(?P<unit>quarter|period|half|month|week|weekend|day)(?: (?:of |in )?"
    rf"(?:last year|(?:a|one) year (?:ago|earlier|before|previously)|the (?:previous|prior|preceding|last) year)| (?:of |in )"
    rf"(?P<year>{YEAR}))(?!-|['’]s)",
    starts=("the", "that", "very", "same"),
    reads={
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


@rule(
    rf"(?P<the>the )?(?:(?P<nth>{ORDINAL}|final|opening|penultimate|last(?= \w+ (?:of|in)\b))|(?P<back>{ORDINAL})"
    rf"[ -](?:to[ -])?last) (?P<unit>day|week|weekend|month|quarter|year|decade)(?![s\w-]|['’])"
    rf"(?P<of>(?= (?:of|in) (?:the |this |last |next )?(?:1|20|year|month|quarter|{MONTH})))?",
    starts=("the", "last", "final", "opening", "penultimate", *ORDINAL_STARTS),
    reads={
        "the first year": Nth(1, "year"),
        "the final day": Nth(-1, "day"),
        "the final quarter": Nth(-1, "quarter"),
        "the second week": Nth(2, "week"),
        "the third last week": Nth(-3, "week"),
        "the second-to-last day": Nth(-2, "day"),
    },
    refuses=["the first years", "the first yearling", "the first-day rush"],
)
def nth_unit(match: re.Match[str]) -> Nth | None:
    """The nth day, week, month or year of something."""
    if not match["the"] and match["of"] is None:
        return None
    grain = cast("Grain", match["unit"].lower())
    if match["back"]:
        return Nth(-ordinal(match["back"]), grain)
    word = match["nth"].lower()
    return Nth({"opening": 1, "penultimate": -2}.get(word) or ordinal(word), grain)


@rule(
    r"(?:the )?(?P<unit>year|month|quarter|week)[- ]to[- ]date|(?P<short>(?-i:YTD|QTD|MTD|WTD))",
    starts=("year", "the", "month", "quarter", "week", "ytd", "qtd", "mtd", "wtd"),
    reads={"year-to-date": Relative("year", 0), "month-to-date": Relative("month", 0), "YTD": Relative("year", 0)},
    refuses=["the year", "to date"],
)
def to_date(match: re.Match[str]) -> Relative:
    """The year to date is the year."""
    if match["short"]:
        return Relative(_LETTERS[match["short"][0]], 0)
    return Relative(cast("Grain", match["unit"].lower()), 0)


_EO = ("eod", "eow", "eom", "eoq", "eoy")
_LETTERS: dict[str, Grain] = {"D": "day", "W": "week", "M": "month", "Q": "quarter", "Y": "year"}


@rule(
    r"(?:the )?(?:(?P<which>this|last|next) )?(?P<unit>year|month|quarter)(?:['’]s end|[- ]end)(?!ed|ing)"
    r"|(?P<part>beginning|start|middle|end) of (?P<unit_b>(?-i:week|month|quarter|year))(?![\w-]|['’]| (?:\d|one\b))"
    r"|(?:the )?(?P<short>(?-i:EO[DWMQY]))",
    starts=("year", "month", "quarter", "the", "this", "last", "next", "beginning", "start", "middle", "end", *_EO),
    reads={
        "year-end": Modified(Relative("year", 0), "end"),
        "month's end": Modified(Relative("month", 0), "end"),
        "start of year": Modified(Relative("year", 0), "start"),
        "EOY": Modified(Relative("year", 0), "end"),
    },
    refuses=["year", "the year ended", "year-endings", "end of years", "end of Year One"],
)
def unit_end(match: re.Match[str]) -> Modified:
    """Year-end is the end of the year."""
    if match["short"]:
        return Modified(Relative(_LETTERS[match["short"][-1]], 0), "end")
    if match["part"]:
        return Modified(Relative(cast("Grain", match["unit_b"].lower()), 0), _PARTS[match["part"].lower()])
    offset = {"last": -1, "next": 1}.get((match["which"] or "").lower(), 0)
    return Modified(Relative(cast("Grain", match["unit"].lower()), offset), "end")


_PARTS: dict[str, Mod] = {"beginning": "start", "start": "start", "middle": "mid", "end": "end"}
