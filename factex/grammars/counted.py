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

from factex.grammars.bare import NOTHING, Bare, Nothing, counted_rule
from factex.grammars.further import again, at_place, grown_by, of_kind, of_ratio, of_the_whole, shared
from factex.grammars.labels import label, magnitude, name
from factex.grammars.lists import conjoined, gapped, listed
from factex.grammars.lone import alone, gained, level
from factex.grammars.matched import length, respectively
from factex.grammars.movewords import MOVE_NOUNS
from factex.grammars.neighbours import left_out, of_the_same
from factex.grammars.nouns import (
    WORDS,
    broken,
    countable,
    expects,
    head_of,
    in_ratio,
    lemma,
    opens_noun,
    skip,
    takes_noun,
    whole_of,
)
from factex.grammars.people import age_beside, aged, by_itself, of_us, victims
from factex.readings import Count, Numeral
from factex.records import Mention

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
    reads={
        "The jet has a [two-class] layout.": Count(Decimal(2), "class"),
        "The [12-member] panel met.": Count(Decimal(12), "member"),
        "They sell [386]-based machines.": None,
    },
    refuses=["The [two classes] met.", "It cost about [two]."],
)
def hyphened(bare: Bare) -> Mention | Nothing | None:
    """A number and a noun that together modify another noun: a two-class layout."""
    hyphen = bare.after
    if hyphen is None or hyphen.text != "-" or hyphen.whitespace_ or bare.words[-1].whitespace_ or hyphen.i + 1 >= len(bare.doc):
        return None
    head = hyphen.nbor()
    if head.lower_ in WORDS["models"]:
        return NOTHING
    if head.pos_ not in ("ADJ", "NOUN", "PROPN", "VERB") or head.lower_ in WORDS["suffixes"]:
        return None
    if head.pos_ == "PROPN" and not head.whitespace_ and head.i + 2 < len(bare.doc) and head.nbor().text == "-":
        head = head.nbor(2)  # a three-Michelin-star chef
    return bare.count(lemma(hyphen.nbor(), head), head.idx + len(head))


@counted_rule(
    reads={
        "It sells at [9.2 times] earnings.": Count(Decimal("9.2"), "time"),
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
        "Now [40] out of the 300 jobs are safe.": Count(Decimal(40), "job"),
        "[Half] the town's 600 homes are empty.": Count(Decimal("0.5"), "home"),
    },
    refuses=[
        "The index closed at [27,934.02].",
        "The [787] program is late.",
        "She sings [12] on stage.",
        "It grew by [five] the pool of bidders.",
        "Police pulled [two] out of the sea.",
    ],
)
def noun_phrase(bare: Bare) -> Mention | Nothing | None:
    """A number and the noun phrase that it modifies, or that it takes a part of."""
    after = _link(bare.after)
    if after is None or not takes_noun(bare, after):
        return None
    place, start, limit = _opening(bare, after)
    if place >= len(bare.doc) or not opens_noun(bare.doc[place]) or bare.doc[place].idx >= start:
        return None
    first, partial = bare.doc[place], after.lower_ == "of"
    head = head_of(first, start)
    if head is not None and head.i == first.i + 1 and first.tag_ == "NNS" and head.lower_ in MOVE_NOUNS:
        head = first  # "a 500 points drop"
    if partial and bare.reading.form != "part":
        head = whole_of(first, head, start)
    strong = bare.doc[place - 1].lower_ == "strong"  # a 900-strong force: it counts who belong to it
    if head is not None and head.i > first.i and head.nbor(-1).tag_ == "NNS" and expects(head, bare):
        head = head.nbor(-1)  # "the 5,000 jobs economists predicted"
    if (
        head is None
        or (head is first and head.lower_ in WORDS["victims"])  # "two dead, nine hurt"
        or expects(head, bare)
        or (_is_set_beside(bare) and head.lower_ in WORDS["sizes"] and first.lower_ not in WORDS["singulars"])
        or (after.lower_ in ("last", "next") and head.tag_ == "NN" and bare.reading.amount != 1)  # "against 1.6 last term"
        or not (partial or strong or (bare.reading.form != "exact" and not in_ratio(bare)) or countable(head, bare))
    ):
        return None
    if head.lower_ in WORDS["not"] or head.lower_ in WORDS["times"] or (bare.reading.form == "part" and first.lower_ == "second"):
        return NOTHING  # "a tenth of a second split the two"
    if not partial and bare.reading.form != "part":  # the two nations' leaders: it counts the nations
        tags = ("NN", "NNP") if bare.reading.amount == 1 else ("NNS", "NNPS")
        owners = (token for token in bare.doc[place : head.i] if token.tag_ in tags and token.nbor().tag_ == "POS")
        head = next(owners, head)
    if _is_attribute(bare, first, head):
        return bare.count(lemma(first, first), first.idx + len(first))
    # The owner in "of Boeing's jets" is no part of the noun.
    first = next((bare.doc[token.i + 1] for token in reversed(bare.doc[place : head.i]) if token.tag_ == "POS"), first)
    ranked = bare.reading.form != "part" and bare.before is not None and bare.before.lower_ in WORDS["before"]
    noun = f"{bare.before} {lemma(first, head)}" if ranked else lemma(first, head)
    labelled = bare.before is not None and bare.before.text == ":" and bare.sentence.parsed.startswith(":", head.idx + len(head))
    sized = labelled or _is_size(bare, head) or (strong and head.tag_ in ("NN", "NNP") and head.lower_ not in WORDS["persons"])
    return bare.count(None) if sized else bare.count(noun, head.idx + len(head) if head.idx < limit else None)


