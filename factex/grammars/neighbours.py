"""Numbers that take their unit from another number beside them: 3% on Monday and 4 on Tuesday, nine shops and four more.

They are rules of `counted`, before and after those for noun phrases.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from factex.grammars.bare import Bare, counted_rule
from factex.grammars.movewords import MOVES
from factex.grammars.nouns import HARMED, WORDS, broken, expects
from factex.grammars.numbers import scale_of
from factex.grammars.taking import counted_before, like, near, with_unit_of
from factex.grammars.timewords import MONTH
from factex.readings import Count, Money, Numeral, Percent, Quantity
from factex.readings.numeric import plain
from factex.readings.temporal import Duration
from factex.records import Mention


@counted_rule(
    reads={
        "Some 460 cars were stolen, compared with [63] a year ago.": Count(Decimal(63), "car"),
        "Sales were $5.2 billion, below the [5.5 billion] consensus.": Money(Decimal(5_500_000_000), "$"),
        "The index gained 45.2 points to close at [4,509.3].": Count(Decimal("4509.3"), "point"),
        "Some 400 families own a boat, up from [250].": Count(Decimal(250), "family"),
    },
    refuses=[
        "Thefts rose 4% to 1,200 offences, while homicides fell to [570].",
        "The fund holds $3 billion, more than the [12] desks need.",
        "The rain cut off 12,000 villagers as the toll rose to [289].",
        "He scored before 420 fans, taking his tally to [19].",
        "Taxis made 34% of trips and their fleet has now 36, up from [29].",
    ],
)
def left_out(bare: Bare) -> Mention | None:
    """A number that leaves out its unit, which stands by a number before: 3% on Monday and 4 on Tuesday."""
    after, text = bare.after, bare.text_before()
    joint = None if text.endswith("(OR ") or _ITEM.search(text) else _JOINT.search(text)  # an odds ratio
    if joint is None or bare.reading.form == "part" or not bare.earlier or not _lacks_unit(bare, text, joint):
        return None
    bare = _in_its_scale(bare, text)
    number = bare.reading.amount or bare.reading.high or bare.reading.low or Decimal(1)
    latest = bare.earlier[-1].reading
    same = isinstance(latest, Count) and latest.noun is None and near(latest, number)
    if (same and text.endswith((" from ", " to ", "s ", "s' ", "s’ "))) or (
        joint[1] and (same or _is_amount(bare, bare.earlier[-1]))
    ):
        return bare.count(None)
    # "2.4 million yen for the 5 speed version and 2.3 million for the other": the number nearest in size, then in place.
    opened = bare.sentence.tokens.start_char + text.rfind("(") if text.count("(") > text.count(")") else -1  # both in one bracket
    places = {other: other.start - bare.sentence.shift - 1 for other in bare.earlier[::-1]}
    latest_first = [other for other, at in places.items() if at == opened or bare.sentence.parsed[at] != "("]
    moved, from_it = False, text.endswith((" down from ", " up from ", " number to ", " tally to ", " total to "))

    def far(other: Mention) -> tuple[bool, bool]:
        """How little a number has to do with this one; "1000 cases in 31 states, up from 285" tells of cases."""
        place = other.start - bare.sentence.shift
        return (not near(other.reading, number), from_it and _WITHIN.search(bare.sentence.parsed, 0, place) is not None)

    for other in sorted(latest_first, key=far):
        # "Rose 6% to 4.10": the size of a move in percent says nothing of the level.
        factor = isinstance(other.reading, Percent) or other.rule == "counts.fold"
        again = text[other.end - bare.sentence.start :] == ", to "  # "fell 30 points, 4%, to 720"
        if (joint["share"] and not factor) or (joint["level"] and other.rule == "counted.times"):  # 4.5 times the mean of 3
            continue
        if factor and joint["level"] and any(isinstance(each.reading, Money | Quantity) for each in latest_first):
            continue  # "at 35 euros, 40% under its high of 58"
        if factor and (text.endswith(" to ") or joint["level"]) and (again or _moves(text[: other.start - bare.sentence.start])):
            moved = True
            continue
        taken = with_unit_of(other.reading, bare.reading) if not factor or after is None or after.lower_ != "per" else None
        things = isinstance(taken, Count) and taken.noun != "point"
        # "Gained 45 points to close at 4,509": of what stands before "at", only points are a level's unit too.
        # Things are not broken into hundredths: "the index, of six currencies, fell to 81.781".
        whole = things and re.search(r"\.\d\d+$", bare.words.text) and not broken(Numeral(getattr(other.reading, "amount", None)))
        if whole or (moved and things) or (text.endswith(" at ") and (things or not isinstance(taken, Count))):
            continue
        if taken is not None and (joint["passed"] or not _tells_of_others(bare, other)):
            return replace(bare.mention, reading=taken)
    return None


def _in_its_scale(bare: Bare, text: str) -> Bare:
    """The number, in the millions of the one before where it leaves out that word too: "fell to 4.8 million from 9.9"."""
    latest, number = bare.earlier[-1], bare.reading.amount
    scale = scale_of(
        _UNIT_BEHIND.sub("", bare.sentence.parsed[latest.start - bare.sentence.shift : latest.end - bare.sentence.shift])
    )
    amount: Decimal | None = getattr(latest.reading, "amount", None)
    if number is None or amount is None or scale < 1000 or number >= 1000 or not text.endswith(_SET_BESIDE):
        return bare
    if not Decimal("0.2") < number * scale / amount < 5 or (isinstance(latest.reading, Money) and "." not in bare.words.text):
        return bare
    return replace(bare, reading=replace(bare.reading, amount=plain(number * scale)))


_SET_BESIDE = (" from ", " against ", " versus ", " vs ", " compared with ")
_UNIT_BEHIND = re.compile(r" (?!(?:[bm]|tr)illion|crore|lakh)[a-z]+$")


def _lacks_unit(bare: Bare, text: str, joint: re.Match[str]) -> bool:
    """Whether nothing behind the number is what it counts, and nothing before it says that it is told of something else."""
    after = bare.after
    if after is not None and after.lower_ == "of" and bare.following is not None and isinstance(bare.following.reading, Numeral):
        return False  # "4 of 12 vs. 5 of 9"
    timed = [other for other in bare.sentence.mentions if bare.earlier[-1].end <= other.start < bare.mention.start]
    if text.endswith((" down from ", " up from ")) and timed and isinstance(timed[-1].reading, Duration):
        return False  # "photos of 20MP and clips of 10 minutes, up from three"
    counts = joint[1] and after is not None and after.pos_ in ("AUX", "CCONJ", "NOUN", "PROPN", "VERB")
    # "Above the 5 billion consensus", "more than the 40 it sold", "than the 40 expected", "than the 40 analysts expected".
    behind = after.nbor() if after is not None and after.pos_ == "ADV" and after.i + 1 < len(bare.doc) else after  # "first planned"
    if behind is not None and behind.lower_ == "that" and behind.i + 1 < len(bare.doc):  # "than the 40 that it expected"
        behind = behind.nbor()
    said = behind is not None and (behind.lower_ in {"of", *WORDS["sizes"]} or behind.tag_ in ("PRP", "VBD", "VBN"))
    told = said or (behind is not None and expects(behind, bare))
    if counts or (joint["passed"] and not told):
        return False
    return not (closes(bare, text) or _is_of_another(bare) or (text.endswith(" from ") and not _tells_of_move(text)))


def _is_amount(bare: Bare, share: Mention) -> bool:
    """Whether the number says in figures what a share amounts to: "12% of calls, or 340 a day", "5%, or 12 a share"."""
    found = _OR_AMOUNT.match(bare.sentence.parsed, share.end - bare.sentence.shift) if isinstance(share.reading, Percent) else None
    rate = bare.after is not None and bare.after.lower_ in ("a", "an", "per")
    return found is not None and (rate or found["whole"] is not None)


_OR_AMOUNT = re.compile(r"(?P<whole> of [^,;]+)?,? or ")


def _tells_of_others(bare: Bare, other: Mention) -> bool:
    """Whether the number's own verb tells of something else than the number before counts: "while homicides fell to 570"."""
    verb = next((word for word in bare.words.root.ancestors if word.pos_ == "VERB"), None)
    subjects = () if verb is None else (child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass"))
    after = (subject for subject in subjects if subject.idx >= other.end - bare.sentence.shift)
    return any(subject.tag_ == "NNS" or subject.lemma_ in WORDS["holders"] for subject in after)


@counted_rule(
    reads={
        "It has nine shops and will open [four] more.": Count(Decimal(4), "shop"),
        "He faces 37 charges, [31] of them under that act.": Count(Decimal(31), "charge"),
        "In all 90 runners from 83 towns set out at 9C; [88] of them got there.": Count(Decimal(88), "runner"),
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
    words, behind = [token.lower_ for token in bare.doc[bare.words[-1].i + 1 :][:2]], bare.doc[bare.words[-1].i + 3 :][:1]
    if len(words) < 2 or not bare.earlier:
        return bare.of_those_told() if words == ["of", "them"] else None
    if words[0] in ("more", "fewer", "less") and words[1] == "than":
        if bare.reading.form == "part":  # a tenth of what was there before, not of a litre
            return None
        fewer = counted_before(bare.earlier) if words[0] == "fewer" else None  # "64.7% of 1,987 homes, 312 fewer than"
        same = like(bare, _compared(bare, bare.earlier).reading) if fewer is None else None
        return same or bare.count(fewer)  # "the number is 82, 39 more than last year"
    ends = bare.doc[bare.words[-1].i + 2].pos_ in ("ADP", "AUX", "PUNCT", "SCONJ", "VERB")
    games = words[1] in ("these", "those") and any(token.pos_ in ("ADJ", "NOUN") for token in behind)  # "two of those games"
    of_them = words[0] == "of" and words[1] in WORDS["them"] and not games
    if not of_them and not (words[0] in ("more", "short", "shy") and ends and HARMED.search(bare.text_before()) is None):
        return None
    counts = [other for other in bare.earlier if isinstance(other.reading, Count) and other.reading.noun is not None]
    compared = _compared(bare, counts if of_them and counts else bare.earlier).reading
    if not of_them and not isinstance(compared, Count):
        return bare.count(None)  # 142 yards on 22 carries and 231 more
    noun = (compared.noun if isinstance(compared, Count) else None) or counted_before(bare.earlier)
    return None if noun is None and not of_them else bare.count(noun)


def _compared(bare: Bare, earlier: Sequence[Mention]) -> Mention:
    """What "five more" is more than, and "five of them" are part of: of 21 goals in 28 games the goals."""
    start = bare.sentence.shift
    heads = [other for other in earlier if _WITHIN.search(bare.sentence.parsed, 0, other.start - start) is None]
    return heads[-1] if heads else earlier[-1]


_WITHIN = re.compile(r"\b(?:among|at|from|in|including|off|on|over|with)(?: (?:his|her|its|just|only|the|their))? $")


def _is_of_another(bare: Bare) -> bool:
    """Whether a number is told of something else than the one before: "before 420 fans, taking his tally to 19".

    So it is where its verb stands between them and has an object of its own, but for the total of what is counted, or tells of
    a number ("the number of those who earn $5 rose to 40"), and where it is compared with a number that counts nothing.
    """
    latest, shift = bare.earlier[-1].end - bare.sentence.shift, bare.sentence.shift
    if (found := _COMPARED.search(bare.text_before())) is not None:
        place = found.start(1) + bare.sentence.tokens.start_char
        read = (other for other in bare.sentence.mentions if not isinstance(other.reading, Numeral))
        if latest <= place and not any(other.start <= place + shift < other.end for other in read):  # "March 31, up from 173"
            return True
    above = [verb for verb in bare.words.root.ancestors if verb.pos_ in ("AUX", "VERB") and verb.idx >= latest]
    if bare.text_before().endswith((", down from ", ", up from ")) and any(
        child.dep_ == "nsubj" and child.idx + len(child) == latest for verb in above for child in verb.lefts
    ):
        return False  # "400 families own a boat, up from 250"
    objects = (child for verb in above for child in verb.children if child.dep_ == "dobj" and verb.i < child.i < bare.words[0].i)
    if any(child.lemma_ not in {"number", "total", *WORDS["sizes"]} for child in objects):  # "missing a forecast of 2.5 billion"
        return True
    numbers = (child for verb in above for child in verb.lefts if child.dep_ == "nsubj" and child.lemma_ == "number")
    return any(not isinstance(bare.earlier[-1].reading, Count) or number.idx >= latest for number in numbers)


_COMPARED = re.compile(r"(\d[\d.,]*),? (?:compared with|down from|up from) $", re.IGNORECASE)


_WHICH = r"(?:an?|its|the|their)"
# What stands between a number and one that leaves its unit out; group 1 joins much else too, " :" is an equals sign.
_JOINT = re.compile(
    r"(?:\b(?:at|to|from|out of|(and|or)|against|versus|vs\.?|including|after|compared (?:to|with)|instead of|is|was"
    r"|(?<!of more )(?<!of less )(?<!of fewer )than)"
    r"(?: (?:about|around|roughly|nearly|almost|(?:just )?(?:over|under)|between|just|only|some|more than|less than|up to|at least"
    r"|a record))?|(?<! ):"
    # "A loss of 5 million euros, against a profit of 7 million": sums are of one currency.
    rf"|\b(?:after|against|beat(?:ing)?|compared (?:to|with)|from|miss(?:ed|ing)|to|versus) (?:{_WHICH} )?(?:[\w-]+ )?"
    rf"(?:{'|'.join([*WORDS['sums'], *WORDS['sizes']])})s? of"
    r"|\b(?P<level>average|high|limit|low|mean|peak) of|\b(?P<share>growth|margin) of"
    # "Against its rival's 2", "up from January's 1.35 million".
    r"|\b(?:(?:against|ahead of|behind|below|compared (?:to|with)|than|to|versus) (?:[\w.&-]+ ){0,3}"
    rf"|from (?=20\d\d|last|{MONTH}))"
    r"[\w.&-]+(?:['’]s|s['’])"
    rf"|\b(?P<passed>above|beat|beating|below|double|from|missed|short of|to|missing|than|topped|topping|triple|twice) {_WHICH}) $",
    re.IGNORECASE,
)


_ITEM = re.compile(r"[;)][^;:]*: $")
"""How a line of figures goes on: "price: $612; days on market: 41"."""


def closes(bare: Bare, text: str) -> bool:
    """Whether the bracket after the number was opened by nothing: "1) people"."""
    return bare.after is not None and bare.after.text == ")" and text.count("(") <= text.count(")")


def _moves(text: str) -> bool:
    """Whether a text ends with a word that makes the next number the size of a move: rose, up, by."""
    words = text.lower().split()
    return bool(words) and words[-1] in MOVES


def _tells_of_move(text: str) -> bool:
    """Whether a text tells of a move, which "from" may give the start of: "shot 41% from the field, 9 from three" does not."""
    return not MOVES.isdisjoint(re.findall(r"[a-z]+", text.lower())) or re.search(r"\b(?:to|compared)\b", text) is not None
