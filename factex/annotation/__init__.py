"""Annotate: from text to spaCy parses, of no more sentences than need one.

Parsing is most of the cost of an article, and most sentences state neither a number nor a time. So sentences are cut
here, by a cheap splitter, and only those that hold a mention are parsed, in batches across articles, with the sentence
before where a pronoun takes up whom that one is about.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from factex.annotation.models import load
from factex.annotation.sentences import legible, select, sentences
from factex.records import Mention, Sentence

if TYPE_CHECKING:
    from spacy.language import Language

    from factex.annotation.parsing import Parser

__all__ = ["annotate", "load", "parser", "sentences"]


def parser(nlp: Language) -> Parser:
    """The parser that makes *nlp* fast on sentences. It is made once, for it remembers what it has seen."""
    from factex.annotation.parsing import Parser

    return Parser(nlp)


def annotate(batch: Sequence[tuple[str, Sequence[Mention]]], parser: Parser) -> list[list[Sentence]]:
    """For each text with its mentions, the sentences that hold a mention or that such a one takes up, parsed."""
    chosen = [select(text, mentions) for text, mentions in batch]
    texts = [legible(text[begin:end]) for (text, _), spans in zip(batch, chosen, strict=True) for begin, end, _ in spans]
    parsed = zip(parser.parse(texts), texts, strict=True)

    def sentence(begin: int, end: int, held: tuple[Mention, ...]) -> Sentence:
        doc, text = next(parsed)
        return Sentence(begin, end, doc[:], text, held)

    return [[sentence(*span) for span in spans] for spans in chosen]
