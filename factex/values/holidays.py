"""The day of a holiday in a year."""

from __future__ import annotations

from functools import cache

from factex.data import table
from factex.values.calendar import Moment, days_in

_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1}


def form(name: str) -> str | None:
    """The TIMEX3 form of the holiday in an unknown year, where it has a fixed day."""
    entry = table("holidays")["holiday"][name]
    return f"XXXX-{entry['day']}" if "day" in entry else None


@cache
def day(name: str, year: int, country: str | None = None) -> Moment | None:
    """The day of the holiday *name* in *year*, as *country* (ISO 3166, None: as the table says) keeps it.

    None where the calendar of the holidays library does not reach that year.
    """
    entry = table("holidays")["holiday"][name]
    if "day" in entry:
        month, number = (int(part) for part in entry["day"].split("-"))
        return Moment.day(year, month, number)
    if "weekday" in entry:
        return _nth_weekday(year, entry["month"], entry["weekday"], entry["nth"]).shift(entry.get("shift", 0))
    if "easter" in entry:
        return _easter(year).shift(entry["easter"])
    return _named(entry["named"], year, entry["country"])


def _nth_weekday(year: int, month: int, weekday: int, nth: int) -> Moment:
    """The nth such weekday of the month; the last for -1."""
    if nth < 0:
        last = Moment.day(year, month, days_in(year, month))
        return last.shift(-((last.ordinal - weekday) % 7))
    first = Moment.day(year, month, 1)
    return first.shift((weekday - first.ordinal) % 7 + 7 * (nth - 1))


def _easter(year: int) -> Moment:
    """Easter Sunday of the western churches."""
    from dateutil.easter import easter

    found = easter(year)
    return Moment.day(found.year, found.month, found.day)


@cache
def _named(name: str, year: int, country: str) -> Moment | None:
    """The first day that the holidays library knows under this name in that country and year."""
    import holidays

    found = holidays.country_holidays(country, years=year, language="en_US").get_named(name, lookup="icontains")
    return Moment.day(found[0].year, found[0].month, found[0].day) if found else None
