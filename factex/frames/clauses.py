"""Measures in clauses: what a number measures where a verb has it, as object, complement or subject."""

from __future__ import annotations

import re

from factex.data import table
from factex.frames.comparisons import alike
from factex.frames.gains import is_along, is_loss, is_step, is_sum, is_way, taken_from
from factex.frames.lexicon import codes, is_figure, is_index, is_level_verb, is_move_noun, is_move_verb, particle, roles, words
from factex.frames.machine import frame_rule
from factex.frames.owners import Part, acts, by_agent, complement, doer, named_before, of_measure, of_thing, possessor, shared
from factex.frames.persons import is_person
from factex.frames.scene import Site
from factex.frames.syntax import ACTORS, DASHES, NOUNS, VERBS, Word, is_passive, subject_of, verb_above


@frame_rule(
    reads={
        "The board raised the dividend by [8%].": {"measure": "dividend", "subject": "board", "change": "increase", "role": "by"},
        "Acme lifted its forecast to [$5 million].": {"measure": "forecast", "subject": "Acme", "role": "to"},
        "The plan would add [$3 billion] to the deficit.": {"measure": "deficit", "subject": "deficit"},
        "Banks pulled the sector [0.7%] lower.": {"measure": "sector", "subject": "sector", "change": "decrease"},
    },
    refuses=["Sales rose by [3%]."],
)
def moved_object(site: Site) -> Part | None:
    """What somebody raises or cuts by a number: "increased its contribution by 8.3%", "pulled the index 0.7% lower"."""
    verb, anchor = (site.verb if site.slot.relation == "adverb" else site.slot.anchor), site.slot.anchor
    more = anchor is not None and anchor.dep == "amod" and anchor.tag == "JJR"  # "it cools the air for 60% more pollen"
    if site.slot.relation not in ("prep", "verb", "adverb") or verb is None or verb.pos not in VERBS or more or site.set_beside():
        return None
    if not (is_move_verb(verb) or verb.lemma in words("moves", "causes")) or site.slot.prep.lower == "with":
        return None  # "it took third place with $5 million"
    moved, acting = taken_from(site, verb), doer(verb)
    if moved is not None:
        person = is_person(moved.lemma)  # "it adds $600 a week to beneficiaries"
        own = verb.lemma != "add" and moved.lemma in words("figures", "owned") and acts(acting)  # "we cut $5 from the budget"
        return Part(
            None if person else moved, possessor(moved) or complement(moved, "of", "in") or (acting if own else moved), verb
        )
    obj = verb.child("dobj")
    person = obj is not None and obj.pos == "PRON" and obj.lower not in ("it", "them")
    behind = obj is not None and obj.i > site.words[0].i
    if behind and obj is not None and site.slot.prep.head is verb:  # "cut to $5 the sum that it must pay"
        behind = any(w.text in DASHES | {","} for w in site.scene.parse.words[site.words[-1].i : obj.i])
    if obj is None or person or behind or is_step(obj) or obj.mention is not None or obj.pos not in NOUNS:
        return None
    owner = possessor(obj) or named_before(obj)
    if owner is None and acting is not None and acting.lemma in words("figures", "instruments"):
        return of_measure(obj, None, verb)  # the law that raised the minimum wage has none
    # Nor has a thing who only moves it, "banks pulled the index lower", or by which it moves: "a rise would lift the rate to".
    idle = verb.lemma in words("moves", "causes") or (acting is not None and is_move_noun(acting))
    return Part(obj, owner or (obj if idle else acting or obj), verb)


