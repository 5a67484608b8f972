"""Which currency a sign or a noun means: whose dollars, which won."""

from __future__ import annotations

import re
from collections import Counter
from datetime import datetime
from decimal import Decimal
from functools import cache, cached_property

from factex.data import currencies, table
from factex.records import Article, Evidence


@cache
def _country_words() -> re.Pattern[str]:
    """Names and adjectives of countries, longest first, so that South Korea is not Korea."""
    words = sorted(currencies.countries(), key=len, reverse=True)
    capitals = "".join({word[0] for word in words})
    return re.compile(rf"(?<!\w)(?=[{capitals}])(?:{'|'.join(map(re.escape, words))})(?!\w)")


_MARKED = re.compile(r"\bUS ?\$")
# The dollars of other countries with their letters, and what sets them beside bare ones: "A$5 million ($3.3 million)".
_LETTERED = re.compile(r"\b(?!US\b)[A-Z]{1,3}\$")
_CONVERTED = re.compile(r"\b[A-Z]{1,3}\$[\d.,]+(?: [a-z]+|[a-z]{1,3})? ?\((?:about |around |roughly )?\$")
# Sums of euros or rand, which make cents hundredths of one where no dollars stand beside them; "the euro fell two cents" has none.
_SCALED = r"(?<![\d.,])\d[\d.,]*(?: ?(?:bn|m|million|billion))?[ -]"
_SUMS = re.compile(
    rf"(?P<EUR>€ ?\d|\bEUR ?\d|{_SCALED}euros?\b)"
    rf"|(?P<ZAR>(?-i:(?<!\w)R) ?\d[\d ]*(?:[.,]\d|bn\b|m\b| [bm]illion)|\bZAR ?\d|{_SCALED}rands?\b)",
    re.IGNORECASE,
)
_DOLLARS = re.compile(r"\$|\bUSD\b|\bdollars?\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?]\s|\n")


@cache
def _currency_words() -> re.Pattern[str]:
    """The names of currencies in words."""
    words = sorted((form for form in currencies.forms().keys() - _CENTS if len(form) > 2), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)


