"""Links and addresses: hosts, their sites, and where a link in markup leads."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_SECOND_LEVEL = frozenset(("ac", "co", "com", "edu", "gov", "net", "org"))
_HREF = re.compile(r"<[aA]\s[^<>]{0,1000}?\bhref\s*=\s*[\"']?([^\"'\s>]+)", re.IGNORECASE)


def host(url: str | None) -> str | None:
    """The host of *url* without "www."; None if it has none."""
    try:
        found = urlsplit(url).hostname if url else None
    except ValueError:
        return None
    return found.removeprefix("www.") if found else None


def domain(url: str | None) -> str:
    """The domain that the hosts of one site share: the last two labels, three where the last but one is everybody's.

    >>> domain("https://sport.paper.co.uk/x"), domain("https://www.paper.com/x")
    ('paper.co.uk', 'paper.com')
    """
    labels = (host(url) or "").split(".")
    return ".".join(labels[-3 if len(labels[-1]) == 2 and labels[-2:-1] and labels[-2] in _SECOND_LEVEL else -2 :])


def path(url: str) -> str:
    """The path of *url* without a slash at its end."""
    try:
        return urlsplit(url).path.rstrip("/")
    except ValueError:
        return ""


def target(markup: str, place: int) -> str:
    """Where the link leads whose tag stands at *place* in *markup*."""
    match = _HREF.match(markup, place)
    return match[1] if match else ""
