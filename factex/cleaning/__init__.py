"""Clean: from markup to an article's text."""

from __future__ import annotations

from factex.records import Article
from factex.sources import Opened


def clean(opened: Opened) -> Article:
    """The article in an opened source."""
    return Article(text=opened.markup, published=opened.published, published_source=opened.published_source, url=opened.url)
