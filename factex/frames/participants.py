"""Participants of what is counted or dated: who has it, does it or undergoes it."""

from __future__ import annotations

from factex.frames.owners import Part, acting_on, by_agent, complement, doer, possessor
from factex.frames.scene import Site
from factex.frames.syntax import NOUNS, VERBS, Word, subject_of


def counted(site: Site) -> Part:
    """Who has, does or undergoes what is counted: "WeWork had 12,500 employees"."""
    root, verb, slot = site.root, site.verb, site.slot
    if site.definite or any(w.lower == "according" for w in root.climb()):
        return Part(None, None, verb)
    owner = possessor(root) or complement(root, "of")
    if owner is not None and not owner.bare:
        return Part(None, owner, verb)
    if slot.relation == "subject" and slot.anchor is not None:
        attr = slot.anchor.child("dobj", "attr") if slot.anchor.lemma == "be" else None
        return Part(None, by_agent(slot.anchor) or (attr if attr is not None and not attr.bare else None), verb)
    noun = slot.anchor
    if noun is not None and noun.pos in NOUNS and not noun.bare:
        return Part(None, possessor(noun) or acting_on(noun, verb) or noun, verb, instead=noun)
    return Part(None, doer(verb), verb)


def located(site: Site) -> Part:
    """The main participant of the event that a time locates, and what a duration is the length of."""
    verb, noun = site.verb, _dated(site)
    before = noun is not None and noun.i > site.words[-1].i
    measure = noun if before and site.value.kind == "duration" else _lasting(site)
    # "its October output": the output is what October locates, not the verb
    event = noun if before and site.value.kind != "duration" else verb
    if noun is not None:
        for each in (noun, *noun.climb()):
            owner = possessor(each)
            if owner is not None and not owner.bare:
                return Part(measure, owner, event)
            if each.pos in VERBS:
                break
        return Part(measure, acting_on(noun, verb) or noun, event)
    subject = subject_of(verb) if verb is not None else None
    return Part(measure, subject if subject is not None and not subject.bare else None, event)


def _dated(site: Site) -> Word | None:
    """The noun that a time is part of: "a 28-minute phone call", "the talks in May"."""
    noun = site.slot.anchor
    if noun is None or noun.pos not in NOUNS or noun.mention is not None:
        return None
    if site.slot.relation == "modifier" and noun.i > site.words[-1].i:
        while noun.dep == "compound" and noun.head.pos in NOUNS and noun.head.mention is None:
            noun = noun.head
    return noun


def _lasting(site: Site) -> Word | None:
    """What a duration is the length of, after it: "months of protests"."""
    after = site.after
    if site.value.kind != "duration" or after is None or after.lower != "of":
        return None
    whole = after.child("pobj")
    return whole if whole is not None and whole.mention is None else None
