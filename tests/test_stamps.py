"""Time stamps, and which of those on a page to believe."""

import datetime as dt

import pytest

import factex
from factex.cleaning.dates import published, url_day
from factex.sources.stamps import parse_stamp


@pytest.mark.parametrize(
    ("text", "stamp"),
    [
        pytest.param("2025-04-09", "2025-04-09", id="day"),
        pytest.param("20250409", "2025-04-09", id="day without hyphens"),
        pytest.param("2025-4-9", "2025-04-09", id="day without zeros"),
        pytest.param("2025-04-09T08:00:29.403Z", "2025-04-09T08:00:29+00:00", id="UTC"),
        pytest.param("2025-04-09T08:00:29+0900", "2025-04-09T08:00:29+09:00", id="offset without colon"),
        pytest.param("2025-04-09 08:00:29 -0500", "2025-04-09T08:00:29-05:00", id="spaces"),
        pytest.param("2025-04-09T08:00", "2025-04-09T08:00:00", id="no offset"),
        pytest.param("Wed, 09 Apr 2025 08:00:29 +0900", "2025-04-09T08:00:29+09:00", id="RFC 2822"),
        pytest.param("Wed, 09 Apr 2025 08:00:29 GMT", "2025-04-09T08:00:29+00:00", id="RFC 2822 with zone"),
        pytest.param("April 9, 2025 8:05 p.m. EDT", "2025-04-09T20:05:00-04:00", id="American"),
        pytest.param("Published 11:11 PM EST Nov 19, 2019", "2019-11-19T23:11:00-05:00", id="clock first"),
        pytest.param("July 9, 2025 8:05 am ET", "2025-07-09T08:05:00-04:00", id="Eastern in summer"),
        pytest.param("Jan. 9, 2025 12:05 am PT", "2025-01-09T00:05:00-08:00", id="Pacific in winter"),
        pytest.param("9th April 2025", "2025-04-09", id="British"),
        pytest.param("0001-01-01T00:00:00Z", None, id="sentinel"),
        pytest.param("1970-01-01T00:00:00Z", None, id="epoch"),
        pytest.param("2025-02-31", None, id="no day"),
        pytest.param("03/06/2025", None, id="whose order is open"),
        pytest.param("04.23.2025 09:05 AM", "2025-04-23T09:05:00", id="month first"),
        pytest.param("23/04/2025", "2025-04-23", id="day first"),
        pytest.param("05/05/2025", "2025-05-05", id="day and month alike"),
        pytest.param("33/04/2025", None, id="no day in numbers"),
        pytest.param("1.23.04.2025", None, id="number with points"),
        pytest.param("yesterday", None, id="no date"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_parse_stamp(text, stamp):
    """A stamp keeps the detail and the offset it is written with."""
    found = parse_stamp(text)
    assert (None if found is None else found.isoformat()) == stamp


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://example.com/2025/04/09/sales-rise/", dt.date(2025, 4, 9)),
        ("https://example.com/news/2025-04-09-sales", dt.date(2025, 4, 9)),
        ("https://example.com/business/2025/apr/09/sales", dt.date(2025, 4, 9)),
        ("https://example.com/a/20250409123/sales", None),
        ("https://example.com/2025/04/sales", None),
        ("https://example.com/2025/02/31/sales", None),
        (None, None),
    ],
)
def test_url_day(url, day):
    """The day in an address, where there is a whole one."""
    assert url_day(url) == day


def at(text):
    """A stamp."""
    return parse_stamp(text)


@pytest.mark.parametrize(
    ("candidates", "url", "found"),
    [
        pytest.param([], None, (None, None), id="nothing"),
        pytest.param([], "https://a.example/2025/04/09/x", ("2025-04-09", "url"), id="address alone"),
        pytest.param(
            [("json-ld", "2025-04-09T10:00:00+09:00"), ("meta", "2024-01-01")],
            None,
            ("2025-04-09T10:00:00+09:00", "json-ld"),
            id="first wins",
        ),
        pytest.param(
            [("json-ld", "2025-04-09T01:00:00Z"), ("meta", "2025-04-08T21:00:00-04:00")],
            None,
            ("2025-04-08T21:00:00-04:00", "meta"),
            id="the same moment with its offset",
        ),
        pytest.param(
            [("json-ld", "2025-04-09T01:00:29Z"), ("time", "2025-04-08T21:00:00")],
            None,
            ("2025-04-08T21:00:29-04:00", "json-ld"),
            id="the same moment in local time",
        ),
        pytest.param(
            [("json-ld", "2025-04-09T01:00:29Z"), ("time", "2025-04-09T01:04:00Z"), ("time", "Tuesday, April 8, 2025 9:04 pm EDT")],
            None,
            ("2025-04-08T21:00:29-04:00", "json-ld"),
            id="another moment of the day with its offset",
        ),
        pytest.param(
            [("json-ld", "2025-04-09T01:00:29Z"), ("time", "2025-04-09T01:04:00-04:00"), ("time", "2025-04-09T01:04:00-05:00")],
            None,
            ("2025-04-09T01:00:29+00:00", "json-ld"),
            id="two offsets show none",
        ),
        pytest.param(
            [("json-ld", "2025-04-09T01:00:29Z"), ("time", "2025-01-09T01:04:00-05:00")],
            None,
            ("2025-04-09T01:00:29+00:00", "json-ld"),
            id="an offset of winter",
        ),
        pytest.param(
            [("json-ld", "2025-04-09T01:00:29Z"), ("time", "2025-04-08T21:07:00")],
            None,
            ("2025-04-09T01:00:29+00:00", "json-ld"),
            id="another moment shows no offset",
        ),
        pytest.param(
            [("json-ld", "2025-04-09"), ("meta", "2025-04-09T10:00:00+09:00")],
            None,
            ("2025-04-09T10:00:00+09:00", "meta"),
            id="a day's time",
        ),
        pytest.param(
            [("meta", "2025-04-09T01:00:00Z")],
            "https://a.example/2025/04/08/x",
            ("2025-04-08", "url"),
            id="UTC against the address",
        ),
        pytest.param(
            [("meta", "2025-04-09T01:00:00-05:00")],
            "https://a.example/2025/04/08/x",
            ("2025-04-09T01:00:00-05:00", "meta"),
            id="an offset is surer than the address",
        ),
        pytest.param(
            [("meta", "2025-04-09T01:00:00Z")],
            "https://a.example/2025/01/01/x",
            ("2025-04-09T01:00:00+00:00", "meta"),
            id="another day",
        ),
    ],
)
def test_published(candidates, url, found):
    """The first stamp counts; others fill in what it leaves open."""
    stamp, source = published([(name, at(text)) for name, text in candidates], url)
    assert (None if stamp is None else stamp.isoformat(), source) == found


PAGE = """<!doctype html><html lang="en-GB"><head><title>Sales rise &amp; rise - The Paper</title>
{head}
</head><body><nav><a href="/">Home</a> <a href="/b">Business</a></nav><article><h1>Sales rise &amp; rise</h1>
<p>The company said on Wednesday that its sales rose 3% to $5 billion in the first quarter, more than analysts had expected.</p>
<p>Profit fell to $1.2 billion, or 40 cents a share, because of higher costs for steel and energy, its chief executive said.</p>
<p>It expects to open three plants before the end of the year and to hire 12,000 workers, most of them in the north.</p>
</article><footer>© 2025 The Paper</footer></body></html>"""


def page(*head, url="https://www.paper.example/news/sales"):
    """The article of a page with these lines in its head."""
    return factex.read(PAGE.replace("{head}", "\n".join(head)), url=url)


def test_page_without_metadata():
    """What a page shows is read without any tag that says so."""
    article = page()
    assert (article.title, article.site, article.language, article.country) == (
        "Sales rise & rise - The Paper",
        "paper.example",
        "en-GB",
        "GB",
    )
    assert article.published is None
    assert article.text.startswith("The company said")
    assert article.text.endswith("in the north.")
    assert len(article.text.split("\n")) == 3


def test_json_ld():
    """JSON-LD is believed before the meta tags, broken or not."""
    article = page(
        '<script type="application/ld+json">{"@graph": [{"@type": "Organization", "name": "The Paper"},',
        '{"@type": ["NewsArticle"], "headline": "Sales &amp; profit", "datePublished": "2025-04-09T10:00:00+01:00",',
        '"articleSection": "Business",',
        '"author": [{"name": "By Jane Doe"}, {"name": "John Roe"}], "description": "a\n\tb",',
        '"publisher": {"name": "The Paper", "address": {"addressCountry": "IE"}}}]}</script>',
        '<meta property="article:published_time" content="2025-04-10T10:00:00+01:00">',
        '<meta property="og:title" content="Another title">',
    )
    assert article.title == "Sales & profit"
    assert article.published.isoformat() == "2025-04-09T10:00:00+01:00"
    assert article.published_source == "json-ld"
    assert article.authors == ("Jane Doe", "John Roe")
    assert (article.site, article.section, article.country) == ("The Paper", "Business", "IE")


def test_meta_tags():
    """Meta tags tell what no JSON-LD does; a sentinel is no date."""
    article = page(
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "0001-01-01T00:00:00Z"}</script>',
        '<meta content="2025-04-09T10:00:00+09:00" property="article:published_time">',
        '<meta name="author" content="Jane Doe"><meta property="og:site_name" content="The Paper">',
        '<meta property="article:modified_time" content="2025-04-10T10:00:00+09:00"><link rel="canonical" href="https://paper.example/x">',
        url=None,
    )
    assert article.published.isoformat() == "2025-04-09T10:00:00+09:00"
    assert article.published_source == "meta"
    assert article.modified.isoformat() == "2025-04-10T10:00:00+09:00"
    assert (article.title, article.site, article.authors, article.url) == (
        "Sales rise & rise", "The Paper", ("Jane Doe",), "https://paper.example/x",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "published"),
    [
        pytest.param(
            '<time datetime="2025-04-09T03:03:25+00:00">April 8, 2025 11:03 PM</time>', "2025-04-08T23:03:25-04:00", id="words"
        ),
        pytest.param(
            '<script type="application/ld+json">[{"@type": "Article", "datePublished": "2025-04-08"},'
            '{"@type": "NewsArticle", "datePublished": "2025-04-08T22:15:48+02:00"}]</script>',
            "2025-04-08T22:15:48+02:00",
            id="another object that says more",
        ),
        pytest.param(
            '<meta property="article:published_time" content="2025-04-09T03:03:25Z">'
            '<meta property="article:modified_time" content="2025-04-09T09:00:00-04:00">',
            "2025-04-08T23:03:25-04:00",
            id="the offset of the last change",
        ),
        pytest.param('<span class="publish-date">9th April 2025</span>', "2025-04-09", id="an element named for it"),
    ],
)
def test_declared_dates(lines, published):
    """What one tag leaves open, another tells."""
    assert page(lines).published.isoformat() == published


