"""Clock times in words, and bare hours."""

from __future__ import annotations

import re
from dataclasses import replace

from factex.grammar import DIGIT, followed_by, led_by, rule
from factex.grammars.clockwords import (
    AT,
    DAY_FOLLOWS,
    ENDS,
    HALF,
    HOURS,
    IN_PART,
    MINUTES,
    PART,
    ZONE,
    ZONE_WORDS,
    clock,
    half_of,
    turn_of_day,
)
from factex.grammars.numbers import value
from factex.grammars.timewords import DAY_PARTS, NUMBER_WORDS
from factex.readings.temporal import WEEKDAYS, Clock, Modified


@rule(
    rf"(?P<hour>{HOURS}|\d\d?)(?:(?<=\d)(?P<sign>[:.]?)(?P<minute>[0-5]\d))?"
    rf" (?:in the (?P<part>{PART})|at (?P<late>night))(?P<zone>{ZONE})?",
    starts=(*HOURS.split("|"), DIGIT),
    needs=DAY_PARTS,
    reads={
        "8 in the evening": Clock(20),
        "six in the morning": Clock(6),
        "12 in the night": Clock(0),
        "2:30 in the afternoon": Clock(14, 30),
        "10 at night": Clock(22),
    },
    refuses=["15 in the morning", "6.5 in the morning", "the two of them in the morning", "730 in the morning"],
)
def in_part_of_day(match: re.Match[str]) -> Clock | None:
    """An hour that its part of the day makes a time."""
    if match["sign"] == "" and not match.string.endswith("at ", 0, match.start()):
        return None  # "730 in the morning" may be so many people
    half = half_of(match["part"] or match["late"], int(value(match["hour"])))
    return clock(match["hour"], match["minute"], None, half, match["zone"])


# Who does this at seven does so at seven o'clock; prices open, close and end at seven too.
_EVENT = re.compile(
    rf"\b(?:arriv(?:e|es|ed|ing)|back|beg[aiu]ns?|come|comes|gathers?|home|leav(?:e|es|ing)|left|meet|meets|met|return(?:s|ed|ing)?|starts?"
    rf"|started|up|wakes?|woke|{'|'.join(WEEKDAYS)}|today|tomorrow|tonight|yesterday|{PART})(?: [a-z]+){{0,2}} $",
    re.IGNORECASE,
)


@rule(
    rf"(?:(?<=\bat )|(?<=\bby )|(?<=\buntil )|(?<=\baround )|(?<=\bfrom )(?<!up from ))(?P<hour>1[0-2]|[1-9]|(?:{HOURS})\b)"
    r"(?:\.(?P<minute>[0-5]\d))?"
    rf"(?![\d:%/-]|[.,]\d)(?P<zone>{ZONE})?(?P<day>{DAY_FOLLOWS})?"
    rf"|(?P<hour_b>[01]?\d|2[0-3])\.(?P<minute_b>[0-5]\d)(?:(?P<zone_b>{ZONE})|(?P<hours> ?hrs| hours)\b)",
    starts=(*HOURS.split("|"), DIGIT),
    needs={"at", "by", "until", "around", "from", "hours", "hrs", *ZONE_WORDS},
    reads={
        "will be back at [7].": Clock(7, unsure=True),
        "meets at [6.45].": Clock(6, 45, unsure=True),
        "17.30 Beijing time": Clock(17, 30, zone="Beijing time"),
        "left at [16.05 hrs]": Clock(16, 5),
        "shut until [06.00 hours]": Clock(6, 0),
    },
    refuses=["closed at 7.", "killed 8 this evening", "at 7 percent", "lasted 12.25 hrs", "cut to 12.30 hours a week"],
)
def hour_of_event(match: re.Match[str]) -> Clock | None:
    """A bare hour, where a day follows or somebody comes, goes or begins at it; hours and minutes with a point before a zone."""
    if match["hour_b"]:
        length = match["hours"] == " hours" and (match["minute_b"] not in _MINUTES or followed_by(match, _EACH))
        if match["hours"] and (length or not (led_by(match, AT, 12) or match.string.endswith("between ", 0, match.start()))):
            return None
        return clock(match["hour_b"], match["minute_b"], None, None, match["zone_b"])
    if match["day"] is None and not match["zone"]:
        dotted = match["minute"] and not led_by(match, _PRICED, 24) and not followed_by(match, _MEASURE)
        if dotted and (followed_by(match, _NEXT) or _DOTTED.search(match.string, max(0, match.start() - 600), match.start())):
            return clock(match["hour"], match["minute"], None, None, None)
        before = match.string[max(0, match.start() - 48) : match.start()].rpartition(" ")[0].rpartition(" ")[0] + " "
        if not followed_by(match, ENDS) or not _EVENT.search(before):
            return None
    return clock(match["hour"], match["minute"], None, None, match["zone"])


