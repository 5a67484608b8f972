"""Lists told apart by "respectively": the first number is of the first name, the second of the second."""

from __future__ import annotations

from itertools import takewhile

from factex.frames.owners import Part, of_measure
from factex.frames.phrases import join, phrase
from factex.frames.scene import Scene, Site
from factex.frames.syntax import Word

Pair = tuple[Word, Word]
"""The noun that a number is of, and the first of its list."""


def respective(scene: Scene) -> dict[int, Pair]:
    """What each number of a list is of, by the index of its site; the list of nouns is taken apart in the parse."""
    told = "respectively" in scene.forms
    adverb = next((w for w in scene.parse.words if w.lower == "respectively"), None) if told else None
    numbers = _numbers(scene, adverb) if adverb is not None else []
    if len(numbers) < 2:
        return {}
    lists = [found for word in scene.parse.words if len(found := _list(word)) == len(numbers)]
    if len(lists) != 1:
        return {}
    nouns = lists[0]
    for word in nouns:
        if any(other is not word and other in word.entity for other in nouns):
            word.ent, word.entity = "", ()
    for word in nouns[1:]:
        word.dep = "respective"
    return {site.index: (noun, nouns[0]) for site, noun in zip(numbers, nouns, strict=True)}


def respective_times(scene: Scene) -> dict[int, Site]:
    """The date of each number of a list, by the index of its site: "losses in 2022 and 2023 were $5 million and $6 million"."""
    adverb = next((w for w in scene.parse.words if w.lower == "respectively"), None) if "respectively" in scene.forms else None
    if adverb is None:
        return {}
    numbers, times = _numbers(scene, adverb), [site for site in scene.sites if site.located]
    listed = len(times) == len(numbers) > 1 and all(b.before.lower in (",", "and") for b in times[1:])
    return {site.index: time for site, time in zip(numbers, times, strict=True)} if listed else {}


def _numbers(scene: Scene, adverb: Word) -> list[Site]:
    """The numbers of one unit that the adverb tells apart: the last ones before it, else the first ones after it."""
    numbers = [site for site in scene.sites if site.numeric]
    before = [site for site in reversed(numbers) if site.root.i < adverb.i]
    same = [*takewhile(lambda site: _unit(site) == _unit((before or numbers)[0]), before or numbers)]
    return same[::-1] if before else same


def _unit(site: Site) -> tuple[str, str | None]:
    return site.value.kind, site.value.unit


def _list(word: Word) -> list[Word]:
    """The nouns coordinated with *word*, if it is the first of them and no number or time."""
    if word.pos not in ("NOUN", "PROPN") or word.dep == "conj":
        return []
    found = [word]
    while (following := next((c for c in found[-1].right if c.dep == "conj"), None)) is not None:
        found.append(following)
    return [] if any(each.mention is not None for each in found) else found


def told_apart(part: Part, pair: Pair, site: Site) -> Part:
    """The participants of one number of a list, made of those that the rules find for all of them."""
    noun, first = pair
    measure = part.measure
    if measure is first:
        return of_measure(noun, None, part.predicate)
    if measure is not None and any(word is first for word in phrase(measure)):
        inside = set(map(id, first.within()))
        kept = [word for word in phrase(measure) if id(word) not in inside]
        nominal = join([*kept, *phrase(noun)], site.scene.article)
        subject = {id(first): noun, id(measure): None}.get(id(part.subject), part.subject)
        return Part(None, subject, part.predicate, nominal, owned=part.owned)
    if part.subject is first or first.dep != "pobj" or first.head.lower not in ("from", "to"):
        part.subject = noun  # "paid $5 million and $6 million to Lund and Lee": neither of them paid
    return part
