"""Statements: the facts of many articles that say the same thing, and whether they agree.

Two facts state the same where subject, measure, time, unit and rate are the same, and both are levels or both are moves,
asserted with the same certainty. A fact whose sentence gives no time holds for the day its article was published.
Facts without a subject, or without measure and unit, say too little to be compared; so do dates and times.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from factex.data import table
from factex.extraction import Extraction
from factex.records import NUMERIC_KINDS, Article, Fact
from factex.views import words

Key = tuple[str | None, ...]
Interval = tuple[Decimal, Decimal]
INFINITY = Decimal("Infinity")
MILLION = Decimal(1_000_000)
ROUGHLY = Decimal("0.1")
"""What "about" leaves open, as a share of the amount."""


@dataclass(frozen=True, slots=True, repr=False)
class Statement:
    """What one or more articles state of one measure of one subject at one time.

    `facts`: who says so: the index of the document, and its fact. An amount and its `equivalent` in another unit are
    one statement. `agree`: whether the amounts can all be true, as exactly as they are written: $5.1 billion and
    $5.12 billion agree, 14 and 15 people do not, and "more than 10" agrees with 12. Only amounts in one unit are
    compared, and only those of different documents.
    """

    subject: str
    measure: str | None
    when: str | None
    unit: str | None
    facts: tuple[tuple[int, Fact], ...]
    agree: bool

    @property
    def documents(self) -> tuple[int, ...]:
        """The indices of the documents that state it, ascending, each once."""
        return tuple(sorted({document for document, _ in self.facts}))

    def __repr__(self) -> str:
        said = "; ".join(f"[{document}] {words.value(fact)}" for document, fact in self.facts)
        what = ", ".join(part for part in (self.subject, self.measure, self.when) if part)
        return f"Statement({what}: {said}{'' if self.agree else ' - they disagree'})"


def statements(extractions: Sequence[Extraction]) -> list[Statement]:
    """The statements that the extractions make, in the order of their first fact."""
    groups: dict[Key, list[tuple[int, Fact]]] = {}
    joined: dict[Key, Key] = {}
    for document, extraction in enumerate(extractions):
        keys = [_key(fact, extraction.article) for fact in extraction.facts]
        for fact, key in zip(extraction.facts, keys, strict=True):
            if key is None:
                continue
            other = keys[fact.equivalent] if fact.equivalent is not None else None
            if other is not None and _root(joined, key) != _root(joined, other):
                joined[_root(joined, key)] = _root(joined, other)
            groups.setdefault(key, []).append((document, fact))
    whole: dict[Key, list[tuple[int, Fact]]] = {}
    for key, facts in groups.items():
        whole.setdefault(_root(joined, key), []).extend(facts)
    found = (sorted(facts, key=lambda each: (each[0], each[1].start)) for facts in whole.values())
    return [_statement(facts) for facts in sorted(found, key=lambda facts: (facts[0][0], facts[0][1].start))]


def _root(joined: dict[Key, Key], key: Key) -> Key:
    while key in joined:
        key = joined[key]
    return key


def _statement(facts: list[tuple[int, Fact]]) -> Statement:
    first = facts[0][1]
    units = {(fact.kind, fact.unit) for _, fact in facts}
    agree = all(_agree([each for each in facts if (each[1].kind, each[1].unit) == unit]) for unit in units)
    return Statement(first.subject or "", first.measure, first.when, first.unit, tuple(facts), agree)


def _key(fact: Fact, article: Article) -> Key | None:
    """What two facts must share to state the same; None for a fact that says too little."""
    if fact.kind not in NUMERIC_KINDS or not fact.subject or not (fact.measure or fact.unit):
        return None
    when = fact.when or (article.published.isoformat()[:10] if article.published else None)
    role = fact.role if fact.role in ("by", "from") else "to"
    return (
        _name(fact.subject),
        fact.measure and _phrase(fact.measure),
        when,
        fact.kind,
        fact.unit,
        fact.per,
        role,
        fact.factuality,
    )


@cache
def _phrase(phrase: str) -> str:
    """The noun phrase without case, full stops and determiner."""
    return re.sub(r"^(?:the|an?|its|their|his|her) ", "", phrase.casefold().replace(".", "").replace("’", "'"))


@cache
def _name(name: str) -> str:
    """The name as its bearer is known by: without legal form, and countries in one form."""
    rows = table("names")
    same: dict[str, str] = rows["same"]
    parts = _phrase(name).removesuffix("'s").replace(",", "").split()
    while len(parts) > 1 and parts[-1] in rows["forms"]["words"]:
        parts.pop()
    known = " ".join(parts)
    return same.get(known, known)


def _agree(facts: Iterable[tuple[int, Fact]]) -> bool:
    """Whether for any two documents some amount of the one can be some amount of the other."""
    said: dict[int, set[Interval]] = {}
    for document, fact in facts:
        said.setdefault(document, set()).update(_interval(fact))
    versions = sorted({frozenset(intervals) for intervals in said.values() if intervals}, key=sorted)
    return all(any(_overlap(a, b) for a in one for b in other) for k, one in enumerate(versions) for other in versions[k + 1 :])


def _overlap(one: Interval, other: Interval) -> bool:
    low, high = max(one[0], other[0]), min(one[1], other[1])
    return low < high or (low == high and (one[0] == one[1] or other[0] == other[1]))


def _interval(fact: Fact) -> Iterator[Interval]:
    """The amounts that the fact can mean, with its sign where it is the size of a move."""
    if fact.amount is None:
        if fact.low is None and fact.high is None:
            return
        low = fact.low if fact.low is not None else -INFINITY
        high = fact.high if fact.high is not None else INFINITY
    else:
        half = max(_step(fact) / 2, abs(fact.amount) * ROUGHLY if fact.modifier == "approx" else Decimal(0))
        low, high = fact.amount - half, fact.amount + half
        if fact.modifier in ("more_than", "equal_or_more"):
            high = INFINITY
        elif fact.modifier in ("less_than", "equal_or_less"):
            low = -INFINITY
    yield (-high, -low) if fact.role == "by" and fact.change == "decrease" else (low, high)


def _step(fact: Fact) -> Decimal:
    """What the last digit of the amount, as it is written, is worth: 100 million in "$5.1 billion", a billion in "five billion"."""
    amount = abs(fact.amount or Decimal(0))
    found = re.search(r"\d[\d,]*(?:\.\d+)?", fact.text)
    if found is None:
        return Decimal(1).scaleb(int(amount.normalize().as_tuple().exponent)) if amount >= MILLION else Decimal(0)
    digits = int(re.sub(r"[.,]", "", found[0]))
    step = amount / digits if digits else Decimal(0)
    return step if step.normalize().as_tuple().digits == (1,) else Decimal(0)
