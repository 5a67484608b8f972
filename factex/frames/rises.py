"""Rises: how far and from where to where something moved, where a noun says so, or a clause behind the number.

"A 3% rise", "the rise was 3%", "the 4,000 jobs that were cut".
"""

from __future__ import annotations

from factex.frames.change import role_of
from factex.frames.lexicon import is_figure, is_move_noun, moves, words
from factex.frames.machine import frame_rule
from factex.frames.owners import complement
from factex.frames.particles import Move
from factex.frames.scene import Site
from factex.frames.syntax import NO_WORD, NOUNS, Word, compounded, is_passive, subject_of, verb_above
from factex.records import Role


@frame_rule(
    reads={
        "Analysts saw a [3%] rise in sales.": {"change": "increase", "role": "by"},
        "An increase of [$5 million] was agreed.": {"change": "increase", "role": "by"},
        "It announced a cut to [$5 million].": {"change": "decrease", "role": "to"},
        "The party suffered a loss of [three points].": {"change": "decrease", "role": "by"},
        "The shop reported an increase in profit of [12%].": {"change": "increase", "role": "by"},
        "Fuel contributed to the fall in inflation to [3.4%].": {"change": "decrease", "role": "to"},
    },
    refuses=[
        "Sales of [$5 million] rose.",
        "He spoke at a rally of [several thousand students].",
        "The bank booked a gain of [$5 million] on the sale.",
        "The port handled two million boxes, a 6% increase, and [3 million tonnes] of grain.",
        "It plans a 6% cut in its staff of [18,000].",
        "The index rose 1%, taking its gain this year to [38%].",
    ],
)
def move_noun(site: Site) -> Move | None:
    """The noun that has the number tells of a move: "a 3% rise", "an increase of $5 million", "a fall in support to 41%"."""
    slot, value = site.slot, site.value
    noun = _moving(site)
    if noun is None or _is_thing(site, noun) or _is_way(site, noun):
        return None
    role: Role | None = "by"
    if slot.relation == "prep" and noun.i < site.words[0].i:
        if slot.prep.lower == "of" and noun is not slot.anchor and any(c.mention is not None for c in noun.left):
            return None  # "a 6% cut in its staff of 300"
        sized = slot.prep.lower in words("moves", "sizing") or (slot.prep.lower == "at" and value.kind == "percent")
        role = "by" if sized else None if slot.prep.lower in ("on", "over") else role_of(site)
    if noun.lemma in words("moves", "swings"):
        things = value.kind == "count" and value.unit not in words("moves", "contests")
        points = value.kind == "percent" or (things and value.unit is not None)
        return Move("decrease", "by", noun) if points and role == "by" and slot.relation != "appos" else None
    return None if role is None else Move(moves("nouns")[noun.lemma], role, noun)


def _is_thing(site: Site, noun: Word) -> bool:
    """Whether a noun of moves is something else here: a rally of people, cuts that are counted, a gain that a bank books."""
    if site.value.kind == "count":
        if site.value.unit == "time" and site.after.lower == "the":  # "four times the gain in the market"
            return True
        return noun.lemma == site.value.unit or noun.lemma in words("moves", "gatherings")
    paid = noun.lemma == "advance" and noun.head.lemma in words("moves", "paying")  # "earned her an advance of £1 million"
    return site.value.kind == "money" and noun.dep == "dobj" and (paid or noun.head.lemma in words("moves", "booked"))


def _is_way(site: Site, noun: Word) -> bool:
    """Whether the number is how far somebody went or how high something is: "a jump of 7 metres", "a 14-foot storm surge"."""
    if site.value.unit not in words("moves", "ways") or noun.lemma not in words("moves", "travels"):
        return False
    verb = verb_above(noun)
    movers = (complement(noun, "in", "of"), noun.child("compound"), None if verb is None else subject_of(verb))
    return not any(m is not None and (m.lemma in words("moves", "waters") or is_figure(m.lemma)) for m in movers)


def _moving(site: Site) -> Word | None:
    """The noun of a move that has the number, by itself or by what moved: "an increase in profit of 12%"."""
    slot, noun = site.slot, site.slot.anchor
    given = complement(site.root, "in", "of")
    if given is not None and given.tag == "NNS" and given.lemma in words("moves", "given") and given.child("compound") is not None:
        return given if all(c.dep != "det" for c in given.left) else None  # "$30 million in spending cuts"
    if noun is None or slot.relation not in ("modifier", "prep", "appos") or slot.top.dep == "conj":
        return None
    if slot.relation == "prep" and (site.value.kind != "count" or site.value.unit in (None, "point")):
        return _above(site, noun) or _in_front(site)
    noun = compounded(noun)
    return noun if noun.pos in NOUNS and _is_moving(noun) else None


def _is_moving(noun: Word) -> bool:
    return is_move_noun(noun) or noun.lemma in words("moves", "swings")


def _above(site: Site, noun: Word) -> Word | None:
    """The noun of a move in whose phrase the number stands: "a drop in the price of oil to $60"."""
    if noun.pos in NOUNS and _is_moving(noun):
        return noun
    while noun.dep == "pobj" and noun.head.lower in ("for", "in", "of") and noun.head.head.pos in NOUNS:
        noun = noun.head.head
        if is_move_noun(noun):
            return noun if site.root.dep in ("pobj", "quantmod") else None  # not "a rise in sales of $5 wines"
    return None


