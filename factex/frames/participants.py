"""Participants: what a number measures and whose it is, by the construction it stands in."""

from __future__ import annotations

from dataclasses import dataclass

from factex.data import table
from factex.frames.lexicon import is_level_verb, is_move_noun, is_move_verb, words
from factex.frames.machine import frame_rule
from factex.frames.scene import Site
from factex.frames.syntax import NOUNS, SUBJECTS, VERBS, Word, subject_of, verb_above


@dataclass(slots=True)
class Part:
    """`measure`: head of the noun phrase that names what the number measures; `subject`: head of that of its owner.

    `nominal`: a measure in other words than the text's ("earned" is earnings). `owned`: the measure is somebody's even
    though its sentence does not say whose; the article may.
    """

    measure: Word | None = None
    subject: Word | None = None
    predicate: Word | None = None
    nominal: str | None = None
    owned: bool = False


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
    obj = agent.child("pobj") if agent is not None else None
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


def of_measure(measure: Word, verb: Word | None, predicate: Word | None = None) -> Part:
    """The part of a measure and its owner: its possessor, the name before it, or who acts in the clause; else itself."""
    predicate = predicate or verb
    has = possessor(measure)
    if measure.lemma in words("figures", "indices") or (has is None and measure.ent == "PRODUCT"):
        return Part(measure, measure, predicate)
    if has is not None:
        return Part(measure, has, predicate)
    acting = _acting(measure, verb) if verb is not None else None
    if acting is not None and acting is not measure:
        if acting.lemma in table("roles")["observer"]:
            return Part(measure, None, predicate, owned=True)
        return Part(measure, acting, predicate)
    named = _named(measure)
    if named is not None:
        return Part(measure, named, predicate)
    return Part(measure, _fronted(verb) or measure, predicate, owned=measure.lemma in words("figures", "owned"))


def _named(measure: Word) -> Word | None:
    """The owner in the measure's own phrase: "Alibaba shares", "the income of Acme", "the price of its shares"."""
    if measure.ent == "":
        for child in measure.left:
            if child.dep in ("compound", "nmod") and child.ent in ("ORG", "PERSON") and child.mention is None:
                return child
    part = complement(measure, "of", "for", "at", "in", "from", "by")
    if part is None:
        return None
    return possessor(part) or (part if part.ent in ("ORG", "PERSON", "GPE") else None)


def _fronted(verb: Word | None) -> Word | None:
    """The group that an opening phrase names: "Among women, the rate rose 3%"."""
    if verb is None:
        return None
    for child in verb.left:
        if child.dep == "prep" and child.lower in ("among", "in", "for"):
            obj = child.child("pobj")
            if obj is not None and obj.mention is None and obj.tag == "NNS":
                return obj
    return None


def _inside(word: Word, top: Word) -> bool:
    return word is top or any(each is top for each in word.climb())


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
        if (
            obj is not None
            and obj.ent not in ("GPE", "LOC", "DATE", "ORG", "FAC", "EVENT")
            and obj.pos == "NOUN"
            and not any(c.dep in ("det", "poss") for c in obj.left)
        ):
            whole = obj
    if whole is None or whole.mention is not None or (after.lower == "of" and whole.pos not in NOUNS):
        return None
    verb, slot, has = site.verb, site.slot, possessor(whole)
    if has is not None:
        return Part(whole, has, verb)
    if slot.relation == "subject" and slot.anchor is verb:
        return Part(whole, _taker(verb) or whole, verb)
    if slot.relation in ("prep", "modifier", "appos") and slot.anchor is not None and slot.anchor.pos in NOUNS:
        return Part(whole, possessor(slot.anchor) or _acting(slot.anchor, verb) or whole, verb)
    part = of_measure(whole, None, verb)
    return Part(whole, doer(verb) or part.subject, verb)


def _taker(verb: Word | None) -> Word | None:
    """The part that a share falls to: "30% of the votes went to the Greens"."""
    if verb is None or verb.lemma not in ("go", "come", "belong", "accrue"):
        return None
    return complement(verb, "to", "from")


def _acting(noun: Word, verb: Word | None) -> Word | None:
    """Who acts on *noun* in its clause; None where *noun* itself is the subject."""
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
        agent = by_agent(verb) if verb is not None else None
        return agent if agent is not None and not _inside(noun, agent) else None
    if top.dep == "prep" and top.lower == "to" and verb is not None:
        # "drove stocks to a four-year high": the high is the stocks'
        obj = verb.child("dobj")
        if obj is not None and obj.mention is None and obj.i < noun.i:
            return obj
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
    return _of_noun(noun)


def _of_noun(noun: Word) -> Part:
    """Measure and subject where *noun* has the number."""
    verb = verb_above(noun)
    if is_move_noun(noun):
        moved = complement(noun, "in", "of", "for", "to") or _moved_before(noun)
        if moved is not None:
            return of_measure(moved, None, verb)
    return of_measure(noun, verb)


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
    return _of_noun(noun)


