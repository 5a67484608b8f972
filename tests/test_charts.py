"""Pictures of no fact, one fact and ten thousand."""

import json
import random
import re
import sys
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from importlib.resources import files

import pytest

import factex
from factex.component import COLORS
from factex.extraction import Extraction
from factex.records import Article, Fact
from factex.views import marks, words

pytest.importorskip("altair")
from factex.views import charts

DAY = Fact(
    "date", "2024", 0, 4, "In 2024 Acme sold.", timex="2024", begin=date(2024, 1, 1), finish=date(2025, 1, 1), subject="Acme"
)
SUM = Fact("money", "$5", 0, 2, "Acme sold $5 in 2024.", Decimal(5), unit="USD", subject="Acme", measure="sales", when="2024")


def many(count):
    """As many facts, half of them dates, of a hundred companies."""
    chance = random.Random(1)  # noqa: S311  (a picture needs no secrets)
    for _ in range(count // 2):
        day = date(2015, 1, 1) + timedelta(chance.randrange(3650))
        subject = f"Company {chance.randrange(100)}"
        yield Fact("date", "x", 0, 1, "A day.", timex=str(day), begin=day, finish=day + timedelta(1), subject=subject)
        yield Fact("money", "x", 0, 1, "A sum.", Decimal(chance.randrange(1, 10**9)), unit="USD", subject=subject, when=str(day))


EMPTY = Extraction(Article(""))
ONE = Extraction(Article("", title="A title"), (SUM, DAY))
BIG = Extraction(Article(""), tuple(many(10_000)))


def data(chart):
    """The data behind all marks of a chart."""
    found = []
    for part in chart.to_dict()["datasets"].values() if "datasets" in chart.to_dict() else []:
        found += part
    for part in [chart.to_dict(), *chart.to_dict().get("layer", []), *chart.to_dict().get("vconcat", [])]:
        found += part.get("data", {}).get("values", [])
    return found


PICTURES = {
    "timeline": lambda extraction: extraction.timeline(),
    "amounts": lambda extraction: extraction.amounts(),
    "over time": lambda extraction: extraction.amounts(over="time"),
}


@pytest.mark.parametrize("picture", PICTURES)
@pytest.mark.parametrize("extraction", [EMPTY, ONE, BIG], ids=["none", "one", "many"])
def test_pictures_are_valid_and_bounded(extraction, picture):
    """Altair accepts them, and ten thousand facts are no more marks than a browser can show."""
    assert len(data(PICTURES[picture](extraction))) <= charts.MOST * marks.CELLS * 2


def test_a_fact_quotes_its_sentence():
    """The tooltip has the sentence, the value in words and the article."""
    (row,) = data(ONE.amounts())
    assert row["sentence"] == SUM.sentence
    assert (row["value"], row["what"], row["article"], row["facts"]) == ("5 USD", "Acme: sales", "A title", 1)


def test_a_number_stands_at_the_date_it_holds_for():
    """The date of its sentence gives a number its interval."""
    found = {row["kind"]: (row["x"][:10], row["finish"][:10]) for row in data(ONE.timeline())}
    assert found == {"money": ("2024-01-01", "2025-01-01"), "date": ("2024-01-01", "2025-01-01")}


def test_what_happens_at_the_same_time_stands_in_lines_below_each_other():
    """The year and the sum of that year do not cover each other; what comes after them takes the first line again."""
    later = replace(DAY, timex="2025", begin=date(2025, 1, 1), finish=date(2026, 1, 1))
    found = {(row["kind"], row["x"][:4]): row["line"] for row in data(Extraction(Article(""), (DAY, SUM, later)).timeline())}
    assert found == {("date", "2024"): "000|0|Acme", ("money", "2024"): "000|1|", ("date", "2025"): "000|0|Acme"}


def test_a_mark_of_several_facts_quotes_them():
    """What is said twice of one time is one mark, which counts the facts and quotes both."""
    again = replace(DAY, sentence="Acme grew in 2024.")
    (row,) = data(Extraction(Article(""), (DAY, again)).timeline())
    assert (row["facts"], row["sentence"]) == (2, "In 2024 Acme sold. … Acme grew in 2024.")


@pytest.mark.parametrize("picture", PICTURES)
def test_articles_end_no_script(picture):
    """Altair writes data into the script of a page as they are, so nothing in them may end it; "< 5" stays as it is."""
    attack = "</script><!--<script>, < 5"
    fact = replace(SUM, sentence=attack, subject=attack, measure=attack, unit=attack, begin=date(2024, 1, 1), when="2024")
    written = json.dumps(PICTURES[picture](Extraction(Article("", title=attack), (fact, DAY))).to_dict())
    assert "< 5" in written
    assert re.search(r"<[a-z/!]", written) is None


def test_case_makes_no_other_row():
    """A measure that begins one sentence and stands inside others is one measure."""
    facts = (SUM, SUM, replace(SUM, measure="Sales"))
    assert {row["row"] for row in data(Extraction(Article(""), facts).amounts())} == {"Acme: sales"}


def test_axes_of_many_magnitudes_have_powers_of_ten():
    """From cents to trillions there are at most a dozen labels, on both sides of zero."""
    assert marks.powers([3, 4_000_000]) == [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000]
    assert marks.powers([-5, 0, 40_000]) == [*(-(10**k) for k in range(5, -1, -1)), 0, *(10**k for k in range(6))]
    assert len(marks.powers([1e-9, 1e15])) <= 14


def test_colours_are_those_of_the_text():
    """Charts, displaCy and the marks of a text show a kind in one colour."""
    style = (files("factex.views") / "style.css").read_text(encoding="utf-8")
    assert dict(re.findall(r"\.(\w+) \{ --hue: (#\w+); \}", style)) == words.COLORS == COLORS


def test_what_is_left_out_is_said():
    """Marks that stand for several facts count them, and the title counts the rows that are not shown."""
    chart = BIG.timeline()
    assert chart.to_dict()["title"] if "title" in chart.to_dict() else chart.to_dict()["layer"][0]["title"]
    found = data(chart)
    assert sum(row["facts"] for row in found) > len(found)
    assert "rows are left out" in chart.to_json()


def test_a_corpus_has_pictures_too():
    """Of all its articles."""
    assert len(data(factex.concat([ONE, ONE]).amounts())) == 2


def test_another_axis_is_an_error():
    """It says what was expected."""
    with pytest.raises(ValueError, match="expected 'amount' or 'time'"):
        ONE.amounts(over="space")


def test_a_missing_package_says_what_to_install(monkeypatch):
    """The error names the extra."""
    monkeypatch.setitem(sys.modules, "altair", None)
    monkeypatch.delitem(sys.modules, "factex.views.charts")
    monkeypatch.delattr("factex.views.charts")
    with pytest.raises(factex.ExtraError, match=r"factex\[viz\]"):
        ONE.timeline()


def test_a_fall_is_below_zero_and_a_move_no_level():
    """Sales of $5, which fell by $2, are no line from 5 to 2."""
    fall = replace(SUM, amount=Decimal(2), change="decrease", role="by")
    shown = data(Extraction(Article(""), (SUM, fall, DAY)).amounts(over="time"))
    assert [(row["row"], row["x"]) for row in shown] == [("Acme: sales", 5), ("Acme: sales, change", -2)]
