"""Quotations have the source that the words beside them name."""

import time

import pytest

from factex.frames.quotes import quotes

SOURCES = [
    pytest.param('"Sales rose," Ann Lee said.', [("Ann Lee", "say")], id="name and verb after it"),
    pytest.param(
        "“Cuts come,” said Acme’s new chair Bo Reed in an email.", [("Bo Reed", "say")], id="verb first, title before the name"
    ),
    pytest.param(
        'Ann Lee, the head of Acme, told reporters: "It cost $3."', [("Ann Lee", "tell")], id="apposition before the verb"
    ),
    pytest.param('In a note, the bank wrote: "Rates fell."', [("bank", "write")], id="source before it, no name"),
    pytest.param('"Sales rose," he added. "Costs fell."', [("he", "add"), ("he", "add")], id="goes on after its attribution"),
    pytest.param(
        '"Sales rose.\n"Costs fell," she said.', [("she", "say"), ("she", "say")], id="open paragraph, source in the next"
    ),
    pytest.param('"Sales rose," he said.\n"Costs fell."', [("he", "say")] * 2, id="a paragraph of its own goes on"),
    pytest.param('"Did it rise?" Lee asked.\n"It fell."', [("Lee", "ask"), (None, None)], id="an answer"),
    pytest.param('"It rose," Lee said. Acme lost.\n"It fell."', [("Lee", "say"), (None, None)], id="another may be quoted next"),
    pytest.param(
        '"It grew," Bank of Aro (BoA) Governor D. Lee said.\n\n"It is 5."', [("D. Lee", "say")] * 2, id="initials, a post after of"
    ),
    pytest.param('Worried by prices he said: "It is 5."', [("he", "say")], id="words before a pronoun"),
    pytest.param('Lee touched on pay and noted: "It is 5."', [("Lee", "note")], id="words after a name"),
    pytest.param(
        '"Lies," Acme’s lawyer, Bo Reed, told the Post. "It paid $5."',
        [("Bo Reed", "tell"), ("Bo Reed", "tell")],
        id="name between commas",
    ),
    pytest.param('"It grew," said Acme’s head of sales, Ann Lee.', [("Ann Lee", "say")], id="name after whose head it is"),
    pytest.param('"It grew," Lee, who led the study, said.', [("Lee", "say")], id="relative clause before the verb"),
    pytest.param('"It grew," said Ann Lee of the club Fair Trade.', [("Ann Lee", "say")], id="whom the source works for"),
    pytest.param("We spend $9 on it.\n— Ann Lee, head of roads", [("Ann Lee", None)], id="a credit below it, without marks"),
    pytest.param("“It cost $9.”\n- Ann Lee", [("Ann Lee", None)], id="a credit below it"),
    pytest.param("It cost $9.\n- Elm Road, $5", [], id="a list below a sentence"),
    pytest.param('Ann Lee: "It grew."', [("Ann Lee", None)], id="interview"),
    pytest.param('"It grew," founder, chairman and head Ann Lee said.', [("Ann Lee", "say")], id="several offices"),
    pytest.param('"It grew," said Dr. Ann Lee, the head.', [("Ann Lee", "say")], id="full stop of a title"),
    pytest.param(
        '"Is it?" Lee asked. Acme disagreed. "We paid $5."', [("Lee", "ask"), (None, None)], id="another speaker may follow"
    ),
    pytest.param("‘It’s cheap, isn’t it?’ said Ann Lee.", [("Ann Lee", "say")], id="single marks"),
    pytest.param("'I don't sell to them,' he told the club.", [("he", "tell")], id="straight single marks"),
    pytest.param("The ‘cheap’ plan took 48 hours’ work, and the banks’ fees.", [], id="apostrophes"),
    pytest.param('"Rates fell," according to Ann Lee, a broker.', [("Ann Lee", "according to")], id="according to"),
    pytest.param('Ann Lee said talks had failed. "We are done."', [("Ann Lee", "say")], id="the sentence before reports"),
    pytest.param('Sales rose. "We are done."', [(None, None)], id="the sentence before reports nothing"),
    pytest.param('"It grew," Gov. Lee has said.', [("Lee", "say")], id="perfect tense"),
    pytest.param(
        '"It grew," said the firm\'s founder, Dr Ann Lee. "It will."', [("Ann Lee", "say")] * 2, id="name after the office"
    ),
    pytest.param('"It grew," said Ann Lee, Acme.', [("Ann Lee", "say")], id="whom the source works for, after a comma"),
    pytest.param('"It grew," Detective Inspector Ann Lee said.', [("Ann Lee", "say")], id="titles without full stop"),
    pytest.param(
        'Chair Ann Lee said talks had failed.\n\n"We are done.\n\n"We lost."\n\nShe left.',
        [("Ann Lee", "say"), ("Ann Lee", "say")],
        id="the paragraph before reports",
    ),
    pytest.param(
        'Ann Lee said: "It fell." Bo Reed added: "It rose."', [("Ann Lee", "say"), ("Bo Reed", "add")], id="who is quoted next"
    ),
    pytest.param('A sign read: "It is closed." A letter to Lee warned of cuts.', [("sign", "read")], id="a sentence after it"),
    pytest.param('"It grew," the MP for Aro said.', [("MP for Aro", "say")], id="whom or where a source is for"),
    pytest.param('It was over. "We paid." "I paid," Lee said.', [(None, None), ("Lee", "say")], id="another begins to speak"),
    pytest.param('Officials said so.\n\n"We are done."\n\nIt rained.', [(None, None)], id="one of several officials"),
    pytest.param('Lee said it rained.\n\n"We are done."', [("Lee", "say")], id="the paragraph before reports, one name"),
    pytest.param('However, Ann Lee, head of Acme, said: "It grew."', [("Ann Lee", "say")], id="a word before the name"),
    pytest.param('Ann Lee said so. The "cheap" plan costs $5.', [(None, None)], id="a quoted word is no speech"),
]


