"""Particles: whether the measure rose or fell, by a word for a direction right beside the number."""

from __future__ import annotations

from dataclasses import dataclass

from factex.frames.leads import is_raised
from factex.frames.lexicon import moves, words
from factex.frames.machine import frame_rule
from factex.frames.scene import Site
from factex.frames.syntax import NOUNS, VERBS, Word, is_passive
from factex.records import Change, Role


@dataclass(slots=True)
class Move:
    """`cue`: the word that tells the direction."""

    change: Change
    role: Role
    cue: Word


@frame_rule(
    reads={
        "Copper ended at $9,210, down [1.9%].": {"change": "decrease", "role": "by"},
        "Shares ended [0.68%] higher.": {"change": "increase", "role": "by"},
        "The yield was 1.7%, down from [1.8%] a day earlier.": {"change": "decrease", "role": "from"},
        "Sales were $5 million, up from last year's [$4 million].": {"change": "increase", "role": "from"},
        "Volta was ahead [61p] at 278p.": {"change": "increase", "role": "by"},
    },
    refuses=[
        "Volta is [5%] ahead of its rival.",
        "It paid up to [$5 billion].",
        "The defence gave up [21 points].",
        "It sent up to [30 buses].",
    ],
)
def beside_particle(site: Site) -> Move | None:
    """A direction word right beside the number: "down 1.9%", "0.68% higher", "down from 1.8%", "is down to 3%"."""
    return _led(site) or _followed(site)


def _led(site: Site) -> Move | None:
    """The direction before a number: "down 1.9%", "up slightly from $5", "is down to 3%"."""
    found, before, things = _ways(site), before_noun(site), _are_things(site)
    if before.lower == "off" and things:
        return None
    role = _BESIDE.get(before.lower) if before.lower not in ("at", "on") or not things else None
    if before.previous.lower == "compared":  # "up sharply compared with $5"
        role, before = "from", before.previous
    cue = before if role is None else before.previous
    while cue is not before and cue.lower in words("moves", "spans"):  # "were up on the year by 10%"
        cue = cue.previous
    if role is not None and (cue.text == "," or (cue.pos == "ADV" and cue.lower not in found)):
        cue = cue.previous  # "prices were down, by 3%", "up slightly from $5"
    start = cue
    while role == "to" and start.pos in (*NOUNS, "ADJ", "DET"):
        start = start.previous
    cue = start.previous if role == "to" and start.lower == "from" else cue  # "was down from earlier estimates to 5%"
    above = site.root.head if cue.head in site.words else cue.head  # "is now up to 5%", parsed as one number
    placed = role != "to" or above.lemma == "be" or (is_raised(cue) and not things)
    level = site.known or any(w.lower in ("high", "low") for w in site.lead)
    # "Just off the 3% mark", and "off a high of 3%"; a film makes a sum off a budget.
    near = cue.lower == "off" and (level or any(w.lower in ("a", "an") for w in (site.before, *site.lead)))
    told = cue.lower in found and placed and not near and cue.dep != "amod"
    return Move(found[cue.lower], role or "by", cue) if told and not _is_particle(cue) and not is_gap(site) else None


def _followed(site: Site) -> Move | None:
    """The direction behind a number: "0.68% higher", "5 hp up at 478 hp", "a low of 6.1% down from 6.2%"."""
    found, after = _ways(site), _after(site)
    if after.next.lower == "front":
        return None  # "pay £30m up front"
    breadth = site.value.kind == "count" and any(w.lower == "unchanged" for w in site.scene.parse.words)
    if breadth or after.lower not in found or after.lower == "off" or (after.lower == "ahead" and after.next.lower == "of"):
        return None
    if after.lower in ("down", "up"):
        start = site.scene.site_of(after.next.next) if after.next.lower == "from" else None
        size = after.next.mention not in (None, site.index)  # "a fund of $9 million, up $1 million"
        gone = site.value.kind == "count" or site.value.unit in words("moves", "ways")  # 12 miles down the coast
        if _are_things(site) and (gone or after.next.lower not in ("at", "from", "on")):
            return None
        if size or (start is not None and start.value.unit == site.value.unit):
            return Move(found[after.lower], "to", after)
    joined = site.value.kind == "quantity" and any("-" in word.text for word in site.words)  # "the 8.6-inch lower display"
    return None if joined or _is_other(site, after) else Move(found[after.lower], "by", after)


