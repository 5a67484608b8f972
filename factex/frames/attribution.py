"""Attribution: who says so, and by which word."""

from __future__ import annotations

from dataclasses import dataclass

from factex.frames.lexicon import codes, takes_object
from factex.frames.scene import Site
from factex.frames.syntax import VERBS, Word, subject_of


@dataclass(slots=True)
class Source:
    """`who`: head of the noun phrase that names the source, None for an unnamed one. `cue`: the word that says so."""

    who: Word | None
    cue: Word
    lemma: str


def attribution(site: Site) -> Source | None:
    """The nearest source that the statement with the mention is put to."""
    return reporting(site) or according(site)


def reporting(site: Site) -> Source | None:
    """The subject of the nearest verb of saying, expecting or wanting that the mention stands in the clause of."""
    sources = codes("sources")
    word, clausal = site.root, False
    for head in word.climb():
        inside = clausal or site.numeric or word is not site.root
        if head.pos in VERBS and head.lemma in sources and _introduces(head, word, clausal=inside):
            who = _source_of(head)
            untold = sources[head.lemma] == "Uu" and presupposed(site, head)
            if who is not None and who.mention != site.index and not untold:
                return Source(who, head, head.lemma)
        aside = _aside(head)
        if aside is not None and aside is not word:
            return Source(_source_of(aside), aside, aside.lemma)
        clausal = clausal or head.pos in VERBS
        word = head
    return None


def presupposed(site: Site, verb: Word) -> bool:
    """Whether a definite noun below *verb* holds the number: in "wants to end the 15% tariffs" there are such tariffs."""
    word = site.root
    for head in word.climb():
        if head is verb or (
            head.pos in VERBS and word.dep not in ("acl", "relcl", "prep", "agent") and head.dep not in ("acl", "relcl")
        ):
            return False
        if head.pos in ("NOUN", "PROPN") and any(
            c.lower in ("the", "these", "those", "this") or c.dep == "poss" for c in head.left
        ):
            return True
        word = head
    return False


def _aside(head: Word) -> Word | None:
    """A report beside its clause: "Sales rose 3%, the company said"."""
    if head.pos not in VERBS:
        return None
    return next((c for c in head.children if c.dep == "parataxis" and c.lemma in codes("sources")), None)


def _introduces(verb: Word, clause: Word, *, clausal: bool) -> bool:
    """Whether *clause*, a child of the source verb, is what the source says, and not when or where it says so."""
    if clause.dep == "ccomp":
        return True
    if clause.dep == "xcomp":
        return codes("sources")[verb.lemma] == "Uu" or takes_object(verb.lemma)
    if clause.dep in ("dobj", "attr", "oprd"):
        return clausal and takes_object(verb.lemma)
    if clause.dep == "prep":
        about = clause.lower in ("of", "for", "at", "on", "about")
        return about and clausal and takes_object(verb.lemma) and verb.child("dobj") is not None
    return False


def _source_of(verb: Word) -> Word | None:
    """The subject of a source verb, or the agent of its passive: "was expected by analysts"."""
    if any(c.dep == "auxpass" for c in verb.left) or (verb.tag == "VBN" and not any(c.dep == "aux" for c in verb.left)):
        agent = verb.child("agent")
        return agent.child("pobj") if agent is not None else None
    return subject_of(verb)


def according(site: Site) -> Source | None:
    """The source that "according to" names, of the clause that the phrase belongs to."""
    for word in site.scene.parse.words:
        if word.lower != "according":
            continue
        to = next((c for c in word.right if c.lower == "to"), None)
        obj = to.child("pobj") if to is not None else None
        after = site.words[0].i > word.i
        if obj is None or any(w.mention == site.index for w in obj.within()) or (after and word.i > word.head.i):
            continue
        return Source(obj, word, "according to")
    return None
