"""What times mean in an article; where a row gives no other day, it is of Wednesday 2025-04-09."""

from datetime import date, datetime, timedelta, timezone

import pytest

import factex

ANCHOR = "2025-04-09"


def times(extractor, text, published=ANCHOR, **given):
    """The temporal facts of a text."""
    facts = extractor.extract(text, published=published, format="text", **given).facts
    return [fact for fact in facts if fact.kind in ("date", "time", "duration", "set")]


DIRECTION = [
    pytest.param("The two spoke on Tuesday.", "2025-04-08", id="a weekday is the last one"),
    pytest.param("The court ruled on Wednesday.", "2025-04-09", id="today's name is today"),
    pytest.param("The court will rule on Tuesday.", "2025-04-15", id="will looks ahead"),
    pytest.param("The vote is scheduled for Friday.", "2025-04-11", id="what is scheduled lies ahead"),
    pytest.param("The vote was postponed until Friday.", "2025-04-11", id="a new date lies ahead of a past verb"),
    pytest.param("The election is set to take place on June 3.", "2025-06-03", id="set to"),
    pytest.param("The firm began to pay in January.", "2025-01", id="a month with a past verb is over"),
    pytest.param("The firm was sold in November.", "2024-11", id="last year's November"),
    pytest.param("The plant will open in February.", "2026-02", id="next year's February"),
    pytest.param("The offer was extended to April 16.", "2025-04-16", id="nobody means the day a year ago"),
    pytest.param("Wednesday's ruling will change that.", "2025-04-09", id="the ruling's day is not the verb's"),
    pytest.param("Profit fell in the fourth quarter.", "2024-Q4", id="a quarter with a past verb"),
]


@pytest.mark.parametrize(("text", "timex"), DIRECTION)
def test_the_verb_says_which_one_is_meant(extractor, text, timex):
    """A name that comes round again is resolved by tense and cue words."""
    assert [fact.timex for fact in times(extractor, text)] == [timex]


ANCHORED = [
    ("Sales fell today.", "2025-04-09"),
    ("Sales fell yesterday.", "2025-04-08"),
    ("Sales fell last year.", "2024"),
    ("Sales fell last week.", "2025-W14"),
    ("Sales fell last weekend.", "2025-W14-WE"),
    ("Sales will fall next month.", "2025-05"),
    ("Sales fell last quarter.", "2025-Q1"),
    ("Sales fell five years ago.", "2020"),
    ("Sales fell 18 months ago.", "2023-10"),
    ("Sales fell three weeks ago.", "2025-W12"),
    ("Sales fell 10 days ago.", "2025-03-30"),
    ("Sales fell two decades ago.", "200"),
    ("Sales fell in the 1990s.", "199"),
    ("Sales fell in the '90s.", "199"),
    ("It was built in the 15th century.", "14"),
    ("Carthage lost in 241 BC.", "BC0241"),
    ("Sales fell last night.", "2025-04-08TNI"),
    ("It opened at 9 a.m. on Monday.", "2025-04-07T09:00"),
    ("It closed on Christmas Day.", "2024-12-25"),
    ("It closed on Good Friday 2024.", "2024-03-29"),
    ("It met on the third Wednesday of January 2025.", "2025-01-15"),
    ("It met in the last week of 2024.", "2024-W52"),
    ("The deal came two days after Christmas.", "2024-12-27"),
    ("Sales rose in fiscal 2019.", "2019"),
    ("Sales rose in 3Q19.", "2019-Q3"),
    ("Sales rose in H1 2019.", "2019-H1"),
    ("Nothing is known of it now.", "PRESENT_REF"),
    ("It rose recently.", "PAST_REF"),
]


