"""Full dates in the odd formats of tables, datelines and log lines, which dateparser reads.

The rule types the span, so dateparser never searches a text; the parser must find a day, a month and a year, so it never
fills one in from today.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from factex.grammar import DIGIT, rule
from factex.grammars.timewords import DAY_NUMBER, MONTH, MONTH_STARTS
from factex.readings.temporal import Date

if TYPE_CHECKING:
    from dateparser.date import DateDataParser

_DAY = rf"{DAY_NUMBER}(?:st|nd|rd|th)?"
_YEAR = r"(?:(?:19|20)\d\d|['’]\d\d)"
_SHORT = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_SIGN = r"(?:[-/]|\. ?)"


@rule(
    rf"{_YEAR}(?:{_SIGN}| )(?:{MONTH}(?:{_SIGN}| )?{_DAY}(?!\d)|{_DAY}{_SIGN}{MONTH})"
    rf"|{_DAY}{_SIGN}{MONTH}(?:{_SIGN}| )?(?:{_YEAR}|\d\d)(?!\d)"
    rf"|{MONTH}{_SIGN}{_DAY}(?:[-/,] ?){_YEAR}(?!\d)|(?:the )?{_DAY} day of {MONTH},? {_YEAR}|{_DAY} {MONTH} ['’]\d\d(?!\d)"
    rf"|{DAY_NUMBER}(?-i:{_SHORT}|{_SHORT.upper()})(?:{_YEAR}|\d\d)(?!\d)",
    starts=(DIGIT, "the", *MONTH_STARTS),
    needs=MONTH_STARTS,
    reads={
        "2019/sep/01": Date(2019, 9, 1),
        "2019/23/Sep": Date(2019, 9, 23),
        "16. Nov. 2016": Date(2016, 11, 16),
        "14-Oct-21": Date(2021, 10, 14),
        "Oct/14/2021": Date(2021, 10, 14),
    },
    refuses=["2019/September", "31/Feb/2019", "3JUNK2025", "40-Oct-21"],
)
def odd_format(match: re.Match[str]) -> Date | None:
    """Day, month by name and year in any order, with any signs between them."""
    found = _parser().get_date_data(match[0].replace("’", "'")).date_obj
    return None if found is None else Date(found.year, found.month, found.day)


@cache
def _parser() -> DateDataParser:
    """The parser of full English dates; its base only has to be some day, for it is never used."""
    from datetime import UTC, datetime

    from dateparser.date import DateDataParser

    settings = {"REQUIRE_PARTS": ["day", "month", "year"], "RELATIVE_BASE": datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)}
    return DateDataParser(languages=["en"], settings=settings)
