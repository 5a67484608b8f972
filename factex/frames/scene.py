"""Where a mention stands in its sentence: its words, what it hangs on, and how."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from factex.frames.syntax import NOUNS, VERBS, Parse, Word, parse, verb_above
from factex.records import NUMERIC_KINDS, TEMPORAL_KINDS, Article, Mention, Sentence, Value

Relation = Literal["modifier", "prep", "verb", "subject", "appos", "adverb", "root"]

# What stands before a number and belongs to it. Prepositions in it ("up to") are no prepositions of the sentence.
_LEADS = (
    ("as", "much", "as"), ("as", "many", "as"), ("as", "few", "as"), ("as", "little", "as"), ("no", "more", "than"), ("no", "less", "than"), ("no", "fewer", "than"),
    ("up", "to"), ("at", "least"), ("at", "most"), ("more", "than"), ("less", "than"), ("fewer", "than"), ("close", "to"), ("upwards", "of"), ("in", "excess", "of"), ("well", "over"),
    ("just", "over"), ("just", "under"), ("a", "record"), ("around",), ("about",), ("over",), ("under",), ("above",), ("below",), ("nearly",), ("almost",), ("roughly",), ("approximately",),
    ("some",), ("only",), ("just",), ("near",), ("between",), ("an", "estimated"), ("a", "total", "of"), ("a",), ("an",), ("the",), ("another",), ("an", "additional"), ("~",), ("≈",),
)  # fmt: skip
_LEADS_BY_LAST: dict[str, list[tuple[str, ...]]] = {}
for _lead in _LEADS:
    _LEADS_BY_LAST.setdefault(_lead[-1], []).append(_lead)
    _LEADS_BY_LAST[_lead[-1]].sort(key=len, reverse=True)


@dataclass(slots=True, eq=False)
class Slot:
    """What a mention hangs on. `top`: its highest word; `prep`: the preposition before it; `anchor`: noun, verb or adverb."""

    relation: Relation
    top: Word
    anchor: Word | None
    prep: Word | None = None


class Site:
    """A mention with its value in its parsed sentence."""

    def __init__(self, scene: Scene, index: int, mention: Mention, value: Value, words: list[Word]) -> None:
        self.scene = scene
        self.index = index
        self.mention = mention
        self.value = value
        self.words = words

    @property
    def numeric(self) -> bool:
        """Whether the mention is a number, not a time."""
        return self.value.kind in NUMERIC_KINDS

    @property
    def temporal(self) -> bool:
        """Whether the mention is a time."""
        return self.value.kind in TEMPORAL_KINDS

    @cached_property
    def root(self) -> Word:
        """The word of the mention that the others hang on."""
        inside = set(map(id, self.words))
        outer = [w for w in self.words if id(w.head) not in inside or w.head is w]
        nouns = [w for w in outer if w.pos not in ("ADP", "DET", "PUNCT", "SYM", "ADV")]
        return (nouns or outer or self.words)[-1]

    @cached_property
    def lead(self) -> list[Word]:
        """The words directly before the mention that modify it: "up to", "at least", "about"."""
        words, place = self.scene.parse.words, self.words[0].i
        found: list[Word] = []
        while place:
            for lead in _LEADS_BY_LAST.get(words[place - 1].lower, ()):
                begin = place - len(lead)
                if begin >= 0 and tuple(w.lower for w in words[begin:place]) == lead:
                    found = words[begin:place] + found
                    place = begin
                    break
            else:
                break
        return found

    @cached_property
    def before(self) -> Word | None:
        """The word before the mention and its lead."""
        place = (self.lead or self.words)[0].i
        return self.scene.parse.words[place - 1] if place else None

    @cached_property
    def after(self) -> Word | None:
        """The word after the mention."""
        place = self.words[-1].i + 1
        words = self.scene.parse.words
        return words[place] if place < len(words) else None

    @cached_property
    def slot(self) -> Slot:
        """What the mention hangs on, seen past its modifiers and the other numbers it is coordinated with."""
        own = {w.i for w in self.words} | {w.i for w in self.lead}
        word = self.root
        prep: Word | None = None
        for _ in range(12):
            head = word.head
            if head is word:
                return Slot("root" if word.pos not in VERBS else "verb", word, word if word.pos in VERBS else None, prep)
            if head.i in own:
                word = head
                continue
            if word.dep == "conj" and head.mention is not None:
                word = head
                own |= {w.i for w in self.scene.parse.of[head.mention]}
                continue
            if word.dep in ("pobj", "pcomp") or (head.pos == "ADP" and word.dep not in ("prep", "conj", "advmod")):
                prep = prep or head
                word = head
                own.add(head.i)
                continue
            if word is prep or word.dep == "prep":
                if head.pos == "ADP":
                    word = head
                    continue
                if head.mention is not None and head.i not in own:
                    # "rose 3% to $5bn": the parser may hang "to $5bn" on "3%".
                    other = self.scene.sites[head.mention]
                    if other is not self and (other.numeric or self.temporal):
                        slot = other.slot if other.index < self.index else None
                        anchor = slot.anchor if slot is not None else head
                        if self.numeric and prep is not None and prep.lower == "of" and not (other.value.kind == "money"):
                            return Slot("prep", word, head, prep)
                        return Slot("prep", word, anchor, prep)
                return Slot("prep", word, head, prep or word)
            break
        head = word.head
        if prep is not None:
            return Slot("prep", word, head, prep)
        if word.dep in ("nsubj", "nsubjpass", "csubj"):
            return Slot("subject", word, head)
        if word.dep == "appos":
            return Slot("appos", word, head)
        if head.pos in VERBS:
            return Slot("verb", word, head)
        if head.pos in NOUNS or (head.mention is None and word.dep in ("nummod", "amod", "compound", "nmod") and head.pos != "ADP"):
            if word.dep in ("conj", "npadvmod", "dep") and word.i > head.i and word.dep != "npadvmod":
                return Slot("appos", word, head)
            return Slot("modifier", word, head)
        return Slot("adverb", word, head)

    @cached_property
    def verb(self) -> Word | None:
        """The nearest full verb above the mention."""
        anchor = self.slot.anchor
        return None if anchor is None else verb_above(anchor)


class Scene:
    """A parsed sentence with its mentions and their values."""

    def __init__(self, article: Article, sentence: Sentence, values: list[Value], offset: int) -> None:
        """*offset*: the index of the sentence's first value among those of the article."""
        self.article = article
        self.sentence = sentence
        self.offset = offset
        self.parse: Parse = parse(sentence)
        self.parse.kinds = [value.kind for value in values]
        self.sites = [
            Site(self, k, mention, value, words)
            for k, (mention, value, words) in enumerate(zip(sentence.mentions, values, self.parse.of, strict=True))
        ]
