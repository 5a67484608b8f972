"""Recognise: the rules that find mentions, by kind.

`scan` looks at the words alone; `recognise` looks at its mentions again with the sentence's parse.
"""

from __future__ import annotations

from dataclasses import replace

from factex.grammar import Grammar, Rule
from factex.grammars import clock, days, durations, joins, money, months, periods, references, relative, sets
from factex.records import Article, Mention, Sentence

# In order of precedence: between two matches of equal length the rule of the earlier module wins.
MODULES = (money, days, months, periods, relative, clock, durations, sets, references)

RULES = tuple(each for module in MODULES for each in vars(module).values() if isinstance(each, Rule))
GRAMMAR = Grammar(RULES)


def scan(text: str) -> list[Mention]:
    """The mentions of *text* as far as words alone show them, in order and without overlap."""
    return joins.join(text, GRAMMAR.mentions(text))


def recognise(article: Article, sentences: list[Sentence]) -> list[Sentence]:
    """The sentences with the mentions that their parse confirms; sentences left without one are dropped."""
    kept = (replace(s, mentions=tuple(m for m in s.mentions if confirmed(m, s))) for s in sentences)
    return [s for s in kept if s.mentions]


def confirmed(mention: Mention, sentence: Sentence) -> bool:
    """Whether the first word of the mention has a part of speech that its rule accepts."""
    return not mention.pos or sentence.span(mention.start, mention.end)[0].pos_ in mention.pos
