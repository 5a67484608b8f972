"""Sources: what is read, how it is told apart, and which errors say what to do."""

import datetime as dt
import gzip
import io
import json

import pandas as pd
import pytest

import factex
from factex.sources import sniff

TEXT = "Sales rose 3% to £5m."
POST = {
    "id": 7,
    "date": "2025-04-09T08:00:29",
    "date_gmt": "2025-04-08T23:00:29",
    "link": "https://example.org/2025/04/sales/",
    "title": {"rendered": "Sales &amp; profit"},
    "content": {"rendered": "<p>Sales rose 3% to £5m.</p>\n"},
    "excerpt": {"rendered": "<p>Sales rose</p>"},
}


@pytest.mark.parametrize(
    ("source", "format"),
    [
        pytest.param('{"id":1', "wordpress", id="JSON object"),
        pytest.param('\n [{"id":1}]', "wordpress", id="list of JSON objects"),
        pytest.param("{", "wordpress", id="JSON cut off at once"),
        pytest.param("[Reuters] Sales rose", "text", id="dateline in brackets"),
        pytest.param("{Update} Sales rose", "text", id="braces"),
        pytest.param("<!DOCTYPE html><p>x", "html", id="page"),
        pytest.param('<?xml version="1.0"?>\n<rss version="2.0"><channel>', "feed", id="RSS"),
        pytest.param('<feed xmlns="http://www.w3.org/2005/Atom">', "feed", id="Atom"),
        pytest.param('<?xml version="1.0"?><!DOCTYPE html><html><p>x', "html", id="XHTML"),
        pytest.param("Sales rose</p>\n<b>3%", "html", id="fragment that opens with text"),
        pytest.param("if a < b and c > d", "text", id="signs of comparison"),
        pytest.param("<alice@example.com> wrote", "text", id="address in angle brackets"),
        pytest.param("/home/me/article.html", "text", id="a str is no path"),
    ],
)
def test_sniff(source, format):
    """What a source holds is seen from its characters."""
    assert sniff(source) == format


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(TEXT, id="str"),
        pytest.param(TEXT.encode(), id="UTF-8"),
        pytest.param(TEXT.encode("utf-8-sig"), id="UTF-8 with mark"),
        pytest.param(TEXT.encode("utf-16"), id="UTF-16 with mark"),
        pytest.param(TEXT.encode("utf-16-le"), id="UTF-16 without mark"),
        pytest.param(gzip.compress(TEXT.encode()), id="gzip"),
        pytest.param(bytearray(TEXT.encode()), id="bytearray"),
        pytest.param(f"<p>{TEXT}</p>", id="fragment"),
        pytest.param(f'<meta charset="iso-8859-1"><p>{TEXT}</p>'.encode("latin-1"), id="declared Latin-1"),
        pytest.param(f'<meta charset="iso-8859-1"><p>{TEXT}</p>'.encode(), id="UTF-8 declared as Latin-1"),
        pytest.param(f"<p>{TEXT}</p>".encode("cp1252"), id="undeclared"),
        pytest.param(POST, id="post"),
        pytest.param(json.dumps(POST), id="post as JSON"),
        pytest.param(json.dumps([POST]), id="list of one post"),
        pytest.param({"ok": True, "data": {"post": POST}}, id="post wrapped by a plugin"),
        pytest.param(
            "<item><description>5</description><content:encoded><![CDATA[<p>Sales rose 3% to £5m.</p>]]></content:encoded>",
            id="item",
        ),
        pytest.param(
            "<content:encoded>&lt;p&gt;Sales rose 3% to &amp;pound;5m.&lt;/p&gt;</content:encoded>", id="content of an item"
        ),
        pytest.param(json.dumps(POST).replace("\\n", "\n\x0c"), id="raw control characters in JSON"),
    ],
)
def test_reads(source):
    """However an article comes, its text is the same."""
    assert factex.read(source).text == TEXT


def test_files(tmp_path):
    """A path and an open file are read; a str is never a path."""
    path = tmp_path / "article.html"
    path.write_text(f"<p>{TEXT}</p>", encoding="utf-8")
    assert factex.read(path).text == TEXT
    with path.open("rb") as file:
        assert factex.read(file).text == TEXT
    assert factex.read(io.StringIO(TEXT)).text == TEXT