@pytest.mark.parametrize(("text", "expected"), SOURCES)
def test_source(text, expected):
    """Each quotation of the text has this source and cue."""
    assert [(quote.who, quote.cue) for quote in quotes(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        '"x"' * 20_000,
        "Ann, a said " * 5_000 + '"x."',
        "a, b, " * 20_000 + 'said: "x."',
        "x 'a," * 20_000,
        "We lost.\n- A B\n" * 5_000,
    ],
    ids=["marks", "names", "commas", "single marks", "credits"],
)
def test_is_linear(text):
    """Twice the text takes no more than about twice the time."""

    def seconds(text):
        begin = time.process_time()
        quotes(text)
        return time.process_time() - begin

    assert min(seconds(text * 2) for _ in range(3)) < 5 * min(seconds(text) for _ in range(3)) + 0.01


def test_pronoun_as_the_source_of_a_quotation(extractor):
    """He or she is the person whom the sentence before is about, or who was quoted last."""
    text = (
        "“Buyers wait,” said Petra Hull, an economist.\n“Prices rose 3%,” she added.\nMayor Jo Falk objected. “It is 2%,” he said."
    )
    facts = extractor.extract(text, format="text").facts
    assert [fact.speaker for fact in facts] == ["Petra Hull", "Jo Falk"]


def test_pronoun_as_a_source_takes_up_the_source_before(extractor):
    """Whoever spoke in the sentence before speaks on, be that sentence about something else."""
    text = "Some 80 mm fell, according to the weather service. It warned that 90 mm could follow."
    assert [fact.speaker for fact in extractor.extract(text, format="text").facts] == ["weather service"] * 2


def test_pronoun_as_a_source_is_whom_the_sentence_before_is_about(extractor):
    """Who is named last before a quotation is not who speaks, if the sentence is about somebody else."""
    text = "Union leader Andy Kerr complained on Monday about a bonus for its chief Ian Lund. “It has offered 2%,” he said."
    assert [fact.speaker for fact in extractor.extract(text, format="text").facts] == [None, "Andy Kerr"]


def test_speaker_of_a_sentence_inside_a_quotation(extractor):
    """A sentence in the middle of a quotation is put to its source."""
    text = 'Ann Lee, the head of Acme, told reporters: "We did well. Sales rose 3% to $5 million. Costs fell."'
    facts = extractor.extract(text, format="text").facts
    assert {(fact.speaker, fact.cue) for fact in facts} == {("Ann Lee", "tell")}


def test_unnamed_source_of_a_quotation(extractor):
    """Whoever spoke in the sentence before speaks on, though she has no name and others have."""
    text = 'Mia Webb said six people were held. A neighbour said she had heard three bangs. She added: "I rang at 3 a.m."'
    facts = extractor.extract(text, format="text").facts
    assert [fact.speaker for fact in facts] == ["Mia Webb", "neighbour", "neighbour"]


def test_day_before_the_verb_says_nothing(extractor):
    """Who announced something on a day is quoted after it, and not the day; a country that has the firm is no part of its name."""
    text = 'South Korea’s Hanbit Motor Group on Monday announced a plant.\n"We came in 1986. We have invested 20 billion dollars."'
    assert {fact.speaker for fact in extractor.extract(text, format="text").facts[1:]} == {"Hanbit Motor Group"}


CALL = """Operator
Welcome to the call on 4 May 2025.
Laura Pell -- Chief Executive Officer
Sales grew 7%. We opened 12 plants.
I expect margins to widen by 50 basis points.
Mark Orr -- Finance Director
Debt fell to $25 million.
Questions and answers:
What will 3 more plants cost?"""
TALK = """Ana Ruiz has run the port for six years.
HOLT: Did trade grow by 9%?
RUIZ: We lost 40 ships to Lund.
Trade fell by 3%.
HOLT: I heard of 300 jobs.
RUIZ: I expect 20 ships more.
The port has 14 cranes."""


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        pytest.param(CALL, [None, *["Laura Pell"] * 3, "Mark Orr", None], id="names with posts above the words"),
        pytest.param(TALK, [None, "Holt", "Ana Ruiz", "Ana Ruiz", "Holt", "Ana Ruiz", None], id="names before the words"),
        pytest.param("Price: $5.\nWeight: 3 kg.\nPrice: $6.\nWeight: 4 kg.", [None] * 4, id="labels of other things"),
        pytest.param("Ann Lee: 12 votes.\nJo Orr: 9 votes.\nAnn Lee: 3 votes.\nJo Orr: 4 votes.", [None] * 4, id="nobody says I"),
    ],
)
def test_turns_of_a_transcript(extractor, text, speakers):
    """In a transcript whoever is named before the words says them, until somebody else speaks."""
    assert [fact.speaker for fact in extractor.extract(text, format="text").facts] == speakers
