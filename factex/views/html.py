"""Extractions as HTML: the article with its facts marked, then the facts as a table.

All of it works without scripts, in light and dark themes, by mouse and by keyboard. Every word that comes from an
article or its source passes through `html.escape`, and a link is only made of an http address.
"""

from __future__ import annotations

import html
import re
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from hashlib import blake2b
from importlib.resources import files

from factex.extraction import Extraction
from factex.records import Article, Fact
from factex.views import words

Numbered = tuple[int, Fact]

FRAME = ("about", "moved", "when", "source")
"""The classes of the cells that say whose and what, how it moved, when, and who says so."""
SHOWN = 100
"""Articles of a corpus that a notebook lists."""


@cache
def style() -> str:
    """The style sheet, in a style element."""
    return f"<style>{(files(__package__) / 'style.css').read_text(encoding='utf-8')}</style>"


def extraction(extraction: Extraction) -> str:
    """A fragment for a notebook: heading, marked text, table."""
    return fragment(section(extraction))


def fragment(markup: str) -> str:
    """What a notebook shows: *markup* with its style sheet."""
    return f'<div class="factex">{style()}{markup}</div>'


def region(name: str, label: str, markup: str) -> str:
    """A part that scrolls, by mouse and by keyboard."""
    return f'<div class="{name}" tabindex="0" role="region" aria-label="{label}">{markup}</div>'


def section(extraction: Extraction) -> str:
    """The same without the style sheet, which a page needs only once."""
    if extraction.error is not None:
        return f'<section>{heading(extraction.article)}<p class="error" role="alert">{html.escape(extraction.error)}</p></section>'
    key = _key(extraction.article)
    text = marked(extraction.article, extraction.facts, key)
    shown = (heading(extraction.article), legend(extraction.facts), region("text", "article", text), facts(extraction.facts, key))
    return f"<section>{''.join(shown)}</section>"


def corpus(extractions: Sequence[Extraction]) -> str:
    """A fragment for a notebook: one row an article, with what was found in it; at most SHOWN articles."""
    shown = extractions[:SHOWN]
    more = f"<p>and {len(extractions) - SHOWN:,} more</p>" if len(extractions) > SHOWN else ""
    facts = [fact for extraction in extractions for fact in extraction.facts]
    said = f"{words.counted(len(facts), 'fact')} in {words.counted(len(extractions), 'article')}"
    titles = (html.escape(extraction.article.title or extraction.article.url or "") for extraction in shown)
    return fragment(f"<h3>{said}</h3>{legend(facts)}{region('facts', 'articles', documents(shown, titles))}{more}")


def documents(extractions: Sequence[Extraction], titles: Iterable[str]) -> str:
    """A table with one row an article; *titles* are markup. Only where one failed there is a column for errors."""
    failed = any(extraction.error is not None for extraction in extractions)
    rows = (_document(extraction, title, failed=failed) for extraction, title in zip(extractions, titles, strict=True))
    return grid(("published", "article", "site", "facts", *(["error"] if failed else [])), rows)


def grid(columns: Iterable[str], rows: Iterable[str], attributes: str = "") -> str:
    """A table with heads of *columns*; *rows* are markup."""
    head = "".join(f'<th scope="col">{column}</th>' for column in columns)
    return f"<table{attributes}><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"


def _document(extraction: Extraction, title: str, *, failed: bool) -> str:
    article = extraction.article
    error = f"<td>{html.escape(extraction.error or '')}</td>" if failed else ""
    return (
        f'<tr><td class="when">{words.moment(article.published)}</td><td>{title}</td>'
        f'<td>{html.escape(article.site or "")}</td><td class="number">{len(extraction):,}</td>{error}</tr>'
    )


def heading(article: Article) -> str:
    """The article's title, site, date and address."""
    about = [article.site, ", ".join(article.authors), words.moment(article.published)]
    said = [html.escape(part) for part in about if part]
    if article.url:
        said.append(_link(article.url))
    title = f"<h2>{html.escape(article.title)}</h2>" if article.title else ""
    return f'<header>{title}<p class="about">{" · ".join(said)}</p></header>'


def legend(facts: Iterable[Fact]) -> str:
    """Which mark stands for which kind, and how many facts there are of each."""
    counted = Counter(fact.kind for fact in facts)
    rows = (f'<li><mark class="{kind}">{kind}</mark> {count}</li>' for kind, count in counted.most_common())
    return f'<ul class="legend" aria-label="kinds of facts">{"".join(rows)}</ul>'


