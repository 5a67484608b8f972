"""Frame rules fill the fields that their examples say, and stay silent on their near misses."""

import pytest

from factex.data import table
from factex.frames import RULES
from factex.grammar import unbracket

EXAMPLES = [pytest.param(rule, text, id=f"{rule.name}: {text}") for rule in RULES for text in rule.reads]
NEAR_MISSES = [pytest.param(rule, text, id=f"{rule.name}: {text}") for rule in RULES for text in rule.refuses]


@pytest.fixture(scope="module")
def extracted(extractor):
    """What is found in each example, all of them parsed together."""
    texts = {text: unbracket(text)[0] for rule in RULES for text in (*rule.reads, *rule.refuses)}
    return dict(zip(texts, extractor.extract_many(texts.values(), format="text", published="2025-04-09"), strict=True))


def framed(example, extraction):
    """The fact whose mention the example marks, and the names of the frame rules that filled its fields."""
    _, [span] = unbracket(example)
    for fact, evidence in zip(extraction.facts, extraction.evidence, strict=True):
        if (fact.start, fact.end) == span:
            return fact, {each.rule for each in evidence}
    pytest.fail(f"no fact at the mention of {example!r}: found {extraction.facts}")


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_fills_its_fields(rule, example, extracted):
    """The rule answers on its example, and the fields are what the example says."""
    fact, rules = framed(example, extracted[example])
    assert {name: getattr(fact, name) for name in rule.reads[example]} == rule.reads[example]
    assert rule.name in rules


@pytest.mark.parametrize(("rule", "example"), NEAR_MISSES)
def test_leaves_its_near_miss_to_others(rule, example, extracted):
    """The rule is silent on its near miss, or another one comes before it."""
    _, rules = framed(example, extracted[example])
    assert rule.name not in rules


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.cues], ids=lambda rule: rule.name)
def test_goes_by_cues_of_the_table(rule):
    """What a rule names as its cues are parts of the table: a rule with other ones would never be asked."""
    assert rule.cues <= table("cues").keys()
