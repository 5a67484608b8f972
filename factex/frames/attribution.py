"""Attribution: who says so, and by which word. Of several sources, the one nearest to the mention in the parse."""

from __future__ import annotations

from factex.data import table
from factex.frames.lexicon import can_say, codes, is_among, roles, takes_object, words
from factex.frames.machine import FrameRule, first, frame_rule
from factex.frames.owners import by_agent, possessor
from factex.frames.reports import Source, aside, hearsay, introduced
from factex.frames.scene import Rung, Site
from factex.frames.syntax import ACTORS, NOUNS, VERBS, Word, is_that_clause, subject_of, verb_above


def attribution(site: Site) -> tuple[str, Source] | None:
    """The nearest source that the statement with the mention is put to, with the name of the rule that found it."""
    for rung in site.rungs if site.scene.apt(CLAUSE_RULES) else ():
        nearest = source_at(rung)
        if nearest is not None:
            return nearest
    return first(site.scene.apt(SENTENCE_RULES), site)


def source_at(rung: Rung) -> tuple[str, Source] | None:
    """The source at one rung, with the name of the rule that found it."""
    known: dict[int, tuple[str, Source] | None] = rung.site.sources
    if rung.head.i not in known:
        known[rung.head.i] = first(rung.site.scene.apt(CLAUSE_RULES), rung)
    return known[rung.head.i]


@frame_rule(
    cues=["hearsay", "sources"],
    reads={
        "The [3%] rise expected by analysts came true.": {"speaker": "analysts", "cue": "expect", "factuality": "PR+"},
        "He missed the [$3 million] that analysts said he was seeking.": {"speaker": "analysts", "cue": "say", "factuality": "Uu"},
        "It secured the [$3 million] in purchases touted by Lee.": {"speaker": "Lee", "cue": "tout"},
        "The [3%] rise that analysts expect would help.": {"speaker": "analysts", "cue": "expect", "factuality": "PR+"},
    },
    refuses=[
        "The [15%] tariffs imposed by Seoul hurt.",
        "The [$3 million] that analysts earned is gone.",
        "He rejected a tax of [2%], which campaigners say would bring peace.",
    ],
)
def described(rung: Rung) -> Source | None:
    """A participle or relative clause beside the number or its noun: "a loss forecast by analysts", "the sum that he claims"."""
    if not rung.nominal:
        return None
    goods = [c.child("pobj") for c in rung.below.right if c.lower in ("in", "of")]  # $5 billion in purchases
    for noun in (rung.below, *goods, rung.head):
        for verb in noun.right if noun is not None and noun.pos not in (*VERBS, "ADP") else ():
            adverb = next((c for c in verb.left if c.lower in words("cues", "hearsay")), None)
            if adverb is not None and verb.dep == "acl":
                return Source(None, adverb, adverb.lower)  # $5 billion reportedly lost
            seen = is_among("present", verb) and verb.tag == "VBN"  # "a house they have seen"
            if verb.lemma not in codes("sources") or verb.dep not in ("acl", "relcl") or seen:
                continue
            of_number = verb.child("ccomp") is not None and noun is rung.site.root
            if not (takes_object(verb.lemma) or of_number):
                continue
            who = by_agent(verb) if verb.dep == "acl" else verb.child("nsubj")
            if who is not None and who.tag not in ("WDT", "WP"):
                return Source(who, verb, verb.lemma)
    return None


@frame_rule(
    cues=["sayings"],
    reads={
        "Shares fell on a report that Acme had lost [$3 million].": {"speaker": None, "cue": "report"},
        "Shares fell on reports it had lost [$3 million].": {"speaker": None, "cue": "report"},
        "It denied reports it was preparing to cut [300 jobs].": {"speaker": None, "cue": "report", "factuality": "Uu"},
        "She repeated Acme's claim that it had lost [$3 million].": {"speaker": "Acme", "cue": "claim", "factuality": "Uu"},
        "Acme sees sales of $5 million, up from an earlier forecast of [$3 million].": {
            "speaker": "Acme",
            "cue": "forecast",
            "factuality": "PR+",
        },
    },
    refuses=["The report of [3 May] names Acme.", "The report it published on [3 May] names Acme."],
)
def named(rung: Rung) -> Source | None:
    """A noun of saying: "a report that it had lost $3 million", "analysts' estimates of $3 million"."""
    noun, below = rung.head, rung.below
    if noun.pos != "NOUN" or noun.lemma not in codes("sayings"):
        return None
    who = possessor(noun) or next((c for c in noun.left if c.dep == "compound" and _foresees(c)), None)
    if who is None:
        who = next((c.child("pobj") for c in noun.right if c.lower in ("by", "from")), None)
    if who is None and any(c.lower in words("cues", "earlier") for c in noun.left) and (verb := verb_above(noun)) is not None:
        who = subject_of(verb)
        if who is not None and who.pos == "NOUN" and (who.lemma in codes("sayings") or not can_say(who.lemma)):
            who = possessor(who)  # "the bank's outlook was cut from an earlier estimate of $5 million"
    behind = below.i > noun.i and noun.next.text != ":"  # "The claim: " is a label
    that = behind and is_that_clause(below)
    whole = below.child("dobj", "attr", "ccomp", "xcomp", "acomp") is not None  # not "the report it published"
    subject = below.child("nsubj", "nsubjpass") if behind else None
    that = that or (whole and subject is not None and subject.tag not in ("WDT", "WP"))
    of = below.lower in ("of", "for") and rung.site.numeric and who is not None
    return Source(who, noun, noun.lemma) if (that or of) and (who is None or who.mention is None) else None


