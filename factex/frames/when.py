"""When: the time that a statement about a number holds for."""

from __future__ import annotations

from factex.frames.lexicon import codes
from factex.frames.scene import Site
from factex.frames.syntax import VERBS, Word

_CLAUSAL = frozenset({"ccomp", "relcl", "advcl", "csubj", "parataxis"})


def when(site: Site) -> Site | None:
    """The date or time in the same sentence that the number's statement is located by."""
    times = [s for s in site.scene.sites if s.value.kind in ("date", "time") and s is not site and _resolved(s)]
    if not times:
        return None
    ranked = [(distance, abs(t.words[0].i - site.words[0].i), t) for t in times if (distance := _distance(site, t)) is not None]
    return min(ranked, key=lambda row: row[:2])[2] if ranked else None


def _resolved(site: Site) -> bool:
    timex = site.value.timex
    return timex is not None and not timex.endswith("_REF")


def _distance(site: Site, time: Site) -> int | None:
    """How many steps above the number the time hangs; None where it locates something else."""
    if time.slot.anchor is None:
        return None
    place = time.slot.anchor
    if place.mention == site.index:
        return 0
    steps = 0
    word = site.root
    for head in word.climb():
        steps += 1
        if head is place:
            # "said on Tuesday that sales rose 3%": Tuesday locates the saying
            return steps
        if _is_clause(head) and head.lemma in codes("sources"):
            return None
        if head.dep in ("relcl", "ccomp") and head.pos in VERBS and head is not place:
            return None
        word = head
    return None


def _is_clause(word: Word) -> bool:
    return word.pos in VERBS and word.dep not in ("aux", "auxpass")
