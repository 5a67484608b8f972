"""What stands around a number in a table, and how heads and titles write what they name and their unit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

SIGN = r"[A-Z]{0,3}[$£€¥₩₹]"
SCALE = "thousand|million|billion|trillion|crore|lakh"
# What a title says of its numbers alone: "(in millions, except per share data)", "Unaudited, $ in thousands".
_NOTE = re.compile(
    rf" ?\((?P<inside>(?:[^()]* )?(?:{SCALE}|unaudited)s?\b[^()]*)\)"
    r"|^(?P<whole>(?:(?:all|amounts|figures|unaudited|dollars|[$£€]),? )*in (?:[$£€A-Z]+ )?"
    rf"(?:{SCALE})s?\b.*)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Head:
    """What heads a row or a column, and the offset where it stands."""

    text: str
    place: int = field(default=-1, compare=False)


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands around a number in a table.

    `row`: the head of its row; `columns`: the heads of its column from the top down, none where nothing heads it. `title`: what
    the line above the table names, if that is no sentence; `notes`: what may give all numbers of the table their unit, the
    nearest first. `sign`: what stands in a cell of its own beside the number ("$", "%"); `sign_above`: the currency of its
    column, and `apart`: whether currencies have cells of their own. `alike`: whether the figures of each column are written
    in one unit; `corner`: what heads the heads of the rows.
    """

    row: Head
    columns: tuple[Head, ...] = ()
    title: str | None = None
    notes: tuple[str, ...] = field(default=(), compare=False)
    sign: str | None = field(default=None, compare=False)
    sign_above: str | None = field(default=None, compare=False)
    apart: bool = field(default=False, compare=False)
    alike: bool = field(default=True, compare=False)
    corner: str | None = field(default=None, compare=False)


_UNIT = re.compile(r"(?:(?:^| )\((?:in )?(?P<inside>[^()]{1,24})\)|, (?:in )?(?P<after>[^,()]{1,24}))$")


def parted(head: str) -> tuple[str, str | None]:
    """What a head names, and the unit that it may give in brackets or behind a comma: "Sales" and "$m" of "Sales ($m)"."""
    found = _UNIT.search(head)
    return (head, None) if found is None else (head[: found.start()], found["inside"] or found["after"])


_BARE = re.compile(rf"%|per ?cent|(?:in )?(?:{SIGN} ?(?:[a-z]{{1,2}}|(?:{SCALE})s?)?|[A-Z]{{3}} ?(?:m|bn|million|billion))")


def is_unit(head: str) -> bool:
    """Whether a head is a unit and names nothing: "%", "£m", "€ million"."""
    return _BARE.fullmatch(head) is not None


def note(text: str) -> str:
    """What a title says of its numbers alone, where it says that in brackets or says nothing else; else the whole title."""
    found = _NOTE.search(text)
    return text if found is None else found["inside"] or found["whole"]


_NUMBER = re.compile(r"^(?:Table|Figure|Fig\.|Chart|Exhibit) \d{1,3}[a-z]?[.:]? ?")


def named(title: str) -> str | None:
    """What a title names besides what it says of its numbers alone."""
    return _NUMBER.sub("", _NOTE.sub("", title)).strip() or None


_CHANGE = re.compile(
    r"\+ ?/ ?[-–−]|.*\b(?:[ymq]/[ymq]|yoy|qoq|mom)\b.*"
    r"|(?:.* )?(?:change|chge?|diff(?:erence)?)\.?(?: (?:from|in|on|over|since|vs\.?|year) .*|[ ,]*\(?%\)?)?",
    re.IGNORECASE,
)


def is_change(head: str) -> bool:
    """Whether a head says that what stands below it are changes, of which those without a sign are rises: "% change", "YoY"."""
    return _CHANGE.fullmatch(head) is not None


MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
)  # fmt: skip


def month_of(head: str) -> int | None:
    """The number of the month that a head names, also in a short form that might be another word in a sentence: "Mar"."""
    name = head.lower().rstrip(".")
    return next((n for n, month in enumerate(MONTHS, 1) if len(name) > 2 and month.startswith(name)), None)


_YEAR = r"(?:19|20)\d\d(?!\d)"
_MONTHS = "|".join(name[:3].title() for name in MONTHS)
# What begins with a number and yet heads a column: "2024/25", "30 June", "9M 2025", "18-24", "65+", "1st half", "5 years"; or a
# row: "1. Ole Dahl".
_PERIOD = re.compile(
    rf".*?\b{_YEAR}|.*\b(?:{_MONTHS})[a-z]*\b|\d+(?:st|nd|rd|th)\b|\d+ ?[-–] ?\d+\b(?! ?%)|\d+ ?\+|(?:\d+[HMQ]|[HQ]\d+)\b"
    r"|\d+[- ](?:year|month|week|day|hour)s?\b|\d{1,3}[.)] [^\W\d]",
)
_TIME = re.compile(rf"(?:.*\b)?{_YEAR}|[QH][1-4]\b|[1-4][QH]\b|\d{{1,2}}M\b")
_FIGURE = re.compile(rf"[(~±+<>–−-]{{0,2}}(?:{SIGN} ?|[A-Z]{{3}} )?\(?\.?\d")
_OWN_TIME = re.compile(rf" \({_YEAR}\)$")  # of a number, "$4 billion (2024)"


def is_figure(cell: str) -> bool:
    """Whether a cell holds a figure and heads nothing: "$ (.12)", "3,400", "1.2%", but neither "2024/25" nor "18-24"."""
    cell = _OWN_TIME.sub("", cell.strip())
    return _FIGURE.match(cell) is not None and _PERIOD.match(cell) is None


def is_head(cells: Sequence[str]) -> bool:
    """Whether the *cells* of a row may head columns: none but the first holds a figure, and one of them holds something."""
    return any(map(str.strip, cells[1:])) and not any(map(is_figure, cells[1:]))


def is_time(head: str) -> bool:
    """Whether a head tells a time: "2024", "Q1 2025", "9M 2025"."""
    return _TIME.match(head) is not None
