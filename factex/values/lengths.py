"""When a length is a date: "it opens in two weeks" says when, "it was built in two weeks" how long."""

from __future__ import annotations

import re
from decimal import Decimal

from factex.data import table
from factex.readings.temporal import Duration, Shift
from factex.values.context import Context

_LENGTH = re.compile(r"P(?P<clock>T)?(?P<amount>\d+(?:\.\d+)?)(?P<letter>[A-Z])")
_UNITS = {"H": "hour", "D": "day", "W": "week", "M": "month", "Y": "year", "TM": "minute", "TS": "second", "TH": "hour"}


def ahead(reading: Duration, text: str, context: Context) -> Shift | None:
    """The date that a length after "in" gives to what happens at one moment and lies ahead; None where it is a length."""
    start = context.mention.start
    length = _LENGTH.fullmatch(reading.timex)
    if length is None or reading.age or text[max(0, start - 3) : start].lower() != "in ":
        return None
    link = context.sentence.span(start, context.mention.end).root.head
    if link.lower_ != "in" or link.head.lemma_.lower() not in table("tense")["moments"]:
        return None
    if context.direction() != "future" or not context.sure():
        return None
    return Shift(Decimal(length["amount"]), _UNITS[(length["clock"] or "") + length["letter"]], forward=True)
