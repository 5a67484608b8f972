"""Numbers that are set against earlier ones and leave out what those tell: 86 dogs and 42 cats, against 61 and 90."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from factex.grammars.bare import Bare, counted_rule
from factex.readings import Count, Numeral
from factex.readings.temporal import Duration
from factex.records import Mention

_AGAINST = re.compile(r"(?:,? (?:against|compared (?:to|with)|from|versus)|, (?:down|up) from) $")
_FROM = re.compile(r"\bfrom (?:\w+[ -]){1,3}to $")
_LENGTH = re.compile(r"(PT?)(\d+)([DHMWY])")


@counted_rule(
    reads={
        "It placed 86 dogs and 42 cats, against [61] and 90 in 2024.": Count(Decimal(61), "dog"),
        "It placed 86 dogs and 42 cats, against 61 and [90] in 2024.": Count(Decimal(90), "cat"),
    },
    refuses=["It placed 86 dogs and 42 cats, up from [61].", "It placed 86 dogs in 42 towns, up from [61] and 90."],
)
def respectively(bare: Bare) -> Mention | None:
    """One of two numbers that are set against two things counted before, in their order."""
    text, following = bare.text_before(), bare.following
    if _AGAINST.search(text):
        first = following is not None and isinstance(following.reading, Numeral) and _joined(bare, bare.mention, following)
        return _like(bare, bare.earlier[-2:], 0) if first else None
    if not text.endswith(" and ") or len(bare.earlier) < 3 or not _joined(bare, bare.earlier[-1], bare.mention):
        return None
    before = text[: bare.earlier[-1].start - bare.sentence.shift - bare.sentence.tokens.start_char]
    return _like(bare, bare.earlier[-3:-1], 1) if _AGAINST.search(before) else None


def _joined(bare: Bare, one: Mention, other: Mention) -> bool:
    return bare.sentence.parsed[one.end - bare.sentence.shift : other.start - bare.sentence.shift] == " and "


def _like(bare: Bare, pair: Sequence[Mention], place: int) -> Mention | None:
    """The number as a count of what one of a *pair* counts, if both count things and are joined as well."""
    nouns = [each.reading.noun for each in pair if isinstance(each.reading, Count)]
    if len(nouns) < 2 or None in nouns or not _joined(bare, *pair):
        return None
    return bare.count(nouns[place])


@counted_rule(
    reads={
        "The wait is 11 days, down from [26].": Duration("P26D"),
        "Trips take 28 minutes, up from [24] in May.": Duration("PT24M"),
        "The wait fell from 42 weeks to [29].": Duration("P29W"),
    },
    refuses=["The wait is 11 days, down from [26 hours].", "It took 11 days and 300 men, down from [900]."],
)
def length(bare: Bare) -> Mention | None:
    """A length of time that leaves out its unit, which stands by the length before."""
    after, text = bare.after, bare.text_before()
    before = [each for each in bare.sentence.mentions if each.end <= bare.mention.start]
    beside = bool(before) and before[-1].end + len(" to ") == bare.mention.start and text.endswith(" to ")
    told_after = text.endswith((", down from ", ", up from ")) or (beside and _FROM.search(text) is not None)
    if not told_after or (after is not None and after.pos_ in ("NOUN", "PROPN", "ADJ")):
        return None
    told = _LENGTH.fullmatch(before[-1].reading.timex) if before and isinstance(before[-1].reading, Duration) else None
    if told is None or bare.reading.amount is None or bare.reading.amount % 1:
        return None
    return replace(bare.mention, reading=Duration(f"{told[1]}{bare.reading.amount}{told[3]}"))
