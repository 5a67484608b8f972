"""One worker process, from both ends of its pipe."""

from __future__ import annotations

import gc
import os
import queue
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.reduction import ForkingPickler
from typing import Any, Generic, TypeVar

from factex.garbage import uncollected
from factex.workers.limits import Limits, limit_memory, limited_time

Item = TypeVar("Item")
Result = TypeVar("Result")
Work = Callable[[Sequence[Item]], list[Result]]

UNDER_WAY = 2
"""Batches handed out to each worker: one that it works on and one that waits, so that no worker idles."""

UNREADABLE, NO_MEMORY = 3, 4
"""Exit codes of a worker: it was sent what it cannot unpickle; its work took more memory than there was."""


@dataclass(eq=False, slots=True)
class Piece(Generic[Item, Result]):
    """A batch, or one item of a batch that killed its worker (a suspect), with what was found in it."""

    batch: Sequence[Item]
    suspect: bool = False
    found: list[Result] | None = None


@dataclass(eq=False)
class Worker(Generic[Item, Result]):
    """A process that does the work, as the parent sees it. `pieces` are those handed out, oldest first."""

    limits: Limits
    pieces: deque[Piece[Item, Result]] = field(default_factory=deque)
    ready: bool = False

    def __post_init__(self) -> None:
        spawn = get_context("spawn")
        self.pipe, theirs = spawn.Pipe()
        self.process = spawn.Process(target=_serve, args=(theirs, self.limits), daemon=True)
        with _no_interrupts():
            self.process.start()
        theirs.close()

    def begin(self, work: memoryview) -> None:
        """Say what to do: *work*, pickled.

        It goes through our own pipe, which breaks when the process dies as it starts. As an argument of the process it would
        go through one that Python holds open at both ends: what is too long for that would wait for ever.
        """
        with suppress(OSError):  # a worker that died says so when its answer is asked for
            self.pipe.send_bytes(work)

    @property
    def load(self) -> int:
        """How many batches it holds; a suspect counts for as many as it may hold."""
        return UNDER_WAY if any(piece.suspect for piece in self.pieces) else len(self.pieces)

    def take(self, piece: Piece[Item, Result], message: memoryview) -> None:
        """Hand out a piece, whose batch the message is.

        It waits while the process is too busy to listen, which is never longer than the time that its limits give it.
        """
        self.pieces.append(piece)
        with suppress(OSError):  # a worker that died says so when its answer is asked for
            self.pipe.send_bytes(message)

    def answer(self) -> bool:
        """Take in what the worker says; whether it is still alive. Raises what the work raised."""
        try:
            message = self.pipe.recv_bytes()
        except (EOFError, OSError):
            return False
        with uncollected():  # records fresh from a pickle are no garbage, and to look through them takes as long again
            found = ForkingPickler.loads(message)
        if isinstance(found, BaseException):
            raise found
        if self.ready:
            self.pieces.popleft().found = found
        self.ready = True
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
        if self.limits.seconds is not None and code == -signal.SIGALRM:
            return f"it took longer than the limit of {self.limits.seconds:g} s"
        if code == NO_MEMORY:
            most = "there is" if self.limits.megabytes is None else f"the limit of {self.limits.megabytes:,} MB"
            return f"it took more memory than {most}"
        if code == UNREADABLE:
            return "a worker process could not take it in: no memory left for it, or its class is not known there"
        if code < 0:
            return f"the worker process was ended by {signal.Signals(-code).name}: a crash in compiled code, or no memory left"
        return f"the worker process ended with exit code {code}"

    def end(self) -> None:
        """End the process, whatever it is doing."""
        self.pipe.close()
        self.process.kill()
        self.process.join()


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


def _serve(pipe: Connection, limits: Limits) -> None:
    """What a worker process does: hear what to do, then answer each batch that comes, until the parent ends it or dies."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    work = pipe.recv()
    batches: queue.SimpleQueue[Sequence[Any]] = queue.SimpleQueue()
    pipe.send(None)  # ready
    threading.Thread(target=_receive, args=(pipe, batches), daemon=True).start()
    limit_memory(limits.megabytes)
    gc.collect()
    gc.freeze()  # the model and the tables are here to stay: no search for garbage goes through them again
    while True:
        batch = batches.get()
        with limited_time(limits.seconds):
            message = _answer(work, batch)
        pipe.send_bytes(message)


def _answer(work: Work[Any, Any], batch: Sequence[Any]) -> memoryview:
    """What the parent is told of a batch: the results, or the error that it then raises."""
    try:
        return ForkingPickler.dumps(work(batch))
    except MemoryError:
        os._exit(NO_MEMORY)
    except Exception as error:  # noqa: BLE001  (the parent raises it)
        return ForkingPickler.dumps(error)


def _receive(pipe: Connection, batches: queue.SimpleQueue[Sequence[Any]]) -> None:
    """Take in batches while others are worked on; if the parent is gone, end this process at once."""
    try:
        while True:
            batches.put(pipe.recv())
    except (EOFError, OSError):
        os._exit(0)
    except BaseException:  # noqa: BLE001  (no memory for it, or its class is not found here: the worker would wait for ever)
        os._exit(UNREADABLE)
