"""Factuality: how sure the source, or the article, is of a statement (FactBank codes)."""

from __future__ import annotations

from dataclasses import dataclass

from factex.frames.attribution import Source, presupposed
from factex.frames.lexicon import codes, words
from factex.frames.scene import Site
from factex.frames.syntax import VERBS, Word
from factex.records import Factuality

_RANK: dict[Factuality, int] = {"CT+": 0, "PR+": 1, "PS+": 2, "PR-": 3, "PS-": 4, "CT-": 5, "CTu": 6, "Uu": 7}
_NEGATED: dict[Factuality, Factuality] = {"CT+": "CT-", "PR+": "PR-", "PS+": "PS-", "PR-": "PR+", "CT-": "CT+", "PS-": "PS+"}


@dataclass(slots=True)
class Certainty:
    """`cue`: the word that decided it, None for a plain statement."""

    code: Factuality
    cue: Word | None = None


def factuality(site: Site, source: Source | None) -> Certainty:
    """The least certain that the words between the mention and its source make the statement."""
    found = Certainty("CT+")
    word = site.root
    slot = site.slot
    if slot.relation == "modifier" and slot.anchor is not None and site.verb is not None and presupposed(site, site.verb):
        return found
    stop = source.cue if source is not None else None
    if slot.anchor is not None and slot.anchor.pos == "NOUN":
        found = _foreseen(slot.anchor)
    for head in word.climb():
        if head is stop:
            return _worse(found, Certainty(_source_code(head), head))
        if head.pos in VERBS and _apart(word, head):
            break
        for step in _cues(head, word):
            found = _worse(found, step)
        if word is slot.top and head.dep == "acl" and codes("events").get(head.lemma) == "PR+":
            found = _worse(found, Certainty("PR+", head))  # benefits anticipated for 2019
        if _factive(head, word):
            break
        if head.pos in VERBS and head.lemma in codes("sources") and word.dep == "ccomp" and head.lemma not in codes("events"):
            break
        word = head
    return found


# Adverbial clauses with these take what they say for granted.
_FACTIVE = frozenset({"after", "although", "as", "because", "before", "since", "though", "when", "while"})


def _apart(clause: Word, verb: Word) -> bool:
    """Whether a clause stands beside *verb*, out of reach of its negation and modals: "it rose in May; it did not last"."""
    if clause.pos not in VERBS or verb.lemma in codes("sources"):
        return False
    finite = clause.tag in ("VBD", "VBZ", "VBP")
    return (clause.dep == "conj" and finite) or (clause.dep in ("ccomp", "parataxis") and finite and clause.i < verb.i)


def _factive(head: Word, below: Word) -> bool:
    """Whether *head* is taken for granted by what stands above it: relative clauses, "after reaching a deal"."""
    if head.pos == "ADP":
        return below.dep == "pcomp" and head.lower in _FACTIVE
    if head.pos not in VERBS:
        return False
    if head.dep == "advcl":
        return any(c.dep == "mark" and c.lower in _FACTIVE for c in head.left)
    return head.dep == "relcl" or (head.dep == "acl" and head.tag == "VBN")


def _foreseen(noun: Word) -> Certainty:
    """Whether a participle says that the noun is yet to be: "the expected 3% rise", "the rise that was planned"."""
    for child in noun.children:
        participle = child.dep in ("amod", "acl", "relcl") and child.tag == "VBN"
        if participle and codes("events").get(child.lemma) == "PR+" and child.lemma != "estimate":
            return Certainty("PR+", child)
    return Certainty("CT+")


def _source_code(cue: Word) -> Factuality:
    return codes("sources").get(cue.lemma, "CT+")


def _worse(one: Certainty, other: Certainty) -> Certainty:
    return other if _RANK[other.code] > _RANK[one.code] else one


def _cues(head: Word, below: Word) -> list[Certainty]:
    """What *head* and its own words make of the part *below* it."""
    if head.pos in VERBS:
        return _of_verb(head, below)
    part = "events" if head.pos == "ADJ" and below.dep in ("xcomp", "ccomp") else "nouns" if _complements(head, below) else None
    code = codes(part).get(head.lemma) if part is not None else None
    return [Certainty(code, head)] if code is not None else []


def _of_verb(verb: Word, below: Word) -> list[Certainty]:
    found: list[Certainty] = []
    for child in verb.left:
        part = {"aux": "modals", "mark": "openers"}.get(child.dep)
        if part is not None and child.lower in codes(part):
            found.append(Certainty(codes(part)[child.lower], child))
    negation = verb.child("neg")
    if negation is not None and _negates(below):
        found.append(Certainty("CT-", negation))
    if below.dep in ("xcomp", "ccomp", "oprd") and below.i > verb.i and verb.lemma in codes("events"):
        found.append(Certainty(codes("events")[verb.lemma], verb))
    return found


def _complements(noun: Word, below: Word) -> bool:
    """Whether *below* says what a plan, a demand or a fear is of."""
    if noun.pos != "NOUN":
        return False
    verbal = below.pos in VERBS and below.dep in ("acl", "ccomp", "xcomp", "relcl") and below.tag != "VBN"
    return verbal or (below.dep == "prep" and below.lower in ("for", "over", "about", "to"))


def _negates(below: Word) -> bool:
    """Whether a negation of a verb reaches *below*: its complements and objects, not its subject."""
    return below.dep not in ("nsubj", "nsubjpass", "relcl", "advcl")


__all__ = ["Certainty", "factuality", "words"]
