"""Pointing: which noun phrases point to what is known, and which words of one are a name."""

from __future__ import annotations

from factex.frames.entities import entity_head
from factex.frames.phrases import phrase
from factex.frames.syntax import SUBJECTS, VERBS, Word

_DEFINITE = frozenset({"the", "this", "that"})


def is_definite(word: Word) -> bool:
    """Whether a noun points to what is known: "the company"; "the company that makes it" says itself who is meant."""
    if not any(c.lower in _DEFINITE for c in word.left if c.dep == "det"):
        return False
    return not any(c.dep == "prep" or (c.dep in ("relcl", "acl") and not _comma_between(word, c)) for c in word.right)


def is_empty(word: Word) -> bool:
    """Whether "it" only points ahead: "it takes years to build a school", "it is possible that"."""
    if word.lower != "it" or word.dep not in SUBJECTS or word.head.lemma not in ("be", "cost", "take"):
        return False
    verb = word.head
    clauses = [c for c in verb.right if c.dep in ("acl", "advcl", "ccomp", "csubj", "xcomp") and c.pos in VERBS]
    ahead = any(c.lower in ("to", "that") for clause in clauses for c in clause.left)
    return ahead and (verb.lemma != "be" or verb.child("acomp", "attr") is not None)


def beside(name: Word, pronoun: Word) -> bool:
    """Whether a name stands in a phrase before the pronoun's own verb, so that another is meant: "next to Lund, she"."""
    if pronoun.dep not in SUBJECTS:
        return False
    below = entity_head(name)
    for head in below.climb():
        if below.dep not in ("advmod", "pobj", "prep"):
            return False
        if head is pronoun.head:
            return True
        below = head
    return False


def is_acronym(word: Word) -> bool:
    """Whether a word in capitals is a name that looks like a pronoun: the US, the WHO."""
    return len(word.text) > 1 and word.text.isupper()


def _comma_between(word: Word, clause: Word) -> bool:
    return any(c.text == "," and c.i < clause.i for c in word.right)


def capitalised(word: Word) -> list[Word]:
    """The words of a name that spaCy sees no entity in: up to its head, and what goes on from there in capitals or figures."""
    found: list[Word] = []
    for each in phrase(word):
        if each.i > word.i and not (each.pos in ("PROPN", "NUM") or each.text in "/&-"):
            break
        found.append(each)
    return found
