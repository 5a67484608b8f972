"""Clauses that a model ends too late, or gives to the wrong word."""

from __future__ import annotations

from factex.data import table
from factex.frames import lexicon
from factex.frames.syntax import AUXILIARIES, FINITE, SUBJECTS, VERBS, Word, begin, hang, is_passive, is_that_clause


def subject_of_auxiliary(word: Word, _: list[Word]) -> None:
    """An auxiliary has no subject of its own: in "analysts had on average expected" the analysts expected."""
    if word.dep not in AUXILIARIES:
        return
    for child in list(word.left):
        if child.dep in SUBJECTS:
            hang(child, word.head, child.dep)


def compound_of_verb(verb: Word, _: list[Word]) -> None:
    """A noun before a finite verb is no part of it but its subject: "The stock trades on"."""
    if verb.tag not in FINITE or any(c.dep in SUBJECTS for c in verb.left):
        return
    noun = verb.previous
    if noun.dep != "compound" or noun.head is not verb:
        return
    noun.dep = "nsubj"
    for child in [c for c in verb.left if c.dep in ("det", "amod", "poss", "nmod", "compound")]:
        hang(child, noun, child.dep)


def move_after_source(word: Word, _: list[Word]) -> None:
    """How something moved is of the statement, not of its source: "cost $7, according to a survey, up from $5"."""
    if word.lower in ("down", "up") and word.head.lower == "according" and word.i > word.head.i:
        hang(word, word.head.head, "advmod")


def complement_of_noun(prep: Word, _: list[Word]) -> None:
    """A phrase belongs to the noun that takes its preposition: in "traded at a discount to its peers" not to the verb."""
    noun = prep.previous
    if prep.lower == "for" and prep.next.lower in ("example", "instance"):
        prep.dep = "advmod"
    if prep.lower == "of" and prep.head.mention is not None and noun.pos == "NOUN" and noun.mention is None:
        hang(prep, noun, "prep")  # "a life of 30 hours and weight of 2 kg"
    along = noun.dep == "pobj" and noun.head.lower == "with" and prep.lower in ("at", "on") and noun.head.previous.text == ","
    parallel = noun.dep == "conj" and noun.head.next.lower == prep.lower and noun.head.next.head is noun.head
    if (along or parallel) and prep.head.pos in VERBS and _has_share(prep):
        hang(prep, noun, "prep")  # "with the Greens on 14% and the Liberals on 22%"
    if noun.lemma not in table("figures")["takes"] or noun.pos != "NOUN" or noun.mention is not None:
        return
    obj = prep.child("pobj")
    if prep.lower in table("figures")["takes"][noun.lemma] and prep.head.pos in VERBS and obj is not None and obj.mention is None:
        hang(prep, noun, "prep")


def between_two(prep: Word, _: list[Word]) -> None:
    """What is between one thing has the other one too: in "the rate between the dollar and the yen" the yen is no second rate."""
    obj, noun = prep.child("pobj"), prep.head
    other = next((c for c in noun.right if c.dep == "conj" and c.i > prep.i), None)
    joint = next((c for c in noun.right if c.dep == "cc" and c.i > prep.i), None)
    if prep.lower != "between" or obj is None or other is None or joint is None or obj.child("conj") is not None:
        return
    if obj.tag in ("NN", "NNP") and noun.pos == "NOUN":
        hang(joint, obj, "cc")
        hang(other, obj, "conj")


def _has_share(prep: Word) -> bool:
    """Whether the object of a preposition is a percentage."""
    obj = prep.child("pobj")
    return obj is not None and obj.mention is not None and obj.lower in ("%", "cent", "percent")


def clause_of_report(verb: Word, _: list[Word]) -> None:
    """A clause with "that" is what is said, whatever noun stands before it: "warned in a note that", "informed banks that"."""
    noun = verb.head
    hearer = noun.dep == "dobj" and noun.head.lemma in lexicon.words("verbs", "telling")
    report = noun.head if hearer else noun.head.head
    that = verb.dep in ("acl", "relcl") and is_that_clause(verb)
    reported = noun.lemma in lexicon.codes("sayings") and noun.head.lower != "in"  # "commented on reports that"
    said = (hearer or noun.dep == "pobj") and report.pos == "VERB" and lexicon.codes("sources").get(report.lemma) == "CT+"
    if that and said and not reported and report.child("ccomp") is None:
        hang(verb, report, "ccomp")


def number_before_verb(verb: Word, words: list[Word]) -> None:
    """A number right before a finite verb that has no subject is its subject: "warned $9 billion was at risk"."""
    first = next(iter(verb.left), verb)
    if verb.dep != "ccomp" or first.tag not in FINITE or first.i == 0 or any(c.dep in SUBJECTS for c in verb.children):
        return
    number = words[first.i - 1]
    while number.head.mention == number.mention and number.head is not number:
        number = number.head
    if number.mention is not None and number.head is verb.head and number.dep in ("dobj", "npadvmod"):
        hang(number, verb, "nsubjpass" if is_passive(verb) else "nsubj")


def clause_as_subject(verb: Word, _: list[Word]) -> None:
    """A relative clause is no subject, its noun is: in "the number who had flu rose" the number rose."""
    if verb.dep != "csubj":
        return
    noun = verb.child("nsubj")
    if noun is not None and any(c.tag in ("WP", "WDT") and c.i > noun.i for c in verb.left):
        hang(noun, verb.head, "nsubj")
        hang(verb, noun, "relcl")


def subject_in_row(verb: Word, _: list[Word]) -> None:
    """An "and" joins two nouns or two verbs, not both: in "Lund ran for Oslo and Ann Berg caught it" Ann Berg did.

    What gives the slip away is a coordinated verb that has no subject and no "and" of its own.
    """
    above, form = verb.head, next((c for c in verb.left if c.dep in AUXILIARIES), verb)
    if verb.dep != "conj" or form.tag not in FINITE or above.pos not in VERBS or verb.child(*SUBJECTS, "cc") is not None:
        return
    if any(c.dep in ("cc", "punct") and above.i < c.i < verb.i for c in above.right):
        return
    noun = form.previous
    joint = next((c for c in noun.head.right if c.dep == "cc" and c.i < noun.i), None)
    if noun.dep == "conj" and noun.pos in ("NOUN", "PROPN") and joint is not None and begin(noun) == joint.i + 1:
        hang(noun, verb, "nsubj")
        hang(joint, above, "cc")
