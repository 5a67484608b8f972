"""Modifiers: what the words beside a number say of it. They stand outside the mention."""

from __future__ import annotations

import re
from functools import cache
from typing import get_args

from factex.data import table
from factex.records import Modifier

_LONGEST = 6
_BEFORE = re.compile(r"(?:[^\W\d_]+\.?|[~≈∼<>≤≥]=?)", re.UNICODE)
# Articles and the like between a modifier and its number: "nearly a third" has its article in the number.
_BETWEEN = frozenset(
    {
        "a",
        "an",
        "the",
        "another",
        "total",
        "of",
        "only",
        "just",
        "its",
        "their",
        "additional",
        "further",
        "extra",
        "combined",
        "net",
        "gross",
        "record",
        "new",
        "first",
        "other",
    }
)


@cache
def _before() -> dict[tuple[str, ...], Modifier]:
    return {
        tuple(words.split()): name
        for name, row in table("modifiers")["before"].items()
        for words in row
        if name in get_args(Modifier)
    }


@cache
def _after() -> re.Pattern[str]:
    words = sorted(
        ((word, name) for name, row in table("modifiers")["after"].items() for word in row), key=lambda row: -len(row[0])
    )
    return re.compile(
        "|".join(rf"(?P<m{k}>{'' if word[0] in '-+ ' else ' '}{re.escape(word)}(?!\w))" for k, (word, _) in enumerate(words)),
        re.IGNORECASE,
    )


@cache
def _after_names() -> list[Modifier]:
    rows = sorted(((word, name) for name, row in table("modifiers")["after"].items() for word in row), key=lambda row: -len(row[0]))
    return [name for _, name in rows]


def modifier(text: str, start: int, end: int) -> tuple[Modifier, int, int] | None:
    """The modifier of the number at text[start:end] and the span of the words that say so; None without one."""
    words = [(found[0].lower(), found.start(), found.end()) for found in _BEFORE.finditer(text, max(0, start - 48), start)]
    # The words must run up to the number with nothing but spaces between.
    run: list[tuple[str, int, int]] = []
    place = start
    for word in reversed(words[-_LONGEST - 1 :]):
        if text[word[2] : place].strip(" \u00a0"):
            break
        run.insert(0, word)
        place = word[1]
    while run:
        for length in range(min(_LONGEST, len(run)), 0, -1):
            name = _before().get(tuple(word for word, _, _ in run[-length:]))
            if name is None:
                continue
            before = run[-length - 1][0] if len(run) > length else ""
            if length > 1 or before not in table("modifiers")["not_after"].get(run[-1][0], ()):
                return (name, run[-length][1], run[-1][2])
        if run[-1][0] not in _BETWEEN:
            break
        run.pop()
    if text[max(0, start - 4) : start].lower() == "sub-":
        return ("less_than", start - 4, start)
    found = _after().match(text, end)
    if found is not None:
        return (_after_names()[int((found.lastgroup or "m0")[1:])], found.start(), found.end())
    return None
