"""What single sentences say of the fact in brackets: tests/sentences.toml, by field."""

import tomllib
from pathlib import Path

import pytest

SENTENCES = tomllib.loads((Path(__file__).parent / "sentences.toml").read_text(encoding="utf-8"))
ROWS = [pytest.param(part, text, id=f"{part}: {text}") for part, found in SENTENCES.items() for text in found]


@pytest.mark.parametrize(("part", "text"), ROWS)
def test_sentence(part, text, extractor):
    """The field is as the table says; a source is its speaker and cue."""
    start, wanted = text.index("["), SENTENCES[part][text]
    facts = extractor.extract(text.replace("[", "").replace("]", ""), format="text", published="2025-04-09").facts
    [fact] = [fact for fact in facts if fact.start == start]
    if part == "source":
        assert [fact.speaker or "", fact.cue or ""] == wanted
    else:
        assert (getattr(fact, part) or "") in (wanted if isinstance(wanted, list) else [wanted])
