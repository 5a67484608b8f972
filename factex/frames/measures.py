"""Measures in noun phrases: what a number measures where a noun has it, before it or after it."""

from __future__ import annotations

from dataclasses import replace

from factex.frames.clauses import measured_subject
from factex.frames.comparisons import alike, first_form
from factex.frames.lexicon import can_say, codes, is_figure, is_level_verb, is_move_noun, is_move_verb, roles, words
from factex.frames.machine import frame_rule
from factex.frames.owners import (
    Part,
    acting_on,
    complement,
    doer,
    figure_of,
    is_statistic,
    of_measure,
    of_thing,
    possessor,
    recipient,
)
from factex.frames.persons import is_person
from factex.frames.phrases import is_prepositional, join, phrase
from factex.frames.scene import Site
from factex.frames.syntax import ACTORS, NOUNS, SUBJECTS, Word, compounded, is_passive, subject_of, verb_above


@frame_rule(
    reads={
        "Lightning struck a ridge [15 km] west of Dayton.": {"measure": None, "subject": "ridge"},
        "The crash happened [20 miles] north-east of Dayton.": {"measure": None, "subject": "crash"},
    },
    refuses=["The ridge rises [15 km].", "The storm took [20 minutes]."],
)
def distance(site: Site) -> Part | None:
    """How far away something is: what stands before the number, or what its clause tells of."""
    inside = site.before.lower in ("inside", "within")  # "12 villages within 6 km of the crater", but "within the 6 km zone"
    if site.value.kind != "quantity" or not site.is_distance or (inside and site.slot.relation == "modifier"):
        return None
    aside = site.before.text in (",", "(")  # "Pokhara, 200 km west of the capital"
    before = site.before.previous if aside or inside else site.before
    top = next((w for w in before.climb() if w.dep not in ("pobj", "prep")), before)
    comma = (before.entity or [before])[0].previous
    state = before.ent == "GPE" and comma.text == "," and comma.previous.pos == "PROPN"  # "Salem, Oregon, 40 miles south of"
    apart = aside and top.dep == "appos"  # "Aro, a port at the end of the lake, 12 km"
    place = comma.previous if state else top if apart else before
    near = place if place.pos in NOUNS and not place.bare else None
    return Part(None, near or (subject_of(site.verb) if site.verb is not None else None), site.verb)


@frame_rule(
    reads={
        "He fears the [26%] tariffs the U.S. imposed on South Korea.": {"measure": "tariffs", "subject": "U.S."},
        "The city won a [$5.1 million] grant.": {"measure": "grant", "subject": "city"},
        "The shares sell at only [9.2 times] earnings.": {"measure": "earnings", "subject": "shares"},
        "Car sales showed a [3%] rise.": {"measure": "Car sales", "change": "increase", "role": "by"},
        "The council agreed a [3%] parking fee rise.": {"measure": "parking fee", "change": "increase", "role": "by"},
    },
    refuses=["Sales rose [3%].", "It sold [60%] of its shares."],
)
def noun_modifier(site: Site) -> Part | None:
    """A number before the noun it measures: "the 26% tariffs", "a $5.1 million grant", "a 3% rise in sales"."""
    slot = site.slot
    if slot.relation != "modifier" or slot.anchor is None or slot.anchor.mention is not None or slot.anchor.i < site.words[0].i:
        return None
    return of_noun(site, compounded(slot.anchor))


def of_noun(site: Site, noun: Word) -> Part:
    """Measure and subject where *noun* has the number."""
    verb = site.verb
    part = _of_move(site, noun, verb) if is_move_noun(noun) else None
    if part is not None:
        return part
    told = verb is not None and (_is_extreme(noun) or _is_earlier(noun, verb) or _is_seen(noun, verb))
    beat = subject_of(verb) if verb is not None and noun.head.lower == "with" and noun.head.head is verb else None
    along = beat is not None and is_figure(beat.lemma)  # "sales beat it with a 5% rise"
    told |= is_move_noun(noun) and verb is not None and (along or verb.lemma == "range" or noun.dep == "attr")  # "$5 is a 3% rise"
    mover = subject_of(verb) if verb is not None and told else None
    if mover is not None:
        return of_measure(mover, None, verb)
    if site.value.kind == "quantity" and site.slot.relation == "modifier":
        listed = site.before.lower == "them" and site.before.previous.lower == "among"  # "among them the 1,210-metre crossing"
        had = _is_had(noun, verb) and not listed
        return of_measure(noun, verb, verb) if had else of_thing(noun, verb)
    return of_measure(noun, verb, verb)


