"""A number in a table has the heads of its row and its column."""

from decimal import Decimal

import pytest

import factex
from factex.tables import Cell, Head, Tables

TABBED = "Company\tSales\tChange\nAcme\t$5 million\t3%\nBolt\t$7 million\t-2%\nAll of them did well."
DATED = "It was a good year.\nSales by firm\nCompany\t2024\tMay 2025\nAcme\t$5 million\t$6 million"
SPACED = "Ticker Last Change Change %\nACME CORP. 225.86 -12.99 -5.44%\nBOLT CORP. 13.40 -1.62 -1.41%\nIt rose 3 of 5 times."

CELLS = [
    pytest.param(TABBED, "$5", Cell(Head("Acme"), (Head("Sales"),)), id="tabs: row and column"),
    pytest.param("\tSales\tProfit\nAcme\t$5\t$2", "$5", Cell(Head("Acme"), (Head("Sales"),)), id="tabs: empty corner"),
    pytest.param("Firm\tSales\tProfit\nAcme\t\t$2", "$2", Cell(Head("Acme"), (Head("Profit"),)), id="tabs: empty cell"),
    pytest.param(DATED, "$5", Cell(Head("Acme"), (Head("2024"),), "Sales by firm"), id="tabs: a year is the head of its column"),
    pytest.param(TABBED, "2%", Cell(Head("Bolt"), (Head("Change"),)), id="tabs: sign before the number"),
    pytest.param("Sales\tProfit\n$1 million\tUS$2 billion", "US$2", None, id="tabs: a figure is no head of its row"),
    pytest.param("Port\tCost\tUse\nNorth\t$3\t4%\n\t$5\t6%", "6%", None, id="tabs: below a cell of several rows"),
    pytest.param(
        "Post\tName\tPay\nBack\tPell\t$3\nBack\tOrr\t$4", "$4", Cell(Head("Orr"), (Head("Pay"),)), id="tabs: the names of rows"
    ),
    pytest.param(SPACED, "5.44", Cell(Head("ACME CORP."), (Head("Change %"),)), id="spaces: last column"),
    pytest.param(SPACED, "-1.62", Cell(Head("BOLT CORP."), (Head("Change"),)), id="spaces: column before it"),
    pytest.param(SPACED, "225.86", Cell(Head("ACME CORP."), (Head("Last"),)), id="spaces: first column"),
    pytest.param(SPACED, "5 times", None, id="a sentence is no row"),
    pytest.param("ACME 225.86 -12.99", "-12.99", Cell(Head("ACME")), id="no head above"),
]


@pytest.mark.parametrize(("text", "found", "expected"), CELLS)
def test_heads(text, found, expected):
    """The cell that holds these characters has these heads."""
    assert Tables(text).cell(text.index(found)) == expected


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
    pytest.param("Sales ($m)\t12\t3%", [("12", 12_000_000, "USD", "Sales"), ("3%", 3, "percent", "Sales")], id="of a row"),
    pytest.param("Town\tRain (mm)\nHolm\t1950", [("1950", 1950, "millimeter", "Rain")], id="no year"),
    pytest.param("Town\t% change\nHolm\t4.5", [("4.5", Decimal("4.5"), "percent", "% change")], id="percent"),
    pytest.param("Town\tGrants ($m)\tVisits\nHolm\t5\t1,200", [("5", 5_000_000, "USD", "Grants"), ("1,200", 1200, None, "Visits")],
                 id="of its own column only"),
    pytest.param("Town\tSales (new)\nHolm\t1,200", [("1,200", 1200, None, "Sales (new)")], id="no unit"),
    pytest.param("Town\tHigh °C\nHolm\t-4", [("-4", -4, "degree_Celsius", "High °C")], id="degrees"),
    pytest.param("Port\tPassengers (m)\nHolm\t1.4", [("1.4", 1_400_000, None, "Passengers")], id="millions of what is counted"),
    pytest.param("Peak\tHeight (m)\nOld Ben\t940", [("940", 940, "meter", "Height")], id="metres of what is long"),
    pytest.param("Party\tSeats\nGreens\t+14", [("14", 14, None, "Seats")], id="things are counted"),
    pytest.param("Town\t% change\nHolm\t+4.5", [("4.5", Decimal("4.5"), "percent", "% change")], id="a plus before"),
    pytest.param("Town\tPlayed (P)\nHolm\t1,200", [("1,200", 1200, None, "Played (P)")], id="a letter is none"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), UNITS)
