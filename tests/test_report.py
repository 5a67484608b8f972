"""The report, and what a browser makes of it where there is one."""

import re
import shutil
import subprocess
from decimal import Decimal

import pytest
from samples import EXTRACTION, FAILED, HOSTILE, Tags

import factex
from factex.extraction import Extraction
from factex.records import Article, Fact
from factex.views import report

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
in_browser = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium here")


@pytest.fixture
def page(tmp_path):
    """The page as a browser has it after its scripts ran."""

    def load(extractions, script=""):
        path = tmp_path / "report.html"
        report.write(extractions, path)
        if script:  # in a copy that lets it run
            text = re.sub(r"script-src '[^']*'", "script-src 'unsafe-inline'", path.read_text(encoding="utf-8"))
            path.write_text(text.replace("</body>", f"<script>{script}</script></body>"), encoding="utf-8")
        quiet = "--headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-sync".split()
        command = [CHROMIUM, *quiet, f"--user-data-dir={tmp_path / 'profile'}", "--dump-dom", path.as_uri()]
        return subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout

    return load


def test_is_one_file_with_every_fact(tmp_path):
    """Each fact has its row and its mark, which lead to each other; nothing is loaded from elsewhere."""
    text = EXTRACTION.to_html(tmp_path / "report.html")
    assert (tmp_path / "report.html").read_text(encoding="utf-8") == text
    found = [value for name, value in re.findall(r'(id|href)="([^"]*)"', text) if name == "id"]
    links = [value.removeprefix("#") for value in re.findall(r'href="(#[^"]*)"', text)]
    assert len(found) == len(set(found))
    assert set(links) <= set(found)
    assert {f"a0-{n}" for n in range(3)} | {f"a0-{n}-row" for n in range(3)} <= set(links)
    assert re.findall(r"(?:src|url)\s*[=(]", text) == []


def test_a_corpus_has_one_report(tmp_path):
    """What concat joins is written as one report, and shows itself in a notebook as its articles."""
    corpus = factex.concat([EXTRACTION, FAILED])
    assert corpus.to_html(tmp_path / "report.html") == report.write([EXTRACTION, FAILED])
    assert "3 facts in 2 articles" in corpus._repr_html_()


def test_holds_failed_sources_too():
    """A source that failed has a section with its error."""
    text = report.write([EXTRACTION, FAILED])
    assert "3 facts in 2 articles" in text
    assert "SourceError: &#x27;&lt;x&gt;&#x27; is no file" in text


@pytest.mark.parametrize("payload", HOSTILE)
def test_lets_no_markup_in(payload):
    """Hostile words in any field stay words."""
    fact = Fact("count", payload, 0, len(payload), payload, unit=payload, measure=payload, subject=f"the {payload}", timex=payload)
    harmless = Fact("count", "x", 0, 1, "x", unit="x", measure="y", subject="x", timex="x")
    found = Tags(
        report.write([Extraction(Article(payload, title=payload, url=payload), (fact,))])
        .partition("<main>")[2]
        .partition("</main>")[0]
    )
    expected = Tags(
        report.write([Extraction(Article("x", title="x", url="x"), (harmless,))]).partition("<main>")[2].partition("</main>")[0]
    )
    assert found.seen == expected.seen
    assert [name for name, _ in found.attributes] == [name for name, _ in expected.attributes]


@in_browser
def test_browser_runs_its_script_and_no_other(page):
    """The filter comes to life under the page's own policy; scripts in hostile articles do not."""
    attack = "<script>document.title='taken'</script><img src=x onerror=\"document.title='taken'\">"
    article = Article(attack, title=attack, url="javascript:document.title='taken'")
    dom = page([EXTRACTION, Extraction(article, (Fact("count", attack, 0, len(attack), attack, subject=attack, measure=attack),))])
    assert '<output aria-live="polite">4 of 4 facts</output>' in dom
    assert "<title>4 facts in 2 articles</title>" in dom


@in_browser
def test_browser_filters(page):
    """Choosing a kind hides other rows."""
    choose = "const f = document.querySelector('.filter'); f.kind.value = 'money'; f.dispatchEvent(new Event('input'));"
    assert "1 of 3 facts" in page([EXTRACTION], choose)


@in_browser
def test_browser_sorts(page):
    """A click on a heading sorts by its column, numbers by size and before times; a second click turns the order round."""
    numbers = [Fact("count", number, 0, 1, "x", Decimal(number)) for number in ("1.5", "-20", "1.25", "1000")]
    day = Fact("date", "2024", 0, 1, "x", timex="2024")
    click = "document.querySelectorAll('#facts th button')[2].click();"
    for clicks, expected in ((click, "1 2 0 3 4"), (click * 2, "4 3 0 2 1")):
        dom = page([Extraction(Article("x"), (*numbers, day))], clicks)
        assert re.findall(r'<tr id="a0-(\d)-row"', dom) == expected.split()


@in_browser
def test_browser_suggests_what_to_filter_by(page):
    """The fields of the filter know the subjects and measures that there are."""
    dom = page([EXTRACTION])
    assert '<datalist id="measures"><option>sales</option></datalist>' in dom
