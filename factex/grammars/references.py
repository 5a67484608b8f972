"""Vague times: now, recently, soon, the future."""

from __future__ import annotations

import re

from factex.grammar import rule
from factex.readings.temporal import Reference

_PRESENT = (
    "now",
    "currently",
    "nowadays",
    "presently",
    "at present",
    "at the moment",
    "at this time",
    "right now",
    "today's",
    "current",
)
_PAST = (
    "recently",
    "recent",
    "lately",
    "once",
    "previously",
    "formerly",
    "former",
    "the past",
    "the recent past",
    "long ago",
    "some time ago",
)
_FUTURE = ("soon", "the future", "the near future", "future", "the foreseeable future", "shortly", "eventually")


@rule(
    r"(?P<present>(?:right |just )?now(?!-| that\b| and then)|currently|nowadays|presently|the present(?= |[,.;])(?! \w)|current(?!-| (?:account|accounts|affairs|assets|liabilities|ratio)\b))|(?P<past>(?:more )?recently|recent(?!-| (?:days|weeks|months|years|quarters|decades)\b)|lately|(?:the )?recent past|the past(?! \w)|long ago|some time ago)|(?P<future>soon(?! (?:after|as|afterwards?|enough|became|found)\b)|(?:the )?(?:near |foreseeable |not-too-distant |distant )?future(?!s)(?=[,.;:)'’]|$| (?:of|for|and|with|is|as|in|generations)\b))",
    starts=(
        "right",
        "just",
        "now",
        "currently",
        "nowadays",
        "presently",
        "the",
        "current",
        "more",
        "recently",
        "recent",
        "lately",
        "long",
        "some",
        "soon",
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
    },
    refuses=["snow", "now-famous", "recent weeks", "soon after", "crude futures", "current account"],
)
def vague(match: re.Match[str]) -> Reference:
    """A time that is only said to be past, present or future."""
    return Reference("PRESENT_REF" if match["present"] else "PAST_REF" if match["past"] else "FUTURE_REF")
