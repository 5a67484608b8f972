"""Stretches of time without a number: recent weeks, another hour, half a century, months-long."""

from __future__ import annotations

import re
from decimal import Decimal

from factex.grammar import rule
from factex.grammars.durations import lasts
from factex.grammars.numbers import either
from factex.grammars.timewords import MONTH, amount, timex_duration, unit
from factex.readings import Reading
from factex.readings.temporal import Duration

_PLURALS = ("seconds", "minutes", "hours", "days", "weeks", "months", "quarters", "years", "decades", "centuries", "millennia")
_PLURAL = either(_PLURALS)
# "The days of King John", "the hours of 8 a.m. and 5 p.m." are no length.
_AGE = r"[a-z]+ of (?:\d|(?-i:[A-Z]))"
_LEADS = (
    "in", "for", "over", "after", "within", "of", "take", "takes", "took", "taken", "spent", "spend", "spending", "spanning",
    "during", "lasted", "last", "lasting", "follow", "follows", "followed", "following", "through", "waited", "wait", "despite",
    "by", "than", "least",
)  # fmt: skip


@rule(
    rf"{either(_LEADS)} (?P<inside>(?!the (?:minutes of\b|{_AGE}))(?:the )?(?:many |long |several )?(?P<unit>{_PLURAL})"
    rf"(?: (?:and|or)(?: even)? {_PLURAL})?(?: (?:ahead|gone by|past|to come))?"
    r"(?! (?:old|ago|later|earlier)\b| [12]\d\d\d\b|[-\w'’]))",
    starts=_LEADS,
    needs=_PLURALS,
    reads={
        "for [decades]": Duration("PXDE"),
        "over [the years]": Duration("PXY"),
        "within [weeks or months]": Duration("PXW"),
        "in [the weeks ahead]": Duration("PXW"),
    },
    refuses=["for years-long", "after years ago", "in the years 1955 to 1957", "in the minutes of its meeting"],
)
def units_without_number(match: re.Match[str]) -> dict[str, Reading]:
    """Years, months, days without a number, where the word before them says that they last."""
    return {"inside": Duration(timex_duration(None, unit(match["unit"])))}


_WHICH = (
    *("past", "last", "next", "coming", "following", "previous", "prior", "recent", "subsequent", "early"),
    "intervening", "ensuing", "final", "first",
)  # fmt: skip


@rule(
    rf"(?:(?:the |these |those )?(?:{either(_WHICH)}|(?:closing|opening)(?! hours)) |a matter of )(?P<unit>{_PLURAL})"
    rf"(?: (?:and|or) {_PLURAL})?(?! (?:old|ago|later|earlier)\b|[-'’])",
    starts=("the", "these", "those", *_WHICH, "closing", "opening", "a"),
    needs=_PLURALS,
    reads={
        "recent weeks": Duration("PXW"),
        "Intervening years": Duration("PXY"),
        "in [a matter of weeks]": Duration("PXW"),
        "[the first hours] of the raid": Duration("PTXH"),
    },
    refuses=["the days of old", "past days-long", "recently", "it may last weeks", "opening hours"],
)
def vague_units(match: re.Match[str]) -> Reading | None:
    """Recent weeks, the coming years, a matter of months."""
    return None if lasts(match) else Duration(timex_duration(None, unit(match["unit"])))


@rule(
    r"(?!(?:the )?full[ -]year)(?:(?:a |the )?(?:full|whole|entire)[ -]|all[ -]|another )(?:business |working |trading )?"
    r"(?P<unit>second|minute|hour|day|week(?:end)?|month|quarter|year|decade|century)(?: or (?:so|two))?(?![\w-]|['’])(?! ago)"
    r"|the (?:past|last|next|coming|previous) (?P<short>(?<=past )minute|hour)(?! of\b|[-\w'’])"
    r"|(?:(?:a|another|the|this|that)(?: (?:last|past|first|next|second))? )?half[ -]"
    r"(?P<half>minute|hour|day|decade|century)(?![\w-])"
    rf"|(?:(?:a|the) )?(?:half[ -]year)(?= (?:end(?:ed|ing)|through|to) (?:end-)?(?:\d\d? )?{MONTH}\b)",
    starts=("a", "the", "full", "whole", "entire", "all", "another", "this", "that", "half"),
    needs=["full", "whole", "entire", "all", "another", "minute", "hour", "half"],
    reads={
        "another hour": Duration("PT1H"),
        "the whole day": Duration("P1D"),
        "a half-hour": Duration("PT30M"),
        "in [the past hour]": Duration("PT1H"),
    },
    refuses=["all days", "fully", "another man", "a full-year forecast", "at the last minute", "half an hour"],
)
def whole_unit(match: re.Match[str]) -> Duration:
    """One unit, said to be whole or one more, or half of one; the hour just over, which has no place in the calendar."""
    name = match["unit"] or match["short"] or match["half"]
    if name is None:
        return Duration("P6M")
    return Duration(timex_duration(Decimal("0.5" if match["half"] else 1), unit(name)))


@rule(
    rf"(?:(?<!the )|(?!{_AGE}))(?:{_PLURAL})(?= (?:of (?!the\b|\d)|away\b|after \w|before \w))"
    rf"|(?P<bare>{_PLURAL}|month|year|week|day|decade)[ -]long"
    r"|(?P<more>hour|day|week|month|year|decade)-and-a-half(?:[ -]long|-old)?",
    starts=(
        *("minutes", "hours", "days", "weeks", "months", "years", "decades", "centuries"),
        *("hour", "day", "week", "month", "year", "decade"),
    ),
    reads={
        "months-long": Duration("PXM"),
        "day-long": Duration("P1D"),
        "[months] of protests": Duration("PXM"),
        "just [hours] before the vote": Duration("PTXH"),
        "the [year-and-a-half-long] wait": Duration("P1.5Y"),
    },
    refuses=["long days", "year-longer", "days of the week", "He left hours before."],
)
def unit_long(match: re.Match[str]) -> Duration:
    """Months-long, year-long, year-and-a-half-long, months of something, hours before it, days after it, weeks away."""
    if match["more"]:
        return Duration(timex_duration(amount("a and a half"), match["more"].lower()))
    word = (match["bare"] or match[0]).lower()
    return Duration(timex_duration(None if word.endswith("s") else Decimal(1), unit(word)))
