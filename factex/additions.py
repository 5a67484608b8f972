"""What a user adds to the rules and tables, for one extractor: rules, units, currencies, cue verbs and decoys.

Additions are rules like ours: each has examples, and each example is read when the extractor is made, so that a rule that
another one shadows is an error at once and not a silently missing fact. They win over ours where both match equal text.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from functools import cached_property
from os import PathLike
from pathlib import Path
from typing import Any, cast, get_args

from factex.data import units
from factex.errors import RuleError
from factex.grammar import Grammar, Rule, check, firsts
from factex.grammars import GRAMMAR, RULES, numbers
from factex.grammars.numbers import LETTER_SCALE, NUMBER, SCALE, Amount, either
from factex.grammars.spreads import read, spread
from factex.readings import Count, Decoy, Money, NumericReading, Percent, Quantity, Reading
from factex.records import Fact, Factuality

Tables = Mapping[str, Any]

TABLES = ("currencies", "units", "cues", "decoys", "rules", "examples")
"""The tables that a user's TOML file may have."""


class Additions:
    """Rules and tables of a user's own, ready for use.

    *tables*: a TOML file or a mapping of the same shape. Raises RuleError for a rule or a row that is written wrong or
    whose examples are not read as they say.
    """

    def __init__(self, rules: Iterable[Rule] = (), tables: str | PathLike[str] | Tables | None = None) -> None:
        self._given = tuple(rules)
        self._tables = _opened(tables)
        given: tuple[object, ...] = self._given
        if (strange := next((each for each in given if not isinstance(each, Rule)), None)) is not None:
            msg = f"{strange!r} is no rule: expected what @factex.grammar.rule makes of a function"
            raise RuleError(msg)
        self.cues = _cues(self._tables.get("cues", {}))
        for each in self.rules:
            check(each, self.grammar)

    def __getstate__(self) -> tuple[bytes, Tables]:
        """The rules by value, so that a worker need not import the notebook or the script that they were written in."""
        from srsly import cloudpickle

        return cloudpickle.dumps(self._given), self._tables

    def __setstate__(self, state: tuple[bytes, Tables]) -> None:
        from srsly import cloudpickle

        self._given, self._tables = cloudpickle.loads(state[0]), state[1]
        self.cues = _cues(self._tables.get("cues", {}))
        _ = self.rules  # defines the units in this process

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """The rules that were given and those that the tables make."""
        made = {"currencies": _currency, "units": _unit, "rules": _rule}
        of_tables = (
            rule for table, make in made.items() for name, row in self._tables.get(table, {}).items() for rule in make(name, row)
        )
        return (*self._given, *_decoys(self._tables.get("decoys", {})), *of_tables)

    @cached_property
    def grammar(self) -> Grammar:
        """Ours with the user's rules before it."""
        return Grammar((*self.rules, *RULES)) if self.rules else GRAMMAR

    @property
    def examples(self) -> Sequence[Mapping[str, Any]]:
        """Sentences with a mention in brackets, perhaps the day they were published, and the fields that the fact must have."""
        rows: Sequence[Mapping[str, Any]] = self._tables.get("examples", [])
        for row in rows:
            if "[" not in row.get("text", ""):
                msg = (
                    f"examples: {row!r} marks no mention: expected a `text` with the mention in [brackets], and fields of its fact"
                )
                raise RuleError(msg)
            if unknown := row.keys() - {"text", "published", *Fact.__dataclass_fields__}:
                msg = f"examples: {min(unknown)!r} is no field of a fact: expected `text`, `published` and names such as 'unit'"
                raise RuleError(msg)
        return rows


