"""Mending the parse where it contradicts itself.

A small model takes nouns for verbs where English has one form for both ("market", "headset", "valve"). What gives such a slip
away is a role that no such word can have: a noun with an object, a finite verb that is a subject, a verb with two subjects
side by side. Each mend looks for one of these and hangs the words as a noun phrase would have them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from factex.frames.lexicon import codes
from factex.frames.mending.clauses import (
    across_semicolon,
    clause_after_preposition,
    clause_as_subject,
    clause_of_plan,
    clause_of_report,
    clause_of_saying,
    clause_of_talks,
    compound_of_verb,
    headline,
    infinitive_after_object,
    infinitive_in_row,
    passive_in_row,
    report_as_noun,
    report_before_clause,
    share_beside,
    source_aside,
    source_behind,
    subject_after_as,
    subject_in_row,
    subject_of_auxiliary,
    told_before_source,
)
from factex.frames.mending.names import (
    dateline,
    extend_entity,
    firm_of_place,
    hyphenated_name,
    name_after_post,
    number_after_name,
    number_in_name,
    opening_name,
    person_or_not,
    two_subjects,
    verb_in_name,
)
from factex.frames.mending.numbers import (
    figure_in_row,
    number_before_clause,
    number_close_to,
    number_of_noun,
    number_up_to,
    number_with_noun,
    scale_as_verb,
    scale_before_number,
    sum_for_somebody,
    words_of_time,
)
from factex.frames.mending.prepositions import (
    complement_of_noun,
    ends_of_move,
    figure_of_noun,
    for_example,
    said_in,
    share_of_name,
    size_of_move,
    taken_of,
)
from factex.frames.mending.words import (
    adjective_as_noun,
    co_operative,
    compounds_of_move,
    coordinated_verb,
    extreme_as_noun,
    figure_in_capitals,
    genitive_of_kind,
    hyphenated_noun,
    hyphenated_verb,
    level_verb,
    like_for_like,
    name_as_pronoun,
    name_before_noun,
    noun_with_clause,
    owner_of_compound,
    tax_after_profit,
    verb_after_age,
    verb_as_noun,
    worth_after_noun,
)
from factex.frames.syntax import Word

# What has names of several words whose first ones a model may miss.
_EXTENDED = frozenset({"ORG", "PRODUCT", "FAC", "EVENT", "WORK_OF_ART"})

# By part of speech, in the order in which they are tried; one that changes it is the last.
_MENDS = {
    "ADJ": (
        co_operative,
        worth_after_noun,
        adjective_as_noun,
        extreme_as_noun,
    ),
    "ADP": (
        for_example,
        said_in,
        figure_of_noun,
        share_of_name,
        complement_of_noun,
        share_beside,
        ends_of_move,
        size_of_move,
        taken_of,
    ),
    "ADV": (share_beside, adjective_as_noun, extreme_as_noun),
    "AUX": (subject_of_auxiliary,),
    "NOUN": (
        firm_of_place,
        figure_in_row,
        number_before_clause,
        hyphenated_noun,
        genitive_of_kind,
        scale_before_number,
        clause_as_subject,
        coordinated_verb,
        noun_with_clause,
        level_verb,
        verb_after_age,
        worth_after_noun,
        compounds_of_move,
        tax_after_profit,
    ),
    "INTJ": (like_for_like,),
    "NUM": (number_after_name,),
    "PRON": (name_as_pronoun, owner_of_compound),
    "PROPN": (
        figure_in_capitals,
        name_before_noun,
        name_after_post,
        number_before_clause,
        coordinated_verb,
        level_verb,
        hyphenated_name,
    ),
    "VERB": (
        hyphenated_verb,
        across_semicolon,
        subject_of_auxiliary,
        verb_as_noun,
        two_subjects,
        compound_of_verb,
        clause_of_talks,
        clause_of_plan,
        infinitive_after_object,
        report_as_noun,
        clause_of_report,
        clause_of_saying,
        share_beside,
        source_aside,
        clause_after_preposition,
        clause_as_subject,
        subject_after_as,
        subject_in_row,
        infinitive_in_row,
        number_up_to,
    ),
}

_OF_SOURCES = (*_MENDS["VERB"], report_before_clause, source_behind, told_before_source)
"""Of verbs of saying and expecting."""
_OF_NUMBERS = (number_close_to, passive_in_row, number_in_name, number_with_noun, sum_for_somebody)
"""Of the words of a number or time."""
_OF_MENTIONS = {
    "DET": (words_of_time, *_OF_NUMBERS),
    "NUM": (number_of_noun, *_OF_NUMBERS),
    "VERB": (scale_as_verb, *_OF_NUMBERS),
}


def _repairs(word: Word) -> Sequence[Callable[[Word, list[Word]], None]]:
    """The mends that are tried on a word."""
    if word.mention is not None:
        return _OF_MENTIONS.get(word.pos, _OF_NUMBERS)
    if word.pos == "VERB" and word.lemma in codes("sources"):
        return _OF_SOURCES
    return _MENDS.get(word.pos, ())


def mend(words: list[Word]) -> None:
    """Mend the parse of a sentence in place."""
    for word in words:
        before = word.pos
        for repair in _repairs(word):
            repair(word, words)
            if word.pos != before:
                break
    opening_name(words)
    dateline(words)
    headline(words)
    for word in words:
        if word.ent_iob == "B":
            verb_in_name(word)
            person_or_not(word)
            if word.ent in _EXTENDED:
                extend_entity(word, words)
