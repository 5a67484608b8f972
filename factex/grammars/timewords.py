"""The words of time that several grammars share, as pieces of patterns, and what they mean.

Names in capitals are pieces of regular expressions without named groups; functions read what a piece has matched.
"""

from __future__ import annotations

import re
from decimal import Decimal

from factex.data import table
from factex.grammars.numbers import WORDS, either, value
from factex.readings.numeric import plain
from factex.readings.temporal import TIMEX_UNITS, WEEKDAYS, DayPart, Which

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
SEASONS = {"spring": 1, "summer": 2, "fall": 3, "autumn": 3, "winter": 4}

WEEKDAY = rf"(?:{either(WEEKDAYS)}|(?:(?-i:Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun|MON|TUES?|WED|THURS?|FRI|SAT|SUN)\b\.?))"
WEEKDAY_STARTS = (*WEEKDAYS, "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun")
_SHORT_MONTHS = ("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec")
MONTH = rf"(?:{either(MONTHS)}|{either(_SHORT_MONTHS)}\b\.?)"
SHORT_MONTH = r"(?-i:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
MONTH_STARTS = (*MONTHS, *_SHORT_MONTHS)

UNIT_WORDS, _TENS = tuple(WORDS["units"]), tuple(WORDS["tens"])
NUMBER_WORDS: dict[str, int] = {"zero": 0} | WORDS["units"] | WORDS["teens"] | WORDS["tens"]
SMALL_NUMBER = rf"(?:{either(_TENS)}(?:[ -]{either(UNIT_WORDS)}\b)?+|{either(('zero', *UNIT_WORDS, *WORDS['teens']))}\b)"
"""A number below a hundred in words. Whole: the hyphen of "forty-five years" is none of a range."""
_GREAT = r"(?:hundred|thousand|million|billion)"
NUMBER = (
    r"(?:\d++(?:,\d{3})*+(?:\.\d++)?(?:[ -]\d/[1-9]\b| ?[½¼¾])?(?:[ -](?:million|billion)\b|(?:m|bn)\b)?"
    rf"|{SMALL_NUMBER}(?:[ -]{_GREAT}\b)*|(?:a )?(?:hundred|thousand)\b|(?:half )?a (?:million|billion|dozen)\b|(?:two )?dozen\b)"
)
"""A whole or mixed number in digits or words: 28, 1,500, 2.5, 2 1/2, 1 ½, 66 million, twenty-five, a hundred."""
NUMBER_STARTS = (*NUMBER_WORDS, "hundred", "thousand", "dozen", "0")

_MANY = ("tens", "dozens", "scores", "hundreds", "thousands", "millions", "billions")
VAGUE = (
    rf"(?:(?:a few|several|some|(?<!as )many)(?: {_GREAT}\b)*|a couple(?: of)?|a number of|few|couple(?: of)?"
    rf"|(?:{'|'.join(_MANY)})(?: of (?:thousands|millions|billions))? of)"
)
"""A number that is not said."""

LENGTH = (
    rf"(?:(?:a|three)[ -]quarters? of an?\b|{NUMBER}(?:[ -]and[ -](?:(?:a|one)[ -])?half"
    rf"| and (?:a|three)[ -]quarters?)?|{VAGUE}|an?\b|half an?\b)"
)
"""How many of a unit: a number, exact or vague, or an article."""
LENGTH_STARTS = (
    *NUMBER_STARTS, *_MANY, "few", "couple", "several", "some", "many", "a", "an", "half",
)  # fmt: skip
QUARTER = r"(?:first|second|third|fourth|1st|2nd|3rd|4th)"

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
             "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
             "twentieth")  # fmt: skip
_ORDINAL_WORDS = {word: k for k, word in enumerate(_ORDINALS, 1)} | {"thirtieth": 30, "last": -1, "final": -1}
_ORDINAL_WORDS |= {
    f"{tens}-{word}": n + k for tens, n in (("twenty", 20), ("thirty", 30)) for k, word in enumerate(_ORDINALS[:9], 1)
}
ORDINAL = rf"(?:\d+(?:st|nd|rd|th)|(?:(?:twenty|thirty)[ -])?{either([*_ORDINALS, 'thirtieth'])}\b)"
"""A place in a row: 1st, third, twenty-first."""
ORDINAL_STARTS = (*_ORDINALS, "thirtieth", "twenty", "thirty", "0")

DAY_NUMBER = r"(?:(?:3[01]|[12]\d|0?[1-9])(?!\d))"
"""A day of a month in figures, 1 to 31."""
DAY_WORDS = rf"(?:(?:(?:twenty[ -])?{either(_ORDINALS[:9])}|{either(_ORDINALS[9:])}|thirtieth|thirty[ -]first)\b)"
"""A day of a month as an ordinal in words, first to thirty-first."""

