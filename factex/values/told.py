"""Dates that leave out their year where the words around them have just told it."""

from __future__ import annotations

import re

from factex.readings.temporal import Date, Part
from factex.values.calendar import Moment
from factex.values.context import Context
from factex.values.inside import part_of
from factex.values.story import Story

_SIDE_BY_SIDE = re.compile(r"[,;]|\b(?:and|but|from|or|than|to|versus)\b")
_END = re.compile(r"[.!?]\s")
LATELY = 90
"""What has a date of so many days before publication is news of now."""
SOON = 180
"""So many days after a time that is told of, dates without a year are still of the same story."""


def of_clause(story: Story, reading: Date | Part, context: Context) -> Moment | None:
    """A day or a part of the year that its own clause is told of: "in 1945 crowds filled the square on 8 May"."""
    if (inside := _within_last(story, reading, context)) is not None:
        return inside
    if story.clause is None or reading.which is not None:
        return None
    verb, end, year = story.clause
    if context.verb() != verb or (end > verb and _SIDE_BY_SIDE.search(story.text, end, context.mention.start)):
        return None
    story.counted(year, context)
    return part_of(reading, year, None, None)


def _within_last(story: Story, reading: Date | Part, context: Context) -> Moment | None:
    """What tells the time just named more closely: "four weeks ago, on July 15", "in 1994, in August"."""
    last = story.last
    if last is None or reading.which is not None or story.text[last[0] : context.mention.start] not in (", in ", ", on "):
        return None
    part = reading.grain if isinstance(reading, Part) else "day"
    if last[1].grain in ("day", "time") or not last[1].holds(part):
        return None
    found = part_of(reading, last[1], None, None)
    inside = found is not None and last[1].first_day <= found.first_day < last[1].end_day
    return story.counted(last[1], context) and found if inside else None


def retold(story: Story, month: int, day: int | None, context: Context) -> Moment | None:
    """A month, or a day of it, soon after one of an earlier year that news goes back to: "held in March 2016, freed in July".

    Unless it may be of the time before publication: of the last three months after talk of old times, or in the same
    sentence, else of the last six.
    """
    told = story.retold(context.mention.start)
    if told is None or story.past is None or story.anchor is None or context.direction() != "past" or context.since():
        return None
    close = story.is_long_past(told) or _END.search(story.text, story.past[0], context.mention.start) is None
    here, begin = story.anchor, told if day else told.to("month")
    ago = (here.ordinal - Moment.day(here.year - k, month, day or 1).ordinal for k in (0, 1))
    if any(0 <= days <= (LATELY if close else SOON) for days in ago):
        return None
    found = next(
        (m for k in (0, 1) if 0 <= (m := Moment.day(told.year + k, month, day or 1)).ordinal - begin.first_day <= SOON), None
    )
    if found is None or found.ordinal > here.ordinal:
        return None
    story.counted(told, context)
    return found if day else found.to("month")
