"""Participants: what a number measures and whose it is, by the construction it stands in."""

from __future__ import annotations

from dataclasses import dataclass

from factex.data import table
from factex.frames.lexicon import is_level_verb, is_move_noun, is_move_verb
from factex.frames.machine import frame_rule
from factex.frames.scene import Site
from factex.frames.syntax import NOUNS, SUBJECTS, VERBS, Word, subject_of, verb_above


@dataclass(slots=True)
class Part:
    """`measure`: head of the noun phrase that names what the number measures; `subject`: head of that of its owner.

    `nominal`: a measure in other words than the text's ("earned" is earnings).
    """

    measure: Word | None = None
    subject: Word | None = None
    predicate: Word | None = None
    nominal: str | None = None


def possessor(noun: Word | None) -> Word | None:
    """Who has *noun*, in the genitive."""
    return None if noun is None else next((c for c in noun.left if c.dep == "poss"), None)


def complement(noun: Word, *preps: str) -> Word | None:
    """The object of the first of these prepositions after *noun*, numbers and times left aside."""
    for child in noun.right:
        if child.dep == "prep" and child.lower in preps:
            obj = child.child("pobj")
            if obj is not None and obj.mention is None:
                return obj
    return None


def by_agent(verb: Word) -> Word | None:
    """The agent of a passive: "imposed by the U.S."."""
    agent = verb.child("agent")
    if agent is None:
        return None
    obj = agent.child("pobj")
    return obj if obj is not None and obj.mention is None else None


def doer(verb: Word | None) -> Word | None:
    """Who does what *verb* says: its subject, in the passive its agent if there is one."""
    if verb is None:
        return None
    if any(c.dep == "auxpass" for c in verb.left) or (verb.tag == "VBN" and verb.dep == "acl"):
        agent = by_agent(verb)
        if agent is not None:
            return agent
    found = subject_of(verb)
    return found if found is not None and found.mention is None else None


def owner(measure: Word, verb: Word | None) -> Word | None:
    """Whose *measure* is: its possessor, the name before it, or who acts in the clause; itself if nobody does."""
    found = possessor(measure)
    if found is not None:
        return found
    subject = doer(verb)
    if subject is not None and subject is not measure and not _inside(measure, subject):
        return subject
    named = next((c for c in measure.left if c.dep in ("compound", "nmod", "amod") and c.ent in ("ORG", "PERSON", "GPE") and c.mention is None), None)
    if named is not None and measure.ent == "":
        return named
    part = complement(measure, "of", "for", "at", "in", "from", "by")
    if part is not None:
        has = possessor(part)
        if has is not None:
            return has
        if part.ent in ("ORG", "PERSON", "GPE"):
            return part
    return measure


def _inside(word: Word, top: Word) -> bool:
    return word is top or any(each is top for each in word.climb())


SHARE_NEXT = frozenset({"of", "worth"})


@frame_rule(
    reads={
        "The fund sold [60%] of its shares.": {"measure": "shares", "subject": "fund"},
        "Acme Corp bought [$125 million] worth of steel.": {"measure": "steel", "subject": "Acme Corp"},
        "Germany paid [$3 billion] in damages.": {"measure": "damages", "subject": "Germany"},
    },
    refuses=["Sales rose [3%] in Germany.", "Sales rose by [3%]."],
)
def share_of_whole(site: Site) -> Part | None:
    """A share or an amount of something: "14% of voters", "$3 billion in damages", "$125 million worth of steel"."""
    after = site.after
    if after is None:
        return None
    whole: Word | None = None
    if after.lower == "of" and site.mention.end == after.start - 1:
        whole = after.child("pobj")
    elif after.lower == "worth":
        following = next((c for c in after.right if c.lower == "of"), None)
        whole = following.child("pobj") if following is not None else None
    elif after.lower == "in" and site.value.kind in ("money", "quantity") and site.slot.relation != "modifier":
        obj = after.child("pobj")
        if obj is not None and obj.ent not in ("GPE", "LOC", "DATE", "ORG", "FAC", "EVENT") and obj.pos == "NOUN" and not any(c.dep in ("det", "poss") for c in obj.left):
            whole = obj
    if whole is None or whole.mention is not None or (after.lower == "of" and whole.pos not in NOUNS):
        return None
    verb = site.verb
    slot = site.slot
    has = possessor(whole)
    if slot.relation == "subject" and slot.top.head is verb:
        return Part(whole, has or _taker(verb) or whole, verb)
    if has is not None:
        return Part(whole, has, verb)
    if slot.relation in ("prep", "modifier", "appos") and slot.anchor is not None and slot.anchor.pos in NOUNS:
        return Part(whole, possessor(slot.anchor) or _acting(slot.anchor, verb) or whole, verb)
    return Part(whole, doer(verb) or whole, verb)


