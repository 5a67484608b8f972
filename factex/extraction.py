"""What extract gives back: an article with its facts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from os import PathLike
from typing import TYPE_CHECKING, Any, Literal, overload

from factex import views
from factex.records import Article, Evidence, Fact, Pickled

if TYPE_CHECKING:
    import altair as alt
    import pandas as pd

    from factex.views.explanation import Explanation


class Viewed:
    """Facts that show themselves, those of one extraction or of many: as a table, as a report, in pictures."""

    __slots__ = ()

    def _extractions(self) -> Sequence[Extraction]:
        raise NotImplementedError

    def _table(self) -> Any:  # noqa: ANN401  (pyarrow has no types)
        raise NotImplementedError

    def to_pandas(self, *, quantity: str | None = None) -> pd.DataFrame:
        """One row a fact, in the order of `facts`, and one column a field, with Arrow dtypes.

        Amounts are exact decimals of up to 20 digits before the point and 18 after it; `begin` and `finish` are
        wall-clock times. *quantity*: a unit, such as "kilometer" or "USD"; a column `quantity` of pint-pandas then has the
        amounts that convert to it, as floats, and <NA> for the others (money by no rate: its own currency alone).

        Raises ExtraError without pandas and pyarrow, which the extra "pandas" installs, and with *quantity* without
        pint-pandas, which "units" does.
        """
        facts = [fact for extraction in self._extractions() for fact in extraction.facts]
        return views.arrow.to_pandas(self._table(), facts, quantity)

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """The facts as an Arrow stream, with the columns of `to_pandas` (Arrow PyCapsule interface).

        Raises ExtraError without pyarrow, which the extra "arrow" installs.
        """
        return self._table().__arrow_c_stream__(requested_schema)

    def to_html(self, path: str | PathLike[str] | None = None) -> str:
        """A report as one HTML file: the facts as a table to filter and sort, each leading to its mark in its article.

        It is written to *path* if one is given.
        """
        return views.report.write(self._extractions(), path)

    def timeline(self) -> alt.LayerChart:
        """A picture of these facts that have a date, along time, by subject; the tooltip of each quotes its sentence.

        Raises ExtraError without altair, which the extra "viz" installs.
        """
        return views.charts.timeline(self._extractions())

    def amounts(self, *, over: Literal["amount", "time"] = "amount") -> alt.VConcatChart:
        """A picture of how much these facts state, a panel for each unit: by subject and measure, or over time.

        Raises ExtraError without altair, which the extra "viz" installs, and ValueError for another *over*.
        """
        return views.charts.amounts(self._extractions(), over=over)


@dataclass(frozen=True, slots=True, repr=False)
class Extraction(Pickled, Viewed):
    """An article and the facts found in it, in text order. It is the sequence of its facts: `extraction[0]` is the first.

    `error`: None, or why this source could not be read ("SourceError: ..."); then the article is empty.
    `evidence`: for each fact, why its fields have their values; `explain` puts it in words.

    It is an Arrow stream of one row a fact (`pyarrow.table(extraction)`, `polars.DataFrame(extraction)`), and a
    notebook shows it as the article with its facts marked, above a table of them.
    """

    article: Article
    facts: tuple[Fact, ...] = ()
    evidence: tuple[tuple[Evidence, ...], ...] = ()
    error: str | None = None

    def __len__(self) -> int:
        return len(self.facts)

    def __iter__(self) -> Iterator[Fact]:
        return iter(self.facts)

    @overload
    def __getitem__(self, index: int) -> Fact: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Fact, ...]: ...

    def __getitem__(self, index: int | slice) -> Fact | tuple[Fact, ...]:
        return self.facts[index]

    def __repr__(self) -> str:
        what = self.article.title or self.article.url or self.article.text[:40]
        return f"Extraction({what!r}: {views.words.counted(len(self), 'fact')}{'' if self.error is None else ', ' + self.error})"

    def __str__(self) -> str:
        """The facts as a table for the terminal."""
        return views.table.to_text(self)

    def explain(self, fact: Fact | int) -> Explanation:
        """Why *fact*, one of `facts` or its index, has its values: the rules that read it and the words they went by.

        Raises ValueError for a fact of another extraction or anything else, IndexError for an index that no fact has.
        """
        return views.explanation.explain(self, fact)

    def to_timeml(self) -> str:
        """The article as a TimeML document (TimeML 1.2.1): its text with a TIMEX3 tag around each temporal fact."""
        return views.timeml.dumps(self)

    def to_dict(self) -> dict[str, Any]:
        """All of it as plain dicts, lists and strings: decimals as strings, dates in ISO 8601, evidence included."""
        return views.serial.to_dict(self)

    def to_json(self, *, indent: int | None = None) -> str:
        """What `to_dict` gives, as JSON: on one line, so that many make JSON Lines, unless *indent* is given."""
        return views.serial.to_json(self, indent=indent)

    @staticmethod
    def from_dict(data: Mapping[str, Any]) -> Extraction:
        """The equal of the extraction whose `to_dict` gave *data*. Raises SourceError for anything else."""
        return views.serial.from_dict(data)

    @staticmethod
    def from_json(text: str | bytes) -> Extraction:
        """The equal of the extraction whose `to_json` wrote *text*. Raises SourceError for anything else."""
        return views.serial.from_json(text)

    def _extractions(self) -> Sequence[Extraction]:
        return (self,)

    def _table(self) -> Any:  # noqa: ANN401
        return views.arrow.table(self.facts)

    def _repr_html_(self) -> str:
        return views.html.extraction(self)
