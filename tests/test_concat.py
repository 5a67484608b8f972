"""Many extractions as one table: its columns, its round trips, what its articles state in common."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path

import jsonschema
import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

import factex
from factex.extraction import Extraction
from factex.records import Article, Evidence, Fact

BASE = Fact(
    "money", "$5.1 billion", 0, 12, "", Decimal(5_100_000_000), unit="USD", subject="Acme", measure="sales", when="2024", rule="r"
)
THIRD = Decimal(1) / 3


def corpus(*documents, **article):
    """A corpus of articles with these facts."""
    return factex.concat(Extraction(Article("", **article), tuple(facts)) for facts in documents)


def stated(text, amount, **fields):
    """The base fact with another amount, as written."""
    return replace(BASE, text=text, amount=Decimal(amount), **fields)


CORPUS = factex.concat(
    [
        Extraction(
            Article("x\ny", title='One, "two"\nthree', published=date(2025, 4, 9), url="https://example.org/", site="Ex"),
            (
                BASE,
                replace(BASE, kind="count", text="a third", amount=THIRD, unit=None, fiscal=True, equivalent=0),
                replace(BASE, amount=Decimal(10) ** 25, subject=None),
                replace(BASE, text='"é"\r\n', low=Decimal("-0.5"), high=Decimal("1E+3"), amount=None),
            ),
            ((Evidence("unit", "r", 0, 1, "n"),), (), (), ()),
        ),
        Extraction(Article(""), error="SourceError: no"),
        Extraction(
            Article("z"),
            (
                Fact("date", "2024", 0, 4, "", timex="2024", begin=date(2024, 1, 1), finish=date(2025, 1, 1), grain="year"),
                Fact("time", "9", 0, 1, "", begin=datetime(2024, 1, 1, 9, tzinfo=timezone(timedelta(hours=9)))),
                Fact("time", "0", 0, 1, "", begin=datetime(2024, 1, 1)),  # noqa: DTZ001  (a midnight that is no date)
            ),
        ),
    ]
)


def test_one_extraction_is_not_many():
    """What is no extraction is named: the facts come out where one extraction is given in the place of many."""
    with pytest.raises(factex.SourceError, match="is no extraction: expected several"):
        factex.concat(CORPUS[0])


@pytest.mark.filterwarnings("ignore:the number:factex.FactexWarning")
def test_table_has_a_row_for_each_fact():
    """The columns of the document come first and say which one it is."""
    frame = CORPUS.to_pandas()
    assert list(frame.columns[:6]) == ["document", "title", "published", "url", "site", "statement"]
    assert frame["document"].tolist() == [0, 0, 0, 0, 2, 2, 2]
    assert frame["text"].tolist() == [fact.text for fact in CORPUS.facts]
    assert frame["published"][0] == pd.Timestamp("2025-04-09")


def written(tmp_path, way):
    """The corpus as a table of each kind."""
    if way in ("parquet", "csv", "jsonl"):
        path = tmp_path / f"facts.{way}"
        getattr(CORPUS, f"to_{way}")(path)
        return path
    if way == "pandas":
        return CORPUS.to_pandas()
    if way == "polars":
        return pytest.importorskip("polars").DataFrame(CORPUS)
    if way == "duckdb":
        found = pytest.importorskip("duckdb").sql("from CORPUS")
        return found.to_arrow_table() if hasattr(found, "to_arrow_table") else found.arrow()
    return pa.table(CORPUS)


@pytest.mark.filterwarnings("ignore:the number:factex.FactexWarning")
@pytest.mark.parametrize("way", ["parquet", "csv", "jsonl", "pandas", "polars", "duckdb", "arrow"])
def test_tables_lose_nothing(tmp_path, way):
    """Thirds, monsters, offsets, midnights, quotes and line feeds come back as they were, with their types."""
    again = factex.read_facts(written(tmp_path, way))
    assert again == CORPUS.facts
    assert [(type(fact.amount), type(fact.begin)) for fact in again] == [(type(f.amount), type(f.begin)) for f in CORPUS.facts]


def test_json_lines_lose_nothing(tmp_path):
    """Articles, errors and evidence come back too."""
    CORPUS.to_jsonl(tmp_path / "facts.jsonl")
    assert factex.Corpus.from_jsonl(tmp_path / "facts.jsonl") == CORPUS


def test_a_filtered_table_is_still_read():
    """Rows carry all they need: their order and number do not matter."""
    frame = factex.concat([Extraction(Article(""), (BASE, replace(BASE, amount=THIRD)))]).to_pandas()
    assert factex.read_facts(frame[frame["amount"] < 1]) == (replace(BASE, amount=THIRD),)


moments = st.dates() | st.datetimes() | st.datetimes(timezones=st.just(UTC))
decimals = st.decimals(allow_nan=False, allow_infinity=False, places=6, min_value=-(10**15), max_value=10**15)
anything = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)


@given(
    st.builds(
        replace,
        st.just(BASE),
        text=anything,
        amount=st.none() | decimals,
        begin=st.none() | moments,
        subject=st.none() | anything,
        equivalent=st.none() | st.integers(0, 99),
    )
)
def test_any_fact_survives_csv_and_arrow(fact):
    """Whatever stands in its fields."""
    import io

    from factex.views import arrow, rows

    assert arrow.facts(arrow.table([fact])) == (fact,)
    file = io.StringIO(newline="")
    rows.Writer(file, ()).write((), [fact])
    assert list(rows.read(io.StringIO(file.getvalue(), newline=""))) == [fact]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.txt", "", "expected a file named"),
        ("a.csv", "kind,text\n", "no column start"),
        ("a.csv", ",".join(f for f in Fact.__dataclass_fields__) + "\nmoney,x,one\n", "row 1 is no fact"),
        ("a.jsonl", '{"a": 1}\n', "line 1: "),
    ],
)
def test_other_files_are_errors(tmp_path, name, content, message):
    """The error says what was expected."""
    path = tmp_path / name
    path.write_text(content)
    with pytest.raises(factex.SourceError, match=message):
        factex.read_facts(path)


def test_a_table_without_its_columns_is_an_error():
    """It names those that are missing."""
    with pytest.raises(factex.SourceError, match=r"no column .*amount"):
        factex.read_facts(pa.table({"kind": ["money"]}))
    with pytest.raises(factex.SourceError, match="of type int is no table: expected a path, or a table"):
        factex.read_facts(3)


def test_a_slice_of_a_corpus_is_a_corpus():
    """An index gives an extraction, a slice all that a corpus can do for some of them."""
    found = corpus([BASE], [], [BASE, BASE])
    assert len(found[2]) == 2
    assert found[1:] == corpus([], [BASE, BASE])


@pytest.mark.parametrize(
    "other",
    [
        stated("$5.12 billion", 5_120_000_000),
        stated("$5 billion", 5_000_000_000),
        stated("$5 billion", 5_000_000_000, modifier="more_than"),
        stated("$5.5 billion", 5_500_000_000, modifier="approx"),
        stated("$5.1 billion", 5_100_000_000, subject="Acme, Inc."),
        stated("$5.1 billion", 5_100_000_000, measure="the sales"),
        stated("five billion dollars", 5_000_000_000),
    ],
)
def test_sources_agree(other):
    """Amounts agree as exactly as they are written, names in whatever form."""
    (statement,) = corpus([BASE], [other]).statements
    assert statement.agree
    assert statement.documents == (0, 1)


@pytest.mark.parametrize(
    "other",
    [
        stated("$5.2 billion", 5_200_000_000),
        stated("$5.2 billion", 5_200_000_000, modifier="more_than"),
        stated("$4 billion", 4_000_000_000, modifier="equal_or_less"),
    ],
)
def test_sources_disagree(other):
    """The statement holds both, and the corpus lists it."""
    found = corpus([BASE], [other])
    assert found.disagreements == found.statements
    assert len(found.statements[0].facts) == 2


@pytest.mark.parametrize(
    "change",
    [
        {"subject": "Bolt"},
        {"measure": "profit"},
        {"when": "2023"},
        {"unit": "EUR"},
        {"per": "share"},
        {"role": "by"},
        {"factuality": "PR+"},
        {"subject": None},
        {"kind": "date"},
    ],
)
def test_other_facts_are_other_statements(change):
    """Whatever makes it a statement of its own keeps it from being compared."""
    found = corpus([BASE], [replace(BASE, amount=Decimal(1), **change)])
    assert all(statement.agree and len(statement.facts) == 1 for statement in found.statements)


def test_a_rise_is_no_fall():
    """The same size in opposite directions is a disagreement."""
    up, down = (stated("3%", 3, kind="percent", unit="percent", role="by", change=way) for way in ("increase", "decrease"))
    assert len(corpus([up], [down]).disagreements) == 1
    assert corpus([up], [up]).disagreements == ()


def test_equivalents_are_one_statement():
    """An article with dollars and won meets one with won alone, and one with dollars alone."""
    dollars = replace(BASE, equivalent=1)
    won = stated("6.8 trillion won", 6_800_000_000_000, unit="KRW", equivalent=0)
    (statement,) = corpus([dollars, won], [replace(won, equivalent=None)], [BASE]).statements
    assert statement.documents == (0, 1, 2)
    assert statement.agree


def test_without_a_time_the_day_of_publication_counts():
    """What two articles of different days say without a date is not the same statement."""
    fact = replace(BASE, when=None)
    days = [Extraction(Article("", published=date(2025, 4, day)), (fact,)) for day in (9, 9, 10)]
    assert [statement.documents for statement in factex.concat(days).statements] == [(0, 1), (2,)]


def test_one_document_does_not_disagree_with_itself():
    """Two amounts in one article are an article's matter."""
    assert corpus([BASE, stated("$6 billion", 6_000_000_000)]).disagreements == ()


