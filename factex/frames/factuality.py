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
    for head in word.climb():
        if head is stop:
            return _worse(found, Certainty(_source_code(head), head))
        for step in _cues(head, word):
            found = _worse(found, step)
        if head.dep == "relcl" and head.pos in VERBS:
            break
        if head.pos in VERBS and head.lemma in codes("sources") and word.dep == "ccomp" and head.lemma not in codes("events"):
            break
        word = head
    return found


def _source_code(cue: Word) -> Factuality:
    return codes("sources").get(cue.lemma, "CT+")


def _worse(one: Certainty, other: Certainty) -> Certainty:
    return other if _RANK[other.code] > _RANK[one.code] else one


def _cues(head: Word, below: Word) -> list[Certainty]:
    """What *head* and its own words make of the part *below* it."""
    found: list[Certainty] = []
    if head.pos in VERBS:
        for child in head.left:
            if child.dep == "aux" and child.lower in codes("modals"):
                found.append(Certainty(codes("modals")[child.lower], child))
            elif child.dep == "mark" and child.lower in codes("openers"):
                found.append(Certainty(codes("openers")[child.lower], child))
        if head.child("neg") is not None and below.dep != "advcl" and _negates(below):
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


def _negates(below: Word) -> bool:
    """Whether a negation of a verb reaches *below*: its complements and objects, not its subject."""
    return below.dep not in ("nsubj", "nsubjpass", "relcl")


__all__ = ["Certainty", "factuality", "words"]
