"""Clock times in figures, with their zones, and ranges of them; what a stopwatch shows."""

from __future__ import annotations

import re
from decimal import Decimal

from factex.grammar import DIGIT, followed_by, led_by, rule, text_before
from factex.grammars.clockwords import (
    AT,
    DAY_FOLLOWS,
    ENDS,
    HALF,
    HOURS,
    IN_PART,
    LETTER,
    MINUTES,
    OCLOCK,
    PART,
    ZONE,
    ZONE_WORDS,
    clock,
    half_of,
    ordered,
    turn_of_day,
    zone_of,
)
from factex.grammars.numbers import value
from factex.grammars.timewords import NUMBER_WORDS
from factex.readings import Reading
from factex.readings.numeric import plain
from factex.readings.temporal import WEEKDAYS, Clock, Date, Duration, Within

# What comes after a lone number and makes it no time of the day: "9 a.m. to 5 million people".
_BARE_END = (
    r"(?![.,:]?\d|[-–/%]| ?(?:[%$]|(?!(?:and|at|but|each|every|in|on|when|with|yesterday|today|tomorrow"
    rf"|{'|'.join(WEEKDAYS)})\b)[a-z]))"
)


@rule(
    rf"(?P<between>(?<=between )|(?<=from ))?"
    rf"(?P<first>(?P<hour1>\d\d?+)(?!\d|,\d)(?:[:.](?P<minute1>[0-5]\d))?(?P<half1> ?{HALF}|{LETTER})?(?P<zone1>{ZONE})?)"
    rf"(?: ?[-–—] ?| to | until | till? | and )(?P<second>(?P<hour2>\d\d?)(?:[:.](?P<minute2>[0-5]\d))?"
    rf"(?:(?P<half2> ?{HALF}|{LETTER})"
    rf"|(?(half1){_BARE_END}|(?(between)(?:(?<=[:.][0-5]\d)|(?(minute1)(?={ZONE})|(?<=\d){DAY_FOLLOWS}))|(?!))))"
    rf"(?P<zone2>{ZONE})?)",
    starts=DIGIT,
    needs=["am", "pm", "m", DIGIT + "a", DIGIT + "p", "between", "from"],
    reads={
        "[9 a.m.] to [5 p.m.]": (Clock(9), Clock(17)),
        "[9]-[11 a.m. EST]": (Clock(9, zone="EST"), Clock(11, zone="EST")),
        "open from [11] to [3 pm]": (Clock(11), Clock(15)),
        "closed between [1:30 p.m.] and [4]": (Clock(13, 30), Clock(16)),
        "between [10] and [11:30]": (Clock(10, unsure=True), Clock(11, 30, unsure=True)),
    },
    refuses=["from 9 to 5 on Monday", "from 9 a.m. to 5,000 people", "at 9 a.m. and 4 people", "8 a.m. - 30 July"],
)
def from_to(match: re.Match[str]) -> dict[str, Reading] | None:
    """Two clock times of which one says a.m. or p.m.; the other takes it over, or the other half of the day."""
    halves = {half.lower() for half in (match["half1"], match["half2"]) if half}
    if not (match["minute1"] or match["minute2"]):
        if halves == {"p"}:
            return None  # "from 3p to 5p a share" is in pence
        if not halves and not match.string[: match.start()].lower().endswith("between "):
            return None  # "from 3 to 5 on Monday" may tell of a change
    elif not halves and "." in match["second"] and "0" not in (match["hour1"][0], match["hour2"][0]):
        return None  # nor are "from 12.50 to 14.50" times, but "from 20.00 to 06.00"
    zone = match["zone2"] or match["zone1"]
    late = int(match["hour1"]) > 12
    first = clock(match["hour1"], match["minute1"], None, match["half1"] or (None if late else match["half2"]), zone)
    second = clock(match["hour2"], match["minute2"], None, match["half2"] or match["half1"], zone)
    if first is None or second is None:
        return None
    if not late:
        first, second = ordered(first, second, first_sure=bool(match["half1"]), second_sure=bool(match["half2"]))
    return {"first": first, "second": second}


