"""Select: which lines of a full page are its article.

trafilatura, in its precision mode, says so; it is asked for nothing else, since it loses numbers and paragraph ends that
the walk keeps. Its text is found again among the lines of the walk, and gaps in it are filled where the page's own
structure says that a line belongs to the text around it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise

from factex.cleaning.walk import Walk
from factex.cleaning.writer import Writer

_NO_WORD = re.compile(r"[\W_]+")
LONG = 40
"""Letters and digits from which on a line is told by its words alone; shorter ones must stand where they are expected."""


def _key(text: str) -> str:
    """The letters and digits of *text*: what two cleanings of one page agree on."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    return _NO_WORD.sub("", text)


def _extracted(markup: str) -> list[str]:
    """The blocks of the article as trafilatura sees them."""
    from trafilatura import bare_extraction
    from trafilatura.settings import Document

    document = bare_extraction(
        markup, favor_precision=True, include_comments=False, include_tables=True, with_metadata=False, fast=False
    )
    if not isinstance(document, Document) or document.body is None:
        return []
    return [" ".join(block.itertext()) for block in document.body]


def article(walked: Walk) -> Writer | None:
    """The article of a walked page; all of it where the markup is a fragment, None where a page shows no article."""
    if not walked.layout.is_page:
        return walked
    text = walked.text
    chosen = select(text.split("\n"), walked.markup)
    if not any(chosen):
        return None if walked.length else walked
    written = Writer()
    starts = [*walked.layout.line_starts, len(text) + 1]
    for (start, stop), wanted in zip(pairwise(starts), chosen, strict=True):
        if wanted:
            written.copy(walked, start, stop - 1)
    return written


def select(lines: Sequence[str], markup: str) -> list[bool]:
    """For each line of a page, whether it belongs to the article."""
    blocks = [key for block in _extracted(markup) if (key := _key(block))]
    if not blocks:
        return []
    whole, known = "\n".join(blocks), set(blocks)
    place = 0
    chosen = []
    for line in lines:
        key = _key(line)
        found = whole.find(key, place) if key else -1
        if found >= 0 and len(key) < LONG and found > place + LONG and key not in known:
            found = -1
        if found < 0 and len(key) >= LONG:
            found = whole.find(key)
            if found < 0:
                windows = [key[i : i + LONG // 2] for i in range(0, len(key) - LONG // 2 + 1, LONG // 2)]
                hits = [w for w in windows if w in whole]
                if len(hits) * 2 > len(windows):
                    chosen.append(True)
                    continue
        if found >= 0:
            place = found + len(key)
        chosen.append(found >= 0)
    return chosen
