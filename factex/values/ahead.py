"""Words that look ahead, whatever their tense: due, scheduled, expected, vowed, postponed."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from factex.data import table

if TYPE_CHECKING:
    from spacy.tokens import Token

Direction = Literal["past", "future", "either"]
"""The side of the anchor that a time lies on; "either" for what was planned: it may be over by now."""
Weight = Literal["sure", "likely", "weak"]
"""How far a verb commits itself: all times go by a sure one, days of the week by a likely one, none by a weak one alone."""


class Tense(NamedTuple):
    """The direction, the word that gave it, and how far it can be relied on."""

    direction: Direction
    token: Token
    weight: Weight = "sure"


@cache
def words(kind: str) -> frozenset[str]:
    """A row of the table of tense."""
    return frozenset(table("tense")[kind])


def by_word(word: Token, below: Token, link: Token) -> Tense | None:
    """What a word that looks ahead says of a time that hangs on it by *below*, and on that by *link*.

    "It is due on Friday" and "it vowed to pay on Friday" look ahead, "it vowed on Friday to pay" does not, and "it had
    been due on Friday" looks back on what was to come.
    """
    lemma = word.lemma_.lower()
    due = next((child for child in word.children if child.dep_ == "acomp" and child.lower_ in words("ahead")), None)
    if lemma == "be" and due is not None and word.tag_ in _DUE:
        direction, weight = _DUE[word.tag_]
        return Tense(direction, due, weight)  # "he is due before a judge on Monday", "it had been due on Monday"
    particles = (child.lower_ for child in word.children if child.dep_ == "prt")
    if not words("moved").isdisjoint((lemma, *(f"{lemma} {particle}" for particle in particles))):
        # "It was put off until Friday", "it has until the close on Friday".
        # "By Monday they had moved 40", but "they must renew it by Monday".
        own = link.head.i == word.i and link.lower_ in (("for", "until", "till", "to", "through") + ("by",) * (not is_told(word)))
        # The parse may hang its new day on the noun before it: "it put off the vote on the budget to Friday".
        beside = {below.lower_, link.lower_} & {"until", "till"} or (link.lower_ == "to" and link.head.pos_ in ("NOUN", "PROPN"))
        if own or beside:
            return Tense("future", word, "likely" if is_told(word) else "sure")
    if lemma in words("asked"):
        return _asked(word, lemma, below)
    if lemma in words("told") and below.dep_ in _COMPLEMENTS and any(child.tag_ == "TO" for child in below.children):
        return Tense("future", word)  # "they were told to stay in until Friday", but "they told us that he left on Friday"
    if (lemma == "see" and _is_forecast(below)) or (lemma == "warn" and any(child.lower_ in _PARTS for child in link.children)):
        # "Sales are seen rising", "it warned of losses in the second half".
        return Tense("either" if is_told(word, "had", "was", "were") else "future", word)
    return _planned(word, lemma, below, link) if lemma in words("ahead") else None


def _asked(word: Token, lemma: str, below: Token) -> Tense | None:
    """What a word of wanting says: "he vowed to kill her in March", but "he admitted threatening to kill her in March"."""
    if is_deed(word):
        return Tense("past", word)
    if word.pos_ == "NOUN" and lemma == "estimate" and below.lower_ == "for" and _is_of_statistics(word):
        return Tense("past", below)
    # "It called for talks on Friday", "it called for talks to begin on Friday".
    led = below.lower_ if below.dep_ == "prep" else next((child.lower_ for child in below.children if child.dep_ == "mark"), "")
    wanted = below.dep_ in _COMPLEMENTS or led == "for"
    # "Which agreed to sell in June" may tell when they agreed.
    weight: Weight = "likely" if word.tag_ == "VBD" else "sure"
    # "They had asked them to stop by Friday", "a forecast calling for a rise in June was missed": by then or after.
    over = (
        is_told(word, "had")
        or (lemma == "need" and word.tag_ == "VBD")
        or (word.tag_ == "VBG" and word.dep_ == "acl" and any(is_told(above) for above in word.ancestors))
    )
    return Tense("either" if over or lemma in words("decided") else "future", word, weight) if wanted else None


def _is_of_statistics(estimate: Token) -> bool:
    """Whether an estimate is of what is over: the first, or one that was revised: "it revised its estimate for June"."""
    return estimate.head.lemma_ == "revise" or any(child.lower_ in words("counted") for child in estimate.children)


def _is_forecast(seen: Token) -> bool:
    """Whether what is seen is a move or a level to come: "sales are seen rising", "growth is seen at 2%"."""
    moves = table("moves")["verbs"]
    level = seen.lower_ == "at" and any(child.ent_type_ in ("MONEY", "PERCENT") for child in seen.children)
    return level or (seen.dep_ == "xcomp" and seen.lemma_.lower() in (*moves["increase"], *moves["decrease"]))


def is_deed(word: Token) -> bool:
    """Whether it tells what somebody is charged with or admits, which is over: "guilty of stealing a car"."""
    above = word.head.head if word.head.pos_ == "ADP" else word.head
    return word.tag_ == "VBG" and above.lemma_.lower() in words("charges")


def _planned(word: Token, lemma: str, below: Token, link: Token) -> Tense | None:
    """What a word of planning or expecting says; of plans told in the past, that the time may be over by now."""
    if is_told(word, "had"):
        return Tense("past", word, "weak")
    if lemma == "due" and below.lower_ == "to" and below.pos_ == "ADP":
        return Tense("past", word)  # "profit may fall due to weak sales in May"
    planned = below.dep_ in _COMPLEMENTS or (lemma == "plan" and below.lower_ == "for")
    if word.pos_ == "NOUN" and lemma != "deadline" and not planned and (lemma, below.lower_) != ("date", "of"):
        return None
    if word.tag_ == "VBD":
        planned = below.dep_ in _COMPLEMENTS or any(child.dep_ == "dobj" for child in word.children)
        return Tense("future" if lemma in ("schedule", "slat", "slate") else "either", word, "likely") if planned else None
    if lemma == "set" and link.pos_ == "ADP" and not any(child.lower_ == "for" or child.dep_ == "xcomp" for child in word.children):
        return None
    # "The flights planned for Monday were cancelled", "it dropped plans for a strike on Monday", "first set for Monday": by
    # then or after.
    dropped = word.head.lemma_.lower() in words("dropped") and is_told(word.head)
    first = any(child.lower_ in words("at_first") for child in word.children)
    hangs = word.dep_ == "acl" or word.tag_ == "VBG"  # "patients waiting to be seen in January lay in halls"
    told = is_told(word, "was", "were") or (hangs and any(is_told(above) for above in word.ancestors))
    return Tense("either" if first or dropped or told else "future", word)


_PARTS = frozenset({"half", "quarter"})
_DUE: dict[str, tuple[Direction, Weight]] = {
    "VBD": ("either", "sure"),
    "VBN": ("past", "weak"),
    "VBP": ("future", "sure"),
    "VBZ": ("future", "sure"),
}
_COMPLEMENTS = frozenset({"xcomp", "ccomp", "acl", "relcl"})


def is_told(word: Token, *auxiliaries: str) -> bool:
    """Whether a verb or an adjective stands in the past: "moved", "was moved", "had been due"; only by these auxiliaries."""
    if word.tag_ == "VBD" and not auxiliaries:
        return True
    if word.tag_ == "VBN" and word.dep_ == "conj" and not any(child.dep_ in ("aux", "auxpass") for child in word.children):
        return is_told(word.head, *auxiliaries)
    verb = word.head if word.dep_ in ("acomp", "attr") else word
    forms = {verb.lower_, *(child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass"))}
    return not forms.isdisjoint(auxiliaries or ("was", "were", "had"))


def fixture(token: Token) -> Tense | None:
    """The verb of a match to come of which the parse makes a noun: "Derby host Hull on Friday", "Hull travel to Derby"."""
    for above in (*token.ancestors, *token.head.head.children)[:6]:
        for verb in (above, *above.lefts):
            behind = verb.doc[verb.i + 1 + (verb.doc[verb.i + 1 : verb.i + 2].text == "to") :][:1]
            if verb.lower_ in words("matches") and verb.i and verb.nbor(-1).text[0].isupper() and behind.text[:1].isupper():
                return Tense("future", verb, "likely")
    return None


def is_dropped(verb: Token) -> bool:
    """Whether something planned is given up: cancelled, called off."""
    return verb.lemma_.lower() in words("dropped") or (verb.lemma_ == "call" and any(c.lower_ == "off" for c in verb.children))
