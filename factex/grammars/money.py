"""Money: sums with the sign or the code of their currency before the number, and grands."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache

from factex.data import currencies, table
from factex.grammar import DIGIT, firsts, followed_by, led_by, rule, text_before
from factex.grammars import numbers
from factex.grammars.numbers import ENDS, LETTER_SCALE, NUMBER, SCALE, Amount, either
from factex.grammars.spreads import read, spread
from factex.readings import Money
from factex.readings.numeric import plain

_DOUBTFUL_CODES = frozenset(table("currencies")["words"]["codes"])
_MARKS = sorted({sign.removesuffix("$") for sign in currencies.signs() if sign.endswith("$") and len(sign) > 2})

# "US$" also as "us $", "usd$" and "C $", for wires that part signs and lower-case text; "A $5 bill" has no sign but "$".
SIGN = rf"(?<!\w)(?:(?-i:{either(currencies.signs())}|[Cc] ?\$)|(?!us \$)(?:{either(_MARKS)}|{either(currencies.codes())}) ?\$)"
CODE = rf"(?<!\w)(?-i:{either(currencies.codes())})(?![^\W\d_])"
_NATIONS = table("currencies")["nations"]
# "US$5 million (AUD)", "$20 million Canadian dollars": a name after the amount says more than the sign before it.
_AFTER = (
    rf"(?: ?(?:{CODE})| {either(f for f in currencies.forms() if ' ' in f)}\b"
    rf"|(?-i: {either(_NATIONS)})(?= (?:an?|and|at|by|for|from|in|on|or|per|to)\b|[,;:)]|\.?(?:\s|$)(?! ?[a-z])))"
)
_STARTS = firsts(currencies.signs())
_CODE_STARTS = frozenset(code.lower() for code in currencies.codes())
_EACH = table("rates")["glued"]
_SIGNED = frozenset({"-", "−", "–", "minus", "negative"})


@rule(
    rf"{spread(LETTER_SCALE, lead=rf'{SIGN} ?')}(?:(?P<after>{_AFTER})| (?:dollars|euros|(?:pounds )?sterling|pounds|rupees)\b)?",
    starts=_STARTS | _CODE_STARTS | _SIGNED,
    reads={
        "$66 billion": Money(Decimal(66_000_000_000), "$"),
        "$1.1-1.3bn": Money(None, "$", Decimal(1_100_000_000), Decimal(1_300_000_000)),
        "between [$5 and $6 billion]": Money(None, "$", Decimal(5_000_000_000), Decimal(6_000_000_000)),
        "€20 to €30": Money(None, "€", Decimal(20), Decimal(30)),
        "$20 million Canadian dollars": Money(Decimal(20_000_000), "Canadian dollars"),
    },
    refuses=["the dollar", "$", "A$AP Rocky", "US 5", "a loss of £", "a PS5", "Sales ($000)"],
)
def sign_then_number(match: re.Match[str]) -> Money | Mapping[str, Money] | None:
    """A currency sign, a number and perhaps a scale: how English-language news writes most money."""
    if match["first"] == "000":  # thousands, in the head of a table
        return None
    if match["lead"] == "PS" and numbers.scale_of(match["first"]) == 1 and len(match["first"]) < 4:
        return None
    nation = _NATIONS.get((match["after"] or "").strip())
    return money_of(match, name=None if nation else match["after"], code=nation)


@rule(
    rf"{spread(LETTER_SCALE, lead=rf'{CODE} ?')}(?! ?(?:%|per ?cent))",  # "AMD 1.4% higher" is a share
    starts=_CODE_STARTS,
    reads={
        "USD 5 million": Money(Decimal(5_000_000), "USD"),
        "CHF200": Money(Decimal(200), "CHF"),
        "COP 26 million": Money(Decimal(26_000_000), "COP"),
    },
    refuses=["TOP 10", "COP 26", "COP26", "usd", "ALL 50 states", "AMD 1.4%"],
)
def code_then_number(match: re.Match[str]) -> Money | Mapping[str, Money] | None:
    """An ISO 4217 code and a number; a code that is also a word or a name needs an amount that only money has."""
    if match["lead"].strip() in _DOUBTFUL_CODES and numbers.value(match["last"] or match["first"]) < 1000:
        return None
    return money_of(match)


@rule(
    rf"(?P<sum>{SIGN} ?{NUMBER}{LETTER_SCALE}?)(?:{either(_EACH)})\b",
    starts=_STARTS,
    needs=[DIGIT + each for each in _EACH],
    reads={"[£1,750]pcm": Money(Decimal(1750), "£"), "from [£1299]pp": Money(Decimal(1299), "£")},
    refuses=["£5pps", "1299pp"],
)
def sum_for_each(match: re.Match[str]) -> Mapping[str, Money]:
    """A rent or a fare with what it is per, in short: a calendar month, a person."""
    sign = re.match(SIGN, match["sum"], re.IGNORECASE)
    written = "" if sign is None else sign[0]
    return {"sum": Money(numbers.value(match["sum"][len(written) :].strip()), currency_of(written))}


_LETTERS = table("currencies")["letters"]


@rule(
    rf"(?-i:(?P<sign>{either(_LETTERS)})) ?(?P<number>(?>\d{{1,3}}(?:[, ]\d{{3}})+|\d+)"
    rf"(?:\.\d+|,\d{{1,2}}(?= ?(?:[mb]illion|[bm]n?)\b)|(?<=\d),\d\d(?![\d,]))?(?P<scale>{SCALE}|(?-i:[bmk]\b))?)"
    r"(?![\w-]| ?(?:%|per ?cent))",
    starts={letter.lower() for letter in _LETTERS},
    reads={
        "R2.5bn": Money(Decimal(2_500_000_000), "R"),
        "R450 000": Money(Decimal(450_000), "R"),
        "R2,5 million": Money(Decimal(2_500_000), "R"),
        "R23,73": Money(Decimal("23.73"), "R"),
        "Sh25": Money(Decimal(25), "Sh"),
    },
    refuses=["the S&P 0.2%", "R8", "R2-D2", "N95 masks", "P5", "R22", "P.500 million"],
)
def letter_then_number(match: re.Match[str]) -> Money | None:
    """A letter for rand, naira, pesos or shillings; roads are named so too, but not with a scale or a fraction, nor per litre.

    Where an article has sums with that letter, so is any number with it that stands where no road does.
    """
    plain = not match["scale"] and re.search(r"[, .]", match["number"]) is None and not followed_by(match, _RATED)
    if not plain or match["sign"].startswith("Sh"):
        return Money(numbers.value(_KOBO.sub("", match["number"]) if match["sign"] == "N" else match["number"]), match["sign"])
    road = len(match["number"]) == 1 or text_before(match, 8).endswith(_LEADS_TO_ROAD)
    return None if road or not _pays_in(match.string, match["sign"]) else Money(numbers.value(match["number"]), match["sign"])


@lru_cache(maxsize=8)
def _pays_in(text: str, sign: str) -> bool:
    """Whether a text has a sum that begins with a letter."""
    number = rf"(?<!\w){sign} ?\d[\d.]*"
    return re.search(rf"{number}(?:,\d{{3}}|(?<=\.\d\d)(?![\d.])|bn|[mb]\b| (?:[mb]|tr)illion| per (?!cent))", text) is not None


_LEADS_TO_ROAD = ("the ", "on ", "off ")
_RATED = re.compile(r"(?: per (?!cent)|/)[a-z]")


@rule(
    rf"(?=.{{1,30}}grand)(?P<sign>{SIGN})?(?P<number>{NUMBER}|an?(?= grand))[ -]grand{ENDS}",
    starts=_STARTS | numbers.STARTS,
    needs=["grand"],
    reads={
        "£10 grand": Money(Decimal(10_000), "£"),
        "won [five grand] in a raffle": Money(Decimal(5000), "$"),
        "paid [a grand] for it": Money(Decimal(1000), "$"),
    },
    refuses=["five grand pianos", "the two grand slams", "grand in scale", "for a grand and airy hall"],
)
def thousands(match: re.Match[str]) -> Money | None:
    """Thousands of dollars or pounds, as people say."""
    one = match["number"].lower() in ("a", "an")
    if one and (match.string.startswith(" and", match.end()) or not led_by(match, _PAID, 16)):
        return None
    return Money(1000 * (Decimal(1) if one else numbers.value(match["number"])), currency_of(match["sign"] or "$"))


# Before these "a grand" is a sum.
_PAID = re.compile(
    r"(?:\b(?:about|costs?|for|least|nearly|over|owed?|paid|pays?|sav(?:ed?|es)|spen[dt]|than|win|won|worth) |^)$",
    re.IGNORECASE,
)


@rule(
    rf"(?P<sign>{SIGN}) ?\((?P<number>{NUMBER})\)(?P<scale>{LETTER_SCALE})?",
    starts=_STARTS,
    needs=["("],
    reads={"a loss of [$(5.4) million]": Money(Decimal(-5_400_000), "$")},
    refuses=["$5 (5 euros)", "5 euros ($6)"],
)
def accounting_brackets(match: re.Match[str]) -> Money:
    """A loss in the brackets of accountants, with its sign before them."""
    return Money(-numbers.value(match["number"] + (match["scale"] or "")), currency_of(match["sign"]))


@rule(
    rf"(?P<sign>{SIGN}) ?(?P<number>\d{{1,3}}\.\d\d)[ -]?(?P<part>(?<=[ -])[1357]/[248]|[½¼¾⅛⅜⅝⅞])(?![\d/])",
    starts=_STARTS,
    needs=[DIGIT + "."],
    reads={
        "[$6.23-3/4] a bushel": Money(Decimal("6.2375"), "$"),
        "at [$4.51 1/2]": Money(Decimal("4.515"), "$"),
        "at [$4.51 ½]": Money(Decimal("4.515"), "$"),
    },
    refuses=["$6.23", "$6-3/4", "$6.23 3/4/2019", "$6½"],
)
def price_in_eighths(match: re.Match[str]) -> Money:
    """A price with a fraction of a cent, as grain is quoted."""
    return Money(Decimal(match["number"]) + numbers.value(match["part"]) / 100, currency_of(match["sign"]))


def money_of(
    match: re.Match[str], *, unit: Decimal = Decimal(1), name: str | None = None, code: str | None = None
) -> Money | Mapping[str, Money] | None:
    """The reading of a match of `spread`, in parts of *unit*; *name* is what else the text calls the currency, or its *code*."""
    negative = bool(match.groupdict().get("lead")) and match["head"].lower().startswith(("-", "−", "–", "minus", "negative"))
    factor = -unit if negative else unit

    def make(amount: Amount, written: str) -> Money:
        currency, scale = _scaled(currency_of(name or written))
        if currency == "₦" and _KOBO.search(match[0]):
            scale = Decimal("0.001")
        exact, low, high = (
            None if each is None else each * factor if scale == 1 else plain(each * factor * scale) for each in amount
        )
        return Money(exact, currency, low, high, code)

    return read(match, make)


_KOBO = re.compile(r"(?<=\.\d\d)k$")  # "₦133.80k" has 80 kobo


def _scaled(currency: str) -> tuple[str, int | Decimal]:
    """A currency without the letter for a multiple of it, and that multiple: "MEUR" is a million euros."""
    scale = {"M": 1_000_000, "k": 1000}.get(currency[:1], 1) if currency[1:] in currencies.codes() else 1
    return (currency, 1) if scale == 1 else (currency[1:], scale)


def currency_of(written: str) -> str:
    """A currency as written, without what joins it to its number: "HK $" is HK$."""
    written = re.sub(r"^of |^[ -]+", "", written.strip(" -\u00a0"))
    if written.endswith("$"):
        mark = written[:-1].strip().upper()
        return mark if mark in currencies.codes() else written if written in currencies.signs() else f"{mark}$"
    return "Deutsche marks" if written.lower() in ("mark", "marks") else written
