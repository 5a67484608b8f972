"""Times of the day: clock times with their zones, and parts of the day."""

from __future__ import annotations

import re
from dataclasses import replace

from factex.grammar import DIGIT, rule
from factex.grammars.timewords import NUMBER_WORDS, number
from factex.readings import Reading
from factex.readings.temporal import Clock, DayPart, Mod, Modified, PartOfDay, Relative, TemporalReading, Within

ZONE = (
    r"(?: ?(?:\(?(?-i:GMT|UTC|[ECMP][SD]?T|BST|CES?T|IST|JST|KST|HKT|AE[SD]T|MSK|Z)\b\)?(?:[+-]\d{1,2})?)| (?:"
    r"(?:Eastern|Central|Pacific|Mountain|local|Greenwich Mean|London|New York|Moscow|Beijing) "
    r"(?:Standard |Daylight )?time|Eastern\b|Pacific\b))"
)
_HALF = r"[ap]\.?m\b\.?"
_HOURS = "|".join(word for word, n in NUMBER_WORDS.items() if 1 <= n <= 12)
_TEENS = "|".join(word for word, n in NUMBER_WORDS.items() if 10 <= n < 20)
_MINUTES = rf"(?:(?:twenty|thirty|forty|fifty)(?:[ -](?:{_HOURS}))?|{_TEENS})"
_IN_PART = r" (?:in the |at )?(?P<part>morning|afternoon|evening|night)\b"
# What comes after a lone number and makes it no time of the day: "9 a.m. to 5 million people".
_BARE_END = r"(?![.,:]?\d|[-–/%]| ?(?:[%$]|(?!(?:and|at|but|each|every|in|on|when|with)\b)[a-z]))"


@rule(
    rf"(?P<between>(?<=between )|(?<=from ))?"
    rf"(?P<first>(?P<hour1>\d\d?)(?:[:.](?P<minute1>[0-5]\d))?(?: ?(?P<half1>{_HALF}))?(?P<zone1>{ZONE})?)"
    rf"(?: ?[-–—] ?| to | until | till? | and )(?P<second>(?P<hour2>\d\d?)(?:[:.](?P<minute2>[0-5]\d))?"
    rf"(?: ?(?P<half2>{_HALF})|(?(half1){_BARE_END}|(?<=:[0-5]\d)(?(between)|(?!))))(?P<zone2>{ZONE})?)",
    starts=DIGIT,
    reads={
        "[9 a.m.] to [5 p.m.]": (Clock(9), Clock(17)),
        "[9]-[11 a.m. EST]": (Clock(9, zone="EST"), Clock(11, zone="EST")),
        "open from [11] to [3 pm]": (Clock(11), Clock(15)),
        "closed between [1:30 p.m.] and [4]": (Clock(13, 30), Clock(16)),
        "between [10] and [11:30]": (Clock(10, unsure=True), Clock(11, 30, unsure=True)),
        "from [10 pm] until [6]": (Clock(22), Clock(6)),
    },
    refuses=["9 to 5", "9 to 25 p.m.", "from 9 a.m. to 5,000 people", "at 9 a.m. and 4 people", "8 a.m. - 30 July"],
)
def from_to(match: re.Match[str]) -> dict[str, Reading] | None:
    """Two clock times of which one says a.m. or p.m.; the other takes it over, or the other half of the day."""
    zone = match["zone2"] or match["zone1"]
    first = _clock(match["hour1"], match["minute1"], None, match["half1"] or match["half2"], zone)
    second = _clock(match["hour2"], match["minute2"], None, match["half2"] or match["half1"], zone)
    if first is None or second is None:
        return None
    if (first.hour, first.minute or 0) >= (second.hour, second.minute or 0):
        if not match["half1"]:
            first = replace(first, hour=(first.hour + 12) % 24)
        elif not match["half2"]:
            second = replace(second, hour=(second.hour + 12) % 24)
    return {"first": first, "second": second}


@rule(
    rf"(?P<hour>\d\d?)(?:[:.]?(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?)?(?: ?(?P<half>{_HALF})| "
    rf"(?P<noon>noon|midnight)|(?P<clock> ?o['’]clock))(?:{_IN_PART})?(?P<zone>{ZONE})?",
    starts=DIGIT,
    reads={
        "9 a.m.": Clock(9),
        "3:30 pm": Clock(15, 30),
        "340pm": Clock(15, 40),
        "12 midnight": Clock(24),
        "8.30am GMT": Clock(8, 30, zone="GMT"),
        "11 o'clock at night": Clock(23),
    },
    refuses=["9 amps", "13:60 pm", "25 p.m."],
)
def twelve_hours(match: re.Match[str]) -> Clock | None:
    """An hour with a.m., p.m. or o'clock."""
    if match["noon"]:
        return Clock(12 if match["noon"].lower() == "noon" else 24, zone=match["zone"])
    half = match["half"] or _half_of(match["part"], int(match["hour"]))
    return _clock(match["hour"], match["minute"], match["second"], half, match["zone"])


