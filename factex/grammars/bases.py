"""Bases: what a rate is per where that is a number itself, as in 12 cases per 100,000 people."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from factex.readings import NumericReading
from factex.readings.temporal import Duration
from factex.records import Mention

# "Five grams of sugar per 10 grams", "3.2 deaths for every 1,000 births"
_PER = re.compile(r"(?: [a-z-]+){0,4} (?:per|for (?:each|every)) ")


def is_base(text: str, mention: Mention) -> bool:
    """Whether a number tells what a rate is per."""
    return text.endswith((" per ", " for each ", " for every "), 0, mention.start)


def with_bases(text: str, mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions of a sentence of *text*, a number with its base made one: the base is no fact of its own.

    One whose rate stands elsewhere ("the rate per 100,000 people") goes too.
    """
    kept: list[Mention] = []
    for mention in mentions:
        base = isinstance(mention.reading, NumericReading | Duration) and is_base(text, mention)
        if base and kept and isinstance(kept[-1].reading, NumericReading) and _PER.fullmatch(text, kept[-1].end, mention.start):
            kept[-1] = replace(kept[-1], per=text[mention.start : mention.end])
        elif not base or not text.endswith(" per ", 0, mention.start):
            kept.append(mention)
    return kept
