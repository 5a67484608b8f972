"""Columns: the unit that the head of a column, a row or a table, or a label, gives to bare numbers: "Sales ($m)"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache, lru_cache
from typing import TypeVar

from factex.grammar import Grammar, Rule
from factex.grammars import money, percents, quantities, sums
from factex.grammars.nouns import WORDS
from factex.grammars.numbers import either, value
from factex.readings import Count, Money, Numeral, NumericReading, Percent, Quantity
from factex.readings.numeric import plain
from factex.readings.temporal import Year
from factex.records import Mention, explained
from factex.tables import cell, parted

RULE, LABELLED = "columns.of_column", "columns.of_label"
explained(RULE, "A number in a table whose head gives its unit: 1,234 below Sales ($m).")
explained(LABELLED, "A number behind a label that gives its unit: Area (sq km): 1,240; Population, in millions: 4.5.")

_Unit = Money | Percent | Quantity
_Reading = TypeVar("_Reading", bound=NumericReading)


def with_units(text: str, mentions: Iterable[Mention]) -> Iterator[Mention]:
    """The mentions of a *text* with tables or labels, those of bare numbers with the unit that stands at their head."""
    for mention in mentions:
        bare = isinstance(mention.reading, Numeral | Year)
        if bare and (found := _of_column(text, mention)) is not None:
            yield replace(mention, rule=RULE, reading=found)
        elif text[mention.start - 2 : mention.start] == ": " and (of_label := _of_label(text, mention)) is not None:
            yield replace(mention, rule=LABELLED, reading=of_label)
        elif not _is_unit(text, mention):
            yield mention


def _is_unit(text: str, mention: Mention) -> bool:
    """Whether a vague number is the unit in a head: the millions of "Sales (millions of dollars)" or "Sales, in millions: 12"."""
    reading = mention.reading
    if _IN_LABEL.match(text, mention.end) and text[: mention.start].endswith((" in ", "(in ", "(")):
        return True
    if not isinstance(reading, NumericReading) or reading.amount is not None or reading.high is not None:
        return False
    begin = _OPENS.search(text, max(0, mention.start - 99), mention.start)
    return begin is not None and _CLOSES.match(text, mention.end) is not None and begin[0][0] == "\t"


_OPENS = re.compile(r"[\t\n][^\t\n()]*\([^()]*$")
_CLOSES = re.compile(r"[^\t\n()]{0,20}\)(?=[\t\n])")


_IN_LABEL = re.compile(r"\)?: [$£€¥]?\d[\d.,]*(?:\n|$)")
_LABEL = re.compile(r"(?:^|\n)(?P<label>[^\W\d][^\n\t:]{1,150}): $")
_REACH = 154
"""So far before a number its line may begin, in characters: a label, its colon and the end of the line before."""
_SCALE = re.compile(r"(thousand|million|billion|trillion)s?", re.IGNORECASE)
# Labels of things that are counted: "Deaths", "Seats in the house", "Number of women on the board".
_THINGS = re.compile(
    r"(?:total )?number of .*|(?:(?!of )[a-z]+ ){0,2}(?!(?:age|day|hour|minute|month|new|serie|week|year)s)[a-z]+[a-rt-z]s"
    r"(?: (?:in|of|on) .*)?",
    re.IGNORECASE,
)


def _of_label(text: str, mention: Mention) -> NumericReading | None:
    """What the number is that ends a line, by the unit or the scale in the label that the line begins with."""
    label = _LABEL.search(text, max(0, mention.start - _REACH), mention.start)
    if label is None or text[mention.end : mention.end + 1] not in ("\n", ""):
        return None
    named = label["label"]
    written = parted(named)[1] or named.rpartition(" in ")[2]
    scale = _SCALE.fullmatch(written)
    if isinstance(mention.reading, Money):
        return mention.reading if scale is None else _multiplied(mention.reading, value(scale[1]), mention.reading)
    if not isinstance(mention.reading, Numeral):
        return None
    unit: NumericReading | None
    if scale is not None:
        unit = Count(value(scale[1]))
    elif named.startswith("Percentage of "):
        unit = Percent(Decimal(1))
    else:
        unit = Count(Decimal(1)) if _THINGS.fullmatch(named) else _one_of(written)
    return None if unit is None or unit.amount is None else _multiplied(mention.reading, unit.amount, unit)


def _multiplied(reading: Numeral | Money, factor: Decimal, unit: _Reading) -> _Reading:
    """So many times the number that is read, in the unit."""
    ends = (reading.amount, reading.low, reading.high)
    amount, low, high = (None if each is None else each if factor == 1 else plain(each * factor) for each in ends)
    return replace(unit, amount=amount, low=low, high=high)


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
    return _multiplied(reading, -unit.amount if loss else unit.amount, unit)


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
    return None if written is None else _one_of(written)


def _one_of(written: str) -> _Unit | None:
    """One of a unit as a head writes it: "$m", "in thousand tonnes", "%"."""
    if len(written) == 1 and written.isalpha() and written != "p":
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
