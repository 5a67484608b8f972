"""Metres: whether "35m" are metres or millions, and other numbers whose unit or year turns out to be none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from factex.data import table
from factex.grammars import numbers
from factex.grammars.bare import Bare
from factex.grammars.nouns import PREMODIFIERS, WORDS, head_of
from factex.readings import Count, Numeral, Quantity
from factex.readings.numeric import plain
from factex.readings.temporal import Year
from factex.records import Mention, Sentence


def bared(mention: Mention, sentence: Sentence, text: str, earlier: Sequence[Mention] = ()) -> Mention:
    """A mention that turns out to be a bare number: 1000 customers are no year, 35m users no metres. Else as it is."""
    reading = mention.reading
    if isinstance(reading, Year) and mention.end - mention.start == 4 and not 1800 <= reading.number <= 2100:
        after = Bare(mention, Numeral(Decimal(reading.number)), sentence).after
        head = None if after is None else head_of(after, len(sentence.parsed))
        plural = head is not None and head.tag_ in _PLURAL
        if after is not None and after.lower_ not in _SO_MUCH and (after.tag_ == "JJ" or plural):
            return replace(mention, reading=Numeral(Decimal(reading.number)))
    # "Rose by 40,000 to 33.9m": what the second number is the first one is too.
    level = _TO_LEVEL.match(text, mention.end) if text[mention.end - 1].isdigit() else None
    start, end = (mention.start, mention.end) if level is None else level.span("level")
    if isinstance(reading, Quantity) and reading.unit == "meter" and _METERS.search(text, start, end):
        ends, factor = (reading.amount, reading.low, reading.high), 1_000_000 if level is None else 1
        amount, low, high = (None if each is None else plain(each * factor) for each in ends)
        numeral = Numeral(amount, low, high)
        summed = _SUM.search(text, max(0, start - 64), start) is not None
        if summed or _are_things(Bare(mention, numeral, sentence)) or _compares(text, mention, earlier):
            return replace(mention, reading=numeral)
    if isinstance(reading, Quantity) and (noun := _HOMONYM.search(text, mention.start, mention.end)) is not None:
        words = {token.lower_ for token in sentence.tokens}
        needs, lacks = (_HOMONYMS[name].get(reading.unit) for name in ("needs", "lacks"))
        if (needs and words.isdisjoint(needs)) or (lacks and not words.isdisjoint(lacks)):
            return replace(mention, end=noun.start(), reading=Numeral(reading.amount, reading.low, reading.high))
    return mention


# What may be a subject by itself: "in 1703 little had changed".
_SO_MUCH = frozenset({"few", "little", "many", "more", "most", "much"})
_HOMONYMS = table("units")["homonyms"]
_HOMONYM = re.compile(rf"[ -]{numbers.either(name for names in _HOMONYMS.values() for name in names)}s$", re.IGNORECASE)
_PLURAL = ("NNS", "NNPS")
_TOLD_IN_MILLIONS = WORDS["holders"] | WORDS["sizes"] | WORDS["sums"] | {"teu"}
_TO_LEVEL = re.compile(r" to (?P<level>\d[\d.,]* ?m)\b")
_METERS = re.compile(r"(?<!,\d\d)\d ?m$")  # millions have no thousands: "3,000m of core"
# "Profit of 5m": sums without their currency; "visitor numbers rose 3.5% to 5m": things that are counted.
_LEADS = r"(?::| (?:at|by|from|is|of|to|was|were)|(?<=population)) (?:about |around |almost |just |nearly |over |some )?$"
_SUM = re.compile(
    rf"\b(?:{numbers.either(WORDS['sums'])}(?: [a-z]+(?: [a-z]+)?)?|{numbers.either(WORDS['tallies'])}(?:[^.;]|\.(?=\d)){{0,40}})"
    rf"{_LEADS}",
    re.IGNORECASE,
)


def _are_things(bare: Bare) -> bool:
    """Whether the noun behind so many "m" tells of things in millions: 35m users, but 100m hurdles and 2m high walls."""
    after = bare.after
    if after is None:
        return False
    if after.lower_ == "of":  # 35m of its phones, but 800m of rope
        return after.i + 1 < len(bare.doc) and after.nbor().tag_ not in ("JJ", "NN")
    if after.pos_ not in PREMODIFIERS or after.lower_ in WORDS["dimensions"]:
        return False
    head = head_of(after, len(bare.sentence.parsed))
    if head is None or (head.tag_ not in _PLURAL and head.lower_ not in _TOLD_IN_MILLIONS):
        return False
    return not any(token.lower_ in WORDS["metred"] for token in bare.doc[after.i : head.i + 1])


def _compares(text: str, mention: Mention, earlier: Sequence[Mention]) -> bool:
    """Whether a number is set beside one of things in millions: "4.6m homes, down from 4.8m"."""
    counted = any(isinstance(other.reading, Count) and _MILLIONS.search(text, other.start, other.end) for other in earlier)
    beside = _BESIDE.search(text, max(0, mention.start - 20), mention.start) or _THAN.match(text, mention.end)
    return counted and beside is not None


_THAN = re.compile(r" (?:fewer|less|more) than\b")
_MILLIONS = re.compile(r"\dm\b")
_BESIDE = re.compile(
    r"\b(?:against|average of|and|by|from|than|to|versus|with) (?:about |almost |around |just |nearly |over |some )?$"
)