def test_units_of_columns(extractor, text, expected):
    """Bare numbers have the unit that the head of their column or row gives, which is no part of its name."""
    facts = extractor.extract(text, format="text").facts
    assert [(f.text, f.amount, f.unit, f.measure) for f in facts] == expected


# The title scales all sums but those per share, and the sign of a column holds for its bare numbers.
STATEMENT = """Results (in thousands, except per share data)
Q1 2025\tQ1 2024
Revenue\t$204,331\t$190,902
Costs\t(120,150)\t(114,500)
Gross margin\t41.2%\t40.0%
Earnings per share\t$0.36\t$0.31
Average shares\t88,120\t89,004"""
# As filings have it: signs and closing brackets in cells of their own, below heads that span several cells.
SPANNED = """<table><tr><td></td><td colspan=4>Three Months Ended</td></tr>
<tr><td></td><td colspan=2>June 30, 2025</td><td colspan=2>June 30, 2024</td></tr>
<tr><td>Product</td><td>$</td><td>1,204</td><td>$</td><td>1,100</td></tr>
<tr><td>Service</td><td></td><td>310</td><td></td><td>287</td></tr>
<tr><td>Tax rate</td><td></td><td>21.5</td><td>%</td><td></td></tr></table>"""


def test_statements(extractor):
    """What a title says of all numbers holds for those it can hold for; the rows of different units are measures."""
    facts = extractor.extract(STATEMENT, format="text").facts
    assert [(f.measure, f.amount, f.unit) for f in facts if f.when == "2025-Q1"] == [
        ("Revenue", 204_331_000, "USD"),
        ("Costs", -120_150_000, "USD"),
        ("Gross margin", Decimal("41.2"), "percent"),
        ("Earnings per share", Decimal("0.36"), "USD"),
        ("Average shares", 88_120_000, None),
    ]
    assert not any(f.text == "thousands" for f in facts)


def test_signs_in_cells_of_their_own(extractor):
    """They are those of the number beside them, and the currency that of the column; a quarter is told by its end."""
    facts = extractor.extract(SPANNED).facts
    assert [(f.measure, f.amount, f.unit, f.when) for f in facts if f.kind in ("money", "percent")] == [
        ("Product", 1204, "USD", "2025-Q2"),
        ("Product", 1100, "USD", "2024-Q2"),
        ("Service", 310, "USD", "2025-Q2"),
        ("Service", 287, "USD", "2024-Q2"),
        ("Tax rate", Decimal("21.5"), "percent", "2025-Q2"),
    ]


def test_lists_of_attributes(extractor):
    """A table of two columns whose values differ in their units has no heads."""
    facts = extractor.extract("Price\t£349\nWeight\t1.2kg\nDrive\t512GB\nMotor\tTwo-speed", format="text").facts
    assert [(f.measure, f.subject, f.unit) for f in facts] == [
        ("Price", None, "GBP"),
        ("Weight", None, "kilogram"),
        ("Drive", None, "gigabyte"),
    ]


def test_tables_in_a_row(extractor):
    """Each table has its own heads, as the markup says, and so does the one below a line between them."""
    row = "<tr><{0}>{1}</{0}><{0}>{2}</{0}><{0}>{3}</{0}></tr>"
    markup = "".join(
        "<table>" + "".join(row.format("th" if i == 0 else "td", *cells) for i, cells in enumerate(rows)) + "</table>"
        for rows in (
            [("Town", "Rain (mm)", "Wind"), ("Holm", "12.5", "30 km/h")],
            [("Party", "Votes", "%"), ("Greens", "12,500", "8.4")],
        )
    )
    rain = [("Holm", "Rain", "millimeter"), ("Holm", "Wind", "kilometer / hour")]
    text = "Town\tRain (mm)\tWind\nHolm\t12.5\t30 km/h\nCouncil\nParty\tVotes\t%\nGreens\t12,500\t8.4"
    for source, title in ((markup, None), (text, "Council")):
        facts = extractor.extract(source).facts
        votes = [("Greens", "Votes", None), ("Greens", title, "percent")]
        assert [(f.subject, f.measure, f.unit) for f in facts] == rain + votes


