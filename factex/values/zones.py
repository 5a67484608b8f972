"""Time zones by the names that news gives them."""

from __future__ import annotations

from datetime import tzinfo
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from factex.data import table


@cache
def zone(name: str | None) -> tzinfo | None:
    """The time zone of this name ("EST", "Moscow time"); None for none, an unknown one and local time."""
    key = None if name is None else table("zones")["zones"].get(name.strip("() ").lower())
    if key is None:
        return None
    try:
        return ZoneInfo(key)
    except ZoneInfoNotFoundError:  # a system without the IANA database
        return None
