"""Kinds: what a name says of its bearer, so that "the regulator" is no court and "the state" no capital."""

from __future__ import annotations

import re
from functools import cache
from typing import cast

from factex.data import currencies, table
from factex.frames.lexicon import roles, words
from factex.frames.syntax import Word

_COUNTRIES = frozenset({"country", "kingdom", "nation"})


@cache
def may_be(name: str, noun: str) -> bool:
    """Whether a definite *noun* may take up *name*, by what the name says of its bearer."""
    if noun in roles("GPE"):
        return _may_be_place(name.lower(), noun)
    if name.startswith(tuple(roles("indices"))):
        return False  # the Dow is no company
    if noun in roles("offices") and name.rpartition(" ")[2] in roles("company_ends"):
        return False  # Acme Bank is no agency
    if noun in roles("self_named") and not name.isupper():
        return noun in name.lower()  # the union is no Acme
    kind = body(name)
    if kind is None or kind == noun or noun in ("group", "organisation", "organization"):
        return True
    return noun in roles("offices") and kind in roles("official")


@cache
def synonyms(noun: str) -> frozenset[str]:
    """A noun for a body with those that take it up: the carrier is an airline."""
    rows = (row.split() for row in roles("alike"))
    return frozenset({noun}.union(*(row for row in rows if noun in row)))


def _may_be_place(name: str, noun: str) -> bool:
    country, state = name in countries(), name in words("names", "states")
    if noun in _COUNTRIES:
        return country
    if noun == "state":
        return state or name.endswith(" state")
    return not country and (not state or name in _CAPITALS)


_CAPITALS = frozenset({"new york", "washington"})  # cities that are called as a state is


def body(name: str) -> str | None:
    """The public body that a name is that of: a court for "Crown Court", a university for "University of Oslo"."""
    parts = name.lower().split()
    head = parts[parts.index("of") - 1] if "of" in parts[1:] else parts[-1]
    return head if head in roles("public") else None


@cache
def countries() -> frozenset[str]:
    """The names of countries and unions, in lower case."""
    names = table("names")
    listed = (currencies.territories(), names["same"], names["same"].values(), names["peoples"].values())
    return frozenset(name.lower() for part in listed for name in part)


def without_country(name: str) -> str:
    """A name without the country before it that has it: "South Korea's Acme Group" is Acme Group, but "Moody's Analytics"."""
    owner = _OWNER.match(name)
    return name[owner.end() :] if owner is not None and owner[1].lower() in countries() else name


_OWNER = re.compile(r"(.+?)['’]s (?=[A-Z])")


def people(adjective: Word) -> str | None:
    """The country of an adjective: "South Korean" is South Korea's."""
    return cast("str | None", table("names")["peoples"].get(" ".join(w.lower for w in adjective.entity)))


def is_tallied(noun: Word, verb: Word | None) -> bool:
    """Whether *verb* only tells of dead, hurt or ill: "the agency reported 30 deaths"."""
    return verb is not None and verb.lemma == "report" and noun.lemma in words("figures", "tolls")
