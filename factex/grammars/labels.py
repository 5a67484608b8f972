"""Labels: numbers that belong to a name or a scale and count nothing: game 7, a Sonata 12, a magnitude 7.8 quake.

They are rules of `counted`, before those for noun phrases.
"""

from __future__ import annotations

import re
from decimal import Decimal

from factex.data import table
from factex.grammars.bare import NOTHING, Bare, Nothing, counted_rule
from factex.grammars.nouns import WORDS
from factex.grammars.numbers import either
from factex.readings import Count
from factex.records import Mention


@counted_rule(
    reads={
        "They won Game [7] of the series.": None,
        "She stayed in ward [12] for a month.": None,
        "All but [one] of the drugs were there.": None,
        "They were seen on Days 3 and [28].": None,
        "It was a category [five] storm.": None,
    },
    refuses=["They won [seven games].", "The hospital has [12 wards]."],
)
def label(bare: Bare) -> Nothing | None:
    """A number after a word that labels things with numbers, or that takes them off the rest: game 7, all but two wards."""
    text, before = bare.text_before(), bare.before
    labelled = before is not None and (before.lower_ in _LABELS or before.text == "Year")  # "Year 6 pupils"
    listed = text.endswith((" and ", " or ")) and _LABELLED.search(text)
    return NOTHING if labelled or listed or text.lower().endswith("all but ") else None


_LABELS = WORDS["labels"].union(table("decoys")["labels"])
# The last of a list of them: "days 3, 5 and 28".
_LABELLED = re.compile(rf"\b{either(WORDS['labels'])}s \d{{1,3}}(?:, \d{{1,3}})*,? (?:and|or) $", re.IGNORECASE)


@counted_rule(
    reads={
        "The Sonata [12] was sold in Paris.": None,
        "The Mars Rover [2] landed safely.": None,
        "It has a USB [3.0] dock.": None,
    },
    refuses=["In Japan [12 people] died.", "Toyota sold [12,000 cars]."],
)
def name(bare: Bare) -> Nothing | None:
    """A number in a name: the word before it is one, and no place or time, which stand before numbers by chance."""
    first, before, plain = bare.words[0], bare.before, bare.words.text.isdigit()
    if before is not None and before.text.isupper() and len(before) > 1 and _VERSION.fullmatch(bare.words.text):
        return NOTHING if bare.after is not None and bare.after.pos_ in ("NOUN", "PROPN") else None
    if plain and before is not None and before.pos_ == "PROPN" and before.ent_type_ not in _BY_CHANCE:
        return NOTHING
    if first.is_title and first.text[0].isalpha() and before is not None and before.text.strip(" ") not in {"", *_OPENERS}:
        return NOTHING  # One Canada Square
    if first.is_alpha and first.is_upper and bare.after is not None and bare.after.is_title:
        return NOTHING  # the SIX Swiss Exchange
    return NOTHING if plain and first.ent_iob_ == "I" and first.ent_type_ in WORDS["names"] else None


_VERSION = re.compile(r"\d\.\d")


@counted_rule(
    reads={
        "A magnitude [7.8] quake struck.": Count(Decimal("7.8"), "magnitude"),
        "The quake's magnitude was put at [6.1].": Count(Decimal("6.1"), "magnitude"),
        "A [5.8] aftershock followed.": Count(Decimal("5.8"), "magnitude"),
        "It measured [seven] on the Richter scale.": Count(Decimal(7), "magnitude"),
    },
    refuses=["The magnitude of [12 quakes] was small.", "The last [two quakes] were small."],
)
def magnitude(bare: Bare) -> Mention | None:
    """The strength of an earthquake."""
    after, reading = bare.after, bare.reading
    number = reading.low if reading.amount is None else reading.amount
    if number is None or not 0 < number < _STRONGEST or bare.words.text == "one":  # "the 9.0 magnitude one"
        return None
    if after is not None and after.lower_ == "magnitude":
        return bare.count("magnitude", after.idx + len(after))
    quake = "." in bare.words.text and after is not None and after.lower_ in WORDS["quakes"]
    told = _MAGNITUDE.search(bare.text_before()) is not None or _RICHTER.match(bare.sentence.parsed, bare.words.end_char)
    return bare.count("magnitude") if quake or told else None


_STRONGEST = 10
# "A magnitude of 6", "magnitudes between 4 and 6", "the magnitude was put at 6", "aftershocks measuring 6".
_MAGNITUDE = re.compile(
    r"\b(?:magnitudes?(?: (?:of|between|(?:above|over|(?:greater|higher) than)|[a-z ]{0,24}\b(?:as|at|is|to|was)))?"
    rf"|{either(WORDS['quakes'])}s? (?:that )?measur(?:ed?|ing)(?: (?:at least|greater than|more than))?) $",
    re.IGNORECASE,
)
_RICHTER = re.compile(r" on (?:the |an )?(?:open-ended )?Richter\b")
_BY_CHANCE = frozenset({"DATE", "GPE", "LOC", "PERSON", "TIME"})
_OPENERS = frozenset("“\"'‘:;—–-•(")
