"""Arithmetic on the calendar: stretches of time of one grain, counted in that grain."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from factex.readings.temporal import Grain

CYCLE = 146_097
"""Days in 400 years, after which the Gregorian calendar repeats, weekdays and all."""
_EPOCH = date(2000, 1, 1).toordinal()

SEASONS = ("SP", "SU", "FA", "WI")
PER_YEAR: dict[str, int] = {"year": 1, "half": 2, "quarter": 4, "season": 4, "month": 12}
"""How many of each a year has."""
_ORDER: tuple[Grain, ...] = ("time", "day", "weekend", "week", "month", "season", "quarter", "half", "year", "decade", "century")


def day_ordinal(year: int, month: int, day: int) -> int:
    """Days since 31 December of the year before 1, for any year (year 0 is 1 BC, -1 is 2 BC)."""
    cycles, rest = divmod(year - 2000, 400)
    return date(2000 + rest, month, day).toordinal() + CYCLE * cycles


@lru_cache(maxsize=4_000)
def civil(ordinal: int) -> tuple[int, int, int]:
    """Year, month and day of a day ordinal."""
    cycles, rest = divmod(ordinal - _EPOCH, CYCLE)
    day = date.fromordinal(_EPOCH + rest)
    return day.year + 400 * cycles, day.month, day.day


def iso_week(ordinal: int) -> tuple[int, int]:
    """Year and number of the ISO week of a day ordinal."""
    cycles, rest = divmod(ordinal - _EPOCH, CYCLE)
    week = date.fromordinal(_EPOCH + rest).isocalendar()
    return week.year + 400 * cycles, week.week


def weekday_of(ordinal: int) -> int:
    """1 for Monday to 7 for Sunday."""
    return (ordinal - 1) % 7 + 1


@dataclass(frozen=True, slots=True)
class Moment:
    """A stretch of the calendar: so many units of `grain` since the calendar's start.

    Weeks and weekends are counted from Monday 1 January 1, days as in `datetime.date.toordinal`. `tail`: the part or
    time of a day in TIMEX3 form ("TNI", "T09:00"), for grain "time", whose ordinal is its day's.
    """

    grain: Grain
    ordinal: int
    tail: str = ""

    @classmethod
    def day(cls, year: int, month: int, day: int) -> Moment:
        """A day; the last one of its month where the month is shorter."""
        return cls("day", day_ordinal(year, month, min(day, days_in(year, month))))

    @property
    def year(self) -> int:
        """The year it begins in."""
        match self.grain:
            case "century":
                return self.ordinal * 100
            case "decade":
                return self.ordinal * 10
            case "year" | "half" | "quarter" | "season" | "month":
                return self.ordinal // PER_YEAR[self.grain]
        return civil(self.first_day)[0]

    @property
    def first_day(self) -> int:
        """The ordinal of its first day. Spring begins in March, winter in the December of its year."""
        match self.grain:
            case "day" | "time":
                return self.ordinal
            case "week":
                return self.ordinal * 7 + 1
            case "weekend":
                return self.ordinal * 7 + 6
            case "century" | "decade":
                return day_ordinal(self.year, 1, 1)
        part = self.ordinal % PER_YEAR[self.grain]
        month = 3 * (part + 1) if self.grain == "season" else 1 + part * (12 // PER_YEAR[self.grain])
        return day_ordinal(self.year, month, 1)

    @property
    def end_day(self) -> int:
        """The ordinal of the first day after it."""
        if self.grain == "season":
            return self.to("month").shift(3).first_day
        if self.grain == "weekend":
            return self.first_day + 2
        return replace_ordinal(self, self.ordinal + 1).first_day

    def shift(self, units: int) -> Moment:
        """So many of its own grain later."""
        return replace_ordinal(self, self.ordinal + units)

    def to(self, grain: Grain) -> Moment:  # noqa: PLR0911  (one return a grain)
        """The unit of another grain that its first day falls in."""
        if grain == self.grain:
            return self
        first = self.first_day
        year, month, _ = civil(first)
        match grain:
            case "day" | "time":
                return Moment("day", first)
            case "week" | "weekend":
                return Moment(grain, (first - 1) // 7)
            case "season":
                return Moment(grain, (year * 12 + month - 3) // 3)
            case "century":
                return Moment(grain, year // 100)
            case "decade":
                return Moment(grain, year // 10)
        return Moment(grain, (year * 12 + month - 1) * PER_YEAR[grain] // 12)

    def holds(self, grain: Grain) -> bool:
        """Whether a unit of *grain* is finer than this one's."""
        return _ORDER.index(grain) < _ORDER.index(self.grain)

    @property
    def timex(self) -> str:  # noqa: PLR0911  (one return a grain)
        """The TIMEX3 value."""
        if self.grain in ("day", "time"):
            year, month, day = civil(self.ordinal)
            return f"{_era(year)}-{month:02}-{day:02}{self.tail}"
        era = _era(self.year)
        match self.grain:
            case "century":
                return f"{self.ordinal:02}" if self.ordinal >= 0 else f"BC{-self.ordinal - 1:02}"
            case "decade":
                return f"{self.ordinal:03}" if self.ordinal >= 0 else f"BC{-self.ordinal - 1:03}"
            case "year":
                return era
            case "half":
                return f"{era}-H{self.ordinal % 2 + 1}"
            case "quarter":
                return f"{era}-Q{self.ordinal % 4 + 1}"
            case "season":
                return f"{era}-{SEASONS[self.ordinal % 4]}"
            case "month":
                return f"{era}-{self.ordinal % 12 + 1:02}"
        number, week = iso_week(self.first_day)
        return f"{_era(number)}-W{week:02}{'-WE' if self.grain == 'weekend' else ''}"


def _era(year: int) -> str:
    """The year in TIMEX3 form: 2025, BC0241."""
    return f"{year:04}" if year >= 1 else f"BC{1 - year:04}"


def replace_ordinal(moment: Moment, ordinal: int) -> Moment:
    """The same grain and tail at another place."""
    return Moment(moment.grain, ordinal, moment.tail)


def days_in(year: int, month: int) -> int:
    """How many days the month has."""
    return calendar.monthrange(year % 400 + 400, month)[1]
