"""Names over an article: pronouns and roles stand for those told about, and for nobody where that is open."""

import pytest

SUBJECTS = [
    pytest.param(
        "Ford Motor Co said it would act. The carmaker paid [$90 million].", "Ford Motor Co", id="a role stands for the one company"
    ),
    pytest.param("Maria Lopez earns $9. She pays [$5] in rent.", "Maria Lopez", id="she"),
    pytest.param("Rio Tinto and BHP paid [$5 million].", "Rio Tinto and BHP", id="two names that act together"),
    pytest.param(
        "Mayor Eric Adams met President Lula da Silva on Friday. The president paid [$5].",
        "Lula da Silva",
        id="the title tells who",
    ),
    pytest.param("The senator paid [$5].", "senator", id="a title that nobody has been given stays as it is"),
    pytest.param("Prime Minister Keir Starmer paid [$5 million].", "Keir Starmer", id="titles are no part of a name"),
    pytest.param("They paid [$5 million].", None, id="nobody to take up"),
    pytest.param("I paid [$5 million].", None, id="who speaks is not known"),
    pytest.param("Adani lost [60%] of its value.", "Adani", id="its is the subject's"),
    pytest.param("The WHO needs [$5 million].", "WHO", id="an acronym is no pronoun"),
]


@pytest.mark.parametrize(("text", "subject"), SUBJECTS)
def test_subject(text, subject, extractor):
    """The fact in brackets has this subject."""
    start = text.index("[")
    facts = extractor.extract(text.replace("[", "").replace("]", ""), format="text").facts
    assert [fact.subject for fact in facts if fact.start == start] == [subject]
