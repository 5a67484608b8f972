"""The exceptions that factex raises.

    FactexError
    ├── SourceError (ValueError)   a source cannot be read as an article
    ├── ModelError (OSError)       no spaCy model, or one that lacks what factex needs
    ├── TimexError (ValueError)    a string is no TIMEX3 value
    ├── RunError (ValueError)      the folder of a run belongs to another one
    ├── ExtraError (ImportError)   a package that an extra of factex brings is not installed
    └── RuleError (ValueError)     a rule or a table of words is written wrong
    FactexWarning (UserWarning)    an article was read, but not as well as it might have been

Messages are in lower case; they name the value, what was expected and what to do.
"""

import inspect
import traceback
import warnings


class FactexError(Exception):
    """Any error that factex raises on purpose."""


class SourceError(FactexError, ValueError):
    """A source cannot be read as an article."""


class ModelError(FactexError, OSError):
    """No spaCy model can be loaded, or the given one lacks a component that factex needs."""


class TimexError(FactexError, ValueError):
    """A string is no TIMEX3 value."""


class RunError(FactexError, ValueError):
    """The folder that a run should write belongs to a run of other inputs or options, or is in use."""


class ExtraError(FactexError, ImportError):
    """A package that an extra of factex brings is not installed."""


class RuleError(FactexError, ValueError):
    """A rule or a table of words is written wrong, or does not read its own examples."""


class FactexWarning(UserWarning):
    """An article was read, but not as well as it might have been."""


def warn(message: str) -> None:
    """Give a FactexWarning at the line of the user's own code, however much of factex stands below it."""
    stack = enumerate(traceback.walk_stack(inspect.currentframe()), start=2)
    outside = max(level for level, (frame, _) in stack if frame.f_globals.get("__name__", "").startswith("factex."))
    warnings.warn(message, FactexWarning, stacklevel=outside)
