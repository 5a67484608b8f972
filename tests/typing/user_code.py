"""What users write, for mypy and pyright: every line must have the type that the documentation promises."""

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Literal, assert_type

import factex
from factex import Article, Extraction, Extractor, Fact

article = factex.read("Sales rose 3%.", published="2025-04-09", format="text")
assert_type(article, Article)
assert_type(article.published, datetime | date | None)
assert_type(article.source_span(0, 3), tuple[int, int])

extraction = factex.extract(Path("article.html"), published=date(2025, 4, 9), url="https://example.org/")
assert_type(extraction, Extraction)
assert_type(extraction.facts, tuple[Fact, ...])
assert_type(extraction.error, str | None)
assert_type(len(extraction), int)
assert_type([fact.text for fact in extraction], list[str])
assert_type(Extraction.from_json(extraction.to_json()), Extraction)
assert_type(repr(extraction.explain(0)), str)

fact = extraction.facts[0]
assert_type(fact.kind, Literal["money", "percent", "quantity", "count", "date", "time", "duration", "set"])
assert_type(fact.amount, Decimal | None)
assert_type(fact.begin, date | datetime | None)
assert_type(fact.role, Literal["by", "to", "from"] | None)
assert_type(fact.equivalent, int | None)

many = factex.extract_many([b"<p>It paid $5.</p>", {"content": {"rendered": "<p>Hello</p>"}}, article], processes=2, progress=True)
assert_type(many, Iterator[Extraction])
assert_type(Extractor("en_core_web_sm").extract("It paid $5."), Extraction)

corpus = factex.concat(many)
assert_type(corpus, factex.Corpus)
assert_type(corpus.to_html(), str)
assert_type([document.error for document in corpus], list[str | None])

try:
    factex.extract("", format="html")
except factex.FactexError as error:
    assert_type(error, factex.FactexError)

corpus = factex.concat(many)
assert_type(corpus, factex.Corpus)
assert_type(corpus.facts, tuple[Fact, ...])
assert_type([statement.agree for statement in corpus.disagreements], list[bool])
assert_type([document.title for document in (each.article for each in corpus)], list[str | None])
assert_type(factex.read_facts("facts.parquet"), tuple[Fact, ...])
assert_type(fact.to("EUR", on=date(2025, 4, 9)).amount, Decimal | None)
assert_type(fact.to("EUR").on, date | None)
assert_type(corpus.to_html(Path("report.html")), str)
assert_type(Extractor(tables={"decoys": {"words": ["Studio 54"]}}).extract("It paid $5."), Extraction)
