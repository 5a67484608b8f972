"""Hostile input: linear time, little memory, and text or a clear error, never a hang and never silence."""

import contextlib
import gzip
import os
import subprocess
import sys
import time
import tracemalloc
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import factex
from factex.cleaning.plain import clean_plain
from factex.cleaning.walk import walk
from factex.sources import feeds, jsons
from factex.tables import Tables

M = 1_000_000
WHOLE = {
    "2 M nested tags": "<div>" * (2 * M) + "Sales rose 3%.",
    "1 M unclosed tags": "<p>Sales rose 3%." + "<b class=x" * M + ">!",
    "200,000 attributes": "<p " + " ".join(f'a{n}="<b>"' for n in range(200_000)) + ">Sales rose 3%.",
    "50 MB on one line": "<p>Sales rose 3%." + " Profit fell 2%." * (50 * M // 16),
    "1 MB of <": "<p>Sales rose 3%." + "<" * M,
    "marks of footnotes": "<p>Sales rose 3%." + "<sup><a href=#n>" * M,
    "tall cells": "<p>Sales rose 3%.<table><tr>" + "<td rowspan=99 colspan=20>5" * (M // 10) + "<tr><td>6" * (M // 10),
    "unclosed comments": "<p>Sales rose 3%." + "<!-- x " * M,
    "unclosed scripts": "<p>Sales rose 3%." + "<script>x" * M,
    "unclosed raw text": "<p>Sales rose 3%." + "<textarea>" * M,
    "unclosed dropped elements": "<p>Sales rose 3%." + "<svg>" * M,
    "entity flood": "<p>Sales rose 3%." + "&amp;&#x41;" * M,
    "NUL bytes": "<p>Sales\x00 rose 3%." + "\x00" * M,
    "lone surrogates": "<p>Sales rose 3%." + "\ud800" * M,
}


@pytest.mark.parametrize("source", [pytest.param(source, id=name) for name, source in WHOLE.items()])
def test_whole_size(source):
    """The text is there, and nobody waits for it: even a slow machine is done in seconds."""
    begin = time.process_time()
    assert factex.read(source, format="html").text.startswith("Sales rose 3%.")
    assert time.process_time() - begin < 30


UNITS = {
    "nested elements": "<div>",
    "nested lists": "<ul><li>",
    "open paragraphs": "<p>a",
    "open cells": "<td>5",
    "open hidden elements": "<div hidden>a",
    "open marks of footnotes": "<sup><a href=#n>1",
    "tall cells": "<tr><td rowspan=9>5",
    "struck text": "<s>x</s>",
    "closing tags": "</p>",
    "cut tags": "<a b ",
    "cut closing tags": "</p",
    "open quotes": '<p a="',
    "mixed quotes": "<p a='\"",
    "comments": "<!--",
    "markup declarations": "<!",
    "sections": "<![CDATA[",
    "raw text": "<textarea>",
    "titles": "<title>a",
    "times": "<time>",
    "metas": "<meta name=date content=x>",
    "entities": "&amp;",
    "ampersands": "&",
    "names of entities": "&a",
    "white space": "a  ",
    "line ends": "\n",
    "no-break spaces": "1&nbsp;",
    "brackets": "[a b=",
    "raised": "<sup>2",
    "invisible": "a\u200b",
}


def seconds(read, source):
    """The less CPU time of two runs."""
    times = []
    for _ in range(2):
        begin = time.process_time()
        read(source)
        times.append(time.process_time() - begin)
    return min(times)


@pytest.mark.parametrize("unit", [pytest.param(unit, id=name) for name, unit in UNITS.items()])
@pytest.mark.parametrize("head", ["", "<html><body>"])
@pytest.mark.filterwarnings("ignore::factex.FactexWarning")
def test_time_is_linear(unit, head):
    """Four times the input takes about four times as long, and far from sixteen times."""

    def read(source):
        return factex.read(source, format="html")

    read("<p>x")
    short, long = (seconds(read, f"{head}<p>x{unit * size}") for size in (2_000, 8_000))
    assert long < 9 * short + 0.05


@pytest.mark.parametrize("unit", ["**a", "[a](", "a\n", "\u200b", "a" * 60 + "\n", "# a\n", "> ", " \n "])
def test_time_is_linear_for_plain_text(unit):
    """Plain text too, wrapped or marked."""

    def read(source):
        return factex.read(source, format="text")

    short, long = (seconds(read, f"x **b** {unit * size}") for size in (2_000, 8_000))
    assert long < 9 * short + 0.05


@pytest.mark.parametrize("unit", ["\\", '\\"', '"', "\n", "\\u", "\\ud83d", "[", '{"a":'])
def test_time_is_linear_for_json(unit):
    """Broken JSON too."""

    def read(source):
        try:
            return jsons.parse_json(source)
        except ValueError as error:
            return error

    short, long = (seconds(read, '{"content":{"rendered":"<p>x\n' + unit * size) for size in (5_000, 20_000))
    assert long < 9 * short + 0.05


@pytest.mark.parametrize(
    "unit",
    [
        "<item>",
        "<item ",
        "<channel ",
        "<a>",
        "</a>",
        "<item><a>",
        "<item></item>",
        "<![CDATA[",
        "<a/>",
        "a",
        "<a b",
        "a=",
        "&amp;",
        "<!-- x",
    ],
)
@pytest.mark.parametrize("lead", ["<rss>", "<rss><item>", "<rss><item><title "])
def test_time_is_linear_for_feeds(lead, unit):
    """Broken feeds too."""

    def read(source):
        with contextlib.suppress(factex.SourceError):
            return feeds.open_items(source)

    short, long = (seconds(read, f"{lead}{unit * size}>") for size in (5_000, 20_000))
    assert long < 9 * short + 0.05


@pytest.mark.parametrize("line", ["Prices{} b1", "Prices{} b\nTrains 5 6 7", "a\t{}", "{}\nTrains 5 6 7"])
@pytest.mark.parametrize("unit", [" 1", " b", "1\t", "\n1"])
def test_time_is_linear_for_tables(line, unit):
    """Lines that might be rows of a table too, for each of their numbers."""
    short, long = (line.format(unit * size) for size in (2_000, 8_000))
    once, longer = (seconds(lambda text: Tables(text).cell(len(text) - 1), text) for text in (short, long))
    assert longer < 9 * once + 0.02


@pytest.mark.parametrize("unit", ["8 p.m., ", "8 p.m. until ", "$5 from ", "5% and ", "16GB, ", "May 3 and "])
def test_time_is_linear_for_lists(extractor, unit):
    """Sentences that list numbers and times without end too, through the whole pipeline."""

    def read(text):
        return extractor.extract(text, format="text", published="2025-04-09")

    read("It opens at 8 p.m.")
    short, long = (seconds(read, f"It opens at {unit * size}5.") for size in (150, 600))
    assert long < 9 * short + 0.5


@pytest.mark.parametrize("unit", ["| ", "|--", "a  b   ", "| a\n|--|\n", "a   b\n", ":--"])
def test_time_is_linear_for_drawn_tables(unit):
    """What might draw a table in plain text too."""
    once, longer = (seconds(clean_plain, unit * size) for size in (10_000, 40_000))
    assert longer < 9 * once + 0.05


@pytest.mark.parametrize("unit", ["<p>a", "<div>", "a &amp; ", "a  ", "<s>x</s>"])
def test_time_is_linear_at_size(unit):
    """Twice a million characters take twice the time, not four times."""
    short, long = (seconds(walk, unit * (size * M // len(unit))) for size in (1, 2))
    assert long < 3 * short + 0.05


@pytest.mark.parametrize("unit", ["<div>", "<p>a", "<td>5", "a  ", "&amp;", "<s>x</s>", "<meta>", "Sales rose 3%. "])
def test_memory_of_the_walk(unit):
    """At most eight times the input, whatever it is made of."""
    source = f"<html><body><p>x{unit * (M // 5 // len(unit))}"
    factex.read("<html><body><p>x")
    tracemalloc.start()
    try:
        walk(source).text  # noqa: B018
        assert tracemalloc.get_traced_memory()[1] < 8 * len(source) + M // 2
    finally:
        tracemalloc.stop()


MEASURED = """
import resource, sys, warnings
import dateparser, factex
warnings.simplefilter("ignore")
factex.read("<html><body><article>" + "<p>It said on 5 May 2024 that sales rose 3% to $5 billion in the first quarter.\\n" * 30)
source = {source}
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
factex.read(source, format="html")
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * (1 if sys.platform == "darwin" else 1024), len(source))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no module resource")
@pytest.mark.parametrize(
    "source",
    [
        "'<html><body>' + '<div>' * 2_000_000 + 'Sales rose 3%.'",
        "'<html><body><p>Sales rose 3%.' + '<!-- x ' * 1_000_000",
        "'<html><body><p>Sales rose 3%.' + '&amp;&#x41;' * 1_000_000",
        "'<html><body>' + '<p>The company said that its sales rose 3% to $5 billion in May.' * 5_000",
        "'<html><body>' + '<p>a' * 19_000",
    ],
    ids=["nested", "comments", "entities", "long article", "many paragraphs"],
)
def test_memory_of_the_process(source):
    """Reading a page takes eight times its size at most, or 16 MB, which is what the libraries' trees of a page may take."""
    run = subprocess.run([sys.executable, "-c", MEASURED.format(source=source)], capture_output=True, text=True, check=True)
    used, size = map(int, run.stdout.split())
    assert used < max(8 * size, 16 * M)


def test_gzip_bomb():
    """Gzip that unzips to more than an article is an error, without unzipping it whole."""
    bomb = gzip.compress(b"a" * 100 * M)
    tracemalloc.start()
    try:
        with pytest.raises(factex.SourceError, match="unzips to over 100 times its size"):
            factex.read(bomb)
        assert tracemalloc.get_traced_memory()[1] < 40 * M
    finally:
        tracemalloc.stop()
    with pytest.raises(factex.SourceError, match="unzips to more than 100,000,000 bytes"):
        factex.read(gzip.compress(os.urandom(M) + b"a" * 100 * M))


def test_limit(monkeypatch):
    """What is longer than the limit is an error that says so; the limit can be set."""
    monkeypatch.setattr("factex.sources.LIMIT", 10)
    with pytest.raises(factex.SourceError, match=r"has 11 characters: expected an article of at most 10.*sources\.LIMIT"):
        factex.read("x" * 11)
    assert factex.read("x" * 10).text == "x" * 10


@pytest.mark.parametrize(
    ("source", "text"),
    [
        pytest.param(
            '<meta charset="utf-8"><p>Café rose 3%, the naïve said'.encode("cp1252"), "Café rose 3%, the naïve said", id="not UTF-8"
        ),
        pytest.param('<meta charset="shift_jis"><p>“Sales” rose'.encode(), "“Sales” rose", id="UTF-8 all the same"),
        pytest.param(
            '<meta charset="klingon"><p>Café rose 3%, they said'.encode("cp1252"), "Café rose 3%, they said", id="unknown charset"
        ),
        pytest.param('<meta charset="utf-16"><p>Café rose'.encode(), "Café rose", id="UTF-16 that is not"),
        pytest.param('<meta charset="hex"><p>Café rose'.encode(), "Café rose", id="codec that is no charset"),
        pytest.param("<p>売上高は３％増".encode() + b"\xe5", "売上高は３％増\ufffd", id="cut in a character"),
    ],
)
def test_mislabelled_charset(source, text):
    """The bytes are believed before what is said of them."""
    assert factex.read(source).text == text


TAGS = """<p> </p> <div> </div> <b> </b> <br> <td> <tr> <table> </table> <sup> </sup> <sub> <script> </script> <s> </s> <li> <ul>
<pre> </pre> <!-- --> <![CDATA[ ]]> <p/hidden> <a/href="x"> <a/href="x</a> <html> <body> <title> </title> <del> < > & &amp;
&nbsp; &#x33; &#0; &lt;p&gt; &ngE; [gallery] [a_b] 5 1 $ % Sales rose. \x00 \u00ad \u200b \u00a0 \ud800""".split()
TAGS.extend((" ", "\n", "\u00a0"))
MARKUP = st.one_of(st.lists(st.one_of(st.sampled_from(TAGS), st.text(max_size=5)), max_size=40).map("".join), st.text(max_size=200))


@given(source=MARKUP)
@settings(max_examples=300)
def test_any_markup_is_text_that_knows_its_place(source):
    """Any characters are read; the text is clean; and what stands behind a character is that character."""
    walked = walk(source)
    text, places = walked.text, walked.source_map
    # A line of a table may begin with tabs: its first cells are empty.
    assert all(line.strip(" \t") and line == line.rstrip(" \t") and line[0] != " " for line in text.split("\n") if text)
    assert not set(text) & set("\x00\r\u00ad\u200b")
    assert "  " not in text
    last = 0
    for offset, character in enumerate(text):
        start, end = places.source_span(offset, offset + 1, len(text))
        assert 0 <= start < end <= len(source)
        assert start >= last or source[start] == "&"  # an entity may stand for two characters
        last = start
        behind = source[start:end]
        if not character.isspace() and character not in (behind, "\ufffd"):
            around = ("<p>", "2<sup>", "2<sub>")  # raised and lowered characters are read as such only where they stand so
            assert any(character in walk(f"{tag}{behind}").text for tag in around)


def bare(text):
    """The characters of a text without white space, raised and lowered ones on the line."""
    return "".join(unicodedata.normalize("NFKC", text).replace("−", "-").split())


@given(source=MARKUP, places=st.tuples(st.integers(0, 200), st.integers(0, 200)))
@settings(max_examples=300)
def test_a_stretch_of_any_markup_is_read_as_its_text(source, places):
    """The markup behind any stretch of the text, read alone, has the same characters."""
    walked = walk(source)
    spans = [walked.source_map.source_span(place, place + 1, walked.length) for place in range(walked.length)]
    start, end = (place % (walked.length + 1) for place in sorted(places))
    while 0 < start < walked.length and spans[start] == spans[start - 1]:  # an entity may stand for two characters
        start -= 1
    while 0 < end < walked.length and spans[end] == spans[end - 1]:
        end += 1
    if start < end:
        alone = walk(f"{source[spans[start][0] : spans[end - 1][1]]} ")
        assert bare(alone.text) == bare(walked.text[start:end])


@given(source=MARKUP, format=st.sampled_from(["html", "text", "wordpress", "feed", None]))
@settings(max_examples=200)
@pytest.mark.filterwarnings("ignore::factex.FactexWarning")
def test_any_source_is_an_article_or_a_clear_error(source, format):
    """Whatever is given as whatever: an article with text, or a SourceError that says what was expected."""
    try:
        article = factex.read(source, format=format)
    except factex.SourceError as error:
        article = None
        message = str(error)
    if article is None:
        assert "expected" in message
    else:
        assert article.text
        for offset in range(0, len(article.text), 7):
            start, end = article.source_span(offset, offset + 1)
            assert 0 <= start < end <= len(article.markup)


@given(source=st.binary(max_size=300))
@settings(max_examples=200)
@pytest.mark.filterwarnings("ignore::factex.FactexWarning")
def test_any_bytes_are_an_article_or_a_clear_error(source):
    """Bytes too."""
    try:
        said = factex.read(source).text
    except factex.SourceError as error:
        said = str(error).partition("expected")[1]
    assert said