def _ways(site: Site) -> dict[str, Change]:
    """The words for a direction; of what is priced also "ahead": "Volta was ahead 61p at 278p"."""
    priced = site.value.kind in ("money", "percent") or (site.value.unit == "point" and site.after.next.lower == "at")
    return moves("particles") | {"ahead": "increase"} if priced else moves("particles")


def _are_things(site: Site) -> bool:
    return site.value.kind in ("count", "quantity") and site.value.unit not in (None, "point")


_BESIDE: dict[str, Role] = {"at": "to", "by": "by", "from": "from", "on": "from", "to": "to"}


def _after(site: Site) -> Word:
    """The word after the number and what says it again: "82 cents, or 1%, higher"."""
    after = site.after
    if after.lower in ("a", "an", "per") and after.next.lower in words("rates", "units"):  # "$5 billion a year lower"
        after = after.next.next
    link = after.next if after.text == "," else after
    again = site.following if link.lower == "or" else None
    if again is None or again.words[0].previous is not link or again.after.next.lower == "than":
        return after  # nor is $5 of "$5 million, or 9% lower than last year"
    return again.after.next if again.after.text == "," else again.after


def _is_other(site: Site, way: Word) -> bool:
    """Whether two things are compared, of which neither moved: "20% higher than its rival", "30% higher for smokers"."""
    if way.next.lower != "than":
        odds = (way.head if way.dep == "amod" else way.next).lemma in words("moves", "odds")  # "17% higher heart risk"
        return odds or way.next.lower in ("among", "for")
    others = ((word, site.scene.site_of(word)) for word in site.scene.parse.words[way.i + 2 :][:7])
    return not any(word.lower in words("moves", "earlier") or (other is not None and other.temporal) for word, other in others)


def is_gap(site: Site) -> bool:
    """Whether the number is how far one thing is from another: "10 miles less than the record", "3 points clear"."""
    after = site.after
    return after.lower in words("moves", "apart") or (after.next.lower == "than" and after.tag in ("JJR", "RBR"))


def before_noun(site: Site) -> Word:
    """The word before the number, its adjectives, the time it belongs to and the level that it is: "up from a loss of $5"."""
    word = site.before
    if word.lower in ("of", "for") and word.previous.pos in NOUNS:
        start = word.previous
        while start.pos in (*NOUNS, "ADJ", "DET", "PART", "PRON") or site.scene.site_of(start) is not None:
            start = start.previous
        return start if start.lower in ("from", "on") else word
    while word.mention is None and (word.lower not in moves("particles") or word.next.text == "-"):
        told = word.pos in ("ADJ", "DET") or (word.pos == "ADV" and word.next.pos == "ADJ")  # "was down a relatively modest 3%"
        if not told and "-" not in (word.text, word.next.text, word.previous.text):
            break
        word = word.previous
    return word


def _is_particle(cue: Word) -> bool:
    """Whether a direction belongs to its verb, as `move_verb` reads it: "went up 3%", "gave up 12 points"."""
    verb = cue.head
    alone = not any(child.dep == "dobj" and child.i < cue.i for child in verb.right)  # but "showed sales up by 3%"
    alone &= not is_passive(verb) or verb.lemma in words("moves", "either", "phrasal")  # nor "is projected down 3%"
    return (cue.dep == "prt" and alone and verb.pos in VERBS) or (cue.i == verb.i + 1 and verb.lemma in words("moves", "either"))
