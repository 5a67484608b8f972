"""Rates: the period or unit that a number is per."""

from __future__ import annotations

import re

from factex.data import table
from factex.frames.lexicon import is_move_noun, words
from factex.frames.machine import frame_rule
from factex.frames.moves import move_of
from factex.frames.scene import Site
from factex.frames.syntax import Word

# A restatement in brackets may stand between: "6 billion kroner ($0.6 billion) a year".
_PER = re.compile(
    r"(?: \([^()]{2,40}\))?(?: of [\w-]+(?: [a-z-]+)?)?(?: (?:extra|less|more))?[ -]?"
    r"(?P<link>(?<![a-z])(?:an?|per|(?:for )?(?:each|every))[ -]|/ ?)"
    r"(?P<words>(?:(?:sq\.|u\.s\.|[a-z]+)[ -]){0,3}[a-z]+[2²]?)",
    re.IGNORECASE,
)
_LATER = re.compile(
    r" (?:after|ago|back|before(?! (?:deductions|discounts|expenses|interest|tax)\b)|earlier|later|previously|prior"
    r"|since(?! (?:19|20)\d\d))\b"
)


@frame_rule(
    reads={
        "Oil fell to [$55.12] a barrel.": {"per": "barrel"},
        "It costs renters [£200] more a month.": {"per": "month"},
        "It earned [$1.20] per diluted share.": {"per": "share"},
        "She earns [$1,150] a week before tax.": {"per": "week"},
        "Wages start at [$9] an hour.": {"per": "hour"},
        "Power costs [$2] per kilowatt hour.": {"per": "kilowatt hour"},
    },
    refuses=[
        "It paid [$5 million] a day after the ruling.",
        "It paid [$5 million] a year prior.",
        "He denied [three counts] of indecency with a child.",
        "Police recorded [14 cases] of violence against a worker.",
    ],
)
def after_number(site: Site) -> str | None:
    """A unit after the number: "$12 a share", "$55 per barrel", "$9 an hour"."""
    text = site.scene.article.text
    match = _PER.match(text, site.mention.end)
    if match is None:
        return None
    units = words("rates", "units")
    place = match.start("words")
    link = match["link"].strip(" -").lower()
    explicit = link in ("per", "/")
    if link in ("a", "an") and _is_object(site, match.start("link")):
        return None
    if explicit and (short := _shortened(match["words"])) is not None:
        return short
    parts: list[str] = []
    for word in re.split(r"[ -]", match["words"].lower()):
        place += len(word) + 1
        if word in words("rates", "kinds"):
            continue  # "57 cents a diluted share"
        if word in words("rates", "parts"):
            parts.append(word)
        elif word in units:
            later = not explicit and word in words("rates", "times") and _LATER.match(text, place - 1)
            return None if later else " ".join([*parts, str(table("rates")["short"].get(word, word))])
        elif not explicit and not link.startswith("for "):
            return None
    written = re.split(r"[ -]", match["words"])
    named = link == "per" or (link.startswith("for ") and written[0] not in ("of", "one", "other"))  # "$5 for every resident"
    return " ".join(written[: 1 + (written[0].lower() in words("rates", "parts"))]) if named else None


def _is_object(site: Site, place: int) -> bool:
    """Whether the noun phrase at offset *place* is the object of a preposition: violence against a worker, murder of a child."""
    words_ = site.scene.parse.words[site.words[-1].i + 1 :]
    before = next((word for word in words_ if word.end in (place, place - 1)), None)
    return before is not None and before.pos in ("ADP", "PART")


def _shortened(written: str) -> str | None:
    """What the longest abbreviation that *written* begins with stands for: "sq m", "kWh", "bbl"."""
    known, parts = table("rates")["short"], re.split(r"[ -]", written)
    return next((str(known[" ".join(parts[:k])]) for k in range(len(parts), 0, -1) if " ".join(parts[:k]) in known), None)


def written_rate(unit: str) -> str | None:
    """What a unit or a sum is per, as the head of a column writes it: "$/tonne", "p/kWh", "earnings per share", "monthly fee"."""
    found = _UNDER.search(unit)
    if found is None:
        first, *rest = unit.lower().split() or [""]
        period = table("rates")["periods"].get(first)
        return str(period) if period is not None and rest else None
    return _shortened(found["words"]) or (found["words"].lower() if found["words"].lower() in words("rates", "units") else None)


_UNDER = re.compile(r"(?:[$€£\w] ?/ ?|\bper )(?P<words>[a-z]+(?: [a-z]+)?)$", re.IGNORECASE)


