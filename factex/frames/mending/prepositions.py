"""Prepositions that a model hangs on the wrong word: on the verb instead of a noun, or on a noun instead of the verb."""

from __future__ import annotations

from factex.data import table
from factex.frames import lexicon
from factex.frames.mending.hanging import hang_all
from factex.frames.mending.trying import mends
from factex.frames.syntax import VERBS, Word, hang, is_passive


@mends("ADP")
def for_example(prep: Word, _: list[Word]) -> None:
    """What "for example" stands before is no part of it: "Fees are cut, for example by 3%"."""
    if prep.lower == "for" and prep.next.lower in ("example", "instance"):
        prep.dep = "advmod"


@mends("ADP")
def said_in(prep: Word, _: list[Word]) -> None:
    """Who says something says it somewhere: in "..., says the service in a statement" no service is in the statement."""
    noun, what = prep.head, prep.child("pobj") if prep.lower == "in" else None
    outlet = what is not None and what.lemma in _OUTLETS
    if outlet and noun.dep == "nsubj" and noun.head.i < prep.i and noun.head.lemma in lexicon.codes("sources"):
        hang(prep, noun.head, "prep")


_OUTLETS = frozenset({"email", "interview", "letter", "note", "post", "report", "release", "speech", "statement", "study"})


@mends("ADP")
def per_thing(prep: Word, _: list[Word]) -> None:
    """What a figure is per hangs on it, not on another number: "sales of $3 billion and earnings per share of 85 cents"."""
    noun = prep.previous
    if prep.lower == "per" and prep.head.mention is not None and noun.pos == "NOUN" and noun.mention is None:
        hang(prep, noun, "prep")


@mends("NUM", "NOUN", "PROPN", deps=("pobj",), number=True)
def whole_of(time: Word, _: list[Word]) -> None:
    """The whole of a year is that year: "across the whole of 2022"."""
    whole, prep = time.head.head, time.head.head.head
    if time.head.lower == "of" and whole.lower in ("entirety", "rest", "whole") and whole.dep == "pobj" and whole.mention is None:
        hang(time, prep, "pobj")
        hang(whole, time, "nmod")


@mends("NUM", number=True)
def year_of_month(year: Word, _: list[Word]) -> None:
    """A year belongs to the month before it, and not to what comes next: "in August 2004 hotels were full"."""
    month = year.previous
    if year.mention == month.mention != year.head.mention and year.head.i > year.i and month.dep == "pobj":
        hang(year, month, "nummod")


@mends("NUM", deps=("ROOT",), number=True)
def year_before_colon(year: Word, words: list[Word]) -> None:
    """A year before a colon is when what stands behind it happened, as in a list of years: "1979: Lund won the seat"."""
    verb = next((w for w in words[year.i + 1 :] if w.dep == "ROOT" and w.pos in VERBS), None)
    if year.i == 0 and year.next.text == ":" and verb is not None:
        hang(year, verb, "npadvmod")


@mends("ADP", deps=("agent",))
def doer_of_noun(prep: Word, _: list[Word]) -> None:
    """A deed has a doer only where it is done to somebody: in "died in operations by troops" the operations are theirs."""
    verb, noun = prep.head, prep.previous
    if verb.pos in VERBS and not is_passive(verb) and any(c.lemma == "have" or verb.tag != "VBN" for c in verb.left):
        hang(prep, noun if noun.pos == "NOUN" and noun.mention is None else verb, "prep")


@mends("ADP", deps=("prep",))
def level_behind_doer(prep: Word, _: list[Word]) -> None:
    """How high something is put is not who puts it so: "was estimated by researchers at 137 mg"."""
    level, agent = prep.child("pobj"), prep.head.head
    if prep.lower == "at" and agent.dep == "agent" and level is not None and level.mention is not None:
        hang(prep, agent.head, "prep")


@mends("ADP")
def taken_of(prep: Word, _: list[Word]) -> None:
    """What somebody is robbed of was not what he is: in "defrauded investors of $5 million" the fraud was that large."""
    what, noun, obj = prep.child("pobj"), prep.head, prep.head
    while obj.dep == "conj":
        obj = obj.head
    taken = prep.lower == "of" and what is not None and what.mention is not None and noun.mention is None
    if taken and obj.dep == "dobj" and obj.head.lemma in lexicon.words("verbs", "depriving"):
        hang(prep, obj.head, "prep")


@mends("ADP")
def share_of_name(prep: Word, _: list[Word]) -> None:
    """A share is that of the name before it, as others' beside it are: "with the Greens on 14% and the Liberals on 22%".

    So it is in "a poll put the Greens on 14% and the Liberals on 22%".
    """
    noun = prep.previous.previous if prep.previous.lower in ("currently", "now", "still") else prep.previous
    put = prep.lower == "on" and prep.head.pos in VERBS and noun.head is prep.head and noun.dep in ("conj", "dobj")
    along = noun.dep == "pobj" and noun.head.lower == "with" and prep.lower in ("at", "on")
    along = along and (noun.head.previous.text == "," or noun.pos == "PROPN")
    parallel = noun.dep == "conj" and noun.head.next.lower == prep.lower and noun.head.next.head is noun.head
    if (along or parallel or (put and noun.pos == "PROPN")) and prep.head.pos in VERBS and has_share(prep):
        hang(prep, noun, "prep")
    backer = noun.previous if prep.lower == "with" and noun.text == "," else noun
    listed = backer is not noun and backer.pos == "PROPN" and backer.head.lemma == "include"
    if listed and has_share(prep):  # "whose backers include Lyra, with 14%, and Volta, with 9%"
        hang(prep, backer, "prep")


