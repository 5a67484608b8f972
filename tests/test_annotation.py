"""Sentences: where they are cut and which of them are parsed."""

import pytest

from factex.annotation import load
from factex.annotation.sentences import LONGEST, select, split
from factex.errors import ModelError
from factex.readings import Weekday
from factex.records import Mention

SENTENCES = {
    "plain": ["Sales rose.", "Profit fell."],
    "title before a name": ["It was Mr. Lee who told Sen. Ray of the plan.", "She left."],
    "country": ["The U.S. Congress met.", "It voted."],
    "company": ["Acme Inc. Chairman Ann Wu spoke.", "He left."],
    "time of day": ["It opened at 9 a.m. Tuesday.", "It closed."],
    "initial": ["George W. Bush spoke.", "He left."],
    "quoted": ["“We are done.”", "He left."],
    "question": ["Is it over?", "“No,” she said."],
    "number in a row": ["It is No. 10 on the list.", "It was No. 9."],
    "a refusal": ["She said no.", "He said yes."],
    "decimal": ["It fell 3.5 points.", "It rose."],
    "next one begins with a number": ["It fell.", "26 people left."],
    "next one begins with money": ["It fell.", "$5 was lost."],
    "dateline": ["OSLO, Oct 24 (Northwire) -", "Sales rose."],
    "dateline with a country": ["LIMA, Peru —", "Sales rose."],
    "dateline with a colon": ["NEW DELHI:", "Sales rose."],
    "mark of a list": ["•", "Sales: 3%"],
    "dateline with an agency": ["TORONTO (nor-AFX) -", "Sales rose."],
    "agency alone": ["(Northwire) --", "Sales rose."],
    "dateline without a dash": ["Ghat (MP), Jul 16 (NTI)", "Sales rose."],
    "dateline with a day": ["Mumbai, May 4:", "Sales rose."],
    "place and day within a sentence": ["In Ghent, May 4 (Harbour Day) was cold."],
    "no dateline": ["US - China talks ended."],
}


@pytest.mark.parametrize("sentences", SENTENCES.values(), ids=SENTENCES)
def test_split(sentences):
    """Sentences end at their mark, not at the full stop of an abbreviation."""
    text = " ".join(sentences)
    assert [text[a:b] for a, b in split(text)] == sentences


def test_split_at_paragraphs():
    """A paragraph ends its sentence, with a full stop or without."""
    text = "A headline\nBy Ann Wu\n\n It rose. "
    assert [text[a:b] for a, b in split(text)] == ["A headline", "By Ann Wu", "It rose."]


def test_no_cut_inside_a_mention():
    """What a rule has read as one mention stays in one sentence."""
    text = "It ended Sat. Nov 29 as planned."
    mention = Mention(9, 20, "days.test", Weekday(6))
    assert [text[a:b] for a, b in split(text, [mention])] == [text]


def test_endless_sentences_are_cut():
    """A stretch without a full stop is cut at a space, and nothing of it is lost."""
    text = "word " * LONGEST
    spans = split(text)
    assert max(b - a for a, b in spans) <= LONGEST
    assert sum(text[a:b].count("word") for a, b in spans) == LONGEST
    assert sum(b - a for a, b in split("x" * 3 * LONGEST)) == 3 * LONGEST


def test_endless_sentences_are_not_cut_inside_a_mention():
    """The cut moves before the mention."""
    text = "word " * 2000
    for start in range(3900, 4050, 5):
        mention = Mention(start, start + 69, "t", Weekday(1))
        assert any(a <= mention.start and mention.end <= b for a, b in split(text, [mention]))


def test_select_keeps_only_what_holds_a_mention():
    """Each mention stands in exactly one of the selected sentences."""
    text = "Nothing here. On Tuesday it rained. Nothing. Rain fell on Friday and on Sunday."
    mentions = [Mention(text.index(day), text.index(day) + len(day), "t", Weekday(1)) for day in ("Tuesday", "Friday", "Sunday")]
    chosen = select(text, mentions)
    assert [text[a:b] for a, b, _ in chosen] == ["On Tuesday it rained.", "Rain fell on Friday and on Sunday."]
    assert [m for _, _, held in chosen for m in held] == mentions


def test_select_keeps_what_a_pronoun_takes_up():
    """The sentence before one that opens with a pronoun is parsed too, as it tells who that is."""
    text = "Nothing here. The ministry objected. It paid $5. Nothing. Banks paid $5."
    mentions = [Mention(place, place + 2, "t", Weekday(1)) for place in (text.index("$5"), text.rindex("$5"))]
    assert [text[a:b] for a, b, _ in select(text, mentions)] == ["The ministry objected.", "It paid $5.", "Banks paid $5."]


def test_select_keeps_what_a_role_takes_up():
    """The sentence before one that opens with "the bank" or "the Danish brewer" is parsed too, as it tells which."""
    text = "Nordia is growing. The Danish bank paid $5. Nothing. A bank paid $5."
    mentions = [Mention(place, place + 2, "t", Weekday(1)) for place in (text.index("$5"), text.rindex("$5"))]
    chosen = [text[a:b] for a, b, _ in select(text, mentions)]
    assert chosen == ["Nordia is growing.", "The Danish bank paid $5.", "A bank paid $5."]


def test_a_missing_model_is_a_model_error():
    """The message names the model and the command that installs one."""
    with pytest.raises(ModelError, match=r"'no_such_model'.*pip install"):
        load("no_such_model")


def test_a_pipeline_that_lacks_components_is_a_model_error():
    """The message names what is missing."""
    import spacy

    with pytest.raises(ModelError, match="lacks tagger, parser, lemmatizer, ner"):
        load(spacy.blank("en"))
