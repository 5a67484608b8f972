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
_SCALES = frozenset(_ROWS["scales"]["words"])
_LONGEST = max(map(len, _BEFORE))
_LAST = (*{words[-1] for words in _BEFORE}, *_BETWEEN, "sub-")
_REACH = 64
# "Bringing its stake up to 5%": something is moved there, which is no bound.
_RAISED = re.compile(rf"\b{either(_ROWS['moving']['words'])} (?:it|them|(?:the|its)(?: [\w'’-]+){{1,4}}) up to \Z")

# "It climbs 840m over 11km": what stands right behind a number is a place or a time.
_ALONG = re.compile(r"\d ?(?:%|feet|ft|k?m|metres|meters|miles) over \Z")

_STRETCHES = ("holes", "innings", "laps", "legs", "overs", "rounds")

_WORD = re.compile(r"[^\W\d_]+\.?|[~≈∼%]|[<>]=?|[≤≥]")
_OF_NOUN = r"(?<=imum) (?!(?:for|in|of|on|per)\b)[a-z]"  # "the $15 minimum wage"
# "Up 2% and up 4%" has no "2% and up", nor have "14 novels and more than 300 stories" an "and more".
_AFTER_PATTERN = re.compile(rf"[ \u00a0]?(?P<words>{either(_AFTER)})(?![^\W_]|/| [\d$£€]| (?:than|to)\b|{_OF_NOUN})", re.IGNORECASE)


def modifier(text: str, start: int, *ends: int) -> Modifier | None:
    """The modifier of a number at text[start], which may be told behind any of *ends*; None without one."""
    if text.endswith("over ", 0, start) and any(text.endswith(_STRETCHES, start, end) for end in ends):
        return None  # "threw 92 pitches over six innings"
    after = (_AFTER_PATTERN.match(text, end) for end in ends)
    return _before(text[max(0, start - _REACH) : start].lower()) or next((_AFTER[m["words"].lower()] for m in after if m), None)


def _before(lead: str) -> Modifier | None:
    """The modifier that a text in lower case ends with."""
    if not lead.rstrip(" \u00a0").endswith(_LAST) or _RAISED.search(lead) or _ALONG.search(lead):
        return None
    words = _last_words(lead)
    for end in range(len(words), 0, -1):
        for begin in range(max(0, end - _LONGEST), end):
            name = _BEFORE.get(tuple(words[begin:end]))
            # "Over" and "under" are places before the article of what a number is told of: "jobs promised under a £6m plan".
            place = words[begin:] in (["over", "a"], ["over", "an"], ["under", "a"], ["under", "an"])
            if name is not None and not place and not _is_other(words[begin:end], words[begin - 1] if begin else ""):
                return name
        if words[end - 1] not in _BETWEEN:
            break
    return "less_than" if lead.endswith("sub-") else None


def _last_words(lead: str) -> list[str]:
    """The words that run up to the end of a text with nothing but spaces between."""
    words: list[str] = []
    place = len(lead)
    for found in reversed([*_WORD.finditer(lead)]):
        if lead[found.end() : place].strip(" \u00a0") or lead.endswith("-", 0, found.start()):  # a 12-under total of 276
            break
        words.insert(0, found[0])
        place = found.start()
    return words


def _is_other(words: list[str], before: str) -> bool:
    """Whether the word before them makes words something else than a modifier.

    "Took over 20 firms"; "5 million more than 3 million" sets the two beside each other.
    """
    compared = words[-1] == "than" and before in _SCALES
    return compared or any(before in row for part, row in _NOT_AFTER.items() if words[: len(part)] == [*part])