@rule(
    r"(?:(?<=\bin )|(?<=\bof )|(?<=\bunder )|(?<=[a-z] \()(?=[\d:.]+\))|(?<=, )(?=[\d:.]+(?:\n|$)))"
    r"(?:(?P<hours>\d):(?P<minutes>[0-5]\d):(?P<seconds>[0-5]\d(?:\.\d{1,3})?)"
    # Minutes and seconds have hundredths, or are no time of a day.
    r"|(?P<minutes_b>\d{1,2}):(?P<seconds_b>[0-5]\d(?:\.\d{1,3}|(?<=(?:2[5-9]|[3-9]\d):\d\d))))(?![:\d%])",
    starts=DIGIT,
    needs=[f"{DIGIT}:"],
    reads={
        "won in [2:05:13].": Duration("PT2H5M13S"),
        "a time of [1:44.32]": Duration("PT1M44.32S"),
        "Lund ([2:09:40]) came third": Duration("PT2H9M40S"),
        "Ann Berg, [2:10:02]": Duration("PT2H10M2S"),
        "She won in [46:12].": Duration("PT46M12S"),
    },
    refuses=["at 2:05:13", "in 2:05", "in 2:75:13", "It left, 2:05:13 p.m."],
)
def stopwatch(match: re.Match[str]) -> Duration:
    """How long a runner took."""
    hours, minutes, seconds = match["hours"], match["minutes"] or match["minutes_b"], match["seconds"] or match["seconds_b"]
    return Duration("PT" + (f"{hours}H" if hours else "") + f"{int(minutes)}M{plain(Decimal(seconds)):f}S")


@rule(
    r"(?<!\bat )(?<!\bby )(?P<minutes>\d{1,2}):(?P<seconds>[0-5]\d)(?= (?:adrift|ahead|behind|clear|faster|slower)\b)",
    starts=DIGIT,
    needs=[f"{DIGIT}:"],
    reads={"He came in [1:48] ahead of Lund": Duration("PT1M48S")},
    refuses=["It began at 1:48 ahead of the vote."],
)
def lead(match: re.Match[str]) -> Duration:
    """By how much one runner was ahead of another."""
    return Duration(f"PT{int(match['minutes'])}M{int(match['seconds'])}S")


@rule(
    rf"(?P<twelve>(?=12(?!\d)|twelve\b))?(?P<hour>\d\d?|(?:{HOURS})\b)"
    r"(?:(?<=\d)(?:[:.]?| ?h ?)(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?"
    rf"|(?<=[a-z])[ -](?P<words>{MINUTES}))?(?P<clock>{OCLOCK})?"
    rf"(?:(?P<half> ?{HALF}|(?(minute){LETTER}|(?!)))|(?(twelve) (?P<turn>noon|midnight)|(?!)))?"
    r"(?(half)|(?(turn)|(?(clock)|(?(words)|(?!)))))"
    rf"(?:{IN_PART})?(?P<zone>{ZONE})?",
    starts=(DIGIT, *HOURS.split("|")),
    needs=["am", "pm", "m", f"{DIGIT}a", f"{DIGIT}p", "clock", "oclock", "noon", "midnight", *NUMBER_WORDS],
    reads={
        "9 a.m.": Clock(9),
        "3:30 pm": Clock(15, 30),
        "12 midnight": Clock(24),
        "8.30am GMT": Clock(8, 30, zone="GMT"),
        "9 a.m. Tokyo time": Clock(9, zone="Tokyo time"),
    },
    refuses=[
        *("9 amps", "bought 5 a M&A firm", "13:60 pm", "25 p.m.", "9a", "3 o'clocks", "five", "ten thirty", "two nights"),
        *("four morning shows", "at seven forty-ton trucks", "at two fifty people"),
    ],
)
def twelve_hours(match: re.Match[str]) -> Clock | None:
    """An hour with a.m., p.m. or o'clock; in words, also with minutes after a preposition."""
    hour = int(value(match["hour"]))
    if match["turn"]:
        return turn_of_day(match["turn"], match["zone"])
    if not match["half"] and not match["clock"]:
        ends = match["part"] or followed_by(match, _DAY) or followed_by(match, ENDS) or led_by(match, _PART_AT, 16)
        if not ends or not led_by(match, AT, 12):
            return None
    half = match["half"] or half_of(match["part"], hour)
    return clock(match["hour"], match["minute"] or match["words"], match["second"], half, match["zone"])


