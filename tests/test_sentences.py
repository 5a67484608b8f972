"""What single sentences say of the fact in brackets: tests/sentences.toml, by field."""

import tomllib
from pathlib import Path

import pytest

from factex.grammar import unbracket

SENTENCES = tomllib.loads((Path(__file__).parent / "sentences.toml").read_text(encoding="utf-8"))
ROWS = [pytest.param(part, text, id=f"{part}: {text}") for part, found in SENTENCES.items() for text in found]


@pytest.fixture(scope="module")
def extracted(extractor):
    """What is found in each sentence, all of them parsed together."""
    texts = {text: unbracket(text)[0] for found in SENTENCES.values() for text in found}
    return dict(zip(texts, extractor.extract_many(texts.values(), format="text", published="2025-04-09"), strict=True))


@pytest.mark.parametrize(("part", "text"), ROWS)
def test_sentence(part, text, extracted):
    """The field is as the table says; a source is its speaker and cue."""
    start, wanted = text.index("["), SENTENCES[part][text]
    [fact] = [fact for fact in extracted[text].facts if fact.start == start]
    if part == "source":
        assert [fact.speaker or "", fact.cue or ""] == wanted
    else:
        assert (getattr(fact, part) or "") in (wanted if isinstance(wanted, list) else [wanted])
