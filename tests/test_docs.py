"""The documentation: its code runs, its generated pages are current, every public name has a page."""

import doctest
import gzip
import importlib
import re
import shlex
import shutil
from pathlib import Path

import duckdb
import pytest
from click.testing import CliRunner

import factex
from factex import cli, frames, grammars, pipeline

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
BLOCK = re.compile(r"^```python\n(.*?)^```", re.DOTALL | re.MULTILINE)
TOML = re.compile(r"^```toml\n(.*?)^```", re.DOTALL | re.MULTILINE)
COMMAND = re.compile(r"^(?:\$ )?(?:echo \"(?P<stdin>[^\"]*)\" \| )?factex (?P<arguments>.+)$", re.MULTILINE)
SHELL = re.compile(r"^```(?:console|sh)\n(.*?)^```", re.DOTALL | re.MULTILINE)
SQL = re.compile(r"^```sql\n(.*?)^```", re.DOTALL | re.MULTILINE)
FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


def has_code(path):
    """Whether a page has Python code."""
    return BLOCK.search(path.read_text(encoding="utf-8")) is not None


PAGES = [
    path for path in [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted(DOCS.rglob("*.md"))] if path.exists() and has_code(path)
]


@pytest.fixture(scope="module")
def generate():
    """The script docs/generate.py."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(DOCS))
        yield importlib.import_module("generate")


@pytest.fixture
def workplace(tmp_path, monkeypatch, extractor):
    """A folder with the repository's examples, and a default extractor that is already loaded."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(pipeline, "default_extractor", lambda: extractor)


@pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
@pytest.mark.usefixtures("workplace")
def test_code_runs(page):
    """The blocks of a page run one after the other; those with prompts give what the page says."""
    names = {"__name__": "__main__"}
    text = page.read_text(encoding="utf-8")
    runner = doctest.DocTestRunner(optionflags=FLAGS)
    for block in BLOCK.finditer(text):
        line = text.count("\n", 0, block.start()) + 1
        if ">>>" in block[1]:
            test = doctest.DocTestParser().get_doctest(block[1], names, page.name, str(page), line)
            report = []
            runner.run(test, out=report.append, clear_globs=False)
            names |= test.globs
            assert not report, "".join(report)
        else:
            exec(compile("\n" * line + block[1], str(page), "exec"), names)  # noqa: S102  (the page is ours)


def blocks(kind):
    """The blocks of one kind in the documentation, each with the page that it stands on."""
    return [(path, block) for path in sorted(DOCS.rglob("*.md")) for block in kind.findall(path.read_text(encoding="utf-8"))]


@pytest.mark.parametrize("block", [block for _, block in blocks(TOML)])
def test_tables_are_accepted(block, nlp, tmp_path):
    """An extractor takes them, so each of their examples is read as they say."""
    (tmp_path / "own.toml").write_text(block, encoding="utf-8")
    assert factex.Extractor(nlp, tables=tmp_path / "own.toml")


def collection(folder):
    """What the pages on whole collections start from: a file of JSON Lines and a folder."""
    (folder / "crawl").mkdir()
    (folder / "crawl" / "page.html").write_text("<p>It paid $5 million.</p>", encoding="utf-8")
    with gzip.open(folder / "news.jsonl.gz", "wt", encoding="utf-8") as file:
        file.write('{"doc_id": "a", "text": "It rose 3%."}\n')


COMMANDS = [(path, match) for path, block in blocks(SHELL) for match in COMMAND.finditer(block)]


@pytest.mark.parametrize(("page", "command"), COMMANDS, ids=[f"{path.stem}: {match['arguments']}" for path, match in COMMANDS])
@pytest.mark.usefixtures("workplace")
def test_commands_run(page, command):
    """Each command of a page succeeds where its files are, and so does a query of what it wrote. Two processes do for eight."""
    collection(Path())
    arguments = shlex.split(command["arguments"].replace("--processes 8", "--processes 2"))
    result = CliRunner().invoke(cli.main, arguments, input=command["stdin"], prog_name="factex")
    assert result.exit_code == 0, result.output
    if "--out" in arguments:
        for query in SQL.findall(page.read_text(encoding="utf-8")):
            assert duckdb.sql(query).fetchall()
    assert result.stdout or {"-o", "--out"} & set(arguments)


