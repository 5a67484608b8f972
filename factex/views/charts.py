"""Pictures of facts, by Altair: when things happened, and how much they were.

Subjects are in rows, the MOST frequent of them; the title says how many were left out. What a mark shows, and what becomes
of ten thousand of them, is the matter of `marks`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Literal

from factex.extraction import Extraction
from factex.records import NUMERIC_KINDS, Fact
from factex.views import marks, words
from factex.views.extras import extra

if TYPE_CHECKING:
    import altair as alt
else:
    alt = extra("altair", "viz", "a picture")

MOST = 25
"""Rows of a picture."""
PANELS = 6
"""Units of a picture of amounts, each with its own axis."""
LINES = 8
"""Rows of a panel over time, each with a colour."""
WIDTH = 620
APART = 0.012
"""How wide a mark of a timeline is, as a share of its width."""

Over = Literal["amount", "time"]


def timeline(extractions: Iterable[Extraction]) -> alt.LayerChart:
    """The facts that have a date, along time: a row for each subject, a mark from the begin of a fact to its finish.

    Facts of a subject that overlap in time stand in lines below each other; those of one kind and time are one mark.

    Raises ExtraError without altair, which the extra "viz" installs.
    """
    rows = list(_spans(extractions))
    shown, left = marks.frequent(rows, MOST)
    title = _title(_said(len(rows), "dated fact", left))
    if not rows:
        return alt.LayerChart(layer=[_nothing(title)])
    many = len(shown) > marks.MANY
    if many:
        shown = marks.thinned(shown, [marks.moment(row["x"]) for row in shown])
        for row in shown:
            row["finish"] = row["x"]
    else:
        shown = marks.merged(shown, [(row["row"], row["kind"], row["x"], row["finish"]) for row in shown])
    marks.set_lanes(shown, apart=0 if many else APART)
    base = _chart(shown, title=title, height=alt.Step(16)).encode(x=_times("x:T"), y=_lines(), color=_colors(shown))
    spans = base.mark_bar(height=9, cornerRadius=3, opacity=0.45).encode(x2="finish:T")
    points = base.mark_point(filled=True, opacity=0.9).encode(size=_size(shown))
    return alt.LayerChart(layer=[spans, points]).configure_axisY(domain=False, ticks=False)  # type: ignore[no-any-return]


def _spans(extractions: Iterable[Extraction]) -> Iterator[marks.Row]:
    """The facts that have a date, each from its begin to its finish."""
    for each in marks.dated(extractions):
        if each.begin is not None:
            finish = each.finish or each.begin
            yield marks.row(each, each.fact.subject or "no subject", each.begin.isoformat()) | {"finish": finish.isoformat()}


def amounts(extractions: Iterable[Extraction], *, over: Over = "amount") -> alt.VConcatChart:
    """The amounts of numeric facts, a panel for each unit: rows of subject and measure along the amount, or lines over time.

    Raises ExtraError without altair, which the extra "viz" installs, and ValueError for another *over*.
    """
    if over not in ("amount", "time"):
        msg = f"cannot chart amounts over {over!r}: expected 'amount' or 'time'"
        raise ValueError(msg)
    facts = [each for each in marks.dated(extractions) if each.fact.kind in NUMERIC_KINDS and marks.number(each.fact) is not None]
    if over == "time":
        facts = [each for each in facts if each.begin is not None]
    units: dict[str, list[marks.Dated]] = {}
    for each in facts:
        units.setdefault(words.named(each.fact.kind, each.fact.unit or "") or "no unit", []).append(each)
    years = sorted({each.begin.year for each in facts if each.begin is not None})
    most = sorted(units.items(), key=lambda found: -len(found[1]))[:PANELS]
    panels = [_panel(unit, found, over, years) for unit, found in most]
    left = f", {PANELS} of {len(units)} units" if len(units) > PANELS else ""
    title = f"{_said(len(facts), 'dated amount' if over == 'time' else 'amount', 0)}{left}"
    return (  # type: ignore[no-any-return]
        alt.vconcat(*(panels or [_nothing("nothing to show")]), title=_title(title))
        .resolve_scale(color="independent" if over == "time" else "shared", size="independent")
        .configure_axisY(minExtent=120 if over == "amount" else 40)
    )


def _panel(unit: str, facts: Sequence[marks.Dated], over: Over, years: Sequence[int]) -> Any:  # noqa: ANN401
    """The amounts in one unit, by what people call it."""
    rows = [marks.row(each, _label(each.fact), marks.number(each.fact)) for each in facts]
    shown, left = marks.frequent(rows, LINES if over == "time" else MOST)
    numbers = [row["x"] for row in shown]
    amount: dict[str, Any] = {"title": None, "scale": _scale(numbers), "axis": _axis(numbers)}
    title = _title(f"{unit}: {_said(len(rows), 'fact', left)}", size=11)
    if over == "time":
        shown = marks.thinned(shown, marks.stretched(numbers), [marks.moment(row["begin"]) for row in shown])
        height = 60 if len(shown) == 1 else 120 if len(shown) < LINES else 220
        chart = _chart(shown, title=title, height=height)
        many = len(shown) > marks.MANY // 5  # lines through many points hide what they should show
        marked = chart.mark_point(filled=True, size=60) if many else chart.mark_line(point={"size": 60}, strokeOpacity=0.4)
        return marked.encode(
            x=_times("begin:T"),
            y=alt.Y("x:Q", **amount),
            color=alt.Color("row:N", title=None, legend=alt.Legend(labelLimit=260)),
        )
    shown = marks.thinned(shown, marks.stretched(numbers))
    chart = _chart(shown, title=title, height=alt.Step(20))
    return chart.mark_point(filled=True, opacity=0.75).encode(
        x=alt.X("x:Q", **amount),
        y=alt.Y("row:N", title=None, sort=alt.EncodingSortField("x", op="min"), axis=alt.Axis(labelLimit=260, grid=True)),
        color=_years(years),
        size=_size(shown),
    )


def _label(fact: Fact) -> str:
    """Whose and what; how much something moved is told from how much it is."""
    return f"{words.about(fact) or 'no subject'}{', change' if fact.role == 'by' else ''}"


def _chart(rows: Sequence[marks.Row], **options: Any) -> Any:  # noqa: ANN401  (as Altair has them)
    """A chart of rows of data, as wide as all are, with what they say in tooltips."""
    says = [alt.Tooltip(f"{name}:N") for name in ("value", "what", "when", "says", "sentence", "article", "facts")]
    return alt.Chart(alt.Data(values=rows), width=WIDTH, **options).encode(tooltip=says)  # type: ignore[no-untyped-call]


def _nothing(title: str | alt.TitleParams) -> Any:  # noqa: ANN401
    """A picture of no facts, which says so."""
    words = title if isinstance(title, str) else title.text
    return _chart([{}], height=40).mark_text(fontSize=14, color="gray").encode(text=alt.value(words), tooltip=alt.value(None))


def _scale(numbers: Sequence[float]) -> alt.Scale:
    return alt.Scale(type="log" if min(numbers) > 0 else "symlog") if marks.wide(numbers) else alt.Scale(zero=True)


def _axis(numbers: Sequence[float]) -> alt.Axis:
    """Amounts as news writes them: 5k, 5M, 5B, 5T."""
    label = "abs(datum.value) < 1 ? format(datum.value, '.2~g') : replace(format(datum.value, '~s'), 'G', 'B')"
    ticks: dict[str, Any] = {"values": marks.powers(numbers)} if marks.wide(numbers) else {"tickCount": 8}
    return alt.Axis(labelExpr=label, labelOverlap=True, **ticks)


def _times(field: str) -> alt.X:
    return alt.X(field, title=None, scale=alt.Scale(padding=10), axis=alt.Axis(labelOverlap=True, labelSeparation=8))


def _lines() -> alt.Y:
    """The lines of a timeline: one label for the lines of a row, and a rule above its first."""
    label = f"split(datum.label, '{marks.PART}')"
    first = alt.condition(f"{label}[1] == '0'", alt.value(1), alt.value(0))
    named = f"join(slice({label}, 2), '{marks.PART}')"
    axis = alt.Axis(labelExpr=named, labelLimit=260, grid=True, gridOpacity=first, bandPosition=0, labelPadding=6)
    return alt.Y("line:N", title=None, sort="ascending", axis=axis)


def _colors(rows: Sequence[marks.Row]) -> alt.Color:
    kinds = [kind for kind in words.COLORS if any(row["kind"] == kind for row in rows)]
    scale = alt.Scale(domain=kinds, range=[words.COLORS[kind] for kind in kinds])
    return alt.Color("kind:N", title=None, scale=scale, legend=alt.Legend(symbolOpacity=1))


def _years(years: Sequence[int]) -> Any:  # noqa: ANN401  (a value or a channel)
    """A colour for each year; grey for amounts without one."""
    if not years:
        return alt.value("gray")
    color = alt.Color("year:O", title="year", scale=alt.Scale(scheme="viridis", domain=list(years)))
    return alt.condition("datum.year === null", alt.value("darkgray"), color)


def _size(rows: Sequence[marks.Row]) -> Any:  # noqa: ANN401  (a value or a channel)
    """Marks are sized by their number of facts where some stand for several."""
    most = max(row["facts"] for row in rows)
    if most == 1:
        return alt.value(60)
    scale = alt.Scale(domain=[1, most], range=[40, 220])
    return alt.Size("facts:Q", title="facts", scale=scale, legend=alt.Legend(values=sorted({1, (most + 1) // 2, most}), format="d"))


def _title(text: str, *, size: int = 13) -> alt.TitleParams:
    """A title at the left edge of its panel."""
    return alt.TitleParams(marks.harmless(text), anchor="start", frame="group", fontSize=size)


def _said(count: int, noun: str, left: int) -> str:
    return f"{words.counted(count, noun)}{f' ({left:,} less frequent rows are left out)' if left else ''}"
