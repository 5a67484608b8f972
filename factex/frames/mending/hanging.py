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


def make_verb(who: Word, word: Word, tag: str) -> None:
    """Make *word* a verb, and *who* its subject with what stands before it."""
    word.pos, word.tag = "VERB", tag
    hang_all((c for c in word.left if c is not who and c.dep not in ("prep", "punct")), who)
    who.dep = "nsubj"
