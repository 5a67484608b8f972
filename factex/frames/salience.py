"""Salience: which of the names that stand before a place the article tells most of there."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Mapping
from dataclasses import dataclass
from itertools import islice
from operator import attrgetter


@dataclass(slots=True)
class Name:
    """A name at a place of the article. `subject`: whether it is a grammatical subject there.

    `label`: spaCy's entity label in most places of the article, "" where it has none; `labels`: all that it has.
    """

    text: str
    label: str
    start: int
    subject: bool
    labels: frozenset[str]


class Line:
    """Names of one kind in their order, and who stands out among those up to a place.

    An article without end asks as often as it has names, so no answer goes through all of them.
    """

    def __init__(self, names: list[Name], counts: Mapping[str, int]) -> None:
        self.names = names
        self.counts = counts
        # Where each name is first, the names that the article has most coming first.
        first = {name.text: place for place, name in reversed([*enumerate(names)])}
        self._first = dict(sorted(first.items(), key=lambda each: -counts[each[0]]))

    def until(self, place: int) -> int:
        """How many of the names stand before the offset *place*."""
        return bisect_left(self.names, place, key=attrgetter("start"))

    def last(self, place: int) -> Name | None:
        """The last name before the offset *place*."""
        until = self.until(place)
        return self.names[until - 1] if until else None

    def salient(self, place: int, others: Container[str | None] = ()) -> str | None:
        """The last subject before *place* where it is frequent, else the name that the article has most; None if there are two.

        None of *others* is meant.
        """
        until = self.until(place)
        leaders = [*islice((name for name, first in self._first.items() if first < until and name not in others), 2)]
        if len(leaders) < 2:
            return leaders[0] if leaders else None
        most, second = map(self.counts.__getitem__, leaders)
        before = (self.names[k] for k in range(until - 1, -1, -1))
        recent = islice((name for name in before if name.text not in others), 4)
        subject = next((name.text for name in recent if name.subject), None)
        if subject is not None and 2 * self.counts[subject] >= most:
            return subject
        return leaders[0] if most > second else None
