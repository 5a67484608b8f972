"""CPU time and memory over the length of a text: prose, text dense with figures, and a page of HTML, up to 10 MB.

    python benchmarks/length.py                      1 and 10 MB; some 10 minutes
    python benchmarks/length.py --megabytes 0.5 1 2

Cost that is linear in the length has the same seconds a megabyte in each row. Each is measured in a process of its own;
its memory is the most that this took, the model included.
"""

import argparse
import json
import random
import resource
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from articles import FIGURES, FIRMS, PLAIN, filled

import factex


def sentences(share: float) -> Iterator[str]:
    """Sentences without end, of which such a share hold figures."""
    draw = random.Random(10)  # noqa: S311  (no secret)
    while True:
        row = draw.choice(FIGURES if draw.random() < share else PLAIN)
        yield filled(row, draw.choice(FIRMS), draw)


def text(length: int, share: float, between: str) -> str:
    """So many characters of sentences, five in a paragraph."""
    found: list[str] = []
    size = 0
    for number, sentence in enumerate(sentences(share)):
        found.append(sentence + (between if number % 5 == 4 else " "))
        size += len(found[-1])
        if size >= length:
            return "".join(found)
    raise AssertionError("sentences without end came to one")


KINDS = {
    "prose": ("text", lambda length: text(length, 1 / 3, "\n")),
    "figures": ("text", lambda length: text(length, 1, "\n")),
    "page": ("html", lambda length: f"<html><body><article><p>{text(length, 1 / 3, '</p><p>')}</p></article></body></html>"),
}


def measured(kind: str, megabytes: float) -> dict[str, float]:
    """What a text of that kind and length costs."""
    extractor = factex.Extractor()
    extractor.extract("Sales rose 3% on Monday.")  # loads what is loaded late
    format, made = KINDS[kind]
    source = made(int(megabytes * 1e6))
    begin = time.process_time()
    facts = len(extractor.extract(source, format=format, published="2025-04-09"))
    seconds = time.process_time() - begin
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3  # kilobytes, as Linux counts it
    return {"seconds": seconds, "seconds a megabyte": seconds / megabytes, "facts": facts, "megabytes of memory": memory}


def main() -> None:
    """Measure each kind at each length, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megabytes", type=float, nargs="+", default=[1, 10])
    parser.add_argument("--kinds", nargs="+", choices=KINDS, default=[*KINDS])
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    found: dict[str, dict[str, dict[str, float]]] = {}
    print(f"{'kind':12}{'megabytes':>10}{'seconds':>10}{'a megabyte':>12}{'facts':>10}{'memory, MB':>12}")
    with ProcessPoolExecutor(1, get_context("spawn"), max_tasks_per_child=1) as alone:
        for kind in options.kinds:
            for size in options.megabytes:
                each = found.setdefault(kind, {})[f"{size:g}"] = alone.submit(measured, kind, size).result()
                seconds, share, facts, memory = each.values()
                print(f"{kind:12}{size:10g}{seconds:10.1f}{share:12.1f}{facts:10}{memory:12.0f}", flush=True)
                if options.json:
                    options.json.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
