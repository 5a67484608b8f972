"""Names over an article: who "it", "he", "the company" and "Trump" are.

Resolution abstains: where the words leave open who is meant, there is no name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from factex.data import table
from factex.frames.entities import entity_head, entity_text, untitled
from factex.frames.phrases import join, phrase
from factex.frames.quotes import Quotations
from factex.frames.scene import Scene
from factex.frames.syntax import NAMED, NOUNS, SUBJECTS, VERBS, Parse, Word, essence, subject_of, verb_above
from factex.records import Article

PERSONAL = {
    "he": "person", "him": "person", "his": "person", "she": "person", "her": "person", "hers": "person",
    "it": "thing", "its": "thing", "they": "group", "them": "group", "their": "group", "theirs": "group",
}  # fmt: skip
SPEAKERS = frozenset({"i", "we", "me", "us", "my", "our"})
UNRESOLVED = frozenset(
    {
        "this",
        "that",
        "these",
        "those",
        "which",
        "who",
        "what",
        "there",
        "you",
        "your",
        "one",
        "everyone",
        "someone",
        "all",
        "some",
        "both",
        "many",
        "others",
        "most",
        "whoever",
        "whom",
        "each",
        "none",
        "another",
        "any",
        "such",
        "here",
        "'s",
        "more",
        "it",
        "they",
        "he",
        "she",
        "him",
        "her",
        "them",
    }
)
_DEFINITE = frozenset({"the", "this", "that"})


@cache
def _companies() -> re.Pattern[str]:
    """Names that end as those of companies do: those in sentences that were not parsed are found by them."""
    ends = "|".join(table("roles")["company_ends"])
    return re.compile(rf"\b[A-Z][\w&’'-]*(?: (?:& )?[A-Z][\w&’'-]*){{0,3}} (?:{ends})\b")


REFERENTS = frozenset({"PERSON", "ORG", "GPE", "PRODUCT", "NORP"})


@dataclass(slots=True)
class Name:
    """A name at a place of the article. `subject`: whether it is a grammatical subject there.

    `label`: spaCy's entity label in most places of the article; `labels`: all that it has.
    """

    text: str
    label: str
    start: int
    subject: bool
    labels: frozenset[str]


@dataclass(frozen=True, slots=True)
class Told:
    """Whom the main clause of the last sentence was about, how a pronoun would take it up, and where it ended.

    `named`: whether it is a name, as owners mostly are: "its" takes up the company rather than the deal.
    """

    name: str
    kind: str | None
    end: int
    named: bool


class Names:
    """The names of one article: where each stands, and how often."""

    def __init__(self, article: Article, parses: Sequence[Parse]) -> None:
        """Learn the names in the parsed sentences, and find them again in the sentences that were not parsed."""
        self.article = article
        self.quotations = Quotations(article.text)
        self.titles: dict[str, str] = {}
        self.roles = {role: frozenset(words) for role, words in table("roles").items()}
        found: dict[str, Counter[str]] = {}
        subjects: set[int] = set()
        for parse in parses:
            for word in parse.words:
                if word.ent_iob == "B" and word.ent in REFERENTS and word.mention is None:
                    text = entity_text(word, article)
                    found.setdefault(text, Counter())[word.ent] += 1
                    head = entity_head(word)
                    if head.dep in SUBJECTS:
                        subjects.add(word.start)
                    if word.ent == "PERSON":
                        self._introduce(head, text)
        for match in _companies().finditer(article.text):
            found.setdefault(match[0], Counter())["ORG"] += 1
        labels = {text: count.most_common(1)[0][0] for text, count in found.items() if text not in self.roles["agency"]}
        self.seen: list[Name] = []
        if labels:
            longest_first = sorted(labels, key=len, reverse=True)
            pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)")
            for match in pattern.finditer(article.text):
                opens = not article.text[max(0, match.start() - 2) : match.start()].strip(' "“')
                subject = opens or match.start() in subjects
                self.seen.append(Name(match[0], labels[match[0]], match.start(), subject, frozenset(found[match[0]])))
        self.counts = Counter(name.text for name in self.seen)
        self.told: Told | None = None

    def meet(self, scene: Scene) -> None:
        """Note whom a sentence is about, for the pronouns of the sentence after it."""
        self.told = None
        root = next((w for w in scene.parse.words if w.dep == "ROOT" and w.pos in VERBS), None)
        subject = subject_of(root) if root is not None else None
        if subject is None or subject.bare or subject.pos not in NOUNS:
            return
        name = self.name(subject, scene.parse)
        if name is not None:
            named = subject.pos != "NOUN" or any(n.text == name for n in self.seen)
            self.told = Told(name, self._kind(subject, name), scene.sentence.end, named=named)

    def _kind(self, subject: Word, name: str) -> str | None:
        """How a pronoun would take up a subject: as person, thing or group; None where that is not known."""
        if subject.lower in PERSONAL:
            return PERSONAL[subject.lower]
        label = next((n.label for n in self.seen if n.text == name), subject.ent)
        if label == "PERSON":
            return "person"
        plural = subject.tag in ("NNS", "NNPS") or " and " in name
        return "group" if plural else "thing" if label or subject.pos == "NOUN" else None

    def _taken_up(self, word: Word, kind: str) -> str | None:
        """The subject of the sentence before, if *word* is a pronoun that fits it."""
        told = self.told
        if told is None or self.article.text[told.end : word.start].count("\n") > 1:
            return None
        gap = self.article.text[told.end : word.start]
        if word.dep == "poss" and not told.named:
            return None
        near = not any(mark in gap.strip(' .\n"”“') for mark in ".!?")
        return told.name if near and (told.kind == kind or (kind == "group" and told.kind == "thing")) else None

    def _introduce(self, head: Word, text: str) -> None:
        """Learn a title: "President Han", "Han, the president"."""
        for other in (*head.left, *head.right, head.head):
            title = other.lemma.lower()
            if title in self.roles["PERSON"] and (other.dep in ("compound", "nmod", "appos") or head.dep == "appos"):
                self.titles.setdefault(title, text)

    def name(self, word: Word, parse: Parse) -> str | None:
        """The shortest full name of what the noun phrase of *word* refers to; None if the text leaves it open."""
        word = essence(word)
        if word.lower in PERSONAL and word.pos in ("PRON", "DET") and not _is_acronym(word):
            return self.antecedent(word, parse)
        if word.mention is not None and word.dep != "poss":
            return join(parse.of[word.mention], self.article) if word.nominal else None
        if (word.lower in UNRESOLVED or word.lower in SPEAKERS) and not _is_acronym(word):
            return None
        if word.ent == "NORP" and (country := table("names")["peoples"].get(word.lower)) is not None and word.dep == "amod":
            return str(country)
        if word.pos == "PROPN":
            other = next((c for c in word.right if c.dep == "conj" and c.pos == "PROPN"), None)
            if other is not None and any(c.lower == "and" for c in word.right) and (both := self.name(other, parse)) is not None:
                return f"{self._proper(word)} and {both}"
            return self._proper(word)
        return self.referent(word) or join(phrase(word, whole=True), self.article) or None

    def _proper(self, word: Word) -> str:
        """A name as the sentence has it: the entity that spaCy sees, else the capitalised words."""
        if word.ent in NAMED and word.ent != "NORP":
            return entity_text(word, self.article)
        return join(untitled(_capitalised(word)), self.article)

    def referent(self, word: Word) -> str | None:
        """The name that a noun stands for: the one beside it, or the one that the article has been telling about."""
        role = self.role(word)
        return self.apposed(word) or (self.holder(role, word) if role is not None else None)

    def apposed(self, word: Word) -> str | None:
        """The name beside a role: "the carmaker Volvo", "its founder, Adam Neumann"."""
        for child in word.right:
            if child.dep == "appos" and child.ent in ("PERSON", "ORG", "GPE"):
                return entity_text(child, self.article)
        return None

    def role(self, word: Word) -> str | None:
        """What kind of name "the company", "the bank", "the president" stands for; None for other words."""
        if not any(c.lower in _DEFINITE for c in word.left if c.dep == "det"):
            return None
        # "the company that makes it" says itself who is meant; "the company, which makes it," does not
        if any(c.dep == "prep" or (c.dep in ("relcl", "acl") and not _comma_between(word, c)) for c in word.right):
            return None
        return next((role for role, words in self.roles.items() if word.lemma in words), None)

    def holder(self, role: str, word: Word) -> str | None:
        """The name of this kind that the article has been telling about; a person must have been introduced by this title."""
        if role == "PERSON":
            return self.titles.get(word.lemma)
        names = [n for n in self.seen if role in n.labels and n.start < word.start]
        return self._salient(names)

    def quoted(self, who: str, place: int) -> str | None:
        """The name of the source of a quotation, which may be a pronoun there."""
        kind = PERSONAL.get(who.lower())
        if kind is None:
            return who
        named = [(n.start, n.text) for n in self.seen if _label_fits(n.label, kind) and n.start < place]
        if kind == "person":
            earlier = (q for q in self.quotations.found if q.who is not None and q.start < place)
            named += [(q.end, q.who) for q in earlier if q.who and q.who[0].isupper() and q.who.lower() not in PERSONAL]
        return max(named)[1] if named else None

    def topic(self, place: int) -> str | None:
        """The company that the article is about before the offset *place*; None unless one stands out."""
        return self._salient([n for n in self.seen if "ORG" in n.labels and n.start < place])

    def antecedent(self, word: Word, parse: Parse) -> str | None:
        """Whom a pronoun stands for: in its clause, in its sentence, in the sentence before, in the article; None if open."""
        kind = PERSONAL[word.lower]
        near = self._in_clause(word, kind) or self._in_sentence(word, kind, parse)
        if near is not None:
            return self.name(near, parse)
        earlier = [w for w in parse.words[: word.i] if w.ent_iob == "B" and _label_fits(w.ent, kind) and w.mention is None]
        names = {entity_text(w, self.article) for w in earlier}
        if len(names) == 1:
            return names.pop()
        if names:
            subjects = [w for w in earlier if entity_head(w).dep in SUBJECTS]
            return entity_text(subjects[-1], self.article) if len(subjects) == 1 else None
        taken_up = self._taken_up(word, kind)
        return taken_up or self._salient([n for n in self.seen if _label_fits(n.label, kind) and n.start < word.start])

    def _in_clause(self, word: Word, kind: str) -> Word | None:
        """The subject of the pronoun's clause or of one above it; for an object, the object of one above it."""
        verb = verb_above(word)
        # An object is never its own clause's subject: in "it doubled it" there are two of them.
        bound = word.dep in ("dobj", "pobj", "dative") and verb is word.head
        for _ in range(4):
            if verb is None:
                return None
            each = (verb.child("dobj") if verb is not word.head else None) if bound else subject_of(verb)
            if each is not None and each is not word and each.i < word.i and self._fits(each, kind):
                return each
            verb = verb_above(verb.head) if verb.head is not verb else None
        return None

    def _in_sentence(self, word: Word, kind: str, parse: Parse) -> Word | None:
        """The subject of a clause before; for "they", the one plural noun before."""
        before = parse.words[: word.i]
        if word.dep in SUBJECTS:
            # "The project took a year; it cost $5 million."
            subjects = [w for w in before if w.dep in SUBJECTS and self._fits(w, kind)]
            if subjects and subjects[-1].lower not in PERSONAL:
                return subjects[-1]
        # As in "it sent the shares down and they lost 5%".
        nouns = [w for w in before if w.tag in ("NNS", "NNPS") and w.dep not in ("compound", "pobj", "npadvmod") and not w.bare]
        return nouns[0] if kind == "group" and len(nouns) == 1 else None

    def _fits(self, subject: Word, kind: str) -> bool:
        if subject.lower in PERSONAL:
            return PERSONAL[subject.lower] == kind
        if subject.lower in UNRESOLVED or subject.lower in SPEAKERS or subject.mention is not None:
            return False
        if subject.ent == "PERSON":
            return kind == "person"
        plural = subject.tag in ("NNS", "NNPS") or any(c.dep == "conj" for c in subject.right)
        if kind == "thing":
            return not plural
        if kind == "group":
            return plural or subject.ent in ("ORG", "GPE", "NORP")
        return subject.ent == "" and subject.pos == "NOUN" and not plural

    def _salient(self, names: list[Name]) -> str | None:
        """The name that *names* are about: the last subject where it is frequent, else the one that the article names most."""
        if not names:
            return None
        texts = {name.text for name in names}
        if len(texts) == 1:
            return names[0].text
        ranked = sorted(texts, key=lambda text: -self.counts[text])
        top, second = self.counts[ranked[0]], self.counts[ranked[1]]
        subjects = [name.text for name in names[-4:] if name.subject]
        if subjects and 2 * self.counts[subjects[-1]] >= top:
            return subjects[-1]
        return ranked[0] if top > second else None


def _is_acronym(word: Word) -> bool:
    """Whether a word in capitals is a name that looks like a pronoun: the US, the WHO."""
    return len(word.text) > 1 and word.text.isupper()


def _comma_between(word: Word, clause: Word) -> bool:
    return any(c.text == "," and c.i < clause.i for c in word.right)


def _capitalised(word: Word) -> list[Word]:
    """The words of a name that spaCy sees no entity in: up to its head, and what goes on from there in capitals or figures."""
    found: list[Word] = []
    for each in phrase(word):
        if each.i > word.i and not (each.pos in ("PROPN", "NUM") or each.text in "/&-"):
            break
        found.append(each)
    return found


def _label_fits(label: str, kind: str) -> bool:
    return (
        label == "PERSON"
        if kind == "person"
        else label in ("ORG", "GPE", "PRODUCT")
        if kind == "thing"
        else label in ("ORG", "GPE", "NORP")
    )
