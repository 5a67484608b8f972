"""Pronouns: what they can stand for, and which words of their own sentence they take up."""

from __future__ import annotations

from itertools import pairwise, takewhile

from factex.frames.lexicon import can_say, codes, is_event, is_figure, is_move_verb, roles, words
from factex.frames.owners import possessor
from factex.frames.persons import GENDERS, gender_of, is_person, must_be_person
from factex.frames.quotes import Quotations
from factex.frames.registry import Registry
from factex.frames.syntax import SUBJECTS, VERBS, Parse, Word, subject_of, verb_above

PERSONAL = {
    "he": "person", "him": "person", "his": "person", "she": "person", "her": "person", "hers": "person",
    "it": "thing", "its": "thing", "they": "group", "them": "group", "their": "group", "theirs": "group",
}  # fmt: skip
"""The pronouns that stand for somebody or something told of, and for what: a person, a thing or a group."""

SPEAKERS = frozenset({"i", "we", "me", "us", "my", "our"})
ALONE = frozenset({"i", "me", "my"})  # who "we" are is open: a company's head speaks for it


def counterpart(pronoun: Word) -> Word | None:
    """Who acts on what a pronoun stands for, and so is another: "Orion bought it", "the bank expects it to grow"."""
    verb = pronoun.head
    if pronoun.dep in SUBJECTS and verb.dep == "ccomp" and any(c.lower == "to" for c in verb.left):
        verb = verb.head
    elif pronoun.dep not in ("dative", "dobj"):
        return None
    return subject_of(verb) if verb.pos in VERBS else None


def phrase_above(pronoun: Word) -> list[Word]:
    """The nouns of whose phrase a pronoun is a part, which it cannot be: "Lyra, one of its units", "the price of its shares"."""
    path = [pronoun, *takewhile(lambda w: w.pos not in VERBS, pronoun.climb())]
    return [pronoun, *(head for below, head in pairwise(path) if below.dep == "appos" or below.lower == "of")]


def _owns_nothing(noun: Word, thing: Word) -> bool:
    """Whether a deed or figure is no owner of a thing: "Lyra said the deal lifts its sales"; a rate has its peak."""
    own = thing.ent == "DATE" or thing.lemma in words("figures", "extremes", "levels")  # "its third week"
    return noun.pos == "NOUN" and not own and (is_event(noun.lemma) or is_figure(noun.lemma))


_THINGS = frozenset({"dobj", "nsubj", "nsubjpass", "pobj"})


