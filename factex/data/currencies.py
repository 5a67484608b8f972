"""Currencies: what is written, and which ISO 4217 codes it can mean.

Babel (CLDR) is the authority; data/currencies.toml has what newspapers add.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import NamedTuple

from factex.data import table


class Currency(NamedTuple):
    """What a written form can mean: `codes`, current ones first; `noun` if only the context can tell which of them."""

    codes: tuple[str, ...]
    noun: str | None = None


@cache
def _territories() -> dict[str, list[tuple[str, tuple[int, ...] | None, tuple[int, ...] | None, bool]]]:
    from babel.core import get_global

    return dict(get_global("territory_currencies"))


@cache
def current() -> frozenset[str]:
    """The codes that are legal tender somewhere today."""
    return frozenset(code for rows in _territories().values() for code, _, end, tender in rows if end is None and tender)


@cache
def of_country(country: str, on: date | None = None) -> frozenset[str]:
    """The codes that are legal tender in the country with this ISO 3166 code: today, or *on* a day in the past."""
    rows = _territories().get(country, ())
    if on is None:
        return frozenset(code for code, _, end, tender in rows if end is None and tender)
    day = (on.year, on.month, on.day)
    return frozenset(code for code, begin, end, tender in rows if tender and (begin or day) <= day <= (end or day))


@cache
def codes() -> frozenset[str]:
    """All codes of ISO 4217 that stand for money, past ones too."""
    from babel import Locale

    funds = {"MVP", "XAG", "XAU", "XPD", "XPT", "XTS", "XXX", "XRE", "XFO", "XFU", "XBA", "XBB", "XBC", "XBD", "XUA", "XSU"}
    return frozenset(Locale.parse("en").currencies) - funds


@cache
def _nouns() -> dict[str, tuple[str, ...]]:
    """Each noun of the CLDR's names, singular and plural, to the codes it can mean, current ones first."""
    found: dict[str, list[str]] = {}
    for code in sorted(codes(), key=lambda code: (code not in current(), code)):
        for name in _names(code):
            known = found.setdefault(name.rpartition(" ")[2], [])
            if code not in known:
                known.append(code)
    return {noun: tuple(known) for noun, known in found.items()}


@cache
def _names(code: str) -> tuple[str, ...]:
    """The CLDR's English name of a currency, singular and plural, in lower case and without its years."""
    from babel.numbers import get_currency_name

    names = (get_currency_name(code, count=count, locale="en") for count in (1, 2))
    return tuple(re.sub(r"\s*\(.*", "", name).replace("ʻ", "").lower() for name in names)


@cache
def forms() -> dict[str, Currency]:
    """Each written form, in lower case, to what it can mean: "us dollars", "dollars", "krone", "pence".

    Signs are in `signs`. A noun of several currencies, such as "dollar", can mean each of them.
    """
    rows = table("currencies")
    doubtful = rows["words"]["nouns"]
    found: dict[str, Currency] = {}
    for code in sorted(codes(), key=lambda code: (code not in current(), code)):
        found |= {name: Currency((code,)) for name in _names(code) if " " in name and name not in found}
    for noun, known in _nouns().items():
        if noun not in doubtful:
            alive = [code for code in known if code in current()]
            singular = {"kroner": "krone", "liras": "lira", "rouble": "ruble"}.get(noun, noun.removesuffix("s"))
            alone = len(alive) == 1 and (singular not in rows["defaults"] or len(known) == 1)
            found[noun] = Currency((alive[0],)) if alone else Currency(_nouns().get(singular, known), singular)
    for name, meaning in (rows["names"] | rows["minor"]).items():
        plurals = rows["plurals"].get(name, (f"{name}s",) if len(name) > 1 else ())
        found |= {form: _meaning(meaning) for form in (name, *plurals) if form not in doubtful}
    for name, nouns in rows["shared"].items():
        found[name] = Currency(tuple(dict.fromkeys(code for noun in nouns for code in _nouns()[noun])), "crown")
    for name, plurals in rows["plurals"].items():
        found |= {form: found.get(name) or _meaning(name) for form in plurals if form not in found}
        longer = [form for form in found if form.endswith(f" {name}")]
        found |= {form.removesuffix(name) + plural: found[form] for form in longer for plural in plurals}
    return found


@cache
def signs() -> dict[str, Currency]:
    """Each currency sign to what it can mean."""
    return {sign: _meaning(meaning) for sign, meaning in table("currencies")["signs"].items()}


@cache
def letters() -> dict[str, Currency]:
    """Each letter that may stand for a currency to what it can mean."""
    rows = table("currencies")["letters"].items()
    return {
        letter: Currency(tuple(meaning), letter) if isinstance(meaning, list) else _meaning(meaning) for letter, meaning in rows
    }


def _meaning(meaning: str) -> Currency:
    """What a row of the table means: a code, or a noun with all its codes."""
    return Currency((meaning,)) if meaning.isupper() else Currency(_nouns()[meaning], meaning)


def minor() -> frozenset[str]:
    """The forms that name a hundredth of their currency."""
    names = table("currencies")["minor"]
    return frozenset(form for name in names if len(name) > 1 for form in (name, f"{name}s"))


def meaning(written: str) -> Currency | None:
    """What a currency as written can mean, None if it is none.

    >>> meaning("Australian dollars")
    Currency(codes=('AUD',), noun=None)
    """
    if written in codes():
        return Currency((written,))
    return signs().get(written) or letters().get(written) or forms().get(re.sub(r"[\s\u00a0-]+", " ", written).lower())


@cache
def territories() -> dict[str, str]:
    """The names of countries to their ISO 3166 codes."""
    from babel import Locale

    return {name: code for code, name in Locale.parse("en").territories.items() if len(code) == 2}


@cache
def countries() -> dict[str, str]:
    """Names and adjectives of countries to their ISO 3166 codes: "South Korea", "South Korean", "Seoul"."""
    from babel.numbers import get_currency_name

    found = dict(territories())
    for territory in _territories():
        for code in of_country(territory):
            name = get_currency_name(code, locale="en")
            adjective = name.rpartition(" ")[0]
            if adjective and code[:2] == territory:
                found.setdefault(adjective, territory)
    return {**found, **table("currencies")["countries"]}
