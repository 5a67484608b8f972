"""Matrix products by numpy's BLAS, which knows more processors than the one that spaCy brings along.

BLIS, which thinc multiplies with, takes its slow portable kernel on processors that it does not know; OpenBLAS, which
comes with numpy, was three times faster where this was measured. While a batch is parsed the layers of the models
multiply with it, in one thread, and are given back as they were.

What is found in a sentence must not hang on the sentences beside it, so each row of a product has to be the same bit by
bit wherever it stands. Kernels differ in that: they add up the first and last rows in another order, or every other six.
So there are ways to multiply that keep to the rows which a kernel treats alike, and the first that proves exact on the
processor at hand is taken.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

import numpy as np
from thinc.api import Model, NumpyOps
from threadpoolctl import ThreadpoolController

ROWS = 64
"""For fewer rows the kernels for AVX-512 are others."""
BLOCK = 304
MARGIN = 8
TILE = 16
"""The kernels for AVX2 take up to 320 rows at once, in tiles, when these are the columns of the product turned over, and
treat all alike but the first and the last eight."""

Product = Callable[[Any, Any], Any]


def whole(x: Any, y: Any) -> Any:  # noqa: ANN401  (arrays of any shape)
    """The product in one piece, of no fewer rows than ROWS."""
    rows = x.shape[0]
    if rows >= ROWS:
        return x @ y
    padded = np.zeros((ROWS, x.shape[1]), dtype=x.dtype)
    padded[:rows] = x
    return (padded @ y)[:rows]


def in_blocks(x: Any, y: Any) -> Any:  # noqa: ANN401
    """The product turned over, in blocks with margins of zeros."""
    product = np.empty((x.shape[0], y.shape[1]), dtype=x.dtype)
    for first in range(0, len(x), BLOCK):
        block = x[first : first + BLOCK]
        end = MARGIN + len(block)
        padded = np.zeros((2 * MARGIN - (-len(block) // TILE) * TILE, x.shape[1]), dtype=x.dtype)
        padded[MARGIN:end] = block
        product[first : first + BLOCK] = (y.T @ padded.T).T[MARGIN:end]
    return product


def is_exact(product: Product) -> bool:
    """Whether a row comes out the same in each place among any number of rows, here and in this thread."""
    numbers = np.random.default_rng(0)
    for width, columns in ((96, 50), (288, 288)):
        row, y = numbers.standard_normal((1, width)).astype("f"), numbers.standard_normal((width, columns)).astype("f")
        sizes = (1, 7, ROWS, ROWS + 7, BLOCK, 2 * BLOCK + 7)
        if len({each.tobytes() for size in sizes for each in product(np.repeat(row, size, axis=0), y)}) > 1:
            return False
    return True


@cache
def exact_product() -> Product | None:
    """The fastest way to multiply that is exact on this processor; None if there is none but thinc's own."""
    return next(filter(is_exact, (whole, in_blocks)), None)


class BlasOps(NumpyOps):  # type: ignore[misc]  # (compiled, without types)
    """The operations of thinc with products by numpy, each row of which is the same whatever stands in the others."""

    def __init__(self, product: Product) -> None:
        """Multiply by *product*."""
        super().__init__()
        self.product = product

    def gemm(self, x: Any, y: Any, *, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:  # noqa: ANN401
        """The product of two matrices, transposed before if asked for."""
        product = self.product(x.T if trans1 else x, y.T if trans2 else y)
        if out is None:
            return product
        out[:] = product
        return out


@cache
def _threads() -> ThreadpoolController:
    return ThreadpoolController()


def layers(models: Iterable[Model[Any, Any]]) -> list[Model[Any, Any]]:
    """The layers of some models that thinc computes on the processor with its own operations."""
    return [layer for model in models for layer in model.walk() if type(layer.ops) is NumpyOps]


@contextmanager
def fast_products(layers: list[Model[Any, Any]]) -> Iterator[None]:
    """Let these layers multiply by numpy's BLAS, in one thread, while the block runs, if that is exact."""
    before = [layer.ops for layer in layers]
    with _threads().limit(limits=1, user_api="blas"):
        product = exact_product()
        try:
            if product is not None:
                ops = BlasOps(product)
                for layer in layers:
                    layer.ops = ops
            yield
        finally:
            for layer, own in zip(layers, before, strict=True):
                layer.ops = own
