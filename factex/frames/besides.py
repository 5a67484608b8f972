"""Besides: how far a figure moved, told behind its level and a comma."""

from __future__ import annotations

from dataclasses import replace

from factex.frames import lexicon
from factex.frames.comparisons import first_form
from factex.frames.machine import frame_rule
from factex.frames.measures import noun_complement
from factex.frames.owners import Part, complement, of_measure
from factex.frames.scene import Site
from factex.frames.syntax import DASHES, VERBS, begin


@frame_rule(
    reads={
        "Volta posted a profit of $5 million, up [3%] from a year earlier.": {"measure": "profit", "subject": "Volta"},
        "Volta had a profit of $5 million, or $2 a share, up [3%] from $4 million.": {"measure": "profit", "subject": "Volta"},
        "It sees revenue of $5 billion ($3 billion), down [$1 billion].": {"measure": "revenue", "change": "decrease"},
    },
    refuses=["Volta shares, up [3%] this year, fell."],
)
def move_of_level(site: Site) -> Part | None:
    """How far a figure moved that stands before its level: "a profit of $5 million, up 3%"."""
    cue, joint = site.before, site.before.previous
    told = _level_before(site)
    more = cue.lemma == "be" and joint.lower == "which" and site.after.lower in ("fewer", "higher", "less", "lower", "more")
    if told is not None and more:
        return told.part if joint.previous.text == "," else None  # "is $5, which is $3 more than in May"
    if cue.lower not in ("up", "down", "higher", "lower") or joint.lower not in (",", "and"):
        return None
    told = None if told is None else first_form(told)  # "a profit of $5 million, or $2 a share, up 3%"
    return noun_complement.find(told) if told is not None and told.value.kind == "money" and told.slot.relation == "prep" else None


def _level_before(site: Site) -> Site | None:
    """The last number before this one that is in no bracket: "$5 million (€4 million), up 3%"."""
    return next((s for s in reversed(site.scene.sites[: site.index]) if s.numeric and s.before.text not in "(["), None)


@frame_rule(
    reads={
        "Sales were $5 million, a rise of [3%].": {"measure": "Sales", "change": "increase", "role": "by"},
        "Sales rose to $5 million (€4 million), a [3%] jump.": {"measure": "Sales", "change": "increase", "role": "by"},
        "Volta made 300 cars in May, a [12%] fall.": {"measure": "cars", "subject": "Volta", "change": "decrease"},
        "The city set aside $5 million for roads, an increase of [$2 million].": {"measure": "roads", "subject": "city"},
    },
    refuses=["Sales were $5 million, a rise of [3%] in exports helping.", "Sales were $5 million, and it saw a rise of [3%]."],
)
def move_beside_level(site: Site) -> Part | None:
    """How far a figure moved, in a noun behind its level and a comma: "sales were $5 million, a rise of 3%"."""
    noun, words = site.slot.anchor, site.scene.parse.words
    if noun is None or noun.pos != "NOUN" or not lexicon.is_move_noun(noun):
        return None
    if complement(noun, "in", "of", "for") is not None or complement(site.root, "in") is not None:
        return None  # "a rise of 3% in exports"
    comma, verb, told = words[begin(noun)].previous, noun.head, _level_before(site)
    if comma is verb and (verb.lemma == "be" or verb.lemma in lexicon.words("moves", "seen")):
        which = verb.previous.lower == "which"  # ", which is a 3% rise", ", marking a 3% rise"
        comma = verb.previous.previous if which else verb.previous
    if told is None:
        return None
    between = [w for w in words[told.words[-1].i + 1 : comma.i] if w.dep != "parataxis"]  # ", Acme estimates, a rise of 3%"
    again = comma.lower == "and" and told.before.lower in ("down", "up")  # "up 3% on the year and a rise of 9% since 2019"
    dated = {w.i for w in between if w.previous.mention is not None and w.next.mention is not None}  # "between May and June"
    dated.update(w.i for w in between if w.lower in ("according", "heading"))  # "in 2023, according to Acme, a rise of 4%"
    high = any(w.lemma in lexicon.words("figures", "extremes") for w in between)  # "was $5, a record high and a rise of 4%"
    if not (again or (high and comma.lower == "and") or comma.text in DASHES | {","}) or any(
        w.pos in (*VERBS, "CCONJ") and w.i not in dated for w in between
    ):
        return None
    sold = next((w for w in (told.slot.anchor, told.part.subject) if w is not None and lexicon.is_figure(w.lemma)), None)
    if told.part.measure is None and sold is not None:
        return of_measure(sold, told.verb)  # "sales of 300 cars, a 12% fall"
    counted = (s.root for s in (told, told.beside) if s is not None and s.root.nominal)  # "from 300 shops to 250, a 17% fall"
    measure = told.part.measure or next(counted, None)
    return None if measure is None and told.part.nominal is None else replace(told.part, measure=measure)


@frame_rule(
    reads={
        "Volta sold 300 cars in May, [12%] fewer than in April.": {"measure": "cars", "subject": "Volta", "change": "decrease"},
        "The ferry carried 300 people, up [3%] from 2023.": {"measure": "people", "subject": "ferry", "change": "increase"},
    },
    refuses=["Volta sold cars for $5 million, [12%] less than in April.", "Volta sold 300 cars in May, and sales rose [3%]."],
)
def move_of_counted(site: Site) -> Part | None:
    """How much what is counted rose or fell: "300 cars, 12% fewer than in April", "300 people, up 3%"."""
    cue = site.before
    beside = site.set_beside() or (cue.lower in ("down", "up") and cue.previous.text == ",")
    told = _level_before(site) if beside and site.value.kind == "percent" else None
    counted = told is not None and told.value.kind == "count" and told.root.nominal
    return replace(told.part, measure=told.root) if told is not None and counted else None


BESIDE_RULES = (move_of_level, move_of_counted, move_beside_level)