@pytest.mark.parametrize(("text", "timex"), ANCHORED)
def test_times_are_counted_from_the_day_of_publication(extractor, text, timex):
    """Grain is kept: "five years ago" is a year."""
    assert [fact.timex for fact in times(extractor, text)] == [timex]


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        ("They spoke on Tuesday.", "XXXX-WXX-2"),
        ("They spoke on June 3.", "XXXX-06-03"),
        ("They spoke in June.", "XXXX-06"),
        ("They spoke last year.", "XXXX"),
        ("They spoke two years ago.", "PAST_REF"),
    ],
)
def test_without_an_anchor_nothing_is_invented(extractor, text, timex):
    """Relative dates keep their unresolved form."""
    (fact,) = times(extractor, text, published=None)
    assert (fact.timex, fact.begin, fact.finish) == (timex, None, None)


def test_a_history_counts_from_its_own_dates(extractor):
    """A text on times long past takes the year from the date before."""
    text = (
        "War broke out in July 1914. On August 4, Britain joined. In 1916 the front froze. "
        "On 1 July 1916 the battle began. Two days later it rained. In November it ended. Peace came in 1918, in 1919 the treaty."
    )
    found = {fact.text: fact.timex for fact in times(extractor, text)}
    assert found["August 4"] == "1914-08-04"
    assert found["Two days later"] == "1916-07-03"
    assert found["November"] == "1916-11"


def test_companies_compare_with_the_same_quarter(extractor):
    """A year ago is a quarter where the report is of a quarter."""
    text = (
        "Net income rose to $5 million in the third quarter of 2024, from $4 million a year earlier. "
        "Sales were $9 million in the quarter."
    )
    assert [fact.timex for fact in times(extractor, text)] == ["2024-Q3", "2023-Q3", "2024-Q3"]


def test_the_first_year_is_of_the_span_just_given(extractor):
    """Two years that make a range give "the first year" its meaning."""
    text = "The deal spans from 2026 to 2030 and costs $1.13 billion for the first year."
    assert [fact.timex for fact in times(extractor, text)] == ["2026", "2030", "2026"]


@pytest.mark.parametrize(
    ("text", "begin", "finish"),
    [
        ("It has grown since 2019.", date(2019, 1, 1), None),
        ("It must close by June 3.", None, date(2025, 6, 4)),
        ("It ran until 2019.", None, date(2020, 1, 1)),
        ("It grew in 2019.", date(2019, 1, 1), date(2020, 1, 1)),
    ],
)
def test_since_and_until_leave_an_end_open(extractor, text, begin, finish):
    """The other end of the interval is None."""
    (fact,) = times(extractor, text)
    assert (fact.begin, fact.finish) == (begin, finish)


def test_the_rest_of_a_time_begins_with_the_day_of_publication(extractor):
    """Of a time in hand; of one that is over or to come, "the rest" begins where the text has left it, which is not known."""
    now, over = (
        times(extractor, f"The plant {verb} shut for the rest of {year}.")[0]
        for verb, year in (("will stay", "2025"), ("was", "2019"))
    )
    assert (now.timex, now.begin, now.finish) == ("2025", date(2025, 4, 9), date(2026, 1, 1))
    assert (over.timex, over.begin, over.finish) == ("2019", date(2019, 1, 1), date(2020, 1, 1))


def test_a_clock_time_with_a_zone_is_aware(extractor):
    """The zone is in the interval."""
    (fact,) = times(extractor, "It opened at 14:30 GMT on Monday.")
    assert fact.timex == "2025-04-07T14:30"
    assert fact.begin == datetime(2025, 4, 7, 14, 30, tzinfo=timezone(timedelta(0)))


def test_the_newsroom_zone_decides_which_day_it_is(extractor):
    """An article published at 8 in the morning in Seoul is of that day there, not of the day in London."""
    published = datetime(2025, 4, 9, 8, tzinfo=timezone(timedelta(hours=9)))
    assert [fact.timex for fact in times(extractor, "They spoke today.", published=published)] == ["2025-04-09"]


