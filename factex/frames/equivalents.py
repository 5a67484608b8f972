"""Equivalents: two mentions that state the same amount: "$1.13 billion (1.52 trillion won)", "100 miles (160 km)"."""

from __future__ import annotations

import re

from factex.frames.scene import Scene, Site

_BETWEEN = re.compile(
    r"(?P<by>(?: (?:a|per|an) [a-z]+)?)(?P<link>,? ?\((?:or |about |around |roughly |approximately |some |nearly |equivalent to |~ ?|= ?)*|,? or (?:about |around |roughly |more than |nearly |almost |approximately )?| / ?|/)$",
    re.IGNORECASE,
)
_NOUN_BETWEEN = re.compile(r"(?P<link> [\w' -]{0,25}\()$")


def equivalents(scene: Scene) -> dict[int, int]:
    """For each mention that restates its neighbour, or is restated by it: the index of the other in the sentence."""
    pairs: dict[int, int] = {}
    text = scene.article.text
    for one, other in zip(scene.sites, scene.sites[1:], strict=False):
        if not (one.numeric and other.numeric) or one.index in pairs:
            continue
        between = text[one.mention.end : other.mention.start]
        match = _BETWEEN.match(between)
        if match is not None and _alike(one, other, bracket="(" in match["link"], text=text):
            pairs[one.index] = other.index
            pairs[other.index] = one.index
    return pairs


def _alike(one: Site, other: Site, *, bracket: bool, text: str) -> bool:
    """Whether the two may be the same amount in two units."""
    a, b = one.value, other.value
    if a.unit == b.unit:
        return False
    after = text[other.mention.end : other.mention.end + 12]
    if re.match(r" (?:a|per|an) (?:diluted |basic )?share\b", after) or (
        re.match(r" (?:a|per|an) [a-z]+", after)
        and not re.match(r" (?:a|per|an) [a-z]+", text[one.mention.end : one.mention.end + 12])
    ):
        return False
    kinds = {a.kind, b.kind}
    if kinds == {"money"} or kinds == {"quantity"}:
        return True
    return not bracket and "percent" in kinds and len(kinds) == 2
