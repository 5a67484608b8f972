"""Bare numbers find the noun that they count."""

import pytest

from factex import annotation, grammars
from factex.grammar import unbracket
from factex.grammars import counted
from factex.records import Article

EXAMPLES = [pytest.param(rule, text, id=f"{rule.name}: {text}") for rule in counted.RULES for text in rule.reads]
NEAR_MISSES = [pytest.param(rule, text, id=f"{rule.name}: {text}") for rule in counted.RULES for text in rule.refuses]


@pytest.fixture(scope="module")
def parser(nlp):
    """The parser of the sentences, which remembers what it has seen."""
    return annotation.parser(nlp)


def recognised(text, parser):
    """The mentions of a text after its parse."""
    sentences = annotation.annotate(annotation.choose([(text, grammars.scan(text))], parser), parser)[0]
    return [mention for sentence in grammars.recognise(Article(text), sentences) for mention in sentence.mentions]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_reads_its_example(rule, example, parser):
    """The number in brackets gets the reading beside it, by this rule; None: it is no mention."""
    text, [(start, end)] = unbracket(example)
    found = [(m.start, m.end, m.reading, m.rule) for m in recognised(text, parser) if m.start < end and start < m.end]
    reading = rule.reads[example]
    assert found == ([] if reading is None else [(start, end, reading, rule.name)])


@pytest.mark.parametrize(("rule", "example"), NEAR_MISSES)
def test_leaves_its_near_miss_to_others(rule, example, parser):
    """The rule is not the one that reads the number in brackets."""
    text, [(start, end)] = unbracket(example)
    assert [m for m in recognised(text, parser) if m.start < end and start < m.end and m.rule == rule.name] == []
