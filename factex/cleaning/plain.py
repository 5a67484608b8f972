"""Plain text: line ends, control characters, the marks of footnotes and of Markdown, and no more."""

from __future__ import annotations

import re
from itertools import pairwise

from factex.cleaning.characters import INVISIBLE, KEPT_SPACES, NOTE
from factex.cleaning.drawn import separators
from factex.cleaning.writer import Writer

_SPACE = r"[ \t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]"
_END = r"(?:\r\n?|[\n\x0b\x0c\x85\u2028\u2029])"
_PIECE = re.compile(
    rf"(?P<lines>{_SPACE}*+{_END}(?:{_SPACE}|{_END})*+)"
    rf"|(?P<space>{_SPACE}{{2,}}+|[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000])"
    rf"|(?P<invisible>{INVISIBLE}++|[\x1c-\x1f]++)"
    r"|(?P<surrogate>[\ud800-\udfff])"
    rf"|(?P<note>{NOTE})"
)
_MARKDOWN = re.compile(
    r"\]\(https?:|^#{1,6} \S|(?<![*\w])\*\*(?=\S)[^*\n]{1,300}\*\*(?![*\w])|(?<![_\w])_(?=[^\s_])[^_\n]{1,300}_(?![_\w])",
    re.MULTILINE,
)
_MARK = re.compile(
    r"(?m:^)(?P<head>#{1,6} |> ?)"
    r"|!\[[^\[\]\n]{0,300}\]\([^()\s]{1,500}\)"
    r"|(?P<open>\[)(?=[^\[\]\n]{1,300}\]\([^()\s]{1,500}(?: \"[^\"\n]{0,200}\")?\))"
    r"|\]\((?:https?:|/|#|mailto:)[^()\s]{0,500}(?: \"[^\"\n]{0,200}\")?\)"
    r"|(?<![*\w])\*\*(?=\S)|(?<=\S)\*\*(?![*\w])"
    r"|(?<![_\w])_{1,2}(?=[^\s_])|(?<=[^\s_])_{1,2}(?![_\w])"
)

NARROW, WIDE = 40, 100
"""Widths between which text is wrapped by hand or by a mailer: a paragraph with shorter or longer lines is not."""


def clean_plain(source: str) -> Writer:
    """*source* with one line a paragraph.

    Blank lines part paragraphs; so do single line ends, but for those of text that was wrapped to a fixed width.
    """
    plain = _Plain(source)
    place = 0
    marks = [(*m.span(), "") for m in _MARK.finditer(source)] if _MARKDOWN.search(source) else []
    for start, end, meant in sorted([*marks, *separators(source), (len(source), len(source), "")]):
        if start >= place:
            plain.read(place, start)
            if meant:
                plain.part(meant[0], start, end)
            if meant[1:] and plain.length:
                plain.write(meant[1:], start, end)  # cells that are empty
            place = end
    return plain


class _Plain(Writer):
    """Plain text in the making. White space waits until something follows it that it can part from what came before."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self._source = source
        self._width = _wrapped_width(source)
        self._due: tuple[str, int, int] | None = None

    def read(self, start: int, end: int) -> None:
        """Write source[start:end]."""
        place = start
        for piece in _PIECE.finditer(self._source, start, end):
            begin, stop = piece.span()
            self._copy(place, begin)
            place = stop
            kind = piece.lastgroup
            if kind == "surrogate":
                self.write("\ufffd", begin, stop)
            elif kind == "space":
                self._space(begin, stop)
            elif kind == "lines":
                self._line_end(begin, stop)
        self._copy(place, end)

    def write(self, text: str, start: int, end: int) -> None:
        if self._due is not None:
            self.append(*self._due)
            self._due = None
        self.append(text, start, end)

    def part(self, separator: str, start: int, end: int) -> None:
        """Part what follows from what came before: a line end counts for more than a tab, and a tab for more than a space."""
        if self._due is not None:
            separator, start = max(separator, self._due[0], key=" \t\n".index), self._due[1]
        if self.length:
            self._due = (separator, start, end)

    def _copy(self, start: int, end: int) -> None:
        """Copy characters that need no care but for a space or a tab at their edges."""
        text = self._source[start:end]
        left, right = len(text) - len(text.lstrip()), len(text.rstrip())
        if left:
            self.part(text[0] if text[0] == "\t" else " ", start, start + left)
        if right > left:
            self.write(text[left:right], start + left, start + right)
            if right < len(text):
                self.part(text[right] if text[right] == "\t" else " ", start + right, end)

    def _space(self, start: int, end: int) -> None:
        space = self._source[start:end]
        if space in KEPT_SPACES and self._due is None and self.last.isdigit() and self._source[end : end + 1].isdigit():
            self.write(space, start, end)
        else:
            self.part("\t" if "\t" in space else " ", start, end)

    def _line_end(self, start: int, end: int) -> None:
        is_one = len(re.findall(_END, self._source[start:end])) == 1
        if not (self._width and is_one and _is_wrap(self._source, start, end, self._width)):
            self.part("\n", start, end)
        elif self.last != "-":  # a word that is cut at its hyphen goes on behind it
            self.part(" ", start, end)


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
