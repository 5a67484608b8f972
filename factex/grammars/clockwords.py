"""The words of clock times that several rules share, as pieces of patterns, and what they mean."""

from __future__ import annotations

import re
from dataclasses import replace

from factex.data import table
from factex.grammar import telling
from factex.grammars.numbers import either, value
from factex.grammars.timewords import DAY_PARTS, MONTH, NUMBER_WORDS, WEEKDAY
from factex.readings.temporal import WEEKDAYS, Clock

_NAMES = tuple(table("zones")["zones"])
_LETTERS = [name.upper() for name in _NAMES if len(name) <= 4]
_WORDS = either(["local time", *(name for name in _NAMES if " " in name)])
# "Eastern" alone is a zone, "Eastern Airlines" none.
_REGIONS = [name for name in _NAMES if len(name) > 4 and " " not in name]
# Letters that are no words of English, so that chats may write them small.
_SMALL = r"(?:(?:ae|ak|c|e|h|j|k|m|nz|p)[sd]t|ces?t|gmt|utc)"

_SHORT = rf"(?:(?-i:{'|'.join(sorted(_LETTERS, key=len, reverse=True))})|{_SMALL})\b(?: ?[-+−]\d{{1,2}}(?::?\d\d)?(?!\d))?"
ZONE = (
    rf"(?:(?: |(?<![a-z]{{3}}))(?:\({_SHORT}\)|{_SHORT})"
    rf"| (?:\({_WORDS}\)|{_WORDS}(?!\w)|{either(_REGIONS)}(?!\w| (?-i:[A-Z])))|(?<=\d)[+-]\d\d:?\d\d(?!\d))"
)
"""A time zone with the space before it: " GMT", " (ET)", " Moscow time", " UTC+8"."""
ZONE_WORDS = telling(_NAMES) | {"time", "+", "-"}
"""The words and signs of which ZONE holds one."""

HALF = r"[ap](?: \. ?m\b(?: \.)?|\. ?m\b\.?| ?m\b)(?!&)"
"""a.m. or p.m., however written."""
LETTER = r"(?<=\d)(?-i:[ap])(?![\w&'’]|\.\w)"
"""The same as listings of programmes write it, close behind the figures: 8:45a, 7:30p."""
OCLOCK = r" ?o(?: ?['’] ?| )?clock\b"
"""o'clock with the space before it, however written."""
HOURS = "|".join(word for word, n in NUMBER_WORDS.items() if 1 <= n <= 12)
_TEENS = "|".join(word for word, n in NUMBER_WORDS.items() if 10 <= n < 20)
MINUTES = rf"(?:(?:twenty|thirty|forty|fifty)(?:[ -](?:{HOURS}))?|{_TEENS}|(?:oh[ -]|o['’])?(?:five|six|seven|eight|nine))"
"""Minutes in words, as they follow an hour: thirty-five, fifteen, oh-five."""
PART = rf"(?:{'|'.join(DAY_PARTS)})"
IN_PART = rf" (?:in the |at )?(?P<part>{PART}|lunchtime)\b"
DAY_FOLLOWS = (
    rf"(?= (?:on (?:the )?(?:\d|{WEEKDAY}|{MONTH})|yesterday|today|tomorrow|tonight|last night"
    rf"|(?:in the|that|this) {PART}|{WEEKDAY})"
    r"(?!\w))"
)
"""What comes after makes a bare number a time of the day: "at 7 on Monday", "at 8 this evening"."""


AT = re.compile(
    rf"(?:\b(?:at|by|until|till|around|(?<=\bat )about|before|after|from|for|to|since)|\b(?:{PART}|tonight|today|tomorrow|yesterday"
    rf"|{'|'.join(WEEKDAYS)}),?|@) $",
    re.IGNORECASE,
)
"""What comes before a time of the day and says that it is one: "at seven thirty", "tomorrow seven thirty"."""
ENDS = re.compile(r" ?[.,;!?)]|$|\n")
"""The end of a clause, after which nothing makes a bare number a count."""


def half_of(part: str | None, hour: int) -> str | None:
    """The half of the day in which this hour of a part of the day lies: 8 at night is p.m., 2 at night a.m."""
    if part is None:
        return None
    if part.lower() == "night":
        return "pm" if 6 <= hour < 12 else "am"
    if part.lower() == "lunchtime":
        return "am" if hour == 11 else "pm"
    return "am" if part.lower() == "morning" else "pm"


def clock(hour: str, minute: str | None, second: str | None, half: str | None, zone: str | None) -> Clock | None:
    """The clock time, of figures or words; None for 25 p.m. Without a.m., p.m. or a nought before it an hour up to 12 is unsure."""
    h = int(value(hour))
    if half:
        if not 1 <= h <= 12:
            return None
        h = h % 12 + (12 if half.strip().lower().startswith("p") else 0)
    elif h > 24:
        return None
    minutes = int(value(re.sub(r"^oh?[ -’']", "", minute))) if minute else None
    return Clock(h, minutes, int(second) if second else None, zone_of(zone), unsure=not half and hour[0] != "0" and 1 <= h <= 12)


def turn_of_day(word: str, zone: str | None = None) -> Clock:
    """Noon, or midnight, which is the end of its day."""
    return Clock(12 if word.lower().replace(" ", "").replace("-", "") in ("noon", "noontime", "midday") else 24, zone=zone_of(zone))


def zone_of(written: str | None) -> str | None:
    """A zone as ZONE matches it, without the space before it."""
    return written.strip() if written else None


def ordered(first: Clock, second: Clock, *, first_sure: bool, second_sure: bool) -> tuple[Clock, Clock]:
    """The two ends of a span of times, of which the second comes later: "11-1 p.m." begins at 11 a.m., "11:30-1:30" ends at 13:30.

    *first_sure*, *second_sure*: whether the text says which half of the day that end lies in.
    """
    if (first.hour, first.minute or 0) < (second.hour, second.minute or 0):
        return first, second
    if second_sure and not first_sure:
        return replace(first, hour=(first.hour + 12) % 24), second
    return (first, second) if second_sure else (first, replace(second, hour=(second.hour + 12) % 24))
