"""Aliases: the shorter and longer forms of one name, and which of them stands for all."""

from __future__ import annotations

import re

from factex.data import table
from factex.frames.persons import LONGEST, surname_of

# The acronym of the name before it, as in "Global Freight Holdings (GFH) said".
_ACRONYM = re.compile(r" \((?:the )?([A-Z]{2,7})\)")
_PARTICLES = frozenset({"and", "for", "in", "of", "on", "the"})


def full_names(text: str, labels: dict[str, str]) -> dict[str, str]:
    """Each name that is short for another, or longer than it needs to be, to the one that stands for both."""
    full: dict[str, str] = {}
    for match in _ACRONYM.finditer(text):
        name = _spelled_out(text[max(0, match.start() - LONGEST) : match.start()], match[1])
        if name is not None:
            full[match[1]] = name
    parts: dict[str, set[str]] = {}
    for name, label in labels.items():
        words = name.split()
        if label == "PERSON" and len(words) > 1:
            for part in (words[0], surname_of(name)):
                parts.setdefault(part, set()).add(name)
        elif label == "ORG":
            short = _without_form(name)
            if short != name and short in labels:
                full[name] = short
    # "Ford" is a company where Ford Motor is told about, even if Henry Ford is
    companies = {part for name, label in labels.items() if label == "ORG" and " " in name for part in name.split()}
    for part, names in parts.items():
        if len(names) == 1 and part not in companies:
            full[part] = next(iter(names))
    return full


def _spelled_out(words: str, acronym: str) -> str | None:
    """The name at the end of *words* whose initials make the acronym."""
    found = words.split()
    initials = acronym
    for place in range(len(found) - 1, -1, -1):
        word = found[place]
        if word[0].upper() == initials[-1]:
            initials = initials[:-1]
        elif word not in _PARTICLES:
            return None
        if not initials:
            return " ".join(found[place:])
    return None


def _without_form(name: str) -> str:
    """The name of a company without its legal form: "Acme Holdings Ltd" is Acme."""
    words = name.split()
    forms = frozenset(table("names")["forms"]["words"]) | {"group", "holding", "holdings"}
    while len(words) > 1 and words[-1].strip(".,").lower() in forms:
        words.pop()
    return " ".join(words).rstrip(",")
