"""Spread work over processes: in order, lazily, with a bounded number of items under way.

Processes and never threads, for the parsers below are not safe in threads; and fresh ones ("spawn") on every platform,
so that a worker inherits neither locks nor threads of a notebook.
"""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

UNDER_WAY = 2
"""Items handed out for each worker: one it works on and one that waits, so that no worker idles."""

_work: Callable[[Any], Any]


def spread(work: Callable[[Item], Result], items: Iterable[Item], processes: int) -> Iterator[Result]:
    """work(item) for each of *items*, computed by *processes* workers and given back in the order of *items*.

    *work* is pickled once for each worker, so it may hold a loaded model. Items are taken as workers get free. When
    the caller stops early or an error is raised, what has not begun is dropped and the workers end.
    """
    pool = ProcessPoolExecutor(processes, mp_context=get_context("spawn"), initializer=_start, initargs=(work,))
    waiting: deque[Future[Result]] = deque()
    try:
        for item in items:
            waiting.append(pool.submit(_call, item))
            if len(waiting) > UNDER_WAY * processes:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)


def _start(work: Callable[[Any], Any]) -> None:
    """Keep the work of this worker; an interrupt is the parent's to handle, which then ends the workers."""
    global _work  # noqa: PLW0603  (a worker process has one job, given to it as it starts)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _work = work


def _call(item: object) -> object:
    return _work(item)
