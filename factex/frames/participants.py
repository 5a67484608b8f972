"""Participants of what is counted or dated: who has it, does it or undergoes it."""

from __future__ import annotations

from factex.frames.owners import Part, acting_on, by_agent, complement, doer, possessor
from factex.frames.scene import Site
from factex.frames.syntax import NOUNS, VERBS, subject_of


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
    """The main participant of the event that a time locates."""
    slot = site.slot
    noun = slot.anchor if slot.anchor is not None and slot.anchor.pos in NOUNS and slot.anchor.mention is None else None
    measure = None
    after = site.after
    if site.value.kind == "duration" and after is not None and after.lower == "of" and (whole := after.child("pobj")) is not None:
        measure = whole if whole.mention is None else None
    if noun is not None and slot.relation == "modifier" and noun.i > site.words[-1].i:
        while noun.dep == "compound" and noun.head.pos in NOUNS and noun.head.mention is None:
            noun = noun.head
        if site.value.kind == "duration":
            measure = noun
    verb = site.verb
    if noun is not None:
        for each in (noun, *noun.climb()):
            has = possessor(each)
            if has is not None and has.mention is None:
                return Part(measure, has, verb)
            if each.pos in VERBS:
                break
        acting = acting_on(noun, verb)
        return Part(measure, acting or noun, verb)
    subject = subject_of(verb) if verb is not None else None
    if subject is not None and subject.mention is not None:
        other = site.scene.sites[subject.mention]
        subject = other.root if other.value.kind == "count" and other is not site else None
    return Part(measure, subject, verb)
