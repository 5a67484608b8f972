"""Times of the day: clock times with their zones, and parts of the day."""

from __future__ import annotations

import re

from factex.grammar import DIGIT, rule
from factex.grammars.timewords import NUMBER_WORDS, number
from factex.readings import Reading
from factex.readings.temporal import Clock, DayPart, PartOfDay, Relative, Within

_MERIDIEM = r"(?:a\.?m\b\.?|p\.?m\b\.?|noon|midnight|o['’]clock)"
ZONE = (
    r"(?: ?(?:\(?(?-i:GMT|UTC|[ECMP][SD]?T|BST|CES?T|IST|JST|KST|HKT|AE[SD]T|MSK|Z)\b\)?(?:[+-]\d{1,2})?)| (?:"
    r"(?:Eastern|Central|Pacific|Mountain|local|Greenwich Mean|London|New York|Moscow|Beijing) "
    r"(?:Standard |Daylight )?time|Eastern\b|Pacific\b))"
)
_HOURS = "|".join(word for word, n in NUMBER_WORDS.items() if 1 <= n <= 12)


@rule(
    rf"(?P<first>(?P<hour1>\d\d?)(?:[:.](?P<minute1>[0-5]\d))?(?: ?(?P<half1>[ap]\.?m\b\.?))?)"
    rf"(?: ?[-–—] ?| to | until | till | and )(?P<second>(?P<hour2>\d\d?)(?:[:.](?P<minute2>[0-5]\d))? ?"
    rf"(?P<half2>[ap]\.?m\b\.?)(?P<zone>{ZONE})?)",
    starts=DIGIT,
    reads={"[9 a.m.] to [5 p.m.]": (Clock(9), Clock(17)), "[9]-[11 a.m. EST]": (Clock(9, zone="EST"), Clock(11, zone="EST"))},
    refuses=["9 to 5", "9 to 25 p.m."],
)
def from_to(match: re.Match[str]) -> dict[str, Reading] | None:
    """Two clock times that share what follows the second."""
    second = _clock(match["hour2"], match["minute2"], None, match["half2"], match["zone"])
    first = _clock(match["hour1"], match["minute1"], None, match["half1"] or match["half2"], match["zone"])
    return {"first": first, "second": second} if first and second else None


@rule(
    rf"(?P<hour>\d\d?)(?:[:.](?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?)?(?: ?(?P<half>[ap]\.?m\b\.?)| "
    rf"(?P<noon>noon|midnight)|(?P<clock> ?o['’]clock))(?: in the (?P<part>morning|afternoon|evening)| at "
    rf"(?P<night>night))?(?P<zone>{ZONE})?",
    starts=DIGIT,
    reads={"9 a.m.": Clock(9), "3:30 pm": Clock(15, 30), "12 midnight": Clock(24), "8.30am GMT": Clock(8, 30, zone="GMT")},
    refuses=["9 amps", "13:60 pm", "25 p.m."],
)
def twelve_hours(match: re.Match[str]) -> Clock | None:
    """An hour with a.m., p.m. or o'clock."""
    if match["noon"]:
        return Clock(12 if match["noon"].lower() == "noon" else 24, zone=match["zone"])
    half = (
        match["half"]
        or {"morning": "am", "afternoon": "pm", "evening": "pm"}.get((match["part"] or "").lower())
        or ("pm" if match["night"] else None)
    )
    return _clock(match["hour"], match["minute"], match["second"], half, match["zone"])


@rule(
    rf"(?P<hour>[01]?\d|2[0-4]):(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d)(?:\.\d+)?)?(?![\d:.]*\d)(?: ?(?:hours|hrs)\b)?"
    rf"(?P<zone>{ZONE})?|(?P<mil>[01]\d[0-5]\d|2[0-3][0-5]\d)(?: hours)?(?P<zone2> ?(?-i:GMT|UTC))|"
    rf"(?P<mil3>[01]\d[0-5]\d|2[0-3][0-5]\d) (?:hours|hrs)",
    starts=DIGIT,
    reads={"14:30": Clock(14, 30), "14:30 GMT": Clock(14, 30, zone="GMT"), "1430 GMT": Clock(14, 30, zone="GMT")},
    refuses=["14:75", "1:2:3", "3:1", "1430"],
)
def twenty_four_hours(match: re.Match[str]) -> Clock:
    """Hours and minutes of a day of 24 hours."""
    mil = match["mil"] or match["mil3"]
    if mil:
        return Clock(int(mil[:2]), int(mil[2:]), zone=(match["zone2"] or "").strip() or None)
    return Clock(
        int(match["hour"]),
        int(match["minute"]),
        int(match["second"]) if match["second"] else None,
        (match["zone"] or "").strip() or None,
    )


