"""Verbs: which clauses tell of one time together, and whether it is over."""

from __future__ import annotations

from typing import Literal

from factex.frames.lexicon import codes, is_level_verb, is_move_verb, words
from factex.frames.syntax import AUXILIARIES, SUBJECTS, TENSED, VERBS, Word, verb_above


def is_joined(verb: Word | None, own: Word) -> bool:
    """Whether *verb*, with a subject of its own, is coordinated with the clauses of *own* and reports nothing."""
    if verb is None or verb.child(*SUBJECTS) is None or verb.lemma in codes("sources") or is_aside(verb):
        return False
    return coordination(verb) is own


def is_aside(verb: Word) -> bool:
    """Whether a clause only tells more of a noun: "the bank, which lost $3 million"."""
    return verb.dep in ("relcl", "acl")


def is_when(verb: Word) -> bool:
    """Whether a clause tells when that of the verb above happened, at the same time: "when it opened in 1990"."""
    return verb.dep == "advcl" and verb.head.pos in VERBS and any(c.lower == "when" for c in verb.left)


def is_apart(verb: Word) -> bool:
    """Whether a clause tells of another time than that of the verb above: "after 300 people protested", "for stealing $5"."""
    if verb.dep == "pcomp":
        return verb.head.lower in words("phrases", "apart")
    if verb.dep != "advcl":
        return False
    purpose = any(c.lower == "to" and c.dep == "aux" for c in verb.left) and not (is_move_verb(verb) or is_level_verb(verb))
    return purpose or any(c.dep == "mark" and c.lower in words("phrases", "apart") for c in verb.left)


def coordination(verb: Word) -> Word:
    """The first verb of the clauses that *verb* is coordinated with by "and" or "while"."""
    while verb.head.pos in VERBS and (
        verb.dep == "conj"
        or (verb.dep == "advcl" and any(c.dep == "mark" and c.lower in ("as", "whereas", "while") for c in verb.left))
    ):
        verb = verb.head
    return verb


def is_main(verb: Word, *, reported: bool = False) -> bool:
    """Whether the verb is that of the main clause, or coordinated with it, or *reported* in passing: "sales fell, it said"."""
    top = coordination(verb)
    if reported and top.dep == "ccomp" and top.i < top.head.i:
        return top.head.dep == "ROOT" and top.head.lemma in codes("sources")
    said = top.child("dobj")  # "issued a statement", which was made on a day, not what it says
    return top.dep == "ROOT" and top.lemma not in codes("sources") and (said is None or said.lemma not in codes("sayings"))


Tense = Literal["past", "perfect", "present", "future"]


def tense(verb: Word | None) -> Tense | None:
    """The tense of the verb, or of the one above it that has one: "have risen" is perfect, "had risen" and "would rise" open."""
    while verb is not None:
        if verb.tag in TENSED:
            return "past" if verb.tag == "VBD" else "present"
        auxiliary = next((c for c in verb.left if c.dep in AUXILIARIES), None)
        if auxiliary is not None and auxiliary.lower not in ("to", "being", "been", "having"):
            if auxiliary.tag == "MD":
                return "future" if auxiliary.lower in ("will", "'ll", "’ll", "shall") else None
            if auxiliary.lemma == "have" and verb.tag == "VBN":
                return None if auxiliary.tag == "VBD" else "perfect"
            return "past" if auxiliary.tag == "VBD" else "present"
        verb = verb_above(verb.head) if verb.head is not verb else None
    return None
