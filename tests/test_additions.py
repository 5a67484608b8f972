"""What users add to rules and tables: what it reads, where it holds, and the errors of what is written wrong."""

import pickle
import re
from decimal import Decimal

import pytest

import factex
from factex.additions import Additions
from factex.data import units
from factex.grammar import DIGIT, rule
from factex.readings import Count, Decoy, Money

TOML = """
[currencies.BTC]
words = ["bitcoin", "bitcoins"]
signs = ["₿"]
reads = {"paid [5.5 bitcoins]" = "5.5"}
refuses = ["Bitcoin fell"]

[currencies.USD]
words = ["smackers"]

[units.smoot]
is = "67 inch"
words = ["smoot", "smoots"]

[units.furlong]
words = ["furlongs"]
symbols = ["flg"]

[cues]
"PR+" = ["moot"]

[decoys]
words = ["Studio 54", "catch 22"]

[rules.jabs]
kind = "count"
pattern = '{number} jabs'
unit = "dose"
reads = {"[40 jabs]" = "40", "[2 million jabs]" = "2000000"}
refuses = ["40 jabbed"]

[rules.brace]
kind = "count"
pattern = 'a brace'
starts = ["a"]
unit = "goal"
amount = "2"
reads = {"scored [a brace]" = "2"}
refuses = ["an embrace"]

[[examples]]
text = "Acme mooted sales of [$5 million]."
speaker = "Acme"
cue = "moot"
factuality = "PR+"
"""
TEXT = (
    "Acme mooted paying 5-6 million smackers or ₿3.5 at Studio 54. The bridge is 364 smoots long. It scored a brace, won "
    "seven trophies and gave 3 million jabs. It was 5 to 7 furlongs away and cost 1.5m bitcoins."
)
FOUND = [
    ("5-6 million smackers", "money", None, "USD"),
    ("₿3.5", "money", "3.5", "BTC"),
    ("364 smoots", "quantity", "364", "smoot"),
    ("a brace", "count", "2", "goal"),
    ("seven trophies", "count", "7", "cup"),
    ("3 million jabs", "count", "3000000", "dose"),
    ("5 to 7 furlongs", "quantity", None, "furlong"),
    ("1.5m bitcoins", "money", "1500000", "BTC"),
]


@rule(
    "(?P<number>seven|eight) trophies",
    starts=["seven", "eight"],
    reads={"[eight trophies]": Count(Decimal(8), "cup")},
    refuses=["eight atrophies"],
)
def trophies(match: re.Match[str]) -> Count:
    """Trophies are cups."""
    return Count(Decimal({"seven": 7, "eight": 8}[match["number"].lower()]), "cup")


@pytest.fixture(scope="module")
def added(tmp_path_factory, nlp):
    """An extractor with a rule and a file of tables."""
    path = tmp_path_factory.mktemp("tables") / "own.toml"
    path.write_text(TOML, encoding="utf-8")
    return factex.Extractor(nlp, rules=[trophies], tables=path)


def rows(extraction):
    """Text, kind, amount and unit of each fact."""
    return [(f.text, f.kind, None if f.amount is None else str(f.amount), f.unit) for f in extraction]


def test_additions_are_read(added):
    """Ranges, scales and restatements work for them as for ours, and decoys keep their text."""
    found = added.extract(TEXT)
    assert rows(found) == FOUND
    assert (found.facts[0].speaker, found.facts[0].cue, found.facts[0].factuality) == ("Acme", "moot", "PR+")
    assert found.facts[1].rule == "currencies.BTC.signs"
    assert "is BTC" in repr(found.explain(1))


def test_their_units_are_pint_units(added):
    """A new unit converts, and a new currency is a dimension of its own."""
    facts = added.extract(TEXT).facts
    assert facts[2].quantity.to("inch").magnitude == 364 * 67
    assert str(facts[1].quantity.units) == "BTC"


