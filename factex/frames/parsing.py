"""From spaCy's tokens to words: one copy of the parse for each sentence, mended, with the mentions marked in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from sys import intern
from typing import TYPE_CHECKING, Any

from factex.data import table
from factex.frames.mending import mend
from factex.frames.syntax import NO_WORD, Parse, Word
from factex.records import Sentence

if TYPE_CHECKING:
    from spacy.strings import StringStore

_WORDS = 1 << 14
"""So many words are remembered with their forms."""
_HEAD = 7
# spaCy's numbers for the places in an entity.
_IOB = ("", "I", "O", "B")
_BEGINS = 3
# Steps to heads are given as numbers without sign.
_MODULUS = 2**64


@cache
def _columns() -> list[int]:
    """What is copied of each token."""
    from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, IDX, LEMMA, ORTH, POS, TAG

    return [ORTH, LEMMA, POS, TAG, DEP, ENT_TYPE, ENT_IOB, HEAD, IDX]


class _Labels(dict[int, str]):
    """spaCy's labels by their keys: equal ones are the same object, for they are compared all the time.

    `forms` are those of a token, by the keys of its text and its lemma; most words of a text come again and again.
    """

    def __init__(self, store: StringStore) -> None:
        super().__init__()
        self.store = store
        self.forms = lru_cache(maxsize=_WORDS)(self._forms)

    def __missing__(self, key: int) -> str:
        self[key] = found = intern(self.store[key])
        return found

    def _forms(self, orth: int, stem: int, pos: int) -> tuple[str, str, str]:
        """A token as written, in small letters and one spelling, and its lemma."""
        text = self.store[orth]
        lower = table("lemmas")["spellings"].get(text.lower(), text.lower())
        lemma = table("lemmas")["verbs"].get(lower) if self[pos] == "VERB" else None
        return text, lower, lemma or self.store[stem].lower()


_labels = lru_cache(maxsize=4)(_Labels)
"""Those of the models used last."""


def parses(sentences: Sequence[Sentence]) -> Iterator[Parse]:
    """The parse of each sentence of an article, copied and mended, with its mentions marked."""
    if not sentences:
        return
    labels = _labels(sentences[0].tokens.vocab.strings)
    for sentence in sentences:
        words = _words(sentence, labels)
        of = _mark(words, sentence)
        mend(words)
        yield Parse(words, of)


def _words(sentence: Sentence, labels: _Labels) -> list[Word]:
    """The tokens of a sentence as linked words: their annotations come as one array, for a token is slow to ask."""
    span, shift = sentence.tokens, sentence.shift
    source: Any = span.doc if len(span) == len(span.doc) else span  # faster of a whole Doc
    rows = source.to_array(_columns()).tolist()
    words: list[Word] = []
    entity: list[Word] = []
    for place, (orth, stem, pos, tag, dep, ent, iob, _, begin) in enumerate(rows):
        (text, lower, lemma), start, kind = labels.forms(orth, stem, pos), begin + shift, labels[pos]
        word = Word(place, text, lower, lemma, kind, labels[tag], labels[dep], labels[ent], _IOB[iob], start, start + len(text))
        if kind == "SPACE":  # "Acme (NYSE: ACM) earned": where Acme is listed is no part of its name
            word.ent, word.ent_iob = "", "O"
        elif ent:
            if iob == _BEGINS or not entity:
                entity = []
            entity.append(word)
            word.entity = entity
        elif entity:
            entity = []
        words.append(word)
    _link(words, [row[_HEAD] for row in rows])
    return words


def _link(words: list[Word], steps: list[int]) -> None:
    """Give each word its neighbours, its children, and its head, *steps* (modulo 2 ** 64) away; itself if that lies outside."""
    around = [NO_WORD, *words, NO_WORD]
    for place, (word, step) in enumerate(zip(words, steps, strict=True)):
        other = (place + step) % _MODULUS
        head = words[other] if other < len(words) else word
        word.head, word.previous, word.next = head, around[place], around[place + 2]
        if head.i > place:
            head.left += (word,)
        elif head.i < place:
            head.right += (word,)
        if word.pos == "SPACE":  # what the models were not shown stands between no words
            around[place + 1] = before = word.previous
            if before is not NO_WORD:
                before.next = word.next


def _mark(words: list[Word], sentence: Sentence) -> list[list[Word]]:
    """The words of each mention, which are told of it."""
    of: list[list[Word]] = []
    place = 0
    for index, mention in enumerate(sentence.mentions):
        while place and words[place - 1].end > mention.start:
            place -= 1
        while words[place].end <= mention.start:
            place += 1
        held = []
        while place < len(words) and words[place].start < mention.end:
            words[place].mention = index
            held.append(words[place])
            place += 1
        of.append(held)
    return of
