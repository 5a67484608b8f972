"""Equivalents: two mentions that state the same amount: "$1.13 billion (1.52 trillion won)", "100 miles (160 km)"."""

from __future__ import annotations

import re

from factex.frames.moves import move_of
from factex.frames.scene import Scene, Site

_ABOUT = r"(?:(?:or|about|around|roughly|approximately|some|nearly|almost|more than|less than|over|under|equivalent to) |~ ?|= ?)*"
_BETWEEN = re.compile(
    rf"(?:(?: (?:a|an|per) [a-z]+){{1,2}}|[ -](?:deep|high|long|tall|thick|wide)| of [\w' ]{{1,30}}(?=, or))?"
    rf"(?:(?P<bracket>,? ?\({_ABOUT})|,? or {_ABOUT}|,? (?:equal|equivalent) to {_ABOUT}| ?/ ?)$",
    re.IGNORECASE,
)


def equivalents(scene: Scene) -> dict[int, int]:
    """For each mention that restates its neighbour, or is restated by it: the index of the other in the sentence."""
    pairs: dict[int, int] = {}
    text = scene.article.text
    for one, other in zip(scene.sites, scene.sites[1:], strict=False):
        if not (one.numeric and other.numeric):
            continue
        between = text[one.mention.end : other.mention.start]
        match = _BETWEEN.match(between)
        if match is not None and _alike(one, other, bracket=match["bracket"] is not None):
            pairs.setdefault(one.index, other.index)
            pairs[other.index] = one.index
    return pairs


def _alike(one: Site, other: Site, *, bracket: bool) -> bool:
    """Whether the two may be the same amount in two units."""
    a, b = one.value, other.value
    kinds, part = {a.kind, b.kind}, _is_part(one) or _is_part(other)
    if b.kind == "percent" and other.after.tag == "JJR" and other.after.next.lower == "than":
        return False  # "$5 million, or 9 percent lower than last year" is no move of $5 million
    if a.unit == b.unit or (a.unit in _TORQUES) is not (b.unit in _TORQUES):
        return False
    if (a.unit or "").endswith("gram") and (b.unit or "").endswith("liter"):  # 225 mg/1.5 mL
        return False
    if kinds in ({"money"}, {"quantity"}):
        return True
    return _bracketed(one, other) if bracket else (kinds == {"count"} and part) or "percent" in kinds


_TORQUES = frozenset({"foot_pound", "newton * meter"})
"""Units of what engines have beside their power: "300 hp (400 lb ft)"."""


def _bracketed(one: Site, other: Site) -> bool:
    """Whether a number in brackets may say the one before it again: "1,200 pupils (40%)"; but "the index hit 3,000 (0.4%)".

    The size of a move may be told as a share too: "climbed 54 points (0.4%)".
    """
    a, b = one.value, other.value
    if {a.kind, b.kind} == {"count", "money"}:
        return a.unit is None  # "a fortune of 1.3 billion ($1.7bn)", whose currency sign was lost
    alone = other.after.text == ")"
    moved = move_of(one) if alone and b.kind == "percent" else None
    if moved is not None and moved[1].role == "by":
        return True
    return alone and {a.kind, b.kind} == {"count", "percent"} and (a.kind == "percent" or a.unit not in (None, "point"))


def _is_part(site: Site) -> bool:
    """Whether a number says which part of something is counted: "300 people, or one in ten"."""
    value = site.value
    return value.unit is None and value.amount is not None and 0 < value.amount < 1
