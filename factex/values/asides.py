"""Asides: times that a text only compares with or dates itself by, and those that count from its writing."""

from __future__ import annotations

import re

from factex.readings.temporal import Nth, Part, PartOfDay, Relative, Shift, TemporalReading, Weekday, Within, Year

# What an amount is compared with: "rose to 5% from a revised 4% in February", "more than in February", "up 3% from May 3".
_LINK = r"\b(?:from|than|versus|vs\.?|against|compared (?:with|to)) "
_AMOUNT = r"(?:[a-z]+ ){0,3}[$€£¥]?\d+(?:,\d{3})*+[^,;.\n]{0,24}(?:\.\d[^,;.\n]{0,24})?"
_BASE = re.compile(
    rf"(?:{_LINK}{_AMOUNT}|\bthan (?:the [a-z]+(?: [a-z]+)? )?)(?:at|in|for|on) $"
    r"|(?:\d|%|\bpercent) from $|\bcompared (?:to|with) $",
    re.IGNORECASE,
)
# "From the year before", "versus $7 million last year".
_FROM = re.compile(rf"{_LINK}(?:{_AMOUNT})?(?:(?:in|for) )?$", re.IGNORECASE)


def is_compared(reading: TemporalReading, text: str, start: int) -> bool:
    """Whether news only compares with an amount of the time at *start*: "from 2.8% in February", "from the month before"."""
    link = _FROM if isinstance(reading, Relative) else _BASE
    return link.search(text, max(0, start - 60), start) is not None


# "The weakest since 2012", "for the first time since May".
_RANKED = re.compile(r"\b(?:[a-z]{3,}est|best|first time|least|most|worst)(?: [a-z]+){0,3} since(?: [^\s;]+){0,6}[- ]$")


def is_ranked(text: str, start: int) -> bool:
    """Whether what is told is only set beside all since the time at *start*: "the weakest since 2012"."""
    return _RANKED.search(text, max(0, start - 80), start) is not None


def is_heading(text: str, start: int, end: int) -> bool:
    """Whether a time is all that its line says: "Tuesday, March 26"."""
    before = text[text.rfind("\n", 0, start) + 1 : start]
    line = text.find("\n", end)
    after = text[end:line] if line >= 0 else "none"
    return not before.strip() and not after.strip(" :.")


def is_aside(reading: TemporalReading, *, history: bool) -> bool:
    """Whether the text only compares with this time, or dates the article by it, and does not go on to speak of it."""
    match reading:
        case Shift():
            return not reading.forward and reading.unit == "year" and not history
        case Relative():
            return not reading.following and reading.grain in ("day", "quarter", "half")
        case Weekday():
            return not history
        case Within(part=Relative() | Nth() as part):
            # "The 1988 period" is the one in hand, of another year; "the week ended Saturday" is no Saturday.
            return isinstance(part, Relative)
        case Within():
            return is_aside(reading.whole, history=history)
    return False


def is_overnight(reading: TemporalReading) -> bool:
    """Whether it is a night that the verb tells which."""
    return isinstance(reading, Within) and isinstance(reading.part, PartOfDay) and reading.part.by_verb


def is_of_writing(reading: TemporalReading) -> bool:
    """Whether the words count from the time of writing in a history too, as today and last year do, and this year does not."""
    match reading:
        case Relative():
            return not reading.following and (reading.grain in ("day", "week", "weekend") or reading.offset < 0)
        case Shift():
            return reading.origin == "anchor"
        case Within():
            return is_of_writing(reading.whole)
    return False


def fiscal(reading: TemporalReading) -> bool:
    """Whether the time is of a company's or a government's own year."""
    match reading:
        case Year() | Part() | Relative():
            return reading.fiscal
        case Within():
            return fiscal(reading.part) or fiscal(reading.whole)
    return False
