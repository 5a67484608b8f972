"""Currencies: what is written, and which ISO 4217 codes it can mean. Babel (CLDR) is the authority, data/currencies.toml
has what newspapers add.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from factex.data import table


class Currency(NamedTuple):
    """What a written form can mean: `codes`, current ones first; `noun` if only the context can tell which of them."""

    codes: tuple[str, ...]
    noun: str | None = None


@cache
def _territories() -> dict[str, list[tuple[str, object, tuple[int, ...] | None, bool]]]:
    from babel.core import get_global

    return dict(get_global("territory_currencies"))


@cache
def current() -> frozenset[str]:
    """The codes that are legal tender somewhere today."""
    return frozenset(code for rows in _territories().values() for code, _, end, tender in rows if end is None and tender)


@cache
def of_country(country: str) -> frozenset[str]:
    """The codes that are legal tender in the country with this ISO 3166 code."""
    return frozenset(code for code, _, end, tender in _territories().get(country, ()) if end is None and tender)


@cache
def codes() -> frozenset[str]:
    """All codes of ISO 4217 that stand for money, past ones too."""
    from babel import Locale

    funds = {"XAG", "XAU", "XPD", "XPT", "XTS", "XXX", "XRE", "XFO", "XFU", "XBA", "XBB", "XBC", "XBD", "XUA", "XSU"}
    return frozenset(Locale.parse("en").currencies) - funds


@cache
def forms() -> dict[str, Currency]:
    """Each written form, in lower case, to what it can mean: "us dollars", "dollars", "krone", "usd".

    Signs are in `signs`. A noun of several currencies, such as "dollar", can mean each of them.
    """
    from babel.numbers import get_currency_name

    found: dict[str, Currency] = {}
    nouns: dict[str, list[str]] = {}
    rows = table("currencies")
    for code in sorted(codes(), key=lambda code: (code not in current(), code)):
        for count in (1, 2):
            name = re.sub(r"\s*\(.*", "", get_currency_name(code, count=count, locale="en")).replace("ʻ", "").lower()
            noun = name.rpartition(" ")[2]
            if name != noun:
                found.setdefault(name, Currency((code,)))
            if code not in (known := nouns.setdefault(noun, [])):
                known.append(code)
    for noun, known in nouns.items():
        if noun not in rows["words"]["nouns"]:
            alive = [code for code in known if code in current()]
            found[noun] = Currency(tuple(known), _singular(noun)) if len(alive) != 1 else Currency((alive[0],))
    for name, meaning in (rows["names"] | rows["minor"]).items():
        if name in rows["words"]["nouns"]:
            continue
        for form in (name, *rows["plurals"].get(name, (f"{name}s",) if len(name) > 1 else ())):
            found[form] = _meaning(meaning, nouns)
    for name, plurals in rows["plurals"].items():
        for form in plurals:
            found.setdefault(form, found.get(name) or _meaning(name, nouns))
    return found


@cache
def signs() -> dict[str, Currency]:
    """Each currency sign to what it can mean."""
    return {sign: _meaning(meaning, {}) for sign, meaning in table("currencies")["signs"].items()}


def _meaning(meaning: str, nouns: dict[str, list[str]]) -> Currency:
    if meaning.isupper():
        return Currency((meaning,))
    known = nouns.get(meaning) or forms()[meaning].codes
    return Currency(tuple(known), meaning)


def _singular(noun: str) -> str:
    return {"kroner": "krone", "liras": "lira", "rouble": "ruble"}.get(noun, noun.removesuffix("s"))


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
    return signs().get(written) or forms().get(re.sub(r"[\s\u00a0-]+", " ", written).lower())


@cache
def countries() -> dict[str, str]:
    """Names and adjectives of countries to their ISO 3166 codes: "South Korea", "South Korean", "Seoul"."""
    from babel import Locale
    from babel.numbers import get_currency_name

    found = {name: code for code, name in Locale.parse("en").territories.items() if len(code) == 2}
    for territory in _territories():
        for code in of_country(territory):
            name = get_currency_name(code, locale="en")
            adjective = name.rpartition(" ")[0]
            if adjective and code[:2] == territory:
                found.setdefault(adjective, territory)
    return found | table("currencies")["countries"]
