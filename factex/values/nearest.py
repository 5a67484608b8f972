"""Of the times that share a name, the one that is meant: by the verb, else by nearness."""

from __future__ import annotations

import re

from factex.readings.temporal import Clock, Holiday, Modified, Part, PartOfDay, Weekday, Which, Within
from factex.values import holidays
from factex.values.ahead import Direction, words
from factex.values.away import Resolved
from factex.values.calendar import PER_YEAR, Moment, civil, days_in, weekday_of
from factex.values.context import Context
from factex.values.story import NEAR, Story

CYCLES = PER_YEAR | {"weekend": 1}
"""After how many of each its name comes again; a weekend has that of all others."""


def choose(near: list[Moment], base: Moment, context: Context) -> Moment:
    """Of the times with the same name around *base*, the one on the side that the verb looks to, else the nearest.

    Nobody writes "Nov. 9" on Nov. 2 for the day a year ago: the past gives way where the next one is much nearer, and so
    does the future for a day of the last two weeks. And the quarter just over stays the one meant after a verb that looks
    ahead, "will report its third-quarter results", unless something is to happen in it: "to close in the third quarter".
    """
    here = base.to(near[0].grain).ordinal
    ahead = min((m for m in near if m.ordinal >= here), key=lambda m: m.ordinal, default=near[-1])
    behind = max((m for m in near if m.ordinal <= here), key=lambda m: m.ordinal, default=near[0])
    if ahead == behind:
        if ahead.grain == "month" and context.direction() == "past":
            context.note("nearest", f"{ahead.timex} was not over yet; could also be {ahead.shift(-12).timex}")
        return ahead
    # "A fall in sales is expected for May", said in June.
    just_over = here - behind.ordinal == 1 and context.is_told_of()
    of_record = ahead.grain in ("month", "quarter") and context.is_of_record()
    if context.since() or of_record or (ahead.grain == "month" and just_over):
        return behind
    # A term that no verb tells of is to come: "two cuts by December".
    term = context.direction() is None and context.is_term()
    direction, sure = ("future", True) if term else (context.direction(), context.sure())
    cycle = CYCLES.get(near[0].grain, ahead.ordinal - behind.ordinal)
    # Of a verb that it hangs on itself, "in May" said in April is past, and "on May 3" soon; elsewhere what is planned may
    # hide between.
    over = _SOON.get(near[0].grain) if context.happened() else None
    near_ahead = cycle / (7 if context.own_verb() else 6) if over is None else over
    if direction == "past" and ahead.ordinal - here > near_ahead:
        return behind
    close = (here - behind.ordinal <= 1 and not context.will_happen()) if cycle == 4 else 24 * (here - behind.ordinal) < cycle
    if direction == "future" and not close and (sure or 3 * (here - behind.ordinal) > cycle):
        return ahead
    chosen, other = sorted((behind, ahead), key=lambda m: (abs(m.ordinal - here), m.ordinal))
    context.note("nearest", f"the nearest to {base.timex}; could also be {other.timex}")
    return chosen


_JUST_OVER = 30
"""So many days after a holiday the one just over is still the one meant."""
_SOON = {"month": 0, "day": 14}
"""So far ahead of news a time may lie that its verb tells as over: how people write of what is about to happen."""


def part_from(reading: Part, base: Moment, context: Context) -> Moment:  # noqa: PLR0911  (one return a case)
    """The part of a year that is meant by its name, seen from *base*: last June, this June, June by the verb."""
    grain, cycle = reading.grain, CYCLES[reading.grain]
    here = base.to(grain).ordinal
    last = Moment(grain, here - (here - reading.number + 1) % cycle)
    following = Moment(grain, here + (reading.number - 1 - here) % cycle)
    if reading.which in ("following", "previous") and base.grain == "year" and base.holds(grain):
        # After talk of 1987 "the following May" is that of 1988.
        return Moment(grain, (base.year + (1 if reading.which == "following" else -1)) * cycle + reading.number - 1)
    match reading.which:
        case "this":
            # From January on, this winter is the one that began in December, or is to come; that of the past is over.
            winter, direction = grain == "season" and reading.number == cycle, context.direction()
            begun = direction == "past" or (here - last.ordinal <= 1 and direction != "future")
            return last if winter and begun else Moment(grain, base.year * cycle + reading.number - 1)
        case "next" | "coming" | "following":
            return following if following.ordinal > here else following.shift(cycle)
        case "last" if grain == "month" and last.ordinal == here - 1:
            # The month just over is "last month", so that "last February" said in March is another one.
            context.note("nearest", f"not last month; could also be {last.timex}")
            return last.shift(-cycle)
        case "previous" if grain == "season" and last.ordinal == here - 1 and base.grain in ("day", "month"):
            return last.shift(-cycle)  # of the summer just over, one says "that summer"
        case "last" | "previous":
            return last if last.ordinal < here else last.shift(-cycle)
    # What could last into the weekend lies ahead.
    if grain == "weekend" and context.direction() not in ("either", "future") and weekday_of(base.ordinal) < 6:
        return last.shift(-1)
    over = grain in ("quarter", "half") and context.direction() != "future"
    return last if over else choose([last, following], base, context)


