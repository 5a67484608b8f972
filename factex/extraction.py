"""What extract gives back: an article with its facts."""

from __future__ import annotations

from dataclasses import dataclass

from factex.records import Article, Evidence, Fact


@dataclass(frozen=True, slots=True, repr=False)
class Extraction:
    """An article and the facts found in it, in text order.

    `error`: None, or why this source could not be read ("SourceError: ..."); then the article is empty.
    `evidence`: for each fact, why its fields have their values; `explain` puts it in words.
    """

    article: Article
    facts: tuple[Fact, ...] = ()
    evidence: tuple[tuple[Evidence, ...], ...] = ()
    error: str | None = None

    def __repr__(self) -> str:
        what = self.article.title or self.article.url or self.article.text[:40]
        return f"Extraction({what!r}: {len(self.facts)} facts{'' if self.error is None else ', ' + self.error})"
