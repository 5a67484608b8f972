"""A number in a table has the heads of its row and its column."""

import pytest

from factex.frames.tables import Cell, cell

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
