"""Hanging several words at once, or one where another hangs."""

from __future__ import annotations

from collections.abc import Iterable

from factex.frames.syntax import Word, hang


def hang_all(words: Iterable[Word], head: Word) -> None:
    """Make *words* depend on *head*, each in the role that it has."""
    for word in tuple(words):
        hang(word, head, word.dep)


def hang_where(word: Word, other: Word) -> None:
    """Make *word* depend on what *other* depends on, in its role; on nothing if *other* does."""
    hang(word, word if other.head is other else other.head, other.dep)
