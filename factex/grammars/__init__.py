"""Recognise: the rules that find mentions, by kind.

`scan` looks at the words alone; `recognise` looks at its mentions again with the sentence's parse.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from importlib import import_module
from itertools import zip_longest
from typing import TYPE_CHECKING

from factex.grammar import Grammar, Rule
from factex.grammars import bases, columns, counted, games, joins, metres, modifiers
from factex.grammars.bare import Bare
from factex.readings import Count, Numeral, NumericReading
from factex.readings.temporal import Clock, Duration, Every, Part, PartOfDay, Reference, Relative, Weekday, Within
from factex.records import Article, LineKind, Mention, Sentence
from factex.tables import Tables

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

# In order of precedence: between two matches of equal length the rule of the earlier module wins.
MODULES = tuple(
    import_module(f"{__name__}.{name}")
    for name in (
        *("decoys", "money", "sums", "percents", "fractions", "holidays", "references", "days"),
        *("dates", "datefigures", "written", "months", "periods", "quarters", "relative", "distances", "parts"),
        *("clock", "hours", "dayparts", "ages", "durations", "stretches", "sets", "openings"),
        *("fields", "quantities", "lengths", "counts"),
    )
)

RULES = tuple(each for module in MODULES for each in vars(module).values() if isinstance(each, Rule))
GRAMMAR = Grammar(RULES)

NAMES = frozenset({"FAC", "LAW", "ORG", "PERSON", "PRODUCT", "WORK_OF_ART"})
"""The labels of entities that are names and may hold a day: no dates, and no events, which are often called by their day."""

# The rules that look at bare numbers with the parse.
COUNTED_RULES = counted.RULES


def scan(text: str, grammar: Grammar = GRAMMAR, kinds: Sequence[LineKind] = ()) -> list[Mention]:
    """The mentions of *text* as far as words alone show them, in order and without overlap; *kinds*: as in `Article`."""
    mentions = joins.join(text, grammar.mentions(text))
    return [*columns.with_units(Tables(text, kinds), mentions)] if "\t" in text or ": " in text else mentions


def recognise(article: Article, sentences: list[Sentence]) -> list[Sentence]:
    """The sentences with the mentions that their parse confirms; one left without any may still tell whom the next is about.

    Bare numbers become counts with their nouns, and numbers get the modifiers that stand beside them.
    """
    sentences = games.without_parts_of_games(article.text, sentences)
    found: list[Sentence] = []
    for sentence in sentences:
        follows = found and not article.text[found[-1].end : sentence.start].strip(" ")
        told = found[-1].mentions if follows else ()
        found.append(replace(sentence, mentions=tuple(bases.with_bases(article.text, _recognised(article, sentence, told)))))
    return found


def _recognised(article: Article, sentence: Sentence, told: Sequence[Mention]) -> Iterator[Mention]:
    place, numbers = sentence.start, list[Mention]()
    for mention, following in zip_longest(sentence.mentions, sentence.mentions[1:]):
        if mention.start < place or not confirmed(mention, sentence):
            continue
        found: Mention | None = metres.bared(mention, sentence, article.text, numbers)
        if found is not None and isinstance(found.reading, Numeral):
            found = counted.count(Bare(found, found.reading, sentence, numbers, following, told))
            found = None if found is None else _as_written(article.text, found, sentence)
        if found is None:
            continue
        place = found.end
        if isinstance(found.reading, NumericReading):
            found = _modified(article, found, mention.end, numbers[-1] if numbers else None)
            if not bases.is_base(article.text, found):
                numbers.append(found)
        yield found


def _as_written(text: str, mention: Mention, sentence: Sentence) -> Mention:
    """The mention with its noun as the article has it, where the models were shown another: 40 5G masts, as G5 masts."""
    written = text[mention.start : mention.end]
    shown = sentence.parsed[mention.start - sentence.shift : mention.end - sentence.shift]
    if written == shown or not isinstance(mention.reading, Count) or mention.reading.noun is None:
        return mention
    pairs = zip(shown.split(), written.split(), strict=False)
    other = {word: meant.lower() if word.islower() else meant for word, meant in pairs if word != meant}
    noun = " ".join(other.get(word, word) for word in mention.reading.noun.split(" "))
    return replace(mention, reading=replace(mention.reading, noun=noun))


def _modified(article: Article, mention: Mention, end: int, before: Mention | None) -> Mention:
    """The mention with the modifier that the words around it state; a restatement in brackets takes over that before it.

    *end*: where its number ends, which the noun that it counts may follow: "300-odd tanks", "500 or more people".
    """
    found = modifiers.modifier(article.text, mention.start, mention.end, end)
    if found is not None:
        return replace(mention, modifier=found)
    restates = before is not None and article.text[before.end : mention.start] in (" (", ", or ", " / ", "/")
    return replace(mention, modifier=before.modifier) if before is not None and restates else mention


def confirmed(mention: Mention, sentence: Sentence) -> bool:
    """Whether the mention begins with a part of speech that its rule accepts, and is no name or part of one."""
    words = sentence.span(mention.start, mention.end)
    first = words[0]
    accepted = not mention.pos or first.pos_ in mention.pos
    return accepted and not _in_name(mention, sentence, first) and not _is_title(mention, words)


def _is_title(mention: Mention, words: Span) -> bool:
    """Whether a time is the title of a programme, by its capitals: on "This Week", of VOA Today. Headlines have them everywhere.

    The length in a name is one, as in the Six-Day War, unless the name is quoted: "60 Minutes".
    """
    last, reading = words[-1].text, mention.reading
    whole = reading.whole if isinstance(reading, Within) and isinstance(reading.part, PartOfDay) else reading
    zoned = isinstance(whole, Clock) and whole.zone is not None
    if not last[0].isupper() or last.isupper() or zoned or not isinstance(whole, Clock | Duration | Every | Reference | Relative):
        return False
    doc, start = words.doc, words.start
    before, after = doc[max(0, start - 1)], doc[min(words.end, len(doc) - 1)]
    if len(words) == 1:
        named = (before.is_quote and after.is_quote) or (before.is_alpha and before.text[0].isupper() and start > 1)
        # The Monthly Notices, the People's Daily
        paper = before.lower_ == "the" and after.pos_ not in ("ADJ", "NOUN", "NUM", "PROPN")  # "she told the Daily"
        named = named or (isinstance(whole, Every) and start > 0 and (after.text[0].isupper() or before.tag_ == "POS" or paper))
    else:
        named = before.is_quote or not isinstance(whole, Duration | Every)
    return named and sum(token.is_lower and len(token) > 3 for token in doc) > 1


def _in_name(mention: Mention, sentence: Sentence, first: Token) -> bool:
    """Whether a day, month or season is a word of a longer name: the Saturday Evening Post, June Carter. Years keep their date."""
    if first.ent_type_ not in NAMES or not isinstance(mention.reading, Weekday | Part | Within | PartOfDay | Relative):
        return False
    start, end = mention.start - sentence.shift, mention.end - sentence.shift
    entity = next(e for e in first.doc.ents if e.start <= first.i < e.end)
    return (entity.start_char < start or entity.end_char > end) and not any(c.isdecimal() for c in sentence.parsed[start:end])
