"""Embedding: what a verb, adjective or noun makes of the clause or object that it takes: a denial, a plan, a demand."""

from __future__ import annotations

from dataclasses import dataclass

from factex.frames.attribution import source_at
from factex.frames.lexicon import code, codes, is_among, words
from factex.frames.machine import FrameRule, frame_rule
from factex.frames.scene import Rung
from factex.frames.syntax import SUBJECTS, VERBS, Word, is_passive
from factex.records import Factuality


@dataclass(slots=True)
class Step:
    """What a word makes of the statement below it."""

    code: Factuality
    cue: Word


@frame_rule(
    cues=["calls", "hearsay", "objects", "sayings", "sources", "unnamed"],
    reads={
        "Analysts forecast a loss of [$3 million].": {"factuality": "PR+"},
        "Acme denied it had paid [$3 million].": {"factuality": "CT-"},
        "Officials doubt that sales reached [$3 million].": {"factuality": "PR-"},
        "The [3%] rise that analysts expect would help.": {"factuality": "PR+"},
        "Acme denied a report that it had lost [$3 million].": {"factuality": "Uu", "cue": "report"},
    },
    refuses=["Acme said it had paid [$3 million]."],
)
def told(rung: Rung) -> Step | None:
    """What a verb or noun of saying makes of what it introduces: a denial, a forecast, a demand."""
    found = source_at(rung)
    if found is None:
        return None
    cue = found[1].cue
    if cue.pos == "NOUN":
        denied = cue.dep == "dobj" and is_among("denying", cue.head)
        made = "Uu" if denied else codes("sayings").get(cue.lemma)  # None for "reportedly" taken for a noun
        return Step(made, cue) if made is not None else None
    inner = cue
    while cue is not rung.head and (deeper := inner.child("ccomp", "xcomp")) is not None:
        inner = deeper  # "the $20 million that he said he was seeking"
    made = code("sources", cue) if inner is cue else code("events", inner)
    return Step(made, inner) if made is not None else None


@frame_rule(
    cues=["events"],
    reads={
        "Acme plans to spend [$3 million].": {"factuality": "PR+", "subject": "Acme"},
        "Acme failed to earn [$3 million].": {"factuality": "CT-"},
        "Police tried to find [300 people].": {"factuality": "Uu"},
        "Acme is expected to pay [$3 million].": {"factuality": "PR+"},
        "Acme is predicted to pay [$3 million].": {"factuality": "PR+"},
        "Officials called on ministers to cut the tax to [4%].": {"factuality": "Uu"},
        "Some [300 people] are feared to have died.": {"factuality": "PR+"},
    },
    refuses=["Acme began to spend [$3 million]."],
)
def planned(rung: Rung) -> Step | None:
    """A verb that takes another verb and says how sure that one is: plans, agreements, attempts, failures."""
    verb, below = rung.head, rung.below
    subject = below.dep == "nsubjpass" and verb.child("xcomp") is not None
    if verb.pos not in VERBS or not (subject or (below.dep in ("xcomp", "ccomp", "oprd") and below.i > verb.i)):
        return None
    made = code("events", verb)
    return Step(made, verb) if made is not None else None


@frame_rule(
    cues=["copulas"],
    reads={
        "The tax is to rise by [3%].": {"factuality": "PR+"},
        "Six schools are to close in [May].": {"factuality": "PR+"},
    },
    refuses=["The tax is rising by [3%].", "The tax has risen by [3%].", "Its job is to protect [300 people]."],
)
def arranged(rung: Rung) -> Step | None:
    """A form of "be" with an infinitive, which tells what has been arranged: "the tax is to rise by 3%"."""
    verb, below = rung.head, rung.below
    if verb.lower not in words("cues", "copulas") or below.dep != "xcomp" or not any(c.lower == "to" for c in below.left):
        return None
    subject = verb.child(*SUBJECTS)
    return None if subject is None or subject.lemma in words("cues", "explained") else Step("PR+", verb)


@frame_rule(
    cues=["events"],
    reads={
        "Acme is considering a sale of a [15%] stake.": {"factuality": "PS+"},
        "Acme is pushing for growth of [3%].": {"factuality": "Uu"},
        "Acme has ruled out a cut of [3%].": {"factuality": "CT-"},
        "Acme has not ruled out a cut of [3%].": {"factuality": "PS+"},
    },
    refuses=[
        "Acme promised the board that it had lost [$3 million].",
        "He asked [300 people] for help.",
        "The parcel weighed [3 kg].",
    ],
)
def wanted(rung: Rung) -> Step | None:
    """A verb whose object is not yet so, and what is asked for."""
    verb, below = rung.head, rung.below
    if verb.pos not in VERBS:
        return None
    measured = below is rung.site.root and verb.lemma in words("verbs", "level")  # "weighs 3 kg", not "weighs a bid"
    object_ = below.dep == "dobj" and is_among("plans", verb) and not measured
    if object_ or (below.dep == "prep" and below.lower == "for" and is_among("requests", verb)):
        made = code("events", verb)
        return Step(made, verb) if made is not None else None
    return None


