"""Clauses that a model ends too late, or gives to the wrong word."""

from __future__ import annotations

from factex.frames import lexicon
from factex.frames.mending.hanging import hang_all
from factex.frames.mending.prepositions import has_share
from factex.frames.mending.trying import mends
from factex.frames.syntax import (
    AUXILIARIES,
    DASHES,
    FINITE,
    NOUNS,
    SUBJECTS,
    Word,
    begin,
    hang,
    is_passive,
    subject_of,
    verb_above,
)


@mends("AUX", "VERB", deps=AUXILIARIES)
def subject_of_auxiliary(word: Word, _: list[Word]) -> None:
    """An auxiliary has no subject of its own: in "analysts had on average expected" the analysts expected."""
    hang_all((c for c in word.left if c.dep in SUBJECTS), word.head)


@mends("VERB", "ADJ", tags=("JJ", "VBD", "VBN"))
def left_out_were(verb: Word, _: list[Word]) -> None:
    """Others hurt are told of without the auxiliary: "two were killed and nine wounded", also behind "he said"."""
    last = verb.previous
    link = last
    while link.dep != "cc" and link.i > max(last.i - _LEAD, 0):
        link = link.previous
    hurt = last.mention is not None and verb.lower in lexicon.words("counted", "victims")
    first = next((w for w in (link.head, link.head.child("ccomp")) if w is not None and is_passive(w)), None)
    if hurt and link.lower == "and" and first is not None and not any(c.dep in AUXILIARIES for c in verb.left):
        hang(verb, first, "conj")
        hang(last, verb, "nsubjpass")


_LEAD = 5  # words from "and" to the number


@mends("NOUN", "PROPN", deps=SUBJECTS)
def subject_before_colon(noun: Word, words: list[Word]) -> None:
    """A verb behind a colon has its subject there too: in "One fact stands out: wages rose 3%" no fact rose."""
    verb = noun.head
    colon = next((w for w in words[noun.i : verb.i] if w.text == ":"), None)
    if colon is not None and any(c.dep in SUBJECTS and c.i > colon.i for c in verb.left):
        hang(noun, verb, "dep")


@mends("VERB", tags=FINITE)
def compound_of_verb(verb: Word, _: list[Word]) -> None:
    """A noun before a finite verb is no part of it but its subject: "The stock trades on"."""
    noun = verb.previous
    if noun.dep not in ("advmod", "compound") or noun.pos not in NOUNS or noun.head is not verb:
        return
    noun.dep = "nsubj"
    hang_all((c for c in verb.left if c.dep in ("det", "amod", "poss", "nmod", "compound")), noun)


@mends("ADJ", "AUX", "NOUN", "VERB", tags=("VBG", "VBN"))
def participle_beside(verb: Word, _: list[Word]) -> None:
    """A participle after a comma or dash follows the noun before it: in "a study of 300 firms, published in May" the study."""
    mark, noun = verb.previous, verb.previous.previous
    if mark.text not in DASHES | {",", "("} or (mark.text == "-" and mark.end == verb.start) or noun.pos not in ("NOUN", "PROPN"):
        return  # the hyphen of "state-owned" parts nothing
    time = noun.lemma in lexicon.words("figures", "periods")  # "took in $3 million over the period, amounting to $4,000 a week"
    if time or noun.head.head.pos == "ADJ":  # "the lightest of its kind, weighing 2 kg"
        return
    who = subject_of(verb.head) if verb.dep == "advcl" and noun.dep == "pobj" else None
    if who is not None and lexicon.is_figure(who.lemma) and not lexicon.is_figure(noun.lemma):  # "rents are high, averaging $900"
        return
    if verb.dep == "prep" if verb.tag == "VBN" else verb.lemma not in lexicon.words("verbs", "level"):
        return
    while noun.pos == "NOUN" and noun.dep == "pobj" and noun.head.head.pos == "NOUN" and noun.head.head.mention is None:
        above = noun.head.head
        asked = noun.head.lower in ("among", "with") and lexicon.is_event(above.lemma)  # "interviews with 300 firms, held in May"
        if noun.head.lower != "of" and not asked:
            break
        noun = above
    verb.beside = noun


