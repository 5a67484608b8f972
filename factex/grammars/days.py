"""Days: weekdays, full dates in every order, and today, tomorrow, the next day."""

from __future__ import annotations

import re

from factex.grammar import DIGIT, rule
from factex.grammars.timewords import (
    MONTH,
    MONTH_STARTS,
    ORDINAL,
    ORDINAL_STARTS,
    UNIT_WORDS,
    WEEKDAY,
    WEEKDAY_STARTS,
    WEEKDAYS,
    WHICH,
    WHICH_STARTS,
    YEAR,
    month,
    number,
    ordinal,
    weekday,
    which,
)
from factex.readings import Reading
from factex.readings.temporal import Date, Nth, Part, PartOfDay, Relative, Weekday, Within

DAY = r"(?:(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\d%/]|[.,:]\d))"
_TO = r"(?: ?[-–—] ?| to | through | until | till | and | or )"
_YEAR = rf"(?:,? (?P<year>{YEAR})\b(?![,.:]\d))?"


@rule(
    rf"(?:(?P<which>{WHICH}) )?(?-i:(?=[A-Z]))(?P<day>{WEEKDAY})(?:,? the (?P<date>\d\d?(?:st|nd|rd|th)))?",
    starts=(*WEEKDAY_STARTS, *WHICH_STARTS),
    reads={
        "Tuesday": Weekday(2),
        "next Friday": Weekday(5, "next"),
        "this coming Monday": Weekday(1, "next"),
        "the previous Friday": Weekday(5, "previous"),
        "Tues.": Weekday(2),
        "Friday the 13th": Within(Weekday(5), Part("day", 13)),
    },
    refuses=["Tuesdays", "last call", "the sun", "Mon dieu"],
)
def name_of_day(match: re.Match[str]) -> Reading | None:
    """A day of the week by name. Short names need their full stop."""
    day = match["day"].lower()
    if not day.endswith(("day", ".")):
        return None
    if (match["which"] or "").lower() == "last" and _LAST_OF.match(match.string, match.end()):
        return None
    if match["date"]:
        return Within(Weekday(weekday(day)), Part("day", ordinal(match["date"])))
    return Weekday(weekday(day), which(match["which"]))


# "The last Sunday of March" is counted in March, not from now.
_LAST_OF = re.compile(rf" (?:of|in) (?:{MONTH}|the |this |next |each |every )", re.IGNORECASE)


@rule(
    rf"(?:the )?(?P<nth>{ORDINAL}|last|final) (?P<day>{'|'.join(WEEKDAYS)})(?= (?:of|in) (?:"
    rf"(?:the |this |that |each |every )?(?:{MONTH}|month|year|quarter|next|last|previous|following))|$|[.,;!?)])",
    starts=("the", "last", "final", *ORDINAL_STARTS),
    reads={"[third Wednesday] of following": Nth(3, "day", 3)},
    refuses=["last Friday", "the third Wednesday after that", "Second Sunday School"],
)
def nth_weekday(match: re.Match[str]) -> Nth | None:
    """The third Wednesday of a month or a year; alone, of this month."""
    if match["nth"].lower() in ("last", "final") and not match.string.startswith((" of", " in"), match.end()):
        return None
    return Nth(ordinal(match["nth"]), "day", weekday(match["day"]))


@rule(
    rf"(?P<whole>(?P<first>(?:(?P<which>last|this|next) )?(?P<month>{MONTH})(?: |-)(?:the )?(?P<day>{DAY}))(?:{_TO}(?P<second>"
    rf"(?P<day2>{DAY}){_YEAR})|,? (?P<year1>{YEAR})\b(?![,.:]\d))?)",
    starts=(*MONTH_STARTS, "last", "this", "next"),
    reads={
        "June 3": Date(None, 6, 3),
        "Sept. 29, 2018": Date(2018, 9, 29),
        "March 5th": Date(None, 3, 5),
        "Jan-1": Date(None, 1, 1),
        "last Oct. 23": Date(None, 10, 23, which="last"),
        "[June 3]-[5]": (Date(None, 6, 3), Date(None, 6, 5)),
        "[May 30] to [31, 2024]": (Date(2024, 5, 30), Date(2024, 5, 31)),
    },
    refuses=["March 5.2 miles", "June 30,000", "May", "Sept. 45"],
)
def month_then_day(match: re.Match[str]) -> dict[str, Reading] | None:
    """Month and day as Americans write them, with or without the year; one month for both ends of a range."""
    year = match["year1"] or match["year"]
    first = Date(int(year) if year else None, month(match["month"]), ordinal(match["day"]), which=which(match["which"]))
    if not match["day2"]:
        return {"whole": first}
    return {"first": first, "second": Date(first.year, first.month, ordinal(match["day2"]))}


