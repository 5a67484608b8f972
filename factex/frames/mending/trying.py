"""Which mends are tried on which words: each says what a word must be for its slip to be possible."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import cache
from types import ModuleType

from factex.frames.lexicon import codes
from factex.frames.syntax import Word

Mend = Callable[[Word, list[Word]], None]
Key = tuple[str, str, str, bool, bool]


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


def tried_on(word: Word) -> tuple[Mend, ...]:
    """The mends that are tried on a word."""
    says = word.pos == "VERB" and word.lemma in codes("sources")
    return _tried((word.pos, word.dep, word.tag, word.mention is not None, says))


@cache
def _tried(key: Key) -> tuple[Mend, ...]:
    *labels, in_number, says = key
    rows = (
        (mend, zip(labels, wanted, strict=True))
        for mend, wanted, number, source in _MENDS
        if number == in_number and source <= says
    )
    return tuple(mend for mend, row in rows if all(label in some or not some for label, some in row))
