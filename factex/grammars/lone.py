"""Numbers without a noun of their own: ages, the dead and hurt, numbers that leave out a unit said nearby, levels.

They are rules of `counted`, after those for noun phrases.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from factex.grammars.bare import Bare, counted_rule
from factex.grammars.movewords import MOVES
from factex.grammars.nouns import WORDS
from factex.grammars.timewords import NUMBER_WORDS
from factex.readings import Count, Money, Numeral, NumericReading, Percent, Quantity, Reading
from factex.readings.temporal import Duration
from factex.records import Mention

if TYPE_CHECKING:
    from spacy.tokens import Token


@counted_rule(
    reads={
        "Anna Berg, who is [42], won the race.": Duration("P42Y", age=True),
        "He will be [35] in May.": Duration("P35Y", age=True),
        "She turned [40] on Friday.": Duration("P40Y", age=True),
        "He died at [93].": Duration("P93Y", age=True),
        "The average age of members is [45].": Duration("P45Y", age=True),
        "Life expectancy for men is around [73] raising fears for pensions.": Duration("P73Y", age=True),
        "It raised the age to buy a rifle from 18 to [21].": Duration("P21Y", age=True),
        "Vaccines go to people over [65] first.": Duration("P65Y", age=True),
    },
    refuses=[
        "It is [35] miles.",
        "John Smith, [35], left.",
        "Tesla, [50] others and Ford left.",
        "The index is at [93].",
        "Sales of cars over [40] fell.",
    ],
)
def aged(bare: Bare) -> Mention | None:
    """The age of somebody, which goes without its years: "she turned 40", "people over 65".

    A bare number after a name ("John Smith, 35,") is left alone: TIMEX3 has no time there.
    """
    before, text = bare.before, bare.words.text
    if before is None or _YEARS.fullmatch(text) is None or not _ends_phrase(bare.after):
        return None
    if before.lower_ in ("from", "to"):
        known = _AGE_MOVES.search(bare.text_before()) is not None
    elif before.lower_ in ("over", "under", "above", "below"):
        known = before.i > 0 and before.nbor(-1).lower_ in WORDS["persons"]
    elif before.lower_ == "at":
        known = before.head.lemma_ in WORDS["life"] and _is_of_person(before.head)
    else:
        verb = next((word for word in (bare.words.root, *bare.words.root.ancestors) if word.pos_ in ("AUX", "VERB")), None)
        known = verb is not None and verb.lemma_ in ("be", "become", "reach", "turn") and _is_of_person(verb)
    return replace(bare.mention, reading=Duration(f"P{text}Y", age=True)) if known else None


_YEARS = re.compile(r"(?:[1-9]|[1-9]\d|1[01]\d)(?:\.\d)?")
# "It raised the age to buy a rifle from 18 to 21."
_AGE_MOVES = re.compile(r"\bage\b[^,;.]{0,40}\b(?:from|to)(?: \d\d to)? $")


def _ends_phrase(after: Token | None) -> bool:
    """Whether no noun can follow: what comes after the number is a mark, a preposition or a conjunction."""
    if after is None or after.pos_ in ("ADP", "CCONJ", "PUNCT", "SCONJ"):
        return True
    return (after.tag_ == "VBG" and after.dep_ != "amod") or after.lower_ in ("and", "first", "to", "who", "years")


def _is_of_person(verb: Token) -> bool:
    """Whether a person or an age is the subject of *verb*."""
    subject = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None:
        return False
    return subject.lower_ in ("age", "expectancy", "he", "she", "who") or subject.ent_type_ == "PERSON"


@counted_rule(
    reads={
        "Three people were killed and [12] injured.": Count(Decimal(12), "person"),
        "The blast killed dozens, wounding [30].": Count(Decimal(30), "person"),
        "The blast injured more than [5,000].": Count(Decimal(5000), "person"),
        "Two men died and [12] were hurt.": Count(Decimal(12), "person"),
        "[Twelve] of the dead were children.": Count(Decimal(12), "person"),
        "They found four miners, with [16] still missing.": Count(Decimal(16), "person"),
        "[Six] are presumed dead.": Count(Decimal(6), "person"),
    },
    refuses=["The blast killed [two soldiers].", "They killed time at [12] tables."],
)
def victims(bare: Bare) -> Mention | None:
    """A number of dead or hurt, who go without a noun: 12 injured, killing 30."""
    after = bare.after
    while after is not None and (after.pos_ in ("ADV", "AUX") or after.lower_ in WORDS["deemed"]) and after.i + 1 < len(bare.doc):
        after = after.nbor()
    if after is not None and after.lower_ in WORDS["victims"]:
        return bare.count("person")
    ends = after is None or after.pos_ in ("ADP", "CCONJ", "PUNCT")
    return bare.count("person") if ends and _HARMED.search(bare.text_before()) else None


_HARMED = re.compile(
    rf"\b(?:{'|'.join(WORDS['harm'])})"
    r"(?: (?:about|almost|an estimated|around|as many as|at least|more than|nearly|over|some|up to))? $",
    re.IGNORECASE,
)


@counted_rule(
    reads={
        "Shares rose 3% on Monday and [4] on Tuesday.": Percent(Decimal(4)),
        "Some 460 cars were stolen, compared with [63] a year ago.": Count(Decimal(63), "car"),
        "The rate rose from 5% to [7] in May.": Percent(Decimal(7)),
        "She won 51.9% of the vote to [48.1] for him.": Percent(Decimal("48.1")),
        "The index gained 45.2 points to close at [4,509.3].": Count(Decimal("4509.3"), "point"),
        "The Dow fell 102.2 points to [27,934.02].": Count(Decimal("27934.02"), "point"),
        "It swung to a loss of 45 million kronor from a profit of [120 million].": Money(Decimal(120_000_000), "kronor"),
        "It paid 2 billion shekels ($540 million) and [1.8 billion] in May.": Money(Decimal(1_800_000_000), "shekels"),
    },
    refuses=[
        "The stock rose 8.15% to [3.65] on Monday.",
        "He paid $5 and [two friends] left.",
        "He scored before 420 fans, taking his tally to [19].",
        "Taxis made 34% of trips and the number is now 36, up from [29].",
    ],
)
def left_out(bare: Bare) -> Mention | None:
    """A number that leaves out its unit, which stands by a number before: 3% on Monday and 4 on Tuesday."""
    after, text = bare.after, bare.text_before()
    joint = _JOINT.search(text)
    if bare.reading.form == "part" or not bare.earlier or joint is None:
        return None
    if joint[1] and after is not None and after.pos_ in ("AUX", "CCONJ", "NOUN", "PROPN", "VERB"):
        return None
    if _closes(bare, text) or _is_of_another(bare):
        return None
    number = bare.reading.amount or bare.reading.high or bare.reading.low or Decimal(1)
    # "2.4 million yen for the 5 speed version and 2.3 million for the other": the number nearest in size, then in place.
    latest_first = [other for other in bare.earlier[::-1] if bare.sentence.parsed[other.start - bare.sentence.shift - 1] != "("]
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
        "It has nine shops and will open [four] more.": Count(Decimal(4), "shop"),
        "He faces 37 charges, [31] of them under that act.": Count(Decimal(31), "charge"),
        "They hired 120 people, [two-thirds] of them engineers.": Count(2 * (1 / Decimal(3)), "person"),
        "The boot holds 365 litres, [35] more than before.": Quantity(Decimal(35), "liter"),
    },
    refuses=[
        "It has nine shops and [four more cinemas].",
        "It has nine shops, [four] more or less.",
        "The boot holds 365 litres, [a tenth] more than before.",
    ],
)
def of_the_same(bare: Bare) -> Mention | None:
    """A number of what was counted before: nine shops and four more; 37 charges, 31 of them; 365 litres, 35 more than before."""
    words = [token.lower_ for token in bare.doc[bare.words[-1].i + 1 :][:2]]
    if len(words) < 2 or not bare.earlier:
        return None
    if words[0] in ("more", "fewer", "less") and words[1] == "than":
        if bare.reading.form == "part":  # a tenth of what was there before, not of a litre
            return None
        return _like(bare, bare.earlier[-1].reading)
    ends = bare.doc[bare.words[-1].i + 2].pos_ in ("ADP", "AUX", "PUNCT", "SCONJ", "VERB")
    if not (words[0] == "more" and ends) and (words[0] != "of" or words[1] not in _THEM):
        return None
    counts = (other.reading for other in reversed(bare.earlier) if isinstance(other.reading, Count))
    noun = next((reading.noun for reading in counts if reading.noun is not None), None)
    return None if noun is None else bare.count(noun)


def _like(bare: Bare, other: Reading) -> Mention | None:
    taken = _taken(other, bare.reading)
    return None if taken is None else replace(bare.mention, reading=taken)


_THEM = frozenset({"them", "these", "those", "which", "whom"})


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
    between = bare.sentence.parsed[bare.words.end_char : bare.following.start - bare.sentence.shift]
    return _like(bare, bare.following.reading) if between in _OR else None


_OR = frozenset({" or ", " or about ", " or even ", " or maybe ", " or perhaps "})


def _is_of_another(bare: Bare) -> bool:
    """Whether a number is told of something else than the one before: "before 420 fans, taking his tally to 19".

    So it is where its verb stands between them and has an object of its own, but for the total of what is counted, and where it
    is compared with a number that counts nothing.
    """
    latest = bare.earlier[-1].end - bare.sentence.shift
    if (found := _COMPARED.search(bare.text_before())) is not None and latest < found.end(1) + bare.sentence.tokens.start_char:
        return True
    above = (verb for verb in bare.words.root.ancestors if verb.pos_ == "VERB" and verb.idx >= latest)
    objects = (child for verb in above for child in verb.children if child.dep_ == "dobj" and verb.i < child.i < bare.words[0].i)
    return any(child.lemma_ not in ("number", "total") for child in objects)


_COMPARED = re.compile(r"(\d[\d.,]*),? (?:compared with|down from|up from) $", re.IGNORECASE)


# What stands between a number and one that leaves its unit out; group 1 joins much else too.
_JOINT = re.compile(
    r"(?:\b(?:at|to|from|(and|or)|against|versus|vs\.?|including|than|after|compared (?:to|with)|is|was)"
    r"(?: (?:about|around|roughly|nearly|almost|just|only|some|over|under|more than|less than|up to|at least))?|:"
    # "A loss of 5 million euros, against a profit of 7 million": sums are of one currency.
    rf"|\b(?:after|against|compared (?:to|with)|from|to|versus) (?:an? )?(?:[\w-]+ )?(?:{'|'.join(WORDS['sums'])}) of) $",
    re.IGNORECASE,
)


def _closes(bare: Bare, text: str) -> bool:
    """Whether the bracket after the number was opened by nothing: "1) people"."""
    return bare.after is not None and bare.after.text == ")" and text.count("(") <= text.count(")")


def _moves(text: str) -> bool:
    """Whether a text ends with a word that makes the next number the size of a move: rose, up, by."""
    words = text.lower().split()
    return bool(words) and words[-1] in MOVES


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
        "The air quality index reached [408] on Wednesday.": Count(Decimal(408)),
        "Its credit rating stood at [38].": Count(Decimal(38)),
        "The gauge fell from [61] in May.": Count(Decimal(61)),
        "The monitors gave readings of [999].": Count(Decimal(999)),
    },
    refuses=["The index rose on [12 occasions].", "The index was begun in [1896].", "The team reached [408]."],
)
def level(bare: Bare) -> Mention | None:
    """The level of what is told in bare numbers: an index, a score, a rating."""
    before, root = bare.before, bare.words.root
    if before is None or bare.reading.form != "exact" or not _ends_phrase(bare.after):
        return None
    if before.lower_ == "of":
        return bare.count(None) if before.i > 0 and before.nbor(-1).lemma_ in WORDS["levels"] else None
    verb = root.head.head if before.lower_ in _LEADS_TO_LEVEL and root.head.i == before.i else root.head
    subjects = [child.lemma_ for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")]
    own = before.lower_ in _LEADS_TO_LEVEL or (root.dep_ in ("attr", "dobj") and before.i == verb.i)
    return bare.count(None) if own and WORDS["levels"].intersection(subjects) else None


_LEADS_TO_LEVEL = frozenset({"above", "at", "below", "from", "over", "to", "under"})


@counted_rule(
    reads={
        "The Dow closed at [27,934.02].": Count(Decimal("27934.02")),
        "Horsepower jumped from [240] to 273.": Count(Decimal(240)),
        "Just over [half] were women.": Count(Decimal("0.5")),
        "The maximum investment is [50000].": Count(Decimal(50000)),
        "The toll of [288] was later lowered.": Count(Decimal(288)),
        "The toll was later cut to [275].": Count(Decimal(275)),
        "The number of clinics rose from [16] in May to about 30 in June.": Count(Decimal(16)),
        "The number of ferries will grow from 16 now to as many as [80].": Count(Decimal(80)),
        "Cases rose to 1,204, up from [980] the week before.": Count(Decimal(980)),
        "Cases rose to 1,204, compared with [980] the week before.": Count(Decimal(980)),
        "The index closed at 4,500, down just [12].": Count(Decimal(12)),
    },
    refuses=[
        "We have [two] and want more.",
        "The bottom [half] earns less.",
        "The poorest [half] earns less.",
        "The bus goes from 12 High Street to [30] Low Road.",
        "He put up [12] and sat down.",
    ],
)
def alone(bare: Bare) -> Mention | None:
    """A number without a noun: a fraction, the level of an index, a figure in thousands, an end of a move, "around 40"."""
    before, reading, text = bare.before, bare.reading, bare.words.text
    if reading.form == "vague":
        kept = reading.low is not None
    elif reading.form == "part":
        kept = before is None or not (before.lower_ in WORDS["parts"] or before.tag_ == "JJS")
    elif _closes(bare, bare.text_before()):
        kept = False
    elif before is not None and (before.pos_ == "PROPN" or text[0] in "-−"):
        kept = "," in text and not before.like_num
    else:
        kept = _LARGE.search(text) is not None or (before is not None and _is_level(bare, before))
    return bare.count(None) if kept else None


_LARGE = re.compile(r"\d,\d{3}|\d{5}|\d\.\d|million|billion|trillion|thousand|dozen|hundred|\d(?:bn|m|k)\b", re.IGNORECASE)
_LEVEL = frozenset({"are", "at", "from", "is", "of", "to", "was", "were"})
_ABOUT = frozenset({"about", "almost", "approximately", "around", "nearly", "roughly"})
# Words that make a bare number a level with the preposition between them.
_LEADING = (
    {"of": frozenset(WORDS["holders"])}
    | dict.fromkeys(("by", "to"), MOVES - frozenset(WORDS["motions"]))
    | {
        "from": frozenset({"up", "down"}),
        "with": frozenset({"compared"}),
    }
)


def _is_level(bare: Bare, before: Token) -> bool:
    """Whether the word before makes a bare number a level: "at 5884", "around 40", "between 50 and 70", "from 240 to 273"."""
    if before.i > 0 and before.nbor(-1).lower_ in _LEADING.get(before.lower_, ()):
        return True
    if before.lower_ in ("just", "only") and before.i > 0:
        before = before.nbor(-1)
    if before.lower_ in ("down", "up") and before.i > 0:  # "4,500, down 12"
        verb = before.nbor(-1)
        return (verb.is_punct or verb.lemma_ == "be") and _ends_phrase(bare.after)
    if before.lower_ in _ABOUT or (before.lower_ == "between" and bare.reading.high is not None) or _in_move(bare):
        return True
    text, amount = bare.words.text, bare.reading.amount
    year = amount is not None and 1800 <= amount <= 2100
    return before.lower_ in _LEVEL and len(text) == 4 and text.isdigit() and not year


def _in_move(bare: Bare) -> bool:
    """Whether the number is the start or the size of a move to another: "from 240 to 273", "from 16 now to as many as 80"."""
    if bare.after is not None and bare.after.pos_ == "PROPN":  # the number of a house
        return False
    text, start, end = bare.sentence.parsed, bare.words.start_char, bare.words.end_char
    if bare.before is not None and bare.before.lower_ in ("from", "by"):
        return _TO.match(text, end) is not None
    return _FROM.search(text, max(bare.sentence.tokens.start_char, start - _REACH), start) is not None


_REACH = 80
"""So many characters back a move may begin whose end the number is."""
_SIZE = rf"(?:\d[\d.,]*|{'|'.join(NUMBER_WORDS)})"
_MOVED = r"(?: (?!to\b)[\w'’]+){0,4} to (?:[a-z]+ ){0,3}"
_TO = re.compile(rf"{_MOVED}{_SIZE}(?![\w%])", re.IGNORECASE)
_FROM = re.compile(rf"\b(?:from|by) {_SIZE}{_MOVED}$", re.IGNORECASE)