@rule(
    rf"(?P<hour>{_HOURS}|\d\d?(?::(?P<minute>[0-5]\d))?) in the (?P<part>morning|afternoon|evening|night)(?P<zone>{ZONE})?",
    starts=(*_HOURS.split("|"), DIGIT),
    reads={
        "8 in the evening": Clock(20),
        "six in the morning": Clock(6),
        "12 in the night": Clock(0),
        "2:30 in the afternoon": Clock(14, 30),
    },
    refuses=["15 in the morning", "eight in the team", "6.5 in the morning", "the two of them in the morning"],
)
def in_part_of_day(match: re.Match[str]) -> Clock | None:
    """An hour that its part of the day makes a time."""
    hour = int(number(match["hour"].partition(":")[0]))
    return _clock(str(hour), match["minute"], None, _half_of(match["part"], hour), match["zone"])


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
    rf"(?P<hour>{_HOURS})(?: ?o['’]clock| (?P<minutes>{_MINUTES}))?(?: ?(?P<half>{_HALF}))?(?:{_IN_PART})?(?P<zone>{ZONE})?",
    starts=_HOURS.split("|"),
    reads={
        "five o'clock": Clock(5, unsure=True),
        "seven thirty p.m.": Clock(19, 30),
        "ten fifty-five am": Clock(10, 55),
        "nine o'clock in the morning": Clock(9),
    },
    refuses=["five", "ten thirty", "two nights", "four morning shows"],
)
def clock_in_words(match: re.Match[str]) -> Clock | None:
    """An hour in words, with o'clock, a.m. or p.m."""
    if not match["half"] and "clock" not in match[0].lower():
        return None
    hour = int(number(match["hour"]))
    minutes = str(int(number(match["minutes"]))) if match["minutes"] else None
    return _clock(str(hour), minutes, None, match["half"] or _half_of(match["part"], hour), match["zone"])


@rule(
    rf"(?:half|(?:(?:a|three) )?(?P<quarters>quarters?)|(?P<minutes>\d\d?|{_HOURS}|{_MINUTES})(?: min(?:ute)?s?)?)"
    rf" (?P<way>past|after|to|before) (?P<hour>\d\d?|(?:{_HOURS}|noon|midnight)\b)(?:[ :](?P<more>[0-5]\d|thirty|fifteen))?"
    rf"(?: ?o['’]clock)?(?: ?(?P<half>{_HALF}))?(?:{_IN_PART})?(?P<zone>{ZONE})?",
    starts=(*NUMBER_WORDS, "half", "quarter", "a", "three", DIGIT),
    reads={
        "half past nine": Clock(9, 30, unsure=True),
        "a quarter to six p.m.": Clock(17, 45),
        "ten minutes past 8 in the evening": Clock(20, 10),
        "three minutes to midnight": Clock(23, 57),
        "20 past 4pm": Clock(16, 20),
    },
    refuses=["half past", "10 to 20", "a quarter to 25", "five to ten", "two after 6", "three minutes to 40"],
)
def past_or_to(match: re.Match[str]) -> Clock | None:
    """Minutes before or after an hour: half past nine, a quarter to six, ten minutes past eight."""
    words, way = match[0].lower(), match["way"].lower()
    timely = (
        words.startswith("half past") or match["quarters"] or " min" in words or match["half"] or match["part"] or "clock" in words
    )
    if not timely or (words.startswith("half") and way != "past"):
        return None
    hour = {"noon": 12, "midnight": 24}.get(match["hour"].lower()) or int(number(match["hour"]))
    quarters = 3 if words.startswith("three quarters") else 1
    minutes = 30 if words.startswith("half") else 15 * quarters if match["quarters"] else int(number(match["minutes"]))
    full = _clock(str(hour), None, None, match["half"] or _half_of(match["part"], hour), match["zone"])
    if full is None or minutes > 59 or (match["hour"].lower() not in ("noon", "midnight") and not 1 <= hour <= 12):
        return None
    later = {"thirty": 30, "fifteen": 15}.get((match["more"] or "").lower()) or int(match["more"] or 0)
    total = full.hour * 60 + later + (minutes if way in ("past", "after") else -minutes)
    return replace(full, hour=total // 60 % 24, minute=total % 60)


@rule(
    r"(?:(?P<which>last|this|the|that|the (?:next|following|previous)) )?(?:(?P<mod>early|late|mid(?![ -]?(?:day|night)))[ -])?"
    r"(?P<part>morning|afternoon|evening|night|mid[ -]?day|mid[ -]?night|noon|overnight|daybreak|dawn|dusk|lunchtime)(?!-|['’]s\b)",
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
        "late afternoon": Modified(PartOfDay("AF"), "end"),
        "mid-day": Clock(12),
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
        return Clock(24 if word.endswith("night") else 12)
    found: TemporalReading = PartOfDay(part)
    if word == "overnight":
        found = Within(found, Relative("day", -1))
    elif which in ("last", "this"):
        found = Within(found, Relative("day", -1 if which == "last" else 0))
    elif which in ("the next", "the following", "the previous"):
        found = Within(found, Relative("day", -1 if which.endswith("previous") else 1, following=True))
    return Modified(found, _MODS[match["mod"].lower()]) if match["mod"] else found


_MODS: dict[str, Mod] = {"early": "start", "late": "end", "mid": "mid"}
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


def _half_of(part: str | None, hour: int) -> str | None:
    """The half of the day in which this hour of a part of the day lies: 8 at night is p.m., 2 at night a.m."""
    if part is None:
        return None
    if part.lower() == "night":
        return "pm" if 6 <= hour < 12 else "am"
    return "am" if part.lower() == "morning" else "pm"


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
