"""People: how old they are, and numbers of them, or of what was counted before, that have no noun of their own.

They are rules of `counted`, after those for noun phrases.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from factex.data import table
from factex.grammars.bare import Bare, counted_rule
from factex.grammars.nouns import GIVEN_NAMES, HARMED, WORDS, ends_phrase
from factex.grammars.numbers import ABOUT
from factex.readings import Count
from factex.readings.temporal import Duration, Mod, Modified
from factex.records import Mention

if TYPE_CHECKING:
    from spacy.tokens import Token


@counted_rule(
    reads={
        "A woman, [52], was jailed.": Duration("P52Y", age=True),
        "Two men, [34] and 36, were arrested.": Duration("P34Y", age=True),
        "His daughter, [9], was hurt.": Duration("P9Y", age=True),
        "Police arrested Singh, [29], in Leeds.": Duration("P29Y", age=True),
        "Police arrested Arun Rao ([27]) of Pune.": Duration("P27Y", age=True),
        "He has children aged 4, [7], 9 and 11.": Duration("P7Y", age=True),
        "His sons, Ali, 9, and Omar, [6], were in the car.": Duration("P6Y", age=True),
        "He left his daughter Katie, [13], at home.": Duration("P13Y", age=True),
        "Ana Ruiz, [54], a farmer, said she would wait.": Duration("P54Y", age=True),
    },
    refuses=[
        "Tesla, [50] others and Ford left.",
        "Smith, 12, and Berg, [9], scored most.",
        "They met in Austin, [47], and Dallas, 50.",
        "Arun Rao ([72]) and Anil Iyer (45) batted well.",
        "In the men, [34 ants] lived.",
        "For the child, [12] and 14 dogs barked.",
    ],
)
def age_beside(bare: Bare) -> Mention | None:
    """The age of somebody between commas: "his daughter, 9, was hurt", "two men, 34 and 36, were arrested"."""
    text, end = bare.words.text, bare.words.end_char
    if _AGES.search(bare.text_before()) and _YEARS.fullmatch(text):
        return replace(bare.mention, reading=Duration(f"P{text}Y", age=True))
    named = _BESIDE.search(bare.text_before()) if _YEARS.fullmatch(text) and "." not in text else None
    if named is None or _CLOSED.match(bare.sentence.parsed, end) is None:
        return None
    place = bare.sentence.tokens.start_char + named.end("who") - 1
    who = next((token for token in bare.sentence.tokens if token.idx <= place < token.idx + len(token)), None)
    if who is None:
        return None
    if named["bracket"] and (len(text) < 2 or not any(word.lemma_ in WORDS["deeds"] for word in bare.sentence.tokens)):
        return None  # "Rao (72) and Iyer (45) batted on" tells of runs
    if _SIBLINGS.search(bare.text_before()) is not None:
        person = who.pos_ == "PROPN"
    elif who.ent_type_ == "PERSON":
        related = who.i > 0 and who.nbor(-1).lower_ in PERSONS  # "her daughter Katie, 13"
        person = who.ent_iob_ == "I" or named["bracket"] is not None or related or _is_between(bare)
    else:
        person = who.lower_ in WORDS["persons"] or who.lower_ in PERSONS
    return replace(bare.mention, reading=Duration(f"P{text}Y", age=True)) if person or _is_apposed(bare, who) else None


def _is_apposed(bare: Bare, who: Token) -> bool:
    """Whether the model takes a number for an age of *who*: of a common noun, of a person's name or of one that undergoes deeds."""
    number = bare.words[-1]
    if number.ent_type_ != "DATE" or number.dep_ != "appos" or number.head != who:
        return False
    given = who.i > 0 and who.nbor(-1).text in GIVEN_NAMES  # "Ana Ruiz, 54, a clerk"
    whole = who.i > 0 and who.pos_ == who.nbor(-1).pos_ == "PROPN" and _is_between(bare)  # "Striker Femi Lund, 24, was sold"
    return who.tag_ == "NN" or given or whole or (who.dep_ in ("dobj", "nsubjpass") and who.head.lemma_ in WORDS["deeds"])


def _is_between(bare: Bare) -> bool:
    """Whether a number alone parts a surname from what is told of it: several score, as in "Smith, 12, and Berg, 9"."""
    place = bare.words[-1].i + 2
    if place >= len(bare.doc) or bare.doc[place - 1].text != "," or _SCORED.search(bare.text_before()):
        return False
    after = bare.doc[place]
    return after.tag_ in ("MD", "VBD", "VBP", "VBZ") or after.lower_ in ("from", "guilty", "of", "who", "whose")