def test_times_in_the_first_column(extractor):
    """They say when the numbers of their rows hold, and a time in a table has no participants but the name of its row."""
    facts = extractor.extract("Year\tGuests\tMonthly fee\n2023\t4,100\t$5\n2024\t4,300\t$6", format="text").facts
    numbers = [(f.measure, f.subject, f.when) for f in facts if f.kind in ("count", "money")]
    assert numbers == [
        ("Guests", None, "2023"),
        ("Monthly fee", None, "2023"),
        ("Guests", None, "2024"),
        ("Monthly fee", None, "2024"),
    ]
    assert {(f.measure, f.subject) for f in facts if f.kind in ("date", "set")} == {(None, None)}


CROPS = """<figure class="wp-block-table"><table><caption>Harvest (thousand tonnes)</caption>
<tr><th>Crop</th><th>2023</th><th>2024 target</th></tr><tr><td>Wheat</td><td>3,120</td><td>870</td></tr></table>
<figcaption>Photo: Ann Lund</figcaption></figure>"""
SENTENCE = (
    "<p>The farms of the northern valley brought in far less wheat than they had hoped for, {} growers said at their fair.</p>"
)


def test_tables_in_figures(extractor):
    """A table in a figure, as WordPress writes it, is no caption, and its own caption gives its numbers their unit."""
    body = SENTENCE.format("young") + CROPS + SENTENCE.format("old") + SENTENCE.format("many")
    facts = extractor.extract(f"<html><body><nav><a href=/>Home</a></nav><article>{body}</article></body></html>").facts
    assert [(f.subject, f.measure, f.amount, f.unit, f.when) for f in facts if f.kind != "date"] == [
        ("Wheat", "Harvest", 3_120_000, "metric_ton", "2023"),
        ("Wheat", "2024 target", 870_000, "metric_ton", "2024"),
    ]


def test_times_beside_numbers(extractor):
    """A time in brackets behind a number in a table says when it holds."""
    facts = extractor.extract("Sales\t$4 billion (2024)\nStaff\t12,400 (2023)\nSeat\tLeeds", format="text").facts
    assert [(f.measure, f.when) for f in facts if f.kind != "date"] == [("Sales", "2024"), ("Staff", "2023")]


DRAWN = [
    pytest.param("| Arm | Q2 2025 ($m) | Change |\n|-----|---:|:---|\n| Shops | 1,240 | +12% |\n| Web | 64 | -2% |", id="bars"),
    pytest.param("Arm | Q2 2025 ($m) | Change\r\n--- | --- | ---\r\nShops | 1,240 | +12%\r\nWeb | 64 | -2%", id="bars inside"),
    pytest.param("Arm      Q2 2025 ($m)   Change\nShops    1,240          +12%\nWeb      64             -2%", id="spaces"),
]


@pytest.mark.parametrize("text", DRAWN)
def test_drawn_tables(extractor, text):
    """Tables that plain text draws with bars or spaces are tables."""
    facts = extractor.extract(f"The arms grew.\n\n{text}\n\nBoth did well.", format="text").facts
    assert [(f.subject, f.measure, f.amount, f.unit, f.when) for f in facts if f.kind != "date"] == [
        ("Shops", None, 1_240_000_000, "USD", "2025-Q2"),
        ("Shops", "Change", 12, "percent", None),
        ("Web", None, 64_000_000, "USD", "2025-Q2"),
        ("Web", "Change", -2, "percent", None),
    ]


def test_text_that_draws_no_table():
    """Bars without a rule, and lines that spaces fill to one width, are no tables."""
    for text in (
        "Home | News | Sport\nSales rose 3% | A. Lund",
        "The firm  that sold 5 boats  has been  shut since\nMay and  sold 3 more  to its  rivals now",
    ):
        assert "\t" not in factex.read(text, format="text").text


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
    found = [(f.measure, f.amount, f.unit) for f in facts if f.when == "2024"]
    sums = [("Sales", 1_234_000_000, "GBP"), ("Loss", -23_000_000, "GBP")]
    assert found == [*sums, ("Margin", 12, "percent"), ("Employees", 5000, None)]


