"""Numbers without a noun of their own that tell a level, a move or a part: an index at 4,500, from 240 to 273, just over half.

They are rules of `counted`, after those for noun phrases.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from factex.data import table
from factex.grammars.bare import Bare, counted_rule
from factex.grammars.movewords import MOVE_NOUNS, MOVES
from factex.grammars.neighbours import closes
from factex.grammars.nouns import WORDS, ends_phrase, in_ratio
from factex.grammars.numbers import ABOUT
from factex.grammars.timewords import NUMBER_WORDS
from factex.readings import Count, Money
from factex.records import Mention

if TYPE_CHECKING:
    from spacy.tokens import Token


@counted_rule(
    reads={
        "The air quality index reached [408] on Wednesday.": Count(Decimal(408)),
        "The toll was [17], with hundreds hurt.": Count(Decimal(17)),
        "The daily average of cases is now [59].": Count(Decimal(59)),
        "Attendance jumped from [310] to 420.": Count(Decimal(310)),
        "Deaths have passed [200] in the north.": Count(Decimal(200)),
        "Her net approval stands at [minus 21].": Count(Decimal(-21)),
    },
    refuses=["The index rose on [12 occasions].", "The index was begun in [1896].", "The team reached [408]."],
)
def level(bare: Bare) -> Mention | None:
    """The level of what is told in bare numbers: an index, a score, a rating."""
    before, root = bare.before, bare.words.root
    if before is None or bare.reading.form != "exact" or not ends_phrase(bare.after):
        return None
    if before.lower_ == "of":
        return bare.count(None) if before.i > 0 and before.nbor(-1).lemma_ in WORDS["levels"] else None
    verb = root.head.head if before.lower_ in WORDS["leading"] and root.head.i == before.i else root.head
    subjects = [child.lemma_ for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")]
    last = before.nbor(-1) if before.lower_ in _AS_OF_NOW and before.i > 0 else before
    own = before.lower_ in WORDS["leading"] or (root.dep_ in ("attr", "dobj") and last.i == verb.i)
    stands = before.lower_ == "at" and verb.lemma_ == "stand"  # "her approval stands at minus 21"
    reached = verb.lemma_ in WORDS["reached"] and root.dep_ == "dobj" and last.i == verb.i
    stands |= reached and any(child.lower_ in WORDS["tallies"] for child in verb.children if child.dep_ == "nsubj")
    return bare.count(None) if stands or (own and WORDS["levels"].intersection(subjects)) else None


_AS_OF_NOW = frozenset({"already", "currently", "now", "still", "today"})


@counted_rule(
    reads={
        "Labour is up [three] on 29%.": Count(Decimal(3), "point"),
        "Labour is on 29%, up [three].": Count(Decimal(3), "point"),
    },
    refuses=["Labour is up [three] on May.", "Sales are at 29, up [three]."],
)
def gained(bare: Bare) -> Mention | None:
    """The points that a party gained or lost, beside its share: up three on 29%."""
    moved = bare.before is not None and bare.before.lower_ in ("down", "up")
    beside = moved and (_SHARE.match(bare.sentence.parsed, bare.words.end_char) or _SHARE_BEFORE.search(bare.text_before()))
    return bare.count("point") if beside else None


_OF_VOTES = r"(?:at|on) \d[\d.]*(?:%| ?per ?cent|pc)"
_SHARE = re.compile(f" {_OF_VOTES}", re.IGNORECASE)
_SHARE_BEFORE = re.compile(rf"\b{_OF_VOTES}, (?:down|up) $", re.IGNORECASE)


@counted_rule(
    reads={
        "The Dow closed at [27,934.02].": Count(Decimal("27934.02")),
        "Just over [half] were women.": Count(Decimal("0.5")),
        "The maximum investment is [50000].": Count(Decimal(50000)),
        "Two more died, bringing the toll to [57].": Count(Decimal(57)),
        "It brought the toll on the roads to [eight] in May.": Count(Decimal(8)),
        "The union put the figure at [200].": Count(Decimal(200)),
        "The rate is [81] per million people.": Count(Decimal(81)),
    },
    refuses=[
        "We have [two] and want more.",
        "The bottom [half] earns less.",
        "The poorest [half] earns less.",
        "The bus goes from 12 High Street to [30] Low Road.",
    ],
)
def alone(bare: Bare) -> Mention | None:
    """A number without a noun: a fraction, the level of an index, a figure in thousands, an end of a move, "around 40"."""
    before, reading, text = bare.before, bare.reading, bare.words.text
    if reading.form == "vague":
        kept = reading.low is not None
    elif text.lower() == "a quarter" and bare.earlier and bare.earlier[-1].end + 1 == bare.mention.start:
        kept = False  # "it costs $34 million a quarter" is told of three months
    elif reading.form == "part":
        kept = (
            in_ratio(bare)
            or before is None
            or not (before.lower_ in WORDS["parts"] or (before.tag_ == "JJS" and before.lower_ not in _BOUNDS))
        )
        # "A one-third jump", "and a third more".
        kept |= bare.after is not None and (bare.after.lower_ in MOVE_NOUNS or bare.after.tag_ in ("JJR", "RBR"))
    elif closes(bare, bare.text_before()):
        kept = False
    elif (before is not None and before.lower_ == "another") or _is_rate(bare):
        kept = True
    elif before is not None and (before.pos_ == "PROPN" or text[0] in "-−"):
        kept = "," in text and not before.like_num
    else:
        kept = _LARGE.search(text) is not None or _is_part_or_whole(bare) or (before is not None and _is_level(bare, before))
    if kept and reading.amount is not None and "." in text and _of_currency(bare):
        return replace(bare.mention, reading=Money(reading.amount, ""))
    return bare.count(None) if kept else None


def _is_rate(bare: Bare) -> bool:
    """Whether a number is the rate to another one: "12 per 100,000", "81 per million people"."""
    per = bare.after
    return per is not None and per.lower_ == "per" and per.i + 1 < len(bare.doc) and per.nbor().like_num


def _of_currency(bare: Bare) -> bool:
    """Whether a currency that is told in its own units to the dollar is at the level of the number: "the yen fell to 141.28"."""
    verb = next((word for word in bare.words.root.ancestors if word.pos_ in ("AUX", "VERB")), None)
    subjects = () if verb is None else (child for child in verb.children if child.dep_ == "nsubj")
    return any(subject.lemma_ in _OTHERS for subject in subjects)


_OTHERS = frozenset(table("currencies")["words"]["others"])
_LARGE = re.compile(r"\d,\d{3}|\d{5}|\d\.\d|million|billion|trillion|thousand|dozen|hundred|\d(?:bn|(?-i:B)|m|k)\b", re.IGNORECASE)
_MOVED_BY = MOVES - WORDS["motions"]
# Words that make a bare number a level with the preposition between them.
_NAMED = {**WORDS, "moved_by": _MOVED_BY, "move_nouns": MOVE_NOUNS}
_LEADING = {prep: frozenset().union(*(_NAMED[name] for name in names)) for prep, names in table("counted")["leading_to"].items()}


# So many words a bound before the number has, by its last one: "rose to at least 40".
_BOUNDS = {"as": 3, "just": 1, "least": 2, "most": 2, "only": 1, "than": 2}


def _is_level(bare: Bare, before: Token) -> bool:
    """Whether the word before makes a bare number a level: "at 5884", "around 40", "between 50 and 70", "from 240 to 273"."""
    before = before.doc[max(0, before.i - _BOUNDS.get(before.lower_, 0))]
    moved_at = before.lower_ == "at" and _DOWN_AT.search(bare.text_before()) and ends_phrase(bare.after)  # "down 62% at 512"
    # "Last year there were 11"
    there = before.lemma_ == "be" and before.i > 0 and before.nbor(-1).lower_ == "there" and bare.reading.amount != 1
    if (
        moved_at
        or (there and ends_phrase(bare.after))
        or (before.i > 0 and before.nbor(-1).lower_ in _LEADING.get(before.lower_, ()))
    ):
        return True
    if before.lower_ in ("down", "up") and before.i > 0:  # "4,500, down 12"
        verb = before.nbor(-1)
        return (verb.is_punct or verb.lemma_ == "be") and ends_phrase(bare.after)
    if before.lower_ in ("at", "to") and ends_phrase(bare.after):
        things = (child.lemma_ for child in before.head.children if child.dep_ == "dobj")
        # "Bringing the toll on the roads to eight", "put the figure at 200"
        tallied = not (WORDS["levels"] | WORDS["tallies"] | {"figure"}).isdisjoint(things)
        moved = _SHARE_TO.search(bare.text_before()) if before.lower_ == "to" else None
        if tallied or (moved is not None and moved["verb"].lower() in _MOVED_BY):
            return True
    if before.lower_ in MOVES and _TO_THOUSANDS.match(bare.sentence.parsed, bare.words.end_char):
        return True
    if before.lower_ in ABOUT or (before.lower_ == "between" and bare.reading.high is not None) or _in_move(bare):
        return True
    text, amount = bare.words.text, bare.reading.amount
    year = amount is not None and 1800 <= amount <= 2100
    led = before.lower_ in ("are", "at", "delivered", "from", "is", "of", "scored", "sold", "to", "was", "were")
    return led and len(text) == 4 and text.isdigit() and not year


def _is_part_or_whole(bare: Bare) -> bool:
    """Whether the number is one of "16 of 31", which nobody counts anything by; but "Part 1 of 2", "(3 of 5)"."""
    text, start, end = bare.sentence.parsed, bare.words.start_char, bare.words.end_char
    opened = _PART.search(text, max(bare.sentence.tokens.start_char, start - 24), start)
    if _THING.match(text, end) if opened is not None else _OF_WHOLE.match(text, end) is None:
        return False
    first = start if opened is None else opened.start("part")
    lead = text[bare.sentence.tokens.start_char : first].split()[-1:]
    return not text[first].isdigit() if not lead else lead[0].lower() not in WORDS["labels"] and not lead[0].endswith("(")


_OF = r" (?:out )?of (?:(?:all|her|his|its|my|our|the|their|those) )?(?:(?:final|first|last|next|opening|past|top) )?"
_PART = re.compile(rf"(?<![\w.,-])(?P<part>\d{{1,4}}|{'|'.join(NUMBER_WORDS)}){_OF}$", re.IGNORECASE)
_THING = re.compile(r" (?:[a-z]+s\b|(?-i:[A-Z]))")
_OF_WHOLE = re.compile(rf"{_OF}(?:\d{{1,4}}(?![\w.,%-]*\d|%)|(?:{'|'.join(NUMBER_WORDS)})\b)(?!{_THING.pattern})")


def _in_move(bare: Bare) -> bool:
    """Whether the number is the start or the size of a move to another: "from 240 to 273", "from 16 now to as many as 80"."""
    if bare.after is not None and bare.after.pos_ == "PROPN":  # the number of a house
        return False
    text, start, end = bare.sentence.parsed, bare.words.start_char, bare.words.end_char
    if bare.before is not None and bare.before.lower_ in ("from", "by"):
        return _TO.match(text, end) is not None or _BACK.search(text, max(0, start - _REACH), start) is not None
    found = _FROM.search(text, max(bare.sentence.tokens.start_char, start - _REACH), start)
    return found is not None and not (bare.reading.amount == 1 and found[0].lower().startswith("by "))  # "outnumbered by 3 to 1"


_REACH = 80
"""So many characters back a move may begin whose end the number is."""
_SIZE = rf"(?:\d[\d.,]*|{'|'.join(NUMBER_WORDS)})"
_MOVED = r"(?: (?!to\b)[\w'’]+){0,4} to (?:[a-z]+ ){0,3}"
_TO = re.compile(rf"{_MOVED}{_SIZE}(?![\w%])", re.IGNORECASE)
# "Sales rose 3% to 710", "in May to 710".
_SHARE_TO = re.compile(r"\b(?P<verb>[a-z]+) (?:[\d.]+(?:%| per ?cent)|[a-z\d-]+fold)(?: [a-z][\w'-]*){0,5} to $", re.IGNORECASE)
_DOWN_AT = re.compile(r"\b(?:down|off|up) [\d.]+(?:%|pc| per ?cent) at $", re.IGNORECASE)
_TO_THOUSANDS = re.compile(r" to \d{1,3}(?:,\d{3}|\d{3,})\b")
_BACK = re.compile(rf"\bto {_SIZE} from $", re.IGNORECASE)
_FROM = re.compile(rf"\b(?:from|by) {_SIZE}{_MOVED}$", re.IGNORECASE)
