"""Times counted from another one: last year, the next day, two years ago, the quarter ended on a day."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import cast

from factex.readings.temporal import HELD, Ending, Grain, Modified, Relative, Shift, TemporalReading, Within
from factex.values.asides import is_of_writing
from factex.values.calendar import Moment, weekday_of
from factex.values.context import Context
from factex.values.shifts import CLOCK_UNITS, grain_of, shifted, weekday_beside
from factex.values.spoken import said_on
from factex.values.story import OWN, Story

Resolved = Moment | str | None
"""A stretch of the calendar; its TIMEX3 form, where its place is unknown ("XXXX-06-03"); None where it is no time at all."""

FORMS = {
    "day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "quarter": "XXXX-QX",
    "half": "XXXX-HX", "year": "XXXX", "decade": "XXX", "century": "XX",
}  # fmt: skip
Resolve = Callable[[TemporalReading, Context], Resolved]
"""Resolves a reading inside another one."""


def relative(reading: Relative, story: Story, context: Context) -> Resolved:  # noqa: C901, PLR0911  (one return a case)
    """Last year, this week, the next day."""
    # Of "this year" in a history only the verb, or its part, tells that it is the writer's: "May of this year".
    now = isinstance(context.mention.reading, Within) or context.will_be()
    of_writing = is_of_writing(reading) or (now and not reading.following)
    base = story.spoken(context.mention.start) if of_writing else story.base
    if of_writing and reading.grain == "day":
        base = said_on(story.text, context.mention.start, story.anchor) or base
    if reading.whole:
        return _full_year(story, context)
    if _QUARTER_END.fullmatch(story.text, context.mention.start, context.mention.end) and _is_told_of_quarter(story, context):
        return story.period
    if reading.following and reading.grain in ("quarter", "half"):
        return _reported(reading, story, context)
    if _THE_DAY.search(story.text, 0, context.mention.end):
        base = _day_named(story, context) or base
    if reading.following:
        told = story.told(reading.grain, context.mention.start)
        coming = told is not None and story.anchor is not None and told.first_day > story.anchor.ordinal
        # "That day", "the next day", "the following year" are of what has been told, a time ago too.
        that = story.text.startswith(("that", "That"), context.mention.start)
        if coming and not (that and reading.grain != "day") and context.direction() == "past":
            told = story.anchor  # "it meets on Friday, after talks that failed the day before"
        if reading.offset > 0 or that or (reading.grain == "day" and not reading.offset):
            told = story.said_ago(context.mention.start) or told
        if told is None and reading.grain == "day" and reading.offset >= 0 and not context.will_be():
            return FORMS["day"]  # of any day, where nothing has been told
        # Cuts "made in 2017" that "will lapse at the end of the year" lapse in this one.
        past = told is not None and story.anchor is not None and not reading.offset and told.end_day <= story.anchor.first_day
        base = (None if past and context.will_be() else told) or base
    base = story.counted(_in_news(base, reading, story, context), context)
    if base is None:
        return FORMS.get(reading.grain)
    if base.holds(reading.grain):
        return _somewhere_in(base, reading.grain)
    found = base.to(reading.grain).shift(reading.offset)
    words = story.text[context.mention.start : context.mention.end].lower().split()
    return found.shift(-1) if base is story.anchor and not reading.offset and _is_over(found, base, words, context) else found


def _is_told_of_quarter(story: Story, context: Context) -> bool:
    """Whether an article reports on a quarter, so that what it says of the end of one is of its own."""
    return story.period is not None and story.period.grain == "quarter" and not context.looks_ahead()


_QUARTER_END = re.compile(r"quarter[ -]end", re.IGNORECASE)


def _is_over(unit: Moment, anchor: Moment, words: list[str], context: Context) -> bool:
    """Whether "the end of the year" is told of what was so then: the year just over, unless this one is about to end.

    *words*: those of the time, for "this year" is not over; but "this weekend" is, told so early in the week.
    """
    whole = context.mention.reading
    part = whole.modifier if isinstance(whole, Modified) else None
    if part == "mid" and unit.grain in ("week", "year"):
        early = 2 * (anchor.ordinal - unit.first_day) < unit.end_day - unit.first_day
        return early and (context.since() or context.happened())  # "since mid-year", said in spring
    at_end = part == "end"
    if unit.grain in ("week", "weekend"):
        early = weekday_of(anchor.ordinal) <= _EARLY
        return early and (at_end or words == ["this", "weekend"]) and context.direction() == "past"
    about_to = 4 * (unit.end_day - anchor.ordinal) < unit.end_day - unit.first_day
    dated = unit.grain in ("month", "quarter", "year") and "this" not in words
    return at_end and dated and not about_to and context.happened()


_EARLY = 2
"""Until this day of the week what is told of its end, or of the weekend, is of the one before."""


def _in_news(base: Moment | None, reading: Relative, story: Story, context: Context) -> Moment | None:
    """The day of news for a time in a longer one that still goes on, or that does not say in which part: "the end of the month"."""
    if base is None or story.anchor is None or story.history or reading.grain == "day" or reading.offset > 0:
        return base
    goes_on = base.holds(reading.grain) and base.first_day <= story.anchor.ordinal < base.end_day
    unsaid = not reading.offset and base.holds(reading.grain) and OWN.match(story.text, context.mention.start) is not None
    return story.anchor if goes_on or unsaid else base


def _day_named(story: Story, context: Context) -> Moment | None:
    """The day that "later in the day" is of: that the sentence has named, unless the verb looks ahead from it when it is over.

    Where it names none, what is told in the past was on the day that the news is of.
    """
    day = story.day_of(context.sentence)
    if day is None and context.direction() == "past":
        return story.day_told()
    over = day is not None and story.anchor is not None and day.ordinal < story.anchor.ordinal
    return None if over and context.direction() == "future" else day


# "It rose on Monday and ended the day at 5"; "3% on the day" is of the day of news.
_THE_DAY = re.compile(r"(?<!\bon )the day$", re.IGNORECASE)
_CLOSES = re.compile(r"[,.;)]")
_OF_EVENT = re.compile(r"the (?P<grain>day|week|month|year) (?:after|before) \w", re.IGNORECASE)


def named_twice(reading: Relative | Shift, story: Story, context: Context) -> Moment | None:
    """The time just named where the words tell it once more by an event: "on Oct. 12, the day before the crash"."""
    held = reading.origin == HELD if isinstance(reading, Shift) else reading.following
    beside = isinstance(reading, Shift) and reading.origin == "story" and reading.unit == "day"
    if beside and context.mention.reading is reading and _CLOSES.match(story.text, context.mention.end):
        return story.restated(context.mention.start)  # "he quit on Friday, a day later, after a row"
    told = _OF_EVENT.match(story.text, context.mention.start) if held else None
    if told is None:
        return None
    return story.restated(context.mention.start, cast("Grain", told["grain"].lower()))


_SAME = re.compile(r"(?:the )?same period\b", re.IGNORECASE)


def _reported(reading: Relative, story: Story, context: Context) -> Resolved:
    """The quarter or half that a company reports on: the one in hand, else the one that is over; "that" is the one last told of."""
    that = story.text[context.mention.start :][:5].lower() == "that " or (story.period is None and reading.offset != 0)
    held = story.hand if that and story.hand is not None and story.hand.grain == reading.grain else story.period
    if held is not None and held.grain == "year" and _SAME.match(story.text, context.mention.start):
        return story.counted(held, context)
    edge = isinstance(context.mention.reading, Modified)  # what will be at the end of the quarter is so in this one
    if held is not None and held.grain == reading.grain and not (edge and context.direction() == "future"):
        return story.counted(held, context) and held.shift(reading.offset)
    base = story.counted(story.base, context)
    if base is None:
        return FORMS[reading.grain]
    found = base.to(reading.grain).shift(reading.offset)
    return found if edge and not _is_over(found, base, [], context) else found.shift(-1)


def _full_year(story: Story, context: Context) -> Resolved:
    """The year that a company looks forward to, which goes on; else that of the quarter it reports on, or the last one over.

    What a whole year brought is news for three months.
    """
    base = story.counted(story.base, context)
    if base is None:
        return FORMS["year"]
    if story.history or context.looks_ahead() or context.forecast():
        return base.to("year")
    return (base.to("month").shift(-3) if story.period is None else story.period).to("year")


def ending(reading: Ending, story: Story, context: Context, resolve: Resolve) -> Resolved:
    """The unit that is over on a day. Companies' quarters need not end with a calendar quarter: its middle decides."""
    end = resolve(reading.end, context)
    if not isinstance(end, Moment):
        return relative(Relative(reading.grain, 0, following=True), story, context)
    recent = story.anchor is not None and end.ordinal <= story.anchor.ordinal < end.ordinal + _LATELY
    held = story.period if recent and end.grain == "day" else None
    later = 3 * _LATER if "fiscal " in story.text[: context.mention.start].lower() else _LATER
    if held is not None and held.grain == reading.grain and held.first_day <= end.ordinal < held.end_day + later:
        return story.counted(held, context)  # the one that the text has called by its fiscal number
    unit = end.to(reading.grain)
    return Moment("day", end.end_day - (unit.end_day - unit.first_day) // 2).to(reading.grain)


_LATER = 62
"""So many days later than that of the calendar a company's quarter may end: a second quarter in August; a fiscal one, more."""
_LATELY = 75
"""So many days after its end at most a company reports on a quarter, and the one before ended earlier."""


def shift(reading: Shift, story: Story, context: Context, resolve: Resolve) -> Resolved:
    """Two years ago, three days later, a week after Christmas."""
    origin: Resolved
    # "Weeks later" of what is told of the past lies in the past of the writer too.
    ahead = reading.forward and (reading.origin == "anchor" or context.direction() == "future")
    vague = "FUTURE_REF" if ahead else "PAST_REF"
    if reading.amount is None:
        return vague
    beside = reading.origin == HELD
    later = reading.origin == "story" and reading.forward and not context.will_be()
    grain = grain_of(reading.unit)
    told = _told(reading, story, context, later=later) if reading.origin == "story" or beside else None
    if (beside or later) and told is None:
        # After something that has no date.
        return FORMS.get(grain, FORMS["day"]) if reading.weekday is None else f"XXXX-WXX-{reading.weekday}"
    if not isinstance(reading.origin, str) and not beside:
        origin = resolve(reading.origin, context)
        weekly = isinstance(reading.origin, Relative) and reading.origin.grain in ("week", "weekend")
        if isinstance(origin, str) and isinstance(reading.origin, Relative) and weekly and story.anchor is not None:
            origin = story.anchor.to(reading.origin.grain)  # "in the same week two years ago" is of this one
    elif (
        story.period is not None
        and not _is_of_own(told, story, context)
        and reading.amount == 1
        and reading.unit in ("year", story.period.grain)
    ):
        forecast = story.forecast(context.mention.start, ahead=context.direction() == "future")
        origin = story.counted(forecast or story.period, context)
    else:
        now = story.now if reading.unit in CLOCK_UNITS else story.spoken(context.mention.start)
        origin = story.counted(told or now, context)
        if origin is not None and origin.holds(grain):
            return _somewhere_in(origin, grain)
    if not isinstance(origin, Moment):
        return vague
    if reading.weekday is not None:
        return weekday_beside(origin, reading.weekday, int(reading.amount), forward=reading.forward)
    # A year earlier than the day in hand is a year; a year before a day that the words name is a day.
    fine = reading.origin == "story" and origin.grain in ("day", "time")
    found = _moved(origin, reading, keep=bool(reading.also) or (origin is not story.anchor and not fine))
    # What was not yet so on the day of writing cannot be told in the past.
    over = later and story.anchor is not None and found.first_day > story.anchor.ordinal and context.direction() == "past"
    return vague if over else found


def _is_of_own(told: Moment | None, story: Story, context: Context) -> bool:
    """Whether the sentence is told of a month or year of its own, from which a year before counts: "in May, up from a year ago"."""
    if told is None or told is not story.hand or told.grain not in ("month", "year") or story.anchor is None:
        return False
    return story.told_in and story.told_at > context.sentence.start and told.first_day <= story.anchor.ordinal


def _told(reading: Shift, story: Story, context: Context, *, later: bool) -> Moment | None:
    """The time told of that one is counted from, which comes after it if *later*; None where the text has told of none."""
    told = story.told(grain_of(reading.unit), context.mention.start)
    if reading.unit == "year" and story.span is not None and told == story.span[1]:
        told = told.to("year")  # from January to June, and the same period a year before
    if later:
        return story.said_ago(context.mention.start) or told
    ahead = told is not None and story.anchor is not None and told.first_day > story.anchor.ordinal
    return story.anchor if ahead and context.direction() == "past" else told  # "a day earlier", after talk of what is to come


def _moved(origin: Moment, reading: Shift, *, keep: bool) -> Moment:
    """The time so far from *origin*."""
    sign = 1 if reading.forward else -1
    found = shifted(origin, sign * (reading.amount or Decimal(0)), reading.unit, keep=keep)
    for amount, unit in reading.also:
        found = shifted(found, sign * amount, unit, keep=True)
    return found


def _somewhere_in(whole: Moment, grain: Grain) -> str:
    """A day, week or month in a longer time, where nothing says which one: three days later, after talk of 1915."""
    form = FORMS.get(grain, "XXXX").removeprefix("XXXX")
    return whole.to("year").timex + form if whole.grain not in ("decade", "century") else "XXXX" + form
