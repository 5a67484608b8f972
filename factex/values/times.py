"""Values of times: what a temporal mention means in its article, and which words decided it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta, tzinfo
from functools import cache, cached_property
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from factex.data import table
from factex.readings.temporal import (
    Clock,
    Date,
    Duration,
    Every,
    Holiday,
    Modified,
    Nth,
    Part,
    PartOfDay,
    Reference,
    Relative,
    TemporalReading,
    Weekday,
    Within,
)
from factex.records import Article, Evidence, Kind, Mention, Modifier, Sentence, Value
from factex.values import holidays
from factex.values.asides import fiscal
from factex.values.calendar import Moment
from factex.values.context import Context
from factex.values.genre import is_early, is_history
from factex.values.intervals import Interval, covered
from factex.values.lengths import ahead, some_day
from factex.values.resolve import Resolver
from factex.values.seasons import is_southern, named_south
from factex.values.story import Story

# Lengths that companies report on: what a year ago is then a year.
_REPORTED = frozenset({"P9M", "P6M", "P3Q", "P1Y"})
_REPORTING = re.compile(
    r"(?:the )?half|the (?:(?:first |latest |fiscal |full )?(?:nine|six|9|6|three|year)\b|first (?:[a-z]+|\d\d?) months\b)",
    re.IGNORECASE,
)
SET_RULE = "times.set"
"""The rule of the evidence that gives a set's TIMEX3 quantifier and frequency: "quant EVERY", "freq 2X"."""
# The rest of the year begins with the day of publication.
_REST = re.compile(r"(?:the )?(?:rest|remainder) of\b", re.IGNORECASE)
# The early hours of a morning are the six before it.
_SMALL = re.compile(r"\bhours\b", re.IGNORECASE)
_RANGE = re.compile(r" (?:to|and|until|till|through) | ?[-–—] ?", re.IGNORECASE)


