"""From bytes to text: unzip, find the encoding, refuse what is no text."""

from __future__ import annotations

import codecs
import re
import zlib
from collections.abc import Iterator
from contextlib import suppress
from functools import cache

from factex.data import table
from factex.errors import SourceError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_DECLARED = re.compile(
    rb"""charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{2,40})"""
    rb"""|<\?xml[^>]{0,99}encoding\s{0,9}=\s{0,9}["']([\w.:-]{2,40})""",
    re.IGNORECASE,
)

_PUNCTUATION = re.compile(r"[^a-z0-9]")

# Encodings in which markup is all ASCII bytes, so that being valid UTF-8 says nothing.
_ASCII_DRESSED = ("iso2022_jp_2", "iso2022_kr", "hz")

# The escapes that shift Japanese text in and out: its bytes are all ASCII.
_SHIFTS = (b"\x1b$B", b"\x1b$@")

# What pages are written in (WHATWG Encoding Standard), as charset-normalizer calls it.
_GUESSED = [
    *("cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258", "cp874", "mac_roman", "utf_8"),
    *("iso8859_2", "iso8859_5", "iso8859_6", "iso8859_7", "iso8859_8", "koi8_r", "koi8_u"),
    *("big5hkscs", "cp932", "cp949", "euc_jp", "gb18030"),
]

# Quotes, dashes, dots, degrees and euros of Mac Roman where cp1252 would have a capital or a sign that no one writes there.
_MAC_ROMAN = re.compile(
    rb"[a-z](?:\xd5(?=[a-z\s])|[\xc9\xd3](?=[\s<]))|[.,!?]\xd3(?=[\s<])|(?<=\s)[\xd0\xd1](?=\s)|\d\xa1(?=[CF\s.])|\xdb(?=\d)"
)
# Quotes of cp1252 in their places, where Mac Roman would have a letter.
_CP1252 = re.compile(rb"[a-z]\x92(?=[a-z\s])|\s\x93(?=\w)|[.,!?]\x94(?=[\s<])|(?<=\s)[\x96\x97](?=\s)|\x80(?=\d)")

_KINDS = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a ZIP archive (or an Office document)",
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"\xd0\xcf\x11\xe0": "an old Office document",
}

_CONTROL = bytes(c for c in range(32) if c not in b"\t\n\r\f\x00\x1b")
_ASCII = bytes(range(128))
_ASSIGNED_IN_CP1252 = bytes(set(range(128, 256)) - {0x81, 0x8D, 0x8F, 0x90, 0x9D})

HARMLESS, RATIO = 10_000_000, 100
"""Bytes from which on gzip must not unzip to over RATIO times its size."""

SAMPLE = 65_536
"""Bytes that are looked at to find out what the others are."""


def decode(data: bytes, name: str, limit: int, charset: str | None = None) -> str:
    """The text in *data*, which messages call *name*; gzip'd bytes are unzipped first, to at most *limit* bytes.

    In the order of the HTML standard: a byte order mark wins, then *charset*, what the transport says, then what the
    markup declares, then what charset-normalizer finds. But before anything that is said comes UTF-8 if the bytes are
    valid UTF-8, since bytes of another encoding hardly ever are, and what is said to be UTF-8 and is not is not believed.
    Names of charsets that no browser knows say nothing; bytes that the encoding does not know become U+FFFD.

    Raises SourceError for bytes that hold no text.
    """
    if data.startswith(b"\x1f\x8b"):
        data = _unzip(data, name, limit)
    _refuse_binary(data, name)
    return next(_decodings(data, charset))