@pytest.mark.parametrize("extraction", CORPUS.extractions, ids=["facts", "error", "times"])
def test_json_schema_describes_what_is_written(extraction):
    """Each extraction is valid, and one with a wrong field is not."""
    schema = jsonschema.Draft202012Validator(factex.json_schema())
    schema.check_schema(schema.schema)
    data = json.loads(extraction.to_json())
    schema.validate(data)
    assert set(schema.schema["$defs"]["Fact"]["properties"]) == set(Fact.__dataclass_fields__)
    with pytest.raises(jsonschema.ValidationError):
        schema.validate({**data, "facts": [{"kind": "sum"}]})


def test_json_schema_describes_a_real_article(extractor):
    """With its map back to the source, its evidence and all else that a page has."""
    extraction = extractor.extract(Path(__file__).parents[1] / "examples" / "harbours" / "rannavik-2024.html")
    assert extraction.article.source_map is not None
    jsonschema.Draft202012Validator(factex.json_schema()).validate(json.loads(extraction.to_json()))


def test_articles_meet(extractor):
    """From texts to what they state in common."""
    texts = ["Acme's sales rose 3% to $5.1 billion in 2024.", "Acme Inc's sales rose 4% to $5.12 billion in 2024."]
    found = factex.concat(extractor.extract_many(texts))
    assert [(s.subject, s.measure, s.unit, s.agree) for s in found.statements] == [
        ("Acme", "sales", "percent", False),
        ("Acme", "sales", "USD", True),
    ]
