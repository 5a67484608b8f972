"""Units as written have pint's names, and facts become quantities that convert."""

from decimal import Decimal

import pint
import pytest

from factex.data import currencies, table, units
from factex.records import Fact

PINT_SAYS_OTHERWISE = {"newton * meter": "meter * newton"}


def test_every_unit_is_one_of_pint():
    """Pint knows each unit of the table, under that very name."""
    registry = units.registry()
    names = {*units.names().values(), *units.symbols().values(), *units.rates()}
    assert {name: str(registry.Unit(name)) for name in names} == {name: PINT_SAYS_OTHERWISE.get(name, name) for name in names}


def test_no_symbol_means_two_units():
    """Each symbol stands in one row."""
    rows = table("units")["symbols"]
    seen = [symbol for forms in rows.values() for symbol in forms]
    assert sorted(seen) == sorted(set(seen))


@pytest.mark.parametrize(
    ("written", "unit"),
    [
        ("kilometres", "kilometer"),
        ("kilowatt-hours", "kilowatt_hour"),
        ("miles per hour", "mile_per_hour"),
        ("km/h", "kilometer / hour"),
        ("barrels a day", "oil_barrel / day"),
        ("square feet", "foot ** 2"),
        ("m²", "meter ** 2"),
        ("MW", "megawatt"),
        ("mW", None),
        ("tonnes a day", None),
        ("bananas", None),
    ],
)
def test_meaning(written, unit):
    """A unit as written has pint's name; what is no unit has none."""
    assert units.meaning(written) == unit


def fact(kind, amount, unit, timex=None):
    """A fact of nothing but its value."""
    return Fact(kind, "", 0, 0, "", amount=amount, unit=unit, timex=timex)


def test_quantities_convert_exactly():
    """The magnitude is a Decimal and stays one."""
    assert fact("quantity", Decimal(5), "mile").quantity.to("kilometer").magnitude == Decimal("8.04672")
    assert fact("percent", Decimal(25), "basis_point").quantity.to("percent").magnitude == Decimal("0.25")
    assert fact("duration", None, None, "P2Y").quantity.magnitude == Decimal(2)


def test_currencies_do_not_mix():
    """Each currency is a dimension of its own: adding two of them says so."""
    dollars, euros = (fact("money", Decimal(5), code).quantity for code in ("USD", "EUR"))
    assert (dollars + dollars).magnitude == Decimal(10)
    with pytest.raises(pint.DimensionalityError, match=r"USD.*EUR"):
        dollars + euros


def test_every_currency_has_a_unit():
    """All codes of ISO 4217 are units."""
    for code in currencies.codes():
        assert fact("money", Decimal(1), code).quantity.units == units.registry().Unit(code)


@pytest.mark.parametrize(
    ("kind", "amount", "unit", "timex"),
    [
        ("count", Decimal(5), "dog", None),
        ("money", None, "USD", None),
        ("money", Decimal(5), None, None),
        ("date", None, None, "2025"),
        ("duration", None, None, "PXW"),
    ],
)
def test_what_has_no_quantity(kind, amount, unit, timex):
    """Counts, ranges, open currencies, dates and vague durations have none."""
    assert fact(kind, amount, unit, timex).quantity is None