def _link(after: Token | None) -> Token | None:
    """The word after a number; the "of" where it is one "out of the 300" others: a bare "40 out of 300 jobs" is a fraction."""
    if after is None or after.lower_ != "out" or after.i + 3 >= len(after.doc) or after.nbor().lower_ != "of":
        return after
    whole = after.doc[after.i + 3 : after.i + 5]  # "the 300", "their last 300"
    counted = whole[0].tag_ == "CD" or (whole[0].tag_ == "JJ" and whole[-1].tag_ == "CD")
    return after.nbor() if counted and after.nbor(2).tag_ in ("DT", "PRP$") else after


def _is_set_beside(bare: Bare) -> bool:
    """Whether a broken number is one of those before: "rose by 5.6%, below the 5.7 forecast"."""
    return broken(bare.reading) and bool(bare.earlier) and bare.before is not None and bare.before.lower_ == "the"


def _opening(bare: Bare, after: Token) -> tuple[int, int, int]:
    """Where the noun phrase behind the number opens, and the offsets that its head and the mention must stand before."""
    start, end = _limits(bare)
    doc, place = bare.doc, skip(bare.doc, after.i)
    number = next((token.i for token in doc[place : place + _FEW] if token.idx == start), place)
    if all(token.dep_ in ("amod", "advmod", "quantmod") and token.whitespace_ for token in doc[place:number]):
        place = number  # five of their last six games, a third of the combined 200 jobs, but 20 front-line nurses
    elif after.lower_ == "of" and _RANKED.search(bare.sentence.parsed, after.idx, start):
        place = number  # 37 of his game-high 43 points, eight of the game's first 12
    elif (after.lower_ == "of" or bare.reading.form == "part") and doc[number - 1].tag_ == "POS":
        place = number  # three of Volta's 2024 models, half the town's 600 homes
    if place < len(doc) and doc[place].idx == start:  # ten 250ml bottles
        place = next((token.i for token in doc[place:] if token.idx >= end), len(doc))
        place += place < len(doc) and doc[place].tag_ == "POS"  # two of last year's finalists
        return place, len(bare.sentence.parsed), start
    return place, start, start


_RANKED = re.compile(r"(?:[a-z]-(?:best|high|low)|['’]s (?:best|biggest|final|first|largest|last|next|opening|top)) $")
_FEW = 5
"""So many words before a number may say more of the things of which another number takes a part."""


def _is_attribute(bare: Bare, first: Token, head: Token) -> bool:
    """Whether the number counts the first noun of a compound in the singular: a 3 cylinder engine has three cylinders."""
    return (
        first.i < head.i
        and (first.lower_ in WORDS["singulars"] or (_is_of_one(bare) and first.lower_ not in WORDS["sizes"]))
        and first.pos_ == "NOUN"
        and head.tag_ in ("NN", "NNP")
        and bare.words[-1].i + 1 == first.i
        and bare.reading.amount != 1
    )


def _is_size(bare: Bare, head: Token) -> bool:
    """Whether the number tells how much a singular is and counts no such thing: the 135,000 forecast, a 60,000 crowd.

    Decimals are told on the scale that the noun names: a 4.1 rating.
    """
    if head.tag_ not in ("NN", "NNP") or bare.reading.amount == 1 or bare.reading.form != "exact" or broken(bare.reading):
        return False
    return head.lower_ in WORDS["sizes"] or (_is_of_one(bare) and head.lower_ not in WORDS["singulars"])


def _is_of_one(bare: Bare) -> bool:
    """Whether the article before the number tells of one thing: a 140,000 gain."""
    return bare.before is not None and bare.before.lower_ in ("a", "an")


def _limits(bare: Bare) -> tuple[int, int]:
    """The offsets in the parse between which the next mention stands; past its end if the count need not mind it.

    It need not where the next number is part of what this one counts: five 787 jets.
    """
    following, after = bare.following, len(bare.sentence.parsed)
    if following is None:
        return after, after
    start, end = following.start - bare.sentence.shift, following.end - bare.sentence.shift
    if isinstance(following.reading, Numeral):
        between = bare.sentence.parsed[bare.words.end_char : start]
        parted = bare.reading.form == "part" or re.search(r"\bof\b", between) is not None
        if re.search(r",|\b(?:and|or)\b", between) is None and not (
            parted and count(Bare(following, following.reading, bare.sentence)) is not None
        ):
            return after, after
    return start, end


RULES = (
    label,
    magnitude,
    gapped,
    of_the_whole,
    of_ratio,
    of_us,
    name,
    hyphened,
    age_beside,
    times,
    of_the_same,
    again,
    grown_by,
    shared,
    aged,
    conjoined,
    of_kind,
    at_place,
    noun_phrase,
    listed,
    victims,
    by_itself,
    respectively,
    length,
    left_out,
    level,
    gained,
    alone,
)
