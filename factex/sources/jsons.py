"""JSON as it comes: with control characters raw in its strings, escapes of no meaning, or its end cut off."""

from __future__ import annotations

import re
from typing import Any

_STRING = re.compile(r'"(?:[^"\\]++|\\.)*+(?:"|\\?\Z)', re.DOTALL)
# Inside a string: a control character, or an escape; of these, some mean nothing and some are half of a surrogate pair alone.
_ODD = re.compile(
    r"[\x00-\x1f]|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\u[0-9a-fA-F]{0,3}\Z|\\[\"\\/bfnrt]|\\\Z|\\"
)
_LONE = re.compile("[\ud800-\udfff]")


def parse_json(text: str) -> Any:  # noqa: ANN401  (JSON holds anything)
    """The value that *text* holds, as far as it goes: what is cut off ends where the text does.

    Raises ValueError where no JSON can be made out.

    >>> parse_json('{"title": "Sales rose 3')
    {'title': 'Sales rose 3'}
    """
    import jiter

    text = _LONE.sub("\ufffd", text).lstrip("\ufeff \t\r\n")
    try:
        return jiter.from_json(text.encode(), partial_mode="trailing-strings")
    except ValueError:
        return jiter.from_json(_STRING.sub(_mend_string, text).encode(), partial_mode="trailing-strings")


def _mend_string(string: re.Match[str]) -> str:
    return _ODD.sub(_mend, string[0])


def _mend(match: re.Match[str]) -> str:
    """What JSON allows in place of what it does not."""
    odd = match[0]
    if odd[0] != "\\":
        return f"\\u{ord(odd):04x}"
    if odd == "\\" and match.end() < len(match.string):
        return "\\\\"
    if len(odd) == 6 and odd[2] in "dD" and odd[3] not in "01234567":
        return "\\ufffd"
    return odd
