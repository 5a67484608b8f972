"""The names of an article: where each stands, what it is called in full, which roles it was introduced by, and who stands out."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from operator import itemgetter

from factex.data import table
from factex.frames.aliases import companies, full_names, of_title, relatives
from factex.frames.entities import entity_head, entity_text
from factex.frames.kinds import body, countries, may_be, synonyms
from factex.frames.lexicon import codes, is_figure, is_move_noun, is_move_verb, role_of, roles, words
from factex.frames.machine import once
from factex.frames.owners import complement, is_bare_figure
from factex.frames.persons import GENDERS, gender_of, genders, given_gender, spelled_out, surname_of, titled, unnamed, whole_words
from factex.frames.quotes import credited
from factex.frames.salience import Line, Name
from factex.frames.syntax import SUBJECTS, Parse, Word
from factex.records import Article

REFERENTS = frozenset({"PERSON", "ORG", "GPE", "PRODUCT", "NORP"})

REFERENTS_OF = {
    "person": frozenset({"PERSON"}),
    "thing": frozenset({"ORG", "GPE", "PRODUCT"}),
    "group": frozenset({"ORG", "GPE", "NORP"}),
}
"""The labels of the names that pronouns take up: "she", "it", "they"."""


class Registry:
    """The names in the parsed sentences of an article, found again in those that were not parsed."""

    def __init__(self, article: Article, parses: Sequence[Parse]) -> None:
        self.article = article
        self.introduced: dict[str, list[str]] = {}
        self._full: dict[str, str] = {}
        self._owners: set[str] = set()
        self._firms: set[str] = set()
        _unname(article.text, parses)
        found, subjects = self._learn(article, parses)
        for name in companies(article.text):
            found.setdefault(name, Counter())["ORG"] += 1
        for match in credited(article.text):
            found.setdefault(match["who"], Counter())["PERSON"] += 1
        labels = self._best_labels(article.text, found)
        for name in list(spelled_out(article.text, labels)):
            found[name], labels[name] = Counter({"PERSON": 1}), "PERSON"
        self._full = full_names(article.text, labels)
        self._relatives = relatives(labels)
        for short, name in [*self._full.items(), *((name, long) for long, name in self._full.items())]:
            if labels.get(name) == "ORG":  # the model may have missed one of its forms
                labels.setdefault(short, "ORG")
        self._owners = set(map(self.full, self._owners))
        self.introduced = {role: [*dict.fromkeys(map(self.full, names))] for role, names in self.introduced.items()}
        self.genders = genders(article.text, labels, self._full)
        self.seen: list[Name] = []
        for text, start in _places(article.text, labels):
            opens = not article.text[max(0, start - 2) : start].strip(' "“')
            name = self.full(text)
            label = labels.get(name, labels[text])
            seen = frozenset(found.get(name, ())) | frozenset(found.get(text, ()))
            given = given_gender(name) or self.genders.get(name)  # whom a model has for a firm at times
            sure = label == "PERSON" and " " in name and given is not None
            known = seen if label in seen and not sure else frozenset({label})
            self.seen.append(Name(name, label, start, opens or start in subjects, known))
        self.counts = Counter(name.text for name in self.seen)
        self._about = {name.text for name in self.seen if name.subject}
        # Who is only told of as the firm of those who watch others: "analysts at Acme".
        watch = Counter(name.text for name in self.seen if _observes().search(article.text, max(0, name.start - 24), name.start))
        self._watchers = {text for text, count in watch.items() if count == self.counts[text]}
        self._lines: dict[tuple[str | None, str], Line] = {}
        self._labels = {name.text: name.label for name in reversed(self.seen)}

    @once
    def _unnamed(self) -> list[tuple[int, str]]:
        """Those who are called by a common noun alone: where, and of which gender."""
        return list(unnamed(self.article.text))

    def _learn(self, article: Article, parses: Sequence[Parse]) -> tuple[dict[str, Counter[str]], set[int]]:
        """The labels of each name in the parsed sentences, and where one is a subject."""
        found: dict[str, Counter[str]] = {}
        subjects: set[int] = set()
        for word in (word for parse in parses for word in parse.words if word.ent or word.pos == "PROPN"):
            if word.ent_iob == "B" and word.ent in REFERENTS and word.mention is None:
                text, head = entity_text(word, article), entity_head(word)
                if not text:  # a model labels punctuation too
                    continue
                label = "PERSON" if " " in text and head.dep in SUBJECTS and head.head.lemma in ("bear", "die") else word.ent
                found.setdefault(text, Counter())[label] += 1
                if head.dep in SUBJECTS or (head.dep == "poss" and head.head.dep in SUBJECTS and _has_figures(head)):
                    subjects.add(word.start)
                self._introduce(head, text)
            if word.pos == "PROPN" and _has_figures(word):
                name = entity_text(word, article) if word.ent else word.text
                self._owners.add(name)
                above = (word.head, *word.head.left) if " " not in name and word.head.pos == "NOUN" else ()
                if any(w.lemma in words("figures", "of_company") for w in above):
                    self._firms.add(name)
            if word.pos == "PROPN" and not word.ent and word.dep in SUBJECTS and word.text[0].isupper():
                text = article.text[word.start : word.end]
                if text not in found and all(c.lower in roles("trades") for c in word.left):
                    found[text] = Counter({"": 1})
                    self._introduce(word, text)
        return found, subjects

    def _best_labels(self, text: str, found: Mapping[str, Counter[str]]) -> dict[str, str]:
        """The label that each name has mostly, unless the article tells better.

        A person has a given name and a title before it, or a surname that is a person's elsewhere; "the fish group Lyra Marine"
        is none; "Rovers" is the club if "Ashcombe Rovers" is.
        """
        nobody = roles("agency") | roles("illnesses") | roles("titles")  # "CFO"
        labels = {n: count.most_common(1)[0][0] for n, count in found.items() if n not in nobody and n.lower() not in nobody}
        for name in labels:
            given = " " in name and given_gender(name) is not None
            if given and ("PERSON" in found.get(surname_of(name), ()) or titled(text, name)):
                labels[name] = "PERSON"
        # "Volta's shares", of a Volta that nobody is called in full
        firms = self._firms - {surname_of(name) for name in (*labels, *spelled_out(text, labels)) if " " in name}
        firms |= {name for role, names in self.introduced.items() if role_of(role) == "ORG" for name in names}
        labels |= {name: "ORG" for name in firms & labels.keys() if labels[name] == "PERSON" and given_gender(name) is None}
        parts: dict[str, set[str]] = {}
        for name, label in labels.items():
            if " " in name:
                parts.setdefault(label, set()).update((name.split()[0], name.split()[-1]))
        for name in parts.get("ORG", set()) - parts.get("PERSON", set()):
            if labels.get(name) == "PERSON":
                labels[name] = "ORG"
        return labels

    def _introduce(self, head: Word, text: str) -> None:
        """Learn a role: "President Han", "Han, the president", "the carmaker Volvo", "Volvo is a carmaker"."""
        near = [c for c in head.left if c.dep in ("compound", "nmod", "amod")]
        near += [c for c in head.right if c.dep == "appos"]
        if head.dep == "appos":
            near += [head.head, *(c for c in head.head.left if c.dep == "compound")]
        elif head.dep == "nsubj" and head.head.lemma == "be":
            near += [c for c in head.head.right if c.dep == "attr"]
        for other in near:
            role = "startup" if other.lemma == "up" and other.previous.previous.lower == "start" else other.lemma
            beside = next((c.lower for c in (*head.left, *other.left) if c.i == other.i - 1), "")
            if role_of(role) is not None and beside not in roles("lesser") and text not in self.introduced.setdefault(role, []):
                self.introduced[role].append(text)

    def full(self, text: str) -> str:
        """The name in full: a surname as introduced ("Lund" is Anna Lund), an acronym spelled out, a company without "Inc."."""
        return self._full.get(text, text)

    def entity(self, word: Word) -> str:
        """The full name of the entity of *word*."""
        text = entity_text(word, self.article)
        first = (word.entity or [word])[0]
        title = gender_of(first.lower.rstrip(".")) or gender_of(first.previous.lower.rstrip("."))
        return self.full(text) if title is None else of_title(title, text, self.full(text), self._relatives)

    def label(self, text: str) -> str | None:
        """The label that a name mostly has; None if it is none."""
        return self._labels.get(text)

    def referents(self, kind: str, pronoun: str) -> Line:
        """The names that *pronoun* may take up as a person, a thing or a group: "she" takes up no man."""

        def fits(name: Name) -> bool:
            # Places do that are a subject somewhere.
            acts = name.text in self._about or not (name.label == "GPE" or name.text in self._watchers)
            return acts and name.label in REFERENTS_OF[kind] and self.suits(name.text, pronoun)

        return self._line((kind, pronoun), fits)

    def holder(self, noun: str, place: int) -> str | None:
        """The name before the offset *place* that "the *noun*" stands for; None if that is open.

        A noun that tells a kind, "the bank", stands first for names that were introduced by it or hold it, such as the Bank of
        Norway; a person must have been. "The company" is any.
        """
        role = role_of(noun)
        if noun not in roles("generic"):
            known = {name for word in synonyms(noun) for name in self.introduced.get(word, ())}
            introduced = self._line(("introduced", noun), lambda n: n.text in known)
            holding = self._line(("holds", noun), lambda n: role in n.labels and _holds(n.text.lower(), noun))
            named = introduced if introduced.until(place) else holding
            if named.until(place) or role == "PERSON":
                return named.salient(place)
        return self._labelled(role, place, noun)

    def suits(self, name: str, pronoun: str) -> bool:
        """Whether *pronoun* may take up a name: "she" takes up no man."""
        return self.genders.get(name) in (None, GENDERS.get(pronoun)) or pronoun not in GENDERS

    def may_be(self, name: str, noun: str) -> bool:
        """Whether a definite *noun* may take up *name*: after "regulator Ofgem fined Lyra" no supplier is Ofgem."""
        office = noun not in roles("offices") and any(name in self.introduced.get(each, ()) for each in roles("offices"))
        return not office and may_be(name, noun)

    def is_open(self, name: str, pronoun: str, place: int) -> bool:
        """Whether *pronoun* may as well take up somebody without a name who came after *name* or is told of more."""
        named = self._line(("name", name), lambda n: n.text == name)
        last = named.last(place)
        if last is None or pronoun not in GENDERS:
            return False
        between = self._unnamed[bisect_left(self._unnamed, (last.start, "")) : bisect_left(self._unnamed, (place, ""))]
        return any(gender in ("", GENDERS[pronoun]) for start, gender in between if not self._apposed(last.start, start))

    def _apposed(self, name: int, noun: int) -> bool:
        """Whether a noun tells of the name that begins at the offset *name*: "Ann Lund, the mother of"."""
        between = self.article.text[name:noun]
        return "," in between and not any(mark in between for mark in ".;\n")

    def topic(self, place: int) -> str | None:
        """The company whose figures the article is about before the offset *place*; None unless one stands out.

        No public body is, whose figures are mostly those that it publishes: "Commerce Department figures showed".
        """
        found = self._labelled("ORG", place)
        return found if found is not None and self.has_figures(found) and body(found) is None else None

    def has_figures(self, name: str) -> bool:
        """Whether the article tells of a company's figures; a "teachers union" is none."""
        return name in self._owners and self.label(name) != "PERSON"

    def _labelled(self, role: str | None, place: int, noun: str = "company") -> str | None:
        """The salient name of a role before *place* that may be called by *noun*.

        A noun that tells a kind takes up only what something was said about: "the team" is no journal in which it published.
        Where there is none for a company, it may be among those that no model knows: these are companies mostly.
        """
        about = self.counts.keys() if role != "ORG" else self._about
        if role == "ORG" and noun in roles("generic"):  # no shareholder named once is "the company"
            about = about | {name for name, count in self.counts.items() if count > 1}
        line = self._line((role, noun), lambda n: role in n.labels and n.text in about and self.may_be(n.text, noun))
        if role == "ORG" and not line.until(place):
            line = self._line(("", noun), lambda n: "" in n.labels)
        return line.salient(place)

    def _line(self, key: tuple[str | None, str], fits: Callable[[Name], bool]) -> Line:
        """The names that fit, looked for once: an article without end has as many nouns to ask for as it has names."""
        if key not in self._lines:
            self._lines[key] = Line([name for name in self.seen if fits(name)], self.counts)
        return self._lines[key]


