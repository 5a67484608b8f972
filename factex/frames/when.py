"""When: the time that a statement about a number holds for."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from factex.frames.levels import CHANGE_RULES
from factex.frames.lexicon import codes
from factex.frames.machine import FrameRule, first, frame_rule
from factex.frames.scene import Site
from factex.frames.syntax import AUXILIARIES, NOUNS, VERBS, Word
from factex.frames.verbs import coordination, is_aside, is_joined, is_main, is_past, is_present

_NEAR = 4  # words between a number and its own time: "6% late on Monday", "$4bn in the same period last year"
_COMPARING = frozenset({"against", "from", "than", "versus", "with"})
_LONG = frozenset({"week", "month", "quarter", "half", "season", "year", "decade", "century"})
_PREPS = frozenset({"at", "during", "early", "for", "in", "late", "of", "on"})


def when(site: Site) -> tuple[str, Site] | None:
    """The date or time that the number's statement holds for, with the name of the rule that found it."""
    if site.definite or _is_next(site):
        return None
    if _is_level_before(site):
        own = of_level_before.find(site)  # "5% in May, from 6%": the level before has only a time of its own
        return None if own is None else (of_level_before.name, own)
    found = first(WHEN_RULES, site)
    return None if found is None else (found[0].name, found[1])


@frame_rule(
    reads={
        "Profit was $5 million, compared with [$3 million] in 2023.": {"when": "2023"},
        "Profit rose to $5 million in 2024 from [$3 million] in 2023.": {"when": "2023"},
    },
    refuses=["Inflation was 5% in May 2024, down from [6%]."],
)
def of_level_before(site: Site) -> Site | None:
    """The time right after a level before or beside another: "from 6% in April"."""
    place = site.words[-1].i
    for after in site.scene.sites[site.index + 1 :] if _is_level_before(site) else ():
        if after.numeric or after.words[0].i - place > _NEAR:
            return None
        if after.located:
            return after
        place = after.words[-1].i  # "from 6% in the year to May"
    return None


def _is_next(site: Site) -> bool:
    """Whether the number holds for a year that is only called the next: "4% this year and 3% next"."""
    return site.after.lower == "next" and site.after.next.pos in ("", "ADP", "CCONJ", "PUNCT", "SCONJ")


def _is_level_before(site: Site) -> bool:
    """Whether the number is what another is compared with: "5%, from 6%", "$5, up from $4"."""
    before = site.before
    if before.lower not in _COMPARING:
        return False
    return site.beside is not None or (before.lower == "from" and before.previous.lower in ("down", "up"))


@frame_rule(
    reads={
        "It lost [$5 million] in 2023 and $3 million in 2024.": {"when": "2023"},
        "It lost $5 million in 2023 and [$3 million] in 2024.": {"when": "2024"},
    },
    refuses=["Sales fell [4%] from 2023."],
)
def right_after(site: Site) -> Site | None:
    """The time right after one of several coordinated numbers: "$5 million in 2023 and $3 million in 2024"."""
    after = _next(site)
    if after is None or not after.located or _taken(after, site):
        return None
    between = site.scene.parse.words[site.words[-1].i + 1 : after.words[0].i]
    return after if len(between) <= 1 and all(w.lower in ("in", "on") for w in between) and _is_one_of_several(site) else None


def _is_one_of_several(site: Site) -> bool:
    """Whether the sentence has another number of this kind beside another time."""
    sites = site.scene.sites
    return sum(one.value.kind == site.value.kind and other.located for one, other in pairwise(sites)) > 1