def _in_front(site: Site) -> Word | None:
    """The noun of a move whose phrase ends before "to" or "from", wherever the parser hangs them: "blamed a rise in fees to 5%"."""
    anchor, prep = site.slot.anchor, site.slot.prep
    laid = anchor is not None and anchor.lemma in words("moves", "laid")
    word = prep.previous if prep.lower in ("by", "from", "to") and not laid else NO_WORD
    while not is_move_noun(word):
        time = site.scene.site_of(word)
        told = word.dep == "acl" and word.lemma not in moves("verbs")  # "hours worked"
        inside = told or word.pos in _PHRASE or word.text == "-" if time is None else time.temporal
        if not (inside or word.lower in ("at", "in", "of")):
            return None
        word = word.previous
    moved = word.dep == "dobj" and (word.head.lemma in words("moves", "causes") or word.head.lemma in moves("verbs"))
    moved &= all(c.lower not in ("a", "an") for c in word.left)  # "took its gain to 5%", but "took a cut in pay to $5"
    return None if moved or word.pos not in NOUNS else word


_PHRASE = frozenset({*NOUNS, "ADJ", "DET", "PART", "PRON"})


@frame_rule(
    reads={
        "The rise in rents was [5%].": {"change": "increase", "role": "by"},
        "The cut will be [$3 billion].": {"change": "decrease", "role": "by"},
    },
    refuses=["The rise was due to [3%] more demand.", "The price was [$5].", "The raise was given to [5%] of them."],
)
def rise_was(site: Site) -> Move | None:
    """The size of a move that a noun names: "the rise in rents was 5%"."""
    verb, slot = site.slot.anchor, site.slot
    if verb is None or verb.lemma != "be" or slot.prep is not NO_WORD or slot.relation != "verb":
        return None
    if any(word.text == ":" for word in site.scene.parse.words[verb.i : site.words[0].i]):
        return None  # "depreciation is steep: $52,000 new"
    noun = subject_of(verb)
    sized = site.value.kind in ("money", "percent") or site.value.unit in (None, "point")
    if noun is None or not sized or not is_move_noun(noun) or noun.i > site.words[0].i:
        return None
    return Move(moves("nouns")[noun.lemma], "by", noun)


@frame_rule(
    reads={
        "The [4,000 jobs] that were cut will return.": {"change": "decrease", "role": "by"},
        "The [318,000 jobs] added in May beat forecasts.": {"change": "increase", "role": "by"},
    },
    refuses=[
        "The [12 games] lost in May hurt.",
        "The [12 sailors] lost at sea were found.",
        "The [30 nurses] added that they were tired.",
    ],
)
def done_to_those(site: Site) -> Move | None:
    """What was done to those that are counted, as the clause behind them says: the 4,000 jobs that were cut."""
    verb = next((word for word in site.root.right if word.dep in ("acl", "relcl")), None) if site.value.kind == "count" else None
    if verb is None or verb.tag != "VBN" or verb.lemma not in words("moves", "things") or verb.child("dobj", "ccomp") is not None:
        return None
    if site.before.lower == "the" and site.before.previous.lower == "of":
        return None
    who = site.words[-1].lemma
    if not (verb.dep == "acl" or is_passive(verb)) or (verb.lemma == "lose" and who not in words("moves", "losable")):
        return None
    return Move(moves("verbs")[verb.lemma], "by", verb)


@frame_rule(
    reads={
        "The cut takes the rate to [4.5%].": {"change": "decrease", "role": "to"},
        "Sales fell, taking the margin to [4%].": {"change": "decrease", "role": "to"},
        "Ann gave $5, bringing the total to [$41].": {"change": "increase", "role": "to"},
    },
    refuses=[
        "Volta shed 300 jobs, bringing the total of cuts to [4,000].",
        "The cut brings joy to [41 people].",
        "The bus takes pupils to [12 schools].",
    ],
)
def brought_to(site: Site) -> Move | None:
    """The level that a move brings something to: "the cut takes the rate to 4.5%", "Ann gave $5, bringing the total to $41"."""
    verb, prep = site.slot.anchor, site.slot.prep
    if verb is None or prep.lower != "to" or verb.lemma not in words("moves", "causes"):
        return None
    moved = verb.child("dobj")
    if moved is None or moved.mention is not None or moved.i > prep.i:
        return None
    total = moved.lemma in words("moves", "totals") and all(word.mention is None for word in moved.within())
    if site.value.kind == "count" and site.value.unit is not None and not total:
        return None
    mover = subject_of(verb) if verb.dep not in ("advcl", "acl") or verb.tag != "VBG" else None
    way = moves("nouns").get(mover.lemma) if mover is not None else moves("verbs").get(verb.head.lemma)
    if moved.lemma in words("moves", "totals"):
        way = None if way == "decrease" and verb.lemma == "bring" else way or "increase"
    return None if way is None else Move(way, "to", mover or verb)
