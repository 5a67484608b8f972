"""Pairs of times that are one time: what may stand between them, and what the two readings make."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeGuard, cast

from factex.grammars.daytimes import about_time, at_in_part, in_part, night_of, often_at, on_day, part_again
from factex.readings import TemporalReading
from factex.readings.temporal import (
    HELD,
    Century,
    Clock,
    Date,
    Decade,
    Duration,
    Every,
    Grain,
    Holiday,
    Modified,
    Nth,
    Part,
    PartOfDay,
    Relative,
    Shift,
    Weekday,
    Within,
    Year,
)


@dataclass(frozen=True)
class Join:
    """Joins a time of the types *left* to one of the types *right* where *link* matches all between them.

    `make` turns the two readings into one, or into None to leave them apart.
    """

    left: tuple[type, ...]
    link: re.Pattern[str]
    right: tuple[type, ...]
    make: Callable[[TemporalReading, TemporalReading], TemporalReading | None]


def _dated(left: TemporalReading, right: TemporalReading) -> TemporalReading | None:
    """Tuesday, June 3: one day, named twice."""
    day, date = (left, right) if isinstance(left, Weekday) else (right, left)
    if isinstance(day, Weekday) and isinstance(date, Date) and date.day:
        return replace(date, weekday=day.day)
    return None


def _within(left: TemporalReading, right: TemporalReading) -> TemporalReading | None:
    """A part of a year or a month, and that year or month."""
    if isinstance(left, Date) and left.year:
        return None
    if isinstance(left, Date | Part) and isinstance(right, Relative) and right.grain != "year":
        return Within(left, right) if _finer(left, right.grain) else None
    return Within(left, right)


def _finer(part: Date | Part, grain: str) -> bool:
    order = ("day", "week", "month", "season", "quarter", "half", "year", "decade", "century")
    own = part.grain if isinstance(part, Part) else "day" if part.day else "month"
    return grain in order and order.index(own) < order.index(grain)


def _dated_time(left: TemporalReading, right: TemporalReading) -> TemporalReading | None:
    """10 a.m. Tuesday, June 3; the night of Friday, Oct. 23; the week of Monday, June 2."""
    match left:
        case Within(part=Clock() | Nth() | PartOfDay(), whole=whole) if (day := _dated(whole, right)) is not None:
            return replace(left, whole=day)
    return None


def _weekday_of(left: TemporalReading, right: TemporalReading) -> TemporalReading | None:
    """Friday of last week; next week Sunday."""
    day, week = (left, right) if isinstance(left, Weekday) else (right, left)
    if isinstance(week, Relative) and week.grain in ("week", "weekend"):
        return Within(day, week)
    return None


def _part_of_year(left: TemporalReading, right: TemporalReading) -> TemporalReading | None:
    """Last year's third quarter; last year's quarter is the one in hand, a year before."""
    if isinstance(right, Relative):
        return Within(right, left) if right.following and right.offset == 0 else None
    return Within(right, left) if isinstance(right, Part) and not right.which else None


def _year_before(left: TemporalReading, right: TemporalReading) -> TemporalReading | None:
    """The same quarter a year earlier, the third quarter a year ago."""
    same = isinstance(left, Relative) and left.grain != "year" and left.following and not left.offset
    if not same and not (isinstance(left, Part) and left.grain in ("quarter", "half") and left.which is None):
        return None
    if not isinstance(right, Shift) or not isinstance(right.origin, str) or right.unit != "year" or right.forward:
        return None
    return replace(right, origin=left)


def _week_of(left: TemporalReading, right: TemporalReading) -> TemporalReading | None:
    """The week of March 6; the month of March."""
    if not isinstance(left, Relative) or left.grain not in ("week", "weekend", "month") or not left.following:
        return None
    whole = (isinstance(right, Date) and not right.day) or (isinstance(right, Part) and right.grain == "month")
    if whole:
        return right if left.grain == "month" else None
    return Within(Nth(1, left.grain), right)


def _counted_from(left: TemporalReading, right: TemporalReading, *, forward: bool) -> TemporalReading | None:
    """Two days after Christmas, a week from Monday; two days before Christmas."""
    length = left.length if isinstance(left, Duration) and not left.age else None
    if length is None or (isinstance(right, Relative) and right.grain != "day"):
        return None
    return Shift(*length, forward, origin=right)


def _beside(left: TemporalReading, right: TemporalReading) -> TemporalReading | None:
    """The day after Christmas, the week before it."""
    if not isinstance(left, Shift) or left.origin != HELD:
        return None
    return replace(left, origin=right if left.unit == "day" else Within(Nth(1, cast("Grain", left.unit)), right))


def _same_day(left: TemporalReading, right: TemporalReading) -> TemporalReading | None:
    """A year ago today, 70 years ago this week, three years ago last May, a month ago Friday."""
    if not isinstance(left, Shift) or left.origin != "anchor" or left.unit not in ("month", "year") or left.also:
        return None
    now = isinstance(right, Relative) and not right.following and right.grain in ("day", "week", "month")
    if isinstance(right, Part) and right.which is None:
        return replace(left, origin=replace(right, which="last")) if right.grain == "month" else None
    now = now or (isinstance(right, Part) and right.which in ("last", "this"))
    return replace(left, origin=right) if now or isinstance(right, Weekday) else None


def _year_of_day(left: TemporalReading, right: TemporalReading) -> TemporalReading | None:
    """The morning of Christmas 2013, two days after Easter 2019: the year is the holiday's."""
    match left:
        case Within(whole=whole) if _lacks_year(whole):
            return replace(left, whole=Within(whole, right))
        case Shift(origin=Within() as origin):
            dated = _year_of_day(origin, right)
            return None if dated is None else replace(left, origin=dated)
        case Shift(origin=origin) if _lacks_year(origin):
            return replace(left, origin=Within(origin, right))
    return None


