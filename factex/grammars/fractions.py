"""Fractions of a noun: "a third of its staff", "one in five". They come before times: "three quarters of them"."""

from __future__ import annotations

import re
from decimal import Decimal

from factex.data import table
from factex.grammar import DIGIT, followed_by, rule, text_before
from factex.grammars import numbers
from factex.grammars.movewords import MOVES
from factex.grammars.numbers import ABOUT, ENDS, NUMBER, SCALE, either
from factex.readings import Count, Numeral

# "Two-thirds" is no rank, as "a third" may be; "three quarters" may be nine months.
_PLURALS = [f"{word}s" for word in numbers.WORDS["fractions"] if word not in ("half", "quarter")]
_PARTS = (*numbers.WORDS["fractions"], *(f"{word}s" for word in numbers.WORDS["fractions"]), "halves")
_DENOMINATORS = either(_PARTS)


# "Fell by a third in May": what moved did so by a part of itself, and no noun follows.
_AFTER_A_MOVE = (
    "after|against|amid|and|as|at|because|before|between|but|by|compared|despite|during|following|for|from|if|in|last|next|on|or|over"
    "|since|this|through|to|under|versus|when|while|with|within"
)


_COMPARATIVES = (
    "above|below|better|bigger|cheaper|costlier|dearer|faster|fewer|greater|heavier|higher|larger|lighter|longer|lower|quicker|shorter"
    "|slower|smaller|stronger|taller|thinner|weaker|wider|worse"
)


_SHARES = "credit|cut|discount|drop|fall|fewer|increase|interest|majority|off|owners?|ownership|reduction|rise|shares?|stakes?"


@rule(
    rf"(?P<part>(?:an?|one|two|three|four|five|seven|nine)[ -]{_DENOMINATORS})"
    r"(?=[ -](?:of(?! (?:growth|decline|contraction|loss|profit|falling|rising))|the|more|less|that|as|a)\b|[.,;:)]| \(\d)"
    rf"|(?:an?|one)[ -]{_DENOMINATORS}(?= (?:{_COMPARATIVES}){ENDS})"
    rf"|one {_DENOMINATORS}(?= (?:{_SHARES})\b)|an? {_DENOMINATORS}(?= (?:are|have|were)\b)"
    rf"|(?P<moved>an?[ -]{_DENOMINATORS})(?= (?:{_AFTER_A_MOVE})\b)"
    rf"|(?:two|three|four|five|seven|nine)[ -]{either(_PLURALS)}(?!-)|three-quarters(?!-)|one-{_DENOMINATORS}(?!-)"
    r"|(?<!-)half(?!-)(?! (?:past|hour|time|back|term|day|year|century|mast|way|price|board|sister|brother|truth|an?)\b)",
    starts=["a", "an", "one", "two", "three", "four", "five", "seven", "nine", "half"],
    needs=_PARTS,
    reads={
        "[a third] of its staff": Numeral(1 / Decimal(3), form="part"),
        "[Two-thirds] voted yes": Numeral(2 * (1 / Decimal(3)), form="part"),
        "[two-thirds] of voters": Numeral(2 * (1 / Decimal(3)), form="part"),
        "cut deaths by [a third] compared with placebo": Numeral(1 / Decimal(3), form="part"),
        "[half] the world": Numeral(Decimal("0.5"), form="part"),
        "The budget is [a fifth] smaller than it was": Numeral(Decimal("0.2"), form="part"),
        "a [one quarter] stake": Numeral(Decimal("0.25"), form="part"),
    },
    refuses=[
        "a third person",
        "a third larger plant",
        "one third party",
        "hit by a third storm",
        "the Leeds half marathon",
        "he scored a third in May",
        "half past two",
    ],
)
def part(match: re.Match[str]) -> Numeral | None:
    """A fraction in words of a noun: a third of the staff; or of what moved: fell a third in May, but "won a third in May"."""
    if match[0].lower() == "half" and followed_by(match, _COMPOUND):
        return None
    before = [word for word in text_before(match, 28).split() if word not in _HEDGES]  # "fell by almost a third in May"
    if match["moved"] and not _MOVERS.intersection(before[-1:]) and before[-2:] not in (["up", "from"], ["down", "from"]):
        return None
    return Numeral(numbers.value(match[0]), form="part")


