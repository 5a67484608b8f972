"""Words that have one form as noun and as verb, taken for the wrong one."""

from __future__ import annotations

from factex.frames import lexicon
from factex.frames.mending.hanging import hang_all, hang_where, make_verb
from factex.frames.mending.trying import mends
from factex.frames.syntax import AUXILIARIES, FINITE, SUBJECTS, TENSED, VERBS, Word, hang, is_that_clause

_NOMINAL = SUBJECTS | {"dobj", "pobj"}
_FORMS = TENSED | {"VB"}


@mends("PRON", tags=("WP", "WDT"))
def name_as_pronoun(word: Word, words: list[Word]) -> None:
    """A pronoun in capitals is a name, if not all of the line is in capitals: "WHO warned of 300 deaths"."""
    if word.text.isupper() and not all(w.text.isupper() for w in words if w.pos in VERBS):
        word.pos, word.tag = "PROPN", "NNP"


@mends("ADV", deps=("advmod",))
def name_as_adverb(word: Word, words: list[Word]) -> None:
    """What a model takes for an adverb is a name, if it has capitals and its verb no subject: "ADP said it added 300 jobs"."""
    verb = word.next
    bare = verb is word.head and verb.tag in FINITE and verb.child(*SUBJECTS) is None
    if bare and word.text.isupper() and len(word.text) > 1 and not all(w.text.isupper() for w in words if w.pos in VERBS):
        word.pos, word.tag, word.dep = "PROPN", "NNP", "nsubj"


@mends("AUX", deps=("aux",))
def participle_of_auxiliary(word: Word, _: list[Word]) -> None:
    """An auxiliary with a subject needs a verb, which a participle beside it is: "the board has capped increases at 3%"."""
    verb, noun, who = word.next, word.next.head, word.child("nsubj")
    if who is None or verb.tag != "VBN" or verb.dep != "amod" or word.head not in (verb, noun):
        return
    hang_where(verb, noun)
    hang_all((word, *(c for c in noun.right if c.lower != "of")), verb)
    hang(who, verb, "nsubj")
    hang(noun, verb, "dobj")
    verb.pos = "VERB"


@mends("NOUN", tags=("NN",))
def noun_with_clause(word: Word, _: list[Word]) -> None:
    """A noun with a subject and a clause is a verb: "analysts at Acme estimate that prices rose".

    So is one that a sentence with "that" has in the place of its verb: "the bank forecast Tuesday that prices would rise".
    And "forecast" before the subject of a clause with "would" is one.
    """
    moved = word.dep == "ccomp" and lexicon.is_move_noun(word)  # "saw its sales drop"
    if any(c.dep == "nsubj" for c in word.left) and (moved or any(c.dep == "ccomp" for c in word.right)):
        word.pos, word.tag = "VERB", "VBP"
        return
    clause, who = word.child("acl", "ccomp") if word.lemma in lexicon.codes("sources") else None, word.previous
    root = word.dep == "ROOT" and who.dep == "compound"
    if root and clause is not None and clause.i > word.i and is_that_clause(clause):
        make_verb(who, word, "VBD")
        clause.dep = "ccomp"
    told = word.head.head if word.lemma == "forecast" and word.dep == "compound" and word.head.dep == "nsubj" else word
    if who.head is word and lexicon.can_say(who.lemma) and any(c.tag == "MD" for c in told.left):
        make_verb(who, word, "VBD")  # "the ministry forecast output would rise"
        hang_where(word, told)
        hang(told, word, "ccomp")


@mends("NOUN", deps=("ROOT", "ccomp", "conj"), tags=("NNS",))
def verb_after_age(word: Word, _: list[Word]) -> None:
    """A plural after somebody's age that a clause hangs on is a verb: "The 58-year-old hopes to sell", "worries that"."""
    before = word.previous
    age = before.head if before.head.mention == before.mention else before
    clause = word.child("acl", "relcl", "ccomp", "xcomp")
    if before.lower == "old" and before.mention is not None and age.head is word and clause is not None:
        make_verb(age, word, "VBZ")
        clause.dep = "xcomp" if clause.tag == "VB" else "ccomp"


