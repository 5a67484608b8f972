"""Which mends are tried on which words: each says what a word must be for its slip to be possible."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import cache
from types import ModuleType

from factex.frames.syntax import Word

Mend = Callable[[Word, list[Word]], None]


def mends(
    *pos: str, deps: Collection[str] = (), tags: Collection[str] = (), number: bool = False, source: bool = False
) -> Callable[[Mend], Mend]:
    """Try the function below on words with one of these parts of speech, roles and tags; where none is given, with any.

    *number*: on the words of numbers and times, and on no others. *source*: on verbs of saying and expecting alone.
    """

    def decorate(mend: Mend) -> Mend:
        _MENDS.append((mend, (pos, deps, tags), number, source))
        return mend

    return decorate


_MENDS: list[tuple[Mend, tuple[Collection[str], ...], bool, bool]] = []


def in_order(*modules: ModuleType) -> None:
    """Try the mends of these modules in this order, those of one as they are written."""
    places = {module.__name__: place for place, module in enumerate(modules)}
    _MENDS.sort(key=lambda each: places[each[0].__module__])


@cache
def tried(pos: str, dep: str, tag: str, in_number: bool, says: bool) -> tuple[Mend, ...]:  # noqa: FBT001  (a cache takes keywords slowly)
    """The mends that are tried on a word with these labels. *says*: whether it is a verb of saying or expecting."""
    rows = (
        (mend, zip((pos, dep, tag), wanted, strict=True))
        for mend, wanted, number, source in _MENDS
        if number == in_number and source <= says
    )
    return tuple(mend for mend, row in rows if all(label in some or not some for label, some in row))
