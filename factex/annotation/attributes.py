"""Parts of speech, morphology and lemmas, remembered word by word.

spaCy's attribute ruler tries each of its patterns at each token, and the lemmatizer works in Python. But all but a few
of the patterns look at a single token, so what comes out hangs on its word, tag and dependency, and is remembered.
Sentences where a longer pattern could match are left to the components themselves.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, cast

import numpy as np
from spacy.attrs import DEP, HEAD, LEMMA, MORPH, ORTH, POS, TAG
from spacy.lang.en.lemmatizer import EnglishLemmatizer
from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.tokens import Doc

if TYPE_CHECKING:
    from spacy.vocab import Vocab

REMEMBERED = 20_000
"""So many words are remembered before all are forgotten, which bounds the memory."""

_SEEN = frozenset({"TAG", "DEP", "LOWER", "ORTH", "LENGTH", "IS_SPACE", "IS_ALPHA", "IS_DIGIT", "IS_PUNCT", "IS_TITLE"})
"""What a pattern may ask of a token so that word, tag and dependency answer it."""
_LITERAL = ("LOWER", "ORTH", "DEP", "TAG")

Key = tuple[int, int, int]


class Attributes:
    """An attribute ruler and the lemmatizer after it, as one component with a memory."""

    def __init__(self, vocab: Vocab, ruler: AttributeRuler, lemmatizer: Lemmatizer) -> None:
        self.vocab = vocab
        self.ruler = ruler
        self.lemmatizer = _indexed(lemmatizer)
        self._known: dict[Key, tuple[int, int, str] | None] = {}
        # What one token of each longer pattern must have: none of those patterns matches where there is no such token.
        self._marks = {mark for pattern in _longer(ruler) for mark in _mark(pattern)}

    @staticmethod
    def fits(ruler: Any, lemmatizer: Any) -> bool:  # noqa: ANN401  (components of any kind)
        """Whether what these components do can be told from single tokens."""
        return (
            type(ruler) is AttributeRuler
            and type(lemmatizer) in (Lemmatizer, EnglishLemmatizer)
            and lemmatizer.mode in ("rule", "lookup")
            and all(_SEEN.issuperset(pattern[0]) for pattern in _patterns(ruler) if len(pattern) == 1)
            and all(_mark(pattern) for pattern in _longer(ruler))
        )

    def set(self, docs: Sequence[Doc]) -> None:
        """Set what the ruler and the lemmatizer would set, on Docs that are tagged and parsed."""
        if len(self._known) > REMEMBERED:
            self._known.clear()
        keys = [list(map(tuple, doc.to_array([ORTH, TAG, DEP]).tolist())) for doc in docs]
        self._learn(list(dict.fromkeys(key for each in keys for key in each if key not in self._known)))
        add = self.vocab.strings.add  # a memory zone forgets the lemmas of words that it has not seen before
        for doc, each in zip(docs, keys, strict=True):
            found = [self._known[key] for key in each]
            if None in found:
                self._ask(doc)
            else:
                rows = [(pos, morph, add(lemma)) for pos, morph, lemma in filter(None, found)]
                doc.from_array([POS, MORPH, LEMMA], _table(rows))

    def _ask(self, doc: Doc) -> None:
        self.lemmatizer(self.ruler(doc))

    def _learn(self, keys: list[Key]) -> None:
        """Ask the components about tokens that no longer pattern could match; None stands for all others."""
        self._known.update(dict.fromkeys(keys))
        strings, marks = self.vocab.strings, self._marks
        plain = [
            key
            for key in keys
            if marks.isdisjoint(
                (("LOWER", strings[key[0]].lower()), ("ORTH", strings[key[0]]), ("TAG", strings[key[1]]), ("DEP", strings[key[2]]))
            )
        ]
        if not plain:
            return
        doc = Doc(self.vocab, words=[strings[orth] for orth, _, _ in plain])
        doc.from_array([TAG, HEAD, DEP], _table([(tag, 0, dep) for _, tag, dep in plain]))
        self._ask(doc)
        for key, token, (tag, dep, pos, morph) in zip(plain, doc, doc.to_array([TAG, DEP, POS, MORPH]).tolist(), strict=True):
            if (tag, dep) == key[1:]:
                self._known[key] = (pos, morph, token.lemma_)


def _indexed(lemmatizer: Lemmatizer) -> Lemmatizer:
    """A lemmatizer that finds the same lemmas: known forms are looked up in sets, where spaCy searches long lists."""
    own = type(lemmatizer)(lemmatizer.vocab, None, lemmatizer.name, mode=lemmatizer.mode, overwrite=lemmatizer.overwrite)
    for name in lemmatizer.lookups.tables:
        rows = lemmatizer.lookups.get_table(name)
        known = name == "lemma_index"
        own.lookups.add_table(name, {key: frozenset(row) for key, row in rows.items()} if known else rows)
    return own


def _table(rows: Sequence[tuple[int, ...]]) -> Any:  # noqa: ANN401  (an array of a type that numpy cannot say)
    return np.array(rows, dtype="uint64")


def _patterns(ruler: AttributeRuler) -> list[list[dict[str, Any]]]:
    return [pattern for each in cast("list[dict[str, Any]]", ruler.patterns) for pattern in each["patterns"]]


def _longer(ruler: AttributeRuler) -> list[list[dict[str, Any]]]:
    """The patterns of several tokens, or of a number of them that is open."""
    return [pattern for pattern in _patterns(ruler) if len(pattern) > 1 or "OP" in pattern[0]]


def _mark(pattern: list[dict[str, Any]]) -> list[tuple[str, str]]:
    """Attributes with values, one of which a token must have where the pattern matches; none if that is not sure."""
    marks = []
    for token in pattern:
        for name in _LITERAL:
            value = token.get(name)
            values = [value] if isinstance(value, str) else value.get("IN", []) if isinstance(value, dict) else []
            if values and "OP" not in token:
                marks.append([(name, value) for value in values])
    return min(marks, key=len, default=[])
