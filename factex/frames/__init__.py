"""Frame: what a sentence says about a value."""

from __future__ import annotations

from factex.records import Article, Frame, Sentence, Value


def frame(article: Article, sentences: list[Sentence], values: list[Value]) -> list[Frame]:
    """The frame of each value: what it measures, whose it is, how it changed, when it holds and who says so."""
    return [Frame() for _ in values]