class Times:
    """Gives the times of one article their values, in text order, for each may hang on those before it."""

    def __init__(self, article: Article, sentences: Sequence[Sentence] = ()) -> None:
        """Look over all of the article's mentions: a history counts its dates from one another, news from its own day."""
        self.article = article
        published = article.published
        anchor = None if published is None else Moment.day(published.year, published.month, published.day)
        now = None
        if anchor is not None and isinstance(published, datetime):
            now = Moment("time", anchor.ordinal, f"T{published:%H:%M:%S}")
        self.story = Story(article.text, anchor, history=is_history(article, sentences), now=now)
        self.story.early = self.story.history and is_early(sentences)
        self.resolver = Resolver(self.story, article.country)

    @cached_property
    def timeless(self) -> Resolver:
        """What resolves a time that is of no day: any winter, every Monday."""
        return Resolver(Story("", None, history=False), self.article.country)

    def value(self, mention: Mention, sentence: Sentence) -> Value | None:  # noqa: PLR0911  (one return a reading)
        """The value of a temporal mention; None where it turns out to be none."""
        reading, modifier = mention.reading, mention.modifier
        if isinstance(reading, Modified):
            modifier = reading.modifier
            reading = reading.of
        context = Context(mention, sentence)
        match reading:
            case Duration(timex, low, high, unit):
                if (shift := ahead(reading, self.article.text, context)) is not None:
                    return self._dated(mention, shift, modifier, context)
                timed = some_day(reading, self.article.text, context)
                if not isinstance(timed, Duration):
                    return None if timed is None else Value("date", timex=timed.timex)
                self._note_report(mention, timex)
                return Value("duration", timex=timex, low=low, high=high, unit=unit, modifier=modifier)
            case Every(timex, quant, freq):
                said = [f"{name} {value}" for name, value in (("quant", quant), ("freq", freq)) if value is not None]
                evidence = (Evidence("timex", SET_RULE, mention.start, mention.end, ", ".join(said)),) if said else ()
                return Value("set", timex=timex, modifier=modifier, evidence=evidence)
            case Reference(timex):
                if timex == "FUTURE_REF" and self._is_over(mention, context):
                    return None
                return Value("date", timex=timex, modifier=modifier)
        if isinstance(reading, TemporalReading):
            return self._dated(mention, reading, modifier, context)
        return None

    def _is_over(self, mention: Mention, context: Context) -> bool:
        """Whether "soon" is told of the past, where it lies no more ahead than the rest of the story."""
        soon = self.article.text[mention.start : mention.end].lower() == "soon"
        return soon and context.direction() == "past"

    def _dated(self, mention: Mention, reading: TemporalReading, modifier: Modifier | None, context: Context) -> Value | None:
        """The value of a date or a time of the day; of what happens again and again then, a set's."""
        if _comes_again(reading) and ((habit := context.habitual()) or context.each_year()):
            form = self.timeless.resolve(reading.whole if isinstance(reading, Within) and not habit else reading, context)
            return Value("set", timex=form, modifier=modifier) if isinstance(form, str) else None
        if isinstance(reading, Part) and reading.grain == "season" and reading.which is None:
            some_day = context.some_day()
            if some_day or context.any_season():
                form = self.timeless.resolve(reading, context)
                return Value("date" if some_day or context.tense is None else "set", timex=str(form), modifier=modifier)
        resolved = self.resolver.resolve(reading, context)
        if resolved is None:
            return None
        evidence = tuple(context.used)
        if isinstance(resolved, str):
            return Value(_kind(resolved), timex=resolved, fiscal=fiscal(reading), modifier=modifier, evidence=evidence)
        timex = resolved.timex
        if resolved.grain == "season" and is_southern(mention, self.article.text, self.article.country):
            timex = named_south(timex)
            evidence = tuple(replace(each, note=named_south(each.note or "") or None) for each in evidence)
        span = self._interval(reading, resolved, context)
        if resolved.grain == "year" and context.frames_clause() and (verb := context.verb()) is not None:
            self.story.clause = (verb, mention.end, resolved)
        lasts = self._lasts(reading, resolved)
        if lasts > 1:
            span = Interval(span.begin, covered(resolved.shift(lasts)).begin if span.finish else None)
        else:
            self.story.remember(reading, resolved, context, in_passing=self._is_in_passing(resolved, context))
        return Value(
            _kind(timex),
            timex=timex,
            begin=span.begin,
            finish=span.finish,
            grain=resolved.grain,
            fiscal=fiscal(reading),
            modifier=modifier,
            evidence=evidence,
        )

    def _lasts(self, reading: TemporalReading, moment: Moment) -> int:
        """How many days a festival lasts that begins on the day *moment*; 1 for all other times."""
        match reading:
            case Holiday():
                return holidays.days(reading.name, moment, reading.country or self.article.country)
            case Within(part=Holiday()):
                return self._lasts(reading.part, moment)
        return 1

    def _is_in_passing(self, moment: Moment, context: Context) -> bool:
        """Whether the text does not go on to speak of this time."""
        if self.story.history:
            return context.in_aside()
        over = isinstance(context.mention.reading, Relative) and moment.grain == "year" and context.in_aside()
        return over or context.is_background() or (self.story.is_long_past(moment) and context.in_life())

    def _interval(self, reading: TemporalReading, moment: Moment, context: Context) -> Interval:
        """The time covered, with an open end after since, until and by, unless the words before are the other end."""
        span = covered(moment, zone(_zone(reading)))
        if moment.tail == "TMO" and _SMALL.search(self.article.text, context.mention.start, context.mention.end) is not None:
            span = Interval(*(None if each is None else each - timedelta(hours=6) for each in span))
        anchor, last, text = self.story.anchor, self.story.last, self.article.text
        rest = anchor is not None and _REST.match(text, context.mention.start)
        if rest and anchor is not None and moment.first_day < anchor.ordinal < moment.end_day:
            span = Interval(covered(anchor).begin, span.finish)
        ranged = last is not None and _RANGE.fullmatch(text, last[0], context.mention.start)
        if ranged:
            return span
        return opened(span, text, context, over=lambda: anchor is not None and moment.end_day <= anchor.first_day)

    def _note_report(self, mention: Mention, timex: str) -> None:
        """Keep that the article now reports on nine months or a year."""
        months = timex.startswith("P") and timex.endswith("M") and timex[1:-1].isdecimal() and int(timex[1:-1]) < 12
        if (
            self.story.anchor is not None
            and (timex in _REPORTED or (months and timex != "P3M"))
            and _REPORTING.match(self.article.text, mention.start)
        ):
            self.story.period = self.story.anchor.to("year")
            self.story.length = mention.end, timex