def _opened(tables: str | PathLike[str] | Tables | None) -> Tables:
    """The tables, of which every key is one of TABLES."""
    if tables is None:
        return {}
    if isinstance(tables, Mapping):
        found, name = dict(tables), "tables"
    else:
        name = str(tables)
        try:
            found = tomllib.loads(Path(tables).read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            msg = f"cannot read the tables {name!r}: expected a TOML file with {', '.join(TABLES)} ({error})"
            raise RuleError(msg) from error
    for key in found:
        if key not in TABLES:
            msg = f"{name}: {key!r} is no table of factex: expected {', '.join(TABLES)}"
            raise RuleError(msg)
    return found


def _cues(table: Mapping[str, object]) -> dict[str, dict[str, Factuality]]:
    """The lemmas of a table from FactBank codes to verbs, by part of our table of cues, with their codes."""
    found: dict[str, Factuality] = {}
    for code, lemmas in table.items():
        if code not in get_args(Factuality):
            msg = f"cues: {code!r} is no FactBank code: expected one of {', '.join(get_args(Factuality))}"
            raise RuleError(msg)
        for lemma in _strings(f"cues.{code}", lemmas):
            if not lemma.isalpha() or not lemma.islower():
                msg = f"cues.{code}: {lemma!r} is no lemma: expected one lower-case word, such as 'predict'"
                raise RuleError(msg)
            found[lemma] = cast("Factuality", code)
    return {"sources": found, "objects": found} if found else {}


def _strings(where: str, value: object) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(each, str) and each.strip() for each in value):
        msg = f"{where}: {value!r} is no list of words: expected something like ['one', 'two']"
        raise RuleError(msg)
    return value


def _checked(where: str, row: object, keys: Iterable[str]) -> Mapping[str, Any]:
    """The row, of which every key is one of *keys*."""
    if not isinstance(row, Mapping) or not row.keys() <= set(keys):
        msg = f"{where}: {row!r} is no row of this table: expected the keys {', '.join(keys)}"
        raise RuleError(msg)
    return row


def _forms(where: str, row: Mapping[str, Any], *keys: str) -> list[list[str]]:
    """How something is written, a list for each of *keys*, not all of them empty."""
    found = [_strings(f"{where}.{key}", row.get(key, [])) for key in keys]
    if not any(found):
        msg = f"{where} does not say how it is written: expected {' or '.join(f'`{key}`' for key in keys)}"
        raise RuleError(msg)
    return found


def _decoys(row: object) -> Iterator[Rule]:
    """The rule that keeps the listed phrases from other rules; case matters in those that have capitals."""
    words = _strings("decoys.words", _checked("decoys", row, ("words",)).get("words", [])) if row else []
    if words:
        pattern = "|".join(re.escape(w) if w.islower() else f"(?-i:{re.escape(w)})" for w in sorted(words, key=len, reverse=True))
        yield Rule("added.decoys", pattern, lambda _: Decoy(), firsts(words), {word: Decoy() for word in words}, ())


def _currency(code: str, row: object) -> Iterator[Rule]:
    """The rules that read amounts in a currency by its words and by its signs: "5 bitcoins", "₿5"."""
    where = f"currencies.{code}"
    row = _checked(where, row, ("words", "signs", "reads", "refuses"))
    words, signs = _forms(where, row, "words", "signs")
    if not re.fullmatch(r"[A-Z][A-Z0-9]{2,}", code):
        msg = f"{where}: {code!r} is no code: expected capitals, three of ISO 4217 ({'USD'!r}) or more of your own"
        raise RuleError(msg)

    def make(amount: Amount, written: str) -> Money:
        return Money(amount.amount, written.strip(" -\u00a0"), amount.low, amount.high, code)

    reads = {text: Money(_decimal(code, n), _mark(text, (*words, *signs)), code=code) for text, n in row.get("reads", {}).items()}
    by_sign = {text: reading for text, reading in reads.items() if reading.currency in signs}
    refuses = row.get("refuses", [])
    if signs:
        examples = {f"{sign}12": Money(Decimal(12), sign, code=code) for sign in signs} | by_sign
        lead = rf"(?<!\w)(?-i:{either(signs)}) ?"
        yield _spread(f"{where}.signs", LETTER_SCALE, make, examples, [*refuses, *signs], lead=lead, starts=firsts(signs))
    if words:
        examples = {f"12 {word}": Money(Decimal(12), word, code=code) for word in words}
        examples |= {text: reading for text, reading in reads.items() if text not in by_sign}
        yield _spread(f"{where}.words", LETTER_SCALE, make, examples, [*refuses, *words], end=rf"[ \u00a0-]{either(words)}\b")


