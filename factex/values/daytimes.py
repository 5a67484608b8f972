"""Times of the day whose day the words around them tell."""

from __future__ import annotations

from dataclasses import replace

from factex.readings.temporal import Clock, Date, PartOfDay, Weekday
from factex.values.away import FORMS, Resolve, Resolved
from factex.values.calendar import Moment
from factex.values.context import Context
from factex.values.inside import time_of
from factex.values.story import TO, Story


def time_of_day(reading: Clock | PartOfDay, story: Story, context: Context, resolve: Resolve) -> Resolved:
    """Nine o'clock, the evening: of the day that its verb tells after it, else of the one told before."""
    if context.comes_again():
        return time_of(reading, FORMS["day"])
    day = _day_behind(story, context, resolve) or story.day(context.mention.start, context.direction())
    today = day is not None and day == story.anchor
    if isinstance(reading, Clock) and reading.hour == 24 and today and context.direction() == "past":
        reading = replace(reading, hour=0)  # the midnight that is over is the one that today began with
    return time_of(reading, day or FORMS["day"])


def _day_behind(story: Story, context: Context, resolve: Resolve) -> Moment | None:
    """The day that the same verb tells after a time of the day: "it left at 9 a.m. from Leeds on Friday"."""
    mention, sentence = context.mention, context.sentence
    verb, after = context.hung_on(), next((each for each in sentence.mentions if each.start >= mention.end), None)
    if verb is None or after is None or (story.days and story.days[-1][0] > sentence.start):
        return None
    if not isinstance(after.reading, Date | Weekday) or story.text[mention.end : after.start].strip() in TO:
        return None
    found = Context(after, sentence)
    day = resolve(after.reading, found) if found.hung_on() == verb else None
    return day if isinstance(day, Moment) and day.grain == "day" else None
