"""Explain: from a fact to the rules that read it and the words they went by."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape

from factex.extraction import Extraction
from factex.records import Evidence, Fact, meaning
from factex.views import html, words


@dataclass(frozen=True, slots=True, repr=False)
class Explanation:
    """Why a fact has its values: its fields with the evidence for each. Its repr is for people to read."""

    fact: Fact
    evidence: tuple[Evidence, ...]
    quotes: tuple[str | None, ...]
    """For each piece of evidence, the words of the article that it went by, if it went by any."""
    marks: tuple[tuple[int, int, str], ...] = ()
    """Where in the fact's sentence those words and the mention stand, and what they gave: (start, end, "speaker, cue")."""

    def __repr__(self) -> str:
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        fact = self.fact
        yield f"{fact.text!r} is {words.value(fact)} ({fact.kind}), read by rule {_rule(fact.rule)}"
        yield f"in: {self._sentence(lambda words, fields: f'{words}‹{fields}›')}"
        for evidence, quote in zip(self.evidence, self.quotes, strict=True):
            source = f", from {quote!r}" if quote else ""
            note = f"; {evidence.note}" if evidence.note else ""
            yield f"  {evidence.field}: {getattr(fact, evidence.field)}{source} ({_rule(evidence.rule)}{note})"

    def _sentence(self, mark: Callable[[str, str], str], plain: Callable[[str], str] = str) -> str:
        """The sentence with the words of each of `marks` and the fields that they gave as *mark* writes them."""
        pieces, place, text = [], 0, self.fact.sentence
        for start, end, fields in self.marks:
            pieces += [plain(text[place:start]), mark(text[start:end], fields)]
            place = end
        return "".join([*pieces, plain(text[place:])])

    def _repr_html_(self) -> str:
        def mark(said: str, fields: str) -> str:
            kind = self.fact.kind if fields.startswith(self.fact.kind) else "word"
            return f'<mark class="{escape(kind)}">{escape(said)}</mark><sub>{escape(fields)}</sub>'

        evidence = html.grid(("field", "value", "from", "rule", "why"), self._rows())
        return html.fragment(f"<p>{self._sentence(mark, escape)}</p>{evidence}")

    def _rows(self) -> Iterator[str]:
        fact = self.fact
        yield _row(fact.kind, words.value(fact), fact.text, fact.rule, meaning(fact.rule))
        for evidence, quote in zip(self.evidence, self.quotes, strict=True):
            why = " ".join(part for part in (meaning(evidence.rule), evidence.note) if part)
            yield _row(evidence.field, str(getattr(fact, evidence.field)), quote or "", evidence.rule, why)


def _row(*cells: str) -> str:
    return f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in cells)}</tr>"


def _rule(name: str) -> str:
    """A rule with what it is for, if it says so."""
    said = meaning(name).rstrip(".")
    return f"{name}: {said[:1].lower()}{said[1:]}" if said else name


def explain(extraction: Extraction, fact: Fact | int) -> Explanation:
    """The explanation of one of the extraction's facts, or of the one with that index."""
    facts = extraction.facts
    if not isinstance(fact, int):
        if fact not in facts:
            msg = f"{fact!r} is no fact of {extraction!r}: expected one of its facts or the index of one"
            raise ValueError(msg)
        fact = facts.index(fact)
    if not -len(facts) <= fact < len(facts):
        msg = f"{extraction!r} has no fact {fact}: expected the index of one of its {len(facts)} facts, counted from 0"
        raise IndexError(msg)
    evidence = extraction.evidence[fact] if extraction.evidence else ()
    text = extraction.article.text
    quotes = tuple(None if e.start is None else text[e.start : e.end] for e in evidence)
    return Explanation(facts[fact], evidence, quotes, tuple(_marks(text, facts[fact], evidence)))


def _marks(text: str, fact: Fact, evidence: tuple[Evidence, ...]) -> Iterator[tuple[int, int, str]]:
    """The mention and the words of its sentence that gave fields, in text order, each once."""
    begin = text.find(fact.sentence, max(0, fact.start - len(fact.sentence)))
    mention = (fact.start - begin, fact.end - begin)
    fields: dict[tuple[int, int], list[str]] = {mention: [fact.kind]} if begin >= 0 else {}
    for each in evidence:
        if each.start is not None and each.end is not None and begin <= each.start and each.end <= begin + len(fact.sentence):
            given = fields.setdefault((each.start - begin, each.end - begin), [])
            given += [each.field] if each.field not in given else []
    place = 0
    for (start, end), given in sorted(fields.items()):
        if start >= place:  # of words inside other words the longer ones are not marked twice
            yield start, end, ", ".join(given)
            place = end