@frame_rule(
    reads={
        "South Korea's trade surplus with Japan stood at [$66 billion].": {
            "measure": "trade surplus with Japan",
            "subject": "South Korea",
            "predicate": "stand",
        },
        "The cost is in the region of [$5 million].": {"measure": "cost", "predicate": "be"},
        "Sales rose 3% during the period to [$5 million].": {"measure": "Sales", "change": "increase", "role": "to"},
        "Profit before tax fell [3%].": {"measure": "Profit before tax", "change": "decrease"},
        "The bank may cut by [half a point].": {"measure": None, "subject": "bank", "change": "decrease"},
        "Sales rose to $5 million (€4 million), compared with [$3 million].": {"measure": "Sales"},
    },
    refuses=["The bank paid [$5 million].", "The levy passed by [65%].", "Ann Lee settled with the state for [$9 million]."],
)
def measured_subject(site: Site) -> Part | None:
    """The subject of a verb of level or move is the measure: "sales rose 3%", "the deficit stood at $5 billion"."""
    slot, anchor = site.slot, site.slot.anchor
    noun = anchor.head if slot.relation == "adverb" and anchor is not None else None
    if noun is not None and noun.pos in NOUNS:
        first = noun.head if noun.dep == "conj" else noun
        above = verb_above(first) if first.dep == "dobj" else None  # "they want 3% more pay and 4% more leave"
        sized = site.value.kind == "quantity" and above is None
        told = anchor if anchor is not None and anchor.pos in VERBS else verb_above(noun)  # "a 300-foot-tall tower fell"
        return None if noun.mention is not None else of_thing(noun, told) if sized else of_measure(noun, above, told)
    verb = _telling(site)
    subject = _told_of(site, verb) if verb is not None else None
    if verb is None or subject is None or subject.dep == "csubj" or subject.bare or _pays(site, subject) or is_loss(site, verb):
        return None
    if _is_handled(site, subject, verb):
        return Part(None, subject, verb)
    goods = verb.child("dobj") if slot.relation == "adverb" and not is_level_verb(verb) else None
    if goods is not None and goods.mention is not None:
        return Part(None, subject, verb)  # "Acme sold 300 cars and 40 vans in May, down 3%"
    figure = subject.head.head
    dated = any(c.attribute == "class" for c in subject.left)  # "gold for May delivery falling $3"
    if verb.dep == "acl" and subject.dep == "pobj" and (dated or (is_figure(figure.lemma) and not is_figure(subject.lemma))):
        subject = figure  # "bills for large houses rising by £25"
    dimension = complement(verb, "in")
    if dimension is not None and dimension.lemma in words("figures", "dimensions"):
        return Part(dimension, subject, verb)
    part = _elliptic(site, subject, verb) or of_measure(subject, verb)
    place = complement(site.root, "in") if subject.lemma in words("figures", "national", "local") else None
    if place is not None and place.ent == "GPE" and part.subject in (None, subject):
        part.subject = place  # "rates are 9% in Leeds and 8% in York"
    elif part.owned and part.subject is not None and part.subject.ent == "GPE":
        place = complement(site.root, "in") or complement(verb, "in")  # "America led, while output fell 2% in Asia"
        part.subject = place if place is not None and place.pos == "PROPN" else part.subject
    if part.owned and part.subject in (None, subject):
        part.subject = shared(verb)
        following = [w.lower for w in site.scene.parse.words[site.words[-1].i + 1 :][:6]]
        part.owned = not (following[:1] == ["of"] and {"gdp", "economy"}.intersection(following))  # debt at 90% of GDP
    return part


def _told_of(site: Site, verb: Word) -> Word | None:
    """The subject of *verb*, or what moved where that is the noun of a move: "The fall in sales went on, down 5%"."""
    subject = subject_of(verb)
    beside = site.slot.relation == "adverb" and site.before.previous.text == "," and subject is not None and is_move_noun(subject)
    return complement(subject, "in", "of") or subject if beside and subject is not None else subject


def _is_handled(site: Site, subject: Word, verb: Word) -> bool:
    """Whether who acts is no figure: "Lund finished with 38%" of the votes, as may a party, "Brazil reported 12,000".

    Nor is a bank that may cut by a point.
    """
    slot, kind = site.slot, site.value.kind
    made = verb.lemma in words("moves", "made") and slot.prep.lower == "by" and acts(subject) and not is_passive(verb)
    scored = kind == "percent" and slot.prep.lower in ("on", "with")
    seen = verb.lemma in words("moves", "seen")
    seen |= slot.relation == "verb" and verb.lemma in ("add", "lose", "shed") and site.value.unit is None  # "Acme added 45,000"
    dealt = kind == "quantity" and slot.relation == "verb" and subject.ent in ACTORS and not is_level_verb(verb)  # "cut 30 tonnes"
    party = scored and site.beside is None and not (is_figure(subject.lemma) or is_index(subject) or is_move_noun(subject))
    named = bool(subject.ent) or subject.pos == "PROPN"
    return made or dealt or party or (named and (scored or (seen and kind == "count")))


