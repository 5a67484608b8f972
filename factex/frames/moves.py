"""Moves: those that a number shares with another one; and all rules of change in their order."""

from __future__ import annotations

from factex.frames.change import move_verb, role_of, signed
from factex.frames.comparisons import first_form, is_share
from factex.frames.gaps import gap
from factex.frames.levels import LEVEL_RULES, from_one_to_another, level_then_move, of_another_time
from factex.frames.machine import FrameRule, first, frame_rule
from factex.frames.particles import Move, beside_particle
from factex.frames.rises import brought_to, done_to_those, move_noun, rise_was
from factex.frames.scene import Site


@frame_rule(
    reads={
        "Profit was [$5 million], or 40 cents a share, in May, up from $4 million.": {"change": "increase", "role": "to"},
        "Profit was $5 million, up from $4 million, or [30 cents] a share.": {"change": "increase", "role": "from"},
    },
    refuses=["Profit was [$5 million], or 40 cents a share.", "Profit rose $5 million, or [40 cents] a share."],
)
def in_two_forms(site: Site) -> Move | None:
    """A level told in two forms, where the move stands beside only one of them: "$5 million, or 40 cents a share, up from"."""
    first, other = first_form(site), site.following
    if first is not site and site.before.lower in ("or", "(") and not of_another_time(site):
        found = move_of(first)
        return found[1] if found is not None and found[1].role != "by" else None
    if other is None or other.before.lower not in ("or", "(") or first_form(other) is not first:
        return None
    return level_then_move.find(other)


@frame_rule(
    reads={
        "Imports fell to $9 billion and exports to [$5 billion].": {"change": "decrease", "role": "to"},
        "Imports rose $3 million and exports [$5 million].": {"change": "increase", "role": "by"},
        "Wheat rose 3%, corn 4% and rice [5%].": {"change": "increase", "role": "by"},
        "Sales rose 3% to $5 million and profit [5%] to $1 million.": {"change": "increase", "role": "by"},
        "Sales fell by 7% last month and exports by [19%].": {"change": "decrease", "role": "by"},
    },
    refuses=["Sales rose $3 million and profit was [$5 million]."],
)
def move_left_out(site: Site) -> Move | None:
    """The move of the number before, where the verb is left out: "imports fell to $9 billion and exports to $5 billion"."""
    found = gap(site)
    if found is None:
        return None
    before = found[1]
    earlier = move_verb.find(before) or beside_particle.find(before) or move_left_out.find(before)
    role = role_of(site)
    return None if earlier is None or role is None else Move(earlier.change, role, earlier.cue)


@frame_rule(
    reads={
        "The tax will rise to 12% in 2026 and [15%] in 2028.": {"change": "increase", "role": "to", "when": "2028"},
        "Inflation fell to 3% in Spain and [2%] in Britain.": {"change": "decrease", "role": "to"},
        "The economy will grow 1.2% this year and [1.5%] in 2026.": {"change": "increase", "role": "by"},
    },
    refuses=["The tax rose to 12% in 2024 and [15%] was owed in May.", "Rates of 3% in April and [5%] in May were paid."],
)
def parallel(site: Site) -> Move | None:
    """A number that stands as the one before it does, at another time or place: "to 12% in 2026 and 15% in 2028"."""
    earlier = next((other for other in reversed(site.scene.sites[: site.index]) if other.numeric), None)
    if earlier is not None and is_share(site):
        again = move_of(earlier)
        return again[1] if again is not None and again[1].role == "by" else None
    if earlier is None or site.before.lower not in ("and", ",") or site.slot.relation == "subject":
        return None
    if earlier.value.unit != site.value.unit or not (_is_placed(earlier) and _is_placed(site)):
        return None
    found = move_of(earlier)
    return None if found is None else found[1]


def _is_placed(site: Site) -> bool:
    """Whether a time or a place stands behind a number, or numbers are told in the order of what has them: "12% in 2026"."""
    shared = "respectively" in [word.lower for word in site.scene.parse.words[site.words[-1].i + 1 :][:6]]
    return site.after.lower in ("at", "from", "in", "on", "over") or site.after.mention is not None or shared


CHANGE_RULES: tuple[FrameRule[Site, Move], ...] = (
    move_left_out,
    signed,
    beside_particle,
    *LEVEL_RULES,
    move_noun,
    parallel,
    in_two_forms,
    move_verb,
    done_to_those,
    rise_was,
    brought_to,
    from_one_to_another,
)


def move_of(site: Site) -> tuple[str, Move] | None:
    """The move that a number tells of, with the name of the rule that says so; looked for once."""
    known: dict[int, tuple[str, Move] | None] = site.scene.moves
    if site.index not in known:
        known[site.index] = first(CHANGE_RULES, site)
    return known[site.index]
