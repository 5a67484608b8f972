"""What one mention may need to be resolved, and what its resolution has gone by."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from itertools import takewhile
from operator import attrgetter
from typing import TYPE_CHECKING

from factex.data import table
from factex.readings.temporal import Clock, Date, Every, Weekday, Within
from factex.records import Evidence, Mention, Sentence
from factex.values.ahead import Direction, Tense, is_told, words
from factex.values.tense import root_of, tense
from factex.values.verbforms import WILL

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_MOVES = frozenset(noun for nouns in table("moves")["nouns"].values() for noun in nouns)
_BOUNDS = frozenset({"by", "from", "since", "till", "until"})
_HOURS = 3
"""So many clock times on each side may belong to one habit."""


class Context:
    """A mention in its sentence. `used`: the evidence that its resolution has gathered."""

    def __init__(self, mention: Mention, sentence: Sentence) -> None:
        self.mention = mention
        self.sentence = sentence
        self.used: list[Evidence] = []

    @cached_property
    def tense(self) -> Tense | None:
        """What the governing verb says; looked up in the parse when first asked for."""
        found = tense(self._span)
        if found is not None:
            start = found.token.idx + self.sentence.shift
            note = f"{found.direction} by this word"
            self.used.append(Evidence("timex", "times.tense", start, start + len(found.token), note))
        return found

    @cached_property
    def after(self) -> Context | None:
        """The next mention of the sentence."""
        after = next((each for each in self.sentence.mentions if each.start >= self.mention.end), None)
        return None if after is None else Context(after, self.sentence)

    @cached_property
    def before(self) -> Context | None:
        """The mention before in the sentence."""
        before = next((each for each in reversed(self.sentence.mentions) if each.end <= self.mention.start), None)
        return None if before is None else Context(before, self.sentence)

    def direction(self) -> Direction | None:
        """Which way the time lies by the governing verb; None where it leaves that open."""
        return None if self.tense is None else self.tense.direction

    def sure(self) -> bool:
        """Whether the verb says so outright ("will", "scheduled"), not only by its tense."""
        return self.tense is not None and self.tense.weight == "sure"

    def will_be(self) -> bool:
        """Whether the verb says what will be, seen from the time of writing."""
        if self.tense is None or self.tense.direction != "future":
            return False
        token = self.tense.token
        planned = token.lemma_.lower() in words("ahead") | {"see"} and (token.tag_ in ("VBZ", "VBP") or is_told(token, "is", "are"))
        return planned or token.lower_ in WILL

    def looks_ahead(self) -> bool:
        """Whether a word looks ahead, not only a present tense, which tells results too: "for the full year, sales are up"."""
        if self.tense is None or self.tense.direction != "future":
            return False
        token = self.tense.token
        return token.tag_ not in ("VBP", "VBZ") or token.lemma_.lower() in words("ahead") | words("asked") | {"see"}

    def own_verb(self) -> bool:
        """Whether the verb that gives the direction is the one that the time hangs on: "he was jailed in March".

        A time that hangs on a number hangs on its verb: "it peaked at $28 in June".
        """
        link, above = self._root.head, self._root.head.head
        if above.pos_ == "NUM":
            above = above.head.head if above.head.pos_ == "ADP" else above.head
        return self.tense is not None and link.pos_ == "ADP" and self.tense.token.i in (above.i, link.i - 1)

    def happened(self) -> bool:
        """Whether the verb tells of something over that fell on this time: "shut on Easter", but not "was baked for Easter"."""
        link, told = self._root.head, self.direction() == "past" and self.likely() and self.own_verb()
        lasts = link.head.tag_ == "VBG"  # "he was leaving in May"
        return told and not lasts and link.lower_ in ("at", "by", "during", "in", "on", "over")

    def will_happen(self) -> bool:
        """Whether what happens at one moment is to do so in this time: "is expected to close in the third quarter"."""
        link, verb = self._root.head, self._root.head.head
        happens = verb.lemma_.lower() in words("moments") | words("completed")
        return link.lower_ in ("by", "in") and happens and self.direction() == "future"

    def hung_on(self) -> int | None:
        """The place of the verb that the time itself hangs on, as in "it left at nine" and "it left last week"."""
        token = self._root
        while token.dep_ == "compound":
            token = token.head  # "during the morning rush"
        verb = token.head.head if token.head.pos_ == "ADP" else token.head
        return verb.i if verb.pos_ in ("VERB", "AUX") else None

    def likely(self) -> bool:
        """Whether the verb says enough for a day of the week to go by it."""
        return self.tense is not None and self.tense.weight != "weak"

    @cached_property
    def _root(self) -> Token:
        """The word of the mention that the others hang on."""
        return root_of(self._span)

    @cached_property
    def _span(self) -> Span:
        """The words of the mention."""
        return self.sentence.span(self.mention.start, self.mention.end)

    @cached_property
    def _verb(self) -> Token | None:
        """The verb of the clause that the mention stands in."""
        return next((above for above in self._root.ancestors if above.pos_ in ("VERB", "AUX")), None)

    def habitual(self) -> bool:
        """Whether the verb that the time hangs on tells what happens again and again: "snow usually falls in January"."""
        link = self._root
        while link.dep_ in ("amod", "compound", "conj", "nummod"):  # "in the second and fourth quarters"
            link = link.head
        verb = (link.head if link.head.pos_ == "ADP" else link).head
        return any(child.dep_ == "advmod" and child.lower_ in words("habits") for child in verb.children)

    def any_season(self) -> bool:
        """Whether a season without article or year is any of its name: "the lake dries up in summer", "a sign of winter".

        Not so with a verb that tells the past or looks ahead, in the present one of beginning: "it opens in summer".
        """
        token = self._root
        first = token.nbor(-1).lower_ if token.i else ""
        if first in _BOUNDS or any(child.dep_ == "det" for child in token.children):
            return False
        found = self.tense
        if found is None or token.head.lower_ == "of":
            return True
        lemma, own = found.token.lemma_.lower(), found.token.i in (token.head.i, token.head.head.i)
        begins = lemma != "be" and lemma in words("moments")
        return own and found.token.tag_ in ("VBP", "VBZ") and not begins and lemma not in words("ahead")

    def each_year(self) -> bool:
        """Whether "each year" stands before: "held each year on the first Monday in May"."""
        last = None if self.before is None else self.before.mention
        yearly = last is not None and isinstance(last.reading, Every) and last.reading.timex == "P1Y"
        return last is not None and yearly and self.mention.start - last.end <= len(" on the ")

    def comes_again(self) -> bool:
        """Whether it is of what comes again and again: "every Friday in April, at 8 p.m.", "at 8 p.m. on the 1st of each month"."""
        mentions, (first, last) = self.sentence.mentions, self._hours()
        after, start = mentions[last + 1] if last + 1 < len(mentions) else None, mentions[first].start
        if after is not None and isinstance(after.reading, Every) and after.start - mentions[last].end <= len(" on "):
            return True
        # "A daily briefing" is no such time, but "daily from 10am".
        before = [
            m.reading
            for m in self.sentence.mentions
            if m.end <= start and (m.rule != "sets.adverb" or start - m.end <= len(" between "))
        ]
        dated = takewhile(lambda reading: not isinstance(reading, Every), reversed(before))
        often = any(isinstance(reading, Every) for reading in before)
        return often and not any(isinstance(reading, Date | Weekday | Within) for reading in dated)

    def _hours(self) -> tuple[int, int]:
        """The places of the first and the last of the hours that it is one of: "between 8 and 9 p.m. on the last of each month"."""
        mentions = self.sentence.mentions
        first = last = bisect_left(mentions, self.mention.start, key=attrgetter("start"))
        for _ in range(_HOURS):
            if first and _is_clock(mentions[first - 1]) and mentions[first].start - mentions[first - 1].end <= len(" until "):
                first -= 1
            if last + 1 < len(mentions) and _is_clock(mentions[last + 1]):
                last += 1
        return first, last

    def some_day(self) -> bool:
        """Whether a season is that of some day or other: "on a cold winter morning"."""
        day = self._root.head
        spell = day.lemma_ == "day" or day.lemma_.lower() in words("spells")
        return spell and self._root.dep_ in ("amod", "compound", "nmod") and any(c.lower_ in ("a", "an") for c in day.children)

    def tells_death(self) -> bool:
        """Whether the main verb of the sentence says that somebody died on this day."""
        return self._verb is not None and self._verb.lemma_ == "die" and self._verb.dep_ == "ROOT"

    def verb(self) -> int | None:
        """Where the verb of the clause that the mention stands in starts."""
        verb = self._verb
        return None if verb is None else verb.idx + self.sentence.shift

    def frames_clause(self) -> bool:
        """Whether the time is that of all its clause: "in 1945", "last year", but not "from last year", "last year's"."""
        token = self._root
        link = token.head if token.head.lower_ in ("in", "during", "throughout") else token
        return link.dep_ in ("prep", "npadvmod", "advmod") and link.head.pos_ in ("VERB", "AUX")

    def modifies(self) -> bool:
        """Whether the time only says of what time a thing is: "a weak January report"."""
        link, head = self._root.dep_, self._root.head
        return link in ("amod", "compound", "nmod", "nummod", "poss") and head.i > self._root.i and head.pos_ != "VERB"

    def in_aside(self) -> bool:
        """Whether the time is told in passing, of a noun: "the walls, built in 1586, were weak"."""
        verb = self._verb
        return verb is not None and verb.dep_ in ("acl", "relcl")

    def in_reason(self) -> bool:
        """Whether the time is told in passing or as why something is so: "it votes today because nobody won in March"."""
        verb = self._verb
        marks = () if verb is None else (child.lower_ for child in verb.children if child.dep_ == "mark")
        return self.in_aside() or (verb is not None and verb.dep_ == "advcl" and "because" in marks)

    def is_background(self) -> bool:
        """Whether the verb over the time is in the past perfect, which goes back behind what is told: "he had left in May"."""
        verb = self._verb if "had" in self.sentence.parsed.lower() else None
        while verb is not None and verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX"):
            verb = verb.head  # "he had taken office in May and survived a vote in June"
        return verb is not None and any(child.dep_ == "aux" and child.lower_ == "had" for child in verb.children)

    def in_life(self) -> bool:
        """Whether the time is a day of somebody's life that the text does not go on from: told in passing, or of a birth."""
        return self.in_aside() or any(above.lower_ == "born" for above in self._root.ancestors)

    def forecast(self) -> bool:
        """Whether the time is of a forecast: "its full-year guidance", "the outlook for the full year"."""
        token = self._root
        nouns = [*takewhile(lambda above: above.pos_ in ("ADP", "NOUN"), token.ancestors)]
        if token.head.lower_ == "for" and token.head.i > 0:
            nouns.append(token.head.nbor(-1))  # the parse may hang "for" on the verb: "raised its forecast for the full year"
        return any(each.lemma_.lower() in words("forecasts") for each in nouns)

    def is_of_record(self) -> bool:
        """Whether the time is one of which figures tell, over whenever they come: "it awaits the figures for February"."""
        link = self._root.head
        while link.dep_ == "compound":
            link = link.head  # "first-quarter GDP data"
        before = link.nbor(-1) if link.lower_ == "for" and link.i else link
        return before.lemma_.lower() in words("records")

    def is_told_of(self) -> bool:
        """Whether the time is one that something is for, or that figures are of: "a fall in May", "it will be 3% in May"."""
        link = self._root.head
        beside = (word for word in link.head.children if word.dep_ == "dobj")
        moved = any(word.lemma_.lower() in _MOVES for word in (link.head, *beside))
        return link.lower_ == "for" or moved or any(word.ent_type_ == "PERCENT" for word in link.head.subtree)

    def is_term(self) -> bool:
        """Whether the time is one that something is to happen by."""
        first = self._span[0]
        return first.i > 0 and first.nbor(-1).lower_ in ("by", "till", "until")

    def since(self) -> bool:
        """Whether "since" stands before, which only the past can follow: "since 1 April", "since it began on 1 April"."""
        if "since" not in self.sentence.parsed.lower():
            return False
        first = self._span[0]
        if first.i > 0 and first.nbor(-1).lower_ == "since":
            return True
        verb = self._verb
        marks = () if verb is None else (verb.head, *(child for child in verb.children if child.dep_ in ("mark", "prep")))
        return any(word.lower_ == "since" and word.i < first.i for word in marks)

    def note(self, rule: str, text: str) -> None:
        """Record in plain words what the timex went by."""
        self.used.append(Evidence("timex", f"times.{rule}", self.mention.start, self.mention.end, text))


def _is_clock(mention: Mention) -> bool:
    return isinstance(mention.reading, Clock)
