"""Facts on a Spark cluster: the Arrow-batch function of `factex.batches`, through `mapInArrow`.

    from factex import spark
    facts = spark.extract(frame, source="html")      # frame has the columns doc_id and html
    facts.write.parquet("facts")

Each Python worker of Spark has one process beside it that holds the model and does the work, so a document that
crashes it, hangs or takes too much memory has a row with an error and costs neither the task nor the worker.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from factex.batches import OPTIONAL, BatchExtractor, from_batch, schema
from factex.errors import SourceError
from factex.workers import Limits

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark.sql import DataFrame


def extract(
    frame: DataFrame,
    *,
    source: str = "source",
    doc_id: str = "doc_id",
    model: str | None = None,
    limits: Limits | None = None,
) -> DataFrame:
    """One row a document, with the columns of `factex.batches.schema`: its facts are a list of structs.

    *source* and *doc_id* name the columns of the article and of its id; `url`, `title`, `published`, `format` and
    `charset` are used where *frame* has them. *limits* is what one document may take; 60 s and 2,000 MB unless given.

    Raises SourceError if *frame* lacks a column.
    """
    from pyspark.sql.pandas.types import from_arrow_schema

    missing = [name for name in (source, doc_id) if name not in frame.columns]
    if missing:
        what = ", ".join(missing)
        msg = f"the frame has the columns {', '.join(frame.columns)}: expected {what}; name yours with source= and doc_id="
        raise SourceError(msg)
    columns = [frame[doc_id].cast("string").alias("doc_id"), frame[source].alias("source")]
    columns += [frame[name] for name in OPTIONAL if name in frame.columns and name not in (source, doc_id)]
    work = partial(extract_batches, model=model, limits=limits or Limits(seconds=60, megabytes=2_000))
    return frame.select(*columns).mapInArrow(work, from_arrow_schema(schema()))


def extract_batches(batches: Iterable[pa.RecordBatch], *, model: str | None, limits: Limits) -> Iterator[pa.RecordBatch]:
    """What each task does: the rows of all documents of its batches, in order."""
    documents = (document for batch in batches for document in from_batch(batch))
    yield from BatchExtractor(model).spread(documents, processes=1, limits=limits)
