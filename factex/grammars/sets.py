"""Sets of times: daily, every Monday, twice a year."""

from __future__ import annotations

import re
from decimal import Decimal

from factex.grammar import rule
from factex.grammars.timewords import (
    DAY_NUMBER,
    DAY_PARTS,
    MONTH,
    NUMBER,
    NUMBER_STARTS,
    ORDINAL,
    ORDINAL_STARTS,
    SEASONS,
    UNIT,
    amount,
    month,
    ordinal,
    timex_duration,
    unit,
    weekday,
)
from factex.readings import Reading
from factex.readings.temporal import WEEKDAYS, Every

_ADVERBS = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "biweekly": "P2W", "bi-weekly": "P2W",
    "fortnightly": "P2W", "monthly": "P1M", "bimonthly": "P2M", "bi-monthly": "P2M", "quarterly": "P3M",
    "semiannually": "P6M", "semi-annually": "P6M",
    "semiannual": "P6M", "semi-annual": "P6M", "biannual": "P6M", "biannually": "P6M", "annually": "P1Y", "annual": "P1Y",
    "yearly": "P1Y", "biennial": "P2Y", "biennially": "P2Y",
}  # fmt: skip
_WORDS = "|".join(sorted(_ADVERBS, key=len, reverse=True))


@rule(
    rf"(?P<word>{_WORDS})(?!(?<=quarterly) (?:dividend|results?|loss|losses|profits?|earnings|report|net|cash|revenue|sales"
    r"|figures)|(?:(?<=the daily)|(?<=the weekly)),? (?:added|citing|quoted|quoting|reported|said|says|wrote)\b"
    r"|-| (?:Mail|Telegraph|Mirror|News|Express|Times|Star|Journal|Post|Standard|Herald)\b)",
    starts={word.split("-")[0] for word in _ADVERBS},
    reads={"daily": Every("P1D"), "annually": Every("P1Y"), "semi-annual": Every("P6M"), "quarterly": Every("P3M")},
    refuses=["Daily Mail", "day", "annuals", "the daily said"],
)
def adverb(match: re.Match[str]) -> Every:
    """How often, in one word."""
    return Every(_ADVERBS[match["word"].lower()])


_DAY = rf"{DAY_NUMBER}(?:st|nd|rd|th)?(?![%/]|[.,:]\d)"
_SPECIAL = rf"(?:{'|'.join(WEEKDAYS)}|{'|'.join(SEASONS)}|{MONTH}(?: {_DAY})?|{'|'.join(DAY_PARTS)}|weekday|weekend)"


@rule(
    rf"(?P<quant>every|each)(?: (?P<other>(?<=every )other)| single| (?P<nth>{ORDINAL}))?"
    rf"(?: (?P<number>{NUMBER}|few|several|couple of)(?P<range>(?: to | or | ?[-–] ?){NUMBER})?)? (?:"
    rf"(?P<half>half[ -]?hour)|(?P<unit>{UNIT}|weekends)|(?P<special>{_SPECIAL}))(?P<at> at (?P<hour>1?\d)(?![\d:.]| ?[ap]\.?m))?",
    starts=("every", "each"),
    reads={
        "every day": Every("P1D", "EVERY"),
        "each Thursday": Every("XXXX-WXX-4", "EACH"),
        "every two weeks": Every("P2W", "EVERY"),
        "every other week": Every("P2W", "EVERY"),
        "every other weekend": Every("P2WE", "EVERY"),
    },
    refuses=["every man", "each of the years", "everyday", "they accused each other Friday"],
)
def every(match: re.Match[str]) -> Reading | None:
    """Every or each of a unit or a named time."""
    quant = match["quant"].upper()
    if match["half"]:
        return Every("PT30M", quant)
    if match["nth"] and match["special"]:
        return Every(_named(match["special"].lower()), quant) if match["special"].lower() in WEEKDAYS else None
    if match["nth"]:
        return Every(timex_duration(Decimal(ordinal(match["nth"])), unit(match["unit"])), quant)
    if match["special"] and not (match["other"] and match["special"].lower() == "weekend"):
        timex = _named(match["special"].lower())
        if match["at"]:
            later = 12 if "TEV" in timex or "TNI" in timex or "TAF" in timex else 0
            timex = f"XXXX-XX-XXT{int(match['hour']) % 12 + later:02}" if "T" in timex else timex
        return Every(timex, quant)
    number = None if match["range"] else amount(match["number"] or "one")
    return Every(
        timex_duration(number * 2 if match["other"] and number else number, unit(match["unit"] or match["special"])), quant
    )