_DAY = re.compile(DAY_FOLLOWS, re.IGNORECASE)
_PART_AT = re.compile(rf"\b(?:{PART}|tonight) at $", re.IGNORECASE)
_MILITARY = r"(?:[01]\d|2[0-3])[0-5]\d"
# The zones that such a time has behind it: other capitals may follow a year.
_ZONED = r"(?P<zoned> ?(?-i:GMT|UTC|BST|CES?T|(?:A[CEW]|[CEMP]|NZ)[DS]T))"


@rule(
    rf"(?P<hour>[01]?\d|2[0-4])(?::| ?(?P<h>h))(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d)(?:\.\d+)?)?(?![\d:.]*\d)"
    rf"(?: ?(?:hours|hrs)\b)?(?P<zone>{ZONE})?"
    rf"|(?P<mil>{_MILITARY})(?: hours(?= ))?(?:{_ZONED}\b| local time)|(?P<mil3>{_MILITARY})(?: hours| ?hrs)\b"
    rf"|(?<=\bat )(?P<mil4>0\d[0-5]\d|{_MILITARY}(?= \(\d\d:?\d\d ?(?-i:GMT|UTC)))(?![\d.,:%-]\w)(?P<zone4>{ZONE})?",
    starts=DIGIT,
    needs={":", "h", "hours", "hrs", "at", *ZONE_WORDS},
    reads={
        "14:30": Clock(14, 30),
        "14:30 GMT": Clock(14, 30, zone="GMT"),
        "at [19h30]": Clock(19, 30),
        "at [0730].": Clock(7, 30),
        "1700 AEDT": Clock(17, 0, zone="AEDT"),
    },
    refuses=["14:75", "1:2:3", "1430", "lasted 1h30"],
)
def twenty_four_hours(match: re.Match[str]) -> Clock | None:
    """Hours and minutes of a day of 24 hours; as French writes them, 19h30, they are a length but behind a preposition of time."""
    if match["h"] and not led_by(match, AT, 12):
        return None
    mil = match["mil"] or match["mil3"] or match["mil4"]
    if mil:
        return Clock(int(mil[:2]), int(mil[2:]), zone=zone_of(match["zoned"] or match["zone4"]))
    second = int(match["second"]) if match["second"] else None
    hour = int(match["hour"])
    hour += 12 if 3 <= hour < 12 and match["hour"][0] != "0" and led_by(match, _DINNER, 32) else 0
    return Clock(hour, int(match["minute"]), second, zone_of(match["zone"]))


_DINNER = re.compile(
    r"\b(?:dinner|supper)[,:]? (?:is |was )?(?:served )?(?:from |at )?(?:\d?\d:\d\d(?: ?[-–—] ?| to ))?$", re.IGNORECASE
)


@rule(
    rf"(?P<first>(?={_MILITARY})(?P<zero>0)?\d{{3,4}})(?: ?[-–—] ?| to | until | till | and )"
    rf"(?P<second>{_MILITARY}(?:(?P<zone> ?(?-i:GMT|UTC))| local time|(?(zero) ?h(?:ou)?rs\b|(?!))))",
    starts=DIGIT,
    needs=["gmt", "utc", "time", "hours", "hrs"],
    reads={
        "[0530] to [0545 GMT]": (Clock(5, 30, zone="GMT"), Clock(5, 45, zone="GMT")),
        "from [0800] to [1730 hours]": (Clock(8, 0), Clock(17, 30)),
    },
    refuses=["0530 to 0545", "1400 to 1575 GMT", "1200 to 1300 hours"],
)
def from_to_in_four_figures(match: re.Match[str]) -> dict[str, Reading]:
    """Two times of a day of 24 hours, written without a colon, whose last word says that they are times."""
    zone = zone_of(match["zone"])
    return {name: Clock(int(match[name][:2]), int(match[name][2:4]), zone=zone) for name in ("first", "second")}


