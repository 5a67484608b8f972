"""Durations: so many units of time, exact, vague and between two bounds."""

from __future__ import annotations

import re
from decimal import Decimal

from factex.grammar import DIGIT, followed_by, led_by, rule
from factex.grammars.numbers import either, value
from factex.grammars.spreads import PERHAPS, between
from factex.grammars.timewords import (
    CLOSED,
    LENGTH,
    LENGTH_STARTS,
    NUMBER,
    NUMBER_STARTS,
    UNIT,
    UNIT_FORMS,
    amount,
    timex_duration,
    unit,
)
from factex.readings import Reading
from factex.readings.numeric import plain
from factex.readings.temporal import Duration, Modified

_WHICH = (
    *("past", "last", "next", "coming", "following", "previous", "preceding", "first", "final", "subsequent", "recent"),
    *("latest", "ensuing", "remaining", "opening", "intervening", "entire", "full", "same", "trailing", "upcoming"),
)
_FRAME = (
    rf"(?!following )(?:(?:the |these |those |any |at least the )?{either(_WHICH)} |the |another |an additional |these |those )"
)
_INSIDE = (
    r"(?:full|more|additional|further|consecutive|straight|calendar|business|working|trading|long|short|whole|solid"
    r"|or so|other|extra|successive|entire|single|or more"
    r"|upcoming|(?:past|last|next|previous|coming|following|final|first|remaining)"
    r"(?=[- ][a-z]+s\b))"
)
# A noun in the plural of these takes part in no length: "a hundred years' war", "three-quarters of".
_NOT_AFTER = re.compile(r"-?(?:end|earl|ago|ag)|[- ]olds?\b|['’] war|s?['’]? of age\b", re.IGNORECASE)
# "a year" is a length after these; elsewhere it is the unit of a rate: "$5 a year".
_LASTING = re.compile(
    r"(?:\b(?:for|in|within|than|over|under|about|around|nearly|almost|takes?|took|last|lasts|lasted|after|least|of|spent"
    r"|spend|stay|stayed|wait|waited|waiting|half"
    r"|roughly|approximately|to|quite|barely|only|just|like|once) |^)$",
    re.IGNORECASE,
)


_TWO_YEARS = re.compile(r"(?:19|20)\d\d[-–]\d\d year\b", re.IGNORECASE)
_FIRST_OF_TWO = re.compile(r"\b(?:19|20)\d\d[-–]$")
# Behind a comma a length may be told of the one before: "in 2 hours 4 minutes, 12 seconds off the record".
_NOT_OFF = r"(?! (?:ahead|behind|clear|faster|inside|longer|off|outside|quicker|shorter|slower)\b)"
_NOT_AWAY = r"(?! (?:ago|earlier|later|from now)\b)"