def _unit(unit: str, row: object) -> Iterator[Rule]:
    """The rule that reads quantities of a unit, which pint knows or learns from `is`."""
    where = f"units.{unit}"
    row = _checked(where, row, ("is", "words", "symbols", "reads", "refuses"))
    words, symbols = _forms(where, row, "words", "symbols")
    if "is" in row:
        try:
            units.define(unit, row["is"])
        except ValueError as error:
            msg = f"{where}: {error}"
            raise RuleError(msg) from error
    elif not units.knows(unit):
        msg = f"{where}: pint knows no unit {unit!r}: expected its name in pint, or `is`, as in {{is = '67 inch'}}"
        raise RuleError(msg)
    name = str(units.registry().parse_units(unit))

    def make(amount: Amount, _written: str) -> Quantity:
        return Quantity(amount.amount, name, amount.low, amount.high)

    forms = "|".join([*([either(words)] if words else []), *([f"(?-i:{either(symbols)})"] if symbols else [])])
    reads: dict[str, Reading] = {f"12 {form}": Quantity(Decimal(12), name) for form in (*words, *symbols)}
    reads |= {text: Quantity(_decimal(unit, number), name) for text, number in row.get("reads", {}).items()}
    yield _spread(where, SCALE, make, reads, [*row.get("refuses", []), *words], end=rf"[ \u00a0-]?(?:{forms})(?![^\W_])")


def _spread(
    name: str,
    scale: str,
    make: Callable[[Amount, str], NumericReading],
    reads: Mapping[str, Reading],
    refuses: Sequence[str],
    *,
    lead: str = "",
    end: str = "",
    starts: frozenset[str] = numbers.STARTS,
) -> Rule:
    """The rule for one number or a range of two with a lead or an end."""
    return Rule(name, spread(scale, lead=lead, end=end), lambda match: read(match, make), starts, reads, refuses)


_KINDS: dict[str, Callable[[Decimal, str | None], Reading]] = {
    "count": Count,
    "decoy": lambda _amount, _unit: Decoy(),
    "money": lambda amount, unit: Money(amount, unit or "", code=unit),
    "percent": lambda amount, _unit: Percent(amount),
    "quantity": lambda amount, unit: Quantity(amount, unit or ""),
}
_RULE_KEYS = ("kind", "pattern", "starts", "unit", "amount", "reads", "refuses")


def _rule(name: str, row: object) -> Iterator[Rule]:
    """A rule written as a row: a pattern in which {number} stands for any number with its scale."""
    where = f"rules.{name}"
    row = _checked_rule(where, row)
    kind, unit, fixed = _KINDS[row["kind"]], row.get("unit"), row.get("amount")

    def build(match: re.Match[str]) -> Reading:
        read = fixed is None and row["kind"] != "decoy"
        return kind(numbers.value(match["number"]) if read else _decimal(where, fixed or 0), unit)

    pattern = row["pattern"].replace("{number}", f"(?P<number>{NUMBER}{SCALE}?)")
    starts = frozenset(row.get("starts", ())) or numbers.STARTS
    reads = {text: kind(_decimal(where, amount), unit) for text, amount in row["reads"].items()}
    made = Rule(where, pattern, build, starts, reads, row["refuses"])
    try:
        _ = made.regex  # compiled here, so that a mistake in it shows
    except re.error as error:
        msg = f"{where}: the pattern {row['pattern']!r} is no regular expression: {error}"
        raise RuleError(msg) from error
    yield made


def _checked_rule(where: str, row: object) -> Mapping[str, Any]:
    """The row of a rule, which has all that its kind needs."""
    row = _checked(where, row, _RULE_KEYS)
    kind, pattern = row.get("kind"), row.get("pattern")
    expected = None
    if kind not in _KINDS or not isinstance(pattern, str):
        expected = f"a `pattern` and a `kind`, one of {', '.join(_KINDS)}"
    elif kind in ("count", "money", "quantity") and not row.get("unit"):
        expected = f"a `unit` of the {kind}: the counted noun, a currency's code or pint's name"
    elif kind != "decoy" and ("{number}" in pattern) == ("amount" in row):
        expected = "either {number} in the pattern or a fixed `amount`, as in amount = '2'"
    elif not (row.get("starts") or pattern.startswith("{number}")) or not row.get("reads") or not row.get("refuses"):
        expected = "`reads` and `refuses`, and `starts` where the pattern does not begin with {number}"
    if expected is not None:
        msg = f"{where}: expected {expected}"
        raise RuleError(msg)
    return row


def _decimal(where: str, number: object) -> Decimal:
    try:
        return Decimal(str(number))
    except InvalidOperation:
        msg = f"{where}: {number!r} is no number: expected something like '12.5'"
        raise RuleError(msg) from None


def _mark(text: str, marks: Iterable[str]) -> str:
    """The word or sign of the currency that stands in an example."""
    return next((mark for mark in sorted(marks, key=len, reverse=True) if mark in text), "")
