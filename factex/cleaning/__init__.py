"""Clean: from markup to an article's text, with the place of each of its characters and what the page says about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import compress, pairwise
from typing import Any

from factex.cleaning import metadata
from factex.cleaning.datelines import dateline
from factex.cleaning.declarations import one_line
from factex.cleaning.kinds import markup_kinds, plain_kinds
from factex.cleaning.plain import clean_plain
from factex.cleaning.selection import article_lines
from factex.cleaning.walk import Walk, walk
from factex.cleaning.writer import Writer
from factex.errors import SourceError, warn
from factex.records import Article, LineKind, Opened
from factex.sources import sniff

STUB = 2
"""How many times longer the text that a page gives to search engines must be than what it shows, to be taken in its place."""


def clean(opened: Opened) -> Article:
    """The article in an opened source. Raises SourceError if there is no text in it."""
    if opened.format == "text":
        written = clean_plain(opened.markup)
        return _article(opened, Article(""), written, plain_kinds(opened.markup, written))
    return _clean_markup(opened)


def _clean_markup(opened: Opened) -> Article:
    walked = walk(opened.markup)
    if not walked.length:
        walked = walk(opened.markup, keep_hidden=True)
    about, body_told = metadata.metadata(walked, opened.url)
    lines = article_lines(walked, about.url)
    written, kinds = _chosen(walked, lines)
    shown = written.length if any(lines) else 0
    if (body := _told_to_search_engines(body_told, shown)) is not None:
        opened, written, kinds = replace(opened, markup=body.markup), body, tuple(markup_kinds(body))
    elif not shown and walked.length and walked.layout.is_page:
        warn("no article was found on the page: all of its text was kept; give the article's own markup if you have it")
    return _article(opened, about, written, kinds)


def _told_to_search_engines(body: str | None, shown: int) -> Walk | None:
    """The *body* that a page gives to search engines, where it is far longer than the *shown* characters of its article."""
    if not body or len(body) <= STUB * shown:
        return None
    walked = walk(body, keep_lines=sniff(body) == "text")
    return walked if walked.length > STUB * shown else None


def _chosen(walked: Walk, lines: list[bool]) -> tuple[Writer, tuple[LineKind, ...]]:
    """The chosen lines of a walk, all where none is, and the kind of each."""
    kinds = markup_kinds(walked)
    if all(lines) or not any(lines):
        return walked, tuple(kinds)
    written = Writer()
    starts = [*walked.layout.line_starts, walked.length + 1]
    for (start, stop), wanted in zip(pairwise(starts), lines, strict=True):
        if wanted:
            written.copy(walked, start, stop - 1)
    return written, tuple(compress(kinds, lines))


def _article(opened: Opened, about: Article, written: Writer, kinds: Iterable[LineKind]) -> Article:
    """The article that was written: the source wins over *about*, what its markup says. Raises SourceError without text."""
    if not written.length:
        shown = opened.markup[:40]
        msg = f"there is no text in {shown!r}: expected the markup of an article; give the page as it is shown, or its text"
        raise SourceError(msg)
    said: dict[str, Any] = {
        "title": _plain(opened.title),
        "published": opened.published,
        "published_source": opened.published_source,
        "modified": opened.modified,
        "url": opened.url,
        "site": _plain(opened.site),
        "section": _plain(opened.section),
        "authors": tuple(map(one_line, opened.authors)),
        "language": metadata.language(opened.language),
    }
    if not said["published"] and about.published_source in (None, "guess") and (day := dateline(written.text)) is not None:
        said |= {"published": day, "published_source": "dateline"}
    return replace(
        about,
        **{name: value for name, value in said.items() if value},
        text=written.text,
        kinds=tuple(kinds),
        markup=opened.markup,
        source_map=written.source_map if written.text != opened.markup else None,
        country=about.country or metadata.domain_country(opened.url),
    )


def _plain(markup: str | None) -> str | None:
    return None if markup is None else one_line(markup) or None