def test_they_hold_for_their_extractor_alone(added, extractor):
    """Another extractor in the same process knows nothing of them, before and after."""
    before = extractor.extract(TEXT)
    added.extract(TEXT)
    assert extractor.extract(TEXT) == before
    assert {"smoot", "BTC"}.isdisjoint(fact.unit for fact in before if fact.kind != "count")
    assert before.facts[0].cue is None


def test_processes_have_them_too(added):
    """Workers give what this process gives, though they cannot import this test."""
    texts = [TEXT, "Nothing."] * 20
    assert list(added.extract_many(texts, processes=2)) == list(added.extract_many(texts))


def test_additions_survive_pickling():
    """The rules go by value: a closure and a lambda are no obstacle."""
    amount = Decimal(3)
    closed = rule("a hat-trick", starts=["a"], reads={"a hat-trick": Count(amount, "goal")}, refuses=["a hat"])(
        lambda _match: Count(amount, "goal")
    )
    again = pickle.loads(pickle.dumps(Additions([closed], {"decoys": {"words": ["Studio 54"]}})))  # noqa: S301  (our own bytes)
    assert [m.reading for m in again.grammar.mentions("a hat-trick at Studio 54")] == [Count(amount, "goal")]


def test_the_component_takes_them(tmp_path, nlp):
    """As a path, in the settings of the pipeline."""
    from factex.component import make_component

    (tmp_path / "own.toml").write_text(TOML, encoding="utf-8")
    doc = make_component(nlp, "factex", tables=str(tmp_path / "own.toml"), spans_key="mine")(nlp("It is 364 smoots long."))
    assert [(span.text, span.label_) for span in doc.spans["mine"]] == [("364 smoots", "quantity")]
    assert doc._.facts[0].unit == "smoot"


def wrong(name, pattern, reads, refuses):
    """A rule that gives three for whatever it matches."""

    def build(_match: re.Match[str]) -> Count:
        return Count(Decimal(3), name)

    build.__name__ = name
    return rule(pattern, starts=[DIGIT, "a"], reads=reads, refuses=refuses)(build)


THREE = Count(Decimal(3), "x")


@pytest.mark.parametrize(
    ("own", "message"),
    [
        (wrong("x", r"\d+ foo", {"3 bar": THREE}, ["y"]), "does not read its example '3 bar'"),
        (wrong("x", r"\d+ foo", {"3 foo": Count(Decimal(4), "x")}, ["y"]), "does not read its example '3 foo'"),
        (wrong("x", r"\d+ foo", {"3 foo": THREE}, ["4 foo"]), "reads its near miss '4 foo'"),
        (wrong("x", r"\d+ mi", {"3 mi": THREE, "[3 mi] an hour": THREE, "[3 mi]les": THREE}, ["y"]), "does not read"),
    ],
    ids=["matches not", "reads other", "reads near miss", "ends inside a word"],
)
def test_a_rule_that_fails_its_examples_is_an_error(own, message):
    """It is found when the extractor is made, and the error names rule and example."""
    with pytest.raises(factex.RuleError, match=message):
        Additions([own])


def test_a_shadowed_rule_is_an_error():
    """A rule whose text ours reads longer never answers, and the error says who does."""
    own = wrong("short", r"\d+ million", {"[3 million] dollars": Money(Decimal(3), "")}, ["y"])
    with pytest.raises(factex.RuleError, match=r"sums\.number_then_name reads"):
        Additions([own])