@frame_rule(
    reads={
        "The board increased the dividend by [8.3%].": {
            "measure": "dividend",
            "subject": "board",
            "change": "increase",
            "role": "by",
        },
        "Acme lifted its forecast to [$5 million].": {"measure": "forecast", "subject": "Acme", "role": "to"},
    },
    refuses=["Sales rose by [3%]."],
)
def moved_object(site: Site) -> Part | None:
    """What somebody raises or cuts by a number: "increased its contribution by 8.3%", "cut the dividend to $5"."""
    slot = site.slot
    verb = slot.anchor
    if (
        slot.relation not in ("prep", "verb")
        or verb is None
        or verb.pos not in VERBS
        or not (
            is_move_verb(verb) or verb.lemma in ("bring", "take", "set", "keep", "push", "pull", "send", "drive", "leave", "put")
        )
    ):
        return None
    obj = verb.child("dobj")
    if obj is None or obj.mention is not None or obj.pos not in NOUNS or obj.i > site.words[0].i:
        return None
    if obj.pos == "PRON" and obj.lower not in ("it", "them"):
        return None
    return Part(obj, possessor(obj) or doer(verb) or _named(obj) or obj, verb)


@frame_rule(
    reads={
        "South Korea's trade surplus with Japan stood at [$66 billion].": {
            "measure": "trade surplus with Japan",
            "subject": "South Korea",
            "predicate": "stand",
        },
        "Sales rose [3%].": {"measure": "Sales", "predicate": "rise", "change": "increase", "role": "by"},
        "The set will cost [$200].": {"measure": "set", "predicate": "cost"},
    },
    refuses=["The bank paid [$5 million]."],
)
def measured_subject(site: Site) -> Part | None:
    """The subject of a verb of level or move is the measure: "sales rose 3%", "the deficit stood at $5 billion"."""
    slot, verb = site.slot, site.slot.anchor
    if slot.relation == "adverb" and verb is not None:
        noun, verb = verb.head, site.verb
        if noun.pos in NOUNS:
            return of_measure(noun, None, slot.anchor) if noun.mention is None else None
    elif verb is None or not (is_move_verb(verb) or is_level_verb(verb)) or slot.relation not in ("prep", "verb"):
        return None
    subject = subject_of(verb) if verb is not None and verb.pos in VERBS else None
    if verb is None or subject is None or subject.mention is not None:
        return None
    obj = verb.child("dobj")
    if (
        obj is not None
        and obj.mention is None
        and obj.i < site.words[0].i
        and slot.relation != "adverb"
        and not is_level_verb(verb)
    ):
        return None
    dimension = complement(verb, "in")
    if dimension is not None and dimension.lemma in words("figures", "dimensions") and not dimension.left:
        return Part(dimension, possessor(subject) or subject, verb)
    part = of_measure(subject, verb)
    if part.owned and part.subject is subject:
        part.subject = _shared(verb)
    return part


def _shared(verb: Word) -> Word | None:
    """Whose figures a subordinate clause may be about: the subject of the clause above, "it earned $5m as revenue rose 3%"."""
    if verb.dep in ("advcl", "conj") and verb.head.pos in VERBS:
        found = subject_of(verb.head)
        if found is not None and found.mention is None:
            return possessor(found) or (found if found.lemma not in words("figures", "owned") else None)
    return None


@frame_rule(
    reads={
        "The retailer earned [$2.8 billion].": {"measure": "earnings", "subject": "retailer", "predicate": "earn"},
        "The notes yield [$5] a year.": {"measure": "yield", "subject": "notes", "per": "year"},
    },
    refuses=["The retailer spent [$2.8 billion]."],
)
def named_by_verb(site: Site) -> Part | None:
    """The verb names the measure: what somebody earned is earnings."""
    verb = site.slot.anchor
    nominal = (
        table("figures")["nominal"].get(verb.lemma)
        if verb is not None and site.slot.relation in ("verb", "adverb", "prep")
        else None
    )
    return None if nominal is None or verb is None else Part(None, doer(verb), verb, nominal)


@frame_rule(
    reads={
        "Seoul pays [$5 billion] annually for joint defense costs.": {
            "measure": "joint defense costs",
            "subject": "Seoul",
            "per": "year",
            "predicate": "pay",
        },
        "Arnold bought a notebook for [$1,200].": {"measure": "notebook", "subject": "Arnold", "predicate": "buy"},
        "The property was sold for [$3 million].": {"measure": "property"},
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
    passive = any(c.dep == "auxpass" for c in verb.left)
    obj = verb.child("dobj")
    if obj is not None and obj.mention is None and obj.pos in ("NOUN", "PROPN") and slot.relation != "verb":
        return Part(obj, possessor(obj) or subject or obj, verb)
    if passive and slot.relation == "prep":
        thing = subject_of(verb)
        if thing is not None and thing.mention is None:
            return Part(thing, by_agent(verb) or possessor(thing) or _named(thing) or thing, verb)
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
    whole = _fronted_whole(site, verb)
    if whole is not None:
        part = verb.child("attr", "acomp", "dobj")
        return Part(whole, part if part is not None and part.mention is None else whole, verb)
    if attr is not None and attr.mention is None and attr.pos in NOUNS:
        return of_measure(attr, None, verb)
    purpose = complement(verb, "on", "for", "in", "to", "into", "from")
    return Part(purpose, by_agent(verb), verb)


def _fronted_whole(site: Site, verb: Word) -> Word | None:
    """The whole that the sentence opens with: "Of the participants, 65% were white"."""
    opening = site.scene.parse.words[0]
    if opening.lower != "of" or site.value.kind not in ("percent", "count"):
        return None
    obj = opening.child("pobj")
    return obj if obj is not None and obj.mention is None and obj.i < verb.i else None


NUMBER_RULES = (
    share_of_whole,
    noun_modifier,
    noun_complement,
    moved_object,
    named_by_verb,
    measured_subject,
    number_as_subject,
    traded_object,
)


def counted(site: Site) -> Part:
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


def located(site: Site) -> Part:
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
