"""Days: weekdays and full dates."""

from __future__ import annotations

import re

from factex.grammar import rule
from factex.readings import Weekday

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@rule(
    rf"(?:(?P<which>last|this|next) )?(?-i:(?=[A-Z]))(?P<day>{'|'.join(WEEKDAYS)})",
    starts=(*WEEKDAYS, "last", "this", "next"),
    reads={"Tuesday": Weekday(2), "next Friday": Weekday(5, "next")},
    refuses=["Tuesdays", "last call"],
)
def weekday(match: re.Match[str]) -> Weekday:
    """A day of the week by name."""
    return Weekday(WEEKDAYS.index(match["day"].lower()) + 1, match["which"] and match["which"].lower())
