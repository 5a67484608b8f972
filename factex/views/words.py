"""Facts in words: short phrases for tables, tooltips and explanations."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from functools import cache

from factex.data import table
from factex.records import Change, Fact, Factuality, Kind, Modifier

SIGNS: dict[Modifier, str] = {
    "approx": "≈ ",
    "less_than": "< ",
    "more_than": "> ",
    "equal_or_less": "≤ ",
    "equal_or_more": "≥ ",
    "start": "start of ",
    "mid": "middle of ",
    "end": "end of ",
}
ARROWS: dict[Change, str] = {"increase": "↑", "decrease": "↓"}
FACTUALITY: dict[Factuality, str] = {
    "CT+": "certain",
    "PR+": "probable",
    "PS+": "possible",
    "CT-": "not so",
    "PR-": "probably not so",
    "PS-": "possibly not so",
    "CTu": "known whether so",
    "Uu": "uncommitted",
}
COLORS: dict[Kind, str] = {
    "money": "#2e9e5b",
    "percent": "#d97706",
    "quantity": "#0891b2",
    "count": "#7c6cf0",
    "date": "#e0457b",
    "time": "#b45309",
    "duration": "#8b8000",
    "set": "#a855c7",
}
"""A colour for each kind, in charts and displaCy as in the marks of a text."""


def number(amount: Decimal) -> str:
    """The amount in plain notation, in groups of three digits: "1,520,000,000,000"; of a third, which has no end, "0.3333…"."""
    whole, _, places = f"{amount:,f}".partition(".")
    return f"{whole}.{places[:4]}…" if len(places) > ENDLESS else f"{amount:,f}"


def counted(count: int, noun: str) -> str:
    """The number with its noun, in the plural where it must be: "1 fact", "10,000 facts"."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def value(fact: Fact) -> str:
    """The value with its bound, unit and rate: "≤ 5,000,000,000 USD per year", "20 metric tons"; the TIMEX3 value of a time."""
    if fact.timex is not None:
        said = fact.timex
    else:
        low, high = (number(bound) if bound is not None else "" for bound in (fact.low, fact.high))
        said = number(fact.amount) if fact.amount is not None else f"{low}…{high}" if low or high else "?"
        said += f" {unit(fact)}" if fact.unit else ""
    sign = SIGNS[fact.modifier] if fact.modifier else ""
    return f"{sign}{said}{f' per {fact.per}' if fact.per else ''}"


def move(fact: Fact) -> str:
    """How the measure moved: "↑ by", "↓ to", or nothing."""
    return " ".join(part for part in (ARROWS[fact.change] if fact.change else None, fact.role) if part)


def about(fact: Fact) -> str:
    """Whose and what it is: "South Korea: trade surplus with the U.S."; once where both are one, as with an index."""
    if fact.subject and fact.measure and fact.subject.lower() == fact.measure.lower():
        return fact.subject
    return ": ".join(part for part in (fact.subject, fact.measure) if part)


def source(fact: Fact) -> str:
    """Who says so and how sure it is, where that is not the article's own plain statement: "Trump (demand), uncommitted"."""
    speaker = " ".join(filter(None, (fact.speaker, f"({fact.cue})" if fact.cue else None)))
    return ", ".join(part for part in (speaker, None if fact.factuality == "CT+" else FACTUALITY[fact.factuality]) if part)


COLUMNS = ("kind", "in the text", "value", "whose and what", "moved", "when", "who says so")


def row(fact: Fact) -> tuple[str, ...]:
    """The cells of one fact, one for each of COLUMNS."""
    return (fact.kind, fact.text, value(fact), about(fact), move(fact), fact.when or "", source(fact))


def moment(when: date | datetime | None) -> str:
    """A day, or a day and a time with its offset; nothing where it is not known."""
    if when is None:
        return ""
    return when.isoformat(" ", "minutes") if isinstance(when, datetime) else when.isoformat()


ENDLESS = 20
"""Decimal places that only a fraction without an end has."""

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