@frame_rule(
    reads={
        "Seoul pays [$5 billion] annually.": {"per": "year"},
        "The city has an annual budget of [$2 million].": {"per": "year"},
        "It will save [2 million tonnes] of carbon dioxide annually.": {"per": "year"},
        "Starts rose to an annual rate of [1.4 million].": {"per": "year"},
    },
    refuses=[
        "The annual report names a loss of [$2 million].",
        "It was fined [5%] of its annual revenue.",
        "It has [2 million] monthly active users.",
        "It has annual sales of $2 million and [60 staff].",
        "Sales rose after [five] straight monthly declines.",
    ],
)
def adverb_of_period(site: Site) -> str | None:
    """A word for the period beside the number or its noun: "$5 billion annually", "an annual budget of $2 million"."""
    periods, whole = table("rates")["periods"], site.value.kind == "percent"
    after = site.after.next if site.after.lower in ("extra", "less", "more") else site.after
    led = after.lower == "each" and (after.next.pos == "NOUN" or after.next.mention is not None)
    each = led or (whole and after.lower in ("apiece", "each"))  # "$8 each way", "277 turbines each 260m high"
    if after.lower in periods and after.child("prep") is None and not _of_state(after) and not each:
        return str(periods[after.lower])
    verb = site.verb if after.lower == "of" and site.slot.relation == "verb" else None
    if verb is not None and (adverb := next((c for c in verb.right if c.dep == "advmod" and c.lower in periods), None)) is not None:
        return str(periods[adverb.lower])
    held = after.child("pobj") if after.lower in ("in", "of") and not whole else None  # 5% of its annual revenue
    pace = site.root.child("nmod")  # "to an annual rate of 1.4 million"
    noun = site.slot.anchor
    moved = whole and noun is not None and (is_move_noun(noun) or noun.lemma in words("moves", "swings"))
    moved |= whole and noun is not None and any(c.lower == "hourly" for c in noun.left)  # "a rise in hourly pay of 3%"
    inside = whole and site.slot.prep.lower == "in"  # "annual average prices in the top 20%"
    joined = site.scene.site_of(site.root.head) if site.root.dep == "conj" else None
    inside |= joined is not None and joined.value.kind != site.value.kind  # "has annual sales of $2 million and 60 staff"
    return (None if moved or inside else _period(noun)) or _period(held) or _period(pace)


def _period(noun: Word | None) -> str | None:
    """The period that an adjective gives to a noun: "annual budget"."""
    periods = table("rates")["periods"]
    adjectives = () if noun is None or noun.pos != "NOUN" or noun.lemma == "basis" else noun.left  # "up 0.3% on a monthly basis"
    return next((str(periods[c.lower]) for c in adjectives if c.pos == "ADJ" and c.lower in periods and not _of_state(c)), None)


def _of_state(adjective: Word) -> bool:
    """Whether a period says when things are what they are, not how often they come: monthly users, straight monthly falls."""
    return adjective.next.lower == "active" or adjective.previous.lower in ("consecutive", "straight", "successive")


@frame_rule(
    reads={
        "The monthly rent is [$900].": {"per": "month"},
        "Earnings per share were [$2].": {"per": "share"},
        "Prices per square foot averaged [$900].": {"per": "square foot"},
    },
    refuses=["Annual inflation was [3%].", "The per-share profit missed a forecast of [$2 million]."],
)
def of_measure(site: Site) -> str | None:
    """A rate in the name of what the number measures: "the monthly rent is $900", "earnings per share were $2"."""
    measure = site.part.measure
    if measure is None or site.value.kind == "percent" or site.slot.relation == "modifier" or _is_level_of_move(site, measure):
        return None
    per = next((c.child("pobj") for c in (*measure.left, *measure.right) if c.lower == "per"), None)
    if any(word.text == "EPS" for word in (measure, *measure.left)):
        return "share"
    if per is None or per.lower not in words("rates", "units"):
        return _period(measure)
    return _period(measure) or " ".join([*(c.lower for c in per.left if c.lower in words("rates", "parts")), per.lower])


def _is_level_of_move(site: Site, measure: Word) -> bool:
    """Whether the number is a level beside a move: "the biggest monthly drop, down 1% to $200"; but "the monthly gain was $3"."""
    found = move_of(site) if is_move_noun(measure) else None
    return found is not None and found[1].role != "by"


@frame_rule(
    reads={
        "She averaged [15.3 ppg] this season.": {"per": "game"},
        "It films at [60fps].": {"per": "second"},
        "It lets for [£1,750]pcm.": {"per": "month"},
        "The lease costs [$18] psf.": {"per": "square foot"},
    },
    refuses=["She scored [15 points]."],
)
def in_the_unit(site: Site) -> str | None:
    """A rate in an abbreviation that has its period in it: 15.3 ppg, 60fps."""
    last = site.words[-1].text
    glued = _GLUED.match(site.scene.article.text, site.mention.end) if site.value.kind == "money" else None
    if glued is not None:
        return str(table("rates")["glued"][glued[0].strip()])
    if last in table("counted")["per_game"]:
        return "game"
    return "second" if last.endswith("fps") else "minute" if last.endswith("bpm") else None


_GLUED = re.compile("|".join(rf"{' ?' if len(short) > 2 else ''}{short}\b" for short in table("rates")["glued"]))


@frame_rule(
    reads={
        "It has [12 cases] per 100,000 people.": {"per": "100,000 people"},
        "Gold costs [$900] per 10 grams.": {"per": "10 grams"},
        "She scores [two goals] per 90 minutes.": {"per": "90 minutes"},
    },
    refuses=["It has [12 cases] in 100,000 people."],
)
def to_a_base(site: Site) -> str | None:
    """A number that it is the rate to: 12 cases per 100,000 people."""
    return site.mention.per


RATE_RULES = (to_a_base, in_the_unit, after_number, adverb_of_period, of_measure)
