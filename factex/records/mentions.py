"""Mentions, and the parsed sentences that hold them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factex.records.terms import Modifier

if TYPE_CHECKING:
    from spacy.tokens import Span

    from factex.readings import Reading


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that states a number with what it counts, or a time: words only, no context yet.

    `rule`: name of the rule that read it. `modifier`: what the words around a number say of it ("about", "up to").
    `pos`: the coarse parts of speech one of which its first word must have; empty where any will do. `per`: the number that it
    is the rate to ("per 100,000 people").
    """

    start: int
    end: int
    rule: str
    reading: Reading
    modifier: Modifier | None = None
    pos: frozenset[str] = frozenset()
    per: str | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that holds a mention, or that one with a mention takes up, with its spaCy parse.

    `start`, `end`: offsets into the article text. `tokens`: the parse, a whole Doc or a part of one, so
    `token.idx + shift` is a token's offset in the article. `parsed`: the text of that Doc, which spaCy would put together
    anew each time it is asked. `mentions`: those that stand in it, in text order.
    """

    start: int
    end: int
    tokens: Span
    parsed: str
    mentions: tuple[Mention, ...] = ()

    @property
    def shift(self) -> int:
        """What to add to `token.idx` to get its offset in the article text."""
        return self.start - self.tokens.start_char

    def span(self, start: int, end: int) -> Span:
        """The tokens that article text[start:end] touches."""
        doc = self.tokens.doc
        found = doc.char_span(start - self.shift, end - self.shift, alignment_mode="expand")
        if found is None:
            msg = f"offsets {start}:{end} lie outside the sentence at {self.start}:{self.end}"
            raise IndexError(msg)
        return found
