"""Pictures of facts, by Altair: when things happened, and how much they were.

Up to MANY facts each has its own mark, whose tooltip quotes its sentence. Beyond that, facts that would lie on top of each
other are one mark, sized by their number, whose tooltip quotes the first of them: ten thousand facts stay one readable
page. Subjects are in rows, the MOST frequent of them; the title says how many were left out.
"""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from math import floor, log10
from typing import TYPE_CHECKING, Any, Literal

from factex.extraction import Extraction
from factex.records import NUMERIC_KINDS, Fact, Kind
from factex.views import words
from factex.views.arrow import wall_clock
from factex.views.extras import extra

if TYPE_CHECKING:
    import altair as alt

MANY = 1_000
"""Facts up to which each has a mark of its own."""
MOST = 25
"""Rows of a picture."""
PANELS = 6
"""Units of a picture of amounts, each with its own axis."""
LINES = 8
"""Rows of a panel over time, each with a colour."""
CELLS = 80
"""Places along an axis, where marks are joined."""
WIDTH = 620

COLORS: dict[Kind, str] = {
    "money": "#2e9e5b",
    "percent": "#d97706",
    "quantity": "#0891b2",
    "count": "#7c6cf0",
    "date": "#e0457b",
    "time": "#b45309",
    "duration": "#8b8000",
    "set": "#a855c7",
}
"""Those of the marks in a text."""

Over = Literal["amount", "time"]
Row = dict[str, Any]
Spans = dict[str | None, tuple[date | datetime | None, date | datetime | None]]


@dataclass(frozen=True, slots=True)
class Dated:
    """A fact with the interval it holds for, in wall-clock time, and the title of its article."""

    fact: Fact
    begin: datetime | None
    finish: datetime | None
    title: str


def dated(extractions: Iterable[Extraction]) -> list[Dated]:
    """The facts of the extractions; a number holds for the date that its article gives it."""
    found = []
    for extraction in extractions:
        spans: Spans = {fact.timex: (fact.begin, fact.finish) for fact in extraction.facts if fact.timex and fact.begin}
        title = extraction.article.title or extraction.article.url or ""
        for fact in extraction.facts:
            begin, finish = (fact.begin, fact.finish) if fact.kind not in NUMERIC_KINDS else spans.get(fact.when, (None, None))
            found.append(Dated(fact, wall_clock(begin), wall_clock(finish), title))
    return found


def timeline(extractions: Iterable[Extraction]) -> alt.LayerChart:
    """The facts that have a date, along time: a row for each subject, a mark from the begin of a fact to its finish.

    Raises ExtraError without altair, which the extra "viz" installs.
    """
    alt = extra("altair", "viz", "a timeline")
    facts = [each for each in dated(extractions) if each.begin is not None]
    rows = [_row(each, each.fact.subject or "no subject", each.begin.isoformat()) for each in facts if each.begin]
    for row, each in zip(rows, facts, strict=True):
        row["finish"] = (each.finish or each.begin).isoformat()  # type: ignore[union-attr]
    shown, left = _frequent(rows)
    title = _title(len(rows), "dated fact", left)
    if not rows:
        return alt.layer(_nothing(alt, title))  # type: ignore[no-any-return]
    if len(shown) > MANY:
        shown = _joined(shown, [each.timestamp() for each in map(_moment, shown)])
        for row in shown:
            row["finish"] = row["x"]
    base = alt.Chart(alt.Data(values=shown), title=title, width=WIDTH, height=alt.Step(22)).encode(
        x=alt.X("x:T", title=None),
        y=_rows(alt),
        color=_colors(alt, shown),
        tooltip=_tooltips(alt),
    )
    spans = base.mark_bar(height=9, cornerRadius=3, opacity=0.55).encode(x2="finish:T")
    return alt.layer(spans, base.mark_point(filled=True, opacity=0.9).encode(size=_size(alt, shown)))  # type: ignore[no-any-return]


