"""Tags: their attributes, what elements mean for text, and which a reader does not see."""

from __future__ import annotations

import re

from factex.data import table

_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]++)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'=<>`]++)))?+""")

_ELEMENTS = table("html")["elements"]
BLOCKS, DROPPED, RAW, VOID = (frozenset(_ELEMENTS[kind]) for kind in ("blocks", "dropped", "raw", "void"))

_NOT_SHOWN = re.compile(
    r"display\s*+:\s*+none|visibility\s*+:\s*+hidden|text-decoration[a-z-]{0,9}+\s*+:[^;]{0,40}?line-through", re.IGNORECASE
)
_UNSEEN = re.compile(rf"(?:^|[\s_-])(?:{'|'.join(table('html')['unseen'])})(?:$|[\s_-])", re.IGNORECASE)
_HINTS = table("html")["hints"]["unseen"]


def attributes(source: str) -> dict[str, str]:
    """The attributes of a tag, names in lower case; of one given twice the first counts. Values are not decoded."""
    found: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(source):
        found.setdefault(name.lower(), double or single or bare)
    return found


def may_be_hidden(hints: str) -> bool:
    """Whether attributes, in lower case, are worth a look by `is_hidden`: most are not."""
    return any(map(hints.__contains__, _HINTS))


def is_hidden(name: str, source: str) -> bool:
    """Whether a reader does not see the element *name* whose tag has the attributes *source*.

    Text for screen readers repeats what stands there for the eye; what opens under the pointer is not open; what is struck
    through does not hold any more.
    """
    if name in VOID or name in ("html", "body"):
        return False
    found = attributes(source)
    return (
        ("hidden" in found and found["hidden"].lower() not in ("false", "until-found"))
        or (found.get("aria-hidden", "").lower() == "true" and name in BLOCKS)
        or found.get("role", "").lower() == "tooltip"
        or _NOT_SHOWN.search(found.get("style", "")) is not None
        or _UNSEEN.search(found.get("class", "")) is not None
    )
