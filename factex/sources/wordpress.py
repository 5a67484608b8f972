"""WordPress REST posts (`wp-json/wp/v2/posts`), whole or broken, plain or wrapped by a plugin."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

from factex.errors import SourceError
from factex.records import Opened
from factex.sources.jsons import parse_json
from factex.sources.stamps import parse_stamp

_DEPTH = 4
"""How deep inside the objects of a plugin a post is looked for."""


def load_posts(text: str) -> Any:  # noqa: ANN401  (JSON holds anything)
    """The JSON value in *text*. Raises SourceError where no JSON can be made out."""
    try:
        return parse_json(text)
    except ValueError as error:
        msg = f"this is no JSON ({error}): {text[:40]!r}; expected a WordPress post, or the `format` of another source"
        raise SourceError(msg) from error


def posts_in(data: Any) -> list[Mapping[str, Any]]:  # noqa: ANN401
    """The posts in a JSON value: it is one, a list of them, or wraps them. Raises SourceError if there is none."""
    found = list(_posts(data, _DEPTH))
    if not found:
        msg = (
            f"there is no WordPress post in {str(data)[:80]!r}: expected an object with 'content' as /wp-json/wp/v2/posts gives it"
        )
        raise SourceError(msg)
    return found


def _posts(data: Any, depth: int) -> Iterator[Mapping[str, Any]]:  # noqa: ANN401
    if isinstance(data, Mapping):
        content = data.get("content")
        if isinstance(content, str) or (
            isinstance(content, Mapping) and isinstance(content.get("rendered", content.get("raw")), str)
        ):
            yield data
        elif depth:
            for value in data.values():
                yield from _posts(value, depth - 1)
    elif isinstance(data, list) and depth:
        for value in data:
            yield from _posts(value, depth - 1)


def open_post(post: Mapping[str, Any]) -> Opened:
    """Open one post."""
    stamp = site_time(post, "date")
    seo = post.get("yoast_head_json")
    seo = seo if isinstance(seo, Mapping) else {}
    categories = (term for term in _embedded(post, "wp:term") if term.get("taxonomy") == "category")
    return Opened(
        _rendered(post["content"]) or _rendered(post.get("excerpt")) or "",
        "wordpress",
        published=stamp,
        published_source=None if stamp is None else "wordpress",
        modified=site_time(post, "modified"),
        url=_string(post.get("link")) or _string(post.get("url")),
        title=_rendered(post.get("title")),
        site=_string(seo.get("og_site_name")),
        authors=_authors(post, seo),
        language=_string(post.get("lang")) or _string(seo.get("og_locale")),
        section=next((name for term in categories if (name := _string(term.get("name")))), None),
    )


def site_time(post: Mapping[str, Any], name: str) -> datetime | date | None:
    """The time *name* ("date", "modified") of a post, with the site's offset from UTC.

    WordPress gives it twice, `date` in the site's time and `date_gmt` in UTC: their difference is the offset.
    """
    local, utc = (parse_stamp(_string(post.get(key)) or "") for key in (name, f"{name}_gmt"))
    if not isinstance(local, datetime):
        return local or (utc.replace(tzinfo=UTC) if isinstance(utc, datetime) and utc.tzinfo is None else utc)
    if local.tzinfo is None and isinstance(utc, datetime):
        offset = local - utc.replace(tzinfo=None)
        # Offsets are whole quarters of an hour; stamps of two different moments are not an offset.
        if abs(offset) <= timedelta(hours=14) and not offset % timedelta(minutes=15):
            return local.replace(tzinfo=timezone(offset))
    return local


def _rendered(value: Any) -> str | None:  # noqa: ANN401
    """The string of a field that WordPress wraps as {"rendered": ...} and some plugins do not."""
    return _string(value.get("rendered", value.get("raw"))) if isinstance(value, Mapping) else _string(value)


def _string(value: Any) -> str | None:  # noqa: ANN401
    return value if isinstance(value, str) and value else None


def _embedded(post: Mapping[str, Any], name: str) -> Iterator[Mapping[str, Any]]:
    """The objects that `?_embed` puts into a post, such as its authors."""
    embedded = post.get("_embedded")
    values = embedded.get(name) if isinstance(embedded, Mapping) else None
    for value in values if isinstance(values, list) else []:
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, Mapping):
                yield item


def _authors(post: Mapping[str, Any], seo: Mapping[str, Any]) -> tuple[str, ...]:
    names = [_string(author.get("name")) for author in _embedded(post, "author")]
    return tuple(name for name in names or [_string(seo.get("author"))] if name)
