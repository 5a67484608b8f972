"""Normalise: from readings to values, by what the article and the sentence say around them."""

from __future__ import annotations

from dataclasses import replace

from factex.readings import TemporalReading
from factex.records import Article, Sentence, Value
from factex.values.numbers import Numbers
from factex.values.times import Times


def normalise(article: Article, sentences: list[Sentence]) -> tuple[list[Sentence], list[Value]]:
    """The sentences with the mentions that have a value, and those values in the same order."""
    numbers, times = Numbers(article), Times(article, sentences)
    kept, values = [], []
    for sentence in sentences:
        valued = []
        for mention in sentence.mentions:
            room = times if isinstance(mention.reading, TemporalReading) else numbers
            value = room.value(mention, sentence)
            if value is not None:
                valued.append((mention, value))
        whole = len(valued) == len(sentence.mentions)
        kept.append(sentence if whole else replace(sentence, mentions=tuple(mention for mention, _ in valued)))
        values += [value for _, value in valued]
    return kept, values
