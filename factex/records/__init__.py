"""What the stages hand to each other: articles, sentences, mentions, values, frames and facts.

All of them are frozen, and all offsets are half-open code-point offsets into `Article.text`.
"""

from __future__ import annotations

from factex.records.articles import Article, Opened, SourceMap
from factex.records.facts import Evidence, Fact, Frame, Value, record
from factex.records.meanings import explained, meaning
from factex.records.mentions import Mention, Sentence
from factex.records.pickled import Pickled
from factex.records.terms import NUMERIC_KINDS, TEMPORAL_KINDS, Change, Factuality, Kind, LineKind, Modifier, Role

__all__ = [
    "NUMERIC_KINDS",
    "TEMPORAL_KINDS",
    "Article",
    "Change",
    "Evidence",
    "Fact",
    "Factuality",
    "Frame",
    "Kind",
    "LineKind",
    "Mention",
    "Modifier",
    "Opened",
    "Pickled",
    "Role",
    "Sentence",
    "SourceMap",
    "Value",
    "explained",
    "meaning",
    "record",
]
