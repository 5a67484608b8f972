"""From a TIMEX3 value to the time it covers, and back."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from functools import lru_cache
from typing import NamedTuple

from factex.errors import TimexError
from factex.readings.temporal import Grain
from factex.values.calendar import SEASONS, Moment, day_ordinal


class Interval(NamedTuple):
    """A stretch of time, half-open: `finish` is the first moment after it. None is an open or unknown end."""

    begin: date | datetime | None
    finish: date | datetime | None


_DATE = re.compile(
    r"(?P<bc>BC)?(?:(?P<day>(?P<y1>\d{4})-(?P<m1>\d\d)-(?P<d1>\d\d))(?:T(?P<tail>.+))?|(?P<y2>\d{4})-W(?P<week>\d\d)(?:-(?:(?P<we>WE)|(?P<wd>[1-7])(?:T(?P<wtail>.+))?))?"
    r"|(?P<y3>\d{4})-(?:Q(?P<q>[1-4])|H(?P<h>[12])|(?P<season>SP|SU|FA|WI)|(?P<m3>\d\d))|(?P<y4>\d{2,4})X{0,2})"
)
_TIME = re.compile(r"(?P<h>[01]\d|2[0-4])(?::(?P<m>[0-5]\d)(?::(?P<s>[0-5]\d))?)?(?P<zone>Z|[+-]\d\d(?::?\d\d)?)?")
_PARTS = {"MO": (6, 12), "MI": (11, 13), "AF": (12, 18), "EV": (18, 22), "NI": (20, 30), "DT": (8, 18)}
_LENGTH = re.compile(r"P(?!$)(?:[\dX.]+(?:DE|CE|WE|[YQMWD]))*(?:T(?!$)(?:[\dX.]+[HMS])*)?")
_VAGUE = re.compile(r"(?:PRESENT|PAST|FUTURE)_REF|X{4}.*|T.*|\d{4}-XX.*|\d{4}-WXX.*")


def interval(timex: str) -> Interval:
    """The time that a resolved TIMEX3 date or time covers.

    Days and longer give dates, times of the day datetimes (aware where the value has a zone), a bare hour or minute
    the hour or minute it begins. Weeks begin on Monday (ISO 8601). Seasons are those of the north, by whole months,
    winter from the December of its year; facts give those of a southern publisher, and the early hours, their own `begin`
    and `finish`.
    Parts of the day by the clock: morning 6 to 12, afternoon 12 to 18, evening 18 to 22, night 20 to 6.
    Both ends are None for durations, sets, vague times (PAST_REF), values with an X in place of a number, and years
    before 1, which Python's calendar lacks. Two values with a slash, as a fact that holds from one to the other has them, cover
    what lies between and both.

    Raises TimexError if *timex* is no TIMEX3 value. Source: TimeML 1.2.1, TIMEX3, `value`.

    >>> interval("2025-Q1")
    Interval(begin=datetime.date(2025, 1, 1), finish=datetime.date(2025, 4, 1))
    >>> interval("2019/2023")
    Interval(begin=datetime.date(2019, 1, 1), finish=datetime.date(2024, 1, 1))
    """
    if not isinstance(timex, str):  # the `when` of a fact that has none
        raise _error(timex)
    first, slash, last = timex.partition("/")
    if slash and "/" not in last:
        return Interval(interval(first).begin, interval(last).finish)
    match = _DATE.fullmatch(timex)
    if match is None:
        if _LENGTH.fullmatch(timex) or _VAGUE.fullmatch(timex):
            return Interval(None, None)
        raise _error(timex)
    if match["bc"]:
        return Interval(None, None)  # Python's calendar begins with the year 1
    try:
        return covered(_moment(match))
    except (ValueError, OverflowError) as error:
        raise _error(timex) from error


@lru_cache(maxsize=10_000)
def covered(moment: Moment, zone: tzinfo | None = None) -> Interval:
    """The time that a stretch of the calendar covers; times of the day are aware where *zone* says which one's they are.

    Raises ValueError for a time of the day that is none.
    """
    if moment.grain == "time":
        day = _date(moment.ordinal)
        return Interval(None, None) if day is None else _within_day(day, moment.tail.removeprefix("T"), zone)
    return Interval(_date(moment.first_day), _date(moment.end_day))


def timex(begin: date | datetime, finish: date | datetime) -> str | None:
    """The TIMEX3 value of the half-open interval from *begin* to *finish*, or None if no single value covers it.

    Of dates, a day, weekend, week, month, quarter, half, year, decade, century or season. Of datetimes, a part of the day, an
    hour, minute or second, with their zone where they are aware; whole days are as their dates.

    >>> timex(date(2025, 1, 1), date(2025, 4, 1))
    '2025-Q1'
    """
    if isinstance(begin, datetime) and isinstance(finish, datetime):
        if begin.tzinfo is not None or begin.time() != finish.time() or begin.time() != time.min:
            return _timex_of_time(begin, finish)
        begin, finish = begin.date(), finish.date()
    first = Moment("day", begin.toordinal())
    grains: tuple[Grain, ...] = ("day", "weekend", "week", "month", "quarter", "half", "year", "decade", "century", "season")
    for grain in grains:
        moment = first.to(grain)
        if (moment.first_day, moment.end_day) == (begin.toordinal(), finish.toordinal()):
            return moment.timex
    return None


def _timex_of_time(begin: datetime, finish: datetime) -> str | None:
    """The value of a stretch of a day."""
    length, day = finish - begin, datetime.combine(begin.date(), time.min, begin.tzinfo)
    written = f"{begin:%z}"
    offset = "" if not written else "Z" if begin.tzinfo is UTC else f"{written[:3]}:{written[3:5]}"
    for part, (start, end) in _PARTS.items():
        if not offset and (begin, finish) == (day + timedelta(hours=start), day + timedelta(hours=end)):
            return f"{begin:%Y-%m-%d}T{part}"
    shapes = {timedelta(hours=1): "%H", timedelta(minutes=1): "%H:%M", timedelta(seconds=1): "%H:%M:%S"}
    shown = begin.strftime(f"%Y-%m-%dT{shapes[length]}") if length in shapes else None
    return None if shown is None or interval(shown + offset) != (begin, finish) else shown + offset


def _moment(match: re.Match[str]) -> Moment:
    """The stretch of the calendar that a value names."""
    tail = match["tail"] or match["wtail"]
    if match["day"] or match["wd"]:
        if match["day"]:
            day = day_ordinal(int(match["y1"]), int(match["m1"]), int(match["d1"]))
        else:
            day = date.fromisocalendar(int(match["y2"]), int(match["week"]), int(match["wd"])).toordinal()
        return Moment("time", day, f"T{tail}") if tail else Moment("day", day)
    if match["week"]:
        monday = Moment("day", date.fromisocalendar(int(match["y2"]), int(match["week"]), 1).toordinal())
        return monday.to("weekend" if match["we"] else "week")
    if match["y3"]:
        return _part(match, int(match["y3"]))
    return Moment(_BY_DIGITS[len(match["y4"])], int(match["y4"]))


_BY_DIGITS: dict[int, Grain] = {4: "year", 3: "decade", 2: "century"}


def _part(match: re.Match[str], year: int) -> Moment:
    """A quarter, half, season or month of a year."""
    if match["q"]:
        return Moment("quarter", year * 4 + int(match["q"]) - 1)
    if match["h"]:
        return Moment("half", year * 2 + int(match["h"]) - 1)
    if match["season"]:
        return Moment("season", year * 4 + SEASONS.index(match["season"]))
    if not 1 <= int(match["m3"]) <= 12:
        raise ValueError(match["m3"])
    return Moment("month", year * 12 + int(match["m3"]) - 1)


def _date(ordinal: int) -> date | None:
    """The day; None past the years that Python's calendar has."""
    return date.fromordinal(ordinal) if 1 <= ordinal <= date.max.toordinal() else None


