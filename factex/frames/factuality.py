"""Factuality: how sure the source, or the article, is of a statement (FactBank codes).

Each rule reads one step up the parse, from the mention to its source: a modal, a negation, a plan, a condition. The steps
compose as in FactBank (Sauri and Pustejovsky 2009): the degree is that of the least certain, and a negation turns round
what stands below it, so that "is not expected to pay" is a probable no (PR-).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from factex.frames.attribution import Source, aside, described, foretold, introduced, named, presupposed
from factex.frames.lexicon import code, codes, is_among
from factex.frames.machine import FrameRule, first, frame_rule
from factex.frames.scene import Rung, Site
from factex.frames.syntax import AUXILIARIES, SUBJECTS, VERBS, Word
from factex.records import Factuality

_DEGREES = ("CT", "PR", "PS")
_TENSED = ("VBD", "VBZ", "VBP")


@dataclass(slots=True)
class Step:
    """What a word makes of the statement below it."""

    code: Factuality
    cue: Word


@dataclass(frozen=True, slots=True)
class Certainty:
    """`steps`: what made it so, from the mention outwards, each with the name of its rule; none for a plain statement."""

    code: Factuality = "CT+"
    steps: tuple[tuple[str, Step], ...] = ()

    def under(self, step: Step, rule: str) -> Certainty:
        """This statement as *step* leaves it."""
        made = _composed(self.code, step.code)
        return self if made == self.code else Certainty(made, (*self.steps, (rule, step)))


def _composed(inner: Factuality, outer: Factuality) -> Factuality:
    if "u" in inner + outer:
        return "Uu"
    degree = max(inner[:2], outer[:2], key=_DEGREES.index)
    return cast("Factuality", degree + ("+" if inner[2] == outer[2] else "-"))


def factuality(site: Site, source: Source | None) -> Certainty:
    """What the words between the mention and its source make of the statement."""
    found = Certainty()
    given = site.slot.relation == "modifier" and site.verb is not None and presupposed(site, site.verb)
    for rung in site.rungs:
        if (given and not rung.nominal) or _apart(rung):
            break
        for rule, step in _steps(rung):
            found = found.under(step, rule)
        if (source is not None and rung.head is source.cue) or _factive(rung) or _reports(rung):
            return found
    if source is not None and source.cue.pos in VERBS and source.cue.dep != "parataxis":
        found = found.under(Step(codes("sources").get(source.lemma, "CT+"), source.cue), "factuality.told")
    return found


def _steps(rung: Rung) -> Iterator[tuple[str, Step]]:
    """The steps at one rung, inside out: what its head makes of what it takes, then what its own words make of it."""
    embedding = first(EMBEDDING_RULES, rung)
    if embedding is not None:
        yield embedding[0].name, embedding[1]
    for rule in CLAUSE_RULES:
        step = rule.find(rung)
        if step is not None:
            yield rule.name, step


def _apart(rung: Rung) -> bool:
    """Whether a clause stands beside its verb, out of reach of its negation and modals: "it rose in May; it did not last"."""
    clause, verb = rung.below, rung.head
    if clause.pos not in VERBS or verb.pos not in VERBS:
        return False
    finite = clause.tag in _TENSED
    before = clause.dep in ("ccomp", "parataxis") and clause.i < verb.i and verb.lemma not in codes("sources")
    return finite and (clause.dep == "conj" or before)


# Adverbial clauses with these take what they say for granted.
_GRANTED = frozenset({"after", "although", "as", "because", "before", "since", "though", "when", "while"})


def _factive(rung: Rung) -> bool:
    """Whether *head* is taken for granted by what stands above it: relative clauses, "after reaching a deal"."""
    head = rung.head
    if head.pos == "ADP":
        return rung.below.dep == "pcomp" and head.lower in _GRANTED
    if head.pos not in VERBS:
        return False
    if head.dep == "advcl":
        return any(c.dep == "mark" and c.lower in _GRANTED for c in head.left)
    reduced = head.dep == "acl" and head.tag in ("VBN", "VBD") and not any(c.dep in ("mark", *AUXILIARIES) for c in head.left)
    return reduced or head.dep == "relcl"


def _reports(rung: Rung) -> bool:
    """Whether *head* is a verb of saying, be it without a source, that leaves the rest of the sentence out of its statement."""
    return (
        rung.head.pos in VERBS
        and rung.below.dep == "ccomp"
        and rung.head.lemma in codes("sources")
        and code("events", rung.head) is None
    )


@frame_rule(
    reads={
        "Analysts forecast a loss of [$3 million].": {"factuality": "PR+"},
        "Acme denied it had paid [$3 million].": {"factuality": "CT-"},
        "Officials doubt that sales reached [$3 million].": {"factuality": "PR-"},
        "The [3%] rise that analysts expect would help.": {"factuality": "PR+"},
    },
    refuses=["Acme said it had paid [$3 million]."],
)
def told(rung: Rung) -> Step | None:
    """What a verb or noun of saying makes of what it introduces: a denial, a forecast, a demand."""
    found = first(SOURCES, rung)
    if found is None:
        return None
    cue = found[1].cue
    if cue.pos == "NOUN":
        return Step(codes("sayings")[cue.lemma], cue)
    inner = cue
    while cue is not rung.head and (deeper := inner.child("ccomp", "xcomp")) is not None:
        inner = deeper  # "the $20 million that he said he was seeking"
    made = code("sources", cue) if inner is cue else code("events", inner)
    return Step(made, inner) if made is not None else None


@frame_rule(
    reads={
        "Acme plans to spend [$3 million].": {"factuality": "PR+", "subject": "Acme"},
        "Acme failed to earn [$3 million].": {"factuality": "CT-"},
        "Police tried to find [300 people].": {"factuality": "Uu"},
        "Acme is expected to pay [$3 million].": {"factuality": "PR+"},
        "Officials called on ministers to cut the tax to [4%].": {"factuality": "Uu"},
    },
    refuses=["Acme began to spend [$3 million]."],
)
def planned(rung: Rung) -> Step | None:
    """A verb that takes another verb and says how sure that one is: plans, agreements, attempts, failures."""
    verb, below = rung.head, rung.below
    if verb.pos not in VERBS or below.dep not in ("xcomp", "ccomp", "oprd") or below.i < verb.i:
        return None
    made = code("events", verb)
    return Step(made, verb) if made is not None else None


@frame_rule(
    reads={
        "Acme is considering a sale of a [15%] stake.": {"factuality": "PS+"},
        "Fishermen have asked for compensation of [$3 million].": {"factuality": "Uu"},
        "Acme has ruled out a cut of [3%].": {"factuality": "CT-"},
        "Acme has not ruled out a cut of [3%].": {"factuality": "PS+"},
    },
    refuses=["Acme promised the board that it had lost [$3 million].", "He asked [300 people] for help."],
)
def wanted(rung: Rung) -> Step | None:
    """A verb whose object is not yet so, and what is asked for."""
    verb, below = rung.head, rung.below
    if verb.pos not in VERBS:
        return None
    object_ = below.dep == "dobj" and is_among("plans", verb)
    if object_ or (below.dep == "prep" and below.lower == "for" and is_among("requests", verb)):
        made = code("events", verb)
        return Step(made, verb) if made is not None else None
    return None


@frame_rule(
    reads={
        "The first power is expected in [2028].": {"factuality": "PR+"},
        "The meeting is scheduled for [May 22].": {"factuality": "PR+"},
        "Sales are forecast at [$3 million].": {"factuality": "PR+"},
        "A fall of [3%] was expected.": {"factuality": "PR+"},
        "It is hard to tell the benefits anticipated for [2027].": {"factuality": "PR+"},
    },
    refuses=["The project was planned in [2019]."],
)
def pending(rung: Rung) -> Step | None:
    """A participle that says of its subject or its time that it is yet to come: "due in May", "forecast at $3 million"."""
    head, below = rung.head, rung.below
    participle = head.tag == "VBN" and (head.dep in ("acl", "amod", "relcl") or any(c.dep == "auxpass" for c in head.left))
    if not is_among("pending", head) or not (participle or head.lemma == "due"):
        return None
    timely = rung.site.numeric or below.lower in ("for", "by") or is_among("scheduled", head)
    if below.dep == "nsubjpass" or (below.dep in ("prep", "npadvmod") and below.lower != "since" and timely):
        made = code("events", head)
        return Step(made or "PR+", head)
    return None


@frame_rule(
    reads={
        "It is possible that Acme lost [$3 million].": {"factuality": "PS+"},
        "Acme is unlikely to pay [$3 million].": {"factuality": "PR-"},
        "It is not likely that Acme will pay [$3 million].": {"factuality": "PR-"},
        "It is unclear how Acme paid [$3 million].": {"factuality": "Uu"},
    },
    refuses=["It is sad that Acme lost [$3 million]."],
)
def likely(rung: Rung) -> Step | None:
    """An adjective that says how sure a clause is: "it is possible that", "is unlikely to"."""
    below = rung.below
    if below.dep not in ("xcomp", "ccomp", "csubj", "csubjpass", "advcl"):
        return None
    adjective = rung.head if rung.head.pos == "ADJ" else rung.head.child("acomp")
    made = code("events", adjective) if adjective is not None and adjective is not below else None
    return Step(made, adjective) if made is not None and adjective is not None else None


@frame_rule(
    reads={
        "Its plan to spend [$3 million] is popular.": {"factuality": "PR+"},
        "The demand for [$3 million] is new.": {"factuality": "Uu"},
        "Acme is in talks to sell a [49%] stake.": {"factuality": "PS+"},
        "There are hopes of a rise of [3%].": {"factuality": "Uu"},
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
    complement = (
        verbal or below.dep == "npadvmod" or (below.dep == "prep" and (of or below.lower in ("for", "over", "about", "to")))
    )
    return Step(made, noun) if complement else None


@frame_rule(
    reads={
        "Acme published an expected [3%] rise.": {"factuality": "PR+"},
        "Shares fell on a potential fine of [$3 million].": {"factuality": "PS+"},
    },
    refuses=["Acme published a welcome [3%] rise."],
)
def foreseen(rung: Rung) -> Step | None:
    """A participle or adjective that says that its noun is yet to be: "the expected 3% rise", "a possible fine of $3 million"."""
    if not rung.nominal or rung.head.pos != "NOUN":
        return None
    for child in rung.head.children:
        made = code("events", child) if child.lemma != "estimate" else None
        participle = child.tag == "VBN" and child.dep in ("amod", "acl", "relcl") and made == "PR+"
        if participle or (child.pos == "ADJ" and child.dep == "amod" and made in ("PR+", "PS+") and child.lemma in _ATTRIBUTIVE):
            return Step(made or "PR+", child)
    return None


_ATTRIBUTIVE = frozenset({"likely", "possible", "potential", "probable"})


@frame_rule(
    reads={
        "Acme did not pay the [$3 million].": {"factuality": "CT-"},
        "No deal worth [$3 million] was signed.": {"factuality": "CT-"},
        "Nobody paid [$3 million].": {"factuality": "CT-"},
        "Acme does not expect to pay [$3 million].": {"factuality": "PR-", "speaker": "Acme"},
        "Acme did not disclose a loss of [$3 million].": {"factuality": "Uu"},
        "Acme cannot pay [$3 million].": {"factuality": "CT-"},
        "Acme may not pay [$3 million].": {"factuality": "PS-"},
    },
    refuses=["No fewer than [300 people] died.", "Acme rose in [May]; it did not last."],
)
def negated(rung: Rung) -> Step | None:
    """A negation of the verb, by "not", "never" or "nobody", or of the noun, by "no"."""
    head, below = rung.head, rung.below
    if head.pos not in VERBS:
        no = _no(head) if rung.nominal else None
        return Step("CT-", no) if no is not None else None
    if below.dep in ("nsubj", "nsubjpass", "relcl", "advcl"):
        return None
    subject = head.child(*SUBJECTS)
    negation = head.child("neg") or (subject and (subject if subject.lower in _NOBODY else _no(subject)))
    if negation is None:
        return None
    made = code("negated", head) if below.dep in ("ccomp", "xcomp", "dobj") else None
    if made is None and _asserts(head) and below.dep in ("ccomp", "dobj"):
        made = "Uu"
    return Step(made or "CT-", negation)


_NOBODY = frozenset({"neither", "no-one", "nobody", "none", "nothing"})


def _no(noun: Word) -> Word | None:
    """The "no" of a noun: "no deal"; not that of "no fewer than 300 people"."""
    found = next((c for c in noun.left if c.lower == "no" and c.dep == "det"), None)
    return found if found is not None and not any(c.tag in ("JJR", "RBR") for c in noun.left) else None


def _asserts(verb: Word) -> bool:
    """Whether the verb, not negated, vouches for what it introduces; what is "not said" or "not disclosed" is open."""
    made = codes("sources").get(verb.lemma)
    return made is not None and made.startswith("CT") and not is_among("opinions", verb)


@frame_rule(
    reads={
        "Acme could lose [$3 million].": {"factuality": "PS+"},
        "The plan would save [$3 million].": {"factuality": "PR+"},
    },
    refuses=["Sales will reach [$3 million]."],
)
def modal(rung: Rung) -> Step | None:
    """An auxiliary: "could", "may", "should", "would"; "cannot" and "would not" leave no room for doubt."""
    head = rung.head
    if head.pos not in VERBS:
        return None
    refused = head.child("neg") is not None
    for child in head.left:
        made = codes("modals").get(child.lower) if child.dep == "aux" else None
        if made is not None and not (refused and is_among("definite", child)):
            return Step(made, child)
    return None


@frame_rule(
    reads={
        "Acme will probably lose [$3 million].": {"factuality": "PR+"},
        "Perhaps Acme lost [$3 million].": {"factuality": "PS+"},
    },
    refuses=["Acme quickly lost [$3 million]."],
)
def hedged(rung: Rung) -> Step | None:
    """An adverb of the clause: "probably", "perhaps"."""
    if rung.head.pos not in VERBS:
        return None
    for child in rung.head.children:
        made = codes("adverbs").get(child.lower) if child.dep == "advmod" else None
        if made is not None:
            return Step(made, child)
    return None


@frame_rule(
    reads={
        "If it sells the unit for [$3 million], Acme will shrink.": {"factuality": "Uu"},
        "They left without paying [$3 million].": {"factuality": "CT-"},
    },
    refuses=["When it sold the unit for [$3 million], Acme shrank."],
)
def opened(rung: Rung) -> Step | None:
    """A word that opens a clause which is not asserted: "if", "whether", "without"."""
    head = rung.head
    if head.pos == "ADP":
        made = codes("openers").get(head.lower) if rung.below.dep == "pcomp" else None
        return Step(made, head) if made is not None else None
    for child in head.left if head.pos in VERBS else ():
        made = codes("openers").get(child.lower) if child.dep == "mark" else None
        if made is not None:
            return Step(made, child)
    return None


@frame_rule(
    reads={"If rates stay low, taxpayers will pay [$3 million].": {"factuality": "Uu"}},
    refuses=["If rates stay low, taxpayers could pay [$3 million].", "Even if rates stay low, taxpayers will pay [$3 million]."],
)
def conditioned(rung: Rung) -> Step | None:
    """A statement that holds if another does, and that no modal hedges: "if rates stay low, it will pay $3 million"."""
    head = rung.head
    if head.pos not in VERBS or any(c.lower in codes("modals") for c in head.left):
        return None
    for child in head.children:
        if child.dep == "advcl" and child is not rung.below:
            mark = next((c for c in child.left if c.dep == "mark" and c.lower in ("if", "unless")), None)
            if mark is not None and not any(c.lower in ("as", "even", "only") for c in (*child.left, *mark.left) if c.i < mark.i):
                return Step("Uu", mark)
    return None


@frame_rule(
    reads={"Will Acme pay [$3 million]?": {"factuality": "Uu"}},
    refuses=["Acme will pay [$3 million]."],
)
def asked(rung: Rung) -> Step | None:
    """A question."""
    last = rung.site.scene.parse.words[-1]
    return Step("Uu", last) if last.text == "?" and rung.head.dep == "ROOT" and rung.head.pos in VERBS else None


SOURCES = (described, introduced, foretold, aside, named)
EMBEDDING_RULES: tuple[FrameRule[Rung, Step], ...] = (told, planned, wanted, pending, likely, of_noun)
CLAUSE_RULES: tuple[FrameRule[Rung, Step], ...] = (foreseen, negated, modal, hedged, opened, conditioned, asked)
FACTUALITY_RULES = (*EMBEDDING_RULES, *CLAUSE_RULES)
