"""Months and seasons."""

from __future__ import annotations

import re

from factex.grammar import DIGIT, rule
from factex.grammars.timewords import MONTH, MONTH_STARTS, MONTHS, SEASONS, WHICH, WHICH_STARTS, YEAR, month, which
from factex.readings.temporal import Date, Part


@rule(
    rf"(?P<month>{MONTH}),?(?: of)? ?(?:(?P<year>{YEAR})(?![,.:]\d)|['’](?P<short>\d\d))",
    starts=MONTH_STARTS,
    reads={"June 2025": Date(2025, 6), "Sept. 2018": Date(2018, 9), "October of 1977": Date(1977, 10), "March '08": Date(2008, 3)},
    refuses=["June 20", "in May 2000.5"],
)
def month_and_year(match: re.Match[str]) -> Date:
    """A month of a year."""
    short = int(match["short"] or 0)
    year = int(match["year"]) if match["year"] else short + (2000 if short < 50 else 1900)
    return Date(year, month(match["month"]))


@rule(
    rf"(?P<year>{YEAR}) (?P<month>(?-i:(?=[A-Z])){MONTH})(?! \d)|(?P<figure>0?[1-9]|1[0-2])/(?P<year_b>(?:19|20)\d\d)(?![\d/])",
    starts=DIGIT,
    reads={"2015 June": Date(2015, 6), "3/2015": Date(2015, 3)},
    refuses=["2015 Junes", "13/2015", "3/2015/4", "2015 June 3"],
)
def year_then_month(match: re.Match[str]) -> Date:
    """A month after its year, or in figures before it."""
    if match["figure"]:
        return Date(int(match["year_b"]), int(match["figure"]))
    return Date(int(match["year"]), month(match["month"]))


@rule(
    rf"(?:(?P<which>{WHICH}) )?(?P<month>(?!may\b|march\b|mar\b|august\b){MONTH}|(?-i:August))",
    starts=(*(set(MONTH_STARTS) - {"may", "march", "mar"}), *WHICH_STARTS),
    reads={"January": Part("month", 1), "last November": Part("month", 11, "last"), "Sept.": Part("month", 9)},
    refuses=["Januarys", "Jan Smith", "Dec Alpha", "last Novembers", "an august body"],
)
def name_of_month(match: re.Match[str]) -> Part | None:
    """A month by name. Short names need their full stop: Jan and Dec are names of people."""
    name = match["month"]
    if not (name.endswith(".") or name.lower() in MONTHS or name in _SURE):
        return None
    return Part("month", month(name), which(match["which"]))


_SURE = frozenset({"Apr", "Aug", "Feb", "Nov", "Oct", "Sep", "Sept"})


@rule(
    rf"(?:(?P<which>{WHICH}) )?(?P<month>(?-i:May|March))(?! (?:on|I|we|you|he|she|they|be|God)\b)"
    r"(?!(?<!in May)(?<!by May)(?<!of May) the\b)",
    starts=("may", "march", *WHICH_STARTS),
    reads={"in [May]": Part("month", 5), "last March": Part("month", 3, "last")},
    refuses=["may", "the march", "Mayor", "March on Washington"],
    pos=("PROPN", "NOUN", "ADJ", "DET"),
)
def may_or_march(match: re.Match[str]) -> Part:
    """The two months whose names are also verbs: written as names, and used as nouns."""
    return Part("month", month(match["month"]), which(match["which"]))


@rule(
    rf"(?:(?P<which>{WHICH}) |the )?(?P<season>{'|'.join(SEASONS)})(?!(?:(?<=fall)|(?<=spring)) (?:of "
    rf"(?!1|20|nine|eight|two)|to|from)\b)",
    starts=(*SEASONS, *WHICH_STARTS, "the"),
    reads={"last summer": Part("season", 2, "last"), "the summer": Part("season", 2), "in [spring]": Part("season", 1)},
    refuses=["the fall of Rome", "hot springs", "a fall in sales", "a spring in it"],
    pos=("NOUN", "PROPN", "DET", "ADJ"),
)
def season(match: re.Match[str]) -> Part | None:
    """A season, unless the word is about falling or springing."""
    name, before = match["season"].lower(), match.string[max(0, match.start() - 10) : match.start()].lower()
    if (
        name in ("fall", "spring")
        and not match["which"]
        and not before.endswith(("in ", "by ", "during ", "of ", "early ", "late ", "until ", "since ", "this "))
    ):
        return None
    return Part("season", SEASONS[name], which(match["which"]))
