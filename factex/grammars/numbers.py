"""Numbers: the fragments of pattern from which the rules of money, percents, quantities and counts are made.

`NUMBER` is one number without its scale ("1,520.5", "two and a half"), `SCALE` the scale after it ("million", "bn").
`value` works out what such a text amounts to, in Decimal. One number or two are the matter of `spreads`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import cache, lru_cache
from itertools import groupby
from math import prod
from operator import itemgetter
from typing import NamedTuple

from factex.data import table
from factex.grammar import DIGIT
from factex.readings.numeric import plain

WORDS = table("numbers")


def either(words: Iterable[str], *, space: str = r"[ \u00a0-]") -> str:
    """A pattern for any of *words*, longest first, in time linear in the text: a tree of their letters.

    A space stands for *space*: a space, a no-break space or a hyphen.
    """
    return (_branches(tuple(sorted(set(words)))) or "(?!)").replace(r"\ ", space)


def _branches(words: tuple[str, ...]) -> str:
    """The tree of sorted *words*, of which those of one first letter share a branch."""
    branches = []
    for _, alike in groupby(filter(None, words), key=itemgetter(0)):
        group = tuple(alike)
        first, last = group[0], group[-1]
        end = next((place for place, letter in enumerate(first) if letter != last[place]), len(first))
        branches.append(re.escape(first[:end]) + _branches(tuple(word[end:] for word in group)))
    if not branches:
        return ""
    ends = words[:1] == ("",)
    pattern = branches[0] if len(branches) == 1 and not ends else f"(?:{'|'.join(branches)})"
    return f"{pattern}?" if ends else pattern


# Digits, with the groups that the world writes: 1,520 and 12,34,567, 1 520 (but not the 737s of "400 737 jets"),
# 1'520, and 1.520,5, which is continental by its form, as 2,5 is before a scale or a percent and 2,50 after a currency. A
# number that goes on after a point or comma is none of ours.
_GROUPED = (
    r"(?:(?:(?<=[$€£R])|(?<=[$€£R] ))\d{1,3},\d\d(?![\d,.]*\d)"
    r"|\d{1,3},\d{1,2}(?= ?(?:%|(?:per ?cent|pct|(?:[bm]|tr)illion|[bmt]n?|mln)\b))"
    r"|\d{1,3}(?:\.\d{3})++,\d++|\d{1,3}(?:\.\d{3}){2,}+"
    r"|(?:\d{1,3}(?:,\d{3})++|\d{1,2}(?:,\d{2}(?!\d))++,\d{3}|\d{1,3}(?:[\u00a0\u202f\u2009]\d{3})++"
    r"|\d{1,3}(?: (?!7\d7\b)\d{3})++(?! ?\d)|\d{1,3}(?:['’]\d{3})++|\d++)(?:\.\d++)?+|(?<![\w.])\.\d++)"
)
VULGAR = {"½": "1/2", "⅓": "1/3", "⅔": "2/3", "¼": "1/4", "¾": "3/4", "⅕": "1/5", "⅖": "2/5", "⅗": "3/5", "⅘": "4/5", "⅙": "1/6",
          "⅚": "5/6", "⅛": "1/8", "⅜": "3/8", "⅝": "5/8", "⅞": "7/8"}  # fmt: skip
_SIGNS = "".join(VULGAR)
_POWER = r"(?: ?[x×] ?10(?:\^[-−]?\d{1,2}|[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2})|e[-+]?\d{1,2})"
_RAISED, _LOWERED = "⁰¹²³⁴⁵⁶⁷⁸⁹", "₀₁₂₃₄₅₆₇₈₉"
# 10⁶ by itself; a raised 1 or 2 may be the mark of a footnote.
_TEN_TO_THE = r"10(?:[⁻⁺][⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2}|[¹²]?[³⁴⁵⁶⁷⁸⁹]|[¹²][⁰¹²])(?![⁰¹²³⁴⁵⁶⁷⁸⁹/⁄])"
_BUILT = rf"[{_RAISED}]{{1,2}}[/⁄](?![₀0])(?:[{_LOWERED}]{{1,3}}|\d{{1,3}}(?![\d.,]\d))"
_FRACTION = (
    rf"(?:(?:\d{{1,3}} ?)?{_BUILT}|(?:\d{{1,3}}(?: ?))?[{_SIGNS}]"
    # A part is less than a whole: "12/3" are two numbers, and "5/2" are odds.
    r"|(?:\d{1,3}[ -])?(?:1[/⁄]2|[12][/⁄]3|[1-3][/⁄]4|[1-4][/⁄]5|[1-5][/⁄]6|[1-7][/⁄]8|[1-9][/⁄]10|(?:\d|1[0-5])[/⁄]16"
    r"|(?:[12]?\d|3[01])[/⁄]32|\d{1,2}[/⁄](?:64|128))(?!\d|[/.]\d))"
)
# Most numbers stand before a word or a mark that none goes on with: these need no further look.
_PLAIN = r"(?:\d{1,3}(?:,\d{3})++|\d++)(?:\.\d++)?(?=[.,]?(?: [a-wyz]|\n|$)|[%);:])"
DIGITS = rf"(?<!\d[/:])(?>{_PLAIN}|{_FRACTION}|{_TEN_TO_THE}|{_GROUPED}(?![.,]?\d){_POWER}?)"

_UNIT = either(WORDS["units"])
_BELOW_100 = rf"{either([*WORDS['units'], *WORDS['teens'], *WORDS['tens']])}(?:(?<=ty)[ -]{_UNIT}\b)?\b"
_BELOW_1000 = rf"(?:{_BELOW_100}|\ban?(?=[ -]hundred))(?:[ -]hundred\b(?:(?: and)? {_BELOW_100})?)?"
_MAGNITUDE = rf"[ -]{either(word for word in WORDS['scales'] if word != 'hundred')}\b"
_JOINT = ",? (?:and )?"
# After millions thousands, after thousands the rest; what is no smaller than what it follows is a number of its own.
_COUNTED = (
    rf"(?:{_BELOW_1000}|an?(?={_MAGNITUDE}|[ -]dozen\b))(?:{_MAGNITUDE})*+"
    rf"(?:(?<=[br]illion){_JOINT}{_BELOW_1000}[ -]million\b)?(?:(?<=lion){_JOINT}{_BELOW_1000}[ -]thousand\b)?"
    rf"(?:(?<=lion|sand){_JOINT}{_BELOW_1000}(?!{_MAGNITUDE}))?"
    rf"(?:[ -]point(?:[ -](?:zero|oh|{_UNIT})\b)++)?"
)
HALVES = ("halves", "half", "quarter", "quarters", "third", "thirds")
_HALVES = either(HALVES)
_AND_A_HALF = rf"[ -]and[ -](?:an?|one|two|three)[ -]{_HALVES}\b"
# "half a million", "a quarter of a million", "three-quarters of a percentage point"
_HALF_A = (
    rf"(?:(?:half|quarter(?= of a [mb]illion)|(?:an?|one|two|three)[ -]{_HALVES})(?:[ -]of)?[ -]an?(?=[ -])"
    rf"|(?:half|an? quarter|three[ -]quarters)(?={_MAGNITUDE}| per ?cent\b))"
)
# "Three (3) suspects", as police reports and contracts have it.
IN_WORDS = rf"(?>{_HALF_A}|{_COUNTED}(?:{_AND_A_HALF}| \(\d[\d,]*\)(?= [a-z]))?)"

_LAKHS = r"\d{1,3} (?:crore|lakh)s? (?=\d\d? (?:lakh|thousand)\b)"  # 4 lakh 24 thousand
NUMBER = rf"(?:(?:{_LAKHS})?{DIGITS}(?:(?<![ (](?:19|20)\d\d){_AND_A_HALF})?|{IN_WORDS})"
"""One number, in digits or words, without a scale in digits' case: "1,520.5", "1½", "two hundred and five thousand"."""

