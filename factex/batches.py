"""Batches of articles as Arrow: documents in, one row a document out. Every engine runs this same function.

In: a record batch whose columns are named as the fields of `Document`. Out: the columns of `schema()`, one row a
document in the same order, its facts in a list and its failure, if it has one, in words.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Sequence
from contextlib import suppress
from itertools import accumulate
from os import PathLike
from typing import TYPE_CHECKING, Any

from factex.errors import ModelError, SourceError
from factex.extraction import Extraction
from factex.pipeline import BATCH, Extractor, batched
from factex.records import Article
from factex.sources import Document
from factex.views import arrow
from factex.views.extras import extra
from factex.workers import Limits, spread

if TYPE_CHECKING:
    import pyarrow as pa
    from spacy.language import Language
else:
    pa = extra("pyarrow", "arrow", "an Arrow batch")

OPTIONAL = ("url", "title", "published", "format", "charset")
"""What a batch may say of its documents beside `doc_id` and `source`."""

DOCUMENT_COLUMNS = ("doc_id", "url", "title", "published", "error")


def schema() -> pa.Schema:
    """The columns of the result: `doc_id`, `url`, `title`, `published`, `error`, and `facts`, a list of structs.

    The fields of a fact are those of the table that `Extraction.to_pandas` gives.
    """
    kinds = {"published": arrow.schema().field("begin").type}
    told = [pa.field(name, kinds.get(name, pa.string())) for name in DOCUMENT_COLUMNS]
    return pa.schema([*told, pa.field("facts", pa.list_(pa.struct(list(arrow.schema()))))])


def to_batch(documents: Sequence[Document], extractions: Sequence[Extraction]) -> pa.RecordBatch:
    """One row for each document with its extraction."""
    facts = arrow.table(fact for extraction in extractions for fact in extraction.facts).to_struct_array().combine_chunks()
    offsets = pa.array([0, *accumulate(len(extraction.facts) for extraction in extractions)], pa.int32())
    rows = [_row(document, extraction) for document, extraction in zip(documents, extractions, strict=True)]
    types = schema()
    told = pa.RecordBatch.from_pylist(rows, pa.schema(list(types)[:-1]))
    return pa.RecordBatch.from_arrays([*told.columns, pa.ListArray.from_arrays(offsets, facts)], schema=types)


def _row(document: Document, extraction: Extraction) -> dict[str, Any]:
    article = extraction.article
    return {
        "doc_id": _utf8(document.doc_id),
        "url": _utf8(article.url or document.url),
        "title": _utf8(article.title or document.title),
        "published": arrow.wall_clock(article.published),
        "error": _utf8(extraction.error),
    }


def _utf8(text: str | None) -> str | None:
    """The text without halves of characters, which UTF-8 cannot hold."""
    return None if text is None else text.encode("utf-8", "replace").decode("utf-8")


class BatchExtractor:
    """Extracts the facts of documents, a batch at a time, with the model loaded once.

    As a function of a record batch it is what Spark, Ray, Daft, Dask or a loop of your own calls: it can be pickled, and
    loads its model when it first works. The columns of a batch are `doc_id` and `source` (the text, markup or WordPress
    post, as string or binary), and, where known, `url`, `title`, `published` (ISO 8601, date or timestamp), `format`, `charset`.
    """

    def __init__(self, model: str | PathLike[str] | Language | None = None) -> None:
        self.model = model
        self._extractor: Extractor | None = None

    def __call__(self, batch: pa.RecordBatch) -> pa.RecordBatch:
        """One row a document, in the same order. Raises SourceError if a column is missing."""
        documents = from_batch(batch)
        chunks = [self.extract(documents[place : place + BATCH]) for place in range(0, len(documents), BATCH)]
        return pa.Table.from_batches(chunks, schema()).combine_chunks().to_batches()[0] if chunks else to_batch([], [])

    def extract(self, documents: Sequence[Document]) -> pa.RecordBatch:
        """One row for each of some documents, whose sentences are parsed together. Raises ModelError without a model."""
        if self._extractor is None:
            self._extractor = Extractor(self.model)
        try:
            return to_batch(documents, list(self._extractor.extract_many(documents)))
        except Exception as error:  # noqa: BLE001  (what one document sets off must not cost the others their rows)
            if len(documents) == 1:
                return _failed(documents[0], f"{type(error).__name__}: {error}")
            alone = [self.extract([document]) for document in documents]
            return pa.Table.from_batches(alone).combine_chunks().to_batches()[0]

    def spread(
        self, documents: Iterable[Document], *, processes: int = 1, limits: Limits | None = None
    ) -> Generator[pa.RecordBatch, None, None]:
        """The rows of many documents, in order, worked on by so many processes, each document within *limits*.

        A document that kills its worker has a row with an error, as every document that fails.
        """
        for batches in spread(_Warm(self.model), batched(documents), processes, _lost, limits):
            yield from batches

    def __getstate__(self) -> dict[str, Any]:
        return {"model": self.model, "_extractor": None}


class _Warm:
    """The work of a worker process, which has its model and tables as soon as it is unpickled there."""

    def __init__(self, model: Any) -> None:  # noqa: ANN401  (a model is given in several ways)
        self.extractor = BatchExtractor(model)

    def __call__(self, documents: Sequence[Document]) -> list[pa.RecordBatch]:
        """The rows of some documents."""
        return [self.extractor.extract(documents)]

    def __setstate__(self, state: dict[str, Any]) -> None:
        """Load what is loaded late, so that it counts for no document's limits."""
        self.__dict__ = state
        with suppress(ModelError):  # it is raised where there is work to do
            self([Document("", "Sales rose 3% to $5 million on Monday.", published="2025-04-09", format="text")])


def from_batch(batch: pa.RecordBatch) -> list[Document]:
    """The documents of a record batch. Raises SourceError if it lacks `doc_id` or `source`."""
    names = [name for name in ("doc_id", "source", *OPTIONAL) if name in batch.schema.names]
    if names[:2] != ["doc_id", "source"]:
        msg = f"the batch has the columns {', '.join(batch.schema.names)}: expected doc_id and source; rename yours"
        raise SourceError(msg)
    return [Document(**row | {"doc_id": str(row["doc_id"])}) for row in batch.select(names).to_pylist()]


def _failed(document: Document, error: str) -> pa.RecordBatch:
    return to_batch([document], [Extraction(Article(""), error=error)])


def _lost(document: Document, reason: str) -> pa.RecordBatch:
    return _failed(document, f"WorkerError: {reason}")