_SCORED = re.compile(r", \d{1,3}\b")
_BESIDE = re.compile(
    r"(?P<who>[^\W\d_]+)(?: (?:[JS]r\.?|I{2,3}))?(?:, |(?P<bracket> \())(?:(?:both|now|then) )?(?:\d{1,3}(?:, \d{1,3})?,? and )?$"
)
_AGES = re.compile(r"\b(?:aged|ages) (?:\d{1,3}, ?)+(?:(?:\d{1,3} )?and )?$")
_NAMED = r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*, "
_SIBLINGS = re.compile(
    r"\b(?:brothers|boys|children|cousins|daughters|girls|grandchildren|grandsons|kids|siblings|sisters|sons|twins)"
    rf"(?:,| [-–—]|:)? (?:{_NAMED}\d\d?[,;]? (?:and )?)*{_NAMED}$"
)
_CLOSED = re.compile(r"(?:,? and \d{1,3})?(?:[,;.)](?!\d)| [–—] |$)")
# So many hits of so many tries: "he was 2 for 31".
_TRIED = re.compile(r" (?:for|of) \d")
PERSONS = WORDS["aged"].union(table("persons")["strangers"]["words"], *table("persons")["nouns"].values())
"""Nouns for persons, in the singular."""


@counted_rule(
    reads={
        "Anna Berg, who is [42], won the race.": Duration("P42Y", age=True),
        "He will be [35] in May.": Duration("P35Y", age=True),
        "The striker, who turns [31] next month, is back.": Duration("P31Y", age=True),
        "People over [65] are exempt.": Modified(Duration("P65Y", age=True), "more_than"),
        "He was [nine] when his family fled.": Duration("P9Y", age=True),
    },
    refuses=["It is [35] miles.", "The index is at [93].", "The number is now [36].", "The driver was [12] over the limit."],
)
def aged(bare: Bare) -> Mention | None:
    """The age of somebody, which goes without its years: "she turned 40", "people over 65"."""
    before, text = bare.before, bare.words.text
    if text.isalpha() and text.lower() != "one" and bare.reading.amount is not None:
        text = str(bare.reading.amount)
    if before is None or _YEARS.fullmatch(text) is None or _TRIED.match(bare.sentence.parsed, bare.words.end_char):
        return None
    done = bare.after is not None and bare.after.pos_ == "VERB" and before.lower_ in (*_BEYOND, "of")  # people over 65 get it
    if not done and not ends_phrase(bare.after):
        return None
    if before.lower_ in ("from", "to"):
        known = _AGE_MOVES.search(bare.text_before()) is not None
    elif before.lower_ in _BEYOND:
        known = before.i > 0 and before.nbor(-1).lower_ in WORDS["persons"]
    elif before.lower_ == "of":  # a boy of six, but a father of six
        known = before.i > 0 and before.nbor(-1).lower_ in WORDS["of_an_age"]
    elif before.lower_ == "now" and before.i == bare.sentence.tokens.start:  # "now 42, she lives in Leeds"
        known = bare.after is not None and bare.after.text == ","
    elif before.lower_ == "at":
        known = before.head.lemma_ in WORDS["life"] and _is_of_person(before.head)
    else:
        verb = next((word for word in (bare.words.root, *bare.words.root.ancestors) if word.pos_ in ("AUX", "VERB")), None)
        margin = bare.after is not None and bare.after.lower_ in WORDS["margins"]
        known = verb is not None and verb.lemma_ in ("be", "become", "reach", "turn") and _is_of_person(verb) and not margin
        known = known and (before.pos_ in ("ADV", "AUX", "VERB") or before.lower_ in ABOUT)
    age, beyond = Duration(f"P{text}Y", age=True), _BEYOND.get(before.lower_)
    return replace(bare.mention, reading=age if beyond is None else Modified(age, beyond)) if known else None


_BEYOND: dict[str, Mod] = {"above": "more_than", "over": "more_than", "below": "less_than", "under": "less_than"}
_YEARS = re.compile(r"(?:[1-9]|[1-9]\d|1[01]\d)(?:\.\d)?")
# "It raised the age to buy a rifle from 18 to 21."
_AGE_MOVES = re.compile(r"\bage\b[^,;.]{0,40}\b(?:from|to)(?: \d\d to)? $")


def _is_of_person(verb: Token) -> bool:
    """Whether a person or an age is the subject of *verb*."""
    subject = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None:
        return False
    scored = verb.lemma_ == "reach" and subject.lower_ in PERSONS  # "the player reached 50 in the second set"
    known = subject.lower_ in ("age", "both", "expectancy", "he", "i", "she", "who") or subject.lower_ in PERSONS
    return (known or subject.ent_type_ == "PERSON") and not scored


