"""Topics: whom each sentence is about and who speaks in it, as the pronouns of the next one may take it up."""

from __future__ import annotations

from typing import Protocol

from factex.frames.lexicon import codes, is_event, is_figure
from factex.frames.memory import Memory, Told
from factex.frames.owners import complement, is_bare_figure, own_named, possessor
from factex.frames.persons import GENDERS, is_person
from factex.frames.phrases import join, phrase
from factex.frames.registry import Registry
from factex.frames.scene import Scene
from factex.frames.syntax import NOUNS, VERBS, Parse, Word, subject_of
from factex.records import Article


class Namer(Protocol):
    """Who tells whom a noun phrase stands for."""

    article: Article

    def name(self, word: Word, parse: Parse, *, speaks: bool = False) -> str | None:
        """The shortest full name of what a noun phrase refers to."""

    def apposed(self, word: Word) -> str | None:
        """The name beside a role."""


def told(memory: Memory, word: Word, name: str | None, scene: Scene) -> Told | None:
    """Whom a word of a sentence stands for, as the next sentence may take it up."""
    end, named = scene.sentence.end, word.pos != "NOUN"
    return None if name is None else Told(name, word.lemma, memory.kind(word, name), end, named)


class Topics:
    """What the sentences of an article tell of, noted in its memory one after the other."""

    def __init__(self, memory: Memory, registry: Registry, names: Namer) -> None:
        self.memory = memory
        self.registry = registry
        self.names = names

    def meet(self, scene: Scene) -> None:
        """Note whom a sentence is about and who is its source, for the pronouns of the sentence after it."""
        root = next((w for w in scene.parse.words if w.dep == "ROOT" and w.pos in VERBS), None)
        said = root.child("ccomp") if root is not None and root.lemma in codes("sources") else None
        first = said is not None and root is not None and said.i < root.i  # "Lund was freed, police said"
        self._listen(root, scene)
        self.memory.turn(self._about(root, scene), self._about(said, scene), first=first)

    def _listen(self, verb: Word | None, scene: Scene) -> None:
        """Note who speaks in the main clause: of "the mayor said Lund had lied" the mayor does, though Lund is heard too."""
        who = subject_of(verb) if verb is not None and verb.lemma in codes("sources") else None
        if who is not None and who.pos in NOUNS and not who.bare:
            self.memory.hear(told(self.memory, who, self.names.name(who, scene.parse, speaks=True), scene))

    def _about(self, verb: Word | None, scene: Scene) -> Told | None:
        """Whom the clause of a verb is about."""
        subject = subject_of(verb) if verb is not None else None
        if subject is None or subject.bare or (subject.pos not in NOUNS and not subject.nominal):
            return None  # "the 19-year-old" has no noun
        figure = is_event(subject.lemma) or is_figure(subject.lemma)
        speaks = verb is not None and verb.lemma in codes("sources")
        whose = possessor(subject) if subject.pos == "NOUN" else None
        if whose is not None and (figure or self.names.apposed(subject) is None):
            # "Its profit fell. It": who has the profit; "His lawyer said so. He": whose lawyer it is; but not of "His
            # nephew, Tom Lund, said so. He"
            subject = whose if (whose.lower == "its" if figure else speaks and whose.lower in GENDERS) else subject
        whose = whose if figure or speaks else None
        name = self.names.name(subject, scene.parse)
        if name is None:
            return None
        named = subject.pos != "NOUN" or self.registry.label(name) is not None or speaks  # "The exchange denied it. Its stock"
        bare = is_bare_figure(subject) and complement(subject, "of") is None
        owner = self._owner_of(subject, whose or (own_named(subject) if figure else None), scene, bare=bare)
        measure = "" if owner is None else join(phrase(subject), self.names.article)
        return Told(name, subject.lemma, self.memory.kind(subject, name), scene.sentence.end, named, owner, bare, measure)

    def _owner_of(self, subject: Word, whose: Word | None, scene: Scene, *, bare: bool) -> Told | None:
        """Who is named as having what a clause is about, who made it, or of a *bare* figure whom the sentence before told of."""
        name = self.names.name(whose, scene.parse) if whose is not None and whose.pos in ("NOUN", "PROPN") else None
        owned = whose is not None and (whose.pos == "PROPN" or self.registry.label(name or "") is not None)  # "Shares of the bank"
        owner = told(self.memory, whose, name, scene) if whose is not None and owned else None
        maker = possessor(subject) if subject.pos == "NOUN" and not is_person(subject.lemma) else None
        if owner is None and maker is not None and maker.lower in GENDERS:
            owner = told(self.memory, maker, self.names.name(maker, scene.parse), scene)  # "Her last book came out in 2009. She"
        before = self.memory.about
        if owner is None and bare and before is not None:
            owner = before if self.registry.has_figures(before.name) else before.owner
        return owner