def amounts(extractions: Iterable[Extraction], *, over: Over = "amount") -> alt.VConcatChart:
    """The amounts of numeric facts, a panel for each unit: rows of subject and measure along the amount, or lines over time.

    Raises ExtraError without altair, which the extra "viz" installs, and ValueError for another *over*.
    """
    alt = extra("altair", "viz", "a chart of amounts")
    if over not in ("amount", "time"):
        msg = f"cannot chart amounts over {over!r}: expected 'amount' or 'time'"
        raise ValueError(msg)
    facts = [each for each in dated(extractions) if each.fact.kind in NUMERIC_KINDS and _number(each.fact) is not None]
    if over == "time":
        facts = [each for each in facts if each.begin is not None]
    units = Counter((each.fact.kind, each.fact.unit or "no unit") for each in facts)
    panels = [
        _panel(alt, unit, [each for each in facts if (each.fact.kind, each.fact.unit or "no unit") == (kind, unit)], over)
        for (kind, unit), _ in units.most_common(PANELS)
    ]
    left = f", {PANELS} of {len(units)} units" if len(units) > PANELS else ""
    title = f"{_title(len(facts), 'dated amount' if over == 'time' else 'amount', 0)}{left}"
    return (  # type: ignore[no-any-return]
        alt.vconcat(*(panels or [_nothing(alt, "nothing to show")]), title=title)
        .resolve_scale(color="independent", size="independent")
        .configure_title(anchor="start")
    )


def _panel(alt: Any, unit: str, facts: Sequence[Dated], over: Over) -> Any:  # noqa: ANN401  (the module)
    """The amounts in one unit."""
    rows = [_row(each, words.about(each.fact) or "no subject", _number(each.fact)) for each in facts]
    shown, left = _frequent(rows, LINES if over == "time" else MOST)
    numbers = [row["x"] for row in shown]
    amount = {"title": None, "scale": _scale(alt, numbers), "axis": _axis(alt)}
    title = f"{unit}: {_title(len(rows), 'fact', left)}"
    if over == "time":
        shown = _thinned(shown)
        chart = alt.Chart(alt.Data(values=shown), title=title, width=WIDTH, height=120 if len(shown) < LINES else 220)
        # Lines through many points hide what they should show.
        marked = (
            chart.mark_point(filled=True, size=60)
            if len(shown) > MANY // 5
            else chart.mark_line(point={"size": 60}, strokeOpacity=0.4)
        )
        return marked.encode(
            x=alt.X("begin:T", title=None),
            y=alt.Y("x:Q", **amount),
            color=alt.Color("row:N", title=None, legend=alt.Legend(labelLimit=260)),
            tooltip=_tooltips(alt),
        )
    if len(shown) > MANY:
        shown = _joined(shown, [_stretched(number, numbers) for number in numbers])
    chart = alt.Chart(alt.Data(values=shown), title=title, width=WIDTH, height=alt.Step(20))
    years = alt.Color("year:O", title="year", scale=alt.Scale(scheme="viridis"))
    return chart.mark_point(filled=True, opacity=0.75).encode(
        x=alt.X("x:Q", **amount),
        y=_rows(alt),
        color=years if any(row["begin"] for row in shown) else alt.value("#4c78a8"),
        size=_size(alt, shown),
        tooltip=_tooltips(alt),
    )


def _nothing(alt: Any, words: str) -> Any:  # noqa: ANN401  (the module)
    """A picture of no facts, which says so."""
    return (
        alt.Chart(alt.Data(values=[{}]), width=WIDTH, height=40).mark_text(fontSize=14, color="gray").encode(text=alt.value(words))
    )


def _row(each: Dated, label: str, place: str | float | None) -> Row:
    """What the marks and the tooltip of a fact show."""
    fact = each.fact
    return {
        "x": place,
        "row": label,
        "kind": fact.kind,
        "begin": each.begin.isoformat() if each.begin else None,
        "year": str(each.begin.year) if each.begin else "undated",
        "value": f"{words.move(fact)} {words.value(fact)}".strip(),
        "what": words.about(fact) or fact.predicate or "",
        "when": fact.when or fact.timex or "",
        "says": words.source(fact),
        "sentence": textwrap.shorten(fact.sentence, 300, placeholder=" …"),
        "article": each.title,
        "facts": 1,
    }


def _moment(row: Row) -> datetime:
    return datetime.fromisoformat(row["x"])


