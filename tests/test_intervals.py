"""From a TIMEX3 value to the time it covers, and back."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

import factex
from factex.values.calendar import Moment, civil, day_ordinal

# ruff: noqa: DTZ001  (times without a zone are what some values mean)

DAYS = [
    ("2025-06-03", date(2025, 6, 3), date(2025, 6, 4)),
    ("2025-02", date(2025, 2, 1), date(2025, 3, 1)),
    ("2025-12", date(2025, 12, 1), date(2026, 1, 1)),
    ("2025", date(2025, 1, 1), date(2026, 1, 1)),
    ("2025-Q4", date(2025, 10, 1), date(2026, 1, 1)),
    ("2025-H1", date(2025, 1, 1), date(2025, 7, 1)),
    ("2025-SU", date(2025, 6, 1), date(2025, 9, 1)),
    ("2025-WI", date(2025, 12, 1), date(2026, 3, 1)),
    ("2020-W53", date(2020, 12, 28), date(2021, 1, 4)),
    ("2025-W15-WE", date(2025, 4, 12), date(2025, 4, 14)),
    ("199", date(1990, 1, 1), date(2000, 1, 1)),
    ("19", date(1900, 1, 1), date(2000, 1, 1)),
]


@pytest.mark.parametrize(("timex", "begin", "finish"), DAYS)
def test_a_date_covers_its_days(timex, begin, finish):
    """The interval is half-open: its end is the first day after."""
    assert factex.interval(timex) == (begin, finish)


@pytest.mark.parametrize(("timex", "begin", "finish"), DAYS)
def test_an_interval_gives_its_timex_back(timex, begin, finish):
    """What one value covers has that value."""
    assert factex.timex(begin, finish) == timex


def test_two_values_cover_what_lies_between():
    """What holds from one time to another, as "2019/2023" in a fact's `when`, has the first day of one and the end of the other."""
    assert factex.interval("2019/2023-Q1") == (date(2019, 1, 1), date(2023, 4, 1))
    assert factex.interval("XXXX/2023") == (None, date(2024, 1, 1))
    for wrong in ("2019/", "/2019", "2019/2020/2021"):
        with pytest.raises(factex.TimexError):
            factex.interval(wrong)


def test_an_interval_that_no_value_covers_has_none():
    """Three days are no unit of the calendar."""
    assert factex.timex(date(2025, 6, 3), date(2025, 6, 6)) is None


@pytest.mark.parametrize(
    ("timex", "begin", "length"),
    [
        ("2025-04-09T14:30", datetime(2025, 4, 9, 14, 30), timedelta(minutes=1)),
        ("2025-04-09T09", datetime(2025, 4, 9, 9), timedelta(hours=1)),
        ("2025-04-09T24:00", datetime(2025, 4, 10), timedelta(minutes=1)),
        ("2025-04-09TMO", datetime(2025, 4, 9, 6), timedelta(hours=6)),
        ("2025-04-09T14:30Z", datetime(2025, 4, 9, 14, 30, tzinfo=UTC), timedelta(minutes=1)),
        ("2025-04-09T14:30-05", datetime(2025, 4, 9, 14, 30, tzinfo=timezone(timedelta(hours=-5))), timedelta(minutes=1)),
    ],
)
def test_a_time_of_the_day_covers_its_minutes(timex, begin, length):
    """A time with a zone is aware, one without is not."""
    assert factex.interval(timex) == (begin, begin + length)


@pytest.mark.parametrize(
    "timex",
    [
        "2025-04-09T14:30", "2025-04-09T09", "2025-04-09T23:59:59", "2025-04-09TMO", "2025-04-09TNI", "2025-04-09TDT",
        "2025-04-09T14:30Z", "2025-04-09T14:30-05:00", "0476-01-01", "2024-02-29", "9998-W52",
    ],
)  # fmt: skip
def test_there_and_back(timex):
    """The interval of a value has that value again."""
    assert factex.timex(*factex.interval(timex)) == timex


def test_midnights_bound_whole_days():
    """Datetimes at midnight are the dates that they begin."""
    assert factex.timex(datetime(2025, 1, 1), datetime(2025, 4, 1)) == "2025-Q1"
    assert factex.timex(datetime(2025, 1, 1), datetime(2025, 1, 1, 0, 7)) is None


@pytest.mark.parametrize("timex", ["P3D", "PXW", "PT28M", "P2.5Y", "PAST_REF", "XXXX-WXX-2", "XXXX-06-03", "T09:00", "BC0241"])
def test_what_has_no_place_in_the_calendar_has_no_interval(timex):
    """Lengths, vague times and unresolved ones are no error."""
    assert factex.interval(timex) == (None, None)


@pytest.mark.parametrize(
    "timex", [None, "", "soon", "2025-13", "2025-02-30", "2025-W54", "20251", "P", "2025-04-09T25:00", "2025-Q5"]
)
def test_what_is_no_timex_is_an_error(timex):
    """The message names the value and says what was expected."""
    with pytest.raises(factex.TimexError, match="expected one such as 2025-06-03"):
        factex.interval(timex)


@pytest.mark.parametrize("year", [-480, -1, 0, 1, 1600, 1999, 2000, 9999, 12000, 98001])
def test_the_calendar_has_no_ends(year):
    """Days before Christ and after the year 9999 count on."""
    assert civil(day_ordinal(year, 2, 28)) == (year, 2, 28)
    assert day_ordinal(year + 1, 1, 1) - day_ordinal(year, 12, 31) == 1


def test_units_are_counted_in_themselves():
    """A quarter four quarters on is the same one of the next year; BC is written as TIMEX3 has it."""
    assert Moment("quarter", 2025 * 4).shift(4).timex == "2026-Q1"
    assert Moment("year", -240).timex == "BC0241"
    assert Moment("day", date(2025, 1, 1).toordinal()).to("week").timex == "2025-W01"
