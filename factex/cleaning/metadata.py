"""What a page says about its article: title, dates, authors, site, language, country.

Three voices, in this order: the JSON-LD for search engines, the meta tags, the marked-up page itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from functools import cache
from typing import Any, cast

from factex.cleaning import dates
from factex.cleaning.declarations import Declarations, declarations, one_line
from factex.cleaning.links import host, path
from factex.cleaning.walk import Walk
from factex.data import table
from factex.records import Article
from factex.sources.stamps import parse_stamp

ARTICLES = re.compile(r"(?:Article|BlogPosting|Report|Posting|Review)$")
"""The schema.org types of an article."""


def metadata(walked: Walk, url: str | None) -> tuple[Article, str | None]:
    """What a walked page, which was fetched from *url*, says about its article, as one without text; and the text of JSON-LD."""
    page = declarations(walked)
    articles = _article_schemas(page.schemas, url)
    schema = next(iter(articles), {})
    address = _first(page.canonical, next(iter(page.metas.get("og:url", ())), None), _string(schema.get("url")))
    where = url or (address if address and "://" in address else None)
    modified = _stamp(_first(_string(schema.get("dateModified")), _meta(page, "modified")))
    stamp, source = dates.published([*_candidates(page, articles), *_shown_dates(page)], where, modified)
    site = _first(_meta(page, "site"), _name(schema.get("publisher")))
    if stamp is None and walked.layout.is_page and walked.is_bearable and (guess := guessed_date(walked.without())) is not None:
        stamp, source = guess, "guess"
    article = Article(
        "",
        title=_title(page, schema, site),
        published=stamp,
        published_source=source,
        modified=modified,
        url=where,
        site=host(site) if site and "://" in site else site or host(where),
        section=_first(_meta(page, "section"), _name(schema.get("articleSection"))),
        authors=_authors(page, schema),
        language=language(_first(page.language, _string(schema.get("inLanguage")), _meta(page, "language"))),
        country=_country(page, schema, where),
    )
    return article, _string(schema.get("articleBody"))


def _article_schemas(schemas: list[Mapping[str, Any]], url: str | None) -> list[Mapping[str, Any]]:
    """The schema.org objects of the article, first the one that is dated and is of the page's own address."""
    articles = [schema for schema in schemas if ARTICLES.search(_name(schema.get("@type")) or "")]
    ours = [schema for schema in articles if url and path(url) in {path(a) for a in _addresses(schema)}]
    dated = [schema for schema in [*ours, *articles, *schemas] if "datePublished" in schema]
    return [*dated, *ours, *articles]


def _addresses(schema: Mapping[str, Any]) -> Iterator[str]:
    for key in ("url", "@id", "mainEntityOfPage"):
        value = schema.get(key)
        value = value.get("@id", value.get("url")) if isinstance(value, Mapping) else value
        if isinstance(value, str):
            yield value


# Choosing


def _candidates(page: Declarations, articles: list[Mapping[str, Any]]) -> Iterator[dates.Candidate]:
    """The stamps of publication that the page declares, most trusted first."""
    said = [("json-ld", _string(schema.get(key))) for schema in articles for key in ("datePublished", "dateCreated", "uploadDate")]
    said += [("meta", text) for name in _names("published") for text in page.metas.get(name, ())]
    for found, shown in sorted(page.times, key=_is_not_publication):
        said += [("time", found.get("datetime")), ("time", shown)]
    for source, text in said:
        stamp = _stamp(text)
        if stamp is not None:
            yield source, stamp


def _shown_dates(page: Declarations) -> Iterator[dates.Candidate]:
    """The stamps that elements show which are named for the date of publication, as "microdata" or "text"."""
    for found, shown in page.shown:
        stamp = parse_stamp(found.get("content") or found.get("datetime") or found.get("value") or shown)
        if stamp is not None:
            yield ("microdata" if "datepublished" in found.get("itemprop", "").lower() else "text"), stamp


