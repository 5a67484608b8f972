"""What an extraction turns into: JSON, Arrow, DataFrames, tables, HTML, explanations."""

import html
import json
import re
import sys
from dataclasses import replace
from decimal import Decimal

import pandas as pd
import pyarrow as pa
import pytest
from samples import ARTICLE, EXTRACTION, FACTS, FAILED, HOSTILE, TEXT, Tags

import factex
from factex.data import units
from factex.extraction import Extraction
from factex.records import Article, Fact, SourceMap
from factex.views import arrow, serial, table, words
from factex.views import html as html_view


def repr_of_head(value):
    """A test's name, of a text that may be long."""
    return repr(value[:40])


@pytest.mark.parametrize("extraction", [EXTRACTION, FAILED, Extraction(Article(""))], ids=["full", "failed", "empty"])
def test_json_loses_nothing(extraction):
    """What comes back is equal in every field, evidence included, and types are those it had."""
    again = Extraction.from_json(extraction.to_json())
    assert again == extraction
    assert Extraction.from_dict(extraction.to_dict()) == extraction
    assert [type(fact.amount) for fact in again] == [type(fact.amount) for fact in extraction]


def test_json_is_exact_and_plain():
    """Decimals are strings in plain notation, and one extraction is one line."""
    text = EXTRACTION.to_json()
    assert "\n" not in text
    assert json.loads(text)["facts"][1]["amount"] == "5000000000"
    assert json.loads(text)["article"]["published"] == "2025-04-09T08:00:00+00:00"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        "{}",
        '{"version": 99, "article": {}, "facts": [], "evidence": [], "error": null}',
        '{"version": 1, "article": {"text": ""}, "facts": [{"amount": "x"}], "evidence": [], "error": null}',
        b"\xff\xfe\x00",
        "[" * 200_000,
    ],
    ids=repr_of_head,
)
def test_other_json_is_an_error(text):
    """It says what it got and what was expected."""
    with pytest.raises(factex.SourceError, match="expected what Extraction"):
        Extraction.from_json(text)


def test_is_the_sequence_of_its_facts():
    """It has their length, iterates over them and gives each by its index."""
    assert len(EXTRACTION) == len(FACTS)
    assert list(EXTRACTION) == list(FACTS)
    assert EXTRACTION[-1] == FACTS[-1]
    assert EXTRACTION[1:] == FACTS[1:]


def test_frame_has_exact_types():
    """One row a fact, one column a field, exact decimals, what is missing is missing."""
    frame = EXTRACTION.to_pandas()
    assert list(frame.columns) == list(arrow.NAMES)
    assert frame["amount"].tolist()[:2] == [Decimal(3), Decimal(5_000_000_000)]
    assert frame["amount"].isna().tolist() == [False, False, True]
    assert frame.loc[2, "begin"] == pd.Timestamp("2025-04-08")
    assert frame["equivalent"].dtype == pd.ArrowDtype(pa.int64())
    assert frame["fiscal"].tolist() == [False, False, False]


def test_frame_of_nothing_has_the_same_types():
    """Frames of many articles can be joined, whether they have facts or not."""
    assert FAILED.to_pandas().dtypes.equals(EXTRACTION.to_pandas().dtypes)


def test_is_an_arrow_stream():
    """Anything that reads Arrow streams reads it, with the schema that is published."""
    found = pa.table(EXTRACTION)
    assert found.schema == arrow.schema()
    assert found.column("amount").to_pylist() == [fact.amount for fact in FACTS]


def test_polars_reads_it():
    """A polars frame of it has exact decimals."""
    polars = pytest.importorskip("polars")
    frame = polars.DataFrame(EXTRACTION)
    assert frame["amount"].to_list() == [fact.amount for fact in FACTS]
    assert frame["begin"].dtype == polars.Datetime("us")


def test_duckdb_reads_it():
    """A query over its Arrow table has exact decimals."""
    duckdb = pytest.importorskip("duckdb")
    facts = pa.table(EXTRACTION)
    assert duckdb.sql("select sum(amount) from facts where kind = 'money'").fetchall() == [(Decimal(5_000_000_000),)]
    assert facts.num_rows == len(FACTS)


