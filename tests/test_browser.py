"""What people see of an extraction in a real browser: records on hover and focus, with scripts off, and no hostile markup."""

import io
import shutil
from datetime import date
from decimal import Decimal
from typing import get_args

import numpy as np
import pytest
from PIL import Image
from samples import EXTRACTION, HOSTILE

import factex
from factex.extraction import Extraction
from factex.records import Article, Evidence, Fact, Kind
from factex.views import html, report

webdriver = pytest.importorskip("selenium.webdriver")
WebDriverWait = pytest.importorskip("selenium.webdriver.support.ui").WebDriverWait
DRIVER, CHROMIUM = shutil.which("chromedriver"), shutil.which("chromium")
pytestmark = pytest.mark.skipif(not (DRIVER and CHROMIUM), reason="there is no Chromium with its driver here")

ATTACKS = [*HOSTILE, "<svg onload=document.title='taken'>", "<style>*{display:none}</style>", "{{constructor.constructor('x')()}}"]
TAKEN = "<img src=x onerror=\"document.title='taken'\"><script>document.title='taken'</script>"
KINDS = get_args(Kind)
BOX = "return getComputedStyle(arguments[0], '::after').content"


BOX_COLOUR = (0x22, 0x22, 0x22)


def started(*, scripts=True):
    """A browser without a window; *scripts*: whether pages may run theirs."""
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for argument in (
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--window-size=1000,900",
        "--disable-background-networking",
    ):
        options.add_argument(argument)
    if not scripts:
        options.add_experimental_option("prefs", {"profile.managed_default_content_settings.javascript": 2})
    return webdriver.Chrome(options=options, service=webdriver.ChromeService(DRIVER))


@pytest.fixture(scope="module")
def browser():
    """One browser for all tests."""
    driver = started()
    yield driver
    driver.quit()


@pytest.fixture
def show(browser, tmp_path):
    """Open markup as a page on disk."""

    def show(markup):
        (tmp_path / "page.html").write_text(f"<!doctype html><title>mine</title><body>{markup}", encoding="utf-8")
        browser.get((tmp_path / "page.html").as_uri())
        return browser

    return show


def mark(browser, number):
    """The nth mark of the text."""
    return browser.find_elements("css selector", ".text mark")[number]


def test_a_mark_shows_its_record_on_hover(show):
    """The box is not there before, and says value, owner and rule when the mouse is over the mark."""
    browser = show(EXTRACTION._repr_html_())
    assert browser.execute_script(BOX, mark(browser, 0)) == "none"
    webdriver.ActionChains(browser).move_to_element(mark(browser, 0)).perform()
    said = browser.execute_script(BOX, mark(browser, 0))
    assert "sales" in said
    assert "percents.sign" in said


def test_a_mark_shows_its_record_on_focus(show):
    """The tab key leads from mark to mark, and the one in focus shows its box."""
    browser = show(EXTRACTION._repr_html_())
    for _ in range(10):
        webdriver.ActionChains(browser).send_keys("\ue004").perform()  # tab
        focused = browser.switch_to.active_element
        if focused.tag_name == "mark":
            break
    assert focused.tag_name == "mark"
    assert "percent: " in browser.execute_script(BOX, focused)


def painted(browser, colour):
    """The rows and columns of the pixels that have a colour in the picture of the page."""
    pixels = np.asarray(Image.open(io.BytesIO(browser.get_screenshot_as_png())).convert("RGB"))
    return np.nonzero((pixels == colour).all(axis=2))


def box_of(browser):
    """Where the picture of the page has the colour that boxes have in a test: left, top, right, bottom."""
    rows, columns = painted(browser, (1, 2, 3))
    return columns.min(), rows.min(), columns.max() + 1, rows.max() + 1


