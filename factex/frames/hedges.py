"""Hedges: what the words of a clause or of a noun phrase make of it: negations, modals, adverbs, conditions, questions."""

from __future__ import annotations

from factex.frames.embedding import Step
from factex.frames.lexicon import code, codes, is_among, words
from factex.frames.machine import FrameRule, frame_rule
from factex.frames.scene import Rung
from factex.frames.syntax import AUXILIARIES, SUBJECTS, VERBS, Word, is_passive, verb_above


@frame_rule(
    cues=["events", "reputed"],
    reads={
        "Acme published an expected [3%] rise.": {"factuality": "PR+"},
        "Shares fell on a potential fine of [$3 million].": {"factuality": "PS+"},
        "Profit beat the [$3 million] expected.": {"factuality": "PR+"},
        "The alleged theft of [$3 million] shook the bank.": {"factuality": "Uu"},
    },
    refuses=["Acme published a welcome [3%] rise.", "[Four] of 16 planned sites were built."],
)
def foreseen(rung: Rung) -> Step | None:
    """A participle or adjective that says that its noun is yet to be: "the expected 3% rise", "a possible fine of $3 million"."""
    named = rung.nominal and rung.head.pos == "NOUN" and rung.head.mention in (None, rung.site.index)
    charge = rung.head.left if rung.below.dep == "acl" and rung.below.tag == "VB" else ()  # "an alleged plot to steal"
    for child in charge:
        if child.dep == "amod" and child.lower in codes("reputed"):
            return Step(codes("reputed")[child.lower], child)
    own = (c for c in rung.site.root.right if c.dep == "acl" and rung.below is rung.site.root)  # "the $3 million expected"
    for child in (*(rung.head.children if named else ()), *own):
        reputed = codes("reputed").get(child.lower) if child.dep == "amod" else None
        if reputed is not None:
            return Step(reputed, child)
        made = code("events", child)
        if made not in ("PR+", "PS+") or child.lower in ("estimated", "set"):  # "a limit set in May"
            continue
        idle = is_among("passive", child) and child.dep == "relcl" and not is_passive(child)  # "a house they have seen"
        gone = is_among("passive", child) and any(w.lower in words("cues", "gone") for w in child.within())
        idle |= gone  # "levels seen last week"
        participle = made == "PR+" and child.tag == "VBN" and not idle
        if participle or (child.pos == "ADJ" and is_among("attributive", child)):
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
    },
    refuses=[
        "Acme did not regret losing [$3 million].",
        "It is not surprising that Acme lost [$3 million].",
        "Nobody knew of a loss of [$3 million].",
        "It is not just the [300 workers] who suffer.",
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
    happens = happens or (below.dep == "nsubjpass" and code("negated", head) == "PS-")  # a cut cannot be ruled out
    if _felt(rung):
        return None
    beside = below.lower == "with" and below.previous.text == ","  # "is not well known, with 4% having read it"
    given = (below.pos in VERBS or below.dep == "dobj" or below.lower in ("about", "of")) and is_among("factives", head)
    if beside or given or (below.dep in (*SUBJECTS, "relcl", "advcl") and not happens):
        return None
    subject = head.child(*SUBJECTS)
    neither = next((c for c in head.left if c.lower == "neither" and c.dep in ("preconj", "cc")), None)
    longer = next((c for c in head.children if c.lower == "longer" and any(each.lower == "no" for each in c.left)), None)
    nobody = subject and (subject if subject.lower in words("cues", "nobody") else _no(subject))
    negation = head.child("neg") or neither or longer or nobody
    if negation is None or (negation.dep == "neg" and negation.next.lower in words("cues", "minimal")):
        return None  # "not only"
    if any(c.lower in words("cues", "necessary") for c in head.children):
        return Step("Uu", negation)
    made = code("negated", head) if below.dep in ("ccomp", "xcomp", "dobj", "nsubjpass") else None
    # What is "not said" or "not disclosed", by a verb that vouches for it else, is open.
    vouched = codes("sources").get(head.lemma, "Uu").startswith("CT") and not is_among("opinions", head)
    if made is None and vouched and (below.dep in ("ccomp", "dobj") or below.lower in ("about", "of", "on")):
        made = "Uu"
    return Step(made or "CT-", negation)


def _felt(rung: Rung) -> bool:
    """Whether the verb only links to a feeling, which alone its negation denies: "would not be surprised to see"."""
    feeling = rung.head.child("acomp")
    return feeling is not None and is_among("factives", feeling)


def _no(noun: Word) -> Word | None:
    """The "no" of a noun: "no deal"; not that of "no fewer than 300 people"."""
    found = next((c for c in noun.left if c.lower in ("neither", "no") and c.dep in ("det", "preconj")), None)
    return found if found is not None and not any(c.tag in ("JJR", "RBR") for c in noun.left) else None


@frame_rule(
    cues=["modals"],
    reads={
        "I would not be surprised to see a fall of [3%].": {"factuality": "PR+"},
        "Acme could lose [$3 million].": {"factuality": "PS+"},
        "Acme could close and have to pay [$3 million].": {"factuality": "PS+"},
        "The plan would save [$3 million].": {"factuality": "PR+"},
    },
    refuses=["Sales will reach [$3 million].", "Lee would go on to win [three titles]."],
)
def modal(rung: Rung) -> Step | None:
    """An auxiliary: "could", "may", "should", "would"; "cannot" and "would not" leave no room for doubt."""
    head = rung.head
    if head.pos not in VERBS:
        return None
    refused = head.child("neg") is not None and not _felt(rung)
    for child in head.left:
        made = codes("modals").get(child.lower) if child.dep == "aux" else None
        if child.lower == "can" and is_among("performed", head) and rung.below.dep == "ccomp":
            return None  # who "can reveal" does
        past = child.lower == "would" and (_came_later(head) or any(is_among("sequel", word) for word in (head, *head.children)))
        if made is not None and not past and not (refused and is_among("definite", child)):
            return Step(made, child)
    return None


def _came_later(verb: Word) -> bool:
    """Whether a clause goes on with somebody's life: "moved to Leeds, where she would spend 30 years"."""
    who, above = verb.child("nsubj"), verb_above(verb.head)
    if who is None or above is None or verb.dep != "relcl" or verb.head.lemma in codes("nouns") or above.lemma in codes("sources"):
        return False
    then = any(w.lower in ("when", "where") or w.child("pobj") is not None for w in verb.left)  # "in which he would"
    return then and above.tag == "VBD" and who.lower in ("he", "she")


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
    if rung.below is site.root:
        found.append(site.words[0].previous)
    for child in found:
        made = codes("adverbs").get(child.lower)
        if made is not None:
            return Step(made, child)
    return None


@frame_rule(
    cues=["conditions", "inverted", "openers"],
    reads={
        "If it sells the unit for [$3 million], Acme will shrink.": {"factuality": "Uu"},
        "They left without paying [$3 million].": {"factuality": "CT-"},
        "Instead of paying [$3 million], they left.": {"factuality": "CT-"},
        "Rather than raise prices by [3%], they closed.": {"factuality": "CT-"},
        "Should rates rise by [3%], Acme will close.": {"factuality": "Uu"},
    },
    refuses=["When it sold the unit for [$3 million], Acme shrank."],
)
def opened(rung: Rung) -> Step | None:
    """A word that opens a clause which is not asserted: "if", "whether", "without", or the verb of a condition put first."""
    head = rung.head
    marks = (c for c in head.left if c.dep == "mark") if head.pos in VERBS else ()
    for word in (head,) if head.pos == "ADP" and rung.below.dep == "pcomp" else marks:
        long = f"{word.previous.lower} {word.lower}"  # "instead of", "rather than"
        made = codes("openers").get(word.lower) or codes("openers").get(long)
        if made is not None:
            return Step(made, word)
    condition = _condition(head) if head.pos in VERBS else None
    return Step("Uu", condition) if condition is not None else None


def _condition(clause: Word) -> Word | None:
    """What makes a clause a condition: "if", "unless", "provided", or its verb before its subject, as in "had it rained"."""
    subject = clause.child(*SUBJECTS)
    opening = (*clause.left, *(subject.left if subject is not None else ()))  # "provided rates stay low"
    marks = (c for c in opening if c.dep in ("mark", "amod") and c.lower in words("cues", "conditions"))
    mark = next(marks, None) if clause.pos in VERBS else None
    if mark is not None:
        apart = any(c.lower in ("as", "even") for c in (*clause.left, *mark.left) if c.i < mark.i)  # "as if", "even if"
        return None if apart else mark
    if clause.lower in words("cues", "conditions") and clause.child("ccomp") is not None:
        return clause
    first = next((c for c in clause.left if c.dep not in ("mark", "punct")), clause)
    if subject is None or first.i > subject.i or first.lower not in words("cues", "inverted"):
        return None
    aside = clause.dep == "advcl" or (clause.dep == "ccomp" and clause.i < clause.head.i)
    return first if aside and (first is clause or first.dep in AUXILIARIES) else None


@frame_rule(
    cues=["conditions", "inverted"],
    reads={
        "If rates stay low, taxpayers will pay [$3 million].": {"factuality": "Uu"},
        "If the deal fails, Acme must pay [$3 million].": {"factuality": "Uu"},
        "Taxpayers would pay [$3 million] if rates stayed low.": {"factuality": "Uu"},
        "Provided rates stay low, taxpayers will pay [$3 million].": {"factuality": "Uu"},
        "Had it been built, the road would have carried [300 cars].": {"factuality": "Uu"},
    },
    refuses=[
        "If rates stay low, taxpayers could pay [$3 million].",
        "Even if rates stay low, taxpayers will pay [$3 million].",
        "Acme said on [Monday] it would sell it if rates stay low.",
    ],
)
def conditioned(rung: Rung) -> Step | None:
    """A statement that holds if another does: "if rates stay low, it will pay $3 million"; what "could" be is possible anyway."""
    head = rung.head
    if codes("sources").get(head.lemma) == "CT+" and rung.below.dep in ("npadvmod", "prep", "advmod", *SUBJECTS):
        return None  # when and where something is said does not hang on what is
    if head.pos not in VERBS or any(codes("modals").get(c.lower) == "PS+" for c in head.left):
        return None
    for child in head.children:
        apart = child is not rung.below and child.dep in ("advcl", "ccomp", "prep")
        condition = _condition(child) if apart else None
        if condition is not None:
            return Step("Uu", condition)
    return None


@frame_rule(
    cues=["questions"],
    reads={"Will Acme pay [$3 million]?": {"factuality": "Uu"}},
    refuses=["Acme will pay [$3 million]."],
)
def asked(rung: Rung) -> Step | None:
    """A question."""
    last = rung.site.scene.parse.words[-1]
    return Step("Uu", last) if last.text == "?" and rung.head.dep == "ROOT" else None


HEDGE_RULES: tuple[FrameRule[Rung, Step], ...] = (foreseen, negated, modal, hedged, opened, conditioned, asked)
