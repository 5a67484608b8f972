"""Dates with the name of a month, in every order, with and without the year."""

from __future__ import annotations

import re
from dataclasses import replace

from factex.grammar import DIGIT, followed_by, led_by, rule
from factex.grammars.timewords import (
    CLOSED,
    DAY_NUMBER,
    DAY_WORDS,
    MONTH,
    MONTH_STARTS,
    OFFSETS,
    ORDINAL_STARTS,
    SHORT_MONTH,
    UNIT_WORDS,
    WEEKDAY,
    WEEKDAY_STARTS,
    WHICH,
    WHICH_STARTS,
    YEAR,
    day_number,
    month,
    which,
)
from factex.readings import Reading
from factex.readings.temporal import Date, Part, Relative, Within

DAY = (
    rf"(?:{DAY_NUMBER}(?:st|nd|rd|th)?(?![\d%]|[.,:/]\d|-(?:day|month|week|year)\b| (?:per ?cent|million|billion)\b| ?[ap]\.?m\b)"
    rf"|{DAY_WORDS})"
)
_TO = r"(?: ?[-–—] ?| to | through | thru | until | till | and | or )"
_YEAR = rf"(?P<year>{YEAR})\b(?![,.:]\d)"
_COMMA = r"(?: ?,)? ?"
# What makes a number that follows a verb of coming, going and happening a day: "arrives on 15".
HAPPENING = (
    r"(?:arriv(?:e|es|ed|ing)|back|beg[aiu]ns?|beginning|born|clos(?:e|es|ed|ing)|come|comes|died?|dies|end(?:s|ed)?|fl(?:y|ies|ew)"
    r"|go|goes|held|leav(?:e|es|ing)|left|meet|meets|met|open(?:s|ed|ing)?|return(?:s|ed|ing)?|start(?:s|ed|ing)?|went)"
)
_CUE = re.compile(
    rf"(?:\b(?:on|by|since|until|till|thru|through|from|to|before|after|starting|beginning|ending|effective|dated|between|{HAPPENING}"
    rf"|{WEEKDAY},?) {{1,5}}|[(\t\n]|^)$",
    re.IGNORECASE,
)
_COMPANY = re.compile(r" (?-i:Inc|Ltd|Corp|Co|Movement|Group)\b")


def cued(match: re.Match[str]) -> bool:
    """Whether what stands before the match says that a date follows."""
    return led_by(match, _CUE, 16) is not None


def _year(written: str | None) -> int | None:
    return int(written) if written else None


@rule(
    rf"(?P<whole>(?P<first>(?:(?P<which>{WHICH}) )?(?P<month>{MONTH})(?: |-|/|(?<=\.)"
    rf"|(?<!\.)\.(?=\d\d?(?:st|nd|rd|th)))(?:the )?(?P<day>{DAY}))(?:{_TO}(?P<second>(?:the )?(?P<day2>{DAY})"
    rf"(?:{_COMMA}{_YEAR}|(?! (?:of )?{MONTH})))|{_COMMA}(?P<year1>{YEAR})\b(?![,.:]\d))?)"
    rf"(?:(?(day2)|(?!)),? (?:and|&) (?P<third>{DAY_NUMBER}) ?[-–—] ?(?P<fourth>(?P<day4>{DAY_NUMBER})(?![\d%]| [a-z]+s\b)"
    rf"(?:, (?P<year2>{YEAR})\b)?))?",
    starts=(*MONTH_STARTS, *WHICH_STARTS),
    needs=MONTH_STARTS,
    reads={
        "June 3": Date(None, 6, 3),
        "Sept. 29, 2018": Date(2018, 9, 29),
        "last Oct. 23": Date(None, 10, 23, which="last"),
        "[June 3]-[5]": (Date(None, 6, 3), Date(None, 6, 5)),
        "[May 30] to [31, 2024]": (Date(2024, 5, 30), Date(2024, 5, 31)),
        "[May 2]-[4] and [9]-[11]": (Date(None, 5, 2), Date(None, 5, 4), Date(None, 5, 9), Date(None, 5, 11)),
    },
    refuses=["March 5.2 miles", "June 30,000", "May", "Sept. 45", "June 3rds"],
)
def month_then_day(match: re.Match[str]) -> dict[str, Reading] | None:
    """Month and day as Americans write them, with or without the year; one month for both ends of a range."""
    if followed_by(match, _COMPANY):
        return None
    year = _year(match["year1"] or match["year"] or match["year2"])
    first = Date(year, month(match["month"]), day_number(match["day"]), which=which(match["which"]))
    if not match["day2"] or _is_one_night(match, first.day, match["day2"]):
        return {"whole": first}
    days = {"second": match["day2"], "third": match["third"], "fourth": match["day4"]}
    return {"first": first, **{name: Date(year, first.month, day_number(day)) for name, day in days.items() if day}}


