"""The day of publication as an article's own words have it: in its dateline, or on a line for it near the top."""

from __future__ import annotations

import re
from datetime import date, datetime

from factex.sources.stamps import MONTHS, parse_stamp

_TOP, _LONGEST = 12, 120
"""So many lines at the top are looked at, and so many characters of each."""

_MONTH = rf"(?:{'|'.join(MONTHS)})[a-z]{{0,6}}\.?"
_WEEKDAY = r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?"
_DATE = rf"\b(?:{_WEEKDAY},? )?(?:{_MONTH} [0-3]?\d(?:st|nd|rd|th)?,? |[0-3]?\d(?:st|nd|rd|th)? {_MONTH},? )(?:19|20)\d\d\b"
_STAMP = re.compile(rf"{_DATE}(?P<weekday> {_WEEKDAY})?", re.IGNORECASE)
# A wire behind the date, or a place in capitals before it: "DULUTH, Minn., Oct. 28, 2025 /PRNewswire/ --", "OSLO, 3 June 2024 –"
_PLACE, _WIRE = r"(?-i:[A-Z]{3})[^\d():/]{1,80}[, ]", r"(?:/[a-z][\w ]{2,40}/|(?:-- ?)?\([a-z][\w ]{2,40}\))"
_DATELINE = re.compile(rf"(?:{_PLACE})?(?P<date>{_DATE}) ?{_WIRE} ?[-–—]|{_PLACE}(?P<day>{_DATE}) ?[-–—]", re.IGNORECASE)
_BYLINE = re.compile(r"\W*[Bb]y [A-Z][\w.'’-]+(?: [\w.'’-]+){1,5}")
_LABELS = frozenset({"published", "posted", "issued", "released", "publication", "load"})
_BESIDE = _LABELS | {"first", "last", "updated", "on", "at", "date", "time", "am", "pm", "a", "p", "m", "min", "minute", "read"}


def dateline(text: str) -> datetime | date | None:
    r"""When an article was published by what the first lines of its *text* say; None where they do not.

    >>> dateline("Mill reports profit\nDULUTH, Minn., Oct. 28, 2025 /PRNewswire/ -- Northfield Mills said today")
    datetime.date(2025, 10, 28)
    >>> dateline("Mill reports profit\nBy Ana Ruiz\nMay 14, 2025\nNorthfield Mills said on Tuesday")
    datetime.date(2025, 5, 14)
    """
    lines = [line[:_LONGEST] for line in text[: _TOP * 1_000].split("\n")[:_TOP]]
    for above, line, below in zip(["", *lines], lines, [*lines[1:], ""], strict=False):
        if (found := _DATELINE.match(line)) is not None:
            return parse_stamp(found["date"] or found["day"])
        for stamp in _STAMP.finditer(line):
            if _is_for_it(line, stamp, beside_name=any(map(_BYLINE.fullmatch, (above, below)))):
                return parse_stamp(line[stamp.start() :])
    return None


def _is_for_it(line: str, stamp: re.Match[str], *, beside_name: bool) -> bool:
    """Whether a *line* is there for its *stamp*: it says so, has the byline on or beside it, or the weekday behind, as archives do.

    "Saturday, June 7, 2025" alone is the day of an event as well.
    """
    before, behind = (_STAMP.sub("", part) for part in (line[: stamp.start()], line[stamp.end() :]))
    name = _BYLINE.match(before)
    words = re.findall(r"[A-Za-z]+", f"{before[name.end() if name else 0 :]} {behind}")
    if re.search(r"updated\W*$", before, re.IGNORECASE):
        return False
    if not all(word.lower() in _BESIDE or (word.isupper() and len(word) < 5) for word in words):  # a zone
        return False
    return beside_name or name is not None or stamp["weekday"] is not None or not _LABELS.isdisjoint(map(str.lower, words))
