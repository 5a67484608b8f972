"""extract, extract_many and the component, over short texts."""

import random
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pytest

import factex
from factex import pipeline

TEXTS = ["It paid $6 million on Monday.", "No figures at all.", "It got $7. It gave $8 on Tuesday."]


def test_extract_many_gives_one_out_for_each_in(extractor):
    """A source that fails keeps its place, with an error and no facts."""
    found = list(extractor.extract_many([TEXTS[0], "", TEXTS[2]]))
    assert [len(extraction.facts) for extraction in found] == [2, 0, 3]
    assert [extraction.error and extraction.error.split(":")[0] for extraction in found] == [None, "SourceError", None]


def test_extract_many_is_lazy(extractor):
    """Sources are taken as results are asked for: an endless stream works."""

    def endless():
        while True:
            yield TEXTS[0]

    assert len(next(iter(extractor.extract_many(endless()))).facts) == 2


def test_extract_takes_an_article_that_was_read(extractor):
    """So each of many articles may have its own anchor."""
    articles = [factex.read(TEXTS[0], published=day) for day in ("2025-04-09", "2025-04-23")]
    found = [extraction.facts[-1].timex for extraction in extractor.extract_many(articles)]
    assert found == ["2025-04-07", "2025-04-21"]


@pytest.mark.parametrize("processes", [0, -1, 1.5, None])
def test_no_processes_is_an_error(extractor, processes):
    """The error names the value and what was expected, before any source is taken."""
    with pytest.raises(ValueError, match=f"{processes} processes: expected"):
        extractor.extract_many(TEXTS, processes=processes)


def test_one_wrong_date_for_all_is_an_error(extractor):
    """It is told before the first of many articles is worked on."""
    with pytest.raises(factex.SourceError, match="published is 20250409: expected"):
        extractor.extract_many(TEXTS, published=20250409)


def test_a_column_of_dates_beside_one_of_articles(extractor):
    """Each article has its own date; one that is wrong costs that article alone, and there must be as many as articles."""
    frame = pd.DataFrame({"text": TEXTS[::2] * 2, "day": ["2025-04-09", "2025-04-16", None, "soon"]})
    found = list(extractor.extract_many(frame["text"], published=frame["day"]))
    assert [each.facts[-1].timex for each in found[:3]] == ["2025-04-07", "2025-04-15", "XXXX-WXX-1"]
    assert found[3].error.startswith("SourceError: published is 'soon', which is no date")
    for kind in ("datetime64[ns]", "string[pyarrow]", object):
        days = frame["day"][:3].astype(kind)
        assert [each.error for each in extractor.extract_many(frame["text"][:3], published=days)] == [None] * 3
    with pytest.raises(factex.SourceError, match="3 dates of publication for 4 sources: expected one for each"):
        extractor.extract_many(frame["text"], published=frame["day"][:3])


@pytest.mark.parametrize("source", ["It rose 3%.", b"It rose 3%.", {"content": "It rose 3%."}, Path("a.html")], ids=repr)
def test_one_source_is_not_many(extractor, source):
    """A text is not taken for its letters, nor a post for its keys."""
    with pytest.raises(factex.SourceError, match=r"the sources are one \w+: expected several"):
        extractor.extract_many(source)


def test_a_table_is_not_many_sources(extractor):
    """The names of a DataFrame's columns are not taken for articles; one of its columns is, also one of Arrow."""
    frame = pd.DataFrame({"text": TEXTS})
    with pytest.raises(factex.SourceError, match=r"a table with columns \(DataFrame\): expected one of them"):
        extractor.extract_many(frame)
    for column in (frame["text"], pa.array(TEXTS)):
        assert list(extractor.extract_many(column)) == list(extractor.extract_many(TEXTS))


def test_processes_change_nothing(extractor):
    """Two processes give the very facts of one, in order, and a progress bar takes none away."""
    sources = [*TEXTS, "", *TEXTS] * 12
    assert list(extractor.extract_many(sources, processes=2, progress=True)) == list(extractor.extract_many(sources))


