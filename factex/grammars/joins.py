"""Times made of several times: "Tuesday, June 3", "9 a.m. on Monday", "the end of last year", "two days after Christmas".

Each rule of a grammar reads one simple time. Here neighbours are joined by what stands between them (`pairs`), and a time
takes in the words before it that say more of it ("early", "more than"), as TIMEX3 asks. What a time lacks, the one after it may
tell: the year in "from January to April 2015", the day in "9 to 11 a.m. on Monday".
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from factex.grammars.daytimes import often_at
from factex.grammars.pairs import JOINS, Join
from factex.grammars.phrases import widened
from factex.readings import TemporalReading
from factex.readings.temporal import Clock, Date, Duration, Ending, Every, Part, PartOfDay, Relative, Shift, Weekday, Within, Year
from factex.records import Mention

_BY_LEFT: dict[type, list[Join]] = {t: [j for j in JOINS if t in j.left] for t in {t for j in JOINS for t in j.left}}
LONGEST_LINK = 16


def join(text: str, mentions: list[Mention]) -> list[Mention]:
    """The mentions, with times that make one time joined and widened by the words that belong to them."""
    joined: list[Mention] = []
    for mention in mentions:
        last = mention
        while joined and (pair := _pair(text, joined[-1], last)) is not None:
            joined.pop()
            last = pair
        joined.append(last)
    kept: list[Mention] = []
    for mention in _told_by_the_day(text, _told_by_the_next(text, _of_same_year(text, joined))):
        whole = widened(text, mention, kept[-1].end if kept else 0)
        if not isinstance(whole.reading, PartOfDay) or _tells(text, mention):
            kept.append(whole)
    return kept


_AT = re.compile(r"\b(?:at|before|after|by|until|till|to|since|from|around|near) $", re.IGNORECASE)


def _tells(text: str, mention: Mention) -> bool:
    """Whether a part of the day is a time by itself: "morning" alone may be any, "at dawn" not."""
    words = text[mention.start : mention.end]
    if words.lower().startswith(("the ", "that ", "mid")):
        return True
    return words in _TURNS and _AT.search(text, max(0, mention.start - 8), mention.start) is not None


_TURNS = frozenset({"dawn", "daybreak", "dusk", "nightfall", "sunrise", "sunset"})


def _pair(text: str, left: Mention, right: Mention) -> Mention | None:
    """The one mention that two neighbours make, or None where they make none."""
    if right.start - left.end > LONGEST_LINK or not isinstance(left.reading, TemporalReading):
        return None
    if not isinstance(right.reading, TemporalReading):
        return None
    if isinstance(right.reading, Year) and _RANGED.match(text, right.end):
        return None  # "the last day of the 2001-02 season"
    between = text[left.end : right.start].lower()
    framed = text[left.start : left.start + 4].lower() == "the " or text[max(0, left.start - 4) : left.start].lower() == "for "
    if framed and isinstance(left.reading, Duration):
        return None  # "for two days from Monday", "the two weeks before Easter" tell how long and from when
    for each in _BY_LEFT.get(type(left.reading), ()):
        if isinstance(right.reading, each.right) and each.link.fullmatch(between):
            made = each.make(left.reading, right.reading)
            if made is not None:
                return Mention(left.start, right.end, left.rule, made, pos=left.pos)
    return None


_RANGED = re.compile(r"[-–/]\d\d")
_TO = re.compile(r"(?: ?[-–—] ?| to | and | or | through | until | till )(?:the )?(?:(?:early|late|mid)[ -])?", re.IGNORECASE)
_DAY = re.compile(r"\),? (?:on )?", re.IGNORECASE)
# "The April attack in 1983", "the September 11th attacks in 2001".
_OF_EVENT = re.compile(r" (?:[a-z]+ ){1,2}(?:in|of) ")
_ENDED = re.compile(r" (?:that |which )?(?:ended|ending|ends)(?: on)? ", re.IGNORECASE)
_QUARTER_ENDS = re.compile(rf"{_ENDED.pattern}| (?:ended in|to|through) (?:end-|the end of )?", re.IGNORECASE)


def _told_by_the_next(text: str, mentions: list[Mention]) -> list[Mention]:
    """The mentions, each with what the one after it tells, the last of a list all of it: "April, June and July 2008"."""
    told = list(mentions)
    for k in range(len(mentions) - 2, -1, -1):
        left, right = mentions[k], told[k + 1]
        if not isinstance(left.reading, TemporalReading) or not isinstance(right.reading, TemporalReading):
            continue
        found: TemporalReading | None = None
        if _is_quarter(left.reading) and _is_end(right.reading) and _QUARTER_ENDS.fullmatch(text, left.end, right.start):
            found = Ending("quarter", right.reading)
        elif isinstance(left.reading, Part) and isinstance(right.reading, Date) and _ENDED.fullmatch(text, left.end, right.start):
            found = Within(left.reading, right.reading) if left.reading.grain in ("quarter", "half") else None
        elif isinstance(left.reading, Weekday) and right.reading == Relative("year", -1) and text[left.end : right.start] == " ":
            same = text[max(0, left.start - 14) : left.start].endswith(("the same ", "corresponding "))
            found = Shift(Decimal(52), "week", forward=False, origin=left.reading) if same else None
        elif isinstance(left.reading, Weekday) and isinstance(right.reading, Date) and text[left.end : right.start] == " (":
            found = replace(right.reading, weekday=left.reading.day) if right.reading.day else None
        elif isinstance(right.reading, Year) and _OF_EVENT.fullmatch(text, left.end, right.start):
            named = text[max(0, left.start - 4) : left.start + 4].lower()
            dated = _is_end(left.reading) and named.startswith("the ")
            dated |= isinstance(left.reading, Part) and left.reading.grain == "season" and named.endswith("the ")
            found = Within(left.reading, right.reading) if dated and getattr(left.reading, "year", None) is None else None
        elif _TO.fullmatch(text, left.end, right.start) or (right is not mentions[k + 1] and text[left.end : right.start] == ", "):
            until = text[left.end : right.start] == " until "
            found = (_evening_before(left.reading, right.reading) if until else None) or _beginning(left.reading, right.reading)
        if found is not None:
            told[k] = replace(left, reading=found)
    return told


def _of_same_year(text: str, mentions: list[Mention]) -> list[Mention]:
    """The mentions, with the fiscal year of the quarter before: "3% in the first quarter of FY23 and 4% in the second quarter"."""
    told, last = list(mentions), Mention(0, 0, "", Relative("year", 0))
    for k, each in enumerate(mentions):
        match last.reading, each.reading:
            case _, Within(part=Part(grain="quarter") as part, whole=Year() as year) if part.fiscal or year.fiscal:
                last = each
            case Within(part=Part() as part) as same, Part(grain="quarter", which=None, number=later) if later > part.number:
                if _SENTENCE.match(text, last.end, each.start):
                    told[k] = replace(each, reading=replace(same, part=replace(part, number=later)))
    return told


_SENTENCE = re.compile(r"(?:[^.;\n]|\.(?=\d))*\Z")


def _told_by_the_day(text: str, mentions: list[Mention]) -> list[Mention]:
    """The mentions, with the day that stands behind a clock time and the same in another zone: "3 p.m. (0700 GMT) on Monday"."""
    told = list(mentions)
    for k, (time, elsewhere, day) in enumerate(zip(mentions, mentions[1:], mentions[2:], strict=False)):
        here, there, whole = time.reading, elsewhere.reading, day.reading
        if not (isinstance(here, Clock) and isinstance(there, Clock) and isinstance(whole, Weekday | Date | Relative)):
            continue
        apart = (
            there.zone is None or text[time.end : elsewhere.start] != " (" or _DAY.fullmatch(text, elsewhere.end, day.start) is None
        )
        if apart or (isinstance(whole, Date) and not whole.day) or (isinstance(whole, Relative) and whole.grain != "day"):
            continue
        told[k] = replace(time, reading=Within(here, whole))
        # The clock in brackets is of the day just told, unless its day is another: no clock is more than 13 hours ahead of
        # Greenwich or 12 behind it.
        ahead = here.hour - there.hour
        if not -12 <= ahead <= 13:
            beside = Shift(Decimal(1), "day", forward=ahead > 0, origin="story")
            told[k + 1] = replace(elsewhere, reading=Within(there, beside))
    return told


def _is_end(reading: TemporalReading) -> bool:
    """Whether a quarter may end with it: a day, a month."""
    return isinstance(reading, Date) or (isinstance(reading, Part) and reading.grain == "month")


def _is_quarter(reading: TemporalReading) -> bool:
    """Whether it is a quarter without number or year."""
    return isinstance(reading, Relative) and reading.grain == "quarter" and reading.following and not reading.offset


def _evening_before(left: TemporalReading, right: TemporalReading) -> TemporalReading | None:
    """The clock time at which a night begins that lasts into the day of its end: "from 4pm until 5am on Tuesday"."""
    match left, right:
        case Clock(unsure=False), Within(part=Clock(unsure=False) as end, whole=Weekday() as day) if left.hour > end.hour:
            return Within(left, Shift(Decimal(1), "day", forward=False, origin=day))
    return None


def _beginning(left: TemporalReading, right: TemporalReading) -> TemporalReading | None:  # noqa: PLR0911  (one return a case)
    """The beginning of a range with what its end says of both; None where it says nothing more."""
    match left, right:
        case Clock(), Within(part=Clock() as end, whole=day):
            # "Between 7 and 9 last night": both are in the half of the day that the end is in.
            late = left.unsure and not end.unsure and left.hour < 12 and left.hour + 12 < end.hour
            if isinstance(day, Shift) and isinstance(day.origin, TemporalReading) and left.hour > end.hour:
                day = day.origin  # "between 8 p.m. and 2 a.m. on Friday night"
            # The midnight that a stretch of a day begins with is the one before it.
            return Within(replace(left, hour=left.hour + 12, unsure=False) if late else replace(left, hour=left.hour % 24), day)
        case Clock(), Every(timex=str(form)) if "T" in form and form.startswith("X"):
            return often_at(right, left)
        case Weekday(which=None), Every(timex=str(form)) if _NIGHTS.match(form):
            return replace(right, timex=f"XXXX-WXX-{left.day}{form[10:]}")
        case Weekday(which=None), Within(part=Weekday(), whole=Relative(grain="week") as week):
            return Within(left, week)
        case Part(grain=grain, which=None), Within(part=Part(grain=same) as end, whole=Year() | Relative(grain="year") as year) if (
            grain == same
        ):
            return Within(left, _year_before(year) if left.number > end.number else year)
        case ((Part(grain="month", which=None) | Date(year=None)), (Date() | Within(part=Date()))):
            return _month_before(_date(left), right)
    return None


# "Monday and Tuesday nights".
_NIGHTS = re.compile(r"XXXX-WXX-\dT")


def _month_before(begin: Date, end: Date | Within) -> Date | Within | None:
    """The beginning of a range of months or days in the year of its end, or in the year before: "December to 3 June 2025"."""
    match begin.month, end:
        case int(first), Date(year=int(number), month=int(last)):
            return replace(begin, year=number - (first > last))
        case int(first), Within(part=Date(month=int(last)), whole=Year() | Relative(grain="year") as year):
            return Within(begin, _year_before(year) if first > last else year)
    return None


def _date(reading: Part | Date) -> Date:
    return Date(None, reading.number) if isinstance(reading, Part) else reading


def _year_before(year: Year | Relative) -> Year | Relative:
    return replace(year, number=year.number - 1) if isinstance(year, Year) else replace(year, offset=year.offset - 1)
