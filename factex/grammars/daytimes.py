"""Pairs of a time of the day and what says more of it: its day, its half of the day, how often it comes."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from factex.readings import TemporalReading
from factex.readings.temporal import HELD, Clock, Date, Every, Holiday, Modified, Part, PartOfDay, Relative, Shift, Weekday, Within


def on_day(left: TemporalReading, right: TemporalReading) -> TemporalReading | None:
    """A time of the day and its day, in either order."""
    time, day = (left, right) if isinstance(left, Clock | PartOfDay | Modified) else (right, left)
    if isinstance(time, Modified):
        whole = on_day(time.of, day) if isinstance(time.of, Clock | PartOfDay) else None
        return None if whole is None else replace(time, of=whole)
    if isinstance(day, Relative) and day.grain != "day":
        return None
    if isinstance(day, Shift) and (day.origin == HELD or not (isinstance(day.origin, Weekday) or day.weekday)):
        return None  # "9 a.m. on Monday week", "the morning of the Saturday before Easter"
    if (isinstance(day, Date) and not day.day) or (isinstance(day, Part) and day.grain != "day"):
        return None
    if isinstance(day, Within) and not isinstance(day.part, Weekday | Date | Holiday):
        return None
    return Within(time, day)


def part_again(left: TemporalReading, right: TemporalReading) -> TemporalReading | None:
    """The early hours of Monday, and "morning", which says the same once more; the early hours of the morning, of this morning."""
    if not isinstance(left, Modified):
        return None
    if isinstance(left.of, Within):
        return left if left.of.part == right else None
    return replace(left, of=right) if left.of == (right.part if isinstance(right, Within) else right) else None


def in_part(left: TemporalReading, right: TemporalReading) -> TemporalReading | None:
    """9 o'clock in the morning, perhaps of a day; 7:00 on Sunday afternoon: the clock time is sure then."""
    match left, right:
        case Clock(), PartOfDay():
            return _made_sure(left, right)
        case (Clock() as time, Within(part=PartOfDay() as part, whole=day)) | (
            Within(part=Clock() as time, whole=day),
            PartOfDay() as part,
        ):
            return _at_night(time, part, day)
    return None


def about_time(left: TemporalReading, right: TemporalReading) -> TemporalReading | None:
    """Tuesday at around 9 p.m."""
    whole = on_day(left, right)
    return None if whole is None else Modified(whole, "approx")


def night_of(left: TemporalReading, right: TemporalReading) -> TemporalReading | None:
    """Overnight Tuesday: the night that the day's name gives."""
    match left:
        case Within(part=PartOfDay(part=part, by_verb=True)):
            return on_day(PartOfDay(part), right)
    return None


def _at_night(time: Clock, part: PartOfDay, day: TemporalReading) -> Within:
    """The clock time in this part of that day; the small hours of a night are of the day after."""
    small = part.part == "NI" and time.hour < SMALL
    return Within(_made_sure(time, part), Shift(Decimal(1), "day", forward=True, origin=day) if small else day)


SMALL = 6
"""Hours of the night before this one are of the day that the night ends on."""


def _made_sure(time: Clock, part: PartOfDay) -> Clock:
    """The clock time in this part of the day: "7:00" in the evening is 19:00; the small hours of a night stay."""
    later = part.part in ("AF", "EV", "NI") and time.hour < 12 and not (part.part == "NI" and time.hour < SMALL)
    return replace(time, hour=time.hour + 12 * later, unsure=False)


def at_in_part(left: TemporalReading, right: TemporalReading) -> TemporalReading | None:
    """Tonight at 9, late Sunday evening at 10:30: a clock time that its part of the day makes sure."""
    if isinstance(left, Modified):
        left = left.of
    part = left.part if isinstance(left, Within) else left
    if isinstance(part, Modified):
        part = part.of
    if not isinstance(part, PartOfDay) or not isinstance(right, Clock):
        return None
    return _at_night(right, part, left.whole) if isinstance(left, Within) else _made_sure(right, part)


def often_at(left: TemporalReading, right: TemporalReading) -> TemporalReading | None:
    """Every Sunday at 9 a.m."""
    often, time = (left, right) if isinstance(left, Every) else (right, left)
    if not isinstance(often, Every) or not isinstance(time, Clock) or not re.match(r"XXXX-|P1D", often.timex):
        return None
    day = "XXXX-XX-XX" if often.timex == "P1D" else often.timex.split("T")[0]
    return replace(often, timex=f"{day}T{time.hour:02}" + ("" if time.minute is None else f":{time.minute:02}"))