# What is no half of anything: a half marathon, a half brother, half time.
_COMPOUND = re.compile(
    r" (?:back|board|brothers?|centur(?:y|ies)|ironman|marathons?|mast|moons?|siblings?|sisters?|term|time|truths?|volleys?)\b",
    re.IGNORECASE,
)
_HEDGES = ABOUT | {"just", "more", "over", "some", "than", "under"}
_MOVERS = (MOVES | {"by", "up", "down"}) - {"add", "added", "adding", "adds", "gain", "gained", "gains", "lose", "lost", "loses"}


_SCORED = ("scored ", "netted ", "hit ")
_WHOLES = frozenset({12, 20, 50, 100, 1000, 10_000, 100_000, 1_000_000})
"""What people take parts of: 17 in 100; 52 in 60 games are an average."""


_SHARING = table("counted")["sharing"]
_COUNTING = ("units", "teens", "tens", "scales", "dozens")


@rule(
    rf"one (?P<noun>{either(_SHARING)}) in (?P<all>{NUMBER})(?:{ENDS}|(?= (?:can|does|goes|had|has|is|now|was|will)\b))",
    starts=["one"],
    needs=_SHARING,
    reads={
        "affects [one child in four]": Count(Decimal("0.25"), "child"),
        "[one worker in 20] is ill": Count(Decimal("0.05"), "worker"),
    },
    refuses=["one man in four cities", "one child in 2019", "one goal in four"],
)
def one_of_them_in(match: re.Match[str]) -> Count | None:
    """One of us in so many: one adult in four. "One win in four" may be so many games."""
    out_of = numbers.value(match["all"])
    year = match["all"].isdigit() and 1900 <= out_of <= 2100
    return None if out_of <= 1 or year else Count(1 / out_of, match["noun"].lower())


@rule(
    rf"(?P<some>{NUMBER})(?:[ -]in[ -]| in every | of every |(?P<times> times)? out of (?:every )?)"
    rf"(?P<all>{NUMBER}{SCALE}?)(?![-–/:%]?\d|[-%])",
    starts=numbers.STARTS,
    needs=[
        *(DIGIT + link for link in ("in", "of", "out", "times")),
        *(word for kind in _COUNTING for word in numbers.WORDS[kind]),
        *numbers.HALVES,
    ],
    reads={
        "[three in five] adults": Numeral(Decimal("0.6"), form="part"),
        "[one in five] children": Numeral(Decimal("0.2"), form="part"),
        "odds of [one in 2 million]": Numeral(Decimal("0.0000005"), form="part"),
        "[six of every 10] workers": Numeral(Decimal("0.6"), form="part"),
        "[nine out of ten] patients": Numeral(Decimal("0.9"), form="part"),
        "right [nine times out of ten]": Count(Decimal("0.9"), "time"),
    },
    refuses=["five in 2019", "51.5 in 60 games", "one in Paris", "3 in 1900s style", "he scored 12 in 20"],
)
def one_in(match: re.Match[str]) -> Numeral | Count | None:
    """So many in so many of a noun; so many times out of so many."""
    some, out_of = numbers.value(match["some"]), numbers.value(match["all"])
    if not 0 < some < out_of or (1900 <= out_of <= 2100 and match["all"].isdigit()):
        return None
    if match["times"]:
        return Count(some / out_of, "time")
    scored = match["some"].isdigit() and text_before(match, 8).endswith(_SCORED)
    usual = (some == 1 or out_of <= 10 or out_of in _WHOLES) and not scored
    return Numeral(some / out_of, form="part") if usual or "in " not in match[0].lower() else None
