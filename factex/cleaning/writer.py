"""The writer: puts a text together piece by piece, and keeps where each piece stands in the source."""

from __future__ import annotations

from array import array
from bisect import bisect_right

from factex.records import SourceMap

CHUNK = 4096
"""Pieces of text that are joined at a time: a list of many short strings is far larger than the text it holds."""


class Writer:
    """A text in the making. `length` and `last` are its length and last character so far."""

    def __init__(self) -> None:
        self.length = 0
        self.last = ""
        self._pieces: list[str] = []
        self._text_starts, self._source_starts, self._source_ends = array("I"), array("I"), array("I")
        self._extends = False  # whether the last run is copied character by character, so that text can extend it

    def append(self, text: str, start: int, end: int) -> None:
        """Append *text*, which is not empty and stands for source[start:end]."""
        copied = end - start == len(text)
        if copied and self._extends and self._source_ends[-1] == start:
            self._source_ends[-1] = end
        else:
            self._text_starts.append(self.length)
            self._source_starts.append(start)
            self._source_ends.append(end)
            self._extends = copied
        self._pieces.append(text)
        self.length += len(text)
        self.last = text[-1]
        if len(self._pieces) > CHUNK:
            self._pieces = ["".join(self._pieces)]

    def copy(self, other: Writer, start: int, end: int) -> None:
        """Append characters start:end of what *other* wrote, on a line of their own."""
        text, runs = other.text, other._text_starts
        place, run = start, bisect_right(runs, start) - 1
        while place < end:
            run_end = runs[run + 1] if run + 1 < len(runs) else other.length
            stop = min(run_end, end)
            source, source_end = other._source_starts[run], other._source_ends[run]
            if source_end - source == run_end - runs[run]:
                source, source_end = source + place - runs[run], source + stop - runs[run]
            if place == start and self.length:
                self.append("\n", self.source_end, source)
            self.append(text[place:stop], source, source_end)
            place, run = stop, run + 1

    @property
    def source_end(self) -> int:
        """Where the last piece ends in the source; 0 before the first one."""
        return self._source_ends[-1] if self._source_ends else 0

    @property
    def text(self) -> str:
        """What was written."""
        self._pieces = ["".join(self._pieces)]
        return self._pieces[0]

    @property
    def source_map(self) -> SourceMap:
        """Where each character of `text` stands in the source."""
        return SourceMap(self._text_starts, self._source_starts, self._source_ends)
