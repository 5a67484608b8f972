"""Seasons of the south, where summer begins in December."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TypeVar

from factex.readings.temporal import Part, TemporalReading
from factex.records import Mention

_SOUTH = frozenset({"AR", "AU", "BR", "BW", "CL", "FK", "LS", "NA", "NZ", "PE", "PY", "SZ", "UY", "ZA", "ZW"})
_OPPOSITE = {"SP": "FA", "SU": "WI", "FA": "SP", "WI": "SU"}
_NAME = re.compile(r"\b(?:spring|summer|autumn|fall|winter)", re.IGNORECASE)
_NAMED = re.compile(r"(?<=\d{4}-)(?:SP|SU|FA|WI)\b")
_OF_NORTH = re.compile(r"\b(?:northern(?:[ -]hemisphere)?|American|British|European)[ -]$", re.IGNORECASE)
_OF_SOUTH = re.compile(r"\b(?:southern(?:[ -]hemisphere)?|Australian|Argentine|South African)[ -]$", re.IGNORECASE)

Reading = TypeVar("Reading", bound=TemporalReading)


def is_southern(mention: Mention, text: str, country: str | None) -> bool:
    """Whether a season is one of the south: by the word before it ("the northern summer"), else by the publisher's country."""
    name = next((match.start() for match in _NAME.finditer(text, mention.start, mention.end)), mention.start)
    first = max(0, name - 32)
    if _OF_NORTH.search(text, first, name):
        return False
    return country in _SOUTH or _OF_SOUTH.search(text, first, name) is not None


def counted_north(reading: Reading) -> Reading:
    """A season of the south by its place in the calendar, which counts as in the north: the winter of Sydney is a summer."""
    if isinstance(reading, Part) and reading.grain == "season":
        return replace(reading, number=(reading.number + 1) % 4 + 1)
    return reading


def named_south(text: str) -> str:
    """A TIMEX3 value, or words about one, with the name that the season has in the south."""
    return _NAMED.sub(lambda match: _OPPOSITE[match[0]], text)
