"""Parse many short texts: the annotations of `nlp.pipe` in a fraction of its time.

The components run on batches of sentences of like length, small enough for the processor's cache; products are computed
by numpy (`products`); the transitions of parser and entity recognizer are stepped through from Python, for their
compiled loop gives up and takes back Python's lock at each step; the vectors of words alone (`embeddings`), parts of
speech and lemmas (`attributes`) are remembered; words that come again are kept in the vocabulary. A component that is not
known runs as it is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.pipeline import DependencyParser, EntityRecognizer, Tagger
from spacy.pipeline.tok2vec import Tok2Vec
from spacy.tokens import Doc

from factex.annotation.attributes import Attributes
from factex.annotation.embeddings import embeddings, remembered
from factex.annotation.products import fast_products, layers

if TYPE_CHECKING:
    from spacy.language import Language

TOKENS = 4_000
"""So many tokens are worked on at once: their vectors then stay in the cache of a processor's core."""

LARGE = 2**25 - 2**16
"""Bytes of an array that is made and freed at once: from then on glibc keeps the memory of arrays up to this size.

It gave it back and took it anew at each product before, which was an eighth of the time to parse.
"""

KEPT = 50_000
"""So many words are kept in the vocabulary beyond those of the model."""

SHORT = 5
"""A number with its signs has so many characters at most to be kept: "2024,", "10%", "$5m"."""

_DIGIT = re.compile(r"\d")

Stage = Callable[[list[Doc]], list[Doc]]


class Parser:
    """A spaCy pipeline at work on batches of texts. It can be pickled, and then begins anew."""

    def __init__(self, nlp: Language) -> None:
        self.nlp = nlp
        models = [model for _, pipe in nlp.pipeline if (model := getattr(pipe, "model", None)) is not None]
        self._layers = layers(models)
        self._embeddings = embeddings(models)
        np.empty(LARGE, dtype="b")
        self._stages = list(self._plan())
        # Words that came once, and those that are kept.
        self._seen: set[str] = set()
        self._kept: set[str] = set()

    def __reduce__(self) -> tuple[Any, ...]:
        return (Parser, (self.nlp,))

    def parse(self, texts: Sequence[str]) -> list[Doc]:
        """A Doc for each text. Inside `nlp.memory_zone()` they last as long as the zone."""
        docs = [self.nlp.make_doc(text) for text in texts]
        with fast_products(self._layers), remembered(self._embeddings):
            for stage in self._stages:
                docs = stage(docs)
        return docs

    def keep(self, texts: Iterable[str]) -> None:
        """Keep those words of texts that come again, outside of any memory zone, so that they are analysed no more."""
        new = Counter(word for text in texts for word in text.split() if word not in self._kept and _lasts(word))
        again = [word for word, times in new.items() if times > 1 or word in self._seen]
        self._seen = (self._seen | new.keys()).difference(again) if len(self._seen) < 2 * KEPT else set()
        if len(self._kept) < KEPT:
            self._kept.update(again)
            for word in again:
                self.nlp.make_doc(word)

    def _plan(self) -> Iterator[Stage]:
        """What is done for each component, or for two that are done as one."""
        pipes: list[Any] = [pipe for _, pipe in self.nlp.pipeline]
        place = 0
        while place < len(pipes):
            pipe, following = pipes[place], pipes[(place + 1) % len(pipes)]
            if Attributes.fits(pipe, following):
                yield _with(Attributes(self.nlp.vocab, pipe, following).set)
                place += 1
            elif type(pipe) in (Tok2Vec, Tagger):
                yield _with(_predict(pipe))
            elif type(pipe) in (DependencyParser, EntityRecognizer) and pipe.cfg["beam_width"] == 1 and pipe.model in self._layers:
                yield _with(_transitions(pipe))
            else:
                yield _as_it_is(pipe, self.nlp.batch_size)
            place += 1


def _lasts(word: str) -> bool:
    """Whether a word is one of those that come again and again: there is no end to numbers, but to short ones."""
    return len(word) <= SHORT or _DIGIT.search(word) is None


def _with(work: Callable[[list[Doc]], None]) -> Stage:
    """A stage that works on batches of Docs of like length."""

    def stage(docs: list[Doc]) -> list[Doc]:
        for batch in _batches(docs):
            work(batch)
        return docs

    return stage


def _batches(docs: list[Doc]) -> Iterator[list[Doc]]:
    """The Docs that have tokens, the shortest first, in batches of about TOKENS tokens."""
    batch: list[Doc] = []
    tokens = 0
    for doc in sorted(filter(len, docs), key=len):
        if batch and tokens + len(doc) > TOKENS:
            yield batch
            batch, tokens = [], 0
        batch.append(doc)
        tokens += len(doc)
    if batch:
        yield batch


def _predict(pipe: Any) -> Callable[[list[Doc]], None]:  # noqa: ANN401
    return lambda docs: pipe.set_annotations(docs, pipe.predict(docs))


def _transitions(pipe: Any) -> Callable[[list[Doc]], None]:  # noqa: ANN401
    """What `greedy_parse` of spaCy's transition parsers does, with Python's lock held throughout."""

    def work(docs: list[Doc]) -> None:
        states = pipe.moves.init_batch(docs)
        scorer = pipe.model.predict(docs)
        open_ones = [state for state in states if not state.is_final()]
        while open_ones:
            open_ones = pipe.transition_states(open_ones, scorer.predict(open_ones))
        scorer.clear_memory()
        pipe.set_annotations(docs, states)

    return work


def _as_it_is(pipe: Any, batch_size: int) -> Stage:  # noqa: ANN401
    def stage(docs: list[Doc]) -> list[Doc]:
        return list(pipe.pipe(docs, batch_size=batch_size)) if hasattr(pipe, "pipe") else [pipe(doc) for doc in docs]

    return stage
