"""Vague times: now, recently, soon, the future."""

from __future__ import annotations

import re

from factex.grammar import rule
from factex.grammars.timewords import NUMBER, VAGUE
from factex.readings import Reading
from factex.readings.temporal import Reference

_UNITS = r"(?:days|weeks|months|years|quarters|decades|times)\b"


@rule(
    r"(?P<present>(?:right |just )?(?<!any day )now(?!-| and then)|currently|nowadays|presently|these days|the present"
    r"(?= |[,.;])(?! \w)|(?:present|modern)-day|(?<!\bthen[ -])current(?!-| (?:accounts?|affairs|assets|liabilities|ratio)\b))"
    rf"|(?P<past>(?:more |most )?recently(?! as\b)|the other day|recent(?!-| {_UNITS})|lately|(?:the )?recent past|the past(?! "
    rf"(?:and (?:the|coming|future|next|present)\b|{VAGUE}|{_UNITS}|\d|{NUMBER}|perfect|tense))"
    r"|(?:(?:not )?(?:so )?long|a (?:very )?long time|some time) ago)"
    rf"|(?P<future>soon(?! (?:after|as|afterwards?|enough|became|found)\b)|(?:the |(?:the )?"
    rf"(?:near|foreseeable|not-too-distant|distant|immediate) )future(?!s| of\b| {_UNITS}))",
    starts=(
        *("right", "just", "now", "currently", "nowadays", "presently", "present", "modern", "the", "current", "a"),
        *("more", "recently", "recent", "lately", "long", "some", "soon", "these", "near", "foreseeable", "future"),
    ),
    needs=(
        *("now", "currently", "nowadays", "presently", "days", "present", "modern", "current", "recently", "recent"),
        *("lately", "past", "ago", "soon", "future", "other"),
    ),
    reads={
        "now": Reference("PRESENT_REF"),
        "recently": Reference("PAST_REF"),
        "the future": Reference("FUTURE_REF"),
        "soon": Reference("FUTURE_REF"),
        "current": Reference("PRESENT_REF"),
    },
    refuses=["snow", "now-famous", "recent weeks", "soon after"],
)
def vague(match: re.Match[str]) -> Reference:
    """A time that is only said to be past, present or future."""
    return Reference("PRESENT_REF" if match["present"] else "PAST_REF" if match["past"] else "FUTURE_REF")


_MAY_BE = ("can", "could", "hope", "hopes", "may", "might", "should", "to", "will", "would")


@rule(
    rf"(?:{'|'.join(rf'(?<={word} )' for word in _MAY_BE)})(?P<led>one day)"
    r"(?! (?:after|before|later|earlier|ago|a|in|of|from|at|longer|more|per|to)\b|[-,.;])|some ?day(?!s)"
    r"|(?P<leading>one day)(?= (?:soon|will|may|might|could|would)\b)",
    starts=("one", "some", "someday"),
    reads={
        "It will [one day] be rich": Reference("FUTURE_REF"),
        "someday": Reference("FUTURE_REF"),
        "[one day] may come": Reference("FUTURE_REF"),
    },
    refuses=["one day", "one day he left", "to one day of talks", "on some days"],
)
def one_day(match: re.Match[str]) -> Reference:
    """One day, of what will or may be, is no length: it will one day be rich."""
    return Reference("FUTURE_REF")


@rule(
    r"(?:at|by) (?P<time>this time(?! (?:of|last|next|when|that|tomorrow|yesterday)\b))"
    r"|to (?P<day>this day)(?!['’]| (?:as|in|of)\b)"
    r"|(?:at (?P<moment>the moment|present)|for (?P<being>the time being))(?! (?:of|when|that|value|prices?)\b)"
    r"|(?:in|over|of|for) (?P<term>the (?:near|short|medium|long|longer) term)(?! (?:of|prospect|goal|rate)\b|-)"
    r"|(?P<now>today)['’]s (?:children|generations?|kids|parents|society|standards|teenagers|world|young|youngsters|youth)\b"
    r"|(?:children|cities|citizens|generations?|homes|leaders|people|world) of (?P<age>today|tomorrow)(?=[.,;:!?]|$)",
    starts=(
        *("at", "by", "for", "to", "in", "over", "of", "today"),
        *("children", "cities", "citizens", "generation", "generations", "homes", "leaders", "people", "world"),
    ),
    needs=["time", "moment", "present", "day", "term", "today", "tomorrow"],
    reads={
        "at [this time]": Reference("PRESENT_REF"),
        "at [present]": Reference("PRESENT_REF"),
        "to [this day]": Reference("PRESENT_REF"),
        "in [the near term]": Reference("FUTURE_REF"),
        "[today]'s youth": Reference("PRESENT_REF"),
        "the leaders of [tomorrow].": Reference("FUTURE_REF"),
    },
    refuses=["by this time next year", "this time", "at the moment of truth", "at present value", "near term", "today's vote"],
)
def our_times(match: re.Match[str]) -> dict[str, Reading]:
    """At this time and at the moment are now, and so is today of today's youth; the near term and such a tomorrow are to come."""
    groups = match.groupdict().items()
    return {k: Reference("FUTURE_REF" if k == "term" or said == "tomorrow" else "PRESENT_REF") for k, said in groups if said}