def test_every_block_is_tried():
    """Blocks of code are of the kinds that the tests above run; the others show what is printed."""
    assert {kind for _, kind in blocks(re.compile(r"^```(\w+)$", re.MULTILINE))} <= {
        "python",
        "toml",
        "console",
        "sh",
        "sql",
        "text",
    }


def test_every_rule_has_its_examples_in_the_reference(generate):
    """The generated pages name every rule and show each of its examples."""
    markdown = importlib.import_module("writers.markdown")
    written = "".join(generate.pages().values())
    for rule in (*grammars.RULES, *grammars.COUNTED_RULES, *frames.RULES):
        assert written.count(f"## {rule.name}\n") == 1
        assert all(markdown.code(example) in written for example in (*rule.reads, *rule.refuses))


def test_every_public_name_has_a_page(generate):
    """Each name in `factex` has its page in the reference."""
    pages = generate.pages()
    assert [name for name in factex.__all__ if DOCS / "reference" / "api" / f"{name}.md" not in pages] == []


@pytest.mark.usefixtures("generate")
def test_what_pages_import_has_a_page():
    """So has each function and class that the guides and notebooks take from a module inside factex."""
    beside = set(importlib.import_module("writers.api").BESIDE.values())
    pages = [*DOCS.rglob("*.md"), *(ROOT / "notebooks").glob("*.ipynb")]
    taken = {found for path in pages for found in re.findall(r"from (factex\.[\w.]+) import ([\w, ]+)", path.read_text("utf-8"))}
    names = {(module, name.strip()) for module, some in taken for name in some.split(",")}
    assert names
    called = [f"{module}.{name}" for module, name in names if callable(getattr(importlib.import_module(module), name))]
    assert [name for name in called if name not in beside] == []


@pytest.mark.parametrize(
    ("ours", "theirs", "said"),
    [
        (91.25, 90.9, ("**91.2**", "90.9\\*")),
        (47.0, 50.0, ("47.0", "**50.0\\***")),
        (50.0, 50.0, ("50.0", "50.0\\*")),
        (None, 50.0, ("–", "50.0\\*")),
    ],
)
@pytest.mark.usefixtures("generate")
def test_the_better_score_is_bold(ours, theirs, said):
    """Whoever it is; what was not measured is a dash."""
    row = {"benchmark": "B", "what": "value", "factex": ours, "score": theirs, "peer": "P", "elsewhere": True}
    assert importlib.import_module("writers.scores").cells(row) == ("B", "value", *said, "P")


@pytest.mark.usefixtures("generate")
def test_pages_say_where_a_peer_is_ahead(monkeypatch):
    """Each such measure stands in a table of its own, and only those."""
    scores = importlib.import_module("writers.scores")
    ahead = {"benchmark": "B", "what": "value", "factex": 47.0, "score": 50.0, "peer": "P"}
    rows = [ahead, {**ahead, "what": "unit", "factex": 60.0}, {**ahead, "what": "frame", "score": None}]
    monkeypatch.setattr(scores, "score_rows", lambda: rows)
    written = scores.behind()
    assert written.startswith("In 1 of the 2 measures")
    assert "| B | value | 47.0 | **50.0** | P |" in written
    assert "unit" not in written


def test_links_lead_somewhere():
    """Links between pages of the documentation name files that exist."""
    broken = [
        f"{page.relative_to(ROOT)}: {target}"
        for page in [*DOCS.rglob("*.md"), *ROOT.glob("*.md")]
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
        if not (page.parent / target).exists()
    ]
    assert broken == []


def test_nothing_private_is_told():
    """Pages name no path of a machine, no other host's registry and no issue."""
    private = re.compile(r"/work/|/tmp/|/home/|/opt/|\.\./shared|\bissue #?\d|localhost", re.IGNORECASE)
    told = [
        (path.name, found[0])
        for path in [*DOCS.rglob("*.md"), *ROOT.glob("*.md")]
        if (found := private.search(path.read_text("utf-8")))
    ]
    assert told == []