def _lacks_year(reading: object) -> TypeGuard[Holiday | Date]:
    return isinstance(reading, Holiday) or (isinstance(reading, Date) and reading.year is None)


def _nth_of(left: TemporalReading, right: TemporalReading) -> TemporalReading | None:
    """The second week of May; "the 11th month in February" counts months in a row."""
    month = isinstance(right, Date) or (isinstance(right, Part) and right.grain == "month")
    return Within(left, right) if not month or (isinstance(left, Nth) and left.grain in ("day", "week", "weekend")) else None


def _half_of(left: TemporalReading, right: TemporalReading) -> TemporalReading | None:
    """The second half of the 1980s, or of October: only years have halves with a value of their own."""
    if isinstance(left, Part) and left.grain == "quarter" and isinstance(right, Century):
        return Modified(right, "start" if left.number == 1 else "end" if left.number == 4 else "mid")
    if not isinstance(left, Part) or left.grain != "half":
        return None
    return Modified(right, "start" if left.number == 1 else "end")


def _middle_of(left: TemporalReading, right: TemporalReading) -> TemporalReading | None:
    """Midsummer 1917."""
    season = isinstance(left, Modified) and isinstance(left.of, Part) and left.of.which is None
    return replace(left, of=Within(left.of, right)) if isinstance(left, Modified) and season else None


_DAYS = (Weekday, Date, Relative, Holiday, Within, Part)

JOINS = (
    Join((Relative, Year), re.compile(r"['’]s? "), (Part, Relative), _part_of_year),
    Join((Relative, Part), re.compile(r" "), (Shift,), _year_before),
    Join(
        (Relative,),
        re.compile(r" (?:of|(?:that |which )?(?:beginning|began|starting|started|ending|ended)(?: on)?|of the) "),
        (Date, Weekday, Part),
        _week_of,
    ),
    Join((Weekday,), re.compile(r",? (?:the )?"), (Date,), _dated),
    Join((Date,), re.compile(r" ?[,(] ?(?:a )?"), (Weekday,), _dated),
    Join((Weekday,), re.compile(r",? (?:of )?"), (Relative,), _weekday_of),
    Join((Relative,), re.compile(r",? (?:on )?| - "), (Weekday,), _weekday_of),
    Join((Part, Date, Holiday, Nth), re.compile(r"(?:,? ?| of | in | this )(?:the )?"), (Year, Relative), _within),
    Join((Modified,), re.compile(r" (?:of )?"), (Year,), _middle_of),
    Join((Part,), re.compile(r" of "), (Decade, Century, Date, Part, Relative), _half_of),
    Join((Nth,), re.compile(r"(?: of | in )(?:the )?"), (Part, Date, Decade, Century, Year, Relative, Within), _nth_of),
    Join((Part, Weekday), re.compile(r" of (?:the )?"), (Date, Part), _within),
    Join(_DAYS, re.compile(r",? (?:(?:at|in|during) |@ ?|by )?(?:the )?"), (PartOfDay, Clock, Modified), on_day),
    Join(_DAYS, re.compile(r",? (?:at )?(?:around|about|approximately|roughly|circa) "), (Clock,), about_time),
    Join((Clock, PartOfDay, Modified), re.compile(r",? (?:on |of |this |in )?(?:the )?"), (*_DAYS, Shift), on_day),
    Join((Clock,), re.compile(r",? (?:on |in |at )?(?:the )?"), (Within, PartOfDay), in_part),
    Join((Within,), re.compile(r" (?:on )?"), (Weekday, Date, Holiday), night_of),
    Join((Within, PartOfDay, Modified), re.compile(r",? (?:at |around |about |by |@ ?)?"), (Clock,), at_in_part),
    Join((Within,), re.compile(r" (?:in the )?"), (PartOfDay,), in_part),
    Join((Within,), re.compile(r",? (?:the )?"), (Date,), _dated_time),
    Join((Modified,), re.compile(r" (?:of )?"), (PartOfDay, Within), part_again),
    Join((Shift,), re.compile(r" (?:on )?"), (Part, Relative, Weekday), _same_day),
    Join((Shift,), re.compile(r" "), _DAYS, _beside),
    Join((Within, Shift), re.compile(r"(?:,? | of | in )"), (Year,), _year_of_day),
    Join((Every,), re.compile(r",? (?:at )?"), (Clock,), often_at),
    Join((Clock,), re.compile(r" (?:on )?"), (Every,), often_at),
    Join((Duration,), re.compile(r" (?:from|after|following) "), _DAYS, partial(_counted_from, forward=True)),
    Join((Duration,), re.compile(r" (?:before|prior to) "), _DAYS, partial(_counted_from, forward=False)),
)
