"""Extractions made by hand and hostile strings, for the tests of what is made of them."""

from datetime import UTC, date, datetime
from decimal import Decimal
from html.parser import HTMLParser

from factex.extraction import Extraction
from factex.records import Article, Evidence, Fact, SourceMap

TEXT = "Sales may rise 3% to £5 <billion> on Tuesday,\nsaid Li."
FACTS = (
    Fact(
        "percent",
        "3%",
        15,
        17,
        TEXT[:45],
        amount=Decimal(3),
        unit="percent",
        change="increase",
        role="by",
        measure="sales",
        predicate="rise",
        when="2025-04-08",
        speaker="Li",
        cue="say",
        factuality="PS+",
        rule="percents.sign",
    ),
    Fact(
        "money",
        "£5 <billion>",
        21,
        33,
        TEXT[:45],
        amount=Decimal("5E+9"),
        unit="GBP",
        modifier="equal_or_less",
        per="year",
        equivalent=0,
    ),
    Fact("date", "Tuesday", 37, 44, TEXT[:45], timex="2025-04-08", begin=date(2025, 4, 8), finish=date(2025, 4, 9), grain="day"),
)
ARTICLE = Article(
    TEXT,
    title="Sales <b>",
    published=datetime(2025, 4, 9, 8, 0, tzinfo=UTC),
    url="https://example.org/a?b&c",
    authors=("Ann", "Bo"),
    markup="<p>" + TEXT,
    source_map=SourceMap((0,), (3,), (3 + len(TEXT),)),
)
EVIDENCE = ((Evidence("amount", "percents.sign", 15, 17), Evidence("when", "days.weekday", note="the day before")), (), ())
EXTRACTION = Extraction(ARTICLE, FACTS, EVIDENCE)
FAILED = Extraction(Article(""), error="SourceError: '<x>' is no file")

HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'onmouseover='alert(1)",
    "</mark></p><iframe>",
    "&lt;script&gt;",
]

VOID = {"input", "meta", "br", "img"}


class Tags(HTMLParser):
    """Collects elements, attributes and text of a fragment, and checks that elements nest."""

    def __init__(self, markup):
        super().__init__()
        self.open, self.seen, self.attributes, self.words = [], [], [], []
        self.feed(markup)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        if tag not in VOID:
            self.open.append(tag)
        self.seen.append(tag)
        self.attributes += attrs

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "style" not in self.open:
            self.words.append(data)
