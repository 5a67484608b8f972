"""Sentences: where they are cut, which of them hold a mention, and how the models read them best."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from factex.data import table
from factex.grammar import familiar
from factex.records import Mention, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

LONGEST = 4_000
"""Sentences are cut at a space before this many characters: longer ones are lists, code or rubbish, and parse badly."""

# The end of a sentence: its mark, closing quotes and brackets, white space, and something that may open the next one.
_END = re.compile(r"""[.!?…]["'”’)\]]{0,3}[ \t]+(?=[^a-z\s,;:–—-])|\n+""")
_INITIALS = re.compile(r"(?:[A-Z]\.)*[A-Z]")
_LAST_WORD = re.compile(r"[\w.]*\w$")

# The models were trained on straight quotes: with a curly apostrophe they miss possessives.
_QUOTES = str.maketrans("‘’‚‛“”„‟", "''''\"\"\"\"")
# Codes of instruments in agency copy ("the Dow .DJI fell", "U.S. crude CLc1", "the euro EUR= rose"), which no model knows.
_CODES = re.compile(r"(?<= )(?:\.[A-Z]{2}[A-Z0-9]*|[A-Z][A-Z0-9]+=[A-Z]*|[A-Z]{2,3}c[1-9]|<[.A-Z0-9=]+>)(?![\w$])")
# "Acme (NYSE: ACM) fell", "Acme Bhd fell": nor do they know where a firm is listed, or a Malaysian or Indonesian one by its form.
_TICKER = re.compile(r"(?<=\w) \((?:[A-Z]{2,8}|Nasdaq): ?[A-Z][A-Z.]{0,10}\)")
_FORM = re.compile(r"\b(?:Bhd|Tbk)\b")
# "Grew 12% year on year", "1.9 percent m-o-m", "3% y/y": the parser takes the percent for a part of the year.
_ON_YEAR = re.compile(
    r"(?<=[%\w]) (?:(year|quarter|month|week)[ -](?:on|over|by)[ -]\1(?=[.,;:)]|$| (?:and|as|at|but|by|for|from|in|on|to|while)\b)"
    r"|(?:(?<=% )|(?<=cent ))(?:([mqwy])(?:/|-?o-?)\2)\b)",
    re.IGNORECASE,
)
# "Rose 27p to 1,340p", "a payout of 12c": what no model takes for a sum is shown as one of dollars; "1080p" is how sharp a
# picture is, "5c" a size or a model, and "70p in the pound" a share.
_PENCE = re.compile(
    r"(?<![\w.,$£€¥])(?!(?:480|720|1080|1440|2160)p)(?:(\d[\d,]*(?:\.\d+)?)p|(\d[\d,]*(?:\d|\.\d+))c)\b(?! in (?:every|the) )"
)
# After a number the Korean won is taken for a verb; the yen is not.
_WON = re.compile(r"(?<=illion )won\b|(?<=\d,\d{3} )won\b")
# "Asking prices" is no question that somebody asks, "5G" no five grams, "11 am" no form of "be", no sentence ends in "Rs. 5"
# or "Sgt. Lund", and "Price = $5" says what "Price: $5" does.
_ALIKE = (
    (re.compile(r"\b([Aa])sking(?= prices?\b)"), lambda found: "Retail" if found[1] == "A" else "retail"),
    (re.compile(r"\b([2-6])G\b"), lambda found: f"G{found[1]}"),
    (re.compile(r"\b([Rr])eal-terms\b"), lambda found: f"{found[1]}eal-world"),
    (re.compile(r"(?<=\d )am\b"), lambda _: "pm"),
    (re.compile(r"\b(Rs|K[Ss]h)\.(?= ?\d)"), lambda found: f"{found[1]} "),
    (re.compile(r"(?<=[a-z ])=(?=[ $£€\d])"), lambda _: ":"),
    (re.compile(r"\b(?:Col|Cpl|Det|Maj|Sgt)\.(?= [A-Z])"), lambda _: "Gen."),
)
# "NEW YORK, Nov 5 (Reuters) - ", "LIMA, Peru — ", "MUMBAI: ", "(dpa-AFX) - ", "Sagar (MP), Jul 16 (PTI) ", "LUND--(BUSINESS
# WIRE)--": where the story was written and who sent it is no part of its first sentence. Nor is the mark of a list.
_DASH, _DAY = r"\.? ?(?:-|–|—|--)", r", [A-Z][a-z]{2,8}\.? \d{1,2}(?:, (?:19|20)\d\d)?"
_AGENCY = r"(?:\([A-Za-z][\w.&/ -]{1,30}\)|/[A-Z][A-Za-z.-]{3,20}/)"
_REGION = r"(?:, [A-Z][A-Za-z.]*(?: [A-Z][a-z]+){0,2}| \([A-Z]{2,3}\))?"
_PLACE = rf"[A-Z][A-Z.' -]{{3,30}}{_REGION}(?:{_DAY})?(?:(?:,? | ?-- ?){_AGENCY})?"
_DATED = rf"[A-Z][A-Za-z.' -]{{2,40}}{_REGION}{_DAY}"
_DATELINE = re.compile(
    rf"(?:(?:{_PLACE}|(?:[A-Z][a-z]{{2,8}}\.? \d{{1,2}} )?{_AGENCY}|{_DATED}(?: {_AGENCY})?){_DASH}"
    rf"|{_PLACE}:|{_DATED}(?: {_AGENCY}:?|:)(?= [^a-z])|[•‣◦▪●·]) |{_AGENCY} -(?=[A-Z])"
)


