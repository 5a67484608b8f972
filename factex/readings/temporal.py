"""Readings of times: dates, times of day, durations and sets, before it is known when the text was written.

They nest: "the third quarter of last year" is `Within(Part("quarter", 3), Relative("year", -1))`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Grain = Literal["century", "decade", "year", "half", "quarter", "season", "month", "week", "weekend", "day", "time"]
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
Which = Literal["last", "this", "next", "coming", "previous", "following"]
"""Which of several equal names: seen from now, or (the last two) from the time that the text speaks of.

The coming Friday is the first after today, next Friday that of next week.
"""
Mod = Literal["approx", "less_than", "more_than", "equal_or_less", "equal_or_more", "start", "mid", "end"]
DayPart = Literal["MO", "AF", "EV", "NI", "MI", "DT"]
TIMEX_UNITS = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "weekend": "WE", "month": "M", "quarter": "Q",
    "year": "Y", "decade": "DE", "century": "CE",
}  # fmt: skip
"""The letters of the units in a TIMEX3 duration; those of the clock stand behind its T."""

_LENGTH = re.compile(r"P(?P<clock>T?)(?P<amount>\d+(?:\.\d+)?)(?P<letters>[A-Z]{1,2})")


@dataclass(frozen=True, slots=True)
class Date:
    """A date by its numbers, as far as they are written: "June 3, 2025", "June 2025", "3 June".

    `year`: 1 BC is 0, 2 BC is -1. `weekday`: 1 for Monday to 7 for Sunday, where the text gives it too.
    `numeric`: written 03/06, so that month and day may have to change places by country. `digits`: how many of the
    year's the text has ("03/06/25" has two and needs its century).
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    numeric: bool = False
    which: Which | None = None
    digits: int = 4


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, 1 for Monday to 7 for Sunday, and which one of them: "Tuesday", "last Tuesday"."""

    day: int
    which: Which | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """One of the named or numbered parts of a year, or a day of a month: June, summer, the third quarter, the 15th.

    `number` counts from 1 (of seasons, spring is 1). `which`: "last June". `fiscal`: of a company's own year.
    """

    grain: Grain
    number: int
    which: Which | None = None
    fiscal: bool = False


@dataclass(frozen=True, slots=True)
class Year:
    """A year by number. `digits`: how many of them the text has ("'08" has two and needs its century)."""

    number: int
    digits: int = 4
    fiscal: bool = False


@dataclass(frozen=True, slots=True)
class Decade:
    """Ten years: 199 for "the 1990s", 9 with `digits` 1 for "the nineties"."""

    number: int
    digits: int = 3


@dataclass(frozen=True, slots=True)
class Century:
    """A hundred years by their first digits: 19 for "the 20th century"; -3 for "the 3rd century BC"."""

    number: int


@dataclass(frozen=True, slots=True)
class Relative:
    """So many units from the one that holds the anchor: "today" is day 0, "last year" year -1.

    `following`: "the previous day", "the following week": counted from the time the text speaks of, not from now.
    `whole`: "the full year", which companies report on or look forward to.
    """

    grain: Grain
    offset: int
    following: bool = False
    fiscal: bool = False
    whole: bool = False


HELD = Relative("day", 0, following=True)
"""The day in hand, from which "the day after" counts until it is known after what."""


@dataclass(frozen=True, slots=True)
class Shift:
    """So many units before or after a time: "two years ago", "three days later", "a week after Christmas".

    `amount`: in `unit`s of "second" to "century"; None where it is vague ("months ago"). `origin`: the time it counts
    from, or "anchor" (ago, from now) or "story" (earlier, later: the time the text speaks of). `also`: further amounts
    with their units ("2 years and 3 months ago"). `weekday`: only such days count ("the Friday after Easter"), 1 for Monday.
    """

    amount: Decimal | None
    unit: str
    forward: bool
    origin: TemporalReading | Literal["anchor", "story"] = "anchor"
    also: tuple[tuple[Decimal, str], ...] = ()
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Within:
    """A part of a larger time: "January of last year", "the Monday of that week"."""

    part: TemporalReading
    whole: TemporalReading


@dataclass(frozen=True, slots=True)
class Nth:
    """The nth unit of something: "the first week of May", "the last day of 2019" (-1). Alone: "the first year".

    `weekday`: "the third Wednesday of November", 1 for Monday; the grain is then "day".
    """

    number: int
    grain: Grain
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Ending:
    """The unit that ends on a day: "the quarter" of "the quarter ended Sept. 30"."""

    grain: Grain
    end: TemporalReading


@dataclass(frozen=True, slots=True)
class Holiday:
    """A holiday by its name in the tables of holidays. `country`: ISO 3166 code, where the text says whose it is."""

    name: str
    which: Which | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of the day. `hour` 0 to 24; `zone`: its offset or name as written."""

    hour: int
    minute: int | None = None
    second: int | None = None
    zone: str | None = None
    unsure: bool = False


@dataclass(frozen=True, slots=True)
class PartOfDay:
    """Morning, afternoon, evening, night. `by_verb`: of yesterday or of today, as the verb has it: overnight."""

    part: DayPart
    by_verb: bool = False


@dataclass(frozen=True, slots=True)
class Duration:
    """A stretch of time: its TIMEX3 value, and its two ends where it is a range ("two to three weeks").

    `age`: how old somebody or something is.
    """

    timex: str
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str | None = None
    age: bool = False

    @property
    def length(self) -> tuple[Decimal, str] | None:
        """How many of which unit: 2 and "week"; None for several units and for what is vague."""
        found = _LENGTH.fullmatch(self.timex)
        letters = None if found is None else found["clock"] + found["letters"]
        unit = next((name for name, each in TIMEX_UNITS.items() if each == letters), None)
        return None if found is None or unit is None else (Decimal(found["amount"]), unit)


@dataclass(frozen=True, slots=True)
class Every:
    """A set of times: TIMEX3 value, quantifier ("every", "each") and frequency ("2X": twice)."""

    timex: str
    quant: str | None = None
    freq: str | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """A vague time: PRESENT_REF, PAST_REF or FUTURE_REF."""

    timex: Literal["PRESENT_REF", "PAST_REF", "FUTURE_REF"]


@dataclass(frozen=True, slots=True)
class Modified:
    """A time with what its own words say of it: "early 2019", "more than two years"."""

    of: TemporalReading
    modifier: Mod


TemporalReading = (
    Date | Weekday | Part | Year | Decade | Century | Relative | Shift | Within | Nth | Ending | Holiday | Clock | PartOfDay
    | Duration | Every | Reference | Modified
)  # fmt: skip
