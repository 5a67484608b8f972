"""Spread work over processes: in order, lazily, with a bounded number of batches under way.

Processes and never threads, for the parsers below are not safe in threads; and fresh ones ("spawn") on every platform,
so that a worker inherits neither locks nor threads of a notebook.
"""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from typing import Any, Generic, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
Work = Callable[[Sequence[Item]], list[Result]]

UNDER_WAY = 2
"""Batches handed out for each worker: one it works on and one that waits, so that no worker idles."""

_work: Callable[[Any], Any]


def spread(
    work: Work[Item, Result], batches: Iterable[Sequence[Item]], processes: int, lost: Callable[[Item], Result]
) -> Iterator[list[Result]]:
    """work(batch) for each of *batches*, computed by *processes* workers and given back in their order.

    *work* is pickled once for each worker, so it may hold a loaded model. Batches are taken as workers get free. An
    item that kills its worker (out of memory, a crash in compiled code) gives lost(item), and the rest goes on. When
    the caller stops early or an error is raised, what has not begun is dropped and the workers end.
    """
    workers = _Workers(work, processes)
    waiting: deque[tuple[Sequence[Item], Future[list[Result]]]] = deque()

    def oldest() -> list[Result]:
        batch, future = waiting.popleft()
        try:
            return future.result()
        except BrokenProcessPool:
            found = workers.each_alone(batch, lost)
            again = [(b, f if f.done() and f.exception() is None else workers.submit(b)) for b, f in waiting]
            waiting.clear()
            waiting.extend(again)
            return found

    try:
        for batch in batches:
            waiting.append((batch, workers.submit(batch)))
            if len(waiting) > UNDER_WAY * processes:
                yield oldest()
        while waiting:
            yield oldest()
    finally:
        workers.end()


class _Workers(Generic[Item, Result]):
    """A pool of processes that is made anew when one of them dies."""

    def __init__(self, work: Work[Item, Result], processes: int) -> None:
        self.work = work
        self.processes = processes
        self.pool = self._start()

    def _start(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(self.processes, mp_context=get_context("spawn"), initializer=_start, initargs=(self.work,))

    def submit(self, batch: Sequence[Item]) -> Future[list[Result]]:
        """Hand out a batch; to new workers if the old ones are broken."""
        try:
            return self.pool.submit(_call, batch)
        except BrokenProcessPool:
            self.end()
            self.pool = self._start()
            return self.pool.submit(_call, batch)

    def each_alone(self, batch: Sequence[Item], lost: Callable[[Item], Result]) -> list[Result]:
        """Work on the items of a batch one at a time, so that it shows which of them kills its worker."""
        found = []
        for item in batch:
            try:
                found += self.submit([item]).result()
            except BrokenProcessPool:
                found.append(lost(item))
        return found

    def end(self) -> None:
        """Drop what has not begun and wait for the processes to end."""
        self.pool.shutdown(cancel_futures=True)


def _start(work: Callable[[Any], Any]) -> None:
    """Keep the work of this worker; an interrupt is the parent's to handle, which then ends the workers."""
    global _work  # noqa: PLW0603  (a worker process has one job, given to it as it starts)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _work = work


def _call(batch: Sequence[Any]) -> Any:  # noqa: ANN401  (types are those of `spread`)
    return _work(batch)