@pytest.mark.parametrize("width", [420, 1000])
@pytest.mark.parametrize("view", ["notebook", "report"])
def test_boxes_are_whole(show, width, view):
    """Wherever a mark stands, all of its box can be seen, and it makes the page no wider."""
    line = " ".join(["word"] * 30)
    text = f"3% {line} 5% {line} 7%"
    facts = tuple(
        Fact("percent", text[n : n + 2], n, n + 2, text, subject="Acme", measure="share of the whole market", when="2024")
        for n in (text.index(d) for d in ("3%", "5%", "7%"))
    )
    extraction = Extraction(Article(text), facts)
    inner = extraction._repr_html_() if view == "notebook" else report.page([extraction]).replace("Content-Security", "No")
    browser = show(f"{inner}<style>.factex mark::after {{background: rgb(1 2 3) !important; color: rgb(1 2 3) !important}}</style>")
    browser.set_window_size(width, 900)
    try:
        for number in range(3):
            webdriver.ActionChains(browser).move_to_element(mark(browser, number)).perform()
            left, top, right, bottom = box_of(browser)
            style = "const s = getComputedStyle(arguments[0], '::after'); return [s.width, s.height, s.borderTopWidth]"
            wide, high, border = (float(v.removesuffix("px")) for v in browser.execute_script(style, mark(browser, number)))
            assert (right - left, bottom - top) == pytest.approx((wide - 2 * border, high - 2 * border), abs=1.5)
            assert browser.execute_script("return document.documentElement.scrollWidth <= innerWidth")
    finally:
        browser.set_window_size(1000, 900)


def luminance(colour):
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [c / 12.92 if (c := part / 255) <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for part in colour]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one, other):
    """The contrast ratio of two colours as WCAG 2.2 defines it, from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


PAINTED = """
const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
const paint = (...colours) => { for (const c of colours) { canvas.fillStyle = c; canvas.fillRect(0, 0, 1, 1); }
    return Array.from(canvas.getImageData(0, 0, 1, 1).data).slice(0, 3); };
