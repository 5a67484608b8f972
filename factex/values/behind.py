"""Times that lie behind by what stands before them, whatever the parser says of their verbs: reports, the level before."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factex.data import table

if TYPE_CHECKING:
    from spacy.tokens import Span, Token


def report(span: Span) -> Token | None:
    """The verb of saying before a time with what is said right after it, whatever the parser says: "said on Monday it would"."""
    tokens, first = span.doc, span.start
    if first > 1 and tokens[first - 1].lower_ in ("in", "on"):
        first -= 1
    verb = tokens[first - 1] if first else span.root
    if verb.dep_ in ("dative", "dobj") and first < span.start:
        verb = verb.head  # told staff on Monday it would sell
    after = tokens[span.end] if span.end < len(tokens) else span.root
    # In the present only with its "that": "the bank announces Monday that it is to close".
    told = verb.tag_ == "VBD" or (verb.tag_ == "VBZ" and after.lower_ == "that")
    opens = after.pos_ in ("DET", "NOUN", "PRON", "PROPN", "SCONJ")
    return verb if told and opens and verb.lemma_.lower() in table("cues")["sources"]["CT+"] else None


def level_before(span: Span) -> Token | None:
    """The "from" of the level that was there before, which what is told of comes after: "to 3% in July from 4% in May".

    So it is behind a level that is "up from 4 million in May".
    """
    if span.start == 0 or span.doc[span.start - 1].lower_ != "in":
        return None
    start = span.start_char
    level = _LEVEL_BEFORE.search(span.doc.text, max(0, start - _REACH), start)
    link = None if level is None else span.doc.char_span(level.start("before"), level.end("before"))
    return None if link is None else link[0]


_REACH = 90
_LEVEL_BEFORE = re.compile(
    r"\b(?:(?:to|at) [^ ]*\d[^ ]*(?: [\w/()-]+,?){1,8}|up|down) (?P<before>from) (?:[a-z]+ ){0,2}[^ ]*\d[^ ]*(?: [a-z/]+){0,4} in $"
)
