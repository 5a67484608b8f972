"""When: the time that a statement about a number holds for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from factex.frames.comparisons import first_form
from factex.frames.earlier import is_level_before, led_by
from factex.frames.lexicon import codes, is_figure, is_level_verb, is_move_verb
from factex.frames.machine import FrameRule, first, frame_rule
from factex.frames.reach import LONG, goes_on, has_own, is_adverbial, is_taken, steps
from factex.frames.scene import Scene, Site
from factex.frames.stretches import THROUGH
from factex.frames.syntax import SUBJECTS
from factex.frames.verbs import coordination, is_aside, is_joined, is_main, tense

_NEAR = 5  # words between a number and its own time: "6% late on Monday", "$4bn in the same period last year"


def when(site: Site) -> tuple[str, Site] | None:
    """The date or time that the number's statement holds for, with the name of the rule that found it."""
    following = site.after.lower == "next" and site.after.next.pos in ("", "ADP", "CCONJ", "PUNCT", "SCONJ")
    if site.definite or following:  # "4% this year and 3% next"; but "the 300 nests that were found in 2013"
        verbs = [c for c in site.root.right if c.dep == "relcl" and c.lemma not in codes("sources")]
        own = next((t for t in site.scene.times if t.slot.anchor in verbs), None) if site.definite else None
        return None if own is None else ("when.above", own)
    # "5% in May, from 6%": the level before has only a time of its own
    return first((right_before, of_level_before) if is_level_before(site) else WHEN_RULES, site)


@frame_rule(
    reads={
        "Profit was $5 million, compared with [$3 million] in 2023.": {"when": "2023"},
        "Profit rose to $5 million in 2024 from [$3 million] in 2023.": {"when": "2023"},
        "Profit rose from [$3 million] in 2023 to $5 million in 2024.": {"when": "2023"},
        "It lost $5 million, compared with a profit of [$3 million], or 4 cents a share, in 2023.": {"when": "2023"},
    },
    refuses=["Profit rose from [$3 million] to $5 million in 2024.", "Inflation was 5% in May 2024, down from [6%]."],
)
def of_level_before(site: Site) -> Site | None:
    """The time right after a level before or beside another: "from 6% in April"."""
    first = first_form(site)
    earlier = site.scene.sites[first.index - 1] if first.index and is_level_before(site) else None
    if earlier is not None and earlier.located and earlier.words[0].i > led_by(first).i:
        return earlier  # "from a year-ago loss of $4 million"
    place = site.words[-1].i
    for after in site.scene.sites[site.index + 1 :] if is_level_before(site) else ():
        between = site.scene.parse.words[place + 1 : after.words[0].i]
        if (
            (after.numeric and first_form(after) is not first)
            or len(between) >= _NEAR + any(w.lower == "same" for w in between)
            or any(w.pos == "SCONJ" for w in between)
        ):
            return None
        if after.located:
            return after
        place = after.words[-1].i  # "from 6% in the year to May"
    return None


@frame_rule(
    reads={
        "It lost [$5 million] in 2023 and $3 million in 2024.": {"when": "2023"},
        "It lost $5 million in 2023 and [$3 million] in 2024.": {"when": "2024"},
    },
    refuses=["Sales fell [4%] from 2023."],
)
def right_after(site: Site) -> Site | None:
    """The time right after one of several coordinated numbers: "$5 million in 2023 and $3 million in 2024"."""
    first, after = site.following, _behind(site)
    if first is None or after is None:
        return None
    between = site.scene.parse.words[site.words[-1].i + 1 : first.words[0].i]
    near = all(w.lower in ("by", "for", "in", "on") for w in between)
    return after if near and _is_one_of_several(site) and not is_taken(after, site) else None


@frame_rule(
    reads={
        "It raised its forecast for 2025 to [3%] from 2% and for 2026 to 5% from 4%.": {"when": "2025"},
        "It raised its forecast for 2025 to 3% from [2%] and for 2026 to 5% from 4%.": {"when": "2025"},
        "It raised its forecast for 2025 to 3% from 2% and for 2026 to [5%] from 4%.": {"when": "2026"},
    },
    refuses=["It raised its forecast for 2025 to [3%] from 2%."],
)
def right_before(site: Site) -> Site | None:
    """The time right before one of several levels, which the one it is told from has too: "for 2025 to 3% and for 2026 to 4%"."""
    link = site.before
    while link.pos in ("ADJ", "DET"):
        link = link.previous
    time = site.scene.site_of(link.previous)
    if time is not None and time.numeric and link.lower == "from":
        return right_before.find(time)
    if time is None or not time.located or time.before.lower not in ("for", "in") or link.lower not in ("at", "by", "to"):
        return None
    several = sum(one.located and other.value.kind == site.value.kind for one, other in pairwise(site.scene.sites)) > 1
    return time if several else None


