"""The words of figures: what trades, what is worth a sum, levels, moves and periods."""

from __future__ import annotations

from factex.frames import lexicon
from factex.frames.mending.hanging import hang_all, hang_where, make_verb
from factex.frames.mending.trying import mends
from factex.frames.syntax import DASHES, NOUNS, SUBJECTS, VERBS, Word, hang, subject_of


@mends("NOUN", deps=("dobj", "npadvmod"))
def average_of(noun: Word, _: list[Word]) -> None:
    """What moves by an average of so much moves by so much: "bills have grown an average of 7%"."""
    number = next((w for c in noun.right if c.lower == "of" for w in c.right if w.mention is not None), None)
    if noun.lower == "average" and number is not None and lexicon.is_move_verb(noun.head):
        hang(number, noun.head, "npadvmod")
        hang(noun, number, "nmod")


@mends("ADP")
def on_average(prep: Word, _: list[Word]) -> None:
    """The words "on average" stand before a number and are no part of it: "bills have grown on average 7%"."""
    number = prep.child("pobj")
    if (prep.lower, prep.next.lower) == ("on", "average") and number is not None and number.mention is not None:
        hang(prep.next, prep, "pobj")
        hang(number, prep.head, "npadvmod")


@mends("PROPN")
def figure_in_capitals(word: Word, _: list[Word]) -> None:
    """A figure that is written in capitals, or has its number right behind it, is no name: "adjusted EPS of $2", "Revenue $5"."""
    figure = word.lower in lexicon.words("figures", "attributes") and word.next.pos != "PROPN"
    if figure and (word.text.isupper() or word.next.mention is not None):
        word.pos, word.tag, word.lemma = "NOUN", "NN", word.lower
        if len(word.entity) < 2:
            word.ent, word.ent_iob, word.entity = "", "O", ()


@mends("NOUN", "PROPN", deps=("ROOT",), tags=("NN", "NNS"))
def level_verb(word: Word, words: list[Word]) -> None:
    """A noun of level after what agrees with it, in a sentence without a verb, is one: "The panels measure 15 cm".

    So is "cost" between a noun and a sum: "The average property cost £192,000".
    """
    if word.lemma in lexicon.words("verbs", "level") and not any(w.pos in VERBS for w in words):
        who = next((c for c in reversed(word.left) if c.dep in ("compound", "nsubj")), None)
        past = word.lower == "cost" and word.next.mention is not None and any(w.dep == "det" for w in words[: word.i])
        if who is not None and (past or (who.tag in ("NN", "NNP")) == (word.tag == "NNS")):
            make_verb(who, word, "VBD" if past else "VBZ" if word.tag == "NNS" else "VBP")


@mends("NOUN", deps=("compound",), tags=("NN",))
def report_as_noun(word: Word, words: list[Word]) -> None:
    """What several foresee in a sentence without a verb is told by one: "Analysts project income of $5 million"."""
    who, figure = word.previous, word.head
    several = who.tag == "NNS" and who.head is figure and figure.dep == "ROOT"
    if several and word.lemma in lexicon.codes("sources") and not any(w.pos in VERBS for w in words):
        make_verb(who, word, "VBP")
        hang_all((c for c in figure.left if c.i < who.i), who)
        hang(who, word, "nsubj")
        hang_where(word, figure)
        hang(figure, word, "dobj")


@mends("NOUN", deps=("attr",), tags=("NN",))
def trading_as_verb(word: Word, _: list[Word]) -> None:
    """After "was last", what something does at a price is a verb: "Brent was last trading down 0.6% at $51"."""
    be = word.head
    if word.lower == "trading" and be.lemma == "be" and word.previous.lower in ("last", "now", "still"):
        word.pos, word.tag, word.lemma = "VERB", "VBG", "trade"
        hang_where(word, be)
        hang_all(be.children, word)
        hang(be, word, "aux")


@mends("ADJ", "ADV", deps=("quantmod",))
def doubled(word: Word, _: list[Word]) -> None:
    """What has a subject and stands before a level is a verb: "the rate would more than double to 10%"."""
    to, top = word.next, word.head
    while top.dep in ("compound", "nummod", "quantmod"):
        top = top.head
    if word.lemma in ("double", "triple") and to.lower == "to" and word.child(*SUBJECTS) is not None:
        word.pos, word.tag = "VERB", "VB"
        hang_where(word, top)
        hang(to, word, "prep")
        hang(top, to, "pobj")


@mends("ADP", "ADV", deps=("advmod",))
def move_beside_clause(word: Word, _: list[Word]) -> None:
    """How far a share moved stands beside its clause: "Volta was lifted by hopes of a bid, up 4p", "was in the red, down 3%"."""
    noun, mark = word.head, word.previous.text in DASHES | {","}
    seen = word.previous if noun.lemma in lexicon.words("moves", "seen") and noun.pos in VERBS else noun
    if seen.dep == "dobj" and seen.head is noun and word.lower in ("down", "up") and seen.mention is None:
        hang(word, seen, "advmod")  # "Acme saw sales up 4%"
    if word.lower not in ("down", "up") or not mark or noun.dep != "pobj" or not any(c.mention is not None for c in word.right):
        return
    reason = lexicon.is_event(noun.lemma) or noun.lemma in lexicon.words("figures", "movers", "reasons")
    verb = next(w for w in noun.climb() if w.dep not in ("agent", "pobj", "prep"))
    who = subject_of(verb) if reason and verb.pos in VERBS else None
    if who is not None and any(w.pos == "PROPN" or w.lemma in lexicon.words("figures", "traded") for w in (who, *who.right)):
        hang(word, verb, "advmod")


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