@rule(
    rf"(?P<whole>(?:(?P<first>(?:the )?(?P<day1>{DAY})){_TO})?(?P<second>(?:the )?(?P<day>{DAY})(?:(?: of)? "
    rf"(?P<month>{MONTH})(?:,? (?P<year>{YEAR})(?![,.:]\d))?|-(?P<month_b>{MONTH})-(?P<year_b>{YEAR}))))",
    starts=(DIGIT, "the"),
    reads={
        "3 June": Date(None, 6, 3),
        "29 Sept. 2018": Date(2018, 9, 29),
        "the 3rd of May, 2019": Date(2019, 5, 3),
        "[3]-[5 June 2025]": (Date(2025, 6, 3), Date(2025, 6, 5)),
        "12-Jan-2001": Date(2001, 1, 12),
    },
    refuses=["3 juniors", "45 June", "at 9:30 June"],
)
def day_then_month(match: re.Match[str]) -> dict[str, Reading]:
    """Day and month as most of the world writes them, with or without the year."""
    written = match["year"] or match["year_b"]
    year = int(written) if written else None
    second = Date(year, month(match["month"] or match["month_b"]), ordinal(match["day"]))
    if not match["day1"]:
        return {"whole": second}
    return {"first": Date(year, second.month, ordinal(match["day1"])), "second": second}


@rule(
    rf"(?P<month>{MONTH}) (?:the )?(?P<day>{ORDINAL}|(?:twenty|thirty)[ -](?:{'|'.join(UNIT_WORDS)})(?= ?[.,;!?]|$))"
    rf"(?:,? (?P<year>{YEAR}))?|(?:the )?(?P<day_b>{ORDINAL}) of "
    rf"(?P<month_b>{MONTH})(?:,? (?P<year_b>{YEAR}))?",
    starts=(*MONTH_STARTS, *ORDINAL_STARTS, "the"),
    reads={"June third": Date(None, 6, 3), "the twenty-first of May 2019": Date(2019, 5, 21), "May twenty-one": Date(None, 5, 21)},
    refuses=["the third month", "the fortieth of May", "Fourth of July Inc."],
)
def day_in_words(match: re.Match[str]) -> Date | None:
    """The day of a month as an ordinal in words."""
    year = match["year"] or match["year_b"]
    if _COMPANY.match(match.string, match.end()):
        return None
    words = match["day"] or match["day_b"]
    day = int(number(words)) if words.lower().endswith(UNIT_WORDS) else ordinal(words)
    return Date(int(year) if year else None, month(match["month"] or match["month_b"]), day) if 1 <= day <= 31 else None


_COMPANY = re.compile(r" (?-i:Inc|Ltd|Corp|Co|Movement|Group)\b")


@rule(
    r"(?P<year>\d{4})(?P<sign>[-/.])(?P<month>0?[1-9]|1[0-2])(?P=sign)(?P<day>0[1-9]|[12]\d|3[01]|[1-9])(?!\d)(?=[T ]?)",
    starts=DIGIT,
    reads={"2025-06-03": Date(2025, 6, 3), "2019/11/18": Date(2019, 11, 18)},
    refuses=["2025-13-03", "2025-06-32", "1.2.3"],
)
def iso_date(match: re.Match[str]) -> Date:
    """Year, month and day in figures (ISO 8601)."""
    return Date(int(match["year"]), int(match["month"]), int(match["day"]))


