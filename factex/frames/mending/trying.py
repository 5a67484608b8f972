"""Which mends are tried on which words: each says what a word must be for its slip to be possible."""

from __future__ import annotations

from collections.abc import Callable, Collection

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


class _Tried(dict[Key, tuple[Mend, ...]]):
    """The mends that are tried on words of one kind, in the order in which they are written."""

    def __missing__(self, key: Key) -> tuple[Mend, ...]:
        *labels, in_number, says = key
        self[key] = found = tuple(
            mend
            for mend, wanted, number, source in _MENDS
            if number == in_number
            and source <= says
            and all(label in some or not some for label, some in zip(labels, wanted, strict=True))
        )
        return found


_TRIED = _Tried()


def tried_on(word: Word) -> tuple[Mend, ...]:
    """The mends that are tried on a word."""
    says = word.pos == "VERB" and word.lemma in codes("sources")
    return _TRIED[word.pos, word.dep, word.tag, word.mention is not None, says]
