"""A number in a table has the heads of its row and its column."""

from decimal import Decimal

import pytest

from factex.tables import Cell, cell

TABBED = "Company\tSales\tChange\nAcme\t$5 million\t3%\nBolt\t$7 million\t-2%\nAll of them did well."
DATED = "It was a good year.\nSales by firm\nCompany\t2024\tMay 2025\nAcme\t$5 million\t$6 million"
SPACED = "Ticker Last Change Change %\nACME CORP. 225.86 -12.99 -5.44%\nBOLT CORP. 13.40 -1.62 -1.41%\nIt rose 3 of 5 times."

CELLS = [
    pytest.param(TABBED, "$5", Cell("Acme", "Sales"), id="tabs: row and column"),
    pytest.param("\tSales\tProfit\nAcme\t$5\t$2", "$5", Cell("Acme", "Sales"), id="tabs: empty corner"),
    pytest.param("Firm\tSales\tProfit\nAcme\t\t$2", "$2", Cell("Acme", "Profit"), id="tabs: empty cell"),
    pytest.param(DATED, "$5", Cell("Acme", "2024", "Sales by firm"), id="tabs: a year is the head of its column"),
    pytest.param(TABBED, "2%", Cell("Bolt", "Change"), id="tabs: sign before the number"),
    pytest.param("Sales\tProfit\n$1 million\tUS$2 billion", "US$2", None, id="tabs: a figure is no head of its row"),
    pytest.param("Port\tCost\tUse\nNorth\t$3\t4%\n\t$5\t6%", "6%", None, id="tabs: below a cell of several rows"),
    pytest.param(SPACED, "5.44", Cell("ACME CORP.", "Change %"), id="spaces: last column"),
    pytest.param(SPACED, "-1.62", Cell("BOLT CORP.", "Change"), id="spaces: column before it"),
    pytest.param(SPACED, "225.86", Cell("ACME CORP.", "Last"), id="spaces: first column"),
    pytest.param(SPACED, "5 times", None, id="a sentence is no row"),
    pytest.param("ACME 225.86 -12.99", "-12.99", Cell("ACME", None), id="no head above"),
]


@pytest.mark.parametrize(("text", "found", "expected"), CELLS)
def test_heads(text, found, expected):
    """The cell that holds these characters has these heads."""
    assert cell(text, text.index(found)) == expected


def test_facts_of_a_table(extractor):
    """Facts of a table have the column as measure and the row as subject."""
    facts = extractor.extract(TABBED, format="text").facts
    assert [(f.subject, f.measure) for f in facts if f.kind == "money"] == [("Acme", "Sales"), ("Bolt", "Sales")]


def test_columns_of_times(extractor):
    """Where times head the columns, they say when, and the title of the table says what."""
    facts = extractor.extract(DATED, format="text").facts
    found = [(f.subject, f.measure, f.when) for f in facts if f.kind == "money"]
    assert found == [("Acme", "Sales by firm", "2024"), ("Acme", "Sales by firm", "2025-05")]


SUMS = "£m\t2024\t2023\nSales\t1,234\t1,100\nLoss\t(23)\t(4.5)\nMargin (%)\t12\t11\nEmployees\t5,000\t4,900"
UNITS = [
    pytest.param("Firm\tSales ($m)\nAcme\t1,234", [("1,234", 1_234_000_000, "USD", "Sales")], id="a sign and a letter"),
    pytest.param("Firm\tSales, £bn\nAcme\t1.2", [("1.2", 1_200_000_000, "GBP", "Sales")], id="behind a comma"),
    pytest.param("Firm\tSales (in € millions)\nAcme\t7", [("7", 7_000_000, "EUR", "Sales")], id="in words"),
    pytest.param("Firm\tSales ($000)\nAcme\t1,950", [("1,950", 1_950_000, "USD", "Sales")], id="thousands as three zeros"),
    pytest.param("Firm\tSales (£m)\nAcme\t(12.5)", [("12.5", -12_500_000, "GBP", "Sales")], id="a loss in brackets"),
    pytest.param("Sales ($m)\t12\t3%", [("12", 12_000_000, "USD", None), ("3%", 3, "percent", None)], id="of a row"),
    pytest.param("Town\tRain (mm)\nHolm\t1950", [("1950", 1950, "millimeter", "Rain")], id="no year"),
    pytest.param("Town\t% change\nHolm\t4.5", [("4.5", Decimal("4.5"), "percent", "% change")], id="percent"),
    pytest.param("Town\tGrants ($m)\tVisits\nHolm\t5\t1,200", [("5", 5_000_000, "USD", "Grants"), ("1,200", 1200, None, "Visits")],
                 id="of its own column only"),
    pytest.param("Town\tSales (new)\nHolm\t1,200", [("1,200", 1200, None, "Sales (new)")], id="no unit"),
    pytest.param("Town\tPlayed (P)\nHolm\t1,200", [("1,200", 1200, None, "Played (P)")], id="a letter is none"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), UNITS)
def test_units_of_columns(extractor, text, expected):
    """Bare numbers have the unit that the head of their column or row gives, which is no part of its name."""
    facts = extractor.extract(text, format="text").facts
    assert [(f.text, f.amount, f.unit, f.measure) for f in facts] == expected


LABELS = [
    ("Area (sq km): 1,240", 1240, "kilometer ** 2", "Area"),
    ("Output, in tonnes: 75", 75, "metric_ton", "Output"),
    ("Residents of Holm, in millions: 0.9", 900_000, None, "Residents of Holm"),
    ("Revenue (in millions): $45.2", 45_200_000, "USD", "Revenue"),
    ("Turnout (%): 63.4", Decimal("63.4"), "percent", "Turnout"),
    ("Percentage of women on the board: 40", 40, "percent", "Percentage of women on the board"),
    ("Deaths: 12", 12, None, "Deaths"),
]


@pytest.mark.parametrize(("text", "amount", "unit", "measure"), LABELS)
def test_labels_give_units(extractor, text, amount, unit, measure):
    """A label that begins a line gives the number that ends it its unit and its scale, which are no mention of their own."""
    (fact,) = extractor.extract(text, format="text").facts
    assert (fact.amount, fact.unit, fact.measure) == (amount, unit, measure)


@pytest.mark.parametrize("text", ["Page: 12", "Room: 340", "Class: 12", "Share of votes: 34 in Holm"])
def test_labels_without_units(extractor, text):
    """A label that neither counts nor gives a unit leaves a bare number as none, and so does a text that goes on."""
    assert not extractor.extract(text, format="text").facts


def test_units_of_tables(extractor):
    """A unit in the corner holds for columns of times, but for rows with a unit of their own and rows of people."""
    facts = extractor.extract(SUMS, format="text").facts
    found = [(f.subject, f.amount, f.unit) for f in facts if f.when == "2024"]
    sums = [("Sales", 1_234_000_000, "GBP"), ("Loss", -23_000_000, "GBP")]
    assert found == [*sums, ("Margin", 12, "percent"), ("Employees", 5000, None)]