class Pronouns:
    """Which words of its own sentence a pronoun takes up, by the names and the quotations of one article."""

    def __init__(self, quotations: Quotations, registry: Registry) -> None:
        self.quotations = quotations
        self.registry = registry

    def near(self, word: Word, parse: Parse) -> Word | None:
        """The word that a pronoun takes up in its clause or in one before; None if that is open."""
        number = word.head.head.mention if word.dep == "pobj" and word.head.lower == "of" else None
        if number is not None and PERSONAL[word.lower] == "group":  # "bought 5,000 records and found that 83% of them worked"
            before = [w for w in reversed(parse.words[: word.i]) if w.mention != number and w.dep in _THINGS]
            plural = [w for w in before if w.tag in ("NNS", "NNPS")]  # "teachers like computers, but 6% of them own one"
            return next((w for w in plural if w.dep != "pobj"), next(iter(plural), None))
        first = word.head.head if word.lower == "its" and word.head.dep == "conj" else word
        if first.tag in ("NN", "NNP") and first.ent != "PERSON":
            return first  # "the city and its 300 schools"
        return self._in_clause(word) or self._in_sentence(word, parse)

    def _in_clause(self, word: Word) -> Word | None:
        """The subject of the pronoun's clause or of one above it; for an object, the object of one above it."""
        verb, whole = verb_above(word), phrase_above(word)
        # An object is never its own clause's subject: in "it doubled it" there are two of them.
        bound = word.dep in ("dobj", "pobj", "dative") and verb is word.head
        for _ in range(4):
            if verb is None:
                return None
            each = (verb.child("dobj") if verb is not word.head else None) if bound else subject_of(verb)
            early = next((c.child("nsubj") for c in verb.left if c.dep == "advcl" and c.i < word.i), None)
            many = early is not None and PERSONAL[word.lower] == "group" and early.tag == "NNS"
            each = early if many else each  # "though graduates may have debts, their salaries are high"
            fits = each is not None and each not in whole and each.i < word.i and self._fits(each, word)
            deed = word.dep == "poss" and each is not None and _owns_nothing(each, word.head)
            if fits and each is not counterpart(word) and not deed:
                return each
            verb = verb_above(verb.head) if verb.head is not verb else None
        return None

    def saying(self, word: Word) -> Word | None:
        """Who says what the pronoun is a part of: "the bank sees growth slowing from the 5% it forecast in May"."""
        verbs = (w for w in word.climb() if w is not word.head and w.pos in VERBS and w.lemma in codes("sources"))
        subjects = (subject_of(w) for w in verbs)
        return next((s for s in subjects if s is not None and s.i < word.i and self._fits(s, word)), None)

    def coming(self, word: Word) -> Word | None:
        """The subject that a phrase before it already points to: "After cutting its staff by 10%, Acme returned to profit"."""
        # "When he was 19, Lund left"
        early = word.dep in SUBJECTS and word.head.dep == "advcl" and PERSONAL[word.lower] == "person"
        opens = all(w.dep not in SUBJECTS for w in ((word.head,) if early else (word,)) + tuple(word.climb()))
        main = next((w for w in word.climb() if w.pos in VERBS and w.child("nsubj", "nsubjpass") not in (None, word)), None)
        subject = main.child("nsubj", "nsubjpass") if main is not None and opens else None
        if subject is None or subject.i < word.i or subject.lower in PERSONAL:
            return None
        return subject if self._fits(subject, word) else None

    def _in_sentence(self, word: Word, parse: Parse) -> Word | None:
        """The subject of a clause before; for "they", the one plural noun before."""
        quote = self.quotations.at(word.start)
        before = [w for w in parse.words[: word.i] if self.quotations.at(w.start) is quote]
        if word.dep in SUBJECTS or PERSONAL[word.lower] == "person":
            # "The project took a year; it cost $5 million."
            subjects = [w for w in before if w.dep in SUBJECTS and self._fits(w, word)]
            if subjects and subjects[-1].lower not in PERSONAL:
                return subjects[-1]
            whose = (possessor(w) for w in reversed(before) if w.dep in SUBJECTS)  # "the shop's sales fell 3%, and it expects"
            owner = next((w for w in whose if w is not None and can_say(w.lemma) and self._fits(w, word)), None)
            if owner is not None and word.lower == "it" and word.head.lemma != "be" and not is_move_verb(word.head):
                return owner
        # As in "it sent the shares down and they lost 5%".
        nouns = [w for w in before if w.tag in ("NNS", "NNPS") and w.dep not in ("compound", "pobj", "npadvmod") and not w.bare]
        nouns = [w for w in nouns if w.lemma not in roles("written")]
        return nouns[0] if PERSONAL[word.lower] == "group" and len(nouns) == 1 else None

    def _fits(self, subject: Word, pronoun: Word) -> bool:
        """Whether *pronoun* may take up *subject*, by number, by gender and as a person or a thing."""
        kind = PERSONAL[pronoun.lower]
        if subject.lower in PERSONAL:
            return PERSONAL[subject.lower] == kind and GENDERS.get(subject.lower) == GENDERS.get(pronoun.lower)
        aged = kind == "person" and subject.lemma == "old"  # "the 19-year-old said he"
        written = kind == "group" and subject.lemma in roles("written")  # "court papers say they fled"
        if subject.lower in words("phrases", "unresolved") or (subject.mention is not None and not aged) or written:
            thing = (
                subject.nominal and pronoun.dep == "poss" and not is_person(subject.lemma)
            )  # "one family that sold 20 of its cows"
            return thing and not written and kind == ("group" if subject.tag == "NNS" else "thing")
        name = self.registry.entity(subject) if subject.ent else self.registry.full(subject.text)
        if (self.registry.label(name) or subject.ent) == "PERSON":
            return kind == "person" and self.registry.suits(name, pronoun.lower)
        plural = subject.tag in ("CD", "NNS", "NNPS") or any(c.dep == "conj" for c in subject.right)  # "the two said they"
        if kind == "thing":
            return not plural and not (must_be_person(subject.lemma) and not subject.ent)
        if kind == "group":
            return plural or subject.ent in ("ORG", "GPE", "NORP")
        alone = subject.pos == "PROPN" and not subject.left and self.registry.label(self.registry.full(subject.text)) is None
        person = is_person(subject.lemma) or alone  # a surname that no model knows
        return aged or (not (subject.ent or plural) and person and self.suits(subject.lower, subject.lemma, pronoun))

    def suits(self, name: str, noun: str, pronoun: Word) -> bool:
        """Whether a pronoun may be of the gender that a name or the noun before it tells."""
        told = gender_of(noun)
        return self.registry.suits(name, pronoun.lower) and told in (None, GENDERS.get(pronoun.lower, told))
