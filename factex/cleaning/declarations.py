"""What the tags of a page declare: meta tags, JSON-LD, titles, times, the address and the language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from factex.cleaning.tags import attributes
from factex.cleaning.walk import Walk, walk
from factex.sources.jsons import parse_json

_DATE_NAME = re.compile(
    r"date[-_]?publi(?:sh|c)|publi(?:sh(?:ed)?|cation)[-_]?(?:date|time|on)|pub[-_]?date|(?:article|entry|post|story|press)[\w-]{0,20}[-_]?date",
    re.IGNORECASE,
)
"""What elements are called that show the date of publication."""

SHOWN = 5
"""How many elements that may show the date of publication are looked at."""

MOST_JSON, MOST_SCHEMAS, MOST_TIMES = 1_000_000, 200, 50
"""Characters of one JSON-LD script, objects in all of them, and `<time>` elements that are read at most."""

_DEPTH = 6


@dataclass(slots=True)
class Declarations:
    """What a page declares.

    `metas`: by name, in lower case, what the meta tags say. `times`: the attributes and the text of `<time>` elements;
    `shown`: those of elements named for the date of publication. `schemas`: the objects in JSON-LD, however deep.
    `titles`: the text of the first `<title>` and the first `<h1>`.
    """

    metas: dict[str, list[str]] = field(default_factory=dict)
    times: list[tuple[dict[str, str], str]] = field(default_factory=list)
    shown: list[tuple[dict[str, str], str]] = field(default_factory=list)
    schemas: list[Mapping[str, Any]] = field(default_factory=list)
    titles: dict[str, str] = field(default_factory=dict)
    canonical: str | None = None
    language: str | None = None


def declarations(walked: Walk) -> Declarations:
    """What the tags of a walked page declare."""
    page = Declarations()
    markup = walked.markup
    for name, start, end in walked.marks:
        _read(page, name, attributes(markup[start + 1 + len(name) : end]), markup, end)
    for start, end in walked.dated:
        if len(page.shown) < SHOWN and _DATE_NAME.search(markup, start, end):
            page.shown.append((attributes(markup[start:end]), one_line(markup[end : end + 300])[:60]))
    return page


def one_line(markup: str) -> str:
    """The text of a short piece of markup, on one line."""
    return " ".join(walk(markup).text.split()) if "&" in markup or "<" in markup else " ".join(markup.split())


def _read(page: Declarations, name: str, found: dict[str, str], markup: str, end: int) -> None:
    """Note what a tag of `walk.TOLD` with the attributes *found* declares, which ends at *end* of the markup."""
    match name:
        case "meta" if content := found.get("content", "").strip():
            for attribute in ("property", "name", "itemprop", "http-equiv"):
                for key in found.get(attribute, "").lower().split():
                    page.metas.setdefault(key, []).append(one_line(content))
        case "link" if found.get("rel", "").lower() == "canonical":
            page.canonical = page.canonical or one_line(found.get("href", ""))
        case "script" if "ld+json" in found.get("type", "") and len(page.schemas) < MOST_SCHEMAS:
            page.schemas.extend(_schemas(_until(markup, "</script", end, MOST_JSON)))
        case "time" if len(page.times) < MOST_TIMES:
            page.times.append((found, one_line(_until(markup, "</time", end, 200))))
        case "html":
            page.language = page.language or found.get("lang") or found.get("xml:lang")
        case "title" | "h1" if name not in page.titles:
            page.titles[name] = one_line(_until(markup, f"</{name}", end, 1000))


def _until(markup: str, closing: str, start: int, length: int) -> str:
    """The markup from *start* to the tag *closing*, at most *length* characters."""
    found = markup[start : start + length]
    end = found.find(closing)
    return found[:end] if end >= 0 else found.partition(closing.upper())[0]


def _schemas(source: str) -> Iterator[Mapping[str, Any]]:
    """The objects in a JSON-LD script, however deep."""
    source = re.sub(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)", "", source)
    try:
        yield from _objects(parse_json(source), _DEPTH)
    except ValueError:
        return


def _objects(value: Any, depth: int) -> Iterator[Mapping[str, Any]]:  # noqa: ANN401
    if isinstance(value, Mapping):
        if "@type" in value:
            yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "hasPart", "itemListElement", "item"):
            if depth and key in value:
                yield from _objects(value[key], depth - 1)
    elif isinstance(value, list) and depth:
        for item in value:
            yield from _objects(item, depth - 1)