def _elliptic(site: Site, owner: Word, verb: Word) -> Part | None:
    """Whose figure moved, where a genitive leaves the figure out: "its shares rose 3%, while Volta's fell 2%"."""
    alone = owner.next.tag == "POS" and owner.next.head is owner and owner.pos == "PROPN"
    earlier = alike(site) if alone else None
    measure = None if earlier is None else earlier.part.measure
    return None if measure is None else Part(None, owner, verb, measure.text)


def _telling(site: Site) -> Word | None:
    """The verb that says how high its subject stands or how far it moved, by the number."""
    slot, verb = site.slot, site.slot.anchor
    if slot.relation == "adverb":
        compared = verb is not None and verb.tag == "JJR"  # not "borrow $12 billion more"
        verb = site.verb
        moves = verb is not None and is_move_verb(verb) and not is_way(site, verb)
        obj = verb.child("dobj") if verb is not None and site.set_beside() else None  # not "began work, 3% less"
        stands = verb is not None and is_level_verb(verb) and (obj is None or obj.mention is not None)
        fits = verb is not None and (not compared or moves or stands)
        return verb if fits else None
    if verb is not None and verb.dep == "acomp" and verb.lemma in ("equal", "equivalent"):
        verb = verb.head  # "the price is equivalent to $5 a pound"
    if verb is None or verb.pos not in VERBS or slot.relation not in ("prep", "verb"):
        return None
    # What is told of others, "she was among the 12,000 there", "it is in 30% of homes".
    if slot.prep.lower in ("amid", "among", "amongst", "in", "into") and slot.prep not in site.lead and verb.lemma != "come":
        return None  # but "profit came in between $3 million and $4 million"
    taking = not is_level_verb(verb) or verb.lemma in words("figures", "judged", "reaching")
    obj, told = verb.child("dobj"), site.beside or site  # an object before the number is the measure
    has_object = taking and obj is not None and obj.mention is None and obj.i < (told.lead or told.words)[0].i
    tells = (is_move_verb(verb) and not is_way(site, verb)) or _tells_level(site, verb)
    return verb if tells and not is_sum(site, verb) and not has_object else None


def _tells_level(site: Site, verb: Word) -> bool:
    """Whether *verb* says how high its subject stands, by itself or with its preposition: "stood", "held steady at"."""
    placed = site.before.lower in ("above", "around", "at", "below", "near")
    steady = words("figures", "level_at", "judged")
    if site.slot.prep.lower == "by" and particle(verb) is None:
        return False  # "the levy passed by 65%", but "sales are down by 5%"
    return is_level_verb(verb) or (placed and verb.lemma in steady and verb.child("dobj") is None)


def _pays(site: Site, subject: Word) -> bool:
    """Whether a sum is what its subject acts with or for, and no price: "it opened with $5 million", "Acme settled for $9".

    Nor does one part measure another: "a third goes to schools and 12% to roads".
    """
    if subject.mention is not None and site.root.dep == "conj" and site.root.head is subject.head:
        return True
    acts = site.value.kind == "money" and site.slot.prep.lower == "for" and subject.ent in ("ORG", "PERSON")
    return acts or is_along(site)


@frame_rule(
    reads={
        "The brewer earned [$1.9 billion].": {"measure": "earnings", "subject": "brewer", "predicate": "earn"},
        "The bank lost [$5 million].": {"measure": "loss", "subject": "bank", "change": None},
        "The notes yield [$5] a year.": {"measure": "yield", "subject": "notes", "per": "year"},
    },
    refuses=["The brewer spent [$1.9 billion]."],
)
def named_by_verb(site: Site) -> Part | None:
    """The verb names the measure: what somebody earned is earnings."""
    verb = site.slot.anchor
    if verb is None or site.slot.relation not in ("verb", "adverb", "prep"):
        return None
    nominal = table("figures")["nominal"].get(verb.lemma)
    if nominal is None or (is_move_verb(verb) and not is_loss(site, verb)):
        return None
    return Part(None, doer(verb), verb, nominal)