def _holds(name: str, noun: str) -> bool:
    """Whether a name has a noun in it: "Bank of Norway", "Sterling Airlines"; no country is called so after it, as a state is."""
    return any(word.startswith(noun) for word in name.split()) and name not in countries()


def _has_figures(name: Word) -> bool:
    """Whether a name is told of as who has figures: "Acme's profit", "Acme earned"; no lender is who reports house prices."""
    top = name.head if name.dep == "appos" else name  # "the carmaker Acme"
    above, owned = top.head, words("figures", "owned")
    if top.dep not in SUBJECTS:
        noun = above.head if top.dep == "pobj" else above
        return top.dep in ("compound", "nmod", "pobj", "poss") and noun.lemma in owned
    said = above.child("ccomp") if above.lemma in codes("sources") else None
    told = said.child(*SUBJECTS) if said is not None else above.child("dobj")
    if is_move_verb(above) or above.lemma in table("figures")["nominal"]:
        return True
    if told is None:
        return False
    its = any(c.lower == "its" for c in told.left) and any(c.lemma in owned for c in (told, *told.left))
    moved = complement(told, "in") if is_move_noun(told) else None  # "reported a rise in profit"
    its |= told.lemma in codes("sayings") and above.lemma in ("beat", "exceed", "miss", "top")  # "Acme beat estimates"
    return its or is_bare_figure(told) or (moved is not None and moved.lemma in owned)  # "raised its forecast", "posted a profit"


