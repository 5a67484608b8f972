"""How records are pickled, on their way from one process to another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from functools import cache
from operator import attrgetter
from typing import Any


class Pickled:
    """A record that is pickled by the values of its fields, as one call of its class.

    What a frozen dataclass does of its own looks up the fields of each record again: most of the cost of a fact's way
    from one process to another.
    """

    __slots__ = ()

    def __reduce__(self) -> tuple[Any, ...]:
        record: Any = type(self)
        return (record, _values(record)(self))


@cache
def _values(record: Any) -> Callable[[object], tuple[object, ...]]:  # noqa: ANN401  (any dataclass)
    return attrgetter(*(each.name for each in fields(record)))