YEAR = r"(?:(?:1\d|2[01])\d\d)(?!\d)"
"""A year of four digits, 1000 to 2199."""

DAY_PARTS: dict[str, DayPart] = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI"}
"""The parts of the day, and what TIMEX3 calls them."""

CLOSED = re.compile(r"[.,;!?)]|$")
"""What stands behind words that nothing more belongs to."""

UNITS = {
    "second": "second", "sec": "second", "minute": "minute", "min": "minute", "hour": "hour", "hr": "hour", "day": "day",
    "night": "day", "week": "week", "wk": "week", "fortnight": "fortnight", "weekend": "weekend", "month": "month",
    "mo": "month", "quarter": "quarter", "year": "year", "yr": "year", "decade": "decade",
    "century": "century", "centurie": "century", "millennium": "millennium", "millennia": "millennium",
    "summer": "summer", "winter": "winter", "spring": "spring", "autumn": "autumn",
}  # fmt: skip
UNIT_FORMS = (
    *("second", "seconds", "sec", "secs", "minute", "minutes", "min", "mins", "hour", "hours", "hr", "hrs", "day", "days"),
    *("week", "weeks", "wk", "wks", "weekends", "fortnight", "fortnights", "month", "months", "quarter", "quarters"),
    *("year", "years", "yr", "yrs", "decade", "decades", "century", "centuries", "millennium", "millennia"),
)
UNIT = either(UNIT_FORMS)


OFFSETS = {"last": -1, "this": 0, "next": 1}
"""How many units later than now one is."""

_WHICH: dict[str, Which] = table("phrases")["which"]
WHICH = either(_WHICH, space=" ")
"""Which of several equal names is meant: last, this, next; the previous, the following."""
WHICH_STARTS = frozenset(word.split()[0] for word in _WHICH)


def which(words: str | None) -> Which | None:
    """What WHICH has matched means; None for None."""
    return None if words is None else _WHICH[words.lower()]


def weekday(word: str) -> int:
    """1 for Monday to 7 for Sunday."""
    start = word.lower()[:3]
    return next(k for k, name in enumerate(WEEKDAYS, 1) if name.startswith(start))


def month(word: str) -> int:
    """1 for January to 12 for December."""
    start = word.lower()[:3]
    return next(k for k, name in enumerate(MONTHS, 1) if name.startswith(start))


def unit(word: str) -> str:
    """The singular in full of a unit of time: "mins" is "minute"."""
    word = word.lower().rstrip(".")
    return UNITS.get(word) or UNITS[word.removesuffix("s")]


def ordinal(word: str) -> int:
    """The number of an ordinal: "third" and "3rd" are 3, "last" is -1."""
    word = word.lower().replace(" ", "-")
    return _ORDINAL_WORDS[word] if word in _ORDINAL_WORDS else int(re.sub(r"\D", "", word))


def day_number(words: str) -> int:
    """The day of a month that DAY_NUMBER, with or without st, nd, rd, th, DAY_WORDS or a cardinal in words names."""
    words = words.lower()
    if not words[0].isdecimal() and words.endswith(tuple(NUMBER_WORDS)):
        return int(value(words))
    return ordinal(words)


_GREATER = {"fortnight": ("week", 2), "decade": ("year", 10), "century": ("year", 100), "millennium": ("year", 1000)}
_SMALLER = {"minute": (60, "second"), "hour": (60, "minute"), "day": (24, "hour")}


def timex_duration(amount: Decimal | None, name: str) -> str:
    """The TIMEX3 duration of so many units; X for an amount that is not said."""
    if name in _GREATER and (amount is not None or name not in TIMEX_UNITS):
        name, times = _GREATER[name]
        amount = None if amount is None else amount * times
    if amount is not None and amount < 1 and name in _SMALLER:
        times, name = _SMALLER[name]
        amount *= times
    letters = TIMEX_UNITS[name]
    shown = "X" if amount is None else f"{plain(amount):f}"
    return f"P{'T' if letters[0] == 'T' else ''}{shown}{letters.removeprefix('T')}"


def amount(words: str) -> Decimal | None:
    """The value of a number or an article before a unit: "two and a half", "a", "half an"; None for vague words or none.

    "a couple of" is two.
    """
    words = words.lower().strip()
    if "couple" in words:
        return Decimal(2)
    if not words or re.fullmatch(VAGUE, words):
        return None
    words = re.sub(r"^(?:an?|the)(?=[ -]and[ -]|$)", "one", words.partition(" of a")[0])
    return value(re.sub(r"(?<=[ -]and[ -])half$", "a half", words))
