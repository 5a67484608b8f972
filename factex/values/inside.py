"""The parts of a stretch of the calendar that is known: a month of a year, the third Sunday, a time of a day."""

from __future__ import annotations

import re
from dataclasses import replace

from factex.readings.temporal import Clock, Date, Holiday, Nth, Part, PartOfDay, Relative, TemporalReading, Weekday
from factex.values import holidays
from factex.values.away import FORMS, Resolve, Resolved
from factex.values.calendar import SEASONS, Moment, civil, weekday_of
from factex.values.context import Context
from factex.values.nearest import CYCLES
from factex.values.story import TO, Story


def part_of(part: TemporalReading, whole: Moment, held: Moment | None, country: str | None) -> Moment | None:  # noqa: C901, PLR0911  (one return a reading)
    """The part of the stretch *whole*; of the period in hand, *held*, where only its year is said ("the 1988 period").

    *country* decides on holidays, as in `holidays.day`.
    """
    match part:
        case Weekday():
            return whole if whole.grain == "day" else Moment("day", whole.to("week").first_day + part.day - 1)
        case Date(month=int(month), day=int(day)):
            return Moment.day(whole.year, month, day)
        case Date(month=int(month)):
            return Moment("month", whole.year * 12 + month - 1)
        case Part(grain="day"):
            year, month, _ = civil(whole.first_day)
            return Moment.day(year, month, part.number)
        case Part(grain="weekend"):
            # The weekend of a holiday on a Monday or Tuesday comes before it.
            return whole.to("day").shift(-2 if weekday_of(whole.first_day) < 3 else 0).to("weekend")
        case Part(grain="week"):
            return Moment.day(whole.year, 1, 4).to("week").shift(part.number - 1)
        case Part():
            return Moment(part.grain, whole.year * CYCLES[part.grain] + part.number - 1)
        case Relative(grain="day") if held is not None and held.grain in ("day", "time"):
            return Moment.day(whole.year, *civil(held.ordinal)[1:])
        case Relative(grain="week" | "year" as grain) if grain == "week" or whole.grain == "day":
            return whole.to(grain)
        case Relative():
            cycle = 0 if held is None else CYCLES.get(held.grain, 0)
            return whole if held is None or not cycle else Moment(held.grain, whole.year * cycle + held.ordinal % cycle)
        case Nth():
            return nth_in(part, whole, whole)
        case Holiday():
            return holidays.day(part.name, whole.year, part.country or country)
    return None


def part_form(reading: Part) -> str:
    """The TIMEX3 form of a part of an unknown year."""
    letters = {"quarter": f"Q{reading.number}", "half": f"H{reading.number}", "season": SEASONS[(reading.number - 1) % 4]}
    return FORMS["weekend"] if reading.grain == "weekend" else f"XXXX-{letters.get(reading.grain, f'{reading.number:02}')}"


def is_of_year_before(part: Moment, story: Story, context: Context) -> bool:
    """Whether what fell in this part of the year, little of which is over, did so a year before: "in its second half"."""
    begun = 0 if story.anchor is None else story.anchor.ordinal - part.first_day
    return story.anchor is not None and 4 * begun < part.end_day - part.first_day and context.happened()


def nth_in(reading: Nth, first: Moment, last: Moment) -> Moment:
    """The nth unit, or weekday, of the stretch from *first* to *last*."""
    if reading.weekday is not None:
        if reading.number < 0:
            return Moment("day", last.end_day - 1 - (last.end_day - 1 - reading.weekday) % 7)
        return Moment("day", first.first_day + (reading.weekday - first.first_day) % 7 + 7 * (reading.number - 1))
    # As in ISO 8601, a week is of the month or year that its Thursday is in; a weekend is of that of its Saturday.
    weekly = reading.grain in ("week", "weekend") and last.end_day - first.first_day > 7
    middle = 3 if reading.grain == "week" else 0
    if reading.number < 0:
        unit = Moment("day", last.end_day - 1).to(reading.grain)
        split = weekly and unit.first_day + middle >= last.end_day
        return unit.shift(reading.number + 1 - split)
    unit = Moment("day", first.first_day).to(reading.grain)
    return unit.shift(reading.number - 1 + (weekly and unit.first_day + middle < first.first_day))


def time_of(reading: Clock | PartOfDay, day: Moment | str) -> Moment | str:
    """A time of the day, of that day. "At 9" of an evening is 21:00."""
    evening = isinstance(day, Moment) and day.tail in ("TEV", "TAF", "TNI")
    if isinstance(reading, Clock) and evening and reading.unsure and reading.hour < 12:
        reading = replace(reading, hour=reading.hour + 12)
    if isinstance(reading, Clock) and reading.hour == 24 and not isinstance(day, Moment):
        reading = replace(reading, hour=0)  # the end of an unknown day is the beginning of another
    tail = f"T{reading.part}" if isinstance(reading, PartOfDay) else clock(reading)
    return Moment("time", day.first_day, tail) if isinstance(day, Moment) else day + tail


def clock(reading: Clock) -> str:
    """The TIMEX3 form of a clock time."""
    return f"T{reading.hour:02}:{reading.minute or 0:02}" + ("" if reading.second is None else f":{reading.second:02}")


_AFTER = re.compile(r"\b(?:after|past) $", re.IGNORECASE)


def turned(reading: Clock | PartOfDay, text: str, context: Context) -> Clock | PartOfDay:
    """The midnight that a day begins with where the text tells of what comes after it: "shortly after midnight on Tuesday"."""
    start = context.mention.start
    if isinstance(reading, Clock) and reading.hour == 24 and _AFTER.search(text, max(0, start - 8), start) is not None:
        return replace(reading, hour=0)
    return reading


def time_of_day(reading: Clock | PartOfDay, story: Story, context: Context, resolve: Resolve) -> Resolved:
    """Nine o'clock, the evening: of the day that its verb tells after it, else of the one told before."""
    if context.comes_again():
        return time_of(reading, FORMS["day"])
    stamp = story.day_of_stamp(context.mention) if isinstance(reading, Clock) else None
    direction = "past" if context.since() else context.direction()
    day = stamp or _day_behind(story, context, resolve) or story.day(context.mention.start, direction)
    if isinstance(reading, Clock) and reading.hour == 24 and day and day == story.anchor and context.direction() == "past":
        reading = replace(reading, hour=0)  # the midnight that is over is the one that today began with
    begun = story.begun(context.mention.start)
    if isinstance(reading, Clock) and begun is not None and begun.tail[1:2].isdigit():
        # "From 8 p.m. to 5 a.m." goes on into the next day.
        end = Moment("time", begun.ordinal, clock(reading))
        return end.shift(end.tail <= begun.tail)
    return time_of(reading, day or FORMS["day"])


def _day_behind(story: Story, context: Context, resolve: Resolve) -> Moment | None:
    """The day that the same verb tells after a time of the day: "it left at 9 a.m. from Leeds on Friday"."""
    verb, after = context.hung_on(), context.after
    if verb is None or after is None or (story.days and story.days[-1][0] > context.sentence.start):
        return None
    reading = after.mention.reading
    if not isinstance(reading, Date | Weekday) or story.text[context.mention.end : after.mention.start].strip() in TO:
        return None
    day = resolve(reading, after) if after.hung_on() == verb else None
    return day if isinstance(day, Moment) and day.grain == "day" else None