@rule(
    rf"(?P<first_b>{DAY_NUMBER}), ?(?P<second_b>{DAY_NUMBER})(?:, ?(?P<third_b>{DAY_NUMBER}))?,? (?:and|or)"
    rf" (?P<last_b>(?P<y>{DAY_NUMBER}) (?P<month_b>{MONTH})\b(?:,? (?P<year_b>{YEAR})\b(?![,.:]\d))?)"
    rf"|(?P<first>(?P<month>{MONTH}) (?P<a>{DAY_NUMBER})), ?(?P<second>{DAY_NUMBER})(?:, ?(?P<third>{DAY_NUMBER}))?,? (?:and|or)"
    rf" (?P<last>(?P<z>{DAY_NUMBER})(?![\d%:/]|[.,]\d)(?:,? {_YEAR})?)"
    r"(?= ?[.,;:!?)]|$|\n| (?:and|at|in|on|of|to|by|for|with|from|near|as|when|after|before|during|because)\b| (?-i:[A-Z]))",
    starts=(*MONTH_STARTS, DIGIT),
    needs=MONTH_STARTS,
    reads={
        "on [3], [4], [6] and [7 June]": (Date(None, 6, 3), Date(None, 6, 4), Date(None, 6, 6), Date(None, 6, 7)),
        "[June 3], [4] and [5, 2020]": (Date(2020, 6, 3), Date(2020, 6, 4), Date(2020, 6, 5)),
        "[Dec. 24],[25], [26] and [27] in": (Date(None, 12, 24), Date(None, 12, 25), Date(None, 12, 26), Date(None, 12, 27)),
    },
    refuses=["June 3, 4 and 5 people", "June 3 and 4", "June 3, 4 and 50."],
)
def days_of_one_month(match: re.Match[str]) -> dict[str, Reading]:
    """Three days or more of a month."""
    year, number = _year(match["year"] or match["year_b"]), month(match["month"] or match["month_b"])
    days = {"first": match["a"], "second": match["second"], "third": match["third"], "last": match["z"]}
    days |= {name: match[name] for name in ("first_b", "second_b", "third_b")} | {"last_b": match["y"]}
    return {name: Date(year, number, int(day)) for name, day in days.items() if day}


@rule(
    rf"(?P<one>{WEEKDAY})(?:,? and | ?& ?| ?[-–—/] ?)(?P<two>{WEEKDAY}),? (?:(?P<first>(?P<month>{MONTH}) (?P<a>{DAY}))"
    rf"(?: ?[-–—&/] ?| and )(?P<second>(?P<b>{DAY})(?:, {_YEAR})?)"
    rf"|(?P<early>(?P<c>{DAY}))(?: ?[-–—&/] ?| and )(?P<late>(?P<d>{DAY}) (?P<month_b>{MONTH})\b(?:,? (?P<year_b>{YEAR})\b)?))",
    starts=WEEKDAY_STARTS,
    needs=MONTH_STARTS,
    reads={
        "[Friday] and [Saturday], [June 6] and [7]": 2 * (Date(None, 6, 6), Date(None, 6, 7)),
        "[Sat]/[Sun] [7]-[8 June 2025]": 2 * (Date(2025, 6, 7), Date(2025, 6, 8)),
    },
    refuses=["Friday and Saturday, June 6", "Friday, June 6 and 7"],
)
def weekdays_and_dates(match: re.Match[str]) -> dict[str, Reading]:
    """Two days of the week with the dates of both behind them, as lists of events give them."""
    year, number = _year(match["year"] or match["year_b"]), month(match["month"] or match["month_b"])
    names = (("one", "first", "a"), ("two", "second", "b")) if match["a"] else (("one", "early", "c"), ("two", "late", "d"))
    return {name: Date(year, number, day_number(match[day])) for weekday, date, day in names for name in (weekday, date)}


