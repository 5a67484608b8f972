"""The day of a holiday in a year."""

from __future__ import annotations

import warnings
from datetime import timedelta
from functools import cache
from typing import Any

from factex.data import table
from factex.values.calendar import Moment, days_in

FIRST, LAST = 1900, 2100
"""The years for which the holidays library is asked."""


def form(name: str) -> str:
    """The TIMEX3 form of the holiday in an unknown year, with its month and day where they are fixed."""
    entry = table("holidays")["holiday"].get(name, {})
    return f"XXXX-{entry.get('day', 'XX-XX')}"


@cache
def day(name: str, year: int, country: str | None = None) -> Moment | None:
    """The day of the holiday *name* in *year*.

    *country* (ISO 3166): where it is kept; it decides for holidays that differ between countries, such as Thanksgiving
    and Independence Day. None where several countries have a day of this name and *country* is none of them, and where the
    holidays library does not reach that year.
    """
    entry = table("holidays")["holiday"].get(name)
    if entry is None:
        return _observed(name, year, country)
    if country is not None:
        local = (_named(each, year, country) for each in entry.get("local", ()))
        if (found := next((day for day in local if day is not None), None)) is not None:
            return found
        entry = entry.get("abroad", {}).get(country, entry)
    return _named(entry["named"], year, entry["country"]) if "named" in entry else _by_rule(entry, year)


def days(name: str, first: Moment, country: str | None = None) -> int:
    """How many days the holiday *name* is kept that begins on the day *first*: 8 for Hanukkah, 29 or 30 for Ramadan."""
    entry = table("holidays")["holiday"].get(name, {})
    end = day(entry["until"], first.year, country) if "until" in entry else None
    return entry.get("days", 1) if end is None else max(1, end.ordinal - first.ordinal)


def _by_rule(entry: dict[str, Any], year: int) -> Moment | None:
    """The day that a row of the table gives by its own rule; None in years that it leaves out."""
    if "day" in entry:
        month, number = (int(part) for part in entry["day"].split("-"))
        return Moment.day(year, month, number)
    if "weekday" in entry:
        return _nth_weekday(year, entry["month"], entry["weekday"], entry["nth"]).shift(entry.get("shift", 0))
    if "easter" in entry:
        return _easter(year).shift(entry["easter"])
    if "orthodox" in entry:
        return _orthodox_easter(year).shift(entry["orthodox"])
    return next((Moment.day(year, int(at[5:7]), int(at[8:])) for at in entry["on"] if int(at[:4]) == year), None)


def _observed(name: str, year: int, country: str | None) -> Moment | None:
    """The day of a holiday that only the library has, in the one country that keeps it or in *country*."""
    kept = table("observances")["observances"][name]
    if country not in kept:
        country = kept[0] if len(kept) == 1 else None
    return None if country is None else _named(name, year, country)


def _nth_weekday(year: int, month: int, weekday: int, nth: int) -> Moment:
    """The nth such weekday of the month; the last for -1."""
    if nth < 0:
        last = Moment.day(year, month, days_in(year, month))
        return last.shift(-((last.ordinal - weekday) % 7))
    first = Moment.day(year, month, 1)
    return first.shift((weekday - first.ordinal) % 7 + 7 * (nth - 1))


def _easter(year: int) -> Moment:
    """Easter Sunday of the western churches, by the Gregorian computus (Meeus, Jones and Butcher)."""
    century, rest = divmod(year, 100)
    golden = year % 19
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * sunday) // 451
    month, day = divmod(epact + sunday - 7 * late + 114, 31)
    return Moment.day(year, month, day + 1)


def _orthodox_easter(year: int) -> Moment:
    """Easter Sunday of the eastern churches, by the Julian computus (Meeus), as a day of the Gregorian calendar."""
    moon = (19 * (year % 19) + 15) % 30
    sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + sunday + 114, 31)
    return Moment.day(year, month, day + 1).shift(year // 100 - year // 400 - 2)


@cache
def _named(name: str, year: int, country: str) -> Moment | None:
    """The first day that the holidays library knows under this name in that country and year."""
    import holidays

    if not FIRST <= year <= LAST:
        return None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns of years for which it lacks some of a country's holidays
        try:
            kinds = holidays.country_holidays(country).supported_categories
            kept = holidays.country_holidays(country, years=year, language="en_US", categories=kinds)
        except NotImplementedError:  # a country that the library does not know
            return None
    found = kept.get_named(name, lookup="iexact") or kept.get_named(name, lookup="icontains")
    # A festival that has begun in the year before goes on in January.
    first = next((at for at in found if kept.get(at) != kept.get(at - timedelta(days=1))), None)
    return None if first is None else Moment.day(first.year, first.month, first.day)
