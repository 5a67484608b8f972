"""factex turns news articles into structured fact records.

>>> import factex
>>> extraction = factex.extract("Sales rose 3% to $5 billion.", format="text")
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from factex.corpus import Corpus, concat, read_facts
from factex.errors import ExtraError, FactexError, FactexWarning, ModelError, RuleError, RunError, SourceError, TimexError
from factex.extraction import Extraction
from factex.records import Article, Fact

if TYPE_CHECKING:
    from factex.pipeline import Extractor, extract, extract_many, read, read_many
    from factex.values.intervals import interval, timex
    from factex.views.schema import json_schema
    from factex.workers import Limits

__version__ = "0.1.0"

__all__ = [
    "Article",
    "Corpus",
    "ExtraError",
    "Extraction",
    "Extractor",
    "Fact",
    "FactexError",
    "FactexWarning",
    "Limits",
    "ModelError",
    "RuleError",
    "RunError",
    "SourceError",
    "TimexError",
    "concat",
    "extract",
    "extract_many",
    "interval",
    "json_schema",
    "read",
    "read_facts",
    "read_many",
    "timex",
]

_LATE = dict.fromkeys(("Extractor", "extract", "extract_many", "read", "read_many"), "factex.pipeline") | {
    "Limits": "factex.workers",
    "interval": "factex.values.intervals",
    "timex": "factex.values.intervals",
    "json_schema": "factex.views.schema",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401  (a module's attributes have any type)
    """Load the pipeline, with its tables and rules, when it is first asked for: importing factex stays light."""
    if name in _LATE:
        return getattr(import_module(_LATE[name]), name)
    msg = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(msg)


def __dir__() -> list[str]:
    """Every public name, also those that load late: tab completion shows them."""
    return sorted({*globals(), *__all__})
