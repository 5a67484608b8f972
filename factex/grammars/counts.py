"""Counts: bare numbers, which the parse joins with the noun that they count."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from factex.data import table
from factex.grammar import rule
from factex.grammars import numbers
from factex.grammars.numbers import FEW, LETTER_SCALE, NUMBER, VAGUE, Amount, either, read, spread
from factex.readings import Count, Numeral
from factex.records import Mention, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Span, Token


@rule(
    # "F-16", "No. 10", "#5" and "3:0" are names, ranks and scores.
    rf"(?<![\w#][-–/])(?<!#)(?<!No\. )(?<!\$){spread(LETTER_SCALE)}(?![-–/:]\d|:|%)",
    starts=numbers.STARTS,
    reads={
        "[12,000] employees": Numeral(Decimal(12000)),
        "[two] leaders": Numeral(Decimal(2)),
        "[242 to 330] passengers": Numeral(None, Decimal(242), Decimal(330)),
        "[100M] users": Numeral(Decimal(100_000_000)),
        "[a dozen] eggs": Numeral(Decimal(12)),
        "[half a million] people": Numeral(Decimal(500_000)),
        "[27,934.02]": Numeral(Decimal("27934.02")),
        "[two and a half] times": Numeral(Decimal("2.5")),
        "rose [7/32] in price": Numeral(Decimal("0.21875"), form="part"),
        "fell from [240] to [212]": (Numeral(Decimal(240)), Numeral(Decimal(212))),
        "[4 hundred million] people": Numeral(Decimal(400_000_000)),
    },
    refuses=["F-16", "No. 10 Downing Street", "#5", "won 3-2", "5th", "COVID-19", "a"],
)
def numeral(match: re.Match[str]) -> Numeral | Mapping[str, Numeral] | None:
    """A number that stands alone; the parse says what it counts, if anything."""
    form = "part" if re.search(rf"^[^ -]*[/{''.join(numbers.VULGAR)}]", match[0]) else "exact"

    def make(amount: Amount, unit: str) -> Numeral:
        return Numeral(*amount, form=form)  # type: ignore[arg-type]

    return read(match, make)


@rule(
    rf"(?:{VAGUE}|{FEW})",
    starts=numbers.VAGUE_STARTS,
    reads={
        "[hundreds] of fans": Numeral(None, Decimal(200), form="vague"),
        "[tens of thousands] of homes": Numeral(None, Decimal(20_000), form="vague"),
        "[several] people": Numeral(None, form="vague"),
        "[a few] people": Numeral(None, form="vague"),
    },
    refuses=["few people", "hundred", "a handful"],
)
def vague(match: re.Match[str]) -> Numeral:
    """A vague multiple or a few."""
    return Numeral(None, numbers.vague(match[0]).low, form="vague")


_SMALLS = [*numbers.WORDS["units"], *numbers.WORDS["teens"], *numbers.WORDS["tens"]]
_SMALL = either(_SMALLS)


@rule(
    rf"(?P<number>{NUMBER}|{_SMALL})[ -]?fold",
    starts=[*numbers.STARTS, *(f"{word}fold" for word in _SMALLS)],
    reads={
        "twofold": Count(Decimal(2), "time"),
        "five-fold": Count(Decimal(5), "time"),
        "more than [15-fold]": Count(Decimal(15), "time"),
    },
    refuses=["two folders", "manifold"],
)
def fold(match: re.Match[str]) -> Count | None:
    """So many times as much."""
    number = numbers.value(match["number"])
    return None if number is None else Count(number, "time")


_COUNTED = table("counted")
_LABELS, _SKIP, _NOT, _TIMES = (frozenset(_COUNTED[name]) for name in ("labels", "skip", "not", "times"))
_SINGULARS = frozenset(_COUNTED["singulars"])
_NAMES = frozenset(_COUNTED["names"])
_PREMODIFIERS = frozenset({"ADJ", "NOUN", "PROPN", "NUM", "ADV", "VERB", "X", "SYM"})
_MODIFIES = frozenset({"compound", "amod", "nmod", "poss", "npadvmod", "nummod", "advmod", "conj", "punct", "quantmod"})


def count(mention: Mention, sentence: Sentence, limit: int) -> Mention | None:
    """The count that a bare number makes with the noun it counts; None if it counts nothing.

    *limit*: where the next mention that is no bare number starts, in the article; a count ends before it.
    """
    reading = mention.reading
    if not isinstance(reading, Numeral):
        return mention
    words = sentence.span(mention.start, mention.end)
    if _in_name(words, reading):
        return None
    found = _noun(words, reading, limit - sentence.shift)
    if found is None:
        kept = _alone(words, reading)
        return replace(mention, reading=Count(reading.amount, None, reading.low, reading.high)) if kept else None
    first, head = found
    if head.lower_ in _NOT or head.lower_ in _TIMES:
        return None
    end = head.idx + len(head) + sentence.shift
    return replace(
        mention, end=max(mention.end, end), reading=Count(reading.amount, _lemma(first, head), reading.low, reading.high)
    )


def _in_name(words: Span, reading: Numeral) -> bool:
    """Whether the number belongs to a name: Boeing 787, S&P 500, Article 5, Apollo 11, One Home Depot."""
    first, plain = words[0], words.text.isdigit()
    before = first.nbor(-1) if first.i > words.sent.start else None
    if before is not None and before.lower_ in _LABELS:
        return True
    # A number after a name is part of it, unless the name tells where or when: "In Japan 12 people died".
    if plain and before is not None and before.pos_ == "PROPN" and before.ent_type_ not in ("GPE", "DATE", "TIME", "PERSON", "LOC"):
        return True
    if first.is_title and before is not None and first.text[0].isalpha() and before.text not in "“\"'‘:;—–-•(":
        return True
    return first.ent_type_ in _NAMES and first.ent_iob_ == "I" and plain


def _noun(words: Span, reading: Numeral, limit: int) -> tuple[Token, Token] | None:
    """The first word and the head of the noun phrase that the number counts; it ends before the offset *limit*."""
    doc, place = words.doc, words[-1].i + 1
    if place >= len(doc):
        return None
    if doc[place].text == "-" and not doc[place - 1].whitespace_ and place + 1 < len(doc) and doc[place + 1].is_alpha:
        return (doc[place + 1], doc[place + 1]) if doc[place + 1].pos_ in ("NOUN", "PROPN", "ADJ", "VERB") else None
    if doc[place].lower_ == "times":
        return doc[place], doc[place]
    whole = doc[place].lower_ == "of"
    if whole and _parts(reading):
        return None
    if (
        reading.form == "part"
        and not whole
        and doc[place].lower_ not in _WHOLE
        and not re.search(r"[ -](?:in|out of) ", words.text)
    ):
        return None
    while place < len(doc) and (doc[place].lower_ in _SKIP or doc[place].dep_ in ("det", "predet") or doc[place].tag_ == "PRP$"):
        place += 1
    if place >= len(doc) or doc[place].pos_ not in _PREMODIFIERS or doc[place].idx >= limit:
        return None
    head = _climb(doc[place], limit)
    if head is None or not (whole or reading.form != "exact" or _plural(head, words, reading)):
        return None
    # The owner in "of Boeing's jets" is no part of the noun.
    first = next((doc[token.i + 1] for token in reversed(doc[place : head.i]) if token.tag_ == "POS"), doc[place])
    return first, head


_WHOLE = frozenset({"the", "its", "their", "his", "her", "our", "my", "all", "that", "this", "these", "those"})


def _parts(reading: Numeral) -> bool:
    """Whether a number is too exact to be so many of a group: "7.3 of another race" is a percentage."""
    return reading.form == "exact" and reading.amount is not None and reading.amount != reading.amount.to_integral_value()


def _plural(head: Token, words: Span, reading: Numeral) -> bool:
    """Whether *head* can be counted by a number other than one: "777 program" and "12 Pro camera" are names.

    A number in words counts a singular too: "three course meal".
    """
    return (
        head.tag_ in ("NNS", "NNPS")
        or not words[0].text[0].isdigit()
        or reading.amount == 1
        or head.lower_ in _SINGULARS
        or head.doc[words[-1].i + 1].lower_ in _SINGULARS
        or (reading.amount is not None and reading.amount != reading.amount.to_integral_value())
        or "," in words.text
    )


def _climb(first: Token, limit: int) -> Token | None:
    """The head of the noun phrase that starts with *first*: as long as a word modifies one to its right, go there."""
    token, noun = first, None
    for _ in range(12):
        if token.pos_ in ("NOUN", "PROPN"):
            noun = token
        ahead = token.head
        if token.dep_ == "conj" and ahead.i < token.i and ahead.i >= first.i:
            ahead = ahead.head
        if token.dep_ not in _MODIFIES or ahead.i <= token.i or ahead.idx >= limit or _breaks(token, ahead):
            break
        token = ahead
    return noun


def _breaks(token: Token, ahead: Token) -> bool:
    """Whether *ahead* is no longer in the noun phrase of *token*."""
    if ahead.pos_ in ("AUX", "ADP", "SCONJ", "CCONJ", "PRON") or (ahead.pos_ == "VERB" and ahead.dep_ not in _MODIFIES):
        return True
    return any(between.text in (";", ":", "(", ")", "—", "–") for between in token.doc[token.i + 1 : ahead.i])


_ALONE = re.compile(r"\d,\d{3}|\d{5}|\d\.\d|million|billion|trillion|thousand|dozen|hundred|\d(?:bn|m|k)\b", re.IGNORECASE)


def _alone(words: Span, reading: Numeral) -> bool:
    """Whether a number without a noun is still a count: a fraction, an index level, a figure in thousands, a move."""
    before = words.doc[words[0].i - 1] if words[0].i else None
    if reading.form == "vague":
        return reading.low is not None
    if reading.form == "part":
        return before is None or before.lower_ not in ("in", "first", "second", "other", "last", "a", "and")
    if before is not None and before.pos_ == "PROPN":
        return "," in words.text
    return _ALONE.search(words.text) is not None or _in_move(words)


def _in_move(words: Span) -> bool:
    """Whether the number is the start or the size of a move to another number: "from 240 to 273", "by 30 to 126"."""
    doc, first, last = words.doc, words[0].i, words[-1].i
    starts = first > 0 and doc[first - 1].lower_ in ("from", "by") and last + 2 < len(doc) and doc[last + 1].lower_ == "to"
    ends = first > 2 and doc[first - 1].lower_ == "to" and doc[first - 3].lower_ in ("from", "by")
    return (starts and doc[last + 2].like_num) or (ends and doc[first - 2].like_num)


def _lemma(first: Token, head: Token) -> str:
    """The counted noun phrase with its head in the singular."""
    lemma = _COUNTED["lemmas"].get(head.lower_) or (head.lemma_ if head.pos_ == "NOUN" else head.text)
    if head.tag_ == "NNPS" and head.lower_ not in _COUNTED["lemmas"]:
        lemma = lemma.removesuffix("s")
    return f"{head.doc[first.i : head.i].text_with_ws}{lemma}" if head.i > first.i else lemma


def elided(mention: Mention, before: list[Mention], sentence: Sentence, text: str) -> Mention | None:
    """The reading that a bare number takes over from a number before it, whose unit it leaves out; None if from none.

    "3% on Monday and 4 on Tuesday", "460 cars, compared with 63 a year ago", "21 mpg to 23". *before*: the numbers of the
    sentence so far, the latest last.
    """
    reading = mention.reading
    if not isinstance(reading, Numeral) or reading.form == "part" or not _JOINT.search(text[sentence.start : mention.start]):
        return None
    number = reading.amount or reading.high or reading.low
    for other in reversed(before):
        model = other.reading
        if number is None or not hasattr(model, "amount") or isinstance(model, Numeral):
            continue
        if type(model).__name__ == "Percent" and number >= 1000:
            continue
        if isinstance(model, Count) and model.noun is None:
            continue
        return replace(mention, reading=replace(model, amount=reading.amount, low=reading.low, high=reading.high))
    return None


_JOINT = re.compile(
    r"(?:\b(?:to|from|and|or|against|versus|vs\.?|including|than|after|compared (?:to|with)|while [\w ]{1,20} (?:is|was|are|were)|is|was)"
    r"(?: (?:about|around|roughly|nearly|almost|just|only|some|over|under|more than|less than|up to|at least))?|:) $",
    re.IGNORECASE,
)