def test_ambiguity_is_recorded(extractor):
    """A date in figures that could be read both ways says so, as does the anchor."""
    extraction = extractor.extract("It was sold on 03/06/2024.", published=ANCHOR, format="text")
    notes = [each.note for each in extraction.evidence[0]]
    assert extraction.facts[0].timex == "2024-03-06"
    assert any("could also be day 3 of month 6" in note for note in notes)


@pytest.mark.parametrize(
    ("text", "timex", "modifier"),
    [
        ("It lasted 28 minutes.", "PT28M", None),
        ("It lasted two and a half years.", "P2.5Y", None),
        ("It took more than a decade.", "P10Y", "more_than"),
        ("It took a few weeks.", "PXW", None),
        ("The boy is three years old.", "P3Y", None),
        ("He met the 43-year-old.", "P43Y", None),
        ("It rose in early 2019.", "2019", "start"),
        ("It pays annually.", "P1Y", None),
        ("It meets every Monday.", "XXXX-WXX-1", None),
        ("It meets twice a year.", "P1Y", None),
    ],
)
def test_lengths_ages_and_sets(extractor, text, timex, modifier):
    """Their values need no anchor."""
    (fact,) = times(extractor, text, published=None)
    assert (fact.timex, fact.modifier) == (timex, modifier)


@pytest.mark.parametrize(
    "text",
    [
        "It may rain.",
        "They march on.",
        "The second man fell.",
        "He saw a fall in sales.",
        "It works 24/7.",
        "About 1,990 people came.",
        "They won 3-2.",
    ],
)
def test_decoys_are_no_times(extractor, text):
    """Words and figures that look like times."""
    assert times(extractor, text) == []


def test_timeml_is_valid_xml_with_every_time(extractor):
    """The text is unchanged, and each temporal fact is a TIMEX3."""
    from xml.etree import ElementTree as ET

    text = "Sales & profit rose in early 2019, and the board meets every Monday."
    extraction = extractor.extract(text, published=ANCHOR, format="text")
    root = ET.fromstring(extraction.to_timeml())  # noqa: S314  (our own output)
    assert "".join(root.find("TEXT").itertext()) == text
    assert [dict(tag.attrib) for tag in root.find("TEXT")] == [
        {"tid": "t1", "type": "DATE", "value": "2019", "mod": "START"},
        {"tid": "t2", "type": "SET", "value": "XXXX-WXX-1", "quant": "EVERY"},
    ]
    assert root.find("DCT/TIMEX3").attrib["functionInDocument"] == "CREATION_TIME"
    assert factex.interval(extraction.facts[0].timex).begin == extraction.facts[0].begin


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("the Sunday Times said so", [], id="a newspaper"),
        pytest.param("On Tuesday President Obama spoke.", ["Tuesday"], id="a day before a name"),
        pytest.param("The June meeting of OPEC was short.", ["June"], id="a month before a common noun"),
    ],
)
def test_a_day_inside_a_name_is_no_date(extractor, text, found):
    """What the entity recogniser takes for a longer name keeps its words; a year in a name stays a date."""
    assert [fact.text for fact in extractor.extract(text, published="2025-04-09") if fact.kind == "date"] == found


FESTIVALS = [
    ("Shops shut early during Ramadan 2024.", date(2024, 3, 11), date(2024, 4, 10)),
    ("He gave up sweets for Lent.", date(2025, 3, 5), date(2025, 4, 20)),
    ("Hanukkah begins in December.", date(2025, 12, 15), date(2025, 12, 23)),
    ("Shops are shut on Good Friday.", date(2025, 4, 18), date(2025, 4, 19)),
]


@pytest.mark.parametrize(("text", "begin", "finish"), FESTIVALS)
def test_a_festival_lasts_as_long_as_it_is_kept(extractor, text, begin, finish):
    """Its value is the day it begins on, its interval all its days."""
    fact = times(extractor, text)[0]
    assert (fact.timex, fact.begin, fact.finish) == (begin.isoformat(), begin, finish)
