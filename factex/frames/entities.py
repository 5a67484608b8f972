"""Entities as names: spaCy's spans without what is no part of a name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factex.frames import lexicon
from factex.frames.kinds import countries
from factex.frames.phrases import join
from factex.frames.syntax import Word
from factex.records import Article

_LONGEST_POST = 4
_TRIM = re.compile(r"^(?:the|a|an) | ?['’]s?$|(?<=\w) ?\([^()]*$", re.IGNORECASE)  # The World Bank (WB


def untitled(words: list[Word]) -> list[Word]:
    """A name without what its bearer is: "Acting President Han Duck-soo" is Han Duck-soo, "Rovers DL Sam Mott" is Sam Mott."""
    titles = lexicon.roles("titles")
    last = max(
        (place for place, word in enumerate(words[:-1]) if word.lower.rstrip(".") in titles or _is_post(words, place)), default=-1
    )
    last = -1 if words[last + 1].text == "-" or all(word.lower in titles for word in words) else last  # "Director-General"
    return untraded(words[last + 1 :])


def _is_post(words: Sequence[Word], place: int) -> bool:
    """Whether a word inside a name is a post that has only its initials: DL, QB, MP. Those that open a name are a person's."""
    text = words[place].text
    return place > 0 and text.isalpha() and text.isupper() and 1 < len(text) < _LONGEST_POST and not words[place - 1].text.isupper()


def untraded(words: list[Word]) -> list[Word]:
    """A name without the trade that stands before it: "Drugmaker Sanora", "Digital bank Sanora" are Sanora."""
    last = next((place for place in range(len(words) - 2, -1, -1) if _is_trade(words[place], first=place == 0)), -1)
    return words[last + 1 :]


def _is_trade(word: Word, *, first: bool) -> bool:
    """Whether a word of a name, in small letters where it is not the first, says what its bearer is."""
    if first:
        return word.lower in lexicon.roles("trades")
    return word.text.islower() and lexicon.role_of(word.lower) == "ORG" and word.next.text.istitle()


def _of_country(words: list[Word]) -> list[Word]:
    """A name without the country that it is said to be of: "Germany's Volta" is Volta."""
    owner = next((place for place, word in enumerate(words[:-1]) if word.tag == "POS"), 0)
    country = owner and " ".join(w.lower for w in words[:owner]) in countries()
    return words[owner + 1 :] if country else words


def entity_head(word: Word) -> Word:
    """The word of the entity of *word* that the others hang on."""
    inside = {w.i for w in word.entity}
    return next((w for w in reversed(word.entity) if w.head.i not in inside), word.entity[-1])


def entity_text(word: Word, article: Article) -> str:
    """The entity of *word* as written, without article and possessive."""
    words = [w for w in _one_of(word) if w.mention is None] or list(word.entity)
    if word.ent == "PERSON":
        words = untitled(words)
    words = untraded(_of_country(words))
    name = join(words, article)
    own = name.rpartition(" ")[2].replace("’", "'") in lexicon.words("names", "genitive")  # Moody's
    return name if own else _TRIM.sub("", name)


def _one_of(word: Word) -> Sequence[Word]:
    """The entity of *word*, or its part between commas where a model took two companies or persons for one."""
    entity = word.entity
    if word.ent not in ("ORG", "PERSON") or all(w.text != "," for w in entity):
        return entity
    begin = 0
    for place, each in enumerate(entity):
        following = entity[place + 1].lower.rstrip(".") if place + 1 < len(entity) else ""
        if each.text == "," and following not in lexicon.words("names", "forms"):
            if each.i > word.i:
                return entity[begin:place]
            begin = place + 1
    return entity[begin:]
