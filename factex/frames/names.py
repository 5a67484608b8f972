"""Names over an article: who "it", "he", "the company" and "Trump" are.

Resolution abstains: where the words leave open who is meant, there is no name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from factex.frames.entities import entity_head, untitled
from factex.frames.kinds import body, people
from factex.frames.lexicon import can_say, is_event, is_figure, role_of, roles, words
from factex.frames.memory import Memory, Told
from factex.frames.persons import is_person
from factex.frames.phrases import essence, join, parted, phrase
from factex.frames.pointing import (
    beside,
    capitalised,
    commanded,
    firm_of_speaker,
    is_acronym,
    is_bystander,
    is_called,
    is_definite,
    is_empty,
    is_named,
)
from factex.frames.pronouns import ALONE, PERSONAL, SPEAKERS, Pronouns, counterpart
from factex.frames.quotes import Quotations
from factex.frames.registry import REFERENTS_OF, Registry
from factex.frames.scene import Scene
from factex.frames.speakers import Speakers
from factex.frames.syntax import NAMED, SUBJECTS, VERBS, Parse, Word, subject_of, verb_above
from factex.frames.topics import Topics, told
from factex.records import Article

_MAKERS = re.compile(r"(\w+) (?:maker|producer)\b", re.IGNORECASE)


class Names:
    """Who is meant, by the names of one article and what its sentences have told."""

    def __init__(self, article: Article, parses: Sequence[Parse]) -> None:
        self.article = article
        self.quotations = Quotations(article.text)
        self.registry = Registry(article, parses)
        self._pronouns = Pronouns(self.quotations, self.registry)
        self.memory = Memory(article.text, self.registry, self._pronouns)
        self.speakers = Speakers(self.quotations, self.registry, self.memory)
        self.topics = Topics(self.memory, self.registry, self)
        self._known: dict[tuple[Word, bool], str | None] = {}
        # What the text has told of makers of, with the first place of each.
        self._made: dict[str, int] = {}
        for maker in _MAKERS.finditer(article.text):
            self._made.setdefault(maker[1].lower(), maker.start())

    def source(self, word: Word, scene: Scene) -> str | None:
        """The name of a source; a pronoun takes up the source of the sentence before: "police said. They added that"."""
        kind = None if is_acronym(word) else PERSONAL.get(word.lower)
        quoted = self.speakers.just_quoted(word) if kind == "person" else None
        if quoted is not None:
            return quoted
        heard = self.memory.fresh(self.memory.heard, word) if kind is not None else None
        # Of whom somebody speaks is mostly another: "Acme may grow 3%, they said".
        behind = any(c.dep == "ccomp" for c in word.head.left) and kind in ("group", "thing")
        near = not behind and kind is not None and self._pronouns.near(word, scene.parse) is not None
        if heard is not None and heard.kind == kind and not near:
            name: str | None = heard.name
        else:
            name = self.name(word, scene.parse, speaks=True) or None
            if name is None and kind == "person":
                name = self.speakers.quoted(word.lower, word.start)
            about = self.memory.about
            mute = about is not None and (is_event(about.noun) or about.noun in roles("written") or about.name[:1].isdigit())
            if mute and about is not None and about.name == name and kind == "group":
                name = None  # "A survey asked 300 doctors. They say": who says so is no survey, nor 9 million passengers
        self.memory.hear(told(self.memory, word, name, scene))
        return name

    def meet(self, scene: Scene) -> None:
        """Note whom a sentence is about and who is its source, for the pronouns of the sentence after it."""
        self.topics.meet(scene)
        self._known.clear()  # who is meant hangs on what the sentence before was about

    def owner(self, measure: Word | None, place: int) -> str | None:
        """Whose a figure is where its sentence does not say: whose the one before it is, but no publisher's, else the topic's."""
        told = None if measure is None else self.memory.before(measure)
        verb = None if measure is None else verb_above(measure)
        who = subject_of(verb.head) if verb is not None and verb.dep == "ccomp" else None
        said = self.registry.entity(who) if who is not None and who.ent == "ORG" else ""
        if self.registry.has_figures(said):
            return said  # "Acme said sales rose"
        if told is not None and (told.owner is not None or self.registry.has_figures(told.name)):
            whose = (told.owner or told).name
            return None if told.noun in roles("written") and body(whose) is not None else whose
        if told is not None and measure is not None and told.noun == measure.lemma and not told.bare:
            return None  # "UK home sales rose. Sales were"
        return self.registry.topic(place)

    def expected(self, verb: Word) -> str | None:
        """The figure that those who watch expected more or less of: "Revenue was $5 million. Analysts expected $6 million"."""
        told = self.memory.fresh(self.memory.within, verb) or self.memory.before(verb)
        known = told is not None and is_figure(told.noun) and told.noun not in ("figure", "share", "stock")
        return (told.measure or told.name) if known and told is not None else None

    def figure(self, measure: str, owner: str) -> tuple[str, str]:
        """Measure and owner, told apart where one pronoun stands for both: "Acme's shares rose. They are up 3%"."""
        told = self.memory.about
        if told is None or told.owner is None or not measure == owner == told.name:
            return measure, owner
        return told.measure, told.owner.name

    def name(self, word: Word, parse: Parse, *, speaks: bool = False) -> str | None:
        """The shortest full name of what the noun phrase of *word* refers to; None if the text leaves it open.

        *speaks*: whether it says something, which events and figures do not. Found once for each word of a sentence.
        """
        key = (word, speaks)
        if key not in self._known:
            self._known[key] = None  # meanwhile: "after cutting its staff, the company" takes up nobody, for its is the company's
            self._known[key] = self._name(essence(word), parse, speaks=speaks)
        return self._known[key]

    def _name(self, word: Word, parse: Parse, *, speaks: bool) -> str | None:
        if (word.lower in PERSONAL or word.lower in ALONE) and not is_acronym(word):
            return self.antecedent(word, parse, speaks=speaks) if word.lower in PERSONAL else self.speakers.speaker_of(word)
        if word.mention is not None and word.dep != "poss":
            counted = join(parse.of[word.mention], self.article) if word.nominal else ""
            return self._still(word) or (counted if any(map(str.isalpha, counted)) else None) if word.nominal else None
        deed = word.dep == "csubj" and word.child("ccomp", "dobj", "prt", "xcomp") is not None  # "laying off teachers saves $5"
        deed = deed or (word.lower.endswith("ing") and any(c.lower == "those" for c in word.left))  # "those leaving get $5"
        if (word.lower in words("phrases", "unresolved") or word.pos == "NUM" or deed) and not is_acronym(word):
            return self.speakers.firm_of(word) if word.lower in SPEAKERS else None  # "82 runs off 177 balls": no number runs
        if word.ent == "NORP" and word.dep == "amod" and (country := people(word)) is not None:
            return country
        if word.pos == "PROPN" or self.registry.full(word.text) != word.text:
            other = next((c for c in word.right if c.dep == "conj" and c.pos == "PROPN" and word.next.tag != "POS"), None)
            both = self.name(other, parse) if other is not None and not parted(word, other) else None
            link = " and " if any(c.lower == "and" for c in word.right) else ", "
            both = both if both is not None and (link == " and " or link in both or " and " in both) else None
            post = both is not None and word.lower in roles("titles")  # "President and Chief Executive Ann Lee"
            own = both if both is not None and post else self._proper(word)
            return own + link + both if both is not None and both not in own else own  # "Lund, Berg and Hill"
        return self.referent(word, parse) or join(phrase(word, whole=True), self.article) or None

    def _proper(self, word: Word) -> str:
        """A name in full: that beside a post ("Head of Media, Ann Lee"), the entity that spaCy sees, else the capitalised words."""
        beside = self._beside(word) if not word.ent and is_person(word.lower) else self._still(word)
        if beside is not None:
            return beside
        if word.ent in NAMED and word.ent != "NORP":
            return self.registry.entity(word)
        return self.registry.full(join(untitled(capitalised(word)), self.article))

    def referent(self, word: Word, parse: Parse) -> str | None:
        """The name that a noun stands for: the one beside it, or the one that the article has been telling about."""
        name = self.apposed(word)
        if name is not None or not is_definite(word):
            return name
        return self._again(word, parse) or self._whose(word, parse) or self._led(word) or self._still(word) or self._meant(word)

    def _again(self, word: Word, parse: Parse) -> str | None:
        """What the sentence has named before by the same noun: "India's regulator said ... the regulator"."""
        plain = word.tag == "NN" and role_of(word.lemma) == "ORG" and word.lemma not in roles("generic")
        same = (w for w in parse.words[: word.i] if w.lemma == word.lemma and w.pos == "NOUN" and w.mention is None)
        first = next(same, None) if plain else None
        name = None if first is None or is_definite(first) else self.name(first, parse)
        return name if name is not None and name[0].isupper() else None

    def _whose(self, word: Word, parse: Parse) -> str | None:
        """Whom "the company" takes up after "its" in the same sentence: "Its chief, Lund, said the company had grown"."""
        its = next((w for w in parse.words[: word.i] if w.lower == "its"), None) if word.lemma in roles("generic") else None
        name = self.antecedent(its, parse) if its is not None else None
        return name if name is not None and name[0].isupper() else None

    def _led(self, word: Word) -> str | None:
        """The firm of the one who leads it and reports the clause of "it" or "the company"."""
        firm = firm_of_speaker(word) if word.lower == "it" or role_of(word.lemma) == "ORG" else None
        name = None if firm is None else self.registry.entity(firm) if firm.ent else self.registry.full(firm.text)
        if name is None or self.registry.label(name) is None:
            return None
        if word.lower == "it":
            return name
        known = self.registry.introduced.get(word.lemma, (name,))  # "Aerion president Ann Lee said the airline, Sterling's buyer"
        return name if name in known and self.registry.may_be(name, word.lemma) else None

    def _still(self, word: Word) -> str | None:
        """Whom the sentence before was about, whom this one calls by age, country or calling: "the 39-year-old", "the novelist".

        Others may have the same calling, so that one must be whom the article tells most of.
        """
        told = self.memory.before(word) if word.dep in SUBJECTS else None
        if told is None or told.kind != "person" or not is_definite(word):
            return None
        called = word.lower == "old" or people(word) is not None
        if word.lemma in words("persons", "callings"):
            called = self.registry.referents("person", "").salient(word.start) == told.name
        return told.name if called else None

    def apposed(self, word: Word) -> str | None:
        """The name beside a role: "the carmaker Volvo", "its founder, Ann Lee", "Acme, a unit of Bolt"."""
        above = word.head
        return self._beside(word) or (self._proper(above) if word.dep == "appos" and is_named(above) else None)

    def _beside(self, word: Word) -> str | None:
        """The name that stands behind a role: "the carmaker Volvo"."""
        several = word.tag == "NNS" and is_person(word.lemma)  # "residents of Holm, Kent": no one place is many people
        named = (c for c in word.children if c.dep == "appos" and (is_named(c) or is_called(c)))
        child = next((c for c in named if not several or c.tag != "NNP" or c.child("conj") is not None), None)
        return None if child is None else self._proper(child) if child.pos == "PROPN" else join(phrase(child), self.article)

    def _meant(self, word: Word) -> str | None:
        """The name or phrase that a definite noun takes up: "the company", "the ministry"; None where that is open."""
        role = role_of(word.lemma)
        told = (self.memory.fresh(self.memory.reported, word) if role == "ORG" else None) or self.memory.before(word)
        if word.lemma in roles("offices") and any(c.dep == "compound" for c in word.left):
            return None  # "the finance ministry" says itself which one is meant
        if told is not None and told.noun == word.lemma and told.name != word.text and word.tag == "NN" and told.kind != "group":
            apart = role is None or word.lemma in words("figures", "indices")  # "the composite index", "the Oslo 50 index"
            apart = apart and any(c.dep in ("amod", "compound") for c in word.left)
            return None if apart else told.name  # "The finance ministry ... The ministry"
        if role is None or word.tag != "NN" or (word.lemma in roles("generic") and word.previous.ent == "ORG"):
            return None  # "the Lyra group" says itself who is meant
        found = self.registry.holder(word.lemma, min(w.start for w in word.within()))
        made = next((c.lower for c in word.left if c.dep == "compound"), "") if word.lemma in ("maker", "producer") else ""
        other = bool(made) and self._is_of_others(made, word.start)
        found = None if other else found
        sure = role == "PERSON" or (word.lemma in self.registry.introduced and not other)
        open_ = not sure and told is not None and self.registry.may_be(told.name, word.lemma)
        return self._weighed(found, told, role) if open_ and told is not None else found

    def _is_of_others(self, made: str, place: int) -> bool:
        """Whether the text has told of makers before *place*, but of none of these: the carpet maker is no chip maker."""
        return self._made.get(made, place) >= place and any(first < place for first in self._made.values())

    def _weighed(self, found: str | None, told: Told, role: str) -> str | None:
        """The name that the article offers for a role, or whom the sentence before was about; None where both are open."""
        if told.kind == "group" and told.owner is None and found is not None and found in told.name:
            return None  # "Acme and Bolt are rivals. The company": which of them?
        label = self.registry.label(told.name)
        if told.named and label == role == "GPE":
            return told.name  # "Leeds led the way. The city's prices rose": Leeds's, whatever else the article tells of
        if found is not None or not told.named or told.kind not in ("thing", None):
            return found
        own = label == role or (not label and role_of(told.noun) == role)
        return told.name if own else None  # "This group" is no study

    def antecedent(self, word: Word, parse: Parse, *, speaks: bool = False) -> str | None:
        """Whom a pronoun stands for: in its clause, in its sentence, in the sentence before, in the article; None if open."""
        if is_empty(word):
            return None
        others = {self.registry.entity(w) for w in commanded(word)}
        actor = counterpart(word)
        others |= {self.name(actor, parse) or ""} if actor is not None else set()
        near = (self._pronouns.saying(word) if speaks else None) or self._pronouns.near(word, parse)
        kind = PERSONAL[word.lower]
        mute = near is not None and near.pos == "NOUN" and not (can_say(near.lemma) or (kind == "group" and is_person(near.lemma)))
        if near is not None and not (speaks and kind in ("thing", "group") and mute):
            name = self.name(near, parse)
            if name is None or self.registry.suits(name, word.lower):  # "her coach, Tom Hill, said she"
                return name if name not in others else None
        return self._led(word) or self._name_before(word, kind, parse, others)

    def _name_before(self, word: Word, kind: str, parse: Parse, others: set[str]) -> str | None:
        """The name that a pronoun takes up: the one in its sentence, whom the sentence before was about, whom the article is.

        It is none of *others*.
        """
        named = [w for w in parse.words[: word.i] if w.ent_iob == "B" and w.ent in REFERENTS_OF[kind] and w.mention is None]
        quote = self.quotations.at(word.start)  # "We like Acme," they said: Acme is whom they speak of
        named = [w for w in named if self.quotations.at(w.start) is quote]
        part = word.dep == "pobj" and word.head.head.mention is not None and kind == "group"  # "IFS says that 73% of them fail"
        named = [w for w in named if not (part or is_bystander(w, word))]
        named = [w for w in named if self.registry.suits(self.registry.entity(w), word.lower)]
        earlier = [w for w in named if not beside(w, word) and self.registry.entity(w) not in others]
        names = {self.registry.entity(w) for w in earlier}
        coming = self._pronouns.coming(word) if not named else None
        if coming is not None:
            return self.name(coming, parse)
        heads = list(word.climb())  # "6% of staff at Acme said they"
        some = any(s.mention is not None for w in heads if w.pos in VERBS for s in (subject_of(w) or word,) if s not in heads)
        if kind == "group" and (some or any(w.ent == "PERSON" or PERSONAL.get(w.lower) == "person" for w in parse.words[: word.i])):
            return None  # "She married Lund in Oslo; they had two sons": both of them
        if len(names) == 1:
            return names.pop()
        if names:
            subjects = [w for w in earlier if entity_head(w).dep in SUBJECTS]
            return self.registry.entity(subjects[-1]) if len(subjects) == 1 else None
        apart = others | {self.registry.entity(w) for w in named} | {self.speakers.speaker_of(word)}
        verb = verb_above(word)
        taken_up = self.memory.taken_up(word, kind) if verb is None or subject_of(verb) is not None else None  # not "Get it for $5"
        if taken_up is not None and taken_up not in apart:
            return taken_up
        # They, what one gets and what lasts are anything.
        event = word.head.lemma in words("verbs", "happening")
        open_ = kind == "group" or (kind == "thing" and (event or word.dep not in (*SUBJECTS, "poss")))
        found = None if open_ else self.registry.referents(kind, word.lower).salient(word.start, apart)
        return None if found is None or self.registry.is_open(found, word.lower, word.start) else found
