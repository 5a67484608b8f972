"""Attribution, factuality, times and equivalents: what a sentence says of the fact in brackets."""

import pytest

SENTENCES = [
    pytest.param("Acme did not pay the [$3 million].", {"factuality": "CT-"}, id="negation reaches the object"),
    pytest.param("Acme rose in [May]; it did not last.", {"factuality": "CT+"}, id="a clause beside the negated one"),
    pytest.param("Acme could lose [$3 million].", {"factuality": "PS+"}, id="modal of possibility"),
    pytest.param("Acme plans to spend [$3 million].", {"factuality": "PR+", "subject": "Acme"}, id="plan"),
    pytest.param(
        "NORTH VALE HAS PAID FOR DECADES, AS VOLTA REPORTEDLY AGREED THAT NORTH VALE PAY UP TO [$5 MILLION] A YEAR, WHEN HE LEFT.",
        {"modifier": "equal_or_less"},
        id="a word of doubt in capitals, taken for a noun",
    ),
    pytest.param(
        "The money will pay for a machine, which it says will cost [$3 million].",
        {"speaker": None, "cue": "say"},
        id="no money says",
    ),
    pytest.param("If it sells the unit for [$3 million], Acme will shrink.", {"factuality": "Uu"}, id="condition"),
    pytest.param(
        "The union demanded that Acme pay [$3 million].", {"factuality": "Uu", "speaker": "union", "cue": "demand"}, id="demand"
    ),
    pytest.param("Acme wants to end the [15%] tariffs.", {"factuality": "CT+", "speaker": None}, id="presupposed in a demand"),
    pytest.param("Acme denied it had paid [$3 million].", {"factuality": "CT-", "speaker": "Acme", "cue": "deny"}, id="denial"),
    pytest.param("Sales will reach [$3 million].", {"factuality": "CT+"}, id="bare will is certain"),
    pytest.param("After reaching a deal in [May], Acme may leave.", {"factuality": "CT+"}, id="taken for granted by after"),
    pytest.param(
        "Sales rose to [$3 million], the company said.", {"speaker": "company", "cue": "say"}, id="report after its clause"
    ),
    pytest.param("Sales rose to [$3 million], according to Refinitiv.", {"speaker": "Refinitiv"}, id="according to"),
    pytest.param(
        "The company said on [Tuesday] that sales rose.", {"speaker": None, "cue": None}, id="the time of the report itself"
    ),
    pytest.param(
        "The company said on Tuesday that sales rose to [$3 million].", {"when": None}, id="not the time of what it reports"
    ),
    pytest.param("Sales rose to [$3 million] in 2024.", {"when": "2024"}, id="time beside the number"),
    pytest.param("Sales fell in May 2024. Profit dropped to [$3 million].", {"when": "2024-05"}, id="time of the sentence before"),
    pytest.param("Sales fell 4% to [$3 million] from 2023.", {"when": None}, id="the time that it is compared with"),
    pytest.param("It costs $1.13 million ([€1 million]) a year.", {"equivalent": 0}, id="restated in brackets"),
    pytest.param("It earned $3 million, or [$2] a share.", {"equivalent": None, "per": "share"}, id="a rate restates no total"),
    pytest.param("It lost [$3 million].", {"change": None, "measure": "loss"}, id="no price moves by millions"),
    pytest.param(
        "The bank raised its rate to a 20-year high of [6%].", {"change": "increase", "role": "to", "measure": "rate"}, id="high"
    ),
    pytest.param("The rate, at a five-year low of [6%], will rise.", {"change": None, "role": None}, id="a level before its verb"),
    pytest.param("It drove down costs [12%].", {"change": "decrease", "role": "by", "measure": "costs"}, id="driven down"),
    pytest.param("Sales fall below the [$5 million] that Lund is looking for.", {"change": None}, id="below what is known"),
    pytest.param("The Loan Facility (MLF rate rose [3%].", {"change": "increase"}, id="a bracket that stays open"),
    pytest.param("It lost [$2] to $45.", {"change": "decrease", "role": "by"}, id="a price moves to a level"),
    pytest.param(
        "The fee drops to $3 after 6 p.m. and rises to [$5] on Fridays.", {"when": None}, id="a clause with a set of its own"
    ),
    pytest.param("A total of 300 pupils ([40%]) are ill.", {"equivalent": 0}, id="a share in brackets"),
    pytest.param("The index rose 54 points ([0.4%]) to 3,000.", {"equivalent": 0, "role": "by"}, id="a move told as a share"),
    pytest.param(
        "Sales rose in [the first eight months] of the business year.", {"measure": None}, id="no length is that of a year"
    ),
    pytest.param("The index hit 3,000 ([0.4%]).", {"equivalent": None}, id="a move in brackets"),
    pytest.param("Some 300 people, or [one in ten], have left.", {"equivalent": 0}, id="a part told as a ratio"),
    pytest.param("It holds 3 million litres, equal to [790,000 gallons], of oil.", {"equivalent": 0}, id="equal to"),
]


@pytest.mark.parametrize(("text", "fields"), SENTENCES)
def test_fields(text, fields, extractor):
    """The fact in brackets has these fields."""
    start = text.index("[")
    facts = extractor.extract(text.replace("[", "").replace("]", ""), format="text", published="2025-04-09").facts
    [fact] = [fact for fact in facts if fact.start == start]
    assert {name: getattr(fact, name) for name in fields} == fields
