"""Counted: what a bare number counts, by the parse of its sentence.

The rules of `counts` find bare numbers; here each of them becomes a count with its noun, takes over the unit of a number
before it, or turns out to count nothing. The first rule that answers decides. Examples are sentences with the mention in
brackets, read through the whole pipeline.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from factex.grammars import numbers
from factex.grammars.bare import NOTHING, Bare, Nothing, counted_rule
from factex.grammars.nouns import PREMODIFIERS, WORDS, countable, head_of, lemma, skip, takes_noun
from factex.readings import Count, Money, Numeral, NumericReading, Percent, Quantity, Reading
from factex.readings.temporal import Year
from factex.records import Mention, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token


def count(bare: Bare) -> Mention | None:
    """What the first rule that answers makes of a bare number; None if it counts nothing."""
    for rule in RULES:
        found = rule.find(bare)
        if found is not None:
            return replace(found, rule=rule.name) if isinstance(found, Mention) else None
    return None


@counted_rule(
    reads={"They won Game [7] of the series.": None, "She stayed in ward [12] for a month.": None},
    refuses=["They won [seven games].", "The hospital has [12 wards]."],
)
def label(bare: Bare) -> Nothing | None:
    """A number after a word that labels things with numbers: game 7, ward 12."""
    return NOTHING if bare.before is not None and bare.before.lower_ in WORDS["labels"] else None


@counted_rule(
    reads={
        "The Sonata [12] was sold in Paris.": None,
        "The Mars Rover [2] landed safely.": None,
    },
    refuses=["In Japan [12 people] died.", "Toyota sold [12,000 cars]."],
)
def name(bare: Bare) -> Nothing | None:
    """A number in a name: the word before it is one, and no place or time, which stand before numbers by chance."""
    first, before, plain = bare.words[0], bare.before, bare.words.text.isdigit()
    if plain and before is not None and before.pos_ == "PROPN" and before.ent_type_ not in _BY_CHANCE:
        return NOTHING
    if first.is_title and first.text[0].isalpha() and before is not None and before.text not in _OPENERS:
        return NOTHING  # One Home Depot
    return NOTHING if plain and first.ent_iob_ == "I" and first.ent_type_ in WORDS["names"] else None


_BY_CHANCE = frozenset({"DATE", "GPE", "LOC", "PERSON", "TIME"})
_OPENERS = frozenset("“\"'‘:;—–-•(")


@counted_rule(
    reads={
        "The jet has a [two-class] layout.": Count(Decimal(2), "class"),
        "The [12-member] panel met.": Count(Decimal(12), "member"),
    },
    refuses=["The [two classes] met.", "It cost about [two]."],
)
def hyphened(bare: Bare) -> Mention | None:
    """A number and a noun that together modify another noun: a two-class layout."""
    hyphen = bare.after
    if hyphen is None or hyphen.text != "-" or hyphen.whitespace_ or bare.words[-1].whitespace_ or hyphen.i + 1 >= len(bare.doc):
        return None
    head = hyphen.nbor()
    if head.pos_ not in ("ADJ", "NOUN", "PROPN", "VERB") or head.lower_ in WORDS["suffixes"]:
        return None
    return bare.count(lemma(head, head), head.idx + len(head))


@counted_rule(
    reads={
        "It has [four]-, five- and six-cylinder engines.": Count(Decimal(4), "cylinder"),
        "They have offices with [15], 20 and 30 employees.": Count(Decimal(15), "employee"),
        "They have offices with 15, [20] and 30 employees.": Count(Decimal(20), "employee"),
    },
    refuses=["On day one, [two men] and 30 women left.", "They won [two], and 30 people cheered."],
)
def listed(bare: Bare) -> Mention | None:
    """A number in a list whose last number has the noun: 15, 20 and 30 employees; four-, five- and six-cylinder."""
    found = _LIST.match(bare.doc.text, bare.words.end_char)
    if found is None:
        return None
    last = bare.doc.char_span(*found.span("last"), alignment_mode="expand")
    after = last[-1].i + 1 if last is not None else len(bare.doc)
    if after >= len(bare.doc):
        return None
    if bare.doc[after].text == "-" and after + 1 < len(bare.doc):
        head = bare.doc[after + 1]
        return bare.count(lemma(head, head)) if head.pos_ == "NOUN" else None
    noun = head_of(bare.doc[after], len(bare.doc.text)) if bare.doc[after].pos_ in PREMODIFIERS else None
    return None if noun is None or noun.tag_ != "NNS" else bare.count(lemma(bare.doc[after], noun))


_NUMERAL = r"(?:\d[\d,]*\d|\d|[a-z]{3,9})"
_LIST = re.compile(
    rf"-?(?:(?:, {_NUMERAL}-?)+,?)? (?:and|or) (?P<last>\d[\d,]*|{numbers.either(numbers.WORDS['units'])})\b(?![,.]\d|%)",
    re.IGNORECASE,
)


@counted_rule(
    reads={
        "It trades at [6.5 times] earnings.": Count(Decimal("6.5"), "time"),
        "The phone was dropped [three times].": Count(Decimal(3), "time"),
    },
    refuses=["The [two Times reporters] left."],
)
def times(bare: Bare) -> Mention | None:
    """So many times: how often, or how many times as much."""
    after = bare.after
    return None if after is None or after.text != "times" else bare.count("time", after.idx + len(after))


@counted_rule(
    reads={
        "The company has [12,000 employees] worldwide.": Count(Decimal(12000), "employee"),
        "The meeting was attended by [two senior leaders].": Count(Decimal(2), "senior leader"),
        "The crash killed [346 people].": Count(Decimal(346), "person"),
        "The jet seats [242 to 330 passengers].": Count(None, "passenger", Decimal(242), Decimal(330)),
        "They cut [a third of its staff].": Count(1 / Decimal(3), "staff"),
        "[Hundreds of fans] waited outside.": Count(None, "fan", Decimal(200)),
        "He sold [30 of Boeing's jets].": Count(Decimal(30), "jet"),
        "About [three in five adults] own a car.": Count(Decimal("0.6"), "adult"),
        "They lost [300-odd tanks] there.": Count(Decimal(300), "tank"),
        "It is [one of the best and most original films].": Count(Decimal(1), "good original film"),
        "The top [three seeds] lost.": Count(Decimal(3), "top seed"),
        "She averaged [15.3 ppg].": Count(Decimal("15.3"), "point"),
    },
    refuses=["The index closed at [27,934.02].", "The [787] program is late.", "She sings [12] on stage."],
)
def noun_phrase(bare: Bare) -> Mention | Nothing | None:
    """A number and the noun phrase that it modifies, or that it takes a part of."""
    if bare.after is None or not takes_noun(bare, bare.after):
        return None
    start, end = _limits(bare)
    place = skip(bare.doc, bare.after.i)
    if place < len(bare.doc) and bare.doc[place].idx == start:  # ten 250ml bottles
        place = next((token.i for token in bare.doc[place:] if token.idx >= end), len(bare.doc))
        start, limit = len(bare.doc.text), start
    else:
        limit = start
    if place >= len(bare.doc) or bare.doc[place].pos_ not in PREMODIFIERS or bare.doc[place].idx >= start:
        return None
    head = head_of(bare.doc[place], start)
    if head is None or not (bare.after.lower_ == "of" or bare.reading.form != "exact" or countable(head, bare)):
        return None
    if head.lower_ in WORDS["not"] or head.lower_ in WORDS["times"]:
        return NOTHING
    # The owner in "of Boeing's jets" is no part of the noun.
    first = next((bare.doc[token.i + 1] for token in reversed(bare.doc[place : head.i]) if token.tag_ == "POS"), bare.doc[place])
    ranked = bare.before is not None and bare.before.lower_ in WORDS["before"]
    return bare.count(f"{bare.before} {lemma(first, head)}" if ranked else lemma(first, head), head.idx + len(head) if head.idx < limit else None)


def _limits(bare: Bare) -> tuple[int, int]:
    """The offsets in the parse between which the next mention stands; past its end if the count need not mind it.

    It need not where the next number is part of what this one counts: five 787 jets.
    """
    following, after = bare.following, len(bare.doc.text)
    if following is None:
        return after, after
    start, end = following.start - bare.sentence.shift, following.end - bare.sentence.shift
    if isinstance(following.reading, Numeral):
        between = bare.doc.text[bare.words.end_char : start]
        if not re.search(r"\bof\b", between) or count(Bare(following, following.reading, bare.sentence)) is None:
            return after, after
    return start, end


@counted_rule(
    reads={
        "Three people were killed and [12] injured.": Count(Decimal(12), "person"),
        "The blast killed dozens, wounding [30].": Count(Decimal(30), "person"),
    },
    refuses=["The blast killed [two soldiers].", "They killed time at [12] tables."],
)
def victims(bare: Bare) -> Mention | None:
    """A number of dead or hurt, who go without a noun: 12 injured, killing 30."""
    before, after = bare.before, bare.after
    if after is not None and after.lower_ in WORDS["victims"]:
        return bare.count("person")
    ends = after is None or after.pos_ in ("ADP", "CCONJ", "PUNCT")
    return bare.count("person") if before is not None and before.lower_ in WORDS["harm"] and ends else None


@counted_rule(
    reads={
        "Shares rose 3% on Monday and [4] on Tuesday.": Percent(Decimal(4)),
        "Some 460 cars were stolen, compared with [63] a year ago.": Count(Decimal(63), "car"),
        "The rate rose from 5% to [7] in May.": Percent(Decimal(7)),
        "She won 51.9% of the vote to [48.1] for him.": Percent(Decimal("48.1")),
        "The index gained 45.2 points to close at [4,509.3].": Count(Decimal("4509.3"), "point"),
        "The Dow fell 102.2 points to [27,934.02].": Count(Decimal("27934.02"), "point"),
        "It paid 2 billion shekels ($540 million) and [1.8 billion] in May.": Money(Decimal(1_800_000_000), "shekels"),
    },
    refuses=["The stock rose 8.15% to [3.65] on Monday.", "He paid $5 and [two friends] left."],
)
def left_out(bare: Bare) -> Mention | None:
    """A number that leaves out its unit, which stands by a number before: 3% on Monday and 4 on Tuesday."""
    after, text = bare.after, bare.text_before()
    joint = _JOINT.search(text)
    if bare.reading.form == "part" or not bare.earlier or joint is None:
        return None
    if joint[1] and after is not None and after.pos_ in ("AUX", "CCONJ", "NOUN", "PROPN", "VERB"):
        return None
    if _closes(bare, text):
        return None
    number = bare.reading.amount or bare.reading.high or bare.reading.low or Decimal(1)
    # "2.4 million yen for the 5 speed version and 2.3 million for the other": the number nearest in size, then in place.
    latest_first = [other for other in bare.earlier[::-1] if bare.doc.text[other.start - bare.sentence.shift - 1] != "("]
    for other in sorted(latest_first, key=lambda other: not _near(other.reading, number)):
        # "Rose 8% to 3.65": the size of a move in percent says nothing of the level.
        if isinstance(other.reading, Percent) and text.endswith(" to ") and _moves(text[: other.start - bare.sentence.start]):
            continue
        taken = _taken(other.reading, bare.reading)
        # "Gained 45 points to close at 4,509": of what stands before "at", only points are a level's unit too.
        if text.endswith(" at ") and not (isinstance(taken, Count) and taken.noun == "point"):
            continue
        if taken is not None:
            return replace(bare.mention, reading=taken)
    return None


@counted_rule(
    reads={
        "Lunch costs about [8] or $9.": Money(Decimal(8), "$"),
        "Turnout was [5] or maybe 6 percent.": Percent(Decimal(5)),
    },
    refuses=["She has [two sons] or $5.", "He is number [two] or a 5% man.", "He lost [ten] and 5% of his shares."],
)
def shared(bare: Bare) -> Mention | None:
    """A number whose unit stands by the alternative after it: 8 or $9."""
    if bare.following is None or not isinstance(bare.following.reading, Money | Percent | Quantity):
        return None
    between = bare.doc.text[bare.words.end_char : bare.following.start - bare.sentence.shift]
    taken = _taken(bare.following.reading, bare.reading) if between in _OR else None
    return None if taken is None else replace(bare.mention, reading=taken)


_OR = frozenset({" or ", " or about ", " or even ", " or maybe ", " or perhaps "})


# What stands between a number and one that leaves its unit out; group 1 joins much else too.
_JOINT = re.compile(
    r"(?:\b(?:at|to|from|(and|or)|against|versus|vs\.?|including|than|after|compared (?:to|with)|is|was)"
    r"(?: (?:about|around|roughly|nearly|almost|just|only|some|over|under|more than|less than|up to|at least))?|:) $",
    re.IGNORECASE,
)


def _closes(bare: Bare, text: str) -> bool:
    """Whether the bracket after the number was opened by nothing: "1) people"."""
    return bare.after is not None and bare.after.text == ")" and text.count("(") <= text.count(")")


def _moves(text: str) -> bool:
    """Whether a text ends with a word that makes the next number the size of a move: rose, up, by."""
    words = text.lower().split()
    return bool(words) and words[-1] in numbers.MOVES


def _near(other: Reading, number: Decimal) -> bool:
    """Whether two numbers differ by less than a factor of twenty."""
    amount: Decimal | None = getattr(other, "amount", None)
    return bool(amount) and Decimal("0.05") < abs(number / amount) < 20 if amount else False


def _taken(other: Reading, own: Numeral) -> NumericReading | None:
    """The kind and unit of *other* with the number of *own*; no percentage of a thousand, no count of nothing."""
    number = own.amount or own.high or own.low
    match other:
        case Percent(unit=unit) if number is not None and number < 1000:
            return Percent(own.amount, unit, own.low, own.high)
        case Money(currency=currency, code=code):
            return Money(own.amount, currency, own.low, own.high, code)
        case Quantity(unit=unit):
            return Quantity(own.amount, unit, own.low, own.high)
        case Count(noun=str(noun)):
            return Count(own.amount, noun, own.low, own.high)
    return None


@counted_rule(
    reads={
        "The index closed at [27,934.02].": Count(Decimal("27934.02")),
        "Horsepower jumped from [240] to 273.": Count(Decimal(240)),
        "Just over [half] were women.": Count(Decimal("0.5")),
        "The maximum investment is [50000].": Count(Decimal(50000)),
    },
    refuses=["We have [two] and want more.", "The bottom [half] earns less."],
)
def alone(bare: Bare) -> Mention | None:
    """A number without a noun: a fraction, the level of an index, a figure in thousands, an end of a move, "around 40"."""
    before, reading, text = bare.before, bare.reading, bare.words.text
    if reading.form == "vague":
        kept = reading.low is not None
    elif reading.form == "part":
        kept = before is None or before.lower_ not in _NO_PART
    elif _closes(bare, bare.text_before()):
        kept = False
    elif before is not None and (before.pos_ == "PROPN" or text[0] in "-−"):
        kept = "," in text and not before.like_num
    else:
        kept = _LARGE.search(text) is not None or (before is not None and _is_level(bare, before))
    return bare.count(None) if kept else None


_NO_PART = frozenset(
    {"a", "and", "better", "bottom", "first", "in", "last", "latter", "lower", "other", "second", "the", "top", "upper"}
)
_LARGE = re.compile(r"\d,\d{3}|\d{5}|\d\.\d|million|billion|trillion|thousand|dozen|hundred|\d(?:bn|m|k)\b", re.IGNORECASE)
_LEVEL = frozenset({"are", "at", "from", "is", "of", "to", "was", "were"})
_ABOUT = frozenset({"about", "almost", "approximately", "around", "nearly", "roughly"})


def _is_level(bare: Bare, before: Token) -> bool:
    """Whether the word before makes a bare number a level: "at 5884", "around 40", "between 50 and 70", "from 240 to 273"."""
    if before.lower_ in _ABOUT or (before.lower_ == "between" and bare.reading.high is not None) or _in_move(bare):
        return True
    text, amount = bare.words.text, bare.reading.amount
    year = amount is not None and 1800 <= amount <= 2100
    return before.lower_ in _LEVEL and len(text) == 4 and text.isdigit() and not year


def _in_move(bare: Bare) -> bool:
    """Whether the number is the start or the size of a move to another number: "from 240 to 273", "by 30 to 126"."""
    doc, first, last = bare.doc, bare.words[0].i, bare.words[-1].i
    starts = first > 0 and doc[first - 1].lower_ in ("from", "by") and last + 2 < len(doc) and doc[last + 1].lower_ == "to"
    ends = first > 2 and doc[first - 1].lower_ == "to" and doc[first - 3].lower_ in ("from", "by")
    return bool((starts and doc[last + 2].like_num) or (ends and doc[first - 2].like_num))


RULES = (label, name, hyphened, times, noun_phrase, listed, victims, shared, left_out, alone)


def bared(mention: Mention, sentence: Sentence, text: str) -> Mention:
    """A mention that turns out to be a bare number: 1000 customers are no year, 35m users no metres. Else as it is."""
    reading = mention.reading
    if isinstance(reading, Year) and mention.end - mention.start == 4 and not 1800 <= reading.number <= 2100:
        after = Bare(mention, Numeral(Decimal(reading.number)), sentence).after
        if after is not None and after.tag_ in ("NNS", "NNPS", "JJ"):
            return replace(mention, reading=Numeral(Decimal(reading.number)))
    if isinstance(reading, Quantity) and reading.unit == "meter" and _METERS.search(text, mention.start, mention.end):
        if _THINGS.match(text, mention.end) is None:
            return mention
        amount, low, high = (
            None if each is None else numbers.plain(each * 1_000_000) for each in (reading.amount, reading.low, reading.high)
        )
        return replace(mention, reading=Numeral(amount, low, high))
    return mention


_METERS = re.compile(r"\d ?m$")
_THINGS = re.compile(r" (?:of\b|(?:[a-z]+(?:[^s\W]s|men)|people|children)\b(?! (?:long|wide|high|tall|deep)))")
