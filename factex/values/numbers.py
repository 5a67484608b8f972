"""Values of numbers: which currency, which unit."""

from __future__ import annotations

import re
from functools import cache, cached_property

from factex.data import table
from factex.readings import Count, Money, NumericReading, Percent, Quantity
from factex.records import Article, Evidence, Kind, Mention, Sentence, Value
from factex.values.currency import Currencies

_KINDS: dict[type, Kind] = {Money: "money", Percent: "percent", Quantity: "quantity", Count: "count"}


class Numbers:
    """Gives the numbers of one article their values, in text order, by the currencies the article talks of."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.currencies = Currencies(article)

    def value(self, mention: Mention, sentence: Sentence) -> Value | None:
        """The value of a numeric mention; None where it turns out to be none."""
        reading = mention.reading
        if not isinstance(reading, NumericReading) or type(reading) not in _KINDS:
            return None
        kind: Kind = _KINDS[type(reading)]
        unit: str | None = None
        why: Evidence | None = None
        match reading:
            case Money(currency=currency, code=str(known)):
                unit, why = known, Evidence("unit", mention.rule, note=f"{currency!r} is {known}")
            case Money(currency=""):
                unit, why = self.currencies.quoted(sentence.start, mention.start, reading.amount)
            case Money(currency=currency):
                unit, why = self.currencies.resolve(currency, mention.start)
                if currency.lower() in ("pound", "pounds") and self._weighs(mention, sentence):
                    kind, unit, why = self._pounds(mention, sentence)
            case Quantity(unit="pound"):
                kind, unit, why = self._pounds(mention, sentence)
            case Percent() | Quantity():
                unit = reading.unit
            case Count():
                unit = reading.noun
        evidence = () if why is None else (why,)
        return Value(kind, reading.amount, reading.low, reading.high, unit, modifier=mention.modifier, evidence=evidence)

    def _weighs(self, mention: Mention, sentence: Sentence) -> bool:
        """Whether pounds that are many enough for money are a weight all the same: 8.8 million pounds of thrust."""
        text = self.article.text
        near = (max(sentence.start, mention.start - 40), min(sentence.end, mention.end + 30))
        money = self._sterling is not None or _pattern("paying").search(text, sentence.start, sentence.end) is not None
        return not money and _pattern("weighing").search(text, *near) is not None

    def _pounds(self, mention: Mention, sentence: Sentence) -> tuple[Kind, str, Evidence]:
        """Whether pounds are money or a weight, and why.

        Words of weight close by, but for that which they are per ("5,200 pounds a ton"), make them a weight; else words of
        payment in the sentence, or pounds sterling anywhere in the article, make them money. Where nothing says so they are
        a weight.
        """
        text = self.article.text
        behind = 0 if _PER.match(text, mention.end) else 30
        near = (max(sentence.start, mention.start - 40), min(sentence.end, mention.end + behind))
        if found := _pattern("weighing").search(text, *near):
            return "quantity", "pound", Evidence("unit", "pounds.weight", *found.span(), note="could be pounds sterling")
        if found := _pattern("paying").search(text, sentence.start, sentence.end):
            return "money", "GBP", Evidence("unit", "pounds.payment", *found.span(), note="could be pounds of weight")
        if self._sterling is not None:
            return "money", "GBP", Evidence("unit", "pounds.article", *self._sterling, note="could be pounds of weight")
        return "quantity", "pound", Evidence("unit", "pounds.default", note="could be pounds sterling")

    @cached_property
    def _sterling(self) -> tuple[int, int] | None:
        """Where the article speaks of pounds as money."""
        found = re.search(r"£|\bsterling\b|\bpence\b", self.article.text)
        return None if found is None else found.span()


_PER = re.compile(r" (?:an?|per) (?:metric )?(?:kilo|ounce|stone|ton)", re.IGNORECASE)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """The words that make pounds a weight ("weighing") or money ("paying")."""
    return re.compile("|".join(rf"(?<!\w){re.escape(word)}" for word in table("currencies")["pounds"][name]), re.IGNORECASE)
