"""When a length is a date: "it opens in two weeks" says when, "it was built in two weeks" how long."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factex.readings.temporal import Duration, Reference, Shift
from factex.values.ahead import words
from factex.values.context import Context

if TYPE_CHECKING:
    from spacy.tokens import Token

_COUNTED = re.compile(r" (?:after|before|of|per|from|in)\b")


def some_day(reading: Duration, text: str, context: Context) -> Reference | Duration | None:
    """The length as it stands; a time ahead for "she hopes to win one day"; None where "One day" only opens a tale."""
    start, end = context.mention.start, context.mention.end
    if reading.timex != "P1D" or text[start:end].lower() != "one day" or _COUNTED.match(text, end):
        return reading
    span = context.sentence.span(start, end)
    verb = span.root.head
    if span.root.dep_ not in ("advmod", "npadvmod") or verb.lemma_.lower() in words("durative"):
        return reading
    if context.direction() == "future":
        return Reference("FUTURE_REF")
    return None if span.start < verb.i else reading


def ahead(reading: Duration, text: str, context: Context) -> Shift | None:
    """The date that a length after "in" gives to what happens at one moment and lies ahead; None where it is a length."""
    start = context.mention.start
    if reading.age or text[max(0, start - 3) : start].lower() != "in " or text[start : start + 4].lower() == "the ":
        return None  # what opens in the next two weeks does so at any time of them
    link = context.sentence.span(start, context.mention.end).root.head
    lemma, particles = link.head.lemma_.lower(), (child.lower_ for child in link.head.children if child.dep_ == "prt")
    if link.lower_ != "in" or words("moments").isdisjoint((lemma, *(f"{lemma} {particle}" for particle in particles))):
        return None
    if any(child.lower_ == "have" for child in link.head.children):
        return None  # "it will have begun 45 times in five years"
    length = reading.length
    # What goes from here to there takes so long, so does what gets something or makes the third of its kind; nobody dates to
    # the second.
    rivals = any(word.tag_ in ("JJS", "RBS") for word in link.doc[link.head.i : link.i])  # "at its highest level in two years"
    rivals |= any(word.lower_ in ("first", "only") for word in link.doc[link.head.left_edge.i : link.head.i])  # "the first closing"
    taken = rivals or any(c.lower_ == "from" or (c.dep_ == "dobj" and lemma == "get") or _ranked(c) for c in link.head.children)
    if length is None or length[1] == "second" or taken:
        return None
    if context.direction() != "future" or not context.sure():
        return None
    return Shift(*length, forward=True)


def _ranked(word: Token) -> bool:
    """Whether a word is said to be the third of its kind."""
    return word.dep_ == "attr" and any(child.ent_type_ == "ORDINAL" for child in word.children)
