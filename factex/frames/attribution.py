"""Attribution: who says so, and by which word."""

from __future__ import annotations

from dataclasses import dataclass

from factex.frames.lexicon import codes
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
    found = reporting(site)
    return found or according(site)


def reporting(site: Site) -> Source | None:
    """The subject of the nearest verb of saying, expecting or wanting that the mention stands in the clause of."""
    sources = codes("sources")
    word = site.root
    for head in word.climb():
        if head.pos in VERBS and head.lemma in sources and _introduces(head, word, site):
            who = _source_of(head)
            if who is not None and who.mention != site.index:
                return Source(who, head, head.lemma)
        aside = _aside(head)
        if aside is not None and aside is not word:
            return Source(_source_of(aside), aside, aside.lemma)
        word = head
    return None


def _aside(head: Word) -> Word | None:
    """A report beside its clause: "Sales rose 3%, the company said"."""
    if head.pos not in VERBS:
        return None
    return next((c for c in head.children if c.dep == "parataxis" and c.lemma in codes("sources")), None)


def _introduces(verb: Word, clause: Word, site: Site) -> bool:
    """Whether *clause*, a child of the source verb, is what the source says, and not when or where it says so."""
    if clause.dep in ("ccomp", "xcomp"):
        return clause.pos in VERBS or clause.pos in ("ADJ", "NOUN", "ADP", "AUX", "PROPN", "NUM", "ADV")
    if clause.dep in ("dobj", "attr", "oprd"):
        return site.numeric and verb.lemma in _OBJECTS
    if clause.dep == "prep":
        return site.numeric and verb.lemma in _OBJECTS and verb.child("dobj") is not None
    return clause.dep == "advcl" and clause.i < verb.i and False


# Verbs whose object is itself a statement: "announced a $5 million deal", "forecast a loss of $3".
_OBJECTS = frozenset({"announce", "anticipate", "cite", "claim", "demand", "disclose", "envisage", "estimate", "expect", "forecast", "foresee", "predict", "project", "reveal", "see", "seek", "want", "request"})


def _source_of(verb: Word) -> Word | None:
    """The subject of a source verb, or the agent of its passive: "was expected by analysts"."""
    if any(c.dep == "auxpass" for c in verb.left):
        agent = verb.child("agent")
        return agent.child("pobj") if agent is not None else None
    found = verb.child("nsubj")
    if found is not None and found.lower in ("which", "who", "that") and verb.dep == "relcl":
        return verb.head
    if found is None:
        found = subject_of(verb)
    return found


def according(site: Site) -> Source | None:
    """The source that "according to" names, where the mention stands outside that phrase."""
    for word in site.scene.parse.words:
        if word.lower == "according":
            to = next((c for c in word.right if c.lower == "to"), None)
            obj = to.child("pobj") if to is not None else None
            if obj is not None and not any(w.mention == site.index for w in obj.within()):
                return Source(obj, word, "according to")
    return None
