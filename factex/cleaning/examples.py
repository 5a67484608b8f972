"""What cleaning does, by example: each row is a test, and a line of the documentation.

A row is (behaviour, markup, text). Rows of `MARKUP` are fragments of HTML, rows of `PLAIN` are plain text; rows of `PAGE` stand
between two paragraphs of the article on a full page of "paper.example", and their text is what is left of them there.
"""

from __future__ import annotations

from typing import NamedTuple


class Example(NamedTuple):
    """One behaviour: the *text* that comes of *source*."""

    behaviour: str
    source: str
    text: str


MARKUP = (
    Example("paragraphs are lines", "<p>Sales rose 3%.</p><p>Profit fell.</p>", "Sales rose 3%.\nProfit fell."),
    Example(
        "a closing tag ends a paragraph that was never opened",
        "Sales rose 3%.</p>\n Profit fell.</p>",
        "Sales rose 3%.\nProfit fell.",
    ),
    Example("a line break is a line end", "Sales: $5<br>Profit: $2<br/>", "Sales: $5\nProfit: $2"),
    Example("inline tags leave no trace", "<b>Sal</b>es <a href='/x'>rose <i>3</i>%</a>.", "Sales rose 3%."),
    Example("white space is one space", "Sales\n   rose <b> 3%</b>", "Sales rose 3%"),
    Example("headings and list items are lines", "<h2>Results</h2><ul><li>Sales 5<li>Profit 2</ul>", "Results\nSales 5\nProfit 2"),
    Example(
        "cells are parted by tabs, rows by line ends",
        "<table><tr><th>Sales<td>$5<td>10%<tr><th>Profit<td>$2<td>4%</table>",
        "Sales\t$5\t10%\nProfit\t$2\t4%",
    ),
    Example(
        "an empty cell keeps its column",
        "<table><tr><th></th><th>2023</th><th>2024</th></tr><tr><td>Sales</td><td></td><td>$5</td></tr></table>",
        "\t2023\t2024\nSales\t\t$5",
    ),
    Example(
        "a wide cell takes its columns",
        "<table><tr><th>Plant<th colspan=2>2023<th>2024<tr><td>North<td>3<td>4<td>5</table>",
        "Plant\t2023\t\t2024\nNorth\t3\t4\t5",
    ),
    Example(
        "a tall cell takes its rows",
        "<table><tr><th>Port<th>Cost<th>Use<tr><td rowspan=2>North<td>3<td>4<tr><td>5<td>6<tr><td>South<td>7<td>8</table>",
        "Port\tCost\tUse\nNorth\t3\t4\n\t5\t6\nSouth\t7\t8",
    ),
    Example(
        "a table that lays out a page has no columns",
        "<table><tr><td><div><img src=x></div></td><td><p>Sales rose.</p></table>",
        "Sales rose.",
    ),
    Example("paragraphs in cells stay in their row", "<tr><td><p>Sales</p></td><td><p>$5</p></td></tr>", "Sales\t$5"),
    Example(
        "captions and quotes are lines",
        "<figure><img src=x><figcaption>The plant</figcaption></figure><blockquote>It grew.</blockquote>",
        "The plant\nIt grew.",
    ),
    Example("preformatted lines stay lines", "<pre>Sales 5\nProfit  2</pre>", "Sales 5\nProfit 2"),
    Example("a footnote mark is no digit of the number before it", "in 2024<sup>3</sup>, 90 m<sup>2</sup>", "in 2024, 90 m²"),
    Example("marks of footnotes go", "5<sup><a href='#n3'>3</a></sup> ships, 12%<sup>[4]</sup> of all", "5 ships, 12% of all"),
    Example("exponents and fractions stay", "10<sup>6</sup> cells, 125<sup>3</sup>&frasl;<sub>4</sub>", "10⁶ cells, 125³⁄₄"),
    Example("marks of footnotes in brackets go", "12,000[4] ships. It [the port] grew.[5]", "12,000 ships. It [the port] grew."),
    Example("raised marks behind signs go", "up 12%<sup>2</sup>, it said.<sup>3</sup> $5.<sup>99</sup>", "up 12%, it said. $5.⁹⁹"),
    Example("linked marks of footnotes go", "$5m<a href='/news/#n1'>1</a>, 9% <a href='#n2'><b>[</b>2]</a>.", "$5m, 9% ."),
    Example(
        "linked numbers stay", "see table <a href='#t1'>1</a>, 5<a href='/x'>3</a> (<a href='#y'>7</a>)", "see table 1, 53 (7)"
    ),
    Example("a raised ordinal ending stays on the line", "the 5<sup>th</sup> of May", "the 5th of May"),
    Example("lowered digits stay digits in formulas", "CO<sub>2</sub>", "CO2"),
    Example("lowered digits behind a number do not run into it", "10<sub>2</sub>", "10₂"),
    Example("entities are decoded once", "&pound;5 &amp; &#8364;6 &amp;lt;", "£5 & €6 &lt;"),
    Example("signs that were encoded twice are signs", "&amp;euro;5m, 7&amp;#8211;9&amp;nbsp;% &amp;foo;", "€5m, 7–9 % &foo;"),
    Example("an ampersand that begins no entity stays", "AT&T rose", "AT&T rose"),
    Example("a no-break space inside a number stays", "1&nbsp;234&nbsp;567 people", "1\u00a0234\u00a0567 people"),
    Example("a narrow space inside a number stays", "1\u202f234 people", "1\u202f234 people"),
    Example("other special spaces are spaces", "$5&nbsp;billion\u2003in 2024", "$5 billion in 2024"),
    Example("an old entity needs no semicolon", "&nbspSales rose&nbspby 3%", "Sales rose by 3%"),
    Example("soft hyphens and zero-width characters go", "bil&shy;lion\u200b dol\u00adlars\ufeff", "billion dollars"),
    Example("NULs and control characters go", "Sales\x00 rose\x08 3%", "Sales rose 3%"),
    Example("quotes and dashes stay as they are", "‘It’s “up” 5–7%’ — he said", "‘It’s “up” 5–7%’ — he said"),
    Example("struck text goes, its correction stays", "up <del>3</del><ins>4</ins>% <s>today</s>", "up 4%"),
    Example(
        "so does what a style strikes", "<i style='text-decoration: line-through'>$20</i> <b class=line-through>$9</b> $8", "$8"
    ),
    Example("formulas are read once", "<i class='katex-mathml'>5</i><i aria-hidden='true'>5</i> <meter>3%</meter>", "5"),
    Example("the text of a time stays", "on <time datetime='2025-04-08'>Tuesday</time>", "on Tuesday"),
    Example(
        "scripts, styles and templates go", "3%<script>var x='<p>4%</p>'</script><style>p{}</style><template>5</template>", "3%"
    ),
    Example("hidden elements go", "3%<div hidden>4%</div><p style='display: none'>5%</p>", "3%"),
    Example(
        "what is read out but not shown goes", "<span class='sr-only'>dollars five</span><span aria-hidden='true'>$5</span>", "$5"
    ),
    Example(
        "what opens under the pointer goes",
        "Jane Doe<span class='tooltip-text'>Jane Doe: all stories</span> said <a>3%<span role='tooltip'>4%</span></a>",
        "Jane Doe said 3%",
    ),
    Example("attributes are no text", "<p data-price='$4' title='a > b'>$5</p>", "$5"),
    Example("comments go, closed or not", "3<!-- 4 -->%<!-- rose > today", "3% today"),
    Example("a less-than sign is text where no tag follows", "P/E < 5 and 3<4", "P/E < 5 and 3<4"),
    Example("CDATA sections hold markup, as in feeds", "<![CDATA[<p>Sales rose.</p>]]>", "Sales rose."),
    Example("a tag that is cut off goes", "Sales rose 3%.<a href='http://exam", "Sales rose 3%."),
    Example("a quote in a tag that is never closed is no quote", '<a href="/x>Sales</a> rose', "Sales rose"),
    Example("shortcodes go, their content stays", "[caption id='a' width='5']The plant[/caption] grew", "The plant grew"),
    Example("brackets of an editor stay", "“It [the company] grew [sic]”", "“It [the company] grew [sic]”"),
    Example("boxes of links and buttons go", "<p>Sales rose.</p><div class='sharedaddy'><h3>Share this:</h3></div>", "Sales rose."),
    Example("links to other articles go", "<p>Sales rose.</p><p>Read more: <a href='/x'>Profit fell</a></p>", "Sales rose."),
    Example("code that is never closed is code to the end", "<p>3%</p><script>var x = 4", "3%"),
    Example("what is shown without scripts goes", "3%<noscript><p>4%</p></noscript>", "3%"),
    Example(
        "players, frames and drawings go", "<p>3%</p><iframe src=x>4%</iframe><video>5%</video><svg><text>6%</text></svg>", "3%"
    ),
    Example("controls go", "3%<select><option>4%</select><button>5%</button><textarea>6%</textarea>", "3%"),
    Example("terms and what they mean are lines", "<dl><dt>Sales<dd>$5<dt>Profit<dd>$2</dl>", "Sales\n$5\nProfit\n$2"),
    Example("the caption of a table is a line", "<table><caption>Sales</caption><tr><td>$5<td>$2</table>", "Sales\n$5\t$2"),
    Example("how a word is spoken goes", "<ruby>東京<rt>とうきょう</rt></ruby>", "東京"),
    Example("a place for a line break leaves no trace", "5<wbr>000", "5000"),
    Example("raised minus signs and brackets are raised", "10<sup>-3</sup>, 2024<sup>(a)</sup>", "10⁻³, 2024⁽a⁾"),
    Example("raised signs are signs", "Acme<sup>TM</sup> rose", "Acme™ rose"),
    Example("raised cents stay on the line", "$5<sup>.99</sup>", "$5.99"),
    Example(
        "fractions that are built stay fractions",
        "1 <sup>1</sup>&frasl;<sub>2</sub> cups, <sup>3</sup>/<sub>4</sub> full",
        "1 ¹⁄₂ cups, ³/₄ full",
    ),
    Example("what is invisible goes", "<span style='visibility:hidden'>4</span>3%<img alt='9%'>", "3%"),
    Example("what a search in the page can show stays", "<p hidden='until-found'>5%</p>", "5%"),
    Example(
        "embedded posts stay, without their scripts",
        "<blockquote class='tweet'><p>Up 3%!</p>&mdash; Ann (@ann) <a href=x>May 9</a></blockquote><script src=y></script>",
        "Up 3%!\n— Ann (@ann) May 9",
    ),
    Example("bylines go", "<p class='byline'>By Jane Doe</p><p>By <a href=x>John Roe</a></p><p>Sales rose.</p>", "Sales rose."),
    Example("boxes of newsletters go", "<p>Sales rose.</p><div class='newsletter-box'>5 stories a day</div>", "Sales rose."),
    Example("offers of a subscription go", "<p>Sales rose.</p><div class='paywall-offer'>$1 a week</div>", "Sales rose."),
    Example("half of a surrogate pair is a replacement character", "5\ud83d%", "5\ufffd%"),
)

