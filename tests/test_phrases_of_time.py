"""Phrases of time have the values and intervals that phrases_of_time.txt says, and TimeML that its schema allows."""

import re
from datetime import date, timedelta
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

import factex
from factex.grammar import unbracket
from factex.records import TEMPORAL_KINDS

LINES = [
    line
    for line in (Path(__file__).parent / "phrases_of_time.txt").read_text(encoding="utf-8").splitlines()
    if line and line[0] != "#"
]

# What the schema of TimeML 1.2.1 allows for each type of TIMEX3: calendar values, with X for what is unknown.
_DATE = r"(?:BC)?[\dX]{2,4}(?:-(?:[\dX]{2}(?:-[\dX]{2})?|W[\dX]{2}(?:-(?:WE|[1-7]))?|Q[1-4X]|H[12X]|SP|SU|FA|WI))?"
_TIME = r"T(?:MO|MI|AF|EV|NI|DT|\d\d(?::\d\d(?::\d\d)?)?)"
_LENGTH = r"P(?!$)(?:[\dX.]+(?:Y|Q|M|WE|W|D|DE|CE))*(?:T(?:[\dX.]+[HMS])+)?"
VALUES = {
    "DATE": re.compile(rf"{_DATE}|(?:PAST|PRESENT|FUTURE)_REF"),
    "TIME": re.compile(rf"{_DATE}{_TIME}"),
    "DURATION": re.compile(_LENGTH),
    "SET": re.compile(rf"{_LENGTH}|{_DATE}(?:{_TIME})?"),
}
MODS = {
    "DATE": {"BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER", "START", "MID", "END", "APPROX"},
    "DURATION": {"LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE", "START", "MID", "END", "APPROX"},
}
SIX_HOURS = timedelta(hours=6)
ATTRIBUTES = {"tid", "type", "value", "mod", "quant", "freq"}


@pytest.fixture(scope="module")
def extractions(extractor):
    """The extraction of each line's text."""
    texts = [unbracket(line.split("|")[0])[0] for line in LINES]
    articles = [factex.Article(text, published=date(2025, 4, 9)) for text in texts]
    return dict(zip(LINES, extractor.extract_many(articles), strict=True))


@pytest.mark.parametrize("line", LINES)
def test_a_phrase_has_its_value_and_interval(extractions, line):
    """The time in brackets is one fact, with the interval of its value but for an open end."""
    written, timex, modifier, open_end = [*line.split("|"), "", "", ""][:4]
    _, spans = unbracket(written)
    found = {(fact.start, fact.end): fact for fact in extractions[line] if fact.kind in TEMPORAL_KINDS}
    if timex == "-":
        assert not found
        return
    fact = found[spans[0]]
    assert (fact.timex, fact.modifier or "") == (timex, modifier)
    begin, finish = factex.interval(timex)
    if open_end == "^":
        begin, finish = begin - SIX_HOURS, finish - SIX_HOURS
    covered = (None if open_end == "<" else begin, None if open_end == ">" else finish)
    assert tuple(_wall(each) for each in (fact.begin, fact.finish)) == covered


def _wall(moment):
    return moment.replace(tzinfo=None) if getattr(moment, "tzinfo", None) else moment


@pytest.mark.parametrize("line", LINES)
def test_its_timeml_is_what_the_schema_allows(extractions, line):
    """Attributes, types, values and modifiers are those of TIMEX3; only sets have quant and freq."""
    root = ET.fromstring(extractions[line].to_timeml())  # noqa: S314  (our own output)
    tags = list(root.find("TEXT"))
    assert len({tag.get("tid") for tag in tags}) == len(tags)
    for tag in tags:
        kind = tag.get("type")
        assert VALUES[kind].fullmatch(tag.get("value")), tag.attrib
        assert set(tag.attrib) <= (ATTRIBUTES if kind == "SET" else ATTRIBUTES - {"quant", "freq"})
        assert tag.get("mod", "APPROX") in MODS["DURATION" if kind in ("DURATION", "SET") else "DATE"], tag.attrib