@cache
def _abbreviations(*, before_number: bool) -> frozenset[str]:
    words = table("abbreviations")
    return frozenset(words["words"] + (words["before_numbers"] if before_number else []))


@cache
def _rate() -> re.Pattern[str]:
    """What a sum of money is per, behind a slash: the parser takes the month of "$20/month" for what costs $20."""
    rates = table("rates")
    units = "|".join(map(re.escape, sorted([*rates["units"]["words"], *rates["short"]], key=len, reverse=True)))
    return re.compile(rf"(?P<sum>[$€£¥₹]\d[\d.,]*(?: [bmt]r?illion)?|\d ?[$€£¥₹])(?P<rate>/(?:{units}))\b", re.IGNORECASE)


@cache
def _takes_up() -> re.Pattern[str]:
    """A sentence that takes up the one before, as it opens or ends: "It forecasts 3%", "The bank paid", "Costs rose, she said"."""
    roles = "|".join(word for part in ("ORG", "PERSON", "GPE") for word in table("roles")[part])
    return re.compile(
        r"""["“‘'(]?(?:(?:And|But|So|Yet|Still|However|Instead|Later|Meanwhile)[, ] ?)?"""
        rf"""(?:(?:He|She|It|They|His|Her|Its|Their|he|she|it|they)\b|[Tt]he (?:[A-Z][\w-]+ ){{0,2}}(?:{roles})\b)"""
        r"""|[^\n]*[,!?.]["”’']* (?:he|she|it|they) (?:also |later |then )?(?:said|says|told|added|wrote|warned)\b"""
    )


def split(text: str, mentions: Sequence[Mention] = ()) -> list[tuple[int, int]]:
    """The sentences of *text* as spans without surrounding white space. No cut falls inside one of *mentions*."""
    inside = iter(mentions)
    mention = next(inside, None)
    spans: list[tuple[int, int]] = []
    begin = 0
    for cut in [*(m.span() for m in _END.finditer(text)), (len(text), len(text))]:
        place = cut[0] + 1
        while mention is not None and mention.end < place:
            mention = next(inside, None)
        if text[cut[0] : cut[0] + 1] not in ("\n", ""):
            if mention is not None and mention.start < cut[1] < mention.end:
                continue
            if text[cut[0]] == "." and _is_abbreviation(text, begin, *cut):
                continue
        if (dateline := _dateline(text, begin)) is not None and dateline < cut[0]:
            spans.append((begin, dateline - 1))
            begin = dateline
        spans.extend(_pieces(text, begin, cut[1], mentions))
        begin = cut[1]
    return spans


