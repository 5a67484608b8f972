"""What the tables say of a word: whether it tells of a move, a level or a source."""

from __future__ import annotations

import re
from collections import ChainMap
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from typing import cast

from factex.data import table
from factex.frames.syntax import Word
from factex.records import Change, Factuality

ROLES = ("ORG", "PERSON", "GPE")
DIRECTIONS: tuple[Change, ...] = ("increase", "decrease")


@cache
def moves(part: str) -> dict[str, Change]:
    """Word to direction, of the part "verbs", "nouns" or "particles" of the table of moves."""
    rows = table("moves")[part]
    return {word: way for way in DIRECTIONS for word in rows[way]}


@cache
def words(name: str, *parts: str) -> frozenset[str]:
    """The words of some parts of a table."""
    rows = (table(name)[part] for part in parts)
    return frozenset(word for row in rows for word in (row["words"] if isinstance(row, dict) else row))


class _Codes(dict[str, Mapping[str, Factuality]]):
    """Word to FactBank code, by part of the table of cues, each read when first asked for."""

    def __missing__(self, part: str) -> Mapping[str, Factuality]:
        self[part] = found = {word: cast("Factuality", code) for code, row in table("cues")[part].items() for word in row}
        return found


_TABLE = _Codes()
_codes: ContextVar[Mapping[str, Mapping[str, Factuality]]] = ContextVar("codes", default=_TABLE)


@contextmanager
def with_cues(cues: Mapping[str, Mapping[str, Factuality]]) -> Iterator[None]:
    """Use these cues, by part of the table, beside those of the table in what follows. `objects` has the codes of its words."""
    token = _codes.set(ChainMap({part: {**_TABLE[part], **added} for part, added in cues.items()}, _TABLE) if cues else _TABLE)
    try:
        yield
    finally:
        _codes.reset(token)


def codes(part: str) -> Mapping[str, Factuality]:
    """Word to FactBank code, of one part of the table of cues."""
    return _codes.get()[part]


def code(part: str, verb: Word) -> Factuality | None:
    """The code that one part of the table of cues gives a word, with its particle if it has one: "rule out"."""
    found, particle = codes(part), verb.child("prt")
    return (found.get(f"{verb.lemma} {particle.lower}") if particle is not None else None) or found.get(verb.lemma)


def is_among(part: str, verb: Word) -> bool:
    """Whether one part of the table of cues lists a word, with its particle if it has one."""
    found, particle = words("cues", part), verb.child("prt")
    return verb.lemma in found or (particle is not None and f"{verb.lemma} {particle.lower}" in found)


def takes_object(verb: str) -> bool:
    """Whether the object of this verb of saying is itself a statement: "announced a $5 million deal"."""
    return verb in codes("objects")


def cues(forms: AbstractSet[str]) -> set[str]:
    """The parts of the table of cues that have one of these words or lemmas, be it with a particle."""
    parts = _parts()
    found = set().union(*map(parts.__getitem__, forms & parts.keys()))
    current = _codes.get()
    added = {} if current is _TABLE else current
    return found.union(part for part in added if not forms.isdisjoint(key.partition(" ")[0] for key in added[part]))


@cache
def _parts() -> dict[str, set[str]]:
    """The first word of each cue to the parts of the table that have it."""
    found: dict[str, set[str]] = {}
    for part, rows in table("cues").items():
        for name, value in rows.items():
            for cue in [name] if isinstance(value, str) else value:
                found.setdefault(cue.partition(" ")[0], set()).add(part)
    return found


def is_move_verb(word: Word) -> bool:
    """Whether the verb says that something rose or fell."""
    directed = word.lemma in words("moves", "either") or (word.lemma in words("moves", "phrasal") and word.child("dobj") is None)
    return word.lemma in moves("verbs") or (directed and particle(word) is not None)


def is_move_noun(word: Word) -> bool:
    """Whether the noun names a rise or a fall, as "a growth of 3%" does; growth without an article is a figure."""
    return word.lemma in moves("nouns") and (word.lemma != "growth" or any(c.lower == "a" for c in word.left))


@cache
def is_event(noun: str) -> bool:
    """Whether a noun names what happens, as does "announcement", and no thing."""
    named = words("figures", "deeds", "events") | words("tense", "events", "happenings") | moves("nouns").keys()
    rows = table("figures")["deeds"]
    return noun in named or (noun.endswith(tuple(rows["ends"])) and noun not in rows["things"])


def is_figure(noun: str) -> bool:
    """Whether a noun names a figure that somebody has: profit, the price."""
    return noun in words("figures", "owned", "attributes")


def is_index(name: Word) -> bool:
    """Whether a name is that of a stock index: "the benchmark Nikkei 225 in Tokyo"."""
    benchmark = name.pos == "PROPN" and any(c.lower == "benchmark" for c in name.left)
    return benchmark or name.text in _index_words()


@cache
def _index_words() -> frozenset[str]:
    return frozenset(word for index in roles("indices") for word in index.split())


def is_period(noun: Word) -> bool:
    """Whether a noun only tells when, by what was told before: "revenue in the period"."""
    return noun.lemma in words("figures", "periods") and all(c.dep == "det" or c.lower in _TURNS for c in noun.left)


_TURNS = frozenset({"last", "latest", "next", "previous", "prior", "same"})


def is_level_verb(word: Word) -> bool:
    """Whether the verb says how high its subject stands."""
    return word.lemma in words("figures", "level_verbs")


def particle(verb: Word, without: Sequence[Word] = ()) -> Change | None:
    """The direction that a particle or adverb gives *verb*, but for the words *without*: "edged up", "closed lower"."""
    found, deps = moves("particles"), ("prt", "advmod", "acomp", "prep", "oprd", "quantmod")
    beside = (*verb.right, verb.next)  # "ticked up to 5%", of which the parser may take "up to" for one word
    return next((found[c.lower] for c in beside if c.lower in found and c.dep in deps and c not in without), None)


@cache
def roles(part: str) -> frozenset[str]:
    """The nouns that stand for names of one label when they are definite: "the company"."""
    return frozenset(table("roles")[part])


@cache
def can_say(noun: str) -> bool:
    """Whether a common noun is of what says something: a company, a court, a report; money says nothing."""
    return role_of(noun) is not None or noun in roles("public") | roles("voices") | codes("sayings").keys()


def role_of(noun: str) -> str | None:
    """The label of the names that a noun may stand for."""
    return next((part for part in ROLES if noun in roles(part)), None)


def is_direction(word: str) -> bool:
    """Whether a word is a point of the compass: north, south-eastern, westwards."""
    return _COMPASS.fullmatch(word) is not None


_COMPASS = re.compile("(?:north|south|east|west|(?:north|south)-?(?:east|west))(?:ern|wards?)?")
