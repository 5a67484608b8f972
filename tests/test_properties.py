"""What holds for any text at all."""

import os
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import factex
from factex.extraction import Extraction
from factex.grammars import scan

settings.register_profile("here", deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("here"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")

PIECES = """$ £ € % 3 5,000 1.5 -2 ½ m bn km mph June 2024 the of by to from between and . , ! ( ) - – million twenty-five
Tuesday last year a dozen per cent Sen. Li said rose about up to years old <b> 𝟛 é \x00""".split()
NEWS = st.lists(st.sampled_from([*PIECES, "\n", "\t", "\u00a0"]), max_size=40).map(" ".join)
"""Strings of what numbers and times are made of, in any order."""

ANY = st.one_of(NEWS, st.text(max_size=300))


@given(text=ANY)
@example(text="$" * 5_000)
@example(text="1," * 5_000)
@example(text="twenty " * 2_000)
@example(text="first quarter of " * 1_000)
def test_mentions_stand_in_order_without_overlap(text):
    """The rules find mentions in text order, none inside another, none empty."""
    place = 0
    for mention in scan(text):
        assert place <= mention.start < mention.end <= len(text)
        place = mention.end


@given(text=ANY)
@example(text="The tour ran late in the spring of 2019.|2019-SP|end")
@example(text="ten per cent and 11 per cent respectively.%24.82% year-on-year, the sharpest$down 4.2 or hoped to collect")
def test_facts_are_what_the_text_says(extractor, text):
    """No string crashes it; each fact's words and sentence are where it says, its numbers are decimals, and JSON keeps it all."""
    try:
        extraction = extractor.extract(text, format="text", published="2025-04-09")
    except factex.SourceError:
        assert not any(character.isalnum() for character in text)
        return
    whole = extraction.article.text
    for fact in extraction.facts:
        assert fact.text == whole[fact.start : fact.end]
        assert fact.text in fact.sentence
        assert fact.sentence in whole
        assert {type(number) for number in (fact.amount, fact.low, fact.high)} <= {Decimal, type(None)}
        assert (fact.timex is not None) == (fact.kind in {"date", "time", "duration", "set"})
        assert fact.equivalent is None or 0 <= fact.equivalent < len(extraction.facts)
        assert hash(fact) == hash(fact)
    assert [fact.start for fact in extraction] == sorted(fact.start for fact in extraction)
    assert Extraction.from_json(extraction.to_json()) == extraction


@given(texts=st.lists(NEWS.filter(lambda text: any(map(str.isalnum, text))), min_size=1, max_size=6), order=st.randoms())
@settings(max_examples=20)
def test_company_changes_nothing(extractor, texts, order):
    """An article gives the same facts alone, among others, and in any order."""
    alone = {text: extractor.extract(text, format="text").facts for text in texts}
    order.shuffle(texts)
    together = extractor.extract_many(texts, format="text")
    assert [extraction.facts for extraction in together] == [alone[text] for text in texts]


@pytest.mark.parametrize("text", ["It rose 3% to $5 billion by Tuesday. " * 40])
@pytest.mark.parametrize("batch", [1, 3, 64])
def test_batch_size_changes_nothing(extractor, monkeypatch, text, batch):
    """Whatever number of articles or sentences is parsed together, the facts are the same."""
    texts = [text[cut:] for cut in range(0, 400, 37)]
    expected = [extractor.extract(each, format="text") for each in texts]
    monkeypatch.setattr("factex.pipeline.BATCH", batch)
    assert list(extractor.extract_many(texts, format="text")) == expected
