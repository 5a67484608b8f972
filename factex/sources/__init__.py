"""Open a source: text, bytes, path, file, WordPress post or feed -> markup with what the source says about it.

What a source holds is looked up, never guessed at from a name:

- a mapping is a WordPress post;
- bytes are unzipped where they begin as gzip does, and decoded, as the charset that came with them says where they do not
  know better (see `factex.sources.encodings`);
- text that opens as a JSON object does is a WordPress post, text that opens as RSS or Atom does is a feed, text with a tag of
  HTML in it is HTML, any other is text;
- a `str` is always the article itself, never a path: paths are `os.PathLike`. One that names a file or a page warns.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from os import PathLike, fspath
from pathlib import Path
from typing import IO, Any, Literal, get_args

from factex.errors import SourceError, warn
from factex.records import Opened
from factex.sources.encodings import decode
from factex.sources.feeds import is_feed, open_items
from factex.sources.stamps import parse_stamp
from factex.sources.wordpress import load_posts, open_post, posts_in

Format = Literal["feed", "html", "text", "wordpress"]
Source = str | bytes | PathLike[str] | IO[str] | IO[bytes] | Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Document:
    """A document of a collection: its article as `read` takes it, and what the collection says about it.

    `doc_id` is the same in every run. `charset` is what the header of HTTP said. `error` says why its article could not
    even be taken from the collection.
    """

    doc_id: str
    source: Any
    url: str | None = None
    title: str | None = None
    published: str | date | datetime | None = None
    format: Format | None = None
    charset: str | None = None
    error: str | None = None


LIMIT = 100_000_000
"""Characters (for bytes: bytes, after unzipping) that a source may have: longer ones are no article."""

# The head of a JSON object or a list of objects, closed or cut off.
_JSON = re.compile(r"\s*+(?:\[\s*+)?\{\s*+(?:[\"}]|\Z)|\s*+\[\s*+\]")
_TAG = re.compile(
    r"<(?:!doctype|!--|/?(?:html|head|body|main|article|section|div|p|span|br|a|b|i|u|em|strong|small|sup|sub|h[1-6]|ul|ol|li|dl|dt|dd|table"
    r"|tbody|tr|td|th|blockquote|figure|figcaption|img|time|pre|hr|script|style|title|meta|link|center|font|iframe|header|footer|nav|aside"
    r"|ins|del|abbr|q|cite|code)(?=[\s/>])|!\[CDATA\[)",
    re.IGNORECASE,
)

ARTICLE_SUFFIXES = (".html", ".htm", ".xhtml", ".xml", ".json", ".txt", ".md")
"""How the names of files end that hold an article."""

# A page's address or the name of a file that news comes in, and nothing else.
_ADDRESS = re.compile(rf"https?://\S+\Z|[^\n<>]+(?:{'|'.join(map(re.escape, (*ARTICLE_SUFFIXES, '.gz')))})\Z")


def open_source(
    source: Source,
    *,
    published: str | date | datetime | None = None,
    url: str | None = None,
    format: Format | None = None,
    charset: str | None = None,
) -> Opened:
    """Open *source*; what is given here wins over what the source says.

    Raises SourceError if it is empty, binary, no file, no post, or of a form unknown.
    """
    if format is not None and format not in get_args(Format):
        msg = f"unknown format {format!r}: expected one of {', '.join(map(repr, get_args(Format)))}, or None to find out"
        raise SourceError(msg)
    address: object = url
    if not isinstance(address, str | None):  # NaN, where a table has no address
        msg = f"url is {url!r}: expected a string, or None"
        raise SourceError(msg)
    given = given_time(published)
    held: Any = source
    if not isinstance(source, Mapping):
        held = _text(source, charset)
    elif format not in (None, "wordpress"):
        msg = f"a {type(source).__name__} is a WordPress post, not {format!r}: leave out `format`, or give the markup itself"
        raise SourceError(msg)
    if isinstance(source, str) and len(source) < 1000 and _ADDRESS.match(source):
        warn(
            f"the whole article is {source!r}: expected its text or markup; for a file give pathlib.Path({source!r}), "
            "for a page what you fetched from there"
        )
    items = _opened(held, format)
    if len(items) > 1:
        msg = f"this source holds {len(items)} articles: expected one; give it to read_many"
        raise SourceError(msg)
    said: dict[str, Any] = {"published": given, "published_source": given and "given", "url": url}
    return replace(items[0], **{name: value for name, value in said.items() if value})


def open_posts(source: Source | list[Any]) -> list[Opened]:
    """Open the items of a feed, or a list of WordPress posts: as text, bytes, path or file, or the posts as objects.

    Errors as for `open_source`.
    """
    held = source if isinstance(source, Mapping | list) else _text(source)
    return _opened(held, "feed" if isinstance(held, str) and is_feed(held) else "wordpress")


def _opened(held: Any, format: Format | None) -> list[Opened]:  # noqa: ANN401  (text, or what JSON holds)
    """The articles in text of that format, or in posts."""
    if isinstance(held, str):
        format = format or sniff(held)
        if format == "feed":
            return open_items(held)
        if format != "wordpress":
            return [Opened(held, format)]
        held = load_posts(held)
    return [open_post(post) for post in posts_in(held)]


def sniff(text: str) -> Format:
    """What *text* holds: a WordPress post as JSON, a feed, HTML, or plain text.

    >>> sniff('{"content": {"rendered": "<p>Sales rose 3%."}}'), sniff("<p>Sales rose 3%."), sniff("Sales rose 3%.")
    ('wordpress', 'html', 'text')
    """
    if _JSON.match(text):
        return "wordpress"
    if is_feed(text):
        return "feed"
    return "html" if _TAG.search(text) else "text"


def given_time(published: object) -> date | datetime | None:
    """The time that a caller gives as *published*; a `str` must be ISO 8601. Raises SourceError if it is none.

    It is believed: of stamps that pages show, years before 1900 are refused, but whoever gives 1851 has an old newspaper.
    """
    missing = published != published  # noqa: PLR0124  (pandas' NaT is a datetime, and not equal to itself)
    if published is None or (isinstance(published, date) and not missing):
        return published
    if not isinstance(published, str):
        msg = f"published is {published!r}: expected an ISO 8601 string, a date or a datetime, or None"
        raise SourceError(msg)
    for parse in (date.fromisoformat, datetime.fromisoformat, parse_stamp):
        with suppress(ValueError):
            if (stamp := parse(published)) is not None:
                return stamp
    msg = f"published is {published!r}, which is no date: expected ISO 8601 such as '2025-04-09' or '2025-04-09T08:00:29+09:00'"
    raise SourceError(msg)


def _text(source: Source, charset: str | None = None) -> str:
    """The characters of a source, whatever holds them."""
    data = _content(source)
    name = _name(source)
    if len(data) > LIMIT:
        unit = "bytes" if isinstance(data, bytes) else "characters"
        msg = f"{name} has {len(data):,} {unit}: expected an article of at most {LIMIT:,}; split it, or raise factex.sources.LIMIT"
        raise SourceError(msg)
    text = decode(data, name, LIMIT, charset) if isinstance(data, bytes) else data
    if not text or text.isspace():
        msg = f"{name} is empty: expected the text or markup of an article"
        raise SourceError(msg)
    return text


def _content(source: Source) -> str | bytes:
    if isinstance(source, str | bytes):
        return source
    if isinstance(source, bytearray | memoryview):
        return bytes(source)
    if isinstance(source, PathLike):
        return _read_file(source)
    if hasattr(source, "as_py"):  # a cell of an Arrow column
        return _content(source.as_py())
    read = getattr(source, "read", None)
    data = read() if callable(read) else None
    if isinstance(data, str | bytes):
        return data
    hint = "for a list of posts use read_many or extract_many" if isinstance(source, list | tuple) else "give its text or bytes"
    kind = type(source).__name__
    msg = f"a source of type {kind} cannot be read: expected str, bytes, a path, a file or a WordPress post as a dict; {hint}"
    raise SourceError(msg)


def _read_file(path: PathLike[str]) -> bytes:
    where = Path(fspath(path))
    try:
        if where.stat().st_size > LIMIT:
            msg = f"the file {str(where)!r} has {where.stat().st_size:,} bytes: expected an article of at most {LIMIT:,}; split it"
            raise SourceError(msg)
        return where.read_bytes()
    except IsADirectoryError as error:
        msg = f"{str(where)!r} is a directory: expected the path of an article; give the files in it one by one, or to extract_many"
        raise SourceError(msg) from error
    except (OSError, ValueError) as error:  # ValueError: a path with a NUL in it
        reason = getattr(error, "strerror", None) or error
        msg = f"cannot read the file {str(where)!r} ({reason}): expected the path of an article; check the name and its permissions"
        raise SourceError(msg) from error


def _name(source: Source) -> str:
    """How messages call a source: its path, or its type."""
    return f"the file {str(fspath(source))!r}" if isinstance(source, PathLike) else f"the {type(source).__name__} source"
