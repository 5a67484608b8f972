"""The spaCy component: `nlp.add_pipe("factex")` on any English pipeline.

It runs the same stages over a whole Doc: `doc._.facts` are the facts, `doc.spans["factex"]` their spans, labelled by
kind. spaCy imports this module whenever it makes a pipeline, so it is light: the stages are loaded when first needed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc, Span

from factex import views
from factex.errors import SourceError
from factex.views import words

if TYPE_CHECKING:
    from factex.additions import Additions
    from factex.records import Fact

COLORS: dict[str, str] = {str(kind): color for kind, color in words.COLORS.items()}
"""For displaCy: `displacy.render(doc, style="span", options={"spans_key": "factex", "colors": COLORS})`."""


def _facts(doc: Doc) -> tuple[Fact, ...]:
    return views.serial.facts_from_json(doc.user_data.get("factex", "[]"))


def _set_facts(doc: Doc, facts: Iterable[Fact]) -> None:
    """Keep them as JSON, which goes wherever a Doc goes: into bytes, a DocBin, another process."""
    doc.user_data["factex"] = views.serial.facts_to_json(facts)


def _set_published(doc: Doc, published: str | date | None) -> None:
    doc.user_data["factex.published"] = published.isoformat() if isinstance(published, date) else published


if not Doc.has_extension("facts"):
    Doc.set_extension("facts", getter=_facts, setter=_set_facts)
    Doc.set_extension("published", getter=lambda doc: doc.user_data.get("factex.published"), setter=_set_published)


@Language.factory("factex", requires=["doc.ents", "token.dep", "token.pos", "token.lemma"], assigns=["doc._.facts", "doc.spans"])
def make_component(
    nlp: Language,  # noqa: ARG001  (spaCy gives it)
    name: str,  # noqa: ARG001
    published: str | None = None,
    tables: str | None = None,
    spans_key: str = "factex",
) -> FactexComponent:
    """Make the component.

    *published* is the anchor of Docs whose own `doc._.published` is None. *tables*: path of a TOML file with units,
    currencies, cue verbs, decoys and rules of your own, as for `factex.Extractor`. *spans_key*: where in `doc.spans`
    the spans of the facts are put.
    """
    return FactexComponent(published, tables, spans_key)


@dataclass(eq=False)
class FactexComponent:
    """Finds the facts of a Doc that the pipeline has tagged and parsed."""

    published: str | None = None
    tables: str | None = None
    spans_key: str = "factex"

    @cached_property
    def _additions(self) -> Additions:
        """What the tables add; made when the first Doc comes, so that making a pipeline stays light."""
        from factex.additions import Additions

        return Additions(tables=self.tables)

    def __call__(self, doc: Doc) -> Doc:
        """Set `doc._.facts` and `doc.spans[self.spans_key]`."""
        from factex import pipeline

        if not doc.has_annotation("DEP"):
            msg = "the Doc has no parse: expected a pipeline with tagger, parser and ner before 'factex'; add it last"
            raise SourceError(msg)
        extraction = pipeline.extract_doc(doc, published=doc._.published or self.published, additions=self._additions)
        doc._.facts = extraction.facts
        spans = [doc.char_span(fact.start, fact.end, label=fact.kind, alignment_mode="expand") for fact in extraction.facts]
        doc.spans[self.spans_key] = [span for span in spans if isinstance(span, Span)]
        return doc
