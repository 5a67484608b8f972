"""Amounts in other units, with the rate and the day recorded."""

import sys
from datetime import UTC, date, datetime
from decimal import Decimal

import pint
import pytest

import factex
from factex.extraction import Extraction
from factex.records import Article, Fact

pytest.importorskip("currency_converter")
MONEY = Fact("money", "$5", 0, 2, "", Decimal(5), unit="USD", when="2024-03-05")


def fact(kind, unit, amount=None, **fields):
    """A fact with an amount in a unit."""
    return Fact(kind, "x", 0, 1, "", None if amount is None else Decimal(amount), unit=unit, **fields)


def test_money_converts_by_the_rate_of_its_day():
    """On 5 March 2024 the European Central Bank had a euro at 1.0849 dollars."""
    found = MONEY.to("EUR")
    assert found.on == date(2024, 3, 5)
    assert round(1 / found.rate, 4) == Decimal("1.0849")
    assert found.amount == 5 * found.rate
    assert "European Central Bank" in found.source


@pytest.mark.parametrize("on", ["2024-03-03", date(2024, 3, 2), datetime(2024, 3, 2, 9, tzinfo=UTC)])
def test_on_a_weekend_the_last_rate_stands(on):
    """The day that is recorded is the day of the rate."""
    assert MONEY.to("EUR", on=on).on == date(2024, 3, 1)


def test_two_currencies_meet_over_the_euro():
    """There and back is where it began, but for the last digits."""
    there = MONEY.to("GBP")
    back = fact("money", "GBP", there.amount, when="2024-03-05").to("USD")
    assert round(back.amount, 20) == 5


def test_a_range_converts_at_both_ends():
    """Each bound by the same rate."""
    found = fact("money", "EUR", low=Decimal(10), high=Decimal(20)).to("EUR", on="2024-03-05")
    assert (found.amount, found.low, found.high, found.rate) == (None, 10, 20, 1)


@pytest.mark.parametrize(
    ("unit", "on", "message"),
    [
        ("EUR", "1970-01-01", "expected a day from 1999-01-04"),
        ("EUR", "2999-01-01", "update currencyconverter"),
        ("EUR", "soon", "'soon' is no day"),
        ("XAF", None, "no rate of 'XAF'"),
    ],
)
def test_without_a_rate_it_is_an_error(unit, on, message):
    """The error says what was expected."""
    with pytest.raises(ValueError, match=message):
        MONEY.to(unit, on=on)


def test_a_year_is_no_day():
    """A rate is asked for, not guessed."""
    with pytest.raises(ValueError, match="holds for no single day"):
        fact("money", "USD", 5, when="2024").to("EUR")


@pytest.mark.parametrize(
    ("given", "unit", "amount", "rate"),
    [
        (fact("quantity", "mile", 5), "kilometer", "8.04672", "1.609344"),
        (fact("quantity", "degree_Celsius", 100), "degree_Fahrenheit", "212", None),
        (fact("quantity", "degree_Celsius", 20), "degree_Fahrenheit", "68", None),
        (fact("percent", "percentage_point", "0.5"), "basis_point", "50", "100"),
        (fact("duration", None, timex="P2W"), "day", "14", "7"),
    ],
)
def test_units_convert_by_pint(given, unit, amount, rate):
    """Exactly where a factor is exact, in plain notation; degrees have no single rate."""
    found = given.to(unit)
    assert str(found.amount) == amount
    assert found.rate == (None if rate is None else Decimal(rate))
    assert "E" not in str(found.amount)
    assert found.on is None


def test_units_that_do_not_fit_are_errors():
    """Miles are no seconds, and a count of dogs has no unit."""
    with pytest.raises(pint.DimensionalityError):
        fact("quantity", "mile", 5).to("second")
    with pytest.raises(ValueError, match="pint knows no unit 'blork'"):
        fact("quantity", "mile", 5).to("blork")
    with pytest.raises(ValueError, match="has no physical unit"):
        fact("count", "dog", 5).to("mile")
    with pytest.raises(ValueError, match="has no physical unit"):
        fact("count", "fan", low=Decimal(200)).to("mile")


def test_a_missing_package_says_what_to_install(monkeypatch):
    """The error names the extra."""
    from factex.views import conversion

    conversion._converter.cache_clear()
    monkeypatch.setitem(sys.modules, "currency_converter", None)
    with pytest.raises(factex.ExtraError, match=r"factex\[rates\]"):
        MONEY.to("EUR")


def test_a_pint_column_on_request():
    """Amounts of the dimension are in the unit; the others are missing."""
    pytest.importorskip("pint_pandas")
    facts = (fact("quantity", "mile", 5), MONEY, fact("quantity", "meter", 500))
    frame = Extraction(Article(""), facts).to_pandas(quantity="kilometer")
    assert str(frame["quantity"].dtype).startswith("pint[kilometer]")
    assert frame["quantity"].pint.magnitude.round(6).tolist()[::2] == [8.04672, 0.5]
    assert frame["quantity"].isna().tolist() == [False, True, False]
    money = factex.concat([Extraction(Article(""), facts)]).to_pandas(quantity="USD")["quantity"]
    assert money.isna().tolist() == [True, False, True]
    with pytest.raises(ValueError, match="pint knows no unit 'blork'"):
        Extraction(Article(""), facts).to_pandas(quantity="blork")
