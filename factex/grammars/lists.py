"""Numbers of a list whose noun or unit stands by the last one or the first: 15, 20 and 30 employees; Smith has 30 points, Jones 22.

They are rules of `counted`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from factex.grammars import numbers
from factex.grammars.bare import NOTHING, Bare, Nothing, counted_rule
from factex.grammars.nouns import (
    PREMODIFIERS,
    WORDS,
    countable,
    ends_phrase,
    head_of,
    is_model,
    kinds_of,
    lemma,
    singular,
)
from factex.grammars.taking import like
from factex.grammars.timewords import timex_duration
from factex.readings import Count, Numeral, NumericReading, Percent, Quantity, Reading
from factex.readings.temporal import Duration
from factex.records import Mention

if TYPE_CHECKING:
    from spacy.tokens import Token


@counted_rule(
    reads={
        "It has [four]-, five- and six-cylinder engines.": Count(Decimal(4), "cylinder"),
        "They have offices with [15], 20 and 30 employees.": Count(Decimal(15), "employee"),
        "The staff grew from [15] to 30 people.": Count(Decimal(15), "person"),
        "They were jailed for [four] and six months.": Duration("P4M"),
    },
    refuses=[
        "On day one, [two men] and 30 women left.",
        "They won [two], and 30 people cheered.",
        "She won [two] and six months later lost.",
        "Some [3,000] and 5% of the staff left.",
    ],
)
def listed(bare: Bare) -> Mention | Nothing | None:
    """A number in a list or before a move whose last number has the unit: 15, 20 and 30 employees; four and six months."""
    found = _LIST.match(bare.sentence.parsed, bare.words.end_char)
    before = bare.text_before()
    if found is None or (found["to"] and not _FROM.search(before)) or (found["more"] and not before.endswith(", ")):
        return None
    at = found.start("last") + bare.sentence.shift
    unit = next((m.reading for m in bare.sentence.mentions if m.start == at), None)
    if unit is not None and not isinstance(unit, Numeral):
        return _of_unit(bare, unit)
    last = bare.doc.char_span(*found.span("last"), alignment_mode="expand")
    after = last[-1].i + 1 if last is not None else len(bare.doc)
    if after >= len(bare.doc):
        return None
    if bare.doc[after].text == "-" and after + 1 < len(bare.doc):
        head = bare.doc[after + 1]
        return bare.count(lemma(head, head)) if head.pos_ == "NOUN" else None
    noun = head_of(bare.doc[after], len(bare.sentence.parsed)) if bare.doc[after].pos_ in PREMODIFIERS else None
    partial = "." in bare.words.text and "." not in found["last"]  # "the index was 45.2 and 30 shares fell"
    return None if noun is None or noun.tag_ != "NNS" or partial else bare.count(lemma(bare.doc[after], noun))


def _of_unit(bare: Bare, shared: Reading) -> Mention | Nothing | None:
    """The number with the unit of the last of its list; nothing where that is a point in time: "two and six months later"."""
    if not isinstance(shared, Duration):
        return like(bare, shared) or (None if isinstance(shared, NumericReading) else NOTHING)
    length, amount = shared.length, bare.reading.amount
    if length is None or amount is None:
        return NOTHING
    return replace(bare.mention, reading=Duration(timex_duration(amount, length[1]), age=shared.age))


_FROM = re.compile(rf"\bfrom (?:{numbers.either(numbers.ABOUT | {'some'})} )?$", re.IGNORECASE)
_SCALE = "(?: [btm]r?illion)?"
_NUMERAL = rf"(?:(?:\d[\d,.]*\d|\d){_SCALE}|[a-z]{{3,9}})"
_DIGITS_OR_WORD = rf"(?:\d[\d,.]*{_SCALE}|{numbers.either(numbers.WORDS['units'])})"
_LIST = re.compile(
    rf"-?(?:(?:, {_NUMERAL}-?)+,?|(?P<more>,))? (?:and|or|(?P<to>to)) [+-]?(?P<last>{_DIGITS_OR_WORD})\b(?![,.]\d)",
    re.IGNORECASE,
)


@counted_rule(
    reads={
        "They lost [40 full-time] and 12 part-time jobs.": Count(Decimal(40), "full-time job"),
        "They sold [12 red], 5 blue and 3 green cars.": Count(Decimal(12), "red car"),
        "It flies [12 Lyra] and nine Orion jets.": Count(Decimal(12), "Lyra jet"),
    },
    refuses=[
        "They hired [40 nurses] and 12 junior doctors.",
        "It rose to [100] overall and 3 large banks fell.",
        "They hired [one clerk] and two new guards.",
        "She got a [7.2 speed grade] and an 8.1 power grade.",
    ],
)
def conjoined(bare: Bare) -> Mention | None:
    """A number with adjectives or a name whose noun stands behind the next number: 40 full-time and 12 part-time jobs."""
    found = _shared_head(bare, _LONGEST)
    if found is None:
        return None
    last, head = found
    kinds = kinds_of(bare.doc, bare.words[-1].i + 1, last.i + 1)
    return bare.count(" ".join((*kinds, singular(head))), last.idx + len(last))


def _shared_head(bare: Bare, depth: int) -> tuple[Token, Token] | None:
    """The last of the words that tell what kind a number is of, and the noun behind a later number that they share."""
    following = bare.following
    if following is None or not isinstance(following.reading, Numeral) or not depth:
        return None
    start = following.start - bare.sentence.shift
    between = bare.doc.char_span(bare.words.end_char, start, alignment_mode="contract")
    words = [] if between is None else [word for word in between if word.text != "-"]
    joint = 1 + (len(words) > 1 and words[-1].lower_ == "and" and words[-2].text == ",")
    kinds = words[:-joint]
    if not 0 < len(kinds) <= _LONGEST or words[-1].lower_ not in WORDS["joints"] or not all(_is_kind(w, bare) for w in kinds):
        return None
    later = next((mention for mention in bare.sentence.mentions if mention.start >= following.end), None)
    other = Bare(following, following.reading, bare.sentence, (), later)
    further = _shared_head(other, depth - 1)
    if further is not None:
        return kinds[-1], further[1]
    if other.after is None or not _is_kind(other.after, bare):
        return None
    head = head_of(other.after, len(bare.sentence.parsed))
    if head is None or head is other.after or head.lower_ == kinds[-1].lower_ or not countable(head, other):
        return None
    # "It rose to 100 overall and 3 large banks fell": the banks open another clause.
    opens = head.dep_ in ("nsubj", "nsubjpass") and head.left_edge.i > bare.words[0].i
    opens &= kinds[-1].dep_ not in ("dobj", "pobj")  # an adjective that goes without its noun: "it had 40 inbound and 30 outbound"
    earlier = bare.doc[bare.sentence.tokens.start : bare.words[0].i]
    return None if opens and any(word.pos_ in ("AUX", "VERB") for word in earlier) else (kinds[-1], head)


_LONGEST = 5
"""So many numbers may share a noun, and so many words say of each what kind it is."""


def _is_kind(word: Token, bare: Bare) -> bool:
    """Whether a word may tell of what kind things are: an adjective or a name, no thing itself, as a noun is after "one"."""
    things = word.tag_ in ("NNPS", "NNS")
    return (
        not is_model(word)
        and not things
        and (word.pos_ in ("ADJ", "NUM", "PROPN", "VERB") or (word.tag_ == "NN" and bare.reading.amount != 1))
    )


@counted_rule(
    reads={
        "Volta sold 40,000 cars, Orion [31,000].": Count(Decimal(31_000), "car"),
        "Smith scored 30 points, Jones [22] and Brown 21.": Count(Decimal(22), "point"),
        "Labour won 41% of the vote, the Greens [12].": Percent(Decimal(12)),
        "The firm has 4,000 staff in Europe, [1,200] in Asia.": Count(Decimal(1200), "staff"),
        "York had 31mm of rain; Hull, in the east, got [12].": Quantity(Decimal(12), "millimeter"),
    },
    refuses=[
        "The agency flew 12 missions, Apollo [13] among them.",
        "Smith scored 30 points, Jones [22 goals].",
        "Acme flew two missions, Apollo [13] and Apollo 14.",
        "He sold 12 cars, a Fiat [500] and a van.",
    ],
)
def gapped(bare: Bare) -> Mention | None:
    """A number that leaves its unit to one before: Smith scored 30 points, Jones 22; 4,000 staff in Europe, 1,200 in Asia."""
    if not bare.earlier:
        return None
    if (same := _parallel(bare) or _by_turns(bare) or _driven(bare) or _polled(bare) or _recorded(bare)) is not None:
        return like(bare, same.reading)
    text, other = bare.sentence.parsed, bare.earlier[-1]
    if not (bare.after is None or bare.after.text in (",", ";", ".", ")") or bare.after.lower_ == "and"):
        return None
    found = _GAP.fullmatch(text, other.end - bare.sentence.shift, bare.words.start_char)
    number = bare.words.text
    if found is None or (isinstance(other.reading, Count) and number.isdigit() and len(number) < 3 and int(number) < _NAMING):
        return None
    if other.rule != "counted.gapped":
        told = bare.sentence.span(other.start, other.end)
        verb = next((word for word in told.root.ancestors if word.pos_ == "VERB"), None)
        subjects = () if verb is None else [child for child in verb.children if child.dep_ == "nsubj" and child.i < told.start]
        words = (word for subject in subjects for word in (subject, *subject.lefts))
        if not any(word.text[0].isupper() and word.pos_ not in ("DET", "PRON") for word in words):
            return None
    return like(bare, other.reading)


def _parallel(bare: Bare) -> Mention | None:
    """The number of another place or time before this one: "4,000 staff in Europe, 1,200 in Asia"."""
    other = bare.earlier[-1]
    found = _PARALLEL.fullmatch(bare.sentence.parsed, other.end - bare.sentence.shift, bare.words.start_char)
    return other if found is not None and bare.after is not None and bare.after.lower_ == found["prep"] else None


def _by_turns(bare: Bare) -> Mention | None:
    """What another one has before this one: "won Ohio by 11 points and Florida by 13", "at 4.2% and the 30-year at 4.6"."""
    other, text = bare.earlier[-1], bare.sentence.parsed
    start, end = other.start - bare.sentence.shift, other.end - bare.sentence.shift
    turn = text.endswith(" by ", 0, start) and _TURN.fullmatch(text, end, bare.words.start_char) is not None
    turn |= isinstance(other.reading, Percent) and _TENOR.fullmatch(text, end, bare.words.start_char) is not None
    return other if turn and ends_phrase(bare.after) else None


def _driven(bare: Bare) -> Mention | None:
    """What a car uses elsewhere than this number tells: "28 mpg city, 36 highway"."""
    other = bare.earlier[-1]
    drives = bare.after is not None and bare.after.lower_ in WORDS["drives"]
    return other if drives and _DRIVEN.match(bare.sentence.parsed, other.end - bare.sentence.shift) else None


def _polled(bare: Bare) -> Mention | None:
    """The share of votes of another party before this one's: "the Greens are on 24%, with Reform on 27 and Labour on 19"."""
    shares = (other for other in reversed(bare.earlier) if isinstance(other.reading, Percent))
    share, text = next(shares, None), bare.text_before()
    if share is None or _PARTY_ON.search(text) is None or not ends_phrase(bare.after):
        return None
    before = text[: share.start - bare.sentence.shift - bare.sentence.tokens.start_char]
    return share if before.endswith((" at ", " on ")) else None