def test_a_third_is_rounded_and_a_monster_is_left_out():
    """Decimals that no column can hold cost neither the table nor the other facts."""
    third, monster = (replace(FACTS[0], amount=amount) for amount in (Decimal(1) / 3, Decimal(10) ** 30))
    with pytest.warns(factex.FactexWarning, match="has no place in a table"):
        found = arrow.table([third, monster]).column("amount").to_pylist()
    assert found == [Decimal("0.333333333333333333"), None]


@pytest.mark.parametrize(
    ("package", "call"), [("pandas", "to_pandas"), ("pyarrow", "to_pandas"), ("pyarrow", "__arrow_c_stream__")]
)
def test_missing_extra_says_what_to_install(monkeypatch, package, call):
    """Without the package of an extra, the error names it and the command."""
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(factex.ExtraError, match=rf"needs {package}.*pip install 'factex\["):
        getattr(EXTRACTION, call)()


def test_terminal_table_shows_the_record():
    """The table holds title, value, frame and source of each fact."""
    text = str(EXTRACTION)
    for part in ("Sales <b>", "≤ 5,000,000,000 GBP per", "sales", "↑ by", "Li (say), possible", "2025-04-08"):
        assert part in text
    assert max(map(len, text.splitlines())) <= table.WIDTH


def test_terminal_table_of_an_error():
    """A failed source prints its error."""
    assert "SourceError: '<x>' is no file" in str(FAILED)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"kind": "money", "amount": Decimal("1.50"), "unit": "USD"}, "1.50 USD"),
        ({"amount": Decimal(1) / 3, "unit": "home"}, "0.3333… homes"),
        ({"kind": "percent", "low": Decimal(5), "high": Decimal(7), "unit": "percent"}, "5…7 percent"),
        ({"kind": "percent", "amount": Decimal("0.5"), "unit": "percentage_point"}, "0.5 percentage points"),
        ({"kind": "percent", "amount": Decimal(1), "unit": "basis_point"}, "1 basis point"),
        ({"kind": "quantity", "amount": Decimal(2000), "unit": "metric_ton", "per": "hour"}, "2,000 metric tons per hour"),
        ({"kind": "quantity", "amount": Decimal(16), "unit": "inch", "text": "16-inch"}, "16 inches"),
        ({"low": Decimal(200), "unit": "fan", "text": "hundreds of fans"}, "200… fans"),
        ({"amount": Decimal(3), "unit": "sheep", "text": "three sheep"}, "3 sheep"),
        ({"amount": Decimal(12), "unit": "cruise ship", "text": "12 Cruise Ships"}, "12 Cruise Ships"),
        ({"amount": Decimal(12), "unit": "member", "text": "12-member"}, "12 members"),
        ({"amount": Decimal(1), "unit": "member", "text": "one-member"}, "1 member"),
        ({"amount": Decimal(4), "unit": "person", "text": "four"}, "4 people"),
        ({"unit": "employee"}, "? employees"),
        ({"kind": "date", "timex": "2025-Q1", "modifier": "end"}, "end of 2025-Q1"),
        ({"kind": "money", "amount": Decimal(12), "unit": "USD", "per": "share", "modifier": "approx"}, "≈ 12 USD per share"),
    ],
)
def test_value_in_words(fields, expected):
    """Bounds, ranges, units and rates read as people write them."""
    assert words.value(Fact(**{"kind": "count", "text": "", "start": 0, "end": 0, "sentence": "", **fields})) == expected


def test_units_in_words():
    """No unit that articles have shows people the signs of pint's names."""
    said = {name: words.spoken(name) for name in {*units.names().values(), *units.symbols().values(), *units.rates()}}
    assert [name for name, shown in said.items() if not re.fullmatch(r"[A-Za-z ]+", shown)] == []
    assert said["oil_barrel / day"] == "oil barrels per day"
    assert said["degree_Celsius"] == "degrees Celsius"
    assert said["foot ** 2"] == "square feet"
    assert said["kiloton_TNT"] == "kilotons of TNT"


def test_explanation_names_rules_and_words():
    """Each piece of evidence shows its field, its rule and the words it went by."""
    said = repr(EXTRACTION.explain(FACTS[0]))
    assert "read by rule percents.sign" in said
    assert "amount: 3, from '3%' (percents.sign)" in said
    assert "when: 2025-04-08 (days.weekday; the day before)" in said
    assert repr(EXTRACTION.explain(0)) == said