PLAIN = (
    Example("blank lines part paragraphs", "Sales rose.\n\nProfit fell.\r\n \r\nThe end.", "Sales rose.\nProfit fell.\nThe end."),
    Example("single line ends stay where nothing is wrapped", "Sales\t5\nProfit\t2", "Sales\t5\nProfit\t2"),
    Example(
        "lines that were wrapped to a width are joined",
        "The company said that sales rose to $5bn in May, and\nthat it will open three plants in the north before June\n3, 2026.",
        "The company said that sales rose to $5bn in May, and that it will open three plants in the north before June 3, 2026.",
    ),
    Example("tags and entities are text", "a < b &amp; c > d", "a < b &amp; c > d"),
    Example("control and zero-width characters go", "Sales\x00 ro\u200bse\x1b", "Sales rose"),
    Example("white space at the ends goes, with what is invisible behind it", " \n Sales rose\x85\x03 ", "Sales rose"),
    Example("marks that stress a word go, others stay", "It paid _$5_ for a_b c_d.", "It paid $5 for a_b c_d."),
    Example(
        "Markdown marks go", "# Results\n\nSales **rose** _9%_ to [$5](https://example.com/a).", "Results\nSales rose 9% to $5."
    ),
    Example("marks of footnotes in brackets go", "12,000[4] ships. It [sic] grew.[5]", "12,000 ships. It [sic] grew."),
)

