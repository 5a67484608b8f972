"""Times made of several times: "Tuesday, June 3", "9 a.m. on Monday", "the end of last year", "two days after Christmas".

Each rule of a grammar reads one simple time. Here neighbours are joined by what stands between them (`pairs`), and a time
takes in the words before it that say more of it ("early", "more than"), as TIMEX3 asks.
"""

from __future__ import annotations

import re

from factex.grammars.pairs import JOINS, Join
from factex.grammars.phrases import widened
from factex.grammars.ranges import told_by_the_day, told_by_the_next
from factex.readings import TemporalReading
from factex.readings.temporal import PartOfDay
from factex.records import Mention

_BY_LEFT: dict[type, list[Join]] = {t: [j for j in JOINS if t in j.left] for t in {t for j in JOINS for t in j.left}}
LONGEST_LINK = 16


def join(text: str, mentions: list[Mention]) -> list[Mention]:
    """The mentions, with times that make one time joined and widened by the words that belong to them."""
    joined: list[Mention] = []
    for mention in mentions:
        last = mention
        while joined and (pair := _pair(text, joined[-1], last)) is not None:
            joined.pop()
            last = pair
        joined.append(last)
    kept: list[Mention] = []
    for mention in told_by_the_day(text, told_by_the_next(text, joined)):
        whole = widened(text, mention, kept[-1].end if kept else 0)
        if not isinstance(whole.reading, PartOfDay) or _tells(text, mention):
            kept.append(whole)
    return kept


_AT = re.compile(r"\b(?:at|before|after|by|until|till|to|since|from|around|near) $", re.IGNORECASE)


def _tells(text: str, mention: Mention) -> bool:
    """Whether a part of the day is a time by itself: "morning" alone may be any, "at dawn" not."""
    words = text[mention.start : mention.end]
    if words.lower().startswith(("the ", "that ", "mid")):
        return True
    return words in _TURNS and _AT.search(text, max(0, mention.start - 8), mention.start) is not None


_TURNS = frozenset({"dawn", "daybreak", "dusk", "nightfall", "sunrise", "sunset"})


def _pair(text: str, left: Mention, right: Mention) -> Mention | None:
    """The one mention that two neighbours make, or None where they make none."""
    if right.start - left.end > LONGEST_LINK or not isinstance(left.reading, TemporalReading):
        return None
    if not isinstance(right.reading, TemporalReading):
        return None
    between = text[left.end : right.start].lower()
    if between == " from " and text[max(0, left.start - 4) : left.start].lower() == "for ":
        return None  # "for two days from Monday" tells how long and from when
    for each in _BY_LEFT.get(type(left.reading), ()):
        if isinstance(right.reading, each.right) and each.link.fullmatch(between):
            made = each.make(left.reading, right.reading)
            if made is not None:
                return Mention(left.start, right.end, left.rule, made, pos=left.pos)
    return None
