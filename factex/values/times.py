"""Values of times: which day, month or quarter, against the anchor."""

from __future__ import annotations

from factex.readings import Weekday
from factex.records import Article, Mention, Sentence, Value


class Times:
    """Gives the times of one article their values, in text order, for each may hang on those before it."""

    def __init__(self, article: Article) -> None:
        self.article = article

    def value(self, mention: Mention, sentence: Sentence) -> Value | None:
        """The value of a temporal mention; None where it turns out to be none."""
        match mention.reading:
            case Weekday(day):
                return Value("date", timex=f"XXXX-WXX-{day}", grain="day")
        return None