@rule(
    rf"(?P<frame>{_FRAME}(?!an? ))?(?P<length>(?P<first>(?:(?:(?<=between )(?P<two>))?(?P<low>{NUMBER})"
    rf"(?:-? to |-? or |-(?:to|or)-| or {PERHAPS} | ?[-–] ?| and (?(two)|(?!)))"
    rf"(?P<high>{NUMBER})|(?P<number>{LENGTH}))"
    rf"(?P<odd>\+|[ -](?:odd|plus)|-some)?(?P<hyphen>-| |(?<![a-z]))(?:{_INSIDE}[- ]){{0,2}}(?P<unit>{UNIT}))"
    rf"(?P<rest>[ -]and[ -](?:a[ -])?half\b(?!-| an?\b)|"
    rf"(?P<also>(?:(?:(?:,? and {LENGTH}| {NUMBER}) {UNIT}\b|, {NUMBER} {UNIT}\b{_NOT_OFF}){_NOT_AWAY}"
    rf"|(?<=hour),? {NUMBER}-minute\b){{1,4}})"
    r"|(?:(?<=hour)|(?<=hours)) (?P<minutes>fifteen|thirty|forty-five)"
    rf"(?= ?[.,;!?)]|$)| or so| or more| or two)?(?:[ -]long\b)?)",
    starts=(*LENGTH_STARTS, "the", *_WHICH, "these", "those", "another", "any"),
    needs=UNIT_FORMS,
    reads={
        "28-minute": Duration("PT28M"),
        "the [23-year] occupation": Duration("P23Y"),
        "a [two- to three-week] wait": Duration("PXW", Decimal(2), Decimal(3), "week"),
        "an hour and a half": Duration("PT1.5H"),
        "1 year and 3 months": Duration("P1Y3M"),
        "the [2-hour, 4-minute] film": Duration("PT2H4M"),
        "[2 hours 4 minutes], [12 seconds] off the record": (Duration("PT2H4M"), Duration("PT12S")),
    },
    refuses=["a year-end party", "for a second straight time", "years", "the year"],
)
def so_many_units(match: re.Match[str]) -> Reading | dict[str, Reading] | None:
    """A number of units of time, exact or vague, one unit or two, or a range of them."""
    name = unit(match["unit"])
    fraction = name == "quarter" and match["unit"] in match[0].split()[1:2] and not match["frame"] and followed_by(match, _FRACTION)
    of_two_years = _TWO_YEARS.match(match[0]) if match["low"] else led_by(match, _FIRST_OF_TWO, 6)  # "its 2016-17 year"
    if followed_by(match, _NOT_AFTER) or fraction or of_two_years or match[0].lower() == "zero hour":
        return None
    # "The two day rally", as "the two-day rally": the article is the rally's.
    # "a 30 second spot" tells how many, "a second straight quarter" does not
    many = match["hyphen"] == "-" or match["length"][0].isdigit()
    if match["unit"].lower() == "second" and followed_by(match, _RANKED[many]):
        return None
    hyphen = match["hyphen"] == "-" or (amount(match["number"] or "") not in (None, 1) and not match["unit"].lower().endswith("s"))
    if match["low"]:
        found = Duration(timex_duration(None, name), *between(match["low"], match["high"]), name)
    else:
        bare = match["number"].lower() in ("a", "an") and not match["frame"]
        # "More than a quarter over budget" is a fraction.
        if bare and (hyphen or name == "quarter" or match["unit"].lower().endswith("s") or not _is_length(match)):
            return None
        parts = _parts(match, name)
        # "A decade and 12 years", "2.5 years and 20 months" are two lengths each.
        if len({(part[-1], "T" in part) for part in parts}) < len(parts) or any("." in part for part in parts[:-1]):
            return {"first": Duration(parts[0])}
        found = Duration(_joined(parts))
    if match["odd"]:
        return Modified(found, "equal_or_more" if match["odd"].endswith(("+", "plus")) else "approx")
    framed = (match["frame"] or "").lower().startswith("the ")
    return {"length": found} if lasts(match) or (hyphen and framed) else found


def lasts(match: re.Match[str]) -> bool:
    """Whether the "last" that a match begins with is a verb and no part of the length: "tours last a day"."""
    return match[0].lower().startswith("last ") and led_by(match, _CAN, 12) is not None


_CAN = re.compile(
    r"\b(?:can|could|may|might|must|not|n['’]t|shall|should|to|will|would|['’]ll|['’]d|only|and"
    r"|that|which|generally|normally|often|sometimes|typically|usually|[a-z]{2,}[^\Wsiu]s) $",
    re.IGNORECASE,
)


# What makes "second" a rank, by whether its number could count seconds: "12 second-year students", "a second straight quarter".
_RANKED = {
    True: re.compile(r"-(?!olds?\b|long\b)[a-z]", re.IGNORECASE),
    False: re.compile(r"-(?!long\b)[a-z]| (?!and\b|or\b|to\b|in\b|at\b|of\b)[a-z]", re.IGNORECASE),
}
_FRACTION = re.compile(r" (?:of|percent|per cent|inch|mile)|-(?:inch|mile|point)| \(\d\d%\)", re.IGNORECASE)


def _is_length(match: re.Match[str]) -> bool:
    """Whether "a year" is a length here, and not the unit of a rate, or parted: two tenths of a second."""
    if led_by(match, _PARTED, 16):
        return False
    return bool(
        match["frame"]
        or match["rest"]
        or led_by(match, _LASTING, 14)
        or (led_by(match, _MOVED, 10) and followed_by(match, _ENDS))
        or (
            (found := followed_by(match, _COUNTED_FROM)) is not None
            and led_by(match, _RATED, 24) is None
            and not (found["of"] and led_by(match, _BEING, 8))
        )
    )


