"""The times that an article has spoken of so far, on which later ones may hang."""

from __future__ import annotations

import re

from factex.readings.temporal import Clock, Grain, Shift, TemporalReading
from factex.records import Mention, Sentence
from factex.values.ahead import Direction
from factex.values.asides import is_aside, is_compared, is_heading, is_of_writing, is_overnight, is_ranked
from factex.values.calendar import Moment
from factex.values.context import Context
from factex.values.reports import is_reported

_ENDED = re.compile(
    r"\b(?:day|half|month|period|quarter|week|year)s?(?:,? (?:just|that|which))? (?:ended|ending|ends)(?: on)? $", re.IGNORECASE
)
_UNTIL = re.compile(r",? (?:that |which )?(?:end(?:ed|ing)|through|to)(?: on)? (?:the )?")
_GRAINS: dict[str, Grain] = {"P3M": "quarter", "P6M": "half", "P1Y": "year"}
_NEARLY = 15
"""So many days before a half or quarter of the calendar is over a company's own may end."""
_IN = re.compile(r"\b(?:at|during|for|in) $", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween (?:(?!and\b)(?:[^,;:]|:(?=\d)))+$", re.IGNORECASE)
_STOP = re.compile(r"[.!?;]\s")
# The week, the month and the year of news are its own, unless it has just told of another one.
OWN = re.compile(r"(?:the (?:[\w-]+ ){1,2}of )?the (?:week|month|year)\b", re.IGNORECASE)
NEAR = 200
"""So many characters after a day the text may still be about it."""
LONG_PAST = 10
"""So many years before publication a time is long past."""
FAR = 400
"""So many characters after a time that it has told of, "the month" and "the year" of news are its own again."""
LAST_DAYS = 3
"""News is of a day so many days before publication at most, over a weekend."""
LONGEST_QUOTE = 500
"""So far before a time its opening quotation mark is looked for, in characters."""
LONGEST_DATE, LINES = 24, 2
"""So long is a date at the head of a line at most, in characters, and so many ends of lines lie between two of a list."""
RECENT = 30
"""So many days before publication a day is still of the news."""
BESIDE = 12
"""So few characters after a day, a time of the day is of it: "on 1 May 2015 between 10 and 11:30"."""
_BESIDE = frozenset({" (", ", ", " – ", " — "})
TO = frozenset({"to", "into", "and", "-", "–", "—", "until", "through", "till"})
"""What stands between the two ends of a range."""


class Story:
    """The anchor and the times in hand.

    `anchor`: the day of publication, None where unknown; `now`: its time of the day too, where that is known. `history`: the
    text tells of times long past, so that its dates hang on one another. `hand`: the time that the text speaks of now,
    `told_at`: where it was told, `told_in`: whether as the time of something ("at the end of May"), `since`: whether only as
    the beginning of what is so now. `named_day`: the day last named, weekdays of the news too, unless a longer time has been
    told of since. `period`: the quarter, half or year that a company reports on. `span`: the last two times that made a range,
    and where it ended. `last`: where the last time ended, and which. `days`: the days named, with the ends of their mentions.
    `clause`: the year that the last clause is told of, with the places of its verb and of its own end. `past`: where a day or
    month of an earlier year ended that news has told of, and which. `behind`: where a time ended that news has just told of
    from before its story ("he had left in May"), and which. `early`: it is a history of times before 1000. `ago`: where a time
    some years ago ended, and which. `headed`: the day that heads the part of the text in hand.
    `length`: where the months that a company reports on were told, and how many.
    """

    def __init__(self, text: str, anchor: Moment | None, *, history: bool, now: Moment | None = None) -> None:
        self.text = text
        self.anchor = anchor
        self.now = now or anchor
        self.history = history
        self.hand: Moment | None = None
        self.told_at = 0
        self.since = False
        self.told_in = False
        self.early = False
        self.units: dict[Grain, tuple[int, Moment]] = {}
        self.period: Moment | None = None
        self.span: tuple[Moment, Moment, int] | None = None
        self.last: tuple[int, Moment] | None = None
        self.named_day: Moment | None = None
        self.days: list[tuple[int, Moment]] = []
        self.clause: tuple[int, int, Moment] | None = None
        self.past: tuple[int, Moment] | None = None
        self.behind: tuple[int, Moment] | None = None
        self.ago: tuple[int, Moment] | None = None
        self.headed: Moment | None = None
        self.length = 0, ""

    @property
    def base(self) -> Moment | None:
        """What a date without its year is counted from: the time in hand of a history, else the day of publication.

        A day of long before that heads a part of the text is the one that this part is told from.
        """
        if self.history or self.anchor is None:
            return (self.hand or self.anchor) if self.history else None
        old = self.headed is not None and self.headed.ordinal + RECENT < self.anchor.ordinal
        return self.headed if old else self.anchor

    @property
    def year(self) -> int:
        """A year of the time that the article is about; 2000 where nothing says."""
        return 2000 if self.base is None else self.base.year

    def day(self, start: int, direction: Direction | None) -> Moment | None:
        """The day of a time of the day that stands alone at *start*: the last day named, else the day of publication.

        News names many days: only one close by, or around its publication, counts, and none on the wrong side of it, but the
        one that heads the part of the text holds for all of it.
        """
        last = self.days[-1][0] if self.days else 0
        week = self.hand if last < self.told_at >= start - NEAR and _STOP.search(self.text, self.told_at, start) else None
        if week is not None and week.grain == "week" and self.anchor is not None and week.first_day > self.anchor.ordinal:
            return None  # "It moves in the week of 8 April. The lanes will be shut from 9 p.m. to 6 a.m."
        for end, day in reversed(self.days):
            if self.history or self.anchor is None or day == self.headed:
                gone = self.history and self.hand is not None and not self.hand.first_day <= day.ordinal < self.hand.end_day
                return None if gone else day
            away = day.ordinal - self.anchor.ordinal
            wrong = away > 0 if direction == "past" else away < 0 if direction == "future" else False
            if start - end < BESIDE or (not wrong and (start - end < NEAR or (self.headed is None and abs(away) <= 7))):
                return day
        # What has no day in a history was not on the day it was written, nor was what news goes on to tell of last May.
        if self.anchor is not None and self.hand is not None and direction == "past" and start - self.told_at < NEAR:
            return self.anchor if self.hand.end_day > self.anchor.ordinal else None
        return None if self.history else self.anchor

    def listed(self, start: int) -> Moment | None:
        """The day at the head of the line before, where one that *start* begins goes on with a list: dates of a tour."""
        end, day = self.days[-1] if self.days else (0, None)
        head = self.text.rfind("\n", 0, end) + 1
        follows = start > 0 and self.text[start - 1] == "\n" and self.text.count("\n", end, start) <= LINES
        return day if follows and end - head <= LONGEST_DATE else None

    def day_of_stamp(self, mention: Mention) -> Moment | None:
        """The day of a time of the day that heads a post, as in live reports: whatever day the post before told of."""
        if self.history or not is_heading(self.text, mention.start, mention.end):
            return None
        return self.headed or self.listed(mention.start) or self.anchor

    def day_of(self, sentence: Sentence) -> Moment | None:
        """The day that this sentence last named."""
        end, day = self.days[-1] if self.days else (0, None)
        return day if end > sentence.start else None

    def day_told(self) -> Moment | None:
        """The day of the last few that news tells of: the first that it names, unless it goes on to a later one."""
        days = [day for _, day in self.days if self.anchor is not None and 0 <= self.anchor.ordinal - day.ordinal <= LAST_DAYS]
        return days[0] if days and days[0].ordinal == max(day.ordinal for day in days) else None

    def spoken(self, start: int) -> Moment | None:
        """The time from which words like today and ago count: that of writing, but in a history what is quoted was said then."""
        if not self.history or self.hand is None or self.anchor is None:
            return self.anchor
        before = self.text[max(self.text.rfind("\n", 0, start) + 1, start - LONGEST_QUOTE) : start]
        quoted = before.count('"') % 2 == 1 or before.rfind("“") > before.rfind("”")
        return self.hand if quoted else self.anchor

    def counted(self, base: Moment | None, context: Context) -> Moment | None:
        """The same time, recorded as the one that another is counted from."""
        if base is not None:
            source = "the publication date" if base in (self.anchor, self.now) else "in the text"
            context.note("anchor", f"counted from {base.timex}, {source}")
        return base

    def restated(self, start: int, grain: Grain = "day") -> Moment | None:
        """The time of this grain that the words at *start* may say once more: "today (Nov. 18)", "Tuesday, 8 April"."""
        if self.last is None or self.text[self.last[0] : start] not in _BESIDE:
            return None
        told = self.last[1].to("day") if self.last[1].grain == "time" else self.last[1]
        return told if told.grain == grain else None

    def is_long_past(self, moment: Moment, years: int = LONG_PAST) -> bool:
        """Whether it is a day, month or season so many years before news, which tells of old times only in going back to them."""
        if self.history or self.anchor is None or moment.grain not in ("day", "month", "season"):
            return False
        return moment.year + years <= self.anchor.year

    def retold(self, start: int) -> Moment | None:
        """The day or month of an earlier year that the paragraph has just told of."""
        if self.past is None or start - self.past[0] > NEAR or "\n" in self.text[self.past[0] : start]:
            return None
        return self.past[1]

    def told(self, grain: Grain, start: int) -> Moment | None:
        """The time that the text speaks of at *start*, from which its next unit of this grain is counted; None if it has none."""
        if grain in ("day", "week") and self.named_day is not None:
            return self.named_day
        if self.behind is not None and _STOP.search(self.text, self.behind[0], start) is None:
            return self.behind[1]
        if self.hand is None and (old := self.told_of_old(start)) is not None:
            return old
        over = self.since and (grain == "week" or OWN.match(self.text, start) is not None)
        over = not self.history and (over or (grain in ("month", "year") and start - self.told_at >= FAR))
        if over:
            return None
        # "This year sales fell. For the month, they rose 3%" goes on from the month told last.
        end, unit = self.units.get(grain, (0, None))
        coarse = not self.history and self.hand is not None and self.hand.holds(grain)
        inside = coarse and unit is not None and self.hand is not None and self.hand.first_day <= unit.first_day < self.hand.end_day
        return unit if inside and start - end < FAR else self.hand

    def told_of_old(self, start: int) -> Moment | None:
        """The time long past that has just been told of in news."""
        if self.last is None or start - self.last[0] >= NEAR or not self.is_long_past(self.last[1]):
            return None
        return self.last[1]

    def said_ago(self, start: int) -> Moment | None:
        """The time "ten years ago" that the text has just told of, from which "two years later" counts."""
        return None if self.ago is None or start - self.ago[0] >= FAR else self.ago[1]

    def forecast(self, start: int, *, ahead: bool) -> Moment | None:
        """The quarter or half after the one reported on that the sentence has told of, or the one before where it looks *ahead*."""
        hand = self.hand
        if hand is None or self.period is None or hand.grain != self.period.grain or hand.ordinal <= self.period.ordinal:
            return None
        near = ahead and start - self.told_at < NEAR
        return hand if near or _STOP.search(self.text, self.told_at, start) is None else None

    def begun(self, start: int) -> Moment | None:
        """The time that a range begins with whose other end starts at *start*: Monday of "Monday to Friday"."""
        if self.last is None:
            return None
        ends = self.text[self.last[0] : start].strip().lower() in TO - {"and"} or self.between(self.last[0], start)
        return self.last[1] if ends else None

    def between(self, end: int, start: int) -> bool:
        """Whether the time that ends at *end* opens a range whose other end starts at *start*: "between May and July"."""
        return self.text[end:start] == " and " and _BETWEEN.search(self.text, max(0, end - 32), end) is not None

    def _report_until(self, end: Moment, start: int) -> None:
        """Go on with the half or quarter that a report on so many months is of, by their *end*: "in the six months to June 30"."""
        told, length = self.length
        whole = end.to(_GRAINS[length]) if length in _GRAINS and _UNTIL.fullmatch(self.text, told, start) else None
        if whole is not None and whole.end_day - end.end_day < _NEARLY:
            self.period = self.hand = whole

    def remember(self, reading: TemporalReading, moment: Moment, context: Context, *, in_passing: bool) -> None:
        """Keep a time for those after it; what has been so since then is told of now.

        *in_passing*: the text does not go on to speak of it.
        """
        mention, last = context.mention, self.last
        if last is not None and moment.grain == last[1].grain and moment.ordinal > last[1].ordinal:
            between = self.text[last[0] : mention.start].strip().lower()
            self.span = (last[1], moment, mention.end) if between in TO else self.span
        self.last = (mention.end, moment)
        ago = isinstance(reading, Shift) and reading.origin == "anchor" and not reading.forward
        self.ago = (mention.end, moment) if ago else None
        self.behind = (mention.end, moment) if in_passing and not self.history else None
        ends = _ENDED.search(self.text, max(0, mention.start - 32), mention.start) is not None
        yearly = self.period is not None and self.period.grain == "year"
        if ends and (yearly or self.text.endswith("year ended ", 0, mention.start)):
            self.period = self.hand = moment.to("year")  # "in the year ended Dec. 31 sales rose; costs in the year fell"
        self._report_until(moment, mention.start)
        if ends or (self.history and is_of_writing(reading)):
            return
        since, compared = context.since(), not self.history and is_compared(reading, self.text, mention.start)
        ranked = is_ranked(self.text, mention.start)
        aside = in_passing or is_aside(reading, history=self.history) or compared or ranked
        self.past = (mention.end, moment) if self.is_long_past(moment, 1) and not aside and not since else None
        if since or compared or is_overnight(reading):
            pass  # a night lies between two days
        elif moment.grain in ("day", "time"):
            # "From 8 p.m. to 5 a.m." still tells of the day that it begins on.
            night = isinstance(reading, Clock) and last is not None and last[1].grain == "time" and moment.ordinal > last[1].ordinal
            day = last[1] if night and last is not None else moment
            # "On Sunday they buried the dead of Friday's quake", "on Sunday they freed a man who was held on Friday": of Sunday.
            near = self.named_day is not None and mention.start - self.days[-1][0] < NEAR
            earlier = (
                (near or not self.history) and context.in_reason() and bool(self.days) and day.ordinal < self.days[-1][1].ordinal
            )
            # "It was to have landed on Thursday. At 9 p.m. it caught fire": not on the day of the plan.
            planned = near and not self.history and context.direction() == "either" and day.ordinal > self.days[-1][1].ordinal
            elsewhere = last is not None and last[1].grain == "time" and self.text[last[0] : mention.start] == " ("
            beside = planned or (near and (elsewhere or context.modifies()))
            self.named_day = self.named_day if beside else day
            self.days.insert(len(self.days) - (beside or earlier), (mention.end, day.to("day")))
            if moment.grain == "day" and is_heading(self.text, mention.start, mention.end):
                self.headed = moment
        elif not (aside or context.modifies() or (context.in_aside() and not self.history)):
            self.named_day = None
        finer = self.hand is not None and self.hand.grain not in ("decade", "century")
        if aside or (finer and moment.grain in ("decade", "century")):
            return
        self.hand, self.told_at, self.since = moment, mention.end, since
        self.told_in = _IN.search(self.text, max(0, mention.start - 8), mention.start) is not None
        self.units[moment.grain] = mention.end, moment
        if moment.grain in ("quarter", "half") and not since and is_reported(moment, self.period, self.anchor, context, self.text):
            self.period = moment
