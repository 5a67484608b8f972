"""The parse as the frame rules read it: words with heads and children, detached from spaCy.

One pass over a sentence copies what the rules need into plain objects: rules then cost no spaCy look-ups, and the
mentions are marked in the parse, so that a noun phrase can be told without the numbers and times in it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, takewhile
from operator import attrgetter
from typing import Literal

from factex.data import table

NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
VERBS = frozenset({"VERB", "AUX"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
AUXILIARIES = frozenset({"aux", "auxpass"})
DASHES = frozenset({"-", "--", "–", "—"})
TENSED = frozenset({"VBD", "VBP", "VBZ"})
"""The tags of verbs that have a tense of their own."""
FINITE = TENSED | {"MD"}
ACTORS = frozenset({"GPE", "ORG", "PERSON"})
"""The labels of entities that own things and act."""
NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW"})


@dataclass(slots=True, eq=False, repr=False)
class Word:
    """A token: its strings and labels as spaCy has them, its offsets in the article, its head, its children and its neighbours.

    `mention`: the index in its sentence of the mention that it belongs to. `ent`: spaCy's entity label or "";
    `ent_iob`: "B" at the first word of an entity. `beside`: the noun that a participle after a comma or dash follows.
    `nominal`: whether its mention can name somebody, as counted people can. `entity`: all words of the entity that it is in.
    `attribute`: how a mention before a noun belongs to its phrase: as an adjective ("annual", "current"), or as part of what
    tells this one from others ("the 10-year notes").
    """

    i: int
    text: str
    lower: str
    lemma: str
    pos: str
    tag: str
    dep: str
    ent: str
    ent_iob: str
    start: int
    end: int
    head: Word = field(init=False)
    left: tuple[Word, ...] = ()  # most words have no children: tuples cost nothing then
    right: tuple[Word, ...] = ()
    previous: Word = field(init=False)
    next: Word = field(init=False)
    mention: int | None = None
    beside: Word | None = None
    nominal: bool = False
    entity: Sequence[Word] = ()
    attribute: Literal["", "adjective", "class"] = ""

    @property
    def bare(self) -> bool:
        """Whether the word is part of a number or a time that names nobody: "two people" do, "$5 million" does not."""
        return self.mention is not None and not self.nominal

    @property
    def children(self) -> tuple[Word, ...]:
        """The words that depend on this one, in text order."""
        return self.left + self.right

    def child(self, *deps: str) -> Word | None:
        """The first child with one of these dependency labels."""
        for each in self.left:
            if each.dep in deps:
                return each
        for each in self.right:
            if each.dep in deps:
                return each
        return None

    def climb(self) -> Iterator[Word]:
        """The heads of this word, nearest first, without itself."""
        word = self
        while word.head is not word:
            word = word.head
            yield word

    def within(self) -> Iterator[Word]:
        """This word and all that hang on it."""
        yield self
        for each in self.left:
            yield from each.within()
        for each in self.right:
            yield from each.within()

    def __repr__(self) -> str:
        return f"<{self.text} {self.pos} {self.dep} of {self.head.text}>"


IN_ORDER: Callable[[Word], int] = attrgetter("i")
"""What words are sorted by to stand as in the text."""
NO_WORD = Word(-1, "", "", "", "", "", "", "", "", 0, 0)
"""What stands before the first word of a sentence and after its last one: it has no text and hangs on nothing."""
NO_WORD.head = NO_WORD.previous = NO_WORD.next = NO_WORD


@dataclass(slots=True, eq=False)
class Parse:
    """The words of a sentence; `of` gives those of each of its mentions."""

    words: list[Word]
    of: list[list[Word]]


def subject_of(verb: Word) -> Word | None:
    """Who does what *verb* says, or undergoes it in the passive; the shared subject of coordinated and bare verbs."""
    for _ in range(6):
        found = verb.child("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
        if found is not None:
            if found.lower in ("which", "that", "who", "whom") and found.tag in ("WDT", "WP", "IN", "DT"):
                owner = relative_head(verb)
                return _told_of(owner) if owner is not None else None if found.tag != "DT" else found
            if found.dep == "expl":
                found = verb.child("attr", "dobj") or found
            return found
        agent = controller(verb)
        if agent is None:
            return None
        if agent.pos not in VERBS:
            return agent
        verb = agent
    return None


def _told_of(noun: Word) -> Word:
    """Of whom a clause tells where its noun only says what he is: in "Lund is a former guard who served two terms" Lund did."""
    who = noun.head.child("nsubj") if noun.dep == "attr" and noun.head.lemma == "be" and noun.pos == "NOUN" else None
    named = who is not None and (who.pos == "PROPN" or who.ent == "PERSON" or who.lower in ("he", "she"))
    return who if who is not None and named else noun


def relative_head(verb: Word) -> Word | None:
    """The noun that a relative clause with *verb* tells about; "which Acme says makes 200 hp" does so with "makes"."""
    pronoun = next((c for c in verb.left if c.tag in ("WDT", "WP")), verb)
    while verb.head.pos in VERBS and (verb.dep == "conj" or (verb.dep == "ccomp" and any(w.lower == "which" for w in verb.left))):
        verb = verb.head
    if verb.dep not in ("relcl", "acl"):
        return None
    head = verb.head
    if head.bare and head.dep != "pobj":
        before = pronoun.previous.previous if pronoun.previous.text == "," else pronoun.previous
        return before if before.pos == "NOUN" and not before.bare else head  # "spent $5 on pumps, which"
    if head.dep != "pobj" or head.head.dep != "prep":
        return head
    above, near = head.head.head, head.head.previous
    if head.ent == "GPE" and near.pos == "NOUN" and head.head.lower in ("at", "in", "near", "outside"):
        # "a plant in Turin, which will employ 30" has its plant in mind; whether one that has 30 rooms or residents does is open
        return None if verb.lemma in ("be", "have") else near
    if head.bare and above.pos in VERBS:
        return above.child("dobj") or head  # "had quakes in five months that killed 20": no time kills
    # "a fee per head which is $5": a unit has no properties of its own; "a maker of pumps that employs": pumps employ
    one = head.pos == "PROPN" and verb.tag == "VBZ"  # "including Acme, which owns 11%"
    form = next((c for c in verb.left if c.dep in AUXILIARIES), verb)
    singular = (form.tag == "VBZ" or form.lower == "was") and (above.tag, head.tag) == ("NN", "NNS")
    apart = singular or (not one and head.head.lower in ("per", "including"))
    apart = apart or (head.ent == "PERSON" and any(w.lower == "which" for w in verb.left))  # "a sequel by Ann Lee, which opens"
    apart = apart or (head.bare and above.pos in NOUNS)
    return _outside(head.head, verb) or _who(head, verb) or (above if apart else head)


def _who(place: Word, verb: Word) -> Word | None:
    """Who is meant where no place or firm is a who: "people living in Leeds who have", "an analyst at Acme, who said"."""
    beside = place.head.head.dep == "appos"
    if place.ent in ("", "NORP", "PERSON") or not any(w.lower == "who" and (beside or w.previous.text != ",") for w in verb.left):
        return None
    phrase = takewhile(lambda w: w.pos not in VERBS or w.dep == "acl", place.climb())
    return next((w for w in reversed(list(phrase)) if w.pos == "NOUN"), None)


def _outside(prep: Word, verb: Word) -> Word | None:
    """The noun before a phrase between commas, which a relative clause leaves out: "Ann Lee, from Acme, who said"."""
    pronoun, noun = next((w for w in verb.left if w.tag in ("WDT", "WP")), verb), prep.previous.previous
    aside = prep.previous.text == pronoun.previous.text == "," and noun.pos in ("NOUN", "PROPN")
    return noun if aside and (noun.ent == "PERSON") == (pronoun.lower == "who") else None


def controller(verb: Word) -> Word | None:
    """Where a verb without a subject of its own has it from: a noun, or the verb whose subject it shares."""
    head = verb.head
    if head is verb:
        return None
    if verb.beside is not None and not verb.beside.bare and not any(c.dep in AUXILIARIES for c in verb.left):
        return verb.beside
    if verb.dep in ("acl", "relcl"):
        return _modified(verb, head)
    if verb.dep in ("xcomp", "ccomp"):
        return _complemented(verb, head)
    if verb.dep in ("conj", "advcl", "dep", "parataxis", "pcomp", "prep"):
        return head if head.pos in VERBS else _deed(head) if verb.dep == "pcomp" else _host(head)
    return head if verb.dep in ("oprd", "acomp", "amod", "appos", "nmod") else None


def _deed(prep: Word) -> Word | None:
    """Who does what follows *prep*: the bank in "sued the bank for losing", who is fined in "was fined for", "won a prize for"."""
    if prep.lower not in ("about", "for", "of", "to"):
        apart = prep.lower in ("after", "before", "but", "by", "since", "without")
        return verb_above(prep) if apart else _host(prep)  # "had no choice but to cancel", "held a sale after losing $5"
    above = verb_above(prep)
    if above is not None and above.lemma in table("verbs")["blaming"]["words"]:
        blamed = next((c for c in above.right if c.dep in ("dative", "dobj") and not c.bare), None)
        return above if blamed is None or is_passive(above) or above.dep == "acl" else blamed
    return _planner(prep.head) if prep.head.pos == "NOUN" else _host(prep)


def _complemented(verb: Word, head: Word) -> Word | None:
    """Who does what a complement clause says: "asked Seoul to pay" is Seoul, "is expected to pay" who is expected."""
    if head.pos not in VERBS:
        return head if head.pos == "NOUN" else _host(head)
    if (head.lemma == "use" and is_passive(head)) or (verb.dep == "ccomp" and verb.tag in TENSED and verb.i < head.i):
        return None  # "the money will be used to hire"; "Came to nothing," he said: who or what did is left out
    obj = head.child("dobj") if verb.dep == "xcomp" and head.lemma not in table("verbs")["means"]["words"] else None
    return obj if obj is not None and obj.i < verb.i and obj.mention is None else head


def _modified(verb: Word, noun: Word) -> Word | None:
    """Who does what a verb that modifies *noun* says: in "Acme is a company employing 300 people" Acme employs them."""
    if any(c.lower == "to" for c in verb.left):
        return _planner(noun)
    return noun.head if noun.dep == "attr" else noun


def _planner(noun: Word) -> Word | None:
    """Who is to do what an infinitive after *noun* says: "SoftBank finalized a deal to buy", "its plan to expand"."""
    owner = next((c for c in noun.left if c.dep == "poss"), None)
    if noun.mention is not None:
        return _host(noun)  # "slipped 17 points to close at 3,234"
    if owner is not None or noun.dep in SUBJECTS:
        return owner or noun
    if noun.head.dep == "agent":
        return None  # "driven by a deal to deliver": who is to deliver is left out
    return _host(noun) or noun


def _host(word: Word) -> Word | None:
    """The nearest verb above *word*, or the noun it hangs on, if that is no part of a preposition: "in addition to selling"."""
    for each in word.climb():
        if each.pos in VERBS or (
            each.pos in ("NOUN", "PROPN")
            and each.lower != "worth"  # "won $5 million worth of orders to build"
            and not (each.lower in _LINKING and each.dep == "pobj" and not each.left)
        ):
            return each
    return None


_LINKING = frozenset({"addition", "case", "contrast", "exchange", "lieu", "order", "preparation", "response", "return"})


def hang(word: Word, head: Word, dep: str) -> None:
    """Make *word* depend on *head*, unless *head* itself depends on it."""
    if head is not word and any(each is word for each in head.climb()):
        return
    old = word.head
    if old is not word:
        old.left = tuple(w for w in old.left if w is not word)
        old.right = tuple(w for w in old.right if w is not word)
    word.head, word.dep = head, dep
    if word.i < head.i:
        head.left = tuple(sorted((*head.left, word), key=IN_ORDER))
    elif word.i > head.i:
        head.right = tuple(sorted((*head.right, word), key=IN_ORDER))


def compounded(noun: Word) -> Word:
    """The noun that ends the compound of which *noun* is a part."""
    while noun.dep in ("compound", "nmod") and noun.head.pos in NOUNS and noun.head.i > noun.i and noun.head.mention is None:
        noun = noun.head
    return noun


def begin(noun: Word) -> int:
    """The place of the first word of a noun phrase, as far as it is before its head."""
    return min(map(IN_ORDER, noun.within()))


def is_passive(verb: Word) -> bool:
    """Whether *verb* has the auxiliary of the passive."""
    return any(c.dep == "auxpass" for c in verb.left)


def is_that_clause(verb: Word) -> bool:
    """Whether "that" opens the clause of *verb*."""
    return any(c.dep == "mark" and c.lower == "that" for c in verb.left)


def verb_above(word: Word) -> Word | None:
    """The nearest full verb that *word* hangs on, itself included."""
    return next((w for w in chain((word,), word.climb()) if w.pos in VERBS and w.dep not in AUXILIARIES), None)
