"""Reports: who says so, what is said, and where both stand."""

from __future__ import annotations

from factex.frames import lexicon
from factex.frames.mending.hanging import hang_all, hang_where
from factex.frames.mending.trying import mends
from factex.frames.syntax import AUXILIARIES, FINITE, NOUNS, SUBJECTS, VERBS, Word, begin, hang, is_passive, is_that_clause


@mends("VERB", deps=("ROOT", "ccomp"), tags=FINITE, source=True)
def clause_before_source(verb: Word, words: list[Word]) -> None:
    """Who says something at the end of a sentence says what stands before: "the bus fell at noon, Lund said" is one statement.

    So it is behind "the mayor said it fell", which is what the paper said.
    """
    said, told = verb.head, verb.child("ccomp")
    if verb.dep == "ccomp" and told is not None and said.i < told.i < verb.i and said.lemma in lexicon.codes("sources"):
        hang(told, said, "ccomp")
        hang_where(verb, said)
        hang(said, verb, "ccomp")
    first, who = next((w for w in words if w.dep == "ROOT" and w.pos in VERBS), verb), verb.child("nsubj")
    ends = all(w.text not in (";", ":") and (w.i < verb.i or w.pos == "PUNCT") for w in words[first.i + 1 :] if w is not verb)
    if who is not None and first.i < verb.i and ends and words[begin(who) - 1].text == ",":
        hang(first, verb, "ccomp")


@mends("VERB", tags=FINITE, source=True)
def one_source(verb: Word, _: list[Word]) -> None:
    """Who says so behind a verb of saying is its one subject: no three say so in "nine are hurt, three badly, said Lund"."""
    told = verb.child("ccomp")
    if told is not None and told.i < verb.i and any(c.dep == "nsubj" for c in verb.right):
        for other in [c for c in verb.left if c.dep in SUBJECTS and c.i > told.i]:
            hang(other, told, "appos")


@mends("VERB", source=True)
def told_before_source(verb: Word, _: list[Word]) -> None:
    """What stands between a report and who makes it is of what is reported: "it struck on Monday, at noon, police said".

    So is a deed told behind it: "strikes hit the capital, police said, killing seven"; but "police said, speaking on the radio".
    """
    who, said = verb.child("nsubj"), verb.child("ccomp")
    if who is None or said is None:
        return
    hang_all((c for c in verb.left if c.dep in ("npadvmod", "prep") and said.i < c.i < who.i), said)
    for child in verb.right:
        way = child.lower in lexicon.moves("particles").keys() | {"including"}  # ", up from 12"
        deed = child.previous.text == "," and (way or (child.dep == "advcl" and child.tag == "VBG"))
        if deed and said.i < who.i and child.lemma not in lexicon.codes("sources").keys() | lexicon.words("verbs", "speaking"):
            hang(child, said, child.dep)


@mends("VERB", deps=("acl",), tags=("VBN",))
def clause_of_saying(verb: Word, _: list[Word]) -> None:
    """Nobody says a thing: in "said two buses left with 120 people" the buses left."""
    noun, said = verb.head, verb.head.head
    if noun.dep == "dobj" and said.lemma == "say" and said.i < noun.i < verb.i:
        hang(verb, said, "ccomp")
        hang(noun, verb, "nsubj")
        verb.tag = "VBD"


@mends("VERB", deps=("acl", "advcl", "relcl"))
def clause_of_report(verb: Word, _: list[Word]) -> None:
    """A clause with "that" is what is said, whatever stands before it: "warned in a note that", "informed banks that".

    So it is behind "said after markets closed that".
    """
    noun = verb.head  # or the verb of a clause
    hearer = noun.dep == "advcl" or (noun.dep == "dobj" and noun.head.lemma in lexicon.words("verbs", "telling"))
    report = noun.head if hearer else noun.head.head
    reported = noun.lemma in lexicon.codes("sayings") and noun.head.lower != "in"  # "commented on reports that"
    said = (hearer or noun.dep == "pobj") and report.pos == "VERB" and lexicon.codes("sources").get(report.lemma) == "CT+"
    if is_that_clause(verb) and said and not reported and report.child("ccomp") is None:
        hang(verb, report, "ccomp")


@mends("VERB", deps=("relcl",))
def persons_who(verb: Word, _: list[Word]) -> None:
    """Persons are who does a thing, not the firm beside them: "economists polled by Acme, who forecast a rise"."""
    firm, who = verb.head, verb.child("nsubj")
    asked, persons = firm.head.head, firm.head.head.head
    if who is None or who.lower != "who" or firm.ent != "ORG" or (firm.dep, firm.head.lower) != ("pobj", "by"):
        return
    if asked.dep == "acl" and persons.tag == "NNS":
        hang(verb, persons, "relcl")


