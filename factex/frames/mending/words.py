"""Words that have one form as noun and as verb, taken for the wrong one."""

from __future__ import annotations

from factex.frames import lexicon
from factex.frames.mending.hanging import hang_all, hang_where
from factex.frames.mending.trying import mends
from factex.frames.syntax import AUXILIARIES, FINITE, NOUNS, SUBJECTS, TENSED, VERBS, Word, hang, is_that_clause

_NOMINAL = SUBJECTS | {"dobj", "pobj"}
_FORMS = TENSED | {"VB"}


@mends("PRON", tags=("WP", "WDT"))
def name_as_pronoun(word: Word, words: list[Word]) -> None:
    """A pronoun in capitals is a name, if not all of the line is in capitals: "WHO warned of 300 deaths"."""
    if word.text.isupper() and not all(w.text.isupper() for w in words if w.pos in VERBS):
        word.pos, word.tag = "PROPN", "NNP"


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


@mends("PROPN")
def figure_in_capitals(word: Word, _: list[Word]) -> None:
    """A figure that is written in capitals, or has its number right behind it, is no name: "adjusted EPS of $2", "Revenue $5"."""
    figure = word.lower in lexicon.words("figures", "attributes") and word.next.pos != "PROPN"
    if figure and (word.text.isupper() or word.next.mention is not None):
        word.pos, word.tag, word.lemma = "NOUN", "NN", word.lower
        if len(word.entity) < 2:
            word.ent, word.ent_iob, word.entity = "", "O", ()


@mends("NOUN", tags=("NN",))
def noun_with_clause(word: Word, _: list[Word]) -> None:
    """A noun with a subject and a clause is a verb: "analysts at Acme estimate that prices rose".

    So is one that a sentence with "that" has in the place of its verb: "the bank forecast Tuesday that prices would rise".
    """
    moved = word.dep == "ccomp" and lexicon.is_move_noun(word)  # "saw its sales drop"
    if any(c.dep == "nsubj" for c in word.left) and (moved or any(c.dep == "ccomp" for c in word.right)):
        word.pos, word.tag = "VERB", "VBP"
        return
    clause, who = word.child("acl", "ccomp") if word.lemma in lexicon.codes("sources") else None, word.previous
    root = word.dep == "ROOT" and who.dep == "compound"
    if root and clause is not None and clause.i > word.i and is_that_clause(clause):
        _tell(who, word, "VBD")
        clause.dep = "ccomp"


def _tell(who: Word, word: Word, tag: str) -> None:
    """Make *word* a verb, and *who* its subject with what stands before it."""
    word.pos, word.tag = "VERB", tag
    hang_all((c for c in word.left if c is not who and c.dep not in ("prep", "punct")), who)
    who.dep = "nsubj"


@mends("NOUN", "PROPN", deps=("ROOT",), tags=("NN", "NNS"))
def level_verb(word: Word, words: list[Word]) -> None:
    """A noun of level after what agrees with it, in a sentence without a verb, is one: "The panels measure 15 cm".

    So is "cost" between a noun and a sum: "The average property cost £192,000".
    """
    if word.lemma in lexicon.words("verbs", "level") and not any(w.pos in VERBS for w in words):
        who = next((c for c in reversed(word.left) if c.dep in ("compound", "nsubj")), None)
        past = word.lower == "cost" and word.next.mention is not None and any(w.dep == "det" for w in words[: word.i])
        if who is not None and (past or (who.tag in ("NN", "NNP")) == (word.tag == "NNS")):
            _tell(who, word, "VBD" if past else "VBZ" if word.tag == "NNS" else "VBP")


@mends("NOUN", deps=("ROOT", "ccomp", "conj"), tags=("NNS",))
def verb_after_age(word: Word, _: list[Word]) -> None:
    """A plural after somebody's age that a clause hangs on is a verb: "The 58-year-old hopes to sell", "worries that"."""
    before = word.previous
    age = before.head if before.head.mention == before.mention else before
    clause = word.child("acl", "relcl", "ccomp", "xcomp")
    if before.lower == "old" and before.mention is not None and age.head is word and clause is not None:
        _tell(age, word, "VBZ")
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


@mends("NOUN", deps=("poss",), tags=("NNS",))
def genitive_of_kind(word: Word, _: list[Word]) -> None:
    """A plural after "a" owns nothing, it says of what kind a thing is: "a £2m children's home", "a two-day teachers' strike"."""
    if any(c.lower in ("a", "an") for c in word.left):
        hang_all((c for c in word.left if c.dep != "compound"), word.head)
        word.dep = "nmod"


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


