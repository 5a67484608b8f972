"""factex turns news articles into structured fact records.

>>> import factex
>>> extraction = factex.extract("Sales rose 3% to $5 billion.", format="text")
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factex.errors import ExtraError, FactexError, FactexWarning, ModelError, RuleError, SourceError, TimexError
from factex.extraction import Extraction
from factex.records import Article, Fact

if TYPE_CHECKING:
    from factex.pipeline import Extractor, extract, extract_many, read, read_many

__version__ = "0.1.0"

__all__ = [
    "Article",
    "ExtraError",
    "Extraction",
    "Extractor",
    "Fact",
    "FactexError",
    "FactexWarning",
    "ModelError",
    "RuleError",
    "SourceError",
    "TimexError",
    "extract",
    "extract_many",
    "read",
    "read_many",
]

_FROM_PIPELINE = frozenset({"Extractor", "extract", "extract_many", "read", "read_many"})


def __getattr__(name: str) -> Any:  # noqa: ANN401  (a module's attributes have any type)
    """Load the pipeline, with its tables and rules, when it is first asked for: importing factex stays light."""
    if name in _FROM_PIPELINE:
        from factex import pipeline

        return getattr(pipeline, name)
    msg = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(msg)