def marked(article: Article, facts: Sequence[Fact], key: str, *, back: bool = False) -> str:
    """The article's paragraphs with a mark around each fact; with *back*, a mark leads to its row in a table."""
    rest = deque(enumerate(facts))
    paragraphs, start = [], 0
    for line in article.text.split("\n"):
        end = start + len(line)
        held = []
        while rest and rest[0][1].end <= end:
            held.append(rest.popleft())
        paragraphs.append(f"<p>{''.join(_marks(article.text, start, end, held, key, back=back))}</p>")
        start = end + 1
    return "".join(paragraphs)


def _marks(text: str, start: int, end: int, facts: Iterable[Numbered], key: str, *, back: bool) -> Iterator[str]:
    """The stretch of text with a mark around each of the facts in it."""
    for number, fact in facts:
        if fact.start < start:  # a fact inside another one: the table still shows it
            continue
        yield html.escape(text[start : fact.start])
        kind, said, words = (html.escape(part) for part in (fact.kind, _said(fact), fact.text))
        reach = "" if back else ' tabindex="0"'
        words = f'<a href="#{key}-{number}-row">{words}</a>' if back else words
        yield f'<mark class="{kind}" id="{key}-{number}"{reach} aria-description="{said}">{words}</mark>'
        start = fact.end
    yield html.escape(text[start:end])


def _said(fact: Fact) -> str:
    """The record in a few lines, for the box that a mark shows."""
    said = {
        fact.kind: words.value(fact),
        "about": words.about(fact),
        "moved": words.move(fact),
        "when": fact.when,
        "begin": fact.begin,
        "finish": fact.finish,
        "says": words.source(fact),
        "rule": fact.rule,
    }
    return "\n".join(f"{name}: {value}" for name, value in said.items() if value)


def facts(facts: Sequence[Fact], key: str | None = None) -> str:
    """The table of facts; the words of each lead to their mark in the text, if there is one."""
    rows = (_row(number, fact, key) for number, fact in enumerate(facts))
    return region("facts", "facts", grid(words.COLUMNS, rows))


def _row(number: int, fact: Fact, key: str | None) -> str:
    kind, text, value, *rest = (html.escape(cell) for cell in words.row(fact))
    text = f'<a href="#{key}-{number}">{text}</a>' if key else text
    cells = frame_cells(rest)
    return f'<tr><td><mark class="{kind}">{kind}</mark></td><td>{text}</td><td class="value">{value}</td>{cells}</tr>'


def frame_cells(cells: Iterable[str]) -> str:
    """The cells that say whose and what, how it moved, when, and who says so; each with its class for the style sheet."""
    return "".join(f'<td class="{name}">{cell}</td>' for name, cell in zip(FRAME, cells, strict=True))


def article(article: Article) -> str:
    """A fragment for a notebook: heading and text."""
    return fragment(f'{heading(article)}<div class="text">{marked(article, (), "")}</div>')


def fact(fact: Fact) -> str:
    """A fragment for a notebook: the sentence with the fact marked, and its record."""
    # Not the "5" of "15 of the 5": the words, where they stand as words.
    found = re.search(rf"(?<![\w.,]){re.escape(fact.text)}(?!\w)", fact.sentence)
    start = found.start() if found else max(fact.sentence.find(fact.text), 0)
    before, after = fact.sentence[:start], fact.sentence[start + len(fact.text) :]
    sentence = f'{html.escape(before)}<mark class="{html.escape(fact.kind)}">{html.escape(fact.text)}</mark>{html.escape(after)}'
    return fragment(f"<p>{sentence}</p>{facts([fact])}")


def _key(article: Article) -> str:
    """A prefix for the ids of an article's marks: the same for the same text, so that output does not change without reason."""
    return "fx" + blake2b(article.text.encode("utf-8", "surrogatepass"), digest_size=5).hexdigest()


def _link(url: str) -> str:
    """A link to an http address; other addresses (javascript:, data:) are shown and lead nowhere."""
    shown = html.escape(url)
    return f'<a href="{shown}" rel="noopener noreferrer">{shown}</a>' if url.startswith(("http://", "https://")) else shown