def _number(fact: Fact) -> float | None:
    """Where the fact stands on an axis: its amount, or the middle of its range, or its one bound."""
    bounds = [float(bound) for bound in (fact.low, fact.high) if bound is not None]
    return float(fact.amount) if fact.amount is not None else sum(bounds) / len(bounds) if bounds else None


def _frequent(rows: Sequence[Row], most: int = MOST) -> tuple[list[Row], int]:
    """The rows of the most frequent labels, and how many labels were left out."""
    counted = Counter(row["row"] for row in rows)
    kept = {label for label, _ in counted.most_common(most)}
    return [row for row in rows if row["row"] in kept], len(counted) - len(kept)


def _joined(rows: Sequence[Row], places: Sequence[float]) -> list[Row]:
    """One row for those of a label and a kind that stand at the same place, with their number."""
    low, high = min(places), max(places)
    cells: dict[tuple[str, str, int], Row] = {}
    for row, place in zip(rows, places, strict=True):
        cell = floor((place - low) / (high - low or 1) * CELLS)
        first = cells.setdefault((row["row"], row["kind"], cell), {**row, "facts": 0})
        first["facts"] += 1
    return list(cells.values())


def _thinned(rows: list[Row]) -> list[Row]:
    """At most MANY points of lines: facts of one label at one time with one amount are one point with their number."""
    if len(rows) <= MANY:
        return rows
    numbers = [row["x"] for row in rows]
    by_amount: dict[int, list[Row]] = {}
    low, high = (pick(_stretched(number, numbers) for number in numbers) for pick in (min, max))
    for row in rows:
        by_amount.setdefault(floor((_stretched(row["x"], numbers) - low) / (high - low or 1) * CELLS), []).append(row)
    return [
        joined
        for same in by_amount.values()
        for joined in _joined(same, [datetime.fromisoformat(r["begin"]).timestamp() for r in same])
    ]


def _wide(numbers: Sequence[float]) -> bool:
    """Whether amounts are of so many magnitudes that only a logarithm shows them all."""
    sizes = [abs(number) for number in numbers if number]
    return bool(sizes) and max(sizes) / min(sizes) > 1_000


def _stretched(number: float, numbers: Sequence[float]) -> float:
    """The number as it stands on its axis."""
    return (log10(abs(number) + 1) if number >= 0 else -log10(abs(number) + 1)) if _wide(numbers) else number


def _scale(alt: Any, numbers: Sequence[float]) -> Any:  # noqa: ANN401  (the module)
    if not _wide(numbers):
        return alt.Scale(zero=True)
    return alt.Scale(type="log" if min(numbers) > 0 else "symlog")


def _axis(alt: Any) -> Any:  # noqa: ANN401  (the module)
    """Amounts as news writes them: 5k, 5M, 5B, 5T."""
    return alt.Axis(labelExpr="replace(format(datum.value, '~s'), 'G', 'B')", tickCount=8, labelOverlap=True)


def _rows(alt: Any) -> Any:  # noqa: ANN401  (the module)
    return alt.Y("row:N", title=None, sort=alt.EncodingSortField("x", op="min"), axis=alt.Axis(labelLimit=260, grid=True))


def _colors(alt: Any, rows: Sequence[Row]) -> Any:  # noqa: ANN401  (the module)
    kinds = [kind for kind in COLORS if any(row["kind"] == kind for row in rows)]
    return alt.Color("kind:N", title=None, scale=alt.Scale(domain=kinds, range=[COLORS[kind] for kind in kinds]))


def _size(alt: Any, rows: Sequence[Row]) -> Any:  # noqa: ANN401  (the module)
    """Marks are sized by their number of facts where some stand for several."""
    if all(row["facts"] == 1 for row in rows):
        return alt.value(60)
    return alt.Size("facts:Q", title="facts", scale=alt.Scale(range=[20, 320]))


def _tooltips(alt: Any) -> Any:  # noqa: ANN401  (the module)
    return [alt.Tooltip(f"{name}:N") for name in ("value", "what", "when", "says", "sentence", "article", "facts")]


def _title(count: int, noun: str, left: int) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}{f' ({left:,} less frequent rows are left out)' if left else ''}"
