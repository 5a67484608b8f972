"""Mending the parse where it contradicts itself.

A small model takes nouns for verbs where English has one form for both ("market", "headset", "valve"). What gives such a slip
away is a role that no such word can have: a noun with an object, a finite verb that is a subject, a verb with two subjects
side by side. Each mend looks for one of these and hangs the words as a noun phrase would have them.
"""

from __future__ import annotations

from factex.frames.lexicon import codes
from factex.frames.mending import clauses, figures, names, numbers, prepositions, reports, rows, words
from factex.frames.mending.clauses import across_semicolon
from factex.frames.mending.lines import dateline, headline, opening_name
from factex.frames.mending.names import extend_entity, person_or_not
from factex.frames.mending.trying import in_order, tried
from factex.frames.syntax import NAMED, Word

in_order(names, numbers, prepositions, words, figures, clauses, reports, rows)

# What has names of several words whose first ones a model may miss.
_EXTENDED = frozenset({"ORG", "PRODUCT", "FAC", "EVENT", "WORK_OF_ART"})


def mend(sentence: list[Word]) -> None:
    """Mend the parse of a sentence in place."""
    across_semicolon(sentence)
    sources = codes("sources")
    for word in sentence:
        pos = word.pos
        for repair in tried(pos, word.dep, word.tag, word.mention is not None, pos == "VERB" and word.lemma in sources):
            repair(word, sentence)
            if word.pos != pos:
                break
    opening_name(sentence)
    dateline(sentence)
    headline(sentence)
    for word in sentence:
        if word.ent_iob == "B" and word.ent in NAMED:
            person_or_not(word)
            if word.ent in _EXTENDED:
                extend_entity(word, sentence)
