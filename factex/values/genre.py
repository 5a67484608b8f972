"""Whether an article is news about the days around its publication or tells of times long past."""

from __future__ import annotations

from collections.abc import Iterable

from factex.readings.temporal import Century, Date, Modified, Relative, TemporalReading, Weekday, Within, Year
from factex.records import Article, Sentence
from factex.values.asides import is_compared, is_ranked

FEWEST = 4
"""So many years long past must be named before an article counts as a history."""


def is_history(article: Article, sentences: Iterable[Sentence]) -> bool:
    """Whether its dates hang on the dates before them in the text, not on the day of publication.

    So it is in an article that names years before the last one at least three times as often as yesterday, Monday,
    last week and their like.
    """
    if article.published is None:
        return True
    past = near = 0
    for sentence in sentences:
        for mention in sentence.mentions:
            reading = mention.reading
            if not isinstance(reading, TemporalReading):
                continue
            year = _year(reading)
            compared = is_compared(reading, article.text, mention.start) or is_ranked(article.text, mention.start)
            past += year is not None and year < article.published.year - 1 and not compared
            near += _is_near(reading)
    return past >= FEWEST and past > 3 * near


def is_early(sentences: Iterable[Sentence]) -> bool:
    """Whether a history tells of times before 1000: it names several such years, or more than a number of three digits may be."""
    readings = [mention.reading for sentence in sentences for mention in sentence.mentions]
    years = sum(isinstance(reading, Year) and reading.digits == 3 for reading in readings)
    sure = any(r.number < 10 for r in readings if isinstance(r, Century))
    sure |= any((r.year or 1000) < 1000 for r in readings if isinstance(r, Date))
    return years >= FEWEST or (sure and years > 0)


def _year(reading: TemporalReading) -> int | None:
    """The year that the words name in full."""
    match reading:
        case Date():
            return reading.year
        case Year(digits=4):
            return reading.number
        case Within():
            return _year(reading.whole)
        case Modified():
            return _year(reading.of)
    return None


def _is_near(reading: TemporalReading) -> bool:
    """Whether the words count from the time of writing."""
    match reading:
        case Weekday():
            return True
        case Relative():
            return not reading.following
        case Within():
            return _is_near(reading.whole)
        case Modified():
            return _is_near(reading.of)
    return False
