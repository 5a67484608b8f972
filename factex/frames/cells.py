"""Cells: what a number in a table measures, whose it is and when, by what heads its row and its columns."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from factex.frames.scene import Site
from factex.records import Article
from factex.tables import Cell, Head, Tables, is_unit, parted

RULE = "tables.cell"
# A head that says nothing of what stands below it, or only for what time it holds: "Three months ended", "9M 2025".
_UNNAMED = re.compile(
    r"amount|data|details?|figures?|number|values?|.*\bmonths?\b.*|.*\b(?:weeks|quarter|period|year)s? (?:ended|ending|to)\b.*"
    r"|\d{1,2}M[ -]?(?:\d\d){0,2}|YTD.*|year to date",
    re.IGNORECASE,
)
# What a table of different measures is called, or the column that names them.
_OF_MANY = re.compile(
    r"\b(?:data|facts|figures|glance|highlights|indicators?|items?|measures?|metrics?|numbers|overview|results|sheets?|specifications?"
    r"|statements?|statistics|stats|summary)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{2}|%")
_ENDED = re.compile(r"\b(?:ended|ending)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Placed:
    """What the heads of a cell say; each is None where they leave it open. `time`: the time in one of them."""

    measure: str | None = None
    subject: str | None = None
    time: Site | None = None


class Cells:
    """The tables of an article, and the dates in it by their offsets, of which some head columns or rows."""

    def __init__(self, article: Article, dates: Mapping[int, Site]) -> None:
        self._tables = Tables(article.text, article.kinds)
        self._dates = dates

    def placed(self, site: Site) -> Placed | None:
        """What the heads say of a mention in a table; None where the sentence says it."""
        in_row = self._tables.is_row(site.mention.start)
        heads = self._tables.cell(site.mention.start) if in_row or site.numeric else None
        if site.temporal and in_row:
            return Placed(subject=None if heads is None else self._name(heads.row))
        if heads is None:
            return None
        time = self._time(site, heads)
        row, measure = self._names(site, heads)
        if measure is not None or not in_row:
            return Placed(measure, row, time)
        # The heads of rows are somebody's or something's names where the table says what it is of, and measures elsewhere.
        title = None if heads.title is None or not heads.alike or _OF_MANY.search(heads.title) else heads.title
        corner = heads.corner is not None and heads.alike and not (is_unit(heads.corner) or _OF_MANY.search(heads.corner))
        owners = title or corner or any(is_unit(head.text) for head in heads.columns)
        return Placed(title, row, time) if owners else Placed(row, None, time)

    def _names(self, site: Site, heads: Cell) -> tuple[str | None, str | None]:
        """What the head of the row and the last head of the column name, without the unit that they give."""
        columns = [name for head in heads.columns if (name := self._name(head)) is not None]
        given = site.mention.rule == "columns.of_column"
        measure = columns[-1] if columns else None
        return _without_unit(self._name(heads.row), given=given), _without_unit(measure, given=given)

    def _time(self, site: Site, heads: Cell) -> Site | None:
        """The time that stands in brackets behind the number, "$4 million (2024)", or in a head; no day that only ends one."""
        own = site.mention.end + 2 if site.scene.article.text.startswith(" (", site.mention.end) else -1
        ended = any(_ENDED.search(head.text) for head in heads.columns)
        places = [own] if ended else [own, *(head.place for head in (heads.row, *heads.columns))]
        return next((self._dates[place] for place in places if place in self._dates), None)

    def _name(self, head: Head) -> str | None:
        """What a head names, which a time or a unit alone does not; "2024 target" names both."""
        date = self._dates.get(head.place)
        rest = None if date is None else parted(head.text)[0][date.mention.end - date.mention.start :]
        told = rest is not None and _WORD.search(rest) is None
        return None if told or _UNNAMED.fullmatch(head.text) or is_unit(head.text) else head.text


def _without_unit(head: str | None, *, given: bool) -> str | None:
    if head is None:
        return None
    name, unit = parted(head)
    return name if given or (unit is not None and is_unit(unit)) else head
