"""A report: many articles and all their facts as one HTML file that needs nothing else.

Facts can be filtered and sorted, lead to their place in the text and back, and print well. A content security policy
lets the file run its own script and nothing else, and load nothing at all.
"""

from __future__ import annotations

import base64
import hashlib
import html
from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import cache
from importlib.resources import files
from os import PathLike
from pathlib import Path

from factex.extraction import Extraction
from factex.records import Fact
from factex.views import html as fragments
from factex.views import words
from factex.views.statements import statements

FILTER = """<form class="filter" hidden role="search" aria-label="filter the facts">
<label>kind <select name="kind"><option value="">all</option>{kinds}</select></label>
<label>whose <input name="subject" type="search" autocomplete="off"></label>
<label>what <input name="measure" type="search" autocomplete="off"></label>
<button type="reset">clear</button><output aria-live="polite"></output></form>"""


COLUMNS = tuple(zip(("title", "kind", "words", "value", *fragments.FRAME), ("article", *words.COLUMNS), strict=True))
"""The columns of the table of facts: class for the style sheet, and heading. The first is for reports of several articles."""


def write(extractions: Iterable[Extraction], path: str | PathLike[str] | None = None) -> str:
    """The report as HTML; written to *path* too if one is given."""
    text = page(list(extractions))
    if path is not None:
        Path(path).write_text(text, encoding="utf-8")
    return text


def page(extractions: list[Extraction]) -> str:
    """What the articles are and where they disagree, the table of all facts, then each article with its facts marked."""
    style, script = _file("style.css") + _file("report.css"), _file("report.js")
    policy = f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; base-uri 'none'; form-action 'none'"
    count = sum(len(extraction.facts) for extraction in extractions)
    said = f"{words.counted(count, 'fact')} in {words.counted(len(extractions), 'article')}"
    alone = html.escape(extractions[0].article.title or "") if len(extractions) == 1 else ""
    kinds = sorted({fact.kind for extraction in extractions for fact in extraction.facts})
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>{alone or said}</title>\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        f"<style>{style}</style></head>\n"
        f'<body class="factex"><main><h1>{alone or said}</h1>\n'
        f"{f'<p>{said}</p>' if alone else ''}{_contents(extractions)}\n{_shared(extractions)}\n"
        f"{FILTER.format(kinds=''.join(f'<option>{html.escape(kind)}</option>' for kind in kinds))}\n"
        f"{_facts(extractions)}\n"
        + "\n".join(_article(number, extraction) for number, extraction in enumerate(extractions))
        + f"\n</main><script>{script}</script></body></html>\n"
    )


def _contents(extractions: Sequence[Extraction]) -> str:
    """The articles, each leading to its text; nothing for a single one."""
    if len(extractions) < 2:
        return ""
    failed = sum(extraction.error is not None for extraction in extractions)
    said = f"{words.counted(len(extractions), 'article')}{f', {failed:,} of them could not be read' if failed else ''}"
    titles = (f'<a href="#a{k}">{html.escape(_title(k, extraction))}</a>' for k, extraction in enumerate(extractions))
    listed = fragments.region("some", "articles", fragments.documents(extractions, titles))
    return f'<details id="contents"><summary>{said}</summary>{listed}</details>'


def _shared(extractions: Sequence[Extraction]) -> str:
    """What several articles state, those that disagree first; nothing where none do."""
    shared = sorted((each for each in statements(extractions) if len(each.documents) > 1), key=lambda each: each.agree)
    if not shared:
        return ""
    rows = (
        f'\n<tr><td class="{"agree" if each.agree else "disagree"}">{"agree" if each.agree else "≠ disagree"}</td>'
        f"<td>{html.escape(each.subject)}</td><td>{html.escape(each.measure or '')}</td><td>{html.escape(each.when or '')}</td>"
        f"<td>{''.join(_said(extractions, number, fact) for number, fact in each.facts)}</td></tr>"
        for each in shared
    )
    disagree = sum(not each.agree for each in shared)
    said = f"{words.counted(len(shared), 'statement')} by several articles, {disagree:,} on which they disagree"
    told = fragments.grid(("articles", "whose", "what", "when", "what each says"), rows, ' id="shared"')
    told = fragments.region("some", "statements by several articles", told)
    return f"<details{' open' if disagree else ''}><summary>{said}</summary>{told}</details>"


def _said(extractions: Sequence[Extraction], number: int, fact: Fact) -> str:
    """The value in the words of one article, leading to its mark."""
    index = extractions[number].facts.index(fact)
    title = html.escape(_title(number, extractions[number]))
    return f'<p><a href="#a{number}-{index}">{html.escape(words.value(fact))}</a> <small>{title}</small></p>'


def _facts(extractions: Sequence[Extraction]) -> str:
    many = len(extractions) > 1
    head = "".join(f'<th scope="col" class="{name}">{column}</th>' for name, column in COLUMNS[0 if many else 1 :])
    rows = "\n".join(
        _row(number, index, fact, _title(number, extraction) if many else None)
        for number, extraction in enumerate(extractions)
        for index, fact in enumerate(extraction.facts)
    )
    return (
        '<div class="facts"><table id="facts" aria-label="facts">'
        f"<thead><tr>{head}</tr></thead><tbody>\n{rows}\n</tbody></table></div>"
    )


def _row(number: int, index: int, fact: Fact, title: str | None) -> str:
    kind, text, value, *rest = (html.escape(cell) for cell in words.row(fact))
    subject, measure = (html.escape((said or "").lower()) for said in (fact.subject, fact.measure))
    article = f'<td class="title"><a href="#a{number}">{html.escape(title)}</a></td>' if title is not None else ""
    amount = _amount(fact)
    size = f' data-number="{amount:f}"' if amount is not None else ""
    return (
        f'<tr id="a{number}-{index}-row" data-kind="{kind}" data-subject="{subject}" data-measure="{measure}">'
        f'{article}<td><mark class="{kind}">{kind}</mark></td>'
        f'<td><a href="#a{number}-{index}">{text}</a></td><td class="value"{size}>{value}</td>{fragments.frame_cells(rest)}</tr>'
    )


def _amount(fact: Fact) -> Decimal | None:
    """What a number is sorted by: its amount, or else a bound."""
    return next((number for number in (fact.amount, fact.low, fact.high) if number is not None), None)


def _article(number: int, extraction: Extraction) -> str:
    if extraction.error is not None:
        return f'<section id="a{number}">{fragments.section(extraction)}</section>'
    text = fragments.marked(extraction.article, extraction.facts, f"a{number}", back=True)
    heading = fragments.heading(extraction.article)
    return f'<section id="a{number}">{heading}{fragments.legend(extraction.facts)}<div class="text">{text}</div></section>'


def _title(number: int, extraction: Extraction) -> str:
    article = extraction.article
    return article.title or article.url or f"article {number + 1} {words.moment(article.published)}".rstrip()


@cache
def _file(name: str) -> str:
    return (files(__package__) / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    """What a content security policy calls an inline script or style by."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
