"""Move a time by so many units."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import cast

from factex.readings.temporal import Grain
from factex.values.calendar import PER_YEAR, Moment, civil

_FINER = {"century": ("year", 100), "decade": ("year", 10), "year": ("month", 12), "month": ("day", 30), "week": ("day", 7)}
_WHOLE = {"fortnight": ("week", 2), "millennium": ("century", 10), "quarter": ("quarter", 1)}
CLOCK_UNITS = {"second": 1, "minute": 60, "hour": 3600}
"""The units below a day, in seconds."""
_FEW = 5
"""So many years away "this week" is that of the day of its anniversary; before, the one of the same number."""
_CLOCK = re.compile(r"T(?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d))?")


def grain_of(unit: str) -> Grain:
    """The grain of the times that are so many units away."""
    return "day" if unit in CLOCK_UNITS else cast("Grain", _WHOLE.get(unit, (unit, 1))[0])


def shifted(origin: Moment, amount: Decimal, unit: str, *, keep: bool) -> Moment:
    """So many units after *origin*, before it where negative.

    The grain is that of the unit: "five years ago" is a year. *keep*: that of *origin* where it is finer: "a year
    earlier" than a quarter is a quarter. Units below a day move a time of the day; from a day they leave it as it is, for
    the time is unknown.
    """
    if unit in CLOCK_UNITS:
        return _on_the_clock(origin, amount * CLOCK_UNITS[unit], to_the_second=unit == "second")
    unit, times = _WHOLE.get(unit, (unit, 1))
    amount *= times
    if amount != int(amount) and unit in _FINER:
        unit, times = _FINER[unit]
        amount = (amount * times).to_integral_value()
    count = int(amount)
    weekly = origin.grain in ("week", "weekend")
    times = 52 if weekly and abs(count) < _FEW else PER_YEAR.get(origin.grain, 0)
    if keep and unit == "year" and times:
        return origin.shift(count * times)
    if keep and weekly and unit == "year":
        return shifted(origin.to("day"), amount, unit, keep=True).to(origin.grain)
    if keep and origin.grain in ("day", "time"):
        if unit in ("year", "month"):
            year, month, day = civil(origin.ordinal)
            year, month = divmod(year * 12 + month - 1 + count * (12 if unit == "year" else 1), 12)
            return Moment.day(year, month + 1, day)
        if unit == "week":
            return origin.to("day").shift(7 * count)
    return origin.to(cast("Grain", unit)).shift(count)


def weekday_beside(origin: Moment, weekday: int, count: int, *, forward: bool) -> Moment:
    """The day of the week, 1 for Monday, that comes *count*th after the end of *origin*, or before its beginning."""
    if forward:
        return Moment("day", origin.end_day + (weekday - origin.end_day) % 7 + 7 * (count - 1))
    last = origin.first_day - 1
    return Moment("day", last - (last - weekday) % 7 - 7 * (count - 1))


def _on_the_clock(origin: Moment, seconds: Decimal, *, to_the_second: bool) -> Moment:
    """So many seconds after a time of the day; after a day, so many whole days."""
    time = _CLOCK.fullmatch(origin.tail)
    if time is None:
        return origin.to("day").shift(int(seconds / 86400))
    start = int(time["hour"]) * 3600 + int(time["minute"]) * 60 + int(time["second"] or 0)
    days, rest = divmod(start + int(seconds), 86400)
    shown = f"T{rest // 3600:02}:{rest // 60 % 60:02}" + (f":{rest % 60:02}" if to_the_second else "")
    return Moment("time", origin.ordinal + days, shown)