def _taker(verb: Word | None) -> Word | None:
    """The part that a share falls to: "30% of the votes went to the Greens"."""
    if verb is None or verb.lemma not in ("go", "come", "belong", "accrue"):
        return None
    return complement(verb, "to", "from")


def _acting(noun: Word, verb: Word | None) -> Word | None:
    """Who acts on *noun* in its clause, unless it is the subject itself: then the noun."""
    relative = next((c for c in noun.right if c.dep in ("relcl", "acl")), None)
    if relative is not None:
        subject = relative.child("nsubj") if relative.dep == "relcl" else by_agent(relative)
        if subject is not None and subject.lower not in ("that", "which", "who"):
            return subject
    top = noun
    for each in noun.climb():
        if each.pos in VERBS:
            break
        top = each
    if top.dep in SUBJECTS:
        agent = doer(verb)
        return agent if agent is not None and not _inside(noun, agent) else noun
    found = doer(verb)
    return found if found is not None and not _inside(noun, found) else None


@frame_rule(
    reads={
        "He fears the [26%] tariffs the U.S. imposed on South Korea.": {"measure": "tariffs", "subject": "U.S."},
        "The city won a [$5.1 million] grant.": {"measure": "grant", "subject": "city"},
        "Analysts saw a [3%] rise in sales.": {"measure": "sales", "change": "increase", "role": "by"},
    },
    refuses=["Sales rose [3%].", "It sold [60%] of its shares."],
)
def noun_modifier(site: Site) -> Part | None:
    """A number before the noun it measures: "the 26% tariffs", "a $5.1 million grant", "a 3% rise in sales"."""
    slot = site.slot
    if slot.relation != "modifier" or slot.anchor is None or slot.anchor.mention is not None or slot.anchor.i < site.words[0].i:
        return None
    noun = slot.anchor
    while noun.dep == "compound" and noun.head.pos in NOUNS and noun.head.i > noun.i and noun.head.mention is None:
        noun = noun.head
    return _of_noun(noun, site)


def _of_noun(noun: Word, site: Site) -> Part:
    """Measure and subject where *noun* has the number."""
    verb = verb_above(noun)
    if is_move_noun(noun):
        moved = complement(noun, "in", "of", "for", "to") or _moved_before(noun)
        if moved is not None:
            return Part(moved, possessor(moved) or possessor(noun) or owner(moved, None), verb)
        return Part(noun, possessor(noun) or _acting(noun, verb) or noun, verb)
    return Part(noun, possessor(noun) or _acting(noun, verb) or owner(noun, None), verb)


def _moved_before(noun: Word) -> Word | None:
    """What moved, where it stands before the noun of the move: "the share price increase"."""
    before = [c for c in noun.left if c.dep == "compound" and c.mention is None and c.pos == "NOUN"]
    return before[-1] if before else None


