"""Characters: what an entity stands for, what is invisible, how raised and lowered characters are written."""

from __future__ import annotations

import html
import re
from functools import lru_cache

INVISIBLE = r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
"""As a regular expression, the characters that have no shape: controls, soft hyphens, zero-width and direction marks."""

NOTE = r"(?<=[\w.,;:!?%\"”'’)])\[\d{1,3}\](?![\w(])"
"""As a regular expression, the mark of a footnote that runs into what stands before it: 12,000[4] people."""

KEPT_SPACES = frozenset("\u00a0\u2007\u2009\u202f")
"""No-break, figure, thin and narrow space: between two digits they group the digits of one number."""

SUPERSCRIPT = str.maketrans("0123456789+-−=()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾")
SUPERSCRIPT_LETTERS = SUPERSCRIPT | str.maketrans("abcdefghijklmnoprstuvwxyz", "ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ")
SUBSCRIPT = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
ORDINALS = frozenset(("st", "nd", "rd", "th", "er", "re", "e", "ème", "º", "ª", "o", "a"))
"""What stands raised behind a number and belongs to it: 5th, 1er, 2º."""
RAISED_SIGNS = {"tm": "™", "sm": "℠"}
"""What is raised behind a name as a sign of its own."""


@lru_cache(1024)
def decoded(source: str) -> str:
    """*source* with its entities decoded, once: `&amp;lt;` is `&lt;`."""
    return html.unescape(source)


@lru_cache(1024)
def decoded_twice(source: str) -> str | None:
    """The character that *source*, encoded twice (`&amp;pound;`), stands for; None where that is none, or a part of a tag."""
    meant = html.unescape(html.unescape(source))
    return meant if len(meant) == 1 and meant not in "<>&\"'" else None


def visible(text: str) -> str:
    """*text* without soft hyphens, zero-width and control characters."""
    return re.sub(INVISIBLE, "", text)
