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
from factex.tables import SCALE, SIGN, Cell, Tables, is_change, is_time, is_unit, note, parted

RULE, LABELLED = "columns.of_column", "columns.of_label"
explained(RULE, "A number in a table whose head gives its unit: 1,234 below Sales ($m).")
explained(LABELLED, "A number behind a label that gives its unit: Area (sq km): 1,240; Population, in millions: 4.5.")

_Unit = Money | Percent | Quantity
_Reading = TypeVar("_Reading", bound=NumericReading)


def with_units(tables: Tables, mentions: Iterable[Mention]) -> Iterator[Mention]:
    """The mentions of a text with *tables* or labels, those of bare numbers with the unit that stands at their head."""
    text = tables.text
    for mention in mentions:
        bare = isinstance(mention.reading, Numeral | Year | Money | Percent)
        if bare and (found := _of_cell(tables, mention)) is not None:
            yield replace(mention, rule=RULE, reading=found)
        elif text[mention.start - 2 : mention.start] == ": " and (of_label := _of_label(text, mention)) is not None:
            yield replace(mention, rule=LABELLED, reading=of_label)
        elif not _is_unit(text, mention):
            yield mention


def _is_unit(text: str, mention: Mention) -> bool:
    """Whether words for a number are the unit in a label, a head or a title: "Sales, in millions: 12", "Sales (millions)"."""
    base = text[mention.end : mention.end + 1] in ("\t", "\n") and _BASE.search(text, max(0, mention.start - _REACH), mention.start)
    if base or (_IN_LABEL.match(text, mention.end) and text.endswith((" in ", "(in ", "("), 0, mention.start)):
        return True
    if not isinstance(mention.reading, NumericReading) or any(map(str.isdecimal, text[mention.start : mention.end])):
        return False
    begin, end = text.rfind("\n", 0, mention.start) + 1, text.find("\n", mention.end)
    line = text[begin : end if end >= 0 else len(text)]
    if len(line) > _LONGEST:
        return False
    before, after = line[: mention.start - begin], line[mention.end - begin :]
    if "\t" in line:
        before, after = before.rpartition("\t")[2], after.partition("\t")[0]
        return ("(" in before and after.endswith(")")) or _IN_HEAD.match(before) is not None
    titles = end >= 0 and "\t" in text[end : text.find("\n", end + 1)]
    if line.startswith("(") and line.endswith(")"):  # "(in thousands, except per share data)"
        return note(line) != line
    return titles and ((before.endswith("(") and after.startswith(")")) or note(line) != line)


_LONGEST = 1_000
_BASE = re.compile(r"\t(?:[^\W\d]+ ){0,9}per $", re.IGNORECASE)  # "Cases per 100,000"
_IN_HEAD = re.compile(r"(?:[$€£] )?in $", re.IGNORECASE)
_IN_LABEL = re.compile(r"\)?: [$£€¥]?\d[\d.,]*(?:\n|$)")
_LABEL = re.compile(r"(?:^|\n)(?P<label>[^\W\d][^\n\t:]{1,150}): $")
_REACH = 154
"""So far before a number its line may begin, in characters: a label, its colon and the end of the line before."""
_SCALE = re.compile(rf"({SCALE})s?", re.IGNORECASE)
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


def _of_cell(tables: Tables, mention: Mention) -> _Unit | Count | None:
    """What a number that fills a cell is, by the unit or the scale that the heads and the title of its table give it."""
    text, start, end, reading = tables.text, mention.start, mention.end, mention.reading
    # As accountants write it, also with the end of the bracket in a cell of its own.
    loss = text[start - 1 : start] == "(" and text[end : end + 2].strip("\t")[:1] == ")"
    filled = _fills_cell(text, start, end + (loss and text[end] == ")"), marked=loss or text[start - 1 : start] == "+")
    heads = tables.cell(start) if filled else None
    if heads is None:
        return None
    columns = [each.text for each in reversed(heads.columns)]
    if _OTHER.search(heads.row.text):
        columns = [each for each in columns if not is_unit(each) or _PERCENT.search(each)]
    unit: _Unit | Count | None = next((found for each in columns if (found := _unit(each)) is not None), None)
    if isinstance(reading, Percent):  # "(1.2%)"
        return replace(reading, amount=-reading.amount) if loss and reading.amount and columns and is_change(columns[0]) else None
    if isinstance(reading, Year):
        reading = Numeral(Decimal(reading.number))
    else:
        unit = unit or _unit(heads.row.text) or _of_all(heads)
        head = columns[0] if columns else ""
        signed = text[start] in "+-−–" or text[start - 1] == "+"
        known = signed or _THINGS.fullmatch(head) or is_time(head) or is_change(head)
        if unit is None and isinstance(reading, Numeral) and known:
            unit = Count(Decimal(1))
    if unit is None or unit.amount is None or not isinstance(reading, Numeral | Money):
        return None
    factor = -unit.amount if loss else unit.amount
    if isinstance(reading, Numeral):
        return _multiplied(reading, factor, unit)
    scaled = isinstance(unit, Money | Count) and _SIGNED.fullmatch(text, start, end)
    return _multiplied(reading, factor, reading) if scaled else None


