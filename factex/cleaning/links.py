"""Links and addresses: hosts, their sites, and where a link in markup leads."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, urlsplit

_SECOND_LEVEL = frozenset(("ac", "co", "com", "edu", "gov", "net", "org"))
_HREF = re.compile(r"<[aA]\s[^<>]{0,1000}?\bhref\s*=\s*[\"']?([^\"'\s>]+)", re.IGNORECASE)


def _split(url: str | None) -> SplitResult:
    try:
        return urlsplit(url or "")
    except ValueError:
        return urlsplit("")


def host(url: str | None) -> str | None:
    """The host of *url* without "www."; None if it has none."""
    return (_split(url).hostname or "").removeprefix("www.") or None


def domain(url: str | None) -> str:
    """The domain that the hosts of one site share: the last two labels, three where the last but one is everybody's.

    >>> domain("https://sport.paper.co.uk/x"), domain("https://www.paper.com/x")
    ('paper.co.uk', 'paper.com')
    """
    labels = (host(url) or "").split(".")
    return ".".join(labels[-3 if len(labels[-1]) == 2 and labels[-2:-1] and labels[-2] in _SECOND_LEVEL else -2 :])


def path(url: str) -> str:
    """The path of *url* without a slash at its end."""
    return _split(url).path.rstrip("/")


def target(markup: str, place: int) -> str:
    """Where the link leads whose tag stands at *place* in *markup*."""
    match = _HREF.match(markup, place)
    return match[1] if match else ""
