"""Packages that come with an extra: imported when a view needs them, missed with advice."""

from __future__ import annotations

import importlib
from typing import Any

from factex.errors import ExtraError


def extra(package: str, name: str, purpose: str) -> Any:  # noqa: ANN401  (a module's attributes have any type)
    """The module *package*, which the extra *name* installs. Raises ExtraError where it is missing."""
    try:
        return importlib.import_module(package)
    except ImportError as error:
        msg = f"{purpose} needs {package}, which is not installed: expected the extra {name!r}; run `pip install 'factex[{name}]'`"
        raise ExtraError(msg) from error
