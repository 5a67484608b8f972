"""The machine that runs rules, on a small grammar of its own."""

import re

import pytest

from factex.errors import RuleError
from factex.grammar import DIGIT, Grammar, rule, unbracket
from factex.readings import Decoy, Weekday


def make(name, pattern, starts, reading, **options):
    """A rule that gives the same reading, or the readings of groups, for every match."""

    def build(_match: re.Match[str]):
        return reading

    build.__name__ = name
    return rule(pattern, starts=starts, reads={"an example": Weekday(1)}, refuses=["a near miss"], **options)(build)


def spans(grammar, text):
    """What the grammar finds in the text, as words."""
    return [(text[m.start : m.end], m.rule.partition(".")[2]) for m in grammar.mentions(text)]


SHORT = make("short", r"\d+", [DIGIT], Weekday(1))
LONG = make("long", r"\d+ apples", [DIGIT], Weekday(2))


@pytest.mark.parametrize("rules", [(SHORT, LONG), (LONG, SHORT)], ids=["short rule first", "long rule first"])
def test_the_longest_match_wins(rules):
    """At one place the longest match wins, whatever the order of the rules."""
    assert spans(Grammar(rules), "12 apples, 3 pears") == [("12 apples", "long"), ("3", "short")]


def test_the_first_of_equals_wins():
    """Between two matches of equal length the rule that comes first wins."""
    other = make("other", r"\d+", [DIGIT], Weekday(3))
    assert spans(Grammar((other, SHORT)), "7") == [("7", "other")]
    assert spans(Grammar((SHORT, other)), "7") == [("7", "short")]


def test_decoys_keep_their_text():
    """What a decoy covers is no mention, even where another rule would match inside."""
    decoy = make("decoy", r"route \d+", ["route"], Decoy())
    assert spans(Grammar((SHORT, decoy)), "Route 66 is 3,940 km") == [("3", "short")]


def test_a_match_ends_where_a_word_ends():
    """The inside of a word or of a number is no mention."""
    assert spans(Grammar((LONG, SHORT)), "12th, 4 applesauces, x5, 1,000") == [("4", "short"), ("1", "short")]


def test_several_readings_of_one_match():
    """A build that gives a mapping makes one mention of each group."""
    both = make("both", r"(?P<a>\d+)-(?P<b>\d+)", [DIGIT], {"b": Weekday(2), "a": Weekday(1)})
    found = Grammar((both,)).mentions("5-7")
    assert [(m.start, m.end, m.reading) for m in found] == [(0, 1, Weekday(1)), (2, 3, Weekday(2))]


def test_a_build_may_refuse():
    """A build that gives None has no match; a shorter rule gets its chance."""
    refusing = make("refusing", r"\d+ apples", [DIGIT], None)
    assert spans(Grammar((refusing, SHORT)), "12 apples") == [("12", "short")]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"reads": {}}, "lacks examples"),
        ({"refuses": []}, "lacks examples"),
        ({"starts": ["Upper"]}, "cannot start with 'Upper'"),
        ({"starts": ["two words"]}, "cannot start with 'two words'"),
    ],
)
def test_a_rule_written_wrong_is_refused(change, message):
    """The error names the rule and what is wrong with it."""
    options = {"starts": ["x"], "reads": {"x": Weekday(1)}, "refuses": ["y"]} | change
    with pytest.raises(RuleError, match=message):
        rule("x", **options)(lambda _match: None)


def test_two_rules_of_one_name_are_refused():
    """Names lead from a fact to its rule, so they are unique."""
    with pytest.raises(RuleError, match="two rules are named"):
        Grammar((SHORT, SHORT))


@pytest.mark.parametrize(
    ("example", "text", "marked"),
    [("$5", "$5", [(0, 2)]), ("about [$5] a day", "about $5 a day", [(6, 8)]), ("[5] to [7]", "5 to 7", [(0, 1), (5, 6)])],
)
def test_unbracket(example, text, marked):
    """Brackets mark the mentions of an example; without any, the whole of it is one."""
    assert unbracket(example) == (text, marked)
