"""When: the time that a statement about a number holds for."""

from __future__ import annotations

from factex.frames.lexicon import codes
from factex.frames.scene import Site
from factex.frames.syntax import AUXILIARIES, VERBS


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
    word = site.root
    for steps, head in enumerate(word.climb(), 1):
        if head is place:
            return steps
        # "said on Tuesday that sales rose 3%": Tuesday locates the saying
        clause = head.pos in VERBS and head.dep not in AUXILIARIES
        if clause and (head.lemma in codes("sources") or head.dep in ("relcl", "ccomp")):
            return None
    return None
