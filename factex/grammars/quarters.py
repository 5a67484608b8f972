"""Quarters, halves and weeks of a year, by number."""

from __future__ import annotations

import re

from factex.grammar import DIGIT, followed_by, rule
from factex.grammars.movewords import MOVES
from factex.grammars.numbers import either
from factex.grammars.timewords import CLOSED, MONTHS, OFFSETS, QUARTER, YEAR, ordinal
from factex.readings import Reading
from factex.readings.temporal import Part, Relative, Within, Year


@rule(
    rf"(?:(?P<fiscal>(?:the )?fiscal[ -])|the (?={QUARTER} ))?(?P<a>{QUARTER})[ -](?P<fiscal2>fiscal[ -])?(?:quarter|qtr\b)"
    r"(?! (?:in (?:a row|succession)|running)\b)",
    starts=("the", "fiscal", "first", "second", "third", "fourth", DIGIT),
    needs=["quarter", "qtr"],
    reads={
        "the first quarter": Part("quarter", 1),
        "third-quarter": Part("quarter", 3),
        "fiscal third quarter": Part("quarter", 3, fiscal=True),
        "the [second-quarter] loss": Part("quarter", 2),
        "the 3rd qtr": Part("quarter", 3),
    },
    refuses=["three quarters", "a quarter", "the first quarterback", "a fall for the fourth quarter in a row"],
)
def quarter(match: re.Match[str]) -> Part | None:
    """A quarter of a year by number."""
    return Part("quarter", ordinal(match["a"]), fiscal=bool(match["fiscal"] or match["fiscal2"]))


@rule(
    rf"(?:the )?(?P<first>{QUARTER})(?:, (?P<second>{QUARTER}))?,? (?:and|or) (?:the )?(?P<third>{QUARTER} quarters?)",
    starts=("the", "first", "second", "third", "fourth", DIGIT),
    needs=["quarter", "quarters"],
    reads={
        "the [second] and [fourth quarters]": (Part("quarter", 2), Part("quarter", 4)),
        "the [first], [second] and [third quarters]": (Part("quarter", 1), Part("quarter", 2), Part("quarter", 3)),
        "in the [first] or [second quarter]": (Part("quarter", 1), Part("quarter", 2)),
    },
    refuses=["the second and fourth floors", "the first quarter and the second"],
)
def quarters(match: re.Match[str]) -> dict[str, Reading]:
    """Several quarters that share their noun."""
    return {name: Part("quarter", ordinal(words.split(" ")[0])) for name, words in match.groupdict().items() if words}


