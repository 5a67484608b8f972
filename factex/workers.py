"""Spread work over processes: in order, lazily, with a bounded number of batches under way.

Processes and never threads, for the parsers below are not safe in threads; and fresh ones ("spawn") on every platform,
so that a worker inherits neither locks nor threads of a notebook. Each worker has a pipe of its own, so when one dies
(a crash in compiled code, out of memory, out of time) it is known which batch it had, and the others work on.
"""

from __future__ import annotations

import gc
import math
import os
import queue
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.reduction import ForkingPickler
from pathlib import Path
from pickle import PicklingError
from typing import Any, Generic, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
Work = Callable[[Sequence[Item]], list[Result]]

UNDER_WAY = 2
"""Batches handed out to each worker: one that it works on and one that waits, so that no worker idles."""

AHEAD = 4
"""Batches taken for each worker before the oldest is given back, so that a slow one does not hold up the rest."""

UNREADABLE = 3
"""Exit code of a worker that was sent what it cannot unpickle."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one item may take before its worker is ended and the item is given up.

    `seconds`: of the clock; it also ends compiled code that hangs. A batch that takes longer as a whole is worked on
    again item by item, each with the whole time. `megabytes`: of memory, beyond what a worker has once it is ready;
    kept on Linux only. Whoever takes more gets a MemoryError, or dies of it.
    """

    seconds: float | None = None
    megabytes: int | None = None

    def __post_init__(self) -> None:
        """Raise ValueError for limits that nothing can keep."""
        for name in ("seconds", "megabytes"):
            limit = getattr(self, name)
            if limit is not None and not limit > 0:
                msg = f"the limit of {name} is {limit!r}: expected a number above 0, or None for no limit"
                raise ValueError(msg)


NO_LIMITS = Limits()


def spread(
    work: Work[Item, Result],
    batches: Iterable[Sequence[Item]],
    processes: int,
    lost: Callable[[Item, str], Result],
    limits: Limits = NO_LIMITS,
) -> Iterator[list[Result]]:
    """work(batch) for each of *batches*, computed by *processes* workers and given back in their order.

    *work* is pickled once for each worker, so it may hold a loaded model. Batches are taken as workers get free. An
    item that kills its worker, twice and the second time alone, gives lost(item, reason), and the rest goes on. When the
    caller stops early or an error is raised, the workers are ended at once; they end by themselves if this process dies.

    Raises what *work* raises, and RuntimeError if a worker dies before it could begin.
    """
    team = _Team(work, iter(batches), lost, limits)
    try:
        team.start(processes)
        yield from team.run()
    finally:
        team.end()


@dataclass(eq=False, slots=True)
class _Piece(Generic[Item, Result]):
    """A batch, or one item of a batch that killed its worker (a suspect), with what was found in it."""

    batch: Sequence[Item]
    suspect: bool = False
    found: list[Result] | None = None


class _Team(Generic[Item, Result]):
    """The workers, the pieces that wait for one (`todo`), and the batches not yet given back, each as its pieces."""

    def __init__(
        self, work: Work[Item, Result], batches: Iterator[Sequence[Item]], lost: Callable[[Item, str], Result], limits: Limits
    ) -> None:
        self.work = work
        self.batches = batches
        self.lost = lost
        self.limits = limits
        self.workers: list[_Worker[Item, Result]] = []
        self.todo: deque[_Piece[Item, Result]] = deque()
        self.tasks: deque[list[_Piece[Item, Result]]] = deque()

    def start(self, processes: int) -> None:
        """Start the workers, all at once."""
        for _ in range(processes):
            self.workers.append(_Worker(self.work, self.limits))

    def end(self) -> None:
        """End the workers, whatever they are doing."""
        for worker in self.workers:
            worker.end()

    def run(self) -> Iterator[list[Result]]:
        """Give back the batches in order, each as soon as all of it is found."""
        self._hand_out()
        while self.tasks:
            for worker in self._answering():
                if not worker.answer():
                    self._bury(worker)
            while self.tasks and all(piece.found is not None for piece in self.tasks[0]):
                self._hand_out()
                yield [result for piece in self.tasks.popleft() for result in piece.found or ()]
            self._hand_out()

    def _hand_out(self) -> None:
        """Keep every worker busy. A suspect gets a worker of its own, so that it is clear who killed it."""
        while len(self.tasks) < AHEAD * len(self.workers) and (batch := next(self.batches, None)) is not None:
            self.tasks.append([_Piece(batch)])
            self.todo.extend(self.tasks[-1])
        while self.todo:
            worker = min(self.workers, key=lambda worker: worker.load)
            if worker.load >= (1 if self.todo[0].suspect else UNDER_WAY):
                return
            piece = self.todo.popleft()
            try:
                worker.take(piece)
            except (TypeError, AttributeError, PicklingError) as error:
                self._suspect(piece, f"it cannot be sent to a worker process ({error})")

    def _answering(self) -> list[_Worker[Item, Result]]:
        """Wait until a worker has something to say, has died, or must be ended for the time it took: those of the first two."""
        time_left = min(worker.time_left for worker in self.workers)
        ready = set(wait([worker.pipe for worker in self.workers], None if time_left == math.inf else max(time_left, 0)))
        for worker in self.workers:
            if worker.pipe not in ready and worker.time_left <= 0:
                worker.end_late()
        return [worker for worker in self.workers if worker.pipe in ready]

    def _bury(self, worker: _Worker[Item, Result]) -> None:
        """Start another worker in the place of one that died, and look into what it was working on."""
        reason = worker.reason()
        self.workers[self.workers.index(worker)] = _Worker(self.work, self.limits)
        if worker.pieces:
            culprit = worker.pieces.popleft()
            self.todo.extendleft(reversed(worker.pieces))
            self._suspect(culprit, reason)

    def _suspect(self, piece: _Piece[Item, Result], reason: str) -> None:
        """Give up the item that brought trouble, or try each item of a batch alone to see which one it was."""
        if piece.suspect:
            piece.found = [self.lost(piece.batch[0], reason)]
            return
        task = next(task for task in self.tasks if piece in task)
        task[:] = [_Piece([item], suspect=True) for item in piece.batch]
        self.todo.extendleft(reversed(task))


