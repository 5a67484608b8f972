"""Periods: the time that the heads of a number in a table tell, in one of them or together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from factex.frames.scene import Site
from factex.frames.stretches import stretch, until
from factex.tables import month_of

_ENDED = re.compile(
    r"\b(?:(?P<part>quarter|half(?:[ -]year)?|year) |(?:month|week|year)s )(?:ended|ending|to)\b|\b(?:ended|ending)\b",
    re.IGNORECASE,
)
_PARTS = {"q": "P3M", "h": "P6M", "y": "P1Y"}
_HALF = re.compile(r"\b(?:(?P<first>first|1st)|second|2nd) half\b", re.IGNORECASE)
# What is shorter than the year beside it, in words that tell no time by themselves: "Nine months" over "2025".
_SHORTER = re.compile(r"\b(?:\d+M|halves|months|quarters|to date|weeks|YTD)\b", re.IGNORECASE)
_YEAR = re.compile(r"\d{4}|['’]\d\d\b")
_FINER = frozenset({"day", "half", "month", "quarter", "week"})
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MONTH = re.compile(r"\d{4}-\d\d")


def period(row: str, columns: Sequence[str], times: Sequence[Site]) -> tuple[str, Site] | None:
    """The timex that the *times* in the heads of a number tell, that of its *row* first, with the one that tells most.

    A month or a day takes its year from another head, "January" beside "2024", and one that something ended has its length:
    "Three months ended June 30," over "2024".
    """
    years = {str(time.value.timex) for time in times if time.value.grain == "year"}
    year = next(iter(years)) if len(years) == 1 else None
    finer = next((time for time in times if time.value.grain in _FINER), None)
    own = finer or next((time for time in times if time.value.grain == "year"), None)
    if own is None:
        return None
    timex = str(own.value.timex if finer is not None else stretch(own, None))  # "2025-26" is two
    if finer is not None and year is not None and not _YEAR.search(_written(own)):
        timex = year + timex[4:]
    if finer is None and (month := next(filter(None, map(month_of, (row, *columns))), None)) is not None:
        return f"{timex}-{month:02}", own
    words = " ".join(columns)
    if (ended := _ENDED.search(words)) is not None:
        length = next((str(time.value.timex) for time in times if time.value.kind == "duration"), None)
        length = _PARTS[ended["part"][0].lower()] if ended["part"] else length
        after = _after(timex)
        told = None if length is None or after is None else until(length, after)
        return None if told is None else (told, own)
    if finer is None and (half := _HALF.search(words)) is not None:
        return f"{timex}-H{1 if half['first'] else 2}", own
    return None if finer is None and _SHORTER.search(words) else (timex, own)


def _written(time: Site) -> str:
    return time.scene.article.text[time.mention.start : time.mention.end]


def _after(timex: str) -> date | None:
    """The day after a day or a month; None for a day that its year lacks."""
    try:
        if _DAY.fullmatch(timex):
            return date.fromisoformat(timex) + timedelta(days=1)
        return (date.fromisoformat(f"{timex}-01") + timedelta(days=31)).replace(day=1) if _MONTH.fullmatch(timex) else None
    except (OverflowError, ValueError):
        return None
