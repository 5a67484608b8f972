"""Days: weekdays, and today, tomorrow, the next day."""

from __future__ import annotations

import re
from decimal import Decimal

from factex.grammar import followed_by, led_by, rule
from factex.grammars.numbers import value
from factex.grammars.timewords import (
    DAY_NUMBER,
    DAY_WORDS,
    MONTH,
    NUMBER,
    NUMBER_STARTS,
    ORDINAL,
    ORDINAL_STARTS,
    SMALL_NUMBER,
    WEEKDAY,
    WEEKDAY_STARTS,
    WHICH,
    WHICH_STARTS,
    amount,
    day_number,
    ordinal,
    weekday,
    which,
)
from factex.readings import Reading
from factex.readings.temporal import HELD, WEEKDAYS, Nth, Part, PartOfDay, Relative, Shift, Weekday, Which, Within


@rule(
    rf"(?:(?P<which>{WHICH}) |(?:the )(?={WEEKDAY} (?:after next|after|before)\b))?(?P<day>{WEEKDAY})"
    r"(?:(?P<beyond> after next)|(?P<beside>(?<=ay) (?:after|before)(?=[.,;:!?)]|$| (?:and|but)\b)))?"
    rf"(?:,? the (?P<date>{DAY_NUMBER}(?:st|nd|rd|th)|(?:{DAY_WORDS}|{SMALL_NUMBER})(?![\w-]| [a-z]))|,? (?P<date_b>{DAY_NUMBER}"
    r"(?:st|nd|rd|th))(?! (?:of|century|Street|Avenue|Congress|(?-i:[A-Z])))"
    rf"|,? (?P<date_c>{DAY_NUMBER})(?=(?:,|,? and|,? or| to| until| ?[-–]) ?{WEEKDAY},? \d))?",
    starts=(*WEEKDAY_STARTS, *WHICH_STARTS, "the"),
    needs=WEEKDAY_STARTS,
    reads={
        "Tuesday": Weekday(2),
        "next Friday": Weekday(5, "next"),
        "[the Thursday after], it fell": Weekday(4, "following"),
        "Friday the 13th": Within(Weekday(5), Part("day", 13)),
        "Tue 13th": Within(Weekday(2), Part("day", 13)),
        "[Friday 2] and [Sunday 4th]": (Within(Weekday(5), Part("day", 2)), Within(Weekday(7), Part("day", 4))),
        "the Friday after next": Shift(Decimal(1), "week", forward=True, origin=Weekday(5, "coming")),
    },
    refuses=["Tuesdays", "last call", "the sun", "Mon dieu", "we sat.", "the sun.", "orbits the Sun."],
)
def name_of_day(match: re.Match[str]) -> Reading | None:
    """A day of the week by name. Short names are written as names, with their full stop or where only a day can stand."""
    day = match["day"]
    if not day.lower().endswith("day") and (day.islower() or led_by(match, _STAR, 8) or not (day.endswith(".") or _is_day(match))):
        return None
    if (match["which"] or "").lower() == "last" and followed_by(match, _LAST_OF):
        return None
    date = match["date"] or match["date_b"] or match["date_c"]
    if date:
        return Within(Weekday(weekday(day)), Part("day", day_number(date)))
    if match["beyond"]:
        return Shift(Decimal(1), "week", forward=True, origin=Weekday(weekday(day), "coming"))
    if match["beside"] and (match["which"] or not match[0].lower().startswith("the ")):
        return None
    return Weekday(weekday(day), _BESIDE.get(match["beside"]) or which(match["which"]))


_BESIDE: dict[str | None, Which] = {" after": "following", " before": "previous"}


def _is_day(match: re.Match[str]) -> bool:
    """Whether a short name stands where only a day can: "on Fri", "Tue 13th", "Wed, March 5"."""
    if match["which"] or match["date_b"] or followed_by(match, _DATE_FOLLOWS):
        return True
    if match.string[max(0, match.start() - 1) : match.start()] in ("", "\n", "\t") and followed_by(match, _LINE_ENDS):
        return True  # the head of a column
    return led_by(match, _DAY_LEADS, 8) is not None


