"""TimeML: the article's text with its times marked, for the tools of the field. Source: TimeML 1.2.1, ISO 24617-1."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from factex.records import TEMPORAL_KINDS, Evidence, Fact, Modifier

if TYPE_CHECKING:
    from datetime import date

    from factex.extraction import Extraction

_ROOT = (
    '<TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    ' xsi:noNamespaceSchemaLocation="http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd">'
)


def dumps(extraction: Extraction) -> str:
    """The TimeML document. The creation time is t0; the others are t1, t2, ... in text order.

    Characters that XML 1.0 does not allow become spaces, so that offsets stay.
    """
    article = extraction.article
    parts, place, count = [], 0, 0
    for fact, evidence in zip(extraction.facts, extraction.evidence or ((),) * len(extraction.facts), strict=True):
        if fact.kind not in TEMPORAL_KINDS or fact.timex is None or fact.start < place:
            continue
        count += 1
        extra = _extra(fact, evidence, article.published)
        tag = _tag(f"t{count}", fact.kind.upper(), fact.timex, extra, fact.text)
        parts += [_text(article.text[place : fact.start]), tag]
        place = fact.end
    parts.append(_text(article.text[place:]))
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        _ROOT,
        f"<DOCID>{_text(article.url or article.title or 'article')}</DOCID>",
        f"<DCT>{_creation_time(extraction)}</DCT>",
        *([f"<TITLE>{_text(article.title)}</TITLE>"] if article.title else []),
        f"<TEXT>{''.join(parts)}</TEXT>",
        "</TimeML>",
    ]
    return "\n".join(lines) + "\n"


def _creation_time(extraction: Extraction) -> str:
    """The day of publication as the document creation time; empty where it is unknown, as TimeML allows."""
    published = extraction.article.published
    if published is None:
        return ""
    day = published.isoformat()[:10]
    return _tag("t0", "DATE", day, {"temporalFunction": "false", "functionInDocument": "CREATION_TIME"}, day)


def _extra(fact: Fact, evidence: tuple[Evidence, ...], published: date | None) -> dict[str, str]:
    """The attributes that not every TIMEX3 has: mod, quant, freq."""
    found = {} if fact.modifier is None else {"mod": _mod(fact, fact.modifier, published)}
    for each in evidence:
        if each.rule == "times.set" and each.note:
            found |= dict(part.split(" ", 1) for part in each.note.split(", "))
    return found


# More than a year ago is before that year, more than a year from now after it: bounds of a length turn into sides of a date.
_SIDES = {"more_than": "BEFORE", "less_than": "AFTER", "equal_or_more": "ON_OR_BEFORE", "equal_or_less": "ON_OR_AFTER"}
_OTHER_SIDE = {"BEFORE": "AFTER", "AFTER": "BEFORE", "ON_OR_BEFORE": "ON_OR_AFTER", "ON_OR_AFTER": "ON_OR_BEFORE"}


def _mod(fact: Fact, modifier: Modifier, published: date | None) -> str:
    """The modifier as TimeML has it: of lengths its own name, of dates and times the side on which they lie."""
    if fact.kind in ("duration", "set") or modifier not in _SIDES:
        return modifier.upper()
    ahead = (
        fact.timex == "FUTURE_REF"
        if fact.begin is None or published is None
        else f"{fact.begin:%Y-%m-%d}" > f"{published:%Y-%m-%d}"
    )
    return _OTHER_SIDE[_SIDES[modifier]] if ahead else _SIDES[modifier]


def _tag(tid: str, kind: str, value: str, extra: dict[str, str], text: str) -> str:
    """One TIMEX3 element."""
    attributes = {"tid": tid, "type": kind, "value": value, **extra}
    return f"<TIMEX3 {' '.join(f'{name}={quoteattr(value)}' for name, value in attributes.items())}>{_text(text)}</TIMEX3>"


def _text(text: str) -> str:
    """The text escaped, with a space for each character that XML does not allow."""
    allowed = (c if c >= " " or c in "\t\n\r" else " " for c in text)
    return escape("".join(" " if "\ud800" <= c <= "\udfff" or c in "\ufffe\uffff" else c for c in allowed))
