"""Change: whether the measure rose or fell, by the words that the number itself hangs on."""

from __future__ import annotations

from factex.frames.gains import is_loss, is_sum, is_way
from factex.frames.lexicon import moves, particle, words
from factex.frames.machine import frame_rule
from factex.frames.particles import Move, before_noun, is_gap
from factex.frames.persons import given_gender
from factex.frames.scene import Site
from factex.frames.syntax import AUXILIARIES, DASHES, NO_WORD, SUBJECTS, VERBS, Word, is_passive, subject_of
from factex.records import Change, Role

_ROLES: dict[str, Role] = {
    "by": "by", "to": "to", "from": "from", "at": "to",
    "above": "to", "below": "to", "beneath": "to", "beyond": "to", "past": "to",
}  # fmt: skip


def role_of(site: Site, bare: Role | None = "by") -> Role | None:
    """The role that the preposition before the number gives it; *bare* without one."""
    before = site.before
    if before.lower == "now" and before.previous.text in (",", "("):  # "shaved 12 grams off it, now 221"
        return "to"
    if before.lower in _ROLES and before.pos != "ADJ":  # "fell in four of the past six years"
        return None if before.previous.lower in words("moves", "not_to") else _ROLES[before.lower]
    extremes = ("high", "low", "under") if site.value.kind == "money" else ("high", "low")
    if any(word.lower in extremes for word in site.lead):  # "fell as low as $1.27", "fell under $5", "is off its low of $2"
        return None if before.lower == "off" else "to"
    prep = site.slot.prep
    prep = NO_WORD if prep in site.lead and prep.previous.lower == "up" else prep  # "fell up to 3%"
    if prep.lower in _ROLES:
        return _ROLES[prep.lower]
    return bare if prep is NO_WORD or prep.lower in words("moves", "measuring") or prep.lower in moves("particles") else None


@frame_rule(
    reads={
        "Sales rose [3%].": {"change": "increase", "role": "by"},
        "Sales fell to [$5 billion].": {"change": "decrease", "role": "to"},
        "The fund's value dropped from [$9 million] to $5 million.": {"change": "decrease", "role": "from"},
        "The economy grew at an annualised [5%].": {"change": "increase", "role": "by"},
        "Exports grew at an annual rate of [5%].": {"change": "increase", "role": "by"},
        "Some [4,300 jobs] were cut at the plant.": {"change": "decrease", "role": "by"},
    },
    refuses=[
        "The firm raised [$5 million].",
        "The fund gained a stake of [5%].",
        "It doubled the [25%] tariff.",
        "[Three games] were lost in May.",
        "It lends at a rate of [5%].",
    ],
)
def move_verb(site: Site) -> Move | None:
    """The verb of the number tells of a move: "rose 3%", "fell to $5 billion", "cut 4,000 jobs"."""
    slot = site.slot
    verb = slot.anchor
    if verb is not None and (verb.pos in ("ADV", "ADP") or (verb.pos == "ADJ" and verb.dep != "amod")):
        verb = site.verb
    start = before_noun(site) if site.before.lower == "of" else site.before
    if verb is not None and verb.lemma in words("moves", "foreseen", "rates") and start.lower == "from":
        way = _way(site, start.head) or moves("nouns").get(start.head.lemma)
        return None if way is None else Move(way, "from", start.head)
    counted = slot.relation == "subject" and site.value.kind == "count"
    done = verb is not None and counted and is_passive(verb)  # "300 jobs were cut"
    if verb is None or verb.pos not in VERBS or not (done or slot.relation in ("prep", "verb", "adverb")):
        return None
    way = _way(site, verb)
    if way is None:
        return None
    role = role_of(site)
    paced = "at" in (site.before.lower, slot.prep.lower) and verb.lemma not in words("moves", "either")  # "ended lower at 5%"
    if paced and site.value.kind in ("percent", "quantity"):
        rate = site.value.kind == "percent" or site.after.lower == "per"  # cells "grown at 37 °C"
        # "Grew at 5%", but "unemployment, at 6%, will fall"
        role = "to" if site.slot.prep.previous.text in DASHES else "by" if rate and verb.i < site.words[0].i else None
    bills = verb.child("dobj") if paced and verb.lemma in words("moves", "sums") else None  # "raised $5 million at 3%"
    if bills is not None and bills.mention is not None:
        return None
    # "Rose to 5% against 4% in May and 3% in April".
    conjoined = site.root.dep == "conj" and site.root.head is verb and site.scene.sites[site.index - 1].temporal
    other = slot.prep is NO_WORD and (site.known or is_gap(site) or conjoined)
    if role is None or site.is_distance or other or is_sum(site, verb) or is_loss(site, verb):
        return None
    return None if any(is_it(site, verb) for is_it in _NO_SIZES) else Move(way, role, verb)


