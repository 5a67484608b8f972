"""Prospects: what a noun makes of the clause or complement that it takes: a plan, a forecast, an attempt, a fear."""

from __future__ import annotations

from factex.frames.embedding import Step
from factex.frames.gains import is_booked
from factex.frames.lexicon import code, codes, is_among
from factex.frames.machine import FrameRule, frame_rule
from factex.frames.scene import Rung
from factex.frames.syntax import VERBS, Word, is_that_clause


@frame_rule(
    cues=["grounds", "nouns", "undertakings"],
    reads={
        "Its plan to spend [$3 million] is popular.": {"factuality": "PR+"},
        "The demand for [$3 million] is new.": {"factuality": "Uu"},
        "Acme is in talks to sell a [49%] stake.": {"factuality": "PS+"},
        "There are hopes of a rise of [3%].": {"factuality": "Uu"},
        "There are fears that [300 people] have drowned.": {"factuality": "Uu"},
    },
    refuses=[
        "The deal of [$3 million] is popular.",
        "The forecast of [3 May] was wrong.",
        "There is a risk of [30%].",
        "Acme took a charge of [$3 million].",
    ],
)
def of_noun(rung: Rung) -> Step | None:
    """A noun that makes what it takes less than certain: "plans to spend $3 million", "a demand for $3 million"."""
    noun, below, site = rung.head, rung.below, rung.site
    clause = below.pos in VERBS and below.dep in ("acl", "advcl", "ccomp", "xcomp", "relcl")
    beside = below.tag == "VBG" and (is_among("meetings", noun) or below.previous.text == ",")
    clause = clause and not beside  # "talks starting on Monday", "charges, accounting for 3%"
    if is_among("grounds", noun) and (clause or (below.dep == "prep" and rung.clausal)) and any(c.lower == "no" for c in noun.left):
        return Step("Uu", noun)
    infinitive = clause and any(c.lower == "to" and c.dep == "aux" for c in below.left)
    made = codes("undertakings").get(noun.lemma) if infinitive else None
    if made is not None:
        return Step("CT-" if _undone(noun) else (code("negated", below) if made == "CT-" else None) or made, noun)
    made = codes("nouns").get(noun.lemma) if noun.pos == "NOUN" else None
    if made is None or is_booked(site, noun):
        return None
    if made == "PS+" and site.value.kind == "percent" and site.root.head is below:
        return None  # a risk of 3% is that high
    outcome = is_among("outcomes", noun) and (site.numeric or site.root.head is not below)  # not "the forecast of 3 May"
    felt = below.lower == "for" and noun.lemma in ("concern", "worry")  # "was a worry for 40%"
    content = not felt and below.lower in ("for", "over", "about", "to")
    prep = below.dep == "prep" and (content or (below.lower == "of" and (rung.clausal or outcome)))
    prep = prep or (below.dep == "npadvmod" and outcome)  # a glut feared next year, but talks this week
    number = outcome and site.numeric and made == "PR+" and below is site.root and below.i < noun.i  # its 3% growth forecast
    if not ((clause and (below.tag not in ("VBN", "VBD") or is_that_clause(below))) or prep or number):
        return None
    return Step("CT-" if _undone(noun) else made, noun)


@frame_rule(
    cues=["aims", "nouns"],
    reads={
        "The estimate is [$3 million].": {"factuality": "PR+"},
        "The forecast is that sales will reach [$3 million].": {"factuality": "PR+"},
        "The forecast was for a [3%] rise.": {"factuality": "PR+"},
    },
    refuses=["The target is [$3 million].", "The loss was [$3 million]."],
)
def equated(rung: Rung) -> Step | None:
    """What a forecast or a plan is said to be: "the estimate is $3 million", "the plan is that 300 homes be built"."""
    verb, below = rung.head, rung.below
    aim = verb.child("nsubj") if verb.lemma == "be" else None
    if aim is None or aim.pos != "NOUN":
        return None
    done = below.dep in ("ccomp", "xcomp") and below.i > verb.i
    said = rung.site.numeric and (below.dep == "attr" or (below.dep == "prep" and below.lower == "for"))
    made = codes("nouns").get(aim.lemma) if done or (said and is_among("aims", aim)) else None
    return Step(made, aim) if made is not None else None


def _undone(noun: Word) -> bool:
    """Whether nothing came of a plan: it was scrapped, or not carried out."""
    verb = noun.head
    if noun.dep not in ("dobj", "nsubjpass", "nsubj") or verb.pos not in VERBS:
        return False
    return is_among("undoing" if verb.child("neg") is None else "doing", verb)


PROSPECT_RULES: tuple[FrameRule[Rung, Step], ...] = (of_noun, equated)
