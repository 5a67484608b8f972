"""Days of the week on which something is open or played each week: open Tue-Sun, matinees Wed and Sat."""

from __future__ import annotations

import re

from factex.grammar import rule
from factex.grammars.numbers import either
from factex.grammars.timewords import WEEKDAY_STARTS, WEEKDAYS, weekday
from factex.readings import Reading
from factex.readings.temporal import Every

_DAY = rf"(?:{either(WEEKDAYS)}|(?-i:Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)\b)(?!s)"
_OPEN = re.compile(
    r"(?:\b(?:is|are)|(?:^|[.;:(\n]) ?|['’]s) open(?: daily| to the public)?,?(?: from)? $|\bopens(?: from)? $"
    r"|(?:^|[.;:(\n] ?)(?:open|closed)(?: from| on)? $|\b(?:opening|visiting|office|business) hours(?: are|:)?(?: from)? $"
    r"|(?:^|[.;(\n] ?)hours: $",
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


@rule(
    rf"(?P<first>{_DAY})\.?(?: ?[-–—] ?| (?:to|through|and|&) )(?P<last>{_DAY})",
    starts=WEEKDAY_STARTS,
    reads={
        "It is open [Tue]-[Sun]": (Every("XXXX-WXX-2"), Every("XXXX-WXX-7")),
        "The bar is open from [Monday] to [Saturday]": (Every("XXXX-WXX-1"), Every("XXXX-WXX-6")),
        "Matinees [Wed] and [Sat]": (Every("XXXX-WXX-3"), Every("XXXX-WXX-6")),
    },
    refuses=[
        "It will be open Monday to Friday",
        "It was open Monday to Friday",
        "The polls are open Monday to Friday",
        "It runs Tue-Sun",
        "The bar is open Fri-Sun, Nov 21-23",
        "the Matinees Wed and Sat were sold out",
    ],
)
def open_on(match: re.Match[str]) -> dict[str, Reading] | None:
    """The first and the last day of each week that something is open, or the two that it is played on."""
    text, start = match.string, match.start()
    first = max(0, start - 48)
    heads = _OPEN.search(text, first, start) or _PLAYED.search(text, first, start)
    if heads is None or _ONCE.search(text, first, start) or _DATED.match(text, match.end()):
        return None
    return {name: Every(f"XXXX-WXX-{weekday(match[name])}") for name in ("first", "last")}