@frame_rule(
    reads={
        "Sales rose to [$3 million] in 2024.": {"when": "2024"},
        "Ann Lee, who bought [3%] of Acme in 2021, is chief.": {"when": "2021"},
        "Seoul will impose tariffs of [25%] from May 1.": {"when": "2025-05-01"},
        "It announced an order of 50 jets on Monday at a value of [$3 million].": {"when": "2025-04-07"},
    },
    refuses=[
        "The company said on Tuesday that sales rose to [$3 million].",
        "The company said on Tuesday sales had risen to [$3 million].",
        "Prices were [3%] higher than in 2022.",
        "Sales were down [3%] on the same period of 2024.",
        "The project, funded with a grant of [$3 million], will run until 2028.",
        "Police can fine it [5%] of its revenue, which came to $3 million in 2024.",
        "[Two people] told the paper on Monday that it would close.",
        "It sees a [38%] chance that the bank will cut rates in June.",
        "Prices fell in May and will fall [3%] more.",
        "It closed a shop last year, but only [four stands] have been sold.",
        "Prices will rise 4% this year and [3%] next.",
    ],
)
def above(site: Site) -> Site | None:
    """The time that hangs nearest above the number in the parse, within its clause."""
    times = [time for time in site.scene.times if time is not site and not _taken(time, site)]
    ranked = [(steps, _distance(site, t), t) for t in times if (steps := _steps(site, t)) is not None]
    return min(ranked, key=lambda row: row[:2])[2] if ranked else None


def _distance(site: Site, time: Site) -> int:
    return max(time.words[0].i - site.words[-1].i, site.words[0].i - time.words[-1].i)


@frame_rule(
    reads={
        "March exports fell [3%].": {"when": "2025-03"},
        "Last year's loss was [$3 million].": {"when": "2024"},
        "Sales in the first quarter rose [3%].": {"when": "2025-Q1"},
    },
    refuses=["The 2017 act cut taxes by [3%]."],
)
def of_measure(site: Site) -> Site | None:
    """The time in the noun phrase of what is measured: "March exports fell 3%", "last year's loss"."""
    measure = site.measure
    if measure is None:
        return None
    for time in site.scene.times:
        anchor = time.slot.anchor
        inside = anchor is measure or (anchor is not None and anchor.head is measure and anchor.dep in ("compound", "amod"))
        if inside and time.index < site.index and not _taken(time, site):
            return time
    return None


@frame_rule(
    reads={"The Dow fell [3%] and the Nasdaq was down 2% on Tuesday.": {"when": "2025-04-08"}},
    refuses=["Prices peaked in 2022 and are now [$60].", "Brent, which lost 3% on Monday, rose [2%]."],
)
def of_neighbours(site: Site) -> Site | None:
    """The one time of a coordinated clause, which holds for its neighbours: "A fell 3% and B was down 2% on the day"."""
    verb = site.verb
    times = [time for time in site.scene.times if time is not site and not _taken(time, site)]
    if verb is None or len({time.value.timex for time in times}) != 1 or is_aside(verb):
        return None
    own, past = coordination(verb), is_past(verb)
    return next((t for t in times if _adverbial(t) and is_joined(t.verb, own) and is_past(t.verb) == past), None)


@frame_rule(
    reads={
        "Sales fell in May 2024. Profit dropped to [$3 million].": {"when": "2024-05"},
        "Shares fell on Tuesday as traders awaited data due on Wednesday. The index lost [3%].": {"when": "2025-04-08"},
    },
    refuses=[
        "Shares fell on Tuesday. The company had earned [$3 million].",
        "Shares fell on Tuesday. The company has [300 employees].",
        "Sales fell in May 2024. Lee heads a company that lost [$3 million].",
        "A clerk was jailed on Tuesday. He stole [$3 million] over seven years.",
    ],
)
def of_sentence_before(site: Site) -> Site | None:
    """The time of the sentence before, where both tell of the past and this sentence has no time of its own."""
    before, verb = site.scene.before, site.verb
    if before is None or site.scene.times or verb is None or is_aside(verb):
        return None
    if site.scene.article.text[before.sentence.end : site.scene.sentence.start].strip():
        return None
    times = [s for s in before.times if s.verb is not None and is_main(s.verb) and _adverbial(s)]
    if len({time.value.timex for time in times}) != 1 or not is_past(verb) or not is_past(times[-1].verb):
        return None
    return None if any(_outlasts(each, times[-1]) for each in site.scene.sites) else times[-1]


