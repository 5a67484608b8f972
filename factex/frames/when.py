"""When: the time that a statement about a number holds for."""

from __future__ import annotations

from collections.abc import Sequence

from factex.frames.lexicon import codes
from factex.frames.scene import Scene, Site
from factex.frames.syntax import AUXILIARIES, NOUNS, SUBJECTS, VERBS, Word, verb_above

_NEAR = 4  # words between a number and its own time: "6% late on Monday", "$4bn in the same period last year"


def when(site: Site) -> Site | None:
    """The date or time in the same sentence that the number's statement is located by."""
    if site.definite:
        return None
    if site.beside is not None and site.before is not None and site.before.lower in ("from", "with", "against", "versus"):
        # "5% in May, from 6%": the level before has only a time of its own
        after = site.scene.sites[site.index + 1] if site.index + 1 < len(site.scene.sites) else None
        near = after is not None and after.words[0].i - site.words[-1].i <= _NEAR
        return after if after is not None and near and _locates(after) else None
    times = [s for s in site.scene.sites if _locates(s) and s is not site and not _taken(s, site)]
    ranked = [(steps, abs(t.words[0].i - site.words[0].i), t) for t in times if (steps := _steps(site, t)) is not None]
    if ranked:
        return min(ranked, key=lambda row: row[:2])[2]
    return _of_neighbours(site, times)


def _locates(site: Site) -> bool:
    """Whether the mention is a time that can be told on a calendar."""
    timex = site.value.timex
    return site.value.kind in ("date", "time") and timex is not None and not timex.endswith("_REF")


def _taken(time: Site, site: Site) -> bool:
    """Whether the time belongs to another number alone: in "1.7%, down from 1.8% on Monday" Monday is that of 1.8%."""
    before = time.before
    if before is not None and before.lower in ("from", "than", "against", "versus") and site.numeric:
        return True  # "down 4% from 2023": the time that it is compared with
    if before is not None and before.lower in ("in", "on", "at", "during", "late", "early"):
        before = time.scene.parse.words[before.i - 1] if before.i else None
    if before is None or before.mention in (None, site.index):
        return False
    other = time.scene.sites[before.mention]
    return other.numeric and other.before is not None and other.before.lower in ("from", "than", "with", "against", "versus")


def _steps(site: Site, time: Site) -> int | None:
    """How many steps above the number the time hangs; None where it locates something else."""
    place = time.slot.anchor
    if place is None:
        return None
    if place.mention == site.index or _modifies(place, site):
        return 0
    for steps, head in enumerate(site.root.climb(), 1):
        if head is place:
            return steps
        # "said on Tuesday that sales rose 3%": Tuesday locates the saying
        clause = head.pos in VERBS and head.dep not in AUXILIARIES
        if clause and (head.lemma in codes("sources") or head.dep in ("relcl", "ccomp")):
            return None
    return None


def _modifies(place: Word, site: Site) -> bool:
    """Whether *place* is a participle in the number's noun phrase: "15% tariffs on goods imposed on May 1"."""
    if place.pos not in VERBS or place.dep not in ("acl", "relcl"):
        return False
    anchor = site.slot.anchor
    top = anchor if anchor is not None and anchor.pos in NOUNS and site.slot.relation == "modifier" else site.root
    return any(place.head is word for word in top.within())


def _of_neighbours(site: Site, times: Sequence[Site]) -> Site | None:
    """The one time of a coordinated clause, which holds for its neighbours: "A fell 3% and B was down 2% on the day"."""
    verb = site.verb
    if verb is None or len({time.value.timex for time in times}) != 1 or _reported(verb):
        return None
    own = _coordination(verb)
    return next((time for time in times if _adverbial(time) and _shares(time.verb, own)), None)


def _shares(verb: Word | None, own: Word) -> bool:
    """Whether *verb*, with a subject of its own, is coordinated with the clauses of *own* and reports nothing."""
    if verb is None or verb.child(*SUBJECTS) is None or verb.lemma in codes("sources") or _reported(verb):
        return False
    return _coordination(verb) is own


def _reported(verb: Word) -> bool:
    return verb.dep in ("relcl", "acl")


def _coordination(verb: Word) -> Word:
    """The first verb of the clauses that *verb* is coordinated with by "and" or "while"."""
    while (verb.dep == "conj" or (verb.dep == "advcl" and _while(verb))) and verb.head.pos in VERBS:
        verb = verb.head
    return verb


def _while(verb: Word) -> bool:
    return any(c.dep == "mark" and c.lower in ("while", "as", "whereas") for c in verb.left)


def inherited(site: Site, before: Scene | None) -> Site | None:
    """The time of the sentence before, where both tell of the past and this sentence has no time of its own."""
    if before is None or any(_locates(s) for s in site.scene.sites) or site.verb is None or site.definite:
        return None
    if site.scene.article.text[before.sentence.end : site.scene.sentence.start].strip():
        return None
    times = [s for s in before.sites if _locates(s) and s.verb is not None and _main(s.verb) and _adverbial(s)]
    if len({time.value.timex for time in times}) != 1 or not _past(site.verb) or not _past(times[-1].verb):
        return None
    return times[-1]


def _adverbial(time: Site) -> bool:
    """Whether the time tells when the clause happened, and not which noun is meant, nor when another level was measured."""
    anchor = time.slot.anchor
    if anchor is None or _taken(time, time):
        return False
    return anchor.pos not in NOUNS or (time.slot.relation != "prep" and time.words[0].i > anchor.i)


def _main(verb: Word) -> bool:
    """Whether the verb is that of the main clause, or coordinated with it."""
    top = _coordination(verb)
    return top.dep == "ROOT" and top.lemma not in codes("sources")


def _past(verb: Word | None) -> bool:
    """Whether the verb, or the one above it, is in the past tense."""
    while verb is not None:
        if verb.tag in ("VBD", "VBZ", "VBP", "MD"):
            return verb.tag == "VBD"
        auxiliary = next((c for c in verb.left if c.dep in AUXILIARIES), None)
        if auxiliary is not None and auxiliary.lower not in ("to", "being", "been", "having"):
            return auxiliary.tag == "VBD"
        verb = verb_above(verb.head) if verb.head is not verb else None
    return False
