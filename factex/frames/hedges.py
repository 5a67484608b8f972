"""Hedges: what the words of a clause or of a noun phrase make of it: negations, modals, adverbs, conditions, questions."""

from __future__ import annotations

from factex.frames.embedding import Step
from factex.frames.lexicon import code, codes, is_among, words
from factex.frames.machine import FrameRule, frame_rule
from factex.frames.scene import Rung
from factex.frames.syntax import SUBJECTS, VERBS, Word


@frame_rule(
    cues=["events"],
    reads={
        "Acme published an expected [3%] rise.": {"factuality": "PR+"},
        "Shares fell on a potential fine of [$3 million].": {"factuality": "PS+"},
    },
    refuses=["Acme published a welcome [3%] rise.", "[Four] of 16 planned sites were built."],
)
def foreseen(rung: Rung) -> Step | None:
    """A participle or adjective that says that its noun is yet to be: "the expected 3% rise", "a possible fine of $3 million"."""
    if not rung.nominal or rung.head.pos != "NOUN" or rung.head.mention not in (None, rung.site.index):
        return None
    for child in rung.head.children:
        made = code("events", child)
        if made not in ("PR+", "PS+") or child.lemma == "estimate":
            continue
        participle = made == "PR+" and child.tag == "VBN" and child.dep in ("amod", "acl", "relcl")
        if participle or (child.pos == "ADJ" and child.dep == "amod" and is_among("attributive", child)):
            return Step(made, child)
    return None


@frame_rule(
    cues=["negations"],
    reads={
        "Acme did not pay the [$3 million].": {"factuality": "CT-"},
        "No deal worth [$3 million] was signed.": {"factuality": "CT-"},
        "Nobody paid [$3 million].": {"factuality": "CT-"},
        "Acme does not expect to pay [$3 million].": {"factuality": "PR-", "speaker": "Acme"},
        "Acme did not disclose a loss of [$3 million].": {"factuality": "Uu"},
        "Acme cannot pay [$3 million].": {"factuality": "CT-"},
        "Acme may not pay [$3 million].": {"factuality": "PS-"},
        "Acme no longer pays [$3 million].": {"factuality": "CT-"},
        "A cut of [3%] will not happen.": {"factuality": "CT-"},
    },
    refuses=[
        "Acme did not regret losing [$3 million].",
        "No fewer than [300 people] died.",
        "Acme rose in [May]; it did not last.",
        "Acme did not close, and a sale will raise [$3 million].",
        "Acme has not paid its debts and will sell the unit for [$3 million].",
    ],
)
def negated(rung: Rung) -> Step | None:
    """A negation of the verb, by "not", "never" or "nobody", or of the noun, by "no"."""
    head, below = rung.head, rung.below
    if head.pos not in VERBS:
        no = _no(head) if rung.nominal else None
        return Step("CT-", no) if no is not None else None
    # a cut of 3% will not happen; what becomes of a plan says its noun
    happens = below.dep in SUBJECTS and is_among("doing", head) and below.lemma not in codes("nouns")
    if (below.dep in (*SUBJECTS, "relcl", "advcl") and not happens) or (below.pos in VERBS and is_among("factives", head)):
        return None
    subject = head.child(*SUBJECTS)
    negation = (
        head.child("neg")
        or _no_longer(head)
        or (subject and (subject if subject.lower in words("cues", "nobody") else _no(subject)))
    )
    if negation is None:
        return None
    made = code("negated", head) if below.dep in ("ccomp", "xcomp", "dobj") else None
    if made is None and _asserts(head) and below.dep in ("ccomp", "dobj"):
        made = "Uu"
    return Step(made or "CT-", negation)


def _no(noun: Word) -> Word | None:
    """The "no" of a noun: "no deal"; not that of "no fewer than 300 people"."""
    found = next((c for c in noun.left if c.lower in ("neither", "no") and c.dep in ("det", "preconj")), None)
    return found if found is not None and not any(c.tag in ("JJR", "RBR") for c in noun.left) else None


def _no_longer(verb: Word) -> Word | None:
    return next((c for c in verb.children if c.lower == "longer" and any(each.lower == "no" for each in c.left)), None)


def _asserts(verb: Word) -> bool:
    """Whether the verb, not negated, vouches for what it introduces; what is "not said" or "not disclosed" is open."""
    made = codes("sources").get(verb.lemma)
    return made is not None and made.startswith("CT") and not is_among("opinions", verb)


@frame_rule(
    cues=["modals"],
    reads={
        "Acme could lose [$3 million].": {"factuality": "PS+"},
        "Acme could close and have to pay [$3 million].": {"factuality": "PS+"},
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
    cues=["adverbs"],
    reads={
        "Acme will probably lose [$3 million].": {"factuality": "PR+"},
        "Perhaps Acme lost [$3 million].": {"factuality": "PS+"},
        "Perhaps [300 people] came.": {"factuality": "PS+"},
    },
    refuses=["Acme quickly lost [$3 million]."],
)
def hedged(rung: Rung) -> Step | None:
    """An adverb of the clause or right before the number: "probably", "perhaps"."""
    site = rung.site
    found = [c for c in rung.head.children if c.dep == "advmod"] if rung.head.pos in VERBS else []
    if rung.below is site.root and site.words[0].i:
        found.append(site.scene.parse.words[site.words[0].i - 1])
    for child in found:
        made = codes("adverbs").get(child.lower)
        if made is not None:
            return Step(made, child)
    return None


@frame_rule(
    cues=["openers"],
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
    cues=["openers"],
    reads={
        "If rates stay low, taxpayers will pay [$3 million].": {"factuality": "Uu"},
        "If the deal fails, Acme must pay [$3 million].": {"factuality": "Uu"},
        "Taxpayers would pay [$3 million] if rates stayed low.": {"factuality": "Uu"},
    },
    refuses=["If rates stay low, taxpayers could pay [$3 million].", "Even if rates stay low, taxpayers will pay [$3 million]."],
)
def conditioned(rung: Rung) -> Step | None:
    """A statement that holds if another does: "if rates stay low, it will pay $3 million"; what "could" be is possible anyway."""
    head = rung.head
    if head.pos not in VERBS or any(codes("modals").get(c.lower) == "PS+" for c in head.left):
        return None
    for child in head.children:
        if child.dep == "advcl" and child is not rung.below:
            mark = next((c for c in child.left if c.dep == "mark" and c.lower in ("if", "unless")), None)
            if mark is not None and not any(c.lower in ("as", "even", "only") for c in (*child.left, *mark.left) if c.i < mark.i):
                return Step("Uu", mark)
    return None


@frame_rule(
    cues=["questions"],
    reads={"Will Acme pay [$3 million]?": {"factuality": "Uu"}},
    refuses=["Acme will pay [$3 million]."],
)
def asked(rung: Rung) -> Step | None:
    """A question."""
    last = rung.site.scene.parse.words[-1]
    return Step("Uu", last) if last.text == "?" and rung.head.dep == "ROOT" and rung.head.pos in VERBS else None


HEDGE_RULES: tuple[FrameRule[Rung, Step], ...] = (foreseen, negated, modal, hedged, opened, conditioned, asked)