def _foresees(noun: Word) -> bool:
    """Whether a noun before one of saying tells whose it is: "analyst forecasts", but "growth forecasts"."""
    return noun.lower in roles("observer") or can_say(noun.lemma) or noun.ent in ACTORS


@frame_rule(
    cues=["according"],
    reads={
        "Sales rose [3%], according to Refinitiv.": {"speaker": "Refinitiv", "cue": "according to"},
        "According to two people, sales rose [3%].": {"speaker": "two people", "cue": "according to"},
        "As per the police, [300 persons] were held.": {"speaker": "police", "cue": "as per"},
    },
    refuses=["According to [two people], sales rose.", "Lee owns [3%] of a bank which, according to the police, is broke."],
)
def according(site: Site) -> Source | None:
    """The source that "according to" or "as per" names, of the clause that the phrase belongs to."""
    seconds = table("cues")["according"]
    for word in (word for word in site.scene.parse.words if word.lower in seconds):
        second = seconds[word.lower]
        to = next((c for c in word.right if c.lower == second), None)
        obj = to.child("pobj") if to is not None else None
        after = site.words[0].i > word.i
        if obj is None or any(w.mention == site.index for w in obj.within()) or (after and word.i > word.head.i):
            continue
        clause = verb_above(word.head)
        if clause is not None and clause.dep == "relcl" and not any(w.mention == site.index for w in clause.within()):
            continue
        return Source(obj, word, f"{word.lower} {second}")
    return None


@frame_rule(
    cues=["quoting", "sources"],
    reads={
        "Troops had shot [14 men] by nightfall, the state governor, Amadi Bello, told local radio.": {
            "speaker": "Amadi Bello",
            "cue": "tell",
        },
    },
    refuses=[
        "Prices rose by [2.1%], a jump, which helped Acme, the firm behind the show.",
        "On [Monday], the Aro Post, a paper of the left, warned that there was no room for talks.",
        "From 2010 to [2020], the United States population grew.",
    ],
)
def closing(site: Site) -> Source | None:
    """A report at the end of the sentence, whatever the parser makes of it: ", the governor told radio", ", figures show"."""
    parsed, forms = site.scene.parse.words, table("cues")["quoting"]
    last = next((w for w in reversed(parsed) if w.pos != "PUNCT"), None)
    cue = next((w for w in reversed(parsed[-_TAIL:]) if w.lower in forms and w.dep != "compound"), None)
    if cue is None and last is not None and last.lemma in codes("sources"):
        cue = last  # the office's figures show
    commas = [w.i for w in parsed[: cue.i] if w.text == ","] if cue is not None else []
    if cue is not None and commas and commas[-1] == cue.i - 1:
        commas.pop()  # the governor, Amadi Bello, said
    if cue is None or _goes_on(cue) or not commas or site.words[-1].i > commas[-1]:
        return None
    naming = parsed[commas[-1] + 1 : cue.i]
    if any(w.pos in VERBS or w.mention is not None or w.dep == "mark" or w.tag in ("WDT", "WP") for w in naming):
        return None
    joint = next((w.i for w in naming if w.dep == "cc"), cue.i)  # officials and two newspapers said; and officials said
    prep = next((w.i for w in naming if w.pos == "ADP"), joint)
    who = next((w for w in reversed(naming) if w.pos in NOUNS and w.i < min(joint, prep)), None)
    if who is not None and who.dep == "appos" and who.head in naming:
        who = who.head  # Ann Lee, the bank's chief
    agrees = who is not None and (cue.lower in forms or who.tag in ("NNS", "NNPS"))
    return Source(who, cue, forms.get(cue.lower, cue.lemma)) if agrees else None


def _goes_on(cue: Word) -> bool:
    """Whether a verb of saying has behind it what is said or done: "the bank warned that", "announced cuts", "continues to be"."""
    done = {"ccomp"} if cue.lemma == "tell" else {"ccomp", "dobj"}  # "told radio"
    return any(c.dep in done or (c.dep == "xcomp" and any(w.lower == "to" for w in c.left)) for c in cue.right)


@frame_rule(
    cues=["colons"],
    reads={
        "Mayor: [400 homes] to be built in Aro": {"speaker": "Mayor", "cue": None, "factuality": "PR+"},
        "Minister to face [12 charges]: police": {"speaker": "police", "factuality": "PR+"},
    },
    refuses=["Housing: [400 homes] to be built", "Mayor: we need [400 homes] here."],
)
def headed(site: Site) -> Source | None:
    """Who stands before or behind a colon, or behind a dash, in a headline."""
    who = next((w for w in site.scene.parse.words if w.dep == "headed"), None)
    return Source(who, who, "") if who is not None else None


# A report at the end of a sentence is short: "officials said in a statement on Tuesday".
_TAIL = 14

CLAUSE_RULES: tuple[FrameRule[Rung, Source], ...] = (described, introduced, aside, named, hearsay)
SENTENCE_RULES: tuple[FrameRule[Site, Source], ...] = (according, headed, closing)
ATTRIBUTION_RULES = (*CLAUSE_RULES, *SENTENCE_RULES)