def _is_one_night(match: re.Match[str], begun: int | None, ends: str) -> bool:
    """Whether two days are those that one night lies between, which is of the first: "the night of 17-18 January"."""
    return led_by(match, _NIGHT, 16) is not None and begun is not None and day_number(ends.removeprefix("the ")) == begun + 1


_NIGHT = re.compile(r"\bnight of (?:the )?$", re.IGNORECASE)


@rule(
    rf"(?P<month>{SHORT_MONTH})(?P<day>{DAY_NUMBER})(?!\w)(?:{_COMMA}{_YEAR})?"
    rf"|(?P<month_b>{MONTH})\. ?(?P<day_b>{DAY_NUMBER})(?:,? (?P<year_b>{YEAR})\b|(?= ?[.,;!?](?!\d)|$))"
    rf"|(?P<month_c>{MONTH}) (?P<day_c>(?:twenty|thirty)[ -](?:{'|'.join(UNIT_WORDS)})\b)"
    rf"(?:,? (?P<year_c>{YEAR})|(?= ?[.,;!?]|$|,? (?:nineteen|two thousand|twenty)\b))",
    starts=MONTH_STARTS,
    reads={
        "on [Oct2]": Date(None, 10, 2),
        "Dec31, 1994": Date(1994, 12, 31),
        "on [October. 2]": Date(None, 10, 2),
        "May twenty-one": Date(None, 5, 21),
    },
    refuses=["the gene Oct4", "Oct22s", "in October. 2 people", "May twenty-one people"],
)
def month_and_day_run_together(match: re.Match[str]) -> Date | None:
    """Month and day without a space, with a full stop too many, or with a cardinal number in words."""
    if match["day"] and not (match["year"] or cued(match)):
        return None
    words = match["day"] or match["day_b"] or match["day_c"]
    written = match["year"] or match["year_b"] or match["year_c"]
    return Date(_year(written), month(match["month"] or match["month_b"] or match["month_c"]), day_number(words))


@rule(
    rf"(?P<whole>(?:(?P<first>(?:the )?(?P<day1>{DAY})){_TO}|(?<=night of )(?P<eve>{DAY_NUMBER})/)?(?P<second>(?:the )?"
    rf"(?P<bare>(?P<day>{DAY}|(?:twenty|thirty)[ -](?:"
    rf"{'|'.join(UNIT_WORDS)}))(?:(?: of)? (?P<month>{MONTH})(?:{_COMMA}{_YEAR}"
    rf"| (?P<year_c>[1-9]\d\d)(?=[.;:)]|, [a-z]|$))?|-(?P<month_b>{MONTH})-(?P<year_b>{YEAR})))))",
    starts=(DIGIT, "the", *ORDINAL_STARTS),
    needs=MONTH_STARTS,
    reads={
        "3 June": Date(None, 6, 3),
        "29 Sept. 2018": Date(2018, 9, 29),
        "[3]-[5 June 2025]": (Date(2025, 6, 3), Date(2025, 6, 5)),
        "12-Jan-2001": Date(2001, 1, 12),
        "[ninth] till [seventeenth of April]": (Date(None, 4, 9), Date(None, 4, 17)),
    },
    refuses=["3 juniors", "45 June", "at 9:30 June", "the fortieth of May"],
)
def day_then_month(match: re.Match[str]) -> dict[str, Reading] | None:
    """Day and month as most of the world writes them, with or without the year."""
    if followed_by(match, _COMPANY):
        return None
    words = match["day"].lower()
    if day_number(words) > 31 or (words.isalpha() and " of " not in match["second"].lower() and not cued(match)):
        return None  # "a second May election"
    written = match["year"] or match["year_b"] or match["year_c"]
    if match["month"] in ("may", "march") and not written and not followed_by(match, CLOSED):
        return None  # "only 12 may enter"
    second = Date(_year(written), month(match["month"] or match["month_b"]), day_number(words))
    begun = match["day1"] or match["eve"]
    if begun and _is_one_night(match, day_number(begun), words):
        return {"whole": replace(second, day=day_number(begun))}
    if not match["day1"]:
        of_noun = match["bare"][0].isdecimal() and followed_by(match, _HELD)  # "the 12 April vote": the article is the vote's
        return {"bare" if of_noun else "whole": second}
    return {"first": Date(second.year, second.month, day_number(match["day1"])), "second": second}


