"""Soak: many articles, some of them hostile, through `extract_many`; what is lost, what hangs, how memory grows.

    python benchmarks/soak.py                                        20,000 articles, 5% of them hostile, two processes
    python benchmarks/soak.py --documents 1000 --json soak.json
    python benchmarks/soak.py --tiny --documents 100000 --processes 1     the memory of a long stream of short texts

Nothing is lost when there is one extraction for each source, in order, and those of made articles hold their text. Memory
is that of this process and its workers together (proportional set size on Linux), looked at every 500 documents once the
workers are warm. Needs psutil.
"""

import argparse
import json
import sys
import time
import warnings
from collections import Counter, deque
from collections.abc import Iterator
from pathlib import Path

import psutil
from articles import stream

import factex

EVERY = 500


def memory() -> float:
    """Megabytes that this process and those that it started take."""
    own = psutil.Process()
    total = 0
    for process in (own, *own.children(recursive=True)):
        try:
            found = process.memory_full_info()
        except psutil.NoSuchProcess:
            continue
        total += getattr(found, "pss", found.uss)
    return total / 1e6


def tiny(documents: int) -> Iterator[str]:
    """Short texts with one figure each."""
    return (f"Sales of shop {number} rose {number % 90 + 1}% to ${number} on Monday." for number in range(documents))


def main() -> None:
    """Run, and print what was found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=20_000)
    parser.add_argument("--hostile", type=float, default=0.05)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--seconds", type=float, default=120, help="limit for each document")
    parser.add_argument("--tiny", action="store_true", help="short texts, all well")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    warnings.simplefilter("ignore", factex.FactexWarning)
    sources = tiny(options.documents) if options.tiny else stream(options.documents, options.hostile)
    given: deque[object] = deque()

    def kept() -> Iterator[object]:
        for source in sources:
            given.append(source)
            yield source

    limits = None if options.tiny else factex.Limits(seconds=options.seconds)
    begin = last = time.monotonic()
    found = facts = swapped = 0
    slowest = 0.0
    errors: Counter[str] = Counter()
    sizes: list[float] = []
    for extraction in factex.extract_many(kept(), processes=options.processes, limits=limits):
        now = time.monotonic()
        slowest, last = max(slowest, now - last), now
        source = given.popleft()
        title = extraction.article.title
        if isinstance(source, str) and "<title>Story " in source:
            swapped += f"<title>{title}</title>" not in source or extraction.error is not None
        found += 1
        facts += len(extraction.facts)
        if extraction.error is not None:
            errors[extraction.error.split(":")[0]] += 1
        if found % EVERY == 0:
            sizes.append(memory())
            print(f"{found} documents, {sizes[-1]:.0f} MB, {(time.monotonic() - begin) / 60:.1f} min", file=sys.stderr, flush=True)
    result = {
        "documents": options.documents,
        "hostile": 0 if options.tiny else options.hostile,
        "processes": options.processes,
        "lost": options.documents - found,
        "mixed up": swapped,
        "errors": dict(errors),
        "facts": facts,
        "minutes": round((time.monotonic() - begin) / 60, 1),
        "longest wait for a document, seconds": round(slowest, 1),
        "megabytes after 1,000 documents": round(sizes[1]) if len(sizes) > 1 else None,
        "megabytes, median": round(sorted(sizes)[len(sizes) // 2]) if sizes else None,
        "megabytes at the end": round(sizes[-1]) if sizes else None,
    }
    print("\n".join(f"{name:40}{value}" for name, value in result.items()))
    if options.json:
        options.json.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    if result["lost"] or swapped:
        raise SystemExit("documents were lost or mixed up")


if __name__ == "__main__":
    main()
