"""Scores, factex beside the best of its peers."""

from __future__ import annotations

import json
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from typing import Any

from writers.markdown import page, table

DOCS = Path(__file__).resolve().parents[1]


def score_rows() -> list[dict[str, Any]]:
    """The rows of docs/scores.json: benchmark, measure, what it is, the best peer, the peer's score and ours."""
    rows: list[dict[str, Any]] = json.loads((DOCS / "scores.json").read_text(encoding="utf-8"))["rows"]
    return rows


def score_tables() -> str:
    """A table a benchmark, factex beside the best peer."""
    groups = groupby(score_rows(), key=lambda row: row["benchmark"])
    return "\n".join(
        f"**{name}**\n\n" + table(("measure", "factex", "best peer", "which"), (cells(row)[1:] for row in rows))
        for name, rows in groups
    )


def headlines() -> str:
    """The rows that tell most, in one table: for README and the changelog."""
    return long_table(row for row in score_rows() if row.get("headline"))


def behind() -> str:
    """The measures on which a peer is ahead."""
    measured = [row for row in score_rows() if row["factex"] is not None and row["score"] is not None]
    worse = [row for row in measured if row["factex"] < row["score"]]
    if not measured:
        return "Not measured yet.\n"
    if not worse:
        return f"In none of the {len(measured)} measures that a peer has a score for.\n"
    count = f"{len(worse)} of the {len(measured)} measures that a peer has a score for"
    return f"In {count}, that peer is ahead:\n\n{long_table(worse)}"


def long_table(rows: Iterable[dict[str, Any]]) -> str:
    """Rows of several benchmarks as one table."""
    return table(("benchmark", "measure", "factex", "best peer", "which"), map(cells, rows))


def cells(row: dict[str, Any]) -> tuple[str, ...]:
    """A row as it stands in a table, with the better score in bold."""
    ours, theirs = row["factex"], row["score"]
    said = [percent(ours), percent(theirs) + ("\\*" if row.get("elsewhere") else "")]
    if ours is not None and theirs is not None and ours != theirs:
        better = 0 if ours > theirs else 1
        said[better] = f"**{said[better]}**"
    return row["benchmark"], row["what"], *said, row["peer"]


def percent(score: float | None) -> str:
    """A score with one digit after the point."""
    return "–" if score is None else f"{score:.1f}"


def score_page() -> str:
    """The scores, with what they are."""
    facts = json.loads((DOCS / "scores.json").read_text(encoding="utf-8"))
    return page(
        "Scores", facts["intro"], score_tables(), "## Where a peer is ahead\n", behind(), "## How to read them\n", facts["outro"]
    )


def take_scores(path: Path) -> None:
    """Put factex's own scores from *path* into docs/scores.json; rows that it lacks keep theirs."""
    measured = json.loads(path.read_text(encoding="utf-8"))
    facts = json.loads((DOCS / "scores.json").read_text(encoding="utf-8"))
    for row in facts["rows"]:
        row["factex"] = round(measured.get(row["key"], row["factex"] or 0), 1) if row["key"] in measured else row["factex"]
    (DOCS / "scores.json").write_text(json.dumps(facts, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
