"""The words of clock times that several rules share, as pieces of patterns, and what they mean."""

from __future__ import annotations

from factex.data import table
from factex.grammars.numbers import either
from factex.grammars.timewords import MONTH, NUMBER_WORDS, WEEKDAY
from factex.readings.temporal import Clock

_NAMES = tuple(table("zones")["zones"])
_LETTERS = [name.upper() for name in _NAMES if len(name) <= 4]
_WORDS = [name for name in _NAMES if " " in name]
# "Eastern" alone is a zone, "Eastern Airlines" none.
_REGIONS = [name for name in _NAMES if len(name) > 4 and " " not in name]
# Letters that are no words of English, so that chats may write them small.
_SMALL = r"(?:(?:ae|ak|c|e|h|j|k|m|nz|p)[sd]t|ces?t|gmt|utc)"

ZONE = (
    rf"(?: ?\(?(?:(?-i:{'|'.join(sorted(_LETTERS, key=len, reverse=True))})|{_SMALL})\b(?: ?[+-−]\d{{1,2}}(?::?\d\d)?(?!\d))?\)?"
    rf"| (?:{either([*_WORDS, 'local time'])}(?!\w)|{either(_REGIONS)}(?!\w| (?-i:[A-Z])))|(?<=\d)[+-]\d\d:?\d\d(?!\d))"
)
"""A time zone with the space before it: " GMT", " (ET)", " Moscow time", " UTC+8"."""

HALF = r"[ap](?: \. ?m\b(?: \.)?|\. ?m\b\.?| ?m\b)(?!&)"
"""a.m. or p.m., however written."""
HOURS = "|".join(word for word, n in NUMBER_WORDS.items() if 1 <= n <= 12)
_TEENS = "|".join(word for word, n in NUMBER_WORDS.items() if 10 <= n < 20)
MINUTES = rf"(?:(?:twenty|thirty|forty|fifty)(?:[ -](?:{HOURS}))?|{_TEENS}|(?:oh[ -]|o['’])?(?:five|six|seven|eight|nine))"
"""Minutes in words, as they follow an hour: thirty-five, fifteen, oh-five."""
PART = r"(?:morning|afternoon|evening|night)"
IN_PART = rf" (?:in the |at )?(?P<part>{PART}|lunchtime)\b"
DAY_FOLLOWS = (
    rf"(?= (?:on (?:the )?(?:\d|{WEEKDAY}|{MONTH})|yesterday|today|tomorrow|tonight|last night|(?:in the|this) {PART}|{WEEKDAY})"
    r"(?!\w))"
)
"""What comes after makes a bare number a time of the day: "at 7 on Monday", "at 8 this evening"."""


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
    """The clock time; None for 25 p.m. Without a.m. or p.m. an hour up to 12 is unsure."""
    h = int(hour)
    if half:
        if not 1 <= h <= 12:
            return None
        h = h % 12 + (12 if half.lower().startswith("p") else 0)
    elif h > 24:
        return None
    zone = zone.strip() if zone else None
    return Clock(h, int(minute) if minute else None, int(second) if second else None, zone, unsure=not half and 1 <= h <= 12)
