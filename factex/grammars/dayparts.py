"""Parts of the day: this morning, last night, noon."""

from __future__ import annotations

import re

from factex.grammar import followed_by, led_by, rule
from factex.grammars.clockwords import ZONE, turn_of_day
from factex.grammars.timewords import DAY_PARTS, MONTH, WEEKDAY
from factex.readings import Reading
from factex.readings.temporal import DayPart, Mod, Modified, PartOfDay, Relative, TemporalReading, Within

_PARTS: dict[str, DayPart] = {
    **DAY_PARTS, "forenoon": "MO", "overnight": "NI", "daybreak": "MO", "dawn": "MO", "dusk": "EV", "sunrise": "MO", "sunset": "EV",
    "nightfall": "NI", "lunchtime": "MI",
}  # fmt: skip
_NAMES = (*_PARTS, "hours", "midday", "midnight", "mid", "noon", "noontime", "midmorning", "midafternoon", "midevening")


@rule(
    r"the (?P<small>(?:early|small|wee|pre-?dawn) morning hours\b"
    r"|(?:early|small|wee|pre-?dawn) hours(?=[.,;]| on\b| of (?!(?:an?|her|his|its|the|their) (?!\d|day"
    rf"|following|morning|next|previous|{WEEKDAY}|{MONTH}))))"
    r"|(?:(?P<which>last|this|the|that|the (?:next|following|previous)) (?!overnight|noon|mid[ -]?(?:day|night)))?"
    r"(?:(?P<mod>early|late|mid(?![ -]?(?:day|night)))[ -]|(?P<mid>mid)(?=mo|[ae]))?"
    rf"(?P<part>{'|'.join(_PARTS)}|(?P<turn>mid[ -]?day|mid[ -]?night|noon(?:[ -]?time)?))(?!-\D|-$)"
    rf"(?(turn)(?P<zone>{ZONE})?|(?P<beside> before last| (?:before|after)(?=[.,;:!?)”\"]|$| (?:and|at|but|in)\b))?)",
    starts=("last", "this", "the", "that", "early", "late", *_NAMES),
    needs=_NAMES,
    reads={
        "last night": Within(PartOfDay("NI"), Relative("day", -1)),
        "overnight": Within(PartOfDay("NI", by_verb=True), Relative("day", 0)),
        "late afternoon": Modified(PartOfDay("AF"), "end"),
        "died in [the early hours].": Modified(PartOfDay("MO"), "start"),
        "the night before": Within(PartOfDay("NI"), Relative("day", -1, following=True)),
    },
    refuses=["night-time", "nights", "a fortnight", "a night's sleep", "a night before", "the early hours he works"],
)
def part_of_day(match: re.Match[str]) -> Reading | None:
    """A part of a day, of today unless the text says otherwise. What a bare "night's" is of lasts or is of any night."""
    if match["small"]:
        return Modified(PartOfDay("MO"), "start")
    word, which = match["part"].lower(), (match["which"] or "").lower()
    owned = which in ("", "the") and followed_by(match, _OWNER) and not led_by(match, _OF_DAY, 12)
    any_night = which == "the" and followed_by(match, _CLAUSE) and not led_by(match, _DURING, 12)
    kind = which == "the" and (followed_by(match, _KIND) or match["part"][0].isupper())  # "the morning news", "the Dawn orbiter"
    if owned or any_night or kind or (word in ("dawn", "dusk", "sunset") and followed_by(match, _AGE)):
        return None
    part = _PARTS.get(word)
    if part is None:
        return turn_of_day(word, match["zone"])
    found: TemporalReading = PartOfDay(part)
    if match["beside"]:
        beside = _BESIDE[match["beside"].strip().lower()]
        return Within(found, beside) if which == "the" and word in DAY_PARTS and not match["mod"] else None
    if word == "overnight":
        if followed_by(match, _FOR_A_NIGHT):
            return None
        found = Within(PartOfDay("NI", by_verb=True), Relative("day", 0))
    elif which in ("last", "this"):
        found = Within(found, Relative("day", -1 if which == "last" else 0))
    elif which in ("that", "the next", "the following", "the previous"):
        offset = {"that": 0, "the previous": -1}.get(which, 1)
        found = Within(found, Relative("day", offset, following=True))
    mod = match["mod"] or match["mid"]
    return Modified(found, _MODS[mod.lower()]) if mod else found


_BESIDE = {
    "before last": Relative("day", -2),
    "before": Relative("day", -1, following=True),
    "after": Relative("day", 1, following=True),
}
# What is lent, made or packed for a night, on no day.
_FOR_A_NIGHT = re.compile(
    r" (?:bank |index(?:ed)? |inter-?bank )?(?:bag|borrowing|camp|camping|delivery|deposit|fund|funding|gear|guest|lending|loan"
    r"|money|rate|repo|sensation|stay|success|swap|trip|visit|visitor)s?\b",
    re.IGNORECASE,
)
_KIND = re.compile(r" (?:bulletins?|edition|news|newscasts?|newspapers?|papers?|prayers?|reports?|shows?|star)\b", re.IGNORECASE)
_OWNER = re.compile(r"['’]s\b")
# "The dawn of a new century", but "the dawn of June 6".
_AGE = re.compile(r" of (?:an?|her|his|its|the (?!\d)|their|(?-i:[a-z]))", re.IGNORECASE)
# "The night she died" is any night, "in the night she died" is that of the day in hand.
_CLAUSE = re.compile(r" (?:he|her|his|I|it|our|she|that|the|their|they|we|when|you)\b", re.IGNORECASE)
_DURING = re.compile(r"\b(?:by|during|early|in|into|late|through|throughout|until) $", re.IGNORECASE)
_OF_DAY = re.compile(rf"\b(?:{WEEKDAY}|yesterday|tomorrow) $", re.IGNORECASE)
_MODS: dict[str, Mod] = {"early": "start", "late": "end", "mid": "mid"}