def _outlasts(site: Site, time: Site) -> bool:
    """Whether what is told went on for days or years, longer than *time*, a day: "stole $3 million over seven years"."""
    length = site.value.timex or ""
    long = site.value.kind == "duration" and not length.startswith("PT") and time.value.grain not in _LONG
    return long and site.words[0].previous.lower in _THROUGH


_THROUGH = frozenset({"during", "for", "in", "over", "throughout"})


def _next(site: Site) -> Site | None:
    """The mention after this one in its sentence."""
    sites = site.scene.sites
    return sites[site.index + 1] if site.index + 1 < len(sites) else None


def _taken(time: Site, site: Site) -> bool:
    """Whether the time belongs to what the number is compared with: "4% up on 2023", "higher than in 2022", "1.8% on Monday"."""
    before = time.before
    if time.words[0].previous.lower == "than" and before.mention is not None:
        return site.numeric  # "12% more than last year"
    if before.lower == "on" and time.value.grain in _LONG and _moves(site):
        return True  # nothing happens on a year
    if before.lower in _PREPS:
        before = before.previous
    if not site.numeric:
        return False
    if before.mention is None:
        return before.lower in ("than", "against", "versus") or (before.lower == "from" and _moves(site))
    if before.mention == site.index:
        return False
    other = time.scene.sites[before.mention]
    return other.numeric and other.before.lower in _COMPARING


def _moves(site: Site) -> bool:
    """Whether the number tells of a move, so that "from 2023" is what it is compared with and not when it begins."""
    return first(CHANGE_RULES, site) is not None


def _steps(site: Site, time: Site) -> int | None:
    """How many steps above the number the time hangs; None where it locates something else."""
    place = time.slot.anchor
    if place is None:
        return None
    if place.mention == site.index or _modifies(place, site):
        return 0
    for steps, head in enumerate(site.root.climb(), 1):
        if head is place:
            tells = head.lemma in codes("sources") and site.slot.relation == "subject"  # two people said on Monday
            return None if tells else steps
        # "said on Tuesday that sales rose 3%": Tuesday locates the saying
        clause = head.pos in VERBS and head.dep not in AUXILIARIES
        if clause and (head.lemma in codes("sources") or head.dep in ("relcl", "ccomp", "acl")):
            return None
        if head.dep == "conj" and is_present(head) and is_past(head.head):
            return None  # "peaked in 2022 and are now $60", "fell in May and will fall 5%"
    return None


def _modifies(place: Word, site: Site) -> bool:
    """Whether *place* is a participle in the number's noun phrase: "15% tariffs on goods imposed on May 1"."""
    if place.pos not in VERBS or place.dep not in ("acl", "relcl") or any(c.dep == "mark" for c in place.left):
        return False
    if any(other.numeric and other is not site and other.verb is place for other in site.scene.sites):
        return False  # "5% of its revenue, which came to $3 million in 2024"
    if place.lemma in codes("sources") and (place.child("ccomp") is not None or (place.dep == "acl" and place.tag == "VBD")):
        return False  # a report, "that he said in May he was owed", or one hung on a noun: "30 jets, the airline said Wednesday"
    anchor = site.slot.anchor
    top = anchor if anchor is not None and anchor.pos in NOUNS and site.slot.relation == "modifier" else site.root
    return any(place.head is word for word in top.within())


def _adverbial(time: Site) -> bool:
    """Whether the time tells when the clause happened, and not which noun is meant, nor when another level was measured."""
    anchor = time.slot.anchor
    if anchor is None or _taken(time, time) or anchor.dep in ("amod", "acl") or (anchor.pos == "ADJ" and anchor.dep != "acomp"):
        return False
    return anchor.pos not in NOUNS or (time.slot.relation != "prep" and time.words[0].i > anchor.i)


WHEN_RULES: Sequence[FrameRule[Site, Site]] = (right_after, above, of_measure, of_neighbours, of_sentence_before)
TIME_RULES = (of_level_before, *WHEN_RULES)
