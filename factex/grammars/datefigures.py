"""Dates all in figures: 2025-06-03, 13.04.19, on 4/22."""

from __future__ import annotations

import re

from factex.grammar import DIGIT, followed_by, led_by, rule, text_before
from factex.grammars.dates import cued
from factex.grammars.timewords import DAY_NUMBER, WHICH, WHICH_STARTS, which
from factex.readings import Reading
from factex.readings.temporal import Date

_SIGNS_BEHIND = [DIGIT + sign for sign in "-/."]


@rule(
    r"(?P<year>\d{4})(?P<sign>[-/.])(?P<month>0?[1-9]|1[0-2])(?P=sign)(?P<day>0[1-9]|[12]\d|3[01]|[1-9])(?!\d)(?=[T ]?)",
    starts=DIGIT,
    needs=_SIGNS_BEHIND,
    reads={"2025-06-03": Date(2025, 6, 3), "2019/11/18": Date(2019, 11, 18)},
    refuses=["2025-13-03", "2025-06-32", "1.2.3"],
)
def iso_date(match: re.Match[str]) -> Date:
    """Year, month and day in figures (ISO 8601)."""
    return Date(int(match["year"]), int(match["month"]), int(match["day"]))


@rule(
    rf"(?P<a>{DAY_NUMBER})(?:(?P<sign>[-/.])(?P<b>{DAY_NUMBER})(?P=sign)|/(?P<b2>{DAY_NUMBER}), ?)"
    r"(?P<year>(?:1[5-9]|20)\d\d|\d\d)(?![\d./]\w|-\w(?!\d?/\d\d?/)|\d)",
    starts=DIGIT,
    needs=_SIGNS_BEHIND,
    reads={
        "03/06/2025": Date(2025, 3, 6, numeric=True),
        "13.04.19": Date(19, 13, 4, numeric=True, digits=2),
        "11-13-98": Date(98, 11, 13, numeric=True, digits=2),
        "08/12, 2015": Date(2015, 8, 12, numeric=True),
    },
    refuses=["03/40/2025", "1/2", "192.168.10.1", "code 133-03-03-2020"],
)
def numeric_date(match: re.Match[str]) -> Date | None:
    """Day, month and year in figures; which is which depends on the country."""
    a, b = int(match["a"]), int(match["b"] or match["b2"])
    if (a > 12 and b > 12) or led_by(match, _LONGER, 5):
        return None
    return Date(int(match["year"]), a, b, numeric=True, digits=len(match["year"]))


_LONGER = re.compile(r"(?<!/\d{3})\d[-./]$")


_THINGS = re.compile(r" [a-z]{2,}s\b")  # "put on 7.16 points"
_NOT_A_FRACTION = r"(?![\d/-]|\.\d| ?(?:percent|per cent|million|billion|inch|mile|%)| of\b)"


@rule(
    rf"(?P<whole>(?P<first>(?:(?P<which>{WHICH}) )?(?P<a>{DAY_NUMBER}) ?[/.-] ?(?P<b>{DAY_NUMBER}))"
    rf"(?: ?[-–] ?| to | through | until |(?P<and> and ))(?P<second>(?P<c>{DAY_NUMBER})/(?P<d>{DAY_NUMBER}))"
    rf"|(?:(?P<which_b>{WHICH}) )?(?P<e>{DAY_NUMBER})(?: ?/ ?|[.-])(?P<f>{DAY_NUMBER})){_NOT_A_FRACTION}",
    starts=(DIGIT, *WHICH_STARTS),
    needs=["/", DIGIT + "-", DIGIT + "."],
    reads={
        "on [4/22]": Date(None, 4, 22, numeric=True),
        "from [9/2] to [10/6]": (Date(None, 9, 2, numeric=True), Date(None, 10, 6, numeric=True)),
        "next 5/12": Date(None, 5, 12, numeric=True, which="next"),
        "between [9/2] and [10/6]": (Date(None, 9, 2, numeric=True), Date(None, 10, 6, numeric=True)),
    },
    refuses=["between 1/4 and 1/3.", "1/2 of it", "on 3/4ths", "on 4/22/1", "a 5/12 majority", "from 1/2 to 3/4 inch"],
)
def day_and_month_in_figures(match: re.Match[str]) -> dict[str, Reading] | None:
    """Month and day in figures, which are a date and no fraction or score where the words before say so."""
    if match["c"]:
        return _two_in_figures(match)
    slash = "/" in match["whole"]
    if not (match["which_b"] and slash) and not cued(match):
        return None
    before = text_before(match, 3)
    alone = not match["which_b"] and not before.strip() and before[-1:] in ("", "\n", "\t")
    if alone and not (slash and followed_by(match, _ENDS_LINE) and int(match["f"]) > 12):
        return None  # a line of its own: "2/15" is a date, "9/10" a mark, "6-4" a result
    if not slash and (before != "on " or int(match["e"] or 0) > 12 or followed_by(match, _THINGS)):  # "came in on 18-2"
        return None
    return {"whole": Date(None, int(match["e"]), int(match["f"]), numeric=True, which=which(match["which_b"]))}


def _two_in_figures(match: re.Match[str]) -> dict[str, Reading] | None:
    """The two ends of a range: from 9/2 to 10/6. "Between 1/4 and 1/3" are fractions."""
    fractions = match["and"] and (int(match["a"]) < int(match["b"]) or not match.string.endswith("between ", 0, match.start()))
    if fractions or not cued(match) or "/" not in match["first"]:
        return None
    first = Date(None, int(match["a"]), int(match["b"]), numeric=True, which=which(match["which"]))
    return {"first": first, "second": Date(None, int(match["c"]), int(match["d"]), numeric=True)}


_ENDS_LINE = re.compile(r"\s*(?:\n|\t|$)")