def _behind(site: Site) -> Site | None:
    """The date or time behind a number, also one of which a length is told: "in the first two months of 2022"."""
    time = site.following
    if time is not None and time.value.kind == "duration" and time.after.lower == "of":
        time = time.following
    return time if time is not None and time.located else None


def _is_one_of_several(site: Site) -> bool:
    """Whether the sentence has another number of this kind beside another time."""
    return sum(each.value.kind == site.value.kind and _behind(each) is not None for each in site.scene.sites) > 1


@frame_rule(
    reads={"Sales of $5 million in 2024 beat 2023's [$4 million].": {"when": "2023"}},
    refuses=["Acme's [$3 million] loss in 2023 was its worst.", "Sales were [$3 million], up from 2023's $2 million."],
)
def of_owner(site: Site) -> Site | None:
    """The time that has the number: "beat last year's $4 million"."""
    return site.owner if site.owner is not None and site.owner.located else None


@frame_rule(
    reads={
        "It was the worst fire since 1999, when [300 people] died.": {"when": "1999"},
        "Sales fell to 30,000 in May, 5% down on the same month last year, when [40,000] were sold.": {"when": "2023-05"},
    },
    refuses=["The fire of 1999 killed [300 people]."],
)
def of_clause(site: Site) -> Site | None:
    """The time that a clause with "when" tells more of: "since 1999, when 300 people died"."""
    cue = next((c for c in site.verb.left if c.lower == "when"), None) if site.verb is not None else None
    before = None if cue is None else cue.previous.previous if cue.previous.text == "," else cue.previous
    time = None if before is None else site.scene.site_of(before)
    return time if time is not None and time.located else None


@frame_rule(
    reads={
        "Sales rose to [$3 million] in 2024.": {"when": "2024"},
        "Ann Lee, who bought [3%] of Acme in 2021, is chief.": {"when": "2021"},
        "Seoul will impose tariffs of [25%] from May 1.": {"when": "2025-05-01"},
        "It announced a tender for 12 ferries on Monday at a price of [$3 million].": {"when": "2025-04-07"},
        "When it opened in 1990, the mine employed [300 people].": {"when": "1990"},
    },
    refuses=[
        "The company said on Tuesday that sales rose to [$3 million].",
        "The company said on Tuesday sales had risen to [$3 million].",
        "Prices were [3%] higher than in 2022.",
        "Sales were down [3%] on the same period of 2024.",
    ],
)
def above(site: Site) -> Site | None:
    """The time that hangs nearest above the number in the parse, within its clause."""
    ranked = [(count, _distance(site, t), t.index) for t in site.scene.times if (count := steps(site, t)) is not None]
    nearest = (site.scene.sites[index] for *_, index in sorted(ranked))
    return next((time for time in nearest if not is_taken(time, site)), None)


def _distance(site: Site, time: Site) -> int:
    return max(time.words[0].i - site.words[-1].i, site.words[0].i - time.words[-1].i)


@frame_rule(
    reads={
        "March exports fell [3%].": {"when": "2025-03"},
        "Last year's loss was [$3 million].": {"when": "2024"},
        "Sales in the first quarter rose [3%].": {"when": "2025-Q1"},
    },
    refuses=["The 2017 act cut taxes by [3%].", "March wheat rose [3 cents].", "December corn prices fell [2 cents]."],
)
def of_measure(site: Site) -> Site | None:
    """The time in the noun phrase of what is measured: "March exports fell 3%", "last year's loss"."""
    measure = site.part.measure
    if measure is None:
        return None
    for time in site.scene.times:
        anchor = time.slot.anchor
        inside = anchor is measure or (anchor is not None and anchor.head is measure and anchor.dep in ("compound", "amod"))
        if inside and time.index < site.index and not is_taken(time, site):
            return time
    return None


@frame_rule(
    reads={"The Dow fell [3%] and the Nasdaq was down 2% on Tuesday.": {"when": "2025-04-08"}},
    refuses=[
        "Prices peaked in 2022 and are now [$60].",
        "Brent, which lost 3% on Monday, rose [2%].",
        "Rents rose in May and a flat now costs [$5].",
        "She said exits would make up [3%] of the cuts and that no base would close before October.",
    ],
)
def of_neighbours(site: Site) -> Site | None:
    """The one time of a coordinated clause, which holds for its neighbours: "A fell 3% and B was down 2% on the day"."""
    verb = site.verb
    if verb is None or is_aside(verb) or has_own(verb, site):
        return None
    times = [time for time in site.scene.times if time.before.lower not in _BOUNDS and not is_taken(time, site)]
    if len({time.value.timex for time in times}) != 1:
        return None
    own, told = coordination(verb), tense(verb)
    times = [time for time in times if not (verb.dep == "conj" and verb.head is time.verb and goes_on(verb, time))]
    return next((t for t in times if is_adverbial(t) and is_joined(t.verb, own) and tense(t.verb) == told), None)


