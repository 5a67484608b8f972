"""Of the times that share a name, the one that is meant: by the verb, else by nearness."""

from __future__ import annotations

from factex.readings.temporal import Part
from factex.values.calendar import Moment, civil
from factex.values.context import Context

CYCLES: dict[str, int] = {"month": 12, "quarter": 4, "half": 2, "season": 4, "weekend": 1}
"""How many of each a year has; a weekend comes every time."""


def choose(near: list[Moment], base: Moment, context: Context) -> Moment:
    """Of the times with the same name around *base*, the one on the side that the verb looks to, else the nearest.

    Nobody writes "Nov. 9" on Nov. 2 for the day a year ago: the past gives way where the next one is much nearer, and so
    does the future for a day of the last two weeks. And the quarter just over stays the one meant after a verb that looks
    ahead: "will report its third-quarter results".
    """
    here = base.to(near[0].grain).ordinal
    ahead = min((m for m in near if m.ordinal >= here), key=lambda m: m.ordinal, default=near[-1])
    behind = max((m for m in near if m.ordinal <= here), key=lambda m: m.ordinal, default=near[0])
    if ahead == behind:
        if ahead.grain == "month" and context.direction() == "past":
            context.note("nearest", f"{ahead.timex} was not over yet; could also be {ahead.shift(-12).timex}")
        return ahead
    if context.since():
        return behind
    direction, cycle = context.direction(), CYCLES.get(near[0].grain, 365)
    # Of a verb that it hangs on itself, "in March" said in January is past; elsewhere what is planned may hide between.
    near_ahead = cycle / (7 if context.own_verb() else 6)
    if direction == "past" and ahead.ordinal - here > near_ahead:
        return behind
    close = here - behind.ordinal <= 1 if cycle == 4 else 24 * (here - behind.ordinal) < cycle
    if direction == "future" and not close and (context.sure() or 3 * (here - behind.ordinal) > cycle):
        return ahead
    chosen, other = sorted((behind, ahead), key=lambda m: (abs(m.ordinal - here), m.ordinal))
    context.note("nearest", f"the nearest to {base.timex}; could also be {other.timex}")
    return chosen


def near(reading: Part, base: Moment, cycle: int) -> Moment:
    """The part of the year in hand, or the month of the years beside it that is nearest to the month in hand."""
    year = base.year
    if reading.grain == "month" and not base.holds("month"):
        months = reading.number - civil(base.first_day)[1]
        year += 1 if months < -6 else -1 if months > 6 else 0
    return Moment(reading.grain, year * cycle + reading.number - 1)
