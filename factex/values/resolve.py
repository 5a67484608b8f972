"""Resolve: from a temporal reading to a stretch of the calendar."""

from __future__ import annotations

from typing import TypeVar

from factex.readings.temporal import (
    Century,
    Clock,
    Date,
    Decade,
    Ending,
    Grain,
    Holiday,
    Modified,
    Nth,
    Part,
    PartOfDay,
    Relative,
    Shift,
    TemporalReading,
    Weekday,
    Which,
    Within,
    Year,
)
from factex.values import holidays
from factex.values.ahead import Direction
from factex.values.away import Resolved, ending, named_twice, relative, shift
from factex.values.calendar import Moment, civil, days_in, weekday_of
from factex.values.context import Context
from factex.values.inside import is_of_year_before, nth_in, part_form, part_of, time_of, time_of_day, turned
from factex.values.nearest import (
    CYCLES,
    choose,
    coinciding,
    counted_from,
    day_of_month,
    holiday,
    near,
    of_range,
    part_from,
    range_over,
    weekday,
)
from factex.values.seasons import counted_north, is_southern
from factex.values.story import NEAR, Story
from factex.values.told import LATELY, of_clause, retold

_Reading = TypeVar("_Reading", bound=TemporalReading)
_MONTH_DAY_FIRST = frozenset({"FM", "MH", "PH", "PW", "US"})


