"""When a page was published: which of the stamps it shows to believe."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta, timezone

from factex.sources.stamps import MONTHS

_URL_DAY = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<sep>[/_-]?)(?P<month>0[1-9]|1[0-2])(?P=sep)(?P<day>0[1-9]|[12]\d|3[01])(?!\d)"
    rf"|(?<!\d)(?P<year2>(?:19|20)\d\d)/(?P<month2>{'|'.join(MONTHS)})[a-z]*/(?P<day2>[0-3]?\d)(?!\d)"
    r"|(?<!\d)(?P<year3>(?:19|20)\d\d)/(?P<month3>1[0-2]|0?[1-9])/(?P<day3>[12]\d|3[01]|0?[1-9])(?!\d)"
)

NEAR = timedelta(days=7)
"""Stamps no further apart than this are taken to be in one offset: clocks change twice a year."""

Candidate = tuple[str, datetime | date]


def url_day(url: str | None) -> date | None:
    """The day in the path of *url*, as newsrooms put it there.

    >>> url_day("https://example.com/2025/04/09/sales-rise/")
    datetime.date(2025, 4, 9)
    """
    match = _URL_DAY.search(url or "")
    if match is None:
        return None
    parts = {name.rstrip("23"): value for name, value in match.groupdict().items() if value}
    month = MONTHS[parts["month"]] if parts["month"].isalpha() else int(parts["month"])
    try:
        return date(int(parts["year"]), month, int(parts["day"]))
    except ValueError:
        return None


def published(
    candidates: Sequence[Candidate], url: str | None, modified: datetime | date | None = None
) -> tuple[datetime | date | None, str | None]:
    """The time of publication among *candidates*, most trusted first, and where it stands; (None, None) if there is none.

    The first one counts, but for what it leaves open: its offset, or its clock time, is taken from another that agrees
    with it. A stamp in UTC tells no civil day: the newsroom's offset shows where the page states the same moment in its own
    time as well, as WordPress does, or another moment of those days with its offset; else, where it is off by one, the day in
    *url* is the newsroom's.
    """
    day = url_day(url)
    if not candidates:
        return (day, "url") if day is not None else (None, None)
    source, stamp = min(candidates, key=lambda candidate: _detail(candidate[1], candidates[0][1]))
    if isinstance(stamp, datetime) and stamp.utcoffset() == timedelta(0):
        others = [modified, *(other for _, other in candidates)]
        local = next((moved for other in others if (moved := _in_local_time(stamp, other))), None) or _at_offset_of(stamp, others)
        if local is not None:
            return local, source
        if day is not None and abs((stamp.date() - day).days) == 1:
            return day, "url"
    return stamp, source


def _at_offset_of(stamp: datetime, others: Iterable[datetime | date | None]) -> datetime | None:
    """*stamp* at the one offset that *others* of the same days have; None if they have none or several."""
    near = (other for other in others if isinstance(other, datetime) and other.utcoffset() and abs(other - stamp) < NEAR)
    offsets = {other.utcoffset() for other in near}
    return stamp.astimezone(timezone(offsets.pop() or timedelta(0))) if len(offsets) == 1 else None


def _in_local_time(stamp: datetime, other: datetime | date | None) -> datetime | None:
    """*stamp* at the offset that *other* shows, if that is the same moment in another time: the minutes and seconds agree."""
    if not isinstance(other, datetime) or other.tzinfo is not None:
        return None
    utc = stamp.replace(tzinfo=None, microsecond=0)
    offset = other - (utc if other.second else utc.replace(second=0))
    if not offset or abs(offset) > timedelta(hours=14) or offset % timedelta(minutes=30):
        return None
    return stamp.astimezone(timezone(offset))


def _detail(stamp: datetime | date, first: datetime | date) -> int:
    """How little *stamp* says about the moment that *first* states: 0 for the most, 4 for one that is about another moment."""
    if not isinstance(stamp, datetime):
        return 3 if stamp is first else 4
    offset = stamp.utcoffset()
    if not _agree(stamp, first):
        return 4
    return 0 if offset else 1 if offset is not None else 2


def _agree(stamp: datetime, first: datetime | date) -> bool:
    """Whether both may be the same moment, stated with more or less detail."""
    if not isinstance(first, datetime):
        return stamp.date() == first
    if stamp.tzinfo is not None and first.tzinfo is not None:
        return abs(stamp - first) < timedelta(minutes=1)
    if stamp.tzinfo is None and first.tzinfo is None:
        return stamp == first
    return abs(stamp.replace(tzinfo=None) - first.replace(tzinfo=None)) < timedelta(minutes=1)
