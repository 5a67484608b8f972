"""Values of times: which day, month or quarter, against the anchor or against what the text said before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from typing import Literal

from factex.readings.temporal import (
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
    Reference,
    Relative,
    Shift,
    TemporalReading,
    Weekday,
    Within,
    Year,
)
from factex.records import Article, Evidence, Mention, Modifier, Sentence, Value
from factex.values import holidays
from factex.values.genre import is_history
from factex.values.calendar import SEASONS, Moment, civil, days_in
from factex.values.intervals import Interval, interval
from factex.values.tense import Tense, tense

Resolved = Moment | str | None
_GRAINS: dict[str, Grain] = {"second": "time", "minute": "time", "hour": "time"}
_CYCLES: dict[str, int] = {"month": 12, "quarter": 4, "half": 2, "season": 4, "weekend": 1}
_MONTH_DAY_FIRST = frozenset({"US", "PH", "FM", "MH", "PW"})


@dataclass
class Context:
    """What one mention may need to be resolved, and what its resolution has used."""

    mention: Mention
    sentence: Sentence
    used: list[Evidence]
    tense: Tense | None | Literal["unknown"] = "unknown"

    def direction(self) -> Literal["past", "future"] | None:
        """Which way the governing verb says the time lies."""
        if self.tense == "unknown":
            self.tense = tense(self.sentence.span(self.mention.start, self.mention.end))
            if self.tense is not None:
                token = self.tense.token
                start = token.idx + self.sentence.shift
                self.used.append(Evidence("timex", "times.tense", start, start + len(token), f"{self.tense.direction} by its verb"))
        return None if self.tense is None else self.tense.direction

    def sure(self) -> bool:
        """Whether the verb says so outright ("will", "scheduled"), not only by its tense."""
        return isinstance(self.tense, Tense) and self.tense.sure


class Times:
    """Gives the times of one article their values, in text order, for each may hang on those before it."""

    def __init__(self, article: Article, sentences: Sequence[Sentence] = ()) -> None:
        self.article = article
        self.history = is_history(article, sentences)
        published = article.published
        self.anchor = None if published is None else Moment.day(published.year, published.month, published.day)
        self.hour = published.hour if isinstance(published, datetime) else None
        self.story: Moment | None = None
        self.period: Moment | None = None
        self.span: tuple[Moment, Moment] | None = None
        self._last: tuple[int, Moment] | None = None

    def value(self, mention: Mention, sentence: Sentence) -> Value | None:
        """The value of a temporal mention; None where it turns out to be none."""
        reading, modifier = mention.reading, mention.modifier
        if isinstance(reading, Modified):
            reading, modifier = reading.of, reading.modifier
        match reading:
            case Duration():
                if self.anchor is not None and reading.timex in _REPORTED and _REPORTING.match(mention_text(self.article, mention)):
                    self.period = self.anchor.to("year")
                return Value(
                    "duration", timex=reading.timex, low=reading.low, high=reading.high, unit=reading.unit, modifier=modifier
                )
            case Every():
                return Value("set", timex=reading.timex, modifier=modifier)
            case Reference():
                return Value("date", timex=reading.timex, modifier=modifier)
        context = Context(mention, sentence, [])
        resolved = self.resolve(reading, context)
        if resolved is None:
            return None
        if isinstance(resolved, str):
            kind = (
                "time"
                if "T" in resolved and not resolved.startswith("P")
                else "duration"
                if resolved.startswith("P") and "_" not in resolved
                else "date"
            )
            return Value(kind, timex=resolved, fiscal=_fiscal(reading), modifier=modifier, evidence=tuple(context.used))
        covered = self._open(mention, interval(resolved.timex))
        self._remember(mention, reading, resolved)
        return Value(
            "time" if resolved.grain == "time" else "date",
            timex=resolved.timex,
            begin=covered.begin,
            finish=covered.finish,
            grain=resolved.grain,
            fiscal=_fiscal(reading),
            modifier=modifier,
            evidence=tuple(context.used),
        )

    def _open(self, mention: Mention, covered: Interval) -> Interval:
        """The interval with an open end after since, until and by."""
        before = self.article.text[max(0, mention.start - 9) : mention.start].lower().split()
        if self._last is not None and self._last[0] > mention.start - 9:
            before = []
        match before[-1:]:
            case ["since"]:
                return Interval(covered.begin, None)
            case ["until" | "till" | "by"]:
                return Interval(None, covered.finish)
        return covered

    def _remember(self, mention: Mention, reading: TemporalReading, moment: Moment) -> None:
        """Keep what later times may hang on: the time in hand and the span that two times make."""
        if self._last is not None and moment.grain == self._last[1].grain and moment.ordinal > self._last[1].ordinal:
            if self.article.text[self._last[0] : mention.start].strip().lower() in ("to", "and", "-", "–", "until", "through"):
                self.span = (self._last[1], moment)
        self._last = (mention.end, moment)
        if self._is_aside(mention, reading):
            return
        self.story = moment
        if moment.grain in ("quarter", "half"):
            self.period = moment

    def _is_aside(self, mention: Mention, reading: TemporalReading) -> bool:
        """Whether the text only compares with this time, or dates the article by it, and does not go on to speak of it."""
        match reading:
            case Shift():
                return not reading.forward and reading.unit == "year" and not self.history
            case Relative():
                return not reading.following and reading.grain in ("day", "quarter", "half")
            case Weekday():
                return not self.history
            case Within():
                return self._is_aside(mention, reading.whole)
        return _ENDED.search(self.article.text, max(0, mention.start - 12), mention.start) is not None

    def resolve(self, reading: TemporalReading, context: Context) -> Resolved:
        """The stretch of the calendar that a reading means here; text where only its form is known; None where nothing is."""
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
            case Part():
                return self._part(reading, context)
            case Relative():
                return self._relative(reading)
            case Shift():
                return self._shift(reading, context)
            case Within():
                return self._within(reading, context)
            case Nth():
                return self._nth_in(reading, self.span) if self.span else None
            case Holiday():
                return self._holiday(reading, context)
            case Clock() | PartOfDay():
                return self._time(reading, self._day_in_hand())
        return None

    def _year(self, reading: Year) -> Moment:
        if reading.digits == 4:
            return Moment("year", reading.number)
        near = self._around()
        century = (near + 10 - reading.number) // 100
        return Moment("year", century * 100 + reading.number)

    def _around(self) -> int:
        """A year of the time that the article is about."""
        base = (self.story or self.anchor) if self.history else self.anchor
        return 2000 if base is None else base.year

    def _decade(self, reading: Decade) -> Moment:
        if reading.digits == 3:
            return Moment("decade", reading.number)
        near = self._around() // 10
        return Moment("decade", (near - reading.number) // 10 * 10 + reading.number)

    def _date(self, reading: Date, context: Context) -> Resolved:
        month, day = reading.month, reading.day
        if reading.numeric and month and day:
            month, day = self._order(month, day, context)
        if month is None or (day is not None and day > days_in(reading.year or 2000, month)):
            return None
        if reading.year is not None:
            return Moment.day(reading.year, month, day) if day else Moment("month", reading.year * 12 + month - 1)
        if day is None:
            return self._part(Part("month", month), context)
        base = self._base(context)
        if base is None:
            return f"XXXX-{month:02}-{day:02}"
        if reading.which is not None and base is self.anchor:
            within = self._part(Part("month", month, reading.which), context)
            return Moment.day(within.year, month, day) if isinstance(within, Moment) else None
        if base is self.story:
            year = self._nearest_year(base, month)
            return Moment.day(year, month, day)
        near = [Moment.day(base.year + k, month, day) for k in (-1, 0, 1)]
        return self._choose(near, base, context)

    def _order(self, first: int, second: int, context: Context) -> tuple[int, int]:
        """Month and day of a date in figures: by what is possible, else by the publisher's country."""
        if first > 12 or second > 12:
            return (first, second) if second > 12 else (second, first)
        country = self.article.country
        american = country is None or country in _MONTH_DAY_FIRST
        month, day = (first, second) if american else (second, first)
        if first != second:
            note = f"could also be day {month} of month {day}; read as written in {country or 'the US'}"
            context.used.append(Evidence("timex", "times.order", context.mention.start, context.mention.end, note))
        return month, day

    def _base(self, context: Context) -> Moment | None:
        """What a date without a year is counted from."""
        base = (self.story or self.anchor) if self.history else self.anchor
        self._used(context, base)
        return base

    def _used(self, context: Context, base: Moment | None) -> None:
        if base is not None:
            note = f"counted from {'the publication date' if base is self.anchor else 'the text'}: {base.timex}"
            context.used.append(Evidence("timex", "times.anchor", None, None, note))

    def _nearest_year(self, base: Moment, month: int) -> int:
        """The year that brings *month* nearest to a time of the text."""
        if base.grain in ("year", "decade", "century"):
            return base.year
        _, own, _ = civil(base.first_day)
        return base.year + (1 if month - own < -6 else -1 if month - own > 6 else 0)

    def _choose(self, near: list[Moment], base: Moment, context: Context) -> Moment:
        """Of the times with the same name around *base*, the one on the side that the verb looks to, else the nearest.

        Nobody writes "Nov. 9" on Nov. 2 for the day a year ago: the side gives way where the other time is much nearer.
        """
        here = base.to(near[0].grain).ordinal
        direction = context.direction()
        ahead = min((m for m in near if m.ordinal >= here), key=lambda m: m.ordinal, default=near[-1])
        behind = max((m for m in near if m.ordinal <= here), key=lambda m: m.ordinal, default=near[0])
        cycle = _CYCLES.get(near[0].grain, 365)
        if direction == "past" and 6 * (ahead.ordinal - here) > cycle:
            return behind
        if direction == "future" and context.sure() and 4 * (here - behind.ordinal) > (cycle if cycle == 4 else 0):
            return ahead
        return min((behind, ahead), key=lambda m: (abs(m.ordinal - here), m.ordinal))

    def _weekday(self, reading: Weekday, context: Context) -> Resolved:
        base = self._base(context)
        if base is None:
            return f"XXXX-WXX-{reading.day}"
        today = base.to("day").ordinal
        own = (today - 1) % 7 + 1
        behind = (own - reading.day) % 7
        if reading.which == "this":
            return Moment("day", today - own + reading.day)
        if reading.which == "next":
            return Moment("day", today - own + 7 + reading.day)
        if reading.which == "last":
            return Moment("day", today - (behind or 7))
        if context.direction() == "future" and context.sure():
            return Moment("day", today + (-behind) % 7)
        return Moment("day", today - behind)

    def _part(self, reading: Part, context: Context) -> Resolved:
        if reading.grain == "day":
            base = self._base(context)
            if base is None:
                return f"XXXX-XX-{reading.number:02}"
            year, month, _ = civil(base.first_day)
            near = [Moment.day(year + (month - 1 + k) // 12, (month - 1 + k) % 12 + 1, reading.number) for k in (-1, 0, 1)]
            return self._choose(near, base, context)
        base, cycle = self._base(context), _CYCLES[reading.grain]
        if base is None:
            shown = {"month": f"{reading.number:02}", "quarter": f"Q{reading.number}", "half": f"H{reading.number}"}
            return f"XXXX-{shown.get(reading.grain) or SEASONS[reading.number - 1]}"
        here = base.to(reading.grain).ordinal
        if base is self.story and reading.which is None:
            year = self._nearest_year(base, reading.number) if reading.grain == "month" else base.year
            return Moment(reading.grain, year * cycle + reading.number - 1)
        behind = (here - (reading.number - 1)) % cycle
        if reading.which == "this":
            return Moment(reading.grain, base.year * cycle + reading.number - 1)
        if reading.which == "next":
            return Moment(reading.grain, here + ((-behind) % cycle or cycle))
        if reading.which == "last":
            return Moment(reading.grain, here - (behind or cycle))
        last, following = Moment(reading.grain, here - behind), Moment(reading.grain, here + (-behind) % cycle)
        if reading.grain in ("quarter", "half", "weekend") and context.direction() != "future":
            return last if reading.grain != "weekend" or self._weekend_has_begun() else last.shift(-1)
        return self._choose([last, following], base, context)

    def _weekend_has_begun(self) -> bool:
        """Whether the article is of a Saturday or Sunday."""
        return self.anchor is not None and (self.anchor.ordinal - 1) % 7 >= 5

    def _relative(self, reading: Relative) -> Resolved:
        base = self.story if self.history and reading.grain != "day" and self.story is not None else self.anchor
        if reading.following and reading.grain in ("quarter", "half"):
            if self.period is not None and self.period.grain == reading.grain:
                return self.period.shift(reading.offset)
            if base is not None:
                return base.to(reading.grain).shift(reading.offset - 1)
        if reading.following and self.story is not None and not self.story.holds(reading.grain):
            base = self.story
        if base is None:
            return _FORMS.get(reading.grain)
        return base.to(reading.grain).shift(reading.offset)

    def _shift(self, reading: Shift, context: Context) -> Resolved:
        if isinstance(reading.origin, str):
            origin: Resolved = self.anchor if reading.origin == "anchor" else self.story or self.anchor
            if reading.unit == "year" and reading.amount == 1 and self.period is not None:
                origin = self.period
        else:
            origin = self.resolve(reading.origin, context)
        if reading.amount is None or not isinstance(origin, Moment):
            return "FUTURE_REF" if reading.forward else "PAST_REF"
        keep = origin is not self.anchor or bool(reading.also)
        found = shifted(origin, reading.amount, reading.unit, reading.forward, keep=keep)
        for amount, unit in reading.also:
            found = None if found is None else shifted(found, amount, unit, reading.forward, keep=True)
        return found

    def _within(self, reading: Within, context: Context) -> Resolved:
        whole = self.resolve(reading.whole, context)
        part = reading.part
        if isinstance(part, Clock | PartOfDay):
            return self._time(part, whole)
        if not isinstance(whole, Moment):
            return None if whole is None else self.resolve(part, context)
        match part:
            case Weekday() if whole.grain == "day":
                return whole
            case Weekday():
                return Moment("day", whole.to("week").first_day + part.day - 1)
            case Date() if part.month and part.day:
                return Moment.day(whole.year, part.month, part.day)
            case Date() if part.month:
                return Moment("month", whole.year * 12 + part.month - 1)
            case Part(grain="day"):
                year, month, _ = civil(whole.first_day)
                return Moment.day(year, month, part.number)
            case Part(grain="weekend"):
                first = whole.to("day").ordinal
                return Moment("day", first - 2 if (first - 1) % 7 < 2 else first).to("weekend")
            case Part(grain="week"):
                return Moment.day(whole.year, 1, 4).to("week").shift(part.number - 1)
            case Relative(grain="week"):
                return whole.to("week")
            case Relative():
                held = self.period if self.period is not None and self.period.grain in _CYCLES else None
                return (
                    whole
                    if held is None
                    else Moment(held.grain, whole.year * _CYCLES[held.grain] + held.ordinal % _CYCLES[held.grain])
                )
            case Part():
                return Moment(part.grain, whole.year * _CYCLES[part.grain] + part.number - 1)
            case Nth():
                return self._nth_in(part, (whole, whole))
            case Holiday():
                return holidays.day(part.name, whole.year, self.article.country)
        return None

    def _nth_in(self, reading: Nth, span: tuple[Moment, Moment]) -> Moment:
        """The nth unit of the stretch from the first to the second of *span*."""
        if reading.weekday is not None:
            if reading.number < 0:
                last = span[1].end_day - 1
                return Moment("day", last - (last - reading.weekday) % 7)
            start = span[0].first_day
            return Moment("day", start + (reading.weekday - start) % 7 + 7 * (reading.number - 1))
        if reading.number < 0:
            return Moment("day", span[1].end_day - 1).to(reading.grain)
        first = span[0].to("day").to(reading.grain)
        if first.first_day < span[0].first_day and reading.grain in ("week", "weekend"):
            first = first.shift(1) if span[0].first_day - first.first_day > 3 else first
        return first.shift(reading.number - 1)

    def _holiday(self, reading: Holiday, context: Context) -> Resolved:
        base = self._base(context)
        if base is None:
            return holidays.form(reading.name)
        country = self.article.country
        days = [day for k in (-1, 0, 1) if (day := holidays.day(reading.name, base.year + k, country)) is not None]
        if not days:
            return None
        if reading.which is not None:
            today = base.to("day").ordinal
            if reading.which == "this":
                return next(d for d in days if d.year == base.year)
            side = [d for d in days if (d.ordinal > today if reading.which == "next" else d.ordinal < today)]
            return (side[0] if reading.which == "next" else side[-1]) if side else None
        return self._choose(days, base, context)

    def _day_in_hand(self) -> Resolved:
        """The day that a time of the day without one is of: the text's, if it has named one, else the day of publication."""
        if self._last is not None and self._last[1].grain in ("day", "time"):
            return self._last[1].to("day")
        return self.anchor or "XXXX-XX-XX"

    def _time(self, reading: Clock | PartOfDay, day: Resolved) -> Resolved:
        if day is None:
            return None
        tail = f"T{reading.part}" if isinstance(reading, PartOfDay) else clock(reading)
        if isinstance(day, str):
            return day + tail
        if (
            day.grain == "time"
            and isinstance(reading, Clock)
            and reading.unsure
            and day.tail in ("TEV", "TAF", "TNI")
            and reading.hour < 12
        ):
            tail = clock(replace(reading, hour=reading.hour + 12))
        return Moment("time", day.to("day").ordinal, tail)


_ENDED = re.compile(r"\b(?:ended|ending|ends)(?: on)? $", re.IGNORECASE)
# Lengths that companies report on: what a year ago is then a year.
_REPORTED = frozenset({"P9M", "P6M", "P3Q", "P1Y"})
_REPORTING = re.compile(r"the (?:first |latest |fiscal |full )?(?:nine|six|9|6|three|year)\b", re.IGNORECASE)
_FORMS = {
    "day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "quarter": "XXXX-QX",
    "half": "XXXX-HX", "year": "XXXX", "decade": "XXX", "century": "XX",
}  # fmt: skip
_ZONES = {"GMT": "Z", "UTC": "Z", "Z": "Z", "EST": "-05:00", "EDT": "-04:00", "CST": "-06:00", "CDT": "-05:00", "PST": "-08:00", "PDT": "-07:00",
          "BST": "+01:00", "CET": "+01:00", "CEST": "+02:00", "JST": "+09:00", "KST": "+09:00", "HKT": "+08:00", "AEST": "+10:00",
          "AEDT": "+11:00", "MSK": "+03:00"}  # fmt: skip


def mention_text(article: Article, mention: Mention) -> str:
    """The words of a mention."""
    return article.text[mention.start : mention.end]


def clock(reading: Clock) -> str:
    """The TIMEX3 form of a clock time."""
    return f"T{reading.hour:02}:{reading.minute or 0:02}" + (f":{reading.second:02}" if reading.second is not None else "")


def shifted(origin: Moment, amount: Decimal, unit: str, forward: bool, *, keep: bool) -> Moment | None:
    """So many units before or after *origin*, in the grain of the unit; *keep*: in that of *origin* where it is finer."""
    if amount != int(amount):
        finer = {
            "century": ("year", 100),
            "decade": ("year", 10),
            "year": ("month", 12),
            "month": ("day", 30),
            "week": ("day", 7),
            "day": ("hour", 24),
        }
        if unit not in finer:
            return origin
        unit, times = finer[unit]
        amount = (amount * times).to_integral_value()
    count = int(amount) * (1 if forward else -1)
    if unit == "fortnight":
        unit, count = "week", count * 2
    if unit == "millennium":
        unit, count = "century", count * 10
    if unit in ("second", "minute", "hour"):
        return origin.to("day") if unit == "hour" and abs(count) < 24 else origin
    grain: Grain = unit  # type: ignore[assignment]
    if keep and grain == "year" and origin.grain in ("quarter", "half", "month", "season"):
        return origin.shift(count * {"quarter": 4, "half": 2, "month": 12, "season": 4}[origin.grain])
    if keep and grain in ("year", "month") and origin.grain == "day":
        year, month, day = civil(origin.ordinal)
        months = year * 12 + month - 1 + count * (12 if grain == "year" else 1)
        return Moment.day(months // 12, months % 12 + 1, day)
    if keep and grain == "week" and origin.grain in ("day", "time"):
        return origin.to("day").shift(7 * count)
    return origin.to(grain).shift(count)


def _fiscal(reading: TemporalReading) -> bool:
    """Whether the time is of a company's own year."""
    match reading:
        case Year() | Part() | Relative():
            return reading.fiscal
        case Within():
            return _fiscal(reading.part) or _fiscal(reading.whole)
    return False
