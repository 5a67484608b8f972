"""Rows: verbs and nouns that "and" joins, of which a model takes one for a part of the other."""

from __future__ import annotations

from factex.frames import lexicon
from factex.frames.mending.hanging import hang_all, hang_where
from factex.frames.mending.trying import mends
from factex.frames.syntax import AUXILIARIES, FINITE, SUBJECTS, TENSED, VERBS, Word, begin, hang, is_passive


@mends(deps=("conj",), number=True)
def passive_in_row(word: Word, _: list[Word]) -> None:
    """A passive may leave its auxiliary to the one before: "two men were killed and three wounded by fire", "two are dead and"."""
    verb, deed = word.head, next((c for c in word.right if c.dep == "acl" and c.tag == "VBN"), None)
    if deed is not None and verb.pos in VERBS and (is_passive(verb) or verb.child("acomp") is not None):
        hang(deed, verb, "conj")
        hang(word, deed, "nsubjpass")


@mends("VERB", deps=("conj",), tags=("VB",))
def infinitive_in_row(verb: Word, _: list[Word]) -> None:
    """A bare infinitive is coordinated with another one: in "is expected to grow in May and then slow down" both are expected."""
    above = verb.head
    other = next((c for c in above.right if c.dep == "xcomp" and c.tag == "VB" and c.i < verb.i), None)
    if other is not None and above.tag != "VB" and above.child("aux") is None and verb.child(*SUBJECTS, *AUXILIARIES) is None:
        hang(verb, other, "conj")


@mends("VERB", deps=("conj", "dep"), tags=("VBD",))
def past_in_row(verb: Word, _: list[Word]) -> None:
    """Verbs in a row share their tense: in "records show the jet turned, then circled for two hours" the jet circled."""
    told = verb.head.child("ccomp")
    if told is not None and verb.head.tag in ("VBP", "VBZ") and told.tag == "VBD" and verb.child(*SUBJECTS) is None:
        hang(verb, told, "conj")


@mends("VERB", deps=("conj",), tags=TENSED)
def subject_after_as(verb: Word, words: list[Word]) -> None:
    """A clause after "as" has its subject there: in "it fell as profit for the six months to June fell 3%" profit did.

    What gives the slip away is a coordinated verb that has no subject and no "and" of its own, or a noun right after "because".
    """
    above = verb.head
    if above.pos not in VERBS or verb.child(*SUBJECTS) is not None:
        return
    between = words[above.i + 1 : verb.i]
    link = next((w for w in between if w.dep == "prep" and w.lower in ("after", "as", "because", "before")), None)
    noun = link.child("pobj") if link is not None else None
    parted = any(w.dep in ("cc", "punct") for w in between)
    if link is not None and noun is not None and noun.mention is None and (link.lower == "because" or not parted):
        hang(noun, verb, "nsubj")
        hang(link, verb, "mark")
        verb.dep = "advcl"


@mends("AUX", "VERB", tags=FINITE)
def subject_after_comma(form: Word, words: list[Word]) -> None:
    """Only "and" joins nouns: in "In Oslo, the largest district, enrollment fell" and "In Oslo, enrollment fell" enrollment did.

    What gives the slip away is a noun right before a verb that a comma alone sets beside one of an opening phrase, or of what is
    said: "it hit the north of Peru, the World Food Programme said".
    """
    verb, noun = form.head if form.dep in AUXILIARIES else form, form.previous
    first, told = noun.head, verb.child("ccomp")
    if noun.dep not in ("appos", "conj") or noun.pos not in ("NOUN", "PROPN") or words[begin(noun) - 1].text != ",":
        return
    place, row = words[begin(first) - 1], any(c.dep in ("cc", "conj") and c is not noun for c in first.right)
    opens = words[0].dep == "prep" and noun.pos == "NOUN" and not row
    said = told is not None and told in noun.climb() and verb.lemma in lexicon.codes("sources") and not row
    if opens and first.dep in SUBJECTS and first.head is verb and place.text == "," and place.previous.pos in ("NOUN", "PROPN"):
        hang(first, place.previous, "appos")
        hang(noun, verb, "nsubj")
    elif verb.child(*SUBJECTS) is None and (said or (opens and any(w.head is verb and w.dep == "prep" for w in first.climb()))):
        hang(noun, verb, "nsubj")


@mends("AUX", "VERB", deps=("conj",), tags=("VBD", "VBP"))
def list_before_verb(verb: Word, _: list[Word]) -> None:
    """A clause is not joined with a name: in "The Orion 40 and the Lyra were down 1% and 2%" both were."""
    first, last = verb.head, verb.child("nsubj")
    joint = next((c for c in first.right if c.dep == "cc" and c.i < verb.i), None)
    names = last is not None and first.pos == last.pos == "PROPN" and first.dep == "ROOT"
    if names and last is not None and joint is not None and begin(last) == joint.i + 1:
        hang_where(verb, first)
        hang(first, verb, "nsubj")
        hang(last, first, "conj")
        for word in first.left:
            word.dep = "compound" if word.dep in SUBJECTS else word.dep


@mends("VERB", deps=("conj",), tags=FINITE)
def size_before_row(verb: Word, _: list[Word]) -> None:
    """The size of a move is no subject of the next one: in "volume rose 3 percent and traffic fell 2 percent" traffic fell."""
    size, noun = verb.child("nsubj"), verb.previous
    if size is not None and size.mention is not None and noun.dep == "conj" and noun.head is verb and verb.head.i < size.i:
        hang(size, verb.head, "npadvmod")
        hang(noun, verb, "nsubj")


@mends("AUX", "VERB", deps=("advcl", "conj"))
def subject_in_row(verb: Word, _: list[Word]) -> None:
    """An "and" joins two nouns or two verbs, not both: in "Lund ran for Oslo and Ann Berg caught it" Ann Berg did.

    What gives the slip away is a coordinated verb that has no subject and no "and" of its own.
    """
    above, form = verb.head, next((c for c in verb.left if c.dep in AUXILIARIES), verb)
    if form.tag not in FINITE or above.pos not in VERBS or verb.child(*SUBJECTS, "cc") is not None:
        return
    noun = form.previous
    while noun.dep in ("pobj", "prep") and noun.head.i < noun.i and noun.head is not above:
        noun = noun.head  # "and a measure of rents for flats fell"
    level = noun.dep == "conj" and noun.head.mention is not None  # "fell 3% to 15,521 and Hong Kong lost 2%"
    if verb.dep == "advcl" and not (level and verb.child("mark") is None):
        return
    beside = noun.dep == "conj" and noun.head is above  # "fell to 215 and sales rose"
    first = noun.head.i if noun.dep == "conj" else above.i
    if not beside and any(c.dep in ("cc", "punct") and first < c.i < verb.i for c in above.right):
        return
    part = next((c for c in noun.left if c.dep in ("compound", "nmod") and c.child("cc") is not None), None)
    if part is not None and noun.dep == "pobj" and begin(noun) < part.i and noun.pos == "NOUN":
        hang(part, noun.head, "pobj")  # "23% of the combined firm and Orion holders will own"
        hang_all((c for c in noun.left if c.i < part.i), part)
        hang(noun, part, "conj")
    joint = next((c for c in noun.head.right if c.dep == "cc" and c.i < noun.i), None)
    if (
        noun.dep == "conj"
        and (noun.pos in ("NOUN", "PROPN") or noun.mention is not None)
        and joint is not None
        and begin(noun) == joint.i + 1
    ):
        hang(noun, verb, "nsubj")
        hang(joint, above, "cc")
        verb.dep = "conj"
