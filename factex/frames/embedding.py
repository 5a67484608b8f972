"""Embedding: what a verb or adjective makes of the clause or object that it takes: a denial, a plan, a demand."""

from __future__ import annotations

from dataclasses import dataclass

from factex.frames.attribution import source_at
from factex.frames.gains import is_booked
from factex.frames.lexicon import code, codes, is_among, is_move_verb, words
from factex.frames.machine import FrameRule, frame_rule
from factex.frames.reports import is_known
from factex.frames.scene import Rung
from factex.frames.syntax import AUXILIARIES, SUBJECTS, VERBS, Word, is_passive
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
    bare = rung.below.tag == "VB" and rung.below.child(*AUXILIARIES) is None  # "suggested that it pay"
    if inner is cue and bare and is_among("advising", cue):
        made = "Uu"
    if cue.lemma == "see" and (source := found[1].who) is not None and source.lemma in ("poll", "survey"):
        made = None  # "the poll sees the Greens on 39%"
    return Step(made, inner) if made is not None else None


@frame_rule(
    cues=["events", "lacking"],
    reads={
        "Acme plans to spend [$3 million].": {"factuality": "PR+", "subject": "Acme"},
        "Acme failed to earn [$3 million].": {"factuality": "CT-"},
        "Police tried to find [300 people].": {"factuality": "Uu"},
        "Acme is expected to pay [$3 million].": {"factuality": "PR+"},
        "Acme is predicted to pay [$3 million].": {"factuality": "PR+"},
    },
    refuses=[
        "Acme began to spend [$3 million].",
        "Both agree that Acme spent [$3 million].",
        "Lee appeared in court to deny [12 charges].",
    ],
)
def planned(rung: Rung) -> Step | None:
    """A verb that takes another verb and says how sure that one is: plans, agreements, attempts, failures."""
    verb, below = rung.head, rung.below
    named = below.dep == "oprd" and is_among("calls", verb)  # is calling it the worst in 50 years
    deemed = is_among("feared", verb) and verb.child("oprd", "acomp") is not None
    done = verb.child("xcomp")
    subject = below.dep == "nsubjpass" and (deemed or done is not None)
    subject = subject or (below.dep == "nsubj" and verb.lemma == "need" and done is not None and is_passive(done))
    if verb.pos not in VERBS or named or not (subject or (below.dep in ("xcomp", "ccomp", "oprd") and below.i > verb.i)):
        return None
    yet = next((c for c in verb.right if c.lower in words("cues", "lacking")), None) if verb.lemma == "have" else None
    idle = is_among("passive", verb) and not _looks_ahead(rung)
    # "Declined by 9% to reach $5": how far it moved stands between.
    moved = is_move_verb(verb) and any(s.numeric and verb.i < s.root.i < below.i for s in rung.site.scene.sites)
    made = "CT-" if yet is not None else None if idle or moved or _is_done(verb, below) else code("events", verb)
    if made == "CT-":
        made = code("negated", below) or made
    who = verb.child("nsubj") if made == "Uu" and is_among("calls", verb) else None
    if who is not None and is_among("schemes", who):
        made = "PR+"  # "the plan calls for 300 homes to be built"
    return Step(made, yet or verb) if made is not None else None


def _is_done(verb: Word, below: Word) -> bool:
    """Whether a verb has a sense in which nothing is open: "agree that sales fell", "appeared in court to deny it"."""
    if is_known(verb):
        return True
    if verb.lemma == "agree":
        return below.dep == "ccomp" and below.child("mark") is not None and all(c.tag != "MD" for c in below.left)
    return verb.lemma == "appear" and below.dep == "xcomp" and any(c.dep == "prep" and c.i < below.i for c in verb.right)


def _looks_ahead(rung: Rung) -> bool:
    """Whether a verb of those that look ahead only in the passive does: "is meant to cost", "is seen rising", not "was seen"."""
    form = rung.head.child("auxpass")
    foreseen = form is not None and form.tag in ("VBP", "VBZ") and rung.site.value.kind != "count"  # "300 birds are seen here"
    return form is not None and (foreseen or not is_among("present", rung.head))


