"""The command `factex run`: a collection of articles to Parquet shards."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, get_args

import click

from factex.errors import FactexError
from factex.sources import Format

EXAMPLES = """
Examples:

\b
  factex run news.jsonl.gz --out facts --processes 8
  factex run crawl/*.warc.gz --out facts
  factex run posts/ more.parquet --column body --out facts

It can be stopped or killed at any moment: the same command goes on where it was, and no document is lost or there twice.
A document that fails, even one that takes its process down or too long, has its reason in DIR/errors.
"""


class WithRun(click.Command):
    """A command whose first word may be "run", which then is the command of this module; a file of that name is ./run."""

    def main(self, args: Sequence[str] | None = None, *rest: Any, **options: Any) -> Any:  # noqa: ANN401  (as click has it)
        """Run the one or the other."""
        words = list(sys.argv[1:] if args is None else args)
        if words[:1] == ["run"]:
            return run.main(words[1:], *rest, **options | {"prog_name": "factex run"})
        return super().main(words, *rest, **options)


@click.command(epilog=EXAMPLES, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option("--out", required=True, metavar="DIR", type=click.Path(file_okay=False, path_type=Path), help="Write shards in it.")
@click.option("--column", metavar="NAME", help="Field of a row that holds the article.  [default: html, text, content ...]")
@click.option("--format", type=click.Choice(get_args(Format)), help="What every article is.  [default: look]")
@click.option("--model", metavar="NAME", help="spaCy model, by name or path.  [default: the best one installed]")
@click.option("--processes", type=click.IntRange(min=1), default=1, show_default=True, help="Work in this many processes.")
@click.option("--shard-size", type=click.IntRange(min=1), default=10_000, show_default=True, help="Documents in a shard.")
@click.option(
    "--seconds", type=click.FloatRange(min=0, min_open=True), default=60, show_default=True, help="Time that a document may take."
)
@click.option("--megabytes", type=click.IntRange(min=1), default=2_000, show_default=True, help="Memory that a document may take.")
def run(  # noqa: PLR0913  (one for each option)
    *,
    inputs: tuple[str, ...],
    out: Path,
    column: str | None,
    format: Format | None,
    model: str | None,
    processes: int,
    shard_size: int,
    seconds: float,
    megabytes: int,
) -> None:
    """Extract the facts of whole collections into Parquet files of one row a document.

    An INPUT is a file of JSON Lines, Parquet or WARC, a WordPress post or list of posts (JSON), a page, a text, or a
    folder of all these. Rows may have doc_id or id, url, title and published beside the article.
    """
    from factex.workers import Limits

    try:
        limits = Limits(seconds, megabytes)
    except ValueError as error:  # not a number
        raise click.BadParameter(str(error)) from error
    try:
        from factex import shards

        done = shards.run(
            inputs,
            out,
            column=column,
            format=format,
            model=model,
            processes=processes,
            shard_size=shard_size,
            limits=limits,
            wrote=lambda shard, rows: click.echo(f"shard {shard}: {rows} documents", err=True),
        )
    except (FactexError, RuntimeError) as error:  # RuntimeError: the workers could not start
        raise click.ClickException(str(error)) from error
    except OSError as error:
        msg = f"{error}: mend that, and the same command goes on where it was"
        raise click.ClickException(msg) from error
    except KeyboardInterrupt:
        click.echo("stopped: the same command goes on where it was", err=True)
        sys.exit(130)
    click.echo(f"{done.documents} documents in {done.shards} shards, {done.errors} of them failed (see {out / 'errors'})", err=True)