@frame_rule(
    reads={
        "The company posted a loss of [$63 million].": {"measure": "loss", "subject": "company"},
        "It sees sales growth of [1.8%].": {"measure": "sales growth"},
        "The plan comes at a cost of [$5 billion].": {"measure": "cost", "subject": "plan"},
    },
    refuses=["Sales rose by [3%]."],
)
def noun_complement(site: Site) -> Part | None:
    """A number after the noun it measures: "growth of 1.8%", "at a cost of $5 billion", "a contract worth $2 million"."""
    slot = site.slot
    noun = slot.anchor
    if slot.relation == "adverb" and noun is not None and noun.lemma == "worth" and noun.head.pos in NOUNS:
        noun = noun.head
    elif slot.relation == "appos":
        if noun is None or noun.i > site.words[0].i:
            return None
    elif slot.relation != "prep":
        return None
    if noun is None or noun.pos not in NOUNS or noun.mention is not None or noun.pos == "PRON":
        return None
    return _of_noun(noun, site)


@frame_rule(
    reads={
        "The board increased the dividend by [8.3%].": {"measure": "dividend", "subject": "board", "change": "increase", "role": "by"},
        "Acme lifted its forecast to [$5 million].": {"measure": "forecast", "subject": "Acme", "role": "to"},
    },
    refuses=["Sales rose by [3%]."],
)
def moved_object(site: Site) -> Part | None:
    """What somebody raises or cuts by a number: "increased its contribution by 8.3%", "cut the dividend to $5"."""
    slot = site.slot
    verb = slot.anchor
    if slot.relation not in ("prep", "verb") or verb is None or verb.pos not in VERBS or not (is_move_verb(verb) or verb.lemma in ("bring", "take", "set", "keep", "push", "pull", "send", "drive", "leave", "put")):
        return None
    obj = verb.child("dobj") or _misread_object(verb, site)
    if obj is None or obj.mention is not None or obj.pos not in NOUNS or obj.i > site.words[0].i:
        return None
    if obj.pos == "PRON" and obj.lower not in ("it", "them"):
        return None
    return Part(obj, possessor(obj) or doer(verb) or obj, verb)


def _misread_object(verb: Word, site: Site) -> Word | None:
    """The subject of a passive: "the target was raised to $5"."""
    if any(c.dep == "auxpass" for c in verb.left):
        return None
    return None


@frame_rule(
    reads={
        "South Korea's trade surplus with Japan stood at [$66 billion].": {"measure": "trade surplus with Japan", "subject": "South Korea", "predicate": "stand"},
        "Sales rose [3%].": {"measure": "Sales", "predicate": "rise", "change": "increase", "role": "by"},
        "The set will cost [$200].": {"measure": "set", "predicate": "cost"},
    },
    refuses=["The bank paid [$5 million]."],
)
def measured_subject(site: Site) -> Part | None:
    """The subject of a verb of level or move is the measure: "sales rose 3%", "the deficit stood at $5 billion"."""
    slot = site.slot
    verb = slot.anchor
    if slot.relation == "adverb":
        verb = site.verb
        if slot.anchor is not None and slot.anchor.head.pos in NOUNS:
            verb = None
            noun = slot.anchor.head
            if noun.mention is None:
                return Part(noun, owner(noun, None), slot.anchor)
    if verb is None or verb.pos not in VERBS or slot.relation not in ("prep", "verb", "adverb"):
        return None
    particle = slot.relation == "adverb"
    if not (is_move_verb(verb) or is_level_verb(verb) or particle):
        return None
    subject = subject_of(verb)
    if subject is None or subject.mention is not None or subject is site.root:
        return None
    obj = verb.child("dobj")
    if obj is not None and obj.mention is None and obj.i < site.words[0].i and not particle and not is_level_verb(verb):
        return None
    return Part(subject, owner(subject, None), verb)


