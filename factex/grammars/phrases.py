"""The words before a time that are part of its phrase and say more of it: "early 2019", "more than two years"."""

from __future__ import annotations

import re
from dataclasses import replace

from factex.data import table
from factex.readings import TemporalReading
from factex.readings.temporal import Clock, Date, Duration, Every, Mod, Modified, Part, Reference, Relative, Shift, Weekday, Within
from factex.records import Mention

# What may stand before a date and is part of the phrase.
_BEFORE_DATE = re.compile(
    r"(?:\b(?:the )?(?P<part>beginning|start|dawn|turn|middle|(?:(?:back|tail) )?end|close"
    r"|(?:early|earlier|first|last|late|later|latter) part) of "
    r"(?:around |about )?(?:the )?|\b(?:the )?(?P<rest>rest|remainder) of (?:the )?"
    r"|\b(?:the )?(?:(?:early|mid)[ -]to[ -])?(?:very )?(?P<early>early|late|mid|end(?=-))(?: part of|[ -]in| on|[ -])? ?(?:the )?"
    r"|\b(?P<through>(?:half|mid)way) (?:into|through) (?:the )?"
    r"|\b(?P<comp>earlier|later|sometime|some time)(?P<prep> in| on)? (?:the )?)$",
    re.IGNORECASE,
)
# Each match has one of these.
_SAYING = ("begin", "start", "dawn", "turn", "mid", "end", "close", "part", "rest", "remain", "early", "late", "way", "earlier",
           "some")  # fmt: skip
_DATE_MODS: dict[str, Mod] = table("phrases")["date_parts"]
_OVER = "|".join(rf"(?<={word} )over" for word in table("phrases")["lasting"]["words"])
# What may stand before a length of time and is part of the phrase; "over" after a verb is a preposition more often than not,
# and so are "under" and "about" before an article: "under the three-year contract".
_BEFORE_LENGTH = re.compile(
    r"(?:\b(?P<more>(?:just |slightly |a little |much |well |far |significantly )?(?:more than|longer than"
    rf"|{_OVER}))"
    r"|\b(?P<less>(?:just |slightly |a little |much |well |far )?(?:less than|fewer than|under(?! the )|nearly|almost"
    r"|close to(?! the )|not quite|near(?! the )))"
    r"|\b(?P<least>at least|no less than|not less than|no fewer than|a minimum of)"
    r"|\b(?P<most>up to|at most|as much as|as long as|as many as|no more than|not more than|no longer than|a maximum of)"
    r"|\b(?P<about>(?:about|around|roughly|approximately|some|an estimated)(?! the ))) (?:the )?$|(?P<sign>[~≈∼]) ?$",
    re.IGNORECASE,
)
_MULTIPLE = re.compile(r"\b(?:half|quarter|third|times|twice) $", re.IGNORECASE)
_LENGTH_MODS: dict[str, Mod] = table("phrases")["length_bounds"]
# One talks "about" a day: about it or near it is only what a preposition of time says, as in "in about 1900", or a clock
# time is: "about 9 a.m."
_ABOUT = re.compile(r"\b(around|circa|c\.|approximately|roughly|(?<=\bat )about|(?<=\bin )about) $", re.IGNORECASE)
_ABOUT_CLOCK = re.compile(r"\b(around|circa|approximately|roughly|about) $", re.IGNORECASE)
WIDEST = 32
"""How far before a time such words are looked for, in characters."""


def widened(text: str, mention: Mention, floor: int) -> Mention:
    """The mention with the words before it, from *floor* on, that say more of it."""
    reading = mention.reading
    if isinstance(reading, Every | Reference) or not isinstance(reading, TemporalReading):
        return mention
    floor = max(floor, mention.start - WIDEST)
    if isinstance(reading, Duration | Shift):
        return _long(text, mention, reading, floor)
    clock = isinstance(reading.part if isinstance(reading, Within) else reading, Clock)
    about = None if isinstance(reading, Weekday) else (_ABOUT_CLOCK if clock else _ABOUT).search(text, floor, mention.start)
    if about is not None and not text.startswith(("'s", "’s"), mention.end):
        # "Around year-end" stays the end of the year.
        reading = reading if isinstance(reading, Modified) else Modified(reading, "approx")
        return replace(mention, start=about.start(), reading=reading)
    return mention if isinstance(reading, Clock | Modified) else _dated(text, mention, reading, floor)


def _long(text: str, mention: Mention, reading: Duration | Shift, floor: int) -> Mention:
    """A length with what bounds it: more than two years, nearly a decade ago."""
    if text[mention.start : mention.start + 4].lower() in ("all ", "the ", "past", "last", "next"):
        return mention
    before = _BEFORE_LENGTH.search(text, floor, mention.start)
    compared = floor > 0 and before is not None and before.start() == floor + 1 and before[0].rstrip().endswith("than")
    # "Near six-year lows" is close to the lows.
    beside = before is not None and before[0].lower().startswith(("near ", "close ")) and _RANK.match(text, mention.end) is not None
    if before is None or compared or beside or (before["most"] and _MULTIPLE.search(text, floor, before.start())):
        return mention  # "€50 more than a year earlier", "twice as many as a year ago" compare amounts
    return replace(mention, start=before.start(), reading=Modified(reading, _LENGTH_MODS[before.lastgroup or ""]))


_RANK = re.compile(r" (?:highs?|lows?|peaks?|troughs?)\b")


def _dated(text: str, mention: Mention, reading: TemporalReading, floor: int) -> Mention:
    """A date with the part of it that is meant: early 2019, the end of May, later this year."""
    if _ENDS.match(text, mention.end) is not None and not _is_day(reading):
        return replace(mention, end=mention.end + len("-end"), reading=Modified(reading, "end"))
    lead = text[floor : mention.start].lower()
    before = _BEFORE_DATE.search(text, floor, mention.start) if any(word in lead for word in _SAYING) else None
    if before is None:
        return mention
    sure = isinstance(reading, Part) and reading.which is not None
    if sure or re.search(r" (?:in|of|the) $|[ -]to[ -]", before[0], re.IGNORECASE):
        # "Early in May", "early last spring": behind a preposition or "last" it is the month, whatever "early" is.
        mention = replace(mention, pos=frozenset())
    if before["rest"]:
        return replace(mention, start=before.start())
    if before["comp"]:
        return replace(mention, start=before.start()) if before["prep"] or not _is_day(reading) else mention
    said = (before["part"] or before["early"] or before["through"]).lower()
    if said == "mid" and before[0].lower().lstrip().startswith("early"):
        said = "early"  # "early to mid March" is its first half
    return replace(mention, start=before.start(), reading=Modified(reading, _DATE_MODS[said]))


# "By March-end", as Indian English writes.
_ENDS = re.compile(r"-end\b")


def _is_day(reading: TemporalReading) -> bool:
    dated = isinstance(reading, Date) and reading.day is not None
    return dated or isinstance(reading, Weekday) or (isinstance(reading, Relative) and reading.grain == "day")
