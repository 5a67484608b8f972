"""Tables that plain text draws with columns of spaces, as wires and filings do."""

import pytest

import factex

STATEMENT = """\
                        Fjordkraft ASA
              (in thousands, except per share data)

                                Three months ended        Six months ended
                                     June 30,                 June 30,
                               --------------------     --------------------
                                 2024        2023         2024        2023
                               --------    --------     --------    --------
Revenue ...................    $ 41,260    $ 38,490     $ 80,120    $ 75,300
Operating expenses:
   Cost of power                 20,110      19,870       40,010      38,700
                               --------    --------     --------    --------
Net income (loss)                (1,250)      2,300          410       4,400
Diluted earnings per share     $   (.12)   $    .22     $    .04    $    .41

City            High     Low    Rain (mm)
Bergen            18       9         12.4
Tana              11       4          0.3
"""


def _numbers(extractor, text):
    facts = extractor.extract(text, published="2024-08-01", format="html" if text.startswith("<") else "text").facts
    return [(f.subject, f.measure, f.amount, f.unit, f.when) for f in facts if f.kind in ("money", "quantity", "percent")]


@pytest.mark.parametrize("text", [STATEMENT, f"<p>Results</p>\n<pre>{STATEMENT}</pre>"], ids=["text", "pre"])
def test_statement(extractor, text):
    """Heads stand over the columns that they cover; rules and lines between rows do not end a table, a blank line does."""
    rows = {"Revenue": (41_260, 38_490, 80_120, 75_300), "Cost of power": (20_110, 19_870, 40_010, 38_700)}
    rows["Net income"] = (-1_250, 2_300, 410, 4_400)
    periods = ("2024-Q2", "2023-Q2", "2024-H1", "2023-H1")
    found = _numbers(extractor, text)
    assert found[:12] == [
        (None, name, amount * 1000, "USD", when)
        for name, amounts in rows.items()
        for amount, when in zip(amounts, periods, strict=True)
    ]
    assert [(str(amount), when) for _, _, amount, _, when in found[12:16]] == list(
        zip(("-0.12", "0.22", "0.04", "0.41"), periods, strict=True)
    )
    assert [row[:2] for row in found[16:]] == [("Bergen", "Rain"), ("Tana", "Rain")]


def test_units_below_heads(extractor):
    """Units may have a line of their own below the heads, and rows may have ranks."""
    text = (
        "State            2024      2025    Change\n                (mln t)   (mln t)     (%)\n"
        "1. Karsk           4.2       4.6      +9.5\n2. Dovre           3.1       2.9      -6.5\n"
    )
    assert [(s, m, float(amount), unit, when) for s, m, amount, unit, when in _numbers(extractor, text)] == [
        ("Karsk", None, 4_200_000, "metric_ton", "2024"),
        ("Karsk", None, 4_600_000, "metric_ton", "2025"),
        ("Karsk", "Change", 9.5, "percent", None),
        ("Dovre", None, 3_100_000, "metric_ton", "2024"),
        ("Dovre", None, 2_900_000, "metric_ton", "2025"),
        ("Dovre", "Change", -6.5, "percent", None),
    ]


def test_table_at_the_edge_of_an_element():
    """A table that begins where its element does."""
    assert factex.read("<pre>Town   Rain\nHolm     12\n</pre>").text == "Town\tRain\nHolm\t12"


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        pytest.param(STATEMENT[STATEMENT.index("City") :], ("head", "row", "row"), id="spaces"),
        pytest.param("Town\tRain\nHolm\t12\nTotal\nLund\t4\n", ("head", "row", "row", "row"), id="a line between rows"),
        pytest.param(
            "Town\tRain\nHolm\t12\n\nTotal\nLund\t4\n", ("head", "row", "paragraph", "row"), id="a line behind a blank one"
        ),
        pytest.param("Town\tRain\nHolm\t12\n\nTown\tWind\nHolm\t4\n", ("head", "row", "head", "row"), id="two tables"),
    ],
)
def test_kinds(text, kinds):
    """What lines of drawn tables are."""
    assert factex.read(text, format="text").kinds == kinds


def test_items_are_no_titles(extractor):
    """The last item of a list is no title of the table below it."""
    found = _numbers(extractor, "- An effective rate\n\n\tQ2 2024\nSales\t$4.2 million\nCosts\t$3.1 million\n")
    assert [row[:2] for row in found] == [(None, "Sales"), (None, "Costs")]


def test_changes_by_names_of_rows(extractor):
    """A row that is named by a word for a fall, as statements name costs, does not make its numbers falls."""
    facts = extractor.extract("\t2024\t2023\nDepreciation\t$4 million\t$3 million\n", format="text").facts
    assert [(f.measure, f.change) for f in facts if f.kind == "money"] == [("Depreciation", None)] * 2
