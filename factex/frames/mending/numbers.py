"""Numbers that a model hangs on the wrong word, or leaves out of the clause."""

from __future__ import annotations

from factex.data import table
from factex.frames import lexicon
from factex.frames.mending.hanging import hang_all, hang_where
from factex.frames.mending.trying import mends
from factex.frames.syntax import ACTORS, FINITE, IN_ORDER, SUBJECTS, VERBS, Word, hang, verb_above


@mends("VERB")
def number_up_to(verb: Word, _: list[Word]) -> None:
    """What takes an object has a number led by "up to" as its object, and no particle: "may buy up to 15% of the shares"."""
    particle = verb.child("prt")
    if particle is None or particle.lower != "up" or particle.next.lower != "to" or verb.child("dobj") is not None:
        return
    to, number = particle.next, particle.next.child("pobj")
    if number is not None and verb.lemma in lexicon.words("verbs", "object_only", "trading"):
        hang(number, verb, "dobj")
        hang(to, number, "quantmod")
        hang(particle, number, "quantmod")


@mends("VERB", deps=("amod",), tags=("VBD", "VBN"))
def verb_before_number(verb: Word, _: list[Word]) -> None:
    """What has a subject modifies no number: "The index closed 71 points, or 1%, lower at 6,701"."""
    number, subject = verb.head, verb.child("nsubj")
    if subject is not None and subject.mention is not None and subject.previous.text == "-" and number.mention is None:
        hang(subject, number, "compound")  # "a 760-hp supercharged engine"
    elif number.mention is not None and number.dep == "ROOT" and subject is not None:
        hang_where(verb, number)
        hang(number, verb, "npadvmod")


@mends("NUM", number=True)
def number_of_noun(number: Word, _: list[Word]) -> None:
    """A number belongs to the noun it counts, wherever both hang: "a total of 1.7million people" has two objects of "of"."""
    noun = number.next
    both = noun.mention is None and number.dep == noun.dep == "pobj"  # "guilty over a £1.3m fraud"
    both = both and number.head.lower != "of" and noun.lemma not in lexicon.words("rates", "units")
    if (noun.mention == number.mention or both) and noun.pos == "NOUN" and noun.head is number.head:
        hang(number, noun, "nummod")


@mends("ADJ", deps=("amod",))
def size_before_noun(word: Word, _: list[Word]) -> None:
    """What tells which size of a thing is told is no part of it: "a 10-meter long boat" is no long boat."""
    number = word.previous.previous if word.previous.text == ")" else word.previous
    length = number.mention is not None and number.lemma in lexicon.words("moves", "ways")
    if length and word.lower in table("counted")["dimensions"]:
        hang(word, number, "advmod")


@mends("NUM", deps=("nummod", "quantmod"), number=True)
def number_before_link(number: Word, _: list[Word]) -> None:
    """A number is no part of the next: in "fell to 12 per 100,000 people" they fell to 12, in "rose to 30 after 11 fires" to 30."""
    link, base = number.next, number.head
    noun = base.head if number.dep == "quantmod" and base.dep == "nummod" else base
    unit = link.lower == "per" and link.next.pos not in ("NUM", "SYM")  # "3 per cent", "a $2 per share dividend"
    if unit or link.lower not in ("after", "per") or link.head not in (number, base) or base.i < link.i:
        return
    hang_where(number, noun)
    verb = verb_above(number) if link.lower == "after" else None
    hang(link, verb or number, "prep")
    hang(noun, link, "pobj")
    link.pos = "ADP"


@mends("ADJ", "NOUN", "NUM", number=True)
def share_before_time(share: Word, words: list[Word]) -> None:
    """A number is not a part of when: in "fell by a third last year" no year is a third, nor are months in "at 300 last month"."""
    time = share.head
    prep, after = time.head, time.mention
    if prep.lower not in ("at", "by", "to") or time.dep != "pobj" or after is None or after == share.mention:
        return
    number = share.pos == "NUM" and time.lemma in lexicon.words("figures", "periods")
    if not number and share.lower.removesuffix("s") not in table("numbers")["fractions"]:
        return
    hang(share, prep, "pobj")
    hang_all((w for w in words[prep.i + 1 : time.i] if w.head is time and w.mention != after), share)
    hang(time, prep.head, "npadvmod")


@mends("VERB", number=True)
def scale_as_verb(word: Word, _: list[Word]) -> None:
    """No word of a number is a verb: "Rs 4 lakh each", "was £5m and", of which a model thinks that somebody lakhs."""
    first = word.previous
    while first.previous.mention == word.mention:
        first = first.previous
    if word.lower in ("bn", "crore", "crores", "lakh", "lakhs", "m") and first.mention == word.mention:
        hang_all((c for c in word.children if c.mention != word.mention), word.head)
        word.pos, word.tag = "NOUN", "NN"
        hang(word, first, "nummod")


