"""Items of RSS and Atom feeds, whole or cut off: `content:encoded` and what stands beside it.

A feed is cut at its tags, not parsed: feeds are broken as often as pages are, and no entity that they define is looked up.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from datetime import date, datetime
from typing import NamedTuple

from factex.errors import SourceError
from factex.records import Opened
from factex.sources.stamps import parse_stamp

_FEED = re.compile(r"\s*+(?:<[?!][^>]*+>\s*+)*+<(?:rss|feed|rdf:RDF|channel|item|entry|content:encoded)(?=[\s>])")
_HEAD = re.compile(r"<(?:channel|feed)(?=[\s>])(?P<attributes>[^<>]*+)>")
_ITEM = re.compile(r"<(?:item|entry)(?=[\s>])[^<>]*+>")
_TAG = re.compile(r"<(?P<close>/)?(?P<name>[a-zA-Z][\w:.-]*+)(?P<attributes>[^<>]*+)>")
_ATTRIBUTE = re.compile(r"(?<![\w:])([\w:]++)\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)')")
_CDATA = re.compile(r"\s*+<!\[CDATA\[")
_DATA = re.compile(r"<!\[CDATA\[(.*?)(?:\]\]>|\]{0,2}\Z)", re.DOTALL)

# Where a feed says a thing, most trusted first; names in lower case.
_CONTENT = ("content:encoded", "content", "description", "summary")
_PUBLISHED = ("pubdate", "published", "dc:date", "dcterms:created", "issued", "updated")
_MODIFIED = ("updated", "dcterms:modified", "modified")


class _Child(NamedTuple):
    """An element in another one: its name in lower case, its attributes, and what it holds, its entities decoded once."""

    name: str
    attributes: dict[str, str]
    value: str


def is_feed(text: str) -> bool:
    """Whether *text* opens as a feed does, as an item of one, or as the content of an item."""
    return _FEED.match(text) is not None


def open_items(text: str) -> list[Opened]:
    """Open the items of a feed, in its order; the content of one alone is one too. Raises SourceError if it has none."""
    item = _ITEM.search(text)
    if item is None:
        children, _ = _children(text, 0)
        if _first(children, "content:encoded"):
            return [_open_item(children, site=None, language=None)]
        msg = f"this feed has no items: {text[:40]!r}; expected RSS or Atom with an <item> or an <entry>"
        raise SourceError(msg)
    top = _HEAD.search(text, 0, item.start())
    feed = _children(text[: item.start()], top.end())[0] if top else []
    language = _first(feed, "language", "dc:language") or (_attributes(top["attributes"]).get("xml:lang") if top else None)
    items = []
    while item is not None:
        children, end = _children(text, item.end())
        items.append(_open_item(children, site=_first(feed, "title"), language=language))
        item = _ITEM.search(text, end)
    return items


def _open_item(children: list[_Child], *, site: str | None, language: str | None) -> Opened:
    published = _stamp(children, _PUBLISHED)
    return Opened(
        _first(children, *_CONTENT) or "",
        "html",
        published=published,
        published_source=None if published is None else "feed",
        modified=_stamp(children, _MODIFIED),
        url=_link(children),
        title=_first(children, "title"),
        site=site,
        section=_first(children, "category") or next((c.attributes.get("term") for c in children if c.name == "category"), None),
        authors=tuple(_author(child.value) for child in children if child.name in ("author", "dc:creator") and child.value),
        language=language,
    )


def _children(text: str, place: int) -> tuple[list[_Child], int]:
    """The children of the element whose start tag ends at *place*, and where it ends itself."""
    found: list[_Child] = []
    while (tag := _TAG.search(text, place)) is not None:
        if tag["close"]:
            return found, tag.end()
        name, attributes = tag["name"], _attributes(tag["attributes"])
        if tag["attributes"].endswith("/"):
            end = place = tag.end()
        else:
            end, place = _closed(text, name, tag.end())
        found.append(_Child(name.lower(), attributes, _decoded(text[tag.end() : end], attributes).strip()))
    return found, len(text)


def _closed(text: str, name: str, start: int) -> tuple[int, int]:
    """Where the end tag of an element begins and ends whose content begins at *start*; the end of *text* if there is none."""
    data = _CDATA.match(text, start)
    place = start if data is None else text.find("]]>", data.end())
    begin = -1 if place < 0 else text.find(f"</{name}", place)
    end = -1 if begin < 0 else text.find(">", begin)
    return (begin, end + 1) if end >= 0 else (len(text) if begin < 0 else begin, len(text))


def _attributes(source: str) -> dict[str, str]:
    return {name: html.unescape(double or single) for name, double, single in _ATTRIBUTE.findall(source)}


def _decoded(content: str, attributes: dict[str, str]) -> str:
    """What the content of an element stands for: sections of CDATA and the tags of XHTML as they are, all else unescaped."""
    if "<![CDATA[" in content:
        return "".join(_DATA.findall(content))
    return content if attributes.get("type") == "xhtml" or "<" in content else html.unescape(content)


def _first(children: Iterable[_Child], *names: str) -> str | None:
    """What the first of *names* says that is there."""
    values = {child.name: child.value for child in reversed(list(children)) if child.value}
    return next((values[name] for name in names if name in values), None)


def _stamp(children: Iterable[_Child], names: tuple[str, ...]) -> datetime | date | None:
    return parse_stamp(_first(children, *names) or "")


def _link(children: list[_Child]) -> str | None:
    """The address of an item: RSS gives it as text, Atom as an attribute of the link that is none to something else."""
    links = (child for child in children if child.name == "link" and child.attributes.get("rel", "alternate") == "alternate")
    return next((address for link in links if (address := link.value or link.attributes.get("href"))), None)


def _author(value: str) -> str:
    """A name: Atom puts it into an element, RSS in brackets behind an address."""
    children, _ = _children(value, 0)
    bracketed = re.fullmatch(r"[^\s@]{1,100}@[^\s@]{1,100} \(([^()]{1,100})\)", value)
    return _first(children, "name") or (bracketed[1] if bracketed else value)