_LONG_SCALE = "(?:(?:hundred|thousand)[ -](?:thousand|lakh|million|billion|trillion)|(?:thousand|lakh)[ -]crore)"
_SCALES = [*WORDS["scales"], *WORDS["abbreviations"]]
# "594.89 millions", but not "in 2020 millions lost their jobs".
_PLURAL = r"(?:(?<=\.\d )|(?<=\.\d\d ))(?:[mb]|tr)illions"
SCALE = rf"(?:[ \u00a0]?-?(?:{_LONG_SCALE}|{either(_SCALES)}|{_PLURAL})\b)"
"""A scale that means the same after any number."""

LETTER_SCALE = (
    rf"(?:[ \u00a0]?-?(?:{_LONG_SCALE}|{either([*_SCALES, 'dozen'])}|{_PLURAL}|(?-i:{either(WORDS['letters'])})(?!\.[A-Z]))\b)"
)
"""A scale that may be one letter, for use beside a currency or a counted noun."""

TOLERANCE = r"(?: ?(?:±|\+/[-−–]) ?\d+(?:\.\d+)?)?"
"""How far from a number measured the true one may be: 1.7 ± 0.2."""

_TENS = "[ -](?:dozen|hundred|thousand|million|billion|trillion)"
FEW = rf"(?:(?:a|the) (?:few|handful of)|several|a couple(?: of|(?={_TENS})))(?:{_TENS})*"
"""A number left open: "a few", "several hundred"."""

