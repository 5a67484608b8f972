"""Stretches of time with a begin and an end: what a statement holds for that is told of both."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factex.frames.scene import Site
    from factex.records import Role

THROUGH = frozenset({"during", "for", "in", "over", "throughout"})
"""What leads to a time that something lasts for."""
ENDED = frozenset({"ended", "ending"})


def stretch(time: Site, role: Role | None) -> str | None:
    """The timex of a time, or of both ends of its stretch, "from 2019 to 2023", or of that at which a level is told."""
    sites = time.scene.sites
    if (length := _length(time)) is not None:
        return length
    for begin, end in pairwise(sites[max(time.index - 1, 0) : time.index + 2]):
        led = begin.words[0].previous.lower
        links = _STRETCHES["from"] if led in THROUGH else _STRETCHES.get(led, ("-", "–", "—"))
        joined = begin.located and end.located and begin.value.grain == end.value.grain
        near = begin.words[-1] is end.words[0] or (begin.after.lower in links and begin.after.next is end.words[0])  # "2022/23"
        if joined and near and str(begin.value.timex) < str(end.value.timex):
            ends = {"from": begin.value.timex, "to": end.value.timex} if begin.after.lower == "to" and led == "from" else {}
            return ends.get(role or "", f"{begin.value.timex}/{end.value.timex}")
    return time.value.timex


def length_ended(time: Site) -> Site | None:
    """The length that a time ends: "the three months ended June 30", "in the year to March", "the 26 weeks to 30 June"."""
    length = time.scene.sites[time.index - 1] if time.index and time.value.grain in _ENDS else None
    told = None if length is None else _LENGTH.fullmatch(str(length.value.timex))
    if length is None or told is None or (time.value.grain != "day" and told["unit"] == "W"):
        return None
    link, first = length.after.lower, length.words[0]
    ends = link in ENDED or (link in ("to", "through") and (first.lower == "the" or first.previous.lower in THROUGH))
    return length if ends and length.after.next is time.words[0] else None


def ends_another(time: Site) -> bool:
    """Whether a time only ends one that is told itself: "in the first half ended 24 August"."""
    other = time.scene.sites[time.index - 1] if time.index and time.before.lower in ENDED else None
    return other is not None and other.located and other.after is time.before


def _length(time: Site) -> str | None:
    """The timex of the length that a time ends."""
    length, after = length_ended(time), time.value.finish
    if length is None and time.value.grain == "year" and _SAME.search(" ".join(word.lower for word in time.words)):
        ended = next((each for each in reversed(time.scene.sites[: time.index]) if length_ended(each) is not None), None)
        return None if ended is None else _same_months(ended, time.value.begin)
    return None if length is None or after is None else until(str(length.value.timex), after)


def _same_months(ended: Site, year: date | datetime | None) -> str | None:
    """The timex of the same months in another *year*: "the six months ended June 30, up from the same period of 2023"."""
    length, begin, after = length_ended(ended), ended.value.begin, ended.value.finish
    if length is None or begin is None or after is None or year is None or str(length.value.timex).endswith("W"):
        return None
    return until(str(length.value.timex), date(year.year + after.year - begin.year, after.month, min(after.day, 28)))


def until(length: str, after: date) -> str | None:
    """The timex of a *length* of months, weeks or years (P3M) that ends before the day *after*."""
    told = _LENGTH.fullmatch(length)
    if told is None:
        return None
    count = int(told["count"])
    if told["unit"] == "W":
        return f"{after - timedelta(weeks=count):%Y-%m-%d}/{after - timedelta(days=1):%Y-%m-%d}"
    months = count * 12 if told["unit"] == "Y" else count
    # A quarter that ends on July 2 is of April to June.
    end = after.year * 12 + after.month - 1 - (after.day < _EARLY)
    part = {3: "-Q", 6: "-H", 12: ""}.get(months)
    if part is not None and (end + 1) % months == 0:
        return f"{end // 12}{part}" + (f"{end % 12 // months + 1}" if part else "")
    begin = end - months + 1
    return f"{begin // 12}-{begin % 12 + 1:02}/{end // 12}-{end % 12 + 1:02}"


_LENGTH = re.compile(r"P(?P<count>\d\d?)(?P<unit>[MWY])")
_ENDS = frozenset({"day", "month"})
_EARLY = 15
_SAME = re.compile(r"\bsame (?:period|months|weeks)\b")
_STRETCHES = {"between": ("-", "–", "and"), "from": ("-", "–", "through", "till", "to", "until")}