def across_semicolon(words: list[Word]) -> None:
    """A semicolon parts a verb from nouns at its other side, which have none: "cash flow of $5 million; paid down debt".

    Nor does a clause before it belong to one with a subject of its own behind it: "they backed it; four wanted no change".
    """
    for mark in (w.i for w in words if w.text == ";"):
        for word in words[:mark]:
            who = word.head.child("nsubj") if word.dep == "ccomp" and word.head.i > mark and word.head.lemma != "say" else None
            if who is not None and who.i > mark:
                hang(word, word, "ROOT")
        for word in words:
            across = min(word.i, word.head.i) < mark < max(word.i, word.head.i) and word.head.pos == "VERB"
            if across and word.pos in NOUNS and word.mention is None and word.dep in _PARTICIPANTS:
                hang(word, word, "ROOT")


_PARTICIPANTS = SUBJECTS | {"dobj", "npadvmod"}


@mends("VERB", deps=("advcl",))
def infinitive_after_object(verb: Word, _: list[Word]) -> None:
    """An infinitive tells what somebody expects of the object before it: in "forecast prices to fall" the prices are to fall.

    One with "for" is what is called for: "is calling for prices to fall".
    """
    obj, mark = verb.head.child("dobj"), verb.child("mark")
    expected = lexicon.codes("sources").get(verb.head.lemma) == "PR+" and any(c.lower == "to" and c.dep == "aux" for c in verb.left)
    called = mark is not None and mark.lower == "for" and lexicon.is_among("calls", verb.head)
    if called or (expected and obj is not None and obj.i < verb.i):
        verb.dep = "xcomp"
    to, above = next((c for c in verb.left if c.dep == "aux" and c.lower == "to"), verb), verb.head
    asked = to.previous.head.lower == "for" and to.previous.head.head is above and lexicon.is_among("calls", above)
    again = to.previous.dep == "conj" and above.dep == "xcomp" and lexicon.is_among("calls", above.head)
    if to.previous.pos == "NOUN" and (asked or again):
        hang(to.previous, verb, "nsubj")  # "calls for rents to rise 3% and prices to fall 2%"
        verb.dep = "xcomp" if asked else "conj"


@mends("VERB", deps=("advcl",), tags=("VBG",))
def what_data_show(verb: Word, _: list[Word]) -> None:
    """Data do nothing themselves: in "the poll shows that Lund leads, taking 42% of the vote" Lund takes them."""
    shown, source = verb.head.child("ccomp"), verb.head.child("nsubj")
    written = source is not None and source.lemma in lexicon.roles("written") and verb.head.lemma in lexicon.codes("sources")
    if written and shown is not None and verb.head.i < shown.i < verb.i and verb.child(*SUBJECTS) is None:
        hang(verb, shown, "advcl")


@mends("VERB", deps=("ccomp",), tags=("VBG", "VBN"))
def participle_behind(verb: Word, _: list[Word]) -> None:
    """A participle without a subject belongs to the word before it: "was found collapsed", "told of the wave declared"."""
    word = verb.previous
    if verb.child(*SUBJECTS, *AUXILIARIES, "mark") is not None:
        return
    if word.dep == "ccomp" and word.head is verb.head:
        hang(verb, word, "xcomp")
    elif word.pos == "NOUN" and word.dep == "pobj" and verb.tag == "VBN":
        hang_all((c for c in verb.right if c.dep == "advcl"), verb.head)
        hang(verb, word, "acl")


@mends("VERB", deps=("acl",))
def aside_ends(verb: Word, words: list[Word]) -> None:
    """What stands behind an aside is told by the clause: "They won the race, run over a hilly course, 16 times"."""
    main = verb_above(verb.head)
    if verb.previous.text == "," and main is not None and main.i < verb.i:
        hang_all((c for c in verb.right if c.dep == "npadvmod" and words[begin(c) - 1].text == ","), main)