class Resolver:
    """Resolves the readings of one article, in text order. *country*: ISO 3166 code of its publisher, if known."""

    def __init__(self, story: Story, country: str | None = None) -> None:
        self.story = story
        self.country = country

    def resolve(self, reading: TemporalReading, context: Context) -> Resolved:  # noqa: C901, PLR0911, PLR0912  (one return a reading)
        """The stretch of the calendar that a reading means here."""
        match reading:
            case Year(digits=3) if not self.story.early:
                return None
            case Year():
                return Moment("year", self._full_year(reading.number, reading.digits))
            case Decade():
                return self._decade(reading, context)
            case Century():
                return Moment("century", reading.number)
            case Date():
                return self._date(reading, context)
            case Weekday():
                return weekday(reading, self.story, context)
            case Part(grain="day"):
                return day_of_month(reading, self.story, context)
            case Part(grain="week"):
                return self._week(reading, context)
            case Part():
                return self._part(reading, context)
            case Relative():
                return named_twice(reading, self.story, context) or relative(reading, self.story, context)
            case Shift():
                return named_twice(reading, self.story, context) or shift(reading, self.story, context, self.resolve)
            case Within():
                return self._within(reading, context)
            case Nth():
                return self._nth(reading, context)
            case Ending():
                return ending(reading, self.story, context, self.resolve)
            case Holiday():
                return holiday(reading, self.story, context, self.country)
            case Clock() | PartOfDay():
                return time_of_day(reading, self.story, context, self.resolve)
        return None

    def _full_year(self, number: int, digits: int) -> int:
        """The year of a number with so many digits: "'08" may lie a few years ahead, "'90" not."""
        return number if digits > 2 else (self.story.year + 15 - number) // 100 * 100 + number

    def _decade(self, reading: Decade, context: Context) -> Moment | None:
        if reading.digits == 3:
            return Moment("decade", reading.number)
        if context.direction() == "future":
            return None  # what will be "in the fifties" is a price or a temperature
        decade = (self.story.year // 10 - reading.number) // 10 * 10 + reading.number
        # A history goes on from the year in hand: in one of 1856 "the seventies" are the 1870s.
        onward = self.story.history and self.story.year // 10 - decade > 5
        return Moment("decade", decade + 10 * onward)

    def _date(self, reading: Date, context: Context) -> Resolved:
        year, month, day = reading.year, reading.month, reading.day
        if year is not None:
            year = self._full_year(year, reading.digits)
        if reading.numeric and month and day:
            month, day = self._order(month, day, context)
        if month is None or (day is not None and day > days_in(year or 2000, month)):
            return None
        if year is not None:
            return Moment.day(year, month, day) if day else Moment("month", year * 12 + month - 1)
        if day is None:
            return self._part(Part("month", month, reading.which), context)
        found = of_clause(self.story, Date(None, month, day, which=reading.which), context) or self._day(
            month, day, reading.which, context
        )
        return _on_weekday(found, reading.weekday) if isinstance(found, Moment) and reading.weekday else found

    def _day(self, month: int, day: int, which: Which | None, context: Context) -> Resolved:  # noqa: PLR0911  (one return a case)
        """A day of a month whose year the words leave out."""
        restated = self.story.restated(context.mention.start)
        if restated is not None and civil(restated.first_day)[1:] == (month, day):
            return restated
        if (begun := self._begun("day", which, context)) is not None:
            return next(m for k in (0, 1, 2) if (m := Moment.day(begun.year + k, month, day)).ordinal >= begun.first_day)
        base = counted_from(self.story, context, which)
        if base is None:
            return f"XXXX-{month:02}-{day:02}"
        heads = self.story.text.rfind("\n", 0, context.mention.start) + 1 == context.sentence.start
        if self.story.history and self.story.anchor is not None and heads and context.tells_death():
            # An obituary goes back over a life, but opens with news of now.
            recent = (Moment.day(self.story.anchor.year - k, month, day) for k in (0, 1))
            if (died := next((m for m in recent if 0 <= self.story.anchor.ordinal - m.ordinal <= LATELY), None)) is not None:
                return self.story.counted(self.story.anchor, context) and died
        if which is None and (end := self._over("day", base, context)) is not None:
            return next(m for k in (0, 1) if (m := Moment.day(end.year - k, month, day)).ordinal <= end.ordinal)
        if which is None and (old := retold(self.story, month, day, context)) is not None:
            return old
        if which is None and context.tense is None and (listed := self.story.listed(context.mention.start)) is not None:
            around = (Moment.day(listed.year + k, month, day) for k in (-1, 0, 1))
            return min(around, key=lambda m: abs(m.ordinal - listed.ordinal))
        if which is not None or base is self.story.hand:
            within = self._part(Part("month", month, which), context)
            return Moment.day(within.year, month, day) if isinstance(within, Moment) else None
        years = (base.year + k for k in range(-4, 5) if abs(k) <= 1 or (month, day) == (2, 29))
        days = [Moment.day(year, month, day) for year in years if day <= days_in(year, month)]
        return choose(days, base, context) if days else f"XXXX-{month:02}-{day:02}"

    def _begun(self, grain: Grain, which: Which | None, context: Context) -> Moment | None:
        """The beginning of the range that a time of this grain ends, which tells its year: "from April until the end of June"."""
        begun = self.story.begun(context.mention.start) if which is None else None
        return None if begun is None or begun.grain != grain else self.story.counted(begun, context)

    def _over(self, grain: Grain, base: Moment, context: Context) -> Moment | None:
        """The end of the range over by now that a time of this grain opens, which tells its year: "between May and July".

        So does that of days: "the fair runs from 1 April to 3 May", said on 9 April.
        """
        ahead: Direction = "future" if grain == "day" and context.direction() == "future" else "past"
        end = range_over(self.story, context, ahead) if base is self.story.anchor else None
        if end is None:
            return None
        reading = end.mention.reading.of if isinstance(end.mention.reading, Modified) else end.mention.reading
        if not isinstance(reading, Date | Part) or reading.which is not None:
            return None
        found = self.resolve(reading, end)
        if not isinstance(found, Moment) or found.grain != grain:
            return None
        cycle = CYCLES.get(grain, 0)
        return found.shift(-cycle) if ahead == "past" and context.own_verb() and found.ordinal > base.to(grain).ordinal else found

    def _order(self, first: int, second: int, context: Context) -> tuple[int, int]:
        """Month and day of a date in figures: by what is possible, else by the publisher's country."""
        if first > 12 or second > 12:
            return (first, second) if second > 12 else (second, first)
        american = self.country is None or self.country in _MONTH_DAY_FIRST
        month, day = (first, second) if american else (second, first)
        if first != second:
            context.note("order", f"could also be day {month} of month {day}; read as in {self.country or 'the US'}")
        return month, day

    def _week(self, reading: Part, context: Context) -> Resolved:
        """A week by its ISO number, of the year that the text is about."""
        base = counted_from(self.story, context)
        whole = None if base is None else base.to("year")
        return f"XXXX-W{reading.number:02}" if whole is None else part_of(reading, whole, self.story.period, self.country)

    def _part(self, named: Part, context: Context) -> Resolved:
        reading = self._local(named, context)
        grain, cycle = reading.grain, CYCLES[reading.grain]
        told = of_clause(self.story, reading, context)
        if told is None and grain == "month" and reading.which is None:
            told = retold(self.story, reading.number, None, context)
        if grain != "weekend" and told is not None:
            return told
        if (begun := self._begun(grain, reading.which, context)) is not None:
            start = begun.to(grain).ordinal
            return Moment(grain, start + (reading.number - 1 - start) % cycle)
        base = counted_from(self.story, context, reading.which)
        if base is None:
            return part_form(named)
        if reading.which is None and base is self.story.hand:
            return near(reading, base, cycle)
        if reading.which is None and (end := self._over(grain, base, context)) is not None:
            return end.shift(-((end.ordinal - reading.number + 1) % cycle))
        found, period = part_from(reading, base, context), self.story.period
        # What will be said of "the third quarter" is of the one that the text reports on, not of the next.
        same = period is not None and period.grain == grain and (found.ordinal - period.ordinal) % cycle == 0
        same = same and not context.is_term()
        return period if same and period is not None and found.first_day > base.ordinal else found

    def _local(self, part: _Reading, context: Context) -> _Reading:
        """A season by its place in the calendar, and any other time as it is."""
        return counted_north(part) if is_southern(context.mention, self.story.text, self.country) else part

    def _held(self, part: TemporalReading, context: Context) -> Moment | None:
        """What has the same place in its year as a part of another one: for "the same month of 2023" the month in hand."""
        if not isinstance(part, Relative) or part.grain not in ("day", "month"):
            return self.story.period
        if part.grain == "day" and not part.following:
            return self.story.anchor
        told = self.story.told(part.grain, context.mention.start)
        if told is None:
            return self.story.period
        return None if told.holds(part.grain) else told.to(part.grain)

    def _within(self, reading: Within, context: Context) -> Resolved:
        if isinstance(reading.part, Weekday) and isinstance(reading.whole, Part) and reading.whole.grain == "day":
            return coinciding(reading.part.day, reading.whole.number, self.story, context)
        whole, part = self.resolve(reading.whole, of_range(reading, context)), reading.part
        if isinstance(part, PartOfDay) and part.by_verb and isinstance(whole, Moment):
            morning = self._into(context)
            before = morning is not None or context.direction() != "future"
            whole = (morning or whole).to("day").shift(-before)
        if isinstance(part, Clock | PartOfDay):
            return None if whole is None else time_of(turned(part, self.story.text, context), whole)
        if not isinstance(whole, Moment):
            return None if whole is None else self.resolve(part, context)
        held = self._held(part, context)
        found = part_of(self._local(part, context), whole, held, self.country)
        later = isinstance(reading.whole, Relative) and reading.whole.following
        before = later and found is not None and whole.grain == "year" and is_of_year_before(found, self.story, context)
        found = part_of(self._local(part, context), whole.shift(-1), held, self.country) if before else found
        untold = later and self.story.told("year", context.mention.start) is None
        if untold and isinstance(part, Part) and part.grain in ("month", "season"):
            return part_form(part)  # "that summer", after no year
        if found is None and isinstance(part, Holiday):
            return f"{whole.year:04}" + holidays.form(part.name).removeprefix("XXXX")  # a year that no table reaches
        return found

    def _into(self, context: Context) -> Moment | None:
        """The day that a night leads into: "frost is likely overnight into Friday"."""
        after = context.after
        if after is None or self.story.text[context.mention.end : after.mention.start] != " into ":
            return None
        reading = after.mention.reading
        found = self.resolve(reading, after) if isinstance(reading, TemporalReading) else None
        return found if isinstance(found, Moment) else None

    def _nth(self, reading: Nth, context: Context) -> Moment | None:
        """The first year, said alone, is of the span that the text has just given; the first Sunday is of this month.

        The first day is not of a span of years: it is of a trial, a battle.
        """
        if reading.weekday is not None and self.story.base is not None:
            month = self.story.base.to("month")
            return nth_in(reading, month, month)
        if self.story.span is None:
            return None
        first, last, end = self.story.span
        near = context.mention.start - end <= NEAR and not first.holds(reading.grain)
        return nth_in(reading, first, last) if near else None


def _on_weekday(found: Moment, weekday: int) -> Moment:
    """The same day of the year before or after, where only that one falls on the day of the week that the words give."""
    month, day = civil(found.ordinal)[1:]
    years = (found, *(Moment.day(found.year + k, month, day) for k in (-1, 1)))
    return next((each for each in years if weekday_of(each.ordinal) == weekday), found)
