"""Every rule reads its examples and refuses its near misses."""

import pytest

from factex.grammar import unbracket
from factex.grammars import GRAMMAR, RULES
from factex.readings import Decoy

EXAMPLES = [pytest.param(rule, text, id=f"{rule.name}: {text}") for rule in RULES for text in rule.reads]
NEAR_MISSES = [pytest.param(rule, text, id=f"{rule.name}: {text}") for rule in RULES for text in rule.refuses]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_reads_its_example(rule, example):
    """What the example marks is read by this rule and by no other."""
    text, spans = unbracket(example)
    readings = rule.reads[example]
    readings = readings if isinstance(readings, tuple) else (readings,)
    mentions = GRAMMAR.matches(text) if isinstance(readings[0], Decoy) else GRAMMAR.mentions(text)
    found = [(m.start, m.end, m.rule, m.reading) for m in mentions]
    if isinstance(readings[0], Decoy):
        found = [each for each in found if isinstance(each[3], Decoy)]
    if len(readings) == len(spans):
        assert found == [(*span, rule.name, reading) for span, reading in zip(spans, readings, strict=True)]
    else:
        assert [f[2:] for f in found] == [(rule.name, reading) for reading in readings]


@pytest.mark.parametrize(("rule", "text"), NEAR_MISSES)
def test_refuses_its_near_miss(rule, text):
    """The rule finds nothing in the near miss."""
    assert [m for m in GRAMMAR.matches(text) if m.rule == rule.name] == []
