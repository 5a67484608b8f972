"""The command `factex`: from files, folders or standard input to a table, JSON Lines or CSV."""

from __future__ import annotations

import json
import re
import sys
import warnings
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TextIO, get_args

import click

import factex
from factex import views
from factex.documents import articles, documents, files
from factex.extraction import Extraction
from factex.run import WithRun
from factex.sources import ARTICLE_SUFFIXES, Document, Format, given_time

STDIN = "-"
EXAMPLES = """
Examples:

\b
  factex article.html                    the facts as a table
  factex *.html -o facts.csv             one row a fact, for a spreadsheet
  factex *.html -o facts.html            a report to open in a browser
  factex posts/ -o facts.jsonl           one line an article: jq '.facts[].amount'
  curl -s URL | factex --to csv          whatever comes from standard input
  echo "It rose 3% on Friday." | factex --published 2025-04-09
  factex run news.jsonl --out facts      a whole collection to Parquet: see factex run --help

Relative dates ("Friday", "last year") count from the day of publication. It is read from the article where that states
it; plain text does not, so give --published, or those dates stay unresolved.

Errors go to standard error, one line a source, and never stop the other sources. The exit status is 0 if every source
was read, 1 if one was not, 2 if the command was wrong.
"""

Named = tuple[str, Extraction]


def moment(_context: click.Context, _parameter: click.Parameter, value: str | None) -> date | None:
    """The date or datetime that an option gives in ISO 8601."""
    try:
        return given_time(value)
    except factex.SourceError as error:
        raise click.BadParameter(str(error)) from None


@click.command(cls=WithRun, epilog=EXAMPLES, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.argument("sources", nargs=-1, metavar="[FILE | FOLDER | -]...")
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file: .jsonl, .csv or .html sets --to."
)
@click.option("--to", type=click.Choice(["table", "jsonl", "csv", "html"]), help="What to write.  [default: table, or by --output]")
@click.option(
    "--published", metavar="DATE", callback=moment, help="Date of publication of every source, in ISO 8601; wins over their own."
)
@click.option("--format", type=click.Choice(get_args(Format)), help="What every source holds.  [default: look]")
@click.option("--model", metavar="NAME", help="spaCy model, by name or path.  [default: the best one installed]")
@click.option("--tables", type=click.Path(exists=True, dir_okay=False), help="TOML file with units, words and rules of your own.")
@click.option("--processes", type=click.IntRange(min=1), default=1, show_default=True, help="Work in this many processes.")
@click.option("--progress", is_flag=True, help="Show a progress bar.")
@click.version_option(factex.__version__, prog_name="factex")
def main(  # noqa: PLR0913  (one argument an option)
    *,
    sources: tuple[str, ...],
    output: Path | None,
    to: str | None,
    published: date | None,
    format: Format | None,
    model: str | None,
    tables: str | None,
    processes: int,
    progress: bool,
) -> None:
    """Turn news articles into fact records: each number and each time that an article states, with its exact value, what it
    measures, whose it is, when it holds and who says so.

    A FILE is a web page, a WordPress post or a list of posts (JSON), plain text, or a collection of articles (JSON Lines,
    Parquet, WARC); a FOLDER is searched for articles; - is standard input, which is also read when nothing is named.
    """  # noqa: D205  (click shows this as the help page)
    if not sources and sys.stdin.isatty():
        click.echo(click.get_current_context().get_help())
        return
    form = to or _by_suffix(output)
    names = list(_files(sources or (STDIN,)))
    try:
        extractor = factex.Extractor(model, tables=tables)
    except (factex.ModelError, factex.RuleError) as error:
        raise click.ClickException(str(error)) from error
    taken: deque[str] = deque()
    failures: list[str] = []
    with _opened(output) as file, _short_warnings():
        found = extractor.extract_many(_taken(names, published, format, taken), processes=processes, progress=progress)
        try:
            FORMS[form](_reported(taken, found, failures), file)
        except factex.ExtraError as error:
            raise click.ClickException(str(error)) from error
    if failures:
        sys.exit(1)


