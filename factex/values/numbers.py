"""Values of numbers: which currency, which unit."""

from __future__ import annotations

import re
from functools import cached_property

from factex.readings import Count, Money, Percent, Quantity
from factex.records import Article, Evidence, Mention, Sentence, Value
from factex.values.currency import Currencies


class Numbers:
    """Gives the numbers of one article their values, in text order, by the currencies the article talks of."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.currencies = Currencies(article)

    def value(self, mention: Mention, sentence: Sentence) -> Value | None:
        """The value of a numeric mention; None where it turns out to be none."""
        match mention.reading:
            case Money(amount, currency, low, high, str(known)):
                given = Evidence("unit", mention.rule, note=f"{currency!r} is {known}")
                return Value("money", amount, low, high, known, modifier=mention.modifier, evidence=(given,))
            case Money(amount, "", low, high):
                code, why = self.currencies.quoted(sentence.start, mention.start)
                return Value("money", amount, low, high, code, modifier=mention.modifier, evidence=(why,))
            case Money(amount, currency, low, high):
                code, why = self.currencies.resolve(currency, mention.start)
                return Value("money", amount, low, high, code, modifier=mention.modifier, evidence=(why,))
            case Percent(amount, unit, low, high):
                return Value("percent", amount, low, high, unit, modifier=mention.modifier)
            case Quantity(amount, "pound", low, high) if self._sterling and not self._weighs(mention):
                why = Evidence("unit", "currency.article", *self._sterling, note="pounds are money where £ is")
                return Value("money", amount, low, high, "GBP", modifier=mention.modifier, evidence=(why,))
            case Quantity(amount, unit, low, high):
                return Value("quantity", amount, low, high, unit, modifier=mention.modifier)
            case Count(amount, noun, low, high):
                return Value("count", amount, low, high, noun, modifier=mention.modifier)
        return None

    @cached_property
    def _sterling(self) -> tuple[int, int] | None:
        """Where the article speaks of pounds as money."""
        found = re.search(r"£|\bsterling\b|\bpence\b", self.article.text)
        return None if found is None else found.span()

    def _weighs(self, mention: Mention) -> bool:
        """Whether the words around a number of pounds make it a weight."""
        around = self.article.text[max(0, mention.start - 40) : mention.end + 30].lower()
        return re.search(r"\bweigh|\bpounds? of (?!the )|\bheav|\blift|\bkilo|\bkg\b|-pound|\bounce|\blbs?\b", around) is not None
