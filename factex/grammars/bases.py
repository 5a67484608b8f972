"""Bases: what a rate is per where that is a number itself, as in 12 cases per 100,000 people."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from factex.readings import NumericReading
from factex.readings.temporal import Duration
from factex.records import Mention

# "Five grams of sugar per 10 grams", "£1.13 on wages for every £1 it earned"
_PER = re.compile(r"(?: [a-z-]+){0,4} (?:per|for (?:each|every)) ")


def is_base(text: str, mention: Mention) -> bool:
    """Whether a number tells what a rate is per, and nothing else."""
    return text.endswith(" per ", 0, mention.start) and _is_number(mention)


def with_bases(text: str, mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions of a sentence of *text*, rates with their bases.

    Behind "per" a base is no fact of its own, also where its rate stands elsewhere: "the rate per 100,000 people".
    """
    kept: list[Mention] = []
    for mention in mentions:
        last = kept[-1] if kept else mention
        led = isinstance(last.reading, NumericReading) and _PER.fullmatch(text, last.end, mention.start) is not None
        if led and _is_number(mention) and "-" not in text[mention.start : mention.end]:  # not "for every 1-megawatt farm"
            kept[-1] = replace(last, per=text[mention.start : mention.end])
        if not is_base(text, mention):
            kept.append(mention)
    return kept


def _is_number(mention: Mention) -> bool:
    return isinstance(mention.reading, NumericReading | Duration)
