"""Reports: verbs that put what they introduce to a source: saying, expecting, wanting, and those whose source has no name."""

from __future__ import annotations

from dataclasses import dataclass

from factex.frames.kinds import is_tallied
from factex.frames.lexicon import can_say, codes, is_among, role_of, roles, takes_object, words
from factex.frames.machine import frame_rule
from factex.frames.persons import is_person
from factex.frames.scene import Rung, Site
from factex.frames.syntax import SUBJECTS, TENSED, VERBS, Word, is_passive, subject_of


@dataclass(slots=True)
class Source:
    """`who`: head of the noun phrase that names the source, None for an unnamed one. `cue`: the word that says so.

    `lemma`: the cue as a record gives it, "" where only a colon tells.
    """

    who: Word | None
    cue: Word
    lemma: str


@frame_rule(
    cues=["calls", "sources"],
    reads={
        "The union demanded that Acme pay [$3 million].": {"speaker": "union", "cue": "demand", "factuality": "Uu"},
        "Analysts expect a loss of [$3 million].": {"speaker": "Analysts", "cue": "expect", "factuality": "PR+"},
        "Acme is expected by analysts to earn [$3 million].": {"speaker": "analysts", "cue": "expect", "factuality": "PR+"},
        "Analysts at Bolt estimate that it lost [$3 million].": {"speaker": "Analysts", "cue": "estimate"},
        "Acme denies owing [$3 million].": {"speaker": "Acme", "cue": "deny", "factuality": "CT-"},
    },
    refuses=[
        "The company said on [Tuesday] that sales rose.",
        "Acme announced plans for 12 ferries on [Monday].",
        "Acme wants to end the [15%] tariffs.",
        "The jury found him guilty of [three charges].",
        "Sales expected to rise [3%]",
    ],
)
def introduced(rung: Rung) -> Source | None:
    """A verb of saying, expecting or wanting with the mention in what it introduces."""
    verb, site = rung.head, rung.site
    says = verb.pos in VERBS and (verb.lemma in codes("sources") or is_among("calls", verb))
    if not says or is_among("particles", verb) or verb.lower in words("cues", "conditions") or is_known(verb):
        return None
    for_ = rung.below if rung.below.dep == "prep" else rung.below.child("mark")
    asks = for_ is not None and for_.lower == "for" and is_among("calls", verb)
    code = "Uu" if asks else codes("sources").get(verb.lemma)
    # "saw a rise", "could see a rise": what such a verb foresees in the present tense has happened
    witnessed = is_among("present", verb) and verb.tag not in ("VBZ", "VBP") and not is_passive(verb)
    inside = rung.clausal or site.numeric or rung.below not in (site.root, site.slot.top)
    if code is None or not _introduces(verb, rung.below, clausal=inside) or witnessed:
        return None
    who = _source_of(verb)
    if who is None or _says_nothing(who, rung, asks=asks):
        brief = who is None and verb.tag == "VBZ" and verb.dep == "ROOT" and verb.previous.pos in ("", "PUNCT")
        return Source(None, verb, verb.lemma) if brief else None  # a line of a brief: "Sees sales of $3 million"
    saying = _quoted_as(verb)
    if saying is not None:
        return Source(verb.child("dobj"), saying, saying.lemma)
    part = who.lemma in words("figures", "holders")  # three quarters of voters want
    # A 35-year-old is that old, whatever is denied.
    known = site.aged and site.slot.relation == "modifier" and code in ("CT-", "Uu")
    if known or (part and code.startswith("CT")) or (code == "Uu" and presupposed(site, verb)):
        return None
    return Source(None if part or who.lower in words("cues", "nobody") else who, verb, verb.lemma)


def is_known(verb: Word) -> bool:
    """Whether a verb only opens what is known, "considering that sales fell", and nobody considers it."""
    return verb.lower == "considering" and verb.dep == "advcl" and verb.child("ccomp") is not None


def _says_nothing(who: Word, rung: Rung, *, asks: bool) -> bool:
    """Whether the subject of a verb of saying says nothing: "the deal sees it pay", "citing two sources", "claimed 300 lives"."""
    verb = rung.head
    scheme = (asks or is_among("present", verb)) and is_among("schemes", who)
    empty = who.lower == "it" and verb.dep == "xcomp" and verb.head.child("acomp") is not None
    met = verb.lemma == "see" and rung.below is rung.site.root and is_person(rung.site.root.lemma)  # "sees 120 patients a day"
    cited = met or (rung.below is rung.site.root and is_among("cited", rung.below))
    return scheme or empty or cited or (verb.lemma == "claim" and rung.below.pos == "NOUN" and is_among("claimed", rung.below))