def _files(sources: Iterable[str]) -> Iterator[str]:
    """The sources with each folder replaced by the articles in it, in the order of their names."""
    for source in sources:
        path = Path(source)
        if re.match(r"(?i:https?)://", source):
            msg = f"{source!r} is an address: expected a file; factex connects to nothing, so fetch it: curl -s {source} | factex"
            raise click.UsageError(msg)
        if source == STDIN or not path.is_dir():
            yield source
            continue
        try:
            yield from map(str, files([path], ARTICLE_SUFFIXES)[0][1])
        except factex.SourceError as error:
            raise click.UsageError(str(error)) from error


def _taken(names: Iterable[str], published: date | None, format: Format | None, taken: deque[str]) -> Iterator[Document]:
    """The documents in what each name stands for; their own names are noted in *taken*."""
    for name in names:
        held = articles(STDIN, sys.stdin.buffer.read(), format) if name == STDIN else documents(Path(name), format=format)
        for document in held:
            taken.append(document.doc_id)
            yield document if published is None else replace(document, published=published)


def _reported(taken: deque[str], found: Iterable[Extraction], failures: list[str]) -> Iterator[Named]:
    """Each extraction with its name, as it comes; a failed one is told on standard error and noted in *failures*."""
    for extraction in found:
        name = taken.popleft()
        if extraction.error is not None:
            failures.append(name)
            click.echo(f"factex: {name}: {extraction.error}", err=True)
        yield name, extraction


def _by_suffix(output: Path | None) -> str:
    """What to write into a file of this name: a table for people, if it does not say."""
    suffix = output.suffix.lower() if output else ""
    if suffix not in SUFFIX_FORMS:
        msg = (
            f"{str(output)!r} does not say what to write: expected a name that ends in {', '.join(filter(None, SUFFIX_FORMS))}; "
            "take one, or give --to (Parquet is written by `factex run`)"
        )
        raise click.UsageError(msg)
    return SUFFIX_FORMS[suffix]


@contextmanager
def _short_warnings() -> Iterator[None]:
    """Warnings as one line on standard error, without the line of code that gave them."""
    with warnings.catch_warnings():
        warnings.simplefilter("always", factex.FactexWarning)
        warnings.showwarning = lambda message, *_args, **_options: click.echo(f"factex: {message}", err=True)
        yield


@contextmanager
def _opened(output: Path | None) -> Iterator[TextIO]:
    if output is None:
        yield sys.stdout
        return
    try:
        file = output.open("w", encoding="utf-8", newline="")
    except OSError as error:
        msg = f"cannot write to {str(output)!r} ({error.strerror}): expected a file in a folder that exists and can be written to"
        raise click.ClickException(msg) from error
    with file:
        yield file


def _write_table(found: Iterable[Named], file: TextIO) -> None:
    for _, extraction in found:
        if extraction.error is None:
            views.table.show(extraction, file)


def _write_json_lines(found: Iterable[Named], file: TextIO) -> None:
    for name, extraction in found:
        print(json.dumps({"source": name, **extraction.to_dict()}, ensure_ascii=False), file=file)


def _write_csv(found: Iterable[Named], file: TextIO) -> None:
    writer = views.rows.Writer(file)
    for name, extraction in found:
        article = extraction.article
        writer.write((name, article.title, article.published, article.url), extraction.facts)


def _write_report(found: Iterable[Named], file: TextIO) -> None:
    file.write(views.report.page([extraction for _, extraction in found]))


FORMS = {"table": _write_table, "jsonl": _write_json_lines, "csv": _write_csv, "html": _write_report}
"""What --to can be, and what writes it."""

SUFFIX_FORMS = {
    "": "table", ".txt": "table", ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "jsonl", ".csv": "csv", ".html": "html",
    ".htm": "html",
}  # fmt: skip
"""What is written into a file of such a name."""
