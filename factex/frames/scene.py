"""Where a mention stands in its sentence: its words, what it hangs on, and how."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import islice
from typing import Any, Literal

from factex.frames.comparisons import compared_with
from factex.frames.leads import lead_of
from factex.frames.lexicon import cues, is_direction, words
from factex.frames.machine import Found, Place, Rules, once
from factex.frames.owners import Part
from factex.frames.stretches import ends_another, length_ended
from factex.frames.syntax import NO_WORD, NOUNS, SUBJECTS, VERBS, Parse, Word, verb_above
from factex.frames.ties import TIES_OF_NUMBERS, TIES_OF_TIMES, mark
from factex.records import NUMERIC_KINDS, TEMPORAL_KINDS, Article, Mention, Sentence, Value

Relation = Literal["modifier", "prep", "verb", "subject", "appos", "adverb", "root"]


# How the parser ties a number to another one: coordination, or a range read as one number ("from $9 million to $5 million").
_COORDINATED = frozenset({"conj", "quantmod", "compound", "nummod", "nmod"})
# What a verb of motion has beside it, whatever comes after: "fell back to $5", "is down to 3%".
_PARTICLES = frozenset({"back", "down", "up"})
DEEPEST = 60
"""How many heads up from a mention its source is looked for: only lists without end are deeper."""
_POINTING = frozenset({"the", "these", "those", "both"})


@dataclass(slots=True, eq=False)
class Slot:
    """What a mention hangs on. `top`: its highest word; `anchor`: noun, verb or adverb; `prep`: the preposition before it."""

    relation: Relation
    top: Word
    anchor: Word | None
    prep: Word = NO_WORD


@dataclass(slots=True, eq=False)
class Rung:
    """A step up the parse from a mention: `head`, and the word `below` it that leads to the mention.

    `clausal`: whether a verb stands below *head*, so that what it takes is a clause. `nominal`: whether all below it is the
    noun phrase that the mention stands in.
    """

    site: Site
    head: Word
    below: Word
    clausal: bool
    nominal: bool


class Site:
    """A mention with its value in its parsed sentence, and the word after it.

    `numeric`: whether it is a number; `temporal`: whether it is a time. `part`: what it measures and whose
    it is, once the rules have said so. `sources`: what `attribution` has found at each rung, by the index of its head.
    """

    part: Part = Part()

    def __init__(self, scene: Scene, index: int, mention: Mention, value: Value, words: list[Word]) -> None:
        self.scene = scene
        self.index = index
        self.mention = mention
        self.value = value
        self.numeric = value.kind in NUMERIC_KINDS
        self.temporal = value.kind in TEMPORAL_KINDS
        self.words = words
        self.after = words[-1].next
        self.sources: dict[int, Any] = {}

    def set_beside(self) -> bool:
        """Whether it tells beside a clause how many more or fewer there were: "it began work on 9 homes, 3% fewer than in May"."""
        return self.before.text == "," and self.after.lower in ("fewer", "less", "more", "short", "shy")

    @once
    def located(self) -> bool:
        """Whether the mention is a time that can be told on a calendar."""
        timex = self.value.timex or ""
        known = timex.strip("X-") and not timex.endswith("_REF")  # not "that day"
        return self.value.kind in ("date", "time") and bool(known)

    @once
    def root(self) -> Word:
        """The word of the mention that the others hang on."""
        if len(self.words) == 1:
            return self.words[0]
        inside = set(map(id, self.words))
        outer = [w for w in self.words if id(w.head) not in inside or w.head is w]
        nouns = [w for w in outer if w.pos not in ("ADP", "DET", "PUNCT", "SYM", "ADV")]
        nouns = [w for w in nouns if w.dep != "dep"] or nouns  # "six years and four months", of which the parser lost the months
        of = self.words[0].previous  # "a charge of $200m to $250m", of which the parser hangs the second end on the verb
        held = next((w for w in nouns if w.head is of and of.lower == "of"), None)
        return held or (nouns or outer)[-1]

    @once
    def rungs(self) -> tuple[Rung, ...]:
        """The words above the mention, nearest first, DEEPEST of them at most."""
        found, below, clausal, nominal = [], self.root, False, True
        for head in islice(self.root.climb(), DEEPEST):
            clausal = clausal or below.pos in VERBS
            nominal = nominal and (below.pos not in VERBS and (below.pos != "ADP" or below.lower == "of"))
            found.append(Rung(self, head, below, clausal, nominal))
            below = head
        return tuple(found)

    @once
    def definite(self) -> bool:
        """Whether a count only points to what is known: "the two leaders"."""
        return self.value.kind == "count" and any(c.lower in _POINTING for c in self.root.left)

    @once
    def aged(self) -> bool:
        """Whether it is somebody's age: "an 8-year-old girl", "his daughter, 9"."""
        if self.value.kind != "duration":
            return False
        text, mention = self.scene.article.text, self.mention
        return text.endswith(("-old", " old", "-olds"), mention.start, mention.end) or text[mention.start : mention.end].isdigit()

    @once
    def known(self) -> bool:
        """Whether a definite article marks the number as one that is known: "the 25% tariff", "instead of the 128GB"."""
        return any(word.lower in ("the", "that", "this") for word in self.lead)

    @once
    def lead(self) -> list[Word]:
        """The words directly before the mention that modify it: "up to", "at least", "about"."""
        return lead_of(self.words[0], ranged=self.value.low is not None and self.value.high is not None)

    @once
    def sign(self) -> str:
        """The plus or minus that the number is written with, "" for none."""
        text, start = self.scene.article.text, self.mention.start
        if text[start] in "+-−–":
            return text[start]
        signed = start > 0 and text[start - 1] in "+-−–" and (start == 1 or text[start - 2] in " \t(:")
        return text[start - 1] if signed else ""

    @once
    def before(self) -> Word:
        """The word before the mention, its sign and its lead."""
        word = (self.lead or self.words)[0].previous
        word = word.previous if self.sign and word.text == self.sign else word
        time = self.scene.site_of(word)
        if time is not None and time.temporal and time.root.head is self.root and time.root.dep == "amod":
            word = time.words[0].previous  # "from the year-ago $5 million"
            return word.previous if word.lower == "the" else word
        return word if self.owner is None else self.owner.words[0].previous  # "from last year's $5 million"

    @once
    def owner(self) -> Site | None:
        """The time that has the number: "last year's projected $5 million"."""
        word = (self.lead or self.words)[0].previous
        while word.dep == "amod" and word.head is self.root:
            word = word.previous
        return self.scene.site_of(word.previous) if word.tag == "POS" and self.numeric else None

    @once
    def is_distance(self) -> bool:
        """Whether it tells how near something is: "within 300 miles of the moon", "within weeks of the talks", "5 km west of"."""
        close = self.following.after if self.after.text == "(" and self.following is not None else self.after
        word = close.next if close.text == ")" else close  # "200 km (125 miles) west of"
        after = word.lower
        place = word.child("pobj") if after in ("from", "off") and self.value.unit in words("moves", "ways") else None
        placed = (place is not None and place.mention is None) or after == "away"  # "a port 135 km from Lund"
        return placed or self.before.lower in ("inside", "within") or is_direction(after)

    @once
    def following(self) -> Site | None:
        """The mention after this one in its sentence."""
        sites = self.scene.sites
        return sites[self.index + 1] if self.index + 1 < len(sites) else None

    @once
    def beside(self) -> Site | None:
        """The number before this one that it is set beside."""
        return compared_with(self)

    @once
    def slot(self) -> Slot:
        """What the mention hangs on, seen past its modifiers and the other numbers it is coordinated with."""
        move = self.beside
        if move is not None:
            # "up 0.05% to $1.1075", "5%, down from 6%": what the first hangs on, whatever the parser says
            return replace(move.slot, prep=self.before)
        own = {w.i for w in self.words} | {w.i for w in self.lead}
        word, prep = self.root, NO_WORD
        joined = self.scene.site_of(word.head) if word.dep == "conj" else None
        # "$5, or 3 cents a share, compared with $4, or 2 cents a share", "the three months ended June 30"
        compared = joined is not None and joined.index < self.index and joined.beside is not None
        if (same := joined if compared else length_ended(self)) is not None:
            return same.slot
        while (head := word.head) is not word:
            if head.i in own or (head.mention is not None and (word.dep in _COORDINATED or self._listed(word))):
                own |= {head.i} if head.mention is None else {w.i for w in self.scene.parse.of[head.mention]}
            elif word.dep in ("pobj", "pcomp") or (head.pos == "ADP" and word.dep not in ("conj", "advmod")):
                prep = head if prep is NO_WORD else prep
            elif word.dep == "prep" and head.lower == "compared" and head.dep == "prep":
                prep = head  # "was 29 cents, compared to 25 cents a year ago"
            elif word.dep == "prep":
                return Slot("prep", word, self._beyond(head), word if prep is NO_WORD else prep)
            elif prep is not NO_WORD:
                return Slot("prep", word, head, prep)
            else:
                return self._direct(word)
            word = head
        return Slot("verb", word, word, prep) if word.pos in VERBS else Slot("root", word, None, prep)

    def _listed(self, word: Word) -> bool:
        """Whether a number is one of a row, of which the parser takes it for an apposition: "10 cm, 12 cm and 15 cm"."""
        other = self.scene.site_of(word.head) if word.dep == "appos" else None
        return other is not None and other.numeric and other.value.unit == self.value.unit and other.index < self.index

    def _beyond(self, head: Word) -> Word:
        """What a preposition hangs on where the parser hung it on a particle, "fell back to $5", or a number: "rose 3% to $5bn"."""
        if head.pos == "ADV" and head.head.pos in VERBS and head.lower in _PARTICLES:
            return head.head
        other = self.scene.site_of(head)
        return other.slot.anchor or head if other is not None and other.index < self.index else head

    @staticmethod
    def _direct(word: Word) -> Slot:
        """The slot of a word that no preposition holds."""
        head = word.head
        if word.dep in SUBJECTS:
            return Slot("subject", word, head)
        if head.pos in VERBS:
            return Slot("verb", word, head)
        if word.i > head.i and word.dep in ("amod", "appos", "conj", "dep"):  # "prices as low as $5" has an adjective
            return Slot("appos", word, head)
        nominal = head.pos not in ("ADV", "ADJ", "ADP", "PART") and word.dep in ("nummod", "amod", "compound", "nmod")
        return Slot("modifier" if nominal or head.pos in NOUNS else "adverb", word, head)

    @once
    def verb(self) -> Word | None:
        """The nearest full verb above the mention."""
        anchor = self.slot.anchor
        verb = None if anchor is None else verb_above(anchor)
        linking = words("phrases", "participles")
        while verb is not None and verb.lower in linking and not verb.left and verb.dep not in ("ROOT", "conj"):
            verb = verb_above(verb.head)
        return verb


