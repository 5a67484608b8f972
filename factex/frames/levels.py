"""Levels: numbers that a move leads to or starts from, by the numbers beside them."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise, takewhile

from factex.frames.change import move_verb
from factex.frames.comparisons import before_unit, first_form, is_share
from factex.frames.lexicon import is_move_noun, moves, particle, words
from factex.frames.machine import frame_rule
from factex.frames.particles import Move, before_noun, beside_particle
from factex.frames.rises import move_noun
from factex.frames.scene import Site
from factex.frames.syntax import SUBJECTS, VERBS, Word, verb_above
from factex.records import Change, Role


@frame_rule(
    reads={
        "The stock ended at [$62.10], up 1.4%.": {"change": "increase", "role": "to"},
        "Profit was [$5 million] (£4 million), up slightly from $4 million.": {"change": "increase", "role": "to"},
        "Crude settled at [$62.10] a barrel, gaining 40 cents.": {"change": "increase", "role": "to"},
        "Only [52%] of pupils at schools in the north passed, down from 65%.": {"change": "decrease", "role": "to"},
    },
    refuses=[
        "Volta made a loss of [$12 million], while sales fell from $8 million.",
        "Of [52%] who sat it, 40% passed, up from 30%.",
        "Prices rose [3%] in the year to June, down from 4%.",
        "It has [5,000 staff], cutting 3% of them.",
    ],
)
def level_then_move(site: Site) -> Move | None:
    """A level with its move behind it: "at $62.10, up 1.4%", "at $62.10, gaining 40 cents", "a loss of $5, widening from $4"."""
    found, own = moves("particles"), site.value
    past = _past(site)
    others = [other for other in site.scene.sites[site.index + 1 :] if other.words[0].i > past.i]
    later = (s for s in others if s.before.text != "(" and (not s.definite or s.slot.prep.lower == "from"))
    # A number, or since when: "up from last year".
    start = next((s for s in later if s.numeric or (s.before.lower == "from" and s.before.previous.lower in found)), None)
    noun = site.slot.anchor if site.slot.relation == "modifier" else None
    sized = noun is not None and is_move_noun(noun)  # "saw a $10 decline, falling to $5"
    if start is None or site.definite or sized or of_another_time(site):
        return None
    after = past.i + 1
    between = site.scene.parse.words[after : start.words[0].i]
    compared = site.before.lower in ("among", "at", "in", "on", "the", "than")  # "lower than the 38.9% forecast and down from 39%"
    verbless = [] if compared else list(takewhile(lambda word: word.pos not in VERBS, between))
    behind = (word for word in between if _opens(word) or (_goes_from(word) and word in verbless))
    deeds = moves("verbs")  # ", gaining 40 cents", ", narrowed from $5"
    ways = (w for w in behind if w.lower in found or (w.lemma in deeds and (w.tag == "VBG" or w.next.lower == "from")))
    cue = next(ways, None)
    if cue is None or cue.lemma in words("moves", "sums"):
        return None
    way, size = found.get(cue.lower) or moves("verbs")[cue.lemma], start.value
    if (cue.next.next if cue.next.pos == "ADV" else cue.next).lower in ("compared", "from"):  # "up slightly from 1,418"
        alike = size.unit in (None, "unit", own.unit) or own.kind == size.kind == "money"
        told = move_verb.find(site)
        return Move(way, "to", cue) if alike and (told is None or told.role != "by") else None
    if (own.kind == "percent" or cue.tag == "VBG") and (told := move_verb.find(site)) is not None and told.role == "by":
        return None  # "rose 5%, up 27p at 524p", "closed down 60 points, losing 40"
    sized = cue.lower in found or (own.kind != "percent" and size.unit in ("percent", own.unit))
    led = start.before if start.before.lower != "by" else start.before.previous  # "at $414, up by 3%"
    return Move(way, "to", cue) if led is cue and cue.i - after < _NEAR and sized else None


def _opens(word: Word) -> bool:
    """Whether a word stands first behind a comma or dash, or behind an adverb that does: ", slightly down from 3%"."""
    return (word.previous.previous if word.previous.pos == "ADV" else word.previous).text in _PARTING


def _past(site: Site) -> Word:
    """The last word of a number, or of a bracket behind it that says it again or what it was: "£3 (2023: £2), up 50%"."""
    words_ = site.scene.parse.words[site.after.i :] if site.after.text == "(" else []
    return next((word for word in words_ if word.text == ")"), site.words[-1])


def of_another_time(site: Site) -> bool:
    """Whether a number stands in a bracket with the time that it was of: "(2023: £2)", "(£2 in 2023)"."""
    last, following = site.scene.sites[site.index - 1], site.following
    led = site.before.text == ":" and site.index > 0 and last.temporal and last.words[0].previous.text == "("
    ends = site.before.text == "(" and following is not None and following.temporal and following.after.text == ")"
    return led or ends


def _goes_from(word: Word) -> bool:
    """Whether a word tells a move from another level without a comma: "14% last year up from 11"; but "went up from 11"."""
    return word.lower in ("down", "up") and word.next.lower == "from"


_NEAR = 10
_PARTING = frozenset({",", ")", "(", "-", "—", "–"})


@frame_rule(
    reads={
        "The stock was up $3 to [$62.10].": {"change": "increase", "role": "to"},
        "Copper closed 4.5 cents higher at [$4.10] a pound.": {"change": "increase", "role": "to"},
        "Profit was $5 million, down 96% from [$14.1 billion].": {"change": "decrease", "role": "from"},
        "The Dow was down 312 points, or 0.8%, at [38,114].": {"change": "decrease", "role": "to"},
        "Those results saw load factor climb by 0.7% to [85.3%].": {"change": "increase", "role": "to"},
        "Labour is up three points on [29%].": {"change": "increase", "role": "to"},
    },
    refuses=["The stock was up $3 on a fund of [$185 million]."],
)
def move_then_level(site: Site) -> Move | None:
    """A level with its move before it: "up 0.05% to $1.1075", "4.5 cents higher at $4.10"."""
    before = before_noun(site) if site.before.lower == "of" else site.before  # "up 3% from a level of $40"
    unit = before_unit(before.previous)  # "up $40 a week to $640"
    previous = unit if unit.mention is not None else before.previous
    # as in "3p, or 1%, higher at 40p"
    while previous.text in (",", "ahead") or previous.lower in moves("particles") or previous.lower in words("moves", "spans"):
        previous = previous.previous
    polled = before.lower == "on" and site.value.kind == "percent"  # "is up three points on 29%"
    if not (polled or before.lower in ("to", "at", "from")) or previous.mention in (None, site.index):
        return None
    other = site.scene.sites[previous.mention]
    if polled and other.value.unit not in (None, "point"):
        return None
    if other.temporal and other.index and other.before.lower in ("from", "in", "on"):  # down 6% on 2012 to 1,320
        other = site.scene.sites[other.index - 1]
    again = is_share(other)
    other = first_form(other)  # down 312 points, or 0.8%, at 38,114
    move = beside_particle.find(other) or move_then_level.find(other) if other.numeric else None
    if move is None and other.numeric and (before.lower == "to" or site.value.kind != "percent"):
        move = move_noun.find(other)  # but "a 3% rise, from an estimate of 4%"
    move = move or (move_verb.find(other) if again else None)  # "fell 12 points, 0.1%, to 8,262"
    return None if move is None else Move(move.change, "from" if before.lower == "from" else "to", move.cue)


@frame_rule(
    reads={
        "Steel shares fell 6 pence to close at [240 pence].": {"change": "decrease", "role": "to"},
        "Sales grew by 3%, reaching [$68 million].": {"change": "increase", "role": "to"},
    },
    refuses=["Steel shares closed at [240 pence].", "Sales grew as debt reached [$68 million]."],
)
def close_of_move(site: Site) -> Move | None:
    """The level at which a move ends: "fell 6 pence to close at 240 pence", "grew by 3%, reaching $68 million"."""
    verb = site.verb
    if verb is None or verb.child(*SUBJECTS) is not None or site.value.unit in words("moves", "ways"):
        return None
    level = site.value.kind == "money" or site.value.unit in (None, "point")
    placed = site.before.lower == "at" or (level and (site.before is verb or site.before.lower == "on"))  # "closing near 240"
    closes = placed and (verb.lemma == "stand" or verb.lemma in words("moves", "either"))
    reaches = not site.known and site.before.lower != "expected" and site.slot.relation == "verb"
    if not (closes or (reaches and verb.lemma in words("moves", "reaching"))) or verb.dep not in ("acl", "advcl", "relcl", "xcomp"):
        return None
    mover = (verb.head if verb.head.mention is None else verb_above(verb.head)) or verb  # "rose 122, or 2%, to close at 4,485"
    last = next((other for other in reversed(site.scene.sites[: site.index]) if other.numeric), None)
    move = None if last is None else beside_particle.find(last) or move_noun.find(last)  # "saw a rise of 3% to end at $5"
    gone = mover.child("dobj") or mover  # "extended its gains to touch 3%"
    told = moves("nouns").get(gone.lemma) if move is None else move.change
    way = particle(verb) or moves("verbs").get(mover.lemma) or particle(mover) or told
    return None if way is None else Move(way, "from" if site.before.lower == "from" else "to", verb)


@frame_rule(
    reads={
        "The notes yield 3.1%, from [3.4%] on Monday.": {"change": "decrease", "role": "from"},
        "Profit was [$5 million], from $4 million a year earlier.": {"change": "increase", "role": "to"},
    },
    refuses=[
        "Sales rose [3%] in May from $4 million in April.",
        "Use rose by [37%], from 2% to 3%.",
        "Use rose [37%], from 2% to 3%.",
        "Profit was $5 million, or [$2] a share, from $4 million.",
    ],
)
def compared(site: Site) -> Move | None:
    """Two amounts of one unit, the second with "from": the larger tells the way."""
    one, other = (site.beside, site) if site.beside is not None else (site, site.following)
    if other is None or other.beside is not one or other.before.lower != "from":
        return None
    end = other.following
    if one.before.lower == "by" or (end is not None and end.before.lower == "to" and end.before is other.after):
        return None  # rose 37%, from 0.9% to 1.2%
    a, b = one.value.amount, other.value.amount
    if a is None or b is None or one.value.unit != other.value.unit or not (abs(a) < _FAR * abs(b) < _FAR * _FAR * abs(a)):
        return None
    apart = other.before.previous.text == "," or other.before.previous.lower in moves("particles")
    told = move_verb.find(one)  # "the rand firmed to 18.45 from 18.60", so that fewer buy a dollar
    grew = told is not None and told.role == "by" and one.value.kind == "percent" and one.before.lower != "at"
    if grew and other.before.previous.lower in moves("particles"):
        return None  # "wages rose 2%, down from 3%"
    levelled = apart or "to" in (one.before.lower, one.slot.prep.lower)
    if not levelled and one.value.kind == "count" and (told is None or told.role == "by"):
        return None  # "took six points from 15", "fell 1.6 points from 8"
    way: Change = told.change if told is not None and told.role == "to" else "increase" if a > b else "decrease"
    return Move(way, "to" if site is one else "from", other.before)


_FAR = 1000
"""So many times as much is no move: "$3.4 billion, or $1.87 a share, from $3.0 billion"."""


@frame_rule(
    reads={
        "Fraud cost banks $3 million, [12%] more than in 2021.": {"change": "increase", "role": "by", "when": None},
        "It built 900 homes last year, [240] fewer than the year before.": {"change": "decrease", "role": "by"},
        "A litre of milk costs [a third] more than a year ago.": {"change": "increase", "role": "by"},
        "Bookings are running [30%] ahead of last year.": {"change": "increase", "role": "by", "when": None},
    },
    refuses=[
        "It costs [12%] more than its rival.",
        "The ship is [12 miles] ahead of its rival.",
        "It paid [$3 million] more than expected in 2021.",
        "It saw [300 more people].",
    ],
)
def more_than_before(site: Site) -> Move | None:
    """How much more or less something is than it was: "12% more than in 2021", "240 fewer than the year before"."""
    ways = moves("more")
    cue = next((word for word in site.words if word.lower in ways), site.after)  # "300 fewer jobs than last year"
    way, behind = ways.get(cue.lower), cue.next if cue is site.after else site.after
    linked = behind.lower in ("of", "than")
    if way is None or linked != (cue.lower not in words("moves", "past")):
        return None
    earlier = behind.next if linked else behind
    if linked and earlier.lower == "before":  # "10 cents more than before"
        return Move(way, "by", cue)
    while earlier.lower in ("at", "during", "for", "in", "on", "the"):
        earlier = earlier.next
    time = site.scene.site_of(earlier)
    if time is None or time.value.kind != "date":
        return None
    noun = time.root.head.lemma
    alike = noun in words("figures", "levels") or (time.after.tag == "POS" and noun not in words("figures", "extremes"))
    other = time.slot.relation == "modifier" and not alike  # but "24% below last year's crop"
    return None if other else Move(way, "by", cue)  # not "24% above the September median"


@frame_rule(
    reads={
        "The school is going from [40] to 90 pupils this autumn.": {"change": "increase", "role": "from"},
        "The school is going from 40 to [90 pupils] this autumn.": {"change": "increase", "role": "to"},
        "That takes its stake from [12%] to 9%.": {"change": "decrease", "role": "from"},
        "Volta is down from 12 shops last year to [9].": {"change": "decrease", "role": "to"},
        "We have reduced the sum to be saved from [£2 million] to £1 million.": {"change": "decrease", "role": "from"},
    },
    refuses=["Flights from [5 airports] to 20 cities stopped."],
)
def from_one_to_another(site: Site) -> Move | None:
    """Two levels after a verb that only says that things move: "went from 12 to 20", "took its stake from 12% to 9%"."""
    numbers = [s for s in site.scene.sites if s.numeric]
    start, end = next((pair for pair in pairwise(numbers) if site in pair and pair[0].before.lower == "from"), (None, None))
    if start is None or end is None or end.before.lower != "to" or start.value.unit != end.value.unit:
        return None
    a, b, verb = start.value.amount, end.value.amount, start.verb
    role: Role = "from" if site is start else "to"
    if (told := beside_particle.find(start)) is not None:  # "down from 12 in May to 9 in June"
        return replace(told, role=role)
    way: Change | None = None if a is None or b is None else "increase" if _sign(start) * a < _sign(end) * b else "decrease"
    if verb is not None and verb.dep in ("acl", "relcl") and verb.head.dep == "dobj" and verb.lemma not in moves("verbs"):
        verb = verb_above(verb.head)  # "reduced what is spent from 5 to 3"
    if (
        way is None
        or verb is None
        or not (verb.lemma in words("moves", "either", "causes") or moves("verbs").get(verb.lemma) == way)
    ):
        return None
    return Move(way, role, verb)


def _sign(site: Site) -> int:
    """Minus one for a loss: "went from a $6 million loss to a $2 million profit" tells of a rise."""
    return -1 if site.slot.anchor is not None and site.slot.anchor.lemma in ("deficit", "loss") else 1


LEVEL_RULES = (level_then_move, move_then_level, close_of_move, compared, more_than_before)
