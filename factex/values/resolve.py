"""Resolve: from a temporal reading to a stretch of the calendar."""

from __future__ import annotations

from dataclasses import replace

from factex.readings.temporal import (
    Century,
    Clock,
    Date,
    Decade,
    Holiday,
    Nth,
    Part,
    PartOfDay,
    Relative,
    Shift,
    TemporalReading,
    Weekday,
    Within,
    Year,
)
from factex.values import holidays
from factex.values.calendar import SEASONS, Moment, civil, days_in, weekday_of
from factex.values.context import Context
from factex.values.shifts import shifted
from factex.values.story import Story

Resolved = Moment | str | None
"""A stretch of the calendar; its TIMEX3 form, where its place is unknown ("XXXX-06-03"); None where it is no time at all."""

_CYCLES: dict[str, int] = {"month": 12, "quarter": 4, "half": 2, "season": 4, "weekend": 1}
_FORMS = {
    "day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "quarter": "XXXX-QX",
    "half": "XXXX-HX", "year": "XXXX", "decade": "XXX", "century": "XX",
}  # fmt: skip
_MONTH_DAY_FIRST = frozenset({"FM", "MH", "PH", "PW", "US"})


class Resolver:
    """Resolves the readings of one article, in text order. *country*: ISO 3166 code of its publisher, if known."""

    def __init__(self, story: Story, country: str | None = None) -> None:
        self.story = story
        self.country = country

    def resolve(self, reading: TemporalReading, context: Context) -> Resolved:  # noqa: C901, PLR0911, PLR0912  (one return a reading)
        """The stretch of the calendar that a reading means here."""
        match reading:
            case Year():
                return self._year(reading)
            case Decade():
                return self._decade(reading)
            case Century():
                return Moment("century", reading.number)
            case Date():
                return self._date(reading, context)
            case Weekday():
                return self._weekday(reading, context)
            case Part(grain="day"):
                return self._day_of_month(reading, context)
            case Part():
                return self._part(reading, context)
            case Relative():
                return self._relative(reading)
            case Shift():
                return self._shift(reading, context)
            case Within():
                return self._within(reading, context)
            case Nth():
                return self._nth(reading)
            case Holiday():
                return self._holiday(reading, context)
            case Clock() | PartOfDay():
                return _time_of(reading, self.story.day or _FORMS["day"])
        return None

    def _year(self, reading: Year) -> Moment:
        if reading.digits == 4:
            return Moment("year", reading.number)
        # "'08" may lie ten years ahead, "'90" not.
        century = (self.story.year + 10 - reading.number) // 100
        return Moment("year", century * 100 + reading.number)

    def _decade(self, reading: Decade) -> Moment:
        if reading.digits == 3:
            return Moment("decade", reading.number)
        return Moment("decade", (self.story.year // 10 - reading.number) // 10 * 10 + reading.number)

    def _base(self, context: Context) -> Moment | None:
        """What a date without a year is counted from; leaves evidence of it."""
        base = self.story.base
        if base is not None:
            context.note(
                "anchor", f"counted from {base.timex}, {'the publication date' if base is self.story.anchor else 'in the text'}"
            )
        return base

    def _date(self, reading: Date, context: Context) -> Resolved:
        month, day = reading.month, reading.day
        if reading.numeric and month and day:
            month, day = self._order(month, day, context)
        if month is None or (day is not None and day > days_in(reading.year or 2000, month)):
            return None
        if reading.year is not None:
            return Moment.day(reading.year, month, day) if day else Moment("month", reading.year * 12 + month - 1)
        if day is None:
            return self._part(Part("month", month, reading.which), context)
        base = self._base(context)
        if base is None:
            return f"XXXX-{month:02}-{day:02}"
        if reading.which is not None or base is self.story.hand:
            within = self._part(Part("month", month, reading.which), context)
            return Moment.day(within.year, month, day) if isinstance(within, Moment) else None
        return _choose([Moment.day(base.year + k, month, day) for k in (-1, 0, 1)], base, context)

    def _order(self, first: int, second: int, context: Context) -> tuple[int, int]:
        """Month and day of a date in figures: by what is possible, else by the publisher's country."""
        if first > 12 or second > 12:
            return (first, second) if second > 12 else (second, first)
        american = self.country is None or self.country in _MONTH_DAY_FIRST
        month, day = (first, second) if american else (second, first)
        if first != second:
            context.note("order", f"could also be day {month} of month {day}; read as in {self.country or 'the US'}")
        return month, day

    def _weekday(self, reading: Weekday, context: Context) -> Resolved:
        base = self._base(context)
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
            case "last":
                return Moment("day", today - (behind or 7))
        begun = self.story.begun(context.mention.start)
        if begun is not None and begun.grain in ("day", "time"):
            return Moment("day", begun.ordinal + (reading.day - begun.ordinal) % 7)
        ahead = context.direction() == "future" and context.sure()
        return Moment("day", today + -behind % 7 if ahead else today - behind)

    def _day_of_month(self, reading: Part, context: Context) -> Resolved:
        base = self._base(context)
        if base is None:
            return f"XXXX-XX-{reading.number:02}"
        months = (base.to("month").shift(k) for k in (-1, 0, 1))
        return _choose([Moment.day(m.year, m.ordinal % 12 + 1, reading.number) for m in months], base, context)

    def _part(self, reading: Part, context: Context) -> Resolved:  # noqa: PLR0911  (one return a case)
        grain, base, cycle = reading.grain, self._base(context), _CYCLES[reading.grain]
        if base is None:
            return _part_form(reading)
        here = base.to(grain).ordinal
        last = Moment(grain, here - (here - reading.number + 1) % cycle)
        following = Moment(grain, here + (reading.number - 1 - here) % cycle)
        match reading.which:
            case "this":
                return Moment(grain, base.year * cycle + reading.number - 1)
            case "next":
                return following if following.ordinal > here else following.shift(cycle)
            case "last":
                return last if last.ordinal < here else last.shift(-cycle)
        if base is self.story.hand:
            return _near(reading, base, cycle)
        if grain == "weekend" and context.direction() != "future" and weekday_of(base.ordinal) < 6:
            return last.shift(-1)
        if grain in ("quarter", "half") and context.direction() != "future":
            return last
        return _choose([last, following], base, context)

    def _relative(self, reading: Relative) -> Resolved:
        story = self.story
        base = story.base if reading.grain != "day" else story.anchor
        if reading.following and reading.grain in ("quarter", "half"):
            if story.period is not None and story.period.grain == reading.grain:
                return story.period.shift(reading.offset)
            # A company reports on the quarter that is over.
            return _FORMS[reading.grain] if base is None else base.to(reading.grain).shift(reading.offset - 1)
        if reading.following and story.hand is not None and not story.hand.holds(reading.grain):
            base = story.hand
        return _FORMS.get(reading.grain) if base is None else base.to(reading.grain).shift(reading.offset)

    def _shift(self, reading: Shift, context: Context) -> Resolved:
        story = self.story
        origin: Resolved
        if not isinstance(reading.origin, str):
            origin = self.resolve(reading.origin, context)
        elif reading.unit == "year" and reading.amount == 1 and story.period is not None:
            origin = story.period
        else:
            origin = story.anchor if reading.origin == "anchor" else story.hand or story.anchor
        if reading.amount is None or not isinstance(origin, Moment):
            return "FUTURE_REF" if reading.forward else "PAST_REF"
        sign = 1 if reading.forward else -1
        found = shifted(origin, sign * reading.amount, reading.unit, keep=origin is not story.anchor or bool(reading.also))
        for amount, unit in reading.also:
            found = shifted(found, sign * amount, unit, keep=True)
        return found

    def _within(self, reading: Within, context: Context) -> Resolved:
        whole, part = self.resolve(reading.whole, context), reading.part
        if isinstance(part, Clock | PartOfDay):
            return None if whole is None else _time_of(part, whole)
        if not isinstance(whole, Moment):
            return None if whole is None else self.resolve(part, context)
        return self._part_of(part, whole)

    def _part_of(self, part: TemporalReading, whole: Moment) -> Moment | None:  # noqa: C901, PLR0911  (one return a reading)
        """The part of a stretch of the calendar that is known."""
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
                return Moment(part.grain, whole.year * _CYCLES[part.grain] + part.number - 1)
            case Relative(grain="week"):
                return whole.to("week")
            case Relative():
                held = self.story.period
                cycle = 0 if held is None else _CYCLES.get(held.grain, 0)
                return whole if held is None or not cycle else Moment(held.grain, whole.year * cycle + held.ordinal % cycle)
            case Nth():
                return _nth_in(part, whole, whole)
            case Holiday():
                return holidays.day(part.name, whole.year, self.country)
        return None

    def _nth(self, reading: Nth) -> Moment | None:
        """The first year, said alone, is of the span that the text has just given; the first Sunday is of this month."""
        if reading.weekday is not None and self.story.base is not None:
            month = self.story.base.to("month")
            return _nth_in(reading, month, month)
        return _nth_in(reading, *self.story.span) if self.story.span is not None else None

    def _holiday(self, reading: Holiday, context: Context) -> Resolved:
        base = self._base(context)
        if base is None:
            return holidays.form(reading.name)
        days = [day for k in (-1, 0, 1) if (day := holidays.day(reading.name, base.year + k, self.country)) is not None]
        today = base.to("day").ordinal
        match reading.which:
            case "this":
                days = [day for day in days if day.year == base.year]
            case "next":
                days = [day for day in days if day.ordinal > today][:1]
            case "last":
                days = [day for day in days if day.ordinal < today][-1:]
        return _choose(days, base, context) if days else None


def _choose(near: list[Moment], base: Moment, context: Context) -> Moment:
    """Of the times with the same name around *base*, the one on the side that the verb looks to, else the nearest.

    Nobody writes "Nov. 9" on Nov. 2 for the day a year ago: the past gives way where the next one is much nearer. And
    the quarter just over stays the one meant after a verb that looks ahead: "will report its third-quarter results".
    """
    here = base.to(near[0].grain).ordinal
    ahead = min((m for m in near if m.ordinal >= here), key=lambda m: m.ordinal, default=near[-1])
    behind = max((m for m in near if m.ordinal <= here), key=lambda m: m.ordinal, default=near[0])
    if ahead == behind:
        if ahead.grain == "month" and context.direction() == "past":
            context.note("nearest", f"{ahead.timex} was not over yet; could also be {ahead.shift(-12).timex}")
        return ahead
    direction, cycle = context.direction(), _CYCLES.get(near[0].grain, 365)
    if direction == "past" and 6 * (ahead.ordinal - here) > cycle:
        return behind
    if direction == "future" and context.sure() and (cycle != 4 or here - behind.ordinal > 1):
        return ahead
    chosen, other = sorted((behind, ahead), key=lambda m: (abs(m.ordinal - here), m.ordinal))
    context.note("nearest", f"the nearest to {base.timex}; could also be {other.timex}")
    return chosen


def _near(reading: Part, base: Moment, cycle: int) -> Moment:
    """The part of the year in hand, or the month of the years beside it that is nearest to the month in hand."""
    year = base.year
    if reading.grain == "month" and not base.holds("month"):
        months = reading.number - civil(base.first_day)[1]
        year += 1 if months < -6 else -1 if months > 6 else 0
    return Moment(reading.grain, year * cycle + reading.number - 1)


def _part_form(reading: Part) -> str:
    """The TIMEX3 form of a part of an unknown year."""
    letters = {"quarter": f"Q{reading.number}", "half": f"H{reading.number}", "season": SEASONS[(reading.number - 1) % 4]}
    return _FORMS["weekend"] if reading.grain == "weekend" else f"XXXX-{letters.get(reading.grain, f'{reading.number:02}')}"


def _nth_in(reading: Nth, first: Moment, last: Moment) -> Moment:
    """The nth unit, or weekday, of the stretch from *first* to *last*."""
    if reading.weekday is not None:
        if reading.number < 0:
            return Moment("day", last.end_day - 1 - (last.end_day - 1 - reading.weekday) % 7)
        return Moment("day", first.first_day + (reading.weekday - first.first_day) % 7 + 7 * (reading.number - 1))
    if reading.number < 0:
        return Moment("day", last.end_day - 1).to(reading.grain)
    unit = Moment("day", first.first_day).to(reading.grain)
    # As in ISO 8601, a week is of the month or year that its Thursday is in.
    late = reading.grain in ("week", "weekend") and first.first_day - unit.first_day > 3
    return unit.shift(reading.number - 1 + late)


def _time_of(reading: Clock | PartOfDay, day: Moment | str) -> Moment | str:
    """A time of the day, of that day. "At 9" of an evening is 21:00."""
    evening = isinstance(day, Moment) and day.tail in ("TEV", "TAF", "TNI")
    if isinstance(reading, Clock) and evening and reading.unsure and reading.hour < 12:
        reading = replace(reading, hour=reading.hour + 12)
    tail = f"T{reading.part}" if isinstance(reading, PartOfDay) else clock(reading)
    return Moment("time", day.first_day, tail) if isinstance(day, Moment) else day + tail


def clock(reading: Clock) -> str:
    """The TIMEX3 form of a clock time."""
    return f"T{reading.hour:02}:{reading.minute or 0:02}" + ("" if reading.second is None else f":{reading.second:02}")


def fiscal(reading: TemporalReading) -> bool:
    """Whether the time is of a company's or a government's own year."""
    match reading:
        case Year() | Part() | Relative():
            return reading.fiscal
        case Within():
            return fiscal(reading.part) or fiscal(reading.whole)
    return False
