"""Readings of times: dates, times of day, durations and sets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, 1 for Monday to 7 for Sunday, and which one of them: "Tuesday", "last Tuesday"."""

    day: int
    which: Literal["last", "this", "next"] | None = None


TemporalReading = Weekday
