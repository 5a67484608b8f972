"""Modifiers: what the words beside a number say of it. They stand outside the mention."""

from __future__ import annotations

import re
from typing import get_args

from factex.data import table
from factex.grammars.numbers import either
from factex.records import Modifier

_ROWS = table("modifiers")
_NAMES: tuple[Modifier, ...] = tuple(name for name in get_args(Modifier) if name in _ROWS["before"])
_BEFORE: dict[tuple[str, ...], Modifier] = {tuple(words.split()): name for name in _NAMES for words in _ROWS["before"][name]}
_AFTER: dict[str, Modifier] = {words: name for name in _NAMES for words in _ROWS["after"].get(name, ())}
_BETWEEN = frozenset(_ROWS["between"]["words"])
_NOT_AFTER = {tuple(words.split()): frozenset(row) for words, row in _ROWS["not_after"].items()}
_LONGEST = max(map(len, _BEFORE))

_WORD = re.compile(r"[^\W\d_]+\.?|[~≈∼]|[<>]=?|[≤≥]")
# "Up 2% and up 4%" has no "2% and up", nor have "14 novels and more than 300 stories" an "and more".
_AFTER_PATTERN = re.compile(rf"[ \u00a0]?(?P<words>{either(_AFTER)})(?![^\W_]| \d| (?:than|to)\b)", re.IGNORECASE)


def modifier(text: str, start: int, end: int) -> tuple[Modifier, int, int] | None:
    """The modifier of the number at text[start:end] and the span of the words that say so; None without one."""
    words = _words_before(text, start)
    article = words[-1][1] if words and words[-1][0] in ("a", "an") else None
    while words:
        for length in range(min(_LONGEST, len(words)), 0, -1):
            name = _BEFORE.get(tuple(word for word, _, _ in words[-length:]))
            if name is not None and not _not_after(text, words, length) and not (length == 1 and _is_place(words[-1], article)):
                return (name, words[-length][1], words[-1][2])
        if words[-1][0] not in _BETWEEN:
            break
        words.pop()
    if text[max(0, start - 4) : start].lower() == "sub-":
        return ("less_than", start - 4, start)
    found = _AFTER_PATTERN.match(text, end)
    return None if found is None else (_AFTER[found["words"].lower()], found.start(), found.end())


def _is_place(word: tuple[str, int, int], article: int | None) -> bool:
    """Whether "over" or "under" stands before the article of what a number is told of: "jobs promised under a £6m plan"."""
    return word[0] in ("over", "under") and word[2] + 1 == article


def _words_before(text: str, start: int) -> list[tuple[str, int, int]]:
    """The last words that run up to text[start] with nothing but spaces between, in lower case, with their spans."""
    words: list[tuple[str, int, int]] = []
    place = start
    for found in reversed([*_WORD.finditer(text, max(0, start - 64), start)]):
        if text[found.end() : place].strip(" \u00a0") or text.endswith("-", 0, found.start()):  # a 12-under total of 276
            break
        words.insert(0, (found[0].lower(), found.start(), found.end()))
        place = found.start()
    return words[-_LONGEST - 3 :]


def _not_after(text: str, words: list[tuple[str, int, int]], length: int) -> bool:
    """Whether what stands before so many of the last *words* makes them something else than a modifier.

    "Took over 20 firms"; "5 million more than 3 million" sets the two beside each other.
    """
    if words[-1][0] == "than" and _SCALED.search(text, 0, words[-length][1]):
        return True
    last, before = [word for word, _, _ in words[-length:]], words[-length - 1][0] if len(words) > length else ""
    return any(before in row for part, row in _NOT_AFTER.items() if last[: len(part)] == [*part])


_SCALED = re.compile(r"(?:%|\b(?:crore|lakh|(?:[mb]|tr)illion|[bm]n|cents?|dollars|euros|percent|points|pounds|rupees)) $")