def _dateline(text: str, begin: int) -> int | None:
    """The end of the dateline that a paragraph opens with at *begin*."""
    match = _DATELINE.match(text, begin) if begin == 0 or text[begin - 1] == "\n" else None
    return None if match is None else match.end()


def _is_abbreviation(text: str, begin: int, stop: int, following: int) -> bool:
    """Whether the full stop at *stop* belongs to the word before it: Sen., U.S., Inc., p.m., No. 10, an initial."""
    word = _LAST_WORD.search(text, max(begin, stop - 20), stop)
    return word is not None and (
        word[0].lower() in _abbreviations(before_number=text[following : following + 1].isdecimal())
        or _INITIALS.fullmatch(word[0]) is not None
    )


def _pieces(text: str, begin: int, end: int, mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """The stretch without white space at its ends, in pieces of at most LONGEST characters."""
    while begin < end:
        stop = end
        if end - begin > LONGEST:
            stop = text.rfind(" ", begin + LONGEST // 2, begin + LONGEST) + 1 or begin + LONGEST
            before = bisect_left(mentions, stop, key=lambda mention: mention.start) - 1
            if before >= 0 and begin < mentions[before].start < stop < mentions[before].end:
                stop = mentions[before].start
        piece = text[begin:stop]
        left = len(piece) - len(piece.lstrip())
        right = len(piece.rstrip())
        if right:
            yield (begin + left, begin + right)
        begin = stop


def select(text: str, mentions: Sequence[Mention]) -> list[tuple[int, int, tuple[Mention, ...]]]:
    """The sentences of *text* that hold one of *mentions*, each with those it holds, and those that such a one takes up."""
    chosen: list[tuple[int, int, tuple[Mention, ...]]] = []
    place, before = 0, (0, 0)
    for begin, end in split(text, mentions):
        held = []
        while place < len(mentions) and mentions[place].end <= end:
            if mentions[place].start >= begin:
                held.append(mentions[place])
            place += 1
        if held:
            known = chosen and chosen[-1][:2] == before
            if before[1] and not known and _takes_up().match(text, begin, end) is not None:
                chosen.append((*before, ()))
            chosen.append((begin, end, tuple(held)))
        before = (begin, end)
    return chosen


def legible(text: str) -> str:
    """The text as the models read it best, character by character in the same places."""
    text = _ON_YEAR.sub(_blank, _WON.sub("yen", _CODES.sub(_blank, familiar(text).translate(_QUOTES))))
    text = _FORM.sub("Ltd", _TICKER.sub(_blank, _PENCE.sub(r"$\1\2", text)))
    for written, read in _ALIKE:
        text = written.sub(read, text)
    text = _rate().sub(lambda found: found["sum"] + " " * len(found["rate"]), text) if "/" in text else text
    dateline = _dateline(text + " ", 0)
    return text if dateline is None else " " * min(dateline, len(text)) + text[dateline:]


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def sentences(doc: Doc, mentions: Sequence[Mention]) -> list[Sentence]:
    """The sentences of a parsed Doc that hold one of *mentions*, and those that such a one takes up.

    One that runs over the edge of a mention joins them.
    """
    found: list[Sentence] = []
    place = 0
    before: Span | None = None
    text = doc.text
    for sent in doc.sents:
        held = []
        while place < len(mentions) and mentions[place].start < sent.end_char:
            held.append(mentions[place])
            place += 1
        if held:
            known = found and before is not None and found[-1].end >= before.end_char
            if before is not None and not known and _takes_up().match(text, sent.start_char, sent.end_char) is not None:
                found.append(Sentence(before.start_char, before.end_char, before, text))
            begin, end = min(sent.start_char, held[0].start), max(sent.end_char, held[-1].end)
            span = doc.char_span(begin, end, alignment_mode="expand") or sent
            found.append(Sentence(span.start_char, span.end_char, span, text, tuple(held)))
        before = sent
    return found
