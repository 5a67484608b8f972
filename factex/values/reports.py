"""Which quarter or half an article reports on."""

from __future__ import annotations

import re

from factex.values.calendar import PER_YEAR, Moment
from factex.values.context import Context

_ENDS = re.compile(r" (?:ended|ending)\b")
_COMPARED = re.compile(r"\b(?:from|than|versus|against|after|compared (?:with|to))\b(?:[^.;\n]|\.\d)*$", re.IGNORECASE)


def is_reported(moment: Moment, period: Moment | None, anchor: Moment | None, context: Context, text: str) -> bool:
    """Whether the text goes on to report on this quarter or half, and does not only forecast it or compare with it.

    *period*: what it has reported on so far. *anchor*: the day of publication. A company's own may be over before that
    of the calendar is.
    """
    mention = context.mention
    term = anchor is not None and moment.first_day > anchor.ordinal and context.direction() == "future"
    if _ENDS.match(text, mention.end) or (period is None and moment.grain == "quarter" and not term):
        return True
    if period is not None and moment.first_day < period.first_day:
        # "In the third quarter last year it earned $3 million" only compares.
        same = moment.grain == period.grain and (period.ordinal - moment.ordinal) % PER_YEAR[moment.grain] == 0
        compared = _COMPARED.search(text, max(0, mention.start - 60), mention.start) is not None
        return not (same or compared or context.in_aside())
    if anchor is None or moment.end_day <= anchor.ordinal:
        return True
    return context.direction() == "past" and not context.forecast()
