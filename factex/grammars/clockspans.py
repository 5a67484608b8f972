"""Spans of clock times whose ends are words: from five to seven in the evening, from 9 to noon."""

from __future__ import annotations

import re

from factex.grammar import DIGIT, followed_by, rule, text_before
from factex.grammars.clockwords import (
    ENDS,
    HALF,
    HOURS,
    MINUTES,
    OCLOCK,
    PART,
    ZONE,
    clock,
    half_of,
    ordered,
    turn_of_day,
    zone_of,
)
from factex.grammars.numbers import value
from factex.readings import Reading
from factex.readings.temporal import Clock

_HOUR = rf"(?:{HOURS}|1[0-2]|[1-9])"


@rule(
    rf"(?P<first>(?P<hour1>{_HOUR})(?:[:.](?P<minute1>[0-5]\d)|[ -](?P<words1>{MINUTES}))?)"
    r"(?: ?[-–—] ?| to | until | till | and )"
    rf"(?P<second>(?:(?P<hour2>{_HOUR})(?:[:.](?P<minute2>[0-5]\d)|[ -](?P<words2>{MINUTES}))?"
    rf"(?:(?P<half> ?{HALF})|(?P<clock>{OCLOCK})| in the (?P<part>{PART})| at (?P<late>night))?"
    rf"|(?P<turn>noon|midday|midnight))(?P<zone>{ZONE})?)",
    starts=(*HOURS.split("|"), DIGIT),
    needs=["-", "–", "—", "to", "until", "till", "and"],
    reads={
        "from [five] to [seven in the evening]": (Clock(17), Clock(19)),
        "from [seven] until [nine p.m.]": (Clock(19), Clock(21)),
        "between [8] and [10 in the morning]": (Clock(8), Clock(10)),
        "from [9] to [noon]": (Clock(9), Clock(12)),
        "from [10] to [midnight]": (Clock(22), Clock(24)),
        "from [two fifteen] to [five thirty].": (Clock(2, 15, unsure=True), Clock(5, 30, unsure=True)),
        "between [four] and [six o'clock]": (Clock(4, unsure=True), Clock(6, unsure=True)),
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
