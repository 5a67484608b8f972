"""A report: many articles and all their facts as one HTML file that needs nothing else.

Facts can be filtered and sorted, lead to their place in the text and back, and print well. A content security policy
lets the file run its own script and nothing else, and load nothing at all.
"""

from __future__ import annotations

import base64
import hashlib
import html
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files
from os import PathLike
from pathlib import Path

from factex.extraction import Extraction
from factex.records import Fact
from factex.views import html as fragments
from factex.views import table, words
from factex.views.statements import statements

FILTER = """<form class="filter" hidden aria-label="filter">
<label>kind <select name="kind"><option value="">all</option>{kinds}</select></label>
<label>whose <input name="subject" type="search"></label>
<label>what <input name="measure" type="search"></label>
<output aria-live="polite"></output></form>"""


def write(extractions: Iterable[Extraction], path: str | PathLike[str] | None = None) -> str:
    """The report as HTML; written to *path* too if one is given."""
    text = page(list(extractions))
    if path is not None:
        Path(path).write_text(text, encoding="utf-8")
    return text


def page(extractions: list[Extraction]) -> str:
    """The table of all facts, then each article with its facts marked."""
    style, script = _file("style.css") + _file("report.css"), _file("report.js")
    policy = f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; base-uri 'none'; form-action 'none'"
    count = sum(len(extraction.facts) for extraction in extractions)
    title = f"{count:,} facts in {len(extractions):,} article{'' if len(extractions) == 1 else 's'}"
    kinds = sorted({fact.kind for extraction in extractions for fact in extraction.facts})
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>{title}</title>\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        f"<style>{style}</style></head>\n"
        f'<body class="factex"><main><h1>{title}</h1>\n'
        f"{FILTER.format(kinds=''.join(f'<option>{html.escape(kind)}</option>' for kind in kinds))}\n"
        f"{_facts(extractions)}\n{_shared(extractions)}\n"
        + "\n".join(_article(number, extraction) for number, extraction in enumerate(extractions))
        + f"\n</main><script>{script}</script></body></html>\n"
    )


def _shared(extractions: Sequence[Extraction]) -> str:
    """What several articles state, those that disagree first; nothing where none do."""
    shared = sorted((each for each in statements(extractions) if len(each.documents) > 1), key=lambda each: each.agree)
    if not shared:
        return ""
    rows = "\n".join(
        f'<tr><td class="{"agree" if each.agree else "disagree"}">{"agree" if each.agree else "≠ disagree"}</td>'
        f"<td>{html.escape(each.subject)}</td><td>{html.escape(each.measure or '')}</td><td>{html.escape(each.when or '')}</td>"
        f"<td>{''.join(_said(extractions, number, fact) for number, fact in each.facts)}</td></tr>"
        for each in shared
    )
    head = "".join(f'<th scope="col">{column}</th>' for column in ("articles", "whose", "what", "when", "what each says"))
    return f'<h2>Stated by several articles</h2><table id="shared"><thead><tr>{head}</tr></thead><tbody>\n{rows}\n</tbody></table>'


def _said(extractions: Sequence[Extraction], number: int, fact: Fact) -> str:
    """The value in the words of one article, leading to its mark."""
    index = extractions[number].facts.index(fact)
    title = html.escape(_title(number, extractions[number]))
    return f'<p><a href="#a{number}-{index}">{html.escape(words.value(fact))}</a> <small>{title}</small></p>'


def _facts(extractions: Iterable[Extraction]) -> str:
    head = "".join(f'<th scope="col">{column}</th>' for column in ("article", *table.COLUMNS))
    rows = "\n".join(
        _row(number, index, extraction, fact)
        for number, extraction in enumerate(extractions)
        for index, fact in enumerate(extraction.facts)
    )
    return f'<div class="facts"><table id="facts"><thead><tr>{head}</tr></thead><tbody>\n{rows}\n</tbody></table></div>'


def _row(number: int, index: int, extraction: Extraction, fact: Fact) -> str:
    kind, text, value, *rest = (html.escape(cell) for cell in table.row(fact))
    subject, measure = (html.escape((said or "").lower()) for said in (fact.subject, fact.measure))
    title = html.escape(_title(number, extraction))
    cells = fragments.frame_cells(rest)
    return (
        f'<tr id="a{number}-{index}-row" data-kind="{kind}" data-subject="{subject}" data-measure="{measure}">'
        f'<td><a href="#a{number}">{title}</a></td><td><mark class="{kind}">{kind}</mark></td>'
        f'<td><a href="#a{number}-{index}">{text}</a></td><td class="value" data-sort="{_order(fact)}">{value}</td>{cells}</tr>'
    )


def _order(fact: Fact) -> str:
    """What a fact is sorted by in the column of values: the amount or its lower bound; a time's TIMEX3 value."""
    number = next((number for number in (fact.amount, fact.low, fact.high) if number is not None), None)
    return html.escape(fact.timex or "") if number is None else format(number, "f")


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