ABOUT = frozenset({"about", "almost", "approximately", "around", "nearly", "roughly"})
"""Words that make a number a rough one."""
VAGUE = rf"(?:{either(WORDS['vague'])}\b(?: of {either(WORDS['vague'])}\b)?)"
"""A vague multiple: "hundreds", "tens of thousands"."""

MINUS = r"(?:(?:(?<![\w)\]%.,$£€¥/])|(?<= [$£€¥]))[-−](?=[\d.$£€¥])|(?<!\bplus or )\b(?:minus|negative) )"
"""What makes a number negative; a hyphen after a word or a number joins, it does not negate."""

_FIRST_WORDS = frozenset([*WORDS["units"], *WORDS["teens"], *WORDS["tens"], "a", "an", "half", "quarter"])
STARTS = frozenset([DIGIT, *_FIRST_WORDS, *VULGAR, *_RAISED, ".", "-", "−", "–", "minus", "negative"])
"""What NUMBER with MINUS may start with."""


ENDS = (
    r"(?=[.,;:!?)”]|$| (?:a|and|apiece|as|at|away|because|before|behind|between|but|by|down|during|each|every|for|from|if|in|into"
    r"|like|more|of|off|on|or|out|over|than|that|the|to|under|when|which|who|with|without)\b)"
)
"""What stands behind a noun phrase that a number ends: a mark, or a word that is no noun."""

VAGUE_STARTS = frozenset([*WORDS["vague"], "a", "the", "several"])
"""What VAGUE and FEW may start with."""


class Amount(NamedTuple):
    """A number, or the two ends of a range: `amount` or `low` and `high`."""

    amount: Decimal | None
    low: Decimal | None = None
    high: Decimal | None = None


def vague(text: str) -> Amount:
    """What a vague multiple amounts to: twice its kind at least. "A few" and "several" amount to nothing known."""
    kinds = [WORDS["vague"][word] for word in text.lower().split() if word in WORDS["vague"]]
    return Amount(None, 2 * Decimal(prod(kinds)) if kinds else None)


_SCALE_AT_END = re.compile(rf"{LETTER_SCALE}$", re.IGNORECASE)


@lru_cache(maxsize=1_000)
def scale_of(text: str) -> Decimal:
    """The scale at the end of a number as written, 1 if it has none."""
    found = _SCALE_AT_END.search(text)
    words = re.split(r"[ \u00a0-]", found[0].strip(" -\u00a0")) if found else []
    return Decimal(prod(_scale(word) for word in words))


@cache
def _scale(word: str) -> Decimal:
    if word in WORDS["letters"]:
        return Decimal(10) ** int(WORDS["letters"][word])
    word = word.lower().removesuffix("s")
    if word in WORDS["dozens"]:
        return Decimal(WORDS["dozens"][word])
    for name in ("scales", "abbreviations"):
        if word in WORDS[name]:
            return Decimal(10) ** int(WORDS[name][word])
    return Decimal(1)


# As most numbers are written, and in no more digits than Decimal's context has.
_IN_DIGITS = re.compile(r"(?:\d{1,3}(?:,\d{3}){1,5}|\d{1,18})(?:\.\d{1,9})?")
_TOLERATED = re.compile(r"(?=[ ±+])" + TOLERANCE)
_NEGATIVE = re.compile(r"(?:[-−–]|minus |negative )", re.IGNORECASE)
_POWER_OF_TEN = re.compile(r" ?(?:(?:^|[x×] ?)10(\^[-−]?\d{1,2}|[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2})|(?<=\d)e([-+]?\d{1,2}))", re.IGNORECASE)
_POINT = re.compile(rf"[ -]point((?:[ -](?:zero|oh|{_UNIT}))+)", re.IGNORECASE)
_EXTRA = re.compile(rf"[ -]and[ -]((?:an?|one|two|three)[ -]{_HALVES})\b", re.IGNORECASE)
_SLASHED = re.compile(r"(?:(\d+)[ -])?(\d+)[/⁄](\d+)")
_TOKEN = re.compile(r"\d[\d,.'’ \u00a0\u202f\u2009]*|\.\d+|[^\W\d_]+")
_ON_THE_LINE = str.maketrans(_RAISED + _LOWERED, 2 * "0123456789")
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻−", "0123456789+--")


