"""Which currency a sign or a noun means."""

import re
from datetime import date
from decimal import Decimal

import pytest

from factex.data import currencies
from factex.records import Article
from factex.values.currency import Currencies

RESOLVED = {
    "a marked sign": ("He paid NT$5.", "NT$", None, "TWD", "currency.as_written"),
    "a code": ("He paid GBP 5.", "GBP", None, "GBP", "currency.as_written"),
    "an adjective": ("It cost 5 Australian dollars.", "Australian dollars", None, "AUD", "currency.as_written"),
    "a country's adjective": ("Samsung, the South Korean maker, paid 5 won.", "won", None, "KRW", "currency.article"),
    "another country's": ("North Korean officials in Pyongyang paid 5 won.", "won", None, "KPW", "currency.article"),
    "the country named most": (
        "Mexico and Chile: the Chilean peso and Chile's debt, 5 pesos.",
        "pesos",
        None,
        "CLP",
        "currency.article",
    ),
    "a city": ("The bank in Oslo paid 5 kroner.", "kroner", None, "NOK", "currency.article"),
    "the publisher's dollar": ("It cost $5 in New York.", "$", "AU", "AUD", "currency.publisher"),
    "the publisher's rupee": ("It cost Rs 5.", "Rs", "PK", "PKR", "currency.publisher"),
    "the default dollar": ("It cost $5.", "$", None, "USD", "currency.default"),
    "another's dollar": ("It will spend $5 (US$3) in Australia.", "$", None, "AUD", "currency.article"),
    "a dollar of the United States abroad": ("It will spend $5 in Australia.", "$", None, "USD", "currency.default"),
    "a dollar that is marked once": ("It will spend A$5 and then $5 in Sydney.", "$", None, "AUD", "currency.article"),
    "a dollar beside its conversion": ("It paid A$5 million ($3 million) in Sydney.", "$", None, "USD", "currency.default"),
    "a marked dollar in a story of the United States": ("The U.S. fund paid A$5 and $5.", "$", None, "USD", "currency.default"),
    "a marked dollar in a story of another country": ("Total of France paid A$5 and $5.", "$", None, "USD", "currency.default"),
    "a cent beside euros": ("Bread rose 5 cents to €1.20.", "cents", None, "EUR", "currency.article"),
    "a cent in an article of euros": ("It owes 2 million euros. Milk rose 3 cents.", "cents", None, "EUR", "currency.article"),
    "a cent of the dollar that the euro costs": ("The euro rose 2 cents to $1.14.", "cents", None, "USD", "currency.default"),
    "a cent where the euro is only named": ("The euro fell half a cent.", "cent", None, "USD", "currency.default"),
    "the publisher's cent": ("It earned 63 cents. It paid €4 million.", "cents", "AU", "AUD", "currency.publisher"),
    "a cent beside rand": ("Bread rose 5 cents to R12.20.", "cents", None, "ZAR", "currency.article"),
    "a cent of a publisher that pays in rand": ("Diesel rose 5 cents.", "cents", "ZA", "ZAR", "currency.publisher"),
    "crowns": ("The bank in Oslo paid 5,000 crowns.", "crowns", None, "NOK", "currency.article"),
    "of two countries, that of the sentence": (
        "Oslo shrugged. A bank in Stockholm paid 5 crowns.",
        "crowns",
        None,
        "SEK",
        "currency.article",
    ),
    "of two countries, the one named before": (
        "Oslo agreed. It paid 5 crowns. Stockholm did not.",
        "crowns",
        None,
        "NOK",
        "currency.article",
    ),
    "of two countries, neither": ("Oslo and Stockholm agreed. It paid 5 crowns.", "crowns", None, None, "currency.default"),
    "the guilder of old": ("It cost 5 guilders.", "guilders", None, "NLG", "currency.default"),
    "the default pound": ("It cost £5.", "£", None, "GBP", "currency.default"),
    "open": ("It cost 5 dinars.", "dinars", None, None, "currency.default"),
}


@pytest.mark.parametrize(("text", "written", "country", "code", "rule"), RESOLVED.values(), ids=RESOLVED)
def test_resolve(text, written, country, code, rule):
    """The nearest evidence decides, and is recorded with the words that it went by."""
    found, why = Currencies(Article(text, country=country)).resolve(written, text.index(written))
    assert (found, why.field, why.rule) == (code, "unit", rule)
    assert (why.start is not None) == (rule == "currency.article")


@pytest.mark.parametrize(("published", "code"), [(date(1990, 5, 1), "FRF"), (date(2010, 5, 1), "CHF"), (None, "CHF")])
def test_money_of_the_day(published, code):
    """What was paid in a country when the article was published: francs in France until the euro came."""
    assert Currencies(Article("The bank in France paid 5 francs.", published=published)).resolve("francs", 26)[0] == code


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("The yen rose against the dollar to 108.55 per dollar.", "JPY", "yen"),
        ("The dollar slid to 108.55 against the yen.", "JPY", "yen"),
        ("Sterling was at 1.3012 against the dollar.", "USD", "dollar"),
        ("Sterling was at 0.8501 per euro.", "GBP", "Sterling"),
        ("Sterling was at 1.1512 against the euro.", "EUR", "euro"),
        ("The Australian dollar was at 0.6612 against the dollar.", "USD", "dollar"),
    ],
)
def test_an_exchange_rate_is_in_the_currency_that_markets_tell_it_in(text, code, words):
    """Dollars for a pound, but yen for a dollar."""
    rate = re.search(r"\d[\d.]+", text)
    found, why = Currencies(Article(text)).quoted(0, rate.start(), Decimal(rate[0]))
    assert found == code
    assert text[why.start : why.end] == words


@pytest.mark.parametrize(
    ("written", "codes"),
    [
        ("renminbi", ("CNY",)),
        ("quid", ("GBP",)),
        ("pence", ("GBP",)),
        ("roubles", ("RUB",)),
        ("reais", ("BRL",)),
        ("CFA francs", ("XOF",)),
        ("U.S. dollars", ("USD",)),
        ("Swedish crowns", ("SEK",)),
        ("Deutsche marks", ("DEM",)),
    ],
)
def test_meaning(written, codes):
    """Names in the forms of the news have their codes."""
    assert currencies.meaning(written).codes == codes


@pytest.mark.parametrize("written", ["marks", "gold", "units", "dollarette", "XXX"])
def test_what_is_no_currency(written):
    """English words that happen to be names of currencies are none alone."""
    assert currencies.meaning(written) is None


def test_current_codes_come_first():
    """Of the currencies that a noun can mean, those in use come before those of the past."""
    codes = currencies.meaning("francs").codes
    assert codes.index("CHF") < codes.index("FRF")
