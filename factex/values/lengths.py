"""When a length is a date: "it opens in two weeks" says when, "it was built in two weeks" how long."""

from __future__ import annotations

from factex.readings.temporal import Duration, Shift
from factex.values.ahead import words
from factex.values.context import Context


def ahead(reading: Duration, text: str, context: Context) -> Shift | None:
    """The date that a length after "in" gives to what happens at one moment and lies ahead; None where it is a length."""
    start = context.mention.start
    if reading.age or text[max(0, start - 3) : start].lower() != "in ":
        return None
    link = context.sentence.span(start, context.mention.end).root.head
    lemma, particles = link.head.lemma_.lower(), (child.lower_ for child in link.head.children if child.dep_ == "prt")
    if link.lower_ != "in" or words("moments").isdisjoint((lemma, *(f"{lemma} {particle}" for particle in particles))):
        return None
    length = reading.length
    # What goes from here to there takes so long, and nobody gives a date to the second.
    if length is None or length[1] == "second" or any(child.lower_ == "from" for child in link.head.children):
        return None
    if context.direction() != "future" or not context.sure():
        return None
    return Shift(*length, forward=True)
