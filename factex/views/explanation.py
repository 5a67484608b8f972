"""Explain: from a fact to the rules that read it and the words they went by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factex.extraction import Extraction
from factex.records import Evidence, Fact
from factex.views import words


@dataclass(frozen=True, slots=True, repr=False)
class Explanation:
    """Why a fact has its values: its fields with the evidence for each. Its repr is for people to read."""

    fact: Fact
    evidence: tuple[Evidence, ...]
    quotes: tuple[str | None, ...]
    """For each piece of evidence, the words of the article that it went by, if it went by any."""

    def __repr__(self) -> str:
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        fact = self.fact
        yield f"{fact.text!r} is {words.value(fact)} ({fact.kind}), read by rule {fact.rule}"
        yield f"in: {fact.sentence}"
        for evidence, quote in zip(self.evidence, self.quotes, strict=True):
            source = f", from {quote!r}" if quote else ""
            note = f"; {evidence.note}" if evidence.note else ""
            yield f"  {evidence.field}: {getattr(fact, evidence.field)}{source} ({evidence.rule}{note})"


def explain(extraction: Extraction, fact: Fact | int) -> Explanation:
    """The explanation of one of the extraction's facts, or of the one with that index."""
    facts = extraction.facts
    if isinstance(fact, Fact):
        if fact not in facts:
            msg = f"{fact!r} is no fact of {extraction!r}: expected one of its facts or the index of one"
            raise ValueError(msg)
        fact = facts.index(fact)
    evidence = extraction.evidence[fact] if extraction.evidence else ()
    text = extraction.article.text
    return Explanation(facts[fact], evidence, tuple(None if e.start is None else text[e.start : e.end] for e in evidence))
