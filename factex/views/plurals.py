"""Units as people write them: pint's "foot ** 3 / day" as "cubic feet per day"."""

from __future__ import annotations

from functools import cache

from factex.data import table
from factex.records import Fact, Kind

POWERS = {"": "", "2": "square ", "3": "cubic "}


def unit(fact: Fact) -> str:
    """The unit of a fact, in the plural unless there is one of it: "metric tons", "senior leaders"; a currency's code."""
    written = _written(fact.text, fact.unit) if fact.kind == "count" and fact.unit else None
    return written or named(fact.kind, fact.unit or "", many=fact.amount != 1)


def named(kind: Kind, unit: str, *, many: bool = True) -> str:
    """What people call a unit of facts of a kind."""
    if not unit or kind == "money":
        return unit
    return spoken(unit, many=many) if kind != "count" else plural(unit) if many else unit


def spoken(unit: str, *, many: bool = True) -> str:
    """A unit by its pint name, or a share, in words.

    >>> spoken("mile_per_hour"), spoken("foot ** 3 / day"), spoken("percentage_point", many=False)
    ('miles per hour', 'cubic feet per day', 'percentage point')
    """
    above, _, below = unit.partition(" / ")
    per = f" per {_term(below, many=False)}" if below else ""
    return f"{_term(above, many=many)}{per}"


def _term(term: str, *, many: bool) -> str:
    base, _, power = term.partition(" ** ")
    name, per, rest = base.replace("_", " ").replace(" * ", " ").partition(" per ")
    return f"{POWERS[power]}{plural(name) if many else name}{per}{rest}"


@cache
def plural(noun: str) -> str:
    """The plural of a noun phrase, which is that of its end.

    >>> plural("acre foot"), plural("shipping company"), plural("person"), plural("hertz")
    ('acre feet', 'shipping companies', 'people', 'hertz')
    """
    before, space, last = noun.rpartition(" ")
    for ending, many in table("units")["plurals"].items():
        if noun.endswith(ending):
            return f"{noun.removesuffix(ending)}{many}"
    irregular = {one: many for many, one in table("counted")["lemmas"].items()}
    if last in irregular:
        return f"{before}{space}{irregular[last]}"
    if last.endswith("y") and last[-2:-1] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}es" if last.endswith(("s", "x", "z", "ch", "sh")) else f"{noun}s"


def _written(text: str, noun: str) -> str | None:
    """The counted noun as the mention ends in it, which knows its plural: "cruise passengers" for a *cruise passenger*."""
    lemma = noun.lower().split()
    said = text.split()[-len(lemma) :]
    *before, last = (word.lower() for word in said or [""])
    return " ".join(said) if before == lemma[:-1] and last[:1] == lemma[-1][0] else None