@frame_rule(
    reads={
        "Seoul pays [$5 billion] annually for joint defense costs.": {"measure": "joint defense costs", "subject": "Seoul", "per": "year", "predicate": "pay"},
        "Arnold bought a notebook for [$1,200].": {"measure": "notebook", "subject": "Arnold", "predicate": "buy"},
        "The property was sold for [$3 million].": {"measure": "property"},
        "The retailer earned [$2.8 billion].": {"measure": "earnings", "subject": "retailer", "predicate": "earn"},
    },
    refuses=["Sales rose [3%]."],
)
def traded_object(site: Site) -> Part | None:
    """What somebody pays, raises or spends a number on, or trades for it."""
    slot = site.slot
    verb = slot.anchor if slot.anchor is not None and slot.anchor.pos in VERBS else site.verb
    if verb is None or slot.relation == "subject":
        return None
    subject = doer(verb)
    nominal = table("figures")["nominal"].get(verb.lemma)
    if nominal is not None and slot.relation == "verb":
        return Part(None, subject, verb, nominal)
    passive = any(c.dep == "auxpass" for c in verb.left)
    obj = verb.child("dobj")
    if obj is not None and obj.mention is None and obj.pos in ("NOUN", "PROPN") and slot.relation != "verb":
        return Part(obj, possessor(obj) or subject or obj, verb)
    if passive and slot.relation == "prep":
        thing = subject_of(verb)
        if thing is not None and thing.mention is None:
            return Part(thing, by_agent(verb) or owner(thing, None), verb)
    purpose = complement(verb, "for", "on", "in", "into", "from", "to", "as")
    if purpose is not None and purpose.pos == "NOUN" and slot.relation == "verb":
        return Part(purpose, subject, verb)
    if subject is None:
        return None
    return Part(None, subject, verb)


@frame_rule(
    reads={
        "[$5 billion] was spent on research.": {"measure": "research", "predicate": "spend"},
        "[$20 million] is the final offer.": {"measure": "final offer", "predicate": "be"},
    },
    refuses=["Sales rose [3%]."],
)
def number_as_subject(site: Site) -> Part | None:
    """The number is the subject: "$5 billion was spent on research", "$20 million is the final offer"."""
    slot = site.slot
    if slot.relation != "subject" or slot.anchor is None:
        return None
    verb = slot.anchor
    attr = verb.child("attr") or next((c.child("attr") for c in verb.right if c.dep == "xcomp"), None)
    if attr is not None and attr.mention is None and attr.pos in NOUNS:
        return Part(attr, possessor(attr) or owner(attr, None), verb)
    purpose = complement(verb, "on", "for", "in", "to", "into", "from")
    return Part(purpose, by_agent(verb), verb)


NUMBER_RULES = (share_of_whole, noun_modifier, noun_complement, moved_object, measured_subject, number_as_subject, traded_object)


def counted(site: Site) -> Part | None:
    """Who has, does or undergoes what is counted: "WeWork had 12,500 employees"."""
    root, verb = site.root, site.verb
    has = possessor(root) or complement(root, "of")
    if has is not None and has.mention is None:
        return Part(None, has, verb)
    slot = site.slot
    if slot.relation == "subject":
        agent = by_agent(slot.anchor) if slot.anchor is not None else None
        attr = slot.anchor.child("dobj", "attr") if slot.anchor is not None and slot.anchor.lemma == "be" else None
        return Part(None, agent or (attr if attr is not None and attr.mention is None else None), verb)
    if slot.anchor is not None and slot.anchor.pos in NOUNS and slot.anchor.mention is None:
        return Part(None, possessor(slot.anchor) or _acting(slot.anchor, verb) or slot.anchor, verb)
    return Part(None, doer(verb), verb)


def located(site: Site) -> Part | None:
    """The main participant of the event that a time locates."""
    slot = site.slot
    noun = slot.anchor if slot.anchor is not None and slot.anchor.pos in NOUNS and slot.anchor.mention is None else None
    measure = None
    if noun is not None and slot.relation == "modifier" and noun.i > site.words[-1].i:
        while noun.dep == "compound" and noun.head.pos in NOUNS and noun.head.mention is None:
            noun = noun.head
        if site.value.kind == "duration":
            measure = noun
    verb = site.verb
    if noun is not None:
        has = possessor(noun)
        if has is not None and has.mention is None:
            return Part(measure, has, verb)
        acting = _acting(noun, verb)
        return Part(measure, acting or noun, verb)
    subject = subject_of(verb) if verb is not None else None
    if subject is not None and subject.mention is not None:
        other = site.scene.sites[subject.mention]
        subject = other.root if other.value.kind == "count" and other is not site else None
    return Part(measure, subject, verb)