@frame_rule(
    cues=["copulas", "infinitives"],
    reads={
        "The tax is to rise by [3%].": {"factuality": "PR+"},
        "Volta to cut [300 jobs]": {"factuality": "PR+"},
        "Six schools are to close in [May].": {"factuality": "PR+"},
    },
    refuses=[
        "The tax is rising by [3%].",
        "The tax has risen by [3%].",
        "Its job is to protect [300 people].",
        "It is illegal to sell [300 tickets].",
    ],
)
def arranged(rung: Rung) -> Step | None:
    """A form of "be" with an infinitive, which tells what has been arranged: "the tax is to rise by 3%"; headlines leave it out."""
    verb, below = rung.head, rung.below
    first = verb.dep == "ROOT" or (verb.dep == "ccomp" and verb.i < verb.head.i)
    to = verb.child("aux") if first and verb.tag in ("VB", "VBN") else None
    subject = verb.child(*SUBJECTS)
    if to is not None and to.lower in words("cues", "infinitives") and subject is not None and subject.i < to.i:
        return Step("PR+", to)
    if verb.lower not in words("cues", "copulas") or verb.child("acomp", "attr") is not None or below.dep != "xcomp":
        return None
    moved = any(w.mention is not None for w in rung.site.scene.parse.words[verb.i : below.i])  # "is down 3% to stand at $5"
    moved |= below.tag == "VBN" and below.child("aux") is None  # "it was not at all contained"
    return None if subject is None or moved or is_among("explained", subject) else Step("PR+", verb)


@frame_rule(
    cues=["events"],
    reads={
        "The plan calls for [300 homes].": {"factuality": "PR+", "speaker": None},
        "Acme is considering a sale of a [15%] stake.": {"factuality": "PS+"},
        "Acme is pushing for growth of [3%].": {"factuality": "Uu"},
        "Acme has ruled out a cut of [3%].": {"factuality": "CT-"},
        "Acme has not ruled out a cut of [3%].": {"factuality": "PS+"},
    },
    refuses=[
        "Acme promised the board that it had lost [$3 million].",
        "He asked [300 people] for help.",
        "The baby weighed [3 kg].",
        "The lab is studying [300 patients].",
    ],
)
def wanted(rung: Rung) -> Step | None:
    """A verb whose object is not yet so, and what is asked for."""
    verb, below = rung.head, rung.below
    if verb.pos not in VERBS:
        return None
    examined = is_among("underway", verb) and (verb.tag != "VBG" or below is rung.site.root)  # "weighed 3 kg"
    examined = examined or (is_among("hit", verb) and below is rung.site.root and rung.site.value.kind == "count")
    judged = verb.child("oprd") is not None  # "74% were considered poor"
    passive = below.dep == "nsubjpass" and is_passive(verb) and rung.site.numeric and not judged
    object_ = (passive or below.dep == "dobj") and is_among("plans", verb) and not examined
    dated = rung.site.temporal and not rung.clausal and verb.child("dobj") is not None  # "called a strike for Friday"
    far = rung.site.value.kind == "quantity" and verb.lemma == "push" and verb.child("dobj") is not None
    new = not (dated or far or rung.site.definite)  # "pushed it for 200 m"; "asked for the 300 prisoners": they are there
    if object_ or (below.dep == "prep" and below.lower == "for" and is_among("requests", verb) and new):
        subject = verb.child("nsubj")
        made = "PR+" if not object_ and subject is not None and is_among("schemes", subject) else code("events", verb)
        return Step(made, verb) if made is not None else None
    return None


@frame_rule(
    cues=["preventing"],
    reads={"Acme was barred from selling [300 cars].": {"factuality": "CT-"}},
    refuses=["Acme gained from selling [300 cars].", "He was barred from voting for [15 years]."],
)
def prevented(rung: Rung) -> Step | None:
    """A verb that with "from" keeps somebody from doing what follows."""
    verb, below = rung.head, rung.below
    kept = verb.pos in VERBS and below.lower == "from" and rung.clausal and is_among("preventing", verb)
    kept = kept and rung.site.numeric  # a ban lasts 15 years
    return Step("CT-", verb) if kept else None


