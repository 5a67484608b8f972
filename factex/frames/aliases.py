"""Aliases: the shorter and longer forms of one name, and which of them stands for all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from factex.data import table
from factex.frames import lexicon
from factex.frames.kinds import without_country
from factex.frames.persons import LONGEST, given_gender, surname_of, whole_words

# The acronym of the name before it, as in "Global Freight Holdings (GFH) said".
_ACRONYM = re.compile(r" \((?:the )?([A-Z]{2,7})\)")
# What can stand before "Group" or "Ltd" in the name of a company.
_CAPITALS = re.compile(r"(?<!\w)[A-Z][\w&’'-]*(?: (?:& )?[A-Z][\w&’'-]*){0,3}$")
_GROUPS = ("group", "holding", "holdings")
_PARTICLES = frozenset({"&", "and", "for", "in", "of", "on", "the"})


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
            form, short = _without_form(name), _without_form(name, *_GROUPS)
            if short != name and (short in labels or (short == form and len(short) > 2 and _alone(text, short) >= 0)):
                full[name] = short
    # "Ford" is a company where Ford Motor is told about, even if Henry Ford is
    companies = {part for name, label in labels.items() if label == "ORG" and " " in name for part in name.split()}
    for part, names in parts.items():
        known = names if len(names) == 1 else _introduced(text, part, names)
        if len(known) == 1 and part not in companies:
            full[part] = next(iter(known))
    return full | {short: full.get(longer, longer) for short, longer in _shortened(text, labels)}


def _introduced(text: str, surname: str, names: Iterable[str]) -> list[str]:
    """Those of some relatives whom the article has named when it first calls one by surname alone; none where titles part them.

    "Ann Lund has died. Lund acted for 40 years, said her son, Tom Lund."
    """
    places = list(whole_words(text, surname))
    alone = next((place for place in places if not any(text.endswith(name, 0, place + len(surname)) for name in names)), 0)
    polite = any(text.endswith(_POLITE, 0, place) for place in places)
    return [] if polite or any(name not in text for name in names) else [name for name in names if -1 < text.find(name) < alone]


_POLITE = ("Miss ", "Mr ", "Mr. ", "Mrs ", "Mrs. ", "Ms ", "Ms. ")


def relatives(labels: Mapping[str, str]) -> dict[str, list[str]]:
    """The persons of each surname, by their full names."""
    found: dict[str, list[str]] = {}
    for name in (name for name, label in labels.items() if label == "PERSON" and " " in name):
        found.setdefault(surname_of(name), []).append(name)
    return found


def of_title(gender: str, text: str, name: str, known: Mapping[str, list[str]]) -> str:
    """Whom a title of a gender names with *text*, which stands for *name* elsewhere: Mrs. Lund is not Frank Lund."""
    if " " in name and given_gender(name) in (None, gender):
        return name
    told = {each: given_gender(each) for each in known.get(surname_of(text), ())}
    others = [each for each in told if told[each] == gender] or [each for each in told if told[each] is None]
    return others[0] if len(others) == 1 else text


def _shortened(text: str, labels: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The companies that an article first calls by their trade and then without it: "Crane Homes said so. Crane's profit"."""
    beginnings: dict[str, set[str]] = {}
    written: dict[str, list[str]] = {}
    for name in (name for name, label in labels.items() if label == "ORG"):
        words = _without_form(name).split()
        for end in range(1, len(_without_form(name, *_GROUPS).split())):  # "SoftBank" is enough for SoftBank Group
            beginnings.setdefault(" ".join(words[:end]), set()).add(" ".join(words))
        if len(words) < len(name.split()) or words[-1].lower() in lexicon.words("names", "lines"):
            written.setdefault(" ".join(words), []).append(name)
    for short, names in beginnings.items():
        longer = max(names, key=len)
        # "Deutsche" may be Deutsche Bank or Deutsche Telekom
        sure = longer in written and all(map(longer.startswith, names)) and short.lower() not in lexicon.roles("titles")
        sure = sure and labels.get(short, "") in ("", "ORG", "PRODUCT")
        if sure and text.find(longer) < _alone(text, short):
            yield from ((name, longer) for name in (short, *written[longer]))


def _alone(text: str, name: str) -> int:
    """Where a name stands and goes on in no other word with a capital; -1 where it does nowhere."""
    ends = ((place, text[place + len(name) :][:2]) for place in whole_words(text, name))
    return next((place for place, rest in ends if not (rest[:1] == " " and (rest[1:].isupper() or rest[1:] == "&"))), -1)


def _spelled_out(words: str, acronym: str) -> str | None:
    """The name at the end of *words* whose initials make the acronym, with its legal form or without: ASC for Acme Sand Co. Ltd."""
    found, forms = words.split(), lexicon.words("names", "forms")
    while (name := _with_initials(found, acronym)) is None and found and found[-1].strip(".,").lower() in forms:
        found.pop()
    return name


def _with_initials(found: list[str], initials: str) -> str | None:
    """The name at the end of some words that has these initials."""
    for place in range(len(found) - 1, -1, -1):
        word = found[place]
        if word[0].upper() == initials[-1]:
            initials = initials[:-1]
        elif word not in _PARTICLES:
            return None
        if not initials:
            return " ".join(found[place:])
    return None


def _without_form(name: str, *more: str) -> str:
    """The name of a company without its legal form, nor *more* words that stand at the end: "Acme Holdings Ltd" is Acme."""
    words = name.split()
    while len(words) > 1 and ((end := words[-1].strip(".,").lower()) in lexicon.words("names", "forms") or end in more):
        words.pop()
    return " ".join(words).rstrip(",")


def companies(text: str) -> Iterator[str]:
    """Names that end as those of companies do: those in sentences that were not parsed are found by them."""
    for end in table("roles")["company_ends"]:
        for place in whole_words(text, end):
            following = text[place + len(end) : place + len(end) + 20].lstrip(", ").split(" ", 1)[0]
            if following.rstrip(".,") in lexicon.roles("company_ends") or following == "of":
                continue  # "Acme Technologies Inc." is no Acme Technologies, "the Reserve Bank of India" no Reserve Bank
            before = _CAPITALS.search(text[max(0, place - LONGEST) : place - 1]) if text[place - 1 : place] == " " else None
            if before is not None:
                first, _, rest = before[0].partition(" ")
                # "Startup Lyra Energy", "Texas-based Lyra Energy", "Germany's Lyra Energy"
                known = first == "The" or first.endswith("-based") or first.lower() in lexicon.roles("trades")
                yield without_country(f"{rest if rest and known else before[0]} {end}")