@pytest.mark.parametrize(
    ("tables", "message"),
    [
        ({"unit": {}}, "'unit' is no table of factex: expected currencies"),
        ({"units": {"smoot2": {"words": ["smoot2s"]}}}, "pint knows no unit 'smoot2'"),
        ({"units": {"smoot3": {"is": "7 blorks", "words": ["x"]}}}, "pint cannot read '7 blorks'"),
        ({"units": {"mile": {"is": "7 inch", "words": ["x"]}}}, "already is"),
        ({"units": {"mile": {}}}, "does not say how it is written"),
        ({"units": {"mile": {"word": ["x"]}}}, "expected the keys is, words"),
        ({"units": {"mile": {"words": "x"}}}, "is no list of words"),
        ({"units": {"mile": {"words": ["x"], "reads": {"5 x": "five"}}}}, "'five' is no number"),
        ({"units": {"mile": {"words": ["x"], "reads": {"5 y": "5"}}}}, "does not read its example '5 y'"),
        ({"units": {"mile": {"words": ["x"], "refuses": ["5 x"]}}}, "reads its near miss"),
        ({"currencies": {"btc": {"words": ["x"]}}}, "'btc' is no code"),
        ({"currencies": {"BTC": {}}}, "does not say how it is written"),
        ({"cues": {"YES": ["x"]}}, "'YES' is no FactBank code"),
        ({"cues": {"CT+": ["Says"]}}, "'Says' is no lemma"),
        ({"rules": {"r": {"kind": "sum", "pattern": "x"}}}, "expected a `pattern` and a `kind`"),
        ({"rules": {"r": {"kind": "count", "pattern": "x"}}}, "expected a `unit` of the count"),
        ({"rules": {"r": {"kind": "count", "pattern": "x", "unit": "y"}}}, "either {number} in the pattern"),
        ({"rules": {"r": {"kind": "count", "pattern": "{number} x", "unit": "y"}}}, "expected `reads` and `refuses`"),
        (
            {"rules": {"r": {"kind": "percent", "pattern": "{number} (", "reads": {"5 (": "5"}, "refuses": ["y"]}}},
            "is no regular expression",
        ),
        ({"examples": [{"text": "no mention"}]}, "marks no mention"),
        ({"examples": [{"text": "It paid [$5].", "currency": "USD"}]}, "'currency' is no field of a fact"),
        ("no/such/file.toml", "expected a TOML file"),
    ],
)
def test_tables_written_wrong_are_errors(tables, message, nlp):
    """The error names the row, what was expected and what to do."""
    with pytest.raises(factex.RuleError, match=re.escape(message)):
        factex.Extractor(nlp, tables=tables)


def test_a_failing_example_is_an_error(nlp):
    """A sentence is read by the whole pipeline and compared field by field."""
    example = {"text": "Acme mooted sales of [$5 million].", "cue": "moot"}
    with pytest.raises(factex.RuleError, match="has cue None: expected 'moot'"):
        factex.Extractor(nlp, tables={"examples": [example]})


def test_an_example_may_have_a_day(nlp):
    """Relative dates in it count from the day it was published."""
    example = {"text": "It closed on [Tuesday].", "published": "2025-04-09"}
    assert factex.Extractor(nlp, tables={"examples": [{**example, "timex": "2025-04-08"}]})
    with pytest.raises(factex.RuleError, match="has timex '2025-04-08'"):
        factex.Extractor(nlp, tables={"examples": [{**example, "timex": "2025-04-15"}]})


def test_a_decoy_may_be_a_rule():
    """A pattern keeps text from other rules."""
    area = {"kind": "decoy", "pattern": r"Area \d+", "starts": ["area"], "reads": {"Area 51": "0"}, "refuses": ["an area"]}
    made = Additions(tables={"rules": {"area": area}})
    assert made.grammar.mentions("Area 51") == []
    assert made.rules[0].reads == {"Area 51": Decoy()}


def test_without_additions_the_grammar_is_ours():
    """Nothing is built twice."""
    from factex.grammars import GRAMMAR

    assert Additions().grammar is GRAMMAR


def test_defining_a_unit_twice_is_the_same_unit():
    """Two extractors of one file, or a worker that inherits it, do not collide."""
    units.define("smoot", "67 inch")
    units.define("smoot", "67 inch")
    assert units.knows("smoot / second")
