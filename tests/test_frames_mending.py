"""Where the parse contradicts itself, frames come out as if it did not."""

import pytest

from factex.frames.syntax import Word, hang

MENDED = [
    pytest.param(
        "Romania led with 18,200, followed by Italy with [4,100] and Spain with 2,900.", (None, "Italy"), id="followed by"
    ),
    pytest.param("Romania led with 18,200, followed by Italy with 4,100 and Spain with [2,900].", (None, "Spain"), id="and with"),
    pytest.param("The board approved a dividend of [$2] per share.", ("dividend", "board"), id="a rate behind its number"),
    pytest.param(
        "Volta sold 300 cars and light trucks in May, down [3%].", ("cars and light trucks", "Volta"), id="goods that fell"
    ),
    pytest.param("The brothers have a net worth of [$3 billion].", ("net worth", "brothers"), id="worth"),
    pytest.param("Oil fell to a session low of [$70].", ("Oil", "Oil"), id="an extreme of a session"),
    pytest.param("Fees averaged $3, Beller estimates, an increase of [10%].", ("Fees", None), id="a report between commas"),
    pytest.param("Gold for April delivery fell [3%].", ("Gold", "Gold for April delivery"), id="a month of delivery"),
    pytest.param("Operating cash flow of [$80 million]; paid down $35 million.", ("Operating cash flow",) * 2, id="semicolon"),
    pytest.param("Adjusted EPS rose to [$1.20] vs. $1.10 a year ago.", ("Adjusted EPS", None), id="a figure in capitals"),
    pytest.param("Revenue [$5 million] vs. $4 million a year ago", ("Revenue", None), id="a figure that opens a line"),
    pytest.param("Romania led with $18, followed by Italy at [$13].", (None, "Italy"), id="followed by at"),
    pytest.param("Orion led with 34%, ahead of Volta with [21%].", (None, "Volta"), id="ahead of"),
    pytest.param("Orion was hit by Volta with a claim of [$5 million].", ("claim", "Volta"), id="an instrument"),
    pytest.param("Sales reached $4 billion, above the [$3 billion] analysts had expected.", ("Sales", None), id="who expects it"),
    pytest.param("The work will use the [$40 million] Congress approved last year.", (None, "work"), id="name that gives it"),
    pytest.param("Seoul answered the [25%] tariff Trump imposed in May.", ("tariff", "Trump"), id="name that imposes it"),
    pytest.param("Critics say the [$3 million] Lund earned was too much.", (None, "Lund"), id="name that earned it"),
    pytest.param("The [$3 billion] Lund Bridge opened in May.", ("Lund Bridge", "Lund Bridge"), id="name with a price"),
    pytest.param("Turnout was 63%, with the Greens on 14% and the Liberals on [22%].", (None, "Liberals"), id="parallel phrases"),
    pytest.param(
        "The gap between the bank rate and the deposit rate is [3%].",
        ("gap between the bank rate and the deposit rate",) * 2,
        id="between two",
    ),
    pytest.param("The growth beat the [2.1%] economists polled by Lyra had expected.", (None, "growth"), id="who was polled"),
    pytest.param(
        "The Orion Note 7 Ultra has a stronger motor, [900 watts].", ("stronger motor", "Orion Note 7 Ultra"), id="two subjects"
    ),
    pytest.param("The Irish loans market worth over $3 billion is shrinking by [4%].", ("Irish loans market",) * 2, id="worth"),
    pytest.param("The panels measure between [15 cm and 20 cm].", ("panels", "panels"), id="verb of level"),
    pytest.param("The number of pupils who had the mumps fell by [9%].", ("number of pupils", "pupils"), id="relative clause"),
    pytest.param(
        "The share of adults in the north who had hay fever rose by [8%].",
        ("share of adults in the north", "adults"),
        id="clause as subject",
    ),
    pytest.param("The old twin [9 inch] display panel is dim.", ("old twin display panel",) * 2, id="before the number"),
    pytest.param("The Lyra Pro 14 inch is worth [$1500].", ("Lyra Pro", "Lyra Pro"), id="number in a name"),
    pytest.param("The bank trades on barely [9.2 times] earnings.", ("earnings", "bank"), id="compound of a verb"),
    pytest.param("The e-notes were up [2 points].", ("e-notes",) * 2, id="compound with a hyphen"),
    pytest.param("At the close: Lyra 40 [-0.3%], Volta 25 +0.7%.", ("Lyra 40", "Lyra 40"), id="number ends a name"),
    pytest.param("Guards found whisky worth about [£3,000] hidden in a van.", ("whisky", "Guards"), id="found worth"),
    pytest.param("Coins and silver worth [£3,000] were stolen.", ("silver", "silver"), id="worth as a noun"),
    pytest.param("Fees are cut, for example by [3%].", ("Fees", None), id="for example"),
    pytest.param(
        "Acme kept its view as profit for the six months to August 29 fell [22%].", ("profit", "Acme"), id="subject after as"
    ),
    pytest.param("Lund grew, with Oslo shares down [2%] to 40 kronor.", ("Oslo shares", "Lund"), id="verb after with"),
    pytest.param("Costs fell and like-for-like sales were up [2.4%].", ("like-for-like sales", None), id="like for like"),
    pytest.param("The motor has a power of [150 hp] and peak torque of 300 Nm.", ("power", "motor"), id="power and torque"),
    pytest.param("The consumer price index, or CPI, rose [3%].", ("consumer price index",) * 2, id="short name after or"),
    pytest.param("LUND — The chipmaker climbed [3%] in early trading.", ("chipmaker", "chipmaker"), id="dateline"),
    pytest.param("The stock trades at a [12%] discount to its peers.", ("discount to its peers", "stock"), id="noun takes to"),
    pytest.param("Banks that hold [$5 billion] of debt will pay more.", ("debt", "Banks"), id="sum in a relative clause"),
    pytest.param(
        "Shares of Volvo and Scania fell [3%].", ("Shares of Volvo and Scania", "Volvo and Scania"), id="list as two subjects"
    ),
    pytest.param("London — The pound fell [3%].", ("pound", "pound"), id="dateline as a subject"),
    pytest.param("The drone has a range of up to [4km] and battery life of 30 minutes.", ("range", "drone"), id="number and noun"),
    pytest.param("Speeds were tested on both a [512GB] and 1TB model.", ("model", "model"), id="two numbers of one noun"),
    pytest.param("Output fell 3%, compared with a [5%] rise a year earlier.", ("Output", None), id="participle after a number"),
    pytest.param("They spent $30 million on buses and [$12 million] on roads.", ("roads", None), id="number joined to a noun"),
    pytest.param("House prices up [4%] in London", ("House prices", None), id="figure as a verb"),
    pytest.param("They told Lund to pay a [£157] victims' surcharge.", ("victims' surcharge", "Lund"), id="of a kind"),
    pytest.param("Hern received a [£250] fine on Monday.", ("fine", "Hern"), id="noun as an adjective"),
    pytest.param("A total of 1.7million people have come since [April].", (None, "1.7million people"), id="number before its noun"),
    pytest.param("The agency said [the early morning] quake was felt widely.", (None, "quake"), id="article of a time"),
    pytest.param("Interviews with 1,500 voters, held on [Monday], showed a rise.", (None, "Interviews"), id="what was held"),
    pytest.param("A poll put Labour on [44%] and the Tories on 30%.", (None, "Labour"), id="share of a name"),
    pytest.param("A poll put Labour on 44% and the Tories on [30%].", (None, "Tories"), id="share of the next name"),
    pytest.param("Acting President Han Duck-soo paid [$5 million].", (None, "Han Duck-soo"), id="name with a hyphen"),
    pytest.param(
        "Orion holders will own 23% of the combined firm and Volta shareholders will own [24%].",
        (None, "Volta shareholders"),
        id="holders in a row",
    ),
    pytest.param("Lund Varga, which makes pumps, cut its workforce by [8%].", ("workforce", "Lund Varga"), id="no person is which"),
    pytest.param(
        "BTX consolidated net profit rose by [22%].", ("BTX consolidated net profit", "BTX"), id="subject of an adjective"
    ),
    pytest.param(
        "The Retail Federation projects retail sales during May will total [$602 million].",
        ("retail sales", None),
        id="report as subject",
    ),
    pytest.param(
        "Analysts in a Lyra poll had forecast exports would increase [10%].", ("exports", "exports"), id="report before its clause"
    ),
    pytest.param(
        "Costs rose, with the total impairment charge up [20%] at £800 million.",
        ("total impairment charge", None),
        id="charge as a verb",
    ),
    pytest.param("LundGold stock has risen by [76%].", ("LundGold stock", "LundGold"), id="name before a noun"),
    pytest.param("Harmony and LundGold both traded about [8%] higher.", ("Harmony and LundGold",) * 2, id="name as a verb"),
    pytest.param("Acme grew. Its UK sales rose [3.5%].", ("UK sales", "Acme"), id="its before a compound"),
    pytest.param(
        "Acme said revenue in the current period, its fourth quarter, will be about [$10 billion].",
        ("revenue", "Acme"),
        id="object of said",
    ),
    pytest.param("The 58-year-old hopes to sell [300 cows].", (None, "58-year-old"), id="verb after an age"),
    pytest.param("Volta — The chipmaker climbed [3%] in early trading.", ("chipmaker", "Volta"), id="name opens a line"),
    pytest.param("Marks & Spencer — The retailer slipped [2%].", ("retailer", "Marks & Spencer"), id="name with an ampersand"),
    pytest.param("Sirena — The retailer's stock added [4%].", ("stock", "Sirena"), id="name of whose stock it is"),
    pytest.param("The suspension bridge spans [900 meters].", ("suspension bridge",) * 2, id="verb of level after a singular"),
    pytest.param("The average cup of coffee costs [$4].", ("average cup of coffee",) * 2, id="verb of level with a subject"),
    pytest.param("It may sell up to another [10%] of the shares.", ("shares", None), id="number after up to"),
    pytest.param(
        "In Houston, Texas’ largest district, enrollment has fallen by [3%].",
        ("enrollment", None),
        id="subject after an apposition",
    ),
    pytest.param(
        "In towns like Salem, Oregon, attendance has fallen by [9%].", ("attendance", "towns"), id="subject after an opening"
    ),
    pytest.param(
        "Costs are up because enrollment, after peaking at 30,000 pupils, fell by [900].", ("enrollment", None), id="after because"
    ),
    pytest.param("The pump is the lightest of its kind, weighing [2 kg].", ("pump",) * 2, id="of its kind"),
    pytest.param(
        "In Aro — the heart of the quake, 310 miles from Lund — the death toll stood at [105].", ("death toll", None), id="aside"
    ),
]


@pytest.mark.parametrize(("text", "frame"), MENDED)
def test_frame(text, frame, extractor):
    """The fact in brackets has this measure and subject."""
    start = text.index("[")
    facts = extractor.extract(text.replace("[", "").replace("]", ""), format="text").facts
    assert [(fact.measure, fact.subject) for fact in facts if fact.start == start] == [frame]


def test_no_word_hangs_on_what_hangs_on_it():
    """A mend that would close a circle leaves the parse as it is."""
    first, second = (Word(i, t, t, t, "NOUN", "NN", "ROOT", "", "", 2 * i, 2 * i + 1) for i, t in enumerate("ab"))
    first.head = second.head = first
    first.right = (second,)
    hang(first, second, "compound")
    assert (first.head, second.head, first.right, second.left) == (first, first, (second,), ())