@frame_rule(
    cues=["pending"],
    reads={
        "The first power is expected in [2028].": {"factuality": "PR+"},
        "The meeting is scheduled for [May 22].": {"factuality": "PR+"},
        "A hearing was set for [May 22].": {"factuality": "PR+"},
        "Sales are forecast at [$3 million].": {"factuality": "PR+"},
        "A fall of [3%] was expected.": {"factuality": "PR+"},
        "It is hard to tell the benefits anticipated for [2027].": {"factuality": "PR+"},
    },
    refuses=["The project was planned in [2019].", "The price was set at [$3 million].", "A record was set in [2019]."],
)
def pending(rung: Rung) -> Step | None:
    """A participle that says of its subject or its time that it is yet to come: "due in May", "forecast at $3 million"."""
    head, below = rung.head, rung.below
    participle = head.tag == "VBN" and (head.dep in ("acl", "amod", "relcl") or is_passive(head))
    if not is_among("pending", head) or not (participle or head.lemma == "due"):
        return None
    numeric = rung.site.numeric and not is_among("fixed", head)
    timely = numeric or below.lower in ("for", "by") or is_among("scheduled", head)
    if (below.dep == "nsubjpass" and not is_among("fixed", head)) or (
        below.dep in ("prep", "npadvmod") and below.lower != "since" and timely
    ):
        made = code("events", head)
        return Step(made, head) if made is not None else None
    return None


@frame_rule(
    cues=["events"],
    reads={
        "It is possible that Acme lost [$3 million].": {"factuality": "PS+"},
        "Acme is unlikely to pay [$3 million].": {"factuality": "PR-"},
        "Some [300 people] are likely to die.": {"factuality": "PR+"},
        "It is not likely that Acme will pay [$3 million].": {"factuality": "PR-"},
        "It is unclear how Acme paid [$3 million].": {"factuality": "Uu"},
    },
    refuses=["It is sad that Acme lost [$3 million]."],
)
def likely(rung: Rung) -> Step | None:
    """An adjective that says how sure a clause is: "it is possible that", "is unlikely to"."""
    below = rung.below
    named = rung.head.child("acomp")
    subject = below.dep == "nsubj" and named is not None and named.child("xcomp") is not None
    if below.dep not in ("xcomp", "ccomp", "csubj", "csubjpass", "advcl") and not subject:
        return None
    adjective = rung.head if rung.head.pos == "ADJ" else named
    made = code("events", adjective) if adjective is not None and adjective is not below else None
    return Step(made, adjective) if made is not None and adjective is not None else None


@frame_rule(
    cues=["nouns"],
    reads={
        "Its plan to spend [$3 million] is popular.": {"factuality": "PR+"},
        "The demand for [$3 million] is new.": {"factuality": "Uu"},
        "Acme is in talks to sell a [49%] stake.": {"factuality": "PS+"},
        "There are hopes of a rise of [3%].": {"factuality": "Uu"},
        "Acme scrapped a plan to spend [$3 million].": {"factuality": "CT-"},
        "A plan to build [three dams] was never carried out.": {"factuality": "CT-"},
    },
    refuses=["The deal of [$3 million] is popular."],
)
def of_noun(rung: Rung) -> Step | None:
    """A noun that makes what it takes less than certain: "plans to spend $3 million", "a demand for $3 million"."""
    noun, below = rung.head, rung.below
    made = codes("nouns").get(noun.lemma) if noun.pos == "NOUN" else None
    if made is None:
        return None
    verbal = below.pos in VERBS and below.dep in ("acl", "ccomp", "xcomp", "relcl") and below.tag not in ("VBN", "VBD")
    of = below.lower == "of" and is_among("outcomes", noun)
    prep = below.dep == "prep" and (of or below.lower in ("for", "over", "about", "to"))
    if not (verbal or prep or below.dep == "npadvmod"):
        return None
    return Step("CT-" if _undone(noun) else made, noun)


def _undone(noun: Word) -> bool:
    """Whether nothing came of a plan: it was scrapped, or not carried out."""
    verb = noun.head
    if noun.dep not in ("dobj", "nsubjpass", "nsubj") or verb.pos not in VERBS:
        return False
    return is_among("undoing" if verb.child("neg") is None else "doing", verb)


EMBEDDING_RULES: tuple[FrameRule[Rung, Step], ...] = (told, planned, arranged, wanted, pending, likely, of_noun)