def table(*rows):
    """Markup of a table whose cells are parted by bars; the cell `>` widens the one before it."""
    marked = []
    for row in rows:
        cells = []
        for cell in row.split("|"):
            if cell == ">":
                cells[-1] = (cells[-1][0], cells[-1][1] + 1)
            else:
                cells.append((cell, 1))
        marked.append("".join(f"<td colspan={width}>{cell}</td>" for cell, width in cells))
    return f"<table>{''.join(f'<tr>{each}</tr>' for each in marked)}</table>"


PERIODS = [
    pytest.param(
        ["|Three Months Ended June 30,|>|Six Months Ended June 30,|>", "|2025|2024|2025|2024", "Sales|$5.1|$4.0|$9.2|$8.1"],
        ["2025-Q2", "2024-Q2", "2025-H1", "2024-H1"],
        id="a length above, a year below",
    ),
    pytest.param(
        ["|Year ended 31 March 2025|Year to 31 March 2024", "|£m|£m", "Sales|210.4|198.8"],
        ["2024-04/2025-03", "2023-04/2024-03"],
        id="a year that is not the calendar's",
    ),
    pytest.param(
        ["|Second Quarter|>|First half|>", "|2025|2024|2025|2024", "Guests|1,200|1,100|2,300|2,200"],
        ["2025-Q2", "2024-Q2", "2025-H1", "2024-H1"],
        id="a quarter and a half of years",
    ),
    pytest.param(["Month|2023|2024", "March|1,204|1,310"], ["2023-03", "2024-03"], id="a month beside years"),
    pytest.param(["Year|Q1|Q2", "2023|1,204|1,310"], ["2023-Q1", "2023-Q2"], id="quarters beside a year"),
    pytest.param(["|As of|>", "|May 31, 2025|May 31, 2024", "Cash|$31|$28"], ["2025-05-31", "2024-05-31"], id="the end of a day"),
    pytest.param(["|2025-26|2024-25", "Savings|£21m|£14m"], ["2025/2026", "2024/2025"], id="two years in one"),
    pytest.param(["|Jan|Mar", "2024|4.1%|3.8%"], ["2024-01", "2024-03"], id="short months beside a year"),
    pytest.param(
        ["Item|Cost 2025-26|Cost (June 2027)", "Meals|£120m|£130m"], ["2025/2026", "2027-06"], id="behind what is measured"
    ),
    pytest.param(["|2024|2023", "Grants to farms|£5m|£4m"], ["2024", "2023"], id="a word that may lead to the end of a time"),
    pytest.param(["|2024|2023", "Loans due in 12 months|£5m|£4m"], ["2024", "2023"], id="a length in what is measured"),
    pytest.param(["|2024|2023", "Sale of land in 2021|£5m|£4m"], ["2024", "2023"], id="no time in what is measured"),
    pytest.param(["Item|Change since 2020", "Meals|£120m"], [None], id="no time that something changed since"),
    pytest.param(["|Nine months|>", "|2025|2024", "Sales|$7m|$6m"], [None, None], id="a part of a year that is not told"),
    pytest.param(["|Year ended 29 February|>", "|2024|2023", "Sales|$7m|$6m"], ["2023-03/2024-02", None], id="no such day"),
]


@pytest.mark.parametrize(("rows", "expected"), PERIODS)
def test_periods(extractor, rows, expected):
    """Heads tell together for what time a number holds; what they measure is told by the row."""
    facts = [f for f in extractor.extract(table(*rows), published="2025-07-24") if f.kind in ("count", "money", "percent")]
    assert [f.when for f in facts] == expected
    assert {f.measure for f in facts} <= {rows[-1].split("|")[0], "Cost", "Change since 2020", None}


