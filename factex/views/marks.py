"""What the marks of a picture show, and where they stand: rows of data that know nothing of Altair.

Up to MANY facts each has a mark of its own. Beyond that, facts that would lie on top of each other are one mark, with
their number and some of their sentences.
"""

from __future__ import annotations

import re
import textwrap
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from math import copysign, floor, log10
from typing import Any

from factex.extraction import Extraction
from factex.records import NUMERIC_KINDS, Fact
from factex.views import words
from factex.views.arrow import wall_clock

MANY = 1_000
"""Facts up to which each has a mark of its own."""
LANES = 6
"""Lines of a row of a timeline, for what happens at the same time."""
CELLS = 80
"""Places along an axis, where marks are joined."""
QUOTES = 3
"""Sentences that a mark of several facts quotes."""
EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001  (wall-clock times have no zone)
MARKUP = re.compile(r"<(?=[A-Za-z/!?])")
PART = "|"
"""Parts the place of a line in a timeline from its label."""

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
            first, _, last = (fact.when or "").partition("/")
            held = (spans.get(first, (None, None))[0], spans.get(last or first, (None, None))[1])
            begin, finish = held if fact.kind in NUMERIC_KINDS else (fact.begin, fact.finish)
            found.append(Dated(fact, wall_clock(begin), wall_clock(finish), title))
    return found


def row(each: Dated, label: str, place: str | float | None) -> Row:
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
    return {name: harmless(value) if isinstance(value, str) else value for name, value in row.items()}


def harmless(text: str) -> str:
    """The text with another sign for each "<" that could begin markup.

    Altair writes its data as they are into the script of a page, which a "</script>" in an article would end.
    """
    return MARKUP.sub("‹", text)


def moment(when: str) -> float:
    """The wall-clock time in seconds, to reckon with."""
    return (datetime.fromisoformat(when) - EPOCH) / timedelta(seconds=1)


def number(fact: Fact) -> float | None:
    """Where the fact stands on an axis: its amount, or the middle of its range, or its one bound; falls are below zero."""
    amounts = [float(each) for each in (fact.amount, fact.low, fact.high) if each is not None]
    sign = -1 if (fact.role, fact.change) == ("by", "decrease") else 1
    return sign * sum(amounts) / len(amounts) if amounts else None


def frequent(rows: Sequence[Row], most: int) -> tuple[list[Row], int]:
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


def cells(places: Sequence[float]) -> list[int]:
    """In which of CELLS cells of an axis each place is."""
    low, high = min(places), max(places)
    return [floor((place - low) / (high - low or 1) * CELLS) for place in places]


def merged(rows: Iterable[Row], keys: Iterable[tuple[object, ...]]) -> list[Row]:
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


def thinned(rows: list[Row], *axes: Sequence[float]) -> list[Row]:
    """Beyond MANY rows, those of one label and kind that stand in one cell are one row; *axes*: where each stands on an axis."""
    if len(rows) <= MANY:
        return rows
    return merged(rows, zip((row["row"] for row in rows), (row["kind"] for row in rows), *map(cells, axes), strict=True))


def wide(numbers: Sequence[float]) -> bool:
    """Whether amounts are of so many magnitudes that only a logarithm shows them all."""
    sizes = [abs(number) for number in numbers if number]
    return bool(sizes) and max(sizes) / min(sizes) > 1_000


def stretched(numbers: Sequence[float]) -> Sequence[float]:
    """The numbers as they stand on their axis."""
    return [copysign(log10(abs(number) + 1), number) for number in numbers] if wide(numbers) else numbers


def set_lanes(rows: Sequence[Row], *, apart: float) -> None:
    """Give each mark its `line`: within its row the first one that is free at its time, or the last where none is.

    *apart*: what marks in one line stand apart at least, as a share of the picture's width.
    """
    first, last = min(moment(row["x"]) for row in rows), max(moment(row["finish"]) for row in rows)
    gap = (last - first) * apart
    by_label: dict[str, list[Row]] = {}
    for row in sorted(rows, key=lambda row: (row["x"], row["kind"])):
        by_label.setdefault(row["row"], []).append(row)
    for number, (label, held) in enumerate(by_label.items()):
        free: list[float] = []
        for row in held:
            begin, finish = moment(row["x"]), moment(row["finish"])
            lane = next((lane for lane, until in enumerate(free) if until <= begin), len(free))
            lane = min(lane, LANES - 1)
            free[lane : lane + 1] = [max(finish, begin + gap, begin + 1)]
            row["lane"] = lane
        for row in held:
            named = label if row["lane"] == (len(free) - 1) // 2 else ""
            row["line"] = f"{number:03}{PART}{row['lane']}{PART}{named}"


def powers(numbers: Sequence[float]) -> list[float]:
    """The powers of ten, positive and negative, that an axis of many magnitudes is labelled with: not more than a dozen."""
    sizes = [floor(log10(abs(number))) for number in numbers if number]
    steps = range(min(sizes), max(sizes) + 2, (max(sizes) - min(sizes)) // 12 + 1)
    up = [10.0**step for step in steps] if max(numbers) > 0 else []
    down = [-(10.0**step) for step in reversed(steps)] if min(numbers) < 0 else []
    return [*down, *([0.0] if min(numbers) <= 0 else []), *up]
