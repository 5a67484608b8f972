"""Times made of several, and of the words before them."""

from decimal import Decimal

import pytest

from factex.grammars import scan
from factex.readings.temporal import (
    Clock,
    Date,
    Decade,
    Duration,
    Every,
    Holiday,
    Modified,
    Nth,
    Part,
    PartOfDay,
    Relative,
    Shift,
    Weekday,
    Within,
    Year,
)

WHOLE = [
    ("Tuesday, June 3, 2025", Date(2025, 6, 3, weekday=2)),
    ("June 3 (Tuesday", Date(None, 6, 3, weekday=2)),
    ("the third quarter of last year", Within(Part("quarter", 3), Relative("year", -1))),
    ("last year's third quarter", Within(Part("quarter", 3), Relative("year", -1))),
    ("the summer of 1988", Within(Part("season", 2), Year(1988))),
    ("Monday night", Within(PartOfDay("NI"), Weekday(1))),
    ("9 a.m. on Tuesday", Within(Clock(9), Weekday(2))),
    ("June 3 at 14:30", Within(Clock(14, 30), Date(None, 6, 3))),
    ("the first week of May", Within(Nth(1, "week"), Part("month", 5))),
    ("Friday of last week", Within(Weekday(5), Relative("week", -1))),
    ("the week of March 6", Within(Nth(1, "week"), Date(None, 3, 6))),
    ("early last year", Modified(Relative("year", -1), "start")),
    ("the end of 2019", Modified(Year(2019), "end")),
    ("mid-December", Modified(Part("month", 12), "mid")),
    ("10 a.m. Tuesday, June 3", Within(Clock(10), Date(None, 6, 3, weekday=2))),
    ("the night of Friday, Oct. 23", Within(PartOfDay("NI"), Date(None, 10, 23, weekday=5))),
    ("the small hours of Monday morning", Modified(Within(PartOfDay("MO"), Weekday(1)), "start")),
    ("the quarter a year earlier", Shift(Decimal(1), "year", forward=False, origin=Relative("quarter", 0, following=True))),
    ("the last half of the 1980s", Modified(Decade(198), "end")),
    ("around Nov. 1", Modified(Date(None, 11, 1), "approx")),
    ("around year-end", Modified(Relative("year", 0), "end")),
    ("late on Monday", Modified(Weekday(1), "end")),
    ("earlier this week", Relative("week", 0)),
    ("more than two years", Modified(Duration("P2Y"), "more_than")),
    ("at least 30 days", Modified(Duration("P30D"), "equal_or_more")),
    ("nearly two years ago", Modified(Shift(2, "year", forward=False), "less_than")),
    ("two days after Christmas", Shift(2, "day", forward=True, origin=Holiday("Christmas"))),
    ("a week before Easter", Shift(1, "week", forward=False, origin=Holiday("Easter"))),
    ("the morning of Christmas 2013", Within(PartOfDay("MO"), Within(Holiday("Christmas"), Year(2013)))),
    ("two days after Easter 2019", Shift(2, "day", forward=True, origin=Within(Holiday("Easter"), Year(2019)))),
    ("the last Sunday of March 2014", Within(Nth(-1, "day", 7), Date(2014, 3))),
    ("every Sunday at 9 a.m.", Every("XXXX-WXX-7T09", "EVERY")),
]


@pytest.mark.parametrize(("text", "reading"), WHOLE)
def test_one_time_of_several_words(text, reading):
    """The whole is one mention."""
    found = scan(text)
    assert [(text[m.start : m.end], m.reading) for m in found] == [(text, reading)]


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("from Monday to Friday", ["Monday", "Friday"]),
        ("in 2019 Monday was quiet", ["2019", "Monday"]),
        ("used over three years", ["three years"]),
        ("It shut in May. June was worse", ["May", "June"]),
        ("on Tuesday morning trade was slow", ["Tuesday morning"]),
        ("a cold night", []),
    ],
)
def test_times_that_stay_apart(text, times):
    """Ranges are two times, and a part of the day alone is none."""
    assert [text[m.start : m.end] for m in scan(text)] == times


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("from January to April 2015", [Date(2015, 1), Date(2015, 4)]),
        ("Nov. 18 - Feb. 19, 2016", [Date(2015, 11, 18), Date(2016, 2, 19)]),
        ("in May, and in April 2015", [Part("month", 5), Date(2015, 4)]),
    ],
)
def test_a_range_shares_its_year(text, readings):
    """The year stands at the end of a range; a range over New Year begins in the year before."""
    assert [m.reading for m in scan(text)] == readings