def _way(site: Site, verb: Word) -> Change | None:
    """The way that a verb tells by itself, or with the particle after it: "rose", "edged lower", "picked up", "scaled back"."""
    if verb.next.lower in ("behind", "short") or (verb.lemma == "go" and verb.head.lemma in ("begin", "range", "start")):
        return None  # "fell short of forecasts by 4%", "fares start at $20 and go up to $90"
    idiom = moves("idioms").get(f"{verb.lemma} {verb.next.lower}")
    part = site.slot.prep is NO_WORD and site.after.lower == "of"  # "closed down 5% of its shops", "gave up 5% of her shares"
    first = site.beside or site
    if idiom is not None and first.slot.prep.lower in ("", "by"):  # "gave up 0.2% to 1,204", "headed south by 3%"
        again = first.following if first.following is not None and first.following.before.lower == "or" else first
        moving = first.value.unit == "point" or first.value.kind == "money"
        levelled = moving and first.following is not None and first.following.before.lower == "to"
        priced = "percent" in (site.value.kind, again.value.kind) or levelled  # "gave up 2 points, or 0.2%", "put on 7%"
        return idiom if priced and not part else None  # but "put on three plays"
    beside = particle(verb, site.lead)
    prep = site.before if site.slot.prep is NO_WORD else site.slot.prep
    if beside is None and site.words[0].i == verb.i + 3 and verb.next not in site.lead:  # "picked up to 2%", parsed as one number
        beside = moves("particles").get(verb.next.lower)
    if verb.lemma in words("moves", "either") and beside is not None:
        return None if part else beside
    if verb.lemma in words("moves", "backward") and any(c.lower == "back" for c in verb.right):
        return "decrease"
    obj = verb.child("dobj")
    sized = site.value.kind in ("money", "percent") or site.value.unit == "point"
    # not "put down a sum of $5"
    moved = sized and obj is not None and obj.mention is None and all(w is not site.root for w in obj.within())
    if verb.lemma in words("moves", "phrasal"):
        beside = particle(verb, [*site.lead, *(word for word in verb.right if word.i > site.words[0].i)])  # "puts it at 5%, up 2"
        return beside if moved or prep.lower in _ROLES else None
    chopped = moved and verb.lemma in words("moves", "shifts") and prep.lower in ("by", "to")  # "knocked the shares by 19p"
    return moves("verbs").get(verb.lemma) or ("decrease" if chopped else None)


def _is_beyond(site: Site, verb: Word) -> bool:
    """Whether the number is only what the move went past: "added 3% in May, above the 2% expected", but "fell below $50"."""
    if site.after.lower == "off" and verb.lemma not in words("moves", "shifts"):  # "7 points off its low"; but "3p off at 95p"
        return site.after.next.lower not in ("at", "to")
    prep = site.slot.prep
    between = site.scene.parse.words[verb.i : prep.i]  # nothing in "raised its dividend above 5%"
    apart = site.known or any(word.mention is not None or word.text == "," for word in between)
    return prep.lower in ("above", "below") and apart


def _is_margin(site: Site, verb: Word) -> bool:
    """Whether the number is a difference, or what something was lost to: "cut 9 more jobs than planned", "lost by 2 votes"."""
    compared = site.after.lower == "than" and any(word.tag in ("JJR", "RBR") for word in site.words)
    compared |= site.before.lower in ("double", "half", "triple", "twice")  # "rose to a third, double the 16% of 2001"
    # "Fell by 21% (HR 0.8, 95% CI 0.7-0.9, p = 0.02)".
    compared |= site.after.lower in ("ci", "confidence") or site.before.text in ("=", "HR", "OR", "RR")
    share = site.value.kind == "percent" and site.before.text == "," and site.after.lower == "of"
    compared |= share and site.index > 0 and site.scene.sites[site.index - 1].before.lower == "to"  # "rose to $5, 8% of sales"
    compared |= verb.lemma == "lose" and site.value.unit is None and site.after.lower == "of"  # "lost 16 of 31"
    return compared or (verb.lemma == "lose" and site.slot.prep.lower in ("by", "to") and site.beside is None)


