"""The day on which what is quoted was said, from which its own today and tomorrow count."""

from __future__ import annotations

import re

from factex.readings.temporal import WEEKDAYS
from factex.values.calendar import Moment

_DAY = rf"(?P<day>{'|'.join(WEEKDAYS)})\b"
_SAID = r"(?:add(?:ed|s)|announced|explained|sa(?:id|ys)|tells|told|tweeted|wrote)"
# "I leave tomorrow," she told reporters on Friday.
_BEHIND = re.compile(rf'[^"“”\n]*["”](?: [^"“”.,;\n]{{0,60}}?)? {_SAID}\b(?:,? [^"“”.,;\n]{{0,60}}?)?,? {_DAY}', re.IGNORECASE)
# On Friday she said: "I leave tomorrow."
_BEFORE = re.compile(rf'\b{_DAY}[^"“”.;\n]{{0,60}} {_SAID}[^"“”.;\n]{{0,40}}["“][^"“”\n]*$', re.IGNORECASE)
LONGEST = 400
"""So far before a time its opening quotation mark and the day before that are looked for, in characters."""


def said_on(text: str, start: int, anchor: Moment | None) -> Moment | None:
    """The day of the week, of the last seven, on which the words quoted around *start* were said; None where none is told."""
    before = text[max(text.rfind("\n", 0, start) + 1, start - LONGEST) : start]
    quoted = before.count('"') % 2 == 1 or before.rfind("“") > before.rfind("”")
    if anchor is None or not quoted:
        return None
    told = _BEHIND.match(text, start) or _BEFORE.search(before)
    if told is None:
        return None
    today = anchor.to("day")
    return today.shift(-((today.ordinal - WEEKDAYS.index(told["day"].lower()) - 1) % 7))
