"""What the words of a mention say before any context is known.

Rules make readings; `factex.values` gives them their context (whose dollars, which Tuesday).
"""

from __future__ import annotations

from dataclasses import dataclass

from factex.readings.numeric import Count, Money, Numeral, NumericReading, Percent, Quantity
from factex.readings.temporal import TemporalReading, Weekday

__all__ = ["Count", "Decoy", "Money", "Numeral", "NumericReading", "Percent", "Quantity", "Reading", "TemporalReading", "Weekday"]


@dataclass(frozen=True, slots=True)
class Decoy:
    """Text that looks like a number or a time and is none (Boeing 787): other rules leave it alone."""


Reading = Decoy | NumericReading | TemporalReading