def _unname(text: str, parses: Sequence[Parse]) -> None:
    """Take the label off a word that has its capital only for it opens a sentence: "Ransom payments rose", "Spending fell"."""
    for word in (parse.words[0] for parse in parses if parse.words):
        if word.ent in REFERENTS and len(word.entity) == 1 and (word.dep == "compound" or is_figure(word.lower)):
            named = is_figure(word.lower) or word.lower in words("figures", "goods")
            common = named or any(True for _ in whole_words(text, word.lower))
            opens = (text[:place].rstrip(' "“')[-1:] in ("", ".", "!", "?", "\n") for place in whole_words(text, word.text))
            if common and all(opens):
                word.ent, word.ent_iob, word.entity, word.pos = "", "O", (), "NOUN"


@cache
def _observes() -> re.Pattern[str]:
    """What stands before the firm of those who watch others: "analysts at"."""
    return re.compile(rf"\b(?:{'|'.join(roles('observer'))})s? (?:at|for|from|of|with) (?:the )?$", re.IGNORECASE)


def _places(text: str, names: Iterable[str]) -> list[tuple[str, int]]:
    """Where each name stands, in text order; where two overlap, the longer one does."""
    taken = bytearray(len(text))
    found: list[tuple[str, int]] = []
    for name in sorted(names, key=len, reverse=True):
        for place in whole_words(text, name):
            if not taken[place]:
                taken[place : place + len(name)] = b"\1" * len(name)
                found.append((name, place))
    return sorted(found, key=itemgetter(1))