def _fills_cell(text: str, start: int, end: int, *, marked: bool) -> bool:
    """Whether nothing else stands in the cell; *marked*: but for a mark before the number."""
    return text[start - 1 - marked : start - marked] == "\t" and text[end : end + 1] in ("\t", "\n", "")


def _of_all(heads: Cell) -> _Unit | Count | None:
    """The unit of all numbers of a table: what its corner or its title says, in the currency of a sign beside them."""
    sign = None if heads.sign is None else _one_of(heads.sign)
    if any(_OTHER.search(each.text) for each in (heads.row, *heads.columns)) or isinstance(sign, Percent):
        return sign
    unit = next((found for each in heads.notes if (found := _unit(each) or _noted(note(each))) is not None), None)
    if sign is None and heads.sign_above is not None and (heads.apart or unit is not None):
        sign = _one_of(heads.sign_above)
    if not isinstance(sign, Money) or not (unit is None or isinstance(unit, Count)) or _SHARES.search(heads.row.text):
        return unit
    return sign if unit is None else replace(sign, amount=unit.amount)


# Rows and columns that the unit of the whole table does not hold for: "employees", "earnings per share", "change", "rank".
_OTHER = re.compile(
    rf"\b(?:{either(WORDS['persons'])}|headcount|number|(?<=\w )per|ratio|eps|margins?|rates?|yield|change|growth|rank|%)(?!\w)|%",
    re.IGNORECASE,
)
_SHARES = re.compile(r"\bshares\b", re.IGNORECASE)
_SIGNED = re.compile(rf"{SIGN} ?\d[\d.,]*")
_NOTED = re.compile(
    r"(?P<before>[$€£¥₹]|[A-Z]{3}|dollars|euros|pounds)? ?\bin (?P<sign>[$€£¥₹] ?|[A-Z]{3} )?"
    rf"(?P<scale>{SCALE})s?\b(?: of (?P<unit>[\w. ]{{1,30}}))?",
    re.IGNORECASE,
)


@lru_cache(maxsize=1000)
def _noted(title: str) -> _Unit | Count | None:
    """One of the scale that a title gives all numbers of its table, in the currency that it may name: "$ in thousands"."""
    found = _NOTED.search(title)
    if found is None:
        return None
    before = found["sign"] or (found["before"] if found["before"] and not found["before"].islower() else "") or ""
    behind = found["unit"] or (found["before"] if found["before"] and found["before"].islower() else "") or ""
    one = _one_of(f"{before.strip()} {found['scale'].lower()} {behind.strip()}".strip()) if before or behind else None
    return one or Count(value(found["scale"].lower()))


@cache
def _grammar() -> Grammar:
    modules = (money, sums, percents, quantities)
    return Grammar(each for module in modules for each in vars(module).values() if isinstance(each, Rule))


@lru_cache(maxsize=1000)
def _unit(head: str) -> _Unit | Count | None:
    """One of the unit that a head gives, as "Sales ($m)" gives a million dollars, and "% change" a percent."""
    name, written = parted(head)
    if _PERCENT.search(head):
        written = "%"
    elif (degrees := _DEGREES.search(head)) is not None:
        written = degrees[0]
    elif written is None:
        written = head if _SUM.search(head) else ""
    elif (scale := _SCALE.fullmatch(written)) is not None or (written == "m" and _is_counted(name)):
        return Count(value("million" if scale is None else scale[1].lower()))
    elif written == "m" and _LENGTH.search(name):
        written = "metres"
    unit = _one_of(written) if written else None
    return unit if unit is not None or name == head else _unit(name)  # "Growth, % (forecast)"


def _is_counted(name: str) -> bool:
    return _THINGS.fullmatch(name) is not None or name.lower() == "population"


_DEGREES = re.compile(r"(?<=[ (])°[CF](?=\)?$)")
_LENGTH = re.compile(r"\b(?:altitude|depth|distance|elevation|height|length|width)\b", re.IGNORECASE)


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
    money, *per = _RATE.split(written, maxsplit=1)
    price = _one_of(money) if per else None
    return price if isinstance(price, Money) else None  # "$/tonne"


_RATE = re.compile(r" ?/ ?| per | an? ")
_PERCENT = re.compile(r"^(?:%|per ?cent\b)|(?:^| |\()%\)?$|\bper ?cent$", re.IGNORECASE)
_SUM = re.compile(r"^(?:in )?(?:[A-Z]{0,3}[$£€¥₹]|[A-Z]{3} ?(?:m|bn|million|billion)$)", re.IGNORECASE)
_IN = re.compile(r"^in |(?<=[$£€¥]) in(?= )", re.IGNORECASE)
_THOUSANDS = re.compile(r" ?['’]?000s?$")
_MULTIPLE = re.compile(rf"\b({SCALE})s(?: of)?\b", re.IGNORECASE)
