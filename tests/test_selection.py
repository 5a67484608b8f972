"""Selection: which lines of a full page are its article, and what they are."""

import tomllib
import unicodedata
from pathlib import Path

import pytest

import factex

EXAMPLES = tomllib.loads((Path(__file__).parents[1] / "docs" / "cleaning.toml").read_text(encoding="utf-8"))["page"]

FIRST = "The company said on Wednesday that its sales rose 3% to $5 billion in the first quarter, more than analysts had expected."
SECOND = "Profit fell to $1.2 billion, or 40 cents a share, because of higher costs for steel and energy, its chief executive said."
THIRD = "It expects to open three plants before the end of the year and to hire 12,000 workers, most of them in the north."
PAGE = """<!doctype html><html lang="en"><head><title>Sales rise</title></head><body>
<header><a href="/">The Paper</a></header><nav><ul><li><a href="/b">Business</a><li><a href="/s">Sport</a></ul></nav>
<main><h1>Sales rise</h1><p class="byline">By Jane Doe</p><div class="story">
{body}
</div>{after}</main>
<aside><h3>More news</h3><p>Another company said on Monday that it will close two of its seven plants and cut 900 jobs.</p></aside>
<footer>© 2025 The Paper, 12 High Street</footer></body></html>"""


def lines(*inside, after=""):
    """The text of a page that has *inside* between its second and its third paragraph, without these."""
    body = "\n".join((f"<p>{FIRST}</p><p>{SECOND}</p>", *inside, f"<p>{THIRD}</p>"))
    article = factex.read(PAGE.format(body=body, after=after), url="https://www.paper.example/news/sales")
    assert len(article.kinds) == len(article.text.split("\n"))
    found = article.text.split("\n")
    for line in (FIRST, SECOND, THIRD):
        assert found.count(line) == 1
        found.remove(line)
    return found


@pytest.mark.parametrize(("source", "text"), [pytest.param(*row, id=name) for name, row in EXAMPLES.items()])
def test_what_stands_between_paragraphs(source, text):
    """Between the paragraphs of an article some things are of it and others are not."""
    assert "\n".join(lines(source)) == text


def test_paragraph_shown_twice():
    """A paragraph that the layout shows once more, as a pull quote, is kept once."""
    assert lines(f'<div class="pull quote"><p>{SECOND}</p></div>') == []


def test_what_stands_behind():
    """The article ends where its element does."""
    assert (
        lines(after="<p>Another paper said that it will print 900 copies of its book on steel and energy in the north.</p>") == []
    )


def test_boxes_of_facts():
    """A box of facts is of its article, also beside it; one of anything else is not."""
    box = '<aside class="{}"><h3>In numbers</h3><ul><li>£9.9bn: what is left</li><li>3.2%: inflation</li></ul></aside>'
    assert lines(box.format("factbox")) == ["In numbers", "£9.9bn: what is left", "3.2%: inflation"]
    assert lines('<div class="stat"><div>68%</div><div>of cargo is grain</div></div>') == ["68%", "of cargo is grain"]
    assert lines(after=box.format("key-figures"))[-1] == "3.2%: inflation"
    assert lines(box.format("promo")) == []


def test_prices_behind_the_last_paragraph():
    """Short lines behind the last paragraph, in its element, are of the article."""
    body = f"<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p><p>Adults: $60<br>Children: $40</p>"
    assert factex.read(PAGE.format(body=body, after="")).text.endswith("in the north.\nAdults: $60\nChildren: $40")


def test_parts_of_a_declared_body():
    """Paragraphs in a part of what the page declares to be the article belong to it, whatever that part is called."""
    lead = "A week ago it had said that neither sales nor profit would rise this year, and its shares fell 5% on that day."
    body = (
        f'<div itemprop="articleBody"><div class="a"><div class="first"><p>{lead}</p></div></div>'
        f'<div class="b"><div class="rest"><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></div></div></div>'
    )
    assert factex.read(PAGE.format(body=body, after="")).text == f"{lead}\n{FIRST}\n{SECOND}\n{THIRD}"


def test_kinds():
    """What each line is in the source is told, that of the innermost element that has a kind."""
    article = factex.read(
        "<h2>Sales</h2><p>They rose.</p><ul><li><p>5%</p></ul><table><tr><th><p>A<th>B<tr><th>5<td>6</table>"
        "<blockquote><p>Good!</p></blockquote>"
        "<figure><img src=x><figcaption>The plant</figcaption></figure><div class='wp-caption'>A shop</div><pre>a = 5</pre>"
    )
    told = dict(zip(article.text.split("\n"), article.kinds, strict=True))
    assert told == {
        "Sales": "heading",
        "They rose.": "paragraph",
        "5%": "item",
        "A\tB": "head",
        "5\t6": "row",
        "Good!": "quote",
        "The plant": "caption",
        "A shop": "caption",
        "a = 5": "preformatted",
    }