@mends("ADP")
def complement_of_noun(prep: Word, _: list[Word]) -> None:
    """A phrase belongs to the noun that takes its preposition: in "traded at a discount to its peers" not to the verb."""
    noun, obj = prep.previous, prep.child("pobj")
    if noun.pos != "NOUN" or noun.mention is not None or prep.head.pos not in VERBS:
        return
    if prep.lower in table("figures")["takes"].get(noun.lemma, ()) and obj is not None and obj.mention is None:
        hang(prep, noun, "prep")


@mends("NOUN", "VERB", deps=("pcomp", "pobj"))
def move_along(deed: Word, _: list[Word]) -> None:
    """What moves along with a clause is a subject: "with the price dropping to $5", "with the rate sitting at 3%"."""
    thing = deed.child("nsubj") or deed.head.child("pobj")
    link = deed.head
    along = link.lower == "with" and (link.previous.text == "," or link.head.pos in VERBS)  # not "users with use rising"
    if not along or thing is None or thing.i >= deed.i or not deed.lower.endswith("ing"):
        return
    moved, stem = lexicon.moves("verbs").keys() | lexicon.words("figures", "level_at", "level_verbs"), deed.lower[:-3]
    verb = next((form for form in (stem, stem[:-1], stem + "e") if form in moved), None)
    if verb is not None:
        hang(thing, deed, "nsubj")
        deed.pos, deed.tag, deed.dep, deed.lemma = "VERB", "VBG", "pcomp", verb


@mends("VERB", deps=("acl", "pcomp"), tags=("VBG",))
def doer_with(deed: Word, _: list[Word]) -> None:
    """Who does what goes along with a clause is its subject: "with the state paying", "a recession with rents falling by 3%"."""
    who, prep = deed.previous, deed.previous.head
    moved = prep.head is deed.head and lexicon.is_move_verb(deed) and deed.dep == "acl"
    if prep.lower == "with" and who.dep == "pobj" and who.mention is None and (prep is deed.head or moved):
        hang(deed, prep, "pcomp")
        hang(who, deed, "nsubj")


@mends("ADP", deps=("conj",))
def level_in_row(prep: Word, _: list[Word]) -> None:
    """A level at another time hangs where the one before does: "shrank to $4 million by 2014 and to $3 million by 2015"."""
    other = prep.head
    if other.pos == "ADP" and prep.lower != other.lower and any(c.lower == prep.lower and c.i < other.i for c in other.head.right):
        hang(prep, other.head, "prep")


@mends("NOUN", "VERB", deps=("pobj",), tags=("VBG", "VBN"))
def absolute_with(deed: Word, _: list[Word]) -> None:
    """What goes on with a share of things is no noun: "With 98% of precincts reporting, Lund led"."""
    things, share = deed.previous, deed.head.head
    absolute = deed.head.lower == "of" and share.mention is not None and share.head.lower == "with"
    if absolute and things.head is deed and things.dep == "compound" and things.tag == "NNS":
        hang(things, deed.head, "pobj")
        hang(deed, things, "acl")
        deed.pos = "VERB"


@mends("ADP")
def ends_of_move(prep: Word, words: list[Word]) -> None:
    """From where to where is told of the noun of move: "backed a rise in the fee from $4 to $7", which backs no rise from $4."""
    if prep.lower != "from":
        return
    verb, rise, level = prep.head, prep.head.child("dobj"), prep.child("pobj")
    if rise is None or not lexicon.is_move_noun(rise) or level is None or level.mention is None:
        return
    to = next((w for w in words[prep.i + 1 : prep.i + 5] if w.lower == "to"), None)
    if to is not None and rise.i < prep.i and verb.pos in VERBS and not lexicon.is_move_verb(verb):
        hang(prep, rise, "prep")
        if to.head is verb:
            hang(to, rise, "prep")


@mends("ADP")
def size_of_move(prep: Word, _: list[Word]) -> None:
    """How far something moves is told of its verb: in "cuts the risk of dying by 20%" nobody dies by a fifth.

    So is where it gets to: "brings the total raised since it was founded in 2019 to $151m".
    """
    verb = prep.head
    size = prep.child("pobj") if prep.lower in ("by", "to") and verb.pos in VERBS else None
    if size is None or size.mention is None or (prep.lower == "by" and size.lower not in _SIZES):
        return
    past = prep.lower == "to" and verb.tag in ("VBD", "VBN") and not lexicon.is_move_verb(verb)
    bringing = next((w for w in verb.climb() if w.lemma in ("bring", "take")), None) if past else None
    brought = bringing.child("dobj") if bringing is not None else None
    inside = verb.tag == "VBN" or verb.dep == "relcl"  # "the total in the outbreak that began in May to 311"
    if bringing is not None and brought is not None and inside and brought.i < verb.i and brought.mention is None:
        hang(prep, bringing, "prep")
    if prep.lower == "to":
        return
    noun = next((above for above in verb.climb() if above.dep in ("dobj", "nsubj", "nsubjpass")), None)
    moves = noun is not None and not lexicon.is_move_verb(verb) and lexicon.is_move_verb(noun.head)
    if noun is not None and moves and noun.i < verb.i:
        hang(prep, noun.head, "prep")
        hang_all((c for c in verb.right if c.dep == "prep" and c.i > prep.i), noun.head)


_SIZES = frozenset({"%", "cent", "half", "percent", "points", "quarter", "third", "thirds"})


def has_share(prep: Word) -> bool:
    """Whether the object of a preposition is a percentage."""
    obj = prep.child("pobj")
    return obj is not None and obj.mention is not None and obj.lower in ("%", "cent", "percent")