def test_post_metadata():
    """A post's two stamps give the site's offset; its fields are read without their entities."""
    article = factex.read(POST)
    assert article.title == "Sales & profit"
    assert article.published == dt.datetime.fromisoformat("2025-04-09T08:00:29+09:00")
    assert article.published.utcoffset() == dt.timedelta(hours=9)
    assert article.published_source == "wordpress"
    assert article.url == POST["link"]
    assert article.markup == POST["content"]["rendered"]


def test_post_cut_off_anywhere():
    """JSON that ends at any character behind the start of the content is read as far as it goes."""
    whole = json.dumps(POST | {"content": None, "excerpt": None} | {"content": POST["content"]}, ensure_ascii=True)
    begin = whole.index("<p>Sales") + len("<p>Sales")
    for end in range(begin, len(whole)):
        assert TEXT.startswith(factex.read(whole[:end]).text.rstrip("\ufffd"))


@pytest.mark.parametrize(
    ("escaped", "text"),
    [
        pytest.param(r"caf\u00e9 3%", "café 3%", id="escape"),
        pytest.param(r"5\ud83d\ude80", "5🚀", id="surrogate pair"),
        pytest.param(r"5\ud83d%", "5\ufffd%", id="half of a pair"),
        pytest.param(r"a\/b", "a/b", id="escaped slash"),
        pytest.param(r"it\'s", r"it\'s", id="escape that JSON has not"),
        pytest.param(r"x\u00zz", r"x\u00zz", id="broken escape"),
    ],
)
def test_broken_escapes(escaped, text):
    """Escapes of no meaning stand for themselves; the rest of the post is read."""
    assert factex.read(f'{{"content":{{"rendered":"<p>{escaped}\n</p>"}}}}').text == text


def test_read_many():
    """A list of posts is a list of articles; a post without text is left out with a warning."""
    other = POST | {"content": {"rendered": "<p>Profit fell.</p>"}}
    assert [article.text for article in factex.read_many([POST, other])] == [TEXT, "Profit fell."]
    assert [article.text for article in factex.read_many(json.dumps({"posts": [POST, other]}))] == [TEXT, "Profit fell."]
    with pytest.warns(factex.FactexWarning, match="post 1 was left out"):
        assert len(factex.read_many([POST, {"content": {"rendered": ""}}])) == 1


RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>The Paper</title><language>en-gb</language>
<link>https://paper.example/</link><item><title>Sales &amp;amp; profit</title><link>https://paper.example/a</link>
<dc:creator><![CDATA[Jane Doe]]></dc:creator><pubDate>Wed, 09 Apr 2025 08:00:29 +0900</pubDate><category>Business</category>
<description>Sales rose</description><content:encoded><![CDATA[<p>Sales rose 3% to &pound;5m.</p>]]></content:encoded></item>
<item><title>Steel</title><author>roe@paper.example (John Roe)</author>
<description>&lt;p&gt;Steel fell 2%.&lt;/p&gt;</description></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>The Paper</title><entry><title type="html">Sales</title>
<link rel="self" href="https://paper.example/self"/><link href="https://paper.example/a"/><author><name>Jane Doe</name></author>
<published>2025-04-09T08:00:29+09:00</published><updated>2025-04-10T08:00:00+09:00</updated><category term="Business"/>
<content type="html">&lt;p&gt;Sales rose 3% to £5m.&lt;/p&gt;</content></entry></feed>"""


def test_feeds():
    """The items of a feed are articles, with what the feed says about them and about itself."""
    first, second = factex.read_many(RSS)
    assert (first.text, first.title, first.url, first.site) == (TEXT, "Sales & profit", "https://paper.example/a", "The Paper")
    assert (first.authors, first.section, first.language) == (("Jane Doe",), "Business", "en-GB")
    assert (first.published, first.published_source) == (dt.datetime.fromisoformat("2025-04-09T08:00:29+09:00"), "feed")
    assert first.markup == "<p>Sales rose 3% to &pound;5m.</p>"
    assert (second.text, second.authors) == ("Steel fell 2%.", ("John Roe",))
    entry = factex.read(ATOM.encode(), url="https://given.example/")
    assert (entry.text, entry.url, entry.authors, entry.section) == (TEXT, "https://given.example/", ("Jane Doe",), "Business")
    assert entry.modified == dt.datetime.fromisoformat("2025-04-10T08:00:00+09:00")
    assert factex.read(ATOM, published="2025-01-01").published == dt.date(2025, 1, 1)
    with pytest.raises(factex.SourceError, match="this source holds 2 articles: expected one; give it to read_many"):
        factex.read(RSS)
    with pytest.raises(factex.SourceError, match="this feed has no items"):
        factex.read("<rss><channel><title>The Paper</title></channel></rss>")


def test_feed_cut_off_anywhere():
    """A feed that ends at any character behind the start of the first content is read as far as it goes."""
    begin = RSS.index("<p>Sales") + len("<p>Sales")
    for end in range(begin, RSS.index("<item><title>Steel")):
        assert TEXT.startswith(factex.read(RSS[:end]).text.partition("&")[0])


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Die Umsätze stiegen um 3 % auf 5 Mio., sagte Müller über die größten Märkte in Österreich und der Türkei.", "cp1252"),
        ("Acme’s profit rose 5% to €3 million – “the best ever”, the owner of the café said.", "cp1252"),
        ("Acme’s profit rose 5% to €3 million – “the best ever”, the owner of the café said.", "mac_roman"),
        ("On Monday it was 35°C in Málaga, and 29°C the day before.", "mac_roman"),
        ("Sprzedaż wzrosła o 3% do 5 mln zł, podała spółka we wtorek. Zysk spadł, głównie przez wyższe ceny stali.", "iso8859-2"),
        ("Продажи выросли на 3% до 5 млн рублей, сообщила компания во вторник. Прибыль упала на 2 процента.", "koi8-r"),
        ("売上高は前年比3%増の5兆円だった。会社は火曜日に発表した。利益は鉄鋼価格の上昇で2%減少したという。", "shift_jis"),
        ("売上高は前年比3%増の5兆円だった。会社は火曜日に発表した。利益は鉄鋼価格の上昇で2%減少したという。", "iso2022_jp"),
        ("매출이 3% 증가해 5조원을 기록했다고 회사는 화요일 밝혔다. 이익은 철강 가격 때문에 2% 감소했다.", "euc_kr"),
        ("公司周二表示，销售额增长了百分之三，达到五百万美元。利润因钢铁价格下降了百分之二。", "gb18030"),
    ],
    ids=lambda value: value if value.isascii() else "",
)
def test_undeclared_encodings(text, encoding):
    """Where nothing is declared the bytes tell."""
    assert factex.read(f"<p>{text}</p>".encode(encoding)).text == text


def test_stamp_in_utc_alone():
    """A post that gives its time in UTC only is known to be in UTC."""
    post = {"content": POST["content"], "date_gmt": "2025-04-08T23:00:29"}
    assert factex.read(post).published == dt.datetime(2025, 4, 8, 23, 0, 29, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("published", "kept"),
    [
        ("2025-04-09", dt.date(2025, 4, 9)),
        ("20250409", dt.date(2025, 4, 9)),
        ("2025-04-09T08:00:29", dt.datetime(2025, 4, 9, 8, 0, 29)),  # noqa: DTZ001
        ("2025-04-09T08:00:29+09:00", dt.datetime.fromisoformat("2025-04-09T08:00:29+09:00")),
        ("2025-04-09 08:00:29Z", dt.datetime(2025, 4, 9, 8, 0, 29, tzinfo=dt.UTC)),
        (dt.date(2025, 4, 9), dt.date(2025, 4, 9)),
        ("1851-09-18", dt.date(1851, 9, 18)),
        ("2025-W15-3", dt.date(2025, 4, 9)),
        ("2025-04-09T08:00:29.5Z", dt.datetime(2025, 4, 9, 8, 0, 29, 500_000, tzinfo=dt.UTC)),
    ],
)
def test_published(published, kept):
    """What is given wins, as precisely as it was given."""
    article = factex.read(POST, published=published)
    assert (article.published, article.published_source) == (kept, "given")
    assert getattr(article.published, "tzinfo", None) == getattr(kept, "tzinfo", None)


@pytest.mark.parametrize(
    ("source", "options", "message"),
    [
        pytest.param("", {}, "the str source is empty: expected the text", id="empty str"),
        pytest.param(b" \n", {}, "the bytes source is empty", id="white space"),
        pytest.param(b"\x00\x01\x02\xff" * 100, {}, "is binary data", id="binary"),
        pytest.param(b"%PDF-1.7 abc", {}, "is a PDF", id="PDF"),
        pytest.param(gzip.compress(b"x" * 99)[:8], {}, "is empty", id="cut gzip"),
        pytest.param(b"\x1f\x8brubbish", {}, "begins as gzip does but is broken", id="broken gzip"),
        pytest.param({"title": "x"}, {}, "there is no WordPress post in .*'title.*: expected an object", id="dict that is no post"),
        pytest.param('{"title": "x"}', {}, "expected an object with 'content'", id="JSON that is no post"),
        pytest.param("{}", {}, "no WordPress post in '{}'", id="empty object"),
        pytest.param("[]", {}, r"no WordPress post in '\[\]'", id="empty list"),
        pytest.param("Sales rose", {"format": "wordpress"}, "this is no JSON", id="text as JSON"),
        pytest.param([POST, POST], {}, "of type list cannot be read.*read_many", id="list of posts"),
        pytest.param(json.dumps([POST, POST]), {}, "holds 2 articles: expected one; give it to read_many", id="JSON list of posts"),
        pytest.param("<p><br></p>", {}, "there is no text in '<p><br></p>'", id="markup without text"),
        pytest.param("\x00\x01", {}, "there is no text in", id="control characters alone"),
        pytest.param({"content": {"rendered": ""}}, {}, "there is no text in ''", id="empty post"),
        pytest.param("Sales rose", {"published": "yesterday"}, "'yesterday', which is no date: expected ISO 8601", id="no date"),
        pytest.param("Sales rose", {"published": "2025-02-31"}, "which is no date", id="no day"),
        pytest.param(
            "Sales rose", {"published": 20250409}, "published is 20250409: expected an ISO 8601 string", id="number as date"
        ),
        pytest.param("Sales rose", {"url": float("nan")}, "url is nan: expected a string, or None", id="NaN as address"),
        pytest.param("Sales rose", {"published": pd.NaT}, "published is NaT: expected an ISO 8601 string", id="NaT"),
        pytest.param(
            "Sales rose",
            {"format": "pdf"},
            "unknown format 'pdf': expected one of 'feed', 'html', 'text', 'wordpress'",
            id="format",
        ),
        pytest.param(POST, {"format": "html"}, "is a WordPress post, not 'html'", id="dict with another format"),
        pytest.param(None, {}, "of type NoneType cannot be read: expected str, bytes, a path", id="None"),
        pytest.param(3, {}, "of type int cannot be read", id="number"),
    ],
)
def test_bad_input(source, options, message):
    """Every error is a SourceError that names the value, what was expected and what to do."""
    with pytest.raises(factex.SourceError, match=message):
        factex.read(source, **options)


@pytest.mark.parametrize("source", ["news/article.html", "C:\\My Files\\post.json", "https://news.example/2025/04/09/trade"])
def test_name_instead_of_text(source):
    """A `str` is the article itself; one that is only a file's name or an address is read as that, with a warning."""
    with pytest.warns(factex.FactexWarning, match=r"expected its text or markup; for a file give pathlib\.Path"):
        assert factex.read(source).text == source


def test_text_about_a_page_does_not_warn():
    """Warnings are errors in these tests."""
    assert factex.read("Sales rose 3%, says https://news.example/a.html, and will rise again.").text


def test_bad_paths(tmp_path):
    """A missing file and a directory are named."""
    with pytest.raises(factex.SourceError, match=r"cannot read the file '.*nothing.html' \(No such file or directory\)"):
        factex.read(tmp_path / "nothing.html")
    with pytest.raises(factex.SourceError, match="is a directory: expected the path of an article"):
        factex.read(tmp_path)
