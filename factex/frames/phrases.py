"""Noun phrases as an article writes them, without what is told apart: determiner, possessor, numbers, asides."""

from __future__ import annotations

from collections.abc import Iterable

from factex.frames.syntax import Word
from factex.records import Article

# What belongs to a noun phrase to the left of its head; determiners and possessors are told apart from it.
_LEFT = frozenset({
    "amod", "compound", "nmod", "nummod", "quantmod", "npadvmod", "advmod", "punct", "case", "poss", "prep", "conj", "cc", "dep",
})  # fmt: skip
_HYPHENS = frozenset("-–/&")
# Prepositions that add to a sentence, not to a noun.
_ASIDES = frozenset({
    "according", "after", "as", "before", "by", "compared", "during", "following", "including", "like", "since", "than", "until",
    "versus", "via",
})  # fmt: skip
_BREAKS = frozenset({"(", "[", "--", "—", "–", ",", ";", ":"})
_EMPTY = frozenset({"such", "said", "same", "own", "and", "or"})


def join(words: Iterable[Word], article: Article) -> str:
    """The words as the article writes them; where some are left out, one space stands for them."""
    text, pieces = article.text, []
    begin = end = -1
    for word in sorted(words, key=lambda w: w.i):
        gap = text[end : word.start]
        if end >= 0 and gap.strip() == "" and "\n" not in gap:
            end = word.end
            continue
        if end >= 0:
            pieces.append(text[begin:end])
        begin, end = word.start, word.end
    if end >= 0:
        pieces.append(text[begin:end])
    return " ".join(pieces)


def phrase(head: Word) -> list[Word]:
    """The words of the noun phrase of *head*: its modifiers, its complements, and nouns coordinated with it.

    Without determiner and possessor, appositions, relative clauses and brackets. Numbers and times in the phrase are
    left out with the prepositions they hang on. It ends where a comma parts it from what follows.
    """
    found: list[Word] = []
    _gather(head, found, inner=False)
    found.sort(key=lambda w: w.i)
    while found[0] is not head and (
        found[0].pos in ("PUNCT", "ADP") or found[0].dep in ("advmod", "punct") or found[0].lower in _EMPTY
    ):
        found.pop(0)
    while found[-1] is not head and (found[-1].pos in ("PUNCT", "CCONJ", "ADP") or found[-1].dep == "case"):
        found.pop()
    return found


def _gather(head: Word, found: list[Word], *, inner: bool) -> None:
    """*inner*: inside another phrase, determiners and possessors are kept: "stake in its rival"."""
    found.append(head)
    for child in head.left:
        if _modifies(child, inner=inner):
            _take(child, found, inner=inner)
    broken = False
    for child in head.right:
        broken = broken or child.text in _BREAKS or child.dep in ("relcl", "acl", "appos")
        if child.mention is not None:
            continue
        if child.dep == "nummod" and head.pos == "PROPN":
            found.append(child)  # the S&P 500
        elif child.dep == "prep" and not broken and child.lower not in _ASIDES:
            obj = child.child("pobj")
            if obj is not None and obj.mention is None and not _counted(obj):
                found.append(child)
                _gather(obj, found, inner=True)
        elif child.dep == "conj" and _joins(head, child):
            found.extend([c for c in head.right if c.dep == "cc" and c.i < child.i][-1:])
            _gather(child, found, inner=True)


def _joins(head: Word, other: Word) -> bool:
    """Whether *other* is coordinated with *head* into one phrase: "debt and equity", not "a premium and the rest"."""
    if other.pos not in ("NOUN", "PROPN") or any(w.mention is not None or w.dep in ("det", "poss") for w in other.left):
        return False
    return any(c.dep == "cc" and c.i < other.i for c in head.right) or head.dep == "conj"


def _counted(noun: Word) -> bool:
    """Whether a number belongs to *noun*: "tariffs on $125 billion worth of goods"."""
    return any(c.mention is not None for c in noun.left)


def _modifies(child: Word, *, inner: bool) -> bool:
    """Whether a word to the left of a noun belongs to its phrase."""
    if child.mention is not None or (child.dep == "advmod" and child.pos == "ADV"):
        return False
    if child.dep in ("det", "poss") or child.pos == "DET":
        return inner
    return child.dep in _LEFT and child.dep != "cc" and (child.dep != "punct" or child.text in _HYPHENS)


def _take(child: Word, found: list[Word], *, inner: bool) -> None:
    """A left modifier with all that hangs on it, short of mentions."""
    if child.mention is not None or (child.dep == "det" and not inner):
        return
    found.append(child)
    for each in child.left + child.right:
        if each.dep != "prep" or each.child("pobj") is not None:
            _take(each, found, inner=inner)
