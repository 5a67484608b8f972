"""Take documents from collections: JSON Lines, Parquet, WARC, folders of articles, always in the same order.

A document that cannot be taken is a `Document` with an error, never a gap: the order and the number of documents depend
on the files alone.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from io import BufferedReader, BytesIO
from pathlib import Path
from typing import Any

from factex.errors import ExtraError, SourceError
from factex.sources import ARTICLE_SUFFIXES, LIMIT, Document, Format
from factex.sources.wordpress import load_posts, posts_in
from factex.views.extras import extra

LINES = (".jsonl", ".ndjson")
PARQUET = (".parquet",)
WARC = (".warc",)
SUFFIXES = (*ARTICLE_SUFFIXES, *LINES, *PARQUET, *WARC)
"""What is read in a folder; each but Parquet may be compressed (.gz). A file given by name with another suffix is an article."""

COLUMNS = ("source", "html", "text", "content", "body")
"""Where the article of a row is looked for, in this order, unless a column is named."""

IDS = ("doc_id", "id")

_CHARSET = re.compile(r"""charset\s*=\s*["']?([^\s"';,]+)""", re.IGNORECASE)
_PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body)[\s>]", re.IGNORECASE)


def files(given: Iterable[Path], suffixes: Sequence[str] = SUFFIXES) -> list[tuple[Path, list[Path]]]:
    """Each given path with the files that it stands for, in the order of their names. Raises SourceError if there are none."""
    found = []
    for path in given:
        inside = (
            sorted(file for file in path.rglob("*") if _suffix(file) in suffixes and file.is_file()) if path.is_dir() else [path]
        )
        if not inside or not path.exists():
            msg = f"{str(path)!r} {'holds no document' if path.exists() else 'does not exist'}: expected a file, or a folder with "
            raise SourceError(msg + f"files ending in {' '.join(suffixes)}")
        found.append((path, inside))
    return found


def documents(path: Path, *, column: str | None = None, format: Format | None = None) -> Iterator[Document]:
    """The documents in a file, in their order. *column*: the field of a row that holds the article; *format*: what it is.

    Raises ExtraError if its kind needs a package that is not installed.
    """
    suffix = _suffix(path)
    if suffix in LINES:
        found = _lines(path, column, format)
    elif suffix in PARQUET:
        found = _parquet(path, column, format)
    elif suffix in WARC:
        found = _warc(path)
    else:
        found = articles(str(path), path, format)
    try:
        yield from found
    except ExtraError:
        raise
    except Exception as error:  # noqa: BLE001  (each kind of file has errors of its own)
        # A broken file says so in a row of its own: what stood before the break is read, and nothing after it can be.
        yield Document(f"{path}#broken", None, error=f"{type(error).__name__}: {error}: the rest of the file cannot be read")


def _suffix(path: Path) -> str:
    return Path(path.name.lower().removesuffix(".gz")).suffix


def _open(source: Path | bytes) -> gzip.GzipFile | BufferedReader | BytesIO:
    if isinstance(source, bytes):
        return BytesIO(source)
    return gzip.open(source) if source.name.lower().endswith(".gz") else source.open("rb")


def articles(name: str, source: Path | bytes, format: Format | None = None) -> Iterator[Document]:
    """One document; or, of a JSON list of WordPress posts, as the REST interface gives it, one for each post."""
    with suppress(OSError, SourceError):  # whoever reads it says why
        with _open(source) as file:
            head = file.read(64)
        if format in (None, "wordpress") and head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"["):
            with _open(source) as file:
                posts = posts_in(load_posts(file.read().decode("utf-8", "replace")))
            yield from (Document(f"{name}#{number}", post) for number, post in enumerate(posts))
            return
    yield Document(name, source, format=format)