@mends("ADJ", "NOUN", "PROPN", deps=("ROOT", "appos", "ccomp", "conj", "dep"))
def coordinated_verb(word: Word, _: list[Word]) -> None:
    """What a finite verb is coordinated with is a verb, "spans from 2026 to 2030 and increased"; and after "could": "double"."""
    plural = word.tag == "NNS" and word.dep != "conj"
    seen = word.dep == "ccomp" and lexicon.is_move_verb(word) and word.head.lemma in lexicon.words("moves", "seen")
    beside = word.dep == "conj" and word.head.pos in VERBS and word.child("dobj") is not None  # "weighs 4 tonnes and costs $5"
    if beside or (plural and any(c.dep == "conj" and c.tag in ("VBD", "VBZ") for c in word.right)):
        word.pos = "VERB"
    elif word.pos == "ADJ" and (any(c.tag == "MD" for c in word.left) or seen):  # "saw profit more than double"
        word.pos, word.tag = "VERB", "VB"


@mends("NOUN")
def hyphenated_noun(word: Word, _: list[Word]) -> None:
    """What follows a hyphen is the head of a compound, whatever the model takes it for: "e-notes rose"."""
    hyphen, last = word.next, word.next.next
    joined = hyphen.text == "-" and word.end == hyphen.start and last.pos in ("NOUN", "PROPN")
    if joined and last not in word.climb():
        hang_where(last, word)
        hang_all(word.children, last)
        hang(hyphen, last, "punct")
        hang(word, last, "compound")


@mends("ADJ", "ADV", deps=_NOMINAL)
def adjective_as_noun(word: Word, _: list[Word]) -> None:
    """What has an article and a number is a noun: "received a £50 fine"; the poor have no number."""
    number = next((c for c in word.left if c.mention is not None), None)
    before = () if number is None else (*word.left, *number.left)  # "a £50 fine", "give each a $5 voucher"
    if any(c.lower in ("a", "an") for c in before):
        word.pos, word.tag = "NOUN", "NN"


@mends("ADV", deps=("nsubj",), tags=("RB",))
def adverb_as_subject(word: Word, _: list[Word]) -> None:
    """An adverb right before its verb is no subject: "rose to $5 and last peaked in May"."""
    if word.next is word.head and not word.left and word.text.islower():
        word.dep = "advmod"


@mends("NOUN", deps=("poss",), tags=("NNS",))
def genitive_of_kind(word: Word, _: list[Word]) -> None:
    """A plural after "a" owns nothing, it says of what kind a thing is: "a £2m children's home", "a two-day teachers' strike"."""
    if any(c.lower in ("a", "an") for c in word.left):
        hang_all((c for c in word.left if c.dep != "compound"), word.head)
        word.dep = "nmod"


@mends("VERB", tags=("VB", "VBP"))
def move_after_percent(word: Word, _: list[Word]) -> None:
    """A verb right after a percentage with an article is the noun of it: "after a 0.5 percent decline the month before"."""
    number = word.previous
    led = number.lower in ("%", "percent") and any(c.lower in ("a", "an") for c in number.left)
    if led and word not in number.climb() and word.child(*SUBJECTS, *AUXILIARIES) is None:
        word.pos, word.tag = "NOUN", "NN"
        hang_where(word, number)
        hang(number, word, "compound")


@mends("VERB", tags=_FORMS)
def verb_as_noun(word: Word, words: list[Word]) -> None:
    """A finite verb in the place of a noun is one: a subject, what has a worth, a word in capitals, the first of a line.

    "The cards market worth $2 billion is growing": market has no subject of its own. "MSRP is $5": no verb is spelled so.
    """
    camel = not word.text.isupper() and not word.text[1:].islower() and word.text.isalpha()  # "Lund and LyraGold rose"
    along = next((c for c in word.left if c.lower == "with" and c.dep == "mark"), None)
    copular = lexicon.words("verbs", "copular")
    moved = word.next.lower in ("up", "down") and word.previous.pos in ("NOUN", "PROPN")
    slip = (
        camel
        or word.dep in ("nsubj", "nsubjpass", "dobj", "pobj")
        or (word.text.isupper() and not all(w.text.isupper() for w in words if w.pos in VERBS))
        or (word.i == 0 and word.tag == "VBZ" and _takes_nothing(word))
        or (word.lemma not in copular and any(c.lower == "worth" and c.dep == "acomp" for c in word.right))
        or (moved and (along is not None or word.dep == "ROOT") and lexicon.is_figure(word.lemma))  # "Acme profit up 3%"
    )
    if slip and not any(c.dep in AUXILIARIES for c in word.left):
        word.pos, word.tag = ("PROPN", "NNP") if camel else ("NOUN", "NN")
        for subject in (c for c in word.left if c.dep in SUBJECTS):
            subject.dep = "compound"
        _give_verb(word, words)
        if along is not None:
            hang(along, word.head, "prep")
            hang(word, along, "pobj")  # "with Acme sales up 3%"


