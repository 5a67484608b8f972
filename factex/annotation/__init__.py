"""Annotate: from text to spaCy parses, of no more sentences than need one.

Parsing is most of the cost of an article, and most sentences state neither a number nor a time. So sentences are cut
here, by a cheap splitter, and only those that hold a mention are parsed, in batches across articles, with the sentence
before where a pronoun takes up whom that one is about.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from factex.annotation.models import load
from factex.annotation.sentences import legible, select, sentences
from factex.records import Mention, Sentence

if TYPE_CHECKING:
    from spacy.language import Language

    from factex.annotation.parsing import Parser

__all__ = ["annotate", "choose", "load", "parser", "sentences"]


class Choice(NamedTuple):
    """A sentence to parse: where it stands, its text as the models read it best, the mentions that it holds."""

    begin: int
    end: int
    text: str
    held: tuple[Mention, ...]


def parser(nlp: Language) -> Parser:
    """The parser that makes *nlp* fast on sentences. It is made once, for it remembers what it has seen."""
    from factex.annotation.parsing import Parser

    return Parser(nlp)


def choose(batch: Sequence[tuple[str, Sequence[Mention]]], parser: Parser) -> list[list[Choice]]:
    """For each text with its mentions, the sentences to parse. The parser is shown their words, outside of any memory zone."""
    chosen = [
        [Choice(begin, end, legible(text[begin:end]), held) for begin, end, held in select(text, mentions)]
        for text, mentions in batch
    ]
    parser.keep(choice.text for choices in chosen for choice in choices)
    return chosen


def annotate(chosen: Sequence[Sequence[Choice]], parser: Parser) -> list[list[Sentence]]:
    """The chosen sentences of each text, parsed. Inside a memory zone they last as long as the zone."""
    docs = iter(parser.parse([choice.text for choices in chosen for choice in choices]))
    return [[Sentence(each.begin, each.end, next(docs)[:], each.text, each.held) for each in choices] for choices in chosen]