def test_explanation_in_words_and_with_highlights(extractor):
    """What each rule is for stands beside it, and the words that gave a field are marked in the sentence."""
    extraction = extractor.extract("Acme said it does not expect to pay $5 million.", format="text")
    explanation = extraction.explain(0)
    assert "does not‹factuality› expect‹cue, factuality› to pay‹predicate› $5 million‹money›." in repr(explanation)
    assert "(hedges.negated: a negation of the verb" in repr(explanation)
    markup = Tags(explanation._repr_html_())
    assert {"not", "expect", "hedges.negated"} <= set(markup.words)
    assert markup.words[markup.words.index("not") + 1] == "factuality"
    assert [value for name, value in markup.attributes if name == "class"].count("money") == 1


def test_explanation_of_a_stranger_is_an_error():
    """A fact of another article has no evidence here."""
    with pytest.raises(ValueError, match="is no fact of"):
        EXTRACTION.explain(replace(FACTS[0], start=99))
    with pytest.raises(IndexError, match="has no fact 99: expected the index of one of its"):
        EXTRACTION.explain(99)
    with pytest.raises(ValueError, match=r"'3%' is no fact of .* expected one of its facts or the index"):
        EXTRACTION.explain("3%")


def test_html_marks_each_fact():
    """The text is whole, each fact has its mark, and each row of the table leads to it."""
    found = Tags(EXTRACTION._repr_html_())
    assert "".join(TEXT.split("\n")) in "".join(found.words)
    ids = [value for name, value in found.attributes if name == "id"]
    assert len(ids) == len(FACTS)
    assert [value for name, value in found.attributes if name == "href"] == [ARTICLE.url, *(f"#{each}" for each in ids)]


@pytest.mark.parametrize(
    ("sentence", "text", "before"),
    [
        ("It sold 15 of 5 ships.", "5 ships", "It sold 15 of "),
        ("It rose 13.5% and then 5%.", "5%", "It rose 13.5% and then "),
        ("In 2024 it sold 20.", "20", "In 2024 it sold "),
    ],
)
def test_html_of_a_fact_marks_its_words(sentence, text, before):
    """The words are marked where they stand as words, and not inside of others."""
    shown = html_view.fact(Fact("count", text, 0, len(text), sentence))
    assert f"<p>{before}<mark" in shown


def test_html_of_an_error_shows_it():
    """A failed source shows its error, escaped."""
    assert html.escape(FAILED.error) in FAILED._repr_html_()


@pytest.mark.parametrize("payload", HOSTILE)
def test_html_lets_no_markup_in(payload):
    """Hostile words in any field stay words: elements and attributes are those of a harmless article."""
    fact = Fact(
        "count",
        payload,
        0,
        len(payload),
        payload,
        **dict.fromkeys(("unit", "measure", "subject", "speaker", "cue", "when", "per"), payload),
    )
    article = Article(payload, title=payload, url=payload, site=payload, authors=(payload,))
    hostile, harmless = (
        Extraction(article, (fact,)),
        Extraction(Article("x", title="x", url="x", site="x", authors=("x",)), (Fact("count", "x", 0, 1, "x"),)),
    )
    views = (
        html_view.extraction,
        lambda e: html_view.article(e.article),
        lambda e: html_view.fact(e.facts[0]),
        lambda e: html_view.corpus([e]),
    )
    for view in views:
        found, expected = Tags(view(hostile)), Tags(view(harmless))
        assert found.seen == expected.seen
        assert [name for name, _ in found.attributes] == [name for name, _ in expected.attributes]
        assert payload in "".join(found.words)


def test_a_link_is_only_made_of_an_http_address():
    """An address that would run a script is shown and leads nowhere."""
    assert "href" not in html_view.heading(Article("", url="javascript:alert(1)"))


def test_every_reader_is_a_field():
    """The names that the JSON reader converts are names of fields."""
    names = {name for kind in (Article, Fact, SourceMap) for name in kind.__dataclass_fields__}
    assert serial.READERS.keys() <= names
