"""Which way a time lies: what the verb over it says about past and future."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from factex.data import table

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

Direction = Literal["past", "future"]

_FUTURE_AUX = frozenset({"will", "shall", "'ll", "’ll", "wo", "may", "might", "can", "could", "would", "should", "must", "ca"})
_PAST_AUX = frozenset({"was", "were", "had", "did", "have", "has", "been", "'ve", "’ve", "'d", "’d"})
DEEPEST = 12
"""How many heads are followed upwards: longer chains say nothing about the time below them."""


class Tense(NamedTuple):
    """The direction, and the word that gave it."""

    direction: Direction
    token: Token


@cache
def _ahead() -> frozenset[str]:
    return frozenset(table("tense")["ahead"])


def tense(span: Span) -> Tense | None:
    """The direction of the time in *span* by the words that govern it, or None where they leave it open.

    The nearest verb decides; an infinitive or participle without a tense of its own passes the question to the word
    over it; a word that looks ahead ("plans", "due", "scheduled") decides at once.
    """
    token, above = span.root, span.root.head
    for _ in range(DEEPEST):
        if (
            token.lemma_.lower() in _ahead()
            and token.pos_ in ("VERB", "ADJ", "NOUN")
            and token.i != span.root.i
            and not _past_event(token)
        ):
            return Tense("future", token)
        if token.pos_ in ("VERB", "AUX"):
            found = _of_verb(token)
            if found is not None:
                return found
        if above.i == token.i:
            return None
        token, above = above, above.head
    return None


def _past_event(token: Token) -> bool:
    """Whether a word that may look ahead tells of a past act instead: "he asked on Monday", "planned in 2010"."""
    return token.tag_ in ("VBD",) or (token.tag_ == "NN" and token.lemma_ not in ("deadline", "plan"))


def _of_verb(verb: Token) -> Tense | None:
    """What a verb with its auxiliaries says by itself."""
    words = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    for word in words:
        if word.lower_ in _FUTURE_AUX:
            return Tense("future", word)
    if verb.tag_ == "VBG" and verb.lemma_ == "go" and any(child.dep_ == "xcomp" for child in verb.children):
        return Tense("future", verb)
    if verb.tag_ == "VBD" or verb.lower_ in ("was", "were", "had", "did"):
        return Tense("past", verb)
    for word in words:
        if word.lower_ in _PAST_AUX:
            return Tense("past", word)
    if any(word.lower_ == "to" for word in words):
        return None
    if verb.tag_ in ("VBZ", "VBP") and verb.pos_ == "VERB":
        return Tense("future", verb)
    if verb.tag_ == "VBG" and any(word.lower_ in ("is", "are", "'s", "'re", "’s", "’re", "am") for word in words):
        return Tense("future", verb)
    return None