@frame_rule(
    reads={
        "Sales fell in May 2024. Profit dropped to [$3 million].": {"when": "2024-05"},
        "Shares fell on Tuesday as traders awaited data due on Wednesday. The index lost [3%].": {"when": "2025-04-08"},
        "Sales fell in May 2024, the office said on Monday. Profit dropped [3%].": {"when": "2024-05"},
        "Crime fell in 2024. Thefts were down [3%], to the lowest level since 2011.": {"when": "2024"},
    },
    refuses=[
        "Shares fell on Tuesday. The company had earned [$3 million].",
        "Shares fell on Tuesday. The company has [300 employees].",
        "Sales fell in May 2024, it said. A fire killed [12 people].",
        "Sales fell in May 2024. Lee heads a company that lost [$3 million].",
    ],
)
def of_sentence_before(site: Site) -> Site | None:
    """The time of the sentence before, where both tell of the past and this sentence has no time of its own."""
    before, verb = site.scene.before, site.verb
    if before is None or verb is None or is_aside(verb) or has_own(verb, site):
        return None
    gap = site.scene.article.text[before.sentence.end : site.scene.sentence.start]
    figure = is_move_verb(verb) or is_level_verb(verb)  # "prices fell in May, the office said. Rents rose 3%"
    reports = [w for w in (verb, *verb.climb()) if w.lemma in codes("sources") and w.i <= verb.i]
    told_of = any(w is not verb or not figure for w in reports)
    text, here = site.scene.article.text, site.scene.sentence.start
    quoted = text[before.sentence.end - 1] in '”"' and not any(mark in text[here : site.mention.start] for mark in '“"')
    if quoted or gap.strip() or (gap.strip(" ") and told_of):  # a new paragraph that reports is of another time
        return None
    if tense(verb) != "past" or not all(is_taken(time, site) for time in site.scene.times):
        return None
    numbers = [each for each in before.sites if each.numeric]
    times = [s for s in before.times if s.verb is not None and is_main(s.verb, reported=figure)]
    times = [s for s in times if is_adverbial(s) or _is_of_figure(s, site)]
    told = [t for t in times if not any(is_taken(t, each) or of_level_before.find(each) is t for each in numbers)]
    only = {time.value.timex for time in (times if gap.strip(" ") else told)}  # a new paragraph takes up less
    if gap.strip(" ") and any(_looks_back(time) for time in told):
        return None
    only -= {time.value.timex for time in site.scene.times}  # "down 3% from February" is none of February
    if len(only) != 1 or not told or tense(told[-1].verb) != "past":
        return None
    last = told[-1]  # not "It stood at 3% in May. It rose to 5% from 4% in June"
    later = (t.value.grain == last.value.grain and str(t.value.timex) > str(last.value.timex) for t in site.scene.times)
    died = last.verb is not None and last.verb.lemma in ("bear", "die")  # what an obituary goes on to tell was then
    # "stole $3 million over seven years" went on for longer than a day
    lengths = (each for each in site.scene.sites if each.value.kind == "duration" and last.value.grain not in LONG)
    outlasts = any(each.words[0].previous.lower in THROUGH for each in lengths) or _goes_on(before, last)
    ago = _AGO.fullmatch(text, last.mention.start, last.mention.end)
    return None if died or any(later) or outlasts or ago is not None else last


def _goes_on(before: Scene, time: Site) -> bool:
    """Whether a story goes on for years after its time: "In 1958 he joined the firm, where he stayed for 37 years"."""
    lengths = (each for each in before.sites if each.value.kind == "duration" and each.index > time.index)
    return time.value.grain == "year" and any(each.words[0].previous.lower == "for" for each in lengths)


def _is_of_figure(time: Site, site: Site) -> bool:
    """Whether a time is that of the figure its sentence tells of, and the next figure has none: "Sales in the year to June"."""
    noun, measure = next((w for w in time.root.climb() if w.dep in SUBJECTS), None), site.part.measure
    own = measure is not None and any(each.temporal and each.slot.anchor is measure for each in site.scene.sites)  # "May sales"
    return time.slot.relation == "prep" and noun is not None and is_figure(noun.lemma) and not own


def _looks_back(time: Site) -> bool:
    """Whether a paragraph goes back to an earlier day in what it ends with: "It fell 3% to 410. On Monday, it had risen"."""
    text, start = time.scene.article.text, time.scene.sentence.start
    begins = not text[text.rfind("\n", 0, start) + 1 : start].strip()
    return not begins and time.value.grain == "day" and time.before.i == 0


_AGO = re.compile(r"(?:a|one) \w+ (?:ago|earlier|before)")  # when something was compared with what it is in the next sentence
_BOUNDS = frozenset({"after", "before", "since", "till", "until"})


WHEN_RULES: Sequence[FrameRule[Site, Site]] = (
    of_owner,
    right_after,
    right_before,
    of_clause,
    above,
    of_measure,
    of_neighbours,
    of_sentence_before,
)
TIME_RULES = (of_level_before, *WHEN_RULES)
