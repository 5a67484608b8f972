"""Articles: what a source holds, its plain text, and where each character of that came from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from factex import views
from factex.records.pickled import Pickled
from factex.records.terms import LineKind


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class SourceMap(Pickled):
    """Where each character of a text stands in the markup it was cleaned from.

    The text is cut into runs; within a run, text and markup advance together, character by character. Only the last
    character of a run may stand for more: for an entity such as `&amp;`, for white space that was collapsed, for the tags
    between two paragraphs.

    `text_starts`, `source_starts`, `source_ends`: one number a run, each ascending.
    """

    text_starts: Sequence[int]
    source_starts: Sequence[int]
    source_ends: Sequence[int]

    def source_span(self, start: int, end: int, length: int) -> tuple[int, int]:
        """The markup behind text[start:end] of a text with *length* characters, which must lie in it."""
        if not self.text_starts:
            return (0, 0)
        begin = self._place(start, length)[0]
        if start == end:
            return (begin, begin)
        return (begin, self._place(end - 1, length)[1])

    def _place(self, offset: int, length: int) -> tuple[int, int]:
        """The markup span of the one character at *offset*; the end of the markup for the end of the text."""
        if offset == length:
            return (self.source_ends[-1], self.source_ends[-1])
        run = bisect_right(self.text_starts, offset) - 1
        run_end = self.text_starts[run + 1] if run + 1 < len(self.text_starts) else length
        place = self.source_starts[run] + offset - self.text_starts[run]
        return (place, self.source_ends[run] if offset == run_end - 1 else place + 1)


@dataclass(frozen=True, slots=True)
class Opened:
    """What a source holds: its markup, and what it says about the article outside of the markup.

    `published_source` as in `Article`. `title`, `authors`, `section` and `site` may hold markup themselves.
    """

    markup: str
    format: Literal["text", "html", "wordpress"]
    published: datetime | date | None = None
    published_source: str | None = None
    modified: datetime | date | None = None
    url: str | None = None
    title: str | None = None
    site: str | None = None
    section: str | None = None
    authors: tuple[str, ...] = ()
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Article(Pickled):
    """An article as plain text, with what its source says about it.

    `text`: the cleaned article, paragraphs parted by one line feed.
    `published`: when it was published, as precisely as known; `published_source` says where that stands
    ("given", "json-ld", "meta", "time", "microdata", "text", "url", "wordpress", "feed", "dateline", "guess").
    `country`: ISO 3166 code of the publisher's country, which decides what "$" means and how 03/06 reads.
    `kinds`: what each line of `text` is in the source, such as a heading, a list item, a row of a table, the heads of its
    columns or the caption of a picture; empty where there are too many lines to tell.
    `markup`: the decoded markup that `source_span` points into; the text itself where the source was plain text.
    """

    text: str
    title: str | None = None
    published: datetime | date | None = None
    published_source: str | None = None
    modified: datetime | date | None = None
    url: str | None = None
    site: str | None = None
    section: str | None = None
    authors: tuple[str, ...] = ()
    language: str | None = None
    country: str | None = None
    kinds: tuple[LineKind, ...] = field(default=(), repr=False)
    markup: str = field(default="", repr=False)
    source_map: SourceMap | None = field(default=None, repr=False, compare=False)

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """Half-open offsets into `markup` of the characters text[start:end]; for plain text the same offsets.

        Raises IndexError for offsets outside of the text.
        """
        if not 0 <= start <= end <= len(self.text):
            msg = f"offsets {start}:{end} do not fit a text of {len(self.text)} characters: expected 0 <= start <= end <= length"
            raise IndexError(msg)
        if self.source_map is None:
            return (start, end)
        return self.source_map.source_span(start, end, len(self.text))

    def _repr_html_(self) -> str:
        return views.html.article(self)