@mends("NOUN", deps=("attr",), tags=("NN",))
def trading_as_verb(word: Word, _: list[Word]) -> None:
    """After "was last", what something does at a price is a verb: "Brent was last trading down 0.6% at $51"."""
    be = word.head
    if word.lower == "trading" and be.lemma == "be" and word.previous.lower in ("last", "now", "still"):
        word.pos, word.tag, word.lemma = "VERB", "VBG", "trade"
        hang_where(word, be)
        hang_all(be.children, word)
        hang(be, word, "aux")


@mends("ADJ", "NOUN")
def worth_after_noun(word: Word, _: list[Word]) -> None:
    """What is worth something stands before "worth": in "found heroin worth £5,000 in a van" the heroin is, and is found."""
    noun, above = word.previous, word.head
    if noun.pos == "ADJ" and noun.dep == "nsubj" and noun.head is word:
        noun.pos = "NOUN"
    if word.lower != "worth" or noun.pos not in ("NOUN", "PROPN") or (noun.mention is not None and word.next.lower == "of"):
        return
    if noun.mention is None and noun.head is word and any(c.mention is not None for c in word.right):
        hang(noun, above, "dobj" if word.pos == "ADJ" else word.dep)
        hang_all((c for c in word.right if c.mention is None), above)
        hang_all((c for c in word.left if c.mention is None), noun)
        word.pos = "ADJ"
    elif word.pos != "ADJ" or above is noun or above.pos not in (*NOUNS, "VERB") or noun.pos != "NOUN":
        return  # "a man who stole tractors worth $5"
    hang(word, noun, "amod")


@mends("NOUN")
def compounds_of_move(noun: Word, _: list[Word]) -> None:
    """What moved has the compounds before it, not its move: "the council tax increase" is one of the council tax."""
    before = [c for c in noun.left if c.dep == "compound" and c.mention is None and c.pos in ("NOUN", "PROPN")]
    if len(before) > 1 and lexicon.is_move_noun(noun) and before[-1].pos == "NOUN":
        hang_all(before[:-1], before[-1])


@mends("ADJ", "ADV", deps=("amod",))
def extreme_as_noun(word: Word, _: list[Word]) -> None:
    """An adjective behind its noun is the noun, where an "of" tells how much it is: "touched a session high of $5"."""
    kind, of = word.previous, word.child("prep")
    placed = kind is word.head and kind.pos in ("ADJ", "NOUN")
    if placed and word.lemma in lexicon.words("figures", "extremes") and of is not None and of.lower == "of":
        word.pos, word.tag = "NOUN", "NN"
        hang(word, kind.head, "dobj" if kind.dep == "npadvmod" else kind.dep)
        hang_all(kind.children, word)
        hang(kind, word, "compound")


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


@mends("INTJ")
def like_for_like(word: Word, words: list[Word]) -> None:
    """What is like-for-like is told by the noun behind it: "and like-for-like sales were up" has no exclamation."""
    if [w.lower for w in words[word.i : word.i + 5]] == ["like", "-", "for", "-", "like"] and words[word.i + 4].next.pos == "NOUN":
        hang(word, words[word.i + 4].next, "nmod")


@mends("NOUN", deps=("dobj", "npadvmod"))
def period_as_time(noun: Word, _: list[Word]) -> None:
    """When trade ends is no object: "ended Friday's session 4 points higher", "closed the week down 3%"."""
    verb = noun.head
    if verb.lemma in lexicon.words("moves", "either") and noun.lemma in lexicon.words("figures", "periods"):
        noun.dep = "npadvmod"
        for child in [c for c in noun.children if c.dep == "poss" or c.lower in lexicon.moves("particles")]:
            hang(child, verb, "npadvmod" if child.dep == "poss" else "advmod")


@mends("NOUN")
def tax_after_profit(tax: Word, _: list[Word]) -> None:
    """Profit is told before or after tax: in "profit before tax fell" no tax fell."""
    link, profit, verb = tax.previous, tax.previous.previous, tax.head
    figure = profit.pos == "NOUN" and profit.lemma in lexicon.words("figures", "attributes")
    if link.lower not in ("after", "before") or not figure or tax.lemma not in lexicon.words("figures", "deducted"):
        return
    if tax.dep in SUBJECTS:
        if verb.head is profit:
            hang_where(verb, profit)
        hang(profit, verb, tax.dep)
    hang(link, profit, "prep")
    hang(tax, link, "pobj")
    link.pos = "ADP"
    if tax.next.lower == "of":
        hang(tax.next, profit, "prep")  # "a loss before tax of $3 million"
