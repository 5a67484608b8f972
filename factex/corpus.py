"""Many extractions as one table, with what their articles state in common."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any, overload

from factex import views
from factex.errors import SourceError
from factex.extraction import Extraction, Viewed
from factex.records import Fact

if TYPE_CHECKING:
    from factex.views.statements import Statement


@dataclass(frozen=True, repr=False)
class Corpus(Viewed):
    """Extractions in their order, as `factex.concat` joins them. It iterates over them and has their number as length.

    It is an Arrow stream of one row a fact: `document` (index of the extraction), `title`, `published`, `url`, `site`
    and `statement` (index into `statements`, or null) come before the columns of a fact.
    """

    extractions: tuple[Extraction, ...] = field(default=())

    def __len__(self) -> int:
        return len(self.extractions)

    def __iter__(self) -> Iterator[Extraction]:
        return iter(self.extractions)

    @overload
    def __getitem__(self, document: int) -> Extraction: ...

    @overload
    def __getitem__(self, document: slice) -> Corpus: ...

    def __getitem__(self, document: int | slice) -> Extraction | Corpus:
        """The extraction of that index; a corpus of those that a slice takes."""
        found = self.extractions[document]
        return Corpus(found) if isinstance(found, tuple) else found

    def __repr__(self) -> str:
        counts = {"article": len(self), "fact": len(self.facts), "error": sum(each.error is not None for each in self)}
        return f"Corpus({', '.join(views.words.counted(count, noun) for noun, count in counts.items())})"

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """The facts of all articles, in order: the rows of the table."""
        return tuple(fact for extraction in self for fact in extraction.facts)

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """Groups of facts that state the same thing: of the same subject and measure, at the same time, in the same unit.

        A restatement in another unit (`equivalent`) belongs to the same statement. A fact without a subject, or with
        neither measure nor unit, belongs to none; nor does a date or a time.
        """
        return tuple(views.statements.statements(self.extractions))

    @property
    def disagreements(self) -> tuple[Statement, ...]:
        """The statements on whose amount the articles disagree."""
        return tuple(statement for statement in self.statements if not statement.agree)

    def to_parquet(self, path: str | PathLike[str]) -> None:
        """Write the table as a Parquet file, which `factex.read_facts` reads back without loss."""
        from factex.views.extras import extra

        extra("pyarrow.parquet", "arrow", "a Parquet file").write_table(self._table(), path)

    def to_csv(self, path: str | PathLike[str]) -> None:
        """Write the table as a CSV file in UTF-8, which `factex.read_facts` reads back without loss.

        Cells are exact: decimals in plain notation, dates and times in ISO 8601; what is open is an empty cell.
        """
        with Path(path).open("w", encoding="utf-8", newline="") as file:
            documents = self._documents()
            writer = views.rows.Writer(file, documents)
            for *document, fact in zip(*documents.values(), self.facts, strict=True):
                writer.write(document, [fact])

    def to_jsonl(self, path: str | PathLike[str]) -> None:
        """Write JSON Lines, one extraction a line with its article, facts and evidence: `from_jsonl` loses nothing."""
        with Path(path).open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(f"{extraction.to_json()}\n" for extraction in self)

    @staticmethod
    def from_jsonl(path: str | PathLike[str]) -> Corpus:
        """The corpus that `to_jsonl`, or the command line with `--to jsonl`, wrote. Raises SourceError for anything else."""
        found = []
        with Path(path).open(encoding="utf-8", newline="\n") as file:
            for number, line in enumerate(file, 1):
                try:
                    found += [Extraction.from_json(line)] if line.strip() else []
                except SourceError as error:
                    msg = f"line {number}: {error}"
                    raise SourceError(msg) from error
        return Corpus(tuple(found))

    def _extractions(self) -> Sequence[Extraction]:
        return self.extractions

    def _repr_html_(self) -> str:
        return views.html.corpus(self.extractions)

    def _documents(self) -> dict[str, list[Any]]:
        """The columns before those of a fact, with one value a fact."""
        number = {id(fact): k for k, statement in enumerate(self.statements) for _, fact in statement.facts}
        columns: dict[str, list[Any]] = {name: [] for name in ("document", "title", "published", "url", "site", "statement")}
        for document, extraction in enumerate(self):
            article = extraction.article
            about = (document, article.title, views.arrow.wall_clock(article.published), article.url, article.site)
            for fact in extraction.facts:
                for column, value in zip(columns.values(), (*about, number.get(id(fact))), strict=True):
                    column.append(value)
        return columns

    def _table(self) -> Any:  # noqa: ANN401  (pyarrow has no types)
        return views.arrow.table(self.facts, self._documents())


def concat(extractions: Iterable[Extraction]) -> Corpus:
    """Join extractions, such as those that `extract_many` gives, to one table with columns for their documents.

    Raises SourceError for anything else, such as one extraction in the place of many.

    >>> corpus = concat(factex.extract_many(["Acme's sales rose 3%.", "Acme's sales rose 5%."]))
    >>> corpus.disagreements
    (Statement(Acme, sales: [0] 3 percent; [1] 5 percent - they disagree),)
    """
    found = tuple(extractions)
    given: tuple[object, ...] = found
    strange = next((each for each in given if not isinstance(each, Extraction)), None)
    if strange is not None:
        msg = f"{strange!r} is no extraction: expected several, as extract_many gives them; put one alone into a list"
        raise SourceError(msg)
    return Corpus(found)


def read_facts(source: Any) -> tuple[Fact, ...]:  # noqa: ANN401  (whatever has an Arrow stream)
    """The facts in a table, one for each row, equal to those it was made of.

    *source*: the path of a .parquet, .csv or .jsonl file, or anything with an Arrow stream (a table of pyarrow, pandas,
    polars or duckdb) that has at least the columns of a fact.

    Raises SourceError for a table that lacks one of them or for no table, and ExtraError without pyarrow (extra "arrow").
    """
    from factex.views.extras import extra

    if not isinstance(source, str | PathLike):
        return views.arrow.facts(source)
    path = Path(source)
    if path.suffix == ".parquet":
        return views.arrow.facts(extra("pyarrow.parquet", "arrow", "a Parquet file").read_table(path))
    if path.suffix == ".csv":
        with path.open(encoding="utf-8", newline="") as file:
            return tuple(views.rows.read(file))
    if path.suffix == ".jsonl":
        return Corpus.from_jsonl(path).facts
    msg = f"cannot tell what {str(path)!r} holds: expected a file named .parquet, .csv or .jsonl"
    raise SourceError(msg)
