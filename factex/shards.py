"""Run over a collection: from documents to Parquet shards that a kill at any moment leaves whole.

    DIR/manifest.json                    what the run is of: inputs, options, versions
    DIR/documents/part-00000.parquet     one row a document, with its facts (`factex.batches.schema`)
    DIR/errors/part-00000.parquet        doc_id, url and error of the documents of that shard that failed, if any did
    DIR/summary.json                     the numbers of the whole, once all is done

Documents are numbered in the order of the inputs; shard k has those from k times the shard size on. Each file is written
under a temporary name, forced to the disk and renamed, so what has its name is whole; a shard counts once its file in
`documents` has its name. Running again takes up every shard that is missing.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

import factex
from factex.batches import BatchExtractor
from factex.documents import documents, files
from factex.errors import RunError
from factex.sources import Format
from factex.views.extras import extra
from factex.workers import Limits

if TYPE_CHECKING:
    import pyarrow as pa
    from pyarrow import compute, parquet
else:
    pa, compute, parquet = (extra(name, "scale", "a run") for name in ("pyarrow", "pyarrow.compute", "pyarrow.parquet"))

TEMPORARY = ".tmp"
ROW_GROUP = 1_000


@dataclass(frozen=True, slots=True)
class Summary:
    """The numbers of a finished run: `documents` in all, those with `errors`, and shards."""

    documents: int
    errors: int
    shards: int


def run(  # noqa: PLR0913  (options are keyword-only)
    inputs: Iterable[str | os.PathLike[str]],
    out: str | os.PathLike[str],
    *,
    model: str | None = None,
    column: str | None = None,
    format: Format | None = None,
    processes: int = 1,
    shard_size: int = 10_000,
    limits: Limits | None = None,
    wrote: Callable[[int, int], None] = lambda shard, rows: None,  # noqa: ARG005
) -> Summary:
    """Extract the facts of all documents in *inputs* into shards under *out*, or go on where an earlier run stopped.

    *column* is the field of JSON Lines and Parquet rows that holds the article; *format* says what it is; *shard_size*
    is the number of documents in a shard. *limits* hold for each document. *wrote* is told of each new shard.

    Raises RunError if *out* belongs to a run of other inputs or options, or another run works on it; SourceError for
    inputs that do not exist; ModelError without the model; ExtraError without pyarrow, or without warcio for WARC.
    """
    found = files([Path(path) for path in inputs])
    extractor = BatchExtractor(model)
    options = {"model": model, "column": column, "format": format, "shard_size": shard_size}
    out = Path(out)
    for folder in (out, out / "documents", out / "errors"):
        folder.mkdir(parents=True, exist_ok=True)
    with _locked(out):
        _same_run(out, {"factex": factex.__version__, **options, "inputs": [_fingerprint(*each) for each in found]})
        for name in ("manifest.json", "summary.json", "documents/part-*.parquet", "errors/part-*.parquet"):
            for left in out.glob(name + TEMPORARY):
                left.unlink()
        done = {int(path.stem.removeprefix("part-")) for path in (out / "documents").glob("part-*.parquet")}
        every = (document for _, inside in found for path in inside for document in documents(path, column=column, format=format))
        missing = (number for number in count() if number not in done)
        rest = (document for number, document in enumerate(every) if number // shard_size not in done)
        with closing(extractor.spread(rest, processes=processes, limits=limits)) as rows:
            for number, shard in zip(missing, _cut(rows, shard_size), strict=False):
                _write_shard(out, number, shard)
                wrote(number, shard.num_rows)
        return _finish(out)


def _cut(batches: Iterable[pa.RecordBatch], size: int) -> Iterator[pa.Table]:
    """The rows of the batches in tables of *size*; the last one may be shorter."""
    waiting = []
    rows = 0
    for batch in batches:
        waiting.append(batch)
        rows += batch.num_rows
        while rows >= size:
            kept = pa.Table.from_batches(waiting)
            yield kept.slice(0, size)
            waiting = kept.slice(size).to_batches()
            rows -= size
    if rows:
        yield pa.Table.from_batches(waiting)


def _write_shard(out: Path, number: int, shard: pa.Table) -> None:
    """Write a shard and its errors; the errors first, for the shard counts once it has its name."""
    name = f"part-{number:05}.parquet"
    failed = shard.filter(compute.is_valid(shard["error"])).select(["doc_id", "url", "error"])
    if failed.num_rows:
        _write(out / "errors" / name, lambda path: _parquet(failed, path))
    else:
        (out / "errors" / name).unlink(missing_ok=True)  # of an earlier try, which was killed before the shard had its name
    _write(out / "documents" / name, lambda path: _parquet(shard, path))


def _parquet(table: pa.Table, path: Path) -> None:
    parquet.write_table(table, path, row_group_size=ROW_GROUP, compression="zstd")


def _write(path: Path, write: Callable[[Path], object]) -> None:
    """Write a file that has its name only once it is whole and on the disk, even if the power fails."""
    temporary = path.with_name(path.name + TEMPORARY)
    write(temporary)
    for each in (temporary, path.parent):
        if each == path.parent:
            temporary.replace(path)
        descriptor = os.open(each, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _fingerprint(given: Path, inside: list[Path]) -> dict[str, Any]:
    """What tells whether an input is the one of an earlier run: names, sizes and times of its files."""
    digest = hashlib.sha256()
    for path in inside:
        state = path.stat()
        digest.update(f"{path}\0{state.st_size}\0{state.st_mtime_ns}\n".encode("utf-8", "surrogateescape"))
    return {"path": str(given), "files": len(inside), "digest": digest.hexdigest()}


def _same_run(out: Path, manifest: dict[str, Any]) -> None:
    """Note what this run is of, or compare it with what is noted. Raises RunError if they differ."""
    path = out / "manifest.json"
    if not any((out / "documents").glob("part-*.parquet")):
        _write(path, lambda temporary: temporary.write_text(json.dumps(manifest, indent=1), encoding="utf-8"))
        return
    if not path.exists():
        msg = f"{str(out)!r} has shards and no manifest.json: expected the folder of a run, or an empty one; take another folder"
        raise RunError(msg)
    noted = json.loads(path.read_text(encoding="utf-8"))
    differs = [f"{key} was {noted.get(key)!r}, is {value!r}" for key, value in manifest.items() if noted.get(key) != value]
    if differs:
        what = "; ".join(differs)
        msg = f"{str(out)!r} belongs to another run ({what}): run with the same inputs and options, or take another folder"
        raise RunError(msg)


def _finish(out: Path) -> Summary:
    """Count what was written, and note it."""
    shards = list((out / "documents").glob("part-*.parquet"))
    rows, errors = (
        sum(parquet.read_metadata(path).num_rows for path in (out / folder).glob("part-*.parquet"))
        for folder in ("documents", "errors")
    )
    summary = Summary(rows, errors, len(shards))
    _write(out / "summary.json", lambda temporary: temporary.write_text(json.dumps(asdict(summary)), encoding="utf-8"))
    return summary


@contextmanager
def _locked(out: Path) -> Iterator[None]:
    """Keep other runs away from the folder. The system opens the lock when this process ends, however it ends."""
    try:
        import fcntl
    except ImportError:  # Windows
        yield
        return
    with (out / ".lock").open("w", encoding="utf-8") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            msg = f"another run works on {str(out)!r}: expected one at a time; wait for it, or take another folder"
            raise RunError(msg) from None
        yield
