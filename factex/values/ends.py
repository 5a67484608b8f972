"""Which end of its interval the words before a time leave open: since 2019, until June, from Monday on."""

from __future__ import annotations

import re

from factex.data import table
from factex.values.context import Context
from factex.values.intervals import Interval

_ONWARD = re.compile(r" (?:on|onwards?|forward)\b", re.IGNORECASE)
_OR = re.compile(r" or (?:(?P<later>later|after)|earlier|before)(?= ?[.,;:!?)]|$| (?:at|in|on|to)\b)", re.IGNORECASE)
_TO = re.compile(r" ?[-–—]| (?:to|until|till|through|and)\b", re.IGNORECASE)


def opened(span: Interval, text: str, context: Context) -> Interval:
    """The interval, without its finish after "since", without its begin after "until" and "by", and open to "or later"."""
    mention = context.mention
    if (rest := _OR.match(text, mention.end)) is not None:
        return Interval(span.begin, None) if rest["later"] else Interval(None, span.finish)
    match text[max(0, mention.start - 9) : mention.start].lower().split()[-1:]:
        case ["since"]:
            return Interval(span.begin, None)
        case ["until" | "till" | "by" | "through" | "thru" | "within"]:
            return Interval(None, span.finish)
        case ["from"] if _ONWARD.match(text, mention.end) or (_TO.match(text, mention.end) is None and _holds_from(context)):
            return Interval(span.begin, None)
    return span


def _holds_from(context: Context) -> bool:
    """Whether something will hold from this time on: "applies from Monday", but not "fell from Monday", "rose from 2019"."""
    link = context.sentence.span(context.mention.start, context.mention.end).root.head
    if link.lower_ != "from" or link.head.pos_ not in ("VERB", "AUX"):
        return False
    moves = table("moves")["verbs"]
    moved = link.head.lemma_.lower() in (*moves["increase"], *moves["decrease"])
    return not moved and context.direction() == "future" and context.sure()