class Scene:
    """A parsed sentence with its mentions and their values."""

    def __init__(
        self, article: Article, sentence: Sentence, parse: Parse, values: list[Value], offset: int, before: Scene | None
    ) -> None:
        """*offset*: the index of the sentence's first value among those of the article; *before*: the scene before this one.

        `forms`: all words of the sentence, as they stand and as lemmas. `moves`: the move that each number asked for tells
        of, by its index, as `moves.move_of` has found it.
        """
        self.article = article
        self.before = before
        self.sentence = sentence
        self.offset = offset
        self.parse = parse
        self.forms = {word.lemma for word in parse.words} | {word.lower for word in parse.words}
        self._cues = cues(self.forms)
        self._apt: dict[int, Any] = {}
        self.moves: dict[int, Any] = {}
        self.sites = [
            Site(self, k, mention, value, words)
            for k, (mention, value, words) in enumerate(zip(sentence.mentions, values, self.parse.of, strict=True))
        ]
        for site in self.sites:
            for tie in TIES_OF_NUMBERS if site.numeric else TIES_OF_TIMES:
                tie(site)
            mark(site)

    def apt(self, rules: Rules[Place, Found]) -> Rules[Place, Found]:
        """Those of the rules, which are the same tuple each time, whose cues the sentence has."""
        found: Rules[Place, Found] | None = self._apt.get(id(rules))
        if found is None:
            found = self._apt[id(rules)] = tuple(rule for rule in rules if not rule.cues or not rule.cues.isdisjoint(self._cues))
        return found

    def site_of(self, word: Word) -> Site | None:
        """The mention that a word belongs to."""
        return None if word.mention is None else self.sites[word.mention]

    @once
    def today(self) -> str:
        """The day of publication in ISO 8601, "" if it is not known."""
        published = self.article.published
        return "" if published is None else published.isoformat()[:10]

    @once
    def times(self) -> list[Site]:
        """The mentions that are times which can be told on a calendar, and no names of contracts, nor ends of other times."""
        return [s for s in self.sites if s.located and s.root.attribute != "class" and not ends_another(s)]
