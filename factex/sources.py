"""Open a source: text, bytes, path or WordPress post -> markup with what is known of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from os import PathLike
from typing import Any, Literal

Format = Literal["text", "html", "wordpress"]
Source = str | bytes | PathLike[str] | Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Opened:
    """What a source holds: its markup and the metadata that did not have to be looked for in the markup."""

    markup: str
    format: Format
    published: date | datetime | None = None
    published_source: str | None = None
    title: str | None = None
    url: str | None = None


def open_source(
    source: Source, *, published: str | date | datetime | None = None, url: str | None = None, format: Format | None = None
) -> Opened:
    """Open *source*."""
    if isinstance(published, str):
        published = datetime.fromisoformat(published) if len(published) > 10 else date.fromisoformat(published)
    return Opened(str(source), "text", published, "given", None, url)
