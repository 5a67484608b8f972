"""What each stage of factex costs, and the whole, as ratios to bare `nlp.pipe` over the same text in the same run.

    python benchmarks/stages.py [ARTICLE ...] [--rounds 5] [--json FILE]

ARTICLE: files of any kind that factex reads; without any, the articles of the repository, COPIES times each. Times are CPU
seconds of this process, the median of the rounds; each round times every part, in turn, so that other work on the machine
weighs on all alike. Ratios compare machines, seconds do not.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import factex
from factex import annotation, cleaning, frames, grammars, pipeline, values

ROOT = Path(__file__).resolve().parent.parent
COPIES = 20
# The stages in the order in which an article goes through them, as `factex.pipeline` calls them.
STAGES = {
    "clean": (cleaning, "clean"),
    "scan": (grammars, "scan"),
    "annotate": (annotation, "annotate"),
    "recognise": (grammars, "recognise"),
    "normalise": (values, "normalise"),
    "frame": (frames, "frame"),
    "record": (pipeline, "record"),
}


@contextmanager
def timed(seconds: dict[str, float]) -> Iterator[None]:
    """Add the CPU time of each stage to *seconds* while the block runs."""

    def clocked(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: object, **options: object) -> object:
            start = time.process_time()
            try:
                return function(*args, **options)
            finally:
                seconds[name] += time.process_time() - start

        return call

    originals = {name: getattr(module, attribute) for name, (module, attribute) in STAGES.items()}
    for name, (module, attribute) in STAGES.items():
        setattr(module, attribute, clocked(name, originals[name]))
    try:
        yield
    finally:
        for name, (module, attribute) in STAGES.items():
            setattr(module, attribute, originals[name])


def one_round(extractor: factex.Extractor, sources: list[Path]) -> dict[str, float]:
    """CPU seconds of nlp.pipe, of each stage, and of all that leads from text and from source to records."""
    seconds = dict.fromkeys(STAGES, 0.0)
    start = time.process_time()
    with timed(seconds):
        extractions = list(extractor.extract_many(sources))
    seconds["from source to records"] = time.process_time() - start
    failed = [f"{source}: {e.error}" for source, e in zip(sources, extractions, strict=True) if e.error]
    if failed:
        raise SystemExit("\n".join(failed))
    start = time.process_time()
    list(extractor.extract_many([extraction.article for extraction in extractions]))
    seconds["from text to records"] = time.process_time() - start
    start = time.process_time()
    with extractor.nlp.memory_zone():
        for _ in extractor.nlp.pipe([extraction.article.text for extraction in extractions]):
            pass
    seconds["nlp.pipe"] = time.process_time() - start
    return seconds


def main() -> None:
    """Run the rounds and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="*", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    sources = options.articles or sorted((ROOT / "examples").glob("*.json")) * COPIES
    extractor = factex.Extractor()
    one_round(extractor, sources[:1])  # loads what is loaded late
    rounds = [one_round(extractor, sources) for _ in range(options.rounds)]
    median = {part: statistics.median(each[part] for each in rounds) for part in rounds[0]}
    ratio = {part: statistics.median(each[part] / each["nlp.pipe"] for each in rounds) for part in median}
    print(f"{len(sources)} articles, {options.rounds} rounds, model {extractor.nlp.meta['name']}")
    print(f"{'part':26}{'seconds':>9}{'ratio':>8}")
    for part in [*STAGES, "from text to records", "from source to records", "nlp.pipe"]:
        print(f"{part:26}{median[part]:9.3f}{ratio[part]:8.3f}")
    print(f"documents a CPU second: {1 / ratio['from text to records']:.2f} times those of nlp.pipe")
    if options.json:
        options.json.write_text(json.dumps({"seconds": median, "ratio": ratio}, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