@rule(
    rf"(?P<date>\d{{4}}-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01]))[T ](?P<hour>[01]\d|2[0-4]):?(?P<minute>[0-5]\d)"
    rf"(?::?(?P<second>[0-5]\d)(?:[.,]\d+)?)?(?P<zone>{ZONE})?",
    starts=DIGIT,
    needs=["-"],
    reads={
        "2025-06-03T14:30:00Z": Within(Clock(14, 30, 0, "Z"), Date(2025, 6, 3)),
        "2025-06-03 14:30": Within(Clock(14, 30), Date(2025, 6, 3)),
    },
    refuses=["2025-06-03", "2025-06-03T25:00"],
)
def day_and_time(match: re.Match[str]) -> Within:
    """A day and a time in figures (ISO 8601)."""
    second = int(match["second"]) if match["second"] else None
    time = Clock(int(match["hour"]), int(match["minute"]), second, zone_of(match["zone"]))
    return Within(time, Date(int(match["date"][:4]), int(match["month"]), int(match["day"])))


_HOUR = rf"(?:{HOURS}|1[0-2]|[1-9])"


@rule(
    rf"(?P<first>(?P<hour1>{_HOUR})(?:[:.](?P<minute1>[0-5]\d)|[ -](?P<words1>{MINUTES}))?)"
    r"(?: ?[-–—] ?| to | until | till | and )"
    rf"(?P<second>(?:(?P<hour2>{_HOUR})(?:[:.](?P<minute2>[0-5]\d)|[ -](?P<words2>{MINUTES}))?"
    rf"(?:(?P<half> ?{HALF})|(?P<clock>{OCLOCK})| in the (?P<part>{PART})| at (?P<late>night))?"
    rf"|(?P<turn>noon|midday|midnight))(?P<zone>{ZONE})?)",
    starts=(*HOURS.split("|"), DIGIT),
    needs=["between", "from"],
    reads={
        "from [five] to [seven in the evening]": (Clock(17), Clock(19)),
        "from [seven] until [nine p.m.]": (Clock(19), Clock(21)),
        "between [8] and [10 in the morning]": (Clock(8), Clock(10)),
        "from [9] to [noon]": (Clock(9), Clock(12)),
        "from [10] to [midnight]": (Clock(22), Clock(24)),
    },
    refuses=["five to seven in the evening", "from nine to five", "from five and seven p.m.", "from one to seventy p.m."],
)
def from_to_in_words(match: re.Match[str]) -> dict[str, Reading] | None:
    """Two hours after "from" or "between", of which the second says that both are times of the day."""
    before = text_before(match, 8)
    between = " and " in match[0].lower()
    if not before.endswith("between " if between else ("from ", "between ")):
        return None
    part, turn = match["part"] or match["late"], (match["turn"] or "").lower()
    said = match["half"] or part or match["clock"] or turn or (match["words1"] and match["words2"])
    if not said or (match["words2"] and not (match["half"] or part) and not followed_by(match, ENDS)):
        return None
    zone = zone_of(match["zone"])
    hour1, hour2 = (int(value(match[name])) if match[name] else 12 for name in ("hour1", "hour2"))
    half = "pm" if turn == "midnight" else "am" if turn else match["half"] or half_of(part, hour2)
    first = clock(str(hour1), match["minute1"] or match["words1"], None, half, zone)
    if turn:
        second: Clock | None = turn_of_day(turn, zone)
    else:
        second = clock(str(hour2), match["minute2"] or match["words2"], None, half, zone)
    if first is None or second is None:
        return None
    ends = ordered(first, second, first_sure=False, second_sure=half is not None)
    return {"first": ends[0], "second": ends[1]}
