"""What a page says of itself: title, authors, date, language, address, from its head and its linked data."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping

from lxml.etree import _Element as Element

from index.dates import find_date, is_edtf
from index.formats.markup import words_of
from index.formats.scrub import scrub

_ISO = re.compile(r"\s*(\d{4})(?:-?(\d\d)(?:-?(\d\d))?)?(?:[T ].*)?\s*", re.DOTALL)
_SITE_NAME = re.compile(r"\s+[|\-–—·:»«>]+\s+")
_LONGEST = 500
_LARGEST_DATA = 1 << 20
_ARTICLES = frozenset({
    "Article", "NewsArticle", "BlogPosting", "Report", "ScholarlyArticle", "AnalysisNewsArticle",
    "OpinionNewsArticle", "ReportageNewsArticle", "WebPage", "TechArticle",
})  # fmt: skip


def read_head(root: Element) -> dict[str, tuple[object, str]]:
    """The fields of Article that a page states, each with where it states it."""
    metas = _metas(root)
    linked = _linked_data(root)
    found: dict[str, tuple[object, str]] = {}

    def take(field: str, value: object, place: str) -> None:
        if value and field not in found:
            found[field] = (value, place)

    take("title", _one(linked.get("headline")), "page data, headline")
    for name in ("citation_title", "og:title", "dc.title", "dcterms.title", "twitter:title"):
        take("title", _one(metas.get(name)), f"meta {name}")
    titles = [_one([words_of(title)]) for title in root.iter("title")][:1]
    take("title", titles[0] if titles else "", "page title")
    take("authors", _people(linked.get("author", [])), "page data, author")
    for name in (
        "citation_author",
        "author",
        "dc.creator",
        "dcterms.creator",
        "article:author",
        "parsely-author",
    ):
        take("authors", _people(metas.get(name, [])), f"meta {name}")
    take("date", _date(linked.get("datePublished")), "page data, datePublished")
    for name in (
        "article:published_time", "citation_publication_date", "citation_date", "dc.date", "dcterms.date",
        "dcterms.created", "dc.date.issued", "datepublished", "date", "pubdate", "publish-date",
        "parsely-pub-date", "sailthru.date",
    ):  # fmt: skip
        take("date", _date(metas.get(name)), f"meta {name}")
    for time in root.iter("time"):
        if time.get("pubdate") is not None or "published" in (time.get("itemprop") or "").lower():
            take("date", _date([time.get("datetime") or words_of(time)]), "page, time")
    take("source", _one(metas.get("og:site_name") or metas.get("citation_journal_title")), "meta site name")
    take("source", _one(linked.get("publisher")), "page data, publisher")
    take(
        "language",
        _language(root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""),
        "page",
    )
    for link in root.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split():
            take("url", _address(link.get("href")), "page, canonical")
    take("url", _address((metas.get("og:url") or [""])[0]), "meta og:url")
    take("url", _address((linked.get("url") or [""])[0]), "page data, url")
    take("tags", _tags(metas), "meta keywords")
    return found


def same_words(heading: str, title: str) -> bool:
    """Whether a heading is the title of its page, which may carry the name of the site as well."""
    wanted, whole = _folded(heading), _folded(title)
    if not wanted or not whole:
        return False
    if wanted == whole:
        return True
    parts = [_folded(part) for part in _SITE_NAME.split(title)]
    return wanted in parts or (len(wanted) >= 15 and (whole.startswith(wanted) or wanted.startswith(whole)))


def _folded(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())


def _metas(root: Element) -> dict[str, list[str]]:
    metas: dict[str, list[str]] = {}
    for meta in root.iter("meta"):
        name = (meta.get("name") or meta.get("property") or meta.get("itemprop") or "").strip().lower()
        content = meta.get("content")
        if name and content and len(metas) < 500:
            metas.setdefault(name, []).append(content)
    return metas


def _linked_data(root: Element) -> dict[str, list[str]]:
    """The fields of the first article that the page's JSON-LD describes."""
    for script in root.iter("script"):
        text = script.text or ""
        if "ld+json" not in (script.get("type") or "") or len(text) > _LARGEST_DATA:
            continue
        try:
            data = json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
        for thing in _things(data):
            kinds = thing.get("@type")
            if set(kinds if isinstance(kinds, list) else [kinds]) & _ARTICLES and "headline" in thing:
                return {key: list(_names(thing.get(key))) for key in
                        ("headline", "author", "datePublished", "publisher", "url")}  # fmt: skip
    return {}


def _things(data: object) -> Iterator[Mapping[str, object]]:
    for thing in data if isinstance(data, list) else [data]:
        if isinstance(thing, dict):
            yield thing
            graph = thing.get("@graph")
            if isinstance(graph, list):
                yield from (part for part in graph if isinstance(part, dict))


def _names(value: object) -> Iterator[str]:
    for part in value if isinstance(value, list) else [value]:
        if isinstance(part, dict):
            part = part.get("name")
        if isinstance(part, str):
            yield part


def _one(values: Iterable[str] | None) -> str:
    for value in values or ():
        shown = _plain(value)
        if shown:
            return shown
    return ""


def _plain(text: str) -> str:
    cleaned, _ = scrub(" ".join(text.split()))
    return cleaned[:_LONGEST].strip()


def _people(values: Iterable[str]) -> tuple[str, ...]:
    people: list[str] = []
    for value in (part for whole in values for part in whole.split(";")):
        shown = re.sub(r"^by\s+", "", _plain(value), flags=re.IGNORECASE)
        if shown and shown not in people and not shown.startswith(("http:", "https:", "@")):
            people.append(shown)
    return tuple(people[:50])


def _date(values: Iterable[str] | None) -> str:
    for value in values or ():
        iso = _ISO.fullmatch(value[:64])
        if iso:
            text = "-".join(part for part in iso.groups() if part)
            if is_edtf(text):
                return text
        found = find_date(value[:200])
        if found:
            return found.edtf
    return ""


def _language(text: str) -> str:
    shown = text.strip().replace("_", "-")
    return shown if re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", shown) else ""


def _address(href: str | None) -> str:
    shown = _plain(href or "")
    return shown if shown.startswith(("http://", "https://")) else ""


def _tags(metas: Mapping[str, list[str]]) -> tuple[str, ...]:
    values = metas.get("article:tag") or (metas.get("keywords") or metas.get("news_keywords") or [""])[
        0
    ].split(",")
    tags = [tag for tag in (_plain(value) for value in values[:50]) if tag]
    return tuple(dict.fromkeys(tags))
