"""Rates: the period or unit that a number is per."""

from __future__ import annotations

import re

from factex.frames.machine import frame_rule
from factex.frames.scene import Site

_PERIODS = {
    "annual": "year", "annually": "year", "yearly": "year", "monthly": "month", "weekly": "week", "daily": "day", "hourly": "hour", "quarterly": "quarter", "nightly": "night",
    "apiece": "piece", "each": "piece",
}  # fmt: skip
_PER = re.compile(r"[ -]?(?:an? |per |each |every |/ ?)(?P<words>(?:[a-z]+[ -]){0,2}[a-z]+)")
_UNITS = frozenset(
    """
    acre adult barrel bottle bushel call capita carat case child copy customer day dollar dose employee euro family flight foot gallon game gram head hectare home hour household
    item job kg kilo kilogram kilometer kilometre lb liter litre meter metre mile minute month night ounce package passenger person piece pound quarter
    room seat second share shift shipment song square student subscriber ticket ton tonne trip troy unit user vehicle week worker year
""".split()
)


@frame_rule(
    reads={
        "Oil fell to [$55.12] a barrel.": {"per": "barrel"},
        "It earned [$2.53] per diluted share.": {"per": "share"},
        "Wages start at [$9] an hour.": {"per": "hour"},
    },
    refuses=["It paid [$5 million] a day after the ruling."],
)
def after_number(site: Site) -> str | None:
    """A unit after the number: "$12 a share", "$55 per barrel", "$9 an hour"."""
    match = _PER.match(site.scene.article.text, site.mention.end)
    if match is None:
        return None
    rest = re.split(r"[ -]", match["words"])
    explicit = match[0].lstrip(" -").startswith(("per", "/"))
    for place, word in enumerate(rest):
        if word in _UNITS or (explicit and place == len(rest) - 1):
            after = site.scene.article.text[match.start("words") :][len("-".join(rest[: place + 1])) :]
            if not explicit and re.match(r" (?:after|before|later|earlier|ago|since)\b", after):
                return None
            return word
        if not explicit:
            return None
        if place == 0 and explicit and (site.value.kind != "money" or rest[0] in _UNITS):
            return rest[0]
    return None


@frame_rule(
    reads={
        "Seoul pays [$5 billion] annually.": {"per": "year"},
        "The city has an annual budget of [$2 million].": {"per": "year"},
    },
    refuses=["The annual report names a loss of [$2 million]."],
)
def adverb_of_period(site: Site) -> str | None:
    """A word for the period beside the number or its noun: "$5 billion annually", "an annual budget of $2 million"."""
    after = site.after
    if after is not None and after.lower in _PERIODS:
        return _PERIODS[after.lower]
    nouns = [site.slot.anchor] if site.slot.anchor is not None and site.slot.anchor.pos == "NOUN" else []
    if after is not None and after.lower in ("in", "of") and after.child("pobj") is not None:
        nouns.append(after.child("pobj"))
    for noun in nouns:
        for child in noun.left if noun is not None else ():
            if child.lower in _PERIODS and child.pos == "ADJ":
                return _PERIODS[child.lower]
    return None


RATE_RULES = (after_number, adverb_of_period)
