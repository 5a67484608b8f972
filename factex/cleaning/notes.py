"""Notes: the marks in a text that lead to its footnotes, which are no figures of the article."""

from __future__ import annotations

import re

from factex.cleaning.characters import decoded

LONGEST = 400
"""Characters of markup that a mark has at most: some put each bracket into an element of its own."""

ELEMENTS = frozenset(("a", "sup"))
"""What a mark stands in."""

_INSIDE = {name: re.compile(rf"((?:(?!</{name}\b)[\s\S]){{0,{LONGEST}}}+)</{name}\s*+>", re.IGNORECASE) for name in ELEMENTS}
_TAG = re.compile(r"<[^<>]*+>")
_LINK, _RAISED = re.compile(r"<a\s", re.IGNORECASE), re.compile(r"<sup\b", re.IGNORECASE)
_TO_PLACE = re.compile(r"\bhref\s*+=\s*+[\"']?[^\"'\s<>#]*+#", re.IGNORECASE)
_MARK = re.compile(r"\s*+(?P<bracket>[\[(])?\s*+\d{1,3}\s*+[\])]?\s*+")
_RUNS_INTO = frozenset(".,;:!?%”’\"'")


def note_end(markup: str, name: str, attributes: str, place: int, before: str) -> int | None:
    """Where the mark of a footnote ends whose element *name* has its content from *place* on; None if it is no such mark.

    It is a raised number that is in brackets or linked; or a number that links to a place in a page and is in brackets, raised,
    or runs into the character *before* it, empty where white space stands there.
    """
    if name == "a" and _TO_PLACE.search(attributes) is None:
        return None
    inside = _INSIDE[name].match(markup, place)
    mark = _MARK.fullmatch(decoded(_TAG.sub("", inside[1]))) if inside is not None else None
    if inside is None or mark is None:
        return None
    other = _LINK if name == "sup" else _RAISED
    runs_on = name == "a" and (before.isalnum() or before in _RUNS_INTO)
    return inside.end() if mark["bracket"] or runs_on or other.search(inside[1]) else None
