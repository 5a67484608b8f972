"""What one item may take, and how a worker process keeps itself to that."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Limits:
    """What one item may take before its worker is ended and the item is given up.

    `seconds`: of the clock; it also ends compiled code that hangs; kept on Linux and macOS. A batch that takes longer as a
    whole is worked on again item by item, each with the whole time. `megabytes`: of memory, beyond what a worker has once
    it is ready; kept on Linux only: whoever takes more gets a MemoryError, or dies of it.
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


@contextmanager
def limited_time(seconds: float | None) -> Iterator[None]:
    """End this process if what is done meanwhile takes longer.

    By a signal that no Python code handles: it needs neither the lock that hung compiled code may hold, nor the parent,
    which may be waiting itself.
    """
    if seconds is None or not hasattr(signal, "setitimer"):
        yield
        return
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def limit_memory(megabytes: int | None) -> None:
    """Let this process take so much more memory than it has."""
    status = Path("/proc/self/status")
    if megabytes is None or not status.exists():
        return
    import resource

    now = next(int(line.split()[1]) for line in status.read_text(encoding="ascii").splitlines() if line.startswith("VmData"))
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    limit = now * 1024 + megabytes * 1_000_000
    resource.setrlimit(resource.RLIMIT_DATA, (limit if hard == resource.RLIM_INFINITY else min(limit, hard), hard))