@rule(
    r"(?P<a>0?[1-9]|[12]\d|3[01])(?P<sign>[-/.])(?P<b>0?[1-9]|[12]\d|3[01])(?P=sign)(?P<year>(?:1[5-9]|20)\d\d|\d\d)"
    r"(?![\d./-]\w|\d)",
    starts=DIGIT,
    reads={
        "03/06/2025": Date(2025, 3, 6, numeric=True),
        "13.04.19": Date(2019, 13, 4, numeric=True),
        "11-13-98": Date(1998, 11, 13, numeric=True),
    },
    refuses=["03/40/2025", "1/2", "192.168.10.1"],
)
def numeric_date(match: re.Match[str]) -> Date | None:
    """Day, month and year in figures; which is which depends on the country."""
    a, b, year = int(match["a"]), int(match["b"]), int(match["year"])
    if a > 12 and b > 12:
        return None
    if len(match["year"]) == 2:
        year += 2000 if year < 50 else 1900
    return Date(year, a, b, numeric=True)


@rule(
    rf"(?:from|between) (?P<first>(?P<a>{DAY})){_TO}(?P<second>(?P<b>{DAY}) (?P<which>this|next|last) month)",
    starts=("from", "between"),
    reads={
        "from [4] to [22 this month]": (
            Within(Part("day", 4), Relative("month", 0)),
            Within(Part("day", 22), Relative("month", 0)),
        )
    },
    refuses=["from 4 to 22 months", "between 4 and 40 this month"],
)
def days_of_month(match: re.Match[str]) -> dict[str, Reading]:
    """Two days of this, the last or the next month."""
    month_meant = Relative("month", {"this": 0, "next": 1, "last": -1}[match["which"].lower()])
    return {name: Within(Part("day", ordinal(match[day])), month_meant) for name, day in (("first", "a"), ("second", "b"))}


@rule(
    r"(?<=\bon )(?P<a>0?[1-9]|[12]\d|3[01])[/.-](?P<b>0?[1-9]|[12]\d|3[01])(?![\d/-]|\.\d| ?"
    r"(?:percent|per cent|million|billion|%))",
    starts=DIGIT,
    reads={"on [4/22]": Date(None, 4, 22, numeric=True)},
    refuses=["1/2 of it", "on 3/4ths", "on 4/22/1"],
)
def day_and_month_in_figures(match: re.Match[str]) -> Date:
    """Month and day in figures, which are a date and no fraction after "on"."""
    return Date(None, int(match["a"]), int(match["b"]), numeric=True)


@rule(
    r"(?P<word>today|yesterday|tomorrow|tonight|tonite)(?!-)|the day (?P<far>before yesterday|after tomorrow)",
    starts=("today", "yesterday", "tomorrow", "tonight", "tonite", "the"),
    reads={
        "today": Relative("day", 0),
        "yesterday": Relative("day", -1),
        "tonight": Within(PartOfDay("NI"), Relative("day", 0)),
        "the day after tomorrow": Relative("day", 2),
    },
    refuses=["USA Today", "the day before"],
)
def around_today(match: re.Match[str]) -> Reading | None:
    """Today and its neighbours."""
    if match["far"]:
        return Relative("day", -2 if "before" in match["far"].lower() else 2)
    word = match["word"].lower()
    if word == "today" and match.string[max(0, match.start() - 4) : match.start()] == "USA ":
        return None
    if word in ("tonight", "tonite"):
        return Within(PartOfDay("NI"), Relative("day", 0))
    return Relative("day", {"today": 0, "yesterday": -1, "tomorrow": 1}[word])


@rule(
    r"(?P<the>the )?(?P<day>(?:[12]?\d|3[01])(?:st|nd|rd|th))(?:(?=$|[.,;:!?)]|\n| (?:at|in|to|with)\b)|(?P<of>(?= of "
    r"(?:the (?:next |last |previous |following |same )?month|(?:this|next|last|that|previous) month))))",
    starts=("the", DIGIT),
    reads={"by [the 15th]": Part("day", 15)},
    refuses=["the 15th century", "the 15th Congress", "the 40th.", "the 15th-largest"],
)
def day_of_month(match: re.Match[str]) -> Part | None:
    """A day of the month by its number alone, at the end of a clause."""
    day = ordinal(match["day"])
    led = match["the"] and _LEADS.search(match.string, max(0, match.start() - 8), match.start())
    return Part("day", day) if 1 <= day <= 31 and (led or match["of"] is not None) else None


_LEADS = re.compile(r"\b(?:on|by|for|until|since|before|after|from|to) $", re.IGNORECASE)
