"""Months and seasons."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from factex.data import table
from factex.grammar import DIGIT, followed_by, led_by, rule, text_before
from factex.grammars.nouns import GIVEN_NAMES
from factex.grammars.numbers import either
from factex.grammars.timewords import MONTH, MONTH_STARTS, MONTHS, SEASONS, WHICH, WHICH_STARTS, YEAR, month, which
from factex.readings.temporal import Date, Modified, Part, Shift, Which, Within, Year

_CLOSED = r"(?:[.;!?)](?!\d)|$|\n)"


@rule(
    rf"(?P<month>{MONTH})(?:(?: ?,)?(?: of)? ?|-)(?:(?P<year>{YEAR})(?![,.:]\d)|['’](?P<short>\d\d))",
    starts=MONTH_STARTS,
    reads={
        "June 2025": Date(2025, 6),
        "Sept. 2018": Date(2018, 9),
        "October of 1977": Date(1977, 10),
        "March '08": Date(8, 3, digits=2),
        "Oct-2014": Date(2014, 10),
    },
    refuses=["June 20", "in May 2000.5"],
)
def month_and_year(match: re.Match[str]) -> Date:
    """A month of a year."""
    return Date(int(match["year"] or match["short"]), month(match["month"]), digits=4 if match["year"] else 2)


@rule(
    rf"(?P<year>{YEAR}) (?P<month>(?-i:(?=[A-Z])){MONTH}|(?!may\b|march\b|august\b)(?:{'|'.join(MONTHS)}))(?! \d)"
    rf"|(?<![-/\d])(?P<figure>0?[1-9]|1[0-2])(?:/| ?[-/] ?(?=\d{{4}}{_CLOSED}))(?P<year_b>(?:19|20)\d\d)(?![\d/])"
    rf"|(?<![/-])(?P<year_c>(?:19|20)\d\d)(?:[-/]| ?[-/] ?(?=\d{{1,2}}{_CLOSED}))(?P<figure_c>0?[1-9]|1[0-2])(?![-/\w%]|[.,:]\d)"
    # The Winter Games of a year are a name, and most of them are held before its winter.
    rf"|(?P<year_d>{YEAR})[ -](?P<season>(?-i:spring|summer|autumn|fall|winter))(?! (?:of|in|from|to)\b)",
    starts=DIGIT,
    needs=[*MONTH_STARTS, *SEASONS, "-", "/"],
    reads={
        "2015 June": Date(2015, 6),
        "3/2015": Date(2015, 3),
        "2015-11": Date(2015, 11),
        "2015/3": Date(2015, 3),
        "the [1982 spring] offensive": Within(Part("season", 1), Year(1982)),
    },
    refuses=["2015 Junes", "13/2015", "2015 June 3", "2008-12", "the 2008 Summer Games", "2003/4"],
)
def year_then_month(match: re.Match[str]) -> Date | Within | None:
    """A month or a season after its year, or a month in figures beside it, unless they make a range of years: 2008-12."""
    if match["season"]:
        return Within(Part("season", SEASONS[match["season"]]), Year(int(match["year_d"])))
    if match["figure"]:
        return Date(int(match["year_b"]), int(match["figure"]))
    if match["figure_c"]:
        year, number = int(match["year_c"]), int(match["figure_c"])
        # "2008-12" and "1931-4" are ranges of years, "2003/4" is two of them.
        ranges = len(match["figure_c"]) == 2 or match.string[match.end("year_c")] == "-" or number == (year + 1) % 10
        return None if ranges and number > year % 10 ** len(match["figure_c"]) else Date(year, number)
    return Date(int(match["year"]), month(match["month"]))


@rule(
    rf"(?:(?P<which>{WHICH}) )?(?P<month>(?!may\b|march\b|august\b){MONTH}|(?-i:August))(?P<next> after next)?"
    r"(?! (?-i:Inc|Ltd|Corp|Co|LLC|PLC)\b)",
    starts=(*(set(MONTH_STARTS) - {"may", "march"}), *WHICH_STARTS),
    needs=MONTH_STARTS,
    reads={
        "January": Part("month", 1),
        "last November": Part("month", 11, "last"),
        "Sept.": Part("month", 9),
        "in [Jan]": Part("month", 1),
        "January after next": Shift(Decimal(1), "year", forward=True, origin=Part("month", 1, "next")),
    },
    refuses=["Januarys", "Jan Smith", "Dec Alpha", "last Novembers", "an august body", "the voice of Jan Smith"],
)
def name_of_month(match: re.Match[str]) -> Part | Shift | None:
    """A month by name. Short names need their full stop: Jan and Dec are names of people."""
    name = match["month"]
    if not (name.endswith(".") or name.lower() in MONTHS or name in _SURE or (name[0].isupper() and _led(match))):
        return None
    if not name.endswith(".") and followed_by(match, _NAME if name.lower() not in MONTHS else _WHO):
        return None
    return _month(match)


def _month(match: re.Match[str]) -> Part | Shift:
    if match["next"]:
        return Shift(Decimal(1), "year", forward=True, origin=Part("month", month(match["month"]), "next"))
    return Part("month", month(match["month"]), which(match["which"]))


@lru_cache(maxsize=8)
def _is_name(text: str, month: str) -> bool:
    """Whether a month is the name of somebody whom the text has with another name or a title: Theresa May."""
    return any(found[1] in _GIVEN for found in re.finditer(rf"\b([A-Z][a-z]+)\.? {month}\b(?! \d)", text))


_GIVEN = GIVEN_NAMES | {"Mr", "Mrs", "Ms", "Sir"}
_NAME = re.compile(r" [A-Z][a-z]")
_WHO = re.compile(r" [A-Z][a-z]+(?:, (?:aged |who\b|[1-9]\d?,)| (?:died|told|was born)\b)")
_SURE = frozenset({"Apr", "Aug", "Feb", "Nov", "Oct", "Sep", "Sept"})
_ACTED = re.compile(r" (?:on|I|we|you|he|she|they|be|God|the)\b")
_THE = re.compile(r"\b(?:the|a|his|her|their|our|its|this|that)(?: (?!early|late|mid|since|until|in|to|by|of|and|from)\w+){0,3} $")
_ON_FOOT = re.compile(r"$|[.,;:)”’\"']| \(| (?:to|on|of|for|from|against|through|began|ended|was|were|and|in)\b")
# "The warmest May on record", but "Theresa May on Brexit".
_LEADS = re.compile(r"\b(?:in|of|for|since|until|till|by|through|early|late|mid|during|[a-z]{2,}est) $", re.IGNORECASE)


def _led(match: re.Match[str]) -> bool:
    """Whether the words before the name let it be a month and no person."""
    return led_by(match, _LEADS, 12) is not None


@rule(
    rf"(?:(?P<which>{WHICH}) )?(?P<month>(?-i:May|March)|(?<=\bin )(?:may|march)"
    r"(?=[.,;!?)]|$))(?P<next> after next)?",
    starts=("may", "march", *WHICH_STARTS),
    needs=["may", "march"],
    reads={
        "in [May]": Part("month", 5),
        "last March": Part("month", 3, "last"),
        "the warmest [May] on record": Part("month", 5),
        "in [may]": Part("month", 5),
        "the end of [March] they": Part("month", 3),
    },
    refuses=["may", "the march", "Mayor", "March on Washington", "in march order", "the Long March"],
    pos=("PROPN", "NOUN", "ADJ", "DET"),
)
def may_or_march(match: re.Match[str]) -> Part | Shift | None:
    """The two months whose names are also verbs: written as names, and used as nouns. The Salt March was a walk."""
    sure = (match["which"] or "this").lower() != "this"  # "a year ago last May he left"
    if followed_by(match, _ACTED) and not sure and not _led(match):
        return None
    if not sure and not _led(match) and _is_name(match.string, match["month"]):
        return None
    walked = match["month"] == "March" and not _led(match) and followed_by(match, _ON_FOOT)
    return None if walked and led_by(match, _THE, 32) else _month(match)


@rule(
    rf"(?:the )?winter (?:of )?(?P<year>{YEAR})[-–/](?P<next>\d\d(?:\d\d)?)(?!\d)"
    rf"|(?:the )?(?P<year_b>{YEAR})[-–/](?P<next_b>\d\d(?:\d\d)?) winter(?! (?-i:[A-Z]))",
    starts=("the", "winter", DIGIT),
    needs=["winter"],
    reads={
        "the winter of 2018-19": Within(Part("season", 4), Year(2018)),
        "winter 1946/1947": Within(Part("season", 4), Year(1946)),
        "the 2009-10 winter": Within(Part("season", 4), Year(2009)),
    },
    refuses=["the winter of 2018-25", "the 2018-19 Winter Cup"],
)
def winter_of_two_years(match: re.Match[str]) -> Within | None:
    """A winter by the two years that it is of."""
    first, second = int(match["year"] or match["year_b"]), match["next"] or match["next_b"]
    following = str(first + 1)[-len(second) :] == second
    return Within(Part("season", 4), Year(first)) if following else None


_MIDDLES = ("midsummer", "midwinter")
_KIND = re.compile(rf" {either(table('decoys')['seasonal'])}(?!\w)", re.IGNORECASE)
_IN = re.compile(r"(?:^|[.!?;,\n]\s*)in (?:the )?$", re.IGNORECASE)
_OWNING = re.compile(r"\b(?:an?|her|his|its|the|their) $", re.IGNORECASE)
# What stands behind a fall of prices, or a spring from somewhere.
_MOVING = re.compile(
    r" (?:of (?!1|20|nine|eight|two)|from"
    r"|to(?<!in the spring to)(?<!in the fall to)(?! (?:the )?(?:summer|autumn|fall|winter)\b))\b",
    re.IGNORECASE,
)
_AUXILIARY = re.compile(r" (?:are|is|was|were|has|have|had|can|could|must|may|might|will|would|do|does|did)\b")
_OF_YEAR = re.compile(
    r",? of [12]\d{3}\b| (?:19|20)\d\d\b(?![,.]\d)| (?:and|or|to) (?:the )?(?:early |late )?(?:summer|autumn|winter)\b",
    re.IGNORECASE,
)


@rule(
    rf"(?:(?:the (?=next|last|past))?(?P<which>{WHICH}) |the )?(?P<mid>mid(?=summer|winter))?"
    rf"(?P<season>{'|'.join(SEASONS)})(?: season\b(?!-))?"
    r"(?P<beside> (?:before last\b|(?:before|after)(?=[.,;:!?)]|$| (?:and|but)\b)))?"
    r"(?(mid)(?!-|['’]| night))",
    starts=(*SEASONS, *_MIDDLES, *WHICH_STARTS, "the"),
    needs=(*SEASONS, *_MIDDLES),
    reads={
        "by [midsummer]": Modified(Part("season", 2), "mid"),
        "last summer": Part("season", 2, "last"),
        "[the summer before], it rose": Part("season", 2, "previous"),
        "the summer": Part("season", 2),
        "this winter season": Part("season", 4, "this"),
        "in [spring]": Part("season", 1),
        "rose [last fall] to a high": Part("season", 3, "last"),
        "[the spring] and early [summer]": (Part("season", 1), Part("season", 2)),
    },
    refuses=[
        "the next fall to $5",
        "its last fall of 3%",
        "winter wheat",
        "the Autumn Statement",
        "the summer school",
        "Interest in winter sports is growing",
    ],
    pos=("NOUN", "PROPN", "DET", "ADJ"),
)
def season(match: re.Match[str]) -> Part | Modified | Shift | None:  # noqa: PLR0911  (one return a case)
    """A season, unless the word is about falling or springing or says of what kind something is: winter wheat."""
    if not match["which"] and (kind := followed_by(match, _KIND)):
        # "In winter sports are moved indoors": what opens with a preposition has its subject only behind the season.
        heads = led_by(match, _IN, 8)
        if heads is None or _AUXILIARY.match(match.string, kind.end()) is None:
            return None
    if match["season"][0].isupper() and followed_by(match, _NAME):
        return None  # the Autumn Statement, Summer Sanders, the next Summer Games
    name, before = match["season"].lower(), text_before(match, 10)
    owned = match[0][:4].lower() == "the " or led_by(match, _OWNING, 6)
    named = (match["which"] or "").lower() in ("last", "next") and not owned  # "rose last fall to $5", but "its last fall to $5"
    if match["beside"]:
        if match["beside"].endswith("last"):
            return Shift(Decimal(1), "year", forward=False, origin=Part("season", SEASONS[name], "last"))
        which_one: Which = "previous" if match["beside"] == " before" else "following"
        return Part("season", SEASONS[name], which_one) if match[0].lower().startswith("the ") else None
    if name in ("fall", "spring") and not named and followed_by(match, _MOVING):
        return None
    if (
        name in ("fall", "spring")
        and not match["which"]
        and not before.endswith(("in ", "into ", "by ", "during ", "of ", "early ", "late ", "until ", "since ", "this "))
        and not followed_by(match, _OF_YEAR)
    ):
        return None
    found = Part("season", SEASONS[name], which(match["which"]))
    return Modified(found, "mid") if match["mid"] else found
