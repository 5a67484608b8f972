"""What a sentence tells that the next one takes up: whom it was about, whom it reported of, who spoke."""

from __future__ import annotations

import re
from dataclasses import dataclass

from factex.frames.lexicon import can_say, codes, is_level_verb, is_move_verb, roles, words
from factex.frames.persons import must_be_person
from factex.frames.pronouns import PERSONAL, Pronouns
from factex.frames.registry import Registry
from factex.frames.syntax import SUBJECTS, Word

# What ends a sentence, as the point in "31.7" does not.
_END = re.compile(r"[.!?](?!\d)")


@dataclass(frozen=True, slots=True)
class Told:
    """Whom the main clause of the last sentence was about, by which noun, how a pronoun would take it up, and where it ended.

    `named`: whether it is a name or speaks, as owners mostly do: "its" takes up the company rather than the deal. `owner`: of a
    figure, who is named as its owner: "Acme's sales fell. It expects". `bare`: whether nothing tells which figure it is, as
    "UK home" does in "UK home sales fell". `measure`: the figure without its owner.
    """

    name: str
    noun: str
    kind: str | None
    end: int
    named: bool
    owner: Told | None = None
    bare: bool = True
    measure: str = ""


class Memory:
    """What the sentence before has told, for the pronouns of the next one.

    `about`: whom it was about; `reported`: whom what it reports was about ("Lund was freed, police said"), and
    `within`: also where who reports stands first ("Police said the bus fell. It"); `heard`: who spoke.
    """

    def __init__(self, text: str, registry: Registry, pronouns: Pronouns) -> None:
        self.text = text
        self.registry = registry
        self.pronouns = pronouns
        self.about: Told | None = None
        self.reported: Told | None = None
        self.within: Told | None = None
        self.heard: Told | None = None
        self._hearing: Told | None = None

    def hear(self, source: Told | None) -> None:
        """Note who speaks in the sentence at hand, if that is known."""
        self._hearing = source or self._hearing

    def turn(self, about: Told | None, reported: Told | None, *, first: bool) -> None:
        """Go on to the next sentence. *first*: whether what is reported stands before who does."""
        self.heard, self._hearing = self._hearing, None
        self.about, self.reported, self.within = about, reported if first else None, reported

    def before(self, word: Word) -> Told | None:
        """What the sentence directly before that of *word* was about."""
        return self.fresh(self.about, word)

    def fresh(self, told: Told | None, word: Word) -> Told | None:
        """*told*, unless another sentence stands between it and *word*."""
        if told is None:
            return None
        gap = self.text[told.end : word.start]
        near = gap.count("\n") <= 1 and _END.search(gap.strip(' .\n"”“')) is None
        return told if near else None

    def kind(self, subject: Word, name: str) -> str | None:
        """How a pronoun would take up a subject: as person, thing or group; None where that is not known."""
        if subject.lower in PERSONAL:
            return PERSONAL[subject.lower]
        label = self.registry.label(name) or (subject.ent if subject.mention is None else "")  # no age has a label of its own
        plural = subject.tag in ("NNS", "NNPS") or " and " in name
        if not plural and (label == "PERSON" or ((not label or subject.pos == "NOUN") and must_be_person(subject.lemma))):
            return "person"
        return "group" if plural else "thing" if label or subject.pos == "NOUN" else None

    def taken_up(self, word: Word, kind: str) -> str | None:
        """The subject of the sentence before, or of what it reports, if *word* is a pronoun that fits it.

        A person, or what something is done to, is sooner whom a report is about than who made it.
        """
        thing = kind != "person" and word.dep in SUBJECTS | {"poss"}
        order = (self.about, self.within) if thing else (self.reported, self.about)
        return next(filter(None, (self._fitting(self.fresh(told, word), word, kind) for told in order)), None)

    def _fitting(self, told: Told | None, word: Word, kind: str) -> str | None:
        """Whom the sentence before was about, if *word* is a pronoun that fits it; no figure says or owns anything."""
        told_of = word.head.child("xcomp") if word.dep == "nsubjpass" else None  # "it was forecast to rise"
        verb = told_of or word.head
        speaks = word.dep in SUBJECTS and verb.lemma in codes("sources")
        thing = verb.child("dobj")  # "it will open a shop", but "it opened at 3%"
        level = is_level_verb(verb) and (thing is None or thing.bare or verb.lemma in words("figures", "reaching"))
        acts = word.dep in SUBJECTS and not (is_move_verb(verb) or level)
        owned = told is not None and told.owner is not None and told.owner.kind != "person" and (acts or word.dep == "poss")
        if told is not None and told.owner is not None and (owned or kind == "person"):
            return self._fitting(told.owner, word, kind)
        if told is None or (word.dep == "poss" and not told.named):
            return None
        mute = told.noun in words("figures", "holders") and acts  # "The number fell. It will open a shop": no number will
        if kind == "thing" and not told.named and (mute or (speaks and not can_say(told.noun))):
            return None
        if kind == "group" and told.noun in roles("authorities") and verb.lemma not in codes("sources"):
            return None
        # a name that no model knows may be a person's, where the article has named nobody else, or a thing's
        alone = kind == "person" and not self.registry.referents("person", "").until(word.start)
        open_to = told.kind is None and (kind == "thing" or alone)
        named = told.named and not told.name.rpartition(" ")[2].islower()  # not "Hard cheese"
        several = named or can_say(told.noun) or told.noun in roles("several")  # no deal is "they"
        many = kind == "group" and told.kind == "thing" and several
        fits = told.kind == kind or many or open_to
        return told.name if fits and self.pronouns.suits(told.name, told.noun, word) else None
