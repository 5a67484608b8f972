"""Vague times: now, recently, soon, the future."""

from __future__ import annotations

import re

from factex.grammar import rule
from factex.grammars.timewords import NUMBER, VAGUE
from factex.readings import Reading
from factex.readings.temporal import Reference

_UNITS = r"(?:days|weeks|months|years|quarters|decades|times)\b"


@rule(
    r"(?P<present>(?:right |just )?now(?!-| and then)|currently|nowadays|presently|these days|the present"
    r"(?= |[,.;])(?! \w)|(?:present|modern)-day|(?<!\bthen[ -])current(?!-| (?:accounts?|affairs|assets|liabilities|ratio)\b))"
    rf"|(?P<past>(?:more |most )?recently|previously|recent(?!-| {_UNITS})|lately|(?:the )?recent past|the past(?! "
    rf"(?:and\b|{VAGUE}|{_UNITS}|\d|{NUMBER}|perfect|tense))|(?:not )?(?:so )?long ago|some time ago)"
    rf"|(?P<future>soon(?! (?:after|as|afterwards?|enough|became|found)\b)|(?:the |(?:the )?"
    rf"(?:near|foreseeable|not-too-distant|distant|immediate) )future(?!s| of\b| {_UNITS}))",
    starts=(
        "right",
        "just",
        "now",
        "currently",
        "nowadays",
        "presently",
        "present",
        "modern",
        "the",
        "current",
        "more",
        "recently",
        "recent",
        "lately",
        "long",
        "some",
        "soon",
        "these",
        "near",
        "foreseeable",
        "future",
    ),
    reads={
        "now": Reference("PRESENT_REF"),
        "recently": Reference("PAST_REF"),
        "the future": Reference("FUTURE_REF"),
        "soon": Reference("FUTURE_REF"),
        "current": Reference("PRESENT_REF"),
        "these days": Reference("PRESENT_REF"),
        "in [present-day] Turkey": Reference("PRESENT_REF"),
    },
    refuses=[
        "snow",
        "now-famous",
        "recent weeks",
        "soon after",
        "crude futures",
        "the future of the firm",
        "current account",
        "the then current rate",
    ],
)
def vague(match: re.Match[str]) -> Reference:
    """A time that is only said to be past, present or future."""
    return Reference("PRESENT_REF" if match["present"] else "PAST_REF" if match["past"] else "FUTURE_REF")


@rule(
    r"(?:at|by) (?P<time>this time(?! (?:of|last|next|when|that)\b))"
    r"|(?:at (?P<moment>the moment|present)|for (?P<being>the time being))(?! (?:of|when|that|value|prices?)\b)",
    starts=("at", "by", "for"),
    reads={
        "at [this time]": Reference("PRESENT_REF"),
        "at [the moment]": Reference("PRESENT_REF"),
        "at [present]": Reference("PRESENT_REF"),
    },
    refuses=["by this time next year", "this time", "at the moment of truth", "at present value"],
)
def this_time(match: re.Match[str]) -> dict[str, Reading]:
    """At this time and at the moment are now."""
    return {name: Reference("PRESENT_REF") for name, words in match.groupdict().items() if words}
