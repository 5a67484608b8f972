"""How much faster two processes are than one: `extract_many` on the same articles, by the clock and by CPU time.

    python benchmarks/processes.py                     1,500 made articles, one process and two; on an idle machine
    python benchmarks/processes.py --documents 4000 --processes 4 --json FILE

By the clock: "whole" counts the start of the workers, which each load the model; "steady" counts from the first batch of
results on, as in a long run. By CPU time, which other work on the machine disturbs less: one process against what the
workers and this process need for a document, shared out evenly.
"""

import argparse
import json
import time
import warnings
from itertools import islice
from pathlib import Path
from typing import Any

import psutil
from articles import made

import factex
from factex.pipeline import BATCH


def cpu() -> tuple[float, float]:
    """CPU seconds of this process, and of its workers that are alive."""
    own = psutil.Process()
    times = [process.cpu_times() for process in (own, *own.children())]
    used = [each.user + each.system for each in times]
    return used[0], sum(used[1:])


def measured(extractor: factex.Extractor, sources: list[str], processes: int) -> dict[str, Any]:
    """Seconds of the clock and of CPU, of the whole and from when every worker has answered; and the number of facts."""
    begin = time.monotonic()
    found = extractor.extract_many(sources, processes=processes)
    skipped = 2 * processes * BATCH
    facts = sum(len(extraction.facts) for extraction in islice(found, skipped))
    own, workers = cpu()
    steady = time.monotonic()
    for extraction in islice(found, len(sources) - skipped):  # not to the end, where the workers' CPU times go with them
        facts += len(extraction.facts)
    end = time.monotonic()
    after = cpu()
    documents = len(sources) - skipped
    return {
        "processes": processes,
        "whole, seconds": end - begin,
        "steady, documents a second": documents / (end - steady),
        "CPU milliseconds a document, this process": 1000 * (after[0] - own) / documents,
        "CPU milliseconds a document, workers": 1000 * (after[1] - workers) / documents,
        "facts": facts,
    }


def main() -> None:
    """Measure one process and several, and print how much faster these are."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=1500)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    warnings.simplefilter("ignore", factex.FactexWarning)
    sources = [made(number) for number in range(options.documents)]
    extractor = factex.Extractor()
    one = measured(extractor, sources, 1)
    many = measured(extractor, sources, options.processes)
    if one["facts"] != many["facts"]:
        raise SystemExit("one process and several found other facts")
    for each in (one, many):
        print("\n".join(f"{name:46}{value:10.2f}" for name, value in each.items()))
    per_process = "CPU milliseconds a document, this process"
    needed = many[per_process] + many["CPU milliseconds a document, workers"]
    result = {
        "documents": options.documents,
        "processes": options.processes,
        "whole": one["whole, seconds"] / many["whole, seconds"],
        "steady": many["steady, documents a second"] / one["steady, documents a second"],
        "by CPU time": options.processes * one[per_process] / needed,
    }
    print("\n".join(f"{name:46}{value:10.2f}" for name, value in result.items()))
    if options.json:
        options.json.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
