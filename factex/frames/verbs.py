"""Verbs: which clauses tell of one time together, and whether it is over."""

from __future__ import annotations

from factex.frames.lexicon import codes
from factex.frames.syntax import AUXILIARIES, FINITE, SUBJECTS, VERBS, Word, verb_above


def is_joined(verb: Word | None, own: Word) -> bool:
    """Whether *verb*, with a subject of its own, is coordinated with the clauses of *own* and reports nothing."""
    if verb is None or verb.child(*SUBJECTS) is None or verb.lemma in codes("sources") or is_aside(verb):
        return False
    return coordination(verb) is own


def is_aside(verb: Word) -> bool:
    """Whether a clause only tells more of a noun: "the bank, which lost $3 million"."""
    return verb.dep in ("relcl", "acl")


def coordination(verb: Word) -> Word:
    """The first verb of the clauses that *verb* is coordinated with by "and" or "while"."""
    while (verb.dep == "conj" or (verb.dep == "advcl" and _while(verb))) and verb.head.pos in VERBS:
        verb = verb.head
    return verb


def _while(verb: Word) -> bool:
    return any(c.dep == "mark" and c.lower in ("while", "as", "whereas") for c in verb.left)


def is_main(verb: Word) -> bool:
    """Whether the verb is that of the main clause, or coordinated with it."""
    top = coordination(verb)
    return top.dep == "ROOT" and top.lemma not in codes("sources")


def is_present(verb: Word) -> bool:
    """Whether the verb itself, or its auxiliary, is in the present, or tells of what is to come."""
    auxiliary = next((c for c in verb.left if c.dep in AUXILIARIES), None)
    return (auxiliary or verb).tag in ("MD", "VBP", "VBZ")


def is_past(verb: Word | None) -> bool:
    """Whether the verb, or the one above it, is in the simple past: what had happened was earlier."""
    while verb is not None:
        if verb.tag in FINITE:
            return verb.tag == "VBD"
        auxiliary = next((c for c in verb.left if c.dep in AUXILIARIES), None)
        if auxiliary is not None and auxiliary.lower not in ("to", "being", "been", "having"):
            return auxiliary.tag == "VBD" and not (auxiliary.lemma == "have" and verb.tag == "VBN")
        verb = verb_above(verb.head) if verb.head is not verb else None
    return False
