"""Days of the week and hours at which something is open or played each week: open Tue-Sun, matinees Wed and Sat."""

from __future__ import annotations

import re

from factex.grammar import DIGIT, led_by, rule
from factex.grammars.clockwords import HALF, clock, ordered
from factex.grammars.numbers import either
from factex.grammars.timewords import WEEKDAY_STARTS, weekday
from factex.readings import Reading
from factex.readings.temporal import WEEKDAYS, Every

_DAY = rf"(?:{either(WEEKDAYS)}|(?-i:Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)\b)(?!s)"
_OPEN = re.compile(
    r"(?:\b(?:is|are)|(?:^|[.;:(\n]) ?|['’]s) open(?: daily| to the public)?,?(?: from)? $|\bopens(?: from)? $"
    r"|(?:^|[.;:(\n] ?)(?:open|closed)(?: from| on)? $|\b(?:opening|visiting|office|business) hours(?: are|:)?(?: from)? $"
    r"|(?:^|[.;(\n] ?)(?:the )?hours(?: are|:)(?: from)? $"
    r"|\b(?:breakfast|brunch|dinner|lunch|tours)(?: are| is| runs?)?(?: served)?(?: from)? $",
    re.IGNORECASE,
)
_PLAYED = re.compile(r"\bmatin[eé]es(?: on| every)? $", re.IGNORECASE)
# What is open once: votes, lists, tournaments.
_ONCE = re.compile(
    r"\b(?:appl\w+|ballots?|book|booking|enrol\w+|exhibit\w*|lines|nominations?|poll\w*|registration|sales?|show|tournament|vot\w+)\b"
    r"|(?-i: Open )",
    re.IGNORECASE,
)
_DATED = re.compile(r",? (?:was|were|will|this|next|last|(?-i:[A-Z][a-z]{2,8})\.? \d|\d{1,2}(?!\d|:| ?[ap]\.?m))")


_DAYS = rf"(?P<first>{_DAY})\.?(?: ?[-–—] ?| (?:to|through|and|&) )(?P<last>{_DAY})"
_HOURS = (
    rf"(?P<begin>(?P<hour>\d\d?)(?:[:.](?P<minute>[0-5]\d))?(?P<half> ?{HALF})?)"
    rf"(?:(?: ?[-–—] ?| to | until | till )(?P<finish>(?P<hour2>\d\d?)(?:[:.](?P<minute2>[0-5]\d))?(?P<half2> ?{HALF})?))?(?![\d:])"
)


@rule(
    rf"{_DAYS}(?:\.?,? (?:from |at )?{_HOURS})?",
    starts=WEEKDAY_STARTS,
    reads={
        "It is open [Tue]-[Sun]": (Every("XXXX-WXX-2"), Every("XXXX-WXX-7")),
        "The bar is open from [Monday] to [Saturday]": (Every("XXXX-WXX-1"), Every("XXXX-WXX-6")),
        "Matinees [Wed] and [Sat]": (Every("XXXX-WXX-3"), Every("XXXX-WXX-6")),
        "Open [Fri]-[Sun], [11am]-[4pm]": (
            *(Every("XXXX-WXX-5"), Every("XXXX-WXX-7")),
            *(Every("XXXX-XX-XXT11"), Every("XXXX-XX-XXT16")),
        ),
    },
    refuses=[
        "It will be open Monday to Friday",
        "It was open Monday to Friday",
        "The polls are open Monday to Friday",
        "The bar is open Fri-Sun, Nov 21-23",
    ],
)
def open_on(match: re.Match[str]) -> dict[str, Reading] | None:
    """The first and the last day of each week that something is open, or the two that it is played on, and perhaps the hours."""
    return _open(match)


@rule(
    rf"{_HOURS},? {_DAYS}",
    starts=DIGIT,
    needs=["am", "pm", "m"],
    reads={
        "Hours are [9 a.m.] to [5:30 p.m.] [Monday] through [Friday]": (
            *(Every("XXXX-XX-XXT09"), Every("XXXX-XX-XXT17:30")),
            *(Every("XXXX-WXX-1"), Every("XXXX-WXX-5")),
        ),
    },
    refuses=[
        "It was open 9 a.m. to 5 p.m. Monday to Friday",
        "Hours are 9 to 5 Monday to Friday",
        "It is open 9 a.m. to 5 p.m. Monday",
    ],
)
def open_at(match: re.Match[str]) -> dict[str, Reading] | None:
    """The hours at which something is open, and the first and the last day of each week that it is so."""
    return _open(match) if match["half"] or match["half2"] else None


def _open(match: re.Match[str]) -> dict[str, Reading] | None:
    """The days and hours of each week, where the words before say that something is open or played on them."""
    heads = led_by(match, _OPEN, 48) or led_by(match, _PLAYED, 48)
    if heads is None or led_by(match, _ONCE, 48) or _DATED.match(match.string, match.end("last")):
        return None
    days: dict[str, Reading] = {name: Every(f"XXXX-WXX-{weekday(match[name])}") for name in ("first", "last")}
    return days | _hours(match)


def _hours(match: re.Match[str]) -> dict[str, Every]:
    """The hours that a match of _HOURS gives, the same on all days; none where nothing says that they are times of the day."""
    if not match["begin"] or not (match["half"] or match["half2"] or match["minute"]):
        return {}
    first = clock(match["hour"], match["minute"], None, match["half"] or match["half2"], None)
    second = clock(match["hour2"], match["minute2"], None, match["half2"] or match["half"], None) if match["finish"] else None
    if first is not None and second is not None:
        first, second = ordered(first, second, first_sure=bool(match["half"]), second_sure=bool(match["half2"]))
    times = {"begin": first, "finish": second}
    return {
        name: Every(f"XXXX-XX-XXT{time.hour:02}" + ("" if time.minute is None else f":{time.minute:02}"))
        for name, time in times.items()
        if time is not None
    }