@lru_cache(maxsize=10_000)
def value(text: str) -> Decimal:
    """The number that a match of NUMBER and a scale stands for.

    >>> value("two hundred and five thousand")
    Decimal('205000')
    """
    if _IN_DIGITS.fullmatch(text):
        return Decimal(text.replace(",", "")) or Decimal(0)
    if "(" in text:
        text = text.partition(" (")[0]
    if "±" in text or "+/" in text:
        return value(_TOLERATED.sub("", text))
    if found := _NEGATIVE.match(text):
        return -value(text[found.end() :])
    if found := _EXTRA.search(text):  # two and a half million, a million and a half
        rest = text[: found.start()] + text[found.end() :]
        return plain(value(rest) + _sum(found[1]) * scale_of(rest))
    if found := _POINT.search(text):  # three point one four million
        places = "".join(str(_number_word(word) or 0) for word in found[1].lower().replace("-", " ").split())
        text = f"{_sum(text[: found.start()])}.{places}{text[found.end() :]}"
    if found := _POWER_OF_TEN.search(text):
        exponent = int((found[1] or found[2]).lstrip("^").translate(_SUPERSCRIPTS))
        number = digits(text[: found.start()] or "1").scaleb(exponent) * scale_of(text[found.end() :])
    elif found := _SLASHED.match(text := _spell_out(text)):
        number = (Decimal(found[1] or 0) + Decimal(found[2]) / Decimal(found[3])) * scale_of(text[found.end() :])
    else:
        number = _sum(text)
    return number if text[-1].isdigit() and "E" not in str(number) else plain(number)


def digits(text: str) -> Decimal:
    """The number that a run of digits with its groups stands for: "1,520.5", "12,34,567", "1.520,5", "2,5"."""
    text = re.sub(r"[ \u00a0\u202f\u2009'’]", "", text)
    if re.fullmatch(r"(?:\d+|\d{1,3}(?:\.\d{3})+),\d{1,2}|\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:\.\d{3}){2,}", text):
        text = text.replace(".", "").replace(",", ".")
    return Decimal(text.replace(",", ""))


def _spell_out(text: str) -> str:
    """1½ and 1¹⁄₂ as "1 1/2", so that one reading serves them all."""
    text = re.sub(rf" ?([{_RAISED}]++)(?=[/⁄])", r" \1", text).translate(_ON_THE_LINE)
    return re.sub(rf" ?([{_SIGNS}])", lambda sign: " " + VULGAR[sign[1]], text).strip()


def _sum(text: str) -> Decimal:
    """The number that digits, words and scales add and multiply up to; other words ("a", "and", "of") only join them."""
    total, group, after_scale = Decimal(0), None, False
    for token in _TOKEN.findall(text):
        word = token.lower()
        if token[0].isdigit() or token[0] == ".":
            group = digits(token.rstrip(" ,.'’"))
        elif (number := _number_word(word)) is not None:
            group = number if group is None else group + number
        elif (part := _part(word)) is not None:
            group = (Decimal(1) if group is None else group) * part
        elif (scale := _scale(token)) != 1:
            total = total * scale if after_scale else total + (Decimal(1) if group is None else group) * scale
            group, after_scale = None, True
            continue
        else:
            continue
        after_scale = False
    return total + (group or 0)


@cache
def _number_word(word: str) -> Decimal | None:
    return next((Decimal(WORDS[name][word]) for name in ("units", "teens", "tens") if word in WORDS[name]), None)


@cache
def _part(word: str) -> Decimal | None:
    """What a word multiplies the number before it by that no other scale follows: a third, a hundred."""
    parts = WORDS["fractions"] | {"halves": 2}
    denominator = parts.get(word) or parts.get(word.removesuffix("s"))
    if denominator is not None:
        return 1 / Decimal(denominator)
    return Decimal(100) if word == "hundred" else None
