"""Notes: the marks in a text that lead to its footnotes, which are no figures of the article."""

from __future__ import annotations

import re

from factex.cleaning.characters import decoded

LONGEST = 300
"""Characters of markup that a mark has at most: some put each bracket into an element of its own."""

# Up to the next tag of the same name, so that however many there are, nothing is looked at twice.
_INSIDE = {name: re.compile(rf"((?:(?!</?{name}\b)[\s\S]){{0,{LONGEST}}}+)</{name}\s*+>", re.IGNORECASE) for name in ("a", "sup")}
_TAG = re.compile(r"<[^<>]*+>")
_LINK, _RAISED = re.compile(r"<a\s", re.IGNORECASE), re.compile(r"<sup\b", re.IGNORECASE)
_TO_PLACE = re.compile(r"\bhref\s*+=\s*+[\"']?[^\"'\s<>#]*+#", re.IGNORECASE)
_MARK = re.compile(r"\s*+(?P<bracket>[\[(])?\s*+(?P<number>\d{1,3})\s*+[\])]?\s*+")
# A number that is no base of a power, as 10 in 10<sup>6</sup> is: what is raised behind it is no exponent.
_FIGURE = re.compile(r"\d[\d.,]{1,8}\d$")
_FRACTION = re.compile(r"\s*+(?:[/⁄]|&frasl;)")
_POINTS = frozenset(".,")
_SIGNS = _POINTS | frozenset(";:!?%”’\"'")


def note_end(markup: str, name: str, attributes: str, place: int, before: str) -> int | None:
    """Where the mark of a footnote ends whose element *name* has its content from *place* on; None if it is no such mark.

    It is a raised number that is in brackets, linked, or runs into a sign or a figure of several digits; or a number that links
    to a place in a page and is in brackets, raised, or runs into a sign or a word. *before*: the character that it runs into, empty
    where white space stands.
    """
    if name == "a" and _TO_PLACE.search(attributes) is None:
        return None
    inside = _INSIDE[name].match(markup, place)
    mark = _MARK.fullmatch(decoded(_TAG.sub("", inside[1]))) if inside is not None else None
    if inside is None or mark is None:
        return None
    other = _LINK if name == "sup" else _RAISED
    runs_on = before in _SIGNS or (name == "a" and before.isalnum())
    if name == "sup" and before.isdigit():
        raised_at = markup.rfind("<", 0, place)
        figure = _FIGURE.search(markup, max(0, raised_at - 10), raised_at) is not None
        runs_on = figure and _FRACTION.match(markup, inside.end()) is None
    cents = name == "sup" and before in _POINTS and len(mark["number"]) == 2  # $5.<sup>99</sup>
    return inside.end() if mark["bracket"] or (runs_on and not cents) or other.search(inside[1]) else None
