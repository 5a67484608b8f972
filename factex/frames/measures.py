"""Measures: what a number measures and whose it is, by the construction it stands in."""

from __future__ import annotations

import re

from factex.data import table
from factex.frames.lexicon import codes, is_level_verb, is_move_noun, is_move_verb, words
from factex.frames.machine import frame_rule
from factex.frames.owners import Part, acting_on, by_agent, complement, doer, named_before, of_measure, possessor
from factex.frames.scene import Site, gap
from factex.frames.syntax import NOUNS, VERBS, Word, subject_of, verb_above


@frame_rule(
    reads={
        "The fund sold [60%] of its shares.": {"measure": "shares", "subject": "fund"},
        "Acme Corp bought [$125 million] worth of steel.": {"measure": "steel", "subject": "Acme Corp"},
        "Germany paid [$3 billion] in damages.": {"measure": "damages", "subject": "Germany"},
        "Exports account for [18%] of its output.": {"measure": "output", "subject": "Exports"},
    },
    refuses=["Sales rose [3%] in Germany.", "Sales rose by [3%]."],
)
def share_of_whole(site: Site) -> Part | None:
    """A share or an amount of something: "14% of voters", "$3 billion in damages", "$125 million worth of steel"."""
    whole = _whole(site)
    if whole is None or _is_level(site):
        return None
    verb, slot = site.verb, site.slot
    if slot.relation == "subject" and slot.anchor is verb:
        return Part(whole, possessor(whole) or _taker(verb) or whole, verb)
    noun = slot.anchor
    owner = _named_part(site, verb) or possessor(whole)
    if owner is None and noun is not None and noun.pos in NOUNS:
        owner = possessor(noun) or acting_on(noun, verb) or whole
    return Part(whole, owner or doer(verb) or of_measure(whole, None).subject, verb)


def _is_level(site: Site) -> bool:
    """Whether a share only tells how high something stands: "cut its deficit to 4.7% of output"."""
    prep, anchor = site.slot.prep, site.slot.anchor
    return prep is not None and prep.lower in ("to", "from", "at") and anchor is not None and anchor.pos in VERBS


def _named_part(site: Site, verb: Word | None) -> Word | None:
    """The part that a verb says is so much of the whole: "exports account for 18% of its output"."""
    if verb is None or verb.lemma not in words("figures", "parts") or site.value.kind != "percent":
        return None
    part = subject_of(verb) if site.slot.relation in ("verb", "prep") else None
    return part if part is not None and part.mention is None else None


def _whole(site: Site) -> Word | None:
    """The noun after the number that it is a share or an amount of."""
    after, whole = site.after, None
    if after is None:
        return None
    if after.lower == "of" and site.mention.end == after.start - 1:
        whole = after.child("pobj")
    elif after.lower == "worth":
        following = next((c for c in after.right if c.lower == "of"), None)
        whole = following.child("pobj") if following is not None else None
    elif after.lower == "in" and site.value.kind in ("money", "quantity") and site.slot.relation != "modifier":
        whole = _material(after.child("pobj"))
    elif after.text == "(" and site.value.kind == "quantity":
        whole = complement(site.root, "of")  # 450 Nm (332 lb-ft) of torque
    return whole if whole is not None and whole.mention is None and whole.pos in NOUNS else None


def _material(noun: Word | None) -> Word | None:
    """What an amount "in" something consists of: "$3 billion in damages", but not in Germany, in May or in cash."""
    if noun is None or noun.pos != "NOUN" or noun.ent in ("GPE", "LOC", "DATE", "ORG", "FAC", "EVENT"):
        return None
    named = any(c.dep in ("det", "poss") for c in noun.left)
    return None if named or noun.lemma in words("figures", "manners") else noun


def _taker(verb: Word | None) -> Word | None:
    """The part that a share falls to: "30% of the votes went to the Greens"."""
    if verb is None or verb.lemma not in ("go", "come", "belong", "accrue"):
        return None
    return complement(verb, "to", "from")


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
        moved = complement(noun, "in", "of", "for", "to") or _moved_before(noun) or _apposed_to(noun)
        if moved is not None:
            return of_measure(moved, None, verb)
    return of_measure(noun, verb)


