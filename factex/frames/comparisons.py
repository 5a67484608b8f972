"""Comparisons: the number that another is set beside, as its level or as what it was before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.frames.lexicon import is_move_verb, words
from factex.frames.syntax import Word

if TYPE_CHECKING:
    from factex.frames.scene import Site

# As in "3% to $5bn"; "5%, down from 6%"; "$5bn in May, compared with $4bn".
_LINKS = frozenset({"at", "to", "from", "versus", "against", "compared", "with", "up", "down", "higher", "lower"})
_BETWEEN = frozenset({"in", "on", "at", "for", "during", "a", "an", "the", "per"})


def compared_with(site: Site) -> Site | None:
    """The number before this one that it is set beside, as its level or in comparison: "3% to $5bn", "5%, from 6%"."""
    before = site.before
    along = before.lower == "with" and before.previous.lower not in _LINKS  # "worth $60 million, with $40 million going to charity"
    if not site.numeric or before.lower not in _LINKS or _modifies(site) or along:
        return None
    if before.lower == "at":
        return _priced(site, before.previous)
    word = before
    while word.lower in _LINKS or _parts(word) or past_degree(word) is not word:
        word = word.previous
    while _passes(site, word):
        word = word.previous
    if word.text == ")" and (inner := site.scene.site_of(word.previous)) is not None and inner.before.text == "(":
        word = inner.before.previous  # "$5 million (€4 million), compared with $3 million"
    found = site.scene.site_of(word) or _share_before(site, before)
    # "12 fires that burned 300 acres, compared with 9 fires"
    other = found is not None and found.value.unit != site.value.unit and before.previous.lower == "compared"
    return (alike(site) if other and site.value.kind == "count" else None) or found


def _share_before(site: Site, link: Word) -> Site | None:
    """The share that another one is set beside from afar: "5% of boys smoked, up from 3% in 1990", "compared with 3%"."""
    if link.previous.lower == "compared":
        return _first_of(site)
    cue = past_degree(link.previous)
    way = link.lower == "from" and cue.lower in ("down", "up") and cue.previous.text == ","
    first = _first_of(site) if way or link.lower in ("against", "versus") else None
    told = first is not None and (first.after.lower == "of" or first.slot.relation == "subject")
    return first if told else None


def _first_of(site: Site) -> Site | None:
    """The share that another one is compared with, whatever stands between them: "5% of boys smoked, compared with 3% in 1990"."""
    share = site.value.unit == "percent"
    return next((s for s in reversed(site.scene.sites[: site.index]) if share and s.value.unit == "percent"), None)


def past_degree(word: Word) -> Word:
    """The "down" before an adverb that says how far: "7%, down slightly from 9%"; else the word itself."""
    far = word.pos == "ADV" and word.next.lower == "from" and word.previous.lower in ("down", "up", "higher", "lower")
    return word.previous if far else word


def _parts(word: Word) -> bool:
    """Whether a participle tells how a level was come to: "a loss of $5 million, narrowing from $6 million"."""
    return word.tag in ("VBD", "VBG", "VBN") and word.next.lower == "from" and is_move_verb(word)


def _modifies(site: Site) -> bool:
    """Whether the number belongs to a noun after it, as in "versus a 0.2% drop"."""
    return site.root.dep in ("compound", "nmod", "nummod") and site.root.head.mention is None


def _priced(site: Site, word: Word) -> Site | None:
    """The move whose level follows with "at": "up 2.5% at $61,200"; not the goods of "five cars at $9,000"."""
    behind = word.lower in ("higher", "lower")
    word = word.previous if behind else word
    other = site.scene.site_of(word.previous if behind and word.text == "," else word)
    if other is None:
        return None
    moved = (behind or other.before.lower in ("up", "down", "off")) and other.value.unit == site.value.unit
    return other if moved or other.value.unit in ("percent", "point", "basis_point") else None


def _passes(site: Site, word: Word) -> bool:
    """Whether a word may stand between two numbers that are set beside each other: a time, a unit, a comma."""
    if (other := site.scene.site_of(word)) is not None:
        return other.temporal
    if word.dep == "acl" and word.head.mention is not None:
        return True  # "from 21 mpg combined to 23"
    per = word.previous.lower in ("a", "an") and word.lower in words("rates", "units")
    return word.text in (",", "(") or word.lower in _BETWEEN or per or (word.dep == "pobj" and word.head.lower == "per")


def first_form(site: Site) -> Site:
    """The number that others behind "or" and "and" or in brackets are told with: for both of "$5, or 2 cents a share" the $5."""
    while site.before.lower in ("or", "and", "(") or is_share(site):
        other = site.scene.site_of(before_unit(site.before.previous))
        if other is not None and other.temporal and site.before.lower == "and" and other.before.pos == "ADP":
            other = site.scene.site_of(other.before.previous)  # "lower than the 82% in 2020 and the 79% in 2017"
        if other is None or not other.numeric or (site.before.text == "(" and other.value.kind != site.value.kind):
            break
        site = other
    return site


def is_share(site: Site) -> bool:
    """Whether a percentage between commas says again by how much something moved: "up 12 points, 0.1%, at 8,262"."""
    moved = site.scene.site_of(site.before.previous) if site.before.text == "," and site.value.kind == "percent" else None
    return moved is not None and (moved.value.kind == "money" or moved.value.unit == "point") and site.after.pos == "PUNCT"


def before_unit(word: Word) -> Word:
    """*word*, or the one before it and what a number is per: "$5, or 2 cents per diluted share, in 2020"; "$5 (€4) in 2020"."""
    if word.text == ")":
        number = opened = before_unit(word.previous)
        while opened.mention is not None and opened.previous.mention == opened.mention:
            opened = opened.previous
        return number if opened.previous.text == "(" else word  # "a 2% gain (from 3%) in May"
    word = word.previous if word.text == "," else word
    unit = word
    while (unit.previous.pos == "ADJ" or unit.previous.lower in words("rates", "kinds")) and unit.previous.mention is None:
        unit = unit.previous
    return unit.previous.previous if unit.previous.lower in ("/", "a", "an", "per") and word.mention is None else word


def alike(site: Site) -> Site | None:
    """The last number of the same unit before this one."""
    return next((s for s in reversed(site.scene.sites[: site.index]) if s.numeric and s.value.unit == site.value.unit), None)