CHANGES = [
    pytest.param("Town|Price|Annual change", "Holm|£100,000|3.4%", ["increase"], id="no sign is a rise"),
    pytest.param("Index|Close|Change", "Holm 50|8,120.4|-52.1", ["decrease"], id="a bare number"),
    pytest.param("Index|Close|Chg (%)", "Holm 50|8,120.4|(1.2)", ["decrease"], id="in brackets"),
    pytest.param("Index|Close|YoY", "Holm 50|8,120.4|(1.2)%", ["decrease"], id="in brackets before the percent sign"),
    pytest.param("Index|Close|Change", "Holm 50|8,120.4|(1.2%)", ["decrease"], id="in brackets with the percent sign"),
    pytest.param("Metal|Week|Month", "Tin|▲ 0.9%|▼ 3.0%", ["increase", "decrease"], id="arrows"),
    pytest.param("Land|Growth|Inflation", "Norland|-0.4%|1.2%", [], id="the level of what may be below zero"),
    pytest.param("Land|Climate change fund|Price", "Norland|£4m|£3", [], id="another change"),
]


@pytest.mark.parametrize(("heads", "row", "expected"), CHANGES)
def test_changes(extractor, heads, row, expected):
    """Below a head that says so numbers are changes, which their sign or mark tells the way of."""
    facts = extractor.extract(table(heads, row)).facts
    assert [(f.change, f.role) for f in facts if f.change is not None] == [(change, "by") for change in expected]


def test_rates_in_heads(extractor):
    """A unit with a rate in a head of a row or a column gives both, and is no part of the name."""
    markup = (
        table("Good|Price ($/tonne)|Change", "Tin|9,612|1.2%") + "<p>And</p>" + table("Good|Close|Change", "Gas (p/kWh)|5.1|1.2%")
    )
    facts = [f for f in extractor.extract(markup) if f.kind == "money"]
    assert [(f.measure, f.subject, f.amount, f.unit, f.per) for f in facts] == [
        ("Price", "Tin", 9612, "USD", "tonne"),
        ("Close", "Gas", Decimal("0.051"), "GBP", "kilowatt hour"),
    ]


def test_words_that_begin_like_months(extractor):
    """A margin is no March, and short months head their columns also where the corner is lost."""
    facts = extractor.extract("Quarter\tMargin\tMarket\nQ1 2025\t10%\t$5", format="text").facts
    assert [f.measure for f in facts if f.kind != "date"] == ["Margin", "Market"]
    facts = extractor.extract("Jan\tMarch\n2024\t4.1%\t3.8%", format="text").facts
    assert [f.when for f in facts if f.kind == "percent"] == ["2024-01", "2024-03"]


def test_periods_of_sums_in_heads(extractor):
    """A monthly fee is per month, and a monthly change is none."""
    facts = extractor.extract(table("Club|Monthly fee|Annual change", "Holm|$40|$3")).facts
    assert [(f.measure, f.per) for f in facts if f.kind == "money"] == [("Monthly fee", "month"), ("Annual change", None)]


def test_bases_in_heads(extractor):
    """A number that a head is the rate to is no count of its own."""
    facts = extractor.extract(table("Region|Cases|Cases per 100,000|Deaths", "Nord|1,204|310.2|12")).facts
    assert [(f.amount, f.measure, f.subject, f.per) for f in facts] == [
        (1204, "Cases", "Nord", None),
        (Decimal("310.2"), "Cases per 100,000", "Nord", "100,000"),
        (12, "Deaths", "Nord", None),
    ]


def test_cells_of_paragraphs(extractor):
    """As press releases have them: an empty corner is one also where cells hold paragraphs."""
    row = "".join
    heads, cells = (row(f"<td><p>{each}</p></td>" for each in line) for line in (("2025", "2024", "% Change"), ("$5", "$4", "25%")))
    markup = f"<table><tr><td></td>{heads}</tr><tr><td><p>Net sales</p></td>{cells}</tr></table>"
    assert [(f.measure, f.when) for f in extractor.extract(markup) if f.kind != "date"] == [
        ("Net sales", "2025"),
        ("Net sales", "2024"),
        ("% Change", None),
    ]


