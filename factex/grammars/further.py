"""Numbers of what another number counts: more of the same, all of it, what else is done with such, and one or the other.

They are rules of `counted`.
"""

from __future__ import annotations

import re
from decimal import Decimal

from factex.grammars.bare import Bare, counted_rule
from factex.grammars.movewords import MOVE_NOUNS
from factex.grammars.nouns import WORDS, ends_phrase, in_ratio
from factex.grammars.numbers import either
from factex.grammars.taking import counted_before, like, near
from factex.readings import Count, Money, Percent, Quantity
from factex.records import Mention


@counted_rule(
    reads={
        "They hired 120 people and a further [30] in May.": Count(Decimal(30), "person"),
        "It sold 40 vans, with options for another [20].": Count(Decimal(20), "van"),
        "It paid $30 million plus [6 million] in bonuses.": Money(Decimal(6_000_000), "$"),
        "Trade was thin, with 140 shares rising, [160] falling and 12 unchanged.": Count(Decimal(160), "share"),
    },
    refuses=[
        "It has nine shops and another [four cinemas].",
        "It paid $5 and another [20] in May.",
        "It cost $5 million and took another [2 million] people.",
    ],
)
def again(bare: Bare) -> Mention | None:
    """A further number of what was counted before: 40 vans and another 20; or of a sum, if both are millions."""
    noun, after = counted_before(bare.earlier), bare.after
    before = "" if bare.before is None else bare.before.lower_
    latest = bare.earlier[-1].reading if bare.earlier else None
    doing = before == "with" and after is not None and after.lower_ in WORDS["doing"]  # "with nine reporting losses"
    done = ends_phrase(after) or (after is not None and (after.tag_ == "VBN" or after.lower_ in ("flat", "steady", "unchanged")))
    doing |= (
        done and bool(bare.earlier) and _DOING.match(bare.sentence.parsed, bare.earlier[-1].end - bare.sentence.shift) is not None
    )
    more = before in ("additional", "another", "further") and done
    number = bare.reading.amount or Decimal(1)
    if isinstance(latest, Money) and (more or before == "plus") and number >= 1_000_000 and near(latest, number):
        return like(bare, latest)
    return bare.count(noun) if noun is not None and (more or doing) else None


@counted_rule(
    reads={
        "It has 12,000 staff, a rise of [300].": Count(Decimal(300), "staff"),
        "It has 12,000 staff, up [300].": Count(Decimal(300), "staff"),
        "It has $51 million, up [3 million].": Money(Decimal(3_000_000), "$"),
        "It has 85 million acres, up [600,000].": Quantity(Decimal(600_000), "acre"),
        "Stocks rose by 6.2 million barrels against hopes of a [2.1 million] drop.": Quantity(Decimal(2_100_000), "oil_barrel"),
    },
    refuses=["It has 12,000 staff, up [300 chairs].", "It has $51 million, up [3].", "It has 12,000 staff and a [300] drop."],
)
def grown_by(bare: Bare) -> Mention | None:
    """How far what was told before has moved: 12,000 staff, a rise of 300; $51 million, up 3 million."""
    latest, after = bare.earlier[-1].reading if bare.earlier else None, bare.after
    if latest is None:
        return None
    between = bare.sentence.parsed[bare.earlier[-1].end - bare.sentence.shift : bare.words.start_char]
    moved = ends_phrase(after) and _MOVE_OF.fullmatch(between) is not None
    if isinstance(latest, Count):
        return bare.count(latest.noun) if latest.noun is not None and moved else None
    amount, size = bare.reading.amount or Decimal(1), getattr(latest, "amount", None) or Decimal(0)
    thousands = isinstance(latest, Quantity) and moved and 1000 <= amount < size  # "85 million acres, up 600,000"
    if not isinstance(latest, Money | Quantity) or not (near(latest, amount) or thousands):
        return None
    article = bare.before is not None and bare.before.lower_ in ("a", "an", "the")
    move = article and after is not None and after.lower_ in MOVE_NOUNS  # "hopes of a 2.1 million drop"
    return like(bare, latest) if move or thousands or (moved and _GONE.fullmatch(between)) else None


@counted_rule(
    reads={
        "Parking costs [12] or $15.": Money(Decimal(12), "$"),
        "Entry is [12] or perhaps $15.": Money(Decimal(12), "$"),
        "Inflation slid to [13.6] from 24%.": Percent(Decimal("13.6")),
    },
    refuses=[
        "She has [two sons] or $5.",
        "It sells for [8,999] or $145.",
        "He is number [two] or a 5% man.",
        "He lost [ten] and 5% of his shares.",
    ],
)
def shared(bare: Bare) -> Mention | None:
    """A number whose unit stands by the alternative after it: 12 or $15."""
    unit, amount = None if bare.following is None else bare.following.reading, bare.reading.amount
    if bare.following is None or not isinstance(unit, Money | Percent | Quantity):
        return None
    if amount is not None and unit.amount is not None and not near(unit, amount):  # 8,999 or $145
        return None
    between = bare.sentence.parsed[bare.words.end_char : bare.following.start - bare.sentence.shift]
    level = between == " from " and bare.before is not None and bare.before.lower_ == "to"  # "slid to 13.6 from 24%"
    return like(bare, unit) if level or between.strip() in WORDS["alternatives"] else None