def test_kinds_of_plain_text():
    """The marks of Markdown tell too."""
    article = factex.read("# Sales\n\nThey rose.\n\n> Good, he said.\n\n- 5%\n- 6%\n\n3% is enough.\n", format="text")
    assert article.kinds == ("heading", "paragraph", "quote", "item", "item", "paragraph")


RICH = """<p>{first}</p><script>var x = "<p>9%</p>";</script><div class="ad-slot advert"><p>Buy 9 cars.</p></div>
<p>Sales in <b>Q2</b> were <span hidden>9</span>&euro;1.52&nbsp;billion<sup>3</sup> &mdash; 3&thinsp;%&nbsp;more;
<del>4</del><ins>5</ins>
CO<sub>2</sub> &amp; steel at 1&nbsp;234&nbsp;567&nbsp;t. <!-- 8% -->
<a href="/x" title="a > b">It&rsquo;s &ldquo;up&rdquo;</a>.</p>
<table><tr><th>Plant</th><th>Workers &amp; pay</th></tr><tr><td>North</td><td>4&nbsp;000<br>$5</td></tr></table>
<blockquote><p>We&#8217;ll hire 12,000 people&hellip;</p></blockquote><ul><li>Half: &frac12;</li><li>m&sup2;</li></ul>
<p>{second}</p><div class="related"><a href="/y">9 charts</a></div><p>{third}</p>"""


def test_source_spans_of_a_page():
    """On a page too, the markup behind any stretch of a line, read alone, has the characters of the stretch."""
    page = PAGE.format(body=RICH.format(first=FIRST, second=SECOND, third=THIRD), after="")
    article = factex.read(page, url="https://www.paper.example/news/sales")
    assert len(article.text.split("\n")) == 10
    offset = 0
    for line in article.text.split("\n"):
        for start in range(offset, offset + len(line)):
            for end in {start + 1, start + 7, start + 30, offset + len(line)}:
                said = article.text[start : min(end, offset + len(line))]
                begin, finish = article.source_span(start, start + len(said))
                alone = factex.read(f"<p>{page[begin:finish]} ", format="html").text if said.strip() else ""
                assert normal(alone) == normal(said)
        offset += len(line) + 1


def normal(text):
    """A text without white space, its raised and lowered characters on the line."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def test_body_of_json_ld():
    """Where a page shows no text at all, the text that it gives to search engines is read, and offsets count in it."""
    page = (
        '<!doctype html><html><head><script type="application/ld+json">'
        '{"@type": "NewsArticle", "headline": "Sales rise", "articleBody": "Sales rose 3%.\\n\\nProfit &amp; loss: $5."}'
        '</script></head><body><div id="app"></div></body></html>'
    )
    article = factex.read(page)
    assert (article.title, article.text) == ("Sales rise", "Sales rose 3%.\nProfit & loss: $5.")
    place = article.text.index("$5")
    start, end = article.source_span(place, place + 2)
    assert article.markup[start:end] == "$5"


def test_body_of_a_stub():
    """Where a page shows the first lines only, the whole text that it gives to search engines is read."""
    data = f'{{"@type": "NewsArticle", "articleBody": "<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>"}}'
    stub = PAGE.format(body=f"<p>{FIRST}</p>", after='<div class="paywall-offer"><p>Read on for $1 a week.</p></div>')
    page = stub.replace("</head>", f'<script type="application/ld+json">{data}</script></head>')
    assert factex.read(page).text == f"{FIRST}\n{SECOND}\n{THIRD}"
    whole = PAGE.format(body=f"<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p><p>It did not rain.</p>", after="")
    assert factex.read(whole.replace("</head>", f'<script type="application/ld+json">{data}</script></head>')).text.endswith(
        "rain."
    )


def test_a_page_of_one_table():
    """Rows too short to be told by their words stay with those that are not."""
    rows = "".join(
        f"<tr><td>{name}</td><td>{value}</td></tr>" for name, value in (("Price", "$42"), ("Motor", "four-cylinder, 2.0 litres"))
    )
    article = factex.read(f"<html><body><nav><a href=/>Home</a></nav><main><h1>Car</h1><table>{rows}</table></main></body></html>")
    assert article.text == "Car\nPrice\t$42\nMotor\tfour-cylinder, 2.0 litres"
