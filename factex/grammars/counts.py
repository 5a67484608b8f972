"""Counts: bare numbers, which the parse joins with the noun that they count."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from factex.data import table
from factex.grammar import rule
from factex.grammars import numbers
from factex.grammars.numbers import FEW, LETTER_SCALE, VAGUE, amounts, spread
from factex.readings import Count, Numeral
from factex.records import Mention, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Span, Token


@rule(
    # "F-16", "No. 10", "#5" and "3:0" are names, ranks and scores.
    rf"(?<![\w#][-–/])(?<!#)(?<!No\. ){spread(LETTER_SCALE)}(?![-–/:]\d|:|%)",
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
    },
    refuses=["F-16", "No. 10 Downing Street", "#5", "won 3-2", "5th", "COVID-19", "a"],
)
def numeral(match: re.Match[str]) -> Numeral | None:
    """A number that stands alone; the parse says what it counts, if anything."""
    amount = amounts(match)
    return None if amount is None else Numeral(*amount)


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


_COUNTED = table("counted")
_PREMODIFIERS = frozenset({"ADJ", "NOUN", "PROPN", "NUM", "PUNCT", "ADV", "VERB", "SYM", "X", "PART", "DET", "PRON"})


def count(mention: Mention, sentence: Sentence, limit: int) -> Mention | None:
    """The count that a bare number makes with the noun it counts, or None if it counts nothing.

    *limit*: where the next mention that is no bare number starts, in the article; a count ends before it.
    """
    reading = mention.reading
    assert isinstance(reading, Numeral)
    words = sentence.span(mention.start, mention.end)
    if words.start_char + sentence.shift < mention.start or _in_name(words):
        return None
    found = _noun(words, reading)
    if found is None:
        kept = _alone(words, reading)
        return replace(mention, reading=Count(reading.amount, None, reading.low, reading.high)) if kept else None
    first, head = found
    noun = _lemma(first, head)
    if head.lower_ in _COUNTED["not"] or (reading.form != "part" and head.lower_ in _COUNTED["times"]):
        return None
    end = head.idx + len(head) + sentence.shift
    end = mention.end if end > limit else end
    return replace(mention, end=end, reading=Count(reading.amount, noun, reading.low, reading.high))


def _in_name(words: Span) -> bool:
    """Whether the number belongs to a name: Boeing 787, Article 5, Apollo 11, 10 Downing Street."""
    first = words[0]
    if first.ent_type_ in _COUNTED["names"] and not (first.ent_iob_ == "B" and first.ent_type_ in ("ORG", "NORP", "GPE")):
        return first.ent_iob_ == "I" or (words[-1].i + 1 < len(first.doc) and first.doc[words[-1].i + 1].is_title)
    before = first.nbor(-1) if first.i else None
    return before is not None and before.lower_ in _COUNTED["labels"]


def _noun(words: Span, reading: Numeral) -> tuple[Token, Token] | None:
    """The first word and the head of the noun phrase that the number counts."""
    doc = words.doc
    place = words[-1].i + 1
    if place < len(doc) and doc[place].lower_ == "of" and place + 1 < len(doc):
        place += 1
    elif reading.form == "part" and place < len(doc) and doc[place].lower_ not in ("the", "its", "their", "all"):
        if not re.search(r"[ -](?:in|out of) ", words.text):
            return None
    while place < len(doc) and (
        doc[place].lower_ in _COUNTED["skip"] or doc[place].dep_ in ("det", "predet") or doc[place].tag_ == "PRP$"
    ):
        place += 1
    if place >= len(doc) or doc[place].pos_ not in _PREMODIFIERS or doc[place].is_sent_start:
        return None
    first = doc[place]
    head = _climb(first)
    if head is None or head.pos_ not in ("NOUN", "PROPN"):
        return None
    # The owner in "of Boeing's jets" is no part of the noun.
    for token in reversed(doc[first.i : head.i]):
        if token.tag_ == "POS":
            first = doc[token.i + 1]
            break
    return first, head


def _climb(first: Token) -> Token | None:
    """The head of the noun phrase that starts with *first*: as long as a word modifies one to its right, go there."""
    token = first
    for _ in range(12):
        if token.pos_ in ("NOUN", "PROPN") and token.dep_ not in (
            "compound",
            "amod",
            "nmod",
            "poss",
            "npadvmod",
            "nummod",
            "advmod",
        ):
            return token
        if token.head.i <= token.i or token.head.pos_ in ("AUX", "ADP", "SCONJ", "CCONJ"):
            return token if token.pos_ in ("NOUN", "PROPN") else None
        if token.head.pos_ == "VERB" and token.head.dep_ not in ("amod", "compound", "nmod"):
            return token if token.pos_ in ("NOUN", "PROPN") else None
        token = token.head
    return None


_ALONE = re.compile(r"\d,\d{3}|\d\.\d|million|billion|trillion|thousand|dozen|hundred", re.IGNORECASE)


def _alone(words: Span, reading: Numeral) -> bool:
    """Whether a number without a noun is still a count: a fraction, an index level, a figure in thousands."""
    if reading.form == "vague":
        return reading.low is not None
    return reading.form == "part" or _ALONE.search(words.text) is not None


def _lemma(first: Token, head: Token) -> str:
    """The counted noun phrase with its head in the singular."""
    lemma = _COUNTED["lemmas"].get(head.lower_) or (head.lemma_ if head.pos_ == "NOUN" else head.text)
    if head.tag_ == "NNPS":
        lemma = lemma.removesuffix("s")
    before = head.doc[first.i : head.i].text.strip(" -")
    glue = head.doc[head.i - 1].whitespace_ if head.i > first.i else ""
    return f"{before}{glue or ''}{lemma}" if before else lemma
