"""Every pattern takes time in proportion to its text, on text made to be slow."""

import time

import pytest

from factex.grammars import GRAMMAR, RULES

SEEDS = {
    "digits": "1",
    "grouped digits": "1,000,",
    "digits parted by spaces": "100 ",
    "points": "1.",
    "fractions": "1/2 ",
    "commas": ",",
    "spaces": " ",
    "hyphens": "-",
    "millions": "million ",
    "ones": "one ",
    "hundreds": "one hundred and ",
    "thousands": "two thousand, ",
    "twenties": "twenty-",
    "parts": "half a ",
    "and a half": "two and a half ",
    "dollar signs": "$",
    "dollars": "$1-",
    "euro signs": "€ ",
    "rand": "R5,000 ",
    "sides": "5 x ",
    "marks": "5' ",
    "chances": "one in ",
    "scales": "5 bn ",
    "eighths": "$5.00 1/",
    "currencies": "five dollars and ",
    "percents": "5%-",
    "to": "5 to ",
    "units": "5 feet ",
    "lists": "5, ",
    "words glued": "a",
    "capitals": "A ",
    "brackets": "(5) ",
    "days": "Monday, ",
    "clocks": "5:30 ",
    "years": "2019-",
    "of the": "end of the ",
    "months and days": "June 3-5, ",
    "ordinals": "twenty-first of ",
    "lengths": "two years, 3 months and ",
    "clock times": "9 a.m. to 5 p.m. ",
    "clock words": "half past nine in the ",
    "weekdays": "Friday the 13th ",
    "ago": "two years ago ",
    "every": "every other week ",
    "holidays": "New Year's Day ",
    "figures": "4/22-",
    "quarters": "third quarter of 2019Q3 ",
}
LENGTH = 1_000


def seconds(run, text):
    """The shortest of three runs in processor time, for the shortest is the least disturbed."""
    times = []
    for _ in range(3):
        begin = time.process_time()
        run(text)
        times.append(time.process_time() - begin)
    return min(times)


@pytest.mark.parametrize("seed", SEEDS.values(), ids=SEEDS)
def test_rules_take_linear_time_from_one_start(seed):
    """At one start of a text, no rule's time grows faster than the text: eight times the text, at most twice that the time."""
    for lead in ("", "$", "5 ", "a "):
        short, long = lead + seed * (LENGTH // len(seed)), lead + seed * (8 * LENGTH // len(seed))
        for rule in RULES:
            once = seconds(lambda text, rule=rule: rule.regex.match(text), short)
            longer = seconds(lambda text, rule=rule: rule.regex.match(text), long)
            assert longer < max(16 * once, 0.02), (rule.name, lead, once, longer)


@pytest.mark.parametrize("seed", SEEDS.values(), ids=SEEDS)
def test_the_grammar_takes_linear_time(seed):
    """Over a whole text, eight times the text takes at most sixteen times the time."""
    short, long = (seed * (times * LENGTH // len(seed)) for times in (1, 8))
    assert seconds(GRAMMAR.mentions, long) < max(16 * seconds(GRAMMAR.mentions, short), 0.1)