def test_progress_counts_articles_facts_and_errors(extractor, capsys):
    """The bar says how many of them are done, and what was found; a source that fails is counted too."""
    assert len(list(extractor.extract_many([*TEXTS, Path("no-such-file.html")], progress=True))) == 4
    shown = capsys.readouterr().err
    assert "4/4" in shown
    assert "errors=1, facts=5" in shown
    list(extractor.extract_many(iter(TEXTS), progress=True))
    assert "3 articles" in capsys.readouterr().err


def test_batches_change_nothing(extractor):
    """An article alone gives the facts that it gives among others."""
    assert list(extractor.extract_many(TEXTS)) == [extractor.extract(text) for text in TEXTS]


@pytest.mark.parametrize("size", [1, 3, 50])
def test_records_are_the_same_byte_for_byte_for_any_batch_and_order(extractor, monkeypatch, size):
    """What stands beside an article leaves no trace in its record, nor does what was read before."""
    texts = [
        f"Harbour Lines carried {n * 7} passengers on {day}, {n}% more than a year before. It paid ${n} million for ferry no. {n}."
        + " Nothing else was said." * (n % 5)
        for n in range(1, 13)
        for day in ("Monday", "Friday")
    ]
    alone = {text: extractor.extract(text, published="2025-04-09").to_json() for text in texts}
    monkeypatch.setattr(pipeline, "BATCH", size)
    for seed in range(3):
        random.Random(seed).shuffle(texts)  # noqa: S311  (no secret)
        found = [each.to_json() for each in extractor.extract_many(texts, published="2025-04-09")]
        assert found == [alone[text] for text in texts]


def test_a_failing_stage_costs_only_its_own_article(extractor, monkeypatch):
    """An error inside a stage is reported in the record of the article that set it off."""
    from factex import values

    normalise = values.normalise

    def fail(article, sentences):
        if "$8" in article.text:
            raise ZeroDivisionError("eight")
        return normalise(article, sentences)

    monkeypatch.setattr(values, "normalise", fail)
    found = list(extractor.extract_many(TEXTS))
    assert [extraction.error for extraction in found] == [None, None, "ZeroDivisionError: eight"]
    assert [len(extraction.facts) for extraction in found] == [2, 0, 0]


def test_the_component_finds_the_same_facts(nlp, extractor):
    """On a whole Doc the stages give what they give on an article of the same text."""
    from factex.component import FactexComponent

    for text in TEXTS:
        doc = FactexComponent(published="2025-04-09")(nlp(text))
        assert doc._.facts == extractor.extract(text, published="2025-04-09").facts
        assert [span.text for span in doc.spans["factex"]] == [fact.text for fact in doc._.facts]
        assert [span.label_ for span in doc.spans["factex"]] == [fact.kind for fact in doc._.facts]


def test_the_component_stands_in_a_pipeline(nlp):
    """`add_pipe` finds it by name; the anchor is a setting or the Doc's own."""
    nlp.add_pipe("factex", config={"published": "2025-04-09"})
    try:
        assert nlp("It rained on Tuesday.")._.facts[0].timex == "2025-04-08"
        doc = nlp.make_doc("It rained on Tuesday.")
        doc._.published = "2025-04-16"
        assert nlp(doc)._.facts[0].timex == "2025-04-15"
    finally:
        nlp.remove_pipe("factex")


def test_another_language_warns(extractor):
    """An article that says it is in another language warns, and is read all the same; one in English does not warn."""
    with pytest.warns(factex.FactexWarning, match="language is 'de': expected English"):
        assert extractor.extract("<html lang=de><p>Der Umsatz stieg um 3%.</p></html>").facts[0].text == "3%"
    with pytest.warns(factex.FactexWarning, match="language is 'de'") as given:
        list(extractor.extract_many(["<html lang=de><p>Der Umsatz stieg um 3%.</p></html>"]))
    assert given[0].filename == __file__, "it points at the user's own line"
    assert extractor.extract("<html lang=en-GB><p>Sales rose 3%.</p></html>").facts