_LINE_ENDS = re.compile(r"\.?(?:$|\n|\t)")
_DATE_FOLLOWS = re.compile(rf",? (?:{MONTH} \d|\d\d? {MONTH}|\d\d?[:/.]\d\d|\d\d? ?[ap]\.?m\b)", re.IGNORECASE)
# "As far as Neptune is from our Sun. It", "the Sun. It".
_STAR = re.compile(r"\b(?:our|the) $", re.IGNORECASE)
_DAY_LEADS = re.compile(r"\b(?:on|by|since|until|till|every|each) $", re.IGNORECASE)


@rule(
    rf"(?P<number>{NUMBER}) (?P<day>{'|'.join(WEEKDAYS)})s? (?P<how>ago|earlier|later|from now|from today|hence)",
    starts=NUMBER_STARTS,
    needs=["ago", "earlier", "later", "now", "today", "hence"],
    reads={
        "three Fridays from now": Shift(Decimal(2), "week", forward=True, origin=Weekday(5, "coming")),
        "two Mondays ago": Shift(Decimal(1), "week", forward=False, origin=Weekday(1, "last")),
    },
    refuses=["three Fridays", "Friday ago"],
)
def weekdays_away(match: re.Match[str]) -> Shift | None:
    """So many Fridays ago or from now: the first is the one nearest to now."""
    number = value(match["number"])
    forward = match["how"].lower() not in ("ago", "earlier")
    day = Weekday(weekday(match["day"]), "coming" if forward else "last")
    return Shift(number - 1, "week", forward, origin=day) if number >= 1 else None


@rule(
    rf"(?P<number>a|an|{NUMBER}) (?P<unit>week|fortnight)s? "
    rf"(?:(?P<how>on|ago(?: on)?|last|next|from) (?:(?:next|last|this) )?|(?=to))(?P<day>{'|'.join(WEEKDAYS)}|today|tomorrow)(?!s)"
    rf"|(?P<british>(?:{'|'.join(WEEKDAYS)}|today|tomorrow)) (?P<term>week|fortnight)(?=[.,;!?]|$)",
    starts=("a", "an", *NUMBER_STARTS, *WEEKDAYS, "today", "tomorrow"),
    needs=["week", "weeks", "fortnight", "fortnights"],
    reads={
        "a week on Monday": Shift(Decimal(1), "week", forward=True, origin=Weekday(1, "coming")),
        "two weeks ago Friday": Shift(Decimal(2), "week", forward=False, origin=Weekday(5, "last")),
        "a fortnight today": Shift(Decimal(1), "fortnight", forward=True, origin=Relative("day", 0)),
        "a week from tomorrow": Shift(Decimal(1), "week", forward=True, origin=Relative("day", 1)),
        "Monday week": Shift(Decimal(1), "week", forward=True, origin=Weekday(1, "coming")),
    },
    refuses=["a week on the road", "Monday weekly", "two weeks Friday", "its best in two weeks on Monday"],
)
def weeks_on_a_day(match: re.Match[str]) -> Shift | None:
    """A week on Monday, Monday week: so many weeks from the nearest one. "For a week from Monday" tells how long."""
    how = (match["how"] or "").lower()
    if how == "from" and match.string.endswith("for ", 0, match.start()):
        return None
    if how.startswith("on") and led_by(match, _OVER, 8):
        return None  # "its lowest in two weeks on Thursday"
    forward = not (match["how"] or "").lower().startswith(("ago", "last"))
    weeks = Decimal(1) if match["british"] else (amount(match["number"]) or Decimal(1))
    unit = (match["term"] or match["unit"]).lower()
    name = (match["british"] or match["day"]).lower()
    near = {"today": Relative("day", 0), "tomorrow": Relative("day", 1)}
    return Shift(weeks, unit, forward, origin=near.get(name) or Weekday(weekday(name), "coming" if forward else "last"))


