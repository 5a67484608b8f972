"""Which way a time lies: what the verb over it says about past and future."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from factex.data import table

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

Direction = Literal["past", "future"]

_FUTURE_AUX = frozenset({"will", "shall", "'ll", "’ll", "wo", "may", "might", "can", "could", "would", "should", "must", "ca"})
_WILL = frozenset({"will", "shall", "'ll", "’ll", "wo"})
_PAST_AUX = frozenset({"was", "were", "had", "did", "have", "has", "been", "'ve", "’ve", "'d", "’d"})
_PRESENT_AUX = frozenset({"am", "are", "is", "'m", "'re", "'s", "’m", "’re", "’s"})
DEEPEST = 12
"""How many heads are followed upwards: longer chains say nothing about the time below them."""


class Tense(NamedTuple):
    """The direction, the word that gave it, and whether it says so outright rather than by its tense alone."""

    direction: Direction
    token: Token
    sure: bool = True


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(table("tense")[kind])


def tense(span: Span) -> Tense | None:
    """The direction of the time in *span* by the words that govern it, or None where they leave it open.

    The nearest verb decides; an infinitive or participle without a tense of its own passes the question to the word
    over it; a word that looks ahead ("plans", "due", "scheduled") decides at once, as does a new date that an event is
    moved to ("postponed until Tuesday").
    """
    token = span.root
    if token.dep_ in ("poss", "compound", "nmod") and token.head.pos_ == "NOUN":
        # "Wednesday's ruling": what is done to the ruling now says little of its day.
        if token.head.lemma_.lower() in _words("ahead"):
            return Tense("future", token.head)
        found = _governed(token.head)
        return None if found is None else found._replace(sure=False)
    return _governed(token)


def _governed(token: Token) -> Tense | None:
    """What the verbs over *token* say, from the nearest upwards."""
    link = token.head if token.head.pos_ in ("ADP", "SCONJ") else token
    for _ in range(DEEPEST):
        below, token = token, token.head
        if below.i == token.i:
            break
        found = _by_word(token, below, link)
        if found is None and token.pos_ in ("VERB", "AUX"):
            if token.lemma_ == "be" and token.tag_ in ("VBZ", "VBP"):
                # "The vote is on Friday", "is to resume on Friday"; what is so now says nothing of the dates of its nouns.
                ahead = link.head.i == token.i or below.dep_ == "xcomp"
                return Tense("future", token, sure=token.doc[-1].is_punct) if ahead else None
            found = _of_verb(token)
        if found is not None:
            # "It could come as early as Tuesday."
            return found._replace(sure=True) if link.lower_ == "as" and found.direction == "future" else found
    return _of_verb(token) if token.pos_ in ("VERB", "AUX") else None


def _by_word(word: Token, below: Token, link: Token) -> Tense | None:
    """What a word that looks ahead says of a time that hangs on it by *below*, and on that by *link*.

    "It is due on Friday" and "it vowed to pay on Friday" look ahead, "it vowed on Friday to pay" does not, and "it had
    been due on Friday" looks back on what was to come.
    """
    lemma = word.lemma_.lower()
    if lemma in _words("moved"):
        ahead = link.head.i == word.i and link.lower_ in ("for", "until", "till", "to", "by", "through")
    elif lemma in _words("asked"):
        ahead = below.dep_ in _COMPLEMENTS or (below.dep_ == "prep" and below.lower_ == "for")
    elif lemma not in _words("ahead"):
        return None
    elif _was_before(word):
        return Tense("past", word, sure=False)
    elif word.tag_ == "VBD":
        ahead = below.dep_ in _COMPLEMENTS or any(child.dep_ == "dobj" for child in word.children)
    elif word.pos_ == "NOUN" and lemma not in ("deadline", "plan"):
        ahead = below.dep_ in _COMPLEMENTS
    else:
        ahead = lemma != "set" or link.head.i != word.i or link.lower_ == "for"
    return Tense("future", word) if ahead else None


_COMPLEMENTS = frozenset({"xcomp", "ccomp", "acl", "relcl"})


def _was_before(word: Token) -> bool:
    """Whether a word stands in the pluperfect: "had been due"."""
    verb = word.head if word.dep_ in ("acomp", "attr") else word
    return any(child.lower_ in ("had", "'d", "’d") and child.dep_ in ("aux", "auxpass") for child in verb.children)


def _of_verb(verb: Token) -> Tense | None:
    """What a verb with its auxiliaries says by itself."""
    words = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    said = {word.lower_ for word in words}
    modal = next((word for word in words if word.lower_ in _FUTURE_AUX), None)
    if modal is not None:
        # "May have fallen" looks back, "will have fallen" ahead.
        perfect = "have" in said and modal.lower_ not in _WILL
        return Tense("past" if perfect else "future", modal, sure=modal.lower_ != "could")
    going = verb.lemma_ == "go" and any(child.dep_ == "xcomp" for child in verb.children)
    if verb.tag_ == "VBG" and (going or said & _PRESENT_AUX):
        return Tense("future", verb)
    if verb.tag_ == "VBD" or said & _PAST_AUX or verb.lower_ in _PAST_AUX:
        return Tense("past", verb)
    if verb.tag_ == "VBN" and not words and verb.dep_ in ("acl", "advcl", "amod", "relcl"):
        return Tense("past", verb)
    return None if "to" in said else _of_present(verb)


def _of_present(verb: Token) -> Tense | None:
    """What a present tense says: with a date it is a timetable ("the court sits on Friday"), but headlines tell the past in it."""
    if verb.pos_ != "VERB" or verb.tag_ not in ("VBZ", "VBP"):
        return None
    if verb.tag_ == "VBP" and verb.lower_ in _words("unmarked"):
        return Tense("past", verb, sure=False)
    return Tense("future", verb, sure=verb.doc[-1].is_punct)
