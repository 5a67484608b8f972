"""Cells: what a number in a table measures, whose it is and when, by what heads its row and its columns."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from factex.frames.periods import period
from factex.frames.rates import written_rate
from factex.frames.scene import Site
from factex.records import Article, Change, Factuality
from factex.tables import Cell, Head, Tables, is_change, is_unit, month_of, parted

RULE = "tables.cell"
# A head that says nothing of what stands below it, or only for what time it holds: "Three months ended", "9M 2025", "As of".
_UNNAMED = re.compile(
    r"amount|data|details?|figures?|number|values?|(?:(?:first|last|next|over|past) |the )*(?:[\w-]+ )?months?(?: \d{4})?"
    r"|.*\b(?:half|month|period|quarter|week|year)s? (?:ended|ending|to)\b.*|\d{1,2}M[ -]?(?:\d\d){0,2}|YTD.*|year to date"
    r"|\d+[- ](?:day|week|year)s?|as (?:at|of)\b.*|(?:first|second|1st|2nd) half|full[ -]year|(?:un)?audited"
    r"|actual|consensus|current|estimate|expected|forecast|latest|new|now|old|previous|prior|revised",
    re.IGNORECASE,
)
# What a table of different measures is called, or the column that names them.
_OF_MANY = re.compile(
    r"\b(?:data|facts|figures|glance|highlights|indicators?|items?|measures?|metrics?|numbers|overview|results|sheets?|specifications?"
    r"|statements?|statistics|stats|summary)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{2}|%")
_RANK = re.compile(r"^\d{1,3}[.)] ")
# What stands before a time in a head that its numbers do not hold for, "Change since 2020", and what does although it ends so.
_ELSEWHERE = frozenset(
    {"after", "before", "between", "by", "from", "of", "over", "since", "than", "to", "until", "versus", "vs", "vs."}
)
_UP_TO = re.compile(r"\b(?:as of|(?:half|months|quarter|weeks|year) to)$", re.IGNORECASE)
_AT = re.compile(r" (?:as (?:at|of)|at|for|in|on)$", re.IGNORECASE)
_FORECAST = re.compile(
    r"\b(?:est(?:imated?)?|expected|forecasts?|outlook|projected|projections?)\b|\b(?:19|20)\d\d ?[EF]\b", re.IGNORECASE
)
_LEVEL = re.compile(r"\b(?:balance|growth|inflation|margins?|rates?|returns?|yields?)$", re.IGNORECASE)
_MARKS: dict[str, Change] = {"▲": "increase", "△": "increase", "↑": "increase", "▼": "decrease", "▽": "decrease", "↓": "decrease"}


@dataclass(frozen=True, slots=True)
class Placed:
    """What the heads of a cell say; each is None where they leave it open.

    `when`: a timex with the mention that tells most of it; `change`: that the number is a change, and which; `level`: that it
    is the level of what may be below zero, such as growth; `per`: what the unit in a head is per; `factuality`: that of a
    forecast, where a head says that the number is one.
    """

    measure: str | None = None
    subject: str | None = None
    when: tuple[str, Site] | None = None
    change: Change | None = None
    level: bool = False
    per: str | None = None
    factuality: Factuality | None = None


class Cells:
    """The tables of an article, and the times in it by their offsets, of which some head columns or rows."""

    def __init__(self, article: Article, times: Mapping[int, Site]) -> None:
        self._tables = Tables(article.text, article.kinds)
        self._times = times
        self._places = sorted(times)
        self._leading: dict[int, list[Site]] = {}  # of the heads, by their places

    def placed(self, site: Site) -> Placed | None:
        """What the heads say of a mention in a table; None where the sentence says it."""
        in_row = self._tables.is_row(site.mention.start)
        heads = self._tables.cell(site.mention.start) if in_row or site.numeric else None
        if site.temporal and in_row:
            return Placed(subject=None if heads is None else self._row(heads))
        if heads is None:
            return None
        measure, subject = self._participants(site, heads, in_row=in_row)
        named = [head.text for head in (heads.row, *heads.columns)]
        return Placed(
            measure,
            subject,
            when=self._when(site, heads),
            change=_change(site, heads),
            level=_LEVEL.search(measure or "") is not None and not is_change(measure or ""),
            per=_per(named) if site.value.kind in ("count", "money") else None,
            factuality="PR+" if any(map(_FORECAST.search, named)) else None,
        )

    def _participants(self, site: Site, heads: Cell, *, in_row: bool) -> tuple[str | None, str | None]:
        """What the number measures, and whose it is."""
        row, measure = self._names(site, heads)
        if measure is not None or not in_row:
            return measure, row
        # The heads of rows are somebody's or something's names where the table says what it is of, and measures elsewhere.
        title = None if heads.title is None or not heads.alike or _OF_MANY.search(heads.title) else heads.title
        title = _without_unit(title, given=False)
        corner = heads.corner is not None and heads.alike and not (is_unit(heads.corner) or _OF_MANY.search(heads.corner))
        units = any(is_unit(head.text) for head in heads.columns) and not any(map(self._told, heads.columns))
        return (title, row) if title or corner or units else (row, None)

    def _names(self, site: Site, heads: Cell) -> tuple[str | None, str | None]:
        """What the head of the row and the last head of the column name, without the unit that they give."""
        given = site.mention.rule == "columns.of_column"
        names = (_without_unit(self._name(head, next(iter(self._told(head)), None)), given=given) for head in heads.columns)
        return _without_unit(self._row(heads), given=given), next((name for name in reversed([*names]) if name), None)

    def _row(self, heads: Cell) -> str | None:
        name = self._name(heads.row, self._times.get(heads.row.place))
        return name and _RANK.sub("", name)

    def _when(self, site: Site, heads: Cell) -> tuple[str, Site] | None:
        """The time that stands in brackets behind the number, "$4 million (2024)", or that the heads tell."""
        own = site.mention.end + 2 if site.scene.article.text.startswith(" (", site.mention.end) else -1
        if own in self._times and self._times[own].value.kind == "date":
            return str(self._times[own].value.timex), self._times[own]
        row = self._times.get(heads.row.place)  # "Sale of shares in 2021" heads no numbers of that year
        times = [*([] if row is None else [row]), *(time for head in heads.columns for time in self._told(head))]
        return period(heads.row.text, [head.text for head in heads.columns], times)

    def _told(self, head: Head) -> list[Site]:
        """The times in a head that its numbers hold for, and the lengths that end then."""
        if head.place not in self._leading:
            first, last = bisect_left(self._places, head.place), bisect_left(self._places, head.place + len(head.text))
            inside = [self._times[place] for place in self._places[first:last]] if head.place >= 0 else []
            led = [head.text[: time.mention.start - head.place].rstrip(" (,") for time in inside]
            self._leading[head.place] = [time for time, before in zip(inside, led, strict=True) if _leads(before)]
        return self._leading[head.place]

    def _name(self, head: Head, time: Site | None) -> str | None:
        """What a head with a *time* names, which that or a unit alone does not; "2024 target" names both, "Sales 2024" sales."""
        if _UNNAMED.fullmatch(head.text) or is_unit(head.text) or month_of(head.text) is not None:
            return None
        if time is None or time.value.kind != "date":
            return head.text
        begin, end = (place - head.place for place in (time.mention.start, time.mention.end))
        before, after = _AT.sub("", head.text[:begin].rstrip(" (,")), parted(head.text)[0][end:]
        return head.text if _WORD.search(after) else before or None


def _leads(before: str) -> bool:
    """Whether what stands in a head before a time leads to that for which its numbers hold: "As of June 30", "Sales 2024"."""
    last = before.rpartition(" ")[2].lower()
    return not last or (last.isalpha() and last not in _ELSEWHERE) or _UP_TO.search(before) is not None


def _per(heads: Sequence[str]) -> str | None:
    """What the number is per, as the nearest head says: "Cases per 100,000", "Price ($/tonne)", "Monthly fee"."""
    base = next((found["base"] for head in heads if (found := _BASE.search(head)) is not None), None)
    parts = (part or "" for head in reversed(heads) for part in reversed(parted(head)))
    return base or next((per for part in parts if not is_change(part) and (per := written_rate(part)) is not None), None)


_BASE = re.compile(r"\bper (?P<base>\d[\d,]{2,}(?: [a-z]+)?)$", re.IGNORECASE)


def _change(site: Site, heads: Cell) -> Change | None:
    """Whether a number is a rise or a fall, by its sign or mark, below a head that says that these are changes."""
    text = site.scene.article.text
    cell = text[text.rfind("\t", 0, site.mention.start) + 1 : site.mention.start]
    marked = next((change for mark, change in _MARKS.items() if mark in cell), None)
    if marked is not None:
        return marked
    amount = site.value.amount
    if not amount or not any(is_change(head.text) for head in (heads.row, *heads.columns)):
        return None
    return "decrease" if amount < 0 else "increase"


def _without_unit(head: str | None, *, given: bool) -> str | None:
    """What a head names without its unit, also one before a bracket; *given*: whether the number has its unit from a head."""
    name, unit = parted(head or "")
    if unit is None:
        return head
    if (given and _WHICH.fullmatch(unit) is None) or is_unit(unit) or written_rate(unit) is not None:
        return name or None
    before, unit = parted(name)
    return before if unit is not None and is_unit(unit) else head


# Which of several figures of one name is meant: "Loss per share, basic and diluted", "Sales, net", "Cash (end of year)".
_WHICH = re.compile(
    r"(?:adjusted|after|and|at|attributable|before|basic|beginning|current|diluted|end|excluding|for|gross|including|net|of|organic"
    r"|period|quarter|reported|tax|the|to|total|underlying|year|[ ,-])+",
    re.IGNORECASE,
)