@mends(number=True)
def number_with_noun(number: Word, words: list[Word]) -> None:
    """A number is joined by "and" with a noun or with another number, not with a part of either.

    In "a range of 4 km and battery life of 30 minutes" the life has no kilometers; in "a 5 km and 10 km run" the run has both.
    """
    joined = number.head
    earlier = _number_of(joined.head.head if joined.dep == "pobj" else joined) if number.dep == "conj" else None
    if earlier is not None and joined.mention is None:
        hang(number, earlier, "conj")  # "spends $5 million on buses and $3 million on roads"
        own = next((w for w in words[number.i + 1 :] if w.mention != number.mention), number)
        if own.dep == "prep" and own.head in (earlier.head, joined):
            hang(own, number, "prep")  # "charges $35 for a small bag and $45 for a large one"
    joint = number.next
    if joint.dep != "cc" or joint.head is not number:
        return
    noun, other = number.head, number.child("conj")
    told = other is not None and any(w.mention is not None for w in other.within())
    counted = other is not None and any(c.mention is not None for c in other.left) and all(c.dep != "det" for c in other.left)
    if other is not None and not told and other.i < noun.i and noun.head.lower == "of":
        hang(other, noun, "compound")  # "a growth of 4% and goods prices rose", "a power of 90 hp and peak torque of 200 Nm"
        other = None
    if other is None and noun.i > joint.i and noun.pos == "NOUN" and noun.mention is None:
        above = noun.head.head if noun.dep == "pobj" else noun.head
        hang(number, noun.head, noun.dep)
        hang_all((c for c in noun.left if c.mention == number.mention), number)
        hang(joint, above, "cc")
        hang(noun, above, "conj")
    elif other is not None and other.mention is None and counted:
        hang(other, noun, number.dep)
        hang(number, other, "nmod")


@mends(deps=("pobj",), number=True)
def number_in_report(number: Word, _: list[Word]) -> None:
    """Who says "about" how many does not say something about them: in "said about Rs 3 crore has been paid" it was paid."""
    about, verb = number.head, number.head.head
    said = about.lower in ("about", "around") and about.previous is verb and verb.lemma in lexicon.codes("sources")
    clause = verb.child("ccomp") if said else None
    if clause is not None and number.i < clause.i and clause.child(*SUBJECTS) is None:
        hang(number, clause, "nsubjpass" if clause.child("auxpass") is not None else "nsubj")
        hang(about, number, "advmod")


@mends(deps=("appos",), number=True)
def number_behind_colon(word: Word, words: list[Word]) -> None:
    """A share behind the colon of a whole sentence tells of nothing in it: "The reverse is true of men: 47% for Lund"."""
    before = words[word.head.i : word.i] if word.head.dep in SUBJECTS else []
    if _is_figure(word) and any(w.text == ":" for w in before) and any(w.tag in FINITE for w in before):
        hang(word, word, "ROOT")


def _number_of(word: Word) -> Word | None:
    """The number that is the object of a verb or belongs to a noun: "set a fine of $5 for adults and $3 for children"."""
    if word.mention is not None:
        return word
    dep = "dobj" if word.pos in VERBS else "pobj" if word.lower == "of" else "npadvmod" if word.lower in ("up", "down") else "prep"
    below = [c for c in word.right if c.dep == dep]
    found = next((c for c in below if c.mention is not None), None)
    deeper = below if word.pos in VERBS else [c for c in below if c.lower == "of"]
    return found or next(iter(map(_number_of, deeper)), None)


@mends("NOUN", "PROPN")
def number_before_clause(noun: Word, _: list[Word]) -> None:
    """A number does not belong to who expects or gives it: in "above the $3 billion analysts had expected" they expected it.

    So it is with names, which are not counted: "the $3 billion Congress approved", "the 25% tariff Seoul imposed".
    """
    the = next((c for c in noun.left if c.dep == "det" and c.lower == "the"), None) if noun.left else None
    if the is None or not _is_actor(noun):
        return
    thing = next((c for c in noun.left if c.tag in ("NN", "NNS") and c.dep == "compound" and _held(c) is not None), None)
    told, verb = thing or _held(noun), _acting(noun)
    if told is None or verb is None or the.i > told.i:
        return
    link, main = the.previous, noun.head
    if noun.dep in SUBJECTS and main is not verb:
        role, above = noun.dep, main  # "the $3 billion Lund earned was too much"
    elif link.pos in ("ADP", "SCONJ", "VERB"):
        role, above = "dobj" if link.pos == "VERB" else "pobj", link
    else:
        return
    if link.head is verb and verb.head is not verb:
        hang(link, verb.head, "prep")
    hang(told, above, role)
    hang_all((c for c in noun.left if c.i < told.i), told)
    hang(verb, told, "relcl")
    hang(noun, verb, "nsubj")


def _is_figure(number: Word) -> bool:
    """Whether a number is a sum or a percentage, no age or length: "$3 billion", "25%"."""
    return any(w.tag == "$" or w.lower in ("%", "percent", "points") for w in number.within())


def _held(thing: Word) -> Word | None:
    """The sum or percentage before a thing, the 25% tariff, or a number of too many to be economists: the 145,000."""
    watches = thing.lemma in lexicon.roles("observer")
    many = (c for c in thing.left if c.mention is not None and watches and c.text[0].isdigit() and len(c.text) > _FEW)
    return next((c for c in thing.left if c.mention is not None and _is_figure(c)), None) or next(many, None)


_FEW = 3
"""So many digits has the number of those who are asked at most: "the 100 economists"."""


def _is_actor(noun: Word) -> bool:
    """Whether a noun is of who watches, or a name of who acts or that no model knows: economists, Congress, Orion, no bridge."""
    if noun.pos == "NOUN":
        return noun.lemma in lexicon.roles("observer")
    return (noun.ent in ACTORS or not noun.ent) and noun.lower not in lexicon.roles("local")


def _acting(noun: Word) -> Word | None:
    """The verb right after a noun, past auxiliaries and adverbs, that has no clause, nor an object but a person's pronoun."""
    polled = next((c for c in noun.right if c.dep == "acl" and c.lemma in ("poll", "survey")), None)
    ends = noun.entity or [noun] if polled is None else sorted(polled.within(), key=IN_ORDER)
    last = ends[-1].next
    while last.pos in ("AUX", "ADV"):
        last = last.next
    bare = last.tag == "VBG" and last.previous.pos != "AUX"
    obj = last.child("dobj", "ccomp", "xcomp")
    return last if last.pos == "VERB" and not bare and (obj is None or obj.pos == "PRON") else None