# Once hours have been told with a point, "at 7.30 the advance began" has one too.
_DOTTED = re.compile(r"\b\d\d?\.[0-5]\d ?[ap]\.?m\b")
_NEXT = re.compile(r" the (?:following|next|previous|same) (?:afternoon|day|evening|morning|night)\b")
_PRICED = re.compile(
    r"\b(?:clos(?:e|ed|ing)|end(?:ed|ing)?|stands?|stood|settled?|trad(?:ed|ing)|valued) (?:at|by|from) $", re.IGNORECASE
)
_MEASURE = re.compile(r" ?(?:%|per\b|percent|[bm]illion|points?\b|[a-z]+s\b)")
_MINUTES = ("00", "15", "30", "45", "59")
_EACH = re.compile(r" (?:an?|each|every|of|per)\b")


@rule(
    rf"(?:half|(?:(?:a|three) )?(?P<quarters>quarters?)|(?P<minutes>\d\d?|{HOURS}|{MINUTES})(?: min(?:ute)?s?)?)"
    rf"(?: (?P<way>past|after|to|before)|(?<=half)(?= (?:{HOURS}|1[0-2]|[1-9])\b)) (?P<hour>\d\d?|(?:{HOURS}|noon|midnight)\b)"
    rf"(?:[ :](?P<more>[0-5]\d|thirty|fifteen))?(?: ?o['’]clock)?(?: ?(?P<half>{HALF}))?(?:{IN_PART})?(?P<zone>{ZONE})?",
    starts=(*NUMBER_WORDS, "half", "quarter", "a", "three", DIGIT),
    needs=["past", "after", "to", "before", "half"],
    reads={
        "half past nine": Clock(9, 30, unsure=True),
        "a quarter to six p.m.": Clock(17, 45),
        "ten minutes past 8 in the evening": Clock(20, 10),
        "three minutes to midnight": Clock(23, 57),
        "at [half seven].": Clock(7, 30, unsure=True),
    },
    refuses=["from five to seven p.m.", "at five to ten people", "at half three times the price", "half ten.", "led by 5 to 4."],
)
def past_or_to(match: re.Match[str]) -> Clock | None:
    """Minutes before or after an hour: half past nine, a quarter to six, ten minutes past eight; half nine, as the British say.

    "From ten to six" is a span of hours, and so is "ten to six p.m." without "at".
    """
    words, way = match[0].lower(), (match["way"] or "past").lower()
    spelled = words.startswith("half past") or match["quarters"] or " min" in words
    if words.startswith("half") and way != "past":
        return None
    if not spelled:
        led = led_by(match, _AT, 8)
        said = match["half"] or match["part"] or match["hour"].lower() in ("noon", "midnight") or "clock" in words
        odds = words[0].isdigit() and not match.string.endswith("at ", 0, match.start())  # "led by 5 to 4."
        closed = (match["way"] is None or (match["minutes"].lower() in _FIVES and not odds)) and followed_by(match, ENDS)
        if not (led and (said or closed)) and not (way == "past" and said):
            return None
    hour = {"noon": 12, "midnight": 24}.get(match["hour"].lower()) or int(value(match["hour"]))
    quarters = 3 if words.startswith("three quarters") else 1
    minutes = 30 if words.startswith("half") else 15 * quarters if match["quarters"] else int(value(match["minutes"]))
    half = "pm" if match["hour"].lower() == "noon" else match["half"] or half_of(match["part"], hour)
    full = clock(str(hour), None, None, half, match["zone"])
    if full is None or minutes > 59 or (match["hour"].lower() not in ("noon", "midnight") and not 1 <= hour <= 12):
        return None
    later = {"thirty": 30, "fifteen": 15}.get((match["more"] or "").lower()) or int(match["more"] or 0)
    total = full.hour * 60 + later + (minutes if way in ("past", "after") else -minutes)
    return replace(full, hour=total // 60 % 24, minute=total % 60)


_AT = re.compile(r"\b(?:at|by|until|till|around|about|before|after|since) $", re.IGNORECASE)
_FIVES = frozenset({"five", "ten", "twenty", "twenty-five", "twenty five", "5", "10", "20", "25"})


@rule(
    rf"(?:(?P<hour>\d\d?|{HOURS})(?:[:.](?P<minute>[0-5]\d))?|(?P<turn>noon|midnight))[ -]?ish(?: (?P<half>{HALF}))?",
    starts=(*HOURS.split("|"), DIGIT, "noon", "noonish", "midnight", *(f"{hour}ish" for hour in HOURS.split("|"))),
    needs=["ish", "noonish", "midnightish", *(f"{hour}ish" for hour in HOURS.split("|"))],
    reads={
        "at [7:30-ish].": Modified(Clock(7, 30, unsure=True), "approx"),
        "3ish pm": Modified(Clock(15), "approx"),
        "noonish": Modified(Clock(12), "approx"),
    },
    refuses=["30-ish people", "seven-ish", "at 30-ish.", "for ten-ish people"],
)
def hour_or_so(match: re.Match[str]) -> Modified | None:
    """About an hour: sevenish."""
    if match["turn"]:
        return Modified(turn_of_day(match["turn"]), "approx")
    led = led_by(match, AT, 12) and followed_by(match, ENDS)
    if not match["half"] and not led:
        return None
    found = clock(match["hour"], match["minute"], None, match["half"], None)
    return None if found is None else Modified(found, "approx")