def _is_supplied(site: Site, verb: Word) -> bool:
    """Whether something goes to what the number tells of: "cut power to 5,000 homes", "will add to the $5 billion bill"."""
    if verb.lemma == "add" and (verb.next.lower == "up" or (site.slot.prep.lower == "to" and site.beside is None)):
        return True
    counted = site.value.kind == "count" or site.after.lower == "of"
    if counted and verb.lemma == "reduce" and site.after.lower == "to" and site.after.next.mention is None:
        return True  # "reduced 300 homes to ash"
    obj = verb.child("dobj")
    if site.value.kind == "count" and site.slot.prep.lower == "from" and obj is not None and obj.mention not in (None, site.index):
        return True  # "raised £8,000 from 214 people"
    sold = site.scene.site_of(site.slot.prep.previous)  # "slid to third with $9 million from 3,400 screens"
    if sold is not None and sold.slot.prep.lower == "with" and site.slot.prep.lower == "from":
        return True
    return counted and any(c.dep == "dobj" and c.lemma in words("moves", "supplied") for c in verb.right)


def _is_agent(site: Site, verb: Word) -> bool:
    """Whether those that are counted do what the passive says: "lifted by three cranes"; but "was cut by 300 people"."""
    counted = site.value.kind == "count" and site.value.unit is not None and site.slot.prep.lower == "by"
    return counted and is_passive(verb) and verb.lemma not in words("moves", "things")


def _is_told_to(verb: Word) -> bool:
    """Whether a verb tells readers what to do, as those of recipes are, alone or after another: "stir, then add 400g"."""
    while verb.dep == "conj" and verb.head.pos in VERBS:
        verb = verb.head
    led = any(c.dep in (*SUBJECTS, *AUXILIARIES) for c in verb.children)
    return verb.tag in ("VB", "VBP") and verb.dep in ("ROOT", "ccomp", "dep", "parataxis") and not led


def _is_scored(site: Site, verb: Word) -> bool:
    """Whether somebody adds what is counted to the score of others: "Ann Lund added 14 points and 10 rebounds"."""
    who = subject_of(verb) if site.value.kind == "count" and verb.lemma == "add" else None
    return who is not None and who.ent == "PERSON" and given_gender(who.entity[0].text) is not None


def _is_object(site: Site, verb: Word) -> bool:
    """Whether something is done with what the number counts or measures, so that no measure moves: ships sunk, metres jumped."""
    kind, unit, prep = site.value.kind, site.value.unit, site.slot.prep
    if site.words[-1].lower == "times" and site.before.lower not in _ROLES:  # "fell three times"; but "profit rose three times"
        return site.value.amount is None or verb.child("dobj") is not None or moves("verbs").get(verb.lemma) == "decrease"
    if prep is not NO_WORD and prep.i < site.words[0].i:  # not "slid 200 metres down a slope"
        handled = kind in ("count", "quantity") and verb.lemma in words("moves", "handled")
        return handled or (prep.lower in ("from", "to") and is_way(site, verb))
    grown = kind == "percent" and verb.lemma == "grow" and site.slot.relation == "verb" and site.after.lower == "of"
    if grown or (kind in ("count", "quantity") and _is_told_to(verb)):  # "grows 60% of the cocoa", "add two cups of sugar"
        return True
    if kind == "count" and unit is not None and unit not in words("moves", "steps"):
        kept = not words("moves", "contests").isdisjoint((unit, unit.rpartition(" ")[2]))
        return kept or verb.lemma not in words("moves", "things")
    return is_way(site, verb)


_NO_SIZES = (_is_beyond, _is_margin, _is_supplied, _is_agent, _is_scored, _is_object)
"""What a number beside a verb of move may be instead of the size of the move or its level."""


@frame_rule(
    reads={
        "Dow Jones 27,934.02 [-3.2%]": {"change": "decrease", "role": "by"},
        "Employment rose in retail (+[5,000]).": {"change": "increase", "role": "by"},
    },
    refuses=["Growth fell to [-5.4%]."],
)
def signed(site: Site) -> Move | None:
    """A signed percentage without a verb, as in tables and brackets, or a number of many: "-5.44%", "cuts in mining (-5,000)"."""
    beside = site.before.text == "("
    free = site.verb is None or beside  # "was $5 million (+3%)"
    many = beside and site.value.kind == "count" and site.value.unit is None and len(site.words[-1].text) > len("+300")
    if not (site.value.kind == "percent" or many) or not site.sign or not free:
        return None
    return Move("increase" if site.sign == "+" else "decrease", "by", site.words[0])
