"""The cost of each stage, in CPU time and as a ratio to bare `nlp.pipe` on the same texts, in one process.

    python benchmarks/stages.py                          the articles shipped with the repository, twenty times over
    python benchmarks/stages.py --made 200               made articles, a third of whose sentences hold a figure, as in news
    python benchmarks/stages.py ARTICLE... --json FILE   articles of your own, pages or posts

Each round has a freshly loaded model, so that no word has been met before. `nlp.pipe` gets the whole cleaned texts, once in its
own batches and once in small ones, which is faster where a processor's cache is small.
"""

import argparse
import json
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from articles import SHIPPED, made

import factex
from factex import annotation, cleaning, frames, grammars, pipeline, values
from factex.annotation.sentences import select

COPIES = 20
# The stages in the order in which an article goes through them, as `factex.pipeline` calls them.
STAGES = {
    "clean": (cleaning, "clean"),
    "scan": (grammars, "scan"),
    "annotate": (annotation, "choose", "annotate"),
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

    functions = [(name, module, attribute) for name, (module, *attributes) in STAGES.items() for attribute in attributes]
    originals = [getattr(module, attribute) for _, module, attribute in functions]
    for (name, module, attribute), original in zip(functions, originals, strict=True):
        setattr(module, attribute, clocked(name, original))
    try:
        yield
    finally:
        for (_, module, attribute), original in zip(functions, originals, strict=True):
            setattr(module, attribute, original)


def one_round(sources: list[Any]) -> dict[str, float]:
    """CPU seconds of nlp.pipe, of each stage, and of all that leads from text and from source to records."""
    seconds = dict.fromkeys(STAGES, 0.0)
    extractor = factex.Extractor()
    list(extractor.extract_many(sources[:1]))  # loads what is loaded late
    start = time.process_time()
    with timed(seconds):
        extractions = list(extractor.extract_many(sources))
    seconds["from source to records"] = time.process_time() - start
    failed = [f"{e.article.title}: {e.error}" for e in extractions if e.error]
    if failed:
        raise SystemExit("\n".join(failed))
    articles = [extraction.article for extraction in extractions]
    extractor = factex.Extractor()
    list(extractor.extract_many(articles[:1]))
    start = time.process_time()
    list(extractor.extract_many(articles))
    seconds["from text to records"] = time.process_time() - start
    nlp = factex.Extractor().nlp
    for name, size in (("nlp.pipe", None), ("nlp.pipe in small batches", 16)):
        list(nlp.pipe([articles[0].text]))
        start = time.process_time()
        with nlp.memory_zone():
            for _ in nlp.pipe([article.text for article in articles], batch_size=size):
                pass
        seconds[name] = time.process_time() - start
    return seconds


def selected(sources: list[Any]) -> float:
    """The share of the words that stand in sentences which are parsed."""
    texts = [factex.read(source).text for source in sources]
    parsed = sum(len(text[begin:end].split()) for text in texts for begin, end, _ in select(text, grammars.scan(text)))
    return parsed / sum(len(text.split()) for text in texts)


def main() -> None:
    """Run the rounds and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="*", type=Path)
    parser.add_argument("--made", type=int, default=0, metavar="N", help="measure N made articles")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    sources = [*options.articles, *(made(number) for number in range(options.made))] or [*SHIPPED] * COPIES
    rounds = [one_round(sources) for _ in range(options.rounds)]
    median = {part: statistics.median(each[part] for each in rounds) for part in rounds[0]}
    ratio = {part: statistics.median(each[part] / each["nlp.pipe"] for each in rounds) for part in median}
    share = selected(sources)
    print(f"{len(sources)} articles, {options.rounds} rounds; {share:.0%} of the words are in sentences that are parsed")
    print(f"{'part':26}{'seconds':>9}{'ratio':>8}")
    for part, value in median.items():
        print(f"{part:26}{value:9.3f}{ratio[part]:8.3f}")
    for start in ("text", "source"):
        print(f"documents a CPU second from {start}: {1 / ratio[f'from {start} to records']:.2f} times those of nlp.pipe")
    if options.json:
        found = {"articles": len(sources), "words parsed": share, "seconds": median, "ratio": ratio}
        options.json.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