def _decodings(data: bytes, charset: str | None) -> Iterator[str]:
    """What *data* may mean, most trusted first."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            yield data[len(mark) :].decode(encoding, "replace")
    said = [codec for codec in map(_codec, (charset, _declared(data))) if codec is not None]
    if not said and any(shift in data[:SAMPLE] for shift in _SHIFTS):
        said = ["iso2022_jp_2"]
    if said and said[0] in _ASCII_DRESSED:
        yield data.decode(said[0], "replace")
    if wide := _wide(data):
        yield data.decode(wide, "replace")
    with suppress(UnicodeDecodeError):
        yield data.decode("utf-8")
    if said[:1] in ([], ["utf-8"]) and _nearly_utf8(data):
        yield data.decode("utf-8", "replace")
    yield data.decode(next((codec for codec in said if codec != "utf-8"), None) or _guess(data), "replace")


def _unzip(data: bytes, name: str, limit: int) -> bytes:
    """The content of gzip'd bytes, as far as it is whole."""
    unzipped = []
    size, most = 0, min(limit, max(HARMLESS, RATIO * len(data)))
    while data.startswith(b"\x1f\x8b"):
        unzip = zlib.decompressobj(wbits=31)
        try:
            unzipped.append(unzip.decompress(data, most + 1 - size))
        except zlib.error as error:
            msg = f"{name} begins as gzip does but is broken ({error}): expected a whole gzip file; fetch it again"
            raise SourceError(msg) from error
        size += len(unzipped[-1])
        if size > limit:
            msg = f"{name} is gzip that unzips to more than {limit:,} bytes: expected an article; split it, or raise sources.LIMIT"
            raise SourceError(msg)
        if size > most:
            msg = f"{name} is gzip that unzips to over {RATIO} times its size: expected an article; unzip it yourself if it is one"
            raise SourceError(msg)
        data = unzip.unused_data
    return b"".join(unzipped)


def _refuse_binary(data: bytes, name: str) -> None:
    kind = next((kind for magic, kind in _KINDS.items() if data.startswith(magic)), None)
    head = data[:SAMPLE]
    controls = len(head) - len(head.translate(None, _CONTROL))
    if kind is None and controls > 8 and controls > len(head) // 30:
        kind = "binary data"
    if kind is not None:
        msg = f"{name} is {kind} ({data[:8]!r}...): expected text, HTML or JSON; turn it into one of these first"
        raise SourceError(msg)


def _declared(data: bytes) -> str | None:
    """The charset that the head of the markup names."""
    match = _DECLARED.search(data[:4096])
    return None if match is None else (match[1] or match[2]).decode("ascii", "ignore")


def _codec(label: str | None) -> str | None:
    """The codec of Python for a charset's name, or None for one that no browser knows.

    >>> _codec("Windows-1251"), _codec("x-sjis"), _codec("idna")
    ('cp1251', 'cp932', None)
    """
    return None if label is None else _codecs().get(_PUNCTUATION.sub("", label.lower()))


@cache
def _codecs() -> dict[str, str]:
    return {label: codec for codec, labels in table("charsets")["codecs"].items() for label in labels}


def _wide(data: bytes) -> str | None:
    """UTF-16 without a byte order mark: every other byte of mostly Latin text is zero."""
    head = data[:4096]
    half = len(head) // 2
    if half < 4:
        return None
    sides = {"utf-16-le": (head[::2], head[1::2]), "utf-16-be": (head[1::2], head[::2])}
    return next((name for name, (low, high) in sides.items() if high.count(0) > 0.7 * half and low.count(0) < 0.1 * half), None)


def _nearly_utf8(data: bytes) -> bool:
    """Whether the bytes are UTF-8 but for a few, such as a character cut in half at the end."""
    text = data[:SAMPLE].decode("utf-8", "replace")
    wrong = text.count("\ufffd")
    right = sum(map(str.isalpha, text)) - sum(map(str.isascii, filter(str.isalpha, text)))
    return wrong * 4 <= right or (wrong == 1 and text.endswith("\ufffd"))


def _guess(data: bytes) -> str:
    """The encoding of bytes that say nothing of it. Where few are beyond ASCII, they are the signs and letters of cp1252.

    Old pages from Macs show by their quotes and dashes that they are not.
    """
    sample = data[:SAMPLE]
    beyond = sample.translate(None, _ASCII)
    if len(beyond) * 6 < len(sample) and _MAC_ROMAN.search(sample) and not _CP1252.search(sample):
        return "mac_roman"
    if len(beyond) * 12 < len(sample) and not beyond.translate(None, _ASSIGNED_IN_CP1252):
        return "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(sample, cp_isolation=_GUESSED).best()
    return "cp1252" if best is None else _codec(best.encoding) or best.encoding