@frame_rule(
    cues=["charges"],
    reads={
        "Lee was accused of stealing [$3 million].": {"factuality": "Uu"},
        "Lee was charged with killing [three people].": {"factuality": "Uu"},
        "Lee was cleared of stealing [$3 million].": {"factuality": "Uu"},
        "Acme is suing Bolt for [$3 million].": {"factuality": "Uu"},
    },
    refuses=[
        "Prosecutors accused Lee of stealing [$3 million].",
        "Lee was charged with [three counts] of fraud.",
        "Lee was convicted of stealing [$3 million].",
        "The bank charged him [$3 million].",
    ],
)
def charged(rung: Rung) -> Step | None:
    """What somebody is accused of, sued for or cleared of, where nobody is said to vouch for it."""
    verb, below = rung.head, rung.below
    made = code("charges", verb) if below.dep == "prep" and (verb.pos in VERBS or rung.clausal) else None
    if made is None or below.lower not in ("for", "of", "over", "with") or is_booked(rung.site, verb):
        return None
    sum_ = verb.lemma == "sue" and below.lower == "for"
    return Step(made, verb) if rung.clausal or sum_ else None


@frame_rule(
    cues=["pending"],
    reads={
        "The first power is expected in [2028].": {"factuality": "PR+"},
        "The meeting is scheduled for [May 22].": {"factuality": "PR+"},
        "A hearing was set for [May 22].": {"factuality": "PR+"},
        "Sales are forecast at [$3 million].": {"factuality": "PR+"},
        "A fall of [3%] was expected.": {"factuality": "PR+"},
    },
    refuses=["The project was planned in [2019].", "The price was set at [$3 million].", "A record was set in [2019]."],
)
def pending(rung: Rung) -> Step | None:
    """A participle that says of its subject or its time that it is yet to come: "due in May", "forecast at $3 million"."""
    head, below = rung.head, rung.below
    participle = head.tag == "VBN" and (head.dep in ("acl", "amod", "relcl") or is_passive(head))
    if not is_among("pending", head) or not (participle or (head.lemma == "due" and below.lower != "to")):
        return None
    if is_among("passive", head) and not (_looks_ahead(rung) and below.lower == "at"):
        return None  # "is seen at 3%", but "is seen as a sign"
    numeric = rung.site.numeric and not is_among("fixed", head)
    timely = numeric or below.lower in ("for", "by") or is_among("scheduled", head)
    if (below.dep == "nsubjpass" and not is_among("fixed", head)) or (below.dep in ("prep", "npadvmod") and timely):
        made = code("events", head)
        return Step(made, head) if made is not None else None
    return None


@frame_rule(
    cues=["certainty", "events"],
    reads={
        "It is possible that Acme lost [$3 million].": {"factuality": "PS+"},
        "Acme is unlikely to pay [$3 million].": {"factuality": "PR-"},
        "The plant is capable of making [300 cars].": {"factuality": "PS+"},
        "Some [300 people] are likely to die.": {"factuality": "PR+"},
        "It is not likely that Acme will pay [$3 million].": {"factuality": "PR-"},
    },
    refuses=["It is sad that Acme lost [$3 million].", "Acme was able to pay [$3 million]."],
)
def likely(rung: Rung) -> Step | None:
    """An adjective that says how sure a clause is: "it is possible that", "is unlikely to"."""
    below = rung.below
    named = rung.head.child("acomp")
    alone = rung.head.child("attr") is None
    open_ = named is not None and (named.child("xcomp") is not None or (is_among("attributive", named) and alone))
    subject = below.dep == "nsubj" and open_ and named is not None and not is_among("control", named)
    near = below.lower == "to" and rung.head.lower == "close"  # close to selling
    of = (below.lower == "of" or near) and rung.clausal and rung.head.pos == "ADJ"  # capable of making
    loose = below.dep == "advcl" and below.tag not in ("VB", "VBD", "VBZ", "VBP")
    if loose or (below.dep not in ("xcomp", "ccomp", "csubj", "csubjpass", "advcl") and not (subject or of)):
        return None
    adjective = rung.head if rung.head.pos == "ADJ" else named
    if adjective is None or (adjective.lemma == "able" and adjective.head.tag == "VBD"):
        return None  # who was able to pay did
    made = "PR+" if near else code("events", adjective)
    if is_among("certainty", adjective) and below.dep == "ccomp":
        made = "Uu" if rung.head.child("neg") is not None else None
    return Step(made, adjective) if made is not None else None


EMBEDDING_RULES: tuple[FrameRule[Rung, Step], ...] = (told, planned, arranged, wanted, prevented, charged, pending, likely)
