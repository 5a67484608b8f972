"""Tables of words, and the authorities behind them: Babel for currencies, pint for units."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """The table data/*name*.toml."""
    return tomllib.loads((files(__name__) / f"{name}.toml").read_text(encoding="utf-8"))
