"""The machine that runs frame rules: the first rule that answers fills the field.

A frame rule is a function from a `Site`, or from a `Rung` on the way up from it, to what it found or None, with sentences
as examples: the mention stands in [brackets], the fields it must get beside it. One test runs them all through the whole
pipeline.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from factex.errors import RuleError
from factex.records import explained

Place = TypeVar("Place")
Found = TypeVar("Found")
Fields = Mapping[str, object]


class once(Generic[Place, Found]):  # noqa: N801  (a decorator)
    """A property that is found when first asked for: `cached_property` without the lock that Python 3.11 takes for it."""

    def __init__(self, find: Callable[[Place], Found]) -> None:
        self.find = find
        self.__doc__ = find.__doc__

    def __set_name__(self, _: type[Place], name: str) -> None:
        self.name = name

    def __get__(self, place: Place, _: type[Place]) -> Found:
        found = place.__dict__[self.name] = self.find(place)
        return found


@dataclass(frozen=True, eq=False)
class FrameRule(Generic[Place, Found]):
    """A function that fills fields of a frame, and the examples that prove it.

    `name`: module and function, such as "shares.share_of_whole". `reads`: sentence with the mention in brackets
    to the fields it must get. `refuses`: sentences in which this rule must not be the one that answers. `cues`: the parts of
    the table of cues one of whose words the sentence must have; none where the rule goes by no cue.
    """

    name: str
    find: Callable[[Place], Found | None]
    reads: Mapping[str, Fields]
    refuses: Sequence[str] = ()
    cues: frozenset[str] = frozenset()

    @property
    def doc(self) -> str:
        """What the rule is for, in its author's words."""
        return self.find.__doc__ or ""


def frame_rule(
    reads: Mapping[str, Fields], refuses: Sequence[str] = (), cues: Iterable[str] = ()
) -> Callable[[Callable[[Place], Found | None]], FrameRule[Place, Found]]:
    """Make a `FrameRule` of the function below. Raises RuleError without examples or where one marks no mention."""

    def decorate(find: Callable[[Place], Found | None]) -> FrameRule[Place, Found]:
        name = f"{find.__module__.rsplit('.', 1)[-1]}.{find.__name__}"
        if not reads or any("[" not in text for text in (*reads, *refuses)):
            msg = f"frame rule {name!r} needs examples with the mention in [brackets]"
            raise RuleError(msg)
        explained(name, find.__doc__)
        return FrameRule(name, find, reads, refuses, frozenset(cues))

    return decorate


Rules = tuple[FrameRule[Place, Found], ...]


def first(rules: Sequence[FrameRule[Place, Found]], place: Place) -> tuple[str, Found] | None:
    """The answer of the first rule that has one, with the name of the rule."""
    for rule in rules:
        found = rule.find(place)
        if found is not None:
            return rule.name, found
    return None