def _of_move(site: Site, noun: Word, verb: Word | None) -> Part | None:
    """What moved, where *noun* names the move that the number tells of."""
    pay = _moved_before(noun)
    named = pay if pay is not None and is_figure(pay.lemma) else None  # "its 3% sales rise in the south"
    paid = pay is not None and pay.lemma in words("figures", "pay")
    whose = _paid(noun, verb) if paid else possessor(noun) if named is not None else None
    if paid or whose is not None:
        return Part(pay, whose, verb)
    behind = complement(site.root, "in") if site.slot.relation == "prep" else None  # "a fall of 3% in the oil price"
    moved = named or complement(noun, "in", "of", "for", "to") or behind or _moved_before(noun) or _apposed_to(noun)
    laid = moved is not None and moved.head.lower == "to" and verb is not None and verb.lemma in words("moves", "laid")
    moved = None if laid else moved  # "they attribute the 3% fall to the weather"
    ranges = verb is not None and verb.lemma == "range"  # "estimates ranged from a 3% drop to a 1% gain"
    if moved is not None and not (ranges and is_move_noun(moved)):
        given = moved.head.lower in ("for", "to") and is_person(moved.lemma)  # "a 4% raise for teachers" does not say of what
        given |= moved.head.lower in ("for", "in") and moved.ent == "GPE"  # nor does "a 5% rise in China"
        part = Part(None, moved, verb) if given else of_measure(moved, None, verb)
        own = part.owned or part.subject is None or (part.subject is moved and moved.lemma in words("figures", "owned"))
        own = own and not is_statistic(verb)
        posts = own and verb is not None and verb.lemma in words("verbs", "posting")
        who = doer(verb) if posts else None  # "Acme posted a 9% fall in sales"
        return part if who is None or who.lemma in roles("observer") else Part(moved, who, verb)
    told = noun.dep == "dobj" and verb is not None and verb.lemma in codes("sources").keys() - words("verbs", "posting")
    teller = subject_of(verb) if told and verb is not None else None
    if teller is not None and teller.lemma in roles("observer"):  # "analysts expected a 3% fall": of what was told before
        return Part(noun, None, verb, owned=True)
    unsaid = teller is not None and teller.lemma in roles("written")  # "the data show a fall of 3%": of what, they do not say
    return Part(noun, None, verb) if unsaid else _moved_again(site, verb)


def _paid(noun: Word, verb: Word | None) -> Word | None:
    """Whose pay a rise is of: who is given it, or who gets or wants it: "offered nurses a 3% pay rise"."""
    given = complement(noun, "for", "to") or (recipient(verb) if verb is not None else None)
    if given is not None or verb is None or noun.dep != "dobj":
        return given
    return subject_of(verb) if is_passive(verb) or verb.lemma in words("verbs", "getting") else None


def _is_earlier(noun: Word, verb: Word) -> bool:
    """Whether a noun tells the move before that of its clause: "prices were flat after a 3% gain in May"."""
    after = noun.head.lower in ("after", "following", "with") and noun.head.head is verb
    return after and is_move_noun(noun) and (is_move_verb(verb) or is_level_verb(verb)) and verb.child("dobj") is None


def _is_seen(noun: Word, verb: Word) -> bool:
    """Whether a noun tells the move of what "saw" or "showed" it, which is no firm: "orders showed a decline of 3%"."""
    told = subject_of(verb) if (noun.head if noun.dep == "conj" else noun).dep == "dobj" and is_move_noun(noun) else None
    seen = verb.lemma in words("moves", "seen") and told is not None and told.pos == "NOUN"
    return seen and told is not None and not told.ent and not (can_say(told.lemma) or is_person(told.lemma))


def _is_extreme(noun: Word) -> bool:
    """Whether a noun only tells how far something went: "shares hit a high of $5"."""
    return noun.lemma in words("figures", "extremes") and possessor(noun) is None


def _is_had(noun: Word, verb: Word | None) -> bool:
    """Whether who acts has a thing of some size: "the phone has a 5-inch screen"; not "fell from a 30-meter tower"."""
    if verb is None or any(c.dep == "acl" for c in noun.right):
        return False  # "a 5-litre engine tuned by Volta"
    if noun.lemma in words("figures", "journeys"):
        return True
    if noun.dep == "pobj":
        return noun.head.lower in ("by", "with")
    return verb.lemma not in words("verbs", "handling")


def _moved_again(site: Site, verb: Word | None) -> Part | None:
    """What a clause has told the move of before this one: "exports rose 3% after a 2% drop in April"."""
    earlier = alike(site)
    if earlier is None or earlier.verb is None or verb is None:
        return None
    first = earlier.slot.anchor
    if site.slot.anchor is not None and site.slot.anchor.dep == "conj" and first is not None and is_move_noun(first):
        again = earlier.verb is verb and first.dep == "dobj" and earlier.slot.relation == "modifier"
        return earlier.part if again else None  # "a 3% rise in rents, and a 9% rise since May"
    told = subject_of(verb)
    return measured_subject.find(earlier) if told is not None and told is subject_of(earlier.verb) else None