def guessed_date(markup: str) -> date | None:
    """The day that htmldate makes out of the page's words and addresses."""
    from htmldate import find_date

    found = find_date(markup, extensive_search=False, original_date=True, outputformat="%Y-%m-%d")
    return date.fromisoformat(found) if found else None


def _is_not_publication(time: tuple[dict[str, str], str]) -> bool:
    found = time[0]
    words = f"{found.get('itemprop', '')} {found.get('class', '')} {found.get('id', '')}".lower()
    return "pubdate" not in found and "publi" not in words and "entry-date" not in words


def _stamp(text: str | None) -> datetime | date | None:
    return parse_stamp(one_line(text)) if text else None


def _title(page: Declarations, schema: Mapping[str, Any], site: str | None) -> str | None:
    title = _first(_string(schema.get("headline")), _meta(page, "title"), page.titles.get("title"), page.titles.get("h1"))
    if title is None:
        return None
    title = one_line(title)
    if site:
        title = re.sub(rf"\s+[|\-–—:»]\s+{re.escape(site)}\s*$", "", title, flags=re.IGNORECASE) or title
    return title


def _authors(page: Declarations, schema: Mapping[str, Any]) -> tuple[str, ...]:
    value = schema.get("author") or schema.get("creator")
    names = [name for each in (value if isinstance(value, list) else [value]) if (name := _name(each))]
    if not names:
        names = [name for key in _names("author") for name in page.metas.get(key, ()) if "://" not in name][:5]
    cleaned = (re.sub(r"^by\s+", "", one_line(name), flags=re.IGNORECASE) for name in names)
    return tuple(dict.fromkeys(name for name in cleaned if name))


def language(tag: str | None) -> str | None:
    """A language tag as BCP 47 writes it: en_US is en-US."""
    match = re.match(r"([a-zA-Z]{2,3})(?:[_-]([a-zA-Z]{2})\b)?", tag or "")
    return None if match is None else match[1].lower() + (f"-{match[2].upper()}" if match[2] else "")


def _country(page: Declarations, schema: Mapping[str, Any], url: str | None) -> str | None:
    """The publisher's country: as its address says, then as its domain does, then as its language tag does."""
    publisher = schema.get("publisher")
    address = publisher.get("address") if isinstance(publisher, Mapping) else None
    country = _name(address.get("addressCountry")) if isinstance(address, Mapping) else None
    country = country or (_meta(page, "country") or "")[:2]
    if country and re.fullmatch(r"[A-Za-z]{2}", country):
        return country.upper()
    return domain_country(url) or _language_country([page.language, _meta(page, "language")])


def domain_country(url: str | None) -> str | None:
    """The country of a top-level domain that is its country's own; some such as .io and .tv are everybody's."""
    return cast("dict[str, str]", table("domains")["countries"]).get((host(url) or "").rpartition(".")[2])


def _language_country(tags: list[str | None]) -> str | None:
    """The region of a language tag. "en-US" says nothing: it is what publishing software puts where nobody chose."""
    for tag in tags:
        known = language(tag) or ""
        if "-" in known and not known.endswith("-US"):
            return known[-2:]
    return None


@cache
def _names(thing: str) -> list[str]:
    """The names under which meta tags give a thing, most trusted first."""
    ranks: dict[str, int] = table("html")["metas"][thing]
    return sorted(ranks, key=ranks.__getitem__)


def _meta(page: Declarations, thing: str) -> str | None:
    return next((page.metas[name][0] for name in _names(thing) if name in page.metas), None)


def _first(*values: str | None) -> str | None:
    return next((value for value in values if value), None)


def _name(value: Any) -> str | None:  # noqa: ANN401
    value = value[0] if isinstance(value, list) and value else value
    return _string(value.get("name")) if isinstance(value, Mapping) else _string(value)


def _string(value: Any) -> str | None:  # noqa: ANN401
    return value.strip() or None if isinstance(value, str) else None