def _apposed_to(noun: Word) -> Word | None:
    """What moved, where the noun of the move stands beside it: "a profit of $6 million, a 20% jump"."""
    head = noun.head
    return head if noun.dep == "appos" and head.pos == "NOUN" and head.mention is None else None


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


def is_sum(site: Site, verb: Word) -> bool:
    """Whether the number is a sum that the verb's subject gets, not a move: "raised $5 million"."""
    return site.value.kind == "money" and site.slot.prep is None and verb.lemma in words("moves", "sums")


@frame_rule(
    reads={
        "The board increased the dividend by [8.3%].": {
            "measure": "dividend",
            "subject": "board",
            "change": "increase",
            "role": "by",
        },
        "Acme lifted its forecast to [$5 million].": {"measure": "forecast", "subject": "Acme", "role": "to"},
        "Banks pulled the index [0.7%] lower.": {"measure": "index", "change": "decrease", "role": "by"},
    },
    refuses=["Sales rose by [3%]."],
)
def moved_object(site: Site) -> Part | None:
    """What somebody raises or cuts by a number: "increased its contribution by 8.3%", "pulled the index 0.7% lower"."""
    verb = site.verb if site.slot.relation == "adverb" else site.slot.anchor
    if site.slot.relation not in ("prep", "verb", "adverb") or verb is None or verb.pos not in VERBS:
        return None
    if not (is_move_verb(verb) or verb.lemma in words("moves", "causes")):
        return None
    obj = verb.child("dobj")
    if obj is None or obj.mention is not None or obj.pos not in NOUNS or obj.i > site.words[0].i:
        return None
    if obj.pos == "PRON" and obj.lower not in ("it", "them"):
        return None
    return Part(obj, possessor(obj) or named_before(obj) or doer(verb) or obj, verb)


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
    if verb is None or subject is None or subject.bare:
        return None
    if slot.relation != "adverb" and (is_sum(site, verb) or (_has_object(verb, site) and not is_level_verb(verb))):
        return None
    dimension = complement(verb, "in")
    if dimension is not None and dimension.lemma in words("figures", "dimensions") and not dimension.left:
        return Part(dimension, possessor(subject) or subject, verb)
    part = of_measure(subject, verb)
    if part.owned and part.subject is subject:
        part.subject = _shared(verb)
    return part


def _has_object(verb: Word, site: Site) -> bool:
    """Whether the verb has an object before the number, which then is the measure."""
    obj = verb.child("dobj")
    return obj is not None and obj.mention is None and obj.i < site.words[0].i


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
        "Arnold bought a notebook for [$1,200].": {"measure": "notebook", "subject": "Arnold", "predicate": "buy"},
        "The property was sold for [$3 million].": {"measure": "property"},
    },
    refuses=["Sales rose [3%].", "Seoul pays [$5 billion] for defense."],
)
def traded_object(site: Site) -> Part | None:
    """What is bought, sold or done for a number: "bought a notebook for $1,200", "the property was sold for $3 million"."""
    slot, verb = site.slot, _verb(site)
    if verb is None or slot.relation == "verb":
        return None
    obj = verb.child("dobj")
    if obj is not None and obj.mention is None and (obj.pos in ("NOUN", "PROPN") or obj.lower in ("it", "them")):
        return Part(obj, possessor(obj) or doer(verb) or obj, verb)
    thing = subject_of(verb) if any(c.dep == "auxpass" for c in verb.left) and slot.relation == "prep" else None
    if thing is None or thing.mention is not None:
        return None
    part = of_measure(thing, None, verb)
    part.subject = by_agent(verb) or part.subject
    return part


def _verb(site: Site) -> Word | None:
    """The verb that the number is no subject of."""
    if site.slot.relation == "subject":
        return None
    anchor = site.slot.anchor
    return anchor if anchor is not None and anchor.pos in VERBS else site.verb


@frame_rule(
    reads={
        "Analysts expected [$2.52] a share.": {"measure": "earnings", "per": "share", "speaker": "Analysts", "factuality": "PR+"},
        "Acme expects [$5 million] in May.": {"subject": "Acme", "speaker": "Acme", "cue": "expect"},
    },
    refuses=["Seoul pays [$5 billion] for defense."],
)
def expected_number(site: Site) -> Part | None:
    """A number that somebody expects or claims: it is his own, or, where he only watches, that of the company told about."""
    verb = _verb(site)
    if verb is None or verb.lemma not in codes("sources"):
        return None
    subject = doer(verb)
    observed = subject is None or subject.lemma in table("roles")["observer"]
    return Part(None, None if observed else subject, verb, "earnings" if _per_share(site) else None, owned=observed)


