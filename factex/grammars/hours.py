"""Clock times in words, bare hours, and parts of the day."""

from __future__ import annotations

import re
from dataclasses import replace

from factex.grammar import DIGIT, rule
from factex.grammars.clockwords import DAY_FOLLOWS, HALF, HOURS, IN_PART, MINUTES, PART, ZONE, clock, half_of
from factex.grammars.timewords import NUMBER_WORDS, WEEKDAY, WEEKDAYS, number
from factex.readings import Reading
from factex.readings.temporal import Clock, DayPart, Mod, Modified, PartOfDay, Relative, TemporalReading, Within


@rule(
    rf"(?P<hour>{HOURS}|\d\d?(?::(?P<minute>[0-5]\d))?) in the (?P<part>morning|afternoon|evening|night)(?P<zone>{ZONE})?",
    starts=(*HOURS.split("|"), DIGIT),
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
    return clock(str(hour), match["minute"], None, half_of(match["part"], hour), match["zone"])


@rule(
    rf"(?P<hour>{HOURS})(?: ?o['’]clock| (?P<minutes>{MINUTES}))?(?: ?(?P<half>{HALF}))?(?:{IN_PART})?(?P<zone>{ZONE})?",
    starts=HOURS.split("|"),
    reads={
        "five o'clock": Clock(5, unsure=True),
        "seven thirty p.m.": Clock(19, 30),
        "ten fifty-five am": Clock(10, 55),
        "nine o'clock in the morning": Clock(9),
        "at [eight forty]": Clock(8, 40, unsure=True),
        "one oh-five pm": Clock(13, 5),
    },
    refuses=["five", "ten thirty", "two nights", "four morning shows", "at seven forty-ton trucks", "at two fifty people"],
)
def clock_in_words(match: re.Match[str]) -> Clock | None:
    """An hour in words, with o'clock, a.m. or p.m., or with minutes after a preposition."""
    if not match["half"] and "clock" not in match[0].lower():
        led = match["minutes"] and _AT.search(match.string, max(0, match.start() - 8), match.start())
        if not led or not _ENDS.match(match.string, match.end()):
            return None
    hour = int(number(match["hour"]))
    minutes = str(int(number(re.sub(r"^oh?[ -’']", "", match["minutes"])))) if match["minutes"] else None
    return clock(str(hour), minutes, None, match["half"] or half_of(match["part"], hour), match["zone"])


_AT = re.compile(r"\b(?:at|by|until|till|around|before|after|from|for) $", re.IGNORECASE)
_ENDS = re.compile(r" ?[.,;!?)]|$|\n")
# Who does this at seven does so at seven o'clock; prices open, close and end at seven too.
_EVENT = re.compile(
    rf"\b(?:arriv(?:e|es|ed|ing)|back|beg[aiu]ns?|come|comes|gathers?|home|leav(?:e|es|ing)|left|meet|meets|met|return(?:s|ed|ing)?|starts?"
    rf"|started|up|wakes?|woke|{'|'.join(WEEKDAYS)}|today|tomorrow|tonight|yesterday|{PART})(?: [a-z]+){{0,2}} $",
    re.IGNORECASE,
)


@rule(
    rf"(?:(?<=\bat )|(?<=\bby )|(?<=\buntil )|(?<=\baround )|(?<=\bfrom )(?<!up from ))(?P<hour>1[0-2]|[1-9]|(?:{HOURS})\b)"
    r"(?:\.(?P<minute>[0-5]\d))?"
    rf"(?![\d:%/-]|[.,]\d)(?P<zone>{ZONE})?(?P<day>{DAY_FOLLOWS})?|(?P<hour_b>[01]?\d|2[0-3])\.(?P<minute_b>[0-5]\d)(?P<zone_b>{ZONE})",
    starts=(*HOURS.split("|"), DIGIT),
    reads={
        "will be back at [7].": Clock(7, unsure=True),
        "meets at [6.45].": Clock(6, 45, unsure=True),
        "17.30 Beijing time": Clock(17, 30, zone="Beijing time"),
    },
    refuses=["closed at 7.", "killed 8 this evening", "at 7 percent", "back at 7 places", "17.30 people", "up from 7."],
)
def hour_of_event(match: re.Match[str]) -> Clock | None:
    """A bare hour, where a day follows or somebody comes, goes or begins at it; hours and minutes with a point before a zone."""
    if match["hour_b"]:
        return clock(match["hour_b"], match["minute_b"], None, None, match["zone_b"])
    if match["day"] is None and not match["zone"]:
        before = match.string[max(0, match.start() - 48) : match.start()].rpartition(" ")[0].rpartition(" ")[0] + " "
        if not _ENDS.match(match.string, match.end()) or not _EVENT.search(before):
            return None
    return clock(str(int(number(match["hour"]))), match["minute"], None, None, match["zone"])


@rule(
    rf"(?:half|(?:(?:a|three) )?(?P<quarters>quarters?)|(?P<minutes>\d\d?|{HOURS}|{MINUTES})(?: min(?:ute)?s?)?)"
    rf" (?P<way>past|after|to|before) (?P<hour>\d\d?|(?:{HOURS}|noon|midnight)\b)(?:[ :](?P<more>[0-5]\d|thirty|fifteen))?"
    rf"(?: ?o['’]clock)?(?: ?(?P<half>{HALF}))?(?:{IN_PART})?(?P<zone>{ZONE})?",
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
    full = clock(str(hour), None, None, match["half"] or half_of(match["part"], hour), match["zone"])
    if full is None or minutes > 59 or (match["hour"].lower() not in ("noon", "midnight") and not 1 <= hour <= 12):
        return None
    later = {"thirty": 30, "fifteen": 15}.get((match["more"] or "").lower()) or int(match["more"] or 0)
    total = full.hour * 60 + later + (minutes if way in ("past", "after") else -minutes)
    return replace(full, hour=total // 60 % 24, minute=total % 60)


@rule(
    r"(?:(?P<which>last|this|the|that|the (?:next|following|previous)) )?(?:(?P<mod>early|late|mid(?![ -]?(?:day|night)))[ -])?"
    r"(?P<part>morning|afternoon|evening|night|mid[ -]?day|mid[ -]?night|noon|overnight|daybreak|dawn|dusk|sunrise|sunset"
    r"|nightfall|lunchtime)(?!-)",
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
        "sunrise",
        "sunset",
        "nightfall",
    ),
    reads={
        "last night": Within(PartOfDay("NI"), Relative("day", -1)),
        "this morning": Within(PartOfDay("MO"), Relative("day", 0)),
        "overnight": Within(PartOfDay("NI", by_verb=True), Relative("day", 0)),
        "that night": Within(PartOfDay("NI"), Relative("day", 0, following=True)),
        "late afternoon": Modified(PartOfDay("AF"), "end"),
        "mid-day": Clock(12),
        "noon": Clock(12),
        "midnight": Clock(24),
        "[last night]'s game": Within(PartOfDay("NI"), Relative("day", -1)),
        "[that morning]’s papers": Within(PartOfDay("MO"), Relative("day", 0, following=True)),
    },
    refuses=["night-time", "nights", "a fortnight", "a night's sleep", "the night’s takings", "Dawn's early light"],
)
def part_of_day(match: re.Match[str]) -> Reading | None:
    """A part of a day, of today unless the text says otherwise. What a bare "night's" is of lasts or is of any night."""
    word, which = match["part"].lower(), (match["which"] or "").lower()
    text, start = match.string, match.start()
    if which in ("", "the") and _OWNER.match(text, match.end()) and not _OF_DAY.search(text, max(0, start - 12), start):
        return None
    if which == "the" and _CLAUSE.match(text, match.end()) and not _DURING.search(text, max(0, start - 12), start):
        return None
    part = _PARTS.get(word)
    if part is None:
        return Clock(24 if word.endswith("night") else 12)
    found: TemporalReading = PartOfDay(part)
    if word == "overnight":
        found = Within(PartOfDay("NI", by_verb=True), Relative("day", 0))
    elif which in ("last", "this"):
        found = Within(found, Relative("day", -1 if which == "last" else 0))
    elif which in ("that", "the next", "the following", "the previous"):
        offset = {"that": 0, "the previous": -1}.get(which, 1)
        found = Within(found, Relative("day", offset, following=True))
    return Modified(found, _MODS[match["mod"].lower()]) if match["mod"] else found


@rule(
    r"the (?:early|small|wee|predawn|pre-dawn)(?: morning)? hours(?=[.,;]| (?:of|on)\b)",
    starts=("the",),
    reads={"in [the early hours] of the war": Modified(PartOfDay("MO"), "start")},
    refuses=["the early hours he works", "the first hours"],
)
def early_hours(match: re.Match[str]) -> Modified:
    """The hours before dawn."""
    return Modified(PartOfDay("MO"), "start")


_OWNER = re.compile(r"['’]s\b")
# "The night she died" is any night, "in the night she died" is that of the day in hand.
_CLAUSE = re.compile(r" (?:he|her|his|I|it|our|she|that|the|their|they|we|when|you)\b", re.IGNORECASE)
_DURING = re.compile(r"\b(?:by|during|early|in|into|late|through|throughout|until) $", re.IGNORECASE)
_OF_DAY = re.compile(rf"\b(?:{WEEKDAY}|yesterday|tomorrow) $", re.IGNORECASE)
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
    "sunrise": "MO",
    "sunset": "EV",
    "nightfall": "NI",
    "lunchtime": "MI",
}
