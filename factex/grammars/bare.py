"""Bare numbers in their sentences, and the machine for the rules of `counted`, which say what they count."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from factex.errors import RuleError
from factex.readings import Count, Numeral, Reading
from factex.records import Mention, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token


@dataclass(frozen=True)
class Bare:
    """A bare number in its sentence, as the rules see it.

    `earlier`: the numbers of the sentence before it, the latest last. `following`: the next mention of the sentence,
    which a count leaves alone. `told`: the mentions of the sentence right before.
    """

    mention: Mention
    reading: Numeral
    sentence: Sentence
    earlier: Sequence[Mention] = ()
    following: Mention | None = None
    told: Sequence[Mention] = ()

    @cached_property
    def words(self) -> Span:
        """The tokens of the number."""
        return self.sentence.span(self.mention.start, self.mention.end)

    @property
    def doc(self) -> Doc:
        """The parse."""
        return self.sentence.tokens.doc

    @cached_property
    def before(self) -> Token | None:
        """The word before the number, None at the start of the sentence."""
        first = self.words[0].i
        return self.doc[first - 1] if first > self.sentence.tokens.start else None

    @cached_property
    def after(self) -> Token | None:
        """The word after the number, None at the end of the sentence."""
        place = self.words[-1].i + 1
        return self.doc[place] if place < self.sentence.tokens.end else None

    def text_before(self) -> str:
        """The text of the sentence up to the number."""
        return self.sentence.parsed[self.sentence.tokens.start_char : self.words.start_char]

    def count(self, noun: str | None, end: int | None = None) -> Mention:
        """The mention as a count of *noun* that runs to the offset *end* of the parse."""
        stop = self.mention.end if end is None else max(self.mention.end, end + self.sentence.shift)
        return replace(self.mention, end=stop, reading=Count(self.reading.amount, noun, self.reading.low, self.reading.high))

    def of_those_told(self) -> Mention | None:
        """The mention as a count of what the sentence before has counted: "It had 40 passengers. Four of them died"."""
        nouns = {other.reading.noun for other in self.told if isinstance(other.reading, Count)}
        return self.count(nouns.pop()) if len(nouns) == 1 and self.reading.amount != 1 else None


class Nothing:
    """The answer of a rule that knows a number to count nothing."""


NOTHING = Nothing()
Find = Callable[[Bare], "Mention | Nothing | None"]


@dataclass(frozen=True, eq=False)
class CountedRule:
    """A function from a bare number to its mention, to NOTHING, or to None to leave it to the next rule.

    `reads`: sentence with the mention in brackets to its reading, None where it counts nothing. `refuses`: sentences in
    which this rule leaves the number in brackets to another.
    """

    name: str
    find: Find
    reads: Mapping[str, Reading | None]
    refuses: Sequence[str]

    @property
    def doc(self) -> str:
        """What the rule is for, in its author's words."""
        return self.find.__doc__ or ""


def counted_rule(reads: Mapping[str, Reading | None], refuses: Sequence[str]) -> Callable[[Find], CountedRule]:
    """Make a `CountedRule` of the function below. Raises RuleError without examples or where one marks no mention."""

    def decorate(find: Find) -> CountedRule:
        name = f"counted.{find.__name__}"
        if not reads or not refuses or any("[" not in text for text in (*reads, *refuses)):
            msg = f"rule {name!r} needs examples and near misses with the number in [brackets]"
            raise RuleError(msg)
        return CountedRule(name, find, reads, refuses)

    return decorate