def _takes_nothing(verb: Word) -> bool:
    """Whether a verb has neither subject nor object, numbers left aside: in "wavelengths at least 2 μm" there is no verb."""
    return all(c.dep not in ("nsubj", "ccomp", "dobj") or c.mention is not None for c in verb.children)


def _give_verb(noun: Word, words: list[Word]) -> None:
    """Make a noun that was taken for a verb the subject of the verb after it, which was taken for its clause."""
    following = next((w for w in words[noun.i + 1 :] if w.tag in FINITE), None)
    if following is None:
        return
    verb = following.head if following.dep in AUXILIARIES else following
    if verb.dep == "ccomp" and verb.head in (noun, noun.head):
        for child in [c for c in verb.left if c.dep in SUBJECTS and c.i > noun.i]:
            hang(child, noun, "nummod")  # the number after "worth"
        if verb.head is noun:
            hang_where(verb, noun)
        hang(noun, verb, "nsubj")


@mends("PRON", deps=("poss",))
def owner_of_compound(pronoun: Word, _: list[Word]) -> None:
    """What a pronoun owns is the whole compound: in "its UK sales" it has the sales, not the UK."""
    part = pronoun.head
    if part.dep in ("compound", "nmod") and part.pos == "PROPN" and part.head.pos == "NOUN":
        hang(pronoun, part.head, "poss")


@mends("PROPN", deps=("intj", "npadvmod", *SUBJECTS))
def name_before_noun(name: Word, _: list[Word]) -> None:
    """A name right before a noun, or its adjective, belongs to it: "Acme stock rose", "Acme consolidated net profit rose"."""
    last = name.next
    noun = last.head if last.dep == "amod" and last is name.head else last
    beside = noun is not last or (noun.pos == "NOUN" and noun.dep in SUBJECTS and noun.head is name.head)
    if beside and noun.i > name.i:
        hang(name, noun, "nmod")


@mends("ADJ", "ADV", "NOUN", "PROPN", "VERB", deps=("advmod", "amod", "dep", "npadvmod"))
def name_before_age(name: Word, _: list[Word]) -> None:
    """A name with an age behind it opens a sentence as its subject: "Tully, 61, started the firm"."""
    if name.i:
        return
    age, verb = name.next.next, name.head
    opens = name.text.istitle() and (name.next.text, age.next.text) == (",", ",")
    if opens and age.text.isdecimal() and verb.tag in FINITE and verb.child(*SUBJECTS) is None:
        name.pos, name.tag = "PROPN", "NNP"
        hang(name, verb, "nsubj")


@mends("NOUN", deps=("pobj",), tags=("NN",))
def verb_of_level(word: Word, _: list[Word]) -> None:
    """A plural without a verb has one that looks like a noun before its number: "Rents in the capital average $900"."""
    place, link = word.previous, word.head
    who = link.head
    levels = [c for c in who.right if c.i > word.i and c.mention is not None]
    if word.lemma not in ("average", "total") or not levels or word.next.mention is None:
        return
    if place.head is word and place.dep == "compound" and who.dep == "ROOT" and who.tag == "NNS":
        hang_all((c for c in word.left if c is not place), place)
        hang(place, link, "pobj")
        word.pos, word.tag = "VERB", "VBP"
        hang(word, word, "ROOT")
        hang(who, word, "nsubj")
        hang(levels[0], word, "dobj")