def _lines(path: Path, column: str | None, format: Format | None) -> Iterator[Document]:
    with _open(path) as file:
        for number, line in enumerate(file):
            if not line.strip():
                continue
            place = f"{path}#{number}"
            try:
                row = json.loads(line)
            except (ValueError, RecursionError) as error:
                yield Document(place, None, error=f"SourceError: line {number} is no JSON: {error}")
                continue
            yield _row(place, row, column, format) if isinstance(row, Mapping) else Document(place, row, format=format)


def _parquet(path: Path, column: str | None, format: Format | None) -> Iterator[Document]:
    parquet = extra("pyarrow.parquet", "arrow", "reading Parquet")
    with parquet.ParquetFile(path) as file:
        wanted = {*COLUMNS, *IDS, "url", "title", "published", "charset", column}
        names = [name for name in file.schema_arrow.names if name in wanted]
        number = 0
        for batch in file.iter_batches(batch_size=256, columns=names):
            for row in batch.to_pylist():
                yield _row(f"{path}#{number}", row, column, format)
                number += 1


def _row(place: str, row: Mapping[str, Any], column: str | None, format: Format | None) -> Document:
    """The document in a row: a WordPress post as it is, or the article in one of its columns."""
    doc_id = next((str(row[name]) for name in IDS if row.get(name) is not None), place)
    if column is None and isinstance(row.get("content"), Mapping):
        return Document(place, row)
    name = column or next((name for name in COLUMNS if row.get(name) is not None), None)
    about: dict[str, Any] = {key: value for key in ("url", "title", "charset") if isinstance(value := row.get(key), str)}
    published = row.get("published")
    if name is None or row.get(name) is None:
        missing = f"no {column!r}" if column else f"none of {', '.join(COLUMNS)}"
        return Document(
            doc_id, None, **about, error=f"SourceError: the row has {missing}: expected the article there; name its column"
        )
    return Document(doc_id, row[name], **about, published=published, format=format)


def _warc(path: Path) -> Iterator[Document]:
    """The pages of a web archive: what was answered with status 200 and is HTML.

    Records that only say that a page is still what it was ("revisit") are no documents: the page stands where it was first met.
    """
    archive = extra("warcio.archiveiterator", "scale", "reading WARC")
    with path.open("rb") as file:
        for number, record in enumerate(archive.ArchiveIterator(file)):
            http = record.http_headers
            if record.rec_type != "response" or http is None or http.get_statuscode() != "200":
                continue
            kind = http.get_header("Content-Type")
            if kind and "html" not in kind.lower():
                continue
            body = _body(record)
            if kind or _PAGE.search(body[:1024]):
                yield _answer(f"{path}#{number}", record, body)


def _body(record: Any) -> bytes:  # noqa: ANN401  (warcio has no types)
    """What was answered, without the coding it was sent in; of what is too long no more than it takes to say so."""
    body: bytes = record.content_stream().read(LIMIT + 1)
    while record.raw_stream.read(65_536):  # what no decoder asked for
        pass
    if getattr(record.raw_stream, "limit", 0):
        raise EOFError(f"{record.rec_headers.get_header('WARC-Record-ID')} is cut off")  # noqa: EM102, TRY003  (worded by `documents`)
    return body


def _answer(place: str, record: Any, body: bytes) -> Document:  # noqa: ANN401
    """The document of a response, with the charset that its header names."""
    http, about = record.http_headers, record.rec_headers
    doc_id = (about.get_header("WARC-Record-ID") or place).strip("<>")
    url = about.get_header("WARC-Target-URI")
    coding = (http.get_header("Content-Encoding") or "").lower()
    decoders = extra("warcio.bufferedreaders", "scale", "reading WARC").BufferedReader.DECOMPRESSORS
    if coding in ("br", "zstd") and coding not in decoders and not _PAGE.search(body[:1024]):
        error = (
            f"SourceError: the page is compressed as {coding!r}: expected gzip or deflate, or br with the package brotli installed"
        )
        return Document(doc_id, None, url=url, error=error)
    charset = _CHARSET.search(http.get_header("Content-Type") or "")
    return Document(doc_id, body, url=url, format="html", charset=charset and charset[1])
