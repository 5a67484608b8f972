"""Extract: the stages called in order.

read -> clean -> (scan, choose) annotate -> recognise -> normalise -> frame -> record. Each stage is a room of its own
that knows none of the others; this module is the only one that knows them all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Sized
from datetime import date, datetime
from functools import cache
from itertools import islice, repeat
from os import PathLike
from typing import TYPE_CHECKING, Any, TypeVar

from factex import annotation, cleaning, frames, grammars, values
from factex.additions import Additions
from factex.errors import RuleError, SourceError, warn
from factex.extraction import Extraction
from factex.frames.lexicon import with_cues
from factex.garbage import uncollected
from factex.grammar import Rule, unbracket
from factex.records import Article, Sentence, record
from factex.sources import Document, Format, Source, given_time, open_posts, open_source
from factex.workers import Limits, spread

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

BATCH = 32
"""Articles whose sentences are parsed together: spaCy is fastest on large batches."""

MISSING = frozenset(("<NA>", "NaT", "nan"))
"""How pandas and numpy write a date that a column lacks."""

Published = str | date | datetime | None
Item = TypeVar("Item")


def read(
    source: Source,
    *,
    published: Published = None,
    url: str | None = None,
    format: Format | None = None,
    charset: str | None = None,
) -> Article:
    """Read an article: its clean text, where each character stands in the source, and its metadata.

    *source* is text, bytes, a path, or a WordPress post as a dict; *format* says what it holds ("text", "html",
    "wordpress", "feed"), None looks. *published* is the anchor of relative dates; given here it wins over the page's own.
    *charset* is what the header of HTTP says of bytes; it counts where they say nothing surer themselves.

    Raises SourceError if the source cannot be read as an article.
    """
    return cleaning.clean(open_source(source, published=published, url=url, format=format, charset=charset))


def read_many(source: Source | list[Any]) -> list[Article]:
    """Read a list of WordPress posts, as `wp-json/wp/v2/posts` gives it, or the items of an RSS or Atom feed.

    They come as text, bytes, a path or a file, posts also as objects. Those without text are left out, with a FactexWarning.
    Raises SourceError if there is none at all.
    """
    articles = []
    for number, opened in enumerate(open_posts(source)):
        try:
            articles.append(cleaning.clean(opened))
        except SourceError as error:
            warn(f"post {number}{f' ({opened.url})' if opened.url else ''} was left out: {error}")
    return articles


def facts(article: Article, sentences: list[Sentence], additions: Additions) -> Extraction:
    """The facts of an article whose sentences are parsed. An article that says it is in another language warns."""
    if article.language is not None and not article.language.lower().startswith("en"):
        name = article.title or article.url
        warn(f"{name!r} says that its language is {article.language!r}: expected English; its facts may be wrong")
    sentences = grammars.recognise(article, sentences)
    sentences, valued = values.normalise(article, sentences)
    with with_cues(additions.cues):
        framed = frames.frame(article, sentences, valued)
    stated = [(sentence, mention) for sentence in sentences for mention in sentence.mentions]
    rows = list(zip(stated, valued, framed, strict=True))
    return Extraction(
        article,
        facts=tuple(record(article, sentence, mention, value, frame) for (sentence, mention), value, frame in rows),
        evidence=tuple((*value.evidence, *frame.evidence) for _, value, frame in rows),
    )


def extract_doc(doc: Doc, *, published: Published = None, additions: Additions | None = None) -> Extraction:
    """The facts of a Doc that spaCy has tagged and parsed; offsets are those of `doc.text`."""
    time = given_time(published)
    article = Article(doc.text, published=time, published_source=None if time is None else "given", markup=doc.text)
    additions = additions or Additions()
    return facts(article, annotation.sentences(doc, grammars.scan(doc.text, additions.grammar)), additions)


class Extractor:
    """A loaded spaCy pipeline and the options of extraction."""

    def __init__(
        self,
        model: str | PathLike[str] | Language | None = None,
        *,
        rules: Iterable[Rule] = (),
        tables: str | PathLike[str] | Mapping[str, Any] | None = None,
    ) -> None:
        """Load *model*: a pipeline, a name or a path; None takes the best one installed.

        *rules* and *tables* (a TOML file or a mapping of its shape) are your own: they stand beside ours in this
        extractor alone, and go with it to the processes of `extract_many`.

        Raises ModelError, and RuleError for additions that are written wrong or do not read their own examples.
        """
        self.additions = Additions(rules, tables)
        self.nlp = annotation.load(model)
        self._parser = annotation.parser(self.nlp)
        for example in self.additions.examples:
            self._check(example)

    def extract(
        self,
        source: Source | Article,
        *,
        published: Published = None,
        url: str | None = None,
        format: Format | None = None,
        charset: str | None = None,
    ) -> Extraction:
        """The facts of one article, which may have been `read` before. Other arguments and errors as for `read`."""
        if not isinstance(source, Article):
            source = read(source, published=published, url=url, format=format, charset=charset)
        return self._extract_batch([source])[0]

    def extract_many(
        self,
        sources: Iterable[Source | Article | Document],
        *,
        published: Published | Iterable[Published] = None,
        format: Format | None = None,
        processes: int = 1,
        progress: bool = False,
        limits: Limits | None = None,
    ) -> Iterator[Extraction]:
        """The facts of many articles, lazily, in order, one out for each in; see the function of this name."""
        workers: object = processes
        if not isinstance(workers, int) or workers < 1:
            msg = f"cannot work in {processes!r} processes: expected a whole number from 1 on"
            raise ValueError(msg)
        if isinstance(sources, str | bytes | bytearray | Mapping | PathLike | Article):
            kind = type(sources).__name__
            msg = f"the sources are one {kind}: expected several, as in a list; put it into one, or give it to extract"
            raise SourceError(msg)
        if hasattr(sources, "columns"):  # a table would give its columns, or their names
            msg = f"the sources are a table with columns ({type(sources).__name__}): expected one of them, which holds the articles"
            raise SourceError(msg)
        batches = batched(
            source if isinstance(source, Article | Document) else Document("", source, published=day, format=format)
            for source, day in _dated(sources, published)
        )
        work = self._extract_sources
        alone = processes == 1 and limits is None
        found = map(work, batches) if alone else spread(work, batches, processes, _lost, limits)
        each = (extraction for batch in found for extraction in batch)
        return _watched(each, len(sources) if isinstance(sources, Sized) else None) if progress else each

    def _extract_sources(self, batch: Sequence[Article | Document]) -> list[Extraction]:
        """The facts of each source; those that fail have an `error`."""
        articles = [source if isinstance(source, Article) else _read_or_fail(source) for source in batch]
        readable = [article for article in articles if isinstance(article, Article)]
        try:
            good = iter(self._extract_batch(readable))
        except Exception:  # noqa: BLE001  (whatever one article sets off must not cost the others theirs)
            good = iter([self._extract_or_fail(article) for article in readable])
        return [next(good) if isinstance(article, Article) else article for article in articles]

    def _check(self, example: Mapping[str, Any]) -> None:
        """Raise RuleError unless the fact in brackets has the fields that the example says."""
        text, spans = unbracket(example["text"])
        extraction = self.extract(text, format="text", published=example.get("published"))
        fact = next((fact for fact in extraction if (fact.start, fact.end) == spans[0]), None)
        for name, expected in example.items():
            found = getattr(fact, name, None)
            if name not in ("text", "published") and str(found) != str(expected):
                msg = f"example {example['text']!r} has {name} {found!r}: expected {expected!r}"
                raise RuleError(msg)

    def _extract_or_fail(self, article: Article) -> Extraction:
        try:
            return self._extract_batch([article])[0]
        except Exception as error:  # noqa: BLE001  (the error is reported in the record of its article)
            return _failed(error, article)

    @uncollected()  # parses last as long as the batch, and searches among them took a twentieth of the time
    def _extract_batch(self, articles: Sequence[Article]) -> list[Extraction]:
        scanned = [(article.text, grammars.scan(article.text, self.additions.grammar, article.kinds)) for article in articles]
        chosen = annotation.choose(scanned, self._parser)
        with self.nlp.memory_zone():
            parsed = annotation.annotate(chosen, self._parser)
            return [facts(article, sentences, self.additions) for article, sentences in zip(articles, parsed, strict=True)]


def batched(items: Iterable[Item]) -> Iterator[Sequence[Item]]:
    """The items in batches of BATCH."""
    items = iter(items)
    while batch := list(islice(items, BATCH)):
        yield batch


def _dated(sources: Iterable[Source | Article | Document], published: object) -> Iterable[tuple[Any, Any]]:
    """Each source with when it was published: all on one day, or each on its own."""
    if isinstance(published, str) or not isinstance(published, Iterable):
        return zip(sources, repeat(given_time(published)))
    if isinstance(sources, Sized) and isinstance(published, Sized) and len(sources) != len(published):
        msg = f"there are {len(published)} dates of publication for {len(sources)} sources: expected one for each, or one for all"
        raise SourceError(msg)
    return zip(sources, (None if str(day) in MISSING else day for day in published), strict=True)


def _read_or_fail(document: Document) -> Article | Extraction:
    if document.error is not None:
        return Extraction(Article(""), error=document.error)
    known = {name: getattr(document, name) for name in ("published", "url", "format", "charset")}
    try:
        return read(document.source, **known)
    except Exception as error:  # noqa: BLE001  (the error is reported in the record of its source)
        return _failed(error, Article(""))


def _failed(error: Exception, article: Article) -> Extraction:
    return Extraction(article, error=f"{type(error).__name__}: {error}")


def _lost(source: Article | Document, reason: str) -> Extraction:
    """What stands for a source that was given up, since it killed its worker process."""
    return Extraction(source if isinstance(source, Article) else Article(""), error=f"WorkerError: {reason}")


def _watched(extractions: Iterator[Extraction], total: int | None) -> Iterator[Extraction]:
    """The same extractions, with a progress bar that counts articles (of *total*, where that is known), facts and errors."""
    from tqdm.auto import tqdm

    found = errors = 0
    with tqdm(extractions, unit=" articles", total=total) as bar:
        for extraction in bar:
            found += len(extraction.facts)
            errors += extraction.error is not None
            bar.set_postfix(facts=found, errors=errors, refresh=False)
            yield extraction


@cache
def default_extractor() -> Extractor:
    """The extractor that the functions of this module share."""
    return Extractor()


def extract(
    source: Source | Article,
    *,
    published: Published = None,
    url: str | None = None,
    format: Format | None = None,
    charset: str | None = None,
) -> Extraction:
    """The facts of one article, with the default extractor. Arguments and errors as for `read`."""
    return default_extractor().extract(source, published=published, url=url, format=format, charset=charset)


def extract_many(
    sources: Iterable[Source | Article],
    *,
    published: Published | Iterable[Published] = None,
    format: Format | None = None,
    processes: int = 1,
    progress: bool = False,
    limits: Limits | None = None,
) -> Iterator[Extraction]:
    """The facts of many articles, lazily, in order, one out for each in.

    *sources* are what `read` takes, or articles that it gave (so that each may have its own `url`). *published* is one
    date for all that are not yet read, or as many as there are sources, such as a column beside theirs; *format* as for `read`.
    A source that fails has an Extraction with an `error` and no facts; the others go on. *processes* workers share the
    work; in a script, start them below `if __name__ == "__main__":`. *progress* shows a bar with counts. *limits* is the
    time and memory that an article may take before it is given up as failed; it needs a worker even for one process.

    Raises SourceError for one source, or a whole table, in the place of many.

    >>> texts = ["Sales rose 3%.", "", "It paid $5 million on Monday."]
    >>> [len(extraction.facts) for extraction in extract_many(texts)]
    [1, 0, 2]
    """
    return default_extractor().extract_many(
        sources, published=published, format=format, processes=processes, progress=progress, limits=limits
    )
