"""Leads: what stands before a number and belongs to it: "up to", "at least", "about"."""

from __future__ import annotations

from functools import cache

from factex.data import table
from factex.frames.lexicon import words
from factex.frames.syntax import Word, begin


@cache
def leads(*, ranged: bool = False) -> dict[str, list[tuple[str, ...]]]:
    """What leads to a number, or to a range, by its last word, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    rows = table("figures")["leads"]
    for lead in sorted((tuple(text.split()) for text in rows["words"] + ranged * rows["ranges"]), key=len, reverse=True):
        found.setdefault(lead[-1], []).append(lead)
    return found


def lead_of(number: Word, *, ranged: bool) -> list[Word]:
    """The words directly before the first word of a number, or of a range, that modify it."""
    found: list[Word] = []
    while longest := _ending_with((found or [number])[0].previous, ranged=ranged):
        found = longest + found
    return found


def _ending_with(last: Word, *, ranged: bool) -> list[Word]:
    """The longest lead that ends with a word; what belongs to its verb is none: "edged up to 5%", "took over 20 firms"."""
    if last.lower == "of" and _is_extreme(last.previous):
        found = [last.previous, last]
        while found[0].i > begin(last.previous):
            found.insert(0, found[0].previous)
        return found
    known, found = leads(ranged=ranged).get(last.lower, ()), [last]
    while known and len(found) < len(known[0]):
        found.insert(0, found[0].previous)
    said = tuple(word.lower for word in found)
    for lead in known:
        stands, first = said[-len(lead) :] == lead, found[-len(lead)]
        if stands and not is_raised(first) and first.previous.lower not in table("modifiers")["not_after"].get(" ".join(lead), ()):
            return found[-len(lead) :]
    return []


def is_raised(up: Word) -> bool:
    """Whether something is moved up to the number: "bringing its stake up to 5%"."""
    moved = up.previous
    while up.lower == "up" and moved.dep == "pobj":
        moved = moved.head.head
    return up.lower == "up" and moved.dep == "dobj" and moved.head.lower in words("modifiers", "moving")


def _is_extreme(noun: Word) -> bool:
    """Whether a noun tells how far something went: "a high of", "its 20-year low of"; but Monday's high was another day's."""
    return noun.lemma in words("figures", "extremes") and not any(c.dep == "poss" and c.tag != "PRP$" for c in noun.left)
