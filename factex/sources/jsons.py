"""JSON as it comes: with control characters raw in its strings, escapes of no meaning, or its end cut off."""

from __future__ import annotations

import re
from typing import Any

_STRING = re.compile(r'"(?:[^"\\]++|\\.)*+(?:"|\\?\Z)', re.DOTALL)
# Inside a string: what JSON allows; half of a surrogate pair alone; and a backslash that means nothing.
_ESCAPES = re.compile(
    r"(?:[^\\]++|\\[\"\\/bfnrt]|\\u(?![dD][89a-fA-F])[0-9a-fA-F]{4}|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
    r"|\\u[0-9a-fA-F]{0,3}\Z|\\\Z)++|(?P<half>\\u[0-9a-fA-F]{4})|(?P<odd>\\)"
)
_CONTROLS = {code: f"\\u{code:04x}" for code in range(32)} | {10: "\\n", 9: "\\t", 13: "\\r"}
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
        text = _STRING.sub(lambda string: _ESCAPES.sub(_mend, string[0]).translate(_CONTROLS), text)
        return jiter.from_json(text.encode(), partial_mode="trailing-strings")


def _mend(match: re.Match[str]) -> str:
    """What JSON allows in place of what it does not."""
    if match.lastgroup == "odd":
        return "\\\\"
    return "\\ufffd" if match.lastgroup == "half" else match[0]