def test_given_date_wins():
    """The date that the caller gives is the anchor, whatever the page says."""
    source = PAGE.replace("{head}", '<meta property="article:published_time" content="2025-04-09T10:00:00+09:00">')
    article = factex.read(source, published="2020-01-01")
    assert (article.published, article.published_source) == (dt.date(2020, 1, 1), "given")


@pytest.mark.parametrize(
    ("url", "language", "country"),
    [
        pytest.param("https://a.co.uk/x", "en", "GB", id="domain"),
        pytest.param("https://a.com.au/x", "en-US", "AU", id="domain before language"),
        pytest.param("https://a.io/x", "en", None, id="everybody's domain"),
        pytest.param("https://a.com/x", "en-US", None, id="the default language"),
        pytest.param("https://a.com/x", "en_CA", "CA", id="language"),
    ],
)
def test_country(url, language, country):
    """The publisher's country, where it is known."""
    assert factex.read(PAGE.replace("en-GB", language), url=url).country == country


@pytest.mark.parametrize(
    ("text", "stamp"),
    [
        pytest.param("Mill posts profit\nDULUTH, Minn., Oct. 28, 2025 /PRNewswire/ -- Mill said", "2025-10-28", id="wire"),
        pytest.param("LUND, November 4, 2025--(BUSINESS WIRE)--Mill said", "2025-11-04", id="wire in brackets"),
        pytest.param("Nov. 4, 2025 (Reuters) - Oil fell", "2025-11-04", id="wire without place"),
        pytest.param("OSLO, 3 June 2024 – The board met", "2024-06-03", id="place in capitals"),
        pytest.param("Oslo, 3 June 1924: the board met", None, id="place in small letters, as in a history"),
        pytest.param("Mill posts profit\nBy Jane Roe\nMay 14, 2025\nMill said", "2025-05-14", id="below a byline"),
        pytest.param("By Ana Ruiz | May 14, 2025 6:30 pm EDT | 5 min read", "2025-05-14T18:30:00-04:00", id="in a byline"),
        pytest.param("Updated: 15 May 2025 | Published: 14 May 2025", "2025-05-14", id="label"),
        pytest.param("The Holm Herald\nMay 14, 2025 Wednesday\nLate edition", "2025-05-14", id="weekday behind"),
        pytest.param("Saturday, June 7, 2025\n10 a.m. Market", None, id="day of an event"),
        pytest.param("The report published May 14, 2025 said", None, id="sentence"),
        pytest.param("OSLO (AP) - The board met", None, id="no date"),
    ],
)
def test_dateline(text, stamp):
    """A text without any other stamp says itself when it was published."""
    found = factex.read(text, format="text")
    assert (found.published and found.published.isoformat()) == stamp
    assert found.published_source == (stamp and "dateline")


def test_dateline_of_a_page():
    """What the tags of a page say wins over its words, and these over a guess."""
    article = page("<!-- -->")
    assert article.published is None
    told = PAGE.replace("<p>", "<p>OSLO, 3 June 2024 – ", 1)
    assert factex.read(told.replace("{head}", "")).published == dt.date(2024, 6, 3)
    dated = told.replace("{head}", '<meta property="article:published_time" content="2025-04-10">')
    assert factex.read(dated).published == dt.date(2025, 4, 10)