# "A week after Easter", "a week early", "gave him a week to go", "a year's pay", but "$9 an hour after May 3".
_COUNTED_FROM = re.compile(
    rf"['’]s [a-z]| (?:(?P<of>of (?!the\b)[a-z])|(?:after|before|following|prior to) \w|since (?!\d)\w|from (?:\d|(?-i:[A-Z]))"
    rf"|to (?!{LENGTH}|the\b|go\b)[a-z]|(?:too )?(?:early|late)(?=[.,;:!?)]|$| (?:after|and|as|because|but|for|on|to|when)\b))",
    re.IGNORECASE,
)
# "Put off by a day", "brought forward a week", but "seen by a day nurse".
_MOVED = re.compile(r"\b(?:back|by|forward) $", re.IGNORECASE)
_ENDS = re.compile(rf"{CLOSED.pattern}| (?:after|and|as|because|but|by|due|for|from|in|on|or|so|to|until|when|while)\b")
_PARTED = re.compile(r"\b(?:ten|hundred|thousand)ths? of $|\bfractions? of $", re.IGNORECASE)
# "It was a day of joy" tells of what kind it was, not how long.
_BEING = re.compile(r"(?:\b(?:be|been|being|is|was)|['’]s) $", re.IGNORECASE)
_RATED = re.compile(r"(?:[\d$£€%]\w* (?:\w+ )?|\b(?:\w+illion|hundred|dozen|dollars|euros|pounds|cents|once|twice|times) )$")


def _parts(match: re.Match[str], name: str) -> list[str]:
    """The TIMEX3 values of the lengths that are said, of which "an hour and a half" is one."""
    much = amount(match["number"])
    rest = (match["rest"] or "").replace("-", " ").strip().lower()
    if rest in ("and a half", "and half") and much is not None:
        much += Decimal("0.5")
    parts = [timex_duration(much, name)]
    if match["minutes"]:
        parts.append(timex_duration(value(match["minutes"]), "minute"))
    parts += (timex_duration(amount(each["number"]), unit(each["unit"])) for each in _ALSO.finditer(match["also"] or ""))
    return parts


def _joined(parts: list[str]) -> str:
    """The TIMEX3 value of lengths that are added."""
    days = "".join(part.removeprefix("P") for part in parts if "T" not in part)
    clock = "".join(part.removeprefix("PT") for part in parts if "T" in part)
    return f"P{days}T{clock}" if clock else f"P{days}"


_ALSO = re.compile(rf"(?P<number>{LENGTH})[ -](?P<unit>{UNIT})\b", re.IGNORECASE)


@rule(
    rf"(?:(?:an?|the|the same|this|that|any|each|every) )?(?:(?P<low>{NUMBER})[- ](?:to|or)[- ])?(?P<number>{NUMBER})-"
    rf"(?P<unit>(?:second|minute|hour|day|week|month|quarter|year|decade)) (?:time )?(?:period|span|stretch)",
    starts=(*NUMBER_STARTS, "a", "an", "the", "this", "that", "any", "each", "every"),
    needs=["period", "span", "stretch"],
    reads={"over [a three-year period]": Duration("P3Y"), "the same 30-day stretch": Duration("P30D")},
    refuses=["a three-year plan", "a period of three years", "a 19th-year period"],
)
def period_of_units(match: re.Match[str]) -> Duration:
    """A three-year period: the noun only says again that it is a length."""
    name = match["unit"].lower()
    if match["low"]:
        return Duration(timex_duration(None, name), value(match["low"]), value(match["number"]), name)
    return Duration(timex_duration(value(match["number"]), name))


@rule(
    r"(?P<hours>\d{1,3}(?:\.\d+)?) ?(?-i:h(?:rs?)?\b)(?: ?(?P<minutes>[0-5]?\d) ?(?-i:m(?:ins?)?\b))?(?! ?[/-]?\d)"
    r"|(?P<years>[1-9]\d?)(?-i:Y)(?=[ -](?:note|bond|yield|swap|Treasury|Bund|gilt|rate|paper|tenor))"
    r"|(?<=\bfor )(?P<count>[1-9]\d?)(?P<letter>(?-i:[DWMY]))(?=[.,;!?)]|$)",
    starts=DIGIT,
    needs=["h", "hr", "hrs", "y", "d", "w", "m"],
    reads={
        "3 h": Duration("PT3H"),
        "2h 30m": Duration("PT2H30M"),
        "the [10Y] yield": Duration("P10Y"),
        "for [10D]": Duration("P10D"),
    },
    refuses=["3 H", "60 km/h", "3D", "5 m", "3 ha"],
)
def letters(match: re.Match[str]) -> Duration:
    """Hours and minutes, and the terms of bonds, by their letters."""
    if match["years"]:
        return Duration(f"P{match['years']}Y")
    if match["count"]:
        return Duration(f"P{match['count']}{match['letter']}")
    return Duration(f"PT{plain(Decimal(match['hours'])):f}H" + (f"{int(match['minutes'])}M" if match["minutes"] else ""))