@frame_rule(
    reads={
        "Seoul pays [$5 billion] annually for joint defense costs.": {
            "measure": "joint defense costs",
            "subject": "Seoul",
            "per": "year",
            "predicate": "pay",
        },
        "The bank raised [$5 million] from savers.": {"measure": "savers", "subject": "bank", "change": None},
    },
    refuses=["Sales rose [3%]."],
)
def paid_for(site: Site) -> Part | None:
    """What somebody pays a number for, spends it on or raises it from."""
    verb = _verb(site)
    if verb is None:
        return None
    subject = doer(verb)
    purpose = _purpose(site.root) or _purpose(verb)
    if purpose is not None and site.slot.relation == "verb":
        return Part(purpose, subject, verb)
    return None if subject is None else Part(None, subject, verb)


def _purpose(word: Word) -> Word | None:
    """What a sum is for, on, through or from; those that it comes from or goes to are people, not what it measures."""
    found = complement(word, "for", "on", "in", "into", "as", "through", "via", "from")
    return (
        found
        if found is not None and (found.pos == "NOUN" or (found.pos == "PROPN" and found.head.lower in ("for", "on")))
        else None
    )


def _per_share(site: Site) -> bool:
    """Whether the number is one per share; what analysts expect per share is earnings."""
    text = site.scene.article.text[site.mention.end : site.mention.end + 20]
    return site.value.kind == "money" and re.match(r" (?:a|per) (?:diluted |basic )?share\b", text) is not None


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


@frame_rule(
    reads={
        "It has a nozzle ([$5] list price).": {"measure": "list price"},
    },
    refuses=["It raised its stake ([$5 million])."],
)
def bracketed(site: Site) -> Part | None:
    """A number in brackets with the noun it measures: "a nozzle (1.5mm internal diameter)"."""
    words_ = site.scene.parse.words
    before, place = site.before, site.words[-1].i + 1
    if before is None or before.text not in ("(", "["):
        return None
    begin = place
    while place < len(words_) and words_[place].pos in ("ADJ", "NOUN", "PROPN"):
        place += 1
    closed = place < len(words_) and words_[place].text in (")", "]", ",")
    noun = words_[place - 1]
    return Part(noun, noun, None) if closed and place > begin and noun.pos == "NOUN" else None


@frame_rule(
    reads={
        "Imports rose $3 million and exports [$5 million].": {
            "measure": "exports",
            "predicate": "rise",
            "change": "increase",
            "role": "by",
        },
        "Imports fell to $9 billion and exports to [$5 billion].": {"measure": "exports", "change": "decrease", "role": "to"},
    },
    refuses=["Sales rose $3 million and profit rose [$5 million]."],
)
def gapped(site: Site) -> Part | None:
    """A second subject and number without a verb of their own: "sales rose 3% and profit 5%"."""
    noun = gap(site)
    if noun is None:
        return None
    verb = site.scene.sites[site.index - 1].verb
    return of_measure(noun, None, verb)


@frame_rule(
    reads={
        "At noon: Dow +0.2%, Nasdaq +[0.8%].": {"measure": "Nasdaq", "subject": "Nasdaq"},
        "Final price [$5 million]": {"measure": "Final price"},
    },
    refuses=["Sales rose [3%]."],
)
def listed(site: Site) -> Part | None:
    """A name before its number, in a list or a line without a verb: "Dow +0.2% Nasdaq +0.8%"."""
    if site.verb is not None and not site.sign:
        return None
    before = site.before
    if before is not None and before.pos == "NUM" and before.head.pos == "PROPN" and before.head.i < before.i:
        before = before.head  # the S&P 500
    if before is None or before.pos not in ("NOUN", "PROPN") or before.mention is not None:
        return None
    return Part(before, before, None)


NUMBER_RULES = (
    bracketed,
    gapped,
    listed,
    share_of_whole,
    noun_modifier,
    noun_complement,
    moved_object,
    named_by_verb,
    measured_subject,
    number_as_subject,
    traded_object,
    expected_number,
    paid_for,
)
