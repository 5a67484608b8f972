"""Parts of a unit of time: the first week of May, the last day, year-end, the year to date."""

from __future__ import annotations

import re
from typing import cast

from factex.grammar import DIGIT, led_by, rule
from factex.grammars.timewords import MONTH, OFFSETS, ORDINAL, ORDINAL_STARTS, YEAR, ordinal
from factex.readings.temporal import Grain, Mod, Modified, Nth, Relative, Year


@rule(
    rf"(?P<the>the )?(?:(?P<nth>{ORDINAL}|final|opening|penultimate|last(?= \w+ (?:of|in)\b))|(?P<back>{ORDINAL})"
    rf"[ -](?:to[ -])?last) (?P<unit>day|week|weekend|month|quarter|year|decade)"
    r"(?![s\w-]|['’]| (?:in a row|in succession|running|straight)\b)"
    rf"(?P<of>(?= (?:of|in) (?:the |this |last |next )?(?:1|20|year|month|quarter|{MONTH})))?",
    starts=("the", "last", "final", "opening", "penultimate", *ORDINAL_STARTS),
    needs=["day", "week", "weekend", "month", "quarter", "year", "decade"],
    reads={
        "the first year": Nth(1, "year"),
        "the final day": Nth(-1, "day"),
        "the final quarter": Nth(-1, "quarter"),
        "the second week": Nth(2, "week"),
        "the third last week": Nth(-3, "week"),
        "the second-to-last day": Nth(-2, "day"),
    },
    refuses=["the third day in a row", "the first years", "the first yearling", "the first-day rush"],
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
    rf"(?:the )?(?:(?P<year>{YEAR})[ -](?=year))?(?P<unit>year|month|quarter|week)[- ]to[- ]date|(?P<short>(?-i:YTD|QTD|MTD|WTD))",
    starts=("year", "the", "month", "quarter", "week", DIGIT, "ytd", "qtd", "mtd", "wtd"),
    needs=["date", "ytd", "qtd", "mtd", "wtd"],
    reads={"year-to-date": Relative("year", 0), "month-to-date": Relative("month", 0), "YTD": Relative("year", 0)},
    refuses=["the year", "to date"],
)
def to_date(match: re.Match[str]) -> Relative | Year:
    """The year to date is the year."""
    if match["year"]:
        return Year(int(match["year"]))
    if match["short"]:
        return Relative(_LETTERS[match["short"][0]], 0)
    return Relative(cast("Grain", match["unit"].lower()), 0)


_AT = re.compile(r"\b(?:after|around|at|before|by|from|in|since|to|until) $", re.IGNORECASE)
_MIDDLES = ("mid", "midweek", "midmonth", "midyear")
_EO = ("eod", "eow", "eom", "eoq", "eoy")
_LETTERS: dict[str, Grain] = {"D": "day", "W": "week", "M": "month", "Q": "quarter", "Y": "year"}


@rule(
    r"(?:the )?(?:(?P<which>this|last|next) )?(?P<unit>year|month|quarter)(?:['’]s end|[- ]end)(?!ed|ing)"
    r"|(?P<part>beginning|start|middle|end) of (?P<unit_b>(?-i:week|month|quarter|year))"
    r"(?![\w-]|['’]| (?:\d|(?:one|two|three|four|five|six|seven|eight|nine|ten)\b))"
    r"|(?:the )?(?P<short>(?-i:EO[DWMQY]))|mid-?(?P<mid>week|month|year)(?!-)",
    starts=("year", "month", "quarter", "the", "this", "last", "next", "beginning", "start", "middle", "end", *_MIDDLES, *_EO),
    needs=["end", "beginning", "start", "middle", *_MIDDLES, *_EO],
    reads={
        "year-end": Modified(Relative("year", 0), "end"),
        "month's end": Modified(Relative("month", 0), "end"),
        "start of year": Modified(Relative("year", 0), "start"),
        "EOY": Modified(Relative("year", 0), "end"),
        "by [mid-year].": Modified(Relative("year", 0), "mid"),
    },
    refuses=["year", "the year ended", "year-endings", "end of years", "end of Year One", "a mid-year review"],
)
def unit_end(match: re.Match[str]) -> Modified | None:
    """Year-end is the end of the year; mid-year its middle, where no review or crisis is called by it."""
    if match["mid"]:
        return Modified(Relative(cast("Grain", match["mid"].lower()), 0), "mid") if led_by(match, _AT, 8) else None
    if match["short"]:
        return Modified(Relative(_LETTERS[match["short"][-1]], 0), "end")
    if match["part"]:
        return Modified(Relative(cast("Grain", match["unit_b"].lower()), 0), _PARTS[match["part"].lower()])
    offset = OFFSETS[(match["which"] or "this").lower()]
    return Modified(Relative(cast("Grain", match["unit"].lower()), offset), "end")


_PARTS: dict[str, Mod] = {"beginning": "start", "start": "start", "middle": "mid", "end": "end"}