# A noun behind a date; what else stands there in small letters goes on with the clause.
_HELD = re.compile(
    r" (?!(?:a|after|an|and|are|as|at|because|before|but|by|did|due|during|for|from|had|has|he|if|in|into|is|it|not|of|on|or|prior"
    r"|she|since|so|than|that|the|then|they|to|until|was|we|were|when|where|which|while|who|will|with|would|you)\b)[a-z]"
)


@rule(
    rf"(?:from|between) (?P<first>(?P<a>{DAY})){_TO}(?P<second>(?P<b>{DAY}) (?P<which>this|next|last) month)"
    rf"|(?P<day>{DAY_NUMBER}) of (?P<which_b>this|next|last) month",
    starts=("from", "between", DIGIT),
    needs=["month"],
    reads={
        "from [7] to [19 this month]": (
            Within(Part("day", 7), Relative("month", 0)),
            Within(Part("day", 19), Relative("month", 0)),
        ),
        "20 of next month": Within(Part("day", 20), Relative("month", 1)),
    },
    refuses=["from 8 to 26 months", "between 4 and 40 this month", "40 of next month"],
)
def days_of_month(match: re.Match[str]) -> Reading | dict[str, Reading]:
    """Days of this, the last or the next month."""
    word = (match["which"] or match["which_b"]).lower()
    month_meant = Relative("month", OFFSETS[word])
    if match["day"]:
        return Within(Part("day", int(match["day"])), month_meant)
    return {name: Within(Part("day", day_number(match[day])), month_meant) for name, day in (("first", "a"), ("second", "b"))}


@rule(
    rf"(?P<the>the )?(?P<day>{DAY_NUMBER}(?:st|nd|rd|th)|(?<=the )(?:(?:twenty|thirty)[ -](?:first|second|third|fourth|fifth|sixth"
    r"|seventh|eighth|ninth)|thirtieth|twentieth)\b)(?:(?= ?[.,;:!?)]|$|\n| (?:at|in|to|when|where|with|and(?! (?:the )?\d))\b)"
    r"|(?P<clause>(?= (?:he|it|she|the|there|they|we)\b))|(?P<of>(?= of "
    r"(?:the (?:next |last |previous |following |same )?month|(?:this|next|last|that|previous) month))))"
    rf"|(?P<bare>(?:(?P<the_b>the )|(?<=on )){DAY_NUMBER})(?= ?[.;!?](?!\d)|$|\n| from \d|,? (?:at )?\d\d?(?::\d| ?[ap]\.?m\b))",
    starts=("the", DIGIT),
    needs=[DIGIT, "thirtieth", "thirty", "twentieth", "twenty"],
    reads={
        "by [the 15th]": Part("day", 15),
        "on [the twenty-second]": Part("day", 22),
        "on [the 16th] and the fourth": Part("day", 16),
        "until [the 27].": Part("day", 27),
        "arrives on [15].": Part("day", 15),
    },
    refuses=["on the 15th and 16th floors", "the 15th century", "the 15th Congress", "the 40th."],
)
def day_of_month(match: re.Match[str]) -> Part | None:
    """A day of the month by its number alone, at the end of a clause."""
    lead = _HAPPENS_ON if match["bare"] and not match["the_b"] else _LEADS
    led = led_by(match, lead, 20) is not None
    if match["bare"]:
        return Part("day", day_number(match["bare"].rpartition(" ")[2])) if led else None
    day = day_number(match["day"])
    if match["clause"] is not None and (_GOLF.search(match.string, max(0, match.start() - 400), match.end() + 400)):
        return None  # "on the 17th he made a birdie"
    return Part("day", day) if 1 <= day <= 31 and ((led and match["the"]) or match["of"] is not None) else None


_GOLF = re.compile(r"\b(?:birdie|bogey|fairway|hole|putt)", re.IGNORECASE)
_LEADS = re.compile(
    r"\b(?:on|by|for|until|till|since|before|after|from|to|week of|weekend of|morning of"
    r"|afternoon of|evening of|night of) $",
    re.IGNORECASE,
)
_HAPPENS_ON = re.compile(rf"\b{HAPPENING} on $", re.IGNORECASE)
