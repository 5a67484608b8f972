"""Speakers: whose a quotation is, and so who "I", "we" and "he" are in and beside it."""

from __future__ import annotations

from factex.frames.memory import Memory
from factex.frames.persons import is_person
from factex.frames.pronouns import PERSONAL
from factex.frames.quotes import Quotations, Quote
from factex.frames.registry import Registry
from factex.frames.syntax import Word


class Speakers:
    """Who speaks, by the quotations and the names of one article and by what its sentences have told."""

    def __init__(self, quotations: Quotations, registry: Registry, memory: Memory) -> None:
        self.quotations = quotations
        self.registry = registry
        self.memory = memory

    def just_quoted(self, pronoun: Word) -> str | None:
        """Whose words end right before "he": "... We lost." He added that it would close."""
        quote = self.quotations.directly_before(pronoun.start)
        name = self.registry.full(quote.who) if quote is not None and quote.who is not None else ""
        return name if name[:1].isupper() and name.lower() not in PERSONAL else None

    def quoted(self, who: str, place: int) -> str | None:
        """The name of the source of a quotation, which may be a pronoun there."""
        kind = PERSONAL.get(who.lower())
        if kind is None:
            return self.registry.full(who)
        if kind == "group":
            return None  # "they" are anybody
        if kind == "person" and (told := self._told_before(place, who.lower())) is not None:
            return told
        pronoun, quote = who.lower(), self.quotations.at(place)
        about = self.memory.about  # "He has won 11 caps. "I want 20," he said"
        person = kind == "person" and about is not None and about.kind == "person"
        if person and about is not None and quote is not None and self._follows(about.end, quote):
            return about.name if self.registry.suits(about.name, pronoun) else None
        last = self.registry.referents(kind, pronoun).last(place if quote is None else quote.start)
        name = None if last is None else last.text
        if kind == "person":
            sources = ((self.quotations.told(q), q.who) for q in self.quotations.before(place) if q.who and q.who[0].isupper())
            quoted = next((s for s in sources if s[1].lower() not in PERSONAL and self.registry.suits(s[1], pronoun)), None)
            if quoted is not None and (last is None or quoted > (last.start, last.text)):
                name = quoted[1]
        return None if name is None or self.registry.is_open(name, pronoun, place) else name

    def _told_before(self, place: int, pronoun: str) -> str | None:
        """Who spoke in the sentence before the quotation at *place*: "A neighbour said so. She added"."""
        heard, quote = self.memory.heard, self.quotations.at(place)
        if heard is None or quote is None or not (heard.kind == "person" or is_person(heard.noun)):
            return None
        return heard.name if self.registry.suits(heard.name, pronoun) and self._follows(heard.end, quote) else None

    def _follows(self, end: int, quote: Quote) -> bool:
        """Whether no sentence stands between the offset *end* and a quotation."""
        gap = self.quotations.text[end : quote.start].strip(' .\n"”“')
        return not any(mark in gap for mark in ".!?")

    def speaker_of(self, word: Word) -> str | None:
        """Who says *word* in a quotation: whoever "I" is there and "he" is not."""
        quote = self.quotations.at(word.start)
        return self.quoted(quote.who, word.start) if quote is not None and quote.who is not None else None

    def firm_of(self, word: Word) -> str | None:
        """Who "we" are in a quotation: the firm that is quoted; open where somebody speaks, for himself or for a firm."""
        name = self.speaker_of(word)
        return name if name is not None and self.registry.label(name) == "ORG" else None
