"""Persons: which nouns and names are theirs, and whom "she" and "he" can take up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from factex.data import table
from factex.frames.lexicon import role_of, roles, words

GENDERS = {"he": "male", "him": "male", "his": "male", "she": "female", "her": "female", "hers": "female"}
"""The pronouns that tell a gender."""

LONGEST = 100
"""No name has more characters."""

_SUFFIXES = frozenset({"II", "III", "Jr", "Sr"})
_GIVEN = re.compile(r"[A-Z][a-z]+(?:-[A-Z]?[a-z]+)?")
_WORD = re.compile(r"[\w.]+")


@cache
def gender_of(noun: str) -> str | None:
    """The gender that a noun, a title or a pronoun tells: of a spokeswoman, of Mr Lund, of her; None for most."""
    nouns = table("persons")["nouns"]
    return next((gender for gender in ("female", "male") if noun in nouns[gender]), GENDERS.get(noun))


@cache
def given_gender(name: str) -> str | None:
    """The gender of those who have the given name that *name* begins with; None where both have it or we do not know it."""
    first, given = name.partition(" ")[0], table("persons")["given"]
    return next((gender for gender in ("female", "male") if first in given[gender]), None)


@cache
def is_person(noun: str) -> bool:
    """Whether a noun says what a person is; of those in "-er" some are things, as are trailers and posters."""
    ends = table("persons")["ends"]
    return must_be_person(noun) or (noun.endswith(tuple(ends["words"])) and not noun.lower().endswith(tuple(ends["things"])))


@cache
def must_be_person(noun: str) -> bool:
    """Whether a noun is said of persons alone, so that no "it" takes it up."""
    nouns = table("persons")["nouns"]
    known = any(noun in nouns[part] for part in ("female", "male", "either")) or noun in roles("PERSON")
    return known or noun.endswith(("woman", "person"))


def genders(text: str, names: Mapping[str, str], full: Mapping[str, str]) -> dict[str, str]:
    """The gender of each person among *names* (with their labels), by the given name, else by what stands before the name."""
    found: dict[str, str] = {}
    for name, label in names.items():
        if label == "PERSON":
            whole = full.get(name, name)
            gender = (given_gender(whole) if " " in whole else None) or next(filter(None, map(gender_of, _leads(text, name))), None)
            if gender is not None:
                found.setdefault(whole, gender)
    return found


def _leads(text: str, name: str) -> Iterator[str]:
    """The words before the places of a name, in lower case and without full stop."""
    for place in whole_words(text, name):
        lead = text[max(0, place - 20) : place].rstrip().rpartition(" ")[2].lstrip('("“‘').rstrip(".").lower()
        apposed = text.startswith(",", place + len(name))  # "her husband, Tom, died"
        yield lead.removesuffix(",") if apposed else lead


def titled(text: str, name: str) -> bool:
    """Whether a name of two words or more has a title before it somewhere: "chief executive Renata Voss"."""
    return " " in name and any(lead in roles("titles") for lead in _leads(text, name))


@cache
def _people() -> re.Pattern[str]:
    """Nouns for somebody who has no name beside them."""
    nouns = "|".join(words("persons", "strangers"))
    return re.compile(rf"\b(?:{nouns})\b(?! [A-Z])")


def unnamed(text: str) -> Iterator[tuple[int, str]]:
    """Where somebody is called by a common noun alone, "the man", and the gender that it tells, "" for none."""
    for match in _people().finditer(text):
        yield match.start(), gender_of(match[0]) or ""


def surname_of(name: str) -> str:
    """The last name of a person: Lund for "Ann Lund Jr."."""
    words = name.split()
    return words[-2] if len(words) > 2 and words[-1].rstrip(".") in _SUFFIXES else words[-1]


_OF_COUPLE = re.compile(r"(?:^|\b[a-z]\w* |[,.;:] |\n)([A-Z]\w+) and $")


def spelled_out(text: str, labels: Mapping[str, str]) -> Iterator[str]:
    """The full names of those whom the parsed sentences have by surname alone; none where two persons could be meant.

    Where one of them is known, all are, for the surname is not his: "Ann Lund acted. Lund died, said her son, Tom Lund".
    """
    known: dict[str, set[str]] = {}
    for name, label in labels.items():
        if label == "PERSON" and " " in name:
            known.setdefault(surname_of(name), set()).add(name.partition(" ")[0])
            for place in whole_words(text, name):
                other = _OF_COUPLE.search(text[max(0, place - LONGEST) : place])  # "Frank and Ann Lund"
                if other is not None and given_gender(other[1]) is not None:
                    yield f"{other[1]} {surname_of(name)}"
    for surname, label in labels.items():
        if " " not in surname:
            others = known.get(surname, set())
            whose = "PERSON" if others else label
            given = {each for place in whole_words(text, surname) if (each := _given(text, place, whose)) is not None} - others
            if others or (len(given) == 1 and labels.get(*given) in (None, "PERSON")):
                yield from (f"{each} {surname}" for each in sorted(given))


def _given(text: str, place: int, label: str) -> str | None:
    """The given name before a surname: "its founder, Ann Lund"; but not in "Chancellor Lund" or "on Monday Lund".

    None where it opens a sentence, for there all words have a capital, unless it is one that many have.
    *label*: that of the surname; where it is no person's, the word before the given name must be a title.
    """
    *_, before, given, rest = ["", "", *text[max(0, place - LONGEST) : place].rpartition("\n")[2].rsplit(" ", 3)]
    before = before.lstrip("(“").removesuffix(",")
    if rest or _GIVEN.fullmatch(given) is None:
        return None
    if label in ("PERSON", "") and given_gender(given) is not None and not before[:1].isupper():
        return given
    if _WORD.fullmatch(before) is None:
        return None
    lead, word = before.lower(), given.lower()
    short = lead.rstrip(".") if lead.rstrip(".") in words("abbreviations", "words") else lead  # Sen. Ann Lund
    if not (_is_title(short) or (label == "PERSON" and before.islower() and not lead.endswith("."))):
        return None
    other = _is_title(word) or word in table("names")["peoples"] or word in words("names", "not_given")
    return None if other else given


def _is_title(word: str) -> bool:
    """Whether a word, be it in small letters, says what a person is: president, vice-president, carmaker."""
    word = word.rpartition("-")[2]
    return word in roles("titles") or word in roles("trades") or role_of(word) == "PERSON"


def whole_words(text: str, name: str) -> Iterator[int]:
    """The offsets at which *name* stands and no letter or digit beside it. A search for plain strings: regexes are slower here."""
    place = text.find(name) if name else -1
    while place >= 0:
        end = place + len(name)
        if not (place and text[place - 1].isalnum()) and not text[end : end + 1].isalnum():
            yield place
        place = text.find(name, end)
