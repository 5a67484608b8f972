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
from factex.readings import Count, Money, Numeral, Percent, Quantity, Reading
from factex.readings.temporal import Year
from factex.records import Mention, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token


@rule(
    # "F-16", "No. 10", "#5" and "3:0" are names, ranks and scores.
    rf"(?<![\w#][-–/])(?<!#)(?<!No\. )(?<!\$)(?<![a-z]\.)(?!0\d){spread(LETTER_SCALE)}(?![-–/:]\d|:|%)",
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
    refuses=["F-16", "000 dogs", "No. 10 Downing Street", "#5", "won 3-2", "5th", "COVID-19", "a"],
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


def count(mention: Mention, sentence: Sentence, following: Mention | None = None) -> Mention | None:
    """The count that a bare number makes with the noun it counts; None if it counts nothing.

    *following*: the next mention of the sentence, which the count leaves alone: in "two-thirds of the 1,200 workers" and
    "ten 250ml bottles" the count's words end before it, and the noun comes after it.
    """
    reading = mention.reading
    if not isinstance(reading, Numeral):
        return mention
    words = sentence.span(mention.start, mention.end)
    if _in_name(words):
        return None
    found = _noun(words, reading, *_limits(mention, sentence, following))
    if found is None:
        kept = _alone(words, reading)
        return replace(mention, reading=Count(reading.amount, None, reading.low, reading.high)) if kept else None
    first, head = found
    if head.lower_ in _NOT or head.lower_ in _TIMES:
        return None
    end = head.idx + len(head) + sentence.shift
    if following is not None and end > following.start and not _within_name(following, mention, sentence):
        end = mention.end
    return replace(
        mention, end=max(mention.end, end), reading=Count(reading.amount, _lemma(first, head), reading.low, reading.high)
    )


def _limits(mention: Mention, sentence: Sentence, following: Mention | None) -> tuple[int, int]:
    """The offsets in the parse between which the next mention stands; past the sentence if the count need not mind it."""
    after = len(sentence.tokens.doc.text)
    if following is None or _within_name(following, mention, sentence):
        return after, after
    return following.start - sentence.shift, following.end - sentence.shift


def _within_name(following: Mention, mention: Mention, sentence: Sentence) -> bool:
    """Whether the next number is part of what this one counts: five 787 jets, but not half of 1,200 workers."""
    if not isinstance(following.reading, Numeral):
        return False
    between = sentence.tokens.doc.text[mention.end - sentence.shift : following.start - sentence.shift]
    return not re.search(r"\bof\b", between) or count(following, sentence) is None


def _in_name(words: Span) -> bool:
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


def _noun(words: Span, reading: Numeral, start: int, end: int) -> tuple[Token, Token] | None:
    """The first word and the head of the noun phrase that the number counts, past the mention at *start* to *end*."""
    doc, place = words.doc, words[-1].i + 1
    if place >= len(doc) or doc[place].lower_ == "times":
        return None if place >= len(doc) else (doc[place], doc[place])
    if doc[place].text == "-" and not doc[place - 1].whitespace_ and place + 1 < len(doc) and not doc[place].whitespace_:
        return (doc[place + 1], doc[place + 1]) if doc[place + 1].pos_ in ("NOUN", "PROPN", "ADJ", "VERB") else None
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
    place = _skip(doc, place)
    if place < len(doc) and doc[place].idx == start:
        place = next((token.i for token in doc[place:] if token.idx >= end), len(doc))
        start = len(doc.text)
    if place >= len(doc) or doc[place].pos_ not in _PREMODIFIERS or doc[place].idx >= start:
        return None
    head = _climb(doc[place], start)
    if head is None or not (whole or reading.form != "exact" or _plural(head, words, reading)):
        return None
    # The owner in "of Boeing's jets" is no part of the noun.
    first = next((doc[token.i + 1] for token in reversed(doc[place : head.i]) if token.tag_ == "POS"), doc[place])
    return first, head


def _skip(doc: Doc, place: int) -> int:
    """The index of the first token from *place* on that is no determiner or the like."""
    while place < len(doc) and (doc[place].lower_ in _SKIP or doc[place].dep_ in ("det", "predet") or doc[place].tag_ == "PRP$"):
        place += 1
    return place


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
_LEVEL = frozenset({"at", "to", "of", "is", "was", "are", "were", "from"})
_ABOUT = frozenset({"about", "around", "roughly", "approximately", "nearly", "almost"})


def _alone(words: Span, reading: Numeral) -> bool:
    """Whether a number without a noun is still a count: a fraction, an index level, a figure in thousands, a move."""
    before = words.doc[words[0].i - 1] if words[0].i else None
    after = words.doc[words[-1].i + 1] if words[-1].i + 1 < len(words.doc) else None
    if reading.form == "vague":
        return reading.low is not None
    if reading.form == "part":
        return before is None or before.lower_ not in ("in", "first", "second", "other", "last", "a", "and", "the")
    if after is not None and after.text == ")" and "(" not in words.sent.text[: words.start_char - words.sent.start_char]:
        return False
    if before is None:
        return _ALONE.search(words.text) is not None
    if before.pos_ == "PROPN":
        return "," in words.text
    if _ALONE.search(words.text) is not None or _in_move(words):
        return True
    year = reading.amount is not None and 1800 <= reading.amount <= 2100
    return (
        before.lower_ in _ABOUT
        or (before.lower_ in _LEVEL and len(words.text) == 4 and words.text.isdigit() and not year)
        or (before.lower_ == "between" and reading.high is not None)
    )


def _in_move(words: Span) -> bool:
    """Whether the number is the start or the size of a move to another number: "from 240 to 273", "by 30 to 126"."""
    doc, first, last = words.doc, words[0].i, words[-1].i
    starts = first > 0 and doc[first - 1].lower_ in ("from", "by") and last + 2 < len(doc) and doc[last + 1].lower_ == "to"
    ends = first > 2 and doc[first - 1].lower_ == "to" and doc[first - 3].lower_ in ("from", "by")
    return (starts and doc[last + 2].like_num) or (ends and doc[first - 2].like_num)


def _lemma(first: Token, head: Token) -> str:
    """The counted noun phrase with its head in the singular."""
    lemma = _COUNTED["lemmas"].get(head.lower_) or (head.lemma_ if head.pos_ == "NOUN" else head.text)
    if head.text[:-1].isupper() and head.text.endswith("s"):
        lemma = head.text[:-1]
    elif head.tag_ == "NNPS" and head.lower_ not in _COUNTED["lemmas"]:
        lemma = lemma.removesuffix("s")
    return f"{head.doc[first.i : head.i].text_with_ws}{lemma}" if head.i > first.i else lemma


def elided(mention: Mention, before: list[Mention], sentence: Sentence) -> Mention | None:
    """The reading that a bare number takes over from a number before it, whose unit it leaves out; None if from none.

    "3% on Monday and 4 on Tuesday", "460 cars, compared with 63 a year ago", "21 mpg to 23". *before*: the numbers of the
    sentence so far, the latest last.
    """
    reading, doc = mention.reading, sentence.tokens.doc
    words = sentence.span(mention.start, mention.end)
    text = doc.text[sentence.tokens.start_char : words.start_char]
    after = doc[words[-1].i + 1] if words[-1].i + 1 < len(doc) else None
    if not isinstance(reading, Numeral) or reading.form == "part" or not before:
        return None
    joint = _JOINT.search(text)
    if joint is None or (joint[1] and after is not None and after.pos_ in ("VERB", "AUX", "CCONJ", "NOUN", "PROPN")):
        return None
    if after is not None and after.text == ")" and "(" not in text[before[-1].end - sentence.start :]:
        return None
    number = reading.amount or reading.high or reading.low or Decimal(1)
    # "2.4 million yen for the 5 speed version and 2.3 million for the other": the number nearest in size, then in place.
    for other in sorted(reversed(before), key=lambda other: not _near(other.reading, number)):
        if isinstance(other.reading, Percent) and text.endswith(" to ") and "from" not in text[: other.start - sentence.start][-6:]:
            continue
        taken = _take_over(other.reading, reading)
        if taken is not None:
            return replace(mention, reading=taken)
    return None


def _near(other: Reading, number: Decimal) -> bool:
    """Whether two numbers differ by less than a factor of twenty."""
    amount = getattr(other, "amount", None)
    return bool(amount) and Decimal("0.05") < abs(number / amount) < 20


def _take_over(other: Reading, reading: Numeral) -> Reading | None:
    """The kind and unit of *other* with the number of *reading*; no percentage of a thousand, no count of nothing."""
    number = reading.amount or reading.high or reading.low
    amount = {"amount": reading.amount, "low": reading.low, "high": reading.high}
    match other:
        case Percent() if number is not None and number < 1000:
            return replace(other, **amount)
        case Money() | Quantity():
            return replace(other, **amount)
        case Count(noun=str()):
            return replace(other, **amount)
    return None


# What stands between a number and one that leaves its unit out; group 1 joins much else too.
_JOINT = re.compile(
    r"(?:\b(?:to|from|(and|or)|against|versus|vs\.?|including|than|after|compared (?:to|with)|is|was)"
    r"(?: (?:about|around|roughly|nearly|almost|just|only|some|over|under|more than|less than|up to|at least))?|:) $",
    re.IGNORECASE,
)


_METERS = re.compile(r"\d ?m$")
_THINGS = re.compile(r" (?:of\b|[a-z]+(?:[^s\W]s|men|people|children)\b(?! (?:long|wide|high|tall|deep)))")


def no_year(mention: Mention, sentence: Sentence) -> Mention:
    """Four digits that no article means as a year where a plural follows: "1000 customers", but not "2019 sales"."""
    if not isinstance(mention.reading, Year) or mention.end - mention.start != 4 or 1800 <= mention.reading.number <= 2100:
        return mention
    words = sentence.span(mention.start, mention.end)
    after = words.doc[words[-1].i + 1] if words[-1].i + 1 < len(words.doc) else None
    if after is None or after.tag_ not in ("NNS", "NNPS", "JJ"):
        return mention
    return replace(mention, reading=Numeral(Decimal(mention.reading.number)), rule="counts.no_year")


def million(mention: Mention, text: str) -> Mention:
    """A number of metres that "m" makes millions of what follows: "35m of its users", "5m people", but not "100m race"."""
    reading = mention.reading
    if not isinstance(reading, Quantity) or reading.unit != "meter" or not _METERS.search(text, mention.start, mention.end):
        return mention
    if not _THINGS.match(text, mention.end):
        return mention
    scaled = (None if each is None else numbers.plain(each * 1_000_000) for each in (reading.amount, reading.low, reading.high))
    return replace(mention, reading=Numeral(*scaled), rule="counts.million")
