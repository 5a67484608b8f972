"""The spaCy component: `nlp.add_pipe("factex")` on any English pipeline.

It runs the same stages over a whole Doc: `doc._.facts` are the facts, `doc.spans["factex"]` their spans, labelled by
kind. spaCy imports this module whenever it makes a pipeline, so it is light: the stages are loaded when first needed.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Span

from factex.errors import SourceError

if not Doc.has_extension("facts"):
    Doc.set_extension("facts", default=())
    Doc.set_extension("published", default=None)


@Language.factory("factex", requires=["doc.ents", "token.dep", "token.pos", "token.lemma"], assigns=["doc._.facts", "doc.spans"])
def make_component(nlp: Language, name: str, published: str | None = None) -> FactexComponent:  # noqa: ARG001  (spaCy gives them)
    """Make the component. *published* is the anchor of Docs whose own `doc._.published` is None."""
    return FactexComponent(published)


class FactexComponent:
    """Finds the facts of a Doc that the pipeline has tagged and parsed."""

    def __init__(self, published: str | None = None) -> None:
        self.published = published

    def __call__(self, doc: Doc) -> Doc:
        """Set `doc._.facts` and `doc.spans["factex"]`."""
        from factex import pipeline

        if not doc.has_annotation("DEP"):
            msg = "the Doc has no parse: expected a pipeline with tagger, parser and ner before 'factex'; add it last"
            raise SourceError(msg)
        extraction = pipeline.extract_doc(doc, published=doc._.published or self.published)
        doc._.facts = extraction.facts
        spans = [doc.char_span(fact.start, fact.end, label=fact.kind, alignment_mode="expand") for fact in extraction.facts]
        doc.spans["factex"] = [span for span in spans if isinstance(span, Span)]
        return doc
