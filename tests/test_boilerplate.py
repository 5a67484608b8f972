"""Boilerplate: the tables of what newsrooms put around their articles, row by row, and what must stay."""

import re

import pytest

import factex
from factex.cleaning.boilerplate import is_boilerplate, is_box, is_told
from factex.cleaning.tags import is_hidden, may_be_hidden
from factex.data import table

LINES, BOXES, UNSEEN = table("boilerplate")["lines"], table("boilerplate")["boxes"], table("html")["unseen"]
TOLD = table("boilerplate")["told"]


@pytest.mark.parametrize(("pattern", "line"), LINES.items(), ids=LINES.values())
def test_line(pattern, line):
    """Each row drops its line."""
    assert re.fullmatch(pattern, line, re.IGNORECASE)
    assert is_boilerplate(line)


@pytest.mark.parametrize(("pattern", "name"), BOXES.items(), ids=BOXES.values())
def test_box(pattern, name):
    """Each row tells its box."""
    assert re.fullmatch(pattern, name, re.IGNORECASE)
    assert is_box(f"div {name}")
    assert is_box(f"div wide {name.upper()}-2")


@pytest.mark.parametrize(("pattern", "name"), TOLD.items(), ids=TOLD.values())
def test_box_of_facts(pattern, name):
    """Each row tells its box; counts of views are none."""
    assert re.fullmatch(pattern, name, re.IGNORECASE)
    assert is_told(f"aside {name}")
    assert not is_told("div post-stats")


@pytest.mark.parametrize("name", UNSEEN.values())
def test_unseen(name):
    """Each row tells an element that no one sees, and the glance that goes before it lets it pass."""
    source = f' class="x {name}"'
    assert may_be_hidden(source)
    assert is_hidden("span", source)


@pytest.mark.parametrize(
    "line",
    [
        "Sales rose 3% to $5 billion.",
        "Shares of the company rose 3% in New York.",
        "Read the contract twice before you sign it, the regulator said on Tuesday.",
        "More than 300 people signed up for the newsletter in its first week.",
        "Getting a mortgage costs 5% more than a year ago.",
        "Subscriptions rose 12% to 4.5 million, and revenue from them to $90 million.",
        "Commentary: the bank has 5 weeks left.",
        "The source of the money is unknown, prosecutors said.",
        "This article of the treaty covers 27 countries.",
        "Published figures show 3% growth.",
        "Tags cost 5 cents each.",
        "Watching the vote were 300 reporters.",
        "Images of the flood show 40 houses under water.",
        "By Tuesday 300 people had left the town.",
        "By then",
        "Follow-up studies found that 12 of 40 patients recovered.",
    ],
)
def test_news_stays(line):
    """Sentences that begin like boilerplate are none."""
    assert not is_boilerplate(line)


@pytest.mark.parametrize(
    "name",
    ["article-body", "story-content", "commentary", "adage", "shareholders", "relatedness", "main-text", "section-news", "paywall"],
)
def test_other_names_are_no_boxes(name):
    """Names that hold a box's word inside a longer one say nothing."""
    assert not is_box(f"div {name}")


def test_fragment_loses_boxes_but_no_sentences():
    """In a fragment a box goes by its name, a line by its words only if it is linked."""
    said = "<p>Read more than 3 pages a day.</p><p>Read more: <a href=/x>Profits fall</a></p><div class='newsletter'>5</div>"
    assert factex.read(f"<p>Sales rose.</p>{said}").text == "Sales rose.\nRead more than 3 pages a day."