def _quoted_as(verb: Word) -> Word | None:
    """How somebody is quoted: "the agency quoted an official as saying"."""
    prep = next((c for c in verb.right if c.lower == "as"), None)
    saying = prep.child("pcomp") if prep is not None and verb.child("dobj") is not None else None
    return saying if saying is not None and saying.lemma in codes("sources") else None


def _introduces(verb: Word, below: Word, *, clausal: bool) -> bool:
    """Whether *below*, a child of the source verb, is what the source says, and not when or where it says so."""
    if below.dep == "ccomp":
        own = below.i < verb.i and any(c.dep in ("ccomp", "xcomp") for c in verb.right)  # "...; the company said it would appeal"
        return not own and not is_among("at", verb) and (below.pos in VERBS or not is_among("judging", verb))
    if below.dep == "xcomp":
        participle = below.tag == "VBG" and is_among("gerunds", verb)
        return participle or is_among("calls", verb) or codes("sources")[verb.lemma] == "Uu" or takes_object(verb.lemma)
    if below.dep in ("dobj", "attr", "nsubjpass", "oprd"):
        return clausal and (takes_object(verb.lemma) or _shows(verb) or is_tallied(below, verb))
    if below.dep == "advmod" and is_among("at", verb):
        return clausal and verb.child("dobj") is not None  # puts it as high as
    return below.dep == "prep" and clausal and _takes_with(below, verb)


def _takes_with(prep: Word, verb: Word) -> bool:
    """Whether a verb of saying takes what it says with this preposition: "warned of", "called for", "put losses at"."""
    if (prep.lower == "of" and is_among("of", verb)) or (prep.lower == "for" and is_among("calls", verb)):
        return True
    if prep.lower == "at" and is_among("at", verb):
        level = prep.child("pobj")  # "put together $3 million at a valuation of $5 million"
        return verb.child("dobj") is not None and level is not None and level.mention is not None
    if prep.lower == "to" and is_among("gerunds", verb):
        return prep.child("pcomp") is not None  # admitted to stealing $3 million
    beside = prep.lemma == "compare" or prep.lower in ("of", "for", "at", "on", "about")
    shown = (beside or prep.lower in ("by", "with")) and _shows(verb)  # a poll shows Lund ahead by 3 points
    return (shown or (beside and takes_object(verb.lemma))) and verb.child("dobj") is not None


def _shows(verb: Word) -> bool:
    """Whether what is written says what its verb has as object: "figures showed a 3% fall", but "Acme showed three cars"."""
    who = subject_of(verb) if is_among("showing", verb) else None
    return who is not None and who.lemma in roles("written")


def _source_of(verb: Word) -> Word | None:
    """The subject of a source verb, or the agent of its passive: "was expected by analysts"."""
    if is_passive(verb) or (verb.tag == "VBN" and not any(c.dep == "aux" for c in verb.left)):
        agent = verb.child("agent")
        return agent.child("pobj") if agent is not None else None
    above = verb.head.head
    if verb.dep == "pcomp" and verb.head.lower == "as" and (quoted := above.child("dobj")) is not None:
        return quoted  # "quoted officials as saying"
    if verb.dep == "acl" and verb.tag == "VBG" and verb.head.dep == "pobj" and is_among("writing", above.head):
        return subject_of(above.head)  # "posted on Facebook accusing"
    found = subject_of(verb)
    if found is not None and found.pos == "NOUN" and found.lemma not in words("cues", "schemes"):
        found = _who_goes_on(verb, found)
        return None if found.lemma in words("figures", "attributes") else found  # "Sales expected to rise 3%"
    return found


def _who_goes_on(verb: Word, found: Word) -> Word:
    """Who goes on to say something, where *found* cannot: "the mayor said the plan had failed and added that it cost $5".

    So it is in "said his memories were clear, adding that".
    """
    first = verb.head if verb.dep == "advcl" and verb.tag == "VBG" else verb
    while first.dep == "conj" and first.head.pos in VERBS and first.child(*SUBJECTS) is None:
        first = first.head
    told = first is not verb and first.dep == "ccomp" and first.head.lemma in codes("sources") and found.i > first.head.i
    mute = told and not (found.ent or role_of(found.lemma) is not None or is_person(found.lemma))
    return (subject_of(first.head) if mute else None) or found


