"""Vectors of words alone, before any context, remembered.

The first layers of a model look at one token at a time, by a few features of its form, and are a third of its work. Most
tokens have been seen before, so their vectors are kept. The layers are given back as they were, as in `products`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import numpy as np
from thinc.api import Model, Ragged

if TYPE_CHECKING:
    from spacy.tokens import Doc

REMEMBERED = 20_000
"""So many vectors are remembered before all are forgotten, which bounds the memory."""

_EMBEDDING = ("extract_features", "list2ragged", "with_array", "with_array", "ragged2list")
# What looks at no other token than its own.
_SINGLE = frozenset({"ints-getitem", "hashembed", "maxout", "layernorm", "dropout"})


class Embedding:
    """An embedding layer of spaCy, `MultiHashEmbed` without static vectors, with a memory."""

    def __init__(self, layer: Model[Any, Any]) -> None:
        self._features: list[int | str] = layer.layers[0].attrs["columns"]
        self._vectors = layer.layers[2:4]
        self._places: dict[bytes, int] = {}
        self._known: Any = None
        self.remembering: Model[Any, Any] = Model("remembering", self._forward)

    @staticmethod
    def fits(layer: Model[Any, Any]) -> bool:
        """Whether a layer is of this kind."""
        names = tuple(each.name.partition("(")[0] for each in layer.layers)
        return names == _EMBEDDING and all(
            leaf.name in _SINGLE for each in layer.layers[2:4] for leaf in each.walk() if not leaf.layers
        )

    def _forward(self, _: Model[Any, Any], docs: Sequence[Doc], *, is_train: bool) -> tuple[Any, None]:  # noqa: ARG002  (thinc says it)
        """The vectors of each Doc's tokens."""
        rows = np.concatenate([doc.to_array(self._features) for doc in docs]).reshape(-1, len(self._features))
        keys: list[bytes] = rows.view(f"V{rows.strides[0]}").ravel().tolist()
        if len(self._places) > REMEMBERED:
            self._places.clear()
        new = {key: place for place, key in enumerate(keys) if key not in self._places}
        if new:
            self._learn(list(new), rows[list(new.values())])
        vectors = self._known[[self._places[key] for key in keys]]
        return np.split(vectors, np.cumsum([len(doc) for doc in docs])[:-1]), None

    def _learn(self, keys: Sequence[bytes], rows: Any) -> None:  # noqa: ANN401
        lengths: Any = np.array([len(rows)], dtype="i")
        found: Any = Ragged(rows, lengths)
        for layer in self._vectors:
            found = layer.predict(found)
        known = len(self._places)
        self._known = found.dataXd if not known else np.concatenate([self._known, found.dataXd])
        self._places.update(zip(keys, range(known, known + len(keys)), strict=True))


def embeddings(models: Iterable[Model[Any, Any]]) -> list[tuple[Model[Any, Any], Embedding]]:
    """The embeddings in some models that can be remembered, each with the layer that it stands in as the first."""
    nodes = (node for model in models for node in model.walk())
    return [(node, Embedding(node.layers[0])) for node in nodes if node.layers and Embedding.fits(node.layers[0])]


@contextmanager
def remembered(embeddings: Sequence[tuple[Model[Any, Any], Embedding]]) -> Iterator[None]:
    """Let these embeddings answer from memory while the block runs."""
    before = [node.layers[0] for node, _ in embeddings]
    try:
        for node, embedding in embeddings:
            node.layers[0] = embedding.remembering
        yield
    finally:
        for (node, _), own in zip(embeddings, before, strict=True):
            node.layers[0] = own