def verb_of(site: Site) -> Word | None:
    """The verb that the number hangs on, or the nearest above."""
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
    verb = verb_of(site)
    if verb is None or verb.lemma not in codes("sources"):
        return None
    subject = doer(verb)
    observed = subject is None or subject.lemma in roles("observer") | roles("written")
    use = complement(site.root, "for") if site.value.kind == "money" else None
    if use is not None and use.pos == "NOUN" and not observed and not is_person(use.lemma):  # "announced $5 million for hospitals"
        return Part(use, subject, verb)
    text = site.scene.article.text[site.mention.end : site.mention.end + 20]
    share = site.value.kind == "money" and re.match(r" (?:a|per) (?:diluted |basic )?share\b", text) is not None
    return Part(None, None if observed else subject, verb, "earnings" if share else None, owned=observed)


@frame_rule(
    reads={
        "[$5 billion] was spent on research.": {"measure": "research", "predicate": "spend"},
        "Some [$3 billion] was wiped off the value of Volta.": {"measure": "value of Volta", "subject": "Volta"},
        "Of the 4,000 firms polled, [38 percent] backed the plan.": {"measure": "firms"},
        "The [$3 million] spent on the bridge is a record.": {"measure": "bridge", "predicate": "spend"},
        "[$20 million] is the final offer.": {"measure": "final offer", "predicate": "be"},
    },
    refuses=["Sales rose [3%]."],
)
def number_as_subject(site: Site) -> Part | None:
    """The number is the subject: "$5 billion was spent on research", "$20 million is the final offer"."""
    slot = site.slot
    if slot.relation != "subject" or slot.anchor is None or site.beside is not None:
        compared = site.beside is not None and slot.relation == "subject"  # "53% of the boys smoked, compared with 39% in 1990"
        return site.beside.part if compared and site.beside is not None else None
    verb = slot.anchor
    attr = verb.child("attr")
    whole = _fronted_whole(site)
    if whole is not None:
        part = verb.child("attr", "acomp", "dobj")
        part = complement(part, "to") if part is not None and part.lemma == "due" else part  # "60% was due to losses"
        return Part(whole, part if part is not None and part.mention is None else whole, verb)
    used = site.root.child("acl") if site.value.kind == "money" else None
    use = complement(used, "for", "on") if used is not None and used.tag == "VBN" else None
    if used is not None and use is not None:
        return Part(use, by_agent(used) or possessor(use), used)  # "the $3 million paid for the painting is a record"
    if attr is not None and attr.mention is None:
        return of_measure(attr, None, verb)
    if site.value.kind == "percent" or (site.value.kind == "count" and site.value.unit is None):
        spent = site.value.kind == "percent" and (is_passive(verb) or verb.lemma == "go")  # but "4% came for other reasons"
        taker = complement(verb, "to", "from")
        falls = taker is not None and (taker.pos == "PROPN" or verb.lemma in words("verbs", "falling"))  # "300 succumbed to cancer"
        return Part(complement(verb, "on", "for") if spent else None, by_agent(verb) or (taker if falls else None), verb)
    taken = ("from", "off", "out") if verb.lemma in words("moves", "shifts") else ()
    purpose = complement(verb, "on", "for", "in", "into", *taken) or _taken_off(verb)
    owner = (possessor(purpose) or complement(purpose, "of")) if purpose is not None else None
    return Part(purpose, by_agent(verb) or owner, verb)


def _taken_off(verb: Word) -> Word | None:
    """What a sum is taken off, where the model makes it an object: "$3 billion was wiped off the value of Volta"."""
    obj = verb.child("dobj") if verb.child("prt") is not None else None
    return obj if obj is not None and obj.mention is None else None


def _fronted_whole(site: Site) -> Word | None:
    """The whole that the sentence opens with: "Of the participants, 65% were white"."""
    opening = site.scene.parse.words[0]
    obj = opening.child("pobj") if opening.lower == "of" else None
    return None if obj is None or obj.bare else obj