def presupposed(site: Site, verb: Word) -> bool:
    """Whether a definite noun below *verb* holds the number: in "wants to end the 15% tariffs" there are such tariffs.

    So do a count of what is known, "asked for the 300 prisoners", and a clause that tells what a noun has done.
    """
    word = site.root
    if site.definite:
        return True
    for head in word.climb():
        done = head.tag == "VBD" or any(c.lemma == "have" and c.tag in TENSED for c in head.left)
        if head.dep == "relcl" and done:
            return True
        beside = word.dep in ("acl", "relcl", "prep", "agent") or head.dep in ("acl", "relcl")
        if head is verb or (head.pos in VERBS and not beside):
            return False
        known = any(c.lower in ("the", "these", "those", "this") or c.dep == "poss" for c in head.left)
        if known and head.pos in ("NOUN", "PROPN") and head.lemma not in words("cues", "marks"):
            return True
        word = head
    return False


@frame_rule(
    cues=["sources"],
    reads={
        "The number of jobs, officials say, fell by [5%].": {"speaker": "officials", "cue": "say"},
        "As Lee told the Post, it cost [$3 million].": {"speaker": "Lee", "cue": "tell"},
    },
    refuses=[
        "Sales rose [3%], and the company said it was pleased.",
        "Sales fell [3%] as the company warned of a strike.",
        "A judge ordered Acme to pay [$3 million]; the company has said it will appeal.",
    ],
)
def aside(rung: Rung) -> Source | None:
    """A report beside its clause: "Sales rose 3%, the company said"."""
    head = rung.head
    if head.pos not in VERBS:
        return None
    for child in head.children:
        if child is rung.below or child.lemma not in codes("sources") or (is_among("present", child) and is_passive(child)):
            continue
        loose = child.dep == "conj" and not any(c.dep == "cc" for c in head.right)
        beside = child.dep == "parataxis" or _as_told(child) or (loose and child.child(*SUBJECTS) is not None)
        if beside and (child.lemma == "tell" or child.child("ccomp", "xcomp", "dobj") is None):  # else it has what it says itself
            return Source(_source_of(child), child, child.lemma)
    return None


def _as_told(clause: Word) -> bool:
    """Whether a clause with "as" only tells whose the rest is: "as Lee told the Post", but "as Lee warned of cuts"."""
    who = clause.child("nsubj")
    speaks = who is not None and (who.pos != "NOUN" or can_say(who.lemma) or is_person(who.lemma))  # not "as demand continued"
    told = codes("sources").get(clause.lemma) == "CT+" and clause.dep == "advcl" and speaks
    short = sum(1 for child in clause.right for _ in child.within()) <= _SHORT
    apart = all(c.lower not in ("about", "of", "on", "to") for c in clause.right)
    return told and short and apart and any(c.lower == "as" for c in clause.left)


# A clause that only names a source is short: "as Lee told the Post in May".
_SHORT = 6


@frame_rule(
    cues=["hearsay", "unnamed"],
    reads={
        "Acme is reportedly paying [$3 million].": {"speaker": None, "cue": "reportedly", "factuality": "CT+"},
        "Acme is said to have paid [$3 million].": {"speaker": None, "cue": "say"},
        "Some [300 people] are said to have died.": {"speaker": None, "cue": "say"},
        "It is understood that Acme paid [$3 million].": {"speaker": None, "cue": "understand"},
    },
    refuses=[
        "Acme reportedly demanded that it pay [$3 million].",
        "Lee, who owns [3%] of Acme, is reportedly selling it.",
        "Some [300 people] were told to leave.",
    ],
)
def hearsay(rung: Rung) -> Source | None:
    """A source that has no name: "reportedly", "is said to"."""
    verb, below = rung.head, rung.below
    if verb.pos not in VERBS or (below.dep in SUBJECTS and not rung.nominal):
        return None
    adverb = next((c for c in verb.children if c.lower in words("cues", "hearsay")), None)
    if adverb is not None:
        return Source(None, adverb, adverb.lower)
    ordered = is_among("ordering", verb) and verb.child("xcomp") is not None  # was told to leave
    passive = is_passive(verb) and is_among("unnamed", verb) and not ordered
    raised = below.dep == "nsubjpass" and verb.child("xcomp") is not None  # 300 people are said to have died
    return Source(None, verb, verb.lemma) if passive and (raised or below.dep in ("xcomp", "ccomp")) else None
