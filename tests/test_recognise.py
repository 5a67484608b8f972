"""What the whole article says about a mention."""

import pytest


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "The Herons led at halftime. Their quarterback threw for 88 yards in the third quarter.", ["88 yards"], id="game"
        ),
        pytest.param(
            "A touchdown tied it in the first half of the final. The kickoff was on Sunday. It sold out in 2019.",
            ["Sunday", "2019"],
            id="half of a game",
        ),
        pytest.param(
            "Shoe sales rose in the third quarter after its touchdown campaign.", ["the third quarter"], id="one word is no game"
        ),
    ],
)
def test_parts_of_games_are_no_dates(extractor, text, found):
    """In the report of a match the third quarter is none of the year."""
    assert [fact.text for fact in extractor.extract(text, published="2025-04-09") if fact.kind != "count"] == found
