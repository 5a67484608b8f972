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
        self._chunks: list[str] = []
        self._pieces: list[str] = []
        self._text_starts, self._source_starts, self._source_ends = array("I"), array("I"), array("I")
        self._extends = False  # whether the last run is copied character by character, so that text can extend it

    def append(self, text: str, start: int, end: int) -> None:
        """Append *text*, which is not empty and stands for source[start:end].

        Either it stands there as it is, or it is one character, which stands for all of it.
        """
        if self._extends and self._source_ends[-1] == start:
            self._source_ends[-1] = end
        else:
            self._text_starts.append(self.length)
            self._source_starts.append(start)
            self._source_ends.append(end)
        self._extends = end - start == len(text)
        self._pieces.append(text)
        self.length += len(text)
        self.last = text[-1]
        if len(self._pieces) > CHUNK:
            self._chunks.append("".join(self._pieces))
            self._pieces.clear()

    def copy(self, other: Writer, start: int, end: int) -> None:
        """Append characters start:end of what *other* wrote, on a line of their own."""
        text, runs = other.text, other._text_starts
        place, run = start, bisect_right(runs, start) - 1
        while place < end:
            run_end = runs[run + 1] if run + 1 < len(runs) else other.length
            source = other._source_starts[run] + place - runs[run]
            if place == start and self.length:
                self.append("\n", self.source_end, source)
            stop = min(run_end - 1, end)
            if stop > place:
                self.append(text[place:stop], source, source + stop - place)
            if stop < end:
                self.append(text[stop : stop + 1], source + stop - place, other._source_ends[run])
            place, run = run_end, run + 1

    @property
    def source_end(self) -> int:
        """Where the last piece ends in the source; 0 before the first one."""
        return self._source_ends[-1] if self._source_ends else 0

    @property
    def text(self) -> str:
        """What was written."""
        self._chunks = ["".join((*self._chunks, *self._pieces))]
        self._pieces.clear()
        return self._chunks[0]

    @property
    def source_map(self) -> SourceMap:
        """Where each character of `text` stands in the source."""
        return SourceMap(self._text_starts, self._source_starts, self._source_ends)
