"""The workers together: who gets what, and what becomes of the batch that killed one."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from multiprocessing.connection import wait
from multiprocessing.reduction import ForkingPickler
from typing import Generic

from factex.workers.limits import Limits
from factex.workers.worker import UNDER_WAY, Item, Piece, Result, Work, Worker

AHEAD = 4
"""Batches taken for each worker before the oldest is given back, so that a slow one does not hold up the rest."""


def spread(
    work: Work[Item, Result],
    batches: Iterable[Sequence[Item]],
    processes: int,
    lost: Callable[[Item, str], Result],
    limits: Limits | None = None,
) -> Iterator[list[Result]]:
    """work(batch) for each of *batches*, computed by *processes* workers and given back in their order.

    *work* is pickled once and read by each worker, so it may hold a loaded model. Batches are taken as workers get free. An
    item that kills its worker, twice and the second time alone, gives lost(item, reason), and the rest goes on. When the
    caller stops early or an error is raised, the workers are ended at once; they end by themselves if this process dies.

    Raises what *work* raises (but a MemoryError, by which an item is lost), and RuntimeError if a worker dies before it
    could begin.
    """
    team = _Team(work, iter(batches), lost, limits or Limits())
    try:
        team.start(processes)
        yield from team.run()
    finally:
        team.end()


class _Team(Generic[Item, Result]):
    """The workers, the pieces that wait for one (`todo`), and the batches not yet given back, each as its pieces."""

    def __init__(
        self, work: Work[Item, Result], batches: Iterator[Sequence[Item]], lost: Callable[[Item, str], Result], limits: Limits
    ) -> None:
        self.work = ForkingPickler.dumps(work)
        self.batches = batches
        self.lost = lost
        self.limits = limits
        self.workers: list[Worker[Item, Result]] = []
        self.todo: deque[Piece[Item, Result]] = deque()
        self.tasks: deque[list[Piece[Item, Result]]] = deque()

    def start(self, processes: int) -> None:
        """Start the workers, all at once."""
        for _ in range(processes):
            self.workers.append(Worker(self.limits))
        for worker in self.workers:
            worker.begin(self.work)

    def end(self) -> None:
        """End the workers, whatever they are doing."""
        for worker in self.workers:
            worker.end()

    def run(self) -> Iterator[list[Result]]:
        """Give back the batches in order, each as soon as all of it is found."""
        self._hand_out()
        while self.tasks:
            answering = set(wait([worker.pipe for worker in self.workers]))
            for worker in [worker for worker in self.workers if worker.pipe in answering]:
                if not worker.answer():
                    self._bury(worker)
            while self.tasks and all(piece.found is not None for piece in self.tasks[0]):
                self._hand_out()
                yield [result for piece in self.tasks.popleft() for result in piece.found or ()]
            self._hand_out()

    def _hand_out(self) -> None:
        """Keep every worker busy. A suspect gets a worker of its own, so that it is clear who killed it."""
        while len(self.tasks) < AHEAD * len(self.workers) and (batch := next(self.batches, None)) is not None:
            self.tasks.append([Piece(batch)])
            self.todo.extend(self.tasks[-1])
        while self.todo:
            worker = min(self.workers, key=lambda worker: worker.load)
            if worker.load >= (1 if self.todo[0].suspect else UNDER_WAY):
                return
            piece = self.todo.popleft()
            try:
                message = ForkingPickler.dumps(piece.batch)
            except Exception as error:  # noqa: BLE001  (an object may raise anything when it is pickled)
                self._suspect(piece, f"it cannot be sent to a worker process ({error})")
            else:
                worker.take(piece, message)

    def _bury(self, worker: Worker[Item, Result]) -> None:
        """Start another worker in the place of one that died, and look into what it was working on."""
        reason = worker.reason()
        place = self.workers.index(worker)
        self.workers[place] = Worker(self.limits)
        self.workers[place].begin(self.work)
        if worker.pieces:
            culprit = worker.pieces.popleft()
            self.todo.extendleft(reversed(worker.pieces))
            self._suspect(culprit, reason)

    def _suspect(self, piece: Piece[Item, Result], reason: str) -> None:
        """Give up the item that brought trouble, or try each item of a batch alone to see which one it was."""
        if piece.suspect:
            piece.found = [self.lost(piece.batch[0], reason)]
            return
        task = next(task for task in self.tasks if piece in task)
        task[:] = [Piece([item], suspect=True) for item in piece.batch]
        self.todo.extendleft(reversed(task))