@counted_rule(
    reads={
        "Police had 300 complaints, [40] of theft.": Count(Decimal(40), "complaint"),
        "It got 47 reports, including [two] of burns.": Count(Decimal(2), "report"),
    },
    refuses=["It has nine shops, [two] of the best.", "It owns nine ships and [a third] of stocks.", "There were [two] of burns."],
)
def of_kind(bare: Bare) -> Mention | None:
    """How many of what was counted before are of a kind, which has no article: 300 complaints, 40 of theft."""
    of = bare.after if bare.reading.form == "exact" else None
    kind = of.nbor() if of is not None and of.lower_ == "of" and of.i + 1 < len(bare.doc) else None
    noun = counted_before(bare.earlier) if kind is not None and kind.tag_ in ("NN", "NNS") else None
    return None if noun is None else bare.count(noun)


@counted_rule(
    reads={
        "It has 12 shops ([three] in Leeds and nine in York).": Count(Decimal(3), "shop"),
        "Some 90 people died in Peru (71) and Chile ([19]).": Count(Decimal(19), "person"),
        "Those with cases are Oyo (40 cases) and Kano ([12]).": Count(Decimal(12), "case"),
    },
    refuses=["It has 12 shops and [three] in Leeds are shut.", "Some 90 people saw it (in [2019])."],
)
def at_place(bare: Bare) -> Mention | None:
    """How many of what was counted before are at a place: 12 shops (three in Leeds); 90 dead in Peru (71) and Chile (19)."""
    before, after = bare.before, bare.after
    if bare.reading.form != "exact" or before is None or after is None or not before.i or not bare.earlier:
        return None
    if (before.text, after.text) == ("(", ")"):
        text, last = bare.sentence.parsed, bare.earlier[-1]
        opened, closed = last.start - bare.sentence.shift - 1, last.end - bare.sentence.shift
        listed = opened >= 0 and text[opened] == "(" and text.startswith(")", closed) and before.nbor(-1).pos_ == "PROPN"
        noun = counted_before(bare.earlier) if listed or before.nbor(-1).ent_type_ == "GPE" else None
    else:
        opens = _APART.fullmatch(bare.sentence.parsed, bare.earlier[-1].end - bare.sentence.shift, bare.words.start_char)
        noun = counted_before(bare.earlier[-1:]) if opens and after.lower_ in ("at", "from", "in") else None
    return None if noun is None else bare.count(noun)


_APART = re.compile(" (?:[(]|[—–-] )")


@counted_rule(
    reads={
        "About 240 delegates of the [1,150] backed it.": Count(Decimal(1150), "delegate"),
        "They took 13 points from a possible [15].": Count(Decimal(15), "point"),
        "She signed 142 bills and vetoed [11].": Count(Decimal(11), "bill"),
        "Labour gained 77 seats while the Greens lost [74].": Count(Decimal(74), "seat"),
    },
    refuses=["She made 40 runs and took [3].", "They took 40% of the [15 seats].", "He sold 12 vans of the [1920s]."],
)
def of_the_whole(bare: Bare) -> Mention | None:
    """All that another number is a part of, or what else was done with such: 13 points from a possible 15; vetoed 11."""
    things = (other for other in reversed(bare.earlier) if isinstance(other.reading, Count) and other.reading.noun is not None)
    other = next(things, None)
    if other is None or not isinstance(other.reading, Count):
        return None
    if bare.after is not None and (bare.after.text == "-" or not (ends_phrase(bare.after) or bare.after.tag_ in _FINITE)):
        return None
    if _WHOLE.fullmatch(bare.sentence.parsed, other.end - bare.sentence.shift, bare.words.start_char):
        return bare.count(other.reading.noun)
    verb, thing = bare.words.root.head, bare.sentence.span(other.start, other.end).root
    paired = verb.dep_ in ("advcl", "conj") and verb.lemma_ in WORDS["pairs"] and thing.head.lemma_ in WORDS["pairs"]
    alike = thing.dep_ == bare.words.root.dep_ == "dobj" and thing.head in verb.ancestors
    return bare.count(other.reading.noun) if paired and alike else None


@counted_rule(
    reads={"One in six people smokes, and in the north [one in ten].": Count(Decimal("0.1"), "person")},
    refuses=["One in six people smokes, and [one in ten boys]."],
)
def of_ratio(bare: Bare) -> Mention | None:
    """A ratio that leaves out of whom it is, as one before tells: one in six people here, and one in eleven there."""
    timed = bare.following is not None and bare.following.start == bare.mention.end + 1  # "up from one in ten two years ago"
    if bare.reading.form != "part" or not in_ratio(bare) or not (ends_phrase(bare.after) or timed) or not bare.earlier:
        return None
    ratios = (other for other in reversed(bare.earlier) if bare.sentence.span(other.start, other.end)[1:2].text == "in")
    noun = next((other.reading.noun for other in ratios if isinstance(other.reading, Count)), None)
    return None if noun is None or (bare.after is not None and bare.after.lower_ == "of") else bare.count(noun)


# What those counted before do, while a number of others does something else: "with 40 shops closing and 12 opening".
_DOING = re.compile(r"(?: being| [a-z]+ing)(?: [a-z]+)?(?:,|,? and|,? while) (?=\d)")
_GONE = re.compile(r", (?:up|down) ")
_MOVE_OF = re.compile(rf",?(?: [a-z]+){{0,3}},? an? (?:[a-z]+ )?{either(MOVE_NOUNS)} of |, (?:up|down) ")
_FINITE = ("VBD", "VBP", "VBZ")
_WHOLE = re.compile(r" (?:(?:out )?of the|(?:from|out of) a possible) ")