def _comes_again(reading: TemporalReading) -> bool:
    """Whether the words name one of many: a month, a season, a day of the week, not which one."""
    match reading:
        case Date():
            return reading.year is None and reading.which is None
        case Holiday() | Part() | Weekday():
            return reading.which is None
        case Within(part=PartOfDay() | Nth()):
            return _comes_again(reading.whole)
    return False


def _kind(timex: str) -> Kind:
    """Date or time of the day, by its TIMEX3 value."""
    return "time" if "T" in timex and not timex.endswith("_REF") else "date"


def _zone(reading: TemporalReading) -> str | None:
    """The time zone that the words give."""
    match reading:
        case Clock():
            return reading.zone
        case Within():
            return _zone(reading.part)
    return None


@cache
def zone(name: str | None) -> tzinfo | None:
    """The time zone of this name ("EST", "Moscow time"); None for none, an unknown one and local time."""
    key = None if name is None else table("zones")["zones"].get(name.strip("() ").lower())
    if key is None:
        return None
    try:
        return ZoneInfo(key)
    except ZoneInfoNotFoundError:  # a system without the IANA database
        return None


_ONWARD = re.compile(r" (?:on|onwards?|forward)\b", re.IGNORECASE)
# What one "worked through" took all of it; what will last through the night may end with it.
_ALL_THROUGH = re.compile(r"through (?:last|that|the (?!end\b|rest\b)) ?", re.IGNORECASE)
# "Since", "until at least".
_LEAD = re.compile(r"(?P<word>\b[a-z]+)\s+(?:(?:at least|as late as|no (?:earlier|later|sooner) than)\s+)?$", re.IGNORECASE)
_OR = re.compile(r" or (?:(?P<later>later|after)|earlier|before)(?= ?[.,;:!?)]|$| (?:at|in|on|to)\b)", re.IGNORECASE)
_TO = re.compile(r" ?[-–—]| (?:to|into|until|till|through|and)\b", re.IGNORECASE)


def opened(span: Interval, text: str, context: Context, *, over: Callable[[], bool]) -> Interval:
    """The interval, without its finish after "since", without its begin after "until" and "by", and open to "or later".

    *over*: whether it ended before the text was written, so that nothing will hold from then on.
    """
    mention = context.mention
    if (rest := _OR.match(text, mention.end)) is not None:
        return Interval(span.begin, None) if rest["later"] else Interval(None, span.finish)
    if _ALL_THROUGH.match(text, max(0, mention.start - 8)) is not None and context.direction() == "past":
        return span
    lead = _LEAD.search(text, max(0, mention.start - 32), mention.start)
    match lead and lead["word"].lower():
        case "since":
            return Interval(span.begin, None)
        case "until" | "till" | "by" | "through" | "thru" | "within" if not text.startswith(("'s", "’s"), mention.end):
            return Interval(None, span.finish)
        case "from" if _ONWARD.match(text, mention.end) or (
            _TO.match(text, mention.end) is None and not over() and _holds_from(context)
        ):
            return Interval(span.begin, None)
    return span


def _holds_from(context: Context) -> bool:
    """Whether something will hold from this time on: "applies from Monday", but not "fell from Monday", "rose from 2019"."""
    link = context.sentence.span(context.mention.start, context.mention.end).root.head
    if link.lower_ != "from" or link.head.pos_ not in ("VERB", "AUX"):
        return False
    moves = table("moves")["verbs"]
    moved = link.head.lemma_.lower() in (*moves["increase"], *moves["decrease"])
    return not moved and context.direction() == "future" and context.sure()
