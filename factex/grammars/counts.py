"""Counts: bare numbers. `counted` joins them with the noun that they count, once the sentence is parsed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Literal

from factex.data import table, units
from factex.grammar import DIGIT, led_by, rule
from factex.grammars import numbers
from factex.grammars.numbers import ENDS, FEW, LETTER_SCALE, NUMBER, VAGUE, Amount, either
from factex.grammars.quantities import WHOLE_UNITS
from factex.grammars.spreads import between, read, spread
from factex.readings import Count, Money, Numeral, Quantity

# The first months of a year, as companies report them: "9M 2021", "9M results".
_MONTHS = r"(?:[369]|12)(?-i:M) (?:20\d\d\b|(?-i:FY)|results?\b)"
# No number ends before what makes it a score, a point of a list ("5: ...") or a sum in accountants' brackets: "(3.4) million".
_ENDED = r"(?![-–/:]\d|(?<!illion)(?<!thousand):|%|\) ?(?:[mbtr]+illion|%|per ?cent))"


@rule(
    # "F-16", "No. 10", "#5", "5500M" and "3:0" are names, ranks and scores.
    r"(?<![\w#][-–/])(?<!#)(?<!No\. )(?<!\$)(?<![a-z]\.)(?!0\d)(?!\d{4,}(?-i:[A-Z])\b)"
    rf"(?!{_MONTHS}){spread(LETTER_SCALE)}{_ENDED}",
    starts=numbers.STARTS,
    reads={
        "[12,000] employees": Numeral(Decimal(12000)),
        "[two] leaders": Numeral(Decimal(2)),
        "[a dozen] eggs": Numeral(Decimal(12)),
        "[half a million] people": Numeral(Decimal(500_000)),
        "[two and a half] times": Numeral(Decimal("2.5")),
        "held [three (3)] suspects": Numeral(Decimal(3)),
    },
    refuses=["$6 a dozen", "F-16", "9M 2021", "000 dogs", "No. 10 Downing Street", "#5", "the 5500M chip", "won 3-2"],
)
def numeral(match: re.Match[str]) -> Numeral | Mapping[str, Numeral] | None:
    """A number that stands alone; the parse says what it counts, if anything."""
    if match[0].lower() == "a dozen" and led_by(match, _PRICE, 16):  # "$6 a dozen"
        return None
    part = numbers.value(match["first"]) < 1 and _FRACTION.match(match[0])
    form: Literal["exact", "part"] = "part" if part else "exact"

    def make(amount: Amount, unit: str) -> Numeral:
        return Numeral(*amount, form=form)

    return read(match, make)


_PRICE = re.compile(r"(?:[$€£₹] ?[\d.,]+|\d ?(?:c|p|cents|dollars|euros|pence|pounds|rupees)) $")
_FRACTION = re.compile(rf"[^ -]*[/⁄{''.join(numbers.VULGAR)}]")


@rule(
    # Scores alone are results of games and tests.
    rf"(?!scores(?! of | more (?!than )))(?:{VAGUE}|{FEW})",
    starts=numbers.VAGUE_STARTS,
    needs=[*numbers.WORDS["vague"], "few", "handful", "several", "couple"],
    reads={
        "[hundreds] of fans": Numeral(None, Decimal(200), form="vague"),
        "[tens of thousands] of homes": Numeral(None, Decimal(20_000), form="vague"),
        "[scores] of villagers": Numeral(None, Decimal(40), form="vague"),
        "[several] people": Numeral(None, form="vague"),
        "[a few] people": Numeral(None, form="vague"),
    },
    refuses=["few people", "hundred", "a handful", "lower test scores"],
)
def vague(match: re.Match[str]) -> Numeral:
    """A vague multiple or a few."""
    return Numeral(None, numbers.vague(match[0]).low, form="vague")


_SMALLS = [*numbers.WORDS["units"], *numbers.WORDS["teens"], *numbers.WORDS["tens"]]
_SMALL = either(_SMALLS)


@rule(
    rf"(?P<number>{NUMBER}|{_SMALL})[ -]?fold",
    starts=[*numbers.STARTS, *(f"{word}fold" for word in _SMALLS)],
    needs=["fold", *(f"{word}fold" for word in _SMALLS)],
    reads={
        "twofold": Count(Decimal(2), "time"),
        "five-fold": Count(Decimal(5), "time"),
        "more than [15-fold]": Count(Decimal(15), "time"),
    },
    refuses=["two folders", "manifold"],
)
def fold(match: re.Match[str]) -> Count:
    """So many times as much."""
    return Count(numbers.value(match["number"]), "time")


@rule(
    r"(?:(?:(?<!from )(?P<low>\d{1,2}(?:\.\d+)?)[x×]?(?: ?[-–] ?| to ))?(?P<number>\d{1,2}(?:\.\d+)?|100)[x×](?! ?\d)"
    r"|(?P<points>\d{1,4}(?:\.\d+)?)(?: ?pts?|points?)\b|(?P<rate>\d{2,4}) ?(?P<short>bpm|fps)\b)",
    starts=[DIGIT],
    needs=[DIGIT + each for each in ("x", "×", "pt", "pts", "point", "points", "bpm", "fps")],
    reads={
        "[5x] faster": Count(Decimal(5), "time"),
        "a range of [1.5-2.5x]": Count(None, "time", Decimal("1.5"), Decimal("2.5")),
        "rose [2.5pts]": Count(Decimal("2.5"), "point"),
        "shoots at [60fps]": Count(Decimal(60), "frame"),
    },
    refuses=["a 2x4", "4x4", "10x50 binoculars", "5 points", "888x jets"],
)
def abbreviated(match: re.Match[str]) -> Count:
    """So many times as much, points, frames of a film or beats, in short; in three digits an x belongs to the name of a model."""
    if match["rate"]:
        return Count(Decimal(match["rate"]), "frame" if match["short"] == "fps" else "beat")
    if match["points"]:
        return Count(Decimal(match["points"]), "point")
    if match["low"]:
        return Count(None, "time", *between(match["low"], match["number"]))
    return Count(Decimal(match["number"]), "time")


@rule(
    r"(?P<word>magnitude-)(?P<number>\d(?:\.\d)?)(?![\d.-])",
    starts=["magnitude"],
    reads={"a [magnitude-6.4] quake": Count(Decimal("6.4"), "magnitude")},
    refuses=["magnitude-6.45", "a magnitude 6.4 quake", "magnitude-based"],
)
def magnitude_joined(match: re.Match[str]) -> Count:
    """The strength of an earthquake, joined by a hyphen to its scale."""
    return Count(Decimal(match["number"]), "magnitude")


@rule(
    rf"₿ ?(?P<number>{NUMBER}{LETTER_SCALE}?)",
    starts=["₿"],
    reads={"₿1.5 million": Count(Decimal(1_500_000), "bitcoin")},
    refuses=["₿", "5 bitcoins"],
)
def bitcoins(match: re.Match[str]) -> Count:
    """Bitcoins by their sign: no currency of ISO 4217, so things that are counted."""
    return Count(numbers.value(match["number"]), "bitcoin")


@rule(
    rf"(?<!\ba )(?P<number>\d[\d,]*|{_SMALL}) (?P<noun>million-(?:dollar|euro|pound) (?:[a-z]+ )?"
    r"(?:deal|flat|home|house|sale|transaction|unit))s",
    starts=numbers.STARTS,
    needs=["million"],
    reads={"sold [54 million-dollar flats]": Count(Decimal(54), "million-dollar flat")},
    refuses=["a 54 million-dollar project", "54 million dollar deals"],
)
def million_dollar(match: re.Match[str]) -> Count:
    """Homes and deals of a million each."""
    return Count(numbers.value(match["number"]), match["noun"].lower())


@rule(
    rf"(?:an?|another|one) (?P<noun>(?!(?:{_SMALL})\b)[a-z]+(?: (?!or\b)[a-z]+)?) or two{ENDS}",
    starts=["a", "an", "another", "one"],
    needs=["two"],
    reads={
        "scored [a goal or two] in the cup": Count(None, "goal", Decimal(1), Decimal(2)),
        "[another draft pick or two]": Count(None, "draft pick", Decimal(1), Decimal(2)),
        "walked [a mile or two]": Quantity(None, "mile", Decimal(1), Decimal(2)),
        "cost [a dollar or two] each": Money(None, "dollar", Decimal(1), Decimal(2)),
    },
    refuses=["a man or two women", "a one or two point lead", "a third or two-thirds", "a season or two", "a step in one or two"],
)
def or_two(match: re.Match[str]) -> Count | Money | Quantity | None:
    """One of something, or two: "a goal or two"."""
    noun, ends = match["noun"].lower(), (Decimal(1), Decimal(2))
    if (unit := units.meaning(noun)) in WHOLE_UNITS:
        return Quantity(None, str(unit), *ends)
    if noun in _CURRENCIES:
        return Money(None, noun, *ends)
    return None if set(noun.split()) & _NO_THINGS else Count(None, noun, *ends)


_CURRENCIES = frozenset({"dollar", "euro", "rupee"})
# What "or two" does not count: times, which have rules of their own, and words that no noun phrase has at its end.
_NO_THINGS = frozenset(table("counted")["times"]) | {"at", "by", "for", "from", "in", "on", "one", "or", "to", "with"}