@dataclass(eq=False)
class _Worker(Generic[Item, Result]):
    """A process that does the work, as the parent sees it.

    `pieces` are those handed out, oldest first; `began`: when the oldest was, or the answer before it came in, which is
    never before the process began with it; `late`: whether it was ended for the time it took.
    """

    work: Work[Item, Result]
    limits: Limits
    pieces: deque[_Piece[Item, Result]] = field(default_factory=deque)
    ready: bool = False
    began: float = 0.0
    late: bool = False

    def __post_init__(self) -> None:
        spawn = get_context("spawn")
        self.pipe, theirs = spawn.Pipe()
        self.process = spawn.Process(target=_serve, args=(theirs, self.work, self.limits), daemon=True)
        with _no_interrupts():
            self.process.start()
        theirs.close()

    @property
    def load(self) -> int:
        """How many batches it holds; a suspect counts for as many as it may hold."""
        return UNDER_WAY if any(piece.suspect for piece in self.pieces) else len(self.pieces)

    @property
    def time_left(self) -> float:
        """Seconds of the clock until the piece under way has taken too long."""
        if not (self.ready and self.pieces) or self.limits.seconds is None:
            return math.inf
        return self.began + self.limits.seconds - time.monotonic()

    def take(self, piece: _Piece[Item, Result]) -> None:
        """Hand out a piece. Raises what pickle raises."""
        message = ForkingPickler.dumps(piece.batch)
        if not self.pieces:
            self.began = time.monotonic()
        self.pieces.append(piece)
        with suppress(OSError):  # a worker that died says so when its answer is asked for
            self.pipe.send_bytes(message)

    def answer(self) -> bool:
        """Take in what the worker says; whether it is still alive. Raises what the work raised."""
        try:
            message = self.pipe.recv_bytes()
        except (EOFError, OSError):
            return False
        with _no_collection():
            found = ForkingPickler.loads(message)
        if isinstance(found, BaseException):
            raise found
        if self.ready:
            self.pieces.popleft().found = found
        self.ready = True
        self.began = time.monotonic()
        return True

    def reason(self) -> str:
        """Why this worker died. Raises RuntimeError if it had not begun."""
        self.pipe.close()
        self.process.join()
        code = self.process.exitcode or 0
        if not self.ready:
            msg = (
                f"a worker process ended as it started (exit code {code}): its own message stands on standard error; in a "
                'script, start processes below `if __name__ == "__main__":`'
            )
            raise RuntimeError(msg)
        if self.late and self.limits.seconds is not None:
            return f"it took longer than the limit of {self.limits.seconds:g} s"
        if code == UNREADABLE:
            return "a worker process could not take it in: no memory left for it, or its class is not known there"
        if code < 0:
            return f"the worker process was ended by {signal.Signals(-code).name}: a crash in compiled code, or no memory left"
        return f"the worker process ended with exit code {code}"

    def end_late(self) -> None:
        """End the process for the time it took; it is found dead when its answer is next asked for."""
        self.late = True
        self.process.kill()

    def end(self) -> None:
        """End the process, whatever it is doing."""
        self.pipe.close()
        self.process.kill()
        self.process.join()


@contextmanager
def _no_collection() -> Iterator[None]:
    """No search for garbage meanwhile: records fresh from a pickle are none, and looking through them takes as long again."""
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.enable()


@contextmanager
def _no_interrupts() -> Iterator[None]:
    """Processes started meanwhile never see an interrupt: it is the parent's to handle, which then ends them."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(pipe: Connection, work: Work[Any, Any], limits: Limits) -> None:
    """What a worker process does: answer each batch that comes, until the parent ends it or dies."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    batches: queue.SimpleQueue[Sequence[Any]] = queue.SimpleQueue()
    pipe.send(None)  # ready
    threading.Thread(target=_receive, args=(pipe, batches), daemon=True).start()
    _limit_memory(limits.megabytes)
    gc.collect()
    gc.freeze()  # the model and the tables are here to stay: no search for garbage goes through them again
    while True:
        try:
            message = ForkingPickler.dumps(work(batches.get()))
        except Exception as error:  # noqa: BLE001  (the parent raises it)
            message = ForkingPickler.dumps(error)
        pipe.send_bytes(message)


def _receive(pipe: Connection, batches: queue.SimpleQueue[Sequence[Any]]) -> None:
    """Take in batches while others are worked on; if the parent is gone, end this process at once."""
    try:
        while True:
            batches.put(pipe.recv())
    except (EOFError, OSError):
        os._exit(0)
    except BaseException:  # noqa: BLE001  (no memory for it, or its class is not found here: the worker would wait for ever)
        os._exit(UNREADABLE)


def _limit_memory(megabytes: int | None) -> None:
    """Let this process take so much more memory than it has."""
    status = Path("/proc/self/status")
    if megabytes is None or not status.exists():
        return
    import resource

    now = next(int(line.split()[1]) for line in status.read_text(encoding="ascii").splitlines() if line.startswith("VmData"))
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    limit = now * 1024 + megabytes * 1_000_000
    resource.setrlimit(resource.RLIMIT_DATA, (limit if hard == resource.RLIM_INFINITY else min(limit, hard), hard))
