"""Stretches of time with a begin and an end: what a statement holds for that is told of both."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factex.frames.scene import Site
    from factex.records import Role

THROUGH = frozenset({"during", "for", "in", "over", "throughout"})
"""What leads to a time that something lasts for."""


def stretch(time: Site, role: Role | None) -> str | None:
    """The timex of a time, or of both ends of its stretch, "from 2019 to 2023", or of that at which a level is told."""
    sites = time.scene.sites
    if (months := _months(time)) is not None:
        return months
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
    """The months that a day or month ends: "the three months ended June 30", "in the six months to March"."""
    length = time.scene.sites[time.index - 1] if time.index and time.value.grain in ("day", "month") else None
    if length is None or _MONTHS.fullmatch(str(length.value.timex)) is None:
        return None
    return length if length.after.lower in _ENDING and length.after.next is time.words[0] else None


def _months(time: Site) -> str | None:
    """The timex of the months that a time ends."""
    length, last = length_ended(time), time.value.finish
    if length is None or last is None:
        return None
    # A quarter that ends on July 2 is of April to June.
    end = last.year * 12 + last.month - 1 - (last.day < _EARLY)
    count = int(str(length.value.timex).strip("PM"))
    name = {3: "Q", 6: "H"}.get(count)
    if name and (end + 1) % count == 0:
        return f"{end // 12}-{name}{end % 12 // count + 1}"
    begin = end - count + 1
    return f"{begin // 12}-{begin % 12 + 1:02}/{end // 12}-{end % 12 + 1:02}"


_MONTHS = re.compile(r"P(?:[369]|1[28])M")
_ENDING = frozenset({"ended", "ending", "through", "to"})
_EARLY = 15
_STRETCHES = {"between": ("and",), "from": ("-", "–", "through", "till", "to", "until")}