def test_forecasts_in_heads(extractor):
    """A year that is estimated or forecast says so of its numbers; the title gives them their unit."""
    markup = "<table><caption>Growth, % (revised)</caption><tr><th>Land</th><th>2024</th><th>2025F</th></tr>"
    facts = [
        f for f in extractor.extract(f"{markup}<tr><td>Norland</td><td>1.9</td><td>-2.1</td></tr></table>") if f.kind != "date"
    ]
    assert [(f.measure, f.subject, f.amount, f.unit, f.when, f.factuality) for f in facts] == [
        ("Growth", "Norland", Decimal("1.9"), "percent", "2024", "CT+"),
        ("Growth", "Norland", Decimal("-2.1"), "percent", "2025", "PR+"),
    ]


def test_units_of_columns_leave_people_out(extractor):
    """A column in millions of pounds counts no people in them."""
    facts = [f for f in extractor.extract(table("|2025|2024", "|£m|£m", "Sales|210|198", "Staff|1,204|1,310")) if f.kind != "date"]
    assert [(f.measure, f.amount, f.unit) for f in facts] == [
        ("Sales", 210_000_000, "GBP"),
        ("Sales", 198_000_000, "GBP"),
        ("Staff", 1204, None),
        ("Staff", 1310, None),
    ]


def test_heads_of_several_rows(extractor):
    """Below a head that spans rows there are no heads of its neighbours."""
    head = (
        "<tr><th rowspan=2>City</th><th colspan=2>Heat (°C)</th><th rowspan=2>Rain (mm)</th></tr><tr><th>Max</th><th>Min</th></tr>"
    )
    facts = extractor.extract(f"<table>{head}<tr><td>Holm</td><td>31</td><td>18</td><td>12.5</td></tr></table>").facts
    assert [(f.measure, f.amount, f.unit) for f in facts] == [
        ("Max", 31, "degree_Celsius"),
        ("Min", 18, "degree_Celsius"),
        ("Rain", Decimal("12.5"), "millimeter"),
    ]


# As filings have it, with line breaks in heads and closing brackets in cells of their own.
FILED = """<p>(in thousands, except per share amounts)</p><p>(Unaudited)</p><table>
<tr><td></td><td></td><td colspan=7>Three Months Ended</td></tr>
<tr><td></td><td></td><td colspan=3><b>May 31,<br>2025</b></td><td></td><td colspan=3><b>May 31,<br>2024</b></td></tr>
<tr><td>Sales</td><td></td><td>$</td><td>1,204</td><td></td><td></td><td>$</td><td>1,075</td><td></td></tr>
<tr><td>Operating loss</td><td></td><td></td><td>(41</td><td>)</td><td></td><td></td><td>(12</td><td>)</td></tr>
<tr><td>Loss per share, diluted</td><td></td>
<td>$</td><td>(0.12</td><td>)</td><td></td><td>$</td><td>(0.04</td><td>)</td></tr></table>"""


def test_filings(extractor):
    """What parts the words of a head ends no row, and a bracket that closes in the next cell is a loss."""
    facts = extractor.extract(FILED).facts
    assert [(f.measure, f.amount, f.unit, f.when) for f in facts if f.kind in ("count", "money")] == [
        ("Sales", 1_204_000, "USD", "2025-03/2025-05"),
        ("Sales", 1_075_000, "USD", "2024-03/2024-05"),
        ("Operating loss", -41_000, "USD", "2025-03/2025-05"),
        ("Operating loss", -12_000, "USD", "2024-03/2024-05"),
        ("Loss per share, diluted", Decimal("-0.12"), "USD", "2025-03/2025-05"),
        ("Loss per share, diluted", Decimal("-0.04"), "USD", "2024-03/2024-05"),
    ]


def test_lists_of_data(extractor):
    """A name and a short datum are a row; a definition is a line of its own."""
    markup = f"<dl><dt>Sales</dt><dd>$5m</dd><dt>Staff</dt><dd>4,100</dd><dt>Guests</dt><dd>{'Those who come. ' * 9}</dd></dl>"
    extraction = extractor.extract(markup)
    assert extraction.article.text.split("\n")[:3] == ["Sales\t$5m", "Staff\t4,100", "Guests"]
    assert [(f.measure, f.subject) for f in extraction.facts] == [("Sales", None), ("Staff", None)]