def in_months(number: int, base: Moment, reach: range) -> list[Moment]:
    """The days of this number in the months so far from *base*, in those that have it."""
    months = (base.to("month").shift(k) for k in reach)
    return [Moment.day(m.year, m.ordinal % 12 + 1, number) for m in months if number <= days_in(m.year, m.ordinal % 12 + 1)]


def near(reading: Part, base: Moment, cycle: int) -> Moment:
    """The part of the year in hand, or the month of the years beside it that is nearest to the month in hand."""
    year = base.year
    if reading.grain == "month" and not base.holds("month"):
        months = reading.number - civil(base.first_day)[1]
        year += 1 if months < -6 else -1 if months > 6 else 0
    return Moment(reading.grain, year * cycle + reading.number - 1)


_AND = re.compile(r",? (?:and|or) (?:on )?")
_TO = re.compile(r" (?:to|through|thru|until|till) | ?[-–—] ?")


# What a forecast tells of the day at the head of a line: "SATURDAY: Mostly cloudy".
_OUTLOOK = re.compile(rf":?\s{{1,2}}(?:[a-z]+ ){{0,3}}(?:{'|'.join(words('weather'))})s?\b(?! [a-z]+ed\b)", re.IGNORECASE)


def beside_another(reading: Weekday, today: int, story: Story, context: Context) -> Moment | None:
    """The day of the week that another tells: the end of its range, the day before it, the one at the head of the line before."""
    week = story.hand if story.told_at > context.sentence.start else None
    if week is not None and week.grain == "week" and not week.first_day <= today < week.end_day and not reading.which:
        return Moment("day", week.first_day + reading.day - 1)  # "next week it votes on Tuesday"
    heads = story.text[context.mention.end : context.mention.end + 1] in (":", "\n", "")
    if heads and (head := story.listed(context.mention.start)) is not None:
        return head.shift((reading.day - head.ordinal) % 7)  # "Tonight: rain.", "Friday: sun."
    opens = story.text[: context.mention.start][-1:] in ("\n", "")
    if heads and opens and _OUTLOOK.match(story.text, context.mention.end):
        return Moment("day", today + (reading.day - today) % 7)
    before = next((each for each in context.sentence.mentions if _AND.fullmatch(story.text, each.end, context.mention.start)), None)
    first = None if before is None else before.reading.of if isinstance(before.reading, Modified) else before.reading
    first = first.whole if isinstance(first, Within) and isinstance(first.part, Clock | PartOfDay) else first
    other = isinstance(first, Weekday) and first.day != reading.day
    if before is not None and other and story.last is not None and story.last[0] == before.end:
        # "Meetings on Monday and Tuesday", of which the parse may hang the second elsewhere.
        listed = story.last[1].ordinal + ((reading.day - story.last[1].ordinal) % 7 or 7)
        against = listed > today if context.direction() == "past" else listed < today and context.direction() == "future"
        return None if against else Moment("day", listed)
    end = range_over(story, context)
    if reading.which is None and end is not None and isinstance(end.mention.reading, Weekday) and end.mention.reading.which is None:
        # "It ran from Monday to Thursday", said on a Wednesday, was last week.
        day = end.mention.reading.day
        return Moment("day", today - (today - day) % 7 - (day - reading.day) % 7)
    return None


def range_over(story: Story, context: Context, told: Direction = "past") -> Context | None:
    """The end of the range that a time opens, where both are *told* of the past: "it ran from Monday to Thursday".

    Such a range is over, so that its end tells its beginning; of all others the beginning tells the end.
    """
    here, end = context.mention.end, context.after
    if end is None or not (_TO.fullmatch(story.text, here, end.mention.start) or story.between(here, end.mention.start)):
        return None
    return end if context.direction() == end.direction() == told else None


def of_range(reading: Within, context: Context) -> Context:
    """The context of the day of a time: that of the end of its range, where it names the day, "from noon to 10pm on Sunday"."""
    end = context.after
    whole = end.mention.reading.whole if end is not None and isinstance(end.mention.reading, Within) else None
    told = isinstance(reading.part, Clock) and isinstance(reading.whole, Weekday) and whole == reading.whole
    return end if told and end is not None else context


def counted_from(story: Story, context: Context, which: Which | None = None) -> Moment | None:
    """What a date without a year is counted from; leaves evidence of it."""
    if which in ("previous", "following") and story.last is not None:
        return story.counted(story.last[1], context)
    # Also a history has its writer's own last year, and what will be.
    now = which in ("last", "this") or (story.history and context.will_be())
    return story.counted(story.anchor if now and story.anchor is not None else story.base, context)


