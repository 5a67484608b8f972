"""Holidays by name."""

from __future__ import annotations

import re

from factex.data import table
from factex.grammar import rule
from factex.grammars.numbers import either
from factex.grammars.timewords import WHICH, WHICH_STARTS, which
from factex.readings import Reading
from factex.readings.temporal import Holiday, Part, Relative, Within

_NAMES: dict[str, str] = {name: key for key, entry in table("holidays")["holiday"].items() for name in entry["names"]}
_PATTERN = either(_NAMES).replace("'", "['’]")
_FIRST = {re.split(r"[^a-z]", name)[0] for name in _NAMES}


@rule(
    rf"(?:(?P<which>{WHICH}) |the (?=fourth))?(?P<name>{_PATTERN})(?![-\w]|['’]s? (?:party|tree|bank))(?P<rest> "
    rf"(?:week-?end|week)\b)?",
    starts={*_FIRST, *WHICH_STARTS, "the"},
    reads={
        "Christmas": Holiday("Christmas"),
        "New Year's Eve": Holiday("New Year's Eve"),
        "next Thanksgiving": Holiday("Thanksgiving", "next"),
        "Presidents’ Day": Holiday("Presidents' Day"),
        "Labor Day weekend": Within(Part("weekend", 1), Holiday("Labor Day")),
        "the Fourth of July": Holiday("Independence Day"),
    },
    refuses=["Christmas-tree sellers", "Easters", "this day", "Thanksgivings", "the Fourth of July Inc.", "Easter Island"],
)
def holiday(match: re.Match[str]) -> Reading | None:
    """A holiday, or its weekend or week."""
    if _PLACE.match(match.string, match.end()):
        return None
    found = Holiday(_NAMES[_plain(match["name"])], which(match["which"]))
    rest = (match["rest"] or "").strip().lower()
    if not rest:
        return found
    return Within(Part("weekend", 1) if rest.startswith("weeke") or "-" in rest else Relative("week", 0), found)


# Names that hold a holiday's: Easter Island, Christmas Island, Good Friday Agreement.
_PLACE = re.compile(r" (?-i:Island|Islands|Inc|Ltd|Accords?|Agreement|Massacre|Rising|Uprising|Rebellion|Carol)\b")


def _plain(words: str) -> str:
    """The name in the table that these words write: spaces and hyphens may stand for each other."""
    name = words.lower().replace("’", "'").replace("\u00a0", " ")
    return name if name in _NAMES else next(known for known in _NAMES if known.replace("-", " ") == name.replace("-", " "))
