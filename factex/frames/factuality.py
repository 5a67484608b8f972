"""Factuality: how sure the source, or the article, is of a statement (FactBank codes).

Each rule reads one step up the parse, from the mention to its source: a plan (`embedding`, `prospects`), a negation, a modal, a
condition (`hedges`). The steps compose as in FactBank (Sauri and Pustejovsky 2009): the degree is that of the least
certain, and a negation turns round what stands below it, so that "is not expected to pay" is a probable no (PR-).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile
from typing import cast

from factex.frames.earlier import of_time
from factex.frames.embedding import EMBEDDING_RULES, Step
from factex.frames.hedges import HEDGE_RULES
from factex.frames.lexicon import code, codes, is_figure, is_move_noun, words
from factex.frames.machine import first
from factex.frames.prospects import PROSPECT_RULES
from factex.frames.reports import Source, presupposed
from factex.frames.scene import Rung, Site
from factex.frames.syntax import AUXILIARIES, DASHES, FINITE, SUBJECTS, TENSED, VERBS, Word, is_that_clause
from factex.records import Factuality, explained

TAKING_RULES = (*EMBEDDING_RULES, *PROSPECT_RULES)
_DEGREES = ("CT", "PR", "PS")
_TAKING = VERBS | {"NOUN", "PROPN", "ADJ", "ADP"}


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


def factuality(site: Site, source: Source | None, *, given: bool = False) -> Certainty:
    """What the words between the mention and its source make of the statement.

    *given*: whether the number is known to be so whatever becomes of it, as the level that something may fall from.
    """
    found = Certainty()
    if source is None and not (site.scene.apt(TAKING_RULES) or site.scene.apt(HEDGE_RULES)):
        return found
    given, filled = given or _known(site), _fills(site)
    aside = site.aged and (site.before.text == "," or site.slot.relation == "modifier")  # "Lund, 27, may sign"
    if (denied := _contrasted(site)) is not None:
        found = found.under(Step("CT-", denied), CONTRAST)
    for place, rung in enumerate(site.rungs):
        if aside or (given and not rung.nominal) or (filled and rung.head.pos in VERBS) or _apart(rung):
            break
        for rule, step in _steps(rung):
            found = found.under(step, rule)
        if source is not None and rung.head is source.cue:
            return _told(found, site.rungs[place + 1 :])
        if _factive(rung) or _reports(rung):
            return found
    if source is not None and source.cue.pos == "NOUN":
        return found.under(Step(codes("sayings").get(source.lemma, "CT+"), source.cue), "embedding.told")
    if source is not None and not (given or aside) and source.cue.pos in VERBS and source.cue.dep != "parataxis":
        found = found.under(Step(codes("sources").get(source.lemma, "CT+"), source.cue), "embedding.told")
    return found


CONTRAST = "factuality.contrasted"
explained(CONTRAST, "a number that another one is set against: it cost $5, not $6")


def _contrasted(site: Site) -> Word | None:
    """The "not" right before a number that tells what it is not: "300 people, not 500", but "it was not 500"."""
    word = site.before if site.before.lower != "the" else site.before.previous
    if word.lower != "not" or not site.numeric:
        return None
    return word if word.previous.text in DASHES | {",", "("} or word.previous.lower in ("and", "but") else None


def _told(found: Certainty, rungs: tuple[Rung, ...]) -> Certainty:
    """What is told as far as it has been: "plans to announce a cut"; where it has not, it is open: "declined to say that"."""
    for rung in rungs:
        if rung.below.dep not in ("ccomp", "xcomp", "pcomp"):
            break
        for rule, step in _steps(rung):
            found = found.under(Step("Uu", step.cue) if step.code.endswith("-") else step, rule)
    return found


def _known(site: Site) -> bool:
    """Whether a definite noun phrase points to the number: "wants to end the 15% tariffs", "not the $3 million that it owes"."""
    compared = words("cues", "compared")
    above = list(takewhile(lambda w: w.pos not in VERBS or w.lower in compared, site.root.climb()))
    if any(w.lower in compared or (w.lower == "from" and w.head.lower in ("down", "up")) for w in above):
        return True  # "may earn $3 million, compared with $2 million in 2024"
    if site.slot.relation == "modifier":
        return site.verb is not None and presupposed(site, site.verb)
    definite = any(c.lower == "the" for c in site.root.left) and any(c.dep == "relcl" for c in site.root.right)
    definite |= of_time(site)  # "would be lower than last year's crop of 5 tonnes"
    return definite and any(w.lower == "than" for w in site.root.climb())


def _fills(site: Site) -> bool:
    """Whether it is a gap or move that somebody fills, so that there is one: "tries to close a gap of $3 million", "offset a fall".

    So is what a share is of: "may cut 10% of its 300 jobs".
    """
    of = site.root.head
    if site.value.kind == "count" and of.lower == "of" and of.head.mention is not None:
        return True
    gaps = words("cues", "gaps")
    gap = next((w for w in (site.root, *site.root.climb()) if w.lemma in gaps or is_move_noun(w)), site.root)
    verb = f"{gap.head.head.lemma} for" if gap.head.lower == "for" else gap.head.lemma  # "make up for a fall of 3%"
    return gap.dep in ("dobj", "nsubjpass", "pobj") and gap is not site.root and verb in words("cues", "filling")


def _steps(rung: Rung) -> Iterator[tuple[str, Step]]:
    """The steps at one rung, inside out: what its head makes of what it takes, then what its own words make of it."""
    if rung.head.pos not in _TAKING:
        return
    scene = rung.site.scene
    embedding = first(scene.apt(TAKING_RULES), rung)
    if embedding is not None:
        yield embedding
    for rule in scene.apt(HEDGE_RULES):
        step = rule.find(rung)
        if step is not None:
            yield rule.name, step


def _apart(rung: Rung) -> bool:
    """Whether a clause stands beside its verb, out of reach of its negation and modals: "it rose in May; it did not last".

    So does what tells more of a name: "nobody could reach Holm, a town of 900".
    """
    clause, verb = rung.below, rung.head
    if clause.dep == "appos" and clause.pos == "NOUN" and clause.mention is None and verb.pos == "PROPN":
        return not is_figure(clause.lemma)
    if clause.pos not in VERBS or verb.pos not in VERBS:
        return False
    own = any(c.dep in AUXILIARIES and c.tag in FINITE for c in clause.left)
    # "could go to jail and have to pay" has one more infinitive after its modal
    shared = clause.tag == "VBP" and clause.child(*SUBJECTS) is None and any(c.tag == "MD" for c in verb.left)
    finite = own or (clause.tag in TENSED and not shared)
    if clause.dep == "advcl" and clause.tag == "VBG" and clause.i < verb.i:
        return True  # "needing 60 votes, it could find only 50"
    before = clause.dep in ("ccomp", "parataxis") and clause.i < verb.i and verb.lemma not in codes("sources")
    return finite and (clause.dep == "conj" or before)


def _factive(rung: Rung) -> bool:
    """Whether *head* is taken for granted by what stands above it: relative clauses, "after reaching a deal"."""
    head = rung.head
    if head.pos in ("ADP", "SCONJ") or head.dep == "prep":
        told = rung.site.numeric or any(c.lower == "of" for c in rung.site.root.right)  # after two years of losses
        done = told and head.lower in words("cues", "done")  # may cut jobs after a loss of $3 million
        return done or (rung.below.dep == "pcomp" and head.lower in words("cues", "granted"))
    if head.pos == "ADJ":
        return head.dep == "amod" and head.i > head.head.i and head.previous.text == ","  # the ship, able to carry 300,
    if head.pos not in VERBS:
        return False
    if head.dep == "advcl":
        past = any(w.tag == "VBD" for w in (head, *head.left))  # when it was done; when it is, is open
        granted = words("cues", "granted") | ({"before"} if past else set())
        return any(c.dep == "mark" or (past and c.dep == "advmod") for c in head.left if c.lower in granted)
    reduced = head.dep == "acl" and head.tag in ("VBN", "VBD") and not any(c.dep in ("mark", *AUXILIARIES) for c in head.left)
    told = is_that_clause(head) and (head.head.lemma in codes("sayings") or head.head.lemma in codes("nouns"))
    return reduced or (head.dep == "relcl" and not told)


def _reports(rung: Rung) -> bool:
    """Whether *head* is a verb of saying, be it without a source, that leaves the rest of the sentence out of its statement."""
    verb = rung.head
    return rung.below.dep == "ccomp" and verb.pos in VERBS and verb.lemma in codes("sources") and code("events", verb) is None


FACTUALITY_RULES = (*TAKING_RULES, *HEDGE_RULES)