@rule(
    rf"(?:(?P<half>half past|quarter past|quarter to|a quarter past|a quarter to) )?(?P<hour>{_HOURS}|\d\d?)"
    rf"(?: ?o['’]clock| (?P<tens>thirty|fifteen|forty-five|twenty|ten))?(?: ?(?P<m>[ap]\.?m\b\.?))?(?: in the "
    rf"(?P<part>morning|afternoon|evening)| at (?P<night>night))?(?P<zone>{ZONE})?",
    starts=(*_HOURS.split("|"), "half", "quarter", DIGIT, "a"),
    reads={"five o'clock": Clock(5, unsure=True), "seven thirty p.m.": Clock(19, 30), "half past nine": Clock(9, 30, unsure=True)},
    refuses=["five", "ten thirty", "half past"],
)
def clock_in_words(match: re.Match[str]) -> Clock | None:
    """An hour in words, with o'clock, a.m. or p.m., or half past."""
    half = (
        match["m"]
        or {"morning": "am", "afternoon": "pm", "evening": "pm"}.get((match["part"] or "").lower())
        or ("pm" if match["night"] else None)
    )
    if not (half or match["half"] or "clock" in match[0].lower()):
        return None
    hour = number(match["hour"])
    minutes = int(number(match["tens"])) if match["tens"] else None
    past = (match["half"] or "").lower()
    if past:
        minutes = 30 if "half" in past else 15 if "past" in past else 45
        hour -= past.endswith("to")
    return _clock(str(int(hour)), None if minutes is None else str(minutes), None, half, match["zone"])


@rule(
    r"(?:(?P<which>last|this|the|that|the (?:next|following|previous)) )?(?:(?P<early>early|late|mid)[ -])?"
    r"(?P<part>morning|afternoon|evening|night|midday|midnight|noon|overnight|daybreak|dawn|dusk|lunchtime)(?!-|['’]s\b)",
    starts=(
        "last",
        "this",
        "the",
        "that",
        "morning",
        "afternoon",
        "evening",
        "night",
        "midday",
        "midnight",
        "noon",
        "overnight",
        "early",
        "late",
        "mid",
        "dawn",
        "dusk",
    ),
    reads={
        "last night": Within(PartOfDay("NI"), Relative("day", -1)),
        "this morning": Within(PartOfDay("MO"), Relative("day", 0)),
        "overnight": Within(PartOfDay("NI"), Relative("day", -1)),
        "noon": Clock(12),
        "midnight": Clock(24),
    },
    refuses=["night-time", "nights", "a fortnight"],
)
def part_of_day(match: re.Match[str]) -> Reading | None:
    """A part of a day, of today unless the text says otherwise."""
    word, which = match["part"].lower(), (match["which"] or "").lower()
    part = _PARTS.get(word)
    if part is None:
        return Clock(24 if word == "midnight" else 12)
    if word == "overnight":
        return Within(PartOfDay("NI"), Relative("day", -1))
    if which in ("last", "this"):
        return Within(PartOfDay(part), Relative("day", -1 if which == "last" else 0))
    if which in ("the next", "the following", "the previous"):
        return Within(PartOfDay(part), Relative("day", -1 if which.endswith("previous") else 1, following=True))
    return PartOfDay(part)


_PARTS: dict[str, DayPart] = {
    "morning": "MO",
    "afternoon": "AF",
    "evening": "EV",
    "night": "NI",
    "overnight": "NI",
    "daybreak": "MO",
    "dawn": "MO",
    "dusk": "EV",
    "lunchtime": "MI",
}


def _clock(hour: str, minute: str | None, second: str | None, half: str | None, zone: str | None) -> Clock | None:
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
