"""Games: their quarters and halves are no times of the year."""

from __future__ import annotations

import re
from dataclasses import replace

from factex.data import table
from factex.grammars.numbers import either
from factex.readings.temporal import Century, Duration, Modified, Part
from factex.records import Mention, Sentence

_GAME = re.compile(rf"\b{either(table('decoys')['games'])}s?\b", re.IGNORECASE)


def without_parts_of_games(text: str, sentences: list[Sentence]) -> list[Sentence]:
    """The sentences of an article with this *text*; of one on a match without the mentions that may be parts of the game."""
    possible = any(_may_be_of_a_game(m) for s in sentences for m in s.mentions)
    # A report on a match has two of the words that nothing else is told with.
    if possible and len({found[0].lower() for found in _GAME.finditer(text)}) > 1:
        return [replace(s, mentions=tuple(m for m in s.mentions if not _may_be_of_a_game(m))) for s in sentences]
    return sentences


def _may_be_of_a_game(mention: Mention) -> bool:
    """Whether it is a quarter or half that nothing ties to a year, or the hundred runs or breaks that are called a century."""
    reading = mention.reading.of if isinstance(mention.reading, Modified) else mention.reading
    if isinstance(reading, Century) or (isinstance(reading, Duration) and reading.timex in ("P50Y", "P100Y")):
        return True
    return isinstance(reading, Part) and reading.grain in ("quarter", "half") and reading.which is None and not reading.fiscal