def _apposed_to(noun: Word) -> Word | None:
    """What moved, where the noun of the move stands beside it: "a profit of $6 million, a 20% jump"."""
    head = noun.head
    told = is_figure(head.lemma) or figure_of(head) is not None or head.dep in SUBJECTS
    return head if noun.dep == "appos" and head.pos == "NOUN" and head.mention is None and told else None


def _moved_before(noun: Word) -> Word | None:
    """What moved, where it stands before the noun of the move: "the share price increase"."""
    ways = words("figures", "periods") | words("moves", "sudden")  # "a second-weekend drop", "a surprise drop"
    before = [c for c in noun.left if c.dep == "compound" and c.mention is None and c.pos == "NOUN" and c.lemma not in ways]
    return before[-1] if before else None


@frame_rule(
    reads={
        "Police seized 14 old vans worth [$90,000].": {"measure": "old vans", "subject": "Police"},
        "The robbery of 14 vans worth [$90,000] is a record.": {"measure": "vans"},
    },
    refuses=["A contract worth [$5 million] was lost.", "It made five years' worth of pumps for [$90,000]."],
)
def worth_of_counted(site: Site) -> Part | None:
    """What those things are worth that are counted before it: "seized 14 vans worth $90,000"."""
    worth = site.slot.anchor
    things = (
        site.scene.site_of(worth.head) if worth is not None and worth.lemma in ("value", "worth") and worth.head.nominal else None
    )
    if worth is None or things is None:
        return None
    return Part(None, acting_on(worth.head, verb_above(worth.head)), site.verb, kind_of(things))


def kind_of(things: Site) -> str:
    """What is counted: the old vans of "14 old vans"."""
    return join([w for w in things.words if w.pos in ("ADJ", "NOUN", "PROPN")], things.scene.article)


@frame_rule(
    reads={
        "The company posted a loss of [$63 million].": {"measure": "loss", "subject": "company"},
        "It sees sales growth of [1.8%].": {"measure": "sales growth"},
        "A fall of [3%] in the oil price helped.": {"measure": "oil price", "change": "decrease", "role": "by"},
        "The plan comes at a cost of [$5 billion].": {"measure": "cost", "subject": "plan"},
        "Lund likes a pump with [900 watts].": {"measure": None, "subject": "pump"},
    },
    refuses=["Sales rose by [3%].", "Police found a map and [$5,000]."],
)
def noun_complement(site: Site) -> Part | None:
    """A number after the noun it measures: "growth of 1.8%", "at a cost of $5 billion", "a contract worth $2 million"."""
    slot = site.slot
    noun = slot.anchor
    if noun is not None and noun.lemma == "worth" and noun.head.pos in NOUNS:
        noun = noun.head
    elif slot.relation == "appos":
        beside = slot.top.dep == "conj" and site.before.lower != "or"  # "found a map and $5,000"; but "the award, or $5,000"
        own = site.after.lower == "for" and noun is not None and any(c.mention is not None for c in noun.left)
        if noun is None or (beside and figure_of(noun) is None) or own:
            return None  # "a $9 million salary budget, $2 million for roads"
    elif slot.relation != "prep":
        return None
    if noun is not None and noun.head.lower == "per":
        noun = noun.head.head  # earnings per share of $2
    told = site.known and site.root.child("relcl") is not None  # "the reality of the $5 that he owes"
    thing = noun is None or noun.pos not in ("NOUN", "PROPN") or noun.mention is not None or is_prepositional(noun)
    if noun is None or thing or (told and not is_figure(noun.lemma)):
        return None
    # As in "a pump with 900 watts" and "with the Greens on 14%".
    priced = site.value.kind == "money" and noun.ent in ACTORS  # "Lund raised $5 million; Berg, $3 million"
    named = noun.pos == "PROPN" and (slot.prep.lower in ("at", "on") or (slot.relation == "appos" and priced))
    held = slot.prep.lower == "with" and first_form(site).beside is None
    figure = held and noun.dep == "pobj" and is_figure(noun.lemma)  # "Oslo leads in capacity with 14 GW"
    if (named or held) and not figure:
        buyer = subject_of(noun.head) if noun.dep == "attr" else None  # "Acme was the biggest buyer, with $5 million"
        return Part(None, possessor(noun) or buyer or noun, site.verb)
    part = of_measure(noun, site.verb) if figure else of_noun(site, noun)
    first = figure_of(noun) if site.root.dep == "conj" else None
    if first is None or part.measure is not noun:
        return part
    named_by = [w for w in phrase(noun) if w.i < first.i]
    behind = site.root.child("prep")  # "a fee of $5 for adults and $3 for children"
    other = complement(site.root, behind.lower) if behind is not None and behind.lower != "per" else None
    if behind is not None and other is not None and other.lemma not in words("figures", "manners"):
        named_by += [w for w in behind.within() if w.mention is None]
    return replace(part, measure=None, nominal=join(named_by, site.scene.article))
