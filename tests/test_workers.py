"""Work spread over processes keeps its order and survives the death of a worker."""

import os
import signal
from itertools import count
from multiprocessing import active_children

from factex.workers import spread


def double(batch):
    """Twice each number; 13 kills the worker as a crash in compiled code would."""
    if 13 in batch:
        os.kill(os.getpid(), signal.SIGKILL)
    return [2 * number for number in batch]


def lost(number):
    """What stands for a number whose worker died."""
    return f"lost {number}"


def test_results_come_in_order():
    """However the batches are dealt out."""
    found = list(spread(double, [[n, n + 1] for n in range(20, 60, 2)], 2, lost))
    assert [n for batch in found for n in batch] == [2 * n for n in range(20, 60)]


def test_what_kills_its_worker_is_lost_alone():
    """The others of its batch, and the batches under way beside it, are worked on again."""
    found = list(spread(double, [[1, 2], [12, 13, 14], [3, 4], [5, 6], [7, 8]], 2, lost))
    assert found == [[2, 4], [24, "lost 13", 28], [6, 8], [10, 12], [14, 16]]


def test_stopping_early_ends_the_workers():
    """An endless stream is taken no further than asked, and no process is left behind."""
    results = spread(double, ([n] for n in count(20)), 2, lost)
    assert next(results) == [40]
    results.close()
    assert active_children() == []