PAGE = (
    Example("short paragraphs stay", "<p>It has 40,000 workers.</p>", "It has 40,000 workers."),
    Example("headings with something under them stay", "<h2>Costs</h2><p>Steel rose 9%.</p>", "Costs\nSteel rose 9%."),
    Example(
        "tables stay",
        "<table><tr><th>Plant<th>Workers<tr><td>North<td>4,000<tr><td>South<td>900</table>",
        "Plant\tWorkers\nNorth\t4,000\nSouth\t900",
    ),
    Example("lists stay", "<ul><li>Sales: $5bn<li>Profit: $1.2bn</ul>", "Sales: $5bn\nProfit: $1.2bn"),
    Example(
        "captions that say something stay",
        "<figure><img src=x><figcaption>The plant in the north, which opened in 1998</figcaption></figure>",
        "The plant in the north, which opened in 1998",
    ),
    Example("credits of pictures go", "<figure><img src=x><figcaption>Jane Doe/Agency</figcaption></figure>", ""),
    Example(
        "embedded posts stay",
        "<blockquote><p>We will hire 12,000.</p>— Ann (@ann) <a href='https://a.example/1'>May 9</a></blockquote>",
        "We will hire 12,000.\n— Ann (@ann) May 9",
    ),
    Example("links to another site stay", '<p><a href="https://shop.example/7">Buy it for $39.99</a></p>', "Buy it for $39.99"),
    Example("links to another part of the paper go", '<p><a href="https://sport.paper.example/7">Cup: 3 fans hurt</a></p>', ""),
    Example("links to another article go", '<p><a href="/news/7">Profits fall 9% at rival</a></p>', ""),
    Example("boxes of related articles go", '<div class="related-posts"><p>Rival cuts 900 jobs.</p></div>', ""),
    Example("boxes of newsletters go", '<div class="newsletter-signup"><p>Our 5 best stories, every day.</p></div>', ""),
    Example("lines of newsletters go", "<p>Sign up for our daily newsletter.</p>", ""),
    Example("read more goes", '<p>Read more: <a href="/8">9 charts</a></p>', ""),
    Example("asides go", '<aside class="bio"><p>Jane Doe has covered steel for 9 years.</p></aside>', ""),
    Example("hidden offers go", '<div class="paywall" hidden><p>Subscribe for $1 a week.</p></div>', ""),
    Example(
        "offers in the place of a paragraph go", "<p>Unlock the full article with a digital subscription from $1 a week.</p>", ""
    ),
    Example(
        "short lines that are said twice stay twice",
        "<p>It did not rain.</p><p>It did not rain.</p>",
        "It did not rain.\nIt did not rain.",
    ),
)
