"""Numbers in digits and words, their scales, ranges and modifiers."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factex.data import currencies, units
from factex.grammars import GRAMMAR
from factex.grammars.modifiers import modifier
from factex.grammars.numbers import WORDS, either, value
from factex.grammars.spreads import between
from factex.readings import Numeral

VALUES = {
    "comma groups": ("1,520", 1520),
    "space groups": ("1 520 000", 1520000),
    "no-break groups": ("1\u00a0520", 1520),
    "continental": ("1.520,5", "1520.5"),
    "Swiss": ("1'000", 1000),
    "Indian": ("12,34,567", 1234567),
    "decimal keeps its zeros": ("0.90", "0.90"),
    "no whole part": (".5", "0.5"),
    "slashed": ("7/32", "0.21875"),
    "mixed, hyphened": ("1-1/2", "1.5"),
    "mixed, spaced": ("1 1/2", "1.5"),
    "one character": ("2½", "2.5"),
    "raised and lowered": ("2¹⁄₂", "2.5"),
    "raised and lowered, spaced": ("2 ³/₄", "2.75"),
    "raised alone": ("³/4", "0.75"),
    "scale": ("1.5-million", 1500000),
    "scale letter": ("5k", 5000),
    "scale of scales": ("4 hundred million", 400000000),
    "lakh": ("3.2 lakh", 320000),
    "dozen": ("two dozen", 24),
    "half a dozen": ("half a dozen", 6),
    "part of a scale": ("a quarter of a million", 250000),
    "and a half before the scale": ("two and a half million", 2500000),
    "and a half after the scale": ("a million and a half", 1500000),
    "tens": ("twenty-five", 25),
    "hundreds": ("one hundred twenty three", 123),
    "thousands": ("two hundred and five thousand", 205000),
    "millions": ("two million, five hundred thousand and one", 2500001),
    "point": ("three point one four", "3.14"),
    "power": ("3 x 10^8", 300000000),
    "superscript power": ("2×10⁻³", "0.002"),
    "e": ("1.5e9", 1500000000),
    "power of a scale": ("3×10⁵ million", 300000000000),
    "parts of several kinds": ("2¹⁄₂ and a half", 3),
    "minus": ("-5.44", "-5.44"),
    "minus in words": ("minus five", -5),
}


@pytest.mark.parametrize(("text", "number"), VALUES.values(), ids=VALUES)
def test_value(text, number):
    """A number as written has its exact value, in plain notation, and the grammar reads the whole of it."""
    assert str(value(text)) == str(number)
    assert [(m.start, m.end) for m in GRAMMAR.mentions(f"{text} dollars")] == [(0, len(text) + len(" dollars"))]


def read(text):
    """The words of *text* that state an amount, and the amount."""
    return [(text[m.start : m.end], m.reading.amount) for m in GRAMMAR.mentions(text) if hasattr(m.reading, "amount")]


def test_wide_signs_are_read_as_narrow_ones():
    """Digits, points and signs as wide as Chinese characters mean the same; their places are theirs."""
    assert read("It fell ５．５％ to ￥１２，０００ in the year.") == [
        ("５．５％", Decimal("5.5")),
        ("￥１２，０００", Decimal(12000)),
    ]


def test_points_and_marks_that_look_like_others():
    """Raised points, the apostrophe that is a letter and the hyphens of typesetters are read as what they mean."""
    assert read("£5·5 million, CHF 1ʼ234ʼ000") == [("£5·5 million", Decimal(5_500_000)), ("CHF 1ʼ234ʼ000", Decimal(1_234_000))]
    assert read("a 12‐metre wall, a 3‑metre bench") == [("12‐metre", Decimal(12)), ("3‑metre", Decimal(3))]
    assert [(m.reading.low, m.reading.high) for m in GRAMMAR.mentions("£5‒7m or $1−$2m")] == [
        (Decimal(5_000_000), Decimal(7_000_000)),
        (Decimal(1_000_000), Decimal(2_000_000)),
    ]
    assert read("35˚C") == [("35˚C", Decimal(35))]
    assert read("−5%, 2 − 3% · 4%")[0] == ("−5%", Decimal(-5))


@pytest.mark.parametrize("text", ["500³", "24/7", "3.14.15", "1,2345", "12:30", "000", "¹/0"])
def test_what_is_no_number(text):
    """Versions, badly grouped digits and clock times are no bare numbers."""
    assert [m for m in GRAMMAR.mentions(text) if isinstance(m.reading, Numeral)] == []


def test_the_scale_of_a_range_holds_for_both_ends():
    """A scale on the second number is shared where the first would be the greater one without it."""
    assert between("1.1", "1.3bn") == (Decimal(1_100_000_000), Decimal(1_300_000_000))
    assert between("500", "1 million") == (Decimal(500), Decimal(1_000_000))


MODIFIERS = {
    "about": ("about [5%]", "approx"),
    "up to": ("up to [5%]", "equal_or_less"),
    "over words between": ("up to an additional [5%]", "equal_or_less"),
    "longest wins": ("no more than [5%]", "equal_or_less"),
    "more than": ("more than [5%]", "more_than"),
    "nearly": ("nearly [5%]", "less_than"),
    "tilde": ("~[5%]", "approx"),
    "sign": (">[5%]", "more_than"),
    "sub": ("sub-[5%]", "less_than"),
    "after": ("[5%] or more", "equal_or_more"),
    "plus": ("[5%]-plus", "equal_or_more"),
    "a new clause": ("[5%] and up 4%", None),
    "a verb's particle": ("took over [20 firms]", None),
    "a comma between": ("over, [5%]", None),
    "none": ("rose [5%]", None),
}


@pytest.mark.parametrize(("marked", "expected"), MODIFIERS.values(), ids=MODIFIERS)
def test_modifier(marked, expected):
    """The words beside a number say how exact it is."""
    start, end = marked.index("["), marked.index("]") - 1
    assert modifier(marked.replace("[", "").replace("]", ""), start, end) == expected


PIECES = [
    *(
        "1",
        "12",
        "1,520",
        "0",
        "00",
        ".",
        ",",
        "-",
        "–",
        "/",
        " ",
        "½",
        "$",
        "€",
        "%",
        "m",
        "bn",
        "k",
        "e9",
        "×10⁸",
        "x 10^99",
        "'",
        '"',
        "°C",
        "(",
        ")",
    ),
    *(word for name in ("units", "tens", "scales", "fractions", "vague", "dozens") for word in WORDS[name]),
    *(
        " and ",
        " to ",
        " or ",
        " of ",
        " a ",
        " half ",
        " point ",
        " per ",
        " dollars",
        " cents",
        " feet",
        " percent",
        " km",
        "minus ",
    ),
]


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_no_text_of_numbers_breaks_the_grammar(text):
    """Whatever pieces of numbers stand together, mentions are in order, do not overlap, and have finite amounts."""
    place = 0
    for mention in GRAMMAR.mentions(text):
        assert place <= mention.start < mention.end <= len(text)
        place = mention.end
        for name in ("amount", "low", "high"):
            number = getattr(mention.reading, name, None)
            assert number is None or (number.is_finite() and "E" not in format(number, "f"))


def test_either_is_a_tree():
    """A pattern of many words shares their beginnings, so that it reads a text once."""
    assert either(["mile", "miles", "metre"]) == "m(?:etre|ile(?:s)?)"


def test_either_reads_its_words_and_no_mixture():
    """Where words have beginnings and ends in common, each is read to its end, and none that is made of two."""
    units = ("gram", "metre", "metres", *(f"{letter}watt" for letter in "abcdefghijklmnopqrs"))
    words = {f"{prefix}{unit}" for prefix in ("kilo", "giga", "tera", "mega") for unit in units}
    words = (words | {"gigs", "mega", "megahertz"}) - {"teraawatt"}
    pattern = either(words)
    mixed = {f"{first}{last}" for first in words | {""} for last in words}
    assert {word for word in mixed if re.fullmatch(pattern, word)} == words
    assert re.match(pattern, "kilometres")[0] == "kilometres"
    assert re.fullmatch(either([]), "") is None


@pytest.mark.parametrize("forms", [units.names(), units.symbols(), currencies.forms()], ids=["units", "symbols", "currencies"])
def test_either_takes_the_longest(forms):
    """Of the words of a table, the longest one that a text begins with."""
    pattern = re.compile(either(forms))
    for form in forms:
        for text in (f"{form} x", f"{form}s", form[:-1] or form):
            longest = max((each for each in forms if text.startswith(each)), key=len, default="")
            found = pattern.match(text)
            assert (found[0] if found else "") == longest, text
