"""Pictures of facts, by Altair: when things happened, and how much they were.

Up to MANY facts each has its own mark, whose tooltip quotes its sentence. Beyond that, facts that would lie on top of each
other are one mark, sized by their number, whose tooltip quotes the first of them: ten thousand facts stay one readable
page. Subjects are in rows, the MOST frequent of them; the title says how many were left out.
"""

from __future__ import annotations

import re
import textwrap
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from math import floor, log10
from typing import TYPE_CHECKING, Any, Literal

from factex.extraction import Extraction
from factex.records import NUMERIC_KINDS, Fact
from factex.views import words
from factex.views.arrow import wall_clock
from factex.views.extras import extra

if TYPE_CHECKING:
    import altair as alt

MANY = 1_000
"""Facts up to which each has a mark of its own."""
MOST = 25
"""Rows of a picture."""
LANES = 6
"""Lines of a row of a timeline, for what happens at the same time."""
PANELS = 6
"""Units of a picture of amounts, each with its own axis."""
LINES = 8
"""Rows of a panel over time, each with a colour."""
CELLS = 80
"""Places along an axis, where marks are joined."""
QUOTES = 3
"""Sentences that a mark of several facts quotes."""
WIDTH = 620
APART = 0.012
"""How wide a mark of a timeline is, as a share of its width."""
EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001  (wall-clock times have no zone)
MARKUP = re.compile(r"<(?=[A-Za-z/!?])")
PART = "|"
"""Parts the place of a line in a timeline from its label."""

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

    Facts of a subject that overlap in time stand in lines below each other; those of one kind and time are one mark.

    Raises ExtraError without altair, which the extra "viz" installs.
    """
    alt = extra("altair", "viz", "a timeline")
    facts = [each for each in dated(extractions) if each.begin is not None]
    rows = [_row(each, each.fact.subject or "no subject", each.begin.isoformat()) for each in facts if each.begin]
    for row, each in zip(rows, facts, strict=True):
        row["finish"] = (each.finish or each.begin).isoformat()  # type: ignore[union-attr]
    shown, left = _frequent(rows)
    title = _title(alt, _said(len(rows), "dated fact", left))
    if not rows:
        return alt.layer(_nothing(alt, title))  # type: ignore[no-any-return]
    many = len(shown) > MANY
    if many:
        places = [_moment(row["x"]) for row in shown]
        shown = _merged(shown, [(row["row"], row["kind"], cell) for row, cell in zip(shown, _cells(places), strict=True)])
        for row in shown:
            row["finish"] = row["x"]
    else:
        shown = _merged(shown, [(row["row"], row["kind"], row["x"], row["finish"]) for row in shown])
    _set_lanes(shown, apart=0 if many else APART)
    base = alt.Chart(alt.Data(values=shown), title=title, width=WIDTH, height=alt.Step(16)).encode(
        x=_times(alt, "x:T"),
        y=_lines(alt),
        color=_colors(alt, shown),
        tooltip=_tooltips(alt),
    )
    spans = base.mark_bar(height=9, cornerRadius=3, opacity=0.45).encode(x2="finish:T")
    points = base.mark_point(filled=True, opacity=0.9).encode(size=_size(alt, shown))
    return alt.layer(spans, points).configure_axisY(domain=False, ticks=False)  # type: ignore[no-any-return]


def _set_lanes(rows: Sequence[Row], *, apart: float) -> None:
    """Give each mark its `line`: within its row the first one that is free at its time, or the last where none is.

    *apart*: what marks in one line stand apart at least, as a share of the picture's width.
    """
    first, last = min(_moment(row["x"]) for row in rows), max(_moment(row["finish"]) for row in rows)
    gap = (last - first) * apart
    by_label: dict[str, list[Row]] = {}
    for row in sorted(rows, key=lambda row: (row["x"], row["kind"])):
        by_label.setdefault(row["row"], []).append(row)
    for number, (label, held) in enumerate(by_label.items()):
        free: list[float] = []
        for row in held:
            begin, finish = _moment(row["x"]), _moment(row["finish"])
            lane = next((lane for lane, until in enumerate(free) if until <= begin), len(free))
            lane = min(lane, LANES - 1)
            free[lane : lane + 1] = [max(finish, begin + gap, begin + 1)]
            row["lane"] = lane
        for row in held:
            named = label if row["lane"] == (len(free) - 1) // 2 else ""
            row["line"] = f"{number:03}{PART}{row['lane']}{PART}{named}"


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
    years = sorted({each.begin.year for each in facts if each.begin is not None})
    panels = [
        _panel(alt, unit, [each for each in facts if (each.fact.kind, each.fact.unit or "no unit") == (kind, unit)], over, years)
        for (kind, unit), _ in units.most_common(PANELS)
    ]
    left = f", {PANELS} of {len(units)} units" if len(units) > PANELS else ""
    title = f"{_said(len(facts), 'dated amount' if over == 'time' else 'amount', 0)}{left}"
    return (  # type: ignore[no-any-return]
        alt.vconcat(*(panels or [_nothing(alt, "nothing to show")]), title=_title(alt, title))
        .resolve_scale(color="independent" if over == "time" else "shared", size="independent")
        .configure_axisY(minExtent=120 if over == "amount" else 40)
    )


def _panel(alt: Any, unit: str, facts: Sequence[Dated], over: Over, years: Sequence[int]) -> Any:  # noqa: ANN401  (the module)
    """The amounts in one unit."""
    rows = [_row(each, words.about(each.fact) or "no subject", _number(each.fact)) for each in facts]
    shown, left = _frequent(rows, LINES if over == "time" else MOST)
    numbers = [row["x"] for row in shown]
    amount = {"title": None, "scale": _scale(alt, numbers), "axis": _axis(alt, numbers)}
    title = _title(alt, f"{unit}: {_said(len(rows), 'fact', left)}", size=11)
    if over == "time":
        shown = _thinned(shown)
        height = 60 if len(shown) == 1 else 120 if len(shown) < LINES else 220
        chart = alt.Chart(alt.Data(values=shown), title=title, width=WIDTH, height=height)
        # Lines through many points hide what they should show.
        marked = (
            chart.mark_point(filled=True, size=60)
            if len(shown) > MANY // 5
            else chart.mark_line(point={"size": 60}, strokeOpacity=0.4)
        )
        return marked.encode(
            x=_times(alt, "begin:T"),
            y=alt.Y("x:Q", **amount),
            color=alt.Color("row:N", title=None, legend=alt.Legend(labelLimit=260)),
            tooltip=_tooltips(alt),
        )
    if len(shown) > MANY:
        places = [_stretched(number, numbers) for number in numbers]
        shown = _merged(shown, [(row["row"], cell) for row, cell in zip(shown, _cells(places), strict=True)])
    chart = alt.Chart(alt.Data(values=shown), title=title, width=WIDTH, height=alt.Step(20))
    return chart.mark_point(filled=True, opacity=0.75).encode(
        x=alt.X("x:Q", **amount),
        y=alt.Y("row:N", title=None, sort=alt.EncodingSortField("x", op="min"), axis=alt.Axis(labelLimit=260, grid=True)),
        color=_years(alt, years),
        size=_size(alt, shown),
        tooltip=_tooltips(alt),
    )


def _nothing(alt: Any, title: Any) -> Any:  # noqa: ANN401  (the module)
    """A picture of no facts, which says so."""
    words = title if isinstance(title, str) else title.text
    return (
        alt.Chart(alt.Data(values=[{}]), width=WIDTH, height=40).mark_text(fontSize=14, color="gray").encode(text=alt.value(words))
    )


def _row(each: Dated, label: str, place: str | float | None) -> Row:
    """What the marks and the tooltip of a fact show."""
    fact = each.fact
    row = {
        "x": place,
        "row": label,
        "kind": fact.kind,
        "begin": each.begin.isoformat() if each.begin else None,
        "year": each.begin.year if each.begin else None,
        "value": f"{words.move(fact)} {words.value(fact)}".strip(),
        "what": words.about(fact) or fact.predicate or "",
        "when": fact.when or fact.timex or "",
        "says": words.source(fact),
        "sentence": textwrap.shorten(fact.sentence, 300, placeholder=" …"),
        "article": each.title,
        "facts": 1,
    }
    return {name: _harmless(value) if isinstance(value, str) else value for name, value in row.items()}


def _harmless(text: str) -> str:
    """The text with another sign for each "<" that could begin markup.

    Altair writes its data as they are into the script of a page, which a "</script>" in an article would end.
    """
    return MARKUP.sub("‹", text)


def _moment(when: str) -> float:
    return (datetime.fromisoformat(when) - EPOCH) / timedelta(seconds=1)


def _number(fact: Fact) -> float | None:
    """Where the fact stands on an axis: its amount, or the middle of its range, or its one bound."""
    bounds = [float(bound) for bound in (fact.low, fact.high) if bound is not None]
    return float(fact.amount) if fact.amount is not None else sum(bounds) / len(bounds) if bounds else None


def _frequent(rows: Sequence[Row], most: int = MOST) -> tuple[list[Row], int]:
    """The rows of the most frequent labels, and how many labels were left out. "Revenue" and "revenue" are one label."""
    spelled = Counter(row["row"] for row in rows)
    spelling: dict[str, str] = {}
    for label, _ in spelled.most_common():
        spelling.setdefault(label.casefold(), label)
    for row in rows:
        row["row"] = spelling[row["row"].casefold()]
    counted = Counter(row["row"] for row in rows)
    kept = {label for label, _ in counted.most_common(most)}
    return [row for row in rows if row["row"] in kept], len(counted) - len(kept)


def _cells(places: Sequence[float]) -> list[int]:
    """In which of CELLS cells of an axis each place is."""
    low, high = min(places), max(places)
    return [floor((place - low) / (high - low or 1) * CELLS) for place in places]


def _merged(rows: Iterable[Row], keys: Iterable[tuple[object, ...]]) -> list[Row]:
    """One row for those of one key, with their number; it stands where the first does and quotes some of them."""
    held: dict[tuple[object, ...], list[Row]] = {}
    for row, key in zip(rows, keys, strict=True):
        held.setdefault(key, []).append(row)
    return [_joined(same) for same in held.values()]


def _joined(rows: Sequence[Row]) -> Row:
    """The first of the rows, with the values and sentences of the next ones."""
    if len(rows) == 1:
        return rows[0]
    said = {name: list(dict.fromkeys(row[name] for row in rows if row[name])) for name in ("value", "sentence", "article")}
    quoted = {name: " … ".join((*some[:QUOTES], *(["…"] if len(some) > QUOTES else []))) for name, some in said.items()}
    return {**rows[0], **quoted, "facts": len(rows)}


def _thinned(rows: list[Row]) -> list[Row]:
    """At most MANY points of lines: facts of one label at one time with one amount are one point with their number."""
    if len(rows) <= MANY:
        return rows
    numbers = [row["x"] for row in rows]
    amounts = _cells([_stretched(number, numbers) for number in numbers])
    times = _cells([_moment(row["begin"]) for row in rows])
    return _merged(rows, [(row["row"], *cell) for row, *cell in zip(rows, amounts, times, strict=True)])


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


def _axis(alt: Any, numbers: Sequence[float]) -> Any:  # noqa: ANN401  (the module)
    """Amounts as news writes them: 5k, 5M, 5B, 5T."""
    label = "abs(datum.value) < 1 ? format(datum.value, '.2~g') : replace(format(datum.value, '~s'), 'G', 'B')"
    if not _wide(numbers):
        return alt.Axis(labelExpr=label, tickCount=8, labelOverlap=True)
    return alt.Axis(labelExpr=label, values=_powers(numbers), labelOverlap=True)


def _powers(numbers: Sequence[float]) -> list[float]:
    """The powers of ten, positive and negative, that an axis of many magnitudes is labelled with: not more than a dozen."""
    sizes = [floor(log10(abs(number))) for number in numbers if number]
    steps = range(min(sizes), max(sizes) + 2, (max(sizes) - min(sizes)) // 12 + 1)
    up = [10.0**step for step in steps] if max(numbers) > 0 else []
    down = [-(10.0**step) for step in reversed(steps)] if min(numbers) < 0 else []
    return [*down, *([0.0] if min(numbers) <= 0 else []), *up]


def _times(alt: Any, field: str) -> Any:  # noqa: ANN401  (the module)
    return alt.X(field, title=None, scale=alt.Scale(padding=10), axis=alt.Axis(labelOverlap=True, labelSeparation=8))


def _lines(alt: Any) -> Any:  # noqa: ANN401  (the module)
    """The lines of a timeline: one label for the lines of a row, and a rule above its first."""
    label = f"split(datum.label, '{PART}')"
    first = alt.condition(f"{label}[1] == '0'", alt.value(1), alt.value(0))
    named = f"join(slice({label}, 2), '{PART}')"
    axis = alt.Axis(labelExpr=named, labelLimit=260, grid=True, gridOpacity=first, bandPosition=0, labelPadding=6)
    return alt.Y("line:N", title=None, sort="ascending", axis=axis)


def _colors(alt: Any, rows: Sequence[Row]) -> Any:  # noqa: ANN401  (the module)
    kinds = [kind for kind in words.COLORS if any(row["kind"] == kind for row in rows)]
    scale = alt.Scale(domain=kinds, range=[words.COLORS[kind] for kind in kinds])
    return alt.Color("kind:N", title=None, scale=scale, legend=alt.Legend(symbolOpacity=1))


def _years(alt: Any, years: Sequence[int]) -> Any:  # noqa: ANN401  (the module)
    """A colour for each year; grey for amounts without one."""
    if not years:
        return alt.value("gray")
    color = alt.Color("year:O", title="year", scale=alt.Scale(scheme="viridis", domain=list(years)))
    return alt.condition("datum.year === null", alt.value("darkgray"), color)


def _size(alt: Any, rows: Sequence[Row]) -> Any:  # noqa: ANN401  (the module)
    """Marks are sized by their number of facts where some stand for several."""
    most = max(row["facts"] for row in rows)
    if most == 1:
        return alt.value(60)
    scale = alt.Scale(domain=[1, most], range=[40, 220])
    return alt.Size("facts:Q", title="facts", scale=scale, legend=alt.Legend(values=sorted({1, (most + 1) // 2, most}), format="d"))


def _tooltips(alt: Any) -> Any:  # noqa: ANN401  (the module)
    return [alt.Tooltip(f"{name}:N") for name in ("value", "what", "when", "says", "sentence", "article", "facts")]


def _title(alt: Any, text: str, *, size: int = 13) -> Any:  # noqa: ANN401  (the module)
    """A title at the left edge of its panel."""
    return alt.TitleParams(_harmless(text), anchor="start", frame="group", fontSize=size)


def _said(count: int, noun: str, left: int) -> str:
    return f"{words.counted(count, noun)}{f' ({left:,} less frequent rows are left out)' if left else ''}"
