"""Plain text: line ends, control characters and the marks of Markdown, and no more."""

from __future__ import annotations

import re
from itertools import pairwise

from factex.cleaning.characters import INVISIBLE, is_kept_space
from factex.cleaning.writer import Writer

_SPACE = r"[ \t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]"
_END = r"(?:\r\n?|[\n\x0b\x0c\x85\u2028\u2029])"
_PIECE = re.compile(
    rf"(?P<lines>{_SPACE}*+{_END}(?:{_SPACE}|{_END})*+)"
    rf"|(?P<space>{_SPACE}{{2,}}+|[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000])"
    rf"|(?P<invisible>{INVISIBLE}++|[\x1c-\x1f]++)"
    r"|(?P<surrogate>[\ud800-\udfff])"
)
_MARKDOWN = re.compile(r"\]\(https?:|^#{1,6} \S|(?<![*\w])\*\*(?=\S)[^*\n]{1,300}\*\*(?![*\w])", re.MULTILINE)
_MARK = re.compile(
    r"(?m:^)(?P<head>#{1,6} |> ?)"
    r"|!\[[^\[\]\n]{0,300}\]\([^()\s]{1,500}\)"
    r"|(?P<open>\[)(?=[^\[\]\n]{1,300}\]\([^()\s]{1,500}(?: \"[^\"\n]{0,200}\")?\))"
    r"|\]\((?:https?:|/|#|mailto:)[^()\s]{0,500}(?: \"[^\"\n]{0,200}\")?\)"
    r"|(?<![*\w])\*\*(?=\S)|(?<=\S)\*\*(?![*\w])"
)

NARROW, WIDE = 40, 100
"""Widths between which text is wrapped by hand or by a mailer: a paragraph with shorter or longer lines is not."""


def clean_plain(source: str) -> Writer:
    """*source* with one line a paragraph.

    Blank lines part paragraphs; so do single line ends, but for those of text that was wrapped to a fixed width.
    """
    writer = Writer()
    width = _wrapped_width(source)
    place = 0
    marks = [m.span() for m in _MARK.finditer(source)] if _MARKDOWN.search(source) else []
    for start, end in [*marks, (len(source), len(source))]:
        _clean(source, place, start, width, writer)
        place = end
    return writer


def _clean(source: str, start: int, end: int, width: int, writer: Writer) -> None:
    """Write source[start:end]."""
    place = start
    for piece in _PIECE.finditer(source, start, end):
        begin, stop = piece.span()
        if begin > place:
            _copy(source, place, begin, writer)
        place = stop
        kind = piece.lastgroup
        if kind == "surrogate":
            writer.append("\ufffd", begin, stop)
        elif kind == "invisible" or not writer.length or stop == len(source):
            continue
        elif kind == "space":
            _space(source, begin, stop, writer)
        else:
            _line_end(source, begin, stop, width, writer)
    if place < end:
        _copy(source, place, end, writer)


def _copy(source: str, start: int, end: int, writer: Writer) -> None:
    """Copy characters that need no care; white space at the edges of the text or of a line goes."""
    if not writer.length or writer.last == "\n":
        while start < end and source[start].isspace():
            start += 1
    if end == len(source):
        while start < end and source[end - 1].isspace():
            end -= 1
    if start < end:
        writer.append(source[start:end], start, end)


def _space(source: str, start: int, end: int, writer: Writer) -> None:
    if is_kept_space(source[start:end]) and writer.last.isdigit() and source[end : end + 1].isdigit():
        writer.append(source[start:end], start, end)
    elif not writer.last.isspace():
        writer.append("\t" if "\t" in source[start:end] else " ", start, end)


def _line_end(source: str, start: int, end: int, width: int, writer: Writer) -> None:
    if writer.last == "\n":
        return
    if not width or len(re.findall(_END, source[start:end])) > 1 or not _is_wrap(source, start, end, width):
        writer.append("\n", start, end)
    elif writer.last != "-":  # a word that is cut at its hyphen goes on behind it
        writer.append(" ", start, end)


def _wrapped_width(source: str) -> int:
    """The width that *source* is wrapped to, 0 if it is not: most of its lines end where the next word did not fit."""
    lines = source.split("\n")
    width = max(map(len, lines))
    if not NARROW <= width <= WIDE:
        return 0
    pairs = [(line, following) for line, following in pairwise(lines) if line.strip() and following.strip()]
    wrapped = sum(_fills(len(line.rstrip()), following, width) for line, following in pairs)
    return width if len(pairs) > 1 and wrapped * 10 >= len(pairs) * 7 else 0


def _fills(length: int, following: str, width: int) -> bool:
    """Whether the first word of the line *following* would not have fitted on a line of *length* any more."""
    word = following.split(None, 1)[0]
    return length >= NARROW * 3 // 4 and length + 1 + len(word) >= width - 2 and following[0] not in " \t*-•"


def _is_wrap(source: str, start: int, end: int, width: int) -> bool:
    begin = source.rfind("\n", max(0, start - width - 2), start) + 1
    following = source[end : end + width]
    return bool(following.strip()) and start - begin <= width and _fills(start - begin, following, width)
