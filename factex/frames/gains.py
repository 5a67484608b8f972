"""Gains: what somebody gets, loses, goes or has with him, by how much no level moved."""

from __future__ import annotations

from factex.frames.lexicon import is_figure, words
from factex.frames.owners import complement, doer
from factex.frames.scene import Site
from factex.frames.syntax import NO_WORD, Word, is_passive, subject_of


def is_sum(site: Site, verb: Word) -> bool:
    """Whether the number is a sum its subject gets, not a move: "raised $5 million"; but "cut $5 million from costs"."""
    if site.value.kind == "quantity":  # "she lifted 190kg"
        return site.slot.prep is NO_WORD and verb.lemma in words("moves", "lifting")
    bare = site.slot.prep is NO_WORD and site.before.lower not in ("by", "from", "to")  # "cut by £5m", whose m is taken for a verb
    bare &= not is_passive(verb)  # "the price was raised 15 cents"
    return site.value.kind == "money" and bare and verb.lemma in words("moves", "sums") and taken_from(site, verb) is None


def is_way(site: Site, verb: Word) -> bool:
    """Whether the number is how far somebody went, not by how much a level moved, as that of a river does."""
    mover = subject_of(verb) if site.value.unit in words("moves", "ways") and verb.lemma in words("moves", "travels") else None
    return mover is not None and mover.lemma not in words("moves", "waters") and not is_figure(mover.lemma)


def is_along(site: Site) -> bool:
    """Whether a number is only what somebody does something with: "led the way with $5 million"; not "compared with $5"."""
    prep = site.slot.prep
    return site.value.kind != "percent" and prep.lower == "with" and site.beside is None and prep.head.lemma != "compare"


def is_loss(site: Site, verb: Word) -> bool:
    """Whether the verb tells of what somebody lost or got back, not of a price that moved.

    "The bank lost $5 million", "police recovered £9,000"; but "the index lost 3%", "oil recovered $2".
    """
    had = verb.lemma in words("moves", "had") and site.value.kind == "money"
    if not had or site.slot.relation != "verb":
        return False
    owner = doer(verb)
    levels = (child.child("pobj") for child in verb.right if child.dep == "prep" and child.lower == "to")
    to_level = any(level is not None and level.mention is not None for level in levels)  # "Corran lost 12p to 389p": its shares
    small = (site.value.amount or 0) < SUM
    if small and owner is not None and owner.ent == "ORG":
        to_level |= "to" in (site.before.lower, site.after.lower)  # the parse takes the two for a range
    if owner is None or to_level or owner.lemma in words("figures", "indices", "traded"):
        return False
    if owner.mention is not None:
        return owner.nominal  # "one victim lost £300"
    if not small:
        return True
    if owner.pos != "NOUN":
        return owner.pos == "PROPN" or owner.lower in ("he", "she", "they", "we", "who")
    return owner.tag == "NNS" or any(c.dep in ("det", "poss") for c in owner.left)  # not "wheat lost $5"


SUM = 100_000
"""What no price moves by: who lost more is a firm and not a share."""


def taken_from(site: Site, verb: Word) -> Word | None:
    """What a number is added to or taken from: "cut $5 million from the budget"."""
    shifts = site.slot.relation == "verb" and verb.lemma in words("moves", "shifts")
    return next(filter(None, (complement(word, "to", "from", "off") for word in (site.root, verb))), None) if shifts else None


def is_booked(site: Site, noun: Word) -> bool:
    """Whether a charge is one that a firm books and none of a court: "a $3 million charge for cutting 5% of its staff"."""
    sums = (site.scene.site_of(word) for word in noun.left)
    sized = any(each is not None and each.value.kind == "money" for each in sums)
    return noun.lemma == "charge" and (sized or any(c.lemma in words("verbs", "level") for c in noun.right))


def is_step(noun: Word) -> bool:
    """Whether a noun only tells how far something moved, by one: "support dipped a point to 14%"."""
    return noun.lemma in words("moves", "steps") and any(c.lower in ("a", "another", "one") for c in noun.left)
