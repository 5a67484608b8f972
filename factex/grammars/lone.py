"""Numbers without a noun of their own: ages, the dead and hurt, levels.

They are rules of `counted`, after those for noun phrases.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from factex.data import table
from factex.grammars.bare import Bare, counted_rule
from factex.grammars.movewords import MOVES
from factex.grammars.neighbours import closes
from factex.grammars.nouns import WORDS
from factex.grammars.timewords import NUMBER_WORDS
from factex.readings import Count
from factex.readings.temporal import Duration
from factex.records import Mention

if TYPE_CHECKING:
    from spacy.tokens import Token


@counted_rule(
    reads={
        "A woman, [52], was jailed.": Duration("P52Y", age=True),
        "Two men, [34] and 36, were arrested.": Duration("P34Y", age=True),
        "Two men, 34 and [36], were arrested.": Duration("P36Y", age=True),
        "His daughter, [9], was hurt.": Duration("P9Y", age=True),
        "Police want to speak to her son, [19].": Duration("P19Y", age=True),
        "Gareth Pell, [52], was jailed.": Duration("P52Y", age=True),
        "Gareth Pell Jr., [52], was jailed.": Duration("P52Y", age=True),
        "The jury found Pell, [52], guilty of theft.": Duration("P52Y", age=True),
    },
    refuses=[
        "Tesla, [50] others and Ford left.",
        "Smith, 12, and Berg, [9], scored most.",
        "In the men, [34 ants] lived.",
        "For the child, [12] and 14 dogs barked.",
        "The bus stops at Lund, [52], and Kiel.",
    ],
)
def age_beside(bare: Bare) -> Mention | None:
    """The age of somebody between commas: "his daughter, 9, was hurt", "two men, 34 and 36, were arrested"."""
    text, end = bare.words.text, bare.words.end_char
    named = _BESIDE.search(bare.text_before()) if _YEARS.fullmatch(text) and "." not in text else None
    if named is None or _CLOSED.match(bare.sentence.parsed, end) is None:
        return None
    place = bare.sentence.tokens.start_char + named.end("who") - 1
    who = next((token for token in bare.sentence.tokens if token.idx <= place < token.idx + len(token)), None)
    if who is None:
        return None
    noun = who.lower_ in WORDS["persons"] or who.lower_ in PERSONS
    person = noun if who.ent_type_ != "PERSON" else who.ent_iob_ == "I" or _is_between(bare)
    return replace(bare.mention, reading=Duration(f"P{text}Y", age=True)) if person else None


def _is_between(bare: Bare) -> bool:
    """Whether a number alone parts a surname from what is told of it: several score, as in "Smith, 12, and Berg, 9"."""
    place = bare.words[-1].i + 2
    if place >= len(bare.doc) or bare.doc[place - 1].text != "," or _SCORED.search(bare.text_before()):
        return False
    after = bare.doc[place]
    return after.tag_ in ("MD", "VBD", "VBP", "VBZ") or after.lower_ in ("from", "guilty", "of", "who", "whose")


_SCORED = re.compile(r", \d{1,3}\b")
_BESIDE = re.compile(r"(?P<who>[^\W\d_]+)(?: (?:[JS]r\.?|I{2,3}))?, (?:(?:both|now|then) )?(?:\d{1,3}(?:, \d{1,3})?,? and )?$")
_CLOSED = re.compile(r"(?:,? and \d{1,3})?(?:[,;.)](?!\d)|$)")
PERSONS = WORDS["aged"].union(table("persons")["strangers"]["words"], *table("persons")["nouns"].values())
"""Nouns for persons, in the singular."""


@counted_rule(
    reads={
        "Anna Berg, who is [42], won the race.": Duration("P42Y", age=True),
        "He will be [35] in May.": Duration("P35Y", age=True),
        "The striker, who turns [31] next month, is back.": Duration("P31Y", age=True),
        "She turned [40] on Friday.": Duration("P40Y", age=True),
        "He was [nine] when his family fled.": Duration("P9Y", age=True),
        "I was [17] when we moved to Leeds.": Duration("P17Y", age=True),
        "He died at [93].": Duration("P93Y", age=True),
        "The buyer is now [36].": Duration("P36Y", age=True),
        "The victim was [24] at the time.": Duration("P24Y", age=True),
        "The average age of members is [45].": Duration("P45Y", age=True),
        "Life expectancy for men is around [73] raising fears for pensions.": Duration("P73Y", age=True),
        "It raised the age to buy a rifle from 18 to [21].": Duration("P21Y", age=True),
        "Vaccines go to people over [65] first.": Duration("P65Y", age=True),
    },
    refuses=[
        "It is [35] miles.",
        "The index is at [93].",
        "The number is now [36].",
        "The driver was [12] over the limit.",
        "She was [three] up after nine holes.",
        "The player reached [50] in the second set.",
        "Sales of cars over [40] fell.",
    ],
)
def aged(bare: Bare) -> Mention | None:
    """The age of somebody, which goes without its years: "she turned 40", "people over 65"."""
    before, text = bare.before, bare.words.text
    if text.isalpha() and text.lower() != "one" and bare.reading.amount is not None:
        text = str(bare.reading.amount)
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
        margin = bare.after is not None and bare.after.lower_ in _MARGINS
        known = verb is not None and verb.lemma_ in ("be", "become", "reach", "turn") and _is_of_person(verb) and not margin
        known = known and (before.pos_ in ("ADV", "AUX", "VERB") or before.lower_ in _ABOUT)
    return replace(bare.mention, reading=Duration(f"P{text}Y", age=True)) if known else None


_YEARS = re.compile(r"(?:[1-9]|[1-9]\d|1[01]\d)(?:\.\d)?")
# "It raised the age to buy a rifle from 18 to 21."
_AGE_MOVES = re.compile(r"\bage\b[^,;.]{0,40}\b(?:from|to)(?: \d\d to)? $")


_ON = frozenset({"and", "first", "last", "later", "next", "this", "to", "today", "tomorrow", "who", "years", "yesterday"})


def _ends_phrase(after: Token | None) -> bool:
    """Whether no noun can follow: what comes after the number is a mark, a preposition or a conjunction."""
    if after is None or after.pos_ in ("ADP", "CCONJ", "PUNCT", "SCONJ"):
        return True
    return (after.tag_ == "VBG" and after.dep_ != "amod") or after.lower_ in _ON


def _is_of_person(verb: Token) -> bool:
    """Whether a person or an age is the subject of *verb*."""
    subject = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None:
        return False
    scored = verb.lemma_ == "reach" and subject.lower_ in PERSONS  # "the player reached 50 in the second set"
    known = subject.lower_ in ("age", "expectancy", "he", "i", "she", "who") or subject.lower_ in PERSONS
    return (known or subject.ent_type_ == "PERSON") and not scored


# What a number leads or trails by, which is no age: "12 over the limit", "20 behind the leader".
_MARGINS = frozenset({"above", "ahead", "behind", "below", "down", "from", "of", "off", "over", "to", "under", "up"})


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
        "Thefts fell to 570 from [602].": Count(Decimal(602)),
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
    elif closes(bare, bare.text_before()):
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
        return _TO.match(text, end) is not None or _BACK.search(text, max(0, start - _REACH), start) is not None
    return _FROM.search(text, max(bare.sentence.tokens.start_char, start - _REACH), start) is not None


_REACH = 80
"""So many characters back a move may begin whose end the number is."""
_SIZE = rf"(?:\d[\d.,]*|{'|'.join(NUMBER_WORDS)})"
_MOVED = r"(?: (?!to\b)[\w'’]+){0,4} to (?:[a-z]+ ){0,3}"
_TO = re.compile(rf"{_MOVED}{_SIZE}(?![\w%])", re.IGNORECASE)
_BACK = re.compile(rf"\bto {_SIZE} from $", re.IGNORECASE)
_FROM = re.compile(rf"\b(?:from|by) {_SIZE}{_MOVED}$", re.IGNORECASE)
