"""Values of numbers: which currency, which unit."""

from __future__ import annotations

from factex.readings import Money
from factex.records import Article, Mention, Sentence, Value


class Numbers:
    """Gives the numbers of one article their values, in text order, by the currencies the article talks of."""

    def __init__(self, article: Article) -> None:
        self.article = article

    def value(self, mention: Mention, sentence: Sentence) -> Value | None:
        """The value of a numeric mention; None where it turns out to be none."""
        match mention.reading:
            case Money(amount, currency, low, high):
                return Value(
                    "money", amount, low, high, unit={"$": "USD", "£": "GBP", "€": "EUR"}[currency], modifier=mention.modifier
                )
        return None