const page = getComputedStyle(document.body).backgroundColor, mark = getComputedStyle(arguments[0]);
return [paint(page), paint(page, mark.backgroundColor), paint(page, mark.color), paint(page, mark.borderBottomColor)];
"""


@pytest.mark.parametrize("page", ["#fff; color: #000", "#f5f5f5; color: #333", "#111; color: #fff", "#1e1e1e; color: #d4d4d4"])
def test_marks_can_be_read(show, page):
    """In light and dark themes words keep a contrast of 7 to their mark, and the line of a mark one of 3 to the page (WCAG 2.2)."""
    marks = "".join(f"<mark class={kind}>x</mark> " for kind in KINDS)
    browser = show(f"<style>body {{background: {page}}}</style><div class=factex>{html.style()}{marks}</div>")
    for each in browser.find_elements("tag name", "mark"):
        around, inside, ink, line = browser.execute_script(PAINTED, each)
        assert contrast(ink, inside) >= 7, each.get_attribute("class")
        assert contrast(line, around) >= 3, each.get_attribute("class")


def test_kinds_differ_without_colour(show):
    """Every kind has a border of its own, so that nobody needs to tell colours apart."""
    browser = show(f"<div class=factex>{html.style()}{''.join(f'<mark class={kind}>x</mark> ' for kind in KINDS)}</div>")
    style = "const s = getComputedStyle(arguments[0]); return s.borderTopStyle + s.borderBottomStyle + s.borderBottomWidth"
    assert len({browser.execute_script(style, each) for each in browser.find_elements("tag name", "mark")}) == len(KINDS)


@pytest.mark.parametrize("attack", [*ATTACKS, TAKEN])
def test_hostile_words_stay_words(show, attack):
    """In a notebook no policy protects the page, so escaping must: no element, no script, and the words to be read."""
    names = ("unit", "measure", "subject", "speaker", "cue", "when", "per", "predicate")
    fact = Fact("count", attack, 0, len(attack), attack, rule=attack, **dict.fromkeys(names, attack))
    hostile = Extraction(
        Article(attack, title=attack, url="javascript:document.title='taken'", site=attack, authors=(attack,)), (fact,)
    )
    evidence = (Evidence("subject", attack, 0, len(attack), attack),)
    explained = Extraction(hostile.article, (fact,), (evidence,)).explain(0)
    views = [hostile, hostile.article, fact, explained, factex.concat([hostile, Extraction(Article(""), error=attack)])]
    browser = show("".join(view._repr_html_() for view in views))
    assert browser.title == "mine"
    assert (
        browser.find_elements("css selector", "script, img, iframe, svg, body style ~ style style, [onmouseover], [onerror]") == []
    )
    assert browser.find_elements("css selector", "a[href^=javascript]") == []
    assert attack in browser.execute_script("return document.body.textContent")


@pytest.mark.parametrize("picture", ["timeline", "amounts"])
def test_hostile_words_stay_words_in_a_chart(browser, tmp_path, picture):
    """Altair puts its data into the script of a page; what it shows on hover is text."""
    pytest.importorskip("altair")
    attack = f"</script>{TAKEN}<!--<script>"
    names = ("unit", "measure", "subject", "speaker", "cue", "when", "per", "predicate")
    days = {"timex": attack, "begin": date(2024, 1, 1), "finish": date(2025, 1, 1)} if picture == "timeline" else {}
    kind = "date" if picture == "timeline" else "count"
    fact = Fact(kind, attack, 0, 1, attack, Decimal(2), **days, **dict.fromkeys(names, attack))
    chart = getattr(Extraction(Article(attack, title=attack), (fact,)), picture)()
    chart.save(tmp_path / "chart.html", inline=True)
    browser.get((tmp_path / "chart.html").as_uri())
    point = WebDriverWait(browser, 20).until(lambda b: b.find_element("css selector", "path[aria-roledescription=point]"))
    webdriver.ActionChains(browser).move_to_element(point).perform()
    shown = WebDriverWait(browser, 20).until(lambda b: b.find_element("css selector", "#vg-tooltip-element.visible"))
    assert "onerror" in shown.text
    assert browser.find_elements("css selector", "img, iframe") == []
    assert browser.title != "taken"


def test_the_report_leads_from_fact_to_text_and_back(browser, tmp_path):
    """A click on the words of a fact goes to its mark, and one on the mark to its row."""
    report.write([EXTRACTION], tmp_path / "report.html")
    browser.get((tmp_path / "report.html").as_uri())
    browser.find_element("css selector", "#facts a[href='#a0-1']").click()
    assert browser.current_url.endswith("#a0-1")
    browser.find_element("css selector", "#a0-1 a").click()
    assert browser.current_url.endswith("#a0-1-row")


def test_a_mark_of_the_report_shows_its_record_on_focus(browser, tmp_path):
    """The link in a mark can be reached by key, and the box shows while it is in focus."""
    report.write([EXTRACTION], tmp_path / "report.html")
    browser.get((tmp_path / "report.html").as_uri())
    link = browser.find_element("css selector", "#a0-1 a")
    assert browser.execute_script(BOX, mark(browser, 1)) == "none"
    browser.execute_script("arguments[0].focus()", link)
    assert "money: " in browser.execute_script(BOX, mark(browser, 1))


def test_the_report_shows_where_articles_disagree(browser, tmp_path):
    """What two articles state differently has a row of its own, which leads to both."""
    facts = [
        Fact(
            "money",
            f"${n}",
            0,
            2,
            f"${n}",
            unit="USD",
            amount=Decimal(n),
            subject="Acme",
            measure="sales",
            when="2024",
        )
        for n in (5, 7)
    ]
    report.write([Extraction(Article(fact.text), (fact,)) for fact in facts], tmp_path / "report.html")
    browser.get((tmp_path / "report.html").as_uri())
    (row,) = browser.find_elements("css selector", "#shared tbody tr")
    assert "disagree" in row.text
    assert [a.get_attribute("href").partition("#")[2] for a in row.find_elements("tag name", "a")] == ["a0-0", "a1-0"]


def test_without_scripts_all_facts_are_there(tmp_path):
    """No control that would do nothing is shown, every fact has its row, and marks show their records."""
    report.write([EXTRACTION], tmp_path / "report.html")
    driver = started(scripts=False)
    try:
        driver.get((tmp_path / "report.html").as_uri())
        assert not driver.find_element("css selector", ".filter").is_displayed()
        assert len(driver.find_elements("css selector", "#facts tbody tr")) == len(EXTRACTION)
        webdriver.ActionChains(driver).move_to_element(mark(driver, 0)).perform()
        assert len(painted(driver, BOX_COLOUR)[0]) > 1_000, "the box with the record shows on hover"
    finally:
        driver.quit()