def _recorded(bare: Bare) -> Mention | None:
    """What another place had where the one before had so much: "York had 31mm of rain; Hull, in the east, got 12"."""
    other, text = bare.earlier[-1], bare.sentence.parsed
    start, end = other.start - bare.sentence.shift, other.end - bare.sentence.shift
    told = isinstance(other.reading, Percent | Quantity) and _RECORDED.search(text, max(0, start - 32), start) is not None
    alike = told and ends_phrase(bare.after) and _RECORDED.search(text, end, bare.words.start_char) is not None
    return other if alike and re.search(r"(?:[;,]|\band|\bwhile) (?:the )?[A-Z]", text[end : bare.words.start_char]) else None


# Two yields of which the second leaves out its percent: "the 10-year is at 4.2% and the 30-year at 4.6".
_TENOR = re.compile(r"(?:,|,? and|,? while)? the (?:\d\d?|two|five|seven|ten|thirty)-year(?: [a-z]+)? at ")
_TURN = re.compile(r"(?:,|,? and| but)(?: the)?(?: [A-Z][\w'’.&-]*){1,3} by ")
_PARTY_ON = re.compile(r"(?:,|;| and| while)(?: with)?(?: the)?(?: [A-Z][\w'’.&-]*){1,3} (?:at|on) $")
_DRIVEN = re.compile(rf" (?:{'|'.join(WORDS['drives'])})\b")


# The whole that a share is of, and the new subject: " of the vote, the Greens ".
_GAP = re.compile(r"(?: of (?:the |its |all )?[a-z]+)?(?:,|;|,? and|,? while)(?: the)?(?: [A-Z][\w'’.&-]*){1,4} ")
_RECORDED = re.compile(
    rf"\b(?:got|had|received|recorded|registered|reported|saw) (?:(?:just|only|{numbers.either(numbers.ABOUT)}) )?$"
)
# What says where or when the number before holds: " in Europe, ", before "1,200 in Asia".
_PARALLEL = re.compile(
    r"(?: (?:are|been|had|has|have|was|were|[a-z]+ed)){0,3} (?P<prep>among|at|by|for|from|in|of|on|under|with) [^,;.()]{1,40}"
    r"(?:,|;|,? and|, but) "
)
_NAMING = 20
"""Below this a number in digits may be part of a name: "it flew two missions, Apollo 13 and 14"."""
