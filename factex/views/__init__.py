"""Present: an extraction as JSON, as a table, as HTML, in words.

Views read extractions and change nothing. Each is loaded when it is first asked for, as `views.html`, and so are the
packages that it needs: importing factex stays light.
"""

from __future__ import annotations

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factex.views import arrow, charts, conversion, explanation, html, report, rows, serial, statements, table, timeml, words

__all__ = [
    "arrow",
    "charts",
    "conversion",
    "explanation",
    "html",
    "report",
    "rows",
    "serial",
    "statements",
    "table",
    "timeml",
    "words",
]


def __getattr__(name: str) -> ModuleType:
    if name in __all__:
        return import_module(f"{__name__}.{name}")
    msg = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(msg)