@mends("VERB", source=True)
def report_before_clause(verb: Word, _: list[Word]) -> None:
    """What a report stands before is its clause: "Acme projects sales will reach", "analysts had forecast exports would rise"."""
    told, nouns = verb.child("ccomp"), [c for c in verb.right if c.dep == "dobj"]
    noun, two = nouns[-1] if nouns else None, len(nouns) > 1  # "told reporters the race took 16 seconds"
    bare = told is not None and told.child(*SUBJECTS) is None and (two or any(_tells_of(c, verb) for c in told.left))
    if told is not None and noun is not None and told.pos == "AUX" and told.child(*SUBJECTS) is None:
        bare |= any(w is told.previous for w in noun.within())  # "the poll says support for Lund is at 8%"
    if bare and told is not None and noun is not None and verb.i < noun.i < told.i:
        hang(noun, told, "nsubj")  # "said revenue in the period, its first quarter, will be"
    held = verb.dep in ("amod", "compound") and any(c.dep in AUXILIARIES for c in verb.left)
    thing = verb.head if held else verb.child("dobj") if verb.dep == "csubj" else None
    clause = thing.head if held and thing is not None else verb.head
    if thing is not None and verb.child("nsubj") is not None and verb.i < thing.i < clause.i and clause.pos in VERBS:
        hang_where(verb, clause)
        hang(clause, verb, "ccomp")
        hang(thing, clause, "nsubj")


def _tells_of(helper: Word, verb: Word) -> bool:
    """Whether an auxiliary needs a subject, as "will" does; "were" behind "said two boys", for nobody says a boy."""
    return helper.tag == "MD" or (verb.lemma == "say" and helper.dep in AUXILIARIES and helper.tag in FINITE)


@mends("VERB", tags=FINITE, source=True)
def report_between(verb: Word, words: list[Word]) -> None:
    """Who says so may stand between a subject and its verb: in "the tower, said the Times, has 12 floors" the tower has."""
    comma = next((w for w in words[verb.i + 1 :] if w.text == ","), verb)
    thing = next((c for c in verb.left if c.pos in ("NOUN", "PROPN")), None)
    clause = next((w for w in (verb.head, *verb.right) if w.pos in VERBS and w.i > comma.i), None)
    who = next((w for w in words[verb.i + 1 : comma.i] if w.head in (verb, clause) and w.pos in NOUNS), None)
    if thing is None or who is None or clause is None or comma.next.tag not in FINITE:
        return
    if [w.i for w in words[begin(thing) : verb.i] if w.text == ","] == [verb.i - 1]:  # not "the chief, Ann Lund, said the bank,"
        hang_where(clause, clause if clause is verb.head else verb)
        hang(verb, clause, "parataxis")
        hang(who, verb, "nsubj")
        hang(thing, clause, "nsubjpass" if is_passive(clause) else "nsubj")


@mends("VERB", source=True)
def source_inside(verb: Word, _: list[Word]) -> None:
    """A verb behind a report has the noun before the source as its subject: "a move critics say will cost", no critics of moves."""
    who, told = verb.child("nsubj"), next((c for c in verb.right if c.dep in ("ccomp", "xcomp")), None)
    thing = who.previous if who is not None else verb
    if told is None or who is None or thing.dep != "compound" or thing.head is not who or told.child(*SUBJECTS) is not None:
        return
    first = verb.next
    if not (first is told or first.head is told) or (first.tag not in FINITE and first.tag not in ("MD", "VBN")):
        return
    main = next((c for c in verb.left if c.dep == "ccomp" and c.i < thing.i), None)
    hang_all((c for c in who.left if c.i < thing.i), thing)
    hang(thing, told, "nsubj")
    told.dep = "ccomp"
    if main is not None:
        hang_where(main, verb)
        hang(verb, main, "advcl")


@mends("VERB", source=True)
def source_behind(verb: Word, words: list[Word]) -> None:
    """What stands before who says so is what they say: "300 held, say police", "three killed, police say", "added the chief"."""
    before = next((c for c in verb.left if c.dep in ("ccomp", "nsubj")), None)
    roles = ("nsubj",) if before is None or before.dep == "nsubj" or verb.child("nsubj") is not None else ("dobj",)
    who = next((c for c in verb.children if c.dep in roles and c is not before), None)
    if before is None or who is None or who.mention is not None:
        return
    first = begin(who)
    beside = first == verb.i + 1 or who.i < verb.i
    if who.pos not in ("NOUN", "PROPN") or not beside or words[min(first, verb.i) - 1].text not in ',”"':
        return
    held = next((c for c in before.right if c.tag == "VBN" and c.dep == "acl"), None)
    who.dep = "nsubj"
    if held is not None and before.dep == "nsubj":
        hang(held, verb, "ccomp")
        hang(before, held, "nsubjpass")
    before.dep = "ccomp" if before.head is verb else before.dep


@mends("VERB", deps=("advcl", "parataxis"))
def source_aside(verb: Word, _: list[Word]) -> None:
    """A report beside its clause has who says so before it, and what he adds: "hit Ann Lund, police said, warning of more"."""
    noun, aside = verb.previous, next((c for c in verb.head.right if c.dep == "parataxis" and c.i < verb.i), None)
    if verb.dep == "parataxis" and verb.child(*SUBJECTS) is None and noun.pos in ("NOUN", "PROPN") and noun.mention is None:
        hang(noun, verb, "nsubj")
    if verb.dep == "parataxis":
        ways = (c for c in verb.right if c.lower in lexicon.moves("particles") and c.previous.text == ",")
        hang_all(ways, verb.head)  # "it made 32 cars, it said, up from 12"
    if verb.tag == "VBG" and verb.dep == "advcl" and aside is not None and aside.lemma in lexicon.codes("sources"):
        hang(verb, aside, "advcl")
