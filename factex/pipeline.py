"""Extract: the stages called in order.

read -> clean -> (scan, select) annotate -> recognise -> normalise -> frame -> record. Each stage is a room of its own
that knows none of the others; this module is the only one that knows them all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from itertools import islice
from os import PathLike
from typing import TYPE_CHECKING

from factex import annotation, cleaning, frames, grammars, sources, values
from factex.errors import FactexError
from factex.extraction import Extraction
from factex.records import Article, Sentence, record

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

BATCH = 32
"""Articles whose sentences are parsed together: spaCy is fastest on large batches."""


def read(
    source: sources.Source,
    *,
    published: str | date | datetime | None = None,
    url: str | None = None,
    format: sources.Format | None = None,
) -> Article:
    """Read an article: its clean text, where each character stands in the source, and its metadata.

    *source* is text, bytes, a path, or a WordPress post as a dict; *format* says what it holds ("text", "html",
    "wordpress"), None looks. *published* is the anchor of relative dates; given here it wins over the page's own.

    Raises SourceError if the source cannot be read as an article.
    """
    return cleaning.clean(sources.open_source(source, published=published, url=url, format=format))


def facts(article: Article, sentences: list[Sentence]) -> Extraction:
    """The facts of an article whose sentences are parsed."""
    sentences = grammars.recognise(article, sentences)
    sentences, valued = values.normalise(article, sentences)
    framed = frames.frame(article, sentences, valued)
    stated = [(sentence, mention) for sentence in sentences for mention in sentence.mentions]
    rows = list(zip(stated, valued, framed, strict=True))
    return Extraction(
        article,
        facts=tuple(record(article, sentence, mention, value, frame) for (sentence, mention), value, frame in rows),
        evidence=tuple((*value.evidence, *frame.evidence) for _, value, frame in rows),
    )


def extract_doc(doc: Doc, *, published: str | date | datetime | None = None) -> Extraction:
    """The facts of a Doc that spaCy has tagged and parsed; offsets are those of `doc.text`."""
    article = read(doc.text, published=published, format="text")
    return facts(replace(article, text=doc.text, source_map=None), annotation.sentences(doc, grammars.scan(doc.text)))


class Extractor:
    """A loaded spaCy pipeline and the options of extraction."""

    def __init__(self, model: str | PathLike[str] | Language | None = None) -> None:
        """Load *model*: a pipeline, a name or a path; None takes the best one installed. Raises ModelError."""
        self.nlp = annotation.load(model)

    def extract(
        self,
        source: sources.Source,
        *,
        published: str | date | datetime | None = None,
        url: str | None = None,
        format: sources.Format | None = None,
    ) -> Extraction:
        """The facts of one article. Arguments and errors as for `read`."""
        return self._extract_batch([read(source, published=published, url=url, format=format)])[0]

    def extract_many(self, items: Iterable[sources.Source]) -> Iterator[Extraction]:
        """The facts of many articles, lazily and in order; one that cannot be read has an `error` and no facts."""
        items = iter(items)
        while batch := list(islice(items, BATCH)):
            read_batch = [_read_or_error(source) for source in batch]
            good = iter(self._extract_batch([a for a in read_batch if isinstance(a, Article)]))
            yield from (next(good) if isinstance(a, Article) else a for a in read_batch)

    def _extract_batch(self, articles: list[Article]) -> list[Extraction]:
        with self.nlp.memory_zone():
            scanned = [(article.text, grammars.scan(article.text)) for article in articles]
            parsed = annotation.annotate(scanned, self.nlp)
            return [facts(article, sentences) for article, sentences in zip(articles, parsed, strict=True)]


def _read_or_error(source: sources.Source) -> Article | Extraction:
    try:
        return read(source)
    except FactexError as error:
        return Extraction(Article(""), error=f"{type(error).__name__}: {error}")


@cache
def default_extractor() -> Extractor:
    """The extractor that the functions of this module share."""
    return Extractor()


def extract(
    source: sources.Source,
    *,
    published: str | date | datetime | None = None,
    url: str | None = None,
    format: sources.Format | None = None,
) -> Extraction:
    """The facts of one article, with the default extractor. Arguments and errors as for `read`."""
    return default_extractor().extract(source, published=published, url=url, format=format)


def extract_many(items: Iterable[sources.Source]) -> Iterator[Extraction]:
    """The facts of many articles, with the default extractor: see `Extractor.extract_many`."""
    return default_extractor().extract_many(items)