def _weekday_from(reading: Weekday, story: Story, context: Context) -> Moment | None:
    """The day that a day of the week is counted from."""
    if reading.which in ("previous", "following") and story.named_day is not None:
        return story.counted(story.named_day, context)
    # Also in a history "on Friday" is of the writer's week, unless a day has just been named.
    if reading.which is None and story.history:
        return story.counted(story.anchor or story.hand, context)
    return counted_from(story, context, reading.which)


def weekday(reading: Weekday, story: Story, context: Context) -> Resolved:  # noqa: PLR0911  (one return a case)
    """Tuesday, last Tuesday: by the day of news, what the words say of it and the times beside it."""
    base = _weekday_from(reading, story, context)
    if base is None:
        return f"XXXX-WXX-{reading.day}"
    today = base.to("day").ordinal
    monday = today - weekday_of(today) + 1
    behind = (today - reading.day) % 7
    match reading.which:
        case "this":
            return Moment("day", monday + reading.day - 1)
        case "next":
            return Moment("day", monday + reading.day + 6)
        case "last" | "previous":
            return Moment("day", today - (behind or 7))
        case "following" | "coming":
            return Moment("day", today + 7 - behind)
    if (told := beside_another(reading, today, story, context)) is not None:
        return told
    if context.tense is not None and context.tense.token.lower_ == "ahead" and not context.is_background():
        # What is done ahead of a day comes before it: "on Monday stocks rose ahead of Friday's report".
        done = (story.day_of(context.sentence) or base.to("day").shift(-1)).ordinal
        return Moment("day", done + ((reading.day - done) % 7 or 7))
    before = -behind % 7
    near = context.direction() == "either" and before < behind
    near |= context.tense is None and story.text.endswith((" until ", " till "), 0, context.mention.start)
    ahead = near or (context.direction() == "future" and context.likely() and not context.since())
    found = Moment("day", today + before if ahead else today - behind)
    begun = story.begun(context.mention.start)
    if begun is not None and begun.grain == "time" and found.ordinal < begun.ordinal:
        return Moment("day", begun.ordinal + (reading.day - begun.ordinal) % 7)
    if begun is not None and begun.grain == "day" and found.ordinal <= begun.ordinal:
        return Moment("day", begun.ordinal + ((reading.day - begun.ordinal) % 7 or 7))
    return found


def day_of_month(reading: Part, story: Story, context: Context) -> Resolved:
    """The 15th: of the month in hand or one soon after it, else the nearest to the day of news by the verb."""
    hand = story.hand
    if hand is not None and hand.grain in ("day", "month") and context.mention.start - story.told_at < NEAR:
        # "It opens on Sept 3 and closes on the 27th."
        found = next(day for day in in_months(reading.number, hand, range(3)) if day.ordinal >= hand.first_day)
        ago = 0 if story.anchor is None else story.anchor.ordinal - found.ordinal
        against = {"future": ago > 0, "past": ago < 0}
        if not against.get(context.direction() or "either", False):
            story.counted(hand, context)
            return found
    base = counted_from(story, context)
    if base is None:
        return f"XXXX-XX-{reading.number:02}"
    return choose(in_months(reading.number, base, range(-1, 2)), base, context)


def coinciding(weekday: int, number: int, story: Story, context: Context) -> Resolved:
    """The day of a month that falls on this day of the week: Friday the 13th."""
    base = counted_from(story, context)
    if base is None:
        return f"XXXX-XX-{number:02}"
    days = [day for day in in_months(number, base, range(-12, 13)) if weekday_of(day.ordinal) == weekday]
    return choose(days, base, context) if days else None


def holiday(reading: Holiday, story: Story, context: Context, local: str | None) -> Resolved:
    """Christmas, Eid: of the year that the verb looks to; *local*: the country of the publisher."""
    base = counted_from(story, context, reading.which)
    if base is None:
        return holidays.form(reading.name)
    country = reading.country or local
    if story.history and (restated := story.restated(context.mention.start)) is not None:
        return restated  # "on 3 April, Easter Monday", whatever the calendar of the time
    days = [day for k in (-1, 0, 1) if (day := holidays.day(reading.name, base.year + k, country)) is not None]
    today = base.to("day").ordinal
    match reading.which:
        case "this":
            days = [day for day in days if day.year == base.year]
        case "next" | "coming" | "following":
            days = [day for day in days if day.ordinal > today][:1]
        case "last" | "previous":
            days = [day for day in days if day.ordinal < today][-1:]
    if reading.which is None and base is story.anchor and context.happened():
        days = [day for day in days if day.ordinal <= today][-1:]
    just_over = [day for day in days if 0 <= today - day.ordinal <= _JUST_OVER]
    if just_over and reading.which is None and context.tense is not None:
        return just_over[-1]  # "they will report sales of 3% over Christmas", said in January
    if days and reading.which is None and base is story.hand:
        return min(days, key=lambda day: abs(day.ordinal - base.first_day))
    return choose(days, base, context) if days else holidays.form(reading.name)
