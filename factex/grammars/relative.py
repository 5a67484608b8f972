"""Units counted from now or from the time in hand: last year, the next day, the year before."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import cast

from factex.data import table
from factex.grammar import followed_by, led_by, rule
from factex.grammars.numbers import either
from factex.grammars.timewords import (
    CLOSED,
    DAY_NUMBER,
    MONTH,
    MONTH_STARTS,
    SEASONS,
    WEEKDAY,
    WEEKDAY_STARTS,
    YEAR,
    amount,
    month,
    timex_duration,
    weekday,
)
from factex.readings import Reading
from factex.readings.temporal import HELD, Duration, Grain, Nth, Part, Relative, Shift, Weekday, Within, Year

# "This fiscal" is this fiscal year in Indian English.
_CALENDAR = (
    r"(?:day|week-?end|week|fortnight|month|quarter|half|year|decade|century|period"
    r"|fiscal(?=[.,;:?!)]|$| (?:against|and|as|at|by|compared|from|has|in|is|on|over|than|to|versus|was|while|will|with)\b))"
)
_UNITS = table("phrases")["periods"]["words"]
_OFFSETS: dict[str, int] = table("phrases")["offsets"]
_FROM_STORY = frozenset(table("phrases")["from_story"]["words"])
_OF_TIME = re.compile(
    rf" (?P<link>of|in) (?:the |this |last |next )?(?:['’]?[1-9]0['’]?s|1|20|year|month|quarter|{MONTH})", re.IGNORECASE
)
_WORDS = either(_OFFSETS, space=" ")


@rule(
    r"(?:(?:the|its|their|a) (?=(?:entire|full|whole) ))?"
    r"(?:full[- ](?P<kind>fiscal |financial |calendar )?|(?P<all>entire |whole ))year"
    rf"(?(all)(?= (?:of )?{YEAR}))(?: (?:of )?(?P<year>{YEAR})\b(?![,.]\d))?(?![-\w])",
    starts=("the", "its", "their", "a", "full", "entire", "whole"),
    needs=["full", "entire", "whole"],
    reads={
        "for [the full year]": Relative("year", 0, following=True, whole=True),
        "its [full-year] profit": Relative("year", 0, following=True, whole=True),
        "full-year 2024": Year(2024),
        "the entire year of 2024": Year(2024),
        "the full fiscal year": Relative("year", 0, following=True, fiscal=True, whole=True),
        "shut for [full year].": Duration("P1Y"),
    },
    refuses=["a fuller year", "the full years", "for a full year"],
)
def full_year(match: re.Match[str]) -> Reading | None:
    """The whole of the year that a company reports on or looks forward to. "A full year" is a length, and so is "for full year"."""
    fiscal = (match["kind"] or "").strip().lower() in ("fiscal", "financial")
    if match["year"]:
        return Year(int(match["year"]), fiscal=fiscal)
    bare = match[0][0] in "fF" and match.string.endswith("for ", 0, match.start())
    if bare and not match["kind"] and followed_by(match, CLOSED):
        return Duration("P1Y")
    return None if match[0].lower().startswith("a ") else Relative("year", 0, following=True, fiscal=fiscal, whole=True)


_WITHIN = re.compile(r"\b(?:by|during|for|from|in|of|over|since|to) $", re.IGNORECASE)


@rule(
    rf"(?P<the>the )?(?P<word>{_WORDS}) (?P<kind>"
    r"calendar |fiscal |financial |business |trading |school |academic |working |work(?:[ -]|(?=(?:day|week)\b)))?"
    rf"(?P<unit>{_CALENDAR})(?: or (?:so|(?P<two>two))\b)?(?!-|['’]s (?:old|time)| end\b)",
    starts=("the", *{word.split()[0] for word in _OFFSETS}),
    needs=_UNITS,
    reads={
        "last year": Relative("year", -1),
        "the following day": Relative("day", 1, following=True),
        "last fiscal year": Relative("year", -1, fiscal=True),
        "the past year": Duration("P1Y"),
        "at the end of [past week]": Relative("week", -1),
    },
    refuses=[
        "last years",
        "the last weekend of the festival",
        "the next man",
        "this day-to-day work",
        "the same period",
        "said that half left",
    ],
)
def unit_from_now(match: re.Match[str]) -> Reading | None:
    """This week, last year and their like; with previous, following and "the next" counted from the time in hand."""
    word, name, the = match["word"].lower(), match["unit"].lower().replace("-", ""), bool(match["the"])
    of = followed_by(match, _OF_TIME) if word == "last" else None
    if of is not None and (of["link"].lower() == "of" or name == "day" or (the and name == "week")):
        return Part("half", 2) if name == "half" else Nth(-1, cast("Grain", name))
    # "The last weekend of the festival", "the last day of school" have no place in the calendar.
    event = followed_by(match, _OF) if word == "last" and the else None
    of_event = event is not None and (name in ("weekend", "half") or event[0].lower() == " of ")
    # "The same period" is a quarter where the text tells of quarters.
    told = word == "latest" or "quarter" in match.string
    clause = word == "that" and name == "half" and not led_by(match, _WITHIN, 8)  # "said that half would stay"
    unsaid = name == "period" and (not the or word in _WITHOUT_PERIOD or not told)
    if clause or of_event or unsaid or (word == "full" and not the):
        return None
    if word == "past" and led_by(match, _PART_OF, 20):
        return Relative(cast("Grain", name), -1)
    fiscal = name == "fiscal" or (match["kind"] or "").strip().lower() in ("fiscal", "financial")
    to_come = word == "next" and the and (name in ("decade", "century") or (name != "day" and led_by(match, _ALL_OVER, 20)))
    to_come = to_come and not match[0].lower().endswith(" or so")  # which year, not how long, is what is left open
    whole = word == "past" or (word == "last" and the) or to_come
    # "In the next day or two".
    if match["two"] or name == "fortnight" or (whole and not fiscal and name not in ("quarter", "weekend", "half")):
        return Duration(timex_duration(amount("one"), name))
    name = {"period": "quarter", "fiscal": "year"}.get(name, name)
    if word == "latest":
        return Relative(cast("Grain", name), 0 if name == "quarter" else -1, following=name == "quarter", fiscal=fiscal)
    following = word in _FROM_STORY or (word == "next" and (the or name == "day")) or (word, name) == ("this", "day")
    # Where a weekend is to come, it is the one at the end of this week.
    offset = 0 if name == "weekend" and word.endswith("coming") else _OFFSETS[word]
    return Relative(cast("Grain", name), offset, following, fiscal)


_WITHOUT_PERIOD = frozenset({"coming", "full", "that", "this", "upcoming"})
_OF = re.compile(r" (?:in|of) ", re.IGNORECASE)
# "In the next year" may be any year; what goes on over it takes a year.
_ALL_OVER = re.compile(r"\b(?:for|over|through|throughout|within) $", re.IGNORECASE)
# "The past week" is a length, but the end of it is of the week before this one.
_PART_OF = re.compile(r"\b(?:beginning|start|middle|end) of (?:the )?$", re.IGNORECASE)


@rule(
    r"(?:this|(?:the )?same) time (?:(?P<which>last|next) (?P<unit>year|month|week)|(?P<ago>a year ago|yesterday|tomorrow))(?!['’])"
    r"|(?P<which_b>last|next) (?P<unit_b>year|month|week) at this time",
    starts=("this", "the", "same", "last", "next"),
    needs=["time"],
    reads={
        "by [this time next year]": Shift(Decimal(1), "year", forward=True),
        "than at [the same time last year]": Shift(Decimal(1), "year", forward=False),
        "[Last year at this time], it rose": Shift(Decimal(1), "year", forward=False),
        "At [this time tomorrow]": Relative("day", 1),
    },
    refuses=["this time last Monday", "this time of year", "last year at the time"],
)
def this_time_of_another(match: re.Match[str]) -> Reading:
    """This time last year, which is a year ago; this time tomorrow."""
    if match["ago"]:
        ago = match["ago"].lower()
        return _DAYS.get(ago) or Shift(Decimal(1), "year", forward=False)
    word, name = (match["which"] or match["which_b"]).lower(), (match["unit"] or match["unit_b"]).lower()
    return Shift(Decimal(1), name, forward=word == "next")


_DAYS = {"yesterday": Relative("day", -1), "tomorrow": Relative("day", 1)}


@rule(
    rf"this (?:day|date) in (?P<year>{YEAR})(?!['’\d])",
    starts=("this",),
    needs=["day", "date"],
    reads={"On [this day in 1984]": Within(Relative("day", 0), Year(1984))},
    refuses=["this day in May", "this date in 19845"],
)
def same_day_of_year(match: re.Match[str]) -> Within:
    """The day of publication in another year, of which almanacs tell."""
    return Within(Relative("day", 0), Year(int(match["year"])))


@rule(
    rf"the (?P<unit>day|night|week|month|year) (?P<how>after|before|following)(?= (?:last |this )?(?:{WEEKDAY}|{MONTH}"
    rf"|{DAY_NUMBER}(?:st|nd|rd|th)? (?:of )?{MONTH})(?!\w))"
    rf"|the (?P<day>day|week|month|year) (?P<way>after|before|following)(?= (?:the|an?|his|her|its|their|our"
    r"|(?-i:[A-Z][a-z'’]+))(?!\w))",
    starts=("the",),
    needs=["after", "before", "following"],
    reads={"[the day after] Clara left": Shift(Decimal(1), "day", forward=True, origin=HELD)},
    refuses=[
        "the day after tomorrow",
        "the day before yesterday",
        "the week after next",
        "the day after.",
        "the year before, he left",
        "ten years to the day after the crash",
    ],
)
def unit_beside(match: re.Match[str]) -> Shift | None:
    """The day after, the week before something: a date that follows gives the day, else the text must have told it."""
    if match.string.endswith(" to ", 0, match.start()):
        return None  # "two years to the day after the crash"
    forward = (match["how"] or match["way"]).lower() != "before"
    name = (match["unit"] or match["day"]).lower()
    return Shift(Decimal(1), "day" if name == "night" else name, forward, origin=HELD)


@rule(
    rf"that (?P<same>(?:very )?same )?(?:(?P<season>{'|'.join(SEASONS)})(?! (?:in(?! (?-i:[A-Z]))|from|of|to)\b)"
    rf"|(?P<month>(?-i:(?=[A-Z])){MONTH})|(?P<day>(?-i:(?=[A-Z])){WEEKDAY}))(?!['’]s|[-\w])",
    starts=("that",),
    needs=[*SEASONS, *MONTH_STARTS, *WEEKDAY_STARTS],
    reads={
        "[That summer], he left": Within(Part("season", 2), Relative("year", 0, following=True)),
        "in [that same March]": Within(Part("month", 3), Relative("year", 0, following=True)),
        "on [that Monday]": Within(Weekday(1), Relative("week", 0, following=True)),
    },
    refuses=["said that summer is over", "He hopes that Monday's vote fails", "that fall in sales", "so that May could go"],
)
def name_in_hand(match: re.Match[str]) -> Within | None:
    """That summer, that same March: of the time that the text speaks of, where "that" cannot begin a clause."""
    placed = led_by(match, _PLACED, 9) or followed_by(match, _TOLD_ON)
    if not match["same"] and placed is None:
        return None
    if match["day"]:
        return Within(Weekday(weekday(match["day"])), Relative("week", 0, following=True))
    part = Part("season", SEASONS[match["season"].lower()]) if match["season"] else Part("month", month(match["month"]))
    return Within(part, Relative("year", 0, following=True))


_PLACED = re.compile(
    r"(?:\b(?:after|before|by|during|early|earlier|in|late|later|of|on|since|until)|[.,;](?: and)?|^) ?$", re.IGNORECASE
)
# "She left that August and was back in May", "it opened that spring in Leeds".
_TOLD_ON = re.compile(
    r"[.,;!?)]|$| in [A-Z]| (?:and|but) "
    r"(?:\w+ed|began|came|did|gave|got|had|left|lost|made|said|sent|sold|took|was|went|were|won|would)\b"
)
_BESIDE = {"before last": -2, "before": -1, "prior": -1, "earlier": -1, "after": 1, "following": 1, "after next": 2}
_CLAUSE = re.compile(r" (?:he|I|it|she|they|we)\b")
# "Two years to the day after the crash", "six months earlier to the day".
_EXACTLY = re.compile(r"\b(?:ago|almost|earlier|later|months?|nearly|weeks?|years?) to $", re.IGNORECASE)
# "The day of the storm", "the day care center".
_OF_THE = re.compile(r" (?:of the|care|job|labou?rers?|nurse|nursery|school|shift|traders?|trip|use)\b")
_LASTING = re.compile(r"\b(?:by|during|for|over|throughout|until|(?:earlier|late|later) in) $", re.IGNORECASE)
_ENDS = rf"(?:(?:the )?end[- ](?:of )?|mid-|last |this )?(?:{DAY_NUMBER} )?{MONTH}(?!\w)"
_UP_TO = re.compile(rf" (?:end(?:ed|ing)\b|(?:to|through) {_ENDS})", re.IGNORECASE)


@rule(
    rf"(?:(?:the|that) |(?=(?:week|weekend|month) of (?:the )?(?:{DAY_NUMBER}(?:st|nd|rd|th)? (?:of )?)?{MONTH})"
    r"|(?:(?<=its )|(?<=their )|(?<=['’]s ))(?=(?:fiscal|financial) year(?! (?:begins|ends|runs|starts)\b)))"
    rf"(?P<kind>fiscal |financial )?(?P<unit>quarter|year|month|week|day|weekend|decade|period)"
    r"(?P<how> (?:after (?:the )?next|before last)(?! (?-i:[A-Z]))| just ended"
    r"| (?:before|after|following)(?! [a-z]+ing\b)| prior| earlier| ahead(?! of\b)| to come)?"
    r"(?![-\w]|['’]s (?:end|time)|,? \d|(?<=end of the day), (?:I|it['’]s|it is|that['’]s|we|you)\b| (?:of "
    rf"(?!1|20|the\b|last\b|this\b|(?-i:[A-Z])|(?<=(?:week|kend|onth) of ){MONTH})"
    rf"|to(?<!over the weekend to)(?<!of the week to)(?<!of the month to)(?<!of the quarter to)(?<!of the year to)"
    rf"(?! (?:an? )?(?:about |nearly |almost )?[\d$£€]| {_ENDS})"
    r"|off|one|old|round|end|when|after|in which)\b)",
    starts=("the", "that", "week", "weekend", "month", "fiscal", "financial"),
    needs=_UNITS,
    reads={
        "the quarter": Relative("quarter", 0, following=True),
        "the year before": Relative("year", -1, following=True),
        "the weekend": Part("weekend", 1),
        "[the year] ended": Duration("P1Y"),
        "[week] of may": Relative("week", 0, following=True),
        "the week after next": Relative("week", 2),
        "its [fiscal year]": Relative("year", 0, following=True, fiscal=True),
    },
    refuses=["the day of reckoning", "its fiscal year ends in June", "the years", "the year-end", "the quarterback", "the period"],
)
def unit_in_hand(match: re.Match[str]) -> Reading | None:
    """The quarter, the year before: counted from the time the text speaks of.

    "The year ended ..." and "the year to March" are lengths. Tables and listings leave out the article before a date.
    """
    how, name = (match["how"] or "").strip().lower().replace("the next", "next"), match["unit"].lower()
    if not how and followed_by(match, _CLAUSE) and not led_by(match, _LASTING, 12):
        return None  # "the year he died", but "over the weekend he said"
    # "She sang back in the day".
    of_event = name == "day" and not how and followed_by(match, _OF_THE)
    if of_event or led_by(match, _EXACTLY, 14) or match.string.endswith("back in ", 0, match.start()):
        return None
    fiscal = bool(match["kind"])
    if how in ("ahead", "to come") or (name in ("year", "month") and followed_by(match, _UP_TO)):
        return Duration(timex_duration(amount("one"), name))
    if name == "period" or (match[0].lower().startswith("that") and name in ("day", "week") and not how):
        return None if name == "period" else Relative(cast("Grain", name), 0, following=True)
    if name == "weekend" and not how:
        return Part("weekend", 1)
    offset = _BESIDE.get(how, 0)
    # "The day" of news is the day it reports on, also after talk of another.
    following = abs(offset) == 1 or (not offset and (name != "day" or match[0].lower().startswith("that")))
    return Relative(cast("Grain", name), offset, following, fiscal)
