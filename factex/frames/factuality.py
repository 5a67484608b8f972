"""Factuality: how sure the source, or the article, is of a statement (FactBank codes)."""

from __future__ import annotations

from dataclasses import dataclass

from factex.frames.attribution import Source
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
    if _presupposed(site):
        return found
    stop = source.cue if source is not None else None
    for head in word.climb():
        if head is stop:
            return _worse(found, Certainty(_source_code(head), head))
        for step in _cues(head, word):
            found = _worse(found, step)
        if head.dep in ("relcl",) and head.pos in VERBS:
            break
        if head.pos in VERBS and head.lemma in codes("sources") and word.dep == "ccomp" and head.lemma not in codes("events"):
            break
        word = head
    return found


def _presupposed(site: Site) -> bool:
    """Whether the number belongs to a definite noun: in "wants to end the 15% tariffs" there are such tariffs."""
    slot = site.slot
    noun = slot.anchor
    if slot.relation != "modifier" or noun is None:
        return False
    return any(c.lower in ("the", "these", "those", "this") or c.dep == "poss" for c in noun.left if c.i < site.words[0].i)


def _source_code(cue: Word) -> Factuality:
    return codes("sources").get(cue.lemma, "CT+")


def _worse(one: Certainty, other: Certainty) -> Certainty:
    return other if _RANK[other.code] > _RANK[one.code] else one


def _cues(head: Word, below: Word) -> list[Certainty]:
    """What *head* and its own words make of the part *below* it."""
    found: list[Certainty] = []
    if head.pos in VERBS:
        for child in head.left:
            if child.dep == "aux" and child.lower in codes("modals") and not _has_have(head, child):
                found.append(Certainty(codes("modals")[child.lower], child))
            elif child.dep == "mark" and child.lower in codes("openers"):
                found.append(Certainty(codes("openers")[child.lower], child))
        if head.child("neg") is not None and below.dep != "advcl" and _negates(head, below):
            found.append(Certainty("CT-", head.child("neg")))
        if below.dep in ("xcomp", "ccomp", "oprd", "advcl") and (below.pos in VERBS or below.dep == "xcomp") and below.i > head.i:
            code = codes("events").get(head.lemma)
            if code is not None and below.dep != "advcl":
                found.append(Certainty(code, head))
    elif head.pos == "ADJ" and below.dep in ("xcomp", "ccomp") and head.lemma in codes("events"):
        found.append(Certainty(codes("events")[head.lemma], head))
    elif head.pos == "NOUN" and below.dep in ("acl", "prep", "ccomp", "xcomp", "relcl") and head.lemma in codes("nouns"):
        verbal = below.pos in VERBS and below.dep in ("acl", "ccomp", "xcomp")
        if verbal or (below.dep == "prep" and below.lower in ("for", "over", "about", "to")):
            found.append(Certainty(codes("nouns")[head.lemma], head))
    return found


def _has_have(head: Word, modal: Word) -> bool:
    return False


def _negates(head: Word, below: Word) -> bool:
    """Whether a negation at *head* reaches *below*: its complements and objects, not its subject."""
    return below.dep not in ("nsubj", "nsubjpass", "relcl")


__all__ = ["Certainty", "factuality", "words"]