@mends("VERB", deps=("advcl", "xcomp"), tags=("VB",))
def clause_of_talks(verb: Word, _: list[Word]) -> None:
    """An infinitive is what talks before it are of: "is in talks with Orion to buy it"."""
    talks = next((c.child("pobj") for c in verb.head.right if c.lower == "in" and c.i < verb.i), None)
    if talks is not None and lexicon.is_among("meetings", talks):
        hang(verb, talks, "acl")


@mends("ADP", "ADV", "VERB", deps=("advcl", "advmod", "prep"))
def share_beside(word: Word, _: list[Word]) -> None:
    """What one part of those asked think is beside what others do: "20% want him to go, with 52% saying he should stay"."""
    clause, part = word.head, word.head.head.child("nsubj")
    if clause.dep != "ccomp" or part is None or not _is_share(part):
        return
    said = word.child("pcomp") if word.lower == "with" else word
    who = said.child("nsubj") if said is not None else None
    level = word.lower in ("compared", "down", "up") and any(has_share(c) for c in word.right)  # ", up from 20% in 2019"
    if (level or (who is not None and _is_share(who))) and clause.head.lemma in lexicon.codes("sources"):
        hang(word, clause.head, word.dep)


def _is_share(noun: Word) -> bool:
    """Whether those who think something are a part of all: 20%, one in five, most voters, fewer."""
    words = (noun, *noun.left)
    return any(w.mention is not None or w.lower in _SHARES for w in words) or noun.lemma in lexicon.words("figures", "holders")


_SHARES = frozenset({"few", "fewer", "many", "more", "most"})


@mends("VERB", deps=("csubj",), tags=("VBG",))
def participle_as_subject(verb: Word, _: list[Word]) -> None:
    """A deed takes a singular: in "melting glaciers account for 21%" the glaciers do, not their melting."""
    noun, main = verb.next, verb.head
    form = next((c for c in main.left if c.dep in AUXILIARIES), main)
    if noun.dep == "dobj" and noun.head is verb and noun.tag == "NNS" and form.tag == "VBP" and verb.child("cc") is None:
        hang(noun, main, "nsubj")
        hang(verb, noun, "amod")
        verb.pos = "ADJ"


@mends("NOUN", "VERB", deps=("csubj",))
def clause_as_subject(verb: Word, _: list[Word]) -> None:
    """A relative clause or a participle is no subject, its noun is: in "the number who had flu rose" the number rose.

    In "income for the quarter ended May 3 rose" the income did.
    """
    noun = verb.child("nsubj")
    relative = noun is not None and any(c.tag in ("WP", "WDT") and c.i > noun.i for c in verb.left)
    ended = verb.tag in ("VBD", "VBN") and verb.child("mark") is None and verb.previous.pos in NOUNS
    if noun is not None and (relative or ended):
        hang(noun, verb.head, "nsubj")
        hang(verb, noun if relative else verb.previous, "relcl" if relative else "acl")


@mends("VERB", "AUX", deps=("relcl",))
def main_verb_behind_aside(verb: Word, _: list[Word]) -> None:
    """A clause between commas has its own verb: in "the plan, which the council backed in May, will cost $5" the plan costs."""
    noun, who = verb.head, verb.child("nsubj")
    which = next((c for c in verb.left if c.tag == "WDT"), None)
    own = next((c for c in who.right if c.dep == "acl" and c.tag in ("VBD", "VBN")), None) if who is not None else None
    if who is None or which is None or own is None or not noun.i < which.i < own.i or noun.next.text != ",":
        return
    form = next((c for c in verb.left if c.dep in AUXILIARIES and c.i > own.i), verb)
    if form.previous.text == "," and verb_above(noun) is None:
        hang(who, own, "nsubj")
        hang(which, own, "dobj")
        hang(own, noun, "relcl")
        own.tag = "VBD"
        hang(verb, verb, "ROOT")
        hang(noun, verb, "nsubjpass" if is_passive(verb) else "nsubj")