@counted_rule(
    reads={
        "Three people were killed and [12] injured.": Count(Decimal(12), "person"),
        "The blast killed dozens, wounding [30].": Count(Decimal(30), "person"),
        "Two men died and [12] were hurt.": Count(Decimal(12), "person"),
        "[Twelve] of the dead were children.": Count(Decimal(12), "person"),
    },
    refuses=["The blast killed [two soldiers].", "They killed time at [12] tables."],
)
def victims(bare: Bare) -> Mention | None:
    """A number of dead or hurt, or of those on board, who go without a noun: 12 injured, killing 30."""
    after = bare.after
    if after is not None and (after.lower_ == "aboard" or bare.doc[after.i : after.i + 2].text == "on board"):
        return bare.count("person")
    before = bare.before
    if after is not None and after.pos_ == "AUX" and before is not None and before.lower_ == "the":
        return None  # "the 12 were arrested": they are known
    if before is not None and before.lower_ == "of" and before.i and before.nbor(-1).lower_ in WORDS["of_an_age"]:
        return None  # "a girl of six trapped in a car"
    while after is not None and (after.pos_ in ("ADV", "AUX") or after.lower_ in WORDS["deemed"]) and after.i + 1 < len(bare.doc):
        after = after.nbor()
    if after is not None and after.lower_ in WORDS["victims"]:
        return bare.count("person")
    ends = after is None or after.pos_ in ("ADP", "CCONJ", "PUNCT") or after.lower_ in ("more", "others")
    return bare.count("person") if ends and HARMED.search(bare.text_before()) else None


@counted_rule(
    reads={
        "There were [12] of us.": Count(Decimal(12), "person"),
        "Some say [400] of you left.": Count(Decimal(400), "person"),
        "The [900] who applied were let in.": Count(Decimal(900), "person"),
    },
    refuses=["[Half] of us left.", "[One] of us left.", "We saw [12] of them."],
)
def of_us(bare: Bare) -> Mention | None:
    """How many people, as one of them or to them, or as what they do tells: 12 of us, the 900 who applied."""
    of = bare.after if bare.reading.form == "exact" and bare.reading.amount != 1 else None
    told = of is not None and of.lower_ == "of" and of.i + 1 < len(bare.doc) and of.nbor().lower_ in ("us", "you")
    counted = (other.reading.noun or "" for other in reversed(bare.earlier) if isinstance(other.reading, Count))
    noun = next((noun for noun in counted if noun.rpartition(" ")[2] in PERSONS), "person")  # "90 voters, 12 who"
    return bare.count("person") if told else bare.count(noun) if of is not None and of.lower_ == "who" else None


@counted_rule(
    reads={
        "[Seven] are in intensive care.": Count(Decimal(7), "person"),
        "Some [300] attended the vigil.": Count(Decimal(300), "person"),
        "It bought nine ships, but only [four] are at sea.": Count(Decimal(4), "ship"),
        "It tested 900 wells, of which [45] were dry.": Count(Decimal(45), "well"),
    },
    refuses=["The [two] were on the ground.", "[One] was in tears.", "Apollo [13] returned.", "[Two] is not enough."],
)
def by_itself(bare: Bare) -> Mention | None:
    """The subject of a plural verb: seven are in intensive care. The verb tells what they are, or what was counted before."""
    before, after, amount = bare.before, bare.after, bare.reading.amount
    share = _SHARE.match(bare.sentence.parsed, bare.words.end_char)
    if share is not None:
        after = next((token for token in bare.doc[bare.words[-1].i :][:9] if token.idx >= share.end()), None)
    least = bare.reading.low if amount is None else amount
    if least is None or least < _SOME or bare.reading.form == "part" or after is None or not _opens(before):
        return None
    if after.tag_ in ("VBZ", "VBG") or (after.tag_ == "VBN" and share is None) or after.lower_ in ("is", "was"):
        return None
    verb = bare.words.root.head if share is None else after
    if after.pos_ not in ("ADV", "AUX", "VERB") or (share is None and (bare.words.root.dep_ not in _SUBJECTS or verb.i < after.i)):
        return None
    parted = (before is not None and before.lower_ in ("which", "whom")) or _PARTED.match(bare.text_before())
    if not parted and _are_people(verb):
        return bare.count("person")
    nouns = {other.reading.noun for other in bare.earlier if isinstance(other.reading, Count)} - {None}
    return bare.count(nouns.pop() if len(nouns) == 1 else None)


_SOME = 2
_SUBJECTS = ("nsubj", "nsubjpass")
# "45 (12%) were dry", "36, or nearly a third, were": the parser may hang the number on a noun before it.
_SHARE = re.compile(r" \([^()]{1,16}\) |, or [^,()]{1,30}(?:%|cent|half|quarter|thirds?|fifths?|tenth), ")
_PARTED = re.compile(r"(?:Among|O(?:f|ut of)) [^,;]+, (?:[a-z]+ ){0,3}$")  # of the 30 passengers, only seven


def _opens(before: Token | None) -> bool:
    """Whether a clause may begin after the word before a number, or after what says how exact it is."""
    if before is None or before.lower_ in WORDS["exact"]:
        return True
    return before.pos_ in ("CCONJ", "SCONJ") or before.lower_ in ("which", "whom") or before.text in _CLAUSE_MARKS


_CLAUSE_MARKS = frozenset(',;:—–-“"')


def _are_people(verb: Token) -> bool:
    """Whether only people do, undergo or are what a verb says."""
    text = verb.doc[verb.i + 1 : verb.i + 5].text.lower()
    return verb.lemma_ in WORDS["deeds"] or re.match(rf"(?:still )?in {_PLACES}", text) is not None


_PLACES = rf"(?:an? )?(?:{'|'.join(WORDS['in_care'])})\b"
