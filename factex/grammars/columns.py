"""Columns: the unit that the head of a column, of a row or of the whole table gives to its bare numbers: "Sales ($m)"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache, lru_cache

from factex.grammar import Grammar, Rule
from factex.grammars import money, percents, quantities, sums
from factex.grammars.nouns import WORDS
from factex.grammars.numbers import either
from factex.readings import Money, Numeral, NumericReading, Percent, Quantity
from factex.readings.numeric import plain
from factex.readings.temporal import Year
from factex.records import Mention, explained
from factex.tables import cell, parted

RULE = "columns.of_column"
explained(RULE, "A number in a table whose head gives its unit: 1,234 below Sales ($m).")

_Unit = Money | Percent | Quantity


def with_units(text: str, mentions: Iterable[Mention]) -> Iterator[Mention]:
    """The mentions of a *text* with tables, those of bare numbers with the unit that their table gives them."""
    for mention in mentions:
        found = _of_column(text, mention) if isinstance(mention.reading, Numeral | Year) else None
        if found is not None:
            yield replace(mention, rule=RULE, reading=found)
        elif not _is_unit(text, mention):
            yield mention


def _is_unit(text: str, mention: Mention) -> bool:
    """Whether a vague number is the unit in the head of a column: the millions of "Sales (millions of dollars)"."""
    reading = mention.reading
    if not isinstance(reading, NumericReading) or reading.amount is not None or reading.high is not None:
        return False
    begin = _OPENS.search(text, max(0, mention.start - 99), mention.start)
    return begin is not None and _CLOSES.match(text, mention.end) is not None and begin[0][0] == "\t"


_OPENS = re.compile(r"[\t\n][^\t\n()]*\([^()]*$")
_CLOSES = re.compile(r"[^\t\n()]{0,20}\)(?=[\t\n])")


def _of_column(text: str, mention: Mention) -> _Unit | None:
    start, end, reading = mention.start, mention.end, mention.reading
    loss = text[start - 1 : start] == "(" and text[end : end + 1] == ")"  # as accountants write it
    if text[start - 1 - loss : start - loss] != "\t" or text[end + loss : end + loss + 1] not in ("\t", "\n", ""):
        return None
    heads = cell(text, start)
    if heads is None:
        return None
    unit = _unit(heads.column or "")
    if isinstance(reading, Year):
        reading = Numeral(Decimal(reading.number))
    elif unit is None:
        unit = _unit(heads.row)
        if unit is None and _TIME.search(heads.column or "") and not _OTHER.search(heads.row):
            unit = _unit(heads.corner or "") or _unit(heads.title or "")
    if unit is None or unit.amount is None or not isinstance(reading, Numeral):
        return None
    factor = -unit.amount if loss else unit.amount
    ends = (reading.amount, reading.low, reading.high)
    amount, low, high = (None if each is None else each if factor == 1 else plain(each * factor) for each in ends)
    return replace(unit, amount=amount, low=low, high=high)


# What heads a column by the time it tells of: "2024", "Q1 2025", "May".
_TIME = re.compile(
    r"^(?:(?:19|20)\d\d|[QH][1-4]|[1-4][QH]|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z.]*)\b|\b20\d\d$"
)

# Rows that the unit of the whole table does not hold for: "employees", "earnings per share".
_OTHER = re.compile(rf"\b(?:{either(WORDS['persons'])}|headcount|number|per|ratio)\b", re.IGNORECASE)


@cache
def _grammar() -> Grammar:
    modules = (money, sums, percents, quantities)
    return Grammar(each for module in modules for each in vars(module).values() if isinstance(each, Rule))


@lru_cache(maxsize=1000)
def _unit(head: str) -> _Unit | None:
    """One of the unit that a head gives, as "Sales ($m)" gives a million dollars, and "% change" a percent."""
    written = "%" if _PERCENT.search(head) else parted(head)[1] or (head if _SUM.search(head) else None)
    if written is None or (len(written) == 1 and written.isalpha() and written != "p"):
        return None
    written = _THOUSANDS.sub(" thousand", _MULTIPLE.sub(r"\1", _IN.sub("", written)))
    # The number stands before a unit and behind a sign; "US$m" has it between the two.
    for place in range(len(written) + 1):
        one = f"{written[:place].rstrip()}1 {written[place:].lstrip()}".rstrip()
        for text in (one, one.replace("1 ", "1", 1)):
            found = [*_grammar().mentions(text)]
            if len(found) == 1 and (found[0].start, found[0].end) == (0, len(text)) and isinstance(found[0].reading, _Unit):
                return found[0].reading
    return None


_PERCENT = re.compile(r"^(?:%|per ?cent\b)|(?:^| |\()%\)?$|\bper ?cent$", re.IGNORECASE)
_SUM = re.compile(r"^(?:in )?(?:[A-Z]{0,3}[$£€¥₹]|[A-Z]{3} ?(?:m|bn|million|billion)$)", re.IGNORECASE)
_IN = re.compile(r"^in |(?<=[$£€¥]) in(?= )", re.IGNORECASE)
_THOUSANDS = re.compile(r" ?['’]?000s?$")
_MULTIPLE = re.compile(r"\b(thousand|million|billion|trillion)s(?: of)?\b", re.IGNORECASE)
