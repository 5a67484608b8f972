"""Money: signs, codes and names of currencies."""

from __future__ import annotations

import re
from decimal import Decimal

from factex.grammar import rule
from factex.readings import Money

SCALES = {"million": 6, "billion": 9, "m": 6, "bn": 9}


@rule(
    r"(?P<sign>[$£€]) ?(?P<number>\d+(?:,\d{3})*(?:\.\d+)?)(?:[ -]?(?P<scale>million|billion|bn|m))?",
    starts="$£€",
    reads={
        "$66 billion": Money(Decimal("66e9"), "$"),
        "£71.6million": Money(Decimal("71.6e6"), "£"),
        "cost [$5] a day": Money(Decimal(5), "$"),
    },
    refuses=["the dollar", "$", "A$AP Rocky"],
)
def sign_then_number(match: re.Match[str]) -> Money:
    """A currency sign, a number and perhaps a scale: how English-language news writes most money."""
    number = Decimal(match["number"].replace(",", ""))
    return Money(number.scaleb(SCALES[match["scale"].lower()]) if match["scale"] else number, match["sign"])
