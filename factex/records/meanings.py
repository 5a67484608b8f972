"""What each rule is for, by its name: what evidence says in words."""

from __future__ import annotations

# By the name of a rule. Views know no rules, and evidence outlives the extractor, also in files: so it is kept here, for all.
_MEANINGS: dict[str, str] = {}


def explained(name: str, doc: str | None) -> None:
    """Note what a rule is for, as it is made: the first line of its docstring."""
    if doc:
        _MEANINGS[name] = doc.strip().partition("\n")[0]


def meaning(rule: str) -> str:
    """What the rule of this name is for, in one line; empty where that is not known."""
    return _MEANINGS.get(rule, "")
