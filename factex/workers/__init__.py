"""Spread work over processes: in order, lazily, with a bounded number of batches under way.

Processes and never threads, for the parsers below are not safe in threads; and fresh ones ("spawn") on every platform,
so that a worker inherits neither locks nor threads of a notebook. Each worker has a pipe of its own, so when one dies
(a crash in compiled code, out of memory, out of time) it is known which batch it had, and the others work on.
"""

from factex.workers.limits import Limits
from factex.workers.team import spread

__all__ = ["Limits", "spread"]
