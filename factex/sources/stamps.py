"""Time stamps as sources write them: ISO 8601, RFC 2822, and the ways of newsrooms."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTHS = {name: number for number, name in enumerate(_NAMES, start=1)}
"""The first letters of each month to its number."""
_MONTH = rf"(?P<month>{'|'.join(MONTHS)})[a-z]{{0,6}}\.?"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_CLOCK = re.compile(
    r"\b(?P<hour>[012]?\d)[:.](?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?(?:\s{0,2}(?P<half>[ap])\.?m\b)?", re.IGNORECASE
)
_WRITTEN = (
    re.compile(rf"\b{_MONTH}\s{{1,3}}{_DAY},?\s{{1,3}}(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE),
    re.compile(rf"\b{_DAY}[\s-]{{1,3}}{_MONTH},?[\s-]{{1,3}}(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE),
)
# Day and month in either order, where one of the numbers can only be the day.
_NUMERIC = re.compile(r"(?<![\d./-])(?P<first>\d\d?)(?P<sep>[./-])(?P<second>\d\d?)(?P=sep)(?P<year>(?:19|20)\d\d)(?![\d./-])")
_ISO = re.compile(
    r"(?P<date>\d{4}-\d\d?-\d\d?|\d{8})"
    r"(?:(?:[T ]|\s{1,3})(?P<hour>\d\d?):?(?P<minute>\d\d)(?::?(?P<second>\d\d)(?:[.,]\d{1,9})?)?)?"
    r"\s{0,3}(?P<zone>Z|UTC|GMT|[+-]\d\d:?(?:\d\d)?|[A-Z]{2,4})?(?:\[[\w/]{1,40}\])?",
    re.IGNORECASE,
)
_OFFSET = re.compile(r"(?P<sign>[+-])(?P<hours>\d\d):?(?P<minutes>\d\d)?$")

# The abbreviations that RFC 2822 defines and those that news in English means by one offset: IST is India's.
_ZONES = {
    "z": 0, "utc": 0, "gmt": 0, "ut": 0, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7,
    "bst": 1, "cet": 1, "cest": 2, "eet": 2, "eest": 3, "msk": 3, "wat": 1, "sast": 2, "eat": 3, "pkt": 5, "ist": 5.5,
    "wib": 7, "hkt": 8, "pht": 8, "sgt": 8, "jst": 9, "kst": 9, "aest": 10, "aedt": 11, "nzst": 12, "nzdt": 13,
}  # fmt: skip
# What news in America writes all year round.
_REGIONS = {"et": "America/New_York", "ct": "America/Chicago", "mt": "America/Denver", "pt": "America/Los_Angeles"}

EARLIEST = 1900
"""Time stamps before this year are sentinels (0001-01-01, 1899-12-30): they mean that no time is known."""


def parse_stamp(text: str) -> datetime | date | None:
    """The time that *text* states, a date where it has no clock time; None where it is none or a sentinel.

    The offset stays as written; a time without one stays naive. Where the order of day and month differs by country and
    either would do (03/06/2025), it is not guessed at.

    >>> parse_stamp("2025-04-09T08:00:29+0900")
    datetime.datetime(2025, 4, 9, 8, 0, 29, tzinfo=datetime.timezone(datetime.timedelta(seconds=32400)))
    >>> parse_stamp("Wednesday, April 9, 2025")
    datetime.date(2025, 4, 9)
    """
    text = text.strip()[:80]
    try:
        found = _iso(text) or _written(text)
    except ValueError:  # the 31st of February
        return None
    return found if found is not None and _plausible(found) else None


def _plausible(found: datetime | date) -> bool:
    """Whether it may be when an article was published: no sentinel such as 0001-01-01 or the Unix epoch."""
    day = found.date() if isinstance(found, datetime) else found
    return day.year >= EARLIEST and day not in (date(1970, 1, 1), date(1969, 12, 31)) and day.year < 2200


def _iso(text: str) -> datetime | date | None:
    match = _ISO.fullmatch(text)
    if match is None:
        return None
    digits = match["date"]
    year, month, day = digits.split("-") if "-" in digits else (digits[:4], digits[4:6], digits[6:])
    whole = date(int(year), int(month), int(day))
    if match["hour"] is None:
        return whole
    hour, minute, second = int(match["hour"]), int(match["minute"]), int(match["second"] or 0)
    return _with_zone(datetime(whole.year, whole.month, whole.day, hour, minute, second), match["zone"] or "")  # noqa: DTZ001


def _written(text: str) -> datetime | date | None:
    """A date in words, and the clock time beside it: "Apr 9, 2025 8:00 p.m. EDT", "Wed, 09 Apr 2025 08:00:29 +0900"."""
    match = next((m for pattern in (*_WRITTEN, _NUMERIC) if (m := pattern.search(text))), None)
    if match is None:
        return None
    day = _day(match)
    if day is None:
        return None
    rest = f"{text[: match.start()]} {text[match.end() :]}"
    clock = _CLOCK.search(rest)
    if clock is None:
        return day
    hour = int(clock["hour"])
    if clock["half"]:
        hour = hour % 12 + (12 if clock["half"].lower() == "p" else 0)
    zone = re.search(r"([+-]\d\d:?\d\d|\b[A-Z]{1,4})\b", rest[clock.end() :])
    stamp = datetime(day.year, day.month, day.day, hour, int(clock["minute"]), int(clock["second"] or 0))  # noqa: DTZ001
    return _with_zone(stamp, zone[0] if zone else "")


def _day(match: re.Match[str]) -> date | None:
    """The day of a date in words or in numbers; None if day and month could be either."""
    if match.re is not _NUMERIC:
        return date(int(match["year"]), MONTHS[match["month"].lower()], int(match["day"]))
    first, second = int(match["first"]), int(match["second"])
    if first != second and max(first, second) <= 12:
        return None
    return date(int(match["year"]), min(first, second), max(first, second))


def _with_zone(stamp: datetime, zone: str) -> datetime:
    """*stamp* with the offset that *zone* names, still naive if it names none."""
    region = _REGIONS.get(zone.lower())
    if region is None:
        return stamp.replace(tzinfo=_zone(zone))
    try:
        return stamp.replace(tzinfo=timezone(ZoneInfo(region).utcoffset(stamp) or timedelta(0)))
    except ZoneInfoNotFoundError:  # a machine without a time zone database
        return stamp


def _zone(name: str) -> timezone | None:
    offset = _OFFSET.match(name)
    if offset:
        minutes = int(offset["hours"]) * 60 + int(offset["minutes"] or 0)
        return timezone(timedelta(minutes=-minutes if offset["sign"] == "-" else minutes))
    hours = _ZONES.get(name.lower())
    if hours is None:
        return None
    return timezone(timedelta(hours=hours)) if hours else UTC