@rule(
    rf"(?:the )?(?:(?:{ORDINAL}|last)(?: (?:and|or) (?:{ORDINAL}|last))? (?:{'|'.join(WEEKDAYS)}|weekend|week)s?"
    rf"|(?P<day>{DAY_NUMBER}(?:st|nd|rd|th))(?: day)?) of (?P<quant>every|each) month",
    starts=("the", "last", *ORDINAL_STARTS),
    needs=["month"],
    reads={
        "the last Thursday of every month": Every("P1M", "EVERY"),
        "[first and third Monday of each month]": Every("P1M", "EACH"),
        "the 19th of every month": Every("XXXX-XX-19", "EVERY"),
        "on [the 1st day of each month]": Every("XXXX-XX-01", "EACH"),
    },
    refuses=["the last Thursday of the month", "the day of every month", "the 40th of every month"],
)
def once_a_month(match: re.Match[str]) -> Every:
    """A day by its number, a day of the week or a week that comes once a month."""
    return Every(f"XXXX-XX-{ordinal(match['day']):02}" if match["day"] else "P1M", match["quant"].upper())


def _named(name: str) -> str:
    """The TIMEX3 value of any day, month or season of this name."""
    if name in DAY_PARTS:
        return f"XXXX-XX-XXT{DAY_PARTS[name]}"
    if name in SEASONS:
        return f"XXXX-{('SP', 'SU', 'FA', 'WI')[SEASONS[name] - 1]}"
    if name == "weekend":
        return "XXXX-WXX-WE"
    if name == "weekday":
        return "P1D"
    if name in WEEKDAYS:
        return f"XXXX-WXX-{weekday(name)}"
    name, _, day = name.partition(" ")
    return f"XXXX-{month(name):02}" + (f"-{ordinal(day):02}" if day else "")


@rule(
    rf"(?P<day>(?-i:(?=[A-Z]))(?:{'|'.join(WEEKDAYS)})(?:s| (?P<time>{'|'.join(DAY_PARTS)})s))"
    rf"|(?P<days>weekends|weekdays|weeknights)|(?:(?<=in )the |most |weekday )(?P<part>{'|'.join(DAY_PARTS)})s(?! of\b)",
    starts=(*(day + "s" for day in WEEKDAYS), *WEEKDAYS, "weekends", "weekdays", "weeknights", "the", "most", "weekday"),
    needs=[*(day + "s" for day in (*WEEKDAYS, *DAY_PARTS)), "weekends", "weekdays", "weeknights"],
    reads={
        "Mondays": Every("XXXX-WXX-1"),
        "weekends": Every("XXXX-WXX-WE"),
        "Tuesday nights": Every("XXXX-WXX-2TNI"),
        "in [the evenings]": Every("XXXX-XX-XXTEV"),
        "[weekday mornings]": Every("XXXX-XX-XXTMO"),
    },
    refuses=["Monday", "Monday's", "weekend", "two cold nights", "in the nights of May"],
)
def plural(match: re.Match[str]) -> Every:
    """Days and their parts in the plural: on Mondays, weekends, in the evenings, most mornings."""
    if match["part"]:
        return Every(f"XXXX-XX-XXT{DAY_PARTS[match['part'].lower()]}")
    if match["day"]:
        time = f"T{DAY_PARTS[match['time'].lower()]}" if match["time"] else ""
        return Every(f"XXXX-WXX-{weekday(match['day'])}{time}")
    return Every("XXXX-WXX-WE" if match["days"].lower() == "weekends" else "P1D")


_TIMES = {"once": 1, "twice": 2, "thrice": 3}


@rule(
    rf"(?P<times>once|twice|thrice|(?P<or>{NUMBER} or )?(?P<number>{NUMBER}|several)(?: times|(?P<part> (?:day|night|hour)s?\b)))"
    r"(?:(?(part)(?!))[ -](?P<adverb>daily|weekly|monthly|yearly|annually)"
    rf"| (?:an?|every|each|per)(?: (?P<each>{NUMBER}|few))? (?P<unit>{UNIT})(?! (?:ago|earlier)\b))",
    starts=(*_TIMES, *NUMBER_STARTS, "several"),
    needs=["times", *_TIMES, "day", "days", "night", "nights", "hour", "hours"],
    reads={
        "twice a year": Every("P1Y", freq="2X"),
        "three times a week": Every("P1W", freq="3X"),
        "once every two years": Every("P2Y", freq="1X"),
        "five days a week": Every("P1W", freq="5D"),
        "twice-weekly": Every("P1W", freq="2X"),
    },
    refuses=["24 hours a day", "twice", "three times as fast", "once a leader", "3,000 times a minute"],
)
def so_often(match: re.Match[str]) -> Every | None:
    """How many times, days or hours in a unit. From a hundred on they are counted, not told apart: no set of times but a rate."""
    times = _TIMES.get(match["times"].lower())
    number = amount(match["number"]) if match["number"] and not match["or"] else times
    if number is not None and number >= 100:
        return None
    letter = (match["part"] or " x").strip()[0].upper().replace("N", "D")
    freq = f"{'X' if number is None else number}{letter}"
    if match["adverb"]:
        return Every(_ADVERBS[match["adverb"].lower()], freq=freq)
    return Every(timex_duration(amount(match["each"] or "one"), unit(match["unit"])), freq=freq)