_OVER = re.compile(r"\b(?:after|for|in|of|over|within) $", re.IGNORECASE)

# "The last Sunday of March" is counted in March, not from now.
_LAST_OF = re.compile(
    rf" (?:(?:of|in) (?:{MONTH}|(?:this|next|each|every) )|of the |in the (?:month|quarter|season|year)\b)", re.IGNORECASE
)


@rule(
    rf"(?:the )?(?P<nth>{ORDINAL}|last|final) (?P<day>{'|'.join(WEEKDAYS)})(?= (?:of|in) (?:"
    rf"(?:the |this |that |each |every )?(?:{MONTH}|month|year|quarter|next|last|previous|following))|$|[.,;!?)])",
    starts=("the", "last", "final", *ORDINAL_STARTS),
    needs=WEEKDAYS,
    reads={"[third Wednesday] of following": Nth(3, "day", 3)},
    refuses=["last Friday", "the third Wednesday after that", "Second Sunday School"],
)
def nth_weekday(match: re.Match[str]) -> Nth | None:
    """The third Wednesday of a month or a year; alone, of this month."""
    if match["nth"].lower() in ("last", "final") and not match.string.startswith((" of", " in"), match.end()):
        return None
    return Nth(ordinal(match["nth"]), "day", weekday(match["day"]))


@rule(
    rf"the (?:(?P<nth>{ORDINAL}) )?(?P<day>{'|'.join(WEEKDAYS)}) (?P<how>after|following|before|preceding|prior to)"
    rf"(?= (?:the |last |next )?(?:{MONTH}|{DAY_NUMBER}|(?-i:[A-Z])|{ORDINAL} {WEEKDAY})(?!\w*['’]))",
    starts=("the",),
    needs=WEEKDAYS,
    reads={
        "[the Friday after] Clara left": Shift(Decimal(1), "day", forward=True, origin=HELD, weekday=5),
        "[the second Sunday before] Clara left": Shift(Decimal(2), "day", forward=False, origin=HELD, weekday=7),
    },
    refuses=["the Friday after he left", "Friday after Easter", "the Friday after next"],
)
def weekday_beside(match: re.Match[str]) -> Shift:
    """The Friday after a day that follows, the second Sunday before it."""
    forward = match["how"].lower() in ("after", "following")
    count = Decimal(ordinal(match["nth"]) if match["nth"] else 1)
    return Shift(count, "day", forward, origin=HELD, weekday=weekday(match["day"]))


@rule(
    r"(?P<word>today|yesterday|tomorrow|tmrw|tonight|tonite)(?!-)|(?:the )?day (?P<far>before yesterday|after (?:tomorrow|tmrw))",
    starts=("today", "yesterday", "tomorrow", "tmrw", "tonight", "tonite", "the", "day"),
    needs=["today", "yesterday", "tomorrow", "tmrw", "tonight", "tonite"],
    reads={
        "today": Relative("day", 0),
        "yesterday": Relative("day", -1),
        "tonight": Within(PartOfDay("NI"), Relative("day", 0)),
        "the day after tomorrow": Relative("day", 2),
    },
    refuses=["USA Today", "the day before"],
)
def around_today(match: re.Match[str]) -> Reading | None:
    """Today and its neighbours."""
    if match["far"]:
        return Relative("day", -2 if "before" in match["far"].lower() else 2)
    word = match["word"].lower()
    if word == "today" and match.string[max(0, match.start() - 4) : match.start()] == "USA ":
        return None
    if word in ("tonight", "tonite"):
        return Within(PartOfDay("NI"), Relative("day", 0))
    return Relative("day", {"today": 0, "yesterday": -1}.get(word, 1))