def _within_day(day: date, tail: str, zone: tzinfo | None) -> Interval:
    """A part of a day or a time of it; hour 24 is the next midnight."""
    midnight = datetime(day.year, day.month, day.day, tzinfo=zone)
    if tail in _PARTS:
        begin, finish = _PARTS[tail]
        return Interval(midnight + timedelta(hours=begin), midnight + timedelta(hours=finish))
    clock = _TIME.fullmatch(tail)
    if clock is None:
        raise ValueError(tail)
    at = midnight + timedelta(hours=int(clock["h"]), minutes=int(clock["m"] or 0), seconds=int(clock["s"] or 0))
    if clock["zone"]:
        at = at.replace(tzinfo=_zone(clock["zone"]))
    return Interval(at, at + (timedelta(seconds=1) if clock["s"] else timedelta(minutes=1) if clock["m"] else timedelta(hours=1)))


def _zone(written: str) -> timezone:
    if written == "Z":
        return UTC
    hours, minutes = int(written[1:3]), int(written[-2:]) if len(written) > 3 else 0
    return timezone((1 if written[0] == "+" else -1) * timedelta(hours=hours, minutes=minutes))


def _error(timex: str) -> TimexError:
    return TimexError(f"{timex!r} is no TIMEX3 value: expected one such as 2025-06-03, 2025-Q1, 2025-W15-WE, 199 or P3D")
