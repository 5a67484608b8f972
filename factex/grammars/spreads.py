"""Spreads: one number, or two that a range or a move has: "$5 to $7", "rose from 5% to 7%"."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import TypeVar

from factex.data import table
from factex.grammar import text_before
from factex.grammars.movewords import MOVE_NOUNS, MOVES
from factex.grammars.numbers import ABOUT, MINUS, NUMBER, TOLERANCE, WORDS, Amount, either, scale_of, value
from factex.readings.numeric import plain

R = TypeVar("R")


# "A low of –34 C": a dash for a minus, but not in "won –12 medals", which lost a space.
_DASH = r"(?<=[a-z] )–(?=[\d.$£€¥])"


def spread(scale: str, *, lead: str = "", end: str = "") -> str:
    """A pattern for one number or a range of two, with what must stand before (*lead*) or after it (*end*).

    "5-7", "5 to 7", "5 or 7", and "5 and 7" after "between"; each end of a range may have its own lead and end: "$5 to $7",
    "5% to 7%". `read` tells ranges from moves.

    Groups: `first`, `last` (the numbers), `lead`, `lead_two`, `inner` and `outer` (the leads and the ends of the first and
    the last number), `joint` (what stands between), `head`, `tail` (the whole of the first and of the last).
    """
    one = rf"{NUMBER}{TOLERANCE}{scale}?"
    minus = rf"(?:{MINUS}|{_DASH})" if lead or end else MINUS
    # "2 -7 cm" lost a space; "Vale 2 -3 Orion" is a score, and "5 -7%" may be a level and a fall.
    loose = r"| -(?=\d{1,3} ?[^\W\d])" if end else ""
    # "Between $3 a share and $4 a share"
    rate = r"(?: (?:an?|per(?! cent)) [a-z]+(?= (?:and|to) ))?"
    joint = rf"{rate}(?P<joint>[-–—]{loose}| [-–—] | or | and (?(between)|(?!))|(?:[ -]|- )to[ -]){_NEARLY}"
    lead_one, lead_two = (rf"{minus}?(?P<lead>{lead})", rf"(?P<lead_two>{lead})?") if lead else ("", "")
    inner, outer, check = (rf"(?P<inner>{end})?", rf"(?P<outer>{end})", "(?(tail)|(?(inner)|(?!)))") if end else ("", "", "")
    # "$1.40 or about 2.1%": the second number is of another kind.
    other = "" if end else r"(?! ?(?:%|per ?cent|pct|percentage|basis|bpm|fps)(?![a-z]))"
    head = rf"(?P<head>{lead_one}(?P<first>{minus}?{one}){inner})"
    return rf"(?:(?<=between )(?P<between>))?{head}(?:{joint}(?P<tail>{lead_two}(?P<last>{MINUS}?{one}){outer}){other})?{check}"


def read(match: re.Match[str], make: Callable[[Amount, str], R | None]) -> R | Mapping[str, R] | None:
    """The reading of a match of `spread`: of one number, of a range, or two of them, for a move from one to the other.

    *make* turns an amount and the words of its unit into a reading. "From 5 to 7" after a word of change is a move, and so
    is "rose $1 to $35"; else they are a range, which goes up: "7 to 5" is two numbers, "7-5" none.
    """
    groups = match.groupdict()
    unit = groups.get("lead") or groups.get("inner") or groups.get("outer") or ""
    if groups["last"] is None:
        return make(Amount(value(groups["first"])), unit)
    outer = (groups.get("outer") or "").strip()
    # "3m to 5m": a unit that could be a scale is that of the first number too.
    first = match["first"].removesuffix(outer).rstrip(" \u00a0") if outer in WORDS["letters"] else match["first"]
    ends = between(first, match["last"])
    if _YEAR.fullmatch(match["first"]) and (scale_of(match["last"]) != 1 or "," in match["last"]):
        return None
    again = groups.get("lead_two") or unit
    last_unit = groups.get("outer") or (unit if unit.endswith(again) else again)  # "US$200m to $250m"
    one, other = make(Amount(ends[0]), unit), make(Amount(ends[1]), last_unit)
    # "7.57 million or 1.1 for each of them"
    alone = bool(groups.get("lead") or groups.get("inner")) or first != match["first"] or (not outer and scale_of(first) != 1)
    rises, alike = ends[0] < ends[1], one == make(Amount(ends[0]), last_unit)
    if match["joint"].strip(" -") == "to" and not (rises and alike and not _moves(match, *ends)):
        ratio = ends[1] == 1 and match.string.endswith("by ", 0, match.start())  # "outnumbered by 3 to 1"
        found = {"head": one, "tail": other} if alone or (_moved(match.string, match.start()) and not ratio) else {}
    elif match["joint"] == " or " and _LISTED.search(match.string, max(0, match.start() - 16), match.start()):
        found = {"head": make(Amount(ends[0]), last_unit), "tail": other}  # 200, 400 or 600 mg
    elif not alike:  # 3 km or 4 miles
        found = {"head": one, "tail": other} if alone else {}
    elif (
        rises or groups["between"] is not None or (unit.strip() == outer != "" and _falls(match, outer, *ends))
    ):  # "between 90 and 80"
        return make(Amount(None, *sorted(ends)), last_unit)
    else:
        found = {"head": one} if alone else {}
    return {group: reading for group, reading in found.items() if reading is not None} or None


def _falls(match: re.Match[str], unit: str, first: Decimal, last: Decimal) -> bool:
    """Whether a range is told from its high end, as those of cars are: 137-114 g/km; but "won 5-2", "7-5 percent".

    So is "between 90 and 80".
    """
    written = f"{unit}{match.string[match.end('outer') :][:1]}".lower()  # g/km
    measured = re.match(r"(?!.*(?:cent|pct|point|bps?\b|pence))[a-z][a-z/]", written) is not None
    return measured and match["joint"].strip() in ("-", "–", "—") and last < first < 3 * last


PERHAPS = "(?:even|maybe|perhaps|possibly)"
"""As a regular expression, what stands before a second number that may be it as well: five or even six."""
_NEARLY = rf"(?:(?:about|around|roughly|{PERHAPS}) |~)?"
_YEAR = re.compile(r"(?:19|20)\d\d")


_LISTED = re.compile(r"(?:^|[^,\d])\d[\d.]* ?(?:[a-z%°]+(?:/[a-z]+)?)?, $", re.IGNORECASE)


_NEAR = 6
_LEVELS = frozenset([*table("moves")["foreseen"]["words"], *table("moves")["ends"]["words"]]) - {"range"}
_RANGES = frozenset(WORDS["moves"]["ranges"])


def _moves(match: re.Match[str], first: Decimal, last: Decimal) -> bool:
    """Whether "5 to 7" tells of a move: "rose from 5 to 7"; or, "rose 5 cents to 70 cents", by 5 to a level of 7."""
    words = _without_level(_LEAD.sub("", text_before(match, 80).replace(" a further ", " ")).split())
    if words and words[-1] == "from":
        then = words[-2:-1] and words[-2] not in MOVES - {"down", "up"} and _RANGE_THEN.search(" ".join(words))
        if then or _RANGE_NEXT.match(match.string, match.end()):
            return False
        if words[-2:-1] and words[-2].endswith(","):
            return True
        return not _RANGES.intersection(words[-2:-1]) and any(word.strip(",;()") in _MOVED for word in words[-11:])
    told = words[-1:] == ["of"] and last > 3 * first and not MOVE_NOUNS.isdisjoint(words[-9:])  # "a rise in costs of $5 to $90"
    again = words[-1:] == ["or"] and words[-2:-1] != [] and words[-2].rstrip(",").endswith(("%", "cent", "percent"))
    put_on = words[-1:] == ["on"] and words[-2:-1] in (["put"], ["puts"], ["putting"], ["tacked"])  # "put on 2p to 71p"
    if again or not (put_on or any(word.strip(",;") in MOVES for word in words[-2:])):
        return told or (again and any(word.strip(",;") in MOVES for word in words[-7:]))  # "fell by 8.6% or 13p to 148p"
    revised = "revised" in words[-3:] and "point" not in (match.groupdict().get("outer") or "")  # "was revised up by 5 to 30"
    if words[-1] == "by" and match.groupdict().get("lead"):
        return revised or last > 2 * first  # few things move by more than half of what they come to
    pence = match.groupdict().get("inner") == "p"  # a share "sank 128p to 291p"
    return revised or bool(match.groupdict().get("lead")) or last > (2 if pence else 3) * first


# What says how near the number is, or when it holds: "fell by more than 20 to 5", "boost it from the current 5 to 7".
_LEAD = re.compile(
    rf" (?:{either(ABOUT | {'just', 'only', 'over', 'some', 'under'})}|(?:more|less|fewer) than|just over|just under"
    r"|(?:a|the) (?:current|previous)) ?\Z"
)


# What came before "from" is a range too, as "from" has one: "to between 12% and 14%, from 8% to 10%".
_RANGE_THEN = re.compile(
    r"(?:^|\s)(?:\S{0,3}\d\S{0,12}(?: [a-z]+)?(?:[-–]| (?:and|to) )|to )\S{0,3}\d\S{0,12}(?: (?!and\b)[a-z]+,?){0,8} from\Z"
)


# What comes after it is the range that it moved to: "from 2% to 4% to between 3% and 5%".
_RANGE_NEXT = re.compile(r" to (?:(?:an?|the) (?:[a-z]+ )?range|between)\b", re.IGNORECASE)
_MOVED = MOVES | MOVE_NOUNS


def _without_level(words: list[str]) -> list[str]:
    """The words up to "from" where only the name of a level stands between it and the number: "from a first estimate of 5"."""
    named = words[-1:] == ["of"] and not _LEVELS.isdisjoint(words[-2:-1]) and "from" in words[-_NEAR:]
    return words[: len(words) - words[::-1].index("from")] if named else words


def _moved(text: str, place: int) -> bool:
    """Whether the word before text[place] makes a number without a unit one end or the size of a move."""
    words = _without_level(_LEAD.sub("", text[max(0, place - 40) : place].lower().replace("—", " ")).split())
    told = words[-1:] == ["of"] and not _MOVED.isdisjoint(words[-2:-1])  # "an increase of 240 to 64,900"
    return bool(words) and (words[-1] in ("by", "from") or words[-1] in MOVES or told)


def between(first: str, last: str) -> tuple[Decimal, Decimal]:
    """The two ends of a range as written.

    The scale of the second holds for the first too, if that has none and would be the greater number without:
    "$1.1-1.3bn", but not "500 to 1 million".
    """
    low, high, factor = value(first), value(last), scale_of(last)
    if scale_of(first) == 1 and factor != 1 and low < high / factor:
        low = plain(low * factor)
    return low, high