class Currencies:
    """Resolves the currencies of one article."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self._places: dict[tuple[str, ...], dict[str, list[tuple[int, int]]]] = {}

    @cached_property
    def _countries(self) -> list[tuple[str, int, int]]:
        """The countries that the article names: ISO 3166 code, start and end."""
        names = currencies.countries()
        return [(names[m[0]], m.start(), m.end()) for m in _country_words().finditer(self.article.text)]

    @cached_property
    def _is_marked(self) -> bool:
        """Whether the article marks the dollars of the United States, so that others in it are not."""
        return _MARKED.search(self.article.text) is not None

    def resolve(self, written: str, place: int) -> tuple[str | None, Evidence]:
        """The ISO 4217 code that *written* means at offset *place* of the article, and why.

        A marked sign, a code or an adjective says it itself. Else the countries that the article names decide, most
        often named, and among equals that of the sentence or the one named before; a bare dollar is the publisher's before
        that, and another country's only where the article marks those of the United States ("US$") or its own ("A$"). Cents beside
        euros are theirs. None where
        nothing decides: "kroner" in an article that names neither Norway nor Denmark, or both as often.
        """
        found = currencies.meaning(written)
        if found is None:
            return None, Evidence("unit", "currency.unknown", note=f"no currency is written {written!r}")
        if found.noun is None or len(found.codes) == 1:
            return found.codes[0], Evidence("unit", "currency.as_written", note=f"{written!r} is {found.codes[0]}")
        default = table("currencies")["defaults"].get(found.noun)
        publisher, beside = self._of(self.article.country, found.codes), None
        if written.lower() in _CENTS:
            beside = self._beside_cents(place, publisher)
            dollars = _DOLLARS.search(self.article.text, *self._sentence(place))
            publisher = publisher or (None if dollars else self._of(self.article.country, tuple(_SUMS.groupindex)))
        own = publisher is not None and found.noun == "dollar"
        named = beside or (None if own else self._evidence(found, written, place))
        if named is not None:
            code, start, end = named
            return code, Evidence("unit", "currency.article", start, end, note=f"the article names {self.article.text[start:end]}")
        if publisher is not None:
            return publisher, Evidence("unit", "currency.publisher", note=f"published in {self.article.country}")
        open_ = f"could be any of {', '.join(found.codes)}"
        note = open_ if default is None else f"{found.noun} is {default} unless the article says otherwise"
        return default, Evidence("unit", "currency.default", note=note)

    def _evidence(self, found: currencies.Currency, written: str, place: int) -> tuple[str, int, int] | None:
        """The code of the country that the article talks of, with the words that name it."""
        if written == "£":
            return None
        if found.noun != "dollar":
            return self._named(found.codes, place)
        if not self._is_marked:
            return self._lettered
        others = tuple(code for code in found.codes if code != "USD")
        return self._named(others, place)

    def _beside_cents(self, place: int, publisher: str | None) -> tuple[str, int, int] | None:
        """A sum of euros or rand in the sentence of *place*; in the article if neither this nor its publisher talks of dollars."""
        near = _sum_without_dollars(self.article.text, *self._sentence(place))
        return near or (self._without_dollars if publisher is None else None)

    @cached_property
    def _without_dollars(self) -> tuple[str, int, int] | None:
        """A sum of euros or rand in an article without dollars."""
        return _sum_without_dollars(self.article.text, 0, len(self.article.text))

    def _sentence(self, place: int) -> tuple[int, int]:
        """Where the sentence of an offset begins and ends."""
        text = self.article.text
        ends = [match.end() for match in _SENTENCE_END.finditer(text, max(0, place - _FAR), place)]
        end = _SENTENCE_END.search(text, place)
        return (ends[-1] if ends else max(0, place - _FAR)), (len(text) if end is None else end.start())

    @cached_property
    def _lettered(self) -> tuple[str, int, int] | None:
        """The one dollar that the article writes with its letter, "A$", in a story of that country and not of the United States."""
        text = self.article.text
        marks = {match[0]: match.span() for match in _LETTERED.finditer(text)}
        countries = Counter(country for country, *_ in self._countries)
        if len(marks) != 1 or _CONVERTED.search(text) is not None or "US" in countries:
            return None
        mark, span = marks.popitem()
        if mark in _BESIDE_OURS:
            return None
        meant = currencies.meaning(mark)
        if meant is None or len(meant.codes) != 1:
            return None
        foremost = countries.most_common(1)
        told = not foremost or self._of(foremost[0][0], meant.codes) is not None
        return (meant.codes[0], *span) if told else None

    def quoted(self, start: int, end: int, rate: Decimal | None = None) -> tuple[str | None, Evidence]:
        """The currency in which an exchange *rate* at offset *end* is told: "sterling at 1.28 against the dollar" is 1.28 dollars.

        Of the last currency that its sentence names before and the one behind it, or that which it is told against before, it is
        that of which markets tell how many buy one of the other; between the euro and the pound, Britons tell it the other way
        about. The dollar counts only where no other is named before.
        """
        text, words = self.article.text, _currency_words()
        before = [(m[0], *m.span()) for m in words.finditer(text, start, end)]
        against = [name for name in before if _OTHER.search(text, start, name[1]) is not None]
        told = [name for name in before if name not in against]
        other = words.search(text, end, self._sentence(end)[1])
        if against and _AT_RATE.fullmatch(text, against[-1][2], end) is not None:  # "rose against the dollar to 1.28"
            other, before = words.match(text, *against[-1][1:]), told
        before = told or before
        before = [name for name in before if _DOLLAR.search(name[0]) is None] or before
        alone = before and other is None and _OTHER.search(text, start, before[-1][1]) is None
        if alone and (code := self.resolve(*before[-1][:2])[0]) not in _BASES:
            return code, Evidence("unit", "currency.quoted", *before[-1][1:], note=f"a rate of {before[-1][0]} to another currency")
        if not before or other is None:
            return None, Evidence("unit", "currency.unnamed", note="the sentence names no currency for this rate")
        names = [before[-1], (other[0], *other.span())]
        codes = ["USD" if _DOLLAR.fullmatch(written) else self.resolve(written, begin)[0] for written, begin, _ in names]
        ranks = [_BASES.get(code, len(_BASES) + 1) for code in codes]
        british = set(codes) == {"EUR", "GBP"} and rate is not None and rate > 1
        which = int((ranks[1] > ranks[0]) is not british)
        written, begin, stop = names[which]
        return codes[which], Evidence("unit", "currency.quoted", begin, stop, note=f"a rate of {written} to another currency")

    def _of(self, country: str | None, codes: tuple[str, ...]) -> str | None:
        published = self.article.published
        day = published.date() if isinstance(published, datetime) else published
        return next((code for code in codes if country and code in currencies.of_country(country, day)), None)

    def _paying(self, codes: tuple[str, ...]) -> dict[str, list[tuple[int, int]]]:
        """Each of *codes* that a country in the article pays in, with the places of those countries."""
        found = self._places.get(codes)
        if found is None:
            found = self._places[codes] = {}
            for country, start, end in self._countries:
                if (code := self._of(country, codes)) is not None:
                    found.setdefault(code, []).append((start, end))
        return found

    def _named(self, codes: tuple[str, ...], place: int) -> tuple[str, int, int] | None:
        """The code of the country that the article names most often, of those whose currency this can be.

        Of several named as often, the one that the sentence names, else the one named before; None where that leaves several.
        """
        found = self._paying(codes)
        most = max(map(len, found.values()), default=0)
        nearest = {code: min(spans, key=lambda span: abs(span[0] - place)) for code, spans in found.items() if len(spans) == most}
        if len(nearest) > 1:
            near = {code: span for code, span in nearest.items() if self._in_sentence(*span, place)}
            nearest = near or {code: span for code, span in nearest.items() if span[0] < place}
        if len(nearest) != 1:
            return None
        code, span = nearest.popitem()
        return (code, *span)

    def _in_sentence(self, start: int, end: int, place: int) -> bool:
        """Whether a country stands in the sentence of the offset *place*."""
        between = (end, place) if end <= place else (place, start)
        return _SENTENCE_END.search(self.article.text, *between) is None


_BESIDE_OURS = frozenset({"HK$", "NT$", "T$"})
"""Dollars that are written so by those for whom a bare one is that of the United States."""
_DOLLAR = re.compile("dollars?|greenback", re.IGNORECASE)
_OTHER = re.compile(r"\b(?:against|to|versus|with) (?:the )?$", re.IGNORECASE)
_AT_RATE = re.compile(r" (?:[a-z]+ ){0,2}(?:at|to) (?:about |around )?", re.IGNORECASE)
_BASES = table("currencies")["bases"]
_CENTS = frozenset({"cent", "cents", "c"})
_FAR = 400
"""So many characters back a sentence is looked for."""


def _sum_without_dollars(text: str, start: int, end: int) -> tuple[str, int, int] | None:
    """The code of the euro or the rand and where a text that talks of no dollars has its first sum of them."""
    found = None if _DOLLARS.search(text, start, end) else _SUMS.search(text, start, end)
    return None if found is None or found.lastgroup is None else (found.lastgroup, *found.span())
