"""Where elements end: the closing tags of those that are dropped whole, found in linear time however few are closed."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left

NEAR = 100
"""Tags of one name that are looked at behind an element before all of that name are matched, once and for all."""

NAMES = 24
"""How many names of elements are matched at most; those of any other name are taken as never closed."""


class Ends:
    """The ends of elements in *markup*."""

    def __init__(self, markup: str) -> None:
        self._markup = markup
        self._patterns: dict[str, re.Pattern[str]] = {}
        self._matched: dict[str, tuple[array[int], array[int]]] = {}
        self._unclosed: set[str] = set()

    def of_raw(self, name: str, place: int) -> int | None:
        """Where the element ends whose start tag ends at *place*, and in which all is text until it is closed."""
        if name in self._unclosed:
            return None
        closing = next((tag for tag in self._tags(name).finditer(self._markup, place) if tag[1]), None)
        if closing is None:
            self._unclosed.add(name)
            return None
        return closing.end()

    def of(self, name: str, place: int) -> int | None:
        """Where the element ends whose start tag ends at *place*, others of its name inside it; None if it is never closed."""
        if name not in self._matched:
            if name not in self._patterns and len(self._patterns) >= NAMES:
                return None
            depth = 1
            for number, tag in enumerate(self._tags(name).finditer(self._markup, place)):
                depth += -1 if tag[1] else 1
                if not depth:
                    return tag.end()
                if number >= NEAR:
                    break
            self._match(name)
        starts, ends = self._matched[name]
        index = bisect_left(starts, place)
        return (ends[index] or None) if index < len(starts) and starts[index] == place else None

    def _match(self, name: str) -> None:
        """Match each start tag of one name with the end tag that closes it."""
        starts, ends, open_ones = array("I"), array("I"), array("I")
        for tag in self._tags(name).finditer(self._markup):
            if not tag[1]:
                open_ones.append(len(starts))
                starts.append(tag.end())
                ends.append(0)
            elif open_ones:
                ends[open_ones.pop()] = tag.end()
        self._matched[name] = starts, ends

    def _tags(self, name: str) -> re.Pattern[str]:
        """The tags of one name, start and end; the names of HTML are ASCII in any case."""
        if name not in self._patterns:
            self._patterns[name] = re.compile(rf"<(/)?{re.escape(name)}(?=[\s/>])[^>]*+>?", re.IGNORECASE)
        return self._patterns[name]
