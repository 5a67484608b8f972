"""Speed, as ratios to bare `nlp.pipe` and to the peers."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from writers.markdown import page, table

DOCS = Path(__file__).resolve().parents[1]
SETS = {"shipped": "Shipped articles", "made": "Made articles", "news": "88 real news pages"}
NAMES = {"recognizers_text": "Recognizers-Text", "quantulum3": "quantulum3", "cqe": "CQE", "heideltime": "HeidelTime"}


INTRODUCTION = """\
How fast factex is, as ratios: seconds differ from machine to machine. Where nothing else is said it is CPU time of one process with
the model that comes with factex, from cleaned text (or from the page) to records; the freshly loaded model has met no word before.
`python benchmarks/page.py` measures again and writes this page (all but the real pages; with `--only processes length soak stream`
the last sections, which take longer); `python benchmarks/stages.py ARTICLE...` measures on articles of your own.
"""
BARE = """\
Documents a CPU second, as a multiple of those of `nlp.pipe` with the same model on the same whole texts. What is gained hangs on
how much of a text is in sentences that hold a figure or a time, for only these are parsed: nearly all of the shipped articles,
which are short and full of figures, less than half of ordinary news. The articles of a set are parsed together.
"""
PROCESSES = """\
How much more is done by so many processes than by one, on {documents:,} made articles. Of the whole time, in which each process
loads the model; once all have it; and by the CPU time that a document takes in either case, which other work on the machine
disturbs less. `python benchmarks/processes.py`, on an idle machine.
"""
LENGTH = """\
CPU seconds for each megabyte of one text, as a multiple of those for each megabyte of a text of {shortest} MB: 1 is a cost that is
linear in the length. The memory is the most that the process took, model included. The page is prose as HTML, and includes
its cleaning. `python benchmarks/length.py`.
"""
PEERS = """\
Documents a CPU second on the same texts, each tool in a process of its own. All models of Recognizers-Text that cover what
factex reads; quantulum3 without its classifier. factex parses and fills frames, which they do not.
"""


def speed_page() -> str:
    """The page of docs/speed.json, which benchmarks/page.py writes."""
    found: dict[str, Any] = json.loads((DOCS / "speed.json").read_text(encoding="utf-8"))
    parts = ["## Beside bare `nlp.pipe`\n", BARE, _ratios(found["stages"])]
    parts += ["## What each stage costs\n", "As a share of the time of `nlp.pipe`.\n", _stages(found["stages"])]
    if "peers" in found:
        parts += ["## Beside the peers\n", PEERS, _peers(found["peers"])]
    if "processes" in found:
        parts += ["## More processes\n", PROCESSES.format_map(found["processes"]), _processes(found["processes"])]
    if "length" in found:
        parts += [
            "## Long texts\n",
            LENGTH.format(shortest=min(next(iter(found["length"].values())), key=float)),
            _length(found["length"]),
        ]
    if "soak" in found:
        soak = found["soak"]
        what = (
            f"{soak['documents']:,} articles, {soak['hostile']:.0%} of them hostile (deep nesting, binary data, endless numbers, "
            "broken JSON), through processes with a time limit: `python benchmarks/soak.py`.\n"
        )
        parts += ["## Over the long run\n", what, _soak(soak)]
    if "stream" in found:
        stream = found["stream"]
        early, late = stream["megabytes after 1,000 documents"], stream["megabytes at the end"]
        command = f"python benchmarks/soak.py --tiny --documents {stream['documents']} --processes {stream['processes']}"
        what = (
            f"The memory of a long stream: {stream['documents']:,} short texts through one process take {late} MB in the end, "
            f"{late / early:.2f} times the {early} MB after the first 1,000: `{command}`.\n"
        )
        parts.append(what)
    return page("Speed", INTRODUCTION, *parts)


def _ratios(stages: dict[str, Any]) -> str:
    rows = []
    for key, name in SETS.items():
        if key in stages:
            ratio = stages[key]["ratio"]
            text, source = ratio["from text to records"], ratio["from source to records"]
            best = min(1.0, ratio["nlp.pipe in small batches"])
            row = (name, f"{stages[key]['articles']}", f"{stages[key]['words parsed']:.0%}")
            rows.append((*row, f"{1 / text:.2f}", f"{1 / source:.2f}", f"{best / text:.2f}"))
    head = ("articles", "number", "words parsed", "from text", "from the page", "from text, `nlp.pipe` in small batches")
    return table(head, rows)


def _stages(stages: dict[str, Any]) -> str:
    sets = [key for key in SETS if key in stages]
    parts = ("clean", "scan", "annotate", "recognise", "normalise", "frame", "record")
    return table(
        ("stage", *(SETS[key].lower() for key in sets)),
        ((part, *(f"{stages[key]['ratio'][part]:.3f}" for key in sets)) for part in parts),
    )


def _peers(peers: dict[str, Any]) -> str:
    own = peers["factex"]["documents a CPU second"]
    rows = []
    for key, name in NAMES.items():
        each = peers.get(key, {"skipped": ""})
        rows.append((name, "not installed" if "skipped" in each else f"{own / each['documents a CPU second']:.1f}"))
    return table(("peer", "factex is so many times faster"), rows)


def _processes(found: dict[str, Any]) -> str:
    ratios = (found["whole"], found["steady"], found["by CPU time"])
    return table(
        ("processes", "the whole", "once they run", "by CPU time"),
        [(f"{found['processes']}", *(f"{ratio:.2f}" for ratio in ratios))],
    )


def _length(found: dict[str, dict[str, dict[str, float]]]) -> str:
    rows = []
    for kind, sizes in found.items():
        base = sizes[min(sizes, key=float)]["seconds a megabyte"]
        for size, each in sizes.items():
            ratio, memory = each["seconds a megabyte"] / base, each["megabytes of memory"]
            rows.append((kind, size, f"{each['facts']:,}", f"{ratio:.2f}", f"{memory:,.0f}"))
    return table(("text", "megabytes", "facts", "time for each megabyte", "megabytes of memory"), rows)


def _soak(soak: dict[str, Any]) -> str:
    return table(("", ""), ((name, _said(value)) for name, value in soak.items() if name not in ("documents", "hostile")))


def _said(value: object) -> str:
    return ", ".join(f"{name} {number}" for name, number in value.items()) if isinstance(value, dict) else f"{value}"