@rule(
    r"(?:the )?(?:January[-–](?=M)|April[-–](?=J)|July[-–](?=S)|October[-–](?=D))?(?P<month>(?-i:March|June|September|December))"
    r"[ -]quarter(?!s|-?(?:end|final))",
    starts=("the", "march", "june", "september", "december", "january", "april", "july", "october"),
    needs=["quarter"],
    reads={
        "the June quarter": Part("quarter", 2),
        "its [December-quarter] profit": Part("quarter", 4),
        "the July-September quarter": Part("quarter", 3),
    },
    refuses=["the June quarters", "the June quarter-final", "the May quarter"],
)
def quarter_by_its_month(match: re.Match[str]) -> Part:
    """The June quarter is the one that ends in June, as Australians and airlines say; others name its first month too."""
    return Part("quarter", (MONTHS.index(match["month"].lower()) + 1) // 3)


@rule(
    rf"(?P<fiscal>(?-i:F)|fiscal )?(?P<letter>(?-i:Q|H))(?P<number>[1-4])(?!-|(?!FY)\w)(?:[ -]?(?:of )?(?P<fy>FY ?)?['’]?"
    rf"(?P<year>{YEAR}|\d\d(?![\d.,%])))?"
    rf"|(?P<number_b>[1-4])(?P<letter_b>(?-i:Q|H))(?P<fy_b>(?-i:FY))?['’]?(?P<year_b>{YEAR}|\d\d)?"
    rf"|(?:(?P<year_c>{YEAR})[ -]?(?=[QH])|(?P<year_d>\d\d)(?=Q))(?P<letter_c>[QH])(?P<number_c>[1-4])(?![-\w])",
    starts=("q", "h", "fq", "fiscal", DIGIT),
    needs=["q", "h", "fq", "fh", "qfy", "hfy"],
    reads={
        "Q3 2019": Within(Part("quarter", 3), Year(2019)),
        "H1": Part("half", 1),
        "Q3 FY19": Within(Part("quarter", 3, fiscal=True), Year(19, 2)),
        "3Q19": Within(Part("quarter", 3), Year(19, 2)),
        "4QFY24": Within(Part("quarter", 4, fiscal=True), Year(24, 2)),
        "2017-q1": Within(Part("quarter", 1), Year(2017)),
        "18Q4": Within(Part("quarter", 4), Year(18, 2)),
    },
    refuses=["Q5", "H3N2", "h2", "Q3-driven", "5Q", "1H1", "2016 Q5", "118Q4"],
)
def quarter_in_short(match: re.Match[str]) -> Reading | None:
    """Q3, H1 2019, 3Q19, 2016 Q3: how analysts write quarters and halves."""
    letter, number = (match[name] or match[name + "_b"] or match[name + "_c"] for name in ("letter", "number"))
    year = match["year"] or match["year_b"] or match["year_c"] or match["year_d"]
    if letter in "Hh" and int(number) > 2:
        return None
    part = Part("quarter" if letter in "Qq" else "half", int(number), fiscal=bool(match["fy"] or match["fiscal"] or match["fy_b"]))
    return Within(part, Year(int(year), digits=len(year))) if year else part


_LAST_OF_SPORT = 22
"""No league plays more weeks a season than this: "Week 17" is of its season, "week 31" of the year."""


@rule(
    rf"(?P<lead>(?:the )?calendar |the )?week (?P<week>[1-4]\d|5[0-3]|[1-9])(?![\d-]|[.,:]\d|%)(?: of (?:(?P<year>{YEAR})"
    rf"|(?P<which>last|this|next) year\b))?|(?P<iso>{YEAR})-?(?-i:W)(?P<of_iso>(?!00)[0-4]\d|5[0-3])(?![\w-])",
    starts=("the", "calendar", "week", DIGIT),
    needs=["week", "w"],
    reads={
        "week 31 of 2018": Within(Part("week", 31), Year(2018)),
        "week 27 of last year": Within(Part("week", 27), Relative("year", -1)),
        "calendar week 3": Part("week", 3),
        "Week 31": Part("week", 31),
        "2025-W15": Within(Part("week", 15), Year(2025)),
    },
    refuses=["2025-W99", "Week 5", "the week 5 people met", "week 60 of 2018", "week 3 of the strike", "the week 10-day forecasts"],
)
def week_by_number(match: re.Match[str]) -> Reading | None:
    """A week of the year by its ISO number; small numbers alone are of a season or a trial unless called calendar weeks."""
    week, year = int(match["week"] or match["of_iso"]), match["year"] or match["iso"]
    if year or match["which"]:
        whole = Year(int(year)) if year else Relative("year", OFFSETS[match["which"].lower()])
        return Within(Part("week", week), whole)
    sure = match["lead"] is not None and (match["lead"].lower() != "the " or followed_by(match, CLOSED))
    return Part("week", week) if sure or (week > _LAST_OF_SPORT and not match.string.startswith(" of", match.end())) else None


@rule(
    rf"(?:the )?(?:fiscal )?(?P<which>first|second|latter|last|1st|2nd)[ -]half(?= of (?:the |(?:its|their|[\w ]+['’]s) (?=fi))?"
    rf"(?:last|this|next|fiscal|financial|same|current|previous|following|year|1|20|week|century|decade|month"
    rf"|{'|'.join(name[:3] for name in MONTHS)})|[.,;]|$| (?:profits?|loss|losses|earnings|results?|sales|revenues?|net"
    rf"|ended|ending|compared|pre-?tax|operating|figures|{either(MOVES)})\b)",
    starts=("the", "first", "second", "latter", "last", DIGIT),
    needs=["half"],
    reads={"the first half": Part("half", 1), "second-half": Part("half", 2), "the 2nd half": Part("half", 2)},
    refuses=["the first half of the match", "the first half of its match", "the other half", "half"],
)
def half(match: re.Match[str]) -> Part:
    """Half a year by number; halves of games are none."""
    return Part("half", 1 if match["which"].lower() in ("first", "1st") else 2)
