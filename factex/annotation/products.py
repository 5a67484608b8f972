"""Matrix products by numpy's BLAS, which knows more processors than the one that spaCy brings along.

BLIS, which thinc multiplies with, takes its slow portable kernel on processors that it does not know; OpenBLAS, which
comes with numpy, was three times faster where this was measured. While a batch is parsed the layers of the models
multiply with it, in one thread, and are given back as they were.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

import numpy as np
from thinc.api import Model, NumpyOps
from threadpoolctl import ThreadpoolController

ROWS = 64
"""A product has at least so many rows: for fewer ones BLAS has kernels that add up in another order, so that what is
found in a sentence would hang on the sentences beside it."""


class BlasOps(NumpyOps):  # type: ignore[misc]  # (compiled, without types)
    """The operations of thinc with products by numpy, each row of which is the same whatever stands in the others."""

    def gemm(self, x: Any, y: Any, *, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:  # noqa: ANN401
        """The product of two matrices, transposed before if asked for."""
        x = x.T if trans1 else x
        y = y.T if trans2 else y
        rows = x.shape[0]
        if rows >= ROWS:
            return np.matmul(x, y, out=out)
        padded = np.zeros((ROWS, x.shape[1]), dtype=x.dtype)
        padded[:rows] = x
        product = (padded @ y)[:rows]
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
    """Let these layers multiply by numpy's BLAS, in one thread, while the block runs."""
    ops = BlasOps()
    before = [layer.ops for layer in layers]
    with _threads().limit(limits=1, user_api="blas"):
        try:
            for layer in layers:
                layer.ops = ops
            yield
        finally:
            for layer, own in zip(layers, before, strict=True):
                layer.ops = own
