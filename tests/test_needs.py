"""What rules need: texts drawn from a rule's own pattern, of which each that it reads holds one of the words in `needs`."""

import random
import re
from re import _parser  # the standard library's own reading of a pattern; it has no public one

import pytest

from factex.grammar import STRETCH, Grammar
from factex.grammars import RULES

LEADS = ("", "at ", "between ", "from ", "in ", "on ", "the ")
CATEGORIES = {"CATEGORY_DIGIT": "0123456789", "CATEGORY_WORD": "aZ5", "CATEGORY_SPACE": " ", "CATEGORY_NOT_WORD": " ,-"}
TEXTS = 300
FAR = 64
"""No rule looks so far for what it needs, and no number that people write is so long."""


def drawn(pattern, draw, groups):
    """A text that the parsed *pattern* may match, as far as what it looks for around itself allows."""
    return "".join(piece(str(name), argument, draw, groups) for name, argument in pattern)


def piece(name, argument, draw, groups):  # noqa: C901, PLR0911  (one case for each part that a pattern can have)
    """A text for one part of a pattern."""
    match name, argument:
        case "LITERAL", code:
            return chr(code)
        case "IN", [(first, _), *_] if str(first) != "NEGATE":
            kind, what = draw.choice(argument)
            return chr(draw.randint(*what)) if str(kind) == "RANGE" else piece(str(kind), what, draw, groups)
        case "CATEGORY", category:
            return draw.choice(CATEGORIES[str(category)])
        case "BRANCH", (_, branches):
            return drawn(draw.choice(branches), draw, groups)
        case "SUBPATTERN", (group, _, _, inner):
            groups[group] = drawn(inner, draw, groups)
            return groups[group]
        case "ATOMIC_GROUP", inner:
            return drawn(inner, draw, groups)
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT", (least, most, inner):
            return "".join(drawn(inner, draw, groups) for _ in range(draw.randint(least, min(int(most), least + 1))))
        case "ASSERT", (1, ahead):
            return drawn(ahead, draw, groups) if draw.random() < 0.5 else ""
        case "GROUPREF", group:
            return groups.get(group, "")
        case "GROUPREF_EXISTS", (group, one, other):
            return drawn((one if group in groups else other) or [], draw, groups)
        case "IN" | "NOT_LITERAL" | "ANY", _:
            return "~"
    return ""


def reads(rule, text, place):
    """Whether the rule reads something there; drawn words of which it makes no sense count as read."""
    match = rule.regex.match(text, place)
    try:
        return match is not None and bool(rule.read(match))
    except (KeyError, ValueError):
        return True


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.needs], ids=lambda rule: rule.name)
def test_a_match_holds_what_its_rule_needs(rule):
    """Else the rule would rest where it has something to find."""
    draw = random.Random(rule.name)  # noqa: S311  (no secret)
    pattern, grammar = _parser.parse(rule.pattern, re.IGNORECASE), Grammar([rule])
    for _ in range(TEXTS):
        lead = draw.choice(LEADS)
        text = lead + drawn(pattern, draw, {})
        if len(text) < FAR and reads(rule, text, len(lead)):
            assert grammar.awake(text)[len(lead) // STRETCH], text
